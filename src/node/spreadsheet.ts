import { basename } from "node:path";
import { checkAborted, type Issue } from "../errors/index.js";
import type { Cell } from "../model/index.js";
import type { MergedArea } from "../registry/index.js";
import type { WorkbookModel } from "../report/index.js";
import { CellFaults, soundText } from "./cell-faults.js";
import type { CheckedArchive } from "./check-archive.js";
import { fileFault } from "./file-fault.js";
import type { ReadLimits } from "./read-limits.js";

/** One sheet as cells (工作表单元格). */
export interface SheetCells {
  readonly name: string;
  /** File and sheet, as issues show it. */
  readonly table: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly MergedArea[];
  readonly hidden: boolean;
  readonly issues: readonly Issue[];
}

/** Name of a sheet's table, the file without its folders. */
export function sheetTable(path: string, sheet: string): string {
  return `${basename(path)}#${sheet}`;
}

/** Milliseconds of a day. */
const DAY = 86_400_000;
/** 1899-12-30, day zero of spreadsheets, and the first day after 9999-12-31. */
const FIRST_DATE = Date.UTC(1899, 11, 30);
const END_OF_DATES = Date.UTC(10_000, 0, 1);

/** A date cell as ISO text, or nothing where no such date can be written; a time of day is kept only where there is one. */
function dateText(date: Date): string | undefined {
  const time = date.getTime();
  if (!(time >= FIRST_DATE && time < END_OF_DATES)) return undefined;
  const text = date.toISOString();
  return time % DAY === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

type RawCell = string | number | boolean | Date | null | undefined;

/** A cell as the library's tables hold it; texts past the limit are cut. */
function toCell(value: RawCell, limits: ReadLimits, faults: CellFaults, row: number, column: number): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) {
    const text = dateText(value);
    if (text === undefined) faults.tell("date", row, column);
    return text ?? null;
  }
  if (typeof value === "number") {
    if (Math.abs(value) >= 1e15) faults.tell("digits", row, column);
    // A negative zero has no meaning in a sheet.
    return Number.isFinite(value) ? value + 0 : null;
  }
  if (typeof value !== "string") return value;
  return soundText(value, limits.cellLength, faults, row, column);
}

/** A row up to its last filled cell: a format that runs to column XFD is no content. */
function toRow(values: readonly RawCell[], limits: ReadLimits, faults: CellFaults, row: number): Cell[] {
  let width = values.length;
  while (width > 0 && (values[width - 1] === null || values[width - 1] === undefined || values[width - 1] === "")) width--;
  return Array.from({ length: width }, (_, column) => toCell(values[column], limits, faults, row, column));
}

/** The error of a reading that hucre gave up. */
function readFault(path: string, cause: unknown): Error {
  // Its only ceiling that the archive's check does not forestall: twenty million cells, blanks between two far corners included.
  if (cause instanceof Error && /over the \d+ limit/.test(cause.message))
    return fileFault("limit-exceeded", path, "expected sheets of at most 20000000 cells from corner to corner", cause);
  return fileFault("adapter-damaged-file", path, "expected a readable .xlsx workbook", cause);
}

function checkWidth(path: string, width: number, limits: ReadLimits): void {
  if (width > limits.columns)
    throw fileFault("limit-exceeded", path, `expected at most ${limits.columns} columns (limits.columns), found ${width}`);
}

/** The issue of a sheet that is a chart or holds macros. */
function celllessIssue(path: string, sheet: string): Issue {
  return {
    code: "sheet-skipped",
    severity: "info",
    message: "a chart or macro sheet without cells",
    messageZh: "图表或宏工作表，不含单元格",
    source: { table: sheetTable(path, sheet) },
  };
}

/**
 * Reads every sheet of a checked .xlsx archive (读取工作簿). This file is the library's only use of hucre.
 * @returns the sheets with cells; `issues` tells of the others
 * @throws GuiyanError `adapter-damaged-file`, `limit-exceeded`
 */
