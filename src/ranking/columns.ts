import { compareCodePoints } from "../numeric/index.js";
import { DEGREE_LEVELS, TITLE_GRADES } from "../taxonomy/index.js";
import { Dictionary } from "./dictionary.js";
import type { IdStore } from "./id-store.js";

/** Numbers of a dictionary, as narrow as the dictionary allows. */
export type CodeArray = Uint8Array | Uint16Array | Uint32Array;

/** One code a row, 0 where the fact is unknown. */
export interface SingleColumn {
  readonly kind: "single";
  readonly dictionary: Dictionary;
  readonly values: CodeArray;
}

/** Several codes a row: those of row `i` are `values[offsets[i] .. offsets[i + 1])`; a lone 0 says that the fact is unknown. */
export interface ListColumn {
  readonly kind: "list";
  readonly dictionary: Dictionary;
  readonly offsets: Uint32Array;
  readonly values: CodeArray;
}

/** A registry as typed arrays over dictionaries (列式存储); rows stand in ascending code-point order of id. */
export interface Columns {
  readonly ids: IdStore;
  readonly residence: SingleColumn;
  readonly hometown: SingleColumn;
  readonly degree: SingleColumn;
  readonly title: SingleColumn;
  readonly field: ListColumn;
  /** Dimensions of the caller's own, by name. */
  readonly custom: ReadonlyMap<string, ListColumn>;
}

/** The dictionaries that all columns of an index share (字典), so that a code has one number in every segment. */
export interface Vocabulary {
  /** Residences and hometowns. */
  readonly place: Dictionary;
  readonly field: Dictionary;
  /** Whole ladders, lowest first: a level's number is its rank + 1. */
  readonly degree: Dictionary;
  readonly title: Dictionary;
  readonly custom: ReadonlyMap<string, Dictionary>;
}

/** Codes that a vocabulary begins with. */
interface VocabularyCodes {
  readonly place?: readonly string[];
  readonly field?: readonly string[];
  readonly custom: Iterable<readonly [dimension: string, codes: readonly string[]]>;
}

/** A vocabulary of given codes and the whole ladders; dimensions of the caller's own by name, so that their order leaves no trace. */
export function vocabularyOf({ place, field, custom }: VocabularyCodes): Vocabulary {
  const named = [...custom].sort(([a], [b]) => compareCodePoints(a, b));
  return {
    place: new Dictionary(place),
    field: new Dictionary(field),
    degree: new Dictionary(DEGREE_LEVELS),
    title: new Dictionary(TITLE_GRADES),
    custom: new Map(named.map(([dimension, codes]) => [dimension, new Dictionary(codes)])),
  };
}

/** Copies numbers into the narrowest array that holds `highest`. */
export function narrow(numbers: ArrayLike<number>, highest: number): CodeArray {
  if (highest < 0x100) return Uint8Array.from(numbers);
  return highest < 0x10000 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}
