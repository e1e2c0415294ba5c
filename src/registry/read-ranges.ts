import { foldWidth, readNumber } from "../text/index.js";
import { figuresInDigits } from "./written-figures.js";

/** A range, of whole persons or of years with their parts; an open end is absent. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

const compact = (raw: string) => foldWidth(raw).replace(/\s+/g, "");

/** Years as written: 3年, 6个月 is half a year. */
const YEARS = "(\\d{1,2}(?:\\.\\d)?)(年|个?月)?";
const EXPERIENCE_RANGE = new RegExp(`^${YEARS}[-~—–至到]${YEARS}$`);
const EXPERIENCE_LEAST = new RegExp(`^(?:不少于|不低于|至少|满|具[有备]|有|须|需|要求)*${YEARS}(?:\\(含\\))?(?:及?以上|起|\\+)?$`);
const EXPERIENCE_MOST = new RegExp(`^(?:不超过)?${YEARS}(?:及?以[下内])$`);
const EXPERIENCE_ABOUT = new RegExp(`^约?${YEARS}(?:左右|上下)$`);
const toYears = (number: string | undefined, unit: string | undefined) =>
  unit?.endsWith("月") ? Math.round((Number(number) / 12) * 100) / 100 : Number(number);

/**
 * Reads years of experience asked (解析工作经验): 3-5年, 三年及以上, 6个月以上, 1年以内, 应届, 无经验, 不限. Months are parts of a year.
 * @returns `{}` for 不限 and for a mere preference, min and max 0 for 应届 and 无经验, undefined for what is no experience
 * @complexity O(length)
 */
export function readExperience(raw: string): Range | undefined {
  const text = figuresInDigits(compact(raw))
    .replace(/^(?:工作|从业)?经验[:：]/, "")
    .replace(/([一二三四五六七八九两\d])年半/g, (_, whole: string) => `${readNumber(whole) ?? whole}.5年`)
    .replace(/半年/g, "6个月")
    .replace(/[一二三四五六七八九十两](?=年|个月)/g, (word) => String(readNumber(word) ?? word))
    .replace(
      /(?:(?:的|从事)?(?:本|同|相关|相应)?(?:行业|岗位|职业|专业|领域)?(?:工作|从业|管理)?(?:的)?(?:经验|经历)者?|工作年限|从业年限|相关(?:工作)?|工作)/g,
      "",
    );
  if (/^(?:年限)?(?:不限|无要求|不要求|(?:应届(?:毕业)?生?|有|丰富者?)?优先|不作要求)$/.test(text)) return {};
  if (
    /^(?:(?:应届|在校)(?:高校)?(?:毕业)?生?(?:[/、或及和](?:应届|在校|往届|历届)?(?:毕业)?生?)*(?:均可|也可|可)?|无|零基础|无需|不需要?|可无|接受小白)$/.test(
      text,
    ) ||
    compact(raw) === "无经验"
  )
    return { min: 0, max: 0 };
  const range = EXPERIENCE_RANGE.exec(text);
  if (range?.[4] !== undefined) {
    const ends = [toYears(range[1], range[2] ?? range[4]), toYears(range[3], range[4])] as const;
    return { min: Math.min(...ends), max: Math.max(...ends) };
  }
  const about = EXPERIENCE_ABOUT.exec(text);
  if (about?.[2] !== undefined) return { min: toYears(about[1], about[2]), max: toYears(about[1], about[2]) };
  const least = EXPERIENCE_LEAST.exec(text);
  if (least?.[2] !== undefined) return { min: toYears(least[1], least[2]) };
  const most = EXPERIENCE_MOST.exec(text);
  if (most?.[2] !== undefined) return { min: 0, max: toYears(most[1], most[2]) };
  // 从事本专业工作满5年, 2年以上基层工作经历: one length of time among words about work.
  const said =
    compact(raw).length <= 40 && /经验|经历|从事|从业|任职|工作/.test(raw)
      ? [...text.matchAll(/(?<![\d.])(\d{1,2}(?:\.\d)?)(年|个月)(?!后|代|出生|生)/g)]
      : [];
  const [only] = said;
  return only === undefined || said.length > 1 || /[-~至到]/.test(text) ? undefined : { min: toYears(only[1], only[2]) };
}

