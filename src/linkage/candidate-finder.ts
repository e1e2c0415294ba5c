import { BlockTable, type BlockTally } from "./block-table.js";
import type { FactColumn } from "./fact-column.js";
import type { LinkableRecord, RecordBase } from "./record-base.js";

/** A blocking rule over columns. */
export interface FinderRule<T> {
  readonly columns: readonly FactColumn<T>[];
  readonly limit: number;
}

/** Finds who shares a block with whom (候选对查找), each partner once however many blocks are shared. */
export class CandidateFinder<T extends LinkableRecord> {
  readonly #base: RecordBase<T>;
  readonly #tables: readonly BlockTable<T>[];
  /** Round in which a slot was last seen. */
  #seen: Int32Array;
  #found: Int32Array;
  #round = 0;

  constructor(base: RecordBase<T>, rules: readonly FinderRule<T>[]) {
    this.#base = base;
    this.#tables = rules.map(({ columns, limit }) => new BlockTable(columns, limit, base.size));
    this.#seen = new Int32Array(base.slots);
    this.#found = new Int32Array(base.slots);
  }

  /** Enters a record. @param crossed is told whose candidates may have become fewer */
  add(slot: number, crossed?: (slot: number) => void): void {
    for (const table of this.#tables) table.add(slot, crossed);
  }

  /** Takes a record out, before its facts change. @param crossed is told whose candidates may have become more */
  remove(slot: number, crossed: (slot: number) => void): void {
    for (const table of this.#tables) table.remove(slot, crossed);
  }

  #gather(slot: number, later: boolean): number {
    if (this.#seen.length < this.#base.slots) {
      const larger = new Int32Array(this.#base.slots * 2);
      larger.set(this.#seen);
      this.#seen = larger;
      this.#found = new Int32Array(this.#base.slots * 2);
    }
    const round = ++this.#round;
    this.#seen[slot] = round;
    let count = 0;
    for (const table of this.#tables) count = table.gather(slot, { seen: this.#seen, round, found: this.#found }, count, later);
    return count;
  }

  /** Visits every comparable record that shares a block with this one, once. */
  partners(slot: number, visit: (partner: number) => void): void {
    this.#visit(slot, this.#gather(slot, false), visit);
  }

  /** As {@link partners}, but only those in later slots; only before any record is taken out or entered again. */
  laterPartners(slot: number, visit: (partner: number) => void): void {
    this.#visit(slot, this.#gather(slot, true), visit);
  }

  #visit(slot: number, count: number, visit: (partner: number) => void): void {
    const found = this.#found;
    for (let i = 0; i < count; i++) {
      const partner = found[i] as number;
      if (this.#base.comparable(slot, partner)) visit(partner);
    }
  }

  /** Notes who shares a block with a record, for {@link wasSeen}. */
  look(slot: number): void {
    this.#gather(slot, false);
  }

  /** Whether a slot shares a block with the one last looked at, or is that one. */
  wasSeen(slot: number): boolean {
    return this.#seen[slot] === this.#round;
  }

  /** Which rules bring two records together, as a list of their indexes. */
  rulesOf(slot: number, partner: number): number[] {
    return this.#tables.flatMap((table, rule) => (table.meet(slot, partner) ? [rule] : []));
  }

  tallies(): BlockTally[] {
    return this.#tables.map((table) => table.tally());
  }
}
