import { checkNumber } from "../errors/index.js";
import { checkExponent } from "./cumulated-gain.js";
import { GRADED_OPTIONS, type GradedMetricOptions, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link expectedReciprocalRank}. */
export interface ExpectedReciprocalRankOptions extends GradedMetricOptions {
  /** Top of the scale of grades, not below any grade, <= 1000. Default the highest grade of the query: set it to compare queries. */
  readonly gmax?: number;
}

/**
 * Expected reciprocal of the place at which a reader stops (期望倒数排名, ERR): what stands below a very good item hardly counts.
 *
 *   ERR = Σ over places i  (1 / i) R_i Π over j < i (1 − R_j)        R_i = (2^grade_i − 1) / 2^gmax
 *
 * @returns in [0, 1); undefined where no judged item has a grade above 0
 * @throws GuiyanError `duplicate-id`, `invalid-argument` (also on a grade above 1000), `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Chapelle, Metzler, Zhang & Grinspan, "Expected reciprocal rank for graded relevance", CIKM 2009, eq. 4
 * @example
 * const judgements = { t1: 3, t2: 0, t3: 2, t4: 0, t5: 1, t6: 2 };
 * console.log(expectedReciprocalRank(["t1", "t2", "t3", "t4", "t5"], judgements, { gmax: 3 })); // → 0.892578125
 */
export function expectedReciprocalRank(
  ranked: readonly string[],
  judgements: Judgements,
  options: ExpectedReciprocalRankOptions = {},
): number | undefined {
  const place = "expectedReciprocalRank";
  const { grades, judged } = readJudgedList(place, ranked, judgements, options, [...GRADED_OPTIONS, "gmax"]);
  let highest = 0;
  for (const grade of judged) highest = Math.max(highest, grade);
  checkExponent(place, highest);
  const gmax = checkNumber(place, "gmax", options.gmax ?? highest, { min: highest, max: 1000 });
  if (highest === 0) return undefined;
  let sum = 0;
  let readOn = 1;
  for (const [i, grade = 0] of grades.entries()) {
    const stop = (2 ** grade - 1) / 2 ** gmax;
    sum += (readOn * stop) / (i + 1);
    readOn *= 1 - stop;
  }
  return sum;
}
