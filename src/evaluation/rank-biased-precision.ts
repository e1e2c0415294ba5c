import { checkNumber } from "../errors/index.js";
import { BINARY_OPTIONS, type BinaryMetricOptions, isRelevantAt, type JudgedList, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link rankBiasedPrecision} and {@link rankBiasedPrecisionResidual}. */
export interface RankBiasedPrecisionOptions extends BinaryMetricOptions {
  /** Persistence: the chance that a reader goes on to the next place, 0 < p < 1. Default 0.8. */
  readonly p?: number;
}

/**
 * Rate at which a reader who goes on with chance `p` meets relevant items (排名偏置精确率, RBP).
 *
 *   RBP = (1 − p) Σ over relevant places i  p^(i − 1)
 *
 * A lower bound where items are unjudged or the list ends: {@link rankBiasedPrecisionResidual} tells by how much it could rise.
 * @returns in [0, 1); undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Moffat & Zobel, "Rank-biased precision for measurement of retrieval effectiveness", ACM TOIS 27 (2008) 2:1–27, eq. 4.
 *   Differs: an item is relevant or not; the paper also allows for shares.
 * @example
 * console.log(rankBiasedPrecision(["t1", "t2", "t3"], { t1: 3, t3: 2 }, { p: 0.5 })); // → 0.625
 */
export function rankBiasedPrecision(
  ranked: readonly string[],
  judgements: Judgements,
  options: RankBiasedPrecisionOptions = {},
): number | undefined {
  const { list, p } = readRankBiased("rankBiasedPrecision", ranked, judgements, options);
  if (list.relevant === 0) return undefined;
  let sum = 0;
  let weight = 1 - p;
  for (let i = 0; i < list.grades.length; i++) {
    if (isRelevantAt(list, i)) sum += weight;
    weight *= p;
  }
  return sum;
}

/** The judged list and the persistence, checked (读取 RBP 的参数). */
export function readRankBiased(
  place: string,
  ranked: readonly string[],
  judgements: Judgements,
  options: RankBiasedPrecisionOptions,
): { readonly list: JudgedList; readonly p: number } {
  const list = readJudgedList(place, ranked, judgements, options, [...BINARY_OPTIONS, "p"]);
  return { list, p: checkNumber(place, "p", options.p ?? 0.8, { above: 0, below: 1 }) };
}
