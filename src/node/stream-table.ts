import { basename } from "node:path";
import { checkInteger, checkOptions } from "../errors/index.js";
import type { Cell, Table } from "../model/index.js";
import { tableFromGrid } from "../registry/index.js";
import { checkArchive } from "./check-archive.js";
import { detectEncoding } from "./decode-text.js";
import { fileFault } from "./file-fault.js";
import { probeFile, readBytes, readChunks } from "./open-file.js";
import { type ReadLimits, settleLimits } from "./read-limits.js";
import { listSheets, streamSpreadsheet } from "./spreadsheet.js";
import { streamCsv } from "./stream-csv.js";

/** Options of {@link streamTable}. */
export interface StreamTableOptions {
  /** Rows of one batch, >= 100. Default 5000. */
  readonly batchRows?: number;
  readonly limits?: Partial<ReadLimits>;
  readonly signal?: AbortSignal;
}

/** Cuts a stream of rows into tables of one header. */
async function* batches(name: string, rows: AsyncIterable<Cell[]>, batchRows: number): AsyncGenerator<Table> {
  let header: readonly string[] | undefined;
  let pending: Cell[][] = [];
  let firstRow = 1;
  const cut = (): Table => {
    const taken = pending;
    const start = firstRow;
    pending = [];
    firstRow += taken.length;
    if (header !== undefined) return { name, header, rows: taken, rowNumbers: taken.map((_, i) => start + i) };
    const { table } = tableFromGrid({ name, rows: taken, firstRow: start });
    header = table.header;
    return table;
  };
  for await (const row of rows) {
    pending.push(row);
    if (pending.length >= batchRows) yield cut();
  }
  if (pending.length > 0) yield cut();
}

/**
 * Streams a spreadsheet file as tables of one header each (流式读取): what `createTalentReader` and `createDemandReader` take batch by batch.
 *
 * The header is sought in the first batch; merged two-row headers need {@link readTable}. Joined together the batches hold the rows of the whole.
 * @throws GuiyanError as {@link readTable}
 * @complexity O(bytes); memory of one batch, and of the packed file for .xlsx
 */
export async function* streamTable(path: string, options: StreamTableOptions = {}): AsyncGenerator<Table> {
  checkOptions("streamTable", options, ["batchRows", "limits", "signal"]);
  const limits = settleLimits(options.limits);
  const batchRows = checkInteger("streamTable", "batchRows", options.batchRows ?? 5000, { min: 100 });
  const { kind } = await probeFile(path, limits);
  const { signal } = options;
  let rows = 0;
  if (kind === "csv") {
    const encoding = await detectEncoding(() => readChunks(path, signal));
    for await (const table of batches(basename(path), streamCsv(path, encoding, limits, signal), batchRows)) {
      rows += table.rows.length;
      yield table;
    }
  } else {
    const bytes = await readBytes(path);
    await checkArchive(path, bytes, limits, signal);
    for (const sheet of await listSheets(path, bytes)) {
      const name = `${basename(path)}#${sheet}`;
      for await (const table of batches(name, streamSpreadsheet(path, bytes, sheet, limits, signal), batchRows)) {
        rows += table.rows.length;
        yield table;
      }
    }
  }
  if (rows === 0) throw fileFault("empty-table", path, "expected a header and rows, every sheet is empty");
}
