import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { type Keyed, readKeyed } from "./keyed-values.js";

/** A metric's value of each query for one arm (逐查询指标值): by query, as `evaluateRanking` gives them, or in the same order for both arms. */
export type ArmValues = readonly (number | undefined)[] | Keyed<number | undefined>;

/**
 * Differences a − b, query by query (成对差值); refuses an arm that did not run, as a comparison with it would prove nothing.
 *
 * Values by query are taken in code-point order of the query, so the order in which they were filled in does not matter.
 * @throws GuiyanError `invalid-argument`, naming the arm and how many values it lacks: where an arm is empty, lacks a query that the other has, or
 *   holds undefined or a number that is not finite; also where one arm is an array and the other is not
 * @complexity O(queries log queries)
 */
export function pairedDifferences(place: string, a: ArmValues, b: ArmValues): number[] {
  const listed = Array.isArray(a);
  if (listed !== Array.isArray(b)) {
    throw new GuiyanError("invalid-argument", `${place}: expected both arms as arrays or both by query, received one of each`);
  }
  const arms = { a: readArm(place, "a", a), b: readArm(place, "b", b) };
  const queries = [...new Set([...arms.a.keys(), ...arms.b.keys()])];
  if (!listed) queries.sort(compareCodePoints);
  checkRan(place, "a", arms.a, queries);
  checkRan(place, "b", arms.b, queries);
  return queries.map((query) => (arms.a.get(query) as number) - (arms.b.get(query) as number));
}

/** Values by query; those of an array by place, where a hole is a missing value. */
function readArm(place: string, name: string, arm: ArmValues): ReadonlyMap<string, number | undefined> {
  if (Array.isArray(arm)) return new Map(Array.from(arm as readonly (number | undefined)[], (value, i) => [String(i), value]));
  return readKeyed(place, `arm ${name}`, arm as Keyed<number | undefined>);
}

function checkRan(place: string, name: string, arm: ReadonlyMap<string, number | undefined>, queries: readonly string[]): void {
  const refuse = (message: string, details: Readonly<Record<string, unknown>> = {}) => {
    throw new GuiyanError("invalid-argument", `${place}: expected arm ${name} ${message}`, {
      path: [name],
      details: { arm: name, ...details },
    });
  };
  if (arm.size === 0) refuse("to have run, received no values", { missing: queries.length, queries: queries.length });
  const missing = queries.filter((query) => arm.get(query) === undefined).length;
  if (missing > 0) {
    refuse(`to have a value for each of ${queries.length} queries, received ${missing} missing`, { missing, queries: queries.length });
  }
  for (const value of arm.values()) {
    if (!Number.isFinite(value)) refuse(`to hold finite numbers, received ${typeof value === "number" ? value : typeof value}`);
  }
}
