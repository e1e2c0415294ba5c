import { cumulatedGain } from "./cumulated-gain.js";
import type { GradedMetricOptions, Judgements } from "./judged-list.js";

/**
 * Discounted cumulated gain of a list, a grade counting twice as much as the one below it (指数增益的 DCG).
 *
 *   DCG = Σ over places i  (2^grade_i − 1) / log2(i + 1)
 *
 * @returns >= 0; undefined where no judged item has a grade above 0
 * @throws GuiyanError `duplicate-id`, `invalid-argument` (also on a grade above 1000), `invalid-option`, `unknown-option`
 * @complexity O(listed + judged log judged)
 * @source Burges et al., "Learning to rank using gradient descent", ICML 2005, p. 94
 * @example
 * console.log(dcgExponential(["t1", "t2"], { t1: 3, t2: 1 }, { k: 1 })); // → 7
 */
export function dcgExponential(ranked: readonly string[], judgements: Judgements, options: GradedMetricOptions = {}): number | undefined {
  return cumulatedGain("dcgExponential", "exponential", ranked, judgements, options)?.actual;
}
