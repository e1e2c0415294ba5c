/** A second, literal reading of the weighing methods, in the order in which rows and columns come. */

type Matrix = readonly (readonly number[])[];

const at = (matrix: Matrix, i: number, j: number) => (matrix[i] as readonly number[])[j] as number;
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const columnsOf = (rows: Matrix) => (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] as number));

/** Principal eigenvector as the row sums of a high power of the matrix, and its eigenvalue. */
export function naiveEigenvector(matrix: Matrix): { vector: number[]; value: number } {
  let power = matrix.map((row) => [...row]);
  for (let squaring = 0; squaring < 10; squaring++) {
    const squared = power.map((row, i) => row.map((_, j) => total(power.map((_, k) => at(power, i, k) * at(power, k, j)))));
    const largest = Math.max(...squared.flat());
    power = squared.map((row) => row.map((value) => value / largest));
  }
  const sums = power.map(total);
  const vector = sums.map((sum) => sum / total(sums));
  return { vector, value: total(matrix.map((row) => total(row.map((entry, j) => entry * (vector[j] as number))))) };
}

/** Entropy of each column and weights 1 − e over their sum; NaN where no column varies. */
export function naiveEntropy(rows: Matrix): { entropy: number[]; shares: number[] } {
  const entropy = columnsOf(rows).map((column) => {
    const parts = column.map((value) => value / total(column));
    return -total(parts.map((p) => (p === 0 ? 0 : p * Math.log(p)))) / Math.log(rows.length);
  });
  const rest = entropy.map((e) => 1 - e);
  return { entropy, shares: rest.map((d) => d / total(rest)) };
}

/** Standard deviation times the sum of (1 − Pearson) over the columns that vary. */
export function naiveCritic(rows: Matrix, scale: number): number[] {
  const columns = columnsOf(rows);
  const mean = (values: readonly number[]) => total(values) / values.length;
  const covariance = (x: readonly number[], y: readonly number[]) =>
    mean(x.map((value, i) => (value - mean(x)) * ((y[i] as number) - mean(y))));
  const varies = columns.map((column) => new Set(column).size > 1);
  const parts = columns.map((x, j) => {
    if (!varies[j]) return 0;
    const conflict = columns.map((y, k) =>
      varies[k] && k !== j ? 1 - covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y)) : 0,
    );
    return (Math.sqrt(covariance(x, x)) / scale) * total(conflict);
  });
  return parts.map((part) => part / total(parts));
}

/** Closeness of each row, straight from the formula. */
export function naiveTopsis(rows: Matrix, weights: readonly number[], benefit: readonly boolean[], scale?: number): number[] {
  const columns = columnsOf(rows);
  const weighted = columns.map((column, j) => {
    const norm = scale ?? Math.sqrt(total(column.map((value) => value ** 2)));
    return column.map((value) => ((weights[j] as number) * value) / norm);
  });
  const ends = weighted.map((column, j) => {
    const [low, high] = scale === undefined ? [Math.min(...column), Math.max(...column)] : [0, weights[j] as number];
    return benefit[j] ? { ideal: high, anti: low } : { ideal: low, anti: high };
  });
  return rows.map((_, i) => {
    const away = (end: "ideal" | "anti") => Math.hypot(...weighted.map((column, j) => (column[i] as number) - (ends[j]?.[end] as number)));
    return away("anti") / (away("ideal") + away("anti"));
  });
}
