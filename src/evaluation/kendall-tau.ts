import { checkPairedSamples } from "./paired-samples.js";

/**
 * Rank correlation of two paired samples by pairs in the same and in the opposite order, ties allowed (肯德尔 τ_b).
 *
 *   tau_b = (C − D) / √((C + D + Tx) (C + D + Ty))        C, D pairs in the same and opposite order; Tx, Ty tied in x alone, in y alone
 *
 * @returns in [−1, 1]; undefined for fewer than two pairs, or where all values of a sample are equal
 * @throws GuiyanError `invalid-argument` where the samples differ in length or hold anything but finite numbers
 * @complexity O(n log n): sorted by x, D is the number of exchanges that a merge sort by y makes
 * @source Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945) 239–251; Knight, JASA 61 (1966) 436–439
 * @example
 * console.log(kendallTau([1, 2, 2, 3], [1, 2, 3, 3])); // → 0.8
 */
export function kendallTau(x: readonly number[], y: readonly number[]): number | undefined {
  checkPairedSamples("kendallTau", x, y);
  const n = x.length;
  const order = Array.from(x, (_, i) => i);
  const at = (values: readonly number[], i: number) => values[i] as number;
  order.sort((i, j) => at(x, i) - at(x, j) || at(y, i) - at(y, j));
  const sorted = Float64Array.from(order, (i) => at(y, i));

  const tiedX = tiedPairs(n, (i) => at(x, order[i] as number) === at(x, order[i - 1] as number));
  const tiedBoth = tiedPairs(n, (i) => at(x, order[i] as number) === at(x, order[i - 1] as number) && sorted[i] === sorted[i - 1]);
  const discordant = sortCountingExchanges(sorted);
  const tiedY = tiedPairs(n, (i) => sorted[i] === sorted[i - 1]);
  const pairs = (n * (n - 1)) / 2;
  if (tiedX === pairs || tiedY === pairs) return undefined;
  // Adding zero turns a negative zero into one.
  return (pairs - tiedX - tiedY + tiedBoth - 2 * discordant) / Math.sqrt((pairs - tiedX) * (pairs - tiedY)) + 0;
}

/** Pairs within runs of equal neighbours. */
function tiedPairs(n: number, equalsLast: (i: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < n; i++) {
    run = equalsLast(i) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Sorts in place by merging; counts by how many places values moved ahead of greater ones. */
function sortCountingExchanges(values: Float64Array): number {
  const n = values.length;
  let exchanges = 0;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let i = start;
      let j = middle;
      for (let k = start; k < end; k++) {
        if (j >= end || (i < middle && (from[i] as number) <= (from[j] as number))) to[k] = from[i++] as number;
        else {
          exchanges += middle - i;
          to[k] = from[j++] as number;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return exchanges;
}
