import { readNumber } from "./read-number.js";

/** A figure that a text states (文本中的数字). */
export interface Figure {
  readonly value: number;
  /** `more`: 余, 多, 以上; `about`: 约, 近, 左右. Absent for a plain figure. */
  readonly approximate?: "more" | "about";
  /** Word that is counted or measured: 人, 条, 个, 万元 as 元; empty where none follows. */
  readonly unit: string;
  /** Code points, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Measure words and units behind a figure, the longest first. */
const UNITS =
  "万元 亿元 美元 公里 平方米 公斤 千克 个百分点 百分点 人次 人 名 位 个 条 件 项 家 户 所 座 场 次 批 期 种 类 元 吨 亩 米 天 年 月 日 岁 % ％ 届 篇 部 台 套 辆 株 头 只".split(
    " ",
  );
const FIGURE = new RegExp(
  "((?<![附最节])(?:约|近)|超过|逾|突破|达)?" +
    "((?:\\d+(?:\\.\\d+)?[亿万](?=\\d))?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|(?<![数几上成])[〇零一二两三四五六七八九十百千万亿]{1,14}(?=[余多]?[万亿]|(?:余|多)?[人名位个条件项家户所座场次元]))" +
    "(余|多)?((?:[百千万亿](?![克瓦米])){0,2})(余|多)?" +
    `(${UNITS.join("|")})?(以上|左右|上下)?`,
  "gu",
);
const MORE = /[余多逾]|超过|突破|以上/;
const ABOUT = /[约近]|左右|上下/;

/**
 * Finds the figures of a text (提取数字): 2700余人, 900条, 180余万元, 三百二十名. Readings in brackets and blanks must be gone, see {@link repairText}.
 * Digits inside a word of letters (H2O, 5G) are none.
 * @complexity O(length)
 * @example
 * console.log(findFigures("入库2700余人，发放补贴180余万元").map(({ value, unit }) => `${value} ${unit}`)); // → [ '2700 人', '1800000 元' ]
 */
export function findFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  let counted = 0;
  let at = 0;
  for (const match of text.matchAll(FIGURE)) {
    const [whole, before = "", digits = "", moreA = "", scale = "", moreB = "", unit = "", after = ""] = match;
    if (/[A-Za-z]/.test(text[match.index - 1] ?? "") || (unit === "" && /[A-Za-z]/.test(text[match.index + whole.length] ?? ""))) continue;
    // 1亿2000万 and 3万5千 are one figure of two parts.
    const parts = /^(\d+(?:\.\d+)?[亿万])(.+)$/.exec(digits);
    const [large, small] =
      parts === null ? [0, readNumber(digits + scale)] : [readNumber(parts[1] ?? ""), readNumber(`${parts[2]}${scale}`)];
    const value = large === undefined || small === undefined ? undefined : large + small;
    if (value === undefined) continue;
    counted += [...text.slice(at, match.index)].length;
    at = match.index;
    const words = before + moreA + moreB + after;
    const measured = /^([万亿])(.+)$/.exec(unit);
    const approximate = MORE.test(words) ? "more" : ABOUT.test(words) ? "about" : undefined;
    figures.push({
      value: measured === null ? value : (readNumber(`${value}${measured[1]}`) ?? value),
      ...(approximate === undefined ? {} : { approximate }),
      unit: measured?.[2] ?? (unit === "％" ? "%" : unit),
      start: counted,
      end: counted + [...whole].length,
    });
  }
  return figures;
}
