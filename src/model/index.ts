// model/ (数据模型): what the library calls a talent, a demand, a chain, a table.
// talent.ts, demand.ts, chain.ts  types; *-schema.ts  their zod schemas; parse-records.ts  checks of foreign JSON
// station.ts                      a recruiting workstation; table.ts  a sheet whose header is found; county-move.ts  who would only change employers
export { CHAIN_STAGES, type Chain, type ChainSegment, type ChainStage } from "./chain.js";
export { chainSchema } from "./chain-schema.js";
export { type CountyMove, countyMoves } from "./county-move.js";
export {
  CORE_DIMENSIONS,
  type CoreDimension,
  DEMAND_STATUSES,
  type Demand,
  type DemandStatus,
  type Dimension,
  REGION_BASES,
  REQUIREMENT_KINDS,
  type RegionBasis,
  type Requirement,
  type RequirementKind,
} from "./demand.js";
export { demandSchema } from "./demand-schema.js";
export { parseChain, parseDemand, parseTalent } from "./parse-records.js";
export type { Station } from "./station.js";
export type { Cell, Table } from "./table.js";
export {
  EVIDENCE_LEVELS,
  type EvidenceLevel,
  INTAKE_CHANNELS,
  type IntakeChannel,
  type Provenance,
  TALENT_CATEGORIES,
  type Talent,
  type TalentCategory,
  type TalentTitle,
} from "./talent.js";
export { talentSchema } from "./talent-schema.js";
