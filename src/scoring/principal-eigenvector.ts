import { GuiyanError } from "../errors/index.js";

/** The principal eigenvector of a positive matrix, summing to 1, and its eigenvalue (主特征向量). */
export interface PrincipalEigenvector {
  readonly vector: readonly number[];
  readonly value: number;
}

const TOLERANCE = 1e-14;
const MOST_STEPS = 10_000;

/**
 * Principal eigenvector of a positive square matrix by power iteration (幂法求主特征向量).
 *
 *   w ← A w / Σ (A w)        from equal parts, until no part moves by more than 1e-14
 *
 * Sums run in the order of the columns, so one matrix gives the same bits on every machine.
 * @throws GuiyanError `invalid-argument` where 10 000 steps do not settle it: judgements that contradict each other by many powers of ten
 * @complexity O(steps × n²); the steps grow as the second eigenvalue nears the first in size
 * @source Perron 1907; von Mises and Pollaczek-Geiringer 1929
 */
export function principalEigenvector(place: string, matrix: readonly (readonly number[])[]): PrincipalEigenvector {
  const n = matrix.length;
  const entries = Float64Array.from(matrix.flat());
  let vector = new Float64Array(n).fill(1 / n);
  let next = new Float64Array(n);
  for (let step = 0; step < MOST_STEPS; step++) {
    // The parts sum to 1, so the sum of their image tends to the eigenvalue.
    let value = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += (entries[i * n + j] as number) * (vector[j] as number);
      next[i] = sum;
      value += sum;
    }
    let moved = 0;
    for (let i = 0; i < n; i++) {
      next[i] = (next[i] as number) / value;
      moved = Math.max(moved, Math.abs((next[i] as number) - (vector[i] as number)));
    }
    [vector, next] = [next, vector];
    if (moved <= TOLERANCE) return { vector: [...vector], value };
  }
  throw new GuiyanError("invalid-argument", `${place}: expected judgements whose eigenvector settles within ${MOST_STEPS} steps`, {
    details: { steps: MOST_STEPS },
  });
}
