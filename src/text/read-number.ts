import { foldWidth } from "./fold-width.js";

const DIGITS: ReadonlyMap<string, number> = new Map(
  ["〇零", "一壹弌", "二贰貳两兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"].flatMap((signs, value) =>
    [...signs].map((sign): [string, number] => [sign, value]),
  ),
);
const SMALL: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
  ["仟", 1000],
]);
const LARGE: ReadonlyMap<string, number> = new Map([
  ["万", 1e4],
  ["萬", 1e4],
  ["亿", 1e8],
  ["億", 1e8],
]);

/** Numeral words: 一万二千, 壹佰零伍, 三千五, 二〇二四. */
function readWords(text: string): number | undefined {
  const signs = [...text];
  // 二〇二四 and 九 are digits in a row; 三四 means three or four.
  if (signs.every((sign) => DIGITS.has(sign)))
    return signs.length === 2 ? undefined : Number(signs.map((sign) => DIGITS.get(sign)).join(""));
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let unit = 1;
  let large = Number.POSITIVE_INFINITY;
  for (const sign of signs) {
    const value = DIGITS.get(sign);
    const small = SMALL.get(sign);
    const scale = LARGE.get(sign);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      // 三千零五: the zero says that the next digit counts ones.
      if (value === 0) unit = 1;
      digit = value;
      continue;
    }
    if (small !== undefined) section += (digit || 1) * small;
    else if (scale !== undefined) {
      section += digit ?? 0;
      if (total + section === 0) return undefined;
      total = scale > large ? (total + section) * scale : total + section * scale;
      section = 0;
      large = scale;
    } else return undefined;
    digit = undefined;
    unit = small ?? scale ?? 1;
  }
  // 三千五 is 3500 and 一万二 is 12000, but 二十五 is 25.
  return total + section + (digit ?? 0) * Math.max(1, unit / 10);
}

/**
 * Reads a number as Chinese offices write it (读取数字): 2700, ２，７００, 1.2万, 三百二十, 一万二千, 壹佰零伍, 三千五.
 * @returns undefined for what is no number, for a sign before it and for more than the exactly representable 2^53 - 1
 * @complexity O(length)
 * @example
 * console.log(readNumber("1.2万"), readNumber("一万二千"), readNumber("面议")); // → 12000 12000 undefined
 */
export function readNumber(raw: string): number | undefined {
  const text = foldWidth(raw)
    .replace(/[\u0660-\u0669]/g, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[\s\u00a0]/g, "");
  const written = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([百千万萬亿億]{0,2})$/.exec(text);
  let value: number | undefined;
  if (written !== null) {
    const scale = [...(written[3] ?? "")].reduce((product, sign) => product * (SMALL.get(sign) ?? LARGE.get(sign) ?? 1), 1);
    value = Number(`${(written[1] ?? "").replaceAll(",", "")}${written[2] ?? ""}`) * scale;
    // 1.2万 is 12000, whatever binary fractions make of it.
    if (scale > 1) value = Math.round(value * 1e6) / 1e6;
  } else if (text !== "") value = readWords(text);
  return value !== undefined && Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}
