import { foldWidth } from "../text/index.js";
import { figuresInDigits } from "./written-figures.js";

/** Pay as advertised (薪资): yuan per unit. */
export interface Salary {
  readonly minYuan?: number;
  readonly maxYuan?: number;
  readonly unit: "hour" | "day" | "month" | "year";
  /** Months paid a year, e.g. 14 of 15-20K·14薪. */
  readonly monthsPerYear?: number;
  /** Present where the higher end stood first. */
  readonly swapped?: true;
}

const UNITS: readonly (readonly [RegExp, Salary["unit"]])[] = [
  [/时|hour/i, "hour"],
  [/[天日]|day/i, "day"],
  [/年|year/i, "year"],
  [/月|month/i, "month"],
];
const SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1000],
  ["千", 1000],
  ["w", 10_000],
  ["万", 10_000],
  ["百", 100],
]);
/** No post pays more, in yuan. */
const HIGHEST = 1e9;
const AMOUNT = /(\d+(?:\.\d+)?)\s*(?:([kw千万百])|(元))?/gi;

/** 1万2千 and 8千5 are one amount. */
const oneAmount = (text: string) =>
  text
    .replace(/(\d+)万(\d)千?(?![\d.千百])/g, (_, a: string, b: string) => String(Number(a) * 10_000 + Number(b) * 1000))
    .replace(/(\d+)千(\d)百?(?![\d.])/g, (_, a: string, b: string) => String(Number(a) * 1000 + Number(b) * 100));

/**
 * Reads pay (解析薪资): 15-20K·14薪, 1万-1.5万, 8千-1万, 30-54万, 1-1.5万/月, 200元/天, 一万二千, 壹万贰仟元整. Whole yuan.
 *
 * A scale behind the last number holds for the first too (15-20K). Without a unit, more than 100 000 yuan is pay for a year (30-54万), else for
 * a month.
 * @returns undefined for 面议, for an open range (8000-), a negative number and what is no pay
 * @complexity O(length)
 */
export function readSalary(raw: string): Salary | undefined {
  const text = figuresInDigits(
    foldWidth(raw)
      .replace(/,(?=\d{3})/g, "")
      .replace(/\s+/g, ""),
  );
  const months = /(\d{2})薪/.exec(text)?.[1];
  // Recruiting sites put how soon they answer into the same cell.
  const body = oneAmount(
    text
      .replace(/^.*?转正(?:后|以后|之后)?[:：]?(?=\d)/, "")
      .replace(/\d+(?:小时|天|个工作日)内?反馈.*$/, "")
      .replace(/[·*xX×]?\d{2}薪.*/, ""),
  );
  if (/^[-\u2212]\d|[-~—–至到]$|\de[+-]?\d/i.test(body)) return undefined;
  if (/面议|面谈|详谈|协商/.test(body) || /[人岁名]|经验|本科|以内$/.test(body)) return undefined;
  const amounts = [...body.matchAll(AMOUNT)].map(([, digits = "", scale, yuan]) => ({
    number: Number(digits),
    scale: scale?.toLowerCase(),
    plain: yuan !== undefined,
  }));
  const [first, second] = amounts;
  const last = second ?? first;
  if (first === undefined || last === undefined || amounts.length > 2) return undefined;
  const stated = UNITS.find(([pattern]) => pattern.test(body.replace(AMOUNT, "")));
  // A small bare number with a unit of time is a length of time: 3-5年.
  const scaled = last.scale !== undefined || /[元薪￥¥]|\d\/(?:天|日|小?时|h)/.test(body) || last.number >= 1000;
  if (!scaled) return undefined;
  const yuan = ({ number, scale }: { number: number; scale: string | undefined }) => Math.round(number * (SCALES.get(scale ?? "") ?? 1));
  const high = yuan(last);
  // 6000元-1万元 and 6000-1万 state the first number whole.
  const shares = first.scale === undefined && last.scale !== undefined && !first.plain && first.number < 1000;
  const low = yuan(shares ? { ...first, scale: last.scale } : first);
  if (!(low <= HIGHEST && high <= HIGHEST)) return undefined;
  // K is the sign of monthly pay; the sites that add their answering time state yearly pay.
  const unit = stated?.[1] ?? (last.scale !== "k" && (high >= 100_000 || /反馈/.test(text)) ? "year" : "month");
  const open = second === undefined;
  const atMost = open && /以[下内]|不超过|最高/.test(body);
  const atLeast = open && /以上|起|不低于|\+|[保无]?底薪?/.test(body);
  return {
    ...(atMost ? {} : { minYuan: Math.min(low, high) }),
    ...(atLeast ? {} : { maxYuan: Math.max(low, high) }),
    unit,
    ...(months === undefined ? {} : { monthsPerYear: Number(months) }),
    ...(low > high ? { swapped: true as const } : {}),
  };
}

/** Pay in yuan a month (月薪): a year's pay over the months paid, 12 unless stated; undefined for hourly and daily pay. */
export function monthlyPay({ minYuan, maxYuan, unit, monthsPerYear }: Salary): { min?: number; max?: number } | undefined {
  if (unit === "hour" || unit === "day") return undefined;
  const divide = (yuan: number) => (unit === "year" ? Math.round(yuan / (monthsPerYear ?? 12)) : yuan);
  return {
    ...(minYuan === undefined ? {} : { min: divide(minYuan) }),
    ...(maxYuan === undefined ? {} : { max: divide(maxYuan) }),
  };
}
