import { checkArray } from "../errors/index.js";
import { checkGroups, type DesiredShare, type DesiredShares, type Grouped, settleDesired } from "./desired-shares.js";

/** {@link ndkl} over a mix that has been read. */
export function ndklOf(list: readonly Grouped[], desired: ReadonlyMap<string, DesiredShare>): number | undefined {
  const counts = new Map<string, number>();
  let sum = 0;
  let scale = 0;
  for (const [i, { group }] of list.entries()) {
    counts.set(group, (counts.get(group) ?? 0) + 1);
    let divergence = 0;
    for (const [held, count] of counts) {
      const share = desired.get(held)?.share ?? 0;
      if (share === 0) return undefined;
      divergence += (count / (i + 1)) * Math.log(count / (i + 1) / share);
    }
    const weight = 1 / Math.log2(i + 2);
    // Rounding may bring a divergence of 0 below it.
    sum += Math.max(0, divergence) * weight;
    scale += weight;
  }
  return scale === 0 ? undefined : sum / scale;
}

/**
 * Normalised discounted Kullback–Leibler divergence of a list from a desired mix (归一化折损KL散度): 0 where every prefix has the desired mix.
 *
 *   NDKL = (1/Z) Σ_{i=1..n} KL(D_i ‖ p) / log₂(i + 1)        Z = Σ 1/log₂(i + 1), KL with the natural logarithm
 *
 * D_i is the mix of the first i members, p the desired one. An even list of two groups is not 0: its first member alone is far from even.
 * @param desired whole counts or shares by group; every group of the list is named in it
 * @returns a number >= 0; undefined for an empty list, and where a group that is not desired at all appears (the divergence is infinite)
 * @throws GuiyanError `invalid-argument`, `invalid-option`
 * @complexity O(members × groups)
 * @source S. C. Geyik, S. Ambler, K. Kenthapadi, KDD 2019, 2221–2231, § 3. FairRankTune takes p from the list itself; here it is what is desired.
 * @example
 * const list = ["a", "a", "b", "b"].map((group) => ({ group }));
 * console.log(ndkl(list, { a: 1, b: 1 })?.toFixed(4)); // → 0.4524
 */
export function ndkl(list: readonly Grouped[], desired: DesiredShares): number | undefined {
  const place = "ndkl";
  const shares = settleDesired(place, desired);
  checkGroups(place, checkArray(place, "list", list), shares);
  return ndklOf(list, shares);
}
