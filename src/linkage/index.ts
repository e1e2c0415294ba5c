// linkage/ (人员关联): who of several lists is one person, why, and back again.
// link-records.ts the way in; linkage.ts the result, kept as records change; fuse-records.ts one record of several; verify-clusters.ts the check
// compare-*.ts how each fact is compared; infer-comparisons.ts which facts records tell; comparison.ts the contract of one's own
// train-model.ts, estimate-parameters.ts what agreements are worth; choose-blocks.ts, block-table.ts who is compared with whom
// pair-scorer.ts the evidence of a pair; link-graph.ts, cluster-records.ts who is one person; ledger.ts what was and when; review-queue.ts what to look at

export type { BlockingAccount, BlockingRuleAccount } from "./blocking-account.js";
export { clusterRecords, type PairWeight } from "./cluster-records.js";
export { type BirthDateOptions, birthDateComparison } from "./compare-birth-dates.js";
export { categoryComparison } from "./compare-categories.js";
export { type CodesOptions, codesComparison } from "./compare-codes.js";
export { type DegreeOptions, degreeComparison } from "./compare-degrees.js";
export { emailComparison } from "./compare-emails.js";
export { type EmployerOptions, employerComparison } from "./compare-employers.js";
export { givenNameComparison, type PersonNameOptions } from "./compare-given-names.js";
export { houseNumberComparison } from "./compare-house-numbers.js";
export { identifierComparison } from "./compare-identifiers.js";
export { type NameOptions, nameComparison } from "./compare-names.js";
export { phoneComparison } from "./compare-phones.js";
export { type PostcodeOptions, postcodeComparison } from "./compare-postcodes.js";
export { regionComparison } from "./compare-regions.js";
export { schoolComparison } from "./compare-schools.js";
export { type SurnameOptions, surnameComparison } from "./compare-surnames.js";
export { type TextOptions, textComparison } from "./compare-texts.js";
export { type TitleOptions, titleComparison } from "./compare-titles.js";
export type { Comparison } from "./comparison.js";
export type { Entity } from "./entity-book.js";
export {
  type EstimatedParameters,
  type EstimateParametersOptions,
  estimateParameters,
  type LevelPattern,
  type LevelProbabilities,
} from "./estimate-parameters.js";
export { type FusedFact, type Fusion, type FusionOptions, fuseRecords } from "./fuse-records.js";
export { comparisonsOf, type InferredComparisons } from "./infer-comparisons.js";
export type { EntityMembers, LedgerEntry, LedgerKind, Merge } from "./ledger.js";
export type { Verdict } from "./link-graph.js";
export {
  bitsOf,
  type LinkModel,
  type ModelBlock,
  type ModelComparison,
  type ModelEstimation,
  type ModelLevel,
  probabilityOf,
  type TermCount,
} from "./link-model.js";
export type { BlockingRule, LinkOptions, LinkThreshold } from "./link-options.js";
export { linkRecords, linkRecordsInSteps, type StepwiseLinkOptions } from "./link-records.js";
export { type ChangeOptions, Linkage, type LinkageChange, type PairExplanation } from "./linkage.js";
export type { LinkedPair } from "./list-pairs.js";
export type { EvidenceStep } from "./pair-scorer.js";
export type { LinkableRecord } from "./record-base.js";
export type { ReviewItem, ReviewKind } from "./review-queue.js";
export { type ClusterFault, type ClusterProblem, verifyClusters } from "./verify-clusters.js";
