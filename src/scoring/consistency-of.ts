import { checkOneOf, checkOptions } from "../errors/index.js";
import { type Judgements, readJudgements } from "./judgement-matrix.js";
import { principalEigenvector } from "./principal-eigenvector.js";
import { RANDOM_INDEX_TABLES, type RandomIndexTable, randomIndex } from "./random-index.js";

/** Consistency ratio from which judgements are too contradictory to weigh by. */
export const HIGHEST_CONSISTENCY_RATIO = 0.1;

/** One judgement to reconsider, and what the whole would be then (修改建议). */
export interface JudgementChange {
  /** `a` over `b`. */
  readonly a: string;
  readonly b: string;
  /** The judgement as it is. */
  readonly from: number;
  /** The value to set instead; it may lie beyond the scale that was asked with, and then says only which way. */
  readonly to: number;
  readonly consistencyRatioAfter: number;
  /** Whether the ratio is below 0.1 after this change alone. */
  readonly suffices: boolean;
}

/** How far judgements contradict one another (一致性检验结果). */
export interface Consistency {
  /** Table that `randomIndex` was taken from. */
  readonly randomIndexTable: RandomIndexTable;
  readonly randomIndex: number;
  readonly lambdaMax: number;
  /** CI. */
  readonly consistencyIndex: number;
  /** CR; 0 for one and two dimensions. */
  readonly consistencyRatio: number;
  /** Whether CR < 0.1. */
  readonly consistent: boolean;
  /** The three dimensions [i, j, k] whose judgements contradict each other most, a_ik being the one to mend; absent where none do. */
  readonly worstTriple?: readonly [string, string, string];
  /** The change a_ik := a_ij × a_jk that mends the worst triple. Where CR >= 0.1 only. */
  readonly tripleChange?: JudgementChange;
  /** The one change of all pairs that lowers CR most. Where CR >= 0.1 only. */
  readonly bestChange?: JudgementChange;
}

/** Options of {@link consistencyOf} and `ahpWeights`. */
export interface ConsistencyOptions {
  /** Default `saaty`. */
  readonly randomIndex?: RandomIndexTable;
}

type Matrix = readonly (readonly number[])[];

/** Differences of logarithms and ratios below this are rounding; the earlier in code-point order stands. */
const NOISE = 1e-9;

/** Steps of the golden section: they narrow any interval of judgements to below the flatness of the minimum. */
const SECTIONS = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Consistency of pairwise judgements (一致性检验), with the judgement to reconsider where they contradict one another too much.
 *
 *   CI = (lambda max − n) / (n − 1)        CR = CI / RI(n)
 *   worst triple = argmax |ln a_ij + ln a_jk − ln a_ik|
 *
 * Any of a triple's three judgements can mend it; told is the one that leaves the lowest CR. `bestChange` looks at every pair: lambda max
 * is convex in the logarithm of one judgement, so a golden section finds its least. Where even that does not suffice, several judgements
 * must be reconsidered.
 * @throws GuiyanError `invalid-argument` for judgements that are none (see {@link Judgements}); for contradictory ones only where 10 000
 *   steps do not settle their eigenvector; `invalid-option`, `unknown-option`
 * @complexity O(n³), and where CR >= 0.1 one power iteration of O(n²) a step for each pair and section
 * @source Saaty 1980; convexity: Bozóki, Fülöp, Rónyai, Math. Comput. Modelling 52 (2010) 318–333
 * @example
 * const judgements = [{ a: "field", b: "degree", ratio: 3 }, { a: "degree", b: "region", ratio: 3 }, { a: "field", b: "region", ratio: 1 / 5 }];
 * const { consistencyRatio, tripleChange } = consistencyOf(judgements);
 * console.log(consistencyRatio.toFixed(2), tripleChange?.a, tripleChange?.b, tripleChange?.to); // → 1.58 degree region 0.06666666666666667
 */
