import type { AugmentedAssignment } from "./augment-assignment.js";
import { gatherNearest } from "./gather-nearest.js";

/**
 * Fills the places of all rows from a matrix of gains so that the summed gain is the highest (多名额稠密指派): Jonker–Volgenant with rows that have several
 * places. Each column goes to one row at most, an absent pair has the gain -Infinity, a place may stay empty at a gain of 0.
 *
 *   max Σ g_ij x_ij      Σ_j x_ij <= places_i,  Σ_i x_ij <= 1        prices u, v >= 0:  u_i + v_j >= g_ij,  equal where x_ij = 1
 *
 * Rows first bid for their best columns, up to where the second best is as good; what ties leave open is filled along shortest augmenting paths. A row is looked
 * at once in a search however many places it has.
 * @param gains row-major, rows × columns
 * @complexity O(places × rows × columns) at worst
 * @source R. Jonker, A. Volgenant, Computing 38 (1987) 325–340. Differs: places, absent pairs, and ties in bidding are left to the paths
 */
export function fillPlaces(gains: Float64Array, columns: number, places: ArrayLike<number>): AugmentedAssignment {
  const filling = new PlaceFilling(gains, columns, places);
  filling.bid();
  filling.settlePrices();
  filling.augmentAll();
  return filling.result();
}

/** No row, or no column. */
const NOBODY = -1;
/** Bids for each row and column, on average, before bidding is given up. */
const BIDS_PER_NODE = 10;

class PlaceFilling {
  readonly #gains: Float64Array;
  readonly #columns: number;
  readonly #places: ArrayLike<number>;
  readonly #holder: Int32Array;
  readonly #rowPrices: Float64Array;
  readonly #columnPrices: Float64Array;
  /** Rows with a place to fill by a path, one entry a place. */
  #waiting: number[] = [];
  // One search's state.
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  readonly #order: Int32Array;
  readonly #rowDistance: Float64Array;
  /** By the loss of which column a row was reached. */
  readonly #lost: Int32Array;

  constructor(gains: Float64Array, columns: number, places: ArrayLike<number>) {
    this.#gains = gains;
    this.#columns = columns;
    // A row with more places than columns always has an empty one; one more than there are columns says as much.
    this.#places = Int32Array.from(places, (count) => Math.min(count, columns + 1));
    this.#holder = new Int32Array(columns).fill(NOBODY);
    this.#rowPrices = new Float64Array(places.length);
    this.#columnPrices = new Float64Array(columns);
    this.#distance = new Float64Array(columns);
    this.#from = new Int32Array(columns);
    this.#order = new Int32Array(columns);
    this.#rowDistance = new Float64Array(places.length);
    this.#lost = new Int32Array(places.length);
  }

