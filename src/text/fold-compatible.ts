/** Full-width letters and digits, radicals that stand for characters, compatibility ideographs, ligatures: signs whose plain form means the same. */
const SAFE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fd5\uf900-\ufaff\ufb00-\ufb06\uff65-\uff9f]|[\u{2f800}-\u{2fa1f}]/gu;

/**
 * NFKC where it changes no meaning (安全的兼容等价折叠): full-width letters and digits, Kangxi radicals (⼯ → 工), compatibility ideographs, ligatures,
 * half-width kana. What NFKC would distort stays: ①, ㎡, ², ㈱, ½ and the full-width punctuation of Chinese text. Blanks become plain.
 * @complexity O(length)
 */
export function foldCompatible(text: string): string {
  return text.replace(SAFE, (sign) => sign.normalize("NFKC")).replace(/[\u3000\u00a0\u2000-\u200a\u202f\u205f]/g, " ");
}
