import { type NameParts, type Sound, soundOf } from "../text/index.js";

/** Longest name, in characters, that letters are compared with. */
const LONGEST = 12;

const variants = /* @__PURE__ */ new WeakMap<Sound, readonly string[]>();

/** How the readings of a character are written in letters: lü as lv, lyu and lu. */
export function spellingsOf(sound: Sound): readonly string[] {
  const known = variants.get(sound);
  if (known !== undefined) return known;
  const spelled = sound.readings.flatMap((reading) =>
    reading.includes("ü") ? ["v", "yu", "u"].map((vowel) => reading.replace("ü", vowel)) : [reading],
  );
  variants.set(sound, spelled);
  return spelled;
}

function soundsOf(text: string): Sound[] {
  return [...text].map((character) => soundOf(character.codePointAt(0) ?? 0));
}

/** Whether letters from a place on spell the sounds from a place on, to the end of both; of at most twelve characters. */
export function spellsSounds(letters: string, at: number, sounds: readonly Sound[], from: number): boolean {
  if (sounds.length > LONGEST) return false;
  const sound = sounds[from];
  if (sound === undefined) return at === letters.length;
  for (const spelled of spellingsOf(sound)) {
    if (letters.startsWith(spelled, at) && spellsSounds(letters, at + spelled.length, sounds, from + 1)) return true;
  }
  return false;
}

/** Whether letters spell a name in pinyin without tones (拼音相符), the surname first or last, by any of its readings. */
export function spellsName(letters: string, { surname, given }: NameParts): boolean {
  if (letters === "" || surname.length + given.length > 2 * LONGEST) return false;
  const [family, own] = [soundsOf(surname.replaceAll("\u00b7", "")), soundsOf(given)];
  return spellsSounds(letters, 0, [...family, ...own], 0) || spellsSounds(letters, 0, [...own, ...family], 0);
}
