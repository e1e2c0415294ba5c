import { Readable } from "node:stream";
import { crc32, createInflateRaw, inflateRawSync } from "node:zlib";
import { checkAborted, GuiyanError } from "../errors/index.js";
import { fileFault } from "./file-fault.js";
import type { ReadLimits } from "./read-limits.js";

/** One part of a ZIP archive, from its central directory. */
interface Part {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly inflated: number;
  readonly offset: number;
  /** Where its directory entry stands. */
  readonly entry: readonly [number, number];
}

/** A sheet as the workbook lists it. */
interface ArchiveSheet {
  readonly name: string;
  /** A chart, macros or a dialog. */
  readonly cellless: boolean;
}

/** What a checked archive gives to its reader. */
export interface CheckedArchive {
  /** Sheets in the workbook's order; none where its list stands in an odd place. */
  readonly sheets: readonly ArchiveSheet[];
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** Place of the end record; it stands in the last 64 KiB. */
function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

function readDirectory(path: string, bytes: Uint8Array, view: DataView, end: number, limits: ReadLimits): Part[] {
  if (end < 0) throw fileFault("adapter-damaged-file", path, "expected a complete workbook archive, its directory is missing");
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // A reader that finds a mark of ZIP64 would follow another directory than the one checked here.
  if (count === 0xffff || start === 0xffffffff || view.getUint32(end + 12, true) === 0xffffffff)
    throw fileFault("adapter-unsupported-format", path, "expected a workbook under 4 GiB (no ZIP64)");
  if (count > limits.entries)
    throw fileFault("limit-exceeded", path, `expected at most ${limits.entries} parts (limits.entries), found ${count}`);
  const parts: Part[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw fileFault("adapter-damaged-file", path, "expected a whole archive directory, it is cut or overwritten");
    }
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      entry: [at, next],
    });
    at = next;
  }
  return parts;
}

/** Where a part's packed bytes begin. */
function dataStart(path: string, view: DataView, part: Part): number {
  if (part.offset + 30 > view.byteLength || view.getUint32(part.offset, true) !== LOCAL) {
    throw fileFault("adapter-damaged-file", path, "expected each part where the directory says");
  }
  return part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
}

/** Folders of an archive whose parts hold no cells: pictures, charts, pivot caches, other people's data. */
const WITHOUT_CELLS =
  /(?:^|\/)(?:customxml|docprops|media|drawings|charts|chartsheets|macrosheets|dialogsheets|embeddings|pivottables|pivotcache|externallinks|printersettings|ctrlprops|activex|diagrams|theme|threadedcomments|persons|querytables|slicers|slicercaches|timelines|timelinecaches)\//i;

/** Whether the reader needs a part. The others are not inflated, whatever they claim; a name that climbs out names nothing that is used. */
function holdsCells({ name }: Part): boolean {
  return /\.(?:xml|rels)$/i.test(name) && !WITHOUT_CELLS.test(name) && !/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:|\0/i.test(name);
}

/** Refuses archives that lie about themselves: overlapping or doubled parts, locked parts, sizes past the limits. */
function checkDirectory(path: string, parts: readonly Part[], view: DataView, limits: ReadLimits): void {
  const names = new Set<string>();
  let total = 0;
  let packed = 0;
  for (const part of parts) {
    const name = part.name.toLowerCase();
    if (names.has(name)) throw fileFault("adapter-damaged-file", path, "expected each part once, one is doubled");
    names.add(name);
    if (part.encrypted) throw fileFault("adapter-unsupported-format", path, "expected a workbook without password");
    if (part.method !== 0 && part.method !== 8) throw fileFault("adapter-unsupported-format", path, "expected parts packed by deflate");
    if (!holdsCells(part)) continue;
    // Without sizes here a reader looks for them elsewhere, where nothing has been checked.
    if (part.packed === 0) throw fileFault("adapter-damaged-file", path, "expected parts of a stated size");
    total += part.inflated;
    packed += part.packed;
  }
  if (total > limits.inflatedBytes)
    throw fileFault("limit-exceeded", path, `expected at most ${limits.inflatedBytes} bytes inflated (limits.inflatedBytes)`);
  if (total > 10_000_000 && total > packed * limits.ratio) {
    throw fileFault("limit-exceeded", path, `expected a packing ratio of at most ${limits.ratio} (limits.ratio)`);
  }
  const spans = parts.map((part): [number, number] => [part.offset, dataStart(path, view, part) + part.packed]).sort(([a], [b]) => a - b);
  for (const [i, [start, end]] of spans.entries()) {
    if (end > view.byteLength || (spans[i - 1]?.[1] ?? 0) > start)
      throw fileFault("adapter-damaged-file", path, "expected parts that do not overlap");
  }
}

