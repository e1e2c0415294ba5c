import { cumulatedGain } from "./cumulated-gain.js";
import type { GradedMetricOptions, Judgements } from "./judged-list.js";

/**
 * Discounted cumulated gain as a share of the best possible, a grade counting twice as much as the one below it (指数增益的 nDCG).
 *
 *   nDCG = DCG / IDCG        DCG = Σ (2^grade_i − 1) / log2(i + 1), IDCG the DCG of all judged items, highest grade first, cut at k
 *
 * Puts more on the very best items than {@link ndcg} does; for grades 0 and 1 the two are equal.
 * @returns share in [0, 1]; 1 for the ideal order; undefined where no judged item has a grade above 0
 * @throws GuiyanError `duplicate-id`, `invalid-argument` (also on a grade above 1000), `invalid-option`, `unknown-option`
 * @complexity O(listed + judged log judged)
 * @source Burges et al., "Learning to rank using gradient descent", ICML 2005, p. 94
 * @example
 * const judgements = { t1: 3, t2: 0, t3: 2, t4: 0, t5: 1, t6: 2 };
 * console.log(ndcgExponential(["t1", "t2", "t3", "t4", "t5"], judgements)?.toFixed(8)); // → 0.82107275
 */
export function ndcgExponential(ranked: readonly string[], judgements: Judgements, options: GradedMetricOptions = {}): number | undefined {
  const gain = cumulatedGain("ndcgExponential", "exponential", ranked, judgements, options);
  return gain && Math.min(1, gain.actual / gain.ideal);
}
