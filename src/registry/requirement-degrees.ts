import { type DegreeLevel, degrees } from "../taxonomy/index.js";

/** A level of the degree ladder inside a clause (学历条件). */
export interface DegreeMention {
  readonly start: number;
  readonly end: number;
  readonly level: DegreeLevel;
}

/** Words of the degree ladder as firms write them, the longest first; 研究生 as a minimum is its lower level. */
const LEVELS: ReadonlyMap<string, DegreeLevel> = new Map([
  ["博士研究生", "doctor"],
  ["博士", "doctor"],
  ["硕士研究生", "master"],
  ["硕研", "master"],
  ["硕士", "master"],
  ["EMBA", "master"],
  ["MBA", "master"],
  ["MPA", "master"],
  ["研究生", "master"],
  ["大学本科", "bachelor"],
  ["本科", "bachelor"],
  ["学士", "bachelor"],
  ["一本", "bachelor"],
  ["二本", "bachelor"],
  ["三本", "bachelor"],
  ["大学专科", "associate"],
  ["大专", "associate"],
  ["专科", "associate"],
  ["高职", "associate"],
]);
/** What makes another thing of the word: 博士后, 本科阶段, 专科医院, 硕士点, 博士团队. */
const WORD = new RegExp(
  `(?<!非|与|中等?|[正副]|最|指导|培养|管理|带过?)(${[...LEVELS.keys()].join("|")})(?!后|生?导师|阶段|期间|医[院生师]|护[士理]|院校|学校|点|团队|工作站|人才公寓|线|书|课程|教学|教育|生源|批次|称|不限|(?:及|或)以下|生?(?:待遇|年薪|补贴|津贴)|(?:阶段)?(?:须|应|需)?(?:为|毕业于)?(?:全国)?(?:重点|双一流|985|211|高校|院校))`,
  "g",
);
/** What may stand between levels that are alternatives: 硕士或博士, 硕士、博士研究生. */
const JOINT = /^(?:\([^()]*\)|学历|学位|毕业|生|者|的)*(?:或者?|[-~—–、/至到]|及|和)$/;

/**
 * Levels that a clause names, alternatives as their lower one: 硕士或博士 asks for a master.
 * @complexity O(length)
 */
export function degreeMentions(text: string): DegreeMention[] {
  const mentions: DegreeMention[] = [];
  for (const match of text.matchAll(WORD)) {
    const level = LEVELS.get(match[1] ?? "");
    if (level === undefined) continue;
    const end = match.index + match[0].length;
    const previous = mentions.at(-1);
    if (previous !== undefined && JOINT.test(text.slice(previous.end, match.index))) {
      const lower = degrees.rank(level) < degrees.rank(previous.level) ? level : previous.level;
      mentions[mentions.length - 1] = { start: previous.start, end, level: lower };
    } else mentions.push({ start: match.index, end, level });
  }
  return mentions;
}
