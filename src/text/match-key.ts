import { cleanText } from "./clean-text.js";
import { foldScript } from "./fold-script.js";

/** A text without the selectors that pick one drawing of a character (异体字选择符, IVS): the same character for every comparison. */
export function withoutVariants(text: string): string {
  return text.replace(/[\u{e0100}-\u{e01ef}]/gu, "");
}

/**
 * The key under which two spellings of a label meet (匹配键): {@link cleanText}, then NFKC, simplified script, lower case, no blanks, no variation selectors.
 * For look-up only: NFKC changes what is shown (㈱, ①), so a key is never displayed.
 * @complexity O(length)
 */
export function matchKey(raw: string): string {
  // Normalised once more at the end: lower case and vanished blanks may let signs compose.
  return foldScript(cleanText(withoutVariants(cleanText(raw)).normalize("NFKC")))
    .toLowerCase()
    .replace(/\s+/g, "")
    .normalize("NFKC");
}
