import type { Requirement, RequirementKind } from "../model/index.js";
import { degreeMentions } from "./requirement-degrees.js";
import { demandedFields, excludedFields, fieldsInWords, fieldWords } from "./requirement-fields.js";
import { protectedLimits } from "./requirement-limits.js";
import { ALSO, kindOfWords, PREFERS, RELAXES, rejectionOf } from "./requirement-modality.js";
import { barePlaces, placeMentions } from "./requirement-places.js";
import type { RequirementClause } from "./requirement-text.js";
import { titleAsks } from "./requirement-titles.js";

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

/** Conditions outside the four dimensions, by name. */
const UNUSED: readonly { readonly topic: string; readonly pattern: RegExp }[] = [
  { topic: "experience", pattern: /经验|经历|年以上|工作年限|应届|从业|背景(?!优先|者|的|$)|\d年/ },
  { topic: "study-mode", pattern: /统招|全日制|第一学历|双证|学信网/ },
  { topic: "school", pattern: /985|211|双一流|院校|重点大学|海外|留学|大学(?!本科|专科|学历)|学院/ },
  {
    topic: "certificate",
    pattern:
      /计算机[一二三四]级|等级考试|证(?:书|者|优先|$)|持\p{Script=Han}{1,8}证|资格证|执业|驾照|驾驶证|建造师|注册\p{Script=Han}+师|[A-Z]证/u,
  },
  { topic: "language", pattern: /英语|外语|CET|四级|六级|日语/i },
  { topic: "skill", pattern: /熟[悉练]|精通|掌握|了解|能力|善于|擅长|懂(?!.{1,12}优先)|会使用|操作/ },
  { topic: "character", pattern: /责任心|团队|沟通|吃苦|敬业|认真|积极|性格|品行|健康|抗压|服从|主动|热爱|良好|不良嗜好/ },
  {
    topic: "duty",
    pattern: /负责|参与|完成|协助|配合|承担|编写|制定|维护|管理(?=工作|能力|经验|岗位|人员|团队)|返聘|长期驻|出差|入职|到岗/,
  },
  { topic: "pay", pattern: /待遇|薪|工资|五险|双休|面议/ },
  { topic: "headcount", pattern: /\d+[名人个]|若干/ },
];

/** One part of a clause that waives a dimension: 学历不限, 专业不限, 不看职称. */
const WAIVED =
  /^(?:学历|学位|专业|职称|年龄|性别|男女|经验|户籍|户口|地域|籍贯|民族|政治面貌|工作|[及和与])*(?:均|都|皆)?(?:不限制?|无要求|不作?要求|无限制|均可|皆可)的?$|^(?:不限|不看|不问|不要求)(?:学历|学位|专业|职称|年龄|性别|经验|户籍)(?:不限|不看|不问|不要求|学历|学位|专业|职称|年龄|性别|经验|户籍|[及和与])*$/;
const isWaived = (text: string) =>
  /^(?:不要求|不看重?|不问|不需要?)/.test(text) ||
  (text.split(/[、/]/).every((part) => /^(?:学历|学位|专业|职称|年龄|性别|男女|民族|户籍)$/.test(part) || WAIVED.test(part)) &&
    /不|无|可$/.test(text));

/** One thing that a clause names, not yet weighed. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly requirement: Omit<Requirement, "kind" | "sourceText">;
}

/** Kinds where no word tells: a bare level is a minimum, a bare field or place a preference. */
const BARE_KIND: Readonly<Record<string, RequirementKind>> = { degree: "hard", title: "hard", field: "soft", region: "soft" };

function levelMentions(text: string, clause: RequirementClause): Mention[] {
  const degrees = clause.topic === "field" ? [] : degreeMentions(text);
  const titles = titleAsks(text, clause.topic === "title");
  // 非南乐籍 is no wish for 南乐.
  const places = placeMentions(text).filter(({ start }) => text[start - 1] !== "非");
  const mentions: Mention[] = [
    ...degrees.map(({ start, end, level }) => ({ start, end, requirement: { dimension: "degree", values: [level] } })),
    ...titles.map(({ start, end, grade }) => ({ start, end, requirement: { dimension: "title", values: [grade] } })),
    ...places.map(({ start, end, values, basis }) => ({ start, end, requirement: { dimension: "region", values: [...values], basis } })),
  ];
  return mentions.sort((a, b) => a.start - b.start);
}

const NO_FIELDS = { words: "", values: [], unread: [], listed: false } as const;

