import { editDistance, jaroWinkler } from "../text/index.js";

/** A folded text, ready to be compared with many others (拼写). */
export interface Spelling {
  readonly text: string;
  /** Code points. */
  readonly length: number;
  /** One bit for each kind of sign that occurs; different signs may share a bit. */
  readonly signs: number;
}

/** More edits than are counted. */
export const FAR = 3;

/** @complexity O(length) */
export function spelling(text: string): Spelling {
  let [signs, length] = [0, 0];
  for (const sign of text) {
    signs |= 1 << ((sign.codePointAt(0) ?? 0) & 31);
    length++;
  }
  return { text, length, signs };
}

/** Bits that are set. */
function count(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Signs of one spelling that the other lacks, of the side that has more of them; each needs an edit of its own, and none of them can match. */
function foreign(a: Spelling, b: Spelling): number {
  return Math.max(count(a.signs & ~b.signs), count(b.signs & ~a.signs));
}

/**
 * Edits between two spellings (编辑次数): 0, 1, 2, or {@link FAR} for more. Most pairs are told apart by their signs, without a look at their order.
 * @complexity O(1) for most unequal pairs, else that of `editDistance`
 */
export function editsApart(a: Spelling, b: Spelling): number {
  if (a.text === b.text) return 0;
  if (foreign(a, b) >= FAR || Math.abs(a.length - b.length) >= FAR) return FAR;
  return Math.min(FAR, editDistance(a.text, b.text, FAR - 1));
}

/** Whether the tails of two texts are equal from two places on, of which they have as many units left. */
function equalFrom(a: string, i: number, b: string, j: number): boolean {
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++;
    j++;
  }
  return i === a.length;
}

/**
 * Whether two spellings are one edit apart (一处差错): a sign wrong, lost, added, or two neighbours exchanged.
 * @complexity O(length), O(1) for most
 */
export function isOneEdit(a: Spelling, b: Spelling): boolean {
  const more = a.text.length - b.text.length;
  if (a.text === b.text || Math.abs(a.length - b.length) > 1) return false;
  // Characters beyond the basic plane are two units.
  if (a.text.length !== a.length || b.text.length !== b.length) return editDistance(a.text, b.text, 1) === 1;
  let at = 0;
  while (at < a.length && at < b.length && a.text.charCodeAt(at) === b.text.charCodeAt(at)) at++;
  if (more > 0) return equalFrom(b.text, at, a.text, at + 1);
  if (more < 0) return equalFrom(a.text, at, b.text, at + 1);
  const swapped = a.text.charCodeAt(at) === b.text.charCodeAt(at + 1) && a.text.charCodeAt(at + 1) === b.text.charCodeAt(at);
  return equalFrom(a.text, at + (swapped ? 2 : 1), b.text, at + (swapped ? 2 : 1));
}

/**
 * Whether the Jaro–Winkler similarity of two spellings reaches `least` (相似), which must be above 0.7. The signs bound it from above, so that most pairs
 * are told apart without it.
 */
export function isLike(a: Spelling, b: Spelling, least: number): boolean {
  const matches = Math.min(a.length - count(a.signs & ~b.signs), b.length - count(b.signs & ~a.signs), a.length, b.length);
  if (matches <= 0) return a.length === b.length && a.text === b.text;
  const jaro = (matches / a.length + matches / b.length + 1) / 3;
  let shared = 0;
  while (shared < 4 && shared < a.text.length && a.text.charCodeAt(shared) === b.text.charCodeAt(shared)) shared++;
  return jaro + shared * 0.1 * (1 - jaro) >= least && jaroWinkler(a.text, b.text) >= least;
}
