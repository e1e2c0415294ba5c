import type { Requirement, RequirementKind } from "../model/index.js";
import { type DegreeLevel, fieldAndBelow, resolveFields, resolveRegion, resolveTitle, type TitleGrade, titles } from "../taxonomy/index.js";

/** What became of a clause that asks nothing of the four dimensions. */
export interface RequirementNote {
  /** `protected`: sex, age …, never used; `unused`: read but outside the four dimensions; `unread`: not understood. */
  readonly kind: "protected" | "unused" | "unread";
  /** Name of the pattern that read it, e.g. `age`, `experience`. */
  readonly topic: string;
  readonly sourceText: string;
}

/** Whether a text is a list of conditions, or a description in which conditions stand among duties. */
export type RequirementStyle = "text" | "duty";

/** Where a clause's findings go. */
export interface ClauseReader {
  readonly requirements: Requirement[];
  readonly notes: RequirementNote[];
  readonly style: RequirementStyle;
}

/** Limits that are read, told and never scored. */
const PROTECTED: readonly {
  readonly dimension: string;
  readonly pattern: RegExp;
  readonly values: (match: RegExpExecArray) => string[];
}[] = [
  {
    dimension: "age",
    pattern: /(\d{2})\s*[-~—–至到]\s*(\d{2})\s*周?岁/,
    values: ([, low = "", high = ""]) => [`>=${low}`, `<=${high}`],
  },
  { dimension: "age", pattern: /(\d{2})\s*周?岁(?:\(含\))?(?:及)?以上/, values: ([, age = ""]) => [`>=${age}`] },
  { dimension: "age", pattern: /(\d{2})\s*周?岁/, values: ([, age = ""]) => [`<=${age}`] },
  { dimension: "age", pattern: /年龄(?!不限)/, values: () => ["stated"] },
  {
    dimension: "sex",
    pattern: /限?(男|女)(?:性|士|生)?(?:优先|$|(?=[^不女男]))(?<!男女)/,
    values: ([, sex = ""]) => [sex === "男" ? "male" : "female"],
  },
  { dimension: "marital", pattern: /已婚|未婚|婚育|婚姻/, values: () => ["stated"] },
  { dimension: "politics", pattern: /中共党员|党员|团员|政治面貌/, values: () => ["stated"] },
  { dimension: "ethnicity", pattern: /汉族|少数民族|民族/, values: () => ["stated"] },
  { dimension: "religion", pattern: /宗教|信教/, values: () => ["stated"] },
];

/** Conditions outside the four dimensions, by name. */
const UNUSED: readonly { readonly topic: string; readonly pattern: RegExp }[] = [
  { topic: "experience", pattern: /经验|经历|年以上|工作年限|应届|从业|背景/ },
  { topic: "study-mode", pattern: /统招|全日制|第一学历|双证|学信网/ },
  { topic: "school", pattern: /985|211|双一流|院校|重点大学|海外|留学/ },
  { topic: "certificate", pattern: /证书|资格证|执业|驾照|驾驶证|建造师|注册\p{Script=Han}+师/u },
  { topic: "language", pattern: /英语|外语|CET|四级|六级|日语/i },
  { topic: "skill", pattern: /熟[悉练]|精通|掌握|了解|能力|善于|擅长|懂|会使用|操作/ },
  { topic: "character", pattern: /责任心|团队|沟通|吃苦|敬业|认真|积极|性格|品行|健康|抗压|服从|主动|热爱|良好/ },
  { topic: "duty", pattern: /负责|参与|完成|协助|配合|承担|编写|制定|维护|管理/ },
  { topic: "pay", pattern: /待遇|薪|工资|五险|双休|面议/ },
];

/** Words of the degree ladder as firms write them, the longest first; 研究生 as a minimum is its lower level. */
const DEGREE_WORD = /(博士研究生|博士|硕士研究生|硕研|硕士|研究生|大学本科|本科|学士|大学专科|大专|专科|高职|高中|中专|中技)/g;
const DEGREE_LEVELS: ReadonlyMap<string, DegreeLevel> = new Map([
  ["博士研究生", "doctor"],
  ["博士", "doctor"],
  ["硕士研究生", "master"],
  ["硕研", "master"],
  ["硕士", "master"],
  ["研究生", "master"],
  ["大学本科", "bachelor"],
  ["本科", "bachelor"],
  ["学士", "bachelor"],
  ["大学专科", "associate"],
  ["大专", "associate"],
  ["专科", "associate"],
  ["高职", "associate"],
]);
const TITLE_WORD =
  /(正高级?|副高级?|中级|初级)(?:及?以上)?(?:专业技术)?(?:职称|技术职务|资格)?|(?:高级|中级|初级)(?:专业技术)?(?:职称|技术职务)/;