  /**
   * Lets every place bid. Whoever is outbid bids again at once; it then either wins back by raising the price, or is left without regret, so that at the end
   * no row would rather have a column that it lacks than one that it has.
   */
  bid(): void {
    // A bidding war may go on by tiny raises; then everything is left to the paths.
    let bids = BIDS_PER_NODE * (this.#columns + this.#places.length);
    for (let row = 0; row < this.#places.length; row++) {
      for (let place = 0; place < (this.#places[row] as number); place++) {
        let bidder = row;
        while (bidder !== NOBODY) {
          bidder = this.#bidFor(bidder);
          if (--bids < 0) {
            this.#forgetBids();
            return;
          }
        }
      }
    }
  }

  #forgetBids(): void {
    this.#holder.fill(NOBODY);
    this.#columnPrices.fill(0);
    this.#waiting = Array.from(this.#places).flatMap((count, row) => new Array<number>(count).fill(row));
  }

  /** One bid of a row for one more column. @returns who is outbid */
  #bidFor(row: number): number {
    const columns = this.#columns;
    const [gains, prices, holder] = [this.#gains, this.#columnPrices, this.#holder];
    const start = row * columns;
    let [first, best, secondBest] = [NOBODY, Number.NEGATIVE_INFINITY, 0];
    for (let column = 0; column < columns; column++) {
      const profit = (gains[start + column] as number) - (prices[column] as number);
      // The second best is never below an empty place, which gains 0.
      if (!(profit >= best || profit > secondBest) || holder[column] === row) continue;
      if (profit < best) secondBest = profit;
      else {
        if (best > secondBest) secondBest = best;
        // Of columns that are as good, the first free one.
        if (profit > best || (holder[first] !== NOBODY && holder[column] === NOBODY)) first = column;
        best = profit;
      }
    }
    const held = first === NOBODY ? NOBODY : (holder[first] as number);
    const raised = first === NOBODY ? 0 : (prices[first] as number) + best - secondBest;
    const raises = best > secondBest && raised > (prices[first] as number);
    // Nothing to gain, or nothing to outbid with: a path will tell.
    if (first === NOBODY || best < 0 || (held !== NOBODY && !raises)) {
      this.#waiting.push(row);
      return NOBODY;
    }
    if (raises) prices[first] = raised;
    holder[first] = row;
    return held;
  }

  /** Prices rows at their best column that they lack, and columns at what their rows then gain by them, so that every pair made is tight. */
  settlePrices(): void {
    const columns = this.#columns;
    for (let row = 0; row < this.#places.length; row++) {
      let price = 0;
      for (let column = 0; column < columns; column++) {
        const profit = (this.#gains[row * columns + column] as number) - (this.#columnPrices[column] as number);
        if (profit > price && this.#holder[column] !== row) price = profit;
      }
      this.#rowPrices[row] = price;
    }
    this.#tighten(() => true);
  }

  #tighten(isMoved: (row: number) => boolean): void {
    for (let column = 0; column < this.#columns; column++) {
      const row = this.#holder[column] as number;
      if (row === NOBODY || !isMoved(row)) continue;
      const gained = (this.#gains[row * this.#columns + column] as number) - (this.#rowPrices[row] as number);
      this.#columnPrices[column] = Math.max(this.#columnPrices[column] as number, gained);
    }
  }

  augmentAll(): void {
    for (const row of this.#waiting) this.#augment(row);
  }

  /** Fills one place of a row along a shortest path to a free column, or to a place that had better stay empty. */
  #augment(start: number): void {
    const [order, distance] = [this.#order, this.#distance];
    const columns = this.#columns;
    distance.fill(Number.POSITIVE_INFINITY);
    this.#rowDistance.fill(Number.POSITIVE_INFINITY);
    for (let column = 0; column < columns; column++) order[column] = column;
    // Columns in three stretches: settled [0, low), at the present least distance [low, high), farther [high, columns).
    let low = 0;
    let high = 0;
    let emptied = start;
    let exit = this.#rowPrices[start] as number;
    let end = NOBODY;
    const reach = (row: number, least: number, lost: number) => {
      this.#rowDistance[row] = least;
      this.#lost[row] = lost;
      if (least + (this.#rowPrices[row] as number) < exit) {
        exit = least + (this.#rowPrices[row] as number);
        emptied = row;
      }
      this.#look(row, least);
    };
    reach(start, 0, NOBODY);
    let length = exit;
    for (;;) {
      if (low === high) {
        high = gatherNearest(order, distance, low);
        const least = low < high ? (distance[order[low] as number] as number) : Number.POSITIVE_INFINITY;
        // A place is rather filled than left empty.
        if (!(least <= exit) || least === Number.POSITIVE_INFINITY) {
          length = exit;
          break;
        }
        length = least;
        for (let k = low; k < high && end === NOBODY; k++) if (this.#holder[order[k] as number] === NOBODY) end = order[k] as number;
        if (end !== NOBODY) break;
      }
      const column = order[low++] as number;
      const row = this.#holder[column] as number;
      if (this.#rowDistance[row] !== Number.POSITIVE_INFINITY) continue;
      reach(row, length, column);
      // What was found at the present distance is settled with it.
      for (let k = high; k < columns; k++) {
        const near = order[k] as number;
        if (distance[near] !== length) continue;
        if (this.#holder[near] === NOBODY) end = near;
        order[k] = order[high] as number;
        order[high++] = near;
      }
      if (end !== NOBODY) break;
    }
    this.#reprice(length);
    if (end !== NOBODY) this.#give(end, start);
    else if (emptied !== start) this.#give(this.#lost[emptied] as number, start);
  }

  /** Shortens the distances of columns that a reached row may take and lacks; those already settled are nearer than it. */
  #look(row: number, least: number): void {
    const [gains, prices, holder, distance, from] = [this.#gains, this.#columnPrices, this.#holder, this.#distance, this.#from];
    const columns = this.#columns;
    const start = row * columns;
    const base = least + (this.#rowPrices[row] as number);
    for (let column = 0; column < columns; column++) {
      const d = base + (prices[column] as number) - (gains[start + column] as number);
      if (!(d < (distance[column] as number)) || holder[column] === row) continue;
      // Rounding must not lead to a distance below the present one, where all is settled.
      if (d < least && !(least < (distance[column] as number))) continue;
      distance[column] = Math.max(least, d);
      from[column] = row;
    }
  }

  #reprice(length: number): void {
    for (let row = 0; row < this.#places.length; row++) {
      const left = length - (this.#rowDistance[row] as number);
      if (left > 0) this.#rowPrices[row] = Math.max(0, (this.#rowPrices[row] as number) - left);
    }
    this.#tighten((row) => (this.#rowDistance[row] as number) < length);
  }

  /** Gives a column to the row that it was reached from, what that row lost to the row before, and so on back to the start. */
  #give(free: number, start: number): void {
    for (let column = free; ; ) {
      const row = this.#from[column] as number;
      this.#holder[column] = row;
      if (row === start) break;
      column = this.#lost[row] as number;
    }
  }

  result(): AugmentedAssignment {
    const columns = Array.from(this.#places, (): number[] => []);
    for (const [column, row] of this.#holder.entries()) columns[row]?.push(column);
    return { columns, rowPrices: this.#rowPrices, columnPrices: Array.from(this.#columnPrices) };
  }
}
