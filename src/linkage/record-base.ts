import type { Comparison } from "./comparison.js";
import { FactColumn } from "./fact-column.js";
import { IntList } from "./int-list.js";

/** What can be linked: anything with an id of its own (可关联记录). */
export interface LinkableRecord {
  readonly id: string;
}

/** Which pairs can be one person at all. */
export interface ListRules<T> {
  /** The list that a record stands in (来源名单); undefined for none. */
  readonly source: (record: T) => string | undefined;
  /** Lists in which nobody stands twice. */
  readonly cleanSources: readonly string[];
  /** Whether records of one list, or of none, are compared with each other. */
  readonly within: boolean;
}

/** Number of no list. */
const NO_LIST = -1;

/**
 * The records to be linked, each in a slot that it keeps (记录库), with one column a comparison and further columns for blocking alone.
 */
export class RecordBase<T extends LinkableRecord> {
  readonly columns: readonly FactColumn<T>[];
  readonly #keyColumns: readonly FactColumn<T>[];
  readonly #records: (T | undefined)[] = [];
  readonly #ids: string[] = [];
  readonly #slots = new Map<string, number>();
  readonly #lists = new IntList();
  readonly #listNumbers = new Map<string, number>();
  readonly #clean = new Set<number>();
  readonly #rules: ListRules<T>;
  #size = 0;

  constructor(comparisons: readonly Comparison<T>[], keyColumns: readonly FactColumn<T>[], rules: ListRules<T>) {
    this.columns = comparisons.map((comparison) => new FactColumn(comparison));
    this.#keyColumns = keyColumns;
    this.#rules = rules;
    for (const list of rules.cleanSources) this.#clean.add(this.#listNumber(list));
  }

  #listNumber(list: string): number {
    const known = this.#listNumbers.get(list);
    if (known !== undefined) return known;
    const number = this.#listNumbers.size;
    this.#listNumbers.set(list, number);
    return number;
  }

  /** Records present. */
  get size(): number {
    return this.#size;
  }

  /** Slots given out so far; some may be empty. */
  get slots(): number {
    return this.#ids.length;
  }

  /** Puts a record into the slot of its id, or into a new one. @returns the slot */
  put(record: T): number {
    const { id } = record;
    let slot = this.#slots.get(id);
    if (slot === undefined) {
      slot = this.#ids.length;
      this.#slots.set(id, slot);
      this.#ids.push(id);
    }
    if (this.#records[slot] === undefined) this.#size++;
    this.#records[slot] = record;
    const list = this.#rules.source(record);
    this.#lists.set(slot, list === undefined ? NO_LIST : this.#listNumber(list));
    for (const column of this.columns) column.set(slot, record);
    for (const column of this.#keyColumns) column.set(slot, record);
    return slot;
  }

  /** Empties a slot; its facts stay in the columns until somebody else's are put there. */
  drop(slot: number): void {
    if (this.#records[slot] !== undefined) this.#size--;
    this.#records[slot] = undefined;
  }

  recordAt(slot: number): T | undefined {
    return this.#records[slot];
  }

  idAt(slot: number): string {
    return this.#ids[slot] ?? "";
  }

  /** Slot of an id whose record is present. */
  slotOf(id: string): number | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined || this.#records[slot] === undefined ? undefined : slot;
  }

  /** Slots that hold a record, ascending. */
  present(): number[] {
    const slots: number[] = [];
    for (let slot = 0; slot < this.#ids.length; slot++) if (this.#records[slot] !== undefined) slots.push(slot);
    return slots;
  }

  /** Number of the clean list of a slot, or -1. */
  cleanListOf(slot: number): number {
    const list = this.#lists.at(slot);
    return this.#clean.has(list) ? list : NO_LIST;
  }

  /** Whether two records can be one person: not of one clean list, and of two lists where only these are compared. */
  comparable(a: number, b: number): boolean {
    const list = this.#lists.at(a);
    if (list !== this.#lists.at(b)) return true;
    return this.#rules.within && !this.#clean.has(list);
  }

  /** Pairs of records that are comparable. */
  comparablePairs(): number {
    const counts = new Map<number, number>();
    for (const slot of this.present()) counts.set(this.#lists.at(slot), (counts.get(this.#lists.at(slot)) ?? 0) + 1);
    let pairs = (this.#size * (this.#size - 1)) / 2;
    for (const [list, count] of counts) if (!this.#rules.within || this.#clean.has(list)) pairs -= (count * (count - 1)) / 2;
    return Math.max(0, pairs);
  }
}
