import { GuiyanError } from "../errors/index.js";
import type { RegionBasis } from "../model/index.js";
import type { CellStore } from "./cell-store.js";
import { type CodeArray, type Columns, type ListColumn, type SingleColumn, vocabularyOf } from "./columns.js";
import type { Dictionary } from "./dictionary.js";
import { IdStore } from "./id-store.js";
import type { IndexParts } from "./index-parts.js";
import { plantTrees, Segment } from "./segment.js";

/** First bytes of every snapshot. */
const MAGIC = "guiyanIx";
/** Raised whenever the layout, or how codes become nodes, changes. */
const VERSION = 1;
/** Written as a number, so that it reads otherwise on a machine of the other byte order. */
const BYTE_ORDER = 0x01020304;
/** Bytes before the contents: magic, version, byte order, two checksums over all that follows, length of the whole, length of the description. */
const HEAD = 40;
const SUMMED_FROM = 24;

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array } as const;
type ArrayKind = keyof typeof ARRAYS;

/** What the arrays of a snapshot mean (快照说明). */
interface Description {
  readonly talents: number;
  readonly bases: readonly RegionBasis[];
  /** Nodes of the two trees, so that another reading of the codes is noticed. */
  readonly nodes: readonly [region: number, field: number];
  readonly place: readonly string[];
  readonly field: readonly string[];
  readonly custom: readonly (readonly [dimension: string, codes: readonly string[]])[];
  readonly arrays: readonly (readonly [kind: ArrayKind, length: number])[];
}

const padded = (length: number): number => Math.ceil(length / 8) * 8;

function kindOf(array: CodeArray): ArrayKind {
  return array instanceof Uint8Array ? "u8" : array instanceof Uint16Array ? "u16" : "u32";
}

/** Arrays of a segment in the order in which they are written and read. */
function arraysOf({ columns, cells }: Segment, bases: readonly RegionBasis[]): CodeArray[] {
  const { ids, residence, hometown, degree, title, field, custom } = columns;
  const lists = [field, ...custom.values()];
  return [
    ids.bytes,
    ids.offsets,
    residence.values,
    hometown.values,
    degree.values,
    title.values,
    ...lists.flatMap(({ offsets, values }) => [offsets, values]),
    ...bases.flatMap((basis) => {
      const { rows, fields, starts, postings } = cells.get(basis) as CellStore;
      return [rows, fields, starts, postings];
    }),
  ];
}

/** Two sums of 32 bits over the words of the contents, of which a change of any one word changes one. */
function checksums(bytes: Uint8Array): readonly [number, number] {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + SUMMED_FROM, (bytes.length - SUMMED_FROM) >>> 2);
  let even = 0x811c9dc5;
  let odd = 0x9747b28c;
  for (let i = 0; i + 1 < words.length; i += 2) {
    even = Math.imul(even ^ (words[i] as number), 0x9e3779b1);
    even ^= even >>> 15;
    odd = Math.imul(odd ^ (words[i + 1] as number), 0x85ebca6b);
    odd ^= odd >>> 13;
  }
  return [even >>> 0, odd >>> 0];
}

/**
 * Writes an index of one whole segment as bytes (写快照); the same registry gives the same bytes.
 * @param shared lay the bytes on a SharedArrayBuffer, for workers
 * @complexity O(bytes)
 */
export function writeSnapshot({ segments, vocabulary, trees, bases }: IndexParts, shared: boolean): Uint8Array {
  if (shared && typeof SharedArrayBuffer === "undefined") {
    throw new GuiyanError(
      "invalid-option",
      "TalentIndex.toSnapshot: this place has no shared memory (a page must be cross-origin isolated)",
      {
        path: ["shared"],
      },
    );
  }
  const segment = segments[0] as Segment;
  const arrays = arraysOf(segment, bases);
  const description: Description = {
    talents: segment.size,
    bases,
    nodes: [trees.region.size, trees.field.size],
    place: vocabulary.place.codes,
    field: vocabulary.field.codes,
    custom: Array.from(vocabulary.custom, ([dimension, dictionary]) => [dimension, dictionary.codes] as const),
    arrays: arrays.map((array) => [kindOf(array), array.length] as const),
  };
  const text = new TextEncoder().encode(JSON.stringify(description));
  const length = arrays.reduce((sum, { byteLength }) => sum + padded(byteLength), HEAD + padded(text.length));
  const bytes = new Uint8Array(shared ? new SharedArrayBuffer(length) : new ArrayBuffer(length));
  bytes.set(text, HEAD);
  let at = HEAD + padded(text.length);
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  const head = new Uint32Array(bytes.buffer, 0, HEAD / 4);
  head.set([VERSION, BYTE_ORDER, 0, 0, length % 2 ** 32, Math.floor(length / 2 ** 32), text.length, 0], 2);
  head.set(checksums(bytes), 4);
  return bytes;
}

function refuse(why: string): GuiyanError {
  return new GuiyanError("invalid-snapshot", `TalentIndex.fromSnapshot: ${why}`);
}

