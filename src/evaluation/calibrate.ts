import { checkOneOf, checkOptions } from "../errors/index.js";
import { type CalibrationOptions, type CalibrationResult, calibrateBy, type PointsOutcome } from "./calibration-method.js";
import { ISOTONIC_METHOD } from "./isotonic-calibration.js";
import { PLATT_METHOD } from "./platt-calibration.js";

/** Options of {@link calibrate}. */
export interface CalibrateOptions extends CalibrationOptions {
  /** `auto`: the curve of the lower Brier score by cross-validation among those that there are outcomes enough for. Default `auto`. */
  readonly method?: "platt" | "isotonic" | "auto";
}

/**
 * Turns points into a probability of success (得分校准), by a logistic curve or an isotonic one.
 *
 * With `auto` the curve with the lower cross-validated Brier score is taken, the logistic one where they are equal or the isotonic one has not its 100
 * successes and 100 failures. The figures reported are those that the choice was made by, and as such a trifle kind.
 * @returns plain data for `successProbability`, or "insufficient" with the reason
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(folds × n + n log n)
 * @example
 * console.log(calibrate([{ points: 900_000, success: true }]).status); // → insufficient
 */
export function calibrate(outcomes: readonly PointsOutcome[], options: CalibrateOptions = {}): CalibrationResult {
  const place = "calibrate";
  checkOptions(place, options, ["method", "folds", "seed"]);
  const { method = "auto", ...rest } = options;
  checkOneOf(place, "method", method, ["platt", "isotonic", "auto"]);
  if (method === "isotonic") return calibrateBy(place, ISOTONIC_METHOD, outcomes, rest);
  const platt = calibrateBy(place, PLATT_METHOD, outcomes, rest);
  if (method === "platt" || platt.status === "insufficient") return platt;
  const isotonic = calibrateBy(place, ISOTONIC_METHOD, outcomes, rest);
  if (isotonic.status === "insufficient") return platt;
  return isotonic.crossValidated.brierScore < platt.crossValidated.brierScore ? isotonic : platt;
}
