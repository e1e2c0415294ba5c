import { GuiyanError } from "../errors/index.js";
import { type AssignmentProblem, type ReadProblem, readProblem } from "./assignment-problem.js";
import { type AugmentedAssignment, augmentAssignment } from "./augment-assignment.js";
import type { CandidateList } from "./candidate-source.js";
import { fillPlaces } from "./fill-places.js";
import { jonkerVolgenant } from "./jonker-volgenant.js";

/** One pair of an assignment (指派对). */
export interface AssignedPair {
  readonly row: number;
  readonly column: number;
  readonly cost: number;
}

/**
 * Prices that prove an assignment best (对偶价格). Minimising: rows[i] + columns[j] <= cost[i][j] for each pair that is not made and >= for each that is;
 * columns[j] <= 0, and 0 where column j has room; rows[i] <= empty, and `empty` where row i has room. Maximising: all of it the other way round.
 */
export interface AssignmentDuals {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** What a place of a row that stays empty counts as; 0 with `pairing: "paying"`, else dear enough that no pair is left out for its cost. */
  readonly empty: number;
}

/** A best assignment (最优指派). */
export interface AssignmentSolution {
  /** By row, then column. */
  readonly pairs: readonly AssignedPair[];
  /** Sum of the costs of the pairs. */
  readonly total: number;
  readonly duals: AssignmentDuals;
}

/**
 * Assigns rows to columns at the least summed cost, or the highest summed gain (指派问题): exact, with prices that prove it.
 *
 *   min Σ c_ij x_ij      Σ_j x_ij <= rowCapacity_i,  Σ_i x_ij <= columnCapacity_j,  x_ij in {0, 1},  as many pairs as can be made
 *
 * A forbidden pair is absent, it has no number. Complete matrices without capacities, where pairing all is asked or pays, go to {@link jonkerVolgenant}, those with forbidden pairs or with
 * capacities on one side to {@link fillPlaces}, lists of pairs and capacities on both sides to shortest augmenting paths over sorted lists. Whole costs are exact while the sums stay below 2^50; real ones to rounding. Where several assignments are best,
 * the same problem always gives the same one.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`; `limit-exceeded` for whole costs too large to be summed exactly
 * @complexity O(min(rows, columns)² × max(rows, columns)) dense; O(places × pairs × log) at worst otherwise, after sorting the pairs
 * @source H. W. Kuhn, Naval Research Logistics Quarterly 2 (1955) 83–97; R. Jonker, A. Volgenant, Computing 38 (1987) 325–340
 * @example
 * const { pairs, total } = solveAssignment({ rows: 2, columns: 3, cost: [[4, 1, 3], [2, null, 5]] });
 * console.log(total, pairs.map(({ row, column }) => [row, column])); // → 3 [ [ 0, 1 ], [ 1, 0 ] ]
 */
export function solveAssignment(problem: AssignmentProblem): AssignmentSolution {
  const place = "solveAssignment";
  const read = readProblem(place, problem);
  const { matrix, whole, largest, rows, columns } = read;
  // A path adds and takes away costs of one size; the total adds as many as there are pairs.
  if (!(whole ? largest <= EXACT : largest * (2 + Math.min(rows, columns)) < Number.MAX_VALUE / 4)) throw tooLarge(place);
  if (matrix !== undefined && isPlain(read)) return solveDense(read, matrix);
  return solveWithRoom(place, read);
}

/** Whether every row of the smaller side can have a column of its own and ought to: nothing is forbidden, nothing has a capacity. */
function isPlain({ rows, columns, rowCapacity, columnCapacity, pairing, matrix, pairs, maximize }: ReadProblem): boolean {
  if (rows === 0 || columns === 0 || pairs < rows * columns) return false;
  if (!(rowCapacity.every((one) => one === 1) && columnCapacity.every((one) => one === 1))) return false;
  return pairing === "most" || matrix?.every((cost) => (maximize ? cost >= 0 : cost <= 0)) === true;
}

function solveDense(read: ReadProblem, matrix: Float64Array): AssignmentSolution {
  const { rows, columns, maximize } = read;
  const sign = maximize ? -1 : 1;
  const wide = rows <= columns;
  const cost = wide && !maximize ? matrix : new Float64Array(matrix.length);
  if (cost !== matrix) {
    for (let row = 0, at = 0; row < rows; row++)
      for (let column = 0; column < columns; column++, at++) cost[wide ? at : column * rows + row] = sign * (matrix[at] as number);
  }
  const { columnOfRow, rowPrices, columnPrices } = jonkerVolgenant(cost, Math.min(rows, columns), Math.max(rows, columns));
  const made = Array.from(columnOfRow, (column, row) => (wide ? { row, column } : { row: column, column: row }));
  const [ofRows, ofColumns] = wide ? [rowPrices, columnPrices] : [columnPrices, rowPrices];
  // The side that is wholly assigned may shift its prices against the other's, until the highest of the columns' is 0.
  const excess = rows === columns ? highest(ofColumns) : Math.max(0, highest(ofColumns));
  const shifted = ofRows.map((price) => price + excess);
  return solutionOf(
    read,
    made,
    shifted,
    ofColumns.map((price) => price - excess),
    Math.max(0, highest(shifted)),
  );
}

