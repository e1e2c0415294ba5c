/** Isotonic regression by its min-max formula: f_i = max over a <= i of min over b >= i of the mean of a..b. */
export function naiveIsotonic(values: readonly number[], weights: readonly number[]): number[] {
  const mean = (a: number, b: number): number => {
    let [sum, mass] = [0, 0];
    for (let i = a; i <= b; i++) {
      sum += (weights[i] as number) * (values[i] as number);
      mass += weights[i] as number;
    }
    return sum / mass;
  };
  return values.map((_, i) => {
    let best = Number.NEGATIVE_INFINITY;
    for (let a = 0; a <= i; a++) {
      let least = Number.POSITIVE_INFINITY;
      for (let b = i; b < values.length; b++) least = Math.min(least, mean(a, b));
      best = Math.max(best, least);
    }
    return best;
  });
}

/** A row of a logistic regression: what it shows, t in 0..1 and its weight. */
export interface NaiveRow {
  readonly x: readonly number[];
  readonly t: number;
  readonly w: number;
}

/** Slopes of Σ w [ln(1 + e^η) − tη] + ½ θᵀQθ. */
export function naiveGradient(rows: readonly NaiveRow[], penalty: readonly (readonly number[])[], at: readonly number[]): number[] {
  return at.map((_, j) => {
    let slope = (penalty[j] ?? []).reduce((sum, q, i) => sum + q * (at[i] as number), 0);
    for (const { x, t, w } of rows) {
      const eta = x.reduce((sum, value, i) => sum + value * (at[i] as number), 0);
      slope += w * (1 / (1 + Math.exp(-eta)) - t) * (x[j] as number);
    }
    return slope;
  });
}

/** Logistic regression by plain gradient descent, each step short enough to be safe; coefficients from `free` on are kept >= 0. */
export function naiveLogistic(rows: readonly NaiveRow[], penalty: readonly (readonly number[])[], free: number, steps: number): number[] {
  const columns = rows[0]?.x.length ?? 0;
  const curve = rows.reduce((sum, { x, w }) => sum + (w * x.reduce((square, value) => square + value * value, 0)) / 4, 0);
  const stiffness = penalty.reduce((sum, row) => sum + row.reduce((inner, q) => inner + Math.abs(q), 0), 0);
  let at = new Array<number>(columns).fill(0);
  for (let step = 0; step < steps; step++) {
    const slopes = naiveGradient(rows, penalty, at);
    at = at.map((value, j) => {
      const next = value - (slopes[j] as number) / (curve + stiffness);
      return j < free ? next : Math.max(0, next);
    });
  }
  return at;
}

/** Solves a small system by elimination with the largest pivot. */
function eliminate(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column; i < n; i++) if (Math.abs(rows[i]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const top = rows[column] as number[];
    for (const [i, row] of rows.entries()) {
      if (i === column) continue;
      const factor = (row[column] as number) / (top[column] as number);
      for (let j = column; j <= n; j++) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  return rows.map((row, i) => (row[n] as number) / (row[i] as number));
}

/** Minimum of ½ xᵀAx − cᵀx with x_i >= 0 from `free` on: the best of the minima over all sets of unknowns that are not 0. */
export function naiveQuadratic(matrix: readonly (readonly number[])[], linear: readonly number[], free: number): number[] {
  const n = linear.length;
  const valueAt = (x: readonly number[]): number =>
    x.reduce(
      (sum, xi, i) => sum + xi * ((matrix[i] ?? []).reduce((inner, a, j) => inner + (a * (x[j] as number)) / 2, 0) - (linear[i] as number)),
      0,
    );
  let best: number[] | undefined;
  for (let set = 0; set < 2 ** (n - free); set++) {
    const active = Array.from({ length: n }, (_, i) => i).filter((i) => i < free || ((set >> (i - free)) & 1) === 1);
    const solved = eliminate(
      active.map((i) => active.map((j) => matrix[i]?.[j] as number)),
      active.map((i) => linear[i] as number),
    );
    const x = new Array<number>(n).fill(0);
    for (const [k, i] of active.entries()) x[i] = solved[k] as number;
    if (x.every((value, i) => i < free || value >= 0) && (best === undefined || valueAt(x) < valueAt(best))) best = x;
  }
  return best ?? [];
}
