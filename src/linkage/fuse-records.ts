import { checkArray, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { EVIDENCE_LEVELS, type EvidenceLevel, type Provenance } from "../model/index.js";
import { compareCodePoints, isIsoDate } from "../numeric/index.js";
import { canonicalJson, isPlainObject } from "./canonical-json.js";
import {
  CHOICE_RULES,
  type Choice,
  type ChoiceRule,
  chooseValue,
  compareTellings,
  distinctValues,
  type FusionRule,
  idsOf,
  type LosingValue,
  type Telling,
  type ToldValue,
} from "./choose-value.js";
import { DETAIL_KINDS, type DetailKind, type Finer, finerBy } from "./finer-value.js";

/** How one member is decided: choice rules in order, lists united, or a yes that wins. */
type MemberRules = readonly ChoiceRule[] | "union" | "cautious";

/** Options of {@link fuseRecords}. A record's own `provenance` of a member comes before what the three functions say. */
export interface FusionOptions<T> {
  /** Id of the fused record. Default: the smallest by code point. */
  readonly id?: string;
  /** How members are decided, by name, in place of the default; `doNotContact` is always `cautious`. */
  readonly rules?: Readonly<Record<string, MemberRules>>;
  /** Sources in order of trust, the most trusted first; one that is not named comes after all that are. */
  readonly sources?: readonly string[];
  /** What a member's text names, so that a more exact value is known. Default: residence and hometown `region`, organization `employer`. */
  readonly detail?: Readonly<Record<string, DetailKind>>;
  /** ISO date at which the record's fact was observed. */
  readonly observedAt?: (record: T, member: string) => string | undefined;
  readonly evidence?: (record: T, member: string) => EvidenceLevel | undefined;
  /** The office or list that the record's fact is from. */
  readonly source?: (record: T, member: string) => string | undefined;
}

/** One fact of a fused record (融合事实): its value, why that one, and who says what. */
export interface FusedFact extends ToldValue {
  readonly member: string;
  /** Of `facts`, the dimension. */
  readonly key?: string;
  readonly rule: FusionRule;
  /** Of a united list, each item and the records that tell it. */
  readonly parts?: readonly ToldValue[];
  /** Values not taken, those that lasted longest first. */
  readonly losers: readonly LosingValue[];
}

/** One person's records made one (融合结果). */
export interface Fusion<T> {
  readonly record: T;
  /** In code-point order of member, then of key. */
  readonly facts: readonly FusedFact[];
}

const GENERAL: readonly ChoiceRule[] = ["detail", "evidence", "observed", "source-order", "majority"];
/** What changes with the years: an old paper does not prove where somebody is now. */
const MOVING: readonly ChoiceRule[] = ["detail", "observed", "evidence", "source-order", "majority"];
/** What stays: another value is somebody's error, and the last one to write it down is no better than the others. */
const LASTING: readonly ChoiceRule[] = ["detail", "evidence", "source-order", "majority", "observed"];
/** What is gained and not lost: what was checked stands against any claim, and among what is as well attested the highest. */
const GAINED: readonly ChoiceRule[] = ["detail", "evidence", "highest", "observed", "source-order", "majority"];

const DEFAULT_RULES: ReadonlyMap<string, MemberRules> = new Map<string, MemberRules>([
  ["name", LASTING],
  ["hometown", LASTING],
  ["residence", MOVING],
  ["organization", MOVING],
  ["post", MOVING],
  ["phone", MOVING],
  ["email", MOVING],
  ["degree", GAINED],
  ["title", GAINED],
  ["doNotContact", "cautious"],
]);
const DEFAULT_DETAIL: ReadonlyMap<string, DetailKind> = new Map<string, DetailKind>([
  ["residence", "region"],
  ["hometown", "region"],
  ["organization", "employer"],
]);

const PLACE = "fuseRecords";

/**
 * Fuses the records of one person into one (事实融合): each fact with the value that stands, the rule that decided, and what the other records say.
 *
 * | members | rules, in order |
 * |---|---|
 * | lists, each dimension of `facts` | united; a list of anything wins over `[]`, known to have none |
 * | `doNotContact` | true wins |
 * | residence, organization, post, phone, email | detail, observed, evidence, source-order, majority |
 * | name, hometown | detail, evidence, source-order, majority, observed |
 * | degree, title | detail, evidence, highest, observed, source-order, majority |
 * | any other | detail, evidence, observed, source-order, majority |
 *
 * What changes goes by its date: a fresh claim about the employer wins over a stale proof. What stays goes by its attestation, and so does what is gained: a
 * fresh claim to a title does not win over the one that was checked, and stands first among the losers, to be asked about. Less exact is no contradiction: "Henan"
 * never wins over a county of Henan, it backs it. A trust that is stated comes before a count, since lists are copied from one another. Where all rules leave several
 * standing the smallest text is taken, so that any order of the records gives the same bytes. Null, undefined and "" are no values. Values stay the records' own
 * objects; what is made here is nobody else's.
 *
 * `provenance` goes with the values: of the best record that tells the value; of a united list, that of its worst attested item. A member named `facts` or
 * `provenance` that has another form than a talent's is a fact like any other.
 * @param records plain data, at least one record
 * @throws GuiyanError `invalid-argument` for no records, one without an id, or a value that JSON cannot hold; `duplicate-id`, `invalid-option`, `unknown-option`
 * @complexity O(records × members + distinct values² of a member)
 * @source the resolution functions of J. Bleiholder, F. Naumann, Data fusion, ACM Comput. Surv. 41 (2008) 1:1–1:41
 *   Differs: a value struck out for being less exact counts for the one that says more.
 * @example
 * const old = { id: "a", phone: "16012340001", residence: "410000", provenance: { phone: { observedAt: "2024-05-01" } } };
 * const recent = { id: "b", phone: "16012340002", residence: "410100", provenance: { phone: { observedAt: "2026-05-01" } } };
 * const { record, facts } = fuseRecords<Talent>([old, recent]);
 * console.log(record.phone, record.residence); // → 16012340002 410100
 * console.log(facts.map(({ member, rule }) => `${member}: ${rule}`).join(", ")); // → phone: observed, residence: detail
 */
export function fuseRecords<T extends { readonly id: string }>(records: readonly T[], options: FusionOptions<T> = {}): Fusion<T> {
  checkFusionOptions(options);
  return new Fuser(sortById(records), options).fusion();
}

function checkFusionOptions<T>(options: FusionOptions<T>): void {
  checkOptions(PLACE, options, ["id", "rules", "sources", "detail", "observedAt", "evidence", "source"]);
  const refuse = (name: string, expected: string): never => {
    throw new GuiyanError("invalid-option", `${PLACE}: expected ${name} to be ${expected}`, { path: [name] });
  };
  const { id, rules = {}, sources = [], detail = {} } = options;
  if (!(id === undefined || (typeof id === "string" && id !== ""))) refuse("id", "a text that is not empty");
  if (!(Array.isArray(sources) && sources.every((source) => typeof source === "string"))) refuse("sources", "a list of texts");
  if (!isPlainObject(rules)) refuse("rules", "an object of rules by member");
  if (!isPlainObject(detail)) refuse("detail", "an object of kinds by member");
  for (const [member, kind] of Object.entries(detail)) checkOneOf(PLACE, `detail.${member}`, kind, DETAIL_KINDS);
  for (const [member, own] of Object.entries(rules)) {
    if (member === "doNotContact" && own !== "cautious") refuse("rules.doNotContact", "cautious");
    if (!Array.isArray(own)) checkOneOf(PLACE, `rules.${member}`, own, ["union", "cautious"]);
    else for (const rule of own) checkOneOf(PLACE, `rules.${member}`, rule, CHOICE_RULES);
  }
  for (const name of ["observedAt", "evidence", "source"] as const)
    if (!(options[name] === undefined || typeof options[name] === "function")) refuse(name, "a function");
}

function sortById<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  checkArray(PLACE, "records", records);
  if (records.length === 0) throw new GuiyanError("invalid-argument", `${PLACE}: expected at least one record`, { path: ["records"] });
  for (const [i, record] of records.entries()) {
    const id: unknown = record?.id;
    if (typeof id !== "string")
      throw new GuiyanError("invalid-argument", `${PLACE}: expected each record to have a text as id`, { path: ["records", i] });
  }
  const sorted = [...records].sort((a, b) => compareCodePoints(a.id, b.id));
  for (let i = 1; i < sorted.length; i++) {
    if (sorted[i]?.id === sorted[i - 1]?.id)
      throw new GuiyanError("duplicate-id", `${PLACE}: expected each record to have its own id`, { path: ["records"] });
  }
  return sorted;
}

