import { checkOptions } from "../errors/index.js";
import { editDistance, soundsMeet } from "../text/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { type CharacterName, isPinyin, type LetterName, type NameValue, nameKeys, personalName, WITHHELD } from "./personal-name.js";
import { spellsSounds } from "./spells-name.js";
import { toldName } from "./told-name.js";

/** Options of {@link nameComparison}. */
export interface NameOptions<T> extends FactOptions<T> {
  /** Former names of the person (曾用名), as a list or as the text of a cell. */
  readonly formerNames?: ((record: T) => string | readonly string[] | undefined) | undefined;
}

const LEVELS = [
  "exact",
  "script",
  "former",
  "romanised",
  "homophone",
  "one-off",
  "transposed",
  "near-homophone",
  "compatible",
  "surname",
  "different",
] as const;
const [EXACT, SCRIPT, FORMER, ROMANISED, HOMOPHONE, ONE_OFF, TRANSPOSED, NEAR_HOMOPHONE, COMPATIBLE, SURNAME, DIFFERENT] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
] as const;
const UNTOLD = -1;

/** Letters of a word below which one edit makes another word. */
const TYPO_LENGTH = 4;

/** Whether a name of one person is another name of the other, or both have one more name in common. */
function sharesOtherName(a: NameValue, b: NameValue): boolean {
  if (a.others.length === 0 && b.others.length === 0) return false;
  return (
    (!b.partial && a.others.includes(b.plain)) ||
    (!a.partial && b.others.includes(a.plain)) ||
    a.others.some((name) => b.others.includes(name))
  );
}

function isSameSurname(a: CharacterName, b: CharacterName): boolean {
  if (a.surname !== b.surname || a.surname === 0) return false;
  for (let i = 0; i < a.surname; i++) if (a.points[i] !== b.points[i] || a.points[i] === WITHHELD) return false;
  return true;
}

/** Whether one name is the other with one character less, from a place on. */
function lacksOne(longer: readonly number[], shorter: readonly number[], from: number): boolean {
  let at = from;
  while (at < shorter.length && longer[at] === shorter[at]) at++;
  while (at < shorter.length && longer[at + 1] === shorter[at]) at++;
  return at === shorter.length;
}

/** Two surnames, or a surname and a full name; one of them told without what follows. */
function compareOpen(a: CharacterName, b: CharacterName): number {
  const [open, other] = a.open ? [a, b] : [b, a];
  for (let i = 0; i < open.points.length; i++) {
    const [one, two] = [open.points[i], other.points[i]];
    if (one === WITHHELD || two === WITHHELD) return UNTOLD;
    if (one !== two && !soundsMeet(open.sounds[i]?.syllables ?? [], other.sounds[i]?.syllables ?? [])) return DIFFERENT;
  }
  // 欧… says nothing of 欧阳修; 欧阳… may be 欧阳 as a sheet shortens it.
  return open.surname === other.surname || other.points.length === open.surname ? COMPATIBLE : DIFFERENT;
}

/** Names of which a character is withheld: what both tell agrees or does not. */
function compareMasked(a: CharacterName, b: CharacterName): number {
  if (a.points.length !== b.points.length) return isSameSurname(a, b) ? SURNAME : DIFFERENT;
  let shared = 0;
  for (let i = 0; i < a.points.length; i++) {
    if (a.points[i] === WITHHELD || b.points[i] === WITHHELD) continue;
    if (a.points[i] !== b.points[i]) return isSameSurname(a, b) ? SURNAME : DIFFERENT;
    shared++;
  }
  return shared === 0 ? UNTOLD : COMPATIBLE;
}

/** Names of as many characters that are not equal; undefined where no more than a surname may agree. */
function compareAligned(a: CharacterName, b: CharacterName): number | undefined {
  const length = a.points.length;
  let [differing, first, last] = [0, 0, 0];
  let alike = true;
  let near = true;
  for (let i = 0; i < length; i++) {
    if (a.points[i] === b.points[i]) continue;
    if (differing++ === 0) first = i;
    last = i;
    if (differing > 2 && !near) return undefined;
    const [one, two] = [a.sounds[i], b.sounds[i]];
    if (one === undefined || two === undefined) continue;
    if (!soundsMeet(one.syllables, two.syllables)) {
      alike = false;
      near &&= soundsMeet(one.near, two.near);
    }
  }
  if (alike) return HOMOPHONE;
  // Of a given name of one character nothing is left where it differs.
  if (differing === 1 && length - a.surname >= 2 && length >= 3 && first >= a.surname && a.surname === b.surname) return ONE_OFF;
  if (differing === 2 && last === first + 1 && a.points[first] === b.points[last] && a.points[last] === b.points[first]) return TRANSPOSED;
  return near ? NEAR_HOMOPHONE : undefined;
}

