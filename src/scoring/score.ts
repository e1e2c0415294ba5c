import type { Demand, Talent } from "../model/index.js";
import { checkTalent } from "./check-talent.js";
import { compileDemand } from "./compile-demand.js";
import { type Criteria, type SettledCriteria, settleCriteria } from "./criteria.js";
import { evaluateRule, evaluateTerm } from "./evaluate.js";
import { type Fact, readFact } from "./read-fact.js";
import { FULL_POINTS, type PlanRule, type PlanTerm, type ScorePlan } from "./score-plan.js";

/** How well one talent fits one demand (匹配得分). */
export interface Score {
  readonly id: string;
  /** Integer 0..1 000 000. */
  readonly points: number;
  /** points / 1 000 000. */
  readonly value: number;
  /** Points were every unknown fact the worst. */
  readonly low: number;
  /** Points were every unknown fact the best. */
  readonly high: number;
  /** False where a hard or excluding requirement fails, or is unknown and the demand rejects the unknown. */
  readonly candidate: boolean;
  /** Present where a hard or excluding requirement could not be told. */
  readonly toVerify?: true;
  /** Indexes of the requirements that keep the talent out. */
  readonly failed: readonly number[];
}

/** Scores one talent against a compiled demand; what {@link score} does after compiling. */
export function scorePlanned(talent: Talent, plan: ScorePlan, criteria: SettledCriteria): Score {
  checkTalent("score", talent);
  return scoreFacts(talent.id, plan, (part) => readFact(talent, part, criteria));
}

/** Scores known facts against a compiled demand, wherever the facts lie (按事实评分). @param factOf what is known of what a term or rule looks at */
export function scoreFacts(id: string, plan: ScorePlan, factOf: (part: PlanTerm | PlanRule) => Fact): Score {
  let points = 0;
  let low = 0;
  let high = 0;
  for (const term of plan.terms) {
    const value = evaluateTerm(term, factOf(term), plan.unknown);
    points += term.weight * value.similarity;
    low += term.weight * value.low;
    high += term.weight * value.high;
  }
  if (!plan.weighs) points = low = high = FULL_POINTS;
  const failed: number[] = [];
  let open = false;
  for (const rule of plan.rules) {
    const verdict = evaluateRule(rule, factOf(rule));
    if (verdict === "fails" || (verdict === "unknown" && plan.unknownHard === "reject")) failed.push(rule.requirement);
    if (verdict === "unknown") open = true;
  }
  return {
    id,
    points,
    value: points / FULL_POINTS,
    low,
    high,
    candidate: failed.length === 0,
    ...(open ? { toVerify: true as const } : {}),
    failed,
  };
}

/**
 * Scores one talent against one demand (评分): exact integer points with their interval.
 *
 *   points = Σ over dimensions  weight × similarity        weights sum to 1000, similarity 0..1000
 *
 * @throws GuiyanError `invalid-demand`, `invalid-talent`, `invalid-option`
 * @complexity O(requirements × values × codes held)
 * @example
 * const demand = { id: "d1", requirements: [{ dimension: "degree", kind: "soft" as const, values: ["master"] }] };
 * console.log(score({ id: "t1", degree: "bachelor" }, demand).points); // → 650000
 */
export function score(talent: Talent, demand: Demand, criteria?: Criteria): Score {
  return scorePlanned(talent, compileDemand(demand, criteria), settleCriteria(criteria));
}
