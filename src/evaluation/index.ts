// evaluation/ (评测): how good a list is, for how sure, and whether it is fair.
// metrics               precision.ts … rank-biased-precision.ts one list against its judgements; evaluate-ranking.ts all queries of a run
// significance          paired-bootstrap.ts, permutation-test.ts  is one arm better than the other, or lucky
// rank agreement        kendall-tau.ts, spearman-rho.ts, rbo-ext.ts; reciprocal-rank-fusion.ts several lists made one
// audits and fair re-ranking    impact-ratio.ts, scoring-impact-ratio.ts; ndkl.ts, skew-at-k.ts, infeasible-index.ts; det-const-sort.ts
// calibration and learnt weights    calibrate.ts by platt-calibration.ts or isotonic-calibration.ts, success-probability.ts; learn-weights.ts
export { averagePrecision } from "./average-precision.js";
export { type BprefOptions, bpref } from "./bpref.js";
export { brierScore } from "./brier-score.js";
export { type CalibrateOptions, calibrate } from "./calibrate.js";
export type {
  Calibrated,
  CalibrationFigures,
  CalibrationOptions,
  CalibrationResult,
  InsufficientCalibration,
  PointsOutcome,
} from "./calibration-method.js";
export { dcg } from "./dcg.js";
export { dcgExponential } from "./dcg-exponential.js";
export type { DesiredShares, Grouped } from "./desired-shares.js";
export { type DetConstSortOptions, detConstSort, type FairnessOfList, type FairRanking, type ScoredMember } from "./det-const-sort.js";
export { type EvaluateRankingOptions, evaluateRanking, type RankingData, type RankingEvaluation } from "./evaluate-ranking.js";
export { type CalibrationErrorOptions, expectedCalibrationError } from "./expected-calibration-error.js";
export { type ExpectedReciprocalRankOptions, expectedReciprocalRank } from "./expected-reciprocal-rank.js";
export { type FMeasureOptions, fMeasure } from "./f-measure.js";
export type { Forecast } from "./forecast.js";
export { hitRate } from "./hit-rate.js";
export { hits } from "./hits.js";
export {
  type GroupCount,
  type GroupImpact,
  type ImpactRatio,
  type ImpactRatioOptions,
  impactRatio,
  type ThresholdMark,
} from "./impact-ratio.js";
export { infeasibleIndex } from "./infeasible-index.js";
export { type InterpolatedPrecisionOptions, interpolatedPrecision } from "./interpolated-precision.js";
export { isotonicCalibration } from "./isotonic-calibration.js";
export type { BinaryMetricOptions, GradedMetricOptions, Judgements, RankingMetric, UnjudgedPolicy } from "./judged-list.js";
export { kendallTau } from "./kendall-tau.js";
export type { Keyed } from "./keyed-values.js";
export {
  type LearntWeight,
  type LearntWeights,
  type LearnWeightsOptions,
  learnWeights,
  PRIOR_STRENGTHS,
  type PriorKept,
  type WeightOutcome,
} from "./learn-weights.js";
export { ndcg } from "./ndcg.js";
export { ndcgExponential } from "./ndcg-exponential.js";
export { ndkl } from "./ndkl.js";
export type { QueryRun, TieOrder } from "./order-run.js";
export { type PairedBootstrap, type PairedBootstrapOptions, pairedBootstrap } from "./paired-bootstrap.js";
export type { ArmValues } from "./paired-differences.js";
export { type PermutationTest, type PermutationTestOptions, permutationTest } from "./permutation-test.js";
export { plattCalibration } from "./platt-calibration.js";
export { precision } from "./precision.js";
export { type RPrecisionOptions, rPrecision } from "./r-precision.js";
export { type RankBiasedPrecisionOptions, rankBiasedPrecision } from "./rank-biased-precision.js";
export { rankBiasedPrecisionResidual } from "./rank-biased-precision-residual.js";
export { type RboExtOptions, rboExt } from "./rbo-ext.js";
export { recall } from "./recall.js";
export { reciprocalRank } from "./reciprocal-rank.js";
export { type FusedItem, type ReciprocalRankFusionOptions, reciprocalRankFusion } from "./reciprocal-rank-fusion.js";
export { type GroupScores, type ScoringImpactRatio, scoringImpactRatio } from "./scoring-impact-ratio.js";
export { type GroupSkew, skewAtK } from "./skew-at-k.js";
export { spearmanRho } from "./spearman-rho.js";
export {
  type CalibrationCurve,
  type IsotonicCurve,
  type IsotonicKnot,
  type PlattCurve,
  successProbability,
} from "./success-probability.js";
export { type TrecMeasures, trecMeasures } from "./trec-measures.js";
export { type UnjudgedShareOptions, unjudgedShare } from "./unjudged-share.js";
