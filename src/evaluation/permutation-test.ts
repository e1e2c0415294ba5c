import { checkInteger, checkOptions } from "../errors/index.js";
import { seededRandom } from "../numeric/index.js";
import { type ArmValues, pairedDifferences } from "./paired-differences.js";

/** Options of {@link permutationTest}. */
export interface PermutationTestOptions {
  /** Sign flips drawn where they are too many to list, 100..1e6. Default 10 000. */
  readonly resamples?: number;
  /** List all sign flips while at most this many queries differ, 0..24. Default 20. */
  readonly exactUpTo?: number;
  /** Integer >= 0; the same seed gives the same answer. Default 1. */
  readonly seed?: number;
}

/** Whether two arms differ by more than chance (置换检验结果). */
export interface PermutationTest {
  /** Queries compared. */
  readonly queries: number;
  /** Mean of a − b. */
  readonly difference: number;
  /** Two-sided p-value of "the arms are interchangeable", in (0, 1]. */
  readonly p: number;
  /** Whether all sign flips were listed; else `flips` of them were drawn. */
  readonly exact: boolean;
  /** Sign flips that p is the share of. */
  readonly flips: number;
}

/**
 * Paired randomisation test of two arms over the same queries (成对置换检验): were the arms interchangeable, each difference could as well have the
 * other sign.
 *
 *   exact:  p = number of |Σ ± d| >= |Σ d| / 2^m        m queries with a difference d = a − b other than 0
 *   drawn:  p = (1 + number of |Σ ± d| >= |Σ d|) / (1 + resamples)
 *
 * Two-sided. Queries on which the arms tie change nothing and are not flipped; where all tie, p = 1.
 * @param a values by query, or in the order of `b`
 * @throws GuiyanError `invalid-argument` where an arm did not run or lacks a query of the other, saying which and how many; `invalid-option`,
 *   `unknown-option`
 * @complexity O(2^m) at worst where exact, O(resamples × m) where drawn
 * @source Fisher, The Design of Experiments, 1935, sect. 21; Smucker, Allan & Carterette, CIKM 2007; +1 after Phipson & Smyth, Stat. Appl. Genet.
 *   Mol. Biol. 9 (2010) art. 39
 * @example
 * console.log(permutationTest([0.9, 0.8, 0.7, 0.9], [0.4, 0.5, 0.3, 0.2]).p); // → 0.125
 */
export function permutationTest(a: ArmValues, b: ArmValues, options: PermutationTestOptions = {}): PermutationTest {
  const place = "permutationTest";
  checkOptions(place, options, ["resamples", "exactUpTo", "seed"]);
  const resamples = checkInteger(place, "resamples", options.resamples ?? 10_000, { min: 100, max: 1e6 });
  const exactUpTo = checkInteger(place, "exactUpTo", options.exactUpTo ?? 20, { min: 0, max: 24 });
  const random = seededRandom(checkInteger(place, "seed", options.seed ?? 1, { min: 0 }));
  const differences = pairedDifferences(place, a, b);
  const total = differences.reduce((sum, value) => sum + value, 0);
  const told = { queries: differences.length, difference: total / differences.length };

  // The largest first, so that whole branches of flips are settled early; only sizes matter from here on.
  const sizes = differences
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort((x, y) => y - x);
  // Sums of the same values in another order differ by rounding; a tie must stay one.
  const bound = Math.abs(total) - 1e-12 * sizes.reduce((sum, size) => sum + size, 0);
  if (sizes.length <= exactUpTo) {
    const flips = 2 ** sizes.length;
    return { ...told, p: countAsFar(sizes, bound) / flips, exact: true, flips };
  }
  let asFar = 0;
  for (let r = 0; r < resamples; r++) {
    let sum = 0;
    for (const size of sizes) sum += random() < 0.5 ? size : -size;
    if (Math.abs(sum) >= bound) asFar++;
  }
  return { ...told, p: (1 + asFar) / (1 + resamples), exact: false, flips: resamples };
}

/** Number of sign vectors whose sum is as far from 0 as `bound`. */
function countAsFar(sizes: readonly number[], bound: number): number {
  const n = sizes.length;
  /** What the sizes from a place on could still add. */
  const rest = new Float64Array(n + 1);
  for (let i = n - 1; i >= 0; i--) rest[i] = (rest[i + 1] as number) + (sizes[i] as number);
  const count = (i: number, sum: number): number => {
    const far = Math.abs(sum);
    const left = rest[i] as number;
    if (bound <= 0 || far - left >= bound) return 2 ** (n - i);
    if (far + left < bound) return 0;
    // With nothing left one of the two has held.
    return count(i + 1, sum + (sizes[i] as number)) + count(i + 1, sum - (sizes[i] as number));
  };
  return count(0, 0);
}
