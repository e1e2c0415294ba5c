// synth/ (合成数据): counties of any size that never were, with the truth of every row.
// synthesise-county.ts, stream-talents.ts  what users call
// synthetic-*.ts   one person, one demand, each from its own sub-stream (sub-stream.ts, draw.ts); packs/ what they are drawn from
// talent-sheets.ts, talent-row.ts, demand-sheets.ts, sheet.ts  the offices' lists
// dirt.ts, spelling.ts  what goes wrong in them, by name and rate
export type { DemandRowTruth } from "./demand-sheets.js";
export { DIRT_RATES, type DirtName } from "./dirt.js";
export { type MapTruth, type PlantedCounty, type PlantedCountyOptions, plantedCounty } from "./planted-county.js";
export type { SheetFillerTruth } from "./sheet.js";
export { type StreamTalentsOptions, streamTalents } from "./stream-talents.js";
export { type CountyTruth, type SynthesiseCountyOptions, type SyntheticCounty, synthesiseCounty } from "./synthesise-county.js";
export { PHONE_PREFIXES, UNTOLD } from "./synthetic-talent.js";
export type { TalentRowTruth } from "./talent-row.js";
