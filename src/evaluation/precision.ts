import { BINARY_OPTIONS, type BinaryMetricOptions, foundOf, type Judgements, readJudgedList } from "./judged-list.js";

/**
 * Share of the listed who are relevant (精确率, P@k).
 *
 *   precision = relevant among the first k / k        without k: relevant listed / listed
 *
 * A list shorter than `k` has empty places, which count as not relevant; an empty list has precision 0, as in trec_eval.
 * @returns share in [0, 1]; undefined where no judged item is relevant, as no list could then be better than another
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Manning, Raghavan & Schütze, Introduction to Information Retrieval, 2008, sect. 8.3–8.4
 * @example
 * console.log(precision(["t1", "t2", "t3"], { t1: 1, t3: 2 }, { k: 2 })); // → 0.5
 */
export function precision(ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}): number | undefined {
  const list = readJudgedList("precision", ranked, judgements, options, BINARY_OPTIONS);
  if (list.relevant === 0) return undefined;
  return list.depth === 0 ? 0 : foundOf(list) / list.depth;
}
