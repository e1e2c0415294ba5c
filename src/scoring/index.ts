// scoring/ (评分): exact integer points, compiled once for each demand, explained.
// criteria.ts        what applies where a demand is silent; compile-demand.ts  demand → ScorePlan (score-plan.ts)
// read-fact.ts, evaluate.ts, related-similarity.ts  the slow, obvious evaluation that every engine must equal
// score.ts           one talent against one demand
// explain.ts, explanation.ts, sentences.ts, wording.ts  contributions, verdicts, interval, words
// ahp-weights.ts, entropy-weights.ts, critic-weights.ts, blend-weights.ts  weights of dimensions (weighting.ts); topsis.ts
export { type AhpWeighting, ahpWeights } from "./ahp-weights.js";
export { type BlendOptions, blendWeights } from "./blend-weights.js";
export { checkTalent, SCORED_FACTS, talentFault } from "./check-talent.js";
export { compileDemand } from "./compile-demand.js";
export { type Consistency, type ConsistencyOptions, consistencyOf, type JudgementChange } from "./consistency-of.js";
export { type Criteria, type CustomDimension, type FieldRelation, type SettledCriteria, settleCriteria } from "./criteria.js";
export { type CriticOptions, type CriticWeighting, criticWeights } from "./critic-weights.js";
export type { DecisionMatrix } from "./decision-matrix.js";
export { type EntropyWeighting, entropyWeights } from "./entropy-weights.js";
export { evaluateRule, evaluateTerm, meanHalfUp, type TermValue } from "./evaluate.js";
export { explain } from "./explain.js";
export type { Contribution, Explanation, Relation, RuleVerdict } from "./explanation.js";
export type { JudgementMatrix, Judgements, PairwiseComparison } from "./judgement-matrix.js";
export type { RandomIndexTable } from "./random-index.js";
export { type Fact, readFact } from "./read-fact.js";
export { fieldCloseness } from "./related-similarity.js";
export { type Score, score, scoreFacts, scorePlanned } from "./score.js";
export { FULL_POINTS, type PlanRule, type PlanTerm, type ScorePlan, type Verdict } from "./score-plan.js";
export { type TopsisMode, type TopsisOptions, topsis } from "./topsis.js";
export type { Weighting } from "./weighting.js";
export { codeName, codeNames, dimensionName, markText, NO_SOFT_REQUIREMENT, relationName, ruleKindName } from "./wording.js";
