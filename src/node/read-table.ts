import { basename } from "node:path";
import { checkAborted, checkOptions, type Issue } from "../errors/index.js";
import type { Cell, Table } from "../model/index.js";
import { type GridReading, tableFromGrid } from "../registry/index.js";
import { CellFaults, tellRagged } from "./cell-faults.js";
import { checkArchive } from "./check-archive.js";
import { detectEncoding, replacementIssue } from "./decode-text.js";
import { fileFault } from "./file-fault.js";
import { type FileKind, probeFile, readBytes, readChunks } from "./open-file.js";
import { type ReadLimits, settleLimits } from "./read-limits.js";
import { readSpreadsheet } from "./spreadsheet.js";
import { streamCsv } from "./stream-csv.js";
import { streamJson } from "./stream-json.js";

/** Options of {@link readTable}. */
export interface ReadTableOptions {
  /** Read this sheet only, by name or 0-based place. Default: all sheets. */
  readonly sheet?: string | number;
  readonly limits?: Partial<ReadLimits>;
  readonly signal?: AbortSignal;
  /** Told the share done in 0..1. */
  readonly onProgress?: (done: number) => void;
}

/** A file as a table: its first sheet with rows, and all its sheets. */
export type TableFile = Table & { readonly sheets: readonly Table[]; readonly issues: readonly Issue[] };

/** Whether anything stands in a table: rows, or a header; one lone line of text is no header. */
export function isTable({ header, rows }: Table, kind: FileKind): boolean {
  return rows.length > 0 || header.filter((label) => label !== "").length >= (kind === "xlsx" ? 1 : 2);
}

async function readCsvGrid(
  path: string,
  size: number,
  limits: ReadLimits,
  { signal, onProgress }: ReadTableOptions,
): Promise<GridReading[]> {
  const name = basename(path);
  const encoding = await detectEncoding(() => readChunks(path, signal));
  const rows: Cell[][] = [];
  // A row is about a hundred bytes: near enough for a progress line.
  const expected = Math.max(1, size / 100);
  const faults = new CellFaults(name);
  for await (const batch of streamCsv(path, encoding, limits, faults, signal)) {
    for (const row of batch) rows.push(row);
    onProgress?.(Math.min(0.99, rows.length / expected));
  }
  const { table, issues } = tableFromGrid({ name, rows });
  tellRagged(table.rows, table.rowNumbers ?? [], rows[rows.length - table.rows.length - 1]?.length ?? 0, faults);
  return [{ table, issues: [...(encoding.lossy ? [replacementIssue(name)] : []), ...issues, ...faults.take()] }];
}

async function readRecordGrid(
  path: string,
  kind: "json" | "ndjson",
  limits: ReadLimits,
  { signal }: ReadTableOptions,
): Promise<GridReading[]> {
  const name = basename(path);
  const encoding = await detectEncoding(() => readChunks(path, signal));
  const faults = new CellFaults(name);
  const rows: Cell[][] = [];
  const rowNumbers: number[] = [];
  let header: readonly string[] = [];
  for await (const batch of streamJson(path, kind, encoding, limits, faults, signal)) {
    for (const row of batch.rows) rows.push(row);
    for (const number of batch.rowNumbers) rowNumbers.push(number);
    header = batch.header;
  }
  const issues = [...(encoding.lossy ? [replacementIssue(name)] : []), ...faults.take()];
  return [{ table: { name, header, rows, rowNumbers }, issues }];
}

async function readWorkbookGrids(
  path: string,
  limits: ReadLimits,
  { sheet, signal, onProgress }: ReadTableOptions,
): Promise<GridReading[]> {
  const bytes = await readBytes(path);
  const archive = await checkArchive(path, bytes, limits, signal);
  onProgress?.(0.3);
  const { sheets, issues } = await readSpreadsheet(path, bytes, archive, limits);
  checkAborted("readTable", signal);
  const wanted = sheets.filter(({ name }, i) => sheet === undefined || name === sheet || i === sheet);
  if (wanted.length === 0) throw fileFault("invalid-option", path, `expected an existing sheet, it has ${sheets.length}`);
  return wanted.map(({ table, rows, merges, hidden, issues: faults }, i) => {
    const read = tableFromGrid({ name: table, rows, merges });
    const grid = { ...read, issues: [...(i === 0 ? issues : []), ...read.issues, ...faults] };
    if (!hidden) return grid;
    const told: Issue = {
      code: "sheet-hidden",
      severity: "info",
      message: "a hidden sheet; read like the others",
      messageZh: "隐藏的工作表，已照常读取",
      source: { table },
    };
    return { ...grid, issues: [told, ...grid.issues] };
  });
}

/**
 * Reads a spreadsheet file (读取表格文件): .xlsx (all sheets) or .csv (UTF-8, GB18030, UTF-16 with mark), by content, not by name; and records in
 * JSON by the name's ending: .json (a list of objects, or an object that holds one), .ndjson or .jsonl (an object a line).
 *
 * Of records the header is every key in order of first sight, `rowNumbers` are places in the list or lines; a key that stands twice in one object
 * has its last value. A list of plain values is one cell joined by 、, deeper values and lines that are no object are told.
 * The result is the first sheet with rows, else the first with a header; `sheets` holds all of them, and `readTalents` and `readDemands` read all. Archives are checked
 * before anything is inflated for use.
 * @throws GuiyanError `adapter-missing-file`, `adapter-read-failed`, `adapter-unsupported-format`, `adapter-damaged-file`, `empty-table`,
 *   `limit-exceeded`, `invalid-option`, `unknown-option`, `aborted`
 * @complexity O(bytes); the whole file is held, see {@link streamTable} for large ones
 */
export async function readTable(path: string, options: ReadTableOptions = {}): Promise<TableFile> {
  checkOptions("readTable", options, ["sheet", "limits", "signal", "onProgress"]);
  checkAborted("readTable", options.signal);
  const limits = settleLimits(options.limits);
  const { kind, size } = await probeFile(path, limits);
  const grids =
    kind === "xlsx"
      ? await readWorkbookGrids(path, limits, options)
      : kind === "csv"
        ? await readCsvGrid(path, size, limits, options)
        : await readRecordGrid(path, kind, limits, options);
  const sheets = grids.map(({ table }) => table);
  const first = sheets.find(({ rows }) => rows.length > 0) ?? sheets.find((table) => isTable(table, kind));
  if (first === undefined) throw fileFault("empty-table", path, "expected a header and rows, every sheet is empty");
  options.onProgress?.(1);
  return { ...first, sheets: [first, ...sheets.filter((table) => table !== first)], issues: grids.flatMap(({ issues }) => issues) };
}