/** Whether a document breaks off before its root element ends; where head and tail do not tell, it does not. */
function isCutShort(head: string, tail: string): boolean {
  const root = /<([A-Za-z_][\w:.-]*)/.exec(head)?.[1];
  const end = tail.trimEnd();
  if (root === undefined || end.endsWith("-->") || (end.endsWith("/>") && head.includes(end))) return false;
  return /<\/([^\s<>]+)\s*>$/.exec(end)?.[1] !== root;
}

/** Inflates a part to check size and checksum; its first bytes tell the encoding, its last that it is whole. Nothing is kept. */
async function checkPart(path: string, bytes: Uint8Array, start: number, part: Part, limits: ReadLimits): Promise<void> {
  const packed = bytes.subarray(start, start + part.packed);
  let size = 0;
  let crc = 0;
  let head = new Uint8Array(0);
  let tail = new Uint8Array(0);
  const source = part.method === 0 ? [packed] : Readable.from([packed]).pipe(createInflateRaw());
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      if (head.length < 256) head = new Uint8Array([...head, ...chunk.subarray(0, 256)]);
      tail = chunk.length < 256 ? new Uint8Array([...tail, ...chunk]).slice(-256) : chunk.slice(-256);
      size += chunk.length;
      crc = crc32(chunk, crc);
      // What really comes out counts, whatever the directory declares.
      if (size > Math.max(part.inflated, 10_000_000) && size > part.packed * limits.ratio)
        throw fileFault("limit-exceeded", path, `expected a packing ratio of at most ${limits.ratio} (limits.ratio)`);
    }
  } catch (cause) {
    if (cause instanceof GuiyanError) throw cause;
    throw fileFault("adapter-damaged-file", path, "expected parts that inflate to their declared size", cause);
  }
  if (size !== part.inflated || crc !== part.crc) throw fileFault("adapter-damaged-file", path, "expected parts with a right checksum");
  if (!/\.(?:xml|rels)$/i.test(part.name)) return;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head[0] === 0 || head[1] === 0) {
    throw fileFault("adapter-unsupported-format", path, "expected parts in UTF-8, found UTF-16");
  }
  const text = new TextDecoder().decode(head);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw fileFault("adapter-damaged-file", path, "expected parts without document types or entities");
  if (isCutShort(text, new TextDecoder().decode(tail))) throw fileFault("adapter-damaged-file", path, "expected parts that end");
}

/** Takes the entries of unused parts out of the directory, in place, so that no reader comes to inflate them. */
function keepParts(bytes: Uint8Array, view: DataView, end: number, parts: readonly Part[]): void {
  const start = parts[0]?.entry[0] ?? 0;
  let at = start;
  const kept = parts.filter(holdsCells);
  for (const { entry } of kept) {
    bytes.copyWithin(at, entry[0], entry[1]);
    at += entry[1] - entry[0];
  }
  view.setUint16(end + 8, kept.length, true);
  view.setUint16(end + 10, kept.length, true);
  view.setUint32(end + 12, at - start, true);
}

/** Text of a small part, or an empty one. */
function partText(path: string, bytes: Uint8Array, view: DataView, part: Part | undefined): string {
  if (part === undefined || part.inflated > 1_000_000) return "";
  const start = dataStart(path, view, part);
  const packed = bytes.subarray(start, start + part.packed);
  return new TextDecoder().decode(part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: 1_000_000 }));
}

