import { compareCodePoints } from "../numeric/index.js";

/** First code of the characters outside the basic plane. */
const ASTRAL = 0x10000;
/** Codes for one high surrogate: itself alone, then with each low surrogate. */
const PAIRS = 0x401;

/**
 * Writes a text as bytes whose order is the order of code points (保序编码), one to four a character; the whole basic plane and plain text as UTF-8 has them.
 * A lone surrogate has bytes of its own where {@link compareCodePoints} puts it, so that every text comes back.
 * @param into undefined to count only
 * @returns bytes written
 */
function encode(text: string, into: Uint8Array | undefined, at: number): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      if (into) into[end] = code;
      end++;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      const next = text.charCodeAt(i + 1);
      if (code >= 0xdc00) code = ASTRAL + 0x400 * PAIRS + (code - 0xdc00);
      else if (next >= 0xdc00 && next < 0xe000) {
        code = ASTRAL + (code - 0xd800) * PAIRS + 1 + (next - 0xdc00);
        i++;
      } else code = ASTRAL + (code - 0xd800) * PAIRS;
    }
    const length = code < 0x800 ? 2 : code < ASTRAL ? 3 : 4;
    if (into) {
      into[end] = (length === 2 ? 0xc0 : length === 3 ? 0xe0 : 0xf0) | (code >> (6 * (length - 1)));
      for (let j = 1; j < length; j++) into[end + j] = 0x80 | ((code >> (6 * (length - 1 - j))) & 0x3f);
    }
    end += length;
  }
  return end - at;
}

/** Ids up to this length are read in one call where they are plain. */
const SHORT_ID = 64;

function decode(bytes: Uint8Array, start: number, end: number): string {
  let plain = end - start <= SHORT_ID;
  for (let i = start; plain && i < end; i++) plain = (bytes[i] as number) < 0x80;
  if (plain) return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
  let text = "";
  for (let i = start; i < end; ) {
    const first = bytes[i] as number;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      i++;
      continue;
    }
    const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let code = first & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
    for (let j = 1; j < length; j++) code = (code << 6) | ((bytes[i + j] as number) & 0x3f);
    i += length;
    if (length < 4) text += String.fromCharCode(code);
    else {
      const rest = code - ASTRAL;
      const high = Math.floor(rest / PAIRS);
      const low = rest % PAIRS;
      if (high >= 0x400) text += String.fromCharCode(0xdc00 + rest - 0x400 * PAIRS);
      else text += low === 0 ? String.fromCharCode(0xd800 + high) : String.fromCharCode(0xd800 + high, 0xdc00 + low - 1);
    }
  }
  return text;
}

function compareBytes(a: Uint8Array, aStart: number, aEnd: number, b: Uint8Array, bStart: number, bEnd: number): number {
  const n = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < n; i++) {
    const difference = (a[aStart + i] as number) - (b[bStart + i] as number);
    if (difference !== 0) return difference;
  }
  return aEnd - aStart - (bEnd - bStart);
}

/**
 * Ids in ascending code-point order as bytes (编号表): row `i` is `bytes[offsets[i] .. offsets[i + 1])`.
 * Bytes may lie on a SharedArrayBuffer; a string is made only when one is asked for.
 */
export class IdStore {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;

  constructor(bytes: Uint8Array, offsets: Uint32Array) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** @param idAt id of each row, ascending by code point */
  static from(size: number, idAt: (row: number) => string): IdStore {
    const offsets = new Uint32Array(size + 1);
    let length = 0;
    for (let row = 0; row < size; row++) {
      length += encode(idAt(row), undefined, 0);
      offsets[row + 1] = length;
    }
    const bytes = new Uint8Array(length);
    for (let row = 0; row < size; row++) encode(idAt(row), bytes, offsets[row] as number);
    return new IdStore(bytes, offsets);
  }

  get size(): number {
    return this.offsets.length - 1;
  }

  id(row: number): string {
    return decode(this.bytes, this.offsets[row] as number, this.offsets[row + 1] as number);
  }

  /** Order of one of these ids and one of another store. */
  compare(row: number, other: IdStore, otherRow: number): number {
    return compareBytes(
      this.bytes,
      this.offsets[row] as number,
      this.offsets[row + 1] as number,
      other.bytes,
      other.offsets[otherRow] as number,
      other.offsets[otherRow + 1] as number,
    );
  }

  /** Row of an id, or −1. @complexity O(log n) */
  find(id: string): number {
    const sought = new Uint8Array(encode(id, undefined, 0));
    encode(id, sought, 0);
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareBytes(this.bytes, this.offsets[middle] as number, this.offsets[middle + 1] as number, sought, 0, sought.length);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  /** The ids of chosen rows of several stores, in the order given. */
  static gather(stores: readonly IdStore[], of: ArrayLike<number>, rows: ArrayLike<number>): IdStore {
    const offsets = new Uint32Array(rows.length + 1);
    for (let i = 0; i < rows.length; i++) {
      const { offsets: from } = stores[of[i] as number] as IdStore;
      const row = rows[i] as number;
      offsets[i + 1] = (offsets[i] as number) + (from[row + 1] as number) - (from[row] as number);
    }
    const bytes = new Uint8Array(offsets[rows.length] as number);
    for (let i = 0; i < rows.length; i++) {
      const store = stores[of[i] as number] as IdStore;
      const end = store.offsets[(rows[i] as number) + 1] as number;
      let to = offsets[i] as number;
      for (let from = store.offsets[rows[i] as number] as number; from < end; from++) bytes[to++] = store.bytes[from] as number;
    }
    return new IdStore(bytes, offsets);
  }
}

/** Positions of ids in ascending code-point order. @complexity O(n) where they already stand so, else O(n log n) */
export function orderOfIds(ids: readonly string[]): Uint32Array {
  const order = Uint32Array.from(ids.keys());
  const at = (i: number) => ids[i] as string;
  let ascending = true;
  for (let i = 1; ascending && i < ids.length; i++) ascending = compareCodePoints(at(i - 1), at(i)) < 0;
  return ascending ? order : order.sort((a, b) => compareCodePoints(at(a), at(b)) || a - b);
}