const GRADES: ReadonlyMap<string, TitleGrade> = new Map([
  ["正高", "senior"],
  ["副高", "associate-senior"],
  ["高级", "associate-senior"],
  ["中级", "intermediate"],
  ["初级", "elementary"],
]);

const UNLIMITED = /不限|无要求|不要求|均可|不作要求|无限制/;
const PREFERS = /优先|更佳|尤佳|者佳|加分|最好|为佳/;
const MUST = /必须|须|限|必备|仅|要求具[有备]|至少|不低于|及?以上|起$/;
const EXCLUDES = /^(?:不要|不招|不接受|谢绝|排除|不含)(.+)$|^除(.+?)(?:以外|之外|外)(?:均可|都可|皆可|不限)?$/;

function kindOf(clause: string, bare: RequirementKind): RequirementKind {
  if (PREFERS.test(clause)) return "soft";
  return MUST.test(clause) ? "hard" : bare;
}

/** Degree words of a clause, each with what follows it up to the next: 本科及以上学历硕士优先 asks twice. */
function readDegrees(clause: string, reader: ClauseReader): boolean {
  if (/学历不限|不限学历/.test(clause)) return true;
  const found = [...clause.matchAll(DEGREE_WORD)];
  const first = found[0];
  if (first === undefined) return false;
  const asks: { level: DegreeLevel; kind: RequirementKind; text: string }[] = [];
  for (const [i, match] of found.entries()) {
    const level = DEGREE_LEVELS.get(match[1] ?? "");
    const end = found[i + 1]?.index ?? clause.length;
    const after = clause.slice(match.index, end);
    if (level === undefined) continue;
    const alternative = /[或、/]$/.test(after) || /(?:^|[或、/])$/.test(clause.slice(0, match.index)) === i > 0;
    const telling = /以上|优先|学历|学位|毕业|不低于|起|须|限|要求|佳/.test(clause);
    if (reader.style === "duty" && !telling) continue;
    const before = clause.slice(found[i - 1] === undefined ? 0 : match.index - 4, match.index);
    const prefers = PREFERS.test(after) || (i === found.length - 1 && PREFERS.test(clause) && !/以上/.test(after));
    const previous = asks.at(-1);
    // 硕士或博士, 硕士、博士: alternatives ask for the lower of the two.
    if (previous !== undefined && alternative && !/以上/.test(clause.slice(first.index, match.index))) {
      if (!prefers) continue;
    }
    asks.push({ level, kind: prefers ? "soft" : kindOf(before.replace(PREFERS, ""), "hard"), text: clause });
  }
  for (const { level, kind, text } of asks) reader.requirements.push({ dimension: "degree", kind, values: [level], sourceText: text });
  return asks.length > 0 || found.length > 0;
}

function gradeOf(clause: string, style: ClauseReader["style"]): TitleGrade | undefined {
  if (/职称(?:不限|无要求)/.test(clause)) return undefined;
  const word = TITLE_WORD.exec(clause)?.[0];
  if (word !== undefined && (/职称|职务|资格|以上|优先|[正副]高/.test(clause) || style === "text")) {
    const key = [...GRADES.keys()].find((grade) => word.startsWith(grade));
    if (key !== undefined && (key !== "高级" || /职称|职务/.test(word))) return GRADES.get(key);
  }
  // A named title (高级工程师及以上, 教授优先) counts only where the clause says that it is asked for.
  if (!/职称|以上|优先|资格/.test(clause)) return undefined;
  const named = clause
    .replace(/(?:及?以上|优先|职称|资格|具有|具备|要求|须|必须|限|或相当|同等|者|人员).*$/g, "")
    .replace(/^(?:具有|具备|要求|须|必须|限)/, "");
  const read = resolveTitle(named, { guesses: false });
  return read.status === "resolved" && read.value.grade !== "none" ? read.value.grade : undefined;
}

function readTitle(clause: string, reader: ClauseReader): boolean {
  if (/职称(?:不限|无要求)/.test(clause)) return true;
  const grade = gradeOf(clause, reader.style);
  if (grade === undefined || !titles.has(grade)) return false;
  reader.requirements.push({ dimension: "title", kind: kindOf(clause, "hard"), values: [grade], sourceText: clause });
  return true;
}

