import { GuiyanError } from "../errors/index.js";

function checkCapacity(capacity: number): number {
  if (capacity >= 0 && (Number.isInteger(capacity) || capacity === Number.POSITIVE_INFINITY)) return capacity;
  throw new GuiyanError("invalid-argument", "BoundedHeap: expected the capacity to be an integer >= 0 or Infinity");
}

/**
 * Keeps the best `capacity` of a stream of (points, order) pairs (有界堆): higher points first, then lower order.
 *
 * `order` is the caller's total order of the rows (row index or rank of the id), so that no two entries are equal.
 * The worst kept entry sits at the root: `worstPoints` and `worstOrder` tell what a newcomer must beat.
 * @throws GuiyanError `invalid-argument` for a capacity that is no integer >= 0 or Infinity, points that are not finite, an order that is no 32-bit integer
 * @complexity O(log capacity) an offer that enters, O(1) one that does not; two typed arrays, grown on demand.
 */
export class BoundedHeap {
  #capacity: number;
  #points: Float64Array;
  #orders: Int32Array;
  #size = 0;

  constructor(capacity: number) {
    this.#capacity = checkCapacity(capacity);
    const initial = Math.min(capacity, 1024);
    this.#points = new Float64Array(initial);
    this.#orders = new Int32Array(initial);
  }

  /** Empties the heap and gives it another capacity, so that one heap may serve many streams. */
  reset(capacity: number): void {
    this.#capacity = checkCapacity(capacity);
    this.#size = 0;
  }

  get size(): number {
    return this.#size;
  }

  get full(): boolean {
    return this.#size === this.#capacity;
  }

  /** Points of the worst kept entry; undefined while empty. */
  get worstPoints(): number | undefined {
    return this.#size === 0 ? undefined : this.#points[0];
  }

  /** Order of the worst kept entry; undefined while empty. */
  get worstOrder(): number | undefined {
    return this.#size === 0 ? undefined : this.#orders[0];
  }

  /** Entries that it keeps at most. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Whether an entry of this order is kept. @complexity O(size) */
  has(order: number): boolean {
    for (let i = 0; i < this.#size; i++) if (this.#orders[i] === order) return true;
    return false;
  }

  /** Whether an entry with these points could still enter, whatever its order. */
  admits(points: number): boolean {
    return this.#size < this.#capacity || points >= (this.#points[0] ?? 0);
  }

  /** Offers an entry; returns whether it was kept. */
  offer(points: number, order: number): boolean {
    if (!(Number.isFinite(points) && (order | 0) === order))
      throw new GuiyanError("invalid-argument", "BoundedHeap: expected finite points and a 32-bit order");
    if (this.#size < this.#capacity) {
      if (this.#size >= this.#points.length) this.#grow();
      this.#siftUp(this.#size++, points, order);
      return true;
    }
    if (this.#capacity === 0 || !this.#isWorse(this.#points[0] ?? 0, this.#orders[0] ?? 0, points, order)) return false;
    this.#siftDown(points, order);
    return true;
  }

  /** Empties the heap into orders sorted best first. */
  drain(): { points: Float64Array; orders: Int32Array } {
    const points = new Float64Array(this.#size);
    const orders = new Int32Array(this.#size);
    this.drainWorstFirst((p, order, i) => {
      points[i] = p;
      orders[i] = order;
    });
    return { points, orders };
  }

  /** Empties the heap, worst first, telling each entry with its place in the list sorted best first. */
  drainWorstFirst(tell: (points: number, order: number, place: number) => void): void {
    for (let place = this.#size - 1; place >= 0; place--) {
      const points = this.#points[0] ?? 0;
      const order = this.#orders[0] ?? 0;
      const last = --this.#size;
      if (last > 0) this.#siftDown(this.#points[last] ?? 0, this.#orders[last] ?? 0);
      tell(points, order, place);
    }
  }

  #isWorse(pointsA: number, orderA: number, pointsB: number, orderB: number): boolean {
    return pointsA < pointsB || (pointsA === pointsB && orderA > orderB);
  }

  #grow(): void {
    const length = Math.min(this.#capacity, Math.max(16, this.#points.length * 2));
    const points = new Float64Array(length);
    const orders = new Int32Array(length);
    points.set(this.#points);
    orders.set(this.#orders);
    this.#points = points;
    this.#orders = orders;
  }

  #siftUp(start: number, points: number, order: number): void {
    let i = start;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const p = this.#points[parent] ?? 0;
      const o = this.#orders[parent] ?? 0;
      if (!this.#isWorse(points, order, p, o)) break;
      this.#points[i] = p;
      this.#orders[i] = o;
      i = parent;
    }
    // Adding zero turns a negative zero into one.
    this.#points[i] = points + 0;
    this.#orders[i] = order;
  }

  #siftDown(points: number, order: number): void {
    const n = this.#size;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= n) break;
      const right = child + 1;
      if (
        right < n &&
        this.#isWorse(this.#points[right] ?? 0, this.#orders[right] ?? 0, this.#points[child] ?? 0, this.#orders[child] ?? 0)
      ) {
        child = right;
      }
      const p = this.#points[child] ?? 0;
      const o = this.#orders[child] ?? 0;
      if (!this.#isWorse(p, o, points, order)) break;
      this.#points[i] = p;
      this.#orders[i] = o;
      i = child;
    }
    this.#points[i] = points + 0;
    this.#orders[i] = order;
  }
}
