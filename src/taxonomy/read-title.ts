import {
  APPOINTMENT_WORDS,
  BARE_GRADES,
  CHAIRS,
  DISTANT_POST_WORDS,
  GRADE_CONTEXT,
  GRADE_WORDS,
  JOB_SUBJECTS,
  LICENCE_SUBJECTS,
  LICENCE_WORDS,
  OCCUPATIONS,
  ORGANISATION_CHARS,
  POST_WORDS,
  RANK_WORDS,
  REFUSALS,
  UNRANKED,
} from "./packs/title-word-pack.js";
import type { Candidate, ResolutionVia } from "./resolution.js";
import { type TitleName, titleAtEnd, titleNamed } from "./title-names.js";
import type { TitleRefusal } from "./title-refusal.js";
import type { TitleGrade } from "./titles.js";

/** A title as read (职称): its grade; its series where one alone has the name; its official name, absent where only a grade was written. */
export interface TitleValue {
  readonly grade: TitleGrade;
  readonly series?: string;
  readonly name?: string;
}

/** What one part of a cell says. */
export type TitleReading =
  | { readonly kind: "title"; readonly value: TitleValue; readonly via: ResolutionVia; readonly confidence: number }
  | { readonly kind: "open"; readonly candidates: readonly Candidate<TitleValue>[] }
  | { readonly kind: "refused"; readonly reason: TitleRefusal | undefined; readonly candidates: readonly Candidate<TitleValue>[] };

/** 职称, 任职资格 and the like after a title; they add nothing but that the word before is meant as one. */
const TITLE_SUFFIX =
  /(?:(?:专业)?技术)?(?:职称|任职资格|职务任职资格|职务资格|专业资格|资格证书|资格|职务|岗位|证书|等职|待聘)$|(?<=教授|研究员|工程师|高工|医师)[一二三四五六七八九]级$|等$/;
/** Grades of the thirteen posts of public institutions (专业技术岗位等级): 1–4 正高级, 5–7 副高级, 8–10 中级, 11–13 初级. */
const POST_LEVEL = /专业技术(?:岗位)?([一二三四五六七八九十]{1,2}|1[0-3]|[1-9])级(?:岗位)?$/;
const NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三"];
const NO_TITLE = /^(?:无|暂无|没有|无职称|未评职称|尚无|none)$/;
/** How far before a title a word still belongs to it. */
const WINDOW = 14;

const refused = (reason: TitleRefusal | undefined, candidates: readonly Candidate<TitleValue>[] = []): TitleReading => ({
  kind: "refused",
  reason,
  candidates,
});

/** The value of a title name. */
function titleValue({ name, grade, series }: TitleName): TitleValue {
  const only = series.length === 1 ? series[0] : undefined;
  return only === undefined ? { grade, name } : { grade, series: only, name };
}

const candidate = (title: TitleName): Candidate<TitleValue> => ({ value: titleValue(title), label: title.name, confidence: 0.5 });

/** Text after the last marker of a list; undefined where none occurs. */
function afterLast(text: string, words: readonly string[]): string | undefined {
  let at = -1;
  for (const word of words) {
    const found = text.lastIndexOf(word);
    if (found >= 0) at = Math.max(at, found + word.length);
  }
  return at < 0 ? undefined : text.slice(at);
}

/** Whether a word of the list stands before the end with nothing but a subject after it (主管|电气). */
function near(text: string, words: readonly string[]): boolean {
  const rest = afterLast(text, words);
  return rest !== undefined && rest.length <= 8 && !ORGANISATION_CHARS.test(rest);
}

const endsWithAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.endsWith(word));

/** Strips grade words off the end of a text: 教授级 before 高级工程师. */
function takeGradeWords(text: string): { readonly left: string; readonly grades: readonly TitleGrade[] } {
  const grades: TitleGrade[] = [];
  let left = text;
  for (;;) {
    const word = GRADE_WORDS.find(([w]) => left.endsWith(w));
    if (word === undefined) return { left, grades };
    grades.push(word[1]);
    left = left.slice(0, -word[0].length);
  }
}

/** The grade that grade words and the title's own say together: 正高 over all (教授级高级), 副教授级 as written, else the title's own word. */
function combine(own: TitleGrade, words: readonly TitleGrade[], bare: boolean): TitleGrade {
  if (words.includes("senior")) return "senior";
  if (words.includes("associate-senior")) return "associate-senior";
  return bare ? (words[0] ?? own) : own;
}

/** 注册公用设备|工程师: the subjects of licences hold signs that elsewhere name employers. */
const REGISTERED = /注册(?![于地资])[^司所院师]{1,8}$/;

