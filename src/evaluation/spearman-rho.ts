import { checkPairedSamples } from "./paired-samples.js";

/**
 * Rank correlation of two paired samples: Pearson's correlation of their ranks (斯皮尔曼 ρ); equal values share the mean of their ranks.
 *
 *   rho = Σ (r_i − r̄)(s_i − s̄) / √(Σ (r_i − r̄)² Σ (s_i − s̄)²)        without ties: 1 − 6 Σ (r_i − s_i)² / (n (n² − 1))
 *
 * @returns in [−1, 1]; undefined for fewer than two pairs, or where all values of a sample are equal
 * @throws GuiyanError `invalid-argument` where the samples differ in length or hold anything but finite numbers
 * @complexity O(n log n)
 * @source Spearman, American Journal of Psychology 15 (1904) 72–101; ties: Kendall, Rank Correlation Methods, 1948, ch. 3
 * @example
 * console.log(spearmanRho([1, 2, 3, 4, 5], [1, 3, 2, 5, 4])); // → 0.8
 */
export function spearmanRho(x: readonly number[], y: readonly number[]): number | undefined {
  checkPairedSamples("spearmanRho", x, y);
  const r = centredRanks(x);
  const s = centredRanks(y);
  let cross = 0;
  let squaresR = 0;
  let squaresS = 0;
  for (const [i, rank] of r.entries()) {
    const other = s[i] as number;
    cross += rank * other;
    squaresR += rank * rank;
    squaresS += other * other;
  }
  if (squaresR === 0 || squaresS === 0) return undefined;
  // Adding zero turns a negative zero into one.
  return cross / Math.sqrt(squaresR * squaresS) + 0;
}

/** Twice the distance of each rank from the mean rank: whole numbers, so that their sums are exact. */
function centredRanks(values: readonly number[]): Float64Array {
  const n = values.length;
  const order = Array.from(values, (_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Float64Array(n);
  for (let start = 0; start < n; ) {
    let end = start + 1;
    while (end < n && values[order[end] as number] === values[order[start] as number]) end++;
    for (let i = start; i < end; i++) ranks[order[i] as number] = start + end - n;
    start = end;
  }
  return ranks;
}
