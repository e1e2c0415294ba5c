// scoring/ (评分): exact integer points, compiled once for each demand, explained.
// criteria.ts        what applies where a demand is silent; compile-demand.ts  demand → ScorePlan (score-plan.ts)
// read-fact.ts, evaluate.ts, related-similarity.ts  the slow, obvious evaluation that every engine must equal
// score.ts           one talent against one demand
// explain.ts, explanation.ts, sentences.ts  contributions, verdicts, interval, words
export { checkTalent, SCORED_FACTS, talentFault } from "./check-talent.js";
export { compileDemand } from "./compile-demand.js";
export { type Criteria, type CustomDimension, type FieldRelation, type SettledCriteria, settleCriteria } from "./criteria.js";
export { evaluateRule, evaluateTerm, meanHalfUp, type TermValue } from "./evaluate.js";
export { explain } from "./explain.js";
export type { Contribution, Explanation, Relation, RuleVerdict } from "./explanation.js";
export { type Fact, readFact } from "./read-fact.js";
export { fieldCloseness } from "./related-similarity.js";
export { type Score, score, scoreFacts, scorePlanned } from "./score.js";
export { FULL_POINTS, type PlanRule, type PlanTerm, type ScorePlan, type Verdict } from "./score-plan.js";
