import type { Issue } from "../errors/index.js";
import type { Cell, Table } from "../model/index.js";
import { cellText } from "./cell-text.js";
import { mapHeaders, recogniseEntity } from "./map-headers.js";

/** A merged area of a sheet, 0-based. */
export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet as cells, its header not yet found (单元格网格). */
export interface Grid {
  /** File and sheet, as issues show it. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges?: readonly MergedArea[];
  /** 1-based spreadsheet row of `rows[0]`. Default 1. */
  readonly firstRow?: number;
}

/** A grid whose header is found. */
export interface GridReading {
  /** Without rows where the grid is empty or has no recognisable header. */
  readonly table: Table;
  readonly issues: readonly Issue[];
}

/** Rows from the top among which the header is sought. */
const SEARCHED = 20;

/** Labels of a row, with merged labels repeated over the columns that they span. */
function labelsOf(grid: Grid, row: number, width: number): string[] {
  const labels = Array.from({ length: width }, (_, column) => cellText(grid.rows[row]?.[column]));
  for (const area of grid.merges ?? []) {
    if (area.row !== row || area.columns < 2) continue;
    for (let column = area.column + 1; column < Math.min(width, area.column + area.columns); column++)
      labels[column] ||= labels[area.column] ?? "";
  }
  return labels;
}

/** Columns of a header that a naming rule recognises. */
function recognised(labels: readonly string[]): number {
  const entity = recogniseEntity(labels);
  return mapHeaders(labels, { entity: entity === "neither" ? "demand" : entity }).columns.filter(({ via }) => via === "name").length;
}

/** Whether a row spans columns with merged labels that the next row tells apart: 联系方式 over 电话 and 邮箱. */
function isUpperRow(grid: Grid, row: number): boolean {
  return (grid.merges ?? []).some(
    (area) => area.row === row && area.rows === 1 && area.columns >= 2 && area.columns < (grid.rows[row]?.length ?? 0),
  );
}

function joinLabels(upper: readonly string[], lower: readonly string[]): string[] {
  return upper.map((label, i) => {
    const below = lower[i] ?? "";
    return below === "" || below === label ? label : label === "" ? below : `${label}/${below}`;
  });
}

/**
 * Finds the header of a sheet and cuts the sheet there (定位表头): titles above it are told and left out, two header rows are joined as
 * 上级/下级, rows keep their numbers in the sheet.
 *
 * Among the first 20 rows the one with the most recognised labels is the header, the upper one of equals; a row of one label is a title.
 * @returns a table without rows, and an issue, where nothing stands or no row has two recognisable labels
 * @complexity O(20 × columns × rules + rows)
 */
export function tableFromGrid(grid: Grid): GridReading {
  const firstRow = grid.firstRow ?? 1;
  const width = grid.rows.slice(0, SEARCHED).reduce((widest, row) => Math.max(widest, row.length), 0);
  let best = { row: -1, height: 1, labels: [] as string[], count: 0 };
  for (let row = 0; row < Math.min(SEARCHED, grid.rows.length); row++) {
    const labels = labelsOf(grid, row, width);
    if (labels.filter((label) => label !== "").length < 2) continue;
    const single = recognised(labels);
    if (single > best.count) best = { row, height: 1, labels, count: single };
    if (!isUpperRow(grid, row) || row + 1 >= grid.rows.length) continue;
    const joined = joinLabels(labels, labelsOf(grid, row + 1, width));
    const both = recognised(joined);
    if (both >= Math.max(best.count, single) && both > 0) best = { row, height: 2, labels: joined, count: both };
  }
  const issues: Issue[] = [];
  if (best.row < 0) {
    const filled = grid.rows.findIndex((row) => row.some((cell) => cellText(cell) !== ""));
    if (filled >= 0) {
      issues.push({
        code: "sheet-skipped",
        severity: "warning",
        message: "no row with two recognisable column labels; the sheet is not used",
        messageZh: "未找到可识别的表头，该表未采用",
        source: { table: grid.name },
        details: { rows: grid.rows.length },
      });
    }
    // A sheet of unlabelled columns may still be told by its contents: the first filled row stays its header.
    const head = grid.rows[filled] ?? [];
    const header = filled < 0 ? [] : Array.from({ length: Math.max(width, head.length) }, (_, column) => cellText(head[column]));
    const rows = filled < 0 ? [] : grid.rows.slice(filled + 1);
    return { table: { name: grid.name, header, rows, rowNumbers: rows.map((_, i) => firstRow + filled + 1 + i) }, issues };
  }
  for (let row = 0; row < best.row; row++) {
    if ((grid.rows[row] ?? []).every((cell) => cellText(cell) === "")) continue;
    issues.push({
      code: "row-above-header",
      severity: "info",
      message: "a line above the header, not a record",
      messageZh: "表头上方的标题或说明，不是记录",
      source: { table: grid.name, row: firstRow + row },
    });
  }
  const start = best.row + best.height;
  const rows = grid.rows.slice(start);
  return { table: { name: grid.name, header: best.labels, rows, rowNumbers: rows.map((_, i) => firstRow + start + i) }, issues };
}
