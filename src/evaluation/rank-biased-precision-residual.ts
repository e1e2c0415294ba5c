import type { Judgements } from "./judged-list.js";
import { type RankBiasedPrecisionOptions, readRankBiased } from "./rank-biased-precision.js";

/**
 * How much {@link rankBiasedPrecision} could still rise (RBP 的残差): were every unjudged item relevant, and all below the end of the list.
 *
 *   residual = (1 − p) Σ over unjudged places i  p^(i − 1)  +  p^n        n places of the list, cut at k
 *
 * RBP lies in [RBP, RBP + residual]. Under `unjudged: "condense"` only the end of the list is left.
 * @returns in (0, 1]; 1 for the empty list; undefined where no judged item is relevant, as RBP is
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Moffat & Zobel, ACM TOIS 27 (2008) 2:1–27, sect. 4. Differs: trec_eval's rbp_resid leaves the end of the list out where every
 *   item is judged.
 * @example
 * console.log(rankBiasedPrecisionResidual(["t1", "t2"], { t1: 1 }, { p: 0.5 })); // → 0.5
 */
export function rankBiasedPrecisionResidual(
  ranked: readonly string[],
  judgements: Judgements,
  options: RankBiasedPrecisionOptions = {},
): number | undefined {
  const { list, p } = readRankBiased("rankBiasedPrecisionResidual", ranked, judgements, options);
  if (list.relevant === 0) return undefined;
  let unjudged = 0;
  let rest = 1;
  for (const grade of list.grades) {
    if (grade === undefined) unjudged += (1 - p) * rest;
    rest *= p;
  }
  return unjudged + rest;
}