/** Words that surely ask for a field. */
const ASKS_FIELD = /方面(?:的|$)|专业(?!技术|人才|人员|知识|性)|学科|方向|领域|出身|相关背景|类$|类(?=均可|皆可|优先|背景)/;

/** Fields that stand in the gaps between the other mentions of a clause. */
function fieldMentions(
  text: string,
  others: readonly Mention[],
  clause: RequirementClause,
  reader: ClauseReader,
  unused: boolean,
): Mention[] {
  const found: Mention[] = [];
  let from = 0;
  for (const gap of [...others, { start: text.length, end: text.length }]) {
    const raw = text.slice(from, gap.start);
    if (/不限|无要求/.test(raw)) {
      from = gap.end;
      continue;
    }
    // 本科（起）以上学历化工: what closes the level before it opens no field.
    const lead = from === 0 ? raw : raw.replace(/^(?:\([^()]*\)|[及或]?以上|学历|学位|职称|资格)+/, "");
    const asks = clause.topic === "field" || ASKS_FIELD.test(raw);
    const alone = others.length === 0;
    const admissible = asks || (!unused && reader.style === "text");
    const { words, values, unread, listed } = admissible ? fieldsInWords(lead) : NO_FIELDS;
    if (words.length >= 2 && !/[大小中]学$|学院$|公司$/.test(words)) {
      // A topic word counts where a field is asked for, or where the whole clause prefers it; beside a level only a listed name does.
      const post = /(?:工|员|师|岗|长|手|经理|主管|助理|总监|车间|司机)$/.test(words);
      const trusted =
        asks || listed || (alone && (PREFERS.test(text) || clause.scope !== undefined)) || (alone && values.length > 0 && !post);
      if (values.length > 0 && trusted) {
        const at = from + Math.max(0, raw.indexOf(words.slice(0, 2)));
        found.push({ start: at, end: Math.min(gap.start, at + words.length), requirement: { dimension: "field", values: [...values] } });
        for (const part of unread) reader.notes.push({ kind: "unread", topic: "field", sourceText: part });
      }
    }
    from = gap.end;
  }
  return found;
}

const LADDER: ReadonlySet<string> = new Set(["degree", "title"]);
/** Between a level and a grade of which one suffices: 博士学位或副高. Two hard rules would shut out whoever has only one. */
const EITHER = /^(?:学历|学位|职称|资格|毕业生?|者|(?:及|或)?以上)*(?:或者?|抑或)(?:具[有备])?$/;

function weigh(
  mentions: readonly Mention[],
  text: string,
  scope: RequirementClause["scope"],
  bare: Readonly<Record<string, RequirementKind>>,
): Requirement[] {
  const weighed: Requirement[] = [];
  let next: RequirementKind | undefined;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const { start, end, requirement } = mentions[i] as Mention;
    const level = LADDER.has(requirement.dimension);
    const before = text.slice(mentions[i - 1]?.end ?? 0, requirement.dimension === "region" ? end : start);
    const own = kindOfWords({ before: i === 0 ? before : "", after: text.slice(end, mentions[i + 1]?.start ?? text.length), next, level });
    // 须 and 限 before the first thing hold for all that follow without a word of their own.
    const led =
      own ??
      (i > 0 ? kindOfWords({ before: text.slice(0, mentions[0]?.start ?? 0), after: "", next: undefined, level: false }) : undefined);
    const joined = (j: number) => {
      const [a, b] = [mentions[j], mentions[j + 1]];
      return (
        a !== undefined &&
        b !== undefined &&
        a.requirement.dimension !== b.requirement.dimension &&
        LADDER.has(a.requirement.dimension) &&
        LADDER.has(b.requirement.dimension) &&
        EITHER.test(text.slice(a.end, b.start))
      );
    };
    if (joined(i) || joined(i - 1)) {
      weighed.unshift({ ...requirement, kind: "soft", sourceText: text });
      next = undefined;
      continue;
    }
    const kind = scope === "hard" && led !== "soft" ? "hard" : (led ?? scope ?? bare[requirement.dimension] ?? "soft");
    weighed.unshift({ ...requirement, kind, sourceText: text });
    // 优先 at the end holds for all that are joined to it; what is soft by habit alone (本科生物工程) tells nothing of its neighbour.
    next = led === "soft" ? led : undefined;
  }
  return weighed;
}

/** Softens the latest minimum of a dimension: 可放宽 takes its edge off. */
function soften(reader: ClauseReader, dimension: string): void {
  const at = reader.requirements.findLastIndex((requirement) => requirement.dimension === dimension && requirement.kind === "hard");
  const found = reader.requirements[at];
  if (found !== undefined) reader.requirements[at] = { ...found, kind: "soft" };
}