function compareCharacters(a: CharacterName, b: CharacterName): number {
  if (a.open || b.open) return compareOpen(a, b);
  if (a.partial || b.partial) return compareMasked(a, b);
  const [longer, shorter] = a.points.length < b.points.length ? [b, a] : [a, b];
  const more = longer.points.length - shorter.points.length;
  if (more === 0) {
    const level = compareAligned(a, b);
    if (level !== undefined) return level;
  } else if (more === 1 && longer.points.length >= 3) {
    const from = isSameSurname(a, b) ? a.surname : a.surname === 0 && b.surname === 0 ? 0 : -1;
    if (from >= 0 && lacksOne(longer.points, shorter.points, from)) return ONE_OFF;
  }
  // 买买提 for 买买提·热合曼, and 欧阳 for 欧阳修.
  if (shorter.parts.length === 0 && longer.parts[0] === shorter.plain) return COMPATIBLE;
  if (longer.surname === 2 && shorter.points.length === 2 && longer.plain.startsWith(shorter.plain)) return COMPATIBLE;
  if (isSameSurname(a, b)) return SURNAME;
  return a.parts.length > 1 && b.parts.length > 1 && a.parts.at(-1) === b.parts.at(-1) ? SURNAME : DIFFERENT;
}

/** Whether words are one name but for one mistyped word. */
function isOneTypo(a: LetterName, b: LetterName): boolean {
  if (a.words.length !== b.words.length) return false;
  const left = [...b.words];
  const odd: string[] = [];
  for (const word of a.words) {
    const at = left.indexOf(word);
    if (at < 0) odd.push(word);
    else left.splice(at, 1);
  }
  const [one = "", two = ""] = [odd[0], left[0]];
  if (odd.length !== 1 || Math.max(one.length, two.length) < TYPO_LENGTH || editDistance(one, two, 1) !== 1) return false;
  // Zhang and Zheng are two surnames, not one mistyped.
  return !(isPinyin(one) && isPinyin(two));
}

function isInitialOf(a: string, b: string): boolean {
  return a === b || (a.length === 1 ? b.startsWith(a) : b.length === 1 && a.startsWith(b));
}

