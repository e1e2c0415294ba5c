import { NAME_SIMPLIFIED, NAME_TRADITIONAL } from "./packs/name-script-pack.js";
import { SIMPLIFIED, TRADITIONAL } from "./packs/traditional-pack.js";

/** Simplified forms by the traditional character, a UTF-16 unit of the first block; some simplified forms are astral (鋐 → 𬭎). */
let table: ReadonlyMap<number, string> | undefined;
/** Marks the units in `table`, so that a name without any is told at a glance. */
let marks: Uint8Array | undefined;

function build(): [ReadonlyMap<number, string>, Uint8Array] {
  const forms = new Map<number, string>();
  for (const [traditional, simplified] of [
    [TRADITIONAL, SIMPLIFIED],
    [NAME_TRADITIONAL, NAME_SIMPLIFIED],
  ] as const) {
    const plain = [...simplified];
    [...traditional].forEach((character, i) => {
      const form = plain[i] ?? character;
      if (form === character) forms.delete(character.charCodeAt(0));
      else forms.set(character.charCodeAt(0), form);
    });
  }
  const places = new Uint8Array(0x10000);
  for (const unit of forms.keys()) places[unit] = 1;
  return [forms, places];
}

/**
 * A personal name in simplified characters (姓名繁转简), one by one and without context: 張偉 → 张伟, 鍾離 and 锺离 → 钟离, 雲 → 云.
 *
 * A key for comparison, never for display: it unites the spellings of one name, and with them a few surnames that simplification made one (麴 and 曲, 範 and
 * 范). What is a name of its own in simplified script stays: 於 (not 于), 昇 (not 升), 乾 (not 干). Idempotent.
 * @complexity O(length); a name without such characters comes back as it is
 * @example
 * console.log(simplifyName("歐陽鍾靈"), simplifyName("於昇")); // → 欧阳钟灵 於昇
 */
export function simplifyName(name: string): string {
  if (table === undefined || marks === undefined) [table, marks] = build();
  let at = 0;
  while (at < name.length && marks[name.charCodeAt(at)] === 0) at++;
  if (at === name.length) return name;
  let plain = name.slice(0, at);
  for (; at < name.length; at++) plain += table.get(name.charCodeAt(at)) ?? name.charAt(at);
  return plain;
}
