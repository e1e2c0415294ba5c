import { checkArray, checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";

/** One pair that may be made, and what it costs (可行配对). */
export interface AssignmentEdge {
  readonly row: number;
  readonly column: number;
  readonly cost: number;
}

/**
 * What a pair costs (成本): a matrix by rows, a flat row-major array, the permitted pairs alone, or a function of row and column.
 * `null`, `undefined` and the infinities say that a pair is forbidden; a number that is none is refused.
 */
export type AssignmentCost =
  | readonly (readonly (number | null | undefined)[] | Float64Array | Int32Array)[]
  | Float64Array
  | Int32Array
  | readonly AssignmentEdge[]
  | ((row: number, column: number) => number | null | undefined);

/** An assignment problem (指派问题). */
export interface AssignmentProblem {
  /** How many rows, or the rows themselves, which are then only counted. */
  readonly rows: number | readonly unknown[];
  readonly columns: number | readonly unknown[];
  readonly cost: AssignmentCost;
  /** Whether the costs are gains, to be summed to the highest. Default false. */
  readonly maximize?: boolean;
  /** Columns that a row may have: one number for all, or one for each. A row has no column twice. Default 1. */
  readonly rowCapacity?: number | readonly number[];
  /** Rows that a column may have. Default 1. */
  readonly columnCapacity?: number | readonly number[];
  /**
   * `most`: as many pairs as can be made, and of those the best (尽量多配); `paying`: only pairs that better the total (只配有利的), so that
   * minimising makes no pair of positive cost. Default `most`.
   */
  readonly pairing?: "most" | "paying";
}

/** The permitted pairs of one row, in the order of the columns. */
interface RowPairs {
  readonly columns: Int32Array;
  readonly costs: Float64Array;
}

/** A problem read and checked. */
export interface ReadProblem {
  readonly rows: number;
  readonly columns: number;
  readonly rowCapacity: Int32Array;
  readonly columnCapacity: Int32Array;
  readonly maximize: boolean;
  readonly pairing: "most" | "paying";
  /** Costs row by row, NaN where a pair is forbidden; undefined where the permitted pairs were listed. */
  readonly matrix: Float64Array | undefined;
  /** Permitted pairs. */
  readonly pairs: number;
  /** The largest cost of a permitted pair, without its sign. */
  readonly largest: number;
  /** Whether all costs are whole. */
  readonly whole: boolean;
  /** The permitted pairs of a row. */
  readonly pairsOf: (row: number) => RowPairs;
}

function checkSize(place: string, name: string, value: number | readonly unknown[]): number {
  return checkInteger(place, name, Array.isArray(value) ? value.length : value, { min: 0, max: 2 ** 31 - 1 });
}

function readCapacity(place: string, name: string, value: number | readonly number[] | undefined, count: number): Int32Array {
  const bounds = { min: 0, max: 2 ** 31 - 1 };
  if (value === undefined || typeof value === "number") return new Int32Array(count).fill(checkInteger(place, name, value ?? 1, bounds));
  if (checkArray(place, name, value).length !== count) {
    throw new GuiyanError("invalid-option", `${place}: expected ${name} to hold ${count} numbers, received ${value.length}`, {
      path: [name],
    });
  }
  return Int32Array.from(value, (one, i) => checkInteger(place, `${name}.${i}`, one, bounds));
}

/** A cost as a number, NaN where the pair is forbidden. */
function readCost(place: string, cost: unknown, row: number, column: number): number {
  if (typeof cost === "number") {
    // Adding zero turns a negative zero into one.
    if (Number.isFinite(cost)) return cost + 0;
    if (!Number.isNaN(cost)) return Number.NaN;
  } else if (cost === null || cost === undefined) return Number.NaN;
  throw new GuiyanError("invalid-argument", `${place}: expected the cost of row ${row}, column ${column} to be a number or null`, {
    path: ["cost", row, column],
  });
}

function isEdge(value: unknown): value is AssignmentEdge {
  return typeof value === "object" && value !== null && "row" in value && "column" in value;
}

function isNumbers(value: unknown): value is readonly unknown[] | Float64Array | Int32Array {
  return Array.isArray(value) || value instanceof Float64Array || value instanceof Int32Array;
}

/** Cells of a matrix that is copied; 2 GiB. */
const MOST_CELLS = 2 ** 28;

/** A matrix of costs, NaN where a pair is forbidden, and how many are not. */
interface ReadMatrix {
  readonly matrix: Float64Array;
  readonly pairs: number;
  readonly largest: number;
  readonly whole: boolean;
}

/** Copies costs given by position. */
function readMatrix(place: string, cost: Exclude<AssignmentCost, readonly AssignmentEdge[]>, rows: number, columns: number): ReadMatrix {
  let pairs = 0;
  let largest = 0;
  let whole = true;
  const expectLength = (name: string, expected: number, length: number | undefined, path: readonly (string | number)[]) => {
    if (length === expected) return;
    throw new GuiyanError("invalid-argument", `${place}: expected ${name} to hold ${expected}, received ${length ?? "something else"}`, {
      path,
    });
  };
  if (typeof cost !== "function")
    expectLength("cost", cost instanceof Float64Array || cost instanceof Int32Array ? rows * columns : rows, cost.length, ["cost"]);
  if (!(rows * columns <= MOST_CELLS))
    throw new GuiyanError("limit-exceeded", `${place}: expected at most ${MOST_CELLS} cells; list the permitted pairs instead`, {
      path: ["cost"],
      details: { limit: MOST_CELLS },
    });
  const matrix = new Float64Array(rows * columns);
  const readRow = (row: number, own: ArrayLike<unknown>) => {
    const start = row * columns;
    // Numbers go over in one piece; of anything else each cell is read.
    const numbers = own instanceof Float64Array || own instanceof Int32Array;
    if (numbers) matrix.set(own, start);
    for (let column = 0, at = start; column < columns; column++, at++) {
      const read = readCost(place, numbers ? matrix[at] : own[column], row, column);
      matrix[at] = read;
      if (Number.isNaN(read)) continue;
      pairs++;
      largest = Math.max(largest, Math.abs(read));
      if (whole && !Number.isInteger(read)) whole = false;
    }
  };
  if (typeof cost === "function") {
    for (let row = 0; row < rows; row++)
      readRow(
        row,
        Array.from({ length: columns }, (_, column) => cost(row, column)),
      );
  } else if (cost instanceof Float64Array || cost instanceof Int32Array) {
    for (let row = 0; row < rows; row++) readRow(row, cost.subarray(row * columns, (row + 1) * columns));
  } else {
    for (const [row, own] of (cost as readonly unknown[]).entries()) {
      expectLength(`cost.${row}`, columns, isNumbers(own) ? own.length : undefined, ["cost", row]);
      readRow(row, own as ArrayLike<unknown>);
    }
  }
  return { matrix, pairs, largest, whole };
}

function readEdges(place: string, edges: readonly unknown[], rows: number, columns: number): RowPairs[] {
  const byRow = Array.from({ length: rows }, () => new Map<number, number>());
  for (const [i, edge] of edges.entries()) {
    if (!isEdge(edge)) throw new GuiyanError("invalid-argument", `${place}: expected cost.${i} to be a pair`, { path: ["cost", i] });
    const row = checkInteger(place, `cost.${i}.row`, edge.row, { min: 0, max: rows - 1 });
    const column = checkInteger(place, `cost.${i}.column`, edge.column, { min: 0, max: columns - 1 });
    const own = byRow[row] as Map<number, number>;
    if (own.has(column)) throw new GuiyanError("invalid-argument", `${place}: expected each pair once`, { path: ["cost", i] });
    own.set(column, readCost(place, edge.cost, row, column));
  }
  return byRow.map((own) => {
    const sorted = [...own].filter(([, cost]) => !Number.isNaN(cost)).sort(([a], [b]) => a - b);
    return { columns: Int32Array.from(sorted, ([column]) => column), costs: Float64Array.from(sorted, ([, cost]) => cost) };
  });
}

function pairsOfMatrix(matrix: Float64Array, columns: number, row: number): RowPairs {
  const costs = matrix.subarray(row * columns, (row + 1) * columns);
  const permitted = Int32Array.from(costs.keys()).filter((column) => !Number.isNaN(costs[column]));
  return { columns: permitted, costs: costs.filter((cost) => !Number.isNaN(cost)) };
}

/**
 * Reads and checks an assignment problem.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(rows × columns), or O(pairs) where the pairs are listed
 */
export function readProblem(place: string, problem: AssignmentProblem): ReadProblem {
  if (typeof problem !== "object" || problem === null) throw new GuiyanError("invalid-argument", `${place}: expected a problem`);
  checkOptions(place, problem, ["rows", "columns", "cost", "maximize", "rowCapacity", "columnCapacity", "pairing"]);
  const rows = checkSize(place, "rows", problem.rows);
  const columns = checkSize(place, "columns", problem.columns);
  const { cost } = problem;
  if (!(typeof cost === "function" || isNumbers(cost)))
    throw new GuiyanError("invalid-argument", `${place}: expected cost to be a matrix, a list of pairs or a function`, { path: ["cost"] });
  const listed = Array.isArray(cost) && (cost.length === 0 || isEdge(cost[0]));
  const edges = listed ? readEdges(place, cost, rows, columns) : [];
  const dense = listed ? undefined : readMatrix(place, cost as Exclude<AssignmentCost, readonly AssignmentEdge[]>, rows, columns);
  const maximize: unknown = problem.maximize ?? false;
  if (typeof maximize !== "boolean")
    throw new GuiyanError("invalid-option", `${place}: expected maximize to be true or false`, { path: ["maximize"] });
  let largest = dense?.largest ?? 0;
  let whole = dense?.whole ?? true;
  for (const { costs } of edges) {
    for (const cost of costs) {
      largest = Math.max(largest, Math.abs(cost));
      whole &&= Number.isInteger(cost);
    }
  }
  return {
    rows,
    columns,
    rowCapacity: readCapacity(place, "rowCapacity", problem.rowCapacity, rows),
    columnCapacity: readCapacity(place, "columnCapacity", problem.columnCapacity, columns),
    maximize,
    pairing: checkOneOf(place, "pairing", problem.pairing ?? "most", ["most", "paying"]),
    matrix: dense?.matrix,
    largest,
    whole,
    pairs: dense?.pairs ?? edges.reduce((sum, own) => sum + own.columns.length, 0),
    pairsOf: (row) => (dense === undefined ? (edges[row] as RowPairs) : pairsOfMatrix(dense.matrix, columns, row)),
  };
}