/** A value that one record tells. */
interface Told<T> {
  readonly record: T;
  readonly value: unknown;
}

class Fuser<T extends { readonly id: string }> {
  readonly #records: readonly T[];
  readonly #options: FusionOptions<T>;
  readonly #trust: ReadonlyMap<string, number>;
  readonly #rules: ReadonlyMap<string, MemberRules>;
  readonly #detail: ReadonlyMap<string, DetailKind>;
  readonly #facts: FusedFact[] = [];
  readonly #provenance = new Map<string, Provenance>();

  constructor(records: readonly T[], options: FusionOptions<T>) {
    this.#records = records;
    this.#options = options;
    const trust = new Map<string, number>();
    for (const source of options.sources ?? []) if (!trust.has(source)) trust.set(source, trust.size);
    this.#trust = trust;
    this.#rules = new Map([...DEFAULT_RULES, ...Object.entries(options.rules ?? {})]);
    this.#detail = new Map([...DEFAULT_DETAIL, ...Object.entries(options.detail ?? {})]);
  }

  fusion(): Fusion<T> {
    const told = this.#toldByMember();
    const sources = told.get("provenance");
    const attested = sources?.every(({ value }) => isPlainObject(value) && Object.values(value).every(isPlainObject)) === true;
    if (attested) told.delete("provenance");
    const members: [string, unknown][] = [];
    for (const member of [...told.keys()].sort(compareCodePoints)) {
      const own = told.get(member) as readonly Told<T>[];
      members.push([member, isFacts(member, own) ? this.#fuseFacts(own, attested) : this.#fuseMember(member, own, attested)]);
    }
    if (attested) {
      this.#keepOtherEntries(sources ?? [], told);
      members.push(["provenance", Object.fromEntries([...this.#provenance].sort(([a], [b]) => compareCodePoints(a, b)))]);
    }
    const id = this.#options.id ?? (this.#records[0] as T).id;
    const record: unknown = Object.fromEntries([["id", id], ...members]);
    return { record: record as T, facts: this.#facts };
  }

  #toldByMember(): Map<string, Told<T>[]> {
    const told = new Map<string, Told<T>[]>();
    for (const record of this.#records) {
      for (const [member, value] of Object.entries(record) as [string, unknown][]) {
        if (member === "id" || value === undefined || value === null || value === "") continue;
        const own = told.get(member);
        if (own === undefined) told.set(member, [{ record, value }]);
        else own.push({ record, value });
      }
    }
    return told;
  }

  #fuseMember(member: string, told: readonly Told<T>[], attested: boolean): unknown {
    const choice = this.#choose(member, undefined, told, attested);
    const entry = this.#entryOf(member, choice.parts);
    if (entry !== undefined) this.#provenance.set(member, entry);
    return choice.value;
  }

  #fuseFacts(told: readonly Told<T>[], attested: boolean): Record<string, unknown> {
    const byKey = new Map<string, Told<T>[]>();
    for (const { record, value } of told) {
      for (const [key, list] of Object.entries(value as Readonly<Record<string, unknown>>)) {
        const own = byKey.get(key);
        if (own === undefined) byKey.set(key, [{ record, value: list }]);
        else own.push({ record, value: list });
      }
    }
    const keys = [...byKey.keys()].sort(compareCodePoints);
    const choices = keys.map((key) => this.#choose("facts", key, byKey.get(key) as readonly Told<T>[], attested));
    const parts = choices.flatMap((choice) => choice.parts);
    // Without a dimension there is no telling of one; the records still say where their `facts` are from.
    const entry = this.#entryOf("facts", parts.length > 0 ? parts : [told.map((one) => this.#tellingOf("facts", one, attested))]);
    if (entry !== undefined) this.#provenance.set("facts", entry);
    return Object.fromEntries(keys.map((key, i) => [key, choices[i]?.value]));
  }

  /** Decides a fact and enters it among the facts; what is made here is made twice, so that record and facts share nothing that can change. */
  #choose(member: string, key: string | undefined, told: readonly Told<T>[], attested: boolean): Choice {
    const tellings = told.map((one) => this.#tellingOf(member, one, attested));
    const rules = this.#rules.get(member) ?? "union";
    const finer = finerBy(this.#detail.get(member), (value) => canonicalJson(PLACE, value, [member]));
    const united = rules === "union" && told.every(({ value }) => Array.isArray(value)) && distinctValues(tellings).length > 1;
    const choice = united
      ? unite(tellings)
      : rules === "cautious"
        ? beCautious(tellings, finer)
        : chooseValue(tellings, this.#orderOf(member), finer);
    const { value, rule, losers, parts } = choice;
    this.#facts.push({
      member,
      ...(key === undefined ? {} : { key }),
      value: rule === "union" ? [...(value as readonly unknown[])] : value,
      rule,
      from: [...new Set(parts.flatMap(idsOf))].sort(compareCodePoints),
      ...(rule === "union"
        ? { parts: (value as readonly unknown[]).map((item, i) => ({ value: item, from: idsOf(parts[i] ?? []) })) }
        : {}),
      losers,
    });
    return choice;
  }

  #orderOf(member: string): readonly ChoiceRule[] {
    const rules = this.#rules.get(member);
    return typeof rules === "object" ? rules : GENERAL;
  }

  #tellingOf(member: string, { record, value }: Told<T>, attested: boolean): Telling {
    const { observedAt, evidence, source } = this.#options;
    const entry = attested ? entryIn(record, member) : undefined;
    const date: unknown = entry?.observedAt ?? observedAt?.(record, member);
    const level: unknown = entry?.evidence ?? evidence?.(record, member);
    const from: unknown = entry?.source ?? source?.(record, member);
    return {
      id: record.id,
      value,
      text: canonicalJson(PLACE, value, [member]),
      evidence: Math.max(0, (EVIDENCE_LEVELS as readonly unknown[]).indexOf(level)),
      observedAt: isIsoDate(date) ? date : "",
      distrust: (typeof from === "string" ? this.#trust.get(from) : undefined) ?? this.#trust.size,
      entry,
    };
  }

  /** Provenance of the worst attested part, each part taken at its best; none where a part has none. */
  #entryOf(member: string, parts: Choice["parts"]): Provenance | undefined {
    const order = [...this.#orderOf(member), "evidence", "observed", "source-order"] as const;
    let worst: Telling | undefined;
    for (const part of parts) {
      const best = bestOf(part, order);
      if (best === undefined) return undefined;
      if (worst === undefined || compareTellings(best, worst, order) > 0) worst = best;
    }
    return worst?.entry === undefined ? undefined : { ...worst.entry };
  }

  /** Provenance of what is no fact of any record, such as the id, is kept too. */
  #keepOtherEntries(sources: readonly Told<T>[], told: ReadonlyMap<string, unknown>): void {
    const others = new Set(sources.flatMap(({ value }) => Object.keys(value as object)).filter((member) => !told.has(member)));
    for (const member of others) {
      const tellings = sources.map((one) => this.#tellingOf(member, { record: one.record, value: true }, true));
      const entry = this.#entryOf(member, [tellings]);
      if (entry !== undefined) this.#provenance.set(member, entry);
    }
  }
}

/** The best of those records that say where they have it from. */
function bestOf(tellings: readonly Telling[], order: readonly ChoiceRule[]): Telling | undefined {
  let best: Telling | undefined;
  for (const one of tellings) if (one.entry !== undefined && (best === undefined || compareTellings(one, best, order) < 0)) best = one;
  return best;
}

function entryIn(record: { readonly id: string }, member: string): Provenance | undefined {
  const { provenance } = record as { readonly provenance?: unknown };
  return isPlainObject(provenance) && Object.hasOwn(provenance, member) ? (provenance[member] as Provenance) : undefined;
}

/** Whether a member is `facts` as a talent has it: lists by dimension. */
function isFacts(member: string, told: readonly { readonly value: unknown }[]): boolean {
  return member === "facts" && told.every(({ value }) => isPlainObject(value) && Object.values(value).every(Array.isArray));
}

/** The items of all lists, ascending, each once; a list without items tells nothing that another does not outweigh. */
function unite(tellings: readonly Telling[]): Choice {
  const items: Telling[] = [];
  const empty: Telling[] = [];
  for (const telling of tellings) {
    const list = telling.value as readonly unknown[];
    if (list.length === 0) empty.push(telling);
    const own = new Map(list.map((value) => [canonicalJson(PLACE, value, []), value]));
    for (const [text, value] of own) items.push({ ...telling, value, text });
  }
  const parts = distinctValues(items);
  const losers: LosingValue[] = empty.length === 0 ? [] : [{ value: [], from: idsOf(empty), rule: "union" }];
  return { value: parts.map(({ value }) => value), rule: "union", losers, parts: parts.map(({ own }) => own) };
}

/** A yes wins, whoever says no. */
function beCautious(tellings: readonly Telling[], finer: Finer): Choice {
  const yes = tellings.filter(({ value }) => value === true);
  if (yes.length === 0 || yes.length === tellings.length) return chooseValue(tellings, GENERAL, finer);
  const losers = distinctValues(tellings.filter(({ value }) => value !== true));
  return {
    value: true,
    rule: "cautious",
    losers: losers.map(({ value, own }) => ({ value, from: idsOf(own), rule: "cautious" })),
    parts: [yes],
  };
}
