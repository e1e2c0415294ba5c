import { checkArray, checkInteger } from "../errors/index.js";
import { checkGroups, type DesiredShare, type DesiredShares, type Grouped, settleDesired } from "./desired-shares.js";

/** How a group fares at the head of a list (群体偏斜). */
export interface GroupSkew {
  readonly group: string;
  /** Desired share p in 0..1. */
  readonly desired: number;
  /** Share among the first k; undefined of an empty list. */
  readonly share: number | undefined;
  /** ln(share / p): above 0 the group has more than desired. Undefined where either is 0 and the logarithm has no value. */
  readonly skew: number | undefined;
}

/** {@link skewAtK} over a mix that has been read, on the whole list given. */
export function skewOf(list: readonly Grouped[], desired: ReadonlyMap<string, DesiredShare>): GroupSkew[] {
  return [...desired.values()].map(({ group, share: wanted }): GroupSkew => {
    const share = list.length === 0 ? undefined : list.filter((member) => member.group === group).length / list.length;
    const skew = share === undefined || share === 0 || wanted === 0 ? undefined : Math.log(share / wanted);
    return { group, desired: wanted, share, skew };
  });
}

/**
 * Skew of each group at the head of a list (前k偏斜度): how its share there lies to the desired one.
 *
 *   Skew_a@k = ln(share of a among the first k / p_a)
 *
 * @param desired whole counts or shares by group; every group of the list is named in it
 * @param k length of the head, an integer >= 1; a shorter list is taken whole
 * @returns one entry a desired group, in code-point order
 * @throws GuiyanError `invalid-argument`, `invalid-option`
 * @complexity O(k × groups)
 * @source S. C. Geyik, S. Ambler, K. Kenthapadi, KDD 2019, 2221–2231, § 3
 * @example
 * const list = ["a", "a", "a", "b"].map((group) => ({ group }));
 * console.log(skewAtK(list, { a: 1, b: 1 }, 4).map(({ skew }) => skew?.toFixed(3))); // → [ '0.405', '-0.693' ]
 */
export function skewAtK(list: readonly Grouped[], desired: DesiredShares, k: number): GroupSkew[] {
  const place = "skewAtK";
  const shares = settleDesired(place, desired);
  checkGroups(place, checkArray(place, "list", list), shares);
  return skewOf(list.slice(0, checkInteger(place, "k", k, { min: 1 })), shares);
}
