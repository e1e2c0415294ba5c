import { checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import type { IntakeChannel, Talent, TalentCategory } from "../model/index.js";
import { compareCodePoints, daysBetween, isIsoDate, type Proportion, simultaneousBound, wilsonInterval } from "../numeric/index.js";
import { degrees, fields, industries, regions, titles } from "../taxonomy/index.js";
import { readPhone } from "../text/index.js";
import { suspectedDuplicates } from "./suspected-duplicates.js";

/** The four shares that are measured; of each, more is better. */
export const QUALITY_MEASURES = ["complete", "valid", "fresh", "distinct"] as const;
/** One of the four shares (质量指标): 完整, 有效, 新鲜, 不重复. */
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];

/** Which records a cell counts; an absent member means all of them, `null` those that do not say. */
export interface QualityKey {
  readonly department?: string | null;
  readonly channel?: IntakeChannel | null;
  readonly category?: TalentCategory | null;
}

/** Quality of the records of one cell (质量单元), each share with its Wilson interval. */
export interface QualityCell extends QualityKey {
  readonly records: number;
  /** Share of records that know all members asked for. */
  readonly complete: Proportion;
  /** By member, the share of records that know it. */
  readonly members: Readonly<Record<string, Proportion>>;
  /** Share of records whose known facts all exist in their code systems and have their form. */
  readonly valid: Proportion;
  /** Share of the *dated* records last observed within `staleAfterDays`. */
  readonly fresh: Proportion;
  /** Records without a date of observation; neither fresh nor stale. */
  readonly undated: number;
  /** Share of records that look like nobody else's in the whole registry. */
  readonly distinct: Proportion;
}

/**
 * A cell that is surely worse than the whole: even the upper bound of its share lies below the share of all, where the bound holds for all cells and
 * measures at once, so that looking at many cells finds no culprit by chance.
 */
export interface WorstCell {
  readonly measure: QualityMeasure;
  readonly cell: QualityCell;
  /** Share of the whole less that upper bound. */
  readonly gap: number;
}

/** Quality of a registry (人才库质量). */
export interface RegistryQuality {
  readonly total: QualityCell;
  /** Department × channel × category, those with records, in code-point order of the three. */
  readonly cells: readonly QualityCell[];
  readonly departments: readonly QualityCell[];
  readonly channels: readonly QualityCell[];
  readonly categories: readonly QualityCell[];
  /** The cell that lies furthest below the whole in any measure; undefined where none surely does. */
  readonly worst: WorstCell | undefined;
  /** The same, measure by measure. */
  readonly worstBy: Readonly<Partial<Record<QualityMeasure, WorstCell>>>;
}

/** Options of {@link registryQuality}. */
export interface RegistryQualityOptions {
  /** Date of the assessment, YYYY-MM-DD; without it no record is dated. */
  readonly now?: string;
  /** Days after which a record is stale. Default 365. */
  readonly staleAfterDays?: number;
  /** Members that a complete record knows. Default: name, phone, organization, residence, hometown, fields, degree, title. */
  readonly members?: readonly (keyof Talent)[];
}

const DEFAULT_MEMBERS: readonly (keyof Talent)[] = ["name", "phone", "organization", "residence", "hometown", "fields", "degree", "title"];
const MEMBERS = [...DEFAULT_MEMBERS, "categories", "post", "industries", "email", "provenance"] as const;

/** Members that say who entered the record, the surest first. */
const ENTERED_BY = ["name", "phone", "organization", "id"];

function entryOf({ provenance }: Talent) {
  if (provenance === undefined) return undefined;
  const first = ENTERED_BY.find((member) => Object.hasOwn(provenance, member));
  return provenance[first ?? Object.keys(provenance).sort(compareCodePoints)[0] ?? ""];
}

/** Latest date at which a fact of the record was observed. */
function observedAt({ provenance }: Talent): string | undefined {
  let latest: string | undefined;
  for (const { observedAt: date } of Object.values(provenance ?? {})) {
    if (isIsoDate(date) && (latest === undefined || date > latest)) latest = date;
  }
  return latest;
}

/** Whether all known facts exist in their code systems and have their form. */
function isValid(talent: Talent, now: string | undefined): boolean {
  const { residence, hometown, degree, title, phone, email } = talent;
  const held = observedAt(talent);
  return (
    [residence, hometown].every((code) => code === undefined || regions.has(code)) &&
    (talent.fields ?? []).every((code) => fields.has(code)) &&
    (talent.industries ?? []).every((code) => industries.has(code)) &&
    (degree === undefined || degrees.has(degree)) &&
    (title === undefined || titles.has(title.grade)) &&
    (phone === undefined || readPhone(phone)?.wellFormed === true) &&
    (email === undefined || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) &&
    (held === undefined || now === undefined || held <= now)
  );
}

/** Counts of one cell while records are walked. */
class Tally {
  records = 0;
  complete = 0;
  valid = 0;
  dated = 0;
  fresh = 0;
  distinct = 0;
  readonly known = new Map<string, number>();
  readonly key: QualityKey;

  constructor(key: QualityKey) {
    this.key = key;
  }

