import { basename } from "node:path";
import { checkInteger, checkOptions, type Issue } from "../errors/index.js";
import type { Cell, Table } from "../model/index.js";
import { type GridReading, tableFromGrid } from "../registry/index.js";
import { CellFaults, tellRagged } from "./cell-faults.js";
import { checkArchive } from "./check-archive.js";
import { detectEncoding, replacementIssue } from "./decode-text.js";
import { fileFault } from "./file-fault.js";
import { type FileKind, probeFile, readBytes, readChunks } from "./open-file.js";
import { type ReadLimits, settleLimits } from "./read-limits.js";
import { isTable } from "./read-table.js";
import { listSheets, sheetTable, streamSpreadsheet } from "./spreadsheet.js";
import { streamCsv } from "./stream-csv.js";
import { type RecordBatch, streamJson } from "./stream-json.js";

/** Options of {@link streamTable}. */
export interface StreamTableOptions {
  /** Rows of one batch, >= 100. Default 5000. */
  readonly batchRows?: number;
  readonly limits?: Partial<ReadLimits>;
  readonly signal?: AbortSignal;
}

/** A batch of rows as a table, and what was found wrong since the batch before. */
export type TableBatch = Table & { readonly issues: readonly Issue[] };

/** Cuts a stream of rows into tables of one header; leading batches of blank rows are passed over. */
async function* batches(
  name: string,
  rows: AsyncIterable<readonly Cell[][]>,
  batchRows: number,
  faults: CellFaults,
  kind: FileKind,
): AsyncGenerator<TableBatch> {
  let header: readonly string[] | undefined;
  let pending: Cell[][] = [];
  let firstRow = 1;
  let width = 0;
  const cut = (): GridReading => {
    const taken = pending;
    const start = firstRow;
    pending = [];
    firstRow += taken.length;
    if (header !== undefined) return { table: { name, header, rows: taken, rowNumbers: taken.map((_, i) => start + i) }, issues: [] };
    const grid = tableFromGrid({ name, rows: taken, firstRow: start });
    if (grid.table.header.length > 0) header = grid.table.header;
    width = taken[taken.length - grid.table.rows.length - 1]?.length ?? 0;
    return grid;
  };
  const batch = (): TableBatch => {
    const { table, issues } = cut();
    if (kind === "csv") tellRagged(table.rows, table.rowNumbers ?? [], width, faults);
    return { ...table, issues: [...issues, ...faults.take()] };
  };
  for await (const more of rows) {
    for (const row of more) {
      pending.push(row);
      if (pending.length < batchRows) continue;
      const full = batch();
      if (isTable(full, kind)) yield full;
    }
  }
  if (pending.length === 0) return;
  const last = batch();
  if (isTable(last, kind)) yield last;
}

/** Cuts a stream of records into tables; a later one may have more columns. */
async function* recordBatches(
  name: string,
  records: AsyncIterable<RecordBatch>,
  batchRows: number,
  faults: CellFaults,
): AsyncGenerator<TableBatch> {
  let header: readonly string[] = [];
  let rows: Cell[][] = [];
  let rowNumbers: number[] = [];
  const cut = (): TableBatch => {
    const table = { name, header, rows, rowNumbers, issues: faults.take() };
    rows = [];
    rowNumbers = [];
    return table;
  };
  for await (const batch of records) {
    header = batch.header;
    for (const [i, row] of batch.rows.entries()) {
      // Cut late, so that faults behind the last row still have a batch to be told with.
      if (rows.length === batchRows) yield cut();
      rows.push(row);
      rowNumbers.push(batch.rowNumbers[i] ?? 0);
    }
  }
  if (rows.length > 0) yield cut();
}

/**
 * Streams a spreadsheet file as tables of one header each (流式读取): what `createTalentReader` and `createDemandReader` take batch by batch.
 *
 * The header is sought in the first batch; merged two-row headers need {@link readTable}. Of JSON records a later batch may have more columns. Joined together the batches hold the rows of the whole. Sheets without a filled cell give no batch.
 * @throws GuiyanError as {@link readTable}
 * @complexity O(bytes); memory of one batch, and of the packed file for .xlsx
 */
export async function* streamTable(path: string, options: StreamTableOptions = {}): AsyncGenerator<TableBatch> {
  checkOptions("streamTable", options, ["batchRows", "limits", "signal"]);
  const limits = settleLimits(options.limits);
  const batchRows = checkInteger("streamTable", "batchRows", options.batchRows ?? 5000, { min: 100 });
  const { kind } = await probeFile(path, limits);
  const { signal } = options;
  let found = false;
  if (kind !== "xlsx") {
    const name = basename(path);
    const encoding = await detectEncoding(() => readChunks(path, signal));
    const faults = new CellFaults(name);
    const tables =
      kind === "csv"
        ? batches(name, streamCsv(path, encoding, limits, faults, signal), batchRows, faults, kind)
        : recordBatches(name, streamJson(path, kind, encoding, limits, faults, signal), batchRows, faults);
    for await (const table of tables) {
      yield !found && encoding.lossy ? { ...table, issues: [replacementIssue(name), ...table.issues] } : table;
      found = true;
    }
  } else {
    const bytes = await readBytes(path);
    const archive = await checkArchive(path, bytes, limits, signal);
    for (const sheet of await listSheets(path, bytes, archive)) {
      const name = sheetTable(path, sheet);
      const faults = new CellFaults(name);
      for await (const table of batches(name, streamSpreadsheet(path, bytes, sheet, limits, faults, signal), batchRows, faults, kind)) {
        yield table;
        found = true;
      }
    }
  }
  if (!found) throw fileFault("empty-table", path, "expected a header and rows, every sheet is empty");
}
