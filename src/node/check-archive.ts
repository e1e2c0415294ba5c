import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { checkAborted } from "../errors/index.js";
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

function readDirectory(path: string, bytes: Uint8Array, view: DataView, limits: ReadLimits): Part[] {
  const end = findEnd(bytes, view);
  if (end < 0) throw fileFault("adapter-damaged-file", path, "expected a complete workbook archive, its directory is missing");
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || start === 0xffffffff)
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
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
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

/** Refuses archives that lie about themselves: overlapping or doubled parts, paths that climb out, locked parts, sizes past the limits. */
function checkDirectory(path: string, parts: readonly Part[], view: DataView, limits: ReadLimits): void {
  const names = new Set<string>();
  let total = 0;
  let packed = 0;
  for (const part of parts) {
    const name = part.name.toLowerCase();
    if (names.has(name)) throw fileFault("adapter-damaged-file", path, "expected each part once, one is doubled");
    names.add(name);
    if (/(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(part.name) || part.name.includes("\0"))
      throw fileFault("adapter-damaged-file", path, "expected part names inside the archive");
    if (part.encrypted) throw fileFault("adapter-unsupported-format", path, "expected a workbook without password");
    if (part.method !== 0 && part.method !== 8) throw fileFault("adapter-unsupported-format", path, "expected parts packed by deflate");
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

/** Inflates a part to check size and checksum; its first bytes tell the encoding. Nothing is kept. */
async function checkPart(path: string, bytes: Uint8Array, start: number, part: Part): Promise<void> {
  const packed = bytes.subarray(start, start + part.packed);
  let size = 0;
  let crc = 0;
  let head = new Uint8Array(0);
  const source = part.method === 0 ? [packed] : Readable.from([packed]).pipe(createInflateRaw());
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      if (head.length < 256) head = new Uint8Array([...head, ...chunk.subarray(0, 256)]);
      size += chunk.length;
      crc = crc32(chunk, crc);
      if (size > part.inflated) throw new Error("more bytes than declared");
    }
  } catch (cause) {
    throw fileFault("adapter-damaged-file", path, "expected parts that inflate to their declared size", cause);
  }
  if (size !== part.inflated || crc !== part.crc) throw fileFault("adapter-damaged-file", path, "expected parts with a right checksum");
  if (!/\.(?:xml|rels)$/i.test(part.name)) return;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head[0] === 0 || head[1] === 0) {
    throw fileFault("adapter-unsupported-format", path, "expected parts in UTF-8, found UTF-16");
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(new TextDecoder().decode(head))) {
    throw fileFault("adapter-damaged-file", path, "expected parts without document types or entities");
  }
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
  return undefined;
}

/** Whether a file begins as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/** Refuses a file of a foreign binary format by name. @throws GuiyanError `adapter-unsupported-format` */
export function refuseForeign(path: string, bytes: Uint8Array): void {
  const found = foreignFormat(bytes);
  if (found !== undefined) throw fileFault("adapter-unsupported-format", path, `expected .xlsx or .csv, found ${found}`);
}

/**
 * Checks an .xlsx archive before anything of it is used (压缩包预检): directory, sizes, ratio, overlaps, checksums, encoding, entities.
 * @throws GuiyanError `adapter-damaged-file`, `adapter-unsupported-format`, `limit-exceeded`
 * @complexity O(bytes inflated); memory of one chunk
 */
export async function checkArchive(path: string, bytes: Uint8Array, limits: ReadLimits, signal?: AbortSignal): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = readDirectory(path, bytes, view, limits);
  checkDirectory(path, parts, view, limits);
  const names = new Set(parts.map(({ name }) => name.toLowerCase().replace(/\\/g, "/")));
  if (names.has("mimetype") || names.has("content.xml"))
    throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found an OpenDocument file");
  if (names.has("word/document.xml")) throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found a .docx document");
  if ([...names].some((name) => name.endsWith("workbook.bin")))
    throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found an .xlsb workbook");
  if (![...names].some((name) => name.endsWith("content_types].xml")))
    throw fileFault("adapter-unsupported-format", path, "expected .xlsx or .csv, found another kind of archive");
  for (const part of parts) {
    checkAborted("readTable", signal);
    await checkPart(path, bytes, dataStart(path, view, part), part);
  }
}
