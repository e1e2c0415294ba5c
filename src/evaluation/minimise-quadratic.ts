import { solvePositiveDefinite } from "./solve-positive-definite.js";

/** A gradient this small beside the linear term is rounding. */
const ROUNDING = 1e-13;

/** Minimum over some of the unknowns, the others held at 0. */
function minimumOn(active: readonly number[], matrix: Float64Array, linear: Float64Array): Float64Array | undefined {
  const n = linear.length;
  const part = new Float64Array(active.length ** 2);
  for (const [i, row] of active.entries()) {
    for (const [j, column] of active.entries()) part[i * active.length + j] = matrix[row * n + column] as number;
  }
  const solved = solvePositiveDefinite(
    part,
    Float64Array.from(active, (i) => linear[i] as number),
  );
  if (solved === undefined) return undefined;
  const full = new Float64Array(n);
  for (const [i, unknown] of active.entries()) full[unknown] = solved[i] as number;
  return full;
}

/** The unknown held at 0 along which the quadratic falls most steeply; undefined where it falls along none. */
function steepest(held: ReadonlySet<number>, at: Float64Array, matrix: Float64Array, linear: Float64Array): number | undefined {
  const n = linear.length;
  const scale = linear.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  let best: number | undefined;
  let fall = ROUNDING * scale;
  for (const i of held) {
    let slope = linear[i] as number;
    for (let j = 0; j < n; j++) slope -= (matrix[i * n + j] as number) * (at[j] as number);
    if (slope > fall) [best, fall] = [i, slope];
  }
  return best;
}

/** The unknown that first reaches 0 on the way to a minimum where it is negative, and after what part of the way. */
function firstToLeave(
  active: readonly number[],
  at: Float64Array,
  target: Float64Array,
  free: number,
): { readonly unknown: number; readonly part: number } | undefined {
  let first: { unknown: number; part: number } | undefined;
  for (const unknown of active) {
    const [from, to] = [at[unknown] as number, target[unknown] as number];
    if (unknown < free || to > 0) continue;
    const part = from > 0 ? from / (from - to) : 0;
    if (first === undefined || part < first.part) first = { unknown, part };
  }
  return first;
}

/**
 * Minimum of a small convex quadratic where some unknowns may not be negative (非负二次规划).
 *
 *   minimise ½ xᵀA x − cᵀx   subject to x_i >= 0 for i >= free
 *
 * Active set: unknowns enter one at a time where the quadratic falls, and leave where the minimum over those that entered would make them negative.
 * @param matrix A, positive definite, n × n entries row after row
 * @param linear c
 * @param free how many of the unknowns, the first ones, may take any sign
 * @returns x, zeros exact; undefined where A is not positive definite to working precision
 * @complexity O(n⁴) as a rule; each set of unknowns is met once at most
 * @source C. L. Lawson, R. J. Hanson, Solving Least Squares Problems, 1974, ch. 23 (NNLS), with some unknowns free.
 */
export function minimiseQuadratic(matrix: Float64Array, linear: Float64Array, free: number): Float64Array | undefined {
  const n = linear.length;
  const held = new Set<number>();
  for (let i = free; i < n; i++) held.add(i);
  let at: Float64Array = new Float64Array(n);
  let entering: number | undefined;
  // An unknown that rounding lets in and out again must not turn the wheel for ever.
  let rounds = 10 * (n + 1);
  do {
    if (entering !== undefined) held.delete(entering);
    for (;;) {
      const active = Array.from(linear.keys()).filter((i) => !held.has(i));
      const target = minimumOn(active, matrix, linear);
      if (target === undefined) return undefined;
      const leaving = firstToLeave(active, at, target, free);
      if (leaving === undefined) {
        at = target;
        break;
      }
      for (const i of active) at[i] = (at[i] as number) + leaving.part * ((target[i] as number) - (at[i] as number));
      at[leaving.unknown] = 0;
      held.add(leaving.unknown);
    }
    entering = steepest(held, at, matrix, linear);
  } while (entering !== undefined && rounds-- > 0);
  return at;
}
