/**
 * Events of a shortest-path search, the nearest first (最短路优先队列): by distance, then by kind, then by node, so that equal distances always
 * come out in the same order. Outdated entries are left in; the search skips them.
 */
export class PathQueue {
  readonly #keys: number[] = [];
  readonly #events: number[] = [];
  #size = 0;
  /** Distance of the event taken last. */
  key = 0;

  /** Forgets everything. @complexity O(1) */
  clear(): void {
    this.#size = 0;
  }

  /** @param event kind and node as one whole number, the lower one goes first @complexity O(log size) */
  push(key: number, event: number): void {
    const keys = this.#keys;
    const events = this.#events;
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = keys[above] as number;
      if (other < key || (other === key && (events[above] as number) <= event)) break;
      keys[at] = other;
      events[at] = events[above] as number;
      at = above;
    }
    keys[at] = key;
    events[at] = event;
  }

  /** Takes the nearest event out; its distance is then in `key`. @returns -1 of an empty queue @complexity O(log size) */
  pop(): number {
    if (this.#size === 0) return -1;
    const keys = this.#keys;
    const events = this.#events;
    const first = events[0] as number;
    this.key = keys[0] as number;
    const size = --this.#size;
    const key = keys[size] as number;
    const event = events[size] as number;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      const right = below + 1;
      if (right < size) {
        const a = keys[below] as number;
        const b = keys[right] as number;
        if (b < a || (b === a && (events[right] as number) < (events[below] as number))) below = right;
      }
      const other = keys[below] as number;
      if (key < other || (key === other && event <= (events[below] as number))) break;
      keys[at] = other;
      events[at] = events[below] as number;
      at = below;
    }
    keys[at] = key;
    events[at] = event;
    return first;
  }
}
