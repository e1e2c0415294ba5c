import { cumulatedGain } from "./cumulated-gain.js";
import type { GradedMetricOptions, Judgements } from "./judged-list.js";

/**
 * Discounted cumulated gain as a share of the best possible, a grade counting as itself (归一化折损累计增益, nDCG).
 *
 *   nDCG = DCG / IDCG        DCG = Σ grade_i / log2(i + 1), IDCG the DCG of all judged items, highest grade first, cut at k
 *
 * The other definition in use, with the gain 2^grade − 1, is {@link ndcgExponential}; figures of the two must not be mixed.
 * @returns share in [0, 1]; 1 for the ideal order; undefined where no judged item has a grade above 0
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged log judged)
 * @source Järvelin & Kekäläinen, ACM TOIS 20 (2002) 422–446. Differs: the discount is log2(i + 1) from the first place on, as trec_eval has it.
 * @example
 * const judgements = { t1: 3, t2: 0, t3: 2, t4: 0, t5: 1, t6: 2 };
 * console.log(ndcg(["t1", "t2", "t3", "t4", "t5"], judgements)?.toFixed(10)); // → 0.7706324136
 */
export function ndcg(ranked: readonly string[], judgements: Judgements, options: GradedMetricOptions = {}): number | undefined {
  const gain = cumulatedGain("ndcg", "linear", ranked, judgements, options);
  return gain && Math.min(1, gain.actual / gain.ideal);
}
