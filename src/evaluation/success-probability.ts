import { checkInteger, GuiyanError } from "../errors/index.js";
import { logistic } from "./logistic.js";

/** Points of a perfect match. */
export const FULL_POINTS = 1_000_000;

/** A calibration by a logistic curve (普拉特校准曲线): plain data, kept as JSON. */
export interface PlattCurve {
  readonly method: "platt";
  /** Log odds gained from 0 to 1 000 000 points. */
  readonly slope: number;
  /** Log odds at 0 points. */
  readonly intercept: number;
}

/** One corner of an isotonic calibration (保序校准节点). */
export interface IsotonicKnot {
  readonly points: number;
  readonly probability: number;
}

/** A calibration by a rising line of straight pieces (保序校准曲线): plain data, kept as JSON. */
export interface IsotonicCurve {
  readonly method: "isotonic";
  /** At least one; points ascending, probabilities not descending. */
  readonly knots: readonly IsotonicKnot[];
}

/** From points to a probability of success (得分校准曲线). */
export type CalibrationCurve = PlattCurve | IsotonicCurve;

/** Probability on a line through knots; level before the first and behind the last. */
function interpolate(knots: readonly IsotonicKnot[], points: number): number {
  let [low, high] = [0, knots.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((knots[middle] as IsotonicKnot).points < points) low = middle + 1;
    else high = middle;
  }
  const right = knots[low] as IsotonicKnot;
  const left = knots[low - 1];
  if (left === undefined || points >= right.points) return right.probability;
  const part = (points - left.points) / (right.points - left.points);
  return left.probability + part * (right.probability - left.probability);
}

/**
 * Probability of success that points mean (得分对应的成功概率), by a calibration of past outcomes.
 *
 *   platt:    σ(slope · points / 1 000 000 + intercept)
 *   isotonic: straight lines between the knots, level outside them
 *
 * @param calibration what `calibrate` gave, or the same read back from JSON
 * @param points integer 0..1 000 000
 * @returns a probability in [0, 1]
 * @throws GuiyanError `invalid-argument` for a calibration of another shape, `invalid-option` for points out of range
 * @complexity O(log knots)
 * @example
 * console.log(successProbability({ method: "platt", slope: 6, intercept: -3 }, 500_000)); // → 0.5
 */
export function successProbability(calibration: CalibrationCurve, points: number): number {
  const place = "successProbability";
  checkInteger(place, "points", points, { min: 0, max: FULL_POINTS });
  if (calibration?.method === "platt" && Number.isFinite(calibration.slope) && Number.isFinite(calibration.intercept)) {
    return logistic((calibration.slope * points) / FULL_POINTS + calibration.intercept);
  }
  if (calibration?.method === "isotonic" && Array.isArray(calibration.knots) && calibration.knots.length > 0) {
    // Adding zero turns a negative zero into one.
    const probability = interpolate(calibration.knots, points) + 0;
    if (probability >= 0 && probability <= 1) return probability;
  }
  throw new GuiyanError("invalid-argument", `${place}: expected a calibration with method platt or isotonic and its coefficients or knots`);
}
