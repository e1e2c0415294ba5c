import { Readable } from "node:stream";
import type { Cell } from "../model/index.js";
import { decodeText, type TextEncoding } from "./decode-text.js";
import { fileFault } from "./file-fault.js";
import { readChunks } from "./open-file.js";
import type { ReadLimits } from "./read-limits.js";

/** Separators that are tried: comma, tab, semicolon, bar. */
const SEPARATORS = [",", "\t", ";", "|"] as const;

/** The separator that stands most often outside quotes in the first lines (识别分隔符); a comma when none does. */
export function sniffSeparator(head: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(head)?.[1];
  if (stated !== undefined) return stated;
  const bare = head.replace(/"(?:[^"]|"")*"/g, "");
  const [first = ","] = [...SEPARATORS].sort((a, b) => bare.split(b).length - bare.split(a).length);
  return bare.includes(first) ? first : ",";
}

/** Excel writes ="00123" to keep leading zeros. */
function unwrapFormula(text: string): string {
  const kept = /^="(.*)"$/s.exec(text)?.[1];
  return kept === undefined ? text : kept.replaceAll('""', '"');
}

/**
 * Streams the rows of a .csv file (流式读取 CSV): quotes, line feeds inside quotes, CR, LF or CRLF, any of four separators, stray quotes kept.
 *
 * Blank lines come as rows without cells, so that row numbers stay right.
 * @throws GuiyanError `adapter-damaged-file`, `adapter-unsupported-format`, `limit-exceeded`, `aborted`
 */
export async function* streamCsv(path: string, encoding: TextEncoding, limits: ReadLimits, signal?: AbortSignal): AsyncGenerator<Cell[]> {
  const { parse } = await import("csv-parse");
  const text = decodeText(path, () => readChunks(path, signal), encoding);
  let head = "";
  for (;;) {
    const step = await text.next();
    if (step.done) break;
    head += step.value;
    if (head.length >= 4096) break;
  }
  const separator = sniffSeparator(head);
  const body = head.replace(/^sep=.\r?\n/i, "");
  const skipped = body.length === head.length ? 0 : 1;
  const source = async function* () {
    yield body;
    yield* text;
  };
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
    max_record_size: Math.min(limits.cellLength * limits.columns, 2 ** 28),
  });
  const rows = Readable.from(source()).pipe(parser);
  // An error of the source does not travel through pipe by itself.
  let count = 0;
  for (let i = 0; i < skipped; i++) yield [];
  try {
    for await (const record of rows as AsyncIterable<string[]>) {
      if (++count > limits.rows) throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} rows (limits.rows)`);
      if (record.length > limits.columns)
        throw fileFault("limit-exceeded", path, `expected at most ${limits.columns} columns (limits.columns), found ${record.length}`);
      yield record.length === 1 && record[0] === ""
        ? []
        : record.map((cell) => unwrapFormula(cell.length > limits.cellLength ? cell.slice(0, limits.cellLength) : cell));
    }
  } catch (cause) {
    if (cause instanceof Error && cause.name === "GuiyanError") throw cause;
    throw fileFault("adapter-damaged-file", path, "expected quotes that close and rows that end", cause);
  }
}
