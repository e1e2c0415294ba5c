import { characterBits, codePointsOf, isSurrogate } from "./character-bits.js";

/** Longest common beginning that counts. */
const PREFIX = 4;
/** What each character of it closes of the gap to 1. */
const SCALE = 0.1;
/** Only pairs above it are raised. */
const THRESHOLD = 0.7;

/** Places of matched characters of the longer text, reused. */
const matched = /* @__PURE__ */ new Int32Array(32);

/** How far apart two equal characters may stand and still match. */
function reachOf(a: number, b: number): number {
  return Math.max(0, Math.floor(Math.max(a, b) / 2) - 1);
}

/** Jaro's mean of the matched shares of both texts and the share of matches in order; `displaced` counts matches out of order on one side. */
function jaro(a: number, b: number, matches: number, displaced: number): number {
  return matches === 0 ? 0 : (matches / a + matches / b + (matches - Math.floor(displaced / 2)) / matches) / 3;
}

/** The shorter text `b` of at most 32 units, neither holding halves of characters. */
function jaroByBits(a: string, b: string): number {
  const m = a.length;
  const n = b.length;
  const reach = reachOf(m, n);
  for (let j = 0; j < n; j++) characterBits[b.charCodeAt(j)] = (characterBits[b.charCodeAt(j)] ?? 0) | (1 << j);
  let taken = 0;
  let matches = 0;
  const end = Math.min(m, n + reach);
  for (let i = 0; i < end; i++) {
    const low = i > reach ? -1 << (i - reach) : -1;
    const high = i + reach >= 31 ? -1 : (1 << (i + reach + 1)) - 1;
    const open = (characterBits[a.charCodeAt(i)] ?? 0) & low & high & ~taken;
    if (open === 0) continue;
    // The first free place, as the lowest bit.
    taken |= open & -open;
    matched[matches++] = i;
  }
  let displaced = 0;
  for (let k = 0, left = taken; k < matches; k++, left &= left - 1) {
    if (((characterBits[a.charCodeAt(matched[k] ?? 0)] ?? 0) & left & -left) === 0) displaced++;
  }
  for (let j = 0; j < n; j++) characterBits[b.charCodeAt(j)] = 0;
  return jaro(m, n, matches, displaced);
}

function jaroByPoints(a: Int32Array, b: Int32Array): number {
  const reach = reachOf(a.length, b.length);
  // Places of each character of b in order: its first free one, and from each place the next.
  const first = new Map<number, number>();
  const next = new Int32Array(b.length);
  for (let j = b.length - 1; j >= 0; j--) {
    const point = b[j] ?? 0;
    next[j] = first.get(point) ?? -1;
    first.set(point, j);
  }
  const places = new Int32Array(a.length);
  const taken = new Uint8Array(b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i++) {
    const point = a[i] ?? 0;
    let j = first.get(point) ?? -1;
    while (j >= 0 && j < i - reach) j = next[j] ?? -1;
    if (j >= 0 && j <= i + reach) {
      places[matches++] = i;
      taken[j] = 1;
      j = next[j] ?? -1;
    }
    first.set(point, j);
  }
  let displaced = 0;
  for (let j = 0, k = 0; j < b.length; j++) if (taken[j] === 1 && a[places[k++] ?? 0] !== b[j]) displaced++;
  return jaro(a.length, b.length, matches, displaced);
}

/**
 * Similarity of two short texts, names above all, that weighs their beginnings (Jaro–Winkler 相似度): 1 for equal texts, 0 where nothing matches.
 *
 *   jaro = (m/|a| + m/|b| + (m − t)/m) / 3          m: equal characters at most ⌊max(|a|, |b|)/2⌋ − 1 places apart, each taken once
 *                                                   t: half the matches that stand in another order, rounded down
 *   result = jaro + p · 0.1 · (1 − jaro)            where jaro > 0.7; p: equal characters at the beginning, at most 4
 *
 * By code point, case and width as they come; symmetric. Two empty texts are equal.
 *
 * Differs: several definitions go by this name. This one raises only pairs above 0.7, as the program of the Census Bureau does; that program's credit for
 * look-alike letters, its adjustment for long texts and its refusal of digits in the beginning are left out.
 * @returns 0..1
 * @complexity O(|a| + |b|)
 * @source M. A. Jaro, Journal of the American Statistical Association 84 (1989), 414–420; W. E. Winkler, Proceedings of the Section on Survey Research
 *   Methods, American Statistical Association (1990), 354–359
 * @example
 * console.log(jaroWinkler("MARTHA", "MARHTA").toFixed(4), jaroWinkler("DIXON", "DICKSONX").toFixed(4)); // → 0.9611 0.8133
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a === "" || b === "") return 0;
  let plain = Math.min(a.length, b.length) <= 32;
  for (let i = 0; plain && i < a.length; i++) plain = !isSurrogate(a.charCodeAt(i));
  for (let j = 0; plain && j < b.length; j++) plain = !isSurrogate(b.charCodeAt(j));
  let similarity: number;
  let prefix = 0;
  if (plain) {
    similarity = a.length < b.length ? jaroByBits(b, a) : jaroByBits(a, b);
    const most = Math.min(PREFIX, a.length, b.length);
    while (prefix < most && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  } else {
    const left = codePointsOf(a);
    const right = codePointsOf(b);
    similarity = jaroByPoints(left, right);
    const most = Math.min(PREFIX, left.length, right.length);
    while (prefix < most && left[prefix] === right[prefix]) prefix++;
  }
  return similarity > THRESHOLD ? similarity + prefix * SCALE * (1 - similarity) : similarity;
}
