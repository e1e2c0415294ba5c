import { GuiyanError } from "../errors/index.js";
import { GRADED_OPTIONS, type GradedMetricOptions, type Judgements, readJudgedList } from "./judged-list.js";

/** What an item of a grade is worth (增益). */
export type Gain = "linear" | "exponential";

/** Above this 2^g comes near the largest number. */
const HIGHEST_EXPONENT = 1000;

/**
 * Discounted cumulated gain of a list and of the best list there could be (折损累计增益及其理想值).
 *
 *   actual = Σ over places i  gain(grade_i) / log2(i + 1)          ideal = the same over all judged grades, highest first, cut at k
 *
 * @returns undefined where no judged item has a grade above 0
 * @throws GuiyanError as {@link readJudgedList}; `invalid-argument` on a grade above 1000 where the gain is exponential
 * @complexity O(listed + judged log judged)
 */
export function cumulatedGain(
  place: string,
  gain: Gain,
  ranked: readonly string[],
  judgements: Judgements,
  options: GradedMetricOptions,
): { readonly actual: number; readonly ideal: number } | undefined {
  const { grades, judged } = readJudgedList(place, ranked, judgements, options, GRADED_OPTIONS);
  const best = [...judged].sort((a, b) => b - a).slice(0, options.k);
  const highest = best[0] ?? 0;
  if (highest === 0) return undefined;
  if (gain === "exponential") checkExponent(place, highest);
  return { actual: discountedSum(grades, gain), ideal: discountedSum(best, gain) };
}

/**
 * Refuses a grade whose power of two would come near the largest number (等级过大).
 * @throws GuiyanError `invalid-argument` on a grade above 1000
 */
export function checkExponent(place: string, highest: number): void {
  if (highest <= HIGHEST_EXPONENT) return;
  const message = `${place}: expected grades <= ${HIGHEST_EXPONENT}, as two is raised to them, received ${highest}`;
  throw new GuiyanError("invalid-argument", message, { path: ["judgements"] });
}

function discountedSum(grades: readonly (number | undefined)[], gain: Gain): number {
  let sum = 0;
  for (const [i, grade = 0] of grades.entries()) sum += (gain === "linear" ? grade : 2 ** grade - 1) / Math.log2(i + 2);
  return sum;
}