/** Whether each word of the shorter name is a word of the longer, or an initial of one; one at least in full. */
function isPartOf(shorter: readonly string[], longer: readonly string[]): boolean {
  const left = [...longer];
  let full = false;
  // Whole words first, so that an initial takes none of them.
  const rest = shorter.filter((word) => {
    const at = left.indexOf(word);
    if (at < 0) return true;
    left.splice(at, 1);
    full ||= word.length > 1;
    return false;
  });
  return (
    full &&
    rest.every((word) => {
      const at = left.findIndex((other) => isInitialOf(word, other));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}

/** Whether a name holds initials alone, which agree with every other name. */
function isInitials({ partial, words }: LetterName): boolean {
  return partial && words.every((word) => word.length === 1);
}

function compareLetters(a: LetterName, b: LetterName): number {
  const [one = "", two = ""] = [a.turns[0], b.turns[0]];
  if (!a.partial && !b.partial) {
    if (a.sorted === b.sorted || a.turns.includes(two) || b.turns.includes(one)) return SCRIPT;
    const [left = "", right = ""] = [a.keys[0], b.keys[0]];
    if (a.keys.includes(right) || b.keys.includes(left)) return ROMANISED;
    if (isOneTypo(a, b)) return ONE_OFF;
  }
  if (isInitials(a) || isInitials(b)) return UNTOLD;
  const [longer, shorter] = a.words.length < b.words.length ? [b, a] : [a, b];
  if (isPartOf(shorter.words, longer.words) || (longer.words.length === shorter.words.length && isPartOf(longer.words, shorter.words)))
    return COMPATIBLE;
  const ends = [b.words[0], b.words.at(-1)];
  return [a.words[0], a.words.at(-1)].some((word) => (word ?? "").length > 1 && ends.includes(word)) ? SURNAME : DIFFERENT;
}

/** Whether letters are the first letters of the characters from a place on. */
function areInitials(letters: string, { sounds }: CharacterName, from: number): boolean {
  if (letters.length > sounds.length - from) return false;
  for (let i = 0; i < letters.length; i++) if (!sounds[from + i]?.readings.some((reading) => reading[0] === letters[i])) return false;
  return true;
}

/** A name in characters and one in letters. */
function compareScripts(a: CharacterName, b: LetterName): number {
  const letters = b.turns[0] ?? "";
  if (!a.partial && !b.partial && (spellsSounds(letters, 0, a.sounds, 0) || spellsSounds(letters, 0, a.turned, 0))) return ROMANISED;
  // Whether 约翰 is John is told by no rule here.
  if (a.surname === 0) return b.pinyin ? DIFFERENT : UNTOLD;
  if (a.points[0] === WITHHELD || isInitials(b)) return UNTOLD;
  const surname = a.sounds.slice(0, a.surname);
  const ends = [0, b.words.length - 1].filter((at) => spellsSounds(b.words[at] ?? "", 0, surname, 0));
  if (ends.length === 0) return DIFFERENT;
  if (a.partial || b.words.length === 1) return COMPATIBLE;
  return ends.some((at) => areInitials(b.words.filter((_, i) => i !== at).join(""), a, a.surname)) ? COMPATIBLE : SURNAME;
}

function compareNames(a: NameValue, b: NameValue): number {
  if (a.script !== "none" && b.script !== "none" && !a.partial && !b.partial && a.plain === b.plain) {
    // 张三1 and 张三2 are numbered to be told apart.
    if (a.figure !== b.figure) return ONE_OFF;
    return a.text === b.text ? EXACT : SCRIPT;
  }
  if (sharesOtherName(a, b)) return FORMER;
  if (a.script === "characters") {
    if (b.script === "characters") return compareCharacters(a, b);
    return b.script === "letters" ? compareScripts(a, b) : UNTOLD;
  }
  if (a.script === "none" || b.script === "none") return UNTOLD;
  return b.script === "characters" ? compareScripts(b, a) : compareLetters(a, b);
}

/**
 * Compares personal names (姓名), Chinese ones above all; one column may hold names in characters, in pinyin and of foreigners.
 *
 * - `exact`: one name as written, blanks, width, case, titles and remarks in brackets aside
 * - `script`: after traditional to simplified, with the dot of 买买提·热合曼 or without; words of letters in another order or otherwise joined
 * - `former`: a former or other name (曾用名, 原名, 又名), from its own column or from brackets in the cell, is a name of the other
 * - `romanised`: letters spell the characters in pinyin by any of their readings, the surname first or last (单丹: Shan Dan); Lü, Lv, Lyu and Lu
 * - `homophone`: as many characters, each equal or with a reading in common
 * - `one-off`: the surname is the same and one character of a given name of two or more is wrong, or one is lost or added (张小明, 张明); one typing error in
 *   a word of letters that is no pinyin; names that differ in the figure behind them (张三1, 张三2)
 * - `transposed`: two neighbouring characters exchanged
 * - `near-homophone`: as `homophone`, where z/zh, n/l, an/ang and their like are one (陈宁, 程林)
 * - `compatible`: one tells only a part, and that part agrees: 张先生, 张**, 张*明, Zhang, Zhang W., 买买提. Apart from `surname`, since nothing speaks against it
 * - `surname`: the surname is the same and the given name another; of letters, a word at either end is shared
 * - `different`
 *
 * What is no name (先生, 未知, 张三父亲) is no evidence, as is a transliterated name beside the original. A given name of one character that differs is
 * no `one-off`: nothing of it agrees.
 *
 * Keys: the name in pinyin, so that homophones and letters meet; the surname with the first and with the last character of the given name, so that one wrong
 * character does not keep records apart. Near homophones meet by other facts.
 * @throws GuiyanError `unknown-option`
 * @example
 * const names = nameComparison({ read: (record) => record.name });
 * const level = (a, b) => names.levels[names.compare(names.parse(names.read({ name: a })), names.parse(names.read({ name: b })))];
 * console.log(level("張偉", "张伟"), level("张伟", "Wei Zhang"), level("张小明", "张晓明"), level("张伟（曾用名：张卫国）", "张卫国")); // → script romanised homophone former
 */
export function nameComparison<T>(options: NameOptions<T>): Comparison<T, NameValue> {
  checkOptions("nameComparison", options, ["read", "name", "formerNames"]);
  const { read, name = "name", formerNames } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const { name: own, others } = toldName(read(record), formerNames?.(record));
      return own === "" && others.length === 0 ? undefined : [own, ...[...others].sort()].join("\n");
    },
    parse: personalName,
    compare: compareNames,
    termLevels: [EXACT, SCRIPT, HOMOPHONE],
    term: (value) => (value.partial ? undefined : value.script === "letters" ? value.sorted : value.plain),
    keys: nameKeys,
  };
}
