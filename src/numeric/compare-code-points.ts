/**
 * Total order of strings by code point (码点序): negative, zero or positive as `a` stands before, at or after `b`.
 *
 * JavaScript's `<` compares UTF-16 units, which puts U+1F600 before U+FF5E; databases sort by code point.
 * @complexity O(length of the common prefix)
 */
export function compareCodePoints(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    // Surrogates (D800..DFFF) stand for code points above every other unit: lift them past E000..FFFF.
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x2000 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x2000 : y + 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
}
