import { BlockTable, type BlockTally } from "./block-table.js";
import type { FactColumn } from "./fact-column.js";
import { IntList } from "./int-list.js";
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
  readonly #seen = new IntList();
  #round = 0;

  constructor(base: RecordBase<T>, rules: readonly FinderRule<T>[]) {
    this.#base = base;
    this.#tables = rules.map(({ columns, limit }) => new BlockTable(columns, limit, base.size));
  }

  /** Enters a record. @param crossed is told whose candidates may have become fewer */
  add(slot: number, crossed?: (slot: number) => void): void {
    for (const table of this.#tables) table.add(slot, crossed);
  }

  /** Takes a record out, before its facts change. @param crossed is told whose candidates may have become more */
  remove(slot: number, crossed: (slot: number) => void): void {
    for (const table of this.#tables) table.remove(slot, crossed);
  }

  /** Visits every comparable record that shares a block with this one, once. */
  partners(slot: number, visit: (partner: number) => void): void {
    const round = ++this.#round;
    const see = (partner: number) => {
      if (partner === slot || this.#seen.at(partner) === round) return;
      this.#seen.set(partner, round);
      if (this.#base.comparable(slot, partner)) visit(partner);
    };
    for (const table of this.#tables) table.partners(slot, see);
  }

  /** Whether the last {@link partners} visited a slot, or passed over it as not comparable. */
  wasSeen(slot: number): boolean {
    return this.#seen.at(slot) === this.#round;
  }

  /** Which rules bring two records together, as a list of their indexes. */
  rulesOf(slot: number, partner: number): number[] {
    return this.#tables.flatMap((table, rule) => {
      let met = false;
      table.partners(slot, (other) => {
        if (other === partner) met = true;
      });
      return met ? [rule] : [];
    });
  }

  tallies(): BlockTally[] {
    return this.#tables.map((table) => table.tally());
  }
}
