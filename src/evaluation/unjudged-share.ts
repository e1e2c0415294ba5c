import { type GradedMetricOptions, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link unjudgedShare}. */
export type UnjudgedShareOptions = Pick<GradedMetricOptions, "k">;

/**
 * Share of the places of a list that hold an unjudged item (未判定占比): how little its other figures can be trusted.
 *
 *   unjudged among the first k / k        without k: unjudged listed / listed
 *
 * @returns share in [0, 1]; undefined for an empty list without `k`
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @example
 * console.log(unjudgedShare(["t1", "t2", "t3", "t4"], { t1: 1, t2: 0, t4: 0 })); // → 0.25
 */
export function unjudgedShare(ranked: readonly string[], judgements: Judgements, options: UnjudgedShareOptions = {}): number | undefined {
  const { grades, depth } = readJudgedList("unjudgedShare", ranked, judgements, options, ["k"]);
  return depth === 0 ? undefined : grades.filter((grade) => grade === undefined).length / depth;
}
