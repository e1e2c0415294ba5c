import type { CandidateList, CandidateSource } from "./candidate-source.js";
import { PathQueue } from "./path-queue.js";

/** A best assignment with the prices that prove it (最优分配及对偶价格). */
export interface AugmentedAssignment {
  /** For each row the columns that it has, in the order of its list. */
  readonly columns: readonly (readonly number[])[];
  /** What one more place of a row would be worth, >= 0; 0 where a place stays empty. */
  readonly rowPrices: Float64Array;
  /** What one more use of a column would be worth, >= 0; 0 where a use is left. Columns never listed count as 0. */
  readonly columnPrices: readonly number[];
}

/** Kinds of events, in the order in which equal distances are settled: a place is rather filled than left empty. */
const COLUMN = 0;
const ROW = 1;
const MORE = 2;
const EMPTY = 3;
/** Nodes are numbered below this. */
const KIND = 2 ** 40;
/** Candidates looked at in one go. */
const PORTION = 16;

/**
 * Fills the places of all rows so that the summed weight is the highest (稀疏最短增广路): one place after another, each along a shortest
 * augmenting path, with lists that grow only where a column not yet listed could lie on that path.
 *
 *   max Σ w_ij x_ij      Σ_j x_ij <= places_i,  Σ_i x_ij <= capacity_j,  x_ij in {0, 1};  absent pairs have no x
 *   prices u, v >= 0 with u_i + v_j >= w_ij for every pair without x, also those never listed: u_i >= bound_i
 *
 * A place may stay empty, at a gain of 0. Sums must be exact for the answer to be: whole numbers below 2^50 are.
 * @complexity O(places × (looked-at candidates) log) at worst; near the places times a portion where rows seldom compete
 * @source R. Jonker, A. Volgenant, Computing 38 (1987) 325–340, for the paths; R. E. Burkard, M. Dell'Amico, S. Martello, Assignment Problems, 2009, ch. 4–5.
 *   Differs: rows and columns have capacities, and the columns are listed by need.
 */
export function augmentAssignment(source: CandidateSource): AugmentedAssignment {
  const rows = source.places.length;
  const search = new AugmentingSearch(source, rows);
  for (let row = 0; row < rows; row++) search.fill(row);
  return search.result();
}

/** Who holds a use of a column: a row, and the place of the column in the row's list. */
interface Holder {
  readonly row: number;
  readonly edge: number;
}

class AugmentingSearch {
  readonly #source: CandidateSource;
  readonly #lists: CandidateList[] = [];
  /** For each row, which of its listed candidates it has. */
  readonly #taken: boolean[][] = [];
  readonly #rowPrices: Float64Array;
  readonly #columnPrices: number[] = [];
  readonly #holders: Holder[][] = [];
  readonly #capacities: number[] = [];
  readonly #queue = new PathQueue();
  // One search's state; Infinity where it has not come.
  readonly #rowDistance: Float64Array;
  /** By whose loss a row was reached: the place of the lost column in its list. */
  readonly #lostEdge: Int32Array;
  readonly #cursor: Int32Array;
  readonly #reachedRows: number[] = [];
  readonly #columnDistance: number[] = [];
  readonly #fromRow: number[] = [];
  readonly #fromEdge: number[] = [];
  readonly #reachedColumns: number[] = [];

