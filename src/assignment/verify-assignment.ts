import { checkArray, checkInteger, checkNumber, checkOptions, GuiyanError } from "../errors/index.js";
import { type AssignmentProblem, type ReadProblem, readProblem } from "./assignment-problem.js";
import type { AssignmentSolution } from "./solve-assignment.js";

/** One thing that is wrong with an assignment (核验问题). */
export interface AssignmentFault {
  /**
   * `pair`: forbidden, made twice or not as costly as told; `capacity`: a row or column has too many; `total`: not the sum of the pairs;
   * `price`: the prices allow a better assignment; `count`: one more pair could be made.
   */
  readonly kind: "pair" | "capacity" | "total" | "price" | "count";
  readonly row?: number;
  readonly column?: number;
}

/** What a check of an assignment found (核验结果). */
export interface AssignmentVerification {
  /** Only permitted pairs, within the capacities, summed rightly. */
  readonly feasible: boolean;
  /** Feasible, and the prices prove that nothing is better. */
  readonly optimal: boolean;
  /** What is wrong, a hundred faults at most. */
  readonly faults: readonly AssignmentFault[];
}

/** Faults that are listed. */
const MOST_FAULTS = 100;

/**
 * Checks an assignment against its problem, whoever made it (核验指派): feasible by counting, best by complementary slackness of its prices, and, where
 * as many pairs as possible were asked, that no augmenting path is left. It shares no step with the solvers but the reading of the problem.
 *
 * @param options `tolerance`: relative to the largest cost; default 1e-9 for real costs, 0 for whole ones, which are exact
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option` for the problem; `invalid-argument` for a solution that is none
 * @complexity O(rows × columns)
 * @source complementary slackness, e.g. A. Schrijver, Combinatorial Optimization, 2003, ch. 17; C. Berge, PNAS 43 (1957) 842–844, for the count
 * @example
 * const problem = { rows: 1, columns: 2, cost: [[3, 2]] };
 * console.log(verifyAssignment(problem, solveAssignment(problem)).optimal); // → true
 */
export function verifyAssignment(
  problem: AssignmentProblem,
  solution: AssignmentSolution,
  options: { readonly tolerance?: number } = {},
): AssignmentVerification {
  const place = "verifyAssignment";
  const read = readProblem(place, problem);
  checkOptions(place, options, ["tolerance"]);
  const relative = checkNumber(place, "tolerance", options.tolerance ?? (read.whole ? 0 : 1e-9), { min: 0, below: 1 });
  if (typeof solution !== "object" || solution === null)
    throw new GuiyanError("invalid-argument", `${place}: expected a solution`, { path: ["solution"] });
  checkArray(place, "pairs", solution.pairs);
  const { duals } = solution;
  if (!(duals?.rows?.length === read.rows && duals.columns?.length === read.columns && Number.isFinite(duals.empty))) {
    throw new GuiyanError("invalid-argument", `${place}: expected prices of ${read.rows} rows and ${read.columns} columns`, {
      path: ["solution", "duals"],
    });
  }
  const faults: AssignmentFault[] = [];
  const made = checkPairs(place, read, solution, relative, faults);
  const feasible = faults.length === 0;
  checkPrices(read, made, solution, relative, faults);
  if (feasible && read.pairing === "most" && augmentable(read, made)) faults.push({ kind: "count" });
  return { feasible, optimal: faults.length === 0, faults: faults.slice(0, MOST_FAULTS) };
}