/** Everything else: with capacities on one side at most over the whole matrix, with capacities on both over sorted lists. */
function solveWithRoom(place: string, read: ReadProblem): AssignmentSolution {
  const sign = read.maximize ? -1 : 1;
  const empty = read.pairing === "paying" ? 0 : dearEnough(place, read, sign);
  const { columns, rowPrices, columnPrices } = augment(read, (cost) => empty - sign * cost);
  const made = columns.flatMap((own, row) => [...own].sort((a, b) => a - b).map((column) => ({ row, column })));
  const ofColumns = new Float64Array(read.columns);
  for (const [column, price] of columnPrices.entries()) ofColumns[column] = -price;
  return solutionOf(
    read,
    made,
    rowPrices.map((price) => empty - price),
    ofColumns,
    empty,
  );
}

function augment(read: ReadProblem, gainOf: (cost: number) => number): AugmentedAssignment {
  const { rows, columns, rowCapacity, columnCapacity, matrix } = read;
  if (matrix !== undefined && columnCapacity.every((one) => one === 1)) {
    return fillPlaces(
      matrix.map((cost) => (Number.isNaN(cost) ? Number.NEGATIVE_INFINITY : gainOf(cost))),
      columns,
      rowCapacity,
    );
  }
  if (matrix !== undefined && rowCapacity.every((one) => one === 1)) {
    const turned = new Float64Array(matrix.length);
    for (let row = 0, at = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++, at++) {
        const cost = matrix[at] as number;
        turned[column * rows + row] = Number.isNaN(cost) ? Number.NEGATIVE_INFINITY : gainOf(cost);
      }
    }
    const found = fillPlaces(turned, rows, columnCapacity);
    const own = Array.from({ length: rows }, (): number[] => []);
    for (const [column, list] of found.columns.entries()) for (const row of list) own[row]?.push(column);
    return { columns: own, rowPrices: Float64Array.from(found.columnPrices), columnPrices: Array.from(found.rowPrices) };
  }
  const lists = Array.from({ length: rows }, (_, row): CandidateList => {
    const pairs = read.pairsOf(row);
    const weights = pairs.costs.map(gainOf);
    const order = Uint32Array.from(weights.keys()).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
    return {
      columns: Array.from(order, (at) => pairs.columns[at] as number),
      weights: Array.from(order, (at) => weights[at] as number),
      bound: Number.NEGATIVE_INFINITY,
    };
  });
  return augmentAssignment({
    places: rowCapacity,
    list: (row) => lists[row] as CandidateList,
    grow: () => {},
    capacity: (column) => columnCapacity[column] as number,
  });
}

/** What an empty place must cost so that one more pair outweighs whatever it does to the others. */
function dearEnough(place: string, { rows, rowCapacity, columnCapacity, pairsOf }: ReadProblem, sign: number): number {
  let [lowest, highestCost, whole, places] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true, 0];
  for (let row = 0; row < rows; row++) {
    const { costs } = pairsOf(row);
    places += Math.min(costs.length, rowCapacity[row] as number);
    for (const cost of costs) {
      lowest = Math.min(lowest, sign * cost);
      highestCost = Math.max(highestCost, sign * cost);
      whole &&= Number.isInteger(cost);
    }
  }
  if (places === 0) return 0;
  const most = Math.min(
    places,
    columnCapacity.reduce((sum, one) => sum + one, 0),
  );
  const range = highestCost - lowest;
  const empty = Math.max(0, highestCost + range * most + (range > 0 ? range : 1));
  const largest = empty + Math.max(Math.abs(lowest), Math.abs(highestCost)) * (most + 1);
  if (Number.isFinite(largest) && (!whole || largest <= EXACT)) return empty;
  throw tooLarge(place);
}

function tooLarge(place: string): GuiyanError {
  return new GuiyanError("limit-exceeded", `${place}: expected whole costs whose sums stay below 2^50, or real ones that can be added`, {
    path: ["cost"],
    details: { limit: EXACT },
  });
}

/** Whole numbers up to here stay exact through the few additions of a path. */
const EXACT = 2 ** 50;

function highest(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

/** A solution in the problem's own terms, from prices of the minimised costs. */
function solutionOf(
  { pairsOf, maximize, matrix, columns }: ReadProblem,
  made: { readonly row: number; readonly column: number }[],
  ofRows: Float64Array,
  ofColumns: Float64Array,
  empty: number,
): AssignmentSolution {
  const sign = maximize ? -1 : 1;
  const pairs = made
    .sort((a, b) => a.row - b.row)
    .map(({ row, column }): AssignedPair => {
      if (matrix !== undefined) return { row, column, cost: matrix[row * columns + column] as number };
      const own = pairsOf(row);
      return { row, column, cost: own.costs[own.columns.indexOf(column)] as number };
    });
  // Adding zero turns a negative zero into one.
  const told = (prices: Float64Array) => Array.from(prices, (price) => sign * price + 0);
  return {
    pairs,
    total: pairs.reduce((sum, { cost }) => sum + cost, 0),
    duals: { rows: told(ofRows), columns: told(ofColumns), empty: sign * empty + 0 },
  };
}
