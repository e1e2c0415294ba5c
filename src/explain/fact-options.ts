import type { Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { PlanRule, PlanTerm, ScorePlan, SettledCriteria, Verdict } from "../scoring/index.js";
import { type DegreeLevel, degrees, type Ladder, type TitleGrade, titles } from "../taxonomy/index.js";
import { limitFault } from "./limit-fault.js";
import { type PossibleCode, possibleFields, possibleRegions } from "./possible-codes.js";

/** Members of a talent that scoring reads (评分事实), in the order in which changes are told. */
export const SCORED_MEMBERS = ["degree", "title", "fields", "residence", "hometown"] as const;
/** A member of a talent that scoring reads, or one of `talent.facts` by its dimension: `facts.language` (评分事实). */
export type ScoredFact = (typeof SCORED_MEMBERS)[number] | `facts.${string}`;

/** One fact that would have to be otherwise (事实变动). */
export interface FactChange {
  readonly fact: ScoredFact;
  /** `learn`: it is unknown and may turn out so (查明); `change`: it is known and would have to become so (改变). */
  readonly kind: "learn" | "change";
  /** Codes held now; undefined where the fact is unknown. */
  readonly from: readonly string[] | undefined;
  /** Codes held then. */
  readonly to: readonly string[];
  /** Levels that a known degree or title rises; 0 for all else. */
  readonly steps: number;
  /** How much is touched: a list counts once for each code that it gains, and once where it turns out to be empty; all else counts 1. */
  readonly touches: number;
  /** Codes of `to` that stand for any other in `within`, or anywhere: for each that neither is, holds nor lies in a code inside `within` that the demand names. */
  readonly others?: readonly { readonly code: string; readonly within?: string }[];
}

/** The changes that one fact allows (可变动项), those that touch least first. */
export interface FactOptions {
  readonly fact: ScoredFact;
  readonly options: readonly FactChange[];
}

/** What the changes of facts depend on. */
export interface FactQuestion {
  readonly talent: Talent;
  readonly plan: ScorePlan;
  readonly criteria: SettledCriteria;
  /** Facts that stay. */
  readonly fixed: ReadonlySet<string>;
  /** Changes of one fact at most. */
  readonly limit: number;
}

type Part = PlanTerm | PlanRule;

const isRule = (part: Part): part is PlanRule => "kind" in part;

function factsOf({ dimension, basis }: Part): readonly ScoredFact[] {
  switch (dimension) {
    case "region":
      return basis === "either" ? ["residence", "hometown"] : [basis];
    case "field":
      return ["fields"];
    case "degree":
      return ["degree"];
    case "title":
      return ["title"];
    default:
      return [`facts.${dimension}`];
  }
}

/**
 * The changes that each fact allows (可变动的事实): a known degree or title rises, a known residence becomes an asked place, a known list gains asked codes,
 * an unknown fact turns out to be anything. A known hometown stays, and so does a dimension that criteria compute.
 *
 * Of changes with the same effect on every requirement the first alone is listed: fewest touched, then lowest level, then asked codes, other codes that
 * the demand names, units above them, stand-ins for all others, each as the demand lists them.
 * @throws GuiyanError `limit-exceeded`
 * @complexity O(changes × requirements × values)
 */
export function factOptions(question: FactQuestion): FactOptions[] {
  const { plan, criteria, fixed } = question;
  const looking = new Map<ScoredFact, Part[]>();
  let computed = false;
  for (const part of [...plan.terms, ...plan.rules]) {
    if (criteria.dimensions.get(part.dimension)?.values) computed = true;
    else for (const fact of factsOf(part)) looking.set(fact, [...(looking.get(fact) ?? []), part]);
  }
  const own = [...looking.keys()].filter((fact) => fact.startsWith("facts.")).sort(compareCodePoints);
  return [...SCORED_MEMBERS, ...own].flatMap((fact) => {
    const parts = looking.get(fact) ?? [];
    const counts = parts.some((part) => isRule(part) || part.weight > 0);
    // A caller's function may read any member: no two changes are then taken for equal.
    return counts && !fixed.has(fact)
      ? [{ fact, options: optionsOf(fact, parts, computed ? distinctCodes : sameEffect(parts), question) }]
      : [];
  });
}

/** What codes do to the requirements that look at them, as text: equal for codes that do the same. */
type Signature = (codes: readonly string[]) => string;

const distinctCodes: Signature = (codes) => codes.join("\u0000");

const VERDICT_ORDER: readonly Verdict[] = ["fails", "unknown", "holds"];

function sameEffect(parts: readonly Part[]): Signature {
  // Of several codes the highest number counts, probe by probe: for each asked value where all count, else for the best of them.
  const probes = parts.flatMap((part) => {
    if (!isRule(part) && part.weight === 0) return [];
    const values = part.asked.map(
      (_, i) => (code: string) => (isRule(part) ? VERDICT_ORDER.indexOf(part.meets(code, i)) : part.similarity(code, i)),
    );
    return part.mode === "all" ? values : [(code: string) => Math.max(...values.map((value) => value(code)))];
  });
  return (codes) => probes.map((probe) => Math.max(0, ...codes.map(probe))).join(",");
}

function optionsOf(fact: ScoredFact, parts: readonly Part[], signature: Signature, question: FactQuestion): FactChange[] {
  const { talent, criteria, limit } = question;
  const asked = [...new Set(parts.flatMap((part) => (isRule(part) && part.kind === "exclude" ? [] : part.asked)))];
  const named = [...new Set(parts.flatMap((part) => part.asked))];
  const from = heldCodes(talent, fact);
  const exactly = (codes: readonly string[]): PossibleCode[] => codes.map((code) => ({ code }));
  switch (fact) {
    case "degree":
      return singleOptions(fact, from, raised(degrees, from?.[0] as DegreeLevel | undefined), signature);
    case "title":
      return singleOptions(fact, from, raised(titles, from?.[0] as TitleGrade | undefined), signature);
    case "residence":
      return singleOptions(fact, from, from === undefined ? possibleRegions(asked, named) : exactly(asked), signature);
    case "hometown":
      return from === undefined ? singleOptions(fact, from, possibleRegions(asked, named), signature) : [];
    case "fields":
      return listOptions(fact, from, from ? exactly(asked) : possibleFields(asked, named, criteria.fieldRelations), signature, limit);
    default:
      return listOptions(fact, from, exactly(asked), signature, limit);
  }
}

/** Codes that a talent holds of a fact; undefined where it is unknown. */
function heldCodes({ degree, title, fields, residence, hometown, facts = {} }: Talent, fact: ScoredFact): readonly string[] | undefined {
  const single = { degree, title: title?.grade, residence, hometown };
  if (fact === "fields") return fields;
  if (Object.hasOwn(single, fact)) {
    const code = single[fact as keyof typeof single];
    return code === undefined ? undefined : [code];
  }
  const dimension = dimensionOf(fact);
  return Object.hasOwn(facts, dimension) ? facts[dimension] : undefined;
}

/** Dimension of the caller's own whose values a fact holds. */
export function dimensionOf(fact: ScoredFact): string {
  return fact.slice("facts.".length);
}

/** Levels above a known one, or all. */
function raised<L extends string>(ladder: Ladder<L>, held: L | undefined): (PossibleCode & { readonly steps: number })[] {
  const at = held === undefined ? -1 : ladder.rank(held);
  return ladder.levels.slice(at + 1).map((code, i) => ({ code, steps: held === undefined ? 0 : i + 1 }));
}

function singleOptions(
  fact: ScoredFact,
  from: readonly string[] | undefined,
  codes: readonly (PossibleCode & { readonly steps?: number })[],
  signature: Signature,
): FactChange[] {
  const seen = new Set(from === undefined ? [] : [signature(from)]);
  return codes.flatMap(({ code, steps = 0, other }) => {
    const effect = signature([code]);
    if (seen.has(effect)) return [];
    seen.add(effect);
    const others = other === undefined ? {} : { others: [{ code, ...other }] };
    return [{ fact, kind: from === undefined ? "learn" : "change", from, to: [code], steps, touches: 1, ...others } as const];
  });
}

/**
 * What a list may gain: sets of further codes from the smallest up, of each effect the first alone. A set of which a part could be replaced by an earlier or
 * smaller one with the same effect could be so as a whole, so that sets grow from listed ones, each by a later code.
 */
function listOptions(
  fact: ScoredFact,
  from: readonly string[] | undefined,
  codes: readonly PossibleCode[],
  signature: Signature,
  limit: number,
): FactChange[] {
  const held = from ?? [];
  const seen = new Set([signature(held)]);
  const alone = new Set<string>();
  const further = codes.filter(({ code }) => {
    const effect = signature([code]);
    if (held.includes(code) || alone.has(effect)) return false;
    alone.add(effect);
    return true;
  });
  const told = (gained: readonly number[]): FactChange => {
    const added = gained.map((i) => further[i] as PossibleCode);
    const others = added.flatMap(({ code, other }) => (other === undefined ? [] : [{ code, ...other }]));
    return {
      fact,
      kind: from === undefined ? "learn" : "change",
      from,
      to: [...held, ...added.map(({ code }) => code)],
      steps: 0,
      touches: Math.max(1, added.length),
      ...(others.length === 0 ? {} : { others }),
    };
  };
  const options = from === undefined ? [told([])] : [];
  let sets: number[][] = [[]];
  while (sets.length > 0) {
    const grown: number[][] = [];
    for (const set of sets) {
      for (let next = (set.at(-1) ?? -1) + 1; next < further.length; next++) {
        const larger = [...set, next];
        const effect = signature([...held, ...larger.map((i) => (further[i] as PossibleCode).code)]);
        if (seen.has(effect)) continue;
        seen.add(effect);
        grown.push(larger);
        options.push(told(larger));
        if (options.length > limit) throw limitFault("changes of one list", limit);
      }
    }
    sets = grown;
  }
  return options;
}