function readPlace(clause: string, reader: ClauseReader): boolean {
  const native = /^(?:限|须|要求|优先考虑)?(.{1,12}?)(?:籍(?:贯)?|户口|户籍|本地|当地|人)(?:人员|人才|者)?(?:优先)?(?:考虑)?$/.exec(
    clause,
  )?.[1];
  const living = /^(?:(?:现?居住?|常住|工作)(?:地)?(?:在|于)|现居|常住)(.{1,12}?)(?:者|的)?(?:优先)?$/.exec(clause)?.[1];
  const place = native ?? living;
  if (place === undefined) return false;
  const read = resolveRegion(place, { guesses: false });
  if (read.status !== "resolved") return false;
  const basis = living === undefined ? ("hometown" as const) : ("residence" as const);
  reader.requirements.push({ dimension: "region", kind: kindOf(clause, "soft"), values: [read.value], basis, sourceText: clause });
  return true;
}

/** Field codes that a text names, disciplines written out with all below them; empty where a part is not read for sure. */
export function demandedFields(text: string): {
  readonly values: string[];
  readonly unread: readonly string[];
  readonly unlimited: boolean;
} {
  const { parts, unlimited } = resolveFields(text, { guesses: false });
  const values = new Set<string>();
  const unread: string[] = [];
  for (const { text: part, resolution } of parts) {
    if (resolution.status === "resolved") for (const code of fieldAndBelow(resolution.value)) values.add(code);
    else unread.push(part);
  }
  return { values: [...values], unread, unlimited };
}

/** An exclusion counts only where the text names a listed field itself: 不要营销专业 must not shut out all of 工商管理. */
function readExclusion(text: string, clause: string, reader: ClauseReader): boolean {
  const values = resolveFields(text, { guesses: false }).parts.flatMap(({ resolution }) =>
    resolution.status === "resolved" && resolution.via === "name" && resolution.source.system === "graduate" ? [resolution.value] : [],
  );
  if (values.length > 0) reader.requirements.push({ dimension: "field", kind: "exclude", values, sourceText: clause });
  return values.length > 0;
}

function readField(clause: string, reader: ClauseReader): boolean {
  if (/专业不限|不限专业/.test(clause)) return true;
  const excluded = EXCLUDES.exec(clause);
  const asksField = /专业|学科|方向/.test(clause);
  if (!asksField && !PREFERS.test(clause) && excluded === null && reader.style === "duty") return false;
  const text = (excluded?.[1] ?? excluded?.[2] ?? clause)
    .replace(/(?:优先|优先考虑|更佳|尤佳|者佳|为佳|加分).*$/g, "")
    .replace(/^(?:必须|须|限|仅限|要求|具有|具备|有|所学|毕业于|本科|硕士|博士|大专|统招|全日制|及?以上(?:学历)?|学历|的)+/g, "")
    .replace(/(?:毕业(?:生)?|背景|出身|者|人员|人才|学历|考虑|知识)+$/g, "");
  if (text.length < 2 || text.length > 60) return false;
  if (excluded !== null) return readExclusion(text, clause, reader);
  const { values, unread } = demandedFields(text);
  if (values.length === 0) return false;
  reader.requirements.push({ dimension: "field", kind: kindOf(clause.replace(/以上/g, ""), "soft"), values, sourceText: clause });
  for (const part of unread) reader.notes.push({ kind: "unread", topic: "field", sourceText: part });
  return true;
}

/** Reads one clause into requirements and notes; a clause that nothing reads is noted as unread. */
export function readClause(clause: string, reader: ClauseReader): void {
  let told = false;
  for (const { dimension, pattern, values } of PROTECTED) {
    const match = pattern.exec(clause);
    if (match === null || (dimension === "sex" && /男女不限|性别不限/.test(clause))) continue;
    if (told && reader.requirements.at(-1)?.dimension === dimension) continue;
    reader.requirements.push({ dimension, kind: "ignore", values: values(match), sourceText: clause });
    reader.notes.push({ kind: "protected", topic: dimension, sourceText: clause });
    told = true;
  }
  if (told) return;
  if (UNLIMITED.test(clause) && clause.length <= 12 && !EXCLUDES.test(clause)) return;
  const degree = readDegrees(clause, reader);
  const title = readTitle(clause, reader);
  if (readPlace(clause, reader)) return;
  const unused = UNUSED.find(({ pattern }) => pattern.test(clause));
  // 本科及以上学历食品专业 asks a degree and a field; skills and duties name fields without asking for one.
  const fieldClause = /专业|学科/.test(clause) || (unused === undefined && !degree && !title);
  if (fieldClause && readField(clause, reader)) told = true;
  if (unused !== undefined && !(told && unused.topic === "experience")) {
    reader.notes.push({ kind: "unused", topic: unused.topic, sourceText: clause });
    return;
  }
  if (!told && !degree && !title) reader.notes.push({ kind: "unread", topic: "clause", sourceText: clause });
}
