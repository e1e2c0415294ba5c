import { gatherNearest } from "./gather-nearest.js";

/** A least-cost assignment of every row of a complete matrix (完全指派). */
export interface DenseAssignment {
  /** Column of each row. */
  readonly columnOfRow: Int32Array;
  /** Prices with rowPrices[i] + columnPrices[j] <= cost[i][j], equal where assigned; columnPrices <= 0, and 0 where no row has the column if rows < columns. */
  readonly rowPrices: Float64Array;
  readonly columnPrices: Float64Array;
}

/**
 * Assigns every row of a complete matrix to a column of its own at the least summed cost (Jonker–Volgenant 算法): column reduction (square
 * matrices only, since elsewhere a column may stay free), augmenting row reduction, then shortest augmenting paths.
 *
 * @param cost row-major, rows × columns, finite; rows <= columns
 * @complexity O(rows² × columns) at worst, near O(rows × columns) on most matrices
 * @source R. Jonker, A. Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment problems, Computing 38 (1987) 325–340.
 *   Differs: rectangular matrices; a price that rounding leaves unchanged counts as a tie, so that the reduction ends on real costs too
 */
export function jonkerVolgenant(cost: Float64Array, rows: number, columns: number): DenseAssignment {
  const columnOfRow = new Int32Array(rows).fill(-1);
  const rowOfColumn = new Int32Array(columns).fill(-1);
  const columnPrices = new Float64Array(columns);
  if (rows === columns) reduceColumns(cost, columns, columnOfRow, rowOfColumn, columnPrices);
  let free = freeRows(columnOfRow);
  if (columns > 1) for (let pass = 0; pass < 2; pass++) free = reduceRows(cost, columns, free, columnOfRow, rowOfColumn, columnPrices);
  augmentRows(cost, columns, free, columnOfRow, rowOfColumn, columnPrices);
  const rowPrices = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const column = columnOfRow[row] as number;
    rowPrices[row] = (cost[row * columns + column] as number) - (columnPrices[column] as number);
  }
  return { columnOfRow, rowPrices, columnPrices };
}

function freeRows(columnOfRow: Int32Array): Int32Array {
  const free = new Int32Array(columnOfRow.length);
  let count = 0;
  for (let row = 0; row < columnOfRow.length; row++) if (columnOfRow[row] === -1) free[count++] = row;
  return free.subarray(0, count);
}

/** Gives each column to the row that is cheapest in it, once a row; of a row with one column, what it can spare goes to the other columns' prices. */
function reduceColumns(cost: Float64Array, n: number, columnOfRow: Int32Array, rowOfColumn: Int32Array, prices: Float64Array): void {
  const claims = new Int32Array(n);
  for (let column = n - 1; column >= 0; column--) {
    let least = cost[column] as number;
    let cheapest = 0;
    for (let row = 1; row < n; row++) {
      const c = cost[row * n + column] as number;
      if (c < least) {
        least = c;
        cheapest = row;
      }
    }
    prices[column] = least;
    claims[cheapest] = (claims[cheapest] as number) + 1;
    if (claims[cheapest] !== 1) continue;
    columnOfRow[cheapest] = column;
    rowOfColumn[column] = cheapest;
  }
  for (let row = 0; row < n; row++) {
    if (claims[row] !== 1) continue;
    const own = columnOfRow[row] as number;
    let spare = Number.POSITIVE_INFINITY;
    for (let column = 0; column < n; column++) {
      if (column !== own) spare = Math.min(spare, (cost[row * n + column] as number) - (prices[column] as number));
    }
    if (spare !== Number.POSITIVE_INFINITY) prices[own] = (prices[own] as number) - spare;
  }
}

/** Each free row takes its cheapest column and lowers the column's price to where the second cheapest is as good; who held it is free in turn. */
function reduceRows(
  cost: Float64Array,
  columns: number,
  free: Int32Array,
  columnOfRow: Int32Array,
  rowOfColumn: Int32Array,
  prices: Float64Array,
): Int32Array {
  const waiting = Array.from(free);
  const left: number[] = [];
  // Rounding may keep prices from falling far enough on real costs; the paths finish what is left.
  let steps = 50 * (free.length + columns);
  for (let i = 0; i < waiting.length; ) {
    const row = waiting[i++] as number;
    const offset = row * columns;
    let best = (cost[offset] as number) - (prices[0] as number);
    let first = 0;
    let secondBest = Number.POSITIVE_INFINITY;
    let second = -1;
    for (let column = 1; column < columns; column++) {
      const reduced = (cost[offset + column] as number) - (prices[column] as number);
      if (reduced >= secondBest) continue;
      if (reduced >= best) {
        secondBest = reduced;
        second = column;
      } else {
        secondBest = best;
        second = first;
        best = reduced;
        first = column;
      }
    }
    let taken = first;
    let held = rowOfColumn[first] as number;
    const price = (prices[first] as number) - (secondBest - best);
    const lowers = price < (prices[first] as number);
    if (lowers) prices[first] = price;
    else if (held >= 0) {
      taken = second;
      held = rowOfColumn[second] as number;
    }
    columnOfRow[row] = taken;
    rowOfColumn[taken] = row;
    if (held < 0) continue;
    columnOfRow[held] = -1;
    if (lowers && --steps > 0) waiting[--i] = held;
    else left.push(held);
  }
  return Int32Array.from(left);
}

/** Finds a shortest augmenting path for each free row. */
function augmentRows(
  cost: Float64Array,
  columns: number,
  free: Int32Array,
  columnOfRow: Int32Array,
  rowOfColumn: Int32Array,
  prices: Float64Array,
): void {
  const distance = new Float64Array(columns);
  const from = new Int32Array(columns);
  // Columns in three stretches: settled [0, low), at the present least distance [low, high), farther [high, columns).
  const order = new Int32Array(columns);
  for (const start of free) {
    for (let column = 0; column < columns; column++) {
      distance[column] = (cost[start * columns + column] as number) - (prices[column] as number);
      from[column] = start;
      order[column] = column;
    }
    let low = 0;
    let high = 0;
    let settled = 0;
    let least = 0;
    let end = -1;
    while (end < 0) {
      if (low === high) {
        settled = low;
        high = gatherNearest(order, distance, low);
        least = distance[order[low] as number] as number;
        for (let k = low; k < high && end < 0; k++) if ((rowOfColumn[order[k] as number] as number) < 0) end = order[k] as number;
        if (end >= 0) break;
      }
      const reached = order[low++] as number;
      const row = rowOfColumn[reached] as number;
      const offset = row * columns;
      const base = (cost[offset + reached] as number) - (prices[reached] as number) - least;
      for (let k = high; k < columns; k++) {
        const column = order[k] as number;
        // Rounding must not lead to a distance below the present one.
        const d = Math.max(least, (cost[offset + column] as number) - (prices[column] as number) - base);
        if (!(d < (distance[column] as number))) continue;
        from[column] = row;
        distance[column] = d;
        if (d !== least) continue;
        if ((rowOfColumn[column] as number) < 0) {
          end = column;
          break;
        }
        order[k] = order[high] as number;
        order[high++] = column;
      }
    }
    for (let k = 0; k < settled; k++) {
      const column = order[k] as number;
      prices[column] = (prices[column] as number) + (distance[column] as number) - least;
    }
    for (let column = end; ; ) {
      const row = from[column] as number;
      const previous = columnOfRow[row] as number;
      columnOfRow[row] = column;
      rowOfColumn[column] = row;
      if (row === start) break;
      column = previous;
    }
  }
}