/** Checks everything that can be checked before the contents are believed. */
function readDescription(bytes: Uint8Array): { readonly description: Description; readonly start: number } {
  const head = bytes.length < HEAD ? undefined : new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD / 4);
  const magic = String.fromCharCode(...bytes.slice(0, MAGIC.length));
  if (head === undefined || magic !== MAGIC) throw refuse("expected the bytes of a snapshot, received something else");
  const [version, order, even, odd, low = 0, high = 0, described = 0] = head.subarray(2);
  if (order !== BYTE_ORDER) throw refuse("the snapshot was written on a machine of another byte order");
  if (version !== VERSION) throw refuse(`expected version ${VERSION}, received ${version}`);
  const length = high * 2 ** 32 + low;
  if (length !== bytes.length) throw refuse(`expected ${length} bytes, received ${bytes.length}`);
  const [a, b] = checksums(bytes);
  if (a !== even || b !== odd) throw refuse("the checksum does not agree, the bytes are damaged");
  const start = HEAD + padded(described);
  if (start > length) throw refuse("the description runs past the end");
  // Decoders take no shared memory: a copy of the text.
  const text = new TextDecoder().decode(bytes.slice(HEAD, HEAD + described));
  return { description: parseDescription(text), start };
}

function parseDescription(text: string): Description {
  let told: Description | null;
  try {
    told = JSON.parse(text) as Description | null;
  } catch (cause) {
    throw new GuiyanError("invalid-snapshot", "TalentIndex.fromSnapshot: the description cannot be read", { cause });
  }
  const { talents, bases, nodes, place, field, custom, arrays } = told ?? ({} as Partial<Description>);
  if (Number.isInteger(talents) && [bases, nodes, place, field, custom, arrays].every(Array.isArray)) return told as Description;
  throw refuse("the description is not that of an index");
}

/** Hands out the arrays of a snapshot in order, as views on its bytes. */
function arrayReader(bytes: Uint8Array, start: number, description: Description) {
  let at = start;
  let i = 0;
  return (kinds: readonly ArrayKind[], length?: number): CodeArray => {
    const [kind, has] = description.arrays[i++] ?? ["none", 0];
    if (!kinds.includes(kind as ArrayKind) || (length !== undefined && has !== length))
      throw refuse("its arrays are not those of an index");
    const Kind = ARRAYS[kind as ArrayKind];
    if (at + has * Kind.BYTES_PER_ELEMENT > bytes.length) throw refuse("its arrays run past the end");
    const array: CodeArray = new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, has);
    at += padded(array.byteLength);
    return array;
  };
}

/**
 * Reads a snapshot (读快照) without copying: the index looks at the bytes in place, which may lie on a SharedArrayBuffer, so they must not change.
 * @throws GuiyanError `invalid-snapshot` for damaged or foreign bytes, or one with other dimensions of the caller's own
 * @complexity O(bytes) for the checksum, O(codes × depth) for the trees
 */
export function readSnapshot(given: Uint8Array, dimensions: readonly string[]): IndexParts {
  if (!(given instanceof Uint8Array)) throw refuse("expected a Uint8Array");
  // Numbers must lie at multiples of their size.
  const bytes = given.byteOffset % 8 === 0 ? given : new Uint8Array(given);
  const { description, start } = readDescription(bytes);
  const { talents, bases, custom, nodes } = description;
  const named = custom.map(([dimension]) => dimension);
  if (named.length !== dimensions.length || !dimensions.every((dimension) => named.includes(dimension))) {
    throw refuse(`expected criteria with the dimensions [${named.join(", ")}], received [${dimensions.join(", ")}]`);
  }
  const vocabulary = vocabularyOf(description);
  const trees = plantTrees(vocabulary);
  if (trees.region.size !== nodes[0] || trees.field.size !== nodes[1])
    throw refuse("it was written by a version that reads codes otherwise");
  const next = arrayReader(bytes, start, description);
  const any: readonly ArrayKind[] = ["u8", "u16", "u32"];
  const single = (dictionary: Dictionary): SingleColumn => ({ kind: "single", dictionary, values: next(any, talents) });
  const list = (dictionary: Dictionary): ListColumn => {
    const offsets = next(["u32"], talents + 1) as Uint32Array;
    return { kind: "list", dictionary, offsets, values: next(any, offsets[talents]) };
  };
  const idBytes = next(["u8"]) as Uint8Array;
  const columns: Columns = {
    ids: new IdStore(idBytes, next(["u32"], talents + 1) as Uint32Array),
    residence: single(vocabulary.place),
    hometown: single(vocabulary.place),
    degree: single(vocabulary.degree),
    title: single(vocabulary.title),
    field: list(vocabulary.field),
    custom: new Map(Array.from(vocabulary.custom, ([dimension, dictionary]) => [dimension, list(dictionary)])),
  };
  const cells = new Map<RegionBasis, CellStore>();
  for (const basis of bases) {
    const rows = next(["u32"], nodes[0] + 1) as Uint32Array;
    const fields = next(any, rows[nodes[0]]);
    const starts = next(["u32"], fields.length + 1) as Uint32Array;
    cells.set(basis, { rows, fields, starts, postings: next(["u32"], starts[fields.length]) as Uint32Array });
  }
  return { segments: [new Segment(columns, cells)], vocabulary, trees, bases, heaps: [], caches: new WeakMap() };
}
