import { checkForecasts, type Forecast } from "./forecast.js";

/**
 * Brier score of forecasts (布里尔分数): their mean squared error; 0 is perfect, p̄(1 − p̄) what naming the base rate p̄ each time earns.
 *
 *   B = Σ w_i (p_i − y_i)² / Σ w_i        y = 1 for a success, 0 otherwise
 *
 * @returns a number in [0, 1]; undefined without forecasts
 * @throws GuiyanError `invalid-argument`
 * @complexity O(n log n)
 * @source G. W. Brier, Monthly Weather Review 78 (1950) 1–3, in the form for two outcomes (half of Brier's own sum)
 * @example
 * console.log(brierScore([{ probability: 0.5, success: true }, { probability: 1, success: true }])); // → 0.125
 */
export function brierScore(forecasts: readonly Forecast[]): number | undefined {
  let sum = 0;
  let mass = 0;
  for (const { probability, outcome, weight } of checkForecasts("brierScore", forecasts)) {
    sum += weight * (probability - outcome) ** 2;
    mass += weight;
  }
  return mass === 0 ? undefined : sum / mass;
}
