import type { FactColumn } from "./fact-column.js";
import { IntList } from "./int-list.js";
import { joinLanes } from "./key-lanes.js";

/** End of a list of records; as a head: a place that no key has taken. */
const NOBODY = -1;
/** Head of a block that has lost all its records; the place stays taken. */
const EMPTIED = -2;
/** What a rule's blocks hold (分块统计). */
export interface BlockTally {
  /** Pairs in blocks within the limit. */
  readonly pairs: number;
  /** Entries of records in those blocks, and in all. */
  readonly entries: number;
  readonly allEntries: number;
  readonly largeBlocks: number;
  /** Pairs that stand together in a block above the limit. */
  readonly pairsLeft: number;
}

/** Keys of one record in one rule at most: of further combinations of a record with many spellings the last are left out. */
const MOST_KEYS = 27;

/**
 * The blocks of one rule (分块表): records that share a key of each of the rule's facts. Blocks above `limit` bring no pairs until they shrink.
 *
 * Open addressing over the two lanes of the key; the records of a block are a linked list, newest first.
 */
export class BlockTable<T> {
  readonly columns: readonly FactColumn<T>[];
  readonly limit: number;
  #low: Int32Array;
  #high: Int32Array;
  #head: Int32Array;
  #count: Int32Array;
  #blocks = 0;
  readonly #record = new IntList();
  readonly #next = new IntList();
  readonly #keys = new Int32Array(MOST_KEYS * 2);

  constructor(columns: readonly FactColumn<T>[], limit: number, expected = 16) {
    this.columns = columns;
    this.limit = limit;
    let capacity = 32;
    while (capacity < expected * 2) capacity *= 2;
    this.#low = new Int32Array(capacity);
    this.#high = new Int32Array(capacity);
    this.#head = new Int32Array(capacity).fill(NOBODY);
    this.#count = new Int32Array(capacity);
  }

  /** Fills `#keys` with the distinct keys of a slot. @returns how many */
  #keysOf(slot: number): number {
    const keys = this.#keys;
    let count = 0;
    for (const [at, column] of this.columns.entries()) {
      const lanes = column.lanesOf(column.valueAt(slot));
      const parts = lanes.length / 2;
      if (parts === 0) return 0;
      if (at === 0) {
        count = Math.min(parts, MOST_KEYS);
        keys.set(lanes.subarray(0, count * 2));
        continue;
      }
      const before = count;
      // From the last part to the first, so that the keys made so far are read before they are written over.
      count = Math.min(before * parts, MOST_KEYS);
      for (let i = count - 1; i >= 0; i--) {
        const old = i % before;
        const part = Math.floor(i / before);
        keys[i * 2] = joinLanes(keys[old * 2] as number, lanes[part * 2] as number);
        keys[i * 2 + 1] = joinLanes(keys[old * 2 + 1] as number, lanes[part * 2 + 1] as number);
      }
    }
    let kept = 0;
    for (let i = 0; i < count; i++) {
      let seen = 0;
      while (seen < kept && !(keys[seen * 2] === keys[i * 2] && keys[seen * 2 + 1] === keys[i * 2 + 1])) seen++;
      if (seen < kept) continue;
      keys[kept * 2] = keys[i * 2] as number;
      keys[kept * 2 + 1] = keys[i * 2 + 1] as number;
      kept++;
    }
    return kept;
  }

  /** Place of a key, or the free place where it would stand. */
  #place(low: number, high: number): number {
    const mask = this.#low.length - 1;
    let place = (low ^ (high << 7)) & mask;
    while (this.#head[place] !== NOBODY && (this.#low[place] !== low || this.#high[place] !== high)) place = (place + 1) & mask;
    return place;
  }

  /** Enters a record. @param crossed is told each record of a block that has just grown past the limit */
  add(slot: number, crossed?: (slot: number) => void): void {
    const kept = this.#keysOf(slot);
    for (let i = 0; i < kept; i++) {
      if ((this.#blocks + 1) * 2 > this.#low.length) this.#grow();
      const low = this.#keys[i * 2] as number;
      const high = this.#keys[i * 2 + 1] as number;
      const place = this.#place(low, high);
      const head = this.#head[place] as number;
      if (head === NOBODY) {
        this.#blocks++;
        this.#low[place] = low;
        this.#high[place] = high;
      }
      const count = this.#count[place] as number;
      if (count === this.limit && crossed !== undefined) this.#visit(place, crossed);
      this.#count[place] = count + 1;
      this.#next.push(head < 0 ? NOBODY : head);
      this.#record.push(slot);
      this.#head[place] = this.#record.length - 1;
    }
  }

  /** Takes a record out; its facts must still be those that it was entered with. @param crossed is told each record of a block that has just shrunk to the limit */
  remove(slot: number, crossed: (slot: number) => void): void {
    const kept = this.#keysOf(slot);
    for (let i = 0; i < kept; i++) {
      const place = this.#place(this.#keys[i * 2] as number, this.#keys[i * 2 + 1] as number);
      let before = NOBODY;
      let entry = this.#head[place] as number;
      while (entry >= 0 && this.#record.at(entry) !== slot) {
        before = entry;
        entry = this.#next.at(entry);
      }
      if (entry < 0) continue;
      const after = this.#next.at(entry);
      if (before === NOBODY) this.#head[place] = after === NOBODY ? EMPTIED : after;
      else this.#next.set(before, after);
      const count = (this.#count[place] as number) - 1;
      this.#count[place] = count;
      if (count === this.limit) this.#visit(place, crossed);
    }
  }

  #visit(place: number, visit: (slot: number) => void): void {
    for (let entry = this.#head[place] as number; entry >= 0; entry = this.#next.at(entry)) visit(this.#record.at(entry));
  }

  /** Visits everybody who stands in a block with the record that is not above the limit, once for each such block; the record itself too. */
  partners(slot: number, visit: (slot: number) => void): void {
    const kept = this.#keysOf(slot);
    for (let i = 0; i < kept; i++) {
      const place = this.#place(this.#keys[i * 2] as number, this.#keys[i * 2 + 1] as number);
      if ((this.#count[place] as number) <= this.limit) this.#visit(place, visit);
    }
  }

  /**
   * Blocks of at most `limit` records: their pairs (one of several blocks counted in each) and entries; the blocks above it and the pairs that these would bring.
   * @complexity O(places)
   */
  tally(limit = this.limit): BlockTally {
    let [pairs, entries, allEntries, largeBlocks, pairsLeft] = [0, 0, 0, 0, 0];
    for (const count of this.#count) {
      const within = (count * (count - 1)) / 2;
      allEntries += count;
      if (count <= limit) {
        pairs += within;
        entries += count;
      } else {
        largeBlocks++;
        pairsLeft += within;
      }
    }
    return { pairs, entries, allEntries, largeBlocks, pairsLeft };
  }

  #grow(): void {
    const [low, high, head, count] = [this.#low, this.#high, this.#head, this.#count];
    const capacity = low.length * 2;
    this.#low = new Int32Array(capacity);
    this.#high = new Int32Array(capacity);
    this.#head = new Int32Array(capacity).fill(NOBODY);
    this.#count = new Int32Array(capacity);
    for (let old = 0; old < low.length; old++) {
      if (head[old] === NOBODY) continue;
      const place = this.#place(low[old] as number, high[old] as number);
      this.#low[place] = low[old] as number;
      this.#high[place] = high[old] as number;
      this.#head[place] = head[old] as number;
      this.#count[place] = count[old] as number;
    }
  }
}
