import { BINARY_OPTIONS, type BinaryMetricOptions, foundOf, type Judgements, readJudgedList } from "./judged-list.js";

/**
 * How many of the listed are relevant (命中数).
 * @returns integer >= 0; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @example
 * console.log(hits(["t1", "t2", "t3"], { t1: 1, t3: 2 }, { k: 3 })); // → 2
 */
export function hits(ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}): number | undefined {
  const list = readJudgedList("hits", ranked, judgements, options, BINARY_OPTIONS);
  return list.relevant === 0 ? undefined : foundOf(list);
}
