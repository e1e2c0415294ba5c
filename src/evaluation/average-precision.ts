import { BINARY_OPTIONS, type BinaryMetricOptions, isRelevantAt, type Judgements, readJudgedList } from "./judged-list.js";

/**
 * Mean over the relevant items of the precision at their place (平均精确率, AP); its mean over queries is MAP.
 *
 *   AP = (1 / R) Σ over relevant places i  relevant among the first i / i        R = judged items that are relevant
 *
 * Whoever is not listed adds 0. R is not cut at `k`, as in trec_eval's map_cut: with `k` below R it cannot reach 1.
 * @returns share in [0, 1]; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Voorhees & Harman, TREC: Experiment and Evaluation in Information Retrieval, 2005, ch. 3
 * @example
 * console.log(averagePrecision(["t1", "t2", "t3"], { t1: 1, t3: 1, t9: 1 })?.toFixed(4)); // → 0.5556
 */
export function averagePrecision(ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}): number | undefined {
  const list = readJudgedList("averagePrecision", ranked, judgements, options, BINARY_OPTIONS);
  if (list.relevant === 0) return undefined;
  let sum = 0;
  for (let i = 0; i < list.grades.length; i++) if (isRelevantAt(list, i)) sum += (list.found[i + 1] as number) / (i + 1);
  return sum / list.relevant;
}
