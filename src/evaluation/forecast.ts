import { checkArray, GuiyanError } from "../errors/index.js";

/** A forecast probability and what came of it (概率预测与结果). */
export interface Forecast {
  /** Probability of success in 0..1. */
  readonly probability: number;
  readonly success: boolean;
  /** A number in (0, 1e6]; 1 by default. */
  readonly weight?: number;
}

/** Weights lie in (0, 1e6], so that no sum overflows. */
const MOST_WEIGHT = 1e6;

/**
 * Accepts the weight of an outcome, 1 by default, and returns it (权重).
 * @throws GuiyanError `invalid-argument`
 */
export function checkWeight(place: string, i: number, weight: unknown): number {
  if (weight === undefined) return 1;
  if (typeof weight === "number" && weight > 0 && weight <= MOST_WEIGHT) return weight;
  throw new GuiyanError("invalid-argument", `${place}: expected weight ${i} to be a number in (0, ${MOST_WEIGHT}]`, {
    path: [i, "weight"],
  });
}

/**
 * Accepts whether an outcome was a success and returns it (成败).
 * @throws GuiyanError `invalid-argument`
 */
export function checkSuccess(place: string, i: number, success: unknown): boolean {
  if (typeof success === "boolean") return success;
  throw new GuiyanError("invalid-argument", `${place}: expected success ${i} to be true or false, received ${typeof success}`, {
    path: [i, "success"],
  });
}

/** A forecast with its weight and the outcome as a number (带权预测). */
export interface WeightedForecast {
  readonly probability: number;
  /** 1 or 0. */
  readonly outcome: number;
  readonly weight: number;
}

/**
 * Checks forecasts and puts them in an order of their own, so that sums do not hang on the order in which they came (预测校验).
 * @throws GuiyanError `invalid-argument`
 * @complexity O(n log n)
 */
export function checkForecasts(place: string, forecasts: readonly Forecast[]): WeightedForecast[] {
  return checkArray(place, "forecasts", forecasts)
    .map((forecast, i): WeightedForecast => {
      const probability: unknown = forecast?.probability;
      if (!(typeof probability === "number" && probability >= 0 && probability <= 1)) {
        throw new GuiyanError("invalid-argument", `${place}: expected probability ${i} to be a number in 0..1`, {
          path: [i, "probability"],
        });
      }
      const outcome = checkSuccess(place, i, forecast.success) ? 1 : 0;
      return { probability, outcome, weight: checkWeight(place, i, forecast.weight) };
    })
    .sort((a, b) => a.probability - b.probability || a.outcome - b.outcome || a.weight - b.weight);
}
