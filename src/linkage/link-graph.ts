import { compareCodePoints } from "../numeric/index.js";
import type { CandidateFinder } from "./candidate-finder.js";
import { clusterRecords } from "./cluster-records.js";
import { IntList } from "./int-list.js";
import { exactBits, type LinkModel } from "./link-model.js";
import type { PairScorer } from "./pair-scorer.js";
import type { LinkableRecord, RecordBase } from "./record-base.js";

/** What somebody has ruled of two records (人工裁定). */
export type Verdict = "same" | "apart";

/** Bits of a ruling that two records are one person: more than any facts can bring. */
const RULED = 2 ** 20;
/** Added to links, so that a pair just at the line speaks for one person. */
const AT_THE_LINE = 2 ** -30;

function pairKey(a: number, b: number): string {
  return a < b ? `${a},${b}` : `${b},${a}`;
}

/** People before and after a change, by the slot that names them: the members of each, ascending by id. Those that are as before are left out. */
export interface Regrouping {
  readonly before: ReadonlyMap<number, readonly number[]>;
  readonly after: ReadonlyMap<number, readonly number[]>;
}

/**
 * Which pairs are links and which records one person (关联图). Pairs from the review bits on are kept; people are the clusters of each component of links.
 * Who belongs together depends on nothing but the records, the model and the rulings, not on the way they came.
 */
export class LinkGraph<T extends LinkableRecord> {
  readonly #base: RecordBase<T>;
  readonly #finder: CandidateFinder<T>;
  readonly #scorer: PairScorer<T>;
  readonly #reviewBits: number;
  #linkBits: number;
  readonly #pairs = new Map<number, Map<number, number>>();
  readonly #rulings = new Map<number, Map<number, Verdict>>();
  /** Pairs that an undoing has ruled apart, not a person: a later undoing may take that back. */
  readonly #undone = new Set<string>();
  /** Slot that names the person of a slot, plus one; 0 before it has been grouped. */
  readonly #named = new IntList();
  /** Members of people of several records, by the slot that names them. */
  readonly #groups = new Map<number, readonly number[]>();
  /** Batch that a slot first came with. */
  readonly #batch = new IntList();

  constructor(base: RecordBase<T>, finder: CandidateFinder<T>, scorer: PairScorer<T>, model: LinkModel) {
    this.#base = base;
    this.#finder = finder;
    this.#scorer = scorer;
    this.#reviewBits = model.reviewBits;
    this.#linkBits = model.linkBits;
  }

  /** Sets what makes a link; to be done before anybody is grouped. */
  setLinkBits(linkBits: number): void {
    this.#linkBits = linkBits;
  }

  setBatch(slot: number, batch: number): void {
    this.#batch.set(slot, batch);
  }

  batchOf(slot: number): number {
    return this.#batch.at(slot);
  }

