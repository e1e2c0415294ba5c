import type { Cell } from "../model/index.js";
import type { CellFaults } from "./cell-faults.js";
import { decodeText, type TextEncoding } from "./decode-text.js";
import { fileFault } from "./file-fault.js";
import { readChunks } from "./open-file.js";
import type { ReadLimits } from "./read-limits.js";
import { isJsonObject, type JsonValue, RecordRows } from "./record-rows.js";

/** Some records as rows, under the header so far. */
export interface RecordBatch {
  readonly header: readonly string[];
  readonly rows: Cell[][];
  /** Place of each record in the list, or its line, from 1. */
  readonly rowNumbers: number[];
}

/** Levels of lists and objects in one another; a record needs three. */
const DEEPEST = 64;
/** Longest text that is parsed at once, in UTF-16 units: half of what an engine can hold. */
const LONGEST = 2 ** 28;

/** Whether brackets outside quotes stand more than so many deep. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (quoted) {
      if (sign === 0x5c) i++;
      else if (sign === 0x22) quoted = false;
    } else if (sign === 0x22) quoted = true;
    else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > DEEPEST) return true;
    } else if (sign === 0x5d || sign === 0x7d) depth--;
  }
  return false;
}

/** A text as the value that it states; undefined for what is no JSON. The engine's own error quotes the text and is not passed on. */
function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** The list of records of a whole file: the file's value, or the one list that its object holds. */
function recordsOf(path: string, text: string): readonly JsonValue[] {
  if (isTooDeep(text)) throw fileFault("limit-exceeded", path, `expected at most ${DEEPEST} lists or objects within one another`);
  const value = parsed(text);
  if (value === undefined) throw fileFault("adapter-damaged-file", path, "expected valid JSON");
  const lists = (isJsonObject(value) ? Object.values(value) : [value]).filter((item) => Array.isArray(item));
  const [records] = lists;
  if (records === undefined || lists.length > 1 || (records.length > 0 && !records.some((item) => isJsonObject(item)))) {
    throw fileFault("adapter-unsupported-format", path, "expected a list of records, or an object that holds one; the JSON is not records");
  }
  return records;
}

/** Lines of a text, in batches as its chunks bring them. */
async function* linesOf(path: string, text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let open: string[] = [];
  let length = 0;
  for await (const chunk of text) {
    const [first = "", ...rest] = chunk.split("\n");
    const last = rest.pop();
    open.push(first);
    length += first.length;
    if (length > LONGEST) throw fileFault("limit-exceeded", path, `expected lines of at most ${LONGEST} characters`);
    if (last === undefined) continue;
    yield [open.join(""), ...rest];
    open = [last];
    length = last.length;
  }
  yield [open.join("")];
}

/**
 * Streams the records of a .json or .ndjson file as rows (读取 JSON 记录).
 *
 * `json` is one list of objects, or one object that holds one list; it is parsed whole. `ndjson` is an object a line; a line that is none is told
 * and set aside, blank lines are passed over. Of a key that stands twice in one object the last value counts.
 * @throws GuiyanError `adapter-damaged-file`, `adapter-unsupported-format`, `limit-exceeded`, `aborted`
 * @complexity O(bytes); memory of the file for `json`, of a chunk and the longest line for `ndjson`
 */
export async function* streamJson(
  path: string,
  kind: "json" | "ndjson",
  encoding: TextEncoding,
  limits: ReadLimits,
  faults: CellFaults,
  signal?: AbortSignal,
): AsyncGenerator<RecordBatch> {
  const text = decodeText(path, () => readChunks(path, signal), encoding);
  const layout = new RecordRows(path, limits, faults);
  let count = 0;
  const batchOf = (values: Iterable<readonly [number, JsonValue | undefined]>): RecordBatch => {
    const rows: Cell[][] = [];
    const rowNumbers: number[] = [];
    for (const [number, value] of values) {
      if (!isJsonObject(value)) {
        faults.tell("noRecord", number);
        continue;
      }
      if (++count > limits.rows) throw fileFault("limit-exceeded", path, `expected at most ${limits.rows} records (limits.rows)`);
      rows.push(layout.row(value, number));
      rowNumbers.push(number);
    }
    return { header: layout.header, rows, rowNumbers };
  };
  if (kind === "json") {
    const pieces: string[] = [];
    let length = 0;
    for await (const piece of text) {
      length += piece.length;
      if (length > LONGEST)
        throw fileFault("limit-exceeded", path, `expected at most ${LONGEST} characters; a longer file is read as .ndjson`);
      pieces.push(piece);
    }
    yield batchOf(recordsOf(path, pieces.join("")).map((value, i) => [i + 1, value]));
    return;
  }
  let line = 0;
  let refused = 0;
  for await (const lines of linesOf(path, text)) {
    const values: [number, JsonValue | undefined][] = [];
    for (const source of lines) {
      line++;
      if (source.trim() === "") continue;
      const value = isTooDeep(source) ? undefined : parsed(source);
      if (!isJsonObject(value)) refused++;
      values.push([line, value]);
    }
    yield batchOf(values);
  }
  if (count === 0 && refused > 0) throw fileFault("adapter-damaged-file", path, "expected a JSON object a line, no line is one");
}
