// explain/ (解释): why somebody stands where they stand, and what would change it; all of it from the trace of a score, verified by scoring anew.
// waterfall.ts, contrast.ts (contrast-sentence.ts)  points as steps; two talents side by side; letter-to.ts, letter-wording.ts  a letter to the person
// counterfactual.ts, counterfactual-sentence.ts  the least change: fact-options.ts, possible-codes.ts, least-fact-change.ts; nearest-weights.ts, least-weight-change.ts
// stability.ts, acceptability.ts  how far a list hangs on the weights: weight-ranking.ts, with-weights.ts, draw-weights.ts
// registry.ts  among whom one is ranked; check-explanation.ts, limit-fault.ts  guards; wording.ts, plain-text.ts  words
export { type Acceptability, type AcceptabilityOptions, acceptability, type TalentAcceptability } from "./acceptability.js";
export {
  type Contrast,
  type ContrastOptions,
  type ContrastReason,
  type ContrastSide,
  contrast,
  type DimensionContrast,
  type RequirementContrast,
  type RuleContrast,
} from "./contrast.js";
export {
  type AlreadyIn,
  counterfactual,
  type FactCounterfactual,
  type FactCounterfactualOptions,
  type Unreachable,
  type WeightCounterfactual,
  type WeightCounterfactualOptions,
} from "./counterfactual.js";
export type { FactChange, ScoredFact } from "./fact-options.js";
export type { FactImpossibility } from "./least-fact-change.js";
export type { WeightChange, WeightImpossibility } from "./least-weight-change.js";
export { type LetterOptions, letterTo } from "./letter-to.js";
export type { Place, Registry, Standing } from "./registry.js";
export {
  type ListChange,
  type Stability,
  type StabilityOptions,
  stability,
  type WeightInterval,
  type WeightStability,
} from "./stability.js";
export { type WaterfallOptions, type WaterfallStep, waterfall } from "./waterfall.js";
export type { Sentence } from "./wording.js";