  /** Weighs a slot's pairs with candidates in later slots and keeps those that reach the review bits; for the first run. */
  weighLater(slot: number): void {
    this.#finder.laterPartners(slot, (partner) => {
      this.#weigh(slot, partner);
    });
  }

  /** Forgets a slot's pairs and weighs them anew. @param touched is told every slot that a pair of links was lost or won with */
  weighAgain(slot: number, touched: (slot: number) => void): void {
    this.forget(slot, touched);
    this.#finder.partners(slot, (partner) => {
      if (this.#weigh(slot, partner) >= this.#linkBits) touched(partner);
    });
  }

  /** Forgets a slot's pairs. */
  forget(slot: number, touched: (slot: number) => void): void {
    const pairs = this.#pairs.get(slot);
    if (pairs === undefined) return;
    for (const [partner, bits] of pairs) {
      if (bits >= this.#linkBits) touched(partner);
      const others = this.#pairs.get(partner);
      others?.delete(slot);
      if (others?.size === 0) this.#pairs.delete(partner);
    }
    this.#pairs.delete(slot);
  }

  #weigh(a: number, b: number): number {
    const bits = this.#scorer.bits(a, b, this.#reviewBits);
    if (bits >= this.#reviewBits) {
      this.#keep(a, b, bits);
      this.#keep(b, a, bits);
    }
    return bits;
  }

  #keep(a: number, b: number, bits: number): void {
    const pairs = this.#pairs.get(a);
    if (pairs === undefined) this.#pairs.set(a, new Map([[b, bits]]));
    else pairs.set(b, bits);
  }

  /** Kept pairs, each once. */
  *pairs(): Generator<readonly [a: number, b: number, bits: number], void, void> {
    for (const [a, partners] of this.#pairs) for (const [b, bits] of partners) if (a < b) yield [a, b, bits];
  }

  /** Withdraws every ruling on a record. @param partners is told whom they were with */
  forgetRulings(slot: number, partners: (slot: number) => void): void {
    for (const other of this.#rulings.get(slot)?.keys() ?? []) {
      partners(other);
      this.#rulings.get(other)?.delete(slot);
    }
    this.#rulings.delete(slot);
  }

  rule(a: number, b: number, verdict: Verdict | undefined): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const rulings = this.#rulings.get(one) ?? new Map<number, Verdict>();
      if (verdict === undefined) rulings.delete(other);
      else rulings.set(other, verdict);
      this.#rulings.set(one, rulings);
    }
    this.#undone.delete(pairKey(a, b));
  }

  rulingOf(a: number, b: number): Verdict | undefined {
    return this.#rulings.get(a)?.get(b);
  }

  /** Whether rulings say of records bound together by rulings that they are apart. */
  hasConflict(a: number, b: number): boolean {
    const group = this.#bound(a);
    const groups = group.has(b) ? [group] : [group, this.#bound(b)];
    return groups.some((it) => {
      const clean = new Set<number>();
      for (const slot of it) {
        for (const [other, verdict] of this.#rulings.get(slot) ?? []) if (verdict === "apart" && it.has(other)) return true;
        const list = this.#base.cleanListOf(slot);
        if (list >= 0 && this.#base.recordAt(slot) !== undefined && clean.size === clean.add(list).size) return true;
      }
      return false;
    });
  }

  /** Records bound to a record by rulings. */
  #bound(slot: number): Set<number> {
    const bound = new Set([slot]);
    for (const at of bound) for (const [other, verdict] of this.#rulings.get(at) ?? []) if (verdict === "same") bound.add(other);
    return bound;
  }

  /** Why sets of records cannot each be one person again: two of one clean list, or two that somebody ruled apart; undefined where they can. */
  hindrance(parts: readonly (readonly number[])[]): "clean-list" | "ruling" | undefined {
    for (const part of parts)
      for (const [i, a] of part.entries())
        for (const b of part.slice(0, i)) {
          if (!this.#base.comparable(a, b)) return "clean-list";
          if (this.rulingOf(a, b) === "apart" && !this.#undone.has(pairKey(a, b))) return "ruling";
        }
    return undefined;
  }

  /**
   * Rules sets of records apart so that each is one person again: apart from each other and from whoever else they might now go to, and, where they do not hold
   * together by themselves, each bound together. Nothing must hinder it.
   */
  separate(parts: readonly (readonly number[])[]): void {
    const partOf = new Map(parts.flatMap((part, number) => part.map((slot) => [slot, number] as const)));
    for (const part of parts)
      for (const [i, a] of part.entries())
        for (const b of part.slice(0, i)) if (this.rulingOf(a, b) === "apart") this.rule(a, b, undefined);
    const seen = new Set<number>();
    for (const slot of partOf.keys()) if (!seen.has(slot)) this.component(slot, seen);
    const home = new Map([...seen].map((slot) => [slot, partOf.has(slot) ? -1 - (partOf.get(slot) ?? 0) : this.nameOf(slot)] as const));
    const part = (a: number, b: number) => {
      if (home.get(a) === home.get(b) || this.rulingOf(a, b) === "apart") return;
      this.rule(a, b, "apart");
      this.#undone.add(pairKey(a, b));
    };
    for (const slot of partOf.keys()) for (const other of partOf.keys()) if (slot < other) part(slot, other);
    for (const slot of seen) for (const other of this.linked(slot)) part(slot, other);
    const people = new Map<number, number[]>();
    for (const [slot, name] of home) people.set(name, [...(people.get(name) ?? []), slot]);
    for (const members of people.values()) {
      const [first, ...others] = members;
      if (first === undefined || this.#holds(members)) continue;
      for (const other of others) this.rule(first, other, "same");
    }
  }

  /** Whether records are one person by themselves: links reach from each to each, and no part of them would rather go. */
  #holds(members: readonly number[]): boolean {
    const own = new Set(members);
    const reached = new Set(members.slice(0, 1));
    for (const slot of reached) for (const next of this.linked(slot)) if (own.has(next)) reached.add(next);
    return reached.size === own.size && this.#clusters(members).length === 1;
  }

  /** Slots that a slot is linked to: by a pair that reaches the link bits, or by a ruling. */
  linked(slot: number): number[] {
    const rulings = this.#rulings.get(slot);
    const slots: number[] = [];
    for (const [partner, bits] of this.#pairs.get(slot) ?? [])
      if (bits >= this.#linkBits && rulings?.get(partner) === undefined) slots.push(partner);
    for (const [partner, verdict] of rulings ?? []) if (verdict === "same" && this.#base.comparable(slot, partner)) slots.push(partner);
    return slots;
  }

  /**
   * What a pair says for one person within a cluster: of a link its bits above the line; of another pair its bits below it, as far as the two tell the same facts: two
   * records with nothing to compare do not contradict each other. Rulings go before, but not before a clean list.
   */
  weight(a: number, b: number): number {
    const ruling = this.rulingOf(a, b);
    if (ruling === "apart" || !this.#base.comparable(a, b)) return Number.NEGATIVE_INFINITY;
    if (ruling === "same") return RULED;
    const bits = this.#scorer.bits(a, b) - this.#linkBits;
    // Adding 0 turns a negative zero into one.
    return bits >= 0 ? bits + AT_THE_LINE : exactBits(bits * this.#scorer.coverage(a, b)) + 0;
  }

  /** Slot that names the person of a slot. */
  nameOf(slot: number): number {
    const named = this.#named.at(slot);
    return named === 0 ? slot : named - 1;
  }

  /** Members of the person that a slot names, ascending by id. */
  membersOf(name: number): readonly number[] {
    return this.#groups.get(name) ?? [name];
  }

  /** Everybody in the components of links that hold a slot. */
  component(start: number, seen: Set<number>): number[] {
    const members = [start];
    seen.add(start);
    for (let at = 0; at < members.length; at++) {
      for (const next of this.linked(members[at] as number)) {
        if (seen.has(next)) continue;
        seen.add(next);
        members.push(next);
      }
    }
    return members;
  }

  /** Groups anew the components of links that hold the given slots. */
  regroup(slots: Iterable<number>): Regrouping {
    const before = new Map<number, readonly number[]>();
    const after = new Map<number, readonly number[]>();
    const seen = new Set<number>();
    const starts = [...slots];
    const remember = (slot: number) => {
      const named = this.#named.at(slot);
      if (named === 0 || before.has(named - 1)) return;
      before.set(named - 1, this.membersOf(named - 1));
      // Whoever was one person with somebody here is looked at too.
      starts.push(...this.membersOf(named - 1));
    };
    for (let at = 0; at < starts.length; at++) {
      const start = starts[at] as number;
      if (seen.has(start)) continue;
      if (this.#base.recordAt(start) === undefined) {
        seen.add(start);
        remember(start);
        continue;
      }
      const members = this.component(start, seen);
      for (const slot of members) remember(slot);
      for (const group of this.#clusters(members)) after.set(this.#oldest(group), group);
    }
    for (const [name, members] of before) {
      this.#groups.delete(name);
      for (const slot of members) this.#named.set(slot, 0);
    }
    for (const [name, members] of after) {
      if (members.length > 1) this.#groups.set(name, members);
      for (const slot of members) this.#named.set(slot, name + 1);
    }
    for (const [name, members] of after) {
      const former = before.get(name);
      if (former === undefined || former.length !== members.length || former.some((slot, i) => slot !== members[i])) continue;
      before.delete(name);
      after.delete(name);
    }
    return { before, after };
  }

  #clusters(members: readonly number[]): number[][] {
    if (members.length === 1) return [[members[0] as number]];
    const ordered = members.toSorted((a, b) => compareCodePoints(this.#base.idAt(a), this.#base.idAt(b)));
    const weight = (a: number, b: number) => this.weight(ordered[a] as number, ordered[b] as number);
    return clusterRecords(ordered.length, weight).map((group) => group.map((i) => ordered[i] as number));
  }

  /** The member who has been here longest; of those the first by id. */
  #oldest(members: readonly number[]): number {
    let oldest = members[0] as number;
    for (const slot of members) if (this.batchOf(slot) < this.batchOf(oldest)) oldest = slot;
    return oldest;
  }
}
