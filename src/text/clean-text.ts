/** Characters that show nothing: byte-order mark, zero-width signs, bidi controls, soft hyphen, variation selectors. */
const INVISIBLE = /[\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|[\ufe00-\ufe0f]/g;
/** Every kind of blank, line feeds inside a cell included. */
const BLANKS = /[\s\u00a0\u0085\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** The dots that write 买买提·热合曼 in office files. */
const MIDDLE_DOTS = /[\u2022\u30fb\u2027\u2219\u22c5\uff65]/g;

/** Signs that no rule here touches: ASCII, Chinese characters of the first block, their punctuation and full-width forms. */
const PLAIN =
  /^[\x21-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e\u201c\u201d\u00b7]+(?: [\x21-\x7e\u3001-\u3011\u4e00-\u9fff\uff01-\uff5e\u201c\u201d\u00b7]+)*$/;

/**
 * A cell's text as a person would retype it (清洗文本): NFC, no invisible signs, runs of blanks as one, ends trimmed, one middle dot, U+FFFD for half a
 * character. Width, script and case stay, so that names come through as written.
 * @complexity O(length)
 */
export function cleanText(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  // Invisible signs go first: what they kept apart may compose.
  return raw
    .replace(INVISIBLE, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .normalize("NFC")
    .replace(MIDDLE_DOTS, "\u00b7")
    .replace(BLANKS, " ")
    .trim();
}
