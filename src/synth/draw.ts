import type { RandomSource } from "../numeric/index.js";

/** Items with cumulative weights, made once by {@link weightTable}. */
export interface WeightTable<T> {
  readonly items: readonly T[];
  readonly upTo: readonly number[];
}

/** Makes a table to draw from (加权表). @param pairs item and weight > 0 */
export function weightTable<T>(pairs: readonly (readonly [T, number])[]): WeightTable<T> {
  let sum = 0;
  return {
    items: pairs.map(([item]) => item),
    upTo: pairs.map(([, weight]) => {
      sum += weight;
      return sum;
    }),
  };
}

/** The same from a pack's text, `王:73 李:72`. */
export function parseWeights(pack: string): WeightTable<string> {
  return weightTable(
    pack
      .trim()
      .split(/\s+/)
      .map((pair): [string, number] => {
        const [item = "", weight] = pair.split(":");
        return [item, Number(weight)];
      }),
  );
}

/** Draws from one sub-stream (抽样器); the order of draws is part of a record's identity. */
export class Draw {
  readonly #random: RandomSource;

  constructor(random: RandomSource) {
    this.#random = random;
  }

  /** True with probability p. */
  chance(p: number): boolean {
    return this.#random() < p;
  }

  /** An integer in low..high, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.#random() * (high - low + 1));
  }

  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  /** The items in random order. */
  shuffled<T>(items: readonly T[]): T[] {
    const list = [...items];
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.between(0, i);
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  }

  /** One item by weight. @complexity O(log items) */
  weighted<T>({ items, upTo }: WeightTable<T>): T {
    const at = this.#random() * (upTo.at(-1) ?? 0);
    let low = 0;
    let high = items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] as number) > at) high = middle;
      else low = middle + 1;
    }
    return items[low] as T;
  }
}
