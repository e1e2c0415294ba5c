import { cleanText } from "./clean-text.js";
import { foldScript } from "./fold-script.js";
import { foldWidth } from "./fold-width.js";

/** A text without the selectors that pick one drawing of a character (异体字选择符, IVS): the same character for every comparison. */
export function withoutVariants(text: string): string {
  return text.replace(/[\u{e0100}-\u{e01ef}]/gu, "");
}

/** Signs of which NFKC folds only the width, and nothing composes: ASCII, Chinese characters of the first block, Chinese punctuation. */
const PLAIN = /^[\x20-\x7e\u3001\u3002\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e\u201c\u201d\u00b7]*$/;

/**
 * The key under which two spellings of a label meet (匹配键): {@link cleanText}, then NFKC, simplified script, lower case, no blanks, no variation selectors.
 * For look-up only: NFKC changes what is shown (㈱, ①), so a key is never displayed.
 * @complexity O(length)
 */
export function matchKey(raw: string): string {
  if (PLAIN.test(raw)) return foldScript(foldWidth(raw).replace(/ +/g, "")).toLowerCase();
  // Normalised once more at the end: lower case and vanished blanks may let signs compose.
  return foldScript(cleanText(withoutVariants(cleanText(raw)).normalize("NFKC")))
    .toLowerCase()
    .replace(/\s+/g, "")
    .normalize("NFKC");
}
