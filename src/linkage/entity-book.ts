import { compareCodePoints } from "../numeric/index.js";
import { type FusedFact, type FusionOptions, fuseRecords } from "./fuse-records.js";
import { type EntityMembers, type LedgerEntry, stateAsOf } from "./ledger.js";
import type { LinkGraph } from "./link-graph.js";
import type { LinkableRecord, RecordBase } from "./record-base.js";

/** One person and what is known of them (人员实体). */
export interface Entity<T> extends EntityMembers {
  /** The facts of all records fused; its id is the entity's. */
  readonly record: T;
  /** Why each fact is what it is. Empty for a single record, all of whose facts are its own. */
  readonly facts: readonly FusedFact[];
}

/** Writes out the people that a graph groups (人员册), each once for as long as nothing of theirs changes. */
export class EntityBook<T extends LinkableRecord> {
  readonly #base: RecordBase<T>;
  readonly #graph: LinkGraph<T>;
  readonly #fusion: Omit<FusionOptions<T>, "id">;
  readonly #written = new Map<number, Entity<T>>();
  #list: readonly Entity<T>[] | undefined;

  constructor(base: RecordBase<T>, graph: LinkGraph<T>, fusion: Omit<FusionOptions<T>, "id">) {
    this.#base = base;
    this.#graph = graph;
    this.#fusion = fusion;
  }

  /** Slots that name somebody, ascending. */
  names(): number[] {
    return this.#base.present().filter((slot) => this.#graph.nameOf(slot) === slot);
  }

  /** Everybody, by id. */
  all(): readonly Entity<T>[] {
    this.#list ??= this.names()
      .map((name) => this.entity(name))
      .sort(byId);
    return this.#list;
  }

  /** The person that a slot names. */
  entity(name: number): Entity<T> {
    const known = this.#written.get(name);
    if (known !== undefined) return known;
    const members = this.#graph.membersOf(name);
    const entity = this.#fuse(
      this.withIds(name, members),
      members.flatMap((slot) => this.#base.recordAt(slot) ?? []),
    );
    this.#written.set(name, entity);
    return entity;
  }

  /** Forgets what is written of people who have changed. */
  forget(names: Iterable<number>): void {
    for (const name of names) this.#written.delete(name);
    this.#list = undefined;
  }

  withIds(name: number, members: readonly number[]): EntityMembers {
    return { id: this.#base.idAt(name), members: members.map((slot) => this.#base.idAt(slot)) };
  }

  /** Members of the person of this id now, none where there is nobody. */
  membersNow(id: string): readonly string[] {
    const name = this.#base.slotOf(id);
    return name === undefined || this.#graph.nameOf(name) !== name ? [] : this.withIds(name, this.#graph.membersOf(name)).members;
  }

  /** Everybody as they stood at the end of a date. */
  asOf(entries: readonly LedgerEntry<T>[], date: string): readonly Entity<T>[] {
    const people = new Map(this.names().map((name) => [this.#base.idAt(name), this.membersNow(this.#base.idAt(name))] as const));
    const then = stateAsOf(people, entries, date);
    if (then === undefined) return [];
    const recordOf = (id: string) => {
      const slot = this.#base.slotOf(id);
      return then.records.has(id) || slot === undefined ? then.records.get(id) : this.#base.recordAt(slot);
    };
    const fused = [...then.people].map(([id, members]) =>
      this.#fuse(
        { id, members },
        members.flatMap((member) => recordOf(member) ?? []),
      ),
    );
    return fused.sort(byId);
  }

  #fuse(person: EntityMembers, records: readonly T[]): Entity<T> {
    const [only] = records;
    if (records.length === 1 && only !== undefined) return { ...person, record: only, facts: [] };
    const { record, facts } = fuseRecords(records, { ...this.#fusion, id: person.id });
    return { ...person, record, facts };
  }
}

/** Order of people by id in code-point order. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareCodePoints(a.id, b.id);
}
