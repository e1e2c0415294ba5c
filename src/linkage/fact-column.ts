import { GuiyanError } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import { IntList } from "./int-list.js";
import { keyLanes } from "./key-lanes.js";

/** No value: the record does not tell the fact. */
export const UNKNOWN = -1;
const NO_LANES = new Int32Array(0);

/**
 * One fact of all records as one comparison sees it (事实列): each distinct text once, parsed, with its blocking keys and the term whose frequency counts.
 * Values are never forgotten, so that a number stands for one text as long as the column lives.
 */
export class FactColumn<T> {
  readonly comparison: Comparison<T>;
  readonly #numbers = new Map<string, number>();
  readonly #values: unknown[] = [];
  readonly #lanes: Int32Array[] = [];
  readonly #own: number[] = [];
  readonly #termNumbers = new Map<string, number>();
  readonly #termTexts: string[] = [];
  readonly #terms = new IntList();
  readonly #valueOf = new IntList();

  constructor(comparison: Comparison<T>) {
    this.comparison = comparison;
  }

  /** Reads the fact of a record into a slot. */
  set(slot: number, record: T): void {
    const text = this.comparison.read(record);
    this.#valueOf.set(slot, text === undefined ? UNKNOWN : this.#numberOf(text));
  }

  #numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#values.length;
    const { comparison } = this;
    const value = comparison.parse(text);
    this.#numbers.set(text, number);
    this.#values.push(value);
    const keys = comparison.keys?.(value) ?? [];
    this.#lanes.push(keys.length === 0 ? NO_LANES : keyLanes(keys));
    this.#own.push(this.#checked(comparison.compare(value, value)));
    const term = comparison.termLevels === undefined ? undefined : comparison.term?.(value);
    this.#terms.push(term === undefined ? UNKNOWN : this.#termNumber(term));
    return number;
  }

  #termNumber(term: string): number {
    const known = this.#termNumbers.get(term);
    if (known !== undefined) return known;
    const number = this.#termTexts.length;
    this.#termNumbers.set(term, number);
    this.#termTexts.push(term);
    return number;
  }

  /** Number of the value in a slot, or {@link UNKNOWN}. */
  valueAt(slot: number): number {
    return this.#valueOf.at(slot);
  }

  /** Blocking keys of a value, two lanes each. */
  lanesOf(value: number): Int32Array {
    return value === UNKNOWN ? NO_LANES : (this.#lanes[value] ?? NO_LANES);
  }

  /** Term of a value, or {@link UNKNOWN}. */
  termOf(value: number): number {
    return this.#terms.at(value);
  }

  /** Level of two slots, or -1 where they tell nothing. */
  level(a: number, b: number): number {
    const left = this.#valueOf.at(a);
    const right = this.#valueOf.at(b);
    if (left === UNKNOWN || right === UNKNOWN) return -1;
    if (left === right) return this.#own[left] ?? -1;
    return this.#checked(this.comparison.compare(this.#values[left], this.#values[right]));
  }

  #checked(level: number): number {
    if (Number.isInteger(level) && level >= -1 && level < this.comparison.levels.length) return level;
    throw new GuiyanError(
      "invalid-argument",
      `linkRecords: expected comparison ${this.comparison.name} to answer -1 or one of its levels`,
      {
        path: ["comparisons", this.comparison.name],
      },
    );
  }

  /** Text of a term's number. */
  termText(term: number): string {
    return this.#termTexts[term] ?? "";
  }

  /** Records among the slots that bear each term, by its number. */
  countTerms(slots: readonly number[]): Uint32Array {
    const counts = new Uint32Array(this.#termTexts.length);
    for (const slot of slots) {
      const value = this.#valueOf.at(slot);
      const term = value === UNKNOWN ? UNKNOWN : this.#terms.at(value);
      if (term !== UNKNOWN) counts[term] = (counts[term] as number) + 1;
    }
    return counts;
  }
}