/** Persons as written: 500, 2千, 1.5万; thousands separators are gone. */
const PERSONS = "(\\d+(?:\\.\\d+)?[百千万]?)";
const SIZE_RANGE = new RegExp(`^${PERSONS}人?[-~—–至到]${PERSONS}人?$`);
const SIZE_MOST = new RegExp(`^(?:少于|不足|小于|不到|<)${PERSONS}人?$|^${PERSONS}人(?:及?以[下内])$`);
const SIZE_LEAST = new RegExp(`^${PERSONS}人(?:及?以上|\\+)$|^(?:多于|超过|大于|>)${PERSONS}人?$|^${PERSONS}\\+人?$`);
const SIZE_ABOUT = new RegExp(`^(?:约|共|有|现有)?${PERSONS}(?:余|多)?人(?:左右|上下)?$`);

/** A range of one end; undefined without a number. */
const endOf = (end: "min" | "max", number: number | undefined): Range | undefined => (number === undefined ? undefined : { [end]: number });

/**
 * Reads the size of an enterprise (解析企业规模): 100-499人, 10000人以上, 少于50人, 2千-5千人, 300人左右.
 * @returns persons; undefined for what is no size
 * @complexity O(length)
 */
export function readCompanySize(raw: string): Range | undefined {
  const text = figuresInDigits(compact(raw).replace(/,(?=\d{3})/g, ""))
    .replace(/^(?:公司|企业|单位|人员)?(?:规模|人数)[:：]?/, "")
    .replace(/(?:现有|在职|在册)?(?:员工|职工)(?:总数|总人数|人数)?[:：]?/g, "");
  const number = (written: string | undefined) => {
    const persons = written === undefined ? undefined : readNumber(written);
    return Number.isSafeInteger(persons) ? persons : undefined;
  };
  const range = SIZE_RANGE.exec(text);
  if (range) {
    const high = number(range[2]);
    // 2-5千人: the scale behind the last number holds for the first too.
    const low =
      /[百千万]$/.test(range[1] ?? "") || !/[百千万]$/.test(range[2] ?? "")
        ? number(range[1])
        : number(`${range[1]}${range[2]?.slice(-1)}`);
    if (low !== undefined && high !== undefined && (text.endsWith("人") || high >= 15))
      return { min: Math.min(low, high), max: Math.max(low, high) };
  }
  const most = SIZE_MOST.exec(text);
  if (most) return endOf("max", number(most[1] ?? most[2]));
  const least = SIZE_LEAST.exec(text);
  if (least) return endOf("min", number(least[1] ?? least[2] ?? least[3]));
  const about = number(SIZE_ABOUT.exec(text)?.[1]);
  if (about === undefined) return undefined;
  return /[余多]人/.test(text) ? { min: about } : { min: about, max: about };
}

/** A number of persons: whole, from 1 to six digits. */
function persons(text: string): number | undefined {
  const number = readNumber(text.replace(/(?:名|人|个|位)$/, ""));
  return number !== undefined && Number.isInteger(number) && number >= 1 && number < 1e6 ? number : undefined;
}

/**
 * Reads how many persons a post wants (解析需求人数): 2, 2名, 二人, 一百二十, 3-5人 (the larger).
 * @returns undefined for 若干 and for what is no headcount of at least one
 */
export function readHeadcount(raw: string): number | undefined {
  const text = compact(raw).replace(/^约|左右$|(?:名|人|个|位)$/g, "");
  const parts = text.split(/[-~—–至到]/);
  const last = persons(parts.at(-1) ?? "");
  if (last === undefined || parts.includes("")) return undefined;
  return Math.max(last, persons(parts[0] ?? "") ?? last);
}
