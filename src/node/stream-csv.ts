import type { CsvError, Options } from "csv-parse";
import type { Cell } from "../model/index.js";
import { type CellFaults, soundText } from "./cell-faults.js";
import { decodeText, type TextEncoding } from "./decode-text.js";
import { fileFault } from "./file-fault.js";
import { readChunks } from "./open-file.js";
import type { ReadLimits } from "./read-limits.js";

/** Separators that are tried: comma, tab, semicolon, bar. */
const SEPARATORS = [",", "\t", ";", "|"] as const;

/** The separator that stands most often outside quotes in the first lines (识别分隔符); a comma when none does. */
function sniffSeparator(head: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(head)?.[1];
  if (stated !== undefined) return stated;
  const bare = head.replace(/"(?:[^"]|"")*"/g, "");
  const [first = ","] = [...SEPARATORS].sort((a, b) => bare.split(b).length - bare.split(a).length);
  return bare.includes(first) ? first : ",";
}

/** A long number as Excel shows it, 1.10101E+17: from 15 places on the digits that it leaves out are gone from the file. */
const SPOILT_NUMBER = /^\s*[+-]?\d(?:\.\d+)?E\+(?:1[5-9]|[2-9]\d)\s*$/i;

/** Excel writes ="00123" to keep leading zeros. */
function unwrapFormula(text: string): string {
  const kept = /^="(.*)"$/s.exec(text)?.[1];
  return kept === undefined ? text : kept.replaceAll('""', '"');
}

/** A cell as a text; a number that a spreadsheet program has spoilt stays as it is and is told. */
function plainCell(cell: string, limits: ReadLimits, faults: CellFaults, row: number, column: number): string {
  if (SPOILT_NUMBER.test(cell)) faults.tell("digits", row, column);
  return soundText(unwrapFormula(cell), limits.cellLength, faults, row, column);
}

/** A text as bytes from an offset on; the parser counts its records in bytes of UTF-8. */
async function* bytesFrom(text: AsyncIterable<string>, offset: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let left = offset;
  for await (const chunk of text) {
    const bytes = encoder.encode(chunk);
    if (bytes.length > left) yield bytes.subarray(left);
    left = Math.max(0, left - bytes.length);
  }
}

/** How a run of the parser ended. */
interface Parsed {
  /** Bytes up to the end of the last record. */
  readonly end: number;
  readonly fault: CsvError | undefined;
}

/** Parses at most so many records and gives each its shape, a batch for each piece of the source; those before a fault are kept. */
async function* parseRecords<Row>(
  source: AsyncIterable<Uint8Array>,
  options: Options,
  shape: (cells: readonly string[]) => Row,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Row[], Parsed> {
  const { parse } = await import("csv-parse");
  let ready: Row[] = [];
  let fault: CsvError | undefined;
  let end = 0;
  let count = 0;
  let refused: unknown;
  // Taken from the hook and not from the stream, which on a fault forgets the records that nobody has fetched yet.
  const take = (cells: readonly string[], { bytes }: { readonly bytes: number }): null => {
    if (count === most || refused !== undefined) return null;
    try {
      ready.push(shape(cells));
    } catch (error) {
      // Not through the parser, which would wrap it.
      refused = error;
    }
    count++;
    end = bytes;
    return null;
  };
  const parser = parse({ ...options, on_record: take });
  const ended = new Promise<void>((done) => {
    parser.on("end", done).on("error", (error: CsvError) => {
      fault = error;
      done();
    });
  });
  parser.resume();
  const batch = (): Row[] => {
    if (refused !== undefined) throw refused;
    const taken = ready;
    ready = [];
    return taken;
  };
  try {
    for await (const bytes of source) {
      await new Promise<void>((done) => parser.write(bytes, () => done()));
      yield batch();
      if (fault !== undefined || count === most) return { end, fault };
    }
    parser.end();
    await ended;
    yield batch();
    return { end, fault };
  } finally {
    parser.destroy();
  }
}

/** Open quotes after which the rest of a file is read without quotes; each costs two more passes. */
const OPEN_QUOTES = 5;

/** Whether a cell with line feeds holds lines that could be rows themselves. */
function holdsRows(cell: string, separator: string, width: number): boolean {
  if (width < 3 || !/[\r\n]/.test(cell)) return false;
  const [, ...lines] = cell.split(/\r\n?|\n/);
  return lines.some((line) => line.split(separator).length >= width);
}

/**
 * Streams the rows of a .csv file (流式读取 CSV), in batches: quotes, line feeds inside quotes, CR, LF or CRLF, any of four separators, stray quotes kept.
 *
 * Blank lines come as rows without cells, so that row numbers stay right. A line whose quote never closes is read without it, and told.
 * @throws GuiyanError `adapter-damaged-file`, `adapter-unsupported-format`, `limit-exceeded`, `aborted`
 */
export async function* streamCsv(
  path: string,
  encoding: TextEncoding,
  limits: ReadLimits,
  faults: CellFaults,
  signal?: AbortSignal,
): AsyncGenerator<Cell[][]> {
  const text = () => decodeText(path, () => readChunks(path, signal), encoding);
  let head = "";
  for await (const chunk of text()) {
    head += chunk;
    if (head.length >= 4096) break;
  }
  const stated = /^sep=.\r?\n/i.exec(head)?.[0] ?? "";
  const separator = sniffSeparator(head);
  const options: Options = {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: Math.min(limits.cellLength * limits.columns, 2 ** 28),
  };
  let row = 0;
  let width = 0;
  const shape = (cells: readonly string[]): Cell[] => {
    if (++row > limits.rows) throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} rows (limits.rows)`);
    if (cells.length > limits.columns)
      throw fileFault("limit-exceeded", path, `expected at most ${limits.columns} columns (limits.columns), found ${cells.length}`);
    if (cells.length === 1 && cells[0] === "") return [];
    if (cells.some((cell) => holdsRows(cell, separator, width))) faults.tell("swallowed", row);
    width = cells.length;
    return cells.map((cell, column) => plainCell(cell, limits, faults, row, column));
  };
  const shapeBare = (cells: readonly string[]): Cell[] => {
    const shaped = shape(cells.map((cell) => cell.replace(/^"|"$/g, "")));
    if (cells.some((cell) => cell.includes('"'))) faults.tell("openQuote", row);
    return shaped;
  };
  if (stated !== "") yield [shape([""])];
  let offset = stated.length;
  for (let open = 1; ; open++) {
    const read = yield* parseRecords(bytesFrom(text(), offset), options, shape);
    if (read.fault === undefined) return;
    // A quote that is left open runs to the end of the file, or past the longest record.
    if (!/QUOTE_NOT_CLOSED|MAX_RECORD_SIZE/.test(read.fault.code))
      throw fileFault("adapter-damaged-file", path, "expected quotes that close and rows that end", read.fault);
    offset += read.end;
    const rest = open === OPEN_QUOTES;
    const line = yield* parseRecords(bytesFrom(text(), offset), { ...options, quote: null }, shapeBare, rest ? undefined : 1);
    if (line.fault !== undefined)
      throw fileFault("limit-exceeded", path, `expected lines of at most ${options.max_record_size} bytes (limits.cellLength)`, line.fault);
    if (rest) return;
    offset += line.end;
  }
}