  constructor(source: CandidateSource, rows: number) {
    this.#source = source;
    this.#rowPrices = new Float64Array(rows);
    this.#rowDistance = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
    this.#lostEdge = new Int32Array(rows);
    this.#cursor = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      this.#lists.push(source.list(row));
      this.#taken.push([]);
    }
  }

  /** Fills the places of a row as far as it pays. */
  fill(row: number): void {
    const { weights, bound } = this.#lists[row] as CandidateList;
    // Nothing the row may take is worth more than this, so that all its pairs satisfy the prices.
    this.#rowPrices[row] = Math.max(0, weights[0] ?? bound);
    const places = this.#source.places[row] as number;
    // A place that stays empty stays so for the rest: there is no better one left.
    for (let place = 0; place < places; place++) if (!this.#augment(row)) break;
  }

  result(): AugmentedAssignment {
    const columns = this.#lists.map((list, row) => list.columns.filter((_, edge) => this.#taken[row]?.[edge]));
    return {
      columns,
      rowPrices: this.#rowPrices,
      columnPrices: this.#columnPrices,
    };
  }

  /** Adds one place to a row. @returns whether the row then has one column more */
  #augment(start: number): boolean {
    const queue = this.#queue;
    queue.clear();
    this.#reachRow(start, 0, -1);
    let filled = false;
    for (let event = queue.pop(); event >= 0; event = queue.pop()) {
      const kind = Math.floor(event / KIND);
      const node = event - kind * KIND;
      if (kind === COLUMN) {
        if (queue.key > (this.#columnDistance[node] as number)) continue;
        if ((this.#holders[node] as Holder[]).length < (this.#capacities[node] as number)) {
          this.#reprice(queue.key);
          this.#give(node, start);
          filled = true;
          break;
        }
        this.#displace(node, queue.key);
      } else if (kind === ROW) {
        if (queue.key > (this.#rowDistance[node] as number)) continue;
        queue.push(queue.key + (this.#rowPrices[node] as number), EMPTY * KIND + node);
        this.#look(node);
      } else if (kind === MORE) this.#look(node);
      else {
        this.#reprice(queue.key);
        filled = node !== start;
        if (filled) this.#give(this.#release(node), start);
        break;
      }
    }
    this.#forget();
    return filled;
  }

  #reachRow(row: number, distance: number, lostEdge: number): void {
    if (this.#rowDistance[row] === Number.POSITIVE_INFINITY) this.#reachedRows.push(row);
    this.#rowDistance[row] = distance;
    this.#lostEdge[row] = lostEdge;
    this.#cursor[row] = 0;
    this.#queue.push(distance, ROW * KIND + row);
  }

  /** Looks at the next portion of a row's candidates, listing more where they end. */
  #look(row: number): void {
    const list = this.#lists[row] as CandidateList;
    const { columns, weights } = list;
    let edge = this.#cursor[row] as number;
    if (edge === columns.length && list.bound !== Number.NEGATIVE_INFINITY) this.#source.grow(row);
    while (this.#holders.length <= this.#greatest(columns, edge)) this.#meetColumn();
    const taken = this.#taken[row] as boolean[];
    const distance = this.#rowDistance[row] as number;
    const base = distance + (this.#rowPrices[row] as number);
    for (const end = Math.min(columns.length, edge + PORTION); edge < end; edge++) {
      if (taken[edge]) continue;
      const column = columns[edge] as number;
      const reached = Math.max(distance, base + (this.#columnPrices[column] as number) - (weights[edge] as number));
      if (!(reached < (this.#columnDistance[column] as number))) continue;
      if (this.#columnDistance[column] === Number.POSITIVE_INFINITY) this.#reachedColumns.push(column);
      this.#columnDistance[column] = reached;
      this.#fromRow[column] = row;
      this.#fromEdge[column] = edge;
      this.#queue.push(reached, column);
    }
    this.#cursor[row] = edge;
    const next = edge < columns.length ? (weights[edge] as number) : list.bound;
    if (next !== Number.NEGATIVE_INFINITY) this.#queue.push(Math.max(distance, base - next), MORE * KIND + row);
  }

  /** The highest column number of the portion that starts at an edge; -1 of none. */
  #greatest(columns: readonly number[], edge: number): number {
    let greatest = -1;
    for (let i = edge; i < Math.min(columns.length, edge + PORTION); i++) greatest = Math.max(greatest, columns[i] as number);
    return greatest;
  }

  #meetColumn(): void {
    this.#capacities.push(this.#source.capacity(this.#holders.length));
    this.#holders.push([]);
    this.#columnPrices.push(0);
    this.#columnDistance.push(Number.POSITIVE_INFINITY);
    this.#fromRow.push(-1);
    this.#fromEdge.push(-1);
  }

  /** Reaches the rows that hold a full column. */
  #displace(column: number, distance: number): void {
    for (const { row, edge } of this.#holders[column] as Holder[]) {
      const gained =
        (this.#lists[row]?.weights[edge] as number) - (this.#rowPrices[row] as number) - (this.#columnPrices[column] as number);
      const reached = distance + Math.max(0, gained);
      if (reached < (this.#rowDistance[row] as number)) this.#reachRow(row, reached, edge);
    }
  }

  /** Moves the prices of what was reached by what is left of the path's length. */
  #reprice(length: number): void {
    for (const row of this.#reachedRows) {
      const left = length - (this.#rowDistance[row] as number);
      if (left > 0) this.#rowPrices[row] = Math.max(0, (this.#rowPrices[row] as number) - left);
    }
    for (const column of this.#reachedColumns) {
      const left = length - (this.#columnDistance[column] as number);
      if (left > 0) this.#columnPrices[column] = (this.#columnPrices[column] as number) + left;
    }
  }

  /** Gives a use of a column to the row that it was reached from, what that row lost to the row before, and so on back to the start. */
  #give(free: number, start: number): void {
    for (let column = free; ; ) {
      const row = this.#fromRow[column] as number;
      const edge = this.#fromEdge[column] as number;
      (this.#taken[row] as boolean[])[edge] = true;
      (this.#holders[column] as Holder[]).push({ row, edge });
      if (row === start) return;
      column = this.#release(row);
    }
  }

  /** Takes from a row the column by whose loss it was reached. */
  #release(row: number): number {
    const edge = this.#lostEdge[row] as number;
    const column = this.#lists[row]?.columns[edge] as number;
    const holders = this.#holders[column] as Holder[];
    (this.#taken[row] as boolean[])[edge] = false;
    holders.splice(
      holders.findIndex((holder) => holder.row === row),
      1,
    );
    return column;
  }

  #forget(): void {
    for (const row of this.#reachedRows) this.#rowDistance[row] = Number.POSITIVE_INFINITY;
    for (const column of this.#reachedColumns) this.#columnDistance[column] = Number.POSITIVE_INFINITY;
    this.#reachedRows.length = 0;
    this.#reachedColumns.length = 0;
  }
}
