import { compareCodePoints, largestRemainder } from "../numeric/index.js";

/**
 * How much each dimension counts (权重): what every weighing method returns.
 *
 * `weights` goes into {@link Criteria.weights} as it is. A dimension that is not weighed keeps its default there: weigh all that the demands ask for.
 */
export interface Weighting {
  /** Real numbers >= 0 that sum to 1, by dimension. */
  readonly shares: Readonly<Record<string, number>>;
  /** Integers >= 0 that sum to 1000, by dimension: the shares by largest remainder, the first name by code point winning an equal one. */
  readonly weights: Readonly<Record<string, number>>;
}

/** Positions of the dimensions in code-point order of their names: sums taken so do not depend on how the columns were given. */
export function fixedOrder(dimensions: readonly string[]): number[] {
  return dimensions.map((_, i) => i).sort((a, b) => compareCodePoints(dimensions[a] as string, dimensions[b] as string));
}

/**
 * Shares and integer weights of dimensions in {@link fixedOrder} (权重归一).
 * @param parts numbers >= 0 of which one is positive, a dimension each
 */
export function weightingOf(dimensions: readonly string[], parts: readonly number[]): Weighting {
  const sum = parts.reduce((total, part) => total + part, 0);
  const shares = parts.map((part) => part / sum);
  const weights = largestRemainder(shares, 1000);
  const record = (values: readonly number[]) => Object.fromEntries(dimensions.map((dimension, i) => [dimension, values[i] as number]));
  return { shares: record(shares), weights: record(weights) };
}
