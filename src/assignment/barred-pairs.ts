import { checkOneOf, GuiyanError } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import { employerKey } from "../taxonomy/index.js";
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
  const countyMoves = checkOneOf(place, "countyMoves", options.countyMoves ?? "bar", ["bar", "allow"]);
  for (const name of ["countyMoves", "reachable"] as const) {
    if (options[name] !== undefined && talents === undefined)
      throw new GuiyanError("invalid-option", `${place}: expected talents where ${name} is given`, { path: [name] });
  }
  const employers = new Map<string, string>();
  for (const { enterprise } of demands) {
    const key = enterprise === undefined ? undefined : employerKey(enterprise);
    if (enterprise !== undefined && key !== undefined) employers.set(enterprise, key);
  }
  const ofCounty = new Set(employers.values());
  const employerOf = employedInCounty(talents ?? [], ofCounty);
  const mayAsk = reachable ?? (({ doNotContact }: Talent) => doNotContact !== true);
  const refusing = new Set((talents ?? []).filter((talent) => !mayAsk(talent)).map(({ id }) => id));
  return (talent, demand) => {
    if (refusing.has(talent)) return true;
    const held = employerOf.get(talent);
    if (held !== undefined) {
      const own = demand.enterprise !== undefined && employers.get(demand.enterprise) === held;
      if (own || countyMoves === "bar") return true;
    }
    return forbid?.(talent, demand) === true;
  };
}

/** Employer, as a key, of each talent who works for one of some employers. */
function employedInCounty(talents: readonly Talent[], employers: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>();
  if (employers.size === 0) return found;
  // Employers repeat; each name is read once.
  const keys = new Map<string, string | undefined>();
  for (const { id, organization } of talents) {
    if (!organization) continue;
    if (!keys.has(organization)) keys.set(organization, employerKey(organization));
    const key = keys.get(organization);
    if (key !== undefined && employers.has(key)) found.set(id, key);
  }
  return found;
}
