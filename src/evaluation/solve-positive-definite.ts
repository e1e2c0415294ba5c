/** A pivot below this part of its diagonal entry is rounding. */
const LEAST_PIVOT = 1e-14;

/**
 * Solves A x = b for a small symmetric positive definite A (对称正定方程组) by Cholesky's factors.
 *
 *   A = L Lᵀ,   L y = b,   Lᵀ x = y
 *
 * @param matrix n × n entries, row after row; only the lower triangle is read
 * @returns x, or undefined where A is not positive definite to working precision
 * @complexity O(n³)
 * @source G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed. 2013, § 4.2
 */
export function solvePositiveDefinite(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  const n = right.length;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) rest -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      if (i > j) lower[i * n + j] = rest / (lower[j * n + j] as number);
      else if (rest > LEAST_PIVOT * (matrix[i * n + i] as number)) lower[i * n + i] = Math.sqrt(rest);
      else return undefined;
    }
  }
  const solution = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) solution[i] = (solution[i] as number) - (lower[i * n + k] as number) * (solution[k] as number);
    solution[i] = (solution[i] as number) / (lower[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) solution[i] = (solution[i] as number) - (lower[k * n + i] as number) * (solution[k] as number);
    solution[i] = (solution[i] as number) / (lower[i * n + i] as number);
  }
  return solution;
}
