import { checkOneOf, GuiyanError } from "../errors/index.js";
import { countyMoves, type Demand, type Talent } from "../model/index.js";
import type { AssignOptions } from "./assign.js";

/**
 * Which pairs must not be made (禁止配对): people who may not be asked, people of one county enterprise for another, people for the employer whom they have,
 * and what the caller forbids.
 * @throws GuiyanError `invalid-option`
 * @complexity O(talents + demands) once
 */
export function barredPairs(place: string, options: AssignOptions): (talent: string, demand: Demand) => boolean {
  const { talents, demands, forbid, reachable } = options;
  for (const [name, call] of Object.entries({ forbid, reachable, preference: options.preference })) {
    if (call !== undefined && typeof call !== "function")
      throw new GuiyanError("invalid-option", `${place}: expected ${name} to be a function`, { path: [name] });
  }
  const moves = checkOneOf(place, "countyMoves", options.countyMoves ?? "bar", ["bar", "allow"]);
  for (const name of ["countyMoves", "reachable"] as const) {
    if (options[name] !== undefined && talents === undefined)
      throw new GuiyanError("invalid-option", `${place}: expected talents where ${name} is given`, { path: [name] });
  }
  const moveOf = countyMoves(demands);
  const [any] = demands;
  // Whoever works for a county enterprise would be moving, whatever the demand.
  const inCounty = new Map(
    (talents ?? []).filter((talent) => any !== undefined && moveOf(talent, any) !== undefined).map((one) => [one.id, one]),
  );
  const mayAsk = reachable ?? (({ doNotContact }: Talent) => doNotContact !== true);
  const refusing = new Set((talents ?? []).filter((talent) => !mayAsk(talent)).map(({ id }) => id));
  return (id, demand) => {
    if (refusing.has(id)) return true;
    const talent = inCounty.get(id);
    if (talent !== undefined && (moves === "bar" || moveOf(talent, demand) === "own-employer")) return true;
    return forbid?.(id, demand) === true;
  };
}
