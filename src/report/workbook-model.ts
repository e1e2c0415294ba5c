import type { Cell } from "../model/index.js";

/** One sheet to be written (工作表): what `writeWorkbook` of guiyan/node takes. */
export interface SheetModel {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Widths in characters, one a column. */
  readonly columnWidths?: readonly number[];
  /** Keeps the header in view and gives it filters. */
  readonly freezeHeader?: boolean;
  /** Spreadsheet number format by column index, e.g. `0.00`. */
  readonly numberFormats?: Readonly<Record<number, string>>;
}

/** A workbook to be written (工作簿). */
export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
}
