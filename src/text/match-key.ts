import { cleanText } from "./clean-text.js";

/**
 * The key under which two spellings of a label meet (匹配键): {@link cleanText}, then NFKC, lower case, no blanks.
 * For look-up only: NFKC changes what is shown (㈱, ①), so a key is never displayed.
 * @complexity O(length)
 */
export function matchKey(raw: string): string {
  // Normalised once more at the end: lower case and vanished blanks may let signs compose.
  return cleanText(cleanText(raw).normalize("NFKC")).toLowerCase().replace(/\s+/g, "").normalize("NFKC");
}
