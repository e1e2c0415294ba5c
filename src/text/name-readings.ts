import { READINGS } from "./packs/reading-pack.js";
import { simplifyName } from "./simplify-name.js";

/** How a character may be read (字音), the usual reading first, then that of a surname. Characters of the same readings share one object. */
export interface Sound {
  /** Syllables without tones: `["dan", "shan", "chan"]`, `["lü"]`; empty for a character that is not known. */
  readonly readings: readonly string[];
  /** Numbers of these syllables. */
  readonly syllables: readonly number[];
  /** Numbers of what they become where near sounds are one, see {@link soundsNear}. */
  readonly near: readonly number[];
}

const SILENT: Sound = { readings: [], syllables: [], near: [] };

let sounds: Map<number, Sound> | undefined;

/** What a syllable becomes where near sounds are one. */
function nearOf(syllable: string): string {
  const final = syllable.replace(/([aei])ng$/, "$1n");
  if (/^[zcs]h/.test(final)) return final.charAt(0) + final.slice(2);
  if (final.startsWith("n")) return `l${final.slice(1)}`;
  if (!final.startsWith("f")) return final;
  // fei is heard as hui, fen as hun, fan as huan; fu and fou have their vowel already.
  const rest = final.slice(1);
  return rest === "ei" ? "hui" : rest === "en" ? "hun" : rest.startsWith("u") || rest === "ou" ? `h${rest}` : `hu${rest}`;
}

function build(): Map<number, Sound> {
  const listed = new Map<number, string[]>();
  const lines = [...READINGS.matchAll(/([a-zü]+)([^a-zü/]*)\/?([^a-zü/]*)\/?([^a-zü/]*)/gu)];
  // Usual readings first, then second ones, then the rest.
  for (const place of [2, 3, 4]) {
    for (const line of lines) {
      for (const character of line[place] ?? "") {
        const point = character.codePointAt(0) ?? 0;
        const known = listed.get(point);
        if (known === undefined) listed.set(point, [line[1] ?? ""]);
        else known.push(line[1] ?? "");
      }
    }
  }
  const numbers = new Map<string, number>();
  const numberOf = (syllable: string): number => {
    const known = numbers.get(syllable);
    if (known !== undefined) return known;
    numbers.set(syllable, numbers.size);
    return numbers.size - 1;
  };
  const shared = new Map<string, Sound>();
  const table = new Map<number, Sound>();
  for (const [point, readings] of listed) {
    const key = readings.join(" ");
    let sound = shared.get(key);
    if (sound === undefined) {
      sound = { readings, syllables: readings.map(numberOf), near: [...new Set(readings.map((reading) => numberOf(nearOf(reading))))] };
      shared.set(key, sound);
    }
    table.set(point, sound);
  }
  return table;
}

/**
 * How a character of a name may be read, by code point (字音集合); a traditional character as its simplified form.
 * @complexity O(1)
 */
export function soundOf(point: number): Sound {
  sounds ??= build();
  const known = sounds.get(point);
  if (known !== undefined) return known;
  // A traditional character is looked up by its simplified form, and kept: there are three thousand of them.
  const plain = point > 0xffff ? undefined : simplifyName(String.fromCharCode(point)).codePointAt(0);
  const sound = (plain === undefined || plain === point ? undefined : sounds.get(plain)) ?? SILENT;
  if (sound !== SILENT) sounds.set(point, sound);
  return sound;
}

/**
 * Readings of a character in pinyin without tones (多音字读音), the usual one first, then that of a surname; empty for what is no character of a name.
 * @complexity O(1)
 * @example
 * console.log(readingsOf("乐"), readingsOf("呂"), readingsOf("?")); // → [ 'le', 'yue', 'lao', 'yao' ] [ 'lü' ] []
 */
export function readingsOf(character: string): readonly string[] {
  const point = character.codePointAt(0);
  return point === undefined || character.length !== (point > 0xffff ? 2 : 1) ? [] : soundOf(point).readings;
}

/** Whether two lists of numbers of syllables have one in common (读音有交集). */
export function soundsMeet(a: readonly number[], b: readonly number[]): boolean {
  for (const one of a) for (const other of b) if (one === other) return true;
  return false;
}

function heard(a: string, b: string, meet: (one: Sound, other: Sound) => boolean): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const one = a.codePointAt(i) ?? 0;
    const other = b.codePointAt(j) ?? 0;
    if (one !== other && !meet(soundOf(one), soundOf(other))) return false;
    i += one > 0xffff ? 2 : 1;
    j += other > 0xffff ? 2 : 1;
  }
  return i === a.length && j === b.length;
}

/**
 * Whether two names may be the same to the ear (同音): as many characters, and each pair equal or with a reading in common, tones apart: 张伟 and 章炜.
 *
 * Symmetric, not transitive: 单 sounds like 丹 and like 山. A character without known readings sounds like itself alone.
 * @complexity O(length)
 * @example
 * console.log(soundsAlike("张伟", "章炜"), soundsAlike("单雄", "山熊"), soundsAlike("张伟", "张为民")); // → true true false
 */
export function soundsAlike(a: string, b: string): boolean {
  return heard(a, b, (one, other) => one === other || soundsMeet(one.syllables, other.syllables));
}

/**
 * Whether two names may be confused by ear or by a keyboard of sounds (近音): as {@link soundsAlike}, where these are one sound besides:
 * z/zh, c/ch, s/sh; n/l and f/hu at the beginning (fei/hui, fan/huan, fu/hu); an/ang, en/eng, in/ing at the end. True wherever `soundsAlike` is.
 * @complexity O(length)
 * @example
 * console.log(soundsNear("陈宁", "程林"), soundsNear("李飞", "李辉"), soundsNear("张伟", "李伟")); // → true true false
 */
export function soundsNear(a: string, b: string): boolean {
  return heard(a, b, (one, other) => one === other || soundsMeet(one.near, other.near));
}
