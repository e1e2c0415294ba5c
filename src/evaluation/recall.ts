import { BINARY_OPTIONS, type BinaryMetricOptions, foundOf, type Judgements, readJudgedList } from "./judged-list.js";

/**
 * Share of the relevant who are listed (召回率, R@k).
 *
 *   recall = relevant among the first k / R        R = judged items that are relevant
 *
 * With `k` below R it cannot reach 1; see {@link rPrecision} for a measure that can.
 * @returns share in [0, 1]; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2008, sect. 8.3
 * @example
 * console.log(recall(["t1", "t2"], { t1: 1, t3: 2 })); // → 0.5
 */
export function recall(ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}): number | undefined {
  const list = readJudgedList("recall", ranked, judgements, options, BINARY_OPTIONS);
  return list.relevant === 0 ? undefined : foundOf(list) / list.relevant;
}
