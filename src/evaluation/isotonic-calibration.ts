import {
  type CalibrationMethod,
  type CalibrationOptions,
  type CalibrationResult,
  calibrateBy,
  type PointsOutcome,
  type SettledOutcome,
} from "./calibration-method.js";
import { isotonicRegression } from "./isotonic-regression.js";
import type { IsotonicCurve, IsotonicKnot } from "./success-probability.js";

/** Outcomes of the same points together. */
interface Pool {
  readonly points: number;
  weight: number;
  success: number;
}

function fitIsotonic(outcomes: readonly SettledOutcome[]): IsotonicCurve {
  const pools: Pool[] = [];
  for (const { points, success, weight } of outcomes) {
    let pool = pools.at(-1);
    if (pool?.points !== points) {
      pool = { points, weight: 0, success: 0 };
      pools.push(pool);
    }
    pool.weight += weight;
    if (success) pool.success += weight;
  }
  const fitted = isotonicRegression(
    pools.map(({ success, weight }) => success / weight),
    pools.map(({ weight }) => weight),
  );
  // Of a run of equal values the ends are enough.
  const knots = pools.flatMap(({ points }, i): IsotonicKnot[] => {
    const probability = fitted[i] as number;
    const inside = fitted[i - 1] === probability && fitted[i + 1] === probability;
    return inside ? [] : [{ points, probability: Math.min(1, probability) }];
  });
  return { method: "isotonic", knots };
}

/** The isotonic curve, from 100 successes and 100 failures on (保序方法). */
export const ISOTONIC_METHOD: CalibrationMethod = { needed: 100, fitCurve: fitIsotonic };

/**
 * Probability of success by points, as whatever rising line fits best (保序校准).
 *
 *   minimise Σ w (f(points) − y)²   subject to f not falling        y = 1 for a success, 0 otherwise
 *
 * Outcomes of equal points are pooled first; between the points that occurred the line is straight, outside them level. Its form is free, so it needs
 * more than a logistic curve: fewer than 100 successes, or 100 failures, are refused. It cannot fall; where it should, `status` is "inverted".
 * @returns the knots of the line with `status` "calibrated" or "inverted"; or "insufficient" with the reason
 * @throws GuiyanError `invalid-argument` for an outcome that cannot be, `invalid-option`, `unknown-option`
 * @complexity O(folds × n + n log n)
 * @source B. Zadrozny, C. Elkan, KDD 2002, 694–699
 * @example
 * const outcomes = Array.from({ length: 400 }, (_, i) => ({ points: i < 200 ? 300_000 : 700_000, success: i % 4 === 0 || (i > 200 && i % 2 === 0) }));
 * const calibration = isotonicCalibration(outcomes);
 * if (calibration.status !== "insufficient") console.log(successProbability(calibration, 300_000), successProbability(calibration, 700_000)); // → 0.25 0.5
 */
export function isotonicCalibration(outcomes: readonly PointsOutcome[], options: CalibrationOptions = {}): CalibrationResult {
  return calibrateBy("isotonicCalibration", ISOTONIC_METHOD, outcomes, options);
}