export async function readSpreadsheet(
  path: string,
  bytes: Uint8Array,
  { sheets: listed }: CheckedArchive,
  limits: ReadLimits,
): Promise<{ sheets: SheetCells[]; issues: Issue[] }> {
  const { readXlsx } = await import("hucre/xlsx");
  const issues: Issue[] = [];
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(bytes, {
      sheets: ({ name, index }) => {
        const cellless = listed[index]?.cellless === true;
        if (cellless) issues.push(celllessIssue(path, name));
        return !cellless;
      },
    });
  } catch (cause) {
    throw readFault(path, cause);
  }
  const sheets = workbook.sheets.map((sheet): SheetCells => {
    if (sheet.rows.length > limits.rows)
      throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} rows a sheet (limits.rows)`);
    const table = sheetTable(path, sheet.name);
    const faults = new CellFaults(table);
    const rows = sheet.rows.map((row, i) => toRow(row, limits, faults, i + 1));
    checkWidth(
      path,
      rows.reduce((widest, row) => Math.max(widest, row.length), 0),
      limits,
    );
    return {
      name: sheet.name,
      table,
      rows,
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        row: startRow,
        column: startCol,
        rows: endRow - startRow + 1,
        columns: endCol - startCol + 1,
      })),
      hidden: sheet.hidden === true || sheet.veryHidden === true,
      issues: faults.take(),
    };
  });
  return { sheets, issues };
}

/** Names of the sheets with cells of a checked archive, no sheet being parsed. @throws GuiyanError `adapter-damaged-file` */
export async function listSheets(path: string, bytes: Uint8Array, { sheets }: CheckedArchive): Promise<string[]> {
  if (sheets.length > 0) return sheets.filter(({ cellless }) => !cellless).map(({ name }) => name);
  // hucre takes in all shared texts before it can name a sheet: the last resort.
  const { readXlsx } = await import("hucre/xlsx");
  const names: string[] = [];
  try {
    await readXlsx(bytes, {
      sheets: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch (cause) {
    throw readFault(path, cause);
  }
  return names;
}

/**
 * Streams the rows of one sheet of a checked .xlsx archive (流式读取工作表), blank rows included so that numbers stay right.
 * @throws GuiyanError `adapter-damaged-file`, `limit-exceeded`, `aborted`
 */
export async function* streamSpreadsheet(
  path: string,
  bytes: Uint8Array,
  sheet: string,
  limits: ReadLimits,
  faults: CellFaults,
  signal?: AbortSignal,
): AsyncGenerator<Cell[][]> {
  const { streamXlsxRows } = await import("hucre/xlsx");
  const source = streamXlsxRows(bytes, { sheet });
  let next = 0;
  try {
    for (;;) {
      checkAborted("streamTable", signal);
      const step = await source.next().catch((cause: unknown) => {
        throw readFault(path, cause);
      });
      if (step.done) return;
      const { index, values } = step.value;
      if (index >= limits.rows) throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} rows a sheet (limits.rows)`);
      const rows: Cell[][] = [];
      for (; next < index; next++) rows.push([]);
      next = index + 1;
      const row = toRow(values, limits, faults, next);
      checkWidth(path, row.length, limits);
      rows.push(row);
      yield rows;
    }
  } finally {
    await source.return(undefined);
  }
}

/** Signs that XML cannot hold: controls, noncharacters, lone surrogates. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** Longest text of a cell in Excel. */
const LONGEST_CELL = 32_767;

function writable(cell: Cell): Cell {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== "string") return cell;
  const text = cell.replace(UNWRITABLE, "");
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
}

/** Labels stand out from the rows: bold on a pale ground. */
const HEADER_STYLE = { font: { bold: true }, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DCE6F1" } } } as const;

/** Sheet names as Excel takes them: at most 31 characters, none of \ / ? * [ ] :, each once. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const bare =
      name
        .replace(UNWRITABLE, "")
        .replace(/[\\/?*[\]:]/g, "_")
        .replace(/^'+|'+$/g, "")
        .trim() || "Sheet";
    let made = [...bare].slice(0, 31).join("").slice(0, 31);
    for (let n = 2; taken.has(made.toLowerCase()); n++) made = `${bare.slice(0, 31 - String(n).length - 1)}~${n}`;
    taken.add(made.toLowerCase());
    return made;
  });
}

/**
 * Encodes a workbook as .xlsx (生成工作簿): texts as texts, never formulas; the same model gives the same bytes.
 * @throws GuiyanError `limit-exceeded` for more than 1 048 575 rows a sheet
 * @complexity O(cells)
 */
export async function encodeWorkbook({ sheets }: WorkbookModel): Promise<Uint8Array> {
  const { rangeRef, writeXlsx } = await import("hucre/xlsx");
  const names = sheetNames(sheets.map(({ name }) => name));
  for (const { rows } of sheets) {
    if (rows.length > 1_048_575)
      throw fileFault("limit-exceeded", "workbook", `expected at most 1048575 rows a sheet, received ${rows.length}`);
  }
  const epoch = new Date(0);
  return writeXlsx({
    properties: { created: epoch, modified: epoch },
    sheets: sheets.map(({ header, rows, columnWidths, freezeHeader, numberFormats }, i) => ({
      name: names[i] ?? `Sheet${i + 1}`,
      columns: header.map((_, column) => ({
        ...(columnWidths?.[column] === undefined ? {} : { width: columnWidths[column] }),
        ...(numberFormats?.[column] === undefined ? {} : { numFmt: numberFormats[column] }),
      })),
      rows: [header.map(writable), ...rows.map((row) => row.map(writable))],
      cells: new Map(header.map((_, column) => [`0,${column}`, { style: HEADER_STYLE }])),
      ...(freezeHeader === true && header.length > 0
        ? { freezePane: { rows: 1 }, autoFilter: { range: rangeRef(0, 0, rows.length, header.length - 1) } }
        : {}),
    })),
  });
}
