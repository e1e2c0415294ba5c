import { BINARY_OPTIONS, type BinaryMetricOptions, foundOf, type Judgements, readJudgedList } from "./judged-list.js";

/**
 * Whether anybody relevant is listed at all (命中率, success@k): its mean is the share of queries served.
 * @returns 1 or 0; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @example
 * console.log(hitRate(["t1", "t2", "t3"], { t3: 2 }, { k: 2 })); // → 0
 */
export function hitRate(ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}): number | undefined {
  const list = readJudgedList("hitRate", ranked, judgements, options, BINARY_OPTIONS);
  return list.relevant === 0 ? undefined : Math.min(1, foundOf(list));
}