function checkPairs(
  place: string,
  { rows, columns, pairsOf, rowCapacity, columnCapacity }: ReadProblem,
  { pairs, total }: AssignmentSolution,
  relative: number,
  faults: AssignmentFault[],
): Set<number>[] {
  const made = Array.from({ length: rows }, () => new Set<number>());
  const loads = new Int32Array(columns);
  let [sum, size] = [0, 0];
  // Each row's permitted pairs are read once.
  const costsOf = new Map<number, ReadonlyMap<number, number>>();
  const costOf = (row: number, column: number): number | undefined => {
    let own = costsOf.get(row);
    if (own === undefined) {
      const { columns: permitted, costs } = pairsOf(row);
      own = new Map(Array.from(permitted, (one, at) => [one, costs[at] as number]));
      costsOf.set(row, own);
    }
    return own.get(column);
  };
  for (const [i, pair] of pairs.entries()) {
    const { row, column, cost } = pair ?? {};
    checkInteger(place, `pairs.${i}.row`, row, { min: 0, max: rows - 1 });
    checkInteger(place, `pairs.${i}.column`, column, { min: 0, max: columns - 1 });
    const own = made[row] as Set<number>;
    const known = costOf(row, column);
    if (known === undefined || known !== cost || own.has(column)) faults.push({ kind: "pair", row, column });
    own.add(column);
    loads[column] = (loads[column] as number) + 1;
    sum += cost;
    size += Math.abs(cost);
  }
  for (const [row, own] of made.entries()) if (own.size > (rowCapacity[row] as number)) faults.push({ kind: "capacity", row });
  for (const [column, load] of loads.entries()) if (load > (columnCapacity[column] as number)) faults.push({ kind: "capacity", column });
  if (!(Math.abs(sum - total) <= relative * size)) faults.push({ kind: "total" });
  return made;
}

function checkPrices(
  { rows, columns, pairsOf, rowCapacity, columnCapacity, maximize, pairing, largest }: ReadProblem,
  made: readonly Set<number>[],
  { duals }: AssignmentSolution,
  relative: number,
  faults: AssignmentFault[],
): void {
  const sign = maximize ? -1 : 1;
  const empty = sign * duals.empty;
  const slack = relative * largest;
  // Affirmative, so that a price that is no number is a fault.
  const atMost = (a: number, b: number) => a <= b + slack;
  if (pairing === "paying" && empty !== 0) faults.push({ kind: "price" });
  const loads = new Int32Array(columns);
  for (let row = 0; row < rows; row++) {
    const own = made[row] as Set<number>;
    for (const column of own) loads[column] = (loads[column] as number) + 1;
    const price = sign * (duals.rows[row] as number);
    const full = own.size >= (rowCapacity[row] as number);
    if (!(atMost(price, empty) && (full || atMost(empty, price)))) faults.push({ kind: "price", row });
    const { columns: permitted, costs } = pairsOf(row);
    for (const [at, column] of permitted.entries()) {
      const cost = sign * (costs[at] as number);
      const both = price + sign * (duals.columns[column] as number);
      if (!(own.has(column) ? atMost(cost, both) : atMost(both, cost))) faults.push({ kind: "price", row, column });
    }
  }
  for (let column = 0; column < columns; column++) {
    const price = sign * (duals.columns[column] as number);
    const full = (loads[column] as number) >= (columnCapacity[column] as number);
    if (!(atMost(price, 0) && (full || atMost(0, price)))) faults.push({ kind: "price", column });
  }
}

/** Whether a chain of moves would make one pair more: from a row with room over pairs not made and pairs made to a column with room. */
function augmentable({ rows, columns, pairsOf, rowCapacity, columnCapacity }: ReadProblem, made: readonly Set<number>[]): boolean {
  const holders = Array.from({ length: columns }, (): number[] => []);
  for (const [row, own] of made.entries()) for (const column of own) holders[column]?.push(row);
  const seenRows = new Uint8Array(rows);
  const seenColumns = new Uint8Array(columns);
  const queue: number[] = [];
  const reach = (row: number) => {
    if (seenRows[row] === 1) return;
    seenRows[row] = 1;
    queue.push(row);
  };
  for (let row = 0; row < rows; row++) if ((made[row] as Set<number>).size < (rowCapacity[row] as number)) reach(row);
  for (let i = 0; i < queue.length; i++) {
    const row = queue[i] as number;
    for (const column of pairsOf(row).columns) {
      if (seenColumns[column] === 1 || made[row]?.has(column)) continue;
      seenColumns[column] = 1;
      const own = holders[column] as number[];
      if (own.length < (columnCapacity[column] as number)) return true;
      for (const other of own) reach(other);
    }
  }
  return false;
}
