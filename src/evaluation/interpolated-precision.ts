import { checkNumber } from "../errors/index.js";
import { BINARY_OPTIONS, type BinaryMetricOptions, isRelevantAt, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link interpolatedPrecision}. */
export interface InterpolatedPrecisionOptions extends BinaryMetricOptions {
  /** Share of the relevant that must have been met, in [0, 1]. */
  readonly recall: number;
}

/**
 * Highest precision at any place where at least a share of the relevant has been met (插值精确率).
 *
 *   iprec(recall) = max over places i with found_i >= ceil(recall × R)  found_i / i        0 where there is no such place
 *
 * @returns share in [0, 1]; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2008, eq. 8.7.
 *   Differs: trec_eval 10 rounds recall × R to the nearest whole number, trec_eval 9 nearly up.
 * @example
 * console.log(interpolatedPrecision(["t1", "t2", "t3"], { t2: 1, t3: 1 }, { recall: 0.5 })?.toFixed(4)); // → 0.6667
 */
export function interpolatedPrecision(
  ranked: readonly string[],
  judgements: Judgements,
  options: InterpolatedPrecisionOptions,
): number | undefined {
  const place = "interpolatedPrecision";
  const list = readJudgedList(place, ranked, judgements, options ?? {}, [...BINARY_OPTIONS, "recall"]);
  const recall = checkNumber(place, "recall", options?.recall, { min: 0, max: 1 });
  if (list.relevant === 0) return undefined;
  // 0.14 × 50 is a hair above 7.
  const needed = Math.ceil(recall * list.relevant - 1e-9);
  let highest = 0;
  for (let i = 0; i < list.grades.length; i++) {
    const found = list.found[i + 1] as number;
    // Precision peaks where a relevant item stands.
    if (found >= needed && isRelevantAt(list, i)) highest = Math.max(highest, found / (i + 1));
  }
  return highest;
}
