import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";

/** Depth at which nested values are refused; what lies in itself gets there as well. */
const MOST_LEVELS = 64;

/** Whether a value is an object of named members, as JSON has them: no list, no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const above: unknown = Object.getPrototypeOf(value);
  return above === null || above === Object.prototype;
}

/**
 * The one JSON text of a value (规范 JSON): names in code-point order, no blanks, members that are undefined left out; equal texts are equal values.
 * @param path of the value, for the message
 * @throws GuiyanError `invalid-argument` for what JSON cannot hold (a function, a bigint, NaN, an instance of a class) and for more than 64 levels
 * @complexity O(length × log of the greatest number of members)
 */
export function canonicalJson(place: string, value: unknown, path: readonly (string | number)[]): string {
  return textOf(place, value, path, 0);
}

function textOf(place: string, value: unknown, path: readonly (string | number)[], level: number): string {
  if (level > MOST_LEVELS)
    throw new GuiyanError("invalid-argument", `${place}: expected values of at most ${MOST_LEVELS} levels`, { path });
  if (value === null || typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
    return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, (item: unknown) => textOf(place, item, path, level + 1)).join(",")}]`;
  if (!isPlainObject(value)) {
    const came = typeof value === "object" ? "an instance of a class" : typeof value;
    throw new GuiyanError("invalid-argument", `${place}: expected values that JSON can hold, received ${came}`, { path });
  }
  const names = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${names
    .sort(compareCodePoints)
    .map((name) => `${JSON.stringify(name)}:${textOf(place, value[name], path, level + 1)}`)
    .join(",")}}`;
}
