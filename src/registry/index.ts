// registry/ (登记): raw table → records and issues, every row accounted for.
// table-from-grid.ts, map-headers.ts  where the header is, what each column is and why; header-vocabulary.ts  the naming rules
// read-talents.ts, read-demands.ts    rows → records; sheet-rows.ts, record-ids.ts, issue-log.ts  what both share
// read-requirements.ts, parse-requirements.ts, parse-profile.ts  requirement phrases and résumé sentences
// registry-quality.ts, suspected-duplicates.ts  how far a registry can be trusted; diff-rounds.ts  what two surveys changed
// read-*.ts  cells: pay, ranges, identity numbers; check-identifiers.ts; summarise-quality.ts  how complete the records are

export { type DemandChange, type DemandPair, type DiffRoundsOptions, diffRounds, type RoundDiff } from "./diff-rounds.js";
export type { HeaderField, SheetEntity } from "./header-vocabulary.js";
export { IssueLog, type IssueWords } from "./issue-log.js";
export { type ColumnMapping, type HeaderMapping, type MapHeadersOptions, mapHeaders, recogniseEntity } from "./map-headers.js";
export { parseProfile } from "./parse-profile.js";
export { parseRequirements } from "./parse-requirements.js";
export { type CreditCodeFault, type CreditCodeReading, readCreditCode } from "./read-credit-code.js";
export { createDemandReader, type DemandReader, type DemandReading, type ReadDemandsOptions, readDemands } from "./read-demands.js";
export type { Profile } from "./read-profile.js";
export { type Range, readCompanySize, readExperience, readHeadcount } from "./read-ranges.js";
export { type ReadRequirementsOptions, type RequirementReading, readRequirements } from "./read-requirements.js";
export { type ResidentIdFault, type ResidentIdReading, readResidentId } from "./read-resident-id.js";
export { monthlyPay, readSalary, type Salary } from "./read-salary.js";
export { createTalentReader, type ReadTalentsOptions, readTalents, type TalentReader, type TalentReading } from "./read-talents.js";
export {
  QUALITY_MEASURES,
  type QualityCell,
  type QualityKey,
  type QualityMeasure,
  type RegistryQuality,
  type RegistryQualityOptions,
  registryQuality,
  type WorstCell,
} from "./registry-quality.js";
export type { RequirementNote, RequirementStyle } from "./requirement-clauses.js";
export type { ReadCounts, Reading, ReadSheetOptions } from "./sheet-rows.js";
export { type DataQuality, type MemberQuality, summariseQuality } from "./summarise-quality.js";
export { suspectedDuplicates } from "./suspected-duplicates.js";
export { type Grid, type GridReading, type MergedArea, tableFromGrid } from "./table-from-grid.js";
