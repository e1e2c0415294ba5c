// report/ (报告): results laid out for readers of a tier.
// build-ranked-workbook.ts  the recruitment workbook; account-sheets.ts, chain-totals.ts, callback-sheet.ts, registry-quality-sheet.ts  its parts
// linkage-sheets.ts         linked lists as a workbook; people-, merged-, review-, conflict-, link-model-sheet.ts, told-records.ts  its parts
// map-text.ts               a talent map in words; ranked-rows.ts            ranked lists as flat rows for the console
// tier.ts                   who may see what; wording.ts, linkage-wording.ts, evidence-text.ts  names and signs in zh and en; workbook-model.ts  what is written
export type { ReadAccount } from "./account-sheets.js";
export { buildRankedWorkbook, type RankedWorkbookOptions } from "./build-ranked-workbook.js";
export { type EvidenceTextOptions, evidenceText } from "./evidence-text.js";
export { buildLinkageWorkbook, type LinkageWorkbookOptions } from "./linkage-sheets.js";
export { reviewKindName } from "./linkage-wording.js";
export { type MapTextOptions, mapText } from "./map-text.js";
export { type RankedRow, type RankedRowsOptions, rankedRows } from "./ranked-rows.js";
export { SMALLEST_PUBLIC_COUNT, TIERS, type Tier } from "./tier.js";
export type { RecordOrigin } from "./told-records.js";
export { LANGS, type Lang, memberName, severityName } from "./wording.js";
export type { SheetModel, WorkbookModel } from "./workbook-model.js";
