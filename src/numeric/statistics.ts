import { quantileSorted } from "simple-statistics";
import { GuiyanError } from "../errors/index.js";

/**
 * Quantiles of a sample (分位数), by linear interpolation as simple-statistics defines it.
 * @returns one value for each probability, or undefined for an empty sample.
 * @throws GuiyanError `invalid-argument` on a probability outside 0..1 or a value that is not finite.
 * @complexity O(n log n)
 */
export function quantiles(values: readonly number[], probabilities: readonly number[]): number[] | undefined {
  for (const p of probabilities) {
    if (!(p >= 0 && p <= 1)) throw new GuiyanError("invalid-argument", `quantiles: expected probabilities in 0..1, received ${p}`);
  }
  for (const [i, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      throw new GuiyanError("invalid-argument", `quantiles: expected finite values, received ${value}`, { path: [i] });
    }
  }
  if (values.length === 0) return undefined;
  const sorted = Float64Array.from(values).sort();
  const list = Array.from(sorted);
  return probabilities.map((p) => quantileSorted(list, p));
}