/** Why a title of the plain form (工程师, 会计师) is none, by what stands before it. */
function refusePlain(left: string, head: string): TitleRefusal | undefined {
  const licensable = head.endsWith("师");
  if (licensable && (endsWithAny(left, LICENCE_SUBJECTS) || near(left, LICENCE_WORDS) || REGISTERED.test(left))) return "qualification";
  if (!CHAIRS.includes(head) && (endsWithAny(left, POST_WORDS) || near(left, DISTANT_POST_WORDS))) return "post";
  if (!licensable) return undefined;
  // 一级结构工程师: numbered grades of 师 are licences wherever the series itself has none.
  if (near(left, ["一级", "二级", "三级"])) return "qualification";
  // Firms name their own 工程师 and 会计师; 经济师, 审计师 and the like stay titles whatever their subject.
  return /(?:工程|会计|架构|设计|分析|培训|理财)师$/.test(head) && endsWithAny(left, JOB_SUBJECTS) ? "job" : undefined;
}

/** A title that carries a grade only through its series: the plain 工程师, 教授, 编辑, as against 高级工程师, 主任医师. */
function isPlain(title: TitleName): boolean {
  return title.grade === "intermediate" || /^(?:教授|研究员|讲师|医师|药师|护师|技师|法医师|编审|译审)$/.test(title.name);
}

/** Titles of primary schools with their grade in GB/T 8561 (the reform of 2015 made 小学高级教师 an 一级教师): a 高级教师 of today does not name the school. */
const FORMER_PRIMARY = new Map<string, TitleGrade>([
  ["高级教师", "intermediate"],
  ["一级教师", "elementary"],
]);

/** Reads a title that a text ends with. */
function readNamed(text: string, suffixed: boolean): TitleReading | undefined {
  const found = titleAtEnd(text);
  if (!found) return undefined;
  const { title, spelling } = found;
  const before = text.slice(0, -spelling.length);
  const { left: stripped, grades } = takeGradeWords(before);
  // What a 师 or 员 further left says (注册会计师 ) belongs to that word.
  const left = stripped.slice(Math.max(stripped.lastIndexOf("师"), stripped.lastIndexOf("员"), stripped.length - WINDOW - 1) + 1);
  const needed = OCCUPATIONS.get(spelling);
  const medical = spelling === "技师" ? readDistant(left, spelling) : undefined;
  if (medical !== undefined) return medical;
  if (needed !== undefined && !(endsWithAny(before, needed) || (suffixed && spelling !== "技师"))) {
    return refused(spelling === "技师" ? "skill-grade" : "occupation", [candidate(title)]);
  }
  if (near(left, APPOINTMENT_WORDS)) return refused("appointment", [candidate(title)]);
  if (endsWithAny(before, UNRANKED.get(spelling) ?? [])) return refused("unranked", [candidate(title)]);
  const plain = isPlain(title);
  if (plain && grades.length === 0) {
    const ranked =
      spelling.endsWith("师") && !endsWithAny(left, [...JOB_SUBJECTS, ...LICENCE_SUBJECTS]) ? readDistant(left, spelling) : undefined;
    if (ranked !== undefined) return ranked;
    const reason = refusePlain(left, spelling);
    if (reason !== undefined) return refused(reason, [candidate(title)]);
  } else if (endsWithAny(left, ["注册", "特许", "执业"])) return refused("qualification", [candidate(title)]);
  if (spelling.endsWith("人力资源管理师") && title.grade !== "senior") return refused("qualification", [candidate(title)]);
  const former = FORMER_PRIMARY.get(title.name);
  if (former !== undefined && endsWithAny(before, ["小学", "幼儿园", "小教"]) && !/中小学$/.test(before))
    return { kind: "title", value: { grade: former, name: `小学${title.name}` }, via: "alias", confidence: 0.8 };
  const grade = combine(title.grade, grades, plain);
  const family = grade === title.grade ? title : titleNamed(PREFIX_OF[grade] + title.name.replace(/^(?:正高级|高级|助理)/, ""));
  const value = family === undefined ? { grade } : titleValue(family);
  const whole = before === "";
  return {
    kind: "title",
    value,
    via: whole ? (title.official ? "name" : "alias") : "pattern",
    confidence: whole ? (title.official ? 1 : 0.98) : 0.9,
  };
}

/** How regular series (工程师, 经济师) name the title of a grade. */
const PREFIX_OF: Readonly<Record<TitleGrade, string>> = {
  none: "",
  elementary: "助理",
  intermediate: "",
  "associate-senior": "高级",
  senior: "正高级",
};

