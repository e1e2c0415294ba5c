import { cleanText, foldScript } from "../text/index.js";

/** Texts that folding would not change. */
const PLAIN = /^[a-z0-9]*$/;
/** Latin letters that no decomposition takes apart. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ł", "l"],
  ["ħ", "h"],
  ["ı", "i"],
  ["þ", "th"],
]);

/**
 * The words of a text for comparison (折叠为词): width, case, script, accents of Latin letters, apostrophes and punctuation folded away, one blank between words.
 * For comparison only.
 * @complexity O(length)
 */
export function foldWords(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  return foldScript(cleanText(cleanText(raw).normalize("NFKC")))
    .toLowerCase()
    .normalize("NFD")
    .replace(/['’‘`´]/g, "")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/[ßæœøđðłħıþ]/g, (letter) => LETTERS.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

/** {@link foldWords} without blanks (折叠为字): mary-jane, Mary Jane and maryjane are one. */
export function foldLetters(raw: string): string {
  return foldWords(raw).replaceAll(" ", "");
}
