import { readNumber } from "../text/index.js";

/** Numeral words in a row, ordinary and of the kind that cheques use. */
const NUMERALS = /[〇零一二两三四五六七八九壹贰叁肆伍陆柒捌玖十百千万亿拾佰仟萬億]+/g;
const UNIT = /[十百千万亿拾佰仟萬億]/;
/** A lone word before a range sign and more numerals: 一至二万. */
const RANGE_START = /[一二两三四五六七八九](?=[-~—–至到][一二两三四五六七八九\d])/g;

/**
 * Numeral words of a text about money in digits (中文金额转写): 一万二千 → 1.2万, 壹佰零伍 → 105, 一至二万 → 1至2万, 十三薪 → 13薪.
 * Words without a unit (五险一金) and units behind digits (8千) stay, and what reads as no number (三四千).
 * @complexity O(length)
 */
export function figuresInDigits(text: string): string {
  return text
    .replace(RANGE_START, (word) => String(readNumber(word) ?? word))
    .replace(NUMERALS, (words, at: number, whole: string) => {
      if (!UNIT.test(words) || /^[百千万亿佰仟萬億]/.test(words) || /\d/.test(whole[at - 1] ?? "")) return words;
      const value = readNumber(words);
      if (value === undefined) return words;
      return value >= 10_000 ? `${value / 10_000}万` : value >= 1000 ? `${value / 1000}千` : String(value);
    });
}
