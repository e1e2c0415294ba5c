import { probit, quantileSorted } from "simple-statistics";
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
      const came = typeof value === "number" ? value : typeof value;
      throw new GuiyanError("invalid-argument", `quantiles: expected finite values, received ${came}`, { path: [i] });
    }
  }
  if (values.length === 0) return undefined;
  // Adding zero turns a negative zero into one.
  const sorted = Array.from(Float64Array.from(values, (value) => value + 0).sort());
  return probabilities.map((p) => {
    const quantile = quantileSorted(sorted, p);
    if (Number.isFinite(quantile)) return quantile;
    // The sum of two neighbours near the largest number overflows; that of their halves does not.
    return (
      2 *
      quantileSorted(
        sorted.map((value) => value / 2),
        p,
      )
    );
  });
}

/**
 * Bound in standard deviations that holds for `comparisons` two-sided intervals at once (多重比较校正, Bonferroni).
 *
 *   z = Φ⁻¹(1 − (1 − confidence) / (2 · comparisons))
 *
 * @throws GuiyanError `invalid-argument` unless 0 < confidence < 1 and comparisons is a whole number >= 1
 * @source simple-statistics `probit`, exact to about 0.3 %
 */
export function simultaneousBound(comparisons: number, confidence = 0.95): number {
  if (!(Number.isSafeInteger(comparisons) && comparisons >= 1 && confidence > 0 && confidence < 1)) {
    throw new GuiyanError("invalid-argument", "simultaneousBound: expected comparisons >= 1 and a confidence in 0..1");
  }
  return probit(1 - (1 - confidence) / (2 * comparisons));
}
