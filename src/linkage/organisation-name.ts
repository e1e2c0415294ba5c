import { editsApart, isOneEdit, type Spelling, spelling } from "./spelling.js";

/** The folded name of an employer or a school, ready to be compared with many others (机构名称). */
export interface OrganisationName {
  readonly whole: Spelling;
  /** Without 中国 before it. */
  readonly core: string;
  /** Numerals in order: 第二中学 and 第三中学 are two schools. */
  readonly numerals: string;
  /** The signs in ascending order. */
  readonly sorted: string;
  /** First letters of the words of a name in an alphabet, three and more; else empty. */
  readonly initials: string;
}

/** Signs of a name of which another may hold no more: 二中 is none of 第二中学's parts by chance. */
const SHORTEST = 2;
/** Signs from which one edit is a typing error, and from which two are. */
const NEAR_LENGTH = 4;
const SIMILAR_LENGTH = 8;
/** How long a name of two signs may be in full. */
const LONGEST_OF_TWO = 8;
/** The last sign of an abbreviation is among so many last ones of the full name: 郑大 of 郑州大学, 中石化 of 中国石油化工. */
const END = 3;
/** English words that give no letter to an acronym. */
const PARTICLES = new Set(["of", "and", "the", "for", "at", "in", "de"]);

/** @param words folded words of the name, or one run of Chinese characters */
export function organisationName(words: string): OrganisationName {
  const text = words.replaceAll(" ", "");
  const letters = words.split(" ").filter((word) => !PARTICLES.has(word));
  const core = text.replace(/^中国/, "");
  return {
    whole: spelling(text),
    core: core.length >= SHORTEST ? core : text,
    numerals: text.replace(/[^\d一二三四五六七八九十]/g, ""),
    sorted: [...text].sort().join(""),
    initials: letters.length >= 3 ? letters.map((word) => word.charAt(0)).join("") : "",
  };
}

/**
 * Whether the signs of `short` stand in `long` in order, the first at the beginning, the last near the end. What is left out between two runs of signs is part
 * of a word: 中国银行 is not short for 中国农业银行, where a word is missing between two that are whole.
 */
function abbreviates(short: string, long: string): boolean {
  if (short.length < SHORTEST || short.length >= long.length || short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  if (short.length === SHORTEST && long.length > LONGEST_OF_TWO) return false;
  if (long.lastIndexOf(short.charAt(short.length - 1)) < long.length - END) return false;
  let at = 0;
  let run = 0;
  let before = 0;
  for (let i = 0; i < long.length && at < short.length; i++) {
    if (long.charCodeAt(i) === short.charCodeAt(at)) {
      at++;
      run++;
      if (run > 1 && before > 1) return false;
    } else if (run > 0) {
      before = run;
      run = 0;
    }
  }
  return at === short.length;
}

/** Whether one name is the other with something left out: a department behind it, a place before it, or most of its characters. */
export function isShortForm(a: OrganisationName, b: OrganisationName): boolean {
  const [long, short] = a.whole.text.length < b.whole.text.length ? [b, a] : [a, b];
  const { text } = short.whole;
  if (text.length < SHORTEST) return false;
  if (long.whole.text.startsWith(text) || long.core.startsWith(text)) return true;
  if (text.length > SHORTEST && long.whole.text.endsWith(text)) return true;
  if (abbreviates(text, long.whole.text) || abbreviates(short.core, long.core)) return true;
  return text.length > SHORTEST && text === long.initials;
}

/**
 * Whether two names are alike but for typing (近似名称): one edit of four signs and more, two of eight and more, or the same signs in another order. Names whose
 * numerals differ are not, nor those that differ in both of their first two signs, where the place stands.
 */
export function isAlikeName(a: OrganisationName, b: OrganisationName): boolean {
  if (a.numerals !== b.numerals) return false;
  const [left, right] = [a.whole, b.whole];
  const longer = Math.max(left.length, right.length);
  if (longer < NEAR_LENGTH) return false;
  if (isOneEdit(left, right) || (left.length === right.length && a.sorted === b.sorted)) return true;
  if (longer < SIMILAR_LENGTH || editsApart(left, right) !== 2) return false;
  return left.text.charCodeAt(0) === right.text.charCodeAt(0) || left.text.charCodeAt(1) === right.text.charCodeAt(1);
}

/** Blocking keys of a name: its beginning, its end, and its outer signs, which many an abbreviation keeps. */
export function organisationKeys({ whole: { text } }: OrganisationName): string[] {
  return [`h:${text.slice(0, 4)}`, `t:${text.slice(-4)}`, `o:${text.charAt(0)}${text.charAt(text.length - 1)}`];
}
