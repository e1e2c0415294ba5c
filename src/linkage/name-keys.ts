import type { Spelling } from "./spelling.js";

/** Letters of a key: a single typing error in a name of six letters leaves its beginning or its end as it was. */
const PART = 3;

/** Blocking key of a name's beginning (首部键). */
export function nameHead({ text }: Spelling): string {
  return `h:${text.slice(0, PART)}`;
}

/** Blocking key of a name's end (尾部键). */
export function nameTail({ text }: Spelling): string {
  return `t:${text.slice(-PART)}`;
}

/** Classes of consonants that are heard or written for each other; vowels, h, w and y have none. */
const CLASSES: ReadonlyMap<string, string> = new Map(
  ["bp", "fv", "cgjkqxsz", "dt", "l", "mn", "r"].flatMap((letters) =>
    [...letters].map((letter): [string, string] => [letter, letters[0] ?? ""]),
  ),
);

/**
 * Blocking key of how a name sounds (辅音骨架键): the classes of its consonants, repeats as one, ph as f. Letters of other scripts stay.
 * @source own; after the idea of R. C. Russell's index of 1918 (Soundex)
 *   Differs: the first letter is classed too, and nothing is cut off
 */
export function nameSkeleton({ text }: Spelling): string {
  let [skeleton, last] = ["", ""];
  for (const sign of text.replaceAll("ph", "f")) {
    const part = CLASSES.get(sign) ?? (sign >= "a" && sign <= "z" ? "" : sign);
    if (part !== "" && part !== last) skeleton += part;
    if (part !== "") last = part;
  }
  return `s:${skeleton === "" ? text : skeleton}`;
}