  cell(members: readonly string[]): QualityCell {
    const { records } = this;
    return {
      ...this.key,
      records,
      complete: wilsonInterval(this.complete, records),
      members: Object.fromEntries(members.map((member) => [member, wilsonInterval(this.known.get(member) ?? 0, records)])),
      valid: wilsonInterval(this.valid, records),
      fresh: wilsonInterval(this.fresh, this.dated),
      undated: records - this.dated,
      distinct: wilsonInterval(this.distinct, records),
    };
  }
}

/** Tallies by key, cells given in code-point order. */
class Tallies {
  readonly #tallies = new Map<string, Tally>();

  at(key: QualityKey): Tally {
    const name = JSON.stringify([key.department, key.channel, key.category].map((part) => part ?? null));
    const known = this.#tallies.get(name);
    if (known !== undefined) return known;
    const made = new Tally(key);
    this.#tallies.set(name, made);
    return made;
  }

  cells(members: readonly string[]): QualityCell[] {
    return [...this.#tallies].sort(([a], [b]) => compareCodePoints(a, b)).map(([, tally]) => tally.cell(members));
  }
}

function worstOf(cells: readonly QualityCell[], total: QualityCell, measure: QualityMeasure, z: number): WorstCell | undefined {
  const whole = total[measure].share;
  let worst: WorstCell | undefined;
  for (const cell of cells) {
    const { count, of } = cell[measure];
    const gap = (whole ?? 0) - wilsonInterval(count, of, z).high;
    if (gap > (worst?.gap ?? 0)) worst = { measure, cell, gap };
  }
  return worst;
}

/**
 * Quality of a registry by department × channel × category (人才库质量评估): completeness, validity, freshness and suspected duplicates, each a
 * share with its 95 % Wilson interval, and the cell that is surely worse than the whole.
 *
 * A record counts in the cell of each of its categories, and once in every total. The department and the channel are those of its name, else
 * of its phone or employer. A cell of two records is never the worst on chance alone: its upper bound decides.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 * @complexity O(records × members)
 * @example
 * const visited = { name: { source: "统战部", channel: "village-visit" as const, observedAt: "2026-03-01" } };
 * const { total } = registryQuality([{ id: "1", name: "张三", provenance: visited }, { id: "2", name: "李四" }], { now: "2026-06-30" });
 * console.log(total.fresh.count, total.fresh.of, total.undated); // → 1 1 1
 */
export function registryQuality(records: readonly Talent[], options: RegistryQualityOptions = {}): RegistryQuality {
  const place = "registryQuality";
  checkOptions(place, options, ["now", "staleAfterDays", "members"]);
  const { now } = options;
  const members: readonly (keyof Talent)[] = options.members ?? DEFAULT_MEMBERS;
  const staleAfterDays = checkInteger(place, "staleAfterDays", options.staleAfterDays ?? 365, { min: 0 });
  if (now !== undefined && !isIsoDate(now))
    throw new GuiyanError("invalid-option", `${place}: expected now to be a date YYYY-MM-DD`, { path: ["now"] });
  const listed: unknown = options.members;
  if (
    !(
      (listed === undefined || Array.isArray(listed)) &&
      members.length > 0 &&
      members.every((member) => (MEMBERS as readonly string[]).includes(member))
    )
  ) {
    throw new GuiyanError("invalid-option", `${place}: expected members to be a list of ${MEMBERS.join(", ")}`, { path: ["members"] });
  }
  const twins = new Set(suspectedDuplicates(records));
  const total = new Tally({});
  const [cells, departments, channels, categories] = [new Tallies(), new Tallies(), new Tallies(), new Tallies()];
  for (const [i, talent] of records.entries()) {
    const entry = entryOf(talent);
    const department = entry?.source ?? null;
    const channel = entry?.channel ?? null;
    const own: readonly (TalentCategory | null)[] = talent.categories?.length ? [...new Set(talent.categories)] : [null];
    const known = members.filter((member) => talent[member] !== undefined);
    const valid = isValid(talent, now);
    const date = now === undefined ? undefined : observedAt(talent);
    const fresh = date !== undefined && now !== undefined && daysBetween(date, now) <= staleAfterDays;
    const into = [total, departments.at({ department }), channels.at({ channel })];
    for (const category of own) into.push(categories.at({ category }), cells.at({ department, channel, category }));
    for (const tally of into) {
      tally.records++;
      if (known.length === members.length) tally.complete++;
      for (const member of known) tally.known.set(member, (tally.known.get(member) ?? 0) + 1);
      if (valid) tally.valid++;
      if (date !== undefined) tally.dated++;
      if (fresh) tally.fresh++;
      if (!twins.has(i)) tally.distinct++;
    }
  }
  const whole = total.cell(members);
  const made = cells.cells(members);
  const z = simultaneousBound(Math.max(1, made.length) * QUALITY_MEASURES.length);
  const worstBy: Partial<Record<QualityMeasure, WorstCell>> = {};
  let worst: WorstCell | undefined;
  for (const measure of QUALITY_MEASURES) {
    const found = worstOf(made, whole, measure, z);
    if (found === undefined) continue;
    worstBy[measure] = found;
    if (found.gap > (worst?.gap ?? 0)) worst = found;
  }
  const of = (tallies: Tallies) => tallies.cells(members);
  return { total: whole, cells: made, departments: of(departments), channels: of(channels), categories: of(categories), worst, worstBy };
}
