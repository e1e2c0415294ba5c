import { GuiyanError } from "../errors/index.js";

/** Values by id (按编号取值): a plain object or a Map. Only an object's own members count, so an id may be `constructor`. */
export type Keyed<T> = Readonly<Record<string, T>> | ReadonlyMap<string, T>;

/**
 * The entries of values by id, as a map (读取按编号的值).
 * @throws GuiyanError `invalid-argument` where it is neither a plain object nor a Map with strings for keys
 * @complexity O(entries); a Map is handed back as it is
 */
export function readKeyed<T>(place: string, name: string, keyed: Keyed<T>): ReadonlyMap<string, T> {
  const kind = Object.prototype.toString.call(keyed);
  if (kind === "[object Object]") return new Map(Object.entries(keyed));
  if (kind !== "[object Map]") {
    throw new GuiyanError("invalid-argument", `${place}: expected ${name} to be an object or a Map by id, received ${kind}`, {
      path: [name],
    });
  }
  const map = keyed as ReadonlyMap<string, T>;
  for (const key of map.keys()) {
    if (typeof key !== "string") {
      throw new GuiyanError("invalid-argument", `${place}: expected the keys of ${name} to be strings, received ${typeof key}`, {
        path: [name],
      });
    }
  }
  return map;
}
