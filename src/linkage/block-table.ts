import type { FactColumn } from "./fact-column.js";
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

/** Whom a round of gathering has found (候选收集). */
export interface Gathering {
  /** By slot, the last round in which it was seen. */
  readonly seen: Int32Array;
  readonly round: number;
  /** Room for every slot. */
  readonly found: Int32Array;
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
  /** Entries of two cells: the record, and the next entry of its block. */
  #entries: Int32Array;
  #used = 0;
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
    this.#entries = new Int32Array(Math.max(16, expected) * 2);
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
      this.#head[place] = this.#enter(slot, head < 0 ? NOBODY : head);
    }
  }

  /** @returns the place of the new entry */
  #enter(slot: number, next: number): number {
    if (this.#used * 2 === this.#entries.length) {
      const larger = new Int32Array(this.#entries.length * 2);
      larger.set(this.#entries);
      this.#entries = larger;
    }
    this.#entries[this.#used * 2] = slot;
    this.#entries[this.#used * 2 + 1] = next;
    return this.#used++;
  }

  /** Takes a record out; its facts must still be those that it was entered with. @param crossed is told each record of a block that has just shrunk to the limit */
  remove(slot: number, crossed: (slot: number) => void): void {
    const kept = this.#keysOf(slot);
    for (let i = 0; i < kept; i++) {
      const place = this.#place(this.#keys[i * 2] as number, this.#keys[i * 2 + 1] as number);
      let before = NOBODY;
      let entry = this.#head[place] as number;
      while (entry >= 0 && this.#entries[entry * 2] !== slot) {
        before = entry;
        entry = this.#entries[entry * 2 + 1] as number;
      }
      if (entry < 0) continue;
      const after = this.#entries[entry * 2 + 1] as number;
      if (before === NOBODY) this.#head[place] = after === NOBODY ? EMPTIED : after;
      else this.#entries[before * 2 + 1] = after;
      const count = (this.#count[place] as number) - 1;
      this.#count[place] = count;
      if (count === this.limit) this.#visit(place, crossed);
    }
  }

  #visit(place: number, visit: (slot: number) => void): void {
    for (let entry = this.#head[place] as number; entry >= 0; entry = this.#entries[entry * 2 + 1] as number)
      visit(this.#entries[entry * 2] as number);
  }

  /**
   * Writes everybody who stands in a block with a record that is not above the limit behind the `count` that stand in `found`, if not seen in this round.
   * @param later whether those who came later are enough; only where records have been entered in ascending order and none was taken out
   * @returns how many stand in `found`
   */
  gather(slot: number, { seen, round, found }: Gathering, count: number, later: boolean): number {
    const kept = this.#keysOf(slot);
    const entries = this.#entries;
    let total = count;
    for (let i = 0; i < kept; i++) {
      const place = this.#place(this.#keys[i * 2] as number, this.#keys[i * 2 + 1] as number);
      if ((this.#count[place] as number) > this.limit) continue;
      for (let entry = this.#head[place] as number; entry >= 0; entry = entries[entry * 2 + 1] as number) {
        const partner = entries[entry * 2] as number;
        // The newest come first.
        if (later && partner <= slot) break;
        if (seen[partner] === round) continue;
        seen[partner] = round;
        found[total++] = partner;
      }
    }
    return total;
  }

  /** Whether two records stand together in a block that is not above the limit. */
  meet(slot: number, partner: number): boolean {
    const kept = this.#keysOf(slot);
    let met = false;
    for (let i = 0; i < kept && !met; i++) {
      const place = this.#place(this.#keys[i * 2] as number, this.#keys[i * 2 + 1] as number);
      if ((this.#count[place] as number) > this.limit) continue;
      this.#visit(place, (other) => {
        met ||= other === partner;
      });
    }
    return met;
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
