import { readingsOf, type Sound, simplifyName, soundOf, splitName } from "../text/index.js";
import { spellingsOf } from "./spells-name.js";
import { MASK, nameWords, REST } from "./told-name.js";

/** Point of a character that is withheld. */
export const WITHHELD = 0;
/** Words of a name in letters that are compared one by one. */
const MOST_WORDS = 8;
/** Words that are tried at each place of the beginning. */
const MOST_TURNS = 4;
/** Spellings of one name that blocks are made of, and characters of a name that go into one. */
const MOST_SPELLINGS = 4;
const KEY_LENGTH = 24;
const NO_PARTS: readonly string[] = [];

/** What both scripts have in common. */
interface AnyName {
  /** The name as canonical text, without other names; empty where none is told. */
  readonly text: string;
  /** What is compared first: simplified characters without dots, or words; without the figure. */
  readonly plain: string;
  /** The figure behind a name (张三2), or empty. */
  readonly figure: string;
  /** Whether only a part of the name is told: 张先生, 张*明, Mr Zhang, Zhang, J. */
  readonly partial: boolean;
  /** Other names of the person, as `plain`. */
  readonly others: readonly string[];
}

/** A name in Chinese characters (汉字姓名). */
export interface CharacterName extends AnyName {
  readonly script: "characters";
  /** Code points of `plain`; 0 for a character that is withheld. */
  readonly points: readonly number[];
  readonly sounds: readonly Sound[];
  /** The same with the surname last. */
  readonly turned: readonly Sound[];
  /** Characters of the surname; 0 where the name has a dot. */
  readonly surname: number;
  /** Whether nothing is told behind the surname. */
  readonly open: boolean;
  /** The parts about the dots of a name that has any. */
  readonly parts: readonly string[];
}

/** A name in letters (字母姓名), of a foreigner or in pinyin. */
export interface LetterName extends AnyName {
  readonly script: "letters";
  readonly words: readonly string[];
  /** The words joined, and joined from each other place round. */
  readonly turns: readonly string[];
  /** The same with lü, lv, lyu and lu as one. */
  readonly keys: readonly string[];
  /** The words in ascending order, joined. */
  readonly sorted: string;
  /** Whether every word is pinyin. */
  readonly pinyin: boolean;
}

/** No name, though other names may be told. */
interface NoName extends AnyName {
  readonly script: "none";
}

/** A personal name, ready to be compared with many others (待比对的姓名). */
export type NameValue = CharacterName | LetterName | NoName;

/** Letters of a name in pinyin where each of lü, lv, lyu and lu stands for all; chenyu loses its y too, on either side of a comparison. */
function broad(letters: string): string {
  return letters.replace(/([ln])(?:v|yu|ü)/g, "$1u");
}

function characterName(text: string, others: readonly string[]): CharacterName {
  const open = text.endsWith(REST);
  const told = open ? text.slice(0, -REST.length) : text;
  let end = told.length;
  while (end > 0 && told.charCodeAt(end - 1) >= 0x30 && told.charCodeAt(end - 1) <= 0x39) end--;
  const figure = told.slice(end);
  const whole = simplifyName(told.slice(0, end));
  const parts = whole.includes("\u00b7") ? whole.split("\u00b7").filter((part) => part !== "") : NO_PARTS;
  const plain = parts.length > 0 ? parts.join("") : whole;
  const points = [...plain].map((character) => (character === MASK ? WITHHELD : (character.codePointAt(0) ?? 0)));
  const sounds = points.map(soundOf);
  const surname = parts.length > 0 ? 0 : open ? points.length : [...splitName(plain).surname].length;
  return {
    script: "characters",
    text,
    plain,
    figure,
    partial: open || points.includes(WITHHELD),
    others,
    points,
    sounds,
    turned: [...sounds.slice(surname), ...sounds.slice(0, surname)],
    surname,
    open,
    parts,
  };
}