/** An attribute's text; the few entities that XML itself knows are resolved. */
function attribute(tag: string, name: string): string | undefined {
  const raw = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return (raw?.[1] ?? raw?.[2])?.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

/** The sheets that a workbook lists; one whose relation is of another type than worksheet holds no cells. */
function listedSheets(workbook: string, relations: string): ArchiveSheet[] {
  const types = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const id = attribute(tag, "Id");
    if (id !== undefined) types.set(id, attribute(tag, "Type") ?? "");
  }
  const sheets: ArchiveSheet[] = [];
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const name = attribute(tag, "name") ?? "";
    const relation = attribute(tag, "id") ?? "";
    if (name !== "" && relation !== "") sheets.push({ name, cellless: !(types.get(relation) ?? "/worksheet").endsWith("/worksheet") });
  }
  return sheets;
}

/** What a file of a foreign format is, by its first bytes. */
function foreignFormat(bytes: Uint8Array): string | undefined {
  const starts = (...head: number[]) => head.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return "an old .xls workbook or one with a password";
  if (starts(0x25, 0x50, 0x44, 0x46)) return "a PDF";
  if (starts(0x1f, 0x8b)) return "a gzip archive";
  if (starts(0x37, 0x7a, 0xbc, 0xaf)) return "a 7z archive";
  if (starts(0x52, 0x61, 0x72, 0x21)) return "a RAR archive";
  if (starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47)) return "a picture";
  // Web systems hand out pages and XML sheets under the name .xls.
  const text = new TextDecoder().decode(bytes);
  if (/^\s*<(?:!doctype|\?xml|html|head|meta|style|body|table|workbook)\b/i.test(text)) return "an HTML or XML page";
  return undefined;
}

/** Whether a file begins as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/** Refuses a file of a foreign format by name. @throws GuiyanError `adapter-unsupported-format` */
export function refuseForeign(path: string, bytes: Uint8Array): void {
  const found = foreignFormat(bytes);
  if (found !== undefined) throw fileFault("adapter-unsupported-format", path, `expected .xlsx or .csv, found ${found}`);
}

/**
 * Checks an .xlsx archive before anything of it is used (压缩包预检): directory, sizes, ratio, overlaps, checksums, encoding, entities.
 *
 * Parts without cells (pictures, charts, macros) are not inflated; they are taken out of the archive's directory **in place**.
 * @throws GuiyanError `adapter-damaged-file`, `adapter-unsupported-format`, `limit-exceeded`
 * @complexity O(bytes inflated); memory of one chunk
 */
export async function checkArchive(path: string, bytes: Uint8Array, limits: ReadLimits, signal?: AbortSignal): Promise<CheckedArchive> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(bytes, view);
  const parts = readDirectory(path, bytes, view, end, limits);
  checkDirectory(path, parts, view, limits);
  const names = new Set(parts.map(({ name }) => name.toLowerCase().replace(/\\/g, "/")));
  if (names.has("mimetype") || names.has("content.xml"))
    throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found an OpenDocument file");
  if (names.has("word/document.xml")) throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found a .docx document");
  if ([...names].some((name) => name.endsWith("workbook.bin")))
    throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found an .xlsb workbook");
  if (![...names].some((name) => name.endsWith("content_types].xml")))
    throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found another kind of archive");
  for (const part of parts.filter(holdsCells)) {
    checkAborted("readTable", signal);
    await checkPart(path, bytes, dataStart(path, view, part), part, limits);
  }
  keepParts(bytes, view, end, parts);
  const named = (pattern: RegExp) =>
    partText(
      path,
      bytes,
      view,
      parts.find((part) => holdsCells(part) && pattern.test(part.name)),
    );
  return { sheets: listedSheets(named(/(?:^|\/)workbook\.xml$/i), named(/(?:^|\/)_rels\/workbook\.xml\.rels$/i)) };
}
