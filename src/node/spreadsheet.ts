import { checkAborted } from "../errors/index.js";
import type { Cell } from "../model/index.js";
import type { MergedArea } from "../registry/index.js";
import type { WorkbookModel } from "../report/index.js";
import { fileFault } from "./file-fault.js";
import type { ReadLimits } from "./read-limits.js";

/** One sheet as cells (工作表单元格). */
export interface SheetCells {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly MergedArea[];
  readonly hidden: boolean;
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

/** A date cell as ISO text; a time of day is kept only where there is one. An impossible serial stays a number for the reader to doubt. */
function dateText(date: Date): string | null {
  const time = date.getTime();
  if (!Number.isFinite(time)) return null;
  const text = date.toISOString();
  return time % DAY === 0 ? text.slice(0, 10) : text.slice(0, 19);
}

/** A cell as the library's tables hold it; texts past the limit are cut. */
export function toCell(value: string | number | boolean | Date | null | undefined, limits: ReadLimits): Cell {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return dateText(value);
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && value.length > limits.cellLength ? value.slice(0, limits.cellLength) : value;
}

function checkWidth(path: string, width: number, limits: ReadLimits): void {
  if (width > limits.columns)
    throw fileFault("limit-exceeded", path, `expected at most ${limits.columns} columns (limits.columns), found ${width}`);
}

/**
 * Reads every sheet of a checked .xlsx archive (读取工作簿). This file is the library's only use of hucre.
 * @throws GuiyanError `adapter-damaged-file`, `limit-exceeded`
 */
export async function readSpreadsheet(path: string, bytes: Uint8Array, limits: ReadLimits): Promise<SheetCells[]> {
  const { readXlsx } = await import("hucre/xlsx");
  let workbook: Awaited<ReturnType<typeof readXlsx>>;
  try {
    workbook = await readXlsx(bytes, {});
  } catch (cause) {
    throw fileFault("adapter-damaged-file", path, "expected a readable .xlsx workbook", cause);
  }
  return workbook.sheets.map((sheet) => {
    if (sheet.rows.length > limits.rows)
      throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} rows a sheet (limits.rows)`);
    checkWidth(
      path,
      sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0),
      limits,
    );
    return {
      name: sheet.name,
      rows: sheet.rows.map((row) => Array.from(row, (value) => toCell(value, limits))),
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        row: startRow,
        column: startCol,
        rows: endRow - startRow + 1,
        columns: endCol - startCol + 1,
      })),
      hidden: sheet.hidden === true || sheet.veryHidden === true,
    };
  });
}

/** Names of the sheets of a checked archive, no sheet being parsed. @throws GuiyanError `adapter-damaged-file` */
export async function listSheets(path: string, bytes: Uint8Array): Promise<string[]> {
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
    throw fileFault("adapter-damaged-file", path, "expected a readable .xlsx workbook", cause);
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
  signal?: AbortSignal,
): AsyncGenerator<Cell[]> {
  const { streamXlsxRows } = await import("hucre/xlsx");
  const rows = streamXlsxRows(bytes, { sheet });
  let next = 0;
  for (;;) {
    checkAborted("streamTable", signal);
    let step: Awaited<ReturnType<typeof rows.next>>;
    try {
      step = await rows.next();
    } catch (cause) {
      throw fileFault("adapter-damaged-file", path, "expected a readable .xlsx workbook", cause);
    }
    if (step.done) return;
    const { index, values } = step.value;
    if (index >= limits.rows) throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} rows a sheet (limits.rows)`);
    checkWidth(path, values.length, limits);
    for (; next < index; next++) yield [];
    next = index + 1;
    yield Array.from(values, (value) => toCell(value, limits));
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
  const { writeXlsx } = await import("hucre/xlsx");
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
      ...(freezeHeader === true ? { freezePane: { rows: 1 } } : {}),
    })),
  });
}
