/** Spreads the bits of a 32-bit state. */
function spread(state: number): number {
  let bits = state ^ (state >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/**
 * Fingerprints of keys (键指纹), two 32-bit lanes each, one after another: 64 bits, so that two keys out of millions hardly ever meet by chance. Where they do,
 * a few more pairs are compared and none less.
 * @complexity O(total length)
 * @source multiplicative hashing after FNV-1a with the finaliser of MurmurHash3 (public domain)
 */
export function keyLanes(keys: readonly string[]): Int32Array {
  const lanes = new Int32Array(keys.length * 2);
  for (const [at, key] of keys.entries()) {
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
    }
    lanes[at * 2] = spread(low);
    lanes[at * 2 + 1] = spread(high);
  }
  return lanes;
}

/** The lane of a key of several parts, from the lane of the parts before and the lane of the next. */
export function joinLanes(before: number, next: number): number {
  return spread(Math.imul(before, 0x01000193) ^ next);
}
