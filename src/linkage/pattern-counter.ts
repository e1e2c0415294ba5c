import { GuiyanError } from "../errors/index.js";
import type { LevelPattern } from "./estimate-parameters.js";
import type { FactColumn } from "./fact-column.js";

/** Counts how pairs compare (比较模式计数), without keeping the pairs. */
export class PatternCounter<T> {
  readonly #columns: readonly FactColumn<T>[];
  readonly #sizes: readonly number[];
  readonly #counts = new Map<number, number>();
  #pairs = 0;

  /** @throws GuiyanError `limit-exceeded` where the comparisons can agree in more ways than a number can tell */
  constructor(columns: readonly FactColumn<T>[]) {
    this.#columns = columns;
    this.#sizes = columns.map(({ comparison }) => comparison.levels.length + 1);
    if (this.#sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER)
      throw new GuiyanError("limit-exceeded", "linkRecords: expected fewer comparisons or levels, their product exceeds 2^53", {
        path: ["comparisons"],
      });
  }

  add(a: number, b: number): void {
    let code = 0;
    for (let c = 0; c < this.#columns.length; c++)
      code = code * (this.#sizes[c] as number) + (this.#columns[c] as FactColumn<T>).level(a, b) + 1;
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    this.#pairs++;
  }

  get pairs(): number {
    return this.#pairs;
  }

  /** The patterns, each pair counting for `weight`. */
  patterns(weight: number, apart: boolean): LevelPattern[] {
    return [...this.#counts]
      .sort(([a], [b]) => a - b)
      .map(([code, count]) => {
        const levels: number[] = [];
        let rest = code;
        for (let c = this.#sizes.length - 1; c >= 0; c--) {
          const size = this.#sizes[c] as number;
          levels.unshift((rest % size) - 1);
          rest = Math.floor(rest / size);
        }
        return { levels, pairs: count * weight, ...(apart ? { apart } : {}) };
      });
  }
}