export function consistencyOf(judgements: Judgements, options: ConsistencyOptions = {}): Consistency {
  const place = "consistencyOf";
  checkOptions(place, options, ["randomIndex"]);
  const table = checkOneOf(place, "randomIndex", options.randomIndex ?? "saaty", RANDOM_INDEX_TABLES);
  const { dimensions, matrix } = readJudgements(place, judgements);
  const n = dimensions.length;
  const random = randomIndex(n, table);
  const lambdaMax = principalEigenvector(place, matrix).value;
  // Never below n but for rounding.
  const consistencyIndex = n < 2 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
  const consistencyRatio = n < 3 ? 0 : consistencyIndex / random;
  const consistent = consistencyRatio < HIGHEST_CONSISTENCY_RATIO;
  const ratioOf = (changed: Matrix) => Math.max(0, (principalEigenvector(place, changed).value - n) / (n - 1)) / random;
  const worst = worstTriple(matrix);
  const change = (i: number, k: number, to: number): JudgementChange => {
    const consistencyRatioAfter = ratioOf(withJudgement(matrix, i, k, to));
    const [a, b] = [dimensions[i] as string, dimensions[k] as string];
    return { a, b, from: entry(matrix, i, k), to, consistencyRatioAfter, suffices: consistencyRatioAfter < HIGHEST_CONSISTENCY_RATIO };
  };
  const mended = worst && mendTriple(matrix, worst, change);
  const named = mended?.triple.map((i) => dimensions[i] as string) as [string, string, string] | undefined;
  return {
    randomIndexTable: table,
    randomIndex: random,
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    consistent,
    ...(named ? { worstTriple: named } : {}),
    ...(mended && !consistent ? { tripleChange: mended.change, bestChange: bestChange(matrix, change, ratioOf) } : {}),
  };
}

const entry = (matrix: Matrix, i: number, j: number): number => (matrix[i] as readonly number[])[j] as number;

function withJudgement(matrix: Matrix, i: number, k: number, ratio: number): Matrix {
  return matrix.map((row, r) => row.map((value, c) => (r === i && c === k ? ratio : r === k && c === i ? 1 / ratio : value)));
}

type Triple = readonly [number, number, number];

/** Positions of the three judgements that contradict each other most; undefined where none do. */
function worstTriple(matrix: Matrix): Triple | undefined {
  let worst: Triple | undefined;
  let most = NOISE;
  for (let i = 0; i < matrix.length; i++) {
    for (let j = i + 1; j < matrix.length; j++) {
      for (let k = j + 1; k < matrix.length; k++) {
        const off = Math.abs(Math.log(entry(matrix, i, j)) + Math.log(entry(matrix, j, k)) - Math.log(entry(matrix, i, k)));
        if (off > most + NOISE) [worst, most] = [[i, j, k], off];
      }
    }
  }
  return worst;
}

type Change = (i: number, k: number, to: number) => JudgementChange;

/** The triple turned so that its outer judgement is the one to mend, and that change. */
function mendTriple(matrix: Matrix, [i, j, k]: Triple, change: Change): { readonly triple: Triple; readonly change: JudgementChange } {
  const turned: readonly Triple[] = [
    [i, j, k],
    [i, k, j],
    [j, i, k],
  ];
  const changes = turned.map((triple) => {
    const [from, through, to] = triple;
    return { triple, change: change(from, to, entry(matrix, from, through) * entry(matrix, through, to)) };
  });
  return changes.reduce((best, other) => (other.change.consistencyRatioAfter < best.change.consistencyRatioAfter - NOISE ? other : best));
}

/** The judgement of all that lowers the ratio most when it alone is set anew. */
function bestChange(matrix: Matrix, change: Change, ratioOf: (changed: Matrix) => number): JudgementChange {
  let best: JudgementChange | undefined;
  for (let i = 0; i < matrix.length; i++) {
    for (let k = i + 1; k < matrix.length; k++) {
      const others = matrix.flatMap((_, j) => (j === i || j === k ? [] : [Math.log(entry(matrix, i, j)) + Math.log(entry(matrix, j, k))]));
      const logarithm = leastOf(Math.min(...others), Math.max(...others), (x) => ratioOf(withJudgement(matrix, i, k, Math.exp(x))));
      // The minimum is flat: digits beyond these would be those of the search.
      const made = change(i, k, Number(Math.exp(logarithm).toPrecision(6)));
      if (best === undefined || made.consistencyRatioAfter < best.consistencyRatioAfter - NOISE) best = made;
    }
  }
  return best as JudgementChange;
}

/** Where a convex function is least between two bounds, by golden section. */
function leastOf(from: number, to: number, valueAt: (x: number) => number): number {
  let [low, high] = [from, to];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [valueAt(left), valueAt(right)];
  for (let section = 0; section < SECTIONS && low < high; section++) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = valueAt(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = valueAt(right);
    }
  }
  return (low + high) / 2;
}
