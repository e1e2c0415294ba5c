/** Records joined two by two into groups (并查集). */
export class DisjointSets {
  readonly #parent: Int32Array;

  constructor(count: number) {
    this.#parent = new Int32Array(count).map((_, i) => i);
  }

  #rootOf(place: number): number {
    const parent = this.#parent;
    let at = place;
    for (let up = parent[at] as number; up !== at; up = parent[at] as number) {
      parent[at] = parent[up] as number;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.#rootOf(a), this.#rootOf(b)];
    this.#parent[Math.max(one, other)] = Math.min(one, other);
  }

  /** Group of each record, numbered by its first. */
  groups(): Int32Array {
    return this.#parent.map((_, i) => this.#rootOf(i));
  }
}
