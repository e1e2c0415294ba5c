// taxonomy/ (代码体系): code trees and ladders, their data packs, and the readers of what offices write.
// taxonomy.ts, ladder.ts  the two contracts; region-tree.ts, field-tree.ts, proximity.ts  nearness from the code's form, no tables
// degrees.ts, titles.ts   the two ladders; title-series.ts, skill-grades.ts; resolve-degree.ts, resolve-title.ts   what offices write
// code-nodes.ts           the trees as nodes, for indexes; resolution.ts  what every resolve* returns
// regions.ts, resolve-region.ts, region-of-organization.ts, current-region.ts   places; industries.ts, resolve-industry.ts   trades
// employer-key.ts         one employer in many spellings
// fields.ts, undergraduate-majors.ts, field-of-major.ts, field-of-gbt13745.ts, resolve-field.ts, resolve-fields.ts   fields of study
// packs/                  the code tables, compact, loaded on first use; lookup.ts is the only import of fuse.js

export { codeLabel } from "./code-label.js";
export {
  ABROAD,
  ANY_FIELD,
  fieldNodes,
  fieldVerdictNodes,
  type NodeNearness,
  nearFieldNodes,
  nearRegionNodes,
  regionNodes,
  regionVerdictNodes,
  type VerdictNodes,
} from "./code-nodes.js";
export { currentRegion, currentRegions } from "./current-region.js";
export { DEGREE_LEVELS, type DegreeLevel, degrees } from "./degrees.js";
export { employerKey } from "./employer-key.js";
export { fieldAndBelow } from "./field-and-below.js";
export type { FieldSystem } from "./field-labels.js";
export { fieldOfGbt13745 } from "./field-of-gbt13745.js";
export { fieldOfMajor } from "./field-of-major.js";
export {
  canonicalField,
  type FieldLevel,
  fieldInside,
  fieldLevel,
  fieldParent,
  isFieldCode,
  isProfessionalDegree,
  sharedFieldLevel,
} from "./field-tree.js";
export { fields } from "./fields.js";
export { fullRegionName } from "./full-region-name.js";
export { industries } from "./industries.js";
export { industryFrom2011, isReusedIndustryCode } from "./industry-2011.js";
export {
  INDUSTRY_NEARNESS,
  type IndustryLevel,
  type IndustryNearness,
  industryChain,
  industryInside,
  industryLevel,
  industryParent,
  industrySection,
  industrySimilarity,
  isIndustryCode,
} from "./industry-tree.js";
export type { Ladder } from "./ladder.js";
export type { AcademicDegree, DegreeRefusal, StudyCompletion, StudyMode } from "./packs/degree-word-pack.js";
export {
  FIELD_NEARNESS,
  type FieldNearness,
  fieldSimilarity,
  REGION_NEARNESS,
  type RegionNearness,
  regionSimilarity,
} from "./proximity.js";
export type { FieldCodeSystem } from "./read-field-code.js";
export type { TitleValue } from "./read-title.js";
export { regionOfOrganization } from "./region-of-organization.js";
export {
  CHINA,
  isRegionCode,
  type RegionLevel,
  regionChain,
  regionInside,
  regionLevel,
  regionParent,
  sharedRegionLevel,
} from "./region-tree.js";
export { regions } from "./regions.js";
export type { Ambiguous, Candidate, Resolution, ResolutionVia, Resolved, Unresolved } from "./resolution.js";
export { type DegreeFacts, type DegreeResolution, type ResolveDegreeOptions, resolveDegree } from "./resolve-degree.js";
export { type FieldExtra, type ResolveFieldOptions, resolveField } from "./resolve-field.js";
export { type FieldsReading, resolveFields } from "./resolve-fields.js";
export { type ResolveIndustryOptions, resolveIndustry } from "./resolve-industry.js";
export { type ResolveRegionOptions, resolveRegion } from "./resolve-region.js";
export { type ResolveTitleOptions, resolveTitle, type TitleResolution } from "./resolve-title.js";
export { SKILL_GRADES, type SkillGrade, skillGradeOfQualification, skillGrades } from "./skill-grades.js";
export type { Taxonomy, TaxonomyNode } from "./taxonomy.js";
export { type TitleMention, titleMentions } from "./title-mentions.js";
export { mayNameTitle } from "./title-names.js";
export type { TitleRefusal } from "./title-refusal.js";
export { type SeriesTitle, type TitleSeries, titleSeries } from "./title-series.js";
export { TITLE_GRADES, type TitleGrade, titles } from "./titles.js";
export { majorMarks, undergraduateMajors } from "./undergraduate-majors.js";
