import { foldWidth } from "../text/index.js";

/** A range of whole numbers; an open end is absent. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

const compact = (raw: string) => foldWidth(raw).replace(/\s+/g, "");

/**
 * Reads years of experience asked (解析工作经验): 3-5年, 5年以上, 1年以内, 应届, 无经验, 不限.
 * @returns `{}` for 不限, min and max 0 for 应届 and 无经验, undefined for what is no experience
 */
export function readExperience(raw: string): Range | undefined {
  const text = compact(raw).replace(/(?:工作)?经验|工作年限|相关/g, "");
  if (/^(?:年限)?(?:不限|无要求|不要求)$/.test(text)) return {};
  if (/^(?:应届(?:毕业)?生?|在校生?|无|零基础|无需)$/.test(text) || raw === "无经验") return { min: 0, max: 0 };
  const range = /^(\d{1,2})(?:年)?[-~—–至到](\d{1,2})年$/.exec(text);
  if (range) return { min: Number(range[1]), max: Number(range[2]) };
  const least = /^(?:不少于|至少|满)?(\d{1,2})年(?:及?以上|起)?$/.exec(text);
  if (least) return { min: Number(least[1]) };
  const most = /^(\d{1,2})年(?:以[内下])$/.exec(text);
  return most ? { min: 0, max: Number(most[1]) } : undefined;
}

/**
 * Reads the size of an enterprise (解析企业规模): 100-499人, 10000人以上, 少于50人.
 * @returns persons; undefined for what is no size
 */
export function readCompanySize(raw: string): Range | undefined {
  const text = compact(raw);
  const range = /^(\d+)[-~—–至到](\d+)人?$/.exec(text);
  if (range && (text.endsWith("人") || Number(range[2]) >= 15)) return { min: Number(range[1]), max: Number(range[2]) };
  const most = /^(?:少于|不足|小于)(\d+)人?$/.exec(text) ?? /^(\d+)人(?:以[下内])$/.exec(text);
  if (most) return { max: Number(most[1]) };
  const least = /^(\d+)人(?:及?以上)$/.exec(text) ?? /^(?:多于|超过)(\d+)人?$/.exec(text);
  return least ? { min: Number(least[1]) } : undefined;
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [..."〇一二三四五六七八九"]
    .map((c, i) => [c, i] as const)
    .concat([
      ["两", 2],
      ["零", 0],
    ]),
);

/** Reads a whole number below 100 in Arabic or Chinese digits (十二, 两, 3). */
function readNumber(text: string): number | undefined {
  if (/^\d{1,6}(?:\.0+)?$/.test(text)) return Math.trunc(Number(text));
  const ten = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text);
  if (ten) return (ten[1] ? (DIGITS.get(ten[1]) ?? 0) : 1) * 10 + (ten[2] ? (DIGITS.get(ten[2]) ?? 0) : 0);
  return text.length === 1 ? DIGITS.get(text) : undefined;
}

/**
 * Reads how many persons a post wants (解析需求人数): 2, 2名, 二人, 3-5人 (the larger).
 * @returns undefined for 若干 and for what is no headcount of at least one
 */
export function readHeadcount(raw: string): number | undefined {
  const text = compact(raw).replace(/^约|左右$|(?:名|人|个|位)$/g, "");
  const last = text.split(/[-~—–至到]/).at(-1) ?? "";
  const number = readNumber(last.replace(/(?:名|人|个|位)$/, ""));
  return number !== undefined && number >= 1 ? number : undefined;
}
