import { employerKey } from "../taxonomy/index.js";
import type { Demand } from "./demand.js";
import type { Talent } from "./talent.js";

/** Why a move brings the county nobody: the person works there already, for the demand's own employer or for another county enterprise (县内流动). */
export type CountyMove = "own-employer" | "county-enterprise";

/**
 * Says of a person and a demand whether filling the one with the other would only move somebody within the county (县内流动判定).
 *
 * A county enterprise is one that any of the demands names. Names are compared by their `employerKey`. Where the demand names no employer,
 * a person of a county enterprise counts as moving from it: that the post is elsewhere cannot be told.
 * @param demands all demands of the county, closed ones too
 * @returns a function that answers undefined for a person who works elsewhere, or whose employer is unknown
 * @complexity O(demands) once, then O(1) for an employer seen before
 * @example
 * const demand = { id: "d1", enterprise: "南乐县甲食品有限公司", requirements: [] };
 * const moveOf = countyMoves([demand, { id: "d2", enterprise: "南乐县乙机械厂", requirements: [] }]);
 * console.log(moveOf({ id: "t1", organization: "南乐甲食品有限责任公司" }, demand)); // → own-employer
 * console.log(moveOf({ id: "t2", organization: "南乐乙机械厂" }, demand)); // → county-enterprise
 */
export function countyMoves(demands: readonly Demand[]): (talent: Talent, demand: Demand) => CountyMove | undefined {
  // Employers repeat; each name is read once.
  const keys = new Map<string, string | undefined>();
  const keyOf = (name: string | undefined): string | undefined => {
    if (name === undefined) return undefined;
    if (!keys.has(name)) keys.set(name, employerKey(name));
    return keys.get(name);
  };
  const ofCounty = new Set(demands.map(({ enterprise }) => keyOf(enterprise)));
  return (talent, demand) => {
    const held = keyOf(talent.organization);
    if (held === undefined || !ofCounty.has(held)) return undefined;
    return held === keyOf(demand.enterprise) ? "own-employer" : "county-enterprise";
  };
}
