import { checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import { compareCodePoints, daysBetween, isIsoDate } from "../numeric/index.js";
import {
  type Criteria,
  compileDemand,
  evaluateRule,
  evaluateTerm,
  type PlanRule,
  type PlanTerm,
  readFact,
  type ScorePlan,
  type SettledCriteria,
  settleCriteria,
} from "../scoring/index.js";
import { regionInside } from "../taxonomy/index.js";
import { ASKED_MEMBERS, type AskedMember, questionOf } from "./callback-questions.js";

/** One fact to ask for (需询问的信息). */
export interface CallbackAsk {
  readonly member: AskedMember;
  /** `missing`: unknown; `stale`: last observed too long ago; `coarse`: known too roughly for a hard requirement. */
  readonly reason: "missing" | "stale" | "coarse";
  /** When a stale fact was last observed. */
  readonly observedAt?: string;
  /** Summed points that hang on this fact, over the open demands. */
  readonly width: number;
  /** Open demands with a hard requirement that only this fact can settle. */
  readonly toVerify: number;
  readonly question: { readonly zh: string; readonly en: string };
}

/** One call (回访对象). */
export interface CallbackEntry {
  readonly id: string;
  /** Sum of high − low over the open demands, stale facts taken as unknown; points. */
  readonly width: number;
  /** Open demands whose list the answers could move. */
  readonly demands: number;
  /** The widest first. */
  readonly asks: readonly CallbackAsk[];
}

/** Options of {@link callbackQueue}. */
export interface CallbackQueueOptions {
  /** Date of the queue, YYYY-MM-DD. */
  readonly now: string;
  /** Days after which a dated fact is stale. Default 730; a native place never is. */
  readonly staleAfterDays?: number;
  /** Ids that must not be called, beside those whose record says so. */
  readonly doNotContact?: Iterable<string>;
  /** Entries at most. Default all. */
  readonly limit?: number;
  readonly criteria?: Criteria;
}

/** Facts of a talent as the queue sees them: what is stale counts as unknown. */
interface Subject {
  readonly talent: Talent;
  /** The record as it is, stale facts included. */
  readonly original: Talent;
  readonly reasons: ReadonlyMap<AskedMember, "missing" | "stale">;
}

function subjectOf(talent: Talent, now: string, staleAfterDays: number): Subject {
  const reasons = new Map<AskedMember, "missing" | "stale">();
  const kept: Record<string, unknown> = { ...talent };
  for (const member of ASKED_MEMBERS) {
    if (talent[member] === undefined) {
      reasons.set(member, "missing");
      continue;
    }
    const date = talent.provenance?.[member]?.observedAt;
    if (member === "hometown" || !isIsoDate(date) || daysBetween(date, now) <= staleAfterDays) continue;
    reasons.set(member, "stale");
    delete kept[member];
  }
  return { talent: kept as unknown as Talent, original: talent, reasons };
}

const MEMBER_OF: Readonly<Record<string, AskedMember>> = { field: "fields", degree: "degree", title: "title" };

/** The fact that a term or rule waits for; undefined for a caller's own dimension. */
function memberOf({ dimension, basis, asked }: PlanTerm | PlanRule, { talent }: Subject): AskedMember | undefined {
  if (dimension !== "region") return MEMBER_OF[dimension];
  if (basis !== "either") return basis;
  // Of two places the missing one, else the one that is too rough: it holds a place that is asked.
  const rough = (code: string | undefined) => code === undefined || asked.some((place) => place !== code && regionInside(place, code));
  return rough(talent.residence) || !rough(talent.hometown) ? "residence" : "hometown";
}

/** Facts that only rise. */
const LEVELS: ReadonlySet<AskedMember> = new Set<AskedMember>(["degree", "title"]);

/** What hangs on each fact of one talent, summed over demands. */
class Stakes {
  readonly widths = new Map<AskedMember, number>();
  readonly verdicts = new Map<AskedMember, number>();
  width = 0;
  demands = 0;

  add(plan: ScorePlan, subject: Subject, criteria: SettledCriteria): void {
    const waiting = new Set<AskedMember>();
    for (const rule of plan.rules) {
      const verdict = evaluateRule(rule, readFact(subject.talent, rule, criteria));
      // Kept out by a fact that is known: no answer brings the talent in.
      if (verdict === "fails") return;
      const waits = verdict === "unknown" ? memberOf(rule, subject) : undefined;
      const settled =
        waits !== undefined &&
        LEVELS.has(waits) &&
        rule.kind === "hard" &&
        evaluateRule(rule, readFact(subject.original, rule, criteria)) === "holds";
      const member = settled ? undefined : waits;
      if (member !== undefined) waiting.add(member);
    }
    let width = 0;
    for (const term of plan.terms) {
      const fact = readFact(subject.talent, term, criteria);
      const member = fact.complete || term.weight === 0 ? undefined : memberOf(term, subject);
      if (member === undefined) continue;
      const { low, high } = evaluateTerm(term, fact, plan.unknown);
      // A level once held is not lost: a stale degree or title can only have risen.
      const held = LEVELS.has(member) ? evaluateTerm(term, readFact(subject.original, term, criteria), 0).low : low;
      const open = term.weight * (high - Math.max(low, held));
      width += open;
      this.widths.set(member, (this.widths.get(member) ?? 0) + open);
    }
    for (const member of waiting) this.verdicts.set(member, (this.verdicts.get(member) ?? 0) + 1);
    this.width += width;
    if (width > 0 || waiting.size > 0) this.demands++;
  }

  entry(given: Talent, { reasons }: Subject): CallbackEntry | undefined {
    if (this.demands === 0) return undefined;
    const asks = ASKED_MEMBERS.flatMap((member): CallbackAsk[] => {
      const width = this.widths.get(member) ?? 0;
      const toVerify = this.verdicts.get(member) ?? 0;
      if (width === 0 && toVerify === 0) return [];
      const reason = reasons.get(member) ?? "coarse";
      const observedAt = reason === "stale" ? given.provenance?.[member]?.observedAt : undefined;
      return [
        { member, reason, ...(observedAt === undefined ? {} : { observedAt }), width, toVerify, question: questionOf(member, reason) },
      ];
    });
    asks.sort((a, b) => b.width - a.width || b.toVerify - a.toVerify || ASKED_MEMBERS.indexOf(a.member) - ASKED_MEMBERS.indexOf(b.member));
    return { id: given.id, width: this.width, demands: this.demands, asks };
  }
}

/**
 * Whom to telephone next, and what to ask (回访队列): ordered by how far a missing or stale fact could move the lists.
 *
 *   width(t) = Σ over open demands  high(t, d) − low(t, d)        stale facts taken as unknown, stale levels as the least
 *
 * Demands that a known fact already shuts the talent out of do not count. Equal widths: more hard requirements to settle first, then id.
 * Whoever must not be contacted is never listed, and neither is anybody without an answer to give.
 * @throws GuiyanError `invalid-option`, `unknown-option`, `invalid-demand`
 * @complexity O(talents with a gap × demands × requirements)
 * @example
 * const demand = { id: "d1", requirements: [{ dimension: "degree", kind: "soft" as const, values: ["master"] }] };
 * const [first] = callbackQueue([{ id: "t1", degree: "master" }, { id: "t2" }], [demand], { now: "2026-06-30" });
 * console.log(first?.id, first?.width, first?.asks[0]?.question.en); // → t2 1000000 What is the highest degree you hold?
 */
export function callbackQueue(records: readonly Talent[], demands: readonly Demand[], options: CallbackQueueOptions): CallbackEntry[] {
  const place = "callbackQueue";
  checkOptions(place, options, ["now", "staleAfterDays", "doNotContact", "limit", "criteria"]);
  const { now } = options ?? {};
  if (!isIsoDate(now)) throw new GuiyanError("invalid-option", `${place}: expected now to be a date YYYY-MM-DD`, { path: ["now"] });
  const staleAfterDays = checkInteger(place, "staleAfterDays", options.staleAfterDays ?? 730, { min: 0 });
  const limit = checkInteger(place, "limit", options.limit ?? records.length, { min: 0 });
  const criteria = settleCriteria(options.criteria);
  const listed: unknown = options.doNotContact ?? [];
  const refused = new Set(typeof listed === "string" ? [undefined] : (listed as Iterable<unknown>));
  if (![...refused].every((id) => typeof id === "string"))
    throw new GuiyanError("invalid-option", `${place}: expected doNotContact to be a list of ids`, { path: ["doNotContact"] });
  const plans = demands
    .filter(({ status }) => status === undefined || status === "open")
    .map((demand) => compileDemand(demand, options.criteria));
  const entries: (CallbackEntry & { readonly verdicts: number })[] = [];
  for (const talent of records) {
    if (talent.doNotContact === true || refused.has(talent.id)) continue;
    const subject = subjectOf(talent, now, staleAfterDays);
    const stakes = new Stakes();
    for (const plan of plans) stakes.add(plan, subject, criteria);
    const entry = stakes.entry(talent, subject);
    if (entry !== undefined) entries.push({ ...entry, verdicts: entry.asks.reduce((sum, { toVerify }) => sum + toVerify, 0) });
  }
  return entries
    .sort((a, b) => b.width - a.width || b.verdicts - a.verdicts || compareCodePoints(a.id, b.id))
    .slice(0, limit)
    .map(({ verdicts: _, ...entry }) => entry);
}