/** A title whose rank stands before its subject: 高级|化工|工程师, 副主任|中|医师. 经理助理 and 高级中学 rank nothing. */
function readDistant(left: string, head: string): TitleReading | undefined {
  for (const [word, spelt] of RANK_WORDS) {
    const at = left.lastIndexOf(word);
    const title = at < 0 ? undefined : titleNamed(spelt + head);
    if (title === undefined) continue;
    const subject = left.slice(at + word.length);
    if (subject.length > 8 || ORGANISATION_CHARS.test(subject) || /[理长任]$/.test(left.slice(0, at))) return undefined;
    return { kind: "title", value: titleValue(title), via: "pattern", confidence: 0.75 };
  }
  return undefined;
}

const BARE_WORDS = [...BARE_GRADES.keys()];

/** Reads a grade without a title: 副高级, 会计中级, 专业技术四级. */
function readGrade(text: string, suffixed: boolean): TitleReading | undefined {
  const level = POST_LEVEL.exec(text)?.[1];
  if (level !== undefined) {
    const n = NUMERALS.includes(level) ? NUMERALS.indexOf(level) + 1 : Number(level);
    if (!(n >= 1 && n <= 13)) return undefined;
    const grade = n <= 4 ? "senior" : n <= 7 ? "associate-senior" : n <= 10 ? "intermediate" : "elementary";
    return { kind: "title", value: { grade }, via: "pattern", confidence: 0.9 };
  }
  const word = BARE_WORDS.find((w) => text.endsWith(w));
  if (word === undefined) return undefined;
  const before = text.slice(0, -word.length);
  if (!suffixed && !GRADE_CONTEXT.test(before.slice(-4))) return undefined;
  const grade = BARE_GRADES.get(word);
  if (grade === undefined) {
    return {
      kind: "open",
      candidates: [
        { value: { grade: "associate-senior" }, label: "副高级", confidence: 0.7 },
        { value: { grade: "senior" }, label: "正高级", confidence: 0.3 },
      ],
    };
  }
  return { kind: "title", value: { grade }, via: before === "" ? "alias" : "pattern", confidence: before === "" ? 1 : 0.85 };
}

/** What stands before a refused title and may be one of its own, written without a sign between: 高级工程师|注册会计师, but not 会计师事务所|注册会计师. */
function titleBefore(text: string): string | undefined {
  const rest = text.slice(0, -3);
  const at = Math.max(...["师", "员", "授"].map((c) => rest.lastIndexOf(c)));
  return at > 0 && !ORGANISATION_CHARS.test(rest.slice(at + 1)) ? rest.slice(0, at + 1) : undefined;
}

/** An inverted name of the arts: 文学创作一级. */
function readInverted(text: string): TitleReading | undefined {
  const title = /[一二三四]级$/.test(text.slice(-2)) ? titleNamed(text.slice(-2) + text.slice(0, -2)) : undefined;
  return title && { kind: "title", value: titleValue(title), via: "pattern", confidence: 0.9 };
}

/**
 * Reads one part of a title cell, its brackets taken off (单项职称解析).
 * @param part match key of the part
 * @returns undefined where nothing in it looks like a title
 * @complexity O(length): suffixes and bounded windows only
 */
export function readTitle(part: string): TitleReading | undefined {
  let text = part;
  let suffixed = false;
  let last: TitleReading | undefined;
  // Each turn takes something off the end, a bounded number of times: 教授职称, 教授、博士生导师 written as one.
  for (let turn = 0; turn < 6 && text !== ""; turn++) {
    if (NO_TITLE.test(text)) return { kind: "title", value: { grade: "none" }, via: "alias", confidence: 1 };
    const named: TitleReading | undefined = readNamed(text, suffixed) ?? readGrade(text, suffixed) ?? readInverted(text);
    if (named !== undefined && named.kind !== "refused") return named;
    const suffix: RegExpExecArray | null = named === undefined ? TITLE_SUFFIX.exec(text) : null;
    if (suffix !== null) {
      suffixed ||= suffix[0].includes("职") || suffix[0].includes("资格");
      text = text.slice(0, suffix.index);
      continue;
    }
    last ??= named;
    const earlier = named === undefined ? undefined : titleBefore(text);
    if (earlier !== undefined) {
      text = earlier;
      continue;
    }
    const tail = text.slice(-24);
    const refusal = REFUSALS.find(({ pattern }) => pattern.test(tail));
    const match = refusal?.pattern.exec(tail) ?? null;
    if (refusal === undefined || match === null) return last;
    last ??= refused(refusal.reason);
    if (!refusal.cut) return last;
    const before = text.slice(0, text.length - (tail.length - match.index));
    // Only a complete title before the word counts: 教授博导, but not 会计师事务所会员.
    if (!/[师员授工审]$/.test(before)) return last;
    text = before;
  }
  return last;
}
