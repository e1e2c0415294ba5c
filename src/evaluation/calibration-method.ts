import { checkArray, checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import { brierScore } from "./brier-score.js";
import { expectedCalibrationError } from "./expected-calibration-error.js";
import { checkSuccess, checkWeight } from "./forecast.js";
import { stratifiedFolds } from "./stratified-folds.js";
import { type CalibrationCurve, FULL_POINTS, successProbability } from "./success-probability.js";

/** What came of a talent who had been recommended with so many points (推荐结果). */
export interface PointsOutcome {
  /** Integer 0..1 000 000. */
  readonly points: number;
  readonly success: boolean;
  /** How much the outcome counts, in (0, 1e6]; 1 by default. It adds mass, not evidence: what is needed is counted in outcomes. */
  readonly weight?: number;
}

/** Options of a calibration. */
export interface CalibrationOptions {
  /** Folds of the cross-validation behind the reported figures, an integer in 2..20. Default 10. */
  readonly folds?: number;
  /** Seed of the dealing into folds, an integer >= 0. Default 0. */
  readonly seed?: number;
}

/** How good forecasts are on outcomes that the curve was not fitted to (交叉验证指标). */
export interface CalibrationFigures {
  readonly expectedCalibrationError: number;
  readonly brierScore: number;
  /** What naming the share of successes each time would earn: p̄(1 − p̄). */
  readonly baseBrierScore: number;
  readonly folds: number;
  readonly seed: number;
}

/** Why there is no calibration (无法校准): a statistic that does not exist, not a fault. */
export interface InsufficientCalibration {
  readonly status: "insufficient";
  /** `points-do-not-vary`: all have the same points. `not-converged`: the search for the curve did not end. */
  readonly reason: "too-few-positives" | "too-few-negatives" | "points-do-not-vary" | "not-converged";
  readonly positives: number;
  readonly negatives: number;
  /** Positives, and negatives, that the method needs. */
  readonly needed: number;
}

/** A calibration with its figures (校准结果): give it, or its JSON read back, to `successProbability`. */
export type Calibrated = CalibrationCurve & {
  /** `inverted`: successes had fewer points on average than failures. A logistic curve then falls; an isotonic one cannot, and tells little. */
  readonly status: "calibrated" | "inverted";
  readonly positives: number;
  readonly negatives: number;
  /** Figures by cross-validation; on the outcomes of the fit itself they would flatter. */
  readonly crossValidated: CalibrationFigures;
};

/** A calibration, or why there is none (校准或原因). */
export type CalibrationResult = Calibrated | InsufficientCalibration;

/** An outcome as the fits take it. */
export type SettledOutcome = Required<PointsOutcome>;

/** One way to turn outcomes into a curve (校准方法). */
export interface CalibrationMethod {
  /** Positives, and negatives, below which nothing is fitted. */
  readonly needed: number;
  /** The curve of outcomes in order of points; undefined where the search does not end. */
  fitCurve(outcomes: readonly SettledOutcome[]): CalibrationCurve | undefined;
}

/** Outcomes checked, with weights, in an order of their own. @throws GuiyanError `invalid-argument` */
function settleOutcomes(place: string, outcomes: readonly PointsOutcome[]): SettledOutcome[] {
  return checkArray(place, "outcomes", outcomes)
    .map((outcome, i): SettledOutcome => {
      const points: unknown = outcome?.points;
      if (!(typeof points === "number" && Number.isInteger(points) && points >= 0 && points <= FULL_POINTS)) {
        throw new GuiyanError("invalid-argument", `${place}: expected points ${i} to be an integer in 0..${FULL_POINTS}`, {
          path: [i, "points"],
        });
      }
      return { points, success: checkSuccess(place, i, outcome.success), weight: checkWeight(place, i, outcome.weight) };
    })
    .sort((a, b) => a.points - b.points || Number(a.success) - Number(b.success) || a.weight - b.weight);
}

/** Forecasts of every fold by the curve of the others; undefined where a search does not end. */
function crossValidate(
  outcomes: readonly SettledOutcome[],
  method: CalibrationMethod,
  folds: number,
  seed: number,
): CalibrationFigures | undefined {
  const dealt = stratifiedFolds(
    outcomes.map(({ success }) => success),
    folds,
    seed,
  );
  const curves = Array.from({ length: folds }, (_, fold) => method.fitCurve(outcomes.filter((_, i) => dealt[i] !== fold)));
  const forecasts = outcomes.flatMap(({ points, success, weight }, i) => {
    const curve = curves[dealt[i] as number];
    return curve === undefined ? [] : [{ probability: successProbability(curve, points), success, weight }];
  });
  if (forecasts.length < outcomes.length) return undefined;
  const mass = outcomes.reduce((sum, { weight }) => sum + weight, 0);
  const rate = outcomes.reduce((sum, { success, weight }) => sum + (success ? weight : 0), 0) / mass;
  return {
    expectedCalibrationError: expectedCalibrationError(forecasts) ?? 0,
    brierScore: brierScore(forecasts) ?? 0,
    baseBrierScore: rate * (1 - rate),
    folds,
    seed,
  };
}

/** Whether successes have fewer points than failures on average: exactly then the fitted logistic curve falls. */
function isInverted(outcomes: readonly SettledOutcome[]): boolean {
  const mean = (wanted: boolean): number => {
    const some = outcomes.filter(({ success }) => success === wanted);
    return some.reduce((sum, { points, weight }) => sum + weight * points, 0) / some.reduce((sum, { weight }) => sum + weight, 0);
  };
  return mean(true) < mean(false);
}

/**
 * Calibrates by one method: enough outcomes or a refusal, the curve, and its figures by cross-validation (按方法校准).
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity folds × that of the fit
 */
export function calibrateBy(
  place: string,
  method: CalibrationMethod,
  outcomes: readonly PointsOutcome[],
  options: CalibrationOptions,
): CalibrationResult {
  checkOptions(place, options, ["folds", "seed"]);
  const folds = checkInteger(place, "folds", options.folds ?? 10, { min: 2, max: 20 });
  const seed = checkInteger(place, "seed", options.seed ?? 0, { min: 0 });
  const settled = settleOutcomes(place, outcomes);
  const positives = settled.filter(({ success }) => success).length;
  const negatives = settled.length - positives;
  const refuse = (reason: InsufficientCalibration["reason"]): InsufficientCalibration => ({
    status: "insufficient",
    reason,
    positives,
    negatives,
    needed: method.needed,
  });
  if (positives < method.needed) return refuse("too-few-positives");
  if (negatives < method.needed) return refuse("too-few-negatives");
  if (settled[0]?.points === settled.at(-1)?.points) return refuse("points-do-not-vary");
  const curve = method.fitCurve(settled);
  const crossValidated = crossValidate(settled, method, folds, seed);
  if (curve === undefined || crossValidated === undefined) return refuse("not-converged");
  return { ...curve, status: isInverted(settled) ? "inverted" : "calibrated", positives, negatives, crossValidated };
}
