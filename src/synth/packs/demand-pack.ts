import type { DegreeLevel } from "../../taxonomy/index.js";

/** Share of each minimum of study (学历要求); `none` stands for no minimum. */
export const DEGREE_MINIMA: Readonly<Record<DegreeLevel, number>> = { none: 14, associate: 17, bachelor: 40, master: 23, doctor: 6 };

/** How firms write a minimum; `L` is the level. */
export const DEGREE_PHRASES = ["L及以上", "L及以上学历", "L以上学历", "L"];
/** How firms write each level (学历写法). */
export const DEGREE_WORDS: Readonly<Record<DegreeLevel, readonly string[]>> = {
  none: ["不限"],
  associate: ["大专", "专科"],
  bachelor: ["本科", "大学本科"],
  master: ["硕士", "硕士研究生"],
  doctor: ["博士"],
};

/** How firms ask for a title: grade, whether it must be, and the words; weight at the end. */
export const TITLE_ASKS = [
  [undefined, "none", "不限", 34],
  [undefined, "none", "", 22],
  ["associate-senior", "soft", "副高优先", 10],
  ["associate-senior", "soft", "高级职称优先", 6],
  ["associate-senior", "hard", "副高及以上", 6],
  ["associate-senior", "soft", "高级工程师优先", 5],
  ["intermediate", "soft", "中级职称优先", 7],
  ["intermediate", "hard", "中级及以上职称", 6],
  ["intermediate", "hard", "具有中级职称", 2],
  ["senior", "soft", "正高优先", 2],
] as const;

/** Places that firms prefer natives of, and how often. */
export const ORIGIN_ASKS = [
  ["410923", "南乐籍优先", 14],
  ["410900", "濮阳籍优先", 4],
  ["410000", "河南籍优先", 5],
] as const;

/** Limits that the law protects: read, told and never scored. */
export const PROTECTED_ASKS = [
  ["age", "<=45", "限45岁以下", 8],
  ["age", "<=35", "35周岁以下", 6],
  ["age", "<=40", "年龄40岁以下", 3],
  ["sex", "male", "限男性", 2],
] as const;

/** Conditions outside the four dimensions. */
export const OTHER_ASKS = [
  "3年以上相关工作经验",
  "具有较强的沟通能力",
  "能适应倒班",
  "英语六级优先",
  "有大型企业工作经历优先",
  "熟练使用办公软件",
  "吃苦耐劳",
];

/** Tails of fields that firms list. */
export const FIELD_TAILS = ["", "", "等相关专业", "相关专业", "专业"];

/** Firms of the county by segment: kinds of name; `b` an invented proper name, `S` a word for the trade. */
export const FIRM_NAMES = ["南乐县bbS有限公司", "濮阳bbS有限公司", "河南bbS股份有限公司", "南乐bbS科技有限公司", "河南bbS集团有限公司"];

/** Where the posts are: the county mostly. */
export const WORKPLACES = "410923:880 410902:60 410900:40 410100:20";

/** Monthly pay in thousand yuan by minimum of study, lowest and highest of the lower end. */
export const PAY_BY_DEGREE: Readonly<Record<DegreeLevel, readonly [number, number]>> = {
  none: [4, 6],
  associate: [4, 8],
  bachelor: [6, 12],
  master: [8, 18],
  doctor: [15, 30],
};
