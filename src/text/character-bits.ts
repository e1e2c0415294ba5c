/**
 * Where each UTF-16 unit stands in a pattern of at most 32 units: bit i for place i. One table for every bit-parallel comparison of short texts.
 * Whoever sets places clears them before it returns: between two calls every entry is 0.
 */
export const characterBits: Int32Array = /* @__PURE__ */ new Int32Array(0x10000);

/** Whether a UTF-16 unit is half of an astral character, or a stray half. */
export function isSurrogate(unit: number): boolean {
  return (unit & 0xf800) === 0xd800;
}

/** The code points of a text; a stray half of a character is one of its own. */
export function codePointsOf(text: string): Int32Array {
  const points = new Int32Array(text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    points[count++] = point;
    if (point > 0xffff) i++;
  }
  return points.subarray(0, count);
}
