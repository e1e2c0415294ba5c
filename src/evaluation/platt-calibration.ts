import {
  type CalibrationMethod,
  type CalibrationOptions,
  type CalibrationResult,
  calibrateBy,
  type PointsOutcome,
  type SettledOutcome,
} from "./calibration-method.js";
import { logisticRegression } from "./logistic-regression.js";
import { FULL_POINTS, type PlattCurve } from "./success-probability.js";

/**
 * Platt's targets (普拉特目标值): what a success and a failure are fitted to instead of 1 and 0, which keeps the curve finite.
 *
 *   t₊ = (N₊ + 1) / (N₊ + 2)        t₋ = 1 / (N₋ + 2)
 *
 * @param positives N₊, the mass of the successes
 * @param negatives N₋, the mass of the failures
 */
export function plattTargets(positives: number, negatives: number): { readonly success: number; readonly failure: number } {
  return { success: (positives + 1) / (positives + 2), failure: 1 / (negatives + 2) };
}

/** Fits the curve on points brought to −1..1, whatever stretch of the scale they lie on. */
function fitPlatt(outcomes: readonly SettledOutcome[]): PlattCurve | undefined {
  const mass = (wanted: boolean) => outcomes.reduce((sum, { success, weight }) => sum + (success === wanted ? weight : 0), 0);
  const target = plattTargets(mass(true), mass(false));
  const [least, most] = [outcomes[0]?.points ?? 0, outcomes.at(-1)?.points ?? 0];
  const [centre, reach] = [(least + most) / 2, (most - least) / 2];
  // The outcomes of a fold may all have the same points; the curve is then level.
  const columns = reach === 0 ? 1 : 2;
  const { coefficients, converged } = logisticRegression({
    design: Float64Array.from(outcomes.flatMap(({ points }) => [1, (points - centre) / reach].slice(0, columns))),
    columns,
    targets: Float64Array.from(outcomes, ({ success }) => (success ? target.success : target.failure)),
    weights: Float64Array.from(outcomes, ({ weight }) => weight),
  });
  if (!converged) return undefined;
  const [height = 0, rise = 0] = coefficients;
  // Adding zero turns a negative zero into one.
  const perPoint = reach === 0 ? 0 : rise / reach;
  return { method: "platt", slope: perPoint * FULL_POINTS + 0, intercept: height - perPoint * centre + 0 };
}

/** Platt's curve, from 30 successes and 30 failures on (普拉特方法). */
export const PLATT_METHOD: CalibrationMethod = { needed: 30, fitCurve: fitPlatt };

/**
 * Probability of success by points, as a logistic curve (普拉特校准).
 *
 *   P(success | points) = σ(slope · points / 1 000 000 + intercept)
 *
 * Fitted to Platt's targets {@link plattTargets} by Newton's method with backtracking. Fewer than 30 successes, or 30 failures, are refused: the curve
 * is learnt from the rarer of the two. ECE and Brier score are those of forecasts for each fold by the curve of the others.
 * @returns the curve with `status` "calibrated", or "inverted" where it falls; or "insufficient" with the reason
 * @throws GuiyanError `invalid-argument` for an outcome that cannot be, `invalid-option`, `unknown-option`
 * @complexity O(folds × n) steps of Newton, some 10 for each fold
 * @source J. C. Platt, in Advances in Large Margin Classifiers, 2000, 61–74; H.-T. Lin, C.-J. Lin, R. C. Weng, Machine Learning 68 (2007) 267–276.
 *   Differs: weighted masses for the counts in the targets.
 * @example
 * const outcomes = Array.from({ length: 100 }, (_, i) => ({ points: i * 10_000, success: i % 10 < i / 10 }));
 * const calibration = plattCalibration(outcomes);
 * if (calibration.status !== "insufficient")
 *   console.log(successProbability(calibration, 200_000) < 0.3, successProbability(calibration, 800_000) > 0.7); // → true true
 */
export function plattCalibration(outcomes: readonly PointsOutcome[], options: CalibrationOptions = {}): CalibrationResult {
  return calibrateBy("plattCalibration", PLATT_METHOD, outcomes, options);
}
