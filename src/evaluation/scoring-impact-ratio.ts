import { checkArray, GuiyanError } from "../errors/index.js";
import { quantiles } from "../numeric/index.js";
import { type ImpactRatio, type ImpactRatioOptions, impactRatio } from "./impact-ratio.js";

/** The scores of a group's members (群体得分): brought by the auditor, for the registry holds no protected attribute. */
export interface GroupScores {
  readonly group: string;
  /** One finite number a person. */
  readonly scores: readonly number[];
}

/** An audit of scores by group (得分差异影响审计). */
export interface ScoringImpactRatio extends ImpactRatio {
  /** Median of the scores of all groups together; undefined without any. */
  readonly median: number | undefined;
}

/**
 * Impact ratio of scoring (评分差异影响比): the share of each group that scores above the sample's median, over the highest such share.
 *
 *   rate_g = #(scores of g > median of all scores) / #(scores of g)        then as {@link impactRatio}
 *
 * A score equal to the median is not above it; where many share the median the rates of all groups are low, and their ratios uncertain.
 * @throws GuiyanError `invalid-argument` for a score that is no finite number, `duplicate-id`, `invalid-option`, `unknown-option`
 * @complexity O(n log n) scores
 * @source New York City Local Law 144 of 2021, 6 RCNY § 5-300 "scoring rate"
 * @example
 * const scores = (from: number) => Array.from({ length: 20 }, (_, i) => from + i);
 * const audit = scoringImpactRatio([{ group: "a", scores: scores(0) }, { group: "b", scores: scores(5) }]);
 * console.log(audit.median, audit.groups[0]?.selected, audit.groups[1]?.selected); // → 12 7 12
 */
export function scoringImpactRatio(groups: readonly GroupScores[], options: ImpactRatioOptions = {}): ScoringImpactRatio {
  const place = "scoringImpactRatio";
  for (const [i, record] of checkArray(place, "groups", groups).entries()) {
    if (!checkArray(place, "scores", record?.scores).every(Number.isFinite)) {
      throw new GuiyanError("invalid-argument", `${place}: expected scores to be finite numbers`, { path: [i, "scores"] });
    }
  }
  const median = quantiles(
    groups.flatMap(({ scores }) => scores),
    [0.5],
  )?.[0];
  const counts = groups.map(({ group, scores }) => ({
    group,
    selected: median === undefined ? 0 : scores.filter((score) => score > median).length,
    of: scores.length,
  }));
  return { median, ...impactRatio(counts, options) };
}
