/** Whatever XML 1.0 cannot hold, even escaped: control characters but for tab and line ends, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Characters with a meaning in XML; tabs and line ends would come back as blanks. */
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text without the characters that XML 1.0 forbids (清除非法字符). */
const xmlSafe = (text: string): string => text.replace(FORBIDDEN, "");

/**
 * A value as content or attribute of XML 1.0 (XML 转义): forbidden characters removed, the rest comes back from any parser as it was.
 * @complexity O(length)
 * @source W3C, Extensible Markup Language (XML) 1.0, fifth edition, sections 2.2, 2.4 and 3.3.3
 */
export function xmlText(value: string | number | boolean): string {
  return xmlSafe(String(value)).replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] as string);
}

/**
 * An id in XML for each key (标识): the key without forbidden characters; where that is another's id, `~2`, `~3`, … is added, so that ids stay distinct.
 * @complexity O(keys)
 */
export function xmlIds(keys: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  // A key that can be written keeps its own spelling, whatever the others are.
  for (const key of keys) if (xmlSafe(key) === key) ids.set(key, key);
  const taken = new Set(ids.values());
  for (const key of keys) {
    if (ids.has(key)) continue;
    let id = xmlSafe(key);
    for (let n = 2; taken.has(id); n++) id = `${xmlSafe(key)}~${n}`;
    taken.add(id);
    ids.set(key, id);
  }
  return ids;
}
