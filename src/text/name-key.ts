import { cleanText } from "./clean-text.js";
import { withoutVariants } from "./match-key.js";

/** Signs that stand for the dot of 买买提·热合曼 in a name written in Chinese characters. */
const NAME_DOTS = /[.\u25cf-]/g;

/** A text without its brackets and what they hold; the whole text without the brackets where nothing else is left. */
function withoutRemarks(text: string): string {
  let depth = 0;
  let bare = "";
  for (const sign of text) {
    if (sign === "(") depth++;
    else if (sign === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) bare += sign;
  }
  return /[\p{L}\p{N}]/u.test(bare) ? bare : text.replace(/[()]/g, "");
}

/**
 * The key under which two spellings of a personal name meet (姓名匹配键): NFKC, lower case, without variation selectors, remarks in brackets and the
 * blanks that pad 张　三; every sign that serves as the dot of 买买提·热合曼 is one. Blanks between Latin words stay.
 *
 * For comparison only: a name is shown as its owner writes it. A figure behind a name (张三2) stays, since it tells two persons apart.
 * @complexity O(length)
 * @example
 * console.log(nameKey("买买提 ． 热合曼（女）")); // → 买买提·热合曼
 */
export function nameKey(raw: string): string {
  const plain = cleanText(withoutVariants(cleanText(raw)).normalize("NFKC"))
    .toLowerCase()
    .normalize("NFKC");
  const text = cleanText(withoutRemarks(plain)).normalize("NFKC");
  const dotted = /\p{Script=Han}/u.test(text) ? text.replace(NAME_DOTS, "\u00b7") : text;
  return dotted
    .replace(/(?<=[\p{Script=Han}\u00b7]) +| +(?=[\p{Script=Han}\u00b7])/gu, "")
    .replace(/\u00b7+/g, "\u00b7")
    .replace(/^\u00b7|\u00b7$/g, "")
    .trim();
}
