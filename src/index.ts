// guiyan (归雁): the core in one entry: registries read, talents scored, lists ranked. It runs in a browser.
// The rest has entries of its own: guiyan/model (schemas of foreign JSON), guiyan/chain (the maps), guiyan/outreach (whom to call),
// guiyan/report (workbooks), guiyan/node (files), guiyan/synth (synthetic counties); and each room of the core for those who want it alone.
export { defaultChains, fieldRelations, RELATION_CEILING } from "./chain/index.js";
export * from "./errors/index.js";
export {
  type Cell,
  CHAIN_STAGES,
  type Chain,
  type ChainSegment,
  type ChainStage,
  CORE_DIMENSIONS,
  type CoreDimension,
  DEMAND_STATUSES,
  type Demand,
  type DemandStatus,
  type Dimension,
  EVIDENCE_LEVELS,
  type EvidenceLevel,
  INTAKE_CHANNELS,
  type IntakeChannel,
  type Provenance,
  REGION_BASES,
  REQUIREMENT_KINDS,
  type RegionBasis,
  type Requirement,
  type RequirementKind,
  type Station,
  TALENT_CATEGORIES,
  type Table,
  type Talent,
  type TalentCategory,
  type TalentTitle,
} from "./model/index.js";
export * from "./numeric/index.js";
export {
  type CodeColumn,
  type CodeListColumn,
  createTalentIndex,
  type DemandMatch,
  type FallbackReason,
  type IndexRankOptions,
  type Match,
  type NearMiss,
  RANK_ENGINES,
  type RankEngine,
  type RankedWithNearMisses,
  type RankOptions,
  type RankStats,
  rank,
  type TalentColumns,
  TalentIndex,
  type TalentIndexOptions,
} from "./ranking/index.js";
export * from "./recommend/index.js";
export * from "./registry/index.js";
export { LANGS, type Lang, type RankedRow, type RankedRowsOptions, rankedRows, TIERS, type Tier } from "./report/index.js";
export * from "./scoring/index.js";
export * from "./taxonomy/index.js";
export * from "./text/index.js";
