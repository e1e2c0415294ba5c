import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import type { Dimension } from "../model/index.js";
import { checkDimensions } from "./check-dimensions.js";
import { RANDOM_INDEX_SIZES } from "./random-index.js";
import { fixedOrder } from "./weighting.js";

/** A square matrix of judgements (判断矩阵): row over column, so that a_ij says how many times as important dimension i is as dimension j. */
export interface JudgementMatrix {
  readonly dimensions: readonly Dimension[];
  /** Positive, with ones on the diagonal and a_ji = 1 / a_ij within 1e-9. */
  readonly matrix: readonly (readonly number[])[];
}

/** One judgement (两两比较): `a` is `ratio` times as important as `b`; Saaty's scale has 1/9..9. */
export interface PairwiseComparison {
  readonly a: Dimension;
  readonly b: Dimension;
  readonly ratio: number;
}

/** Judgements as a matrix, or as a list that holds each pair once, either way round (专家判断). */
export type Judgements = JudgementMatrix | readonly PairwiseComparison[];

/** Judgements with the dimensions in code-point order and the lower triangle the exact reciprocal of the upper. */
interface ReadJudgements {
  readonly dimensions: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** How far a_ij × a_ji may be from 1: a value typed as 0.333 is a slip to be told, one divided by machine is none. */
const RECIPROCITY = 1e-9;

const refuse = (place: string, message: string, path: readonly (string | number)[]) =>
  new GuiyanError("invalid-argument", `${place}: ${message}`, { path });

const isRatio = (ratio: unknown): ratio is number => typeof ratio === "number" && ratio > 0 && 1 / ratio > 0 && Number.isFinite(1 / ratio);

/**
 * Reads judgements into a reciprocal matrix in a fixed order (读取判断矩阵).
 * @throws GuiyanError `invalid-argument` for a matrix that is not square, positive and reciprocal, for pairs that repeat or are missing, and
 *   unless there are 1..15 dimensions; `unknown-option`
 * @complexity O(dimensions²)
 */
export function readJudgements(place: string, judgements: Judgements): ReadJudgements {
  return Array.isArray(judgements) ? readPairs(place, judgements) : readMatrix(place, judgements as JudgementMatrix);
}

function checkSize(place: string, dimensions: readonly string[]): void {
  if (!(dimensions.length <= RANDOM_INDEX_SIZES))
    throw refuse(place, `expected 1..${RANDOM_INDEX_SIZES} dimensions, received ${dimensions.length}`, ["dimensions"]);
}

/** The matrix of the upper triangle, in the order of `dimensions`. */
function reciprocal(dimensions: readonly string[], upper: (i: number, j: number) => number): number[][] {
  return dimensions.map((_, i) => dimensions.map((_, j) => (i === j ? 1 : i < j ? upper(i, j) : 1 / upper(j, i))));
}

function readMatrix(place: string, judgements: JudgementMatrix): ReadJudgements {
  checkOptions(place, judgements, ["dimensions", "matrix"]);
  const dimensions = checkDimensions(place, judgements?.dimensions);
  checkSize(place, dimensions);
  const matrix = checkArray(place, "matrix", judgements.matrix);
  const isSquare = matrix.length === dimensions.length && matrix.every((row) => Array.isArray(row) && row.length === dimensions.length);
  if (!isSquare) throw refuse(place, `expected a matrix of ${dimensions.length} rows and columns, one a dimension`, ["matrix"]);
  const at = (i: number, j: number) => (matrix[i] as readonly number[])[j] as number;
  for (const i of dimensions.keys()) {
    for (const j of dimensions.keys()) {
      const path = ["matrix", i, j];
      if (!isRatio(at(i, j))) throw refuse(place, `expected matrix.${i}.${j} to be a finite number > 0 whose reciprocal is finite`, path);
      if (!(Math.abs(at(i, j) * at(j, i) - 1) <= RECIPROCITY))
        throw refuse(place, `expected matrix.${i}.${j} to be the reciprocal of matrix.${j}.${i}`, path);
    }
    // A diagonal whose square is 1 is 1, since it is positive.
  }
  const order = fixedOrder(dimensions);
  return {
    dimensions: order.map((i) => dimensions[i] as string),
    matrix: reciprocal(dimensions, (i, j) => at(order[i] as number, order[j] as number)),
  };
}

function readPairs(place: string, comparisons: readonly PairwiseComparison[]): ReadJudgements {
  const known = new Map<string, number>();
  const keyOf = (a: string, b: string) => JSON.stringify([a, b]);
  const names = new Set<string>();
  for (const [i, comparison] of comparisons.entries()) {
    checkOptions(`${place}: ${i}`, comparison, ["a", "b", "ratio"]);
    const { a, b, ratio } = comparison ?? {};
    const named = typeof a === "string" && typeof b === "string" && a !== "" && b !== "" && a !== b;
    if (!named) throw refuse(place, `expected comparison ${i} to name two dimensions`, [i]);
    if (!isRatio(ratio))
      throw refuse(place, `expected ratio of comparison ${i} to be a finite number > 0 with a finite reciprocal`, [i, "ratio"]);
    if (known.has(keyOf(a, b)) || known.has(keyOf(b, a))) throw refuse(place, `expected each pair once, comparison ${i} repeats one`, [i]);
    known.set(keyOf(a, b), ratio);
    names.add(a).add(b);
  }
  const given = [...names];
  if (given.length === 0) throw refuse(place, "expected one comparison at least", []);
  checkSize(place, given);
  const dimensions = fixedOrder(given).map((i) => given[i] as string);
  const pairs = dimensions.flatMap((a, i) => dimensions.slice(i + 1).map((b) => [a, b] as const));
  const missing = pairs.filter(([a, b]) => !known.has(keyOf(a, b)) && !known.has(keyOf(b, a)));
  if (missing.length > 0) {
    const listed = missing.map(([a, b]) => `${a} with ${b}`).join(", ");
    throw new GuiyanError("invalid-argument", `${place}: expected each pair of dimensions compared, missing ${listed}`, {
      details: { missing },
    });
  }
  const ratioOf = (a: string, b: string) => known.get(keyOf(a, b)) ?? 1 / (known.get(keyOf(b, a)) as number);
  return { dimensions, matrix: reciprocal(dimensions, (i, j) => ratioOf(dimensions[i] as string, dimensions[j] as string)) };
}
