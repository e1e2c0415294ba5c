import { checkArray, checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { type BlockingAccount, blockingAccount } from "./blocking-account.js";
import type { LinkageParts } from "./build-linkage.js";
import { byId, type Entity, EntityBook } from "./entity-book.js";
import { fuseRecords } from "./fuse-records.js";
import { type EntityMembers, type LedgerEntry, type LedgerKind, type Merge, peopleOf } from "./ledger.js";
import type { Regrouping, Verdict } from "./link-graph.js";
import { type LinkModel, probabilityOf } from "./link-model.js";
import { checkDate, type SettledLinkOptions } from "./link-options.js";
import { type LinkedPair, listPairs, listReview } from "./list-pairs.js";
import type { EvidenceStep } from "./pair-scorer.js";
import type { LinkableRecord } from "./record-base.js";
import type { ReviewItem } from "./review-queue.js";
import { type ClusterFault, verifyClusters } from "./verify-clusters.js";

/** Where a pair's evidence comes from (证据瀑布): priorBits and the bits of all steps sum to weightBits exactly. */
export interface PairExplanation {
  readonly priorBits: number;
  readonly steps: readonly EvidenceStep[];
  readonly weightBits: number;
  readonly probability: number;
  /** What the pair says for one person when records are grouped: bits above the line, or below it as far as both tell the same facts; -Infinity where they must be two. */
  readonly clusterBits: number;
  /** What somebody has ruled on the pair. */
  readonly verdict?: Verdict;
}

/** What a change has changed, and nothing else (变更集). */
export interface LinkageChange<T> {
  readonly sequence: number;
  /** People who are new, have other records than before, or one of whose records has changed; by id. */
  readonly entities: readonly Entity<T>[];
  /** Ids of people who are no more. */
  readonly removed: readonly string[];
  readonly merges: readonly Merge[];
}

/** Options of a change. */
export interface ChangeOptions {
  /** ISO date, not before that of the change before. Default: the same. */
  readonly at?: string;
}

/**
 * Records linked into people (关联结果), and kept linked as they change.
 *
 * Who is one person depends on the records, the model and the rulings alone: after any number of changes it is as a fresh run over the same records with the
 * same model would have it. Ids of people stay while their oldest record stays with them.
 */
export class Linkage<T extends LinkableRecord> {
  readonly #settled: SettledLinkOptions<T>;
  readonly #parts: LinkageParts<T>;
  readonly #entries: LedgerEntry<T>[] = [];
  readonly #book: EntityBook<T>;

  /** Made by {@link linkRecords}. */
  constructor(settled: SettledLinkOptions<T>, parts: LinkageParts<T>) {
    this.#settled = settled;
    this.#parts = parts;
    this.#book = new EntityBook(parts.base, parts.graph, settled.fusion);
    const merges = this.#book.names().flatMap((name): Merge[] => {
      const entity = this.#book.withIds(name, parts.graph.membersOf(name));
      if (entity.members.length < 2) return [];
      return [{ mergeId: `0:${entity.id}`, entity, parts: entity.members.map((id) => ({ id, members: [id] })) }];
    });
    merges.sort((a, b) => byId(a.entity, b.entity));
    this.#entries.push({ sequence: 0, kind: "link", at: settled.at, records: [], before: [], after: [], merges });
  }

  get model(): LinkModel {
    return this.#parts.model;
  }

  /** Records present. */
  get size(): number {
    return this.#parts.base.size;
  }

  /** Everybody, by id in code-point order. */
  get entities(): readonly Entity<T>[] {
    return this.#book.all();
  }

  /** Pairs from the review probability on, the surest first. */
  get pairs(): readonly LinkedPair[] {
    return listPairs(this.#parts);
  }

  /** What somebody should look at, the most urgent first. */
  get review(): readonly ReviewItem[] {
    return listReview(this.#parts, this.#settled.stake);
  }

  /** Every merge so far, those of the first run included, oldest first. */
  get merges(): readonly Merge[] {
    return this.#entries.flatMap((entry) => entry.merges);
  }

  /** Every change so far, the first run first (变更台账). */
  get ledger(): readonly LedgerEntry<T>[] {
    return this.#entries;
  }

  /** The person that a record belongs to. @returns undefined for an unknown record */
  entityOf(recordId: string): Entity<T> | undefined {
    const slot = this.#parts.base.slotOf(recordId);
    return slot === undefined ? undefined : this.#book.entity(this.#parts.graph.nameOf(slot));
  }

  /**
   * Why two records are or are not one person (证据说明), whether they were ever compared or not.
   * @throws GuiyanError `invalid-argument` for a record that is not here
   */
  explain(a: string, b: string): PairExplanation {
    const { scorer, model, graph } = this.#parts;
    const [one, other] = this.#twoSlots("explain", a, b);
    const weightBits = scorer.bits(one, other);
    const verdict = graph.rulingOf(one, other);
    return {
      priorBits: model.priorBits,
      steps: scorer.steps(one, other),
      weightBits,
      probability: probabilityOf(weightBits),
      clusterBits: graph.weight(one, other),
      ...(verdict === undefined ? {} : { verdict }),
    };
  }

  /**
   * Checks everybody without the solver that grouped them (聚类核验): no clean list twice, nobody held by a weak bridge alone. Records are numbered in code-point order of id.
   * @complexity O(Σ members²)
   */
  verify(): readonly ClusterFault[] {
    const { base, graph } = this.#parts;
    const slots = base.present().sort((a, b) => compareCodePoints(base.idAt(a), base.idAt(b)));
    const number = new Map(slots.map((slot, i) => [slot, i] as const));
    const at = (i: number) => slots[i] as number;
    const problem = {
      records: slots.length,
      weights: (i: number, j: number) => graph.weight(at(i), at(j)),
      sourceOf: (i: number) => base.cleanListOf(at(i)),
    };
    const people = this.#book.names().map((name) => graph.membersOf(name));
    return verifyClusters(
      problem,
      people.map((members) => members.map((slot) => number.get(slot) ?? -1)),
    );
  }

  /**
   * What the blocking rules bring, and a count of what they miss (分块漏检统计).
   * @param sample records that are compared with everybody besides; each costs as many comparisons as there are records. Default 0
   * @throws GuiyanError `invalid-option`
   */
  blocking(sample = 0): BlockingAccount {
    return blockingAccount(this.#parts, checkInteger("blocking", "sample", sample, { min: 0 }), this.#settled.seed);
  }

  /**
   * Adds records, and replaces those whose ids are known (增量更新). The model stays as it is.
   * @returns what has changed, and nothing else
   * @throws GuiyanError `invalid-argument`, `duplicate-id`, `invalid-option`; then nothing has changed
   * @complexity O(records × candidates of each), not of the registry
   */
  upsert(records: readonly T[], options: ChangeOptions = {}): LinkageChange<T> {
    const at = this.#dateOf("upsert", options);
    const { base, finder, graph } = this.#parts;
    this.#checkBatch(records);
    const sequence = this.#entries.length;
    const former = records.map(({ id }) => [id, this.#recordOf(id)] as const);
    const stale = new Set<number>();
    const touched = new Set<number>();
    const crossed = (slot: number) => stale.add(slot);
    for (const record of records) {
      const known = base.slotOf(record.id);
      if (known !== undefined) finder.remove(known, crossed);
      const slot = base.put(record);
      if (known === undefined) graph.setBatch(slot, sequence);
      finder.add(slot, crossed);
      stale.add(slot);
      touched.add(slot);
    }
    this.#weigh(stale, touched);
    return this.#enter("upsert", at, former, graph.regroup(touched), touched);
  }

  /**
   * Takes records out (删除记录), and with them what was ruled of them.
   * @throws GuiyanError `invalid-argument` for a record that is not here, `duplicate-id`; then nothing has changed
   */
  remove(ids: readonly string[], options: ChangeOptions = {}): LinkageChange<T> {
    const at = this.#dateOf("remove", options);
    const { base, finder, graph } = this.#parts;
    const slots = checkArray("remove", "ids", ids).map((id) => this.#slot("remove", id));
    if (new Set(slots).size < slots.length) throw new GuiyanError("duplicate-id", "remove: expected distinct ids", { path: ["ids"] });
    const former = ids.map((id) => [id, this.#recordOf(id)] as const);
    const stale = new Set<number>();
    const touched = new Set<number>(slots);
    for (const slot of slots) finder.remove(slot, (other) => stale.add(other));
    for (const slot of slots) {
      graph.forget(slot, (other) => touched.add(other));
      graph.forgetRulings(slot, (other) => touched.add(other));
      base.drop(slot);
      stale.delete(slot);
    }
    this.#weigh(stale, touched);
    return this.#enter("remove", at, former, graph.regroup(touched), new Set());
  }

  /**
   * Rules that two records are one person, or are not (人工裁定); undefined withdraws what was ruled. A ruling stands against all evidence.
   * @throws GuiyanError `invalid-argument` for a record that is not here, or one ruled the same as another of a clean list; `conflicting-ruling` where earlier rulings say otherwise
   */
  decide(a: string, b: string, verdict: Verdict | undefined, options: ChangeOptions = {}): LinkageChange<T> {
    const at = this.#dateOf("decide", options);
    const { base, graph } = this.#parts;
    const [one, other] = this.#twoSlots("decide", a, b);
    if (verdict !== undefined) checkOneOf("decide", "verdict", verdict, ["same", "apart"]);
    if (verdict === "same" && !base.comparable(one, other))
      throw new GuiyanError("invalid-argument", "decide: expected records that can be one person, received two of one clean list", {
        path: ["b"],
      });
    const before = graph.rulingOf(one, other);
    graph.rule(one, other, verdict);
    if (verdict !== undefined && graph.hasConflict(one, other)) {
      graph.rule(one, other, before);
      throw new GuiyanError("conflicting-ruling", `decide: expected a ruling that earlier ones allow, received "${verdict}"`, {
        path: ["verdict"],
      });
    }
    return this.#enter("decide", at, [], graph.regroup([one, other]), new Set());
  }

  /**
   * Takes a merge back (撤销合并): its parts are people of their own again, with the ids that they had and the facts that their records tell, and are ruled apart, so that no later change joins
   * them again by itself. Where the same change also parted some of them, they are whole again.
   * @throws GuiyanError `invalid-argument` for an unknown merge, `merge-superseded` where what it made has changed since, `conflicting-ruling` where a part has been ruled apart since
   */
  undo(mergeId: string, options: ChangeOptions = {}): LinkageChange<T> {
    const at = this.#dateOf("undo", options);
    const { graph } = this.#parts;
    const entry = this.#entries.find(({ merges }) => merges.some((it) => it.mergeId === mergeId));
    const merge = entry?.merges.find((it) => it.mergeId === mergeId);
    if (entry === undefined || merge === undefined)
      throw new GuiyanError("invalid-argument", "undo: expected the id of a merge of this linkage", { path: ["mergeId"] });
    const { were, became } = peopleOf(entry, merge);
    const stands = became.every(({ id, members }) => {
      const now = this.#book.membersNow(id);
      return now.length === members.length && now.every((member, i) => member === members[i]);
    });
    if (!stands) {
      const ids = new Set(became.map(({ id }) => id));
      const later = this.#entries.slice(entry.sequence + 1).flatMap(({ merges }) => merges);
      throw new GuiyanError("merge-superseded", "undo: expected the people whom the merge made to be as it made them", {
        path: ["mergeId"],
        details: { laterMerges: later.filter(({ parts }) => parts.some(({ id }) => ids.has(id))).map((it) => it.mergeId) },
      });
    }
    // Records that have been taken out stay out.
    const parts = were.map((part) => part.members.flatMap((id) => this.#parts.base.slotOf(id) ?? [])).filter((part) => part.length > 0);
    const hindrance = graph.hindrance(parts);
    if (hindrance !== undefined)
      throw new GuiyanError(
        hindrance === "ruling" ? "conflicting-ruling" : "merge-superseded",
        `undo: expected the parts to be people still, received one with ${hindrance === "ruling" ? "a ruling within" : "two records of one clean list"}`,
        { path: ["mergeId"] },
      );
    const members = parts.flat();
    graph.separate(parts);
    return this.#enter("undo", at, [], graph.regroup(members), new Set(), mergeId);
  }

  /**
   * Everybody as they stood after the changes up to a date (历史时点查询).
   * @param date ISO date; changes without one are of the date of the change before
   * @throws GuiyanError `invalid-option`
   */
  asOf(date: string): readonly Entity<T>[] {
    if (checkDate("asOf", date) === undefined)
      throw new GuiyanError("invalid-option", "asOf: expected an ISO date YYYY-MM-DD", { path: ["date"] });
    return this.#book.asOf(this.#entries, date);
  }

  #weigh(stale: ReadonlySet<number>, touched: Set<number>): void {
    const { graph } = this.#parts;
    for (const slot of stale) {
      graph.weighAgain(slot, (other) => {
        touched.add(slot);
        touched.add(other);
      });
    }
  }

  #enter(
    kind: LedgerKind,
    at: string | undefined,
    records: LedgerEntry<T>["records"],
    { before, after }: Regrouping,
    refreshed: ReadonlySet<number>,
    undone?: string,
  ): LinkageChange<T> {
    const { graph } = this.#parts;
    const sequence = this.#entries.length;
    const olds = [...before].map(([name, members]) => this.#book.withIds(name, members));
    const news = [...after].map(([name, members]) => this.#book.withIds(name, members));
    const formerOf = new Map(olds.flatMap((person) => person.members.map((member) => [member, person] as const)));
    const merges = news.flatMap((entity): Merge[] => {
      const parts = new Map<string, EntityMembers>();
      for (const member of entity.members) {
        const former = formerOf.get(member) ?? { id: member, members: [member] };
        parts.set(former.id, former);
      }
      return parts.size < 2 ? [] : [{ mergeId: `${sequence}:${entity.id}`, entity, parts: [...parts.values()].sort(byId) }];
    });
    olds.sort(byId);
    news.sort(byId);
    merges.sort((a, b) => byId(a.entity, b.entity));
    this.#entries.push({ sequence, kind, at, records, before: olds, after: news, merges, ...(undone === undefined ? {} : { undone }) });
    const changed = new Set<number>(after.keys());
    for (const slot of refreshed) changed.add(graph.nameOf(slot));
    this.#book.forget([...before.keys(), ...changed]);
    const entities = [...changed].map((name) => this.#book.entity(name)).sort(byId);
    const present = new Set(news.map(({ id }) => id));
    return { sequence, entities, removed: olds.map(({ id }) => id).filter((id) => !present.has(id)), merges };
  }

  #recordOf(id: string): T | undefined {
    const slot = this.#parts.base.slotOf(id);
    return slot === undefined ? undefined : this.#parts.base.recordAt(slot);
  }

  #slot(place: string, id: string): number {
    const slot = this.#parts.base.slotOf(id);
    if (slot !== undefined) return slot;
    throw new GuiyanError("invalid-argument", `${place}: expected ids of records of this linkage`, { path: ["id"] });
  }

  #twoSlots(place: string, a: string, b: string): [number, number] {
    const slots: [number, number] = [this.#slot(place, a), this.#slot(place, b)];
    if (slots[0] === slots[1])
      throw new GuiyanError("invalid-argument", `${place}: expected two records, received one twice`, { path: ["b"] });
    return slots;
  }

  #dateOf(place: string, options: ChangeOptions): string | undefined {
    checkOptions(place, options, ["at"]);
    const last = this.#entries.at(-1)?.at;
    const at = checkDate(place, options.at) ?? last;
    if (at !== undefined && last !== undefined && at < last)
      throw new GuiyanError("invalid-option", `${place}: expected at not to be before ${last}, the date of the change before`, {
        path: ["at"],
      });
    return at;
  }

  /** Reads all facts of new records once, so that a fault shows before anything is changed. */
  #checkBatch(records: readonly T[]): void {
    const ids = new Set<string>();
    for (const [i, record] of checkArray("upsert", "records", records).entries()) {
      if (typeof record !== "object" || record === null || typeof record.id !== "string" || record.id === "")
        throw new GuiyanError("invalid-argument", `upsert: expected records[${i}] to be an object with an id`, { path: ["records", i] });
      if (ids.has(record.id))
        throw new GuiyanError("duplicate-id", `upsert: expected distinct ids, records[${i}] has one that came before`, {
          path: ["records", i],
        });
      ids.add(record.id);
      this.#settled.source(record);
      for (const rule of this.#settled.blocking ?? []) if ("keys" in rule) rule.keys(record);
      for (const comparison of this.#settled.comparisons) {
        const text = comparison.read(record);
        if (text === undefined) continue;
        const value = comparison.parse(text);
        comparison.compare(value, value);
        comparison.keys?.(value);
        comparison.term?.(value);
      }
      fuseRecords([record], this.#settled.fusion);
    }
  }
}
