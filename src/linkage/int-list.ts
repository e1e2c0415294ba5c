/** A list of 32-bit integers that grows (可增长整数列). */
export class IntList {
  #cells: Int32Array;
  #length = 0;

  constructor(capacity = 16) {
    this.#cells = new Int32Array(Math.max(1, capacity));
  }

  get length(): number {
    return this.#length;
  }

  /** The value at an index that was set; 0 beyond. */
  at(index: number): number {
    return this.#cells[index] ?? 0;
  }

  push(value: number): void {
    this.set(this.#length, value);
  }

  /** Sets a value; cells between the old end and `index` hold 0. */
  set(index: number, value: number): void {
    if (index >= this.#cells.length) {
      const larger = new Int32Array(Math.max(index + 1, this.#cells.length * 2));
      larger.set(this.#cells);
      this.#cells = larger;
    }
    this.#cells[index] = value;
    if (index >= this.#length) this.#length = index + 1;
  }
}
