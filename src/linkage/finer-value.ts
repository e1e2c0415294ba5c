import { employerKey, isRegionCode, regionInside } from "../taxonomy/index.js";
import { cleanText, foldWidth } from "../text/index.js";
import { isPlainObject } from "./canonical-json.js";

/** What a text may name, beyond its form, so that one may be more exact than another: a region's code (区划), an employer (单位). */
export const DETAIL_KINDS = ["region", "employer"] as const;
/** One of the two kinds of text. */
export type DetailKind = (typeof DETAIL_KINDS)[number];

/** Whether the first value says all that the second does, and more (更详). */
export type Finer = (a: unknown, b: unknown) => boolean;

/** A year, a month or a day. */
const DATE = /^\d{4}(?:-\d{2}){0,2}$/;
/** A word of a script that writes blanks between words. */
const WORDS = /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

/**
 * Which of two values is the more exact (更详的值): a strict partial order, so that two that contradict each other are both left standing.
 *
 * - a date of more parts: 1980-05 over 1980
 * - an object that tells all that the other tells and more: a title with series and name over its grade alone
 * - a list of anything over the empty list
 * - kind `region`: a code over the units above it
 * - kind `employer`: a name that holds the other whole, words unbroken (南乐县教育局招生办公室 over 教育局, but Stanford not over Ford), and of two spellings of
 *   one employer (`employerKey`) the longer. 北京大学 and 北京大学第一医院 are two employers; in two records of one person the shorter is nearly always
 *   short for the longer.
 * @param canonical canonical text of a value
 * @complexity O(length) for two values; employers' names are read once
 */
export function finerBy(kind: DetailKind | undefined, canonical: (value: unknown) => string): Finer {
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const made = employerName(text);
    names.set(text, made);
    return made;
  };
  return (a, b) => {
    if (typeof a === "string" && typeof b === "string") {
      if (kind === "employer") return isFinerEmployer(a, b, nameOf);
      if (kind === "region") return a !== b && isRegionCode(a) && isRegionCode(b) && regionInside(a, b);
      return a.length > b.length && DATE.test(a) && DATE.test(b) && a.startsWith(b);
    }
    if (Array.isArray(a) && Array.isArray(b)) return a.length > 0 && b.length === 0;
    if (!isPlainObject(a) || !isPlainObject(b)) return false;
    const told = (value: Readonly<Record<string, unknown>>) => Object.keys(value).filter((name) => value[name] !== undefined);
    const own = told(b);
    return told(a).length > own.length && own.every((name) => Object.hasOwn(a, name) && canonical(a[name]) === canonical(b[name]));
  };
}

function isFinerEmployer(a: string, b: string, nameOf: (text: string) => string): boolean {
  const [long, short] = [nameOf(a), nameOf(b)];
  if (short === "") return long !== "";
  return long === short ? a.length > b.length : long.includes(short);
}

/** An employer's name for looking for one in another; each word of letters between two marks, so that no word is found inside another. */
function employerName(text: string): string {
  const plain = /\p{Script=Han}/u.test(text) ? employerKey(text) : foldWidth(cleanText(text)).toLowerCase();
  return (plain ?? "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .replace(WORDS, "\u0001$&\u0001");
}
