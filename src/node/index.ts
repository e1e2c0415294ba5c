// node/ (文件): spreadsheet files in and out; the only room besides cli/ that touches the machine.
// read-table.ts, stream-table.ts   a file → tables; check-archive.ts, read-limits.ts  guards before anything is used
// decode-text.ts, stream-csv.ts    encodings and .csv; spreadsheet.ts  the only import of hucre; cell-faults.ts  what is wrong with a cell
// stream-json.ts, record-rows.ts   .json and .ndjson records as rows
// write-workbook.ts, write-folder.ts  whole or not at all
// build-talent-index.ts, cell-worker.ts  an index built on several threads
// hash-file.ts, open-file.ts, file-fault.ts
export { type BuildTalentIndexOptions, buildTalentIndex } from "./build-talent-index.js";
export { hashFile } from "./hash-file.js";
export type { ReadLimits } from "./read-limits.js";
export { type ReadTableOptions, readTable, type TableFile } from "./read-table.js";
export { encodeWorkbook } from "./spreadsheet.js";
export { type StreamTableOptions, streamTable, type TableBatch } from "./stream-table.js";
export { type OutputFile, type WriteOptions, writeBeside, writeFolder } from "./write-folder.js";
export { writeWorkbook } from "./write-workbook.js";