/** A clause, or a bracket behind one, that relaxes what was asked before: 业绩突出者可放宽至大专, 学历、年龄可适当放宽. */
function readRelaxation(text: string, reader: ClauseReader, bracketed = false): boolean {
  const relaxed = RELAXES.exec(text);
  // 本科（可放宽） asks, softly; 本科可放宽到大专 is about what was asked before.
  if (
    relaxed !== null &&
    /^[)\s]*$/.test(text.slice(relaxed.index + relaxed[0].length)) &&
    /\(可?(?:适当)?$/.test(text.slice(0, relaxed.index))
  )
    return false;
  const also = relaxed === null ? ALSO.exec(text) : null;
  if (relaxed === null && (also === null || degreeMentions(text).length === 0)) return false;
  const fields =
    relaxed === null || !/专业(?!技术)/.test(text.slice(0, relaxed.index))
      ? []
      : demandedFields(fieldWords(text.slice(0, relaxed.index).replace(/可?(?:适当)?$/, ""))).values;
  if (fields.length > 0) {
    reader.requirements.push({ dimension: "field", kind: "soft", values: fields, sourceText: text });
    return true;
  }
  const target = relaxed === null ? text : text.slice(relaxed.index);
  const subject = relaxed === null ? "" : text.slice(0, relaxed.index);
  const about = (words: RegExp) => words.test(target) || words.test(subject);
  const [asked] = degreeMentions(subject);
  if (asked !== undefined && degreeMentions(target).length > 0 && /^(?:学历|学位)?(?:的|者)?可?(?:适当)?$/.test(subject.slice(asked.end))) {
    // 博士可放宽至硕士 asks and softens at once.
    reader.requirements.push({ dimension: "degree", kind: "soft", values: [asked.level], sourceText: text });
    return true;
  }
  if (degreeMentions(target).length > 0 || about(/学历|学位/)) soften(reader, "degree");
  if (titleAsks(target, true).length > 0 || /[正副]高|[高中初]级/.test(target) || /职称(?:可|要求|$)/.test(subject))
    soften(reader, "title");
  if (about(/专业(?!技术)/)) soften(reader, "field");
  // 特别优秀者以上条件可适当放宽: every minimum so far. 特别优秀的可不作要求: the latest.
  if (/(?:以上|上述|各项|应聘|招聘)?(?:条件|要求)(?:均|都|也)?可?(?:适当)?$/.test(subject) && !/学历|学位|职称|年龄|专业/.test(subject)) {
    soften(reader, "degree");
    soften(reader, "title");
  } else if (relaxed !== null && (bracketed || /^可?不作/.test(target)) && !/学历|学位|职称|年龄|专业|\d/.test(text)) {
    const last = reader.requirements.findLast(({ dimension }) => LADDER.has(dimension));
    if (last !== undefined) soften(reader, last.dimension);
  }
  return true;
}

function readRejection(clause: RequirementClause, reader: ClauseReader): boolean {
  const rejection = clause.scope === "exclude" ? { text: clause.text, inverted: false } : rejectionOf(clause.text);
  if (rejection === undefined) return false;
  const { text, inverted } = rejection;
  const push = (requirement: Omit<Requirement, "kind" | "sourceText">) =>
    reader.requirements.push({ ...requirement, kind: inverted ? "hard" : "exclude", sourceText: clause.text });
  const count = reader.requirements.length;
  for (const { level } of degreeMentions(text)) push({ dimension: "degree", values: [level] });
  const places = placeMentions(text);
  const bare = places.length === 0 && /以外|户籍|户口/.test(clause.text) ? barePlaces(`${text.replace(/户[籍口]$/, "")}优先`) : undefined;
  for (const { values, basis } of places) push({ dimension: "region", values: [...values], basis });
  if (bare !== undefined) push({ dimension: "region", values: [...bare], basis: "hometown" });
  if (reader.requirements.length > count) return true;
  const words = fieldWords(text);
  const codes = inverted ? demandedFields(words).values : excludedFields(words);
  if (codes.length > 0) push({ dimension: "field", values: codes });
  return true;
}

/** 45周岁以下（副主任医师可放宽至50周岁）: the bracket relaxes, the rest asks. */
const RELAXING_BRACKET = /\([^()]{3,30}(?:放宽|[也亦]可)[^()]*\)/g;