function letterName(text: string, others: readonly string[]): LetterName {
  const open = text.endsWith(REST);
  const all = nameWords(text.replaceAll(REST, ""));
  const figure = /^\d+$/.test(all.at(-1) ?? "") ? (all.pop() ?? "") : "";
  const words = all.slice(0, MOST_WORDS);
  const turns = words.slice(0, MOST_TURNS).map((_, i) => [...all.slice(i), ...all.slice(0, i)].join(""));
  return {
    script: "letters",
    text,
    plain: all.join(" "),
    figure,
    partial: open || words.every((word) => word.length === 1) || (all.length === 1 && isSyllable(all[0] ?? "")),
    others,
    words,
    turns,
    keys: turns.map(broad),
    sorted: [...all].sort().join(" "),
    pinyin: words.every(isPinyin),
  };
}

/**
 * The parsed form of a canonical name: its lines are the name and other names of the person.
 * @complexity O(length)
 */
export function personalName(canonical: string): NameValue {
  const [text = "", ...rest] = canonical.split("\n");
  const others = rest.map((name) => (/\p{Script=Han}/u.test(name) ? simplifyName(name).replaceAll("\u00b7", "") : name));
  if (/\p{Script=Han}/u.test(text)) return characterName(text, others);
  if (/\p{L}/u.test(text)) return letterName(text, others);
  return { script: "none", text: "", plain: "", figure: "", partial: true, others };
}

/** Spellings of characters in pinyin: all of them up to {@link MOST_SPELLINGS}, the surname's readings before those of the given name. */
function spelledBy(characters: readonly string[]): string[] {
  let spelled = [""];
  for (const character of characters.slice(0, KEY_LENGTH)) {
    const readings = readingsOf(character);
    const taken = readings.slice(0, Math.max(1, Math.floor(MOST_SPELLINGS / spelled.length)));
    spelled = spelled.flatMap((before) => (taken.length === 0 ? [before + character] : taken.map((reading) => before + reading)));
  }
  return spelled.map(broad);
}

/**
 * Keys under which names that may be one meet (姓名分块键); the first character tells the kind.
 *
 * - `p` the name in pinyin, all readings up to four spellings: homophones, and letters with the surname first or last;
 * - `c` the surname with the first, and with the last, character of the given name: one character wrong, lost or added, two exchanged, 张*明;
 * - `d` each part of a name with a dot; `w` each word of letters that is no pinyin.
 *
 * Other names of the person give `p` keys. A surname alone gives none.
 */
export function nameKeys(value: NameValue): string[] {
  const keys = new Set<string>();
  const characters = [...value.plain];
  if (value.script === "characters") {
    if (!value.partial) for (const spelled of spelledBy(characters)) keys.add(`p${spelled}`);
    for (const part of value.parts) if (part.length > 1) keys.add(`d${part.slice(0, KEY_LENGTH)}`);
    const surname = characters.slice(0, value.surname).join("");
    const given = value.open ? [] : characters.slice(value.surname);
    if (surname !== "" && !surname.includes(MASK))
      for (const character of [given[0], given.at(-1)])
        if (character !== undefined && character !== MASK) keys.add(`c${surname}${character}`);
  } else if (value.script === "letters" && !value.partial) {
    for (const key of value.keys) keys.add(`p${key.slice(0, 6 * KEY_LENGTH)}`);
    for (const word of value.words) if (word.length > 2 && !isPinyin(word)) keys.add(`w${word.slice(0, KEY_LENGTH)}`);
  }
  for (const other of value.others) {
    const [first = "", second = first] = /\p{Script=Han}/u.test(other)
      ? spelledBy([...other])
      : [broad(other.replaceAll(" ", "")).slice(0, 6 * KEY_LENGTH)];
    keys.add(`p${first}`).add(`p${second}`);
  }
  return [...keys];
}

let syllables: ReadonlySet<string> | undefined;

/** Whether letters are one syllable that some character of the first block has. */
function isSyllable(letters: string): boolean {
  if (syllables === undefined) {
    const found = new Set<string>();
    for (let point = 0x4e00; point <= 0x9fff; point++) for (const spelled of spellingsOf(soundOf(point))) found.add(spelled);
    syllables = found;
  }
  return syllables.has(letters);
}

/** Whether letters are syllables of pinyin in a row (是否拼音). */
export function isPinyin(letters: string): boolean {
  if (letters.length > 2 * KEY_LENGTH) return false;
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at++) {
    if (!reached.has(at)) continue;
    for (let end = at + 1; end <= Math.min(letters.length, at + 6); end++) if (isSyllable(letters.slice(at, end))) reached.add(end);
  }
  return letters !== "" && reached.has(letters.length);
}
