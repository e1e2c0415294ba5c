import { cumulatedGain } from "./cumulated-gain.js";
import type { GradedMetricOptions, Judgements } from "./judged-list.js";

/**
 * Discounted cumulated gain of a list, a grade counting as itself (折损累计增益, DCG).
 *
 *   DCG = Σ over places i  grade_i / log2(i + 1)
 *
 * Not bounded by 1; lists of different queries are compared by {@link ndcg}.
 * @returns >= 0; undefined where no judged item has a grade above 0
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged log judged)
 * @source Järvelin & Kekäläinen, ACM TOIS 20 (2002) 422–446. Differs: the discount is log2(i + 1) from the first place on, as trec_eval has it.
 * @example
 * console.log(dcg(["t1", "t2"], { t1: 1, t2: 3 }, { k: 1 })); // → 1
 */
export function dcg(ranked: readonly string[], judgements: Judgements, options: GradedMetricOptions = {}): number | undefined {
  return cumulatedGain("dcg", "linear", ranked, judgements, options)?.actual;
}
