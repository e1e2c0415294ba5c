import { SIMPLIFIED, TRADITIONAL } from "./packs/traditional-pack.js";

let table: ReadonlyMap<string, string> | undefined;
let sign: RegExp | undefined;

/**
 * Traditional characters of the code tables' names and of office wording to simplified ones (常用繁体转简体), for look-up keys:
 * 學歷 → 学历, 南樂縣 → 南乐县. A thousand characters, one to one and without context; for display text see {@link loadSimplifier}.
 * @complexity O(length); a text without such characters comes back as it is
 */
export function foldScript(text: string): string {
  if (table === undefined || sign === undefined) {
    const plain = [...SIMPLIFIED];
    table = new Map([...TRADITIONAL].map((traditional, i) => [traditional, plain[i] ?? traditional]));
    sign = new RegExp(`[${TRADITIONAL}]`, "g");
  }
  const known = table;
  return text.replace(sign, (character) => known.get(character) ?? character);
}
