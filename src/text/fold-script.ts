import { SIMPLIFIED, TRADITIONAL } from "./packs/traditional-pack.js";

/** Simplified forms by UTF-16 unit of the traditional character; all of them lie in the basic plane. */
let table: ReadonlyMap<string, string> | undefined;
/** Marks the units in `table`, so that a text without any is told at a glance. */
let marks: Uint8Array | undefined;

/**
 * Traditional characters of the code tables' names and of office wording to simplified ones (常用繁体转简体), for look-up keys:
 * 學歷 → 学历, 南樂縣 → 南乐县. A thousand characters, one to one and without context; for display text see {@link loadSimplifier}.
 * @complexity O(length); a text without such characters comes back as it is
 */
export function foldScript(text: string): string {
  if (table === undefined || marks === undefined) {
    const plain = [...SIMPLIFIED];
    table = new Map([...TRADITIONAL].map((traditional, i) => [traditional, plain[i] ?? traditional]));
    marks = new Uint8Array(0x10000);
    for (const traditional of TRADITIONAL) marks[traditional.charCodeAt(0)] = 1;
  }
  let at = 0;
  while (at < text.length && marks[text.charCodeAt(at)] === 0) at++;
  if (at === text.length) return text;
  let folded = text.slice(0, at);
  for (; at < text.length; at++) folded += table.get(text.charAt(at)) ?? text.charAt(at);
  return folded;
}
