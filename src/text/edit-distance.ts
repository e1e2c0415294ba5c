import { GuiyanError } from "../errors/index.js";
import { characterBits, codePointsOf, isSurrogate } from "./character-bits.js";

/** Distance of two texts whose difference, the shorter `b` of at most 32 units, lies at `from` and is `m` and `n` units long. */
function byBits(a: string, m: number, b: string, n: number, from: number, limit: number): number {
  for (let j = 0; j < n; j++) characterBits[b.charCodeAt(from + j)] = (characterBits[b.charCodeAt(from + j)] ?? 0) | (1 << j);
  const last = 1 << (n - 1);
  let positive = -1;
  let negative = 0;
  let diagonal = 0;
  let before = 0;
  let distance = n;
  for (let i = 0; i < m; i++) {
    const here = characterBits[a.charCodeAt(from + i)] ?? 0;
    const swapped = ((~diagonal & here) << 1) & before;
    diagonal = ((((here & positive) + positive) | 0) ^ positive) | here | negative | swapped;
    const up = negative | ~(diagonal | positive);
    const down = diagonal & positive;
    if ((up & last) !== 0) distance++;
    else if ((down & last) !== 0) distance--;
    // Each unit still to come lowers the distance by one at most.
    if (distance - (m - 1 - i) > limit) {
      distance = limit + 1;
      break;
    }
    const raised = (up << 1) | 1;
    positive = (down << 1) | ~(diagonal | raised);
    negative = raised & diagonal;
    before = here;
  }
  for (let j = 0; j < n; j++) characterBits[b.charCodeAt(from + j)] = 0;
  return distance;
}

/** Distance by the cells within `band` of the diagonal, `a` the longer; band + 1 where it is larger than that. */
function byBand(a: Int32Array, b: Int32Array, band: number): number {
  const beyond = band + 1;
  const width = b.length + 2;
  let earlier = new Int32Array(width).fill(beyond);
  let previous = new Int32Array(width).fill(beyond);
  let row = new Int32Array(width).fill(beyond);
  for (let j = 0; j <= Math.min(b.length, band); j++) previous[j] = j;
  let leastBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const low = Math.max(1, i - band);
    const high = Math.min(b.length, i + band);
    let least = beyond;
    row[low - 1] = low === 1 ? Math.min(i, beyond) : beyond;
    if (low === 1) least = row[0] ?? beyond;
    for (let j = low; j <= high; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((previous[j - 1] ?? 0) + cost, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, (earlier[j - 2] ?? 0) + 1);
      row[j] = Math.min(value, beyond);
      if (value < least) least = value;
    }
    row[high + 1] = beyond;
    // A swap reaches back two rows: only two rows beyond the band end the search.
    if (least > band && leastBefore > band) return beyond;
    leastBefore = least;
    [earlier, previous, row] = [previous, row, earlier];
  }
  return previous[b.length] ?? beyond;
}

function byPoints(a: Int32Array, b: Int32Array, limit: number): number {
  const [long, short] = a.length < b.length ? [b, a] : [a, b];
  if (long.length - short.length > limit) return limit + 1;
  const most = Math.min(limit, long.length);
  // A narrow band is tried first: the work grows with the distance, not with the square of the length.
  let band = Math.min(most, Math.max(16, long.length - short.length));
  for (;;) {
    const distance = byBand(long, short, band);
    if (distance <= band || band === most) return distance;
    band = Math.min(most, 2 * band);
  }
}

/**
 * Fewest single-character edits that turn one text into another (编辑距离, 最优字符串对齐): insert, delete, substitute, swap two neighbours; no character is
 * edited twice. By code point; symmetric, 0 only for equal texts. No metric: ca → ac → abc is 2, ca → abc is 3.
 * @param limit whole number ≥ 0 or Infinity; a larger distance is told as limit + 1, as soon as it is known to exceed the limit
 * @throws GuiyanError `invalid-argument` for another limit
 * @complexity O(length) where the shorter text differs in at most 32 characters of the basic plane, else O(length × min(limit, distance))
 * @source H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances, Nordic Journal of Computing 10 (2003), 29–39;
 *   the band: E. Ukkonen, Algorithms for Approximate String Matching, Information and Control 64 (1985), 100–118
 * @example
 * console.log(editDistance("zhangwei", "zhagnwei"), editDistance("张伟明", "张伟"), editDistance("kitten", "sitting", 1)); // → 1 1 2
 */
export function editDistance(a: string, b: string, limit: number = Number.POSITIVE_INFINITY): number {
  if (!(limit >= 0 && (limit === Number.POSITIVE_INFINITY || Number.isInteger(limit)))) {
    throw new GuiyanError("invalid-argument", "editDistance: expected limit to be a whole number >= 0 or Infinity");
  }
  if (a === b) return 0;
  let m = a.length;
  let n = b.length;
  // Halves of astral characters are never set aside, so that no character is cut.
  for (; m > 0 && n > 0; m--, n--) {
    const unit = a.charCodeAt(m - 1);
    if (unit !== b.charCodeAt(n - 1) || isSurrogate(unit)) break;
  }
  let from = 0;
  for (; from < m && from < n; from++) {
    const unit = a.charCodeAt(from);
    if (unit !== b.charCodeAt(from) || isSurrogate(unit)) break;
  }
  for (let i = from; i < m; i++) if (isSurrogate(a.charCodeAt(i))) return byPoints(codePointsOf(a), codePointsOf(b), limit);
  for (let j = from; j < n; j++) if (isSurrogate(b.charCodeAt(j))) return byPoints(codePointsOf(a), codePointsOf(b), limit);
  m -= from;
  n -= from;
  if (Math.abs(m - n) > limit) return limit + 1;
  const longest = Math.max(m, n);
  if (m === 0 || n === 0) return longest;
  if (limit === 0) return 1;
  if (Math.min(m, n) > 32) return byPoints(codePointsOf(a.slice(from, from + m)), codePointsOf(b.slice(from, from + n)), limit);
  return m < n ? byBits(b, n, a, m, from, limit) : byBits(a, m, b, n, from, limit);
}
