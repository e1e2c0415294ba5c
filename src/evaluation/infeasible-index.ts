import { checkArray } from "../errors/index.js";
import { checkGroups, type DesiredShare, type DesiredShares, type Grouped, settleDesired } from "./desired-shares.js";

/**
 * The lengths of prefixes in which some group has fewer than its floor (不满足下限的前缀长度), ascending.
 * @complexity O(members × groups)
 */
export function infeasiblePrefixes(list: readonly Grouped[], desired: ReadonlyMap<string, DesiredShare>): number[] {
  const counts = new Map<string, number>();
  const prefixes: number[] = [];
  for (const [i, { group }] of list.entries()) {
    counts.set(group, (counts.get(group) ?? 0) + 1);
    for (const share of desired.values()) {
      if ((counts.get(share.group) ?? 0) >= share.least(i + 1)) continue;
      prefixes.push(i + 1);
      break;
    }
  }
  return prefixes;
}

/**
 * Infeasible index (不可行指数): how many prefixes of a list hold too few of some group.
 *
 *   #{ k in 1..n : some group a has c_a(k) < ⌊k·p_a⌋ }        c_a(k): members of a among the first k, p_a: desired share
 *
 * @param desired whole counts or shares by group; every group of the list is named in it
 * @returns 0 for a list that keeps every floor, n at most
 * @throws GuiyanError `invalid-argument`, `invalid-option`
 * @complexity O(members × groups)
 * @source S. C. Geyik, S. Ambler, K. Kenthapadi, KDD 2019, 2221–2231, § 3
 * @example
 * const list = ["a", "a", "b", "b"].map((group) => ({ group }));
 * console.log(infeasibleIndex(list, { a: 1, b: 1 })); // → 1
 */
export function infeasibleIndex(list: readonly Grouped[], desired: DesiredShares): number {
  const place = "infeasibleIndex";
  const shares = settleDesired(place, desired);
  checkGroups(place, checkArray(place, "list", list), shares);
  return infeasiblePrefixes(list, shares).length;
}
