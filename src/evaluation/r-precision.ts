import { type BinaryMetricOptions, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link rPrecision}; the cut-off is the number of relevant items. */
export type RPrecisionOptions = Omit<BinaryMetricOptions, "k">;

/**
 * Precision at as many places as there are relevant items (R 精确率).
 *
 *   R-precision = relevant among the first R / R        R = judged items that are relevant
 *
 * @returns share in [0, 1]; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2008, sect. 8.4
 * @example
 * console.log(rPrecision(["t1", "t2", "t3"], { t1: 1, t3: 1 })); // → 0.5
 */
export function rPrecision(ranked: readonly string[], judgements: Judgements, options: RPrecisionOptions = {}): number | undefined {
  const { found, grades, relevant } = readJudgedList("rPrecision", ranked, judgements, options, ["relevantFrom", "unjudged"]);
  return relevant === 0 ? undefined : (found[Math.min(relevant, grades.length)] as number) / relevant;
}
