/**
 * Full-width ASCII (全角) to half-width, ideographic space to blank; every other character stays.
 * @complexity O(length)
 */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) => (c === "\u3000" ? " " : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}
