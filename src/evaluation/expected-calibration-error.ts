import { checkInteger, checkOptions } from "../errors/index.js";
import { checkForecasts, type Forecast } from "./forecast.js";

/** Options of {@link expectedCalibrationError}. */
export interface CalibrationErrorOptions {
  /** Bins of equal mass, an integer >= 1. Default 10. */
  readonly bins?: number;
}

/** What lies in one bin. */
interface Bin {
  mass: number;
  forecast: number;
  outcome: number;
}

/**
 * Expected calibration error (期望校准误差): how far, on average over bins of like forecasts, what was forecast lies from what came.
 *
 *   ECE = Σ_b (m_b / m) |mean outcome in b − mean probability in b|        m_b: mass (summed weights) of bin b, 10 bins of equal mass
 *
 * Bins are quantiles of probability. Equal probabilities are never split: all of them go to the bin that the middle of their mass falls in, so that
 * bins may differ in mass and some be empty. Chance alone makes it positive: a perfect forecaster of n outcomes has about √(2·bins·p(1 − p) / (π·n)).
 * @returns a number in [0, 1]; undefined without forecasts
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(n log n)
 * @source M. P. Naeini, G. F. Cooper, M. Hauskrecht, AAAI 2015, 2901–2907. Differs: bins of equal mass instead of equal width, ties kept together.
 * @example
 * const forecasts = [0.2, 0.2, 0.8, 0.8].map((probability, i) => ({ probability, success: i > 1 }));
 * console.log(expectedCalibrationError(forecasts, { bins: 2 })?.toFixed(2)); // → 0.20
 */
export function expectedCalibrationError(forecasts: readonly Forecast[], options: CalibrationErrorOptions = {}): number | undefined {
  const place = "expectedCalibrationError";
  checkOptions(place, options, ["bins"]);
  const count = checkInteger(place, "bins", options.bins ?? 10, { min: 1 });
  const sorted = checkForecasts(place, forecasts);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  const bins = new Map<number, Bin>();
  let before = 0;
  for (let start = 0; start < sorted.length; ) {
    const group: Bin = { mass: 0, forecast: 0, outcome: 0 };
    let end = start;
    for (; end < sorted.length && sorted[end]?.probability === sorted[start]?.probability; end++) {
      const { probability, outcome, weight } = sorted[end] as (typeof sorted)[number];
      group.mass += weight;
      group.forecast += weight * probability;
      group.outcome += weight * outcome;
    }
    const index = Math.floor((count * (before + group.mass / 2)) / total);
    const bin = bins.get(index) ?? { mass: 0, forecast: 0, outcome: 0 };
    bin.mass += group.mass;
    bin.forecast += group.forecast;
    bin.outcome += group.outcome;
    bins.set(index, bin);
    before += group.mass;
    start = end;
  }
  let error = 0;
  for (const { forecast, outcome } of bins.values()) error += Math.abs(outcome - forecast);
  return total === 0 ? undefined : error / total;
}
