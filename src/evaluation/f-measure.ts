import { checkNumber } from "../errors/index.js";
import { BINARY_OPTIONS, type BinaryMetricOptions, foundOf, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link fMeasure}. */
export interface FMeasureOptions extends BinaryMetricOptions {
  /** How many times recall weighs as much as precision, 0 < beta <= 1e6. Default 1. */
  readonly beta?: number;
}

/**
 * Weighted harmonic mean of precision and recall (F 值).
 *
 *   F = (1 + beta²) P R / (beta² P + R) = (1 + beta²) found / (beta² R + depth)        depth = k, else the length of the list
 *
 * @returns share in [0, 1]; 0 where nothing relevant is listed; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source van Rijsbergen, Information Retrieval, 1979, ch. 7 (F = 1 − E)
 * @example
 * console.log(fMeasure(["t1", "t2"], { t1: 1, t3: 1 })); // → 0.5
 */
export function fMeasure(ranked: readonly string[], judgements: Judgements, options: FMeasureOptions = {}): number | undefined {
  const list = readJudgedList("fMeasure", ranked, judgements, options, [...BINARY_OPTIONS, "beta"]);
  const beta = checkNumber("fMeasure", "beta", options.beta ?? 1, { above: 0, max: 1e6 });
  if (list.relevant === 0) return undefined;
  return ((1 + beta * beta) * foundOf(list)) / (beta * beta * list.relevant + list.depth);
}
