import type { Demand, Dimension, Talent } from "../model/index.js";
import { type DegreeLevel, degrees, sharedFieldLevel, sharedRegionLevel, type TitleGrade, titles } from "../taxonomy/index.js";
import { compileDemand } from "./compile-demand.js";
import { type Criteria, type SettledCriteria, settleCriteria } from "./criteria.js";
import { evaluateRule, evaluateTerm } from "./evaluate.js";
import type { Contribution, Explanation, Relation, RuleVerdict } from "./explanation.js";
import { type Fact, readFact } from "./read-fact.js";
import { relatedSimilarity } from "./related-similarity.js";
import { scorePlanned } from "./score.js";
import { FULL_POINTS, type PlanTerm } from "./score-plan.js";
import { sentences } from "./sentences.js";

/** The pair of held and asked codes with the highest similarity; the first listed wins a tie. */
function bestPair(term: PlanTerm, fact: Fact): { held: string; index: number; similarity: number } | undefined {
  let best: { held: string; index: number; similarity: number } | undefined;
  for (let index = 0; index < term.asked.length; index++) {
    for (const held of fact.codes) {
      const similarity = term.similarity(held, index);
      if (best === undefined || similarity > best.similarity) best = { held, index, similarity };
    }
  }
  return best;
}

function ladderRelation(missing: number): Relation {
  if (missing <= 0) return "reached";
  return missing === 1 ? "one-step-short" : missing === 2 ? "two-steps-short" : "far-short";
}

function relationOf(dimension: Dimension, held: string, asked: string, similarity: number, criteria: SettledCriteria): Relation {
  switch (dimension) {
    case "region": {
      const level = sharedRegionLevel(held, asked);
      return level === undefined ? "none" : `same-${level}`;
    }
    case "field": {
      const level = sharedFieldLevel(held, asked);
      const tree = criteria.fieldNearness[level ?? "none"];
      if (relatedSimilarity(held, asked, criteria.fieldRelations) > tree) return "declared";
      return level === undefined ? "none" : level === "same" ? "same" : `same-${level}`;
    }
    case "degree":
      return ladderRelation(degrees.rank(asked as DegreeLevel) - degrees.rank(held as DegreeLevel));
    case "title":
      return ladderRelation(titles.rank(asked as TitleGrade) - titles.rank(held as TitleGrade));
    default:
      return similarity === 1000 ? "same" : similarity > 0 ? "near" : "none";
  }
}

function contributionOf(term: PlanTerm, talent: Talent, unknown: number, criteria: SettledCriteria): Contribution {
  const fact = readFact(talent, term, criteria);
  const value = evaluateTerm(term, fact, unknown);
  const best = bestPair(term, fact);
  // Where half of an `either` is unknown and counts for more than the known half, the unknown decided.
  const decided = best !== undefined && (fact.complete || best.similarity >= unknown);
  const asked = best === undefined ? "" : (term.asked[best.index] ?? "");
  return {
    requirement: term.requirement,
    dimension: term.dimension,
    ...(term.dimension === "region" ? { basis: term.basis } : {}),
    weight: term.weight,
    similarity: value.similarity,
    points: term.weight * value.similarity,
    low: term.weight * value.low,
    high: term.weight * value.high,
    asked: term.asked,
    held: fact.complete || fact.codes.length > 0 ? fact.codes : undefined,
    ...(decided ? { best: { asked, held: best.held } } : {}),
    relation: decided ? relationOf(term.dimension, best.held, asked, best.similarity, criteria) : fact.complete ? "none" : "unknown",
  };
}

/**
 * Explains a score (解释得分): each requirement's contribution, each hard rule's verdict, the interval, and a sentence in zh and en.
 *
 * The contributions sum to `points`, `low` and `high` exactly.
 * @throws GuiyanError `invalid-demand`, `invalid-talent`, `invalid-option`
 * @complexity O(requirements × values × codes held)
 * @example
 * const demand = { id: "d1", requirements: [{ dimension: "title", kind: "soft" as const, values: ["associate-senior"] }] };
 * console.log(explain({ id: "t1", title: { grade: "intermediate" } }, demand).contributions[0]?.relation); // → one-step-short
 */
export function explain(talent: Talent, demand: Demand, criteria?: Criteria): Explanation {
  const settled = settleCriteria(criteria);
  const plan = compileDemand(demand, criteria);
  const score = scorePlanned(talent, plan, settled);
  const contributions: Contribution[] = plan.weighs
    ? plan.terms.map((term) => contributionOf(term, talent, plan.unknown, settled))
    : [
        {
          dimension: "none",
          weight: 1000,
          similarity: 1000,
          points: FULL_POINTS,
          low: FULL_POINTS,
          high: FULL_POINTS,
          asked: [],
          held: [],
          relation: "same",
        },
      ];
  const rules = plan.rules.map((rule): RuleVerdict => {
    const fact = readFact(talent, rule, settled);
    return {
      requirement: rule.requirement,
      kind: rule.kind,
      dimension: rule.dimension,
      ...(rule.dimension === "region" ? { basis: rule.basis } : {}),
      verdict: evaluateRule(rule, fact),
      asked: rule.asked,
      held: fact.complete || fact.codes.length > 0 ? fact.codes : undefined,
    };
  });
  const told = { ...score, demandId: demand.id, contributions, rules };
  return { ...told, sentence: sentences(told, settled.labels) };
}
