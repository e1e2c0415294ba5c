import type { Provenance } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { degrees, titles } from "../taxonomy/index.js";
import { isPlainObject } from "./canonical-json.js";
import type { Finer } from "./finer-value.js";

/**
 * Rules that leave the better of several values standing (取舍规则):
 *
 * - `detail` a value gives way to one that says the same more exactly, and backs it
 * - `evidence` verified before documented before claimed; what is not said is a claim
 * - `highest` of degrees, title grades and numbers; who holds a master's holds a bachelor's too
 * - `observed` the latest date; an unknown one is the oldest
 * - `source-order` the most trusted source
 * - `majority` most records
 */
export const CHOICE_RULES = ["detail", "evidence", "highest", "observed", "source-order", "majority"] as const;
/** A rule that a caller may put in order. */
export type ChoiceRule = (typeof CHOICE_RULES)[number];

/**
 * Every rule that may decide a fact (定值规则): those that choose, and `only` (one record tells it), `agreed` (all tell the same), `cautious` (a yes
 * wins), `union` (lists are united), `code-point` (the smallest text, which only keeps the order of records from deciding).
 */
export const FUSION_RULES = ["only", "agreed", "cautious", "union", ...CHOICE_RULES, "code-point"] as const;
/** The rule that decided a fact. */
export type FusionRule = (typeof FUSION_RULES)[number];

/** A value and the records that tell it, ids in code-point order. */
export interface ToldValue {
  readonly value: unknown;
  readonly from: readonly string[];
}

/** A value that was not taken (落选值), and the rule that put it out. */
export interface LosingValue extends ToldValue {
  readonly rule: FusionRule;
}

/** What one record tells of one fact, and how well. */
export interface Telling {
  readonly id: string;
  readonly value: unknown;
  /** Canonical text of the value. */
  readonly text: string;
  /** 0 for a claim. */
  readonly evidence: number;
  /** ISO date; empty where unknown. */
  readonly observedAt: string;
  /** Place of the source in order of trust, 0 the first. */
  readonly distrust: number;
  readonly entry: Provenance | undefined;
}

/** A value that stands for a fact, why, and the records that tell it part by part: one part but for a united list. */
export interface Choice {
  readonly value: unknown;
  readonly rule: FusionRule;
  readonly losers: readonly LosingValue[];
  readonly parts: readonly (readonly Telling[])[];
}

interface Candidate {
  readonly value: unknown;
  readonly text: string;
  readonly own: readonly Telling[];
  /** Records that tell the value, or less exactly the same. */
  backing: readonly Telling[];
}

/** The smaller of two values: texts by code point, then everything else by canonical text. */
function compareValues(a: { value: unknown; text: string }, b: { value: unknown; text: string }): number {
  if (typeof a.value === "string" && typeof b.value === "string") return compareCodePoints(a.value, b.value);
  return compareCodePoints(a.text, b.text);
}

/** The distinct values, each with the records that tell it, in the order of {@link compareValues}. */
export function distinctValues(tellings: readonly Telling[]): readonly { value: unknown; text: string; own: readonly Telling[] }[] {
  const groups = new Map<string, Telling[]>();
  for (const telling of tellings) {
    const group = groups.get(telling.text);
    if (group === undefined) groups.set(telling.text, [telling]);
    else group.push(telling);
  }
  return [...groups].map(([text, own]) => ({ value: own[0]?.value, text, own })).sort(compareValues);
}

/** Ids of records, each once, in the order given. */
export function idsOf(tellings: readonly Telling[]): string[] {
  return tellings.map(({ id }) => id);
}

/** Better first, of two records that tell the same, by those of the rules that look at a record; 0 where none does. */
export function compareTellings(a: Telling, b: Telling, rules: readonly ChoiceRule[]): number {
  for (const rule of rules) {
    if (rule === "evidence" && a.evidence !== b.evidence) return b.evidence - a.evidence;
    if (rule === "observed" && a.observedAt !== b.observedAt) return a.observedAt > b.observedAt ? -1 : 1;
    if (rule === "source-order" && a.distrust !== b.distrust) return a.distrust - b.distrust;
  }
  return 0;
}

/** Place of a value on its ladder or among numbers; what lies on none comes last. */
function heightOf(value: unknown): number {
  if (typeof value === "number") return value;
  const level = isPlainObject(value) ? value["grade"] : value;
  if (typeof level !== "string") return Number.NEGATIVE_INFINITY;
  if (titles.has(level)) return titles.rank(level);
  return degrees.has(level) ? degrees.rank(level) : Number.NEGATIVE_INFINITY;
}

/** The items of which a figure is greatest. */
function greatest<T, F extends number | string>(items: readonly T[], figureOf: (item: T) => F): T[] {
  let best: F | undefined;
  let kept: T[] = [];
  for (const item of items) {
    const figure = figureOf(item);
    if (best === undefined || figure > best) {
      best = figure;
      kept = [item];
    } else if (figure === best) kept.push(item);
  }
  return kept;
}

/** The better of several values; never none. */
function narrow(rule: ChoiceRule, candidates: readonly Candidate[], isFiner: Finer): readonly Candidate[] {
  const most = (figureOf: (telling: Telling) => number) =>
    greatest(candidates, ({ backing }) => backing.reduce((top, telling) => Math.max(top, figureOf(telling)), Number.NEGATIVE_INFINITY));
  switch (rule) {
    case "detail": {
      const kept = candidates.filter((one) => !candidates.some((other) => isFiner(other.value, one.value)));
      for (const one of kept) {
        const coarser = candidates.filter((other) => isFiner(one.value, other.value));
        one.backing = [one, ...coarser].flatMap(({ own }) => own);
      }
      return kept;
    }
    case "evidence":
      return most(({ evidence }) => evidence);
    case "highest":
      return greatest(candidates, ({ value }) => heightOf(value));
    case "observed":
      return greatest(candidates, ({ backing }) =>
        backing.reduce((latest, { observedAt }) => (observedAt > latest ? observedAt : latest), ""),
      );
    case "source-order":
      return most(({ distrust }) => -distrust);
    case "majority":
      return greatest(candidates, ({ backing }) => backing.length);
  }
}

/**
 * Chooses among what records tell of one fact (择优定值): rule after rule strikes out the worse values until one stands, which the last rule that struck decided.
 * The rivals that lasted longest stand first among the losers.
 * @param tellings at least one, ids in code-point order
 * @complexity O(values² ) for `detail`, else O(tellings × rules)
 */
export function chooseValue(tellings: readonly Telling[], rules: readonly ChoiceRule[], isFiner: Finer): Choice {
  let standing: readonly Candidate[] = distinctValues(tellings).map((one) => ({ ...one, backing: one.own }));
  let decided: FusionRule = tellings.length === 1 ? "only" : "agreed";
  const struck: LosingValue[][] = [];
  const strike = (rule: FusionRule, kept: readonly Candidate[]): void => {
    if (kept.length === standing.length) return;
    const stay = new Set(kept);
    struck.push(standing.filter((one) => !stay.has(one)).map(({ value, own }) => ({ value, from: idsOf(own), rule })));
    standing = kept;
    decided = rule;
  };
  for (const rule of rules) if (standing.length > 1) strike(rule, narrow(rule, standing, isFiner));
  strike("code-point", standing.slice(0, 1));
  const chosen = standing[0] as Candidate;
  return { value: chosen.value, rule: decided, losers: struck.reverse().flat(), parts: [chosen.own] };
}
