/**
 * A 64-bit fingerprint of text (指纹), for noticing change, not for security.
 * @returns 16 lower-case hexadecimal digits of FNV-1a over the UTF-16 units, low byte first.
 * @complexity O(length)
 * @source Fowler, Noll & Vo; offset basis 14695981039346656037, prime 1099511628211.
 */
export function fnv1a64(text: string): string {
  // The 64-bit state in two 32-bit halves; the prime is 2^40 + 0x1b3.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const step = (byte: number) => {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    const carry = Math.floor(product / 0x100000000);
    high = (Math.imul(high, 0x1b3) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    step(unit & 0xff);
    step(unit >>> 8);
  }
  return high.toString(16).padStart(8, "0") + low.toString(16).padStart(8, "0");
}
