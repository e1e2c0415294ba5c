/**
 * A name or label as one run of plain text (文字去控制符): line breaks, tabs and other control characters become one blank, signs that show nothing or
 * turn the order of letters round are taken out, half a character becomes U+FFFD. No name can then forge a line of a letter or hide part of it.
 * @complexity O(length)
 */
export function plainText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();
}