/** What somebody would be given, not what is asked: 副高职称者可直接聘为首席. */
const OFFERS =
  /(?:者|的|人员)(?:学历|学位|年龄|职称|专业)(?:均|都)?不限|(?:者|的|人员)?可(?:直接|优先)?(?:聘为|聘任|享受|给予|提供|认定|直聘)/;

/** Reads one clause into requirements and notes; a clause that nothing reads is noted as unread. */
export function readClause(clause: RequirementClause, reader: ClauseReader): void {
  const { text: whole } = clause;
  const text = whole.replace(RELAXING_BRACKET, "");
  const count = reader.requirements.length;
  const limits = RELAXES.test(text)
    ? []
    : protectedLimits(
        clause.topic === "age" || clause.topic === "sex" ? `${clause.topic === "age" ? "年龄" : ""}${text}` : text,
        clause.scope === "exclude" || /不要|不招|勿扰/.test(text),
      );
  for (const { dimension, values } of limits) {
    reader.requirements.push({ dimension, kind: "ignore", values, sourceText: text });
    reader.notes.push({ kind: "protected", topic: dimension, sourceText: text });
  }
  if (clause.topic === "age" || clause.topic === "sex" || isWaived(text)) return;
  if (clause.topic === "other") {
    reader.notes.push({ kind: "unused", topic: UNUSED.find(({ pattern }) => pattern.test(text))?.topic ?? "other", sourceText: text });
    return;
  }
  if (readRelaxation(text, reader)) return;
  if (OFFERS.test(text)) {
    reader.notes.push({ kind: "unused", topic: "offer", sourceText: text });
    return;
  }
  if (!readRejection({ ...clause, text }, reader)) readConditions({ ...clause, text }, reader, limits.length > 0);
  const remark = text === whole ? undefined : /\(([^()]*(?:放宽|[也亦]可)[^()]*)\)/.exec(whole)?.[1];
  if (remark !== undefined) readRelaxation(remark, reader, true);
  // (博士优先), (护理学除外): what a bracket says by itself.
  for (const [, inner = ""] of text.matchAll(/\(([^()]{3,40})\)/g)) {
    if (/除外|优先|放宽|以上|专业/.test(inner)) readClause({ ...clause, text: inner, topic: undefined }, reader);
  }
  if (reader.requirements.length > count) return;
  const unused = UNUSED.find(({ pattern }) => pattern.test(text));
  if (unused !== undefined) reader.notes.push({ kind: "unused", topic: unused.topic, sourceText: text });
  else if (limits.length === 0) reader.notes.push({ kind: "unread", topic: "clause", sourceText: text });
}

/** Brackets that say something by themselves; short remarks such as (必须) and (含) stay with their words. */
const OWN_BRACKET = /\((?=[^()]*(?:除外|学[位历]|专业|职称))[^()]{3,40}\)/g;

function readConditions(clause: RequirementClause, reader: ClauseReader, limited: boolean): void {
  const text = clause.text.replace(OWN_BRACKET, "");
  const unused = UNUSED.find(({ pattern }) => pattern.test(text));
  let others = levelMentions(text, clause);
  const telling = /以上|优先|学历|学位|毕业|不低于|起|须|限|要求|佳|职称|籍|户口|居/.test(text);
  if (reader.style === "duty" && !telling) others = [];
  if (others.length === 0) {
    const last = reader.requirements.findLast(({ dimension }) => dimension === "region");
    const bare = last === undefined ? undefined : barePlaces(text);
    if (bare !== undefined && last !== undefined) {
      reader.requirements.push({ dimension: "region", kind: "soft", values: [...bare], basis: last.basis ?? "hometown", sourceText: text });
      return;
    }
  }
  const fields =
    limited && others.length === 0 && !ASKS_FIELD.test(text) ? [] : fieldMentions(text, others, clause, reader, unused !== undefined);
  // 本科，硕士均可: the level asked first stays the least.
  const granted =
    /均可|皆可|都可以?|都行/.test(text) && reader.requirements.some(({ dimension, kind }) => dimension === "degree" && kind === "hard");
  if (granted) others = others.filter(({ requirement }) => requirement.dimension !== "degree");
  const mentions = [...others, ...fields].sort((a, b) => a.start - b.start);
  // 必须是学发酵的，学食品的也行: the second widens the first.
  const wider = ALSO.test(text) ? reader.requirements.findLast(({ dimension }) => dimension === "field")?.kind : undefined;
  const bare = wider === undefined ? BARE_KIND : { ...BARE_KIND, field: wider };
  reader.requirements.push(...weigh(mentions, text, clause.scope === "exclude" ? undefined : clause.scope, bare));
}
