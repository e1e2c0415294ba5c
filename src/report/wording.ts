import type { IssueSeverity } from "../errors/index.js";
import type { CORE_DIMENSIONS, Dimension } from "../model/index.js";
import { FULL_POINTS, type RuleVerdict, codeName as scoredCodeName, dimensionName as scoredDimensionName } from "../scoring/index.js";
import { codeLabel } from "../taxonomy/index.js";

/** Languages of reports. */
export const LANGS = ["zh", "en"] as const;
/** Language of a report (语言). */
export type Lang = (typeof LANGS)[number];

/** Limits that demands state and that never count. */
const UNUSED_LIMITS: ReadonlyMap<string, Record<Lang, string>> = new Map([
  ["age", { zh: "年龄", en: "age" }],
  ["sex", { zh: "性别", en: "sex" }],
  ["marital", { zh: "婚姻", en: "marital status" }],
  ["politics", { zh: "政治面貌", en: "politics" }],
  ["ethnicity", { zh: "民族", en: "ethnicity" }],
  ["religion", { zh: "宗教", en: "religion" }],
]);

const SEVERITIES: Readonly<Record<IssueSeverity, Record<Lang, string>>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "note" },
};

/** Chinese names of the members of talent and demand records. */
const MEMBERS_ZH: ReadonlyMap<string, string> = new Map([
  ["id", "编号"],
  ["name", "姓名"],
  ["phone", "电话"],
  ["email", "邮箱"],
  ["organization", "工作单位"],
  ["post", "职务或岗位"],
  ["residence", "现居地"],
  ["hometown", "籍贯"],
  ["degree", "学历"],
  ["title", "职称"],
  ["fields", "学科专业"],
  ["industries", "行业"],
  ["categories", "人才类别"],
  ["profile", "简历"],
  ["provenance.channel", "入库渠道"],
  ["provenance.source", "信息来源"],
  ["provenance.observedAt", "采集日期"],
  ["enterprise", "企业"],
  ["headcount", "人数"],
  ["chain", "产业链"],
  ["segment", "环节"],
  ["round", "轮次"],
  ["urgency", "紧急程度"],
  ["workplace", "工作地点"],
  ["industry", "企业行业"],
  ["payPerMonthYuan", "月薪"],
  ["requirements", "条件"],
  ["status", "需求状态"],
  ["doNotContact", "勿扰"],
]);

/** Chinese names of the talent categories (人才类别). */
export const CATEGORIES_ZH: ReadonlyMap<string, string> = new Map([
  ["official", "党政"],
  ["expert", "高层次"],
  ["business", "经商"],
]);
/** Chinese names of the intake channels (入库渠道). */
export const CHANNELS_ZH: ReadonlyMap<string, string> = new Map([
  ["village-visit", "入户"],
  ["elder-visit", "走访"],
  ["joint-referral", "联名"],
  ["self-application", "自荐"],
  ["mailbox", "邮箱"],
  ["hotline", "热线"],
  ["department", "部门"],
]);

/** Name of a record's member (字段名称): Chinese where `lang` is zh and the member is known, else the member itself. */
export function memberName(member: string, lang: Lang): string {
  return (lang === "zh" ? MEMBERS_ZH.get(member) : undefined) ?? member;
}

/** Name of an issue's severity (严重程度). */
export function severityName(severity: IssueSeverity, lang: Lang): string {
  return SEVERITIES[severity][lang];
}

/** The four dimensions in the order in which reports list them: heaviest default weight first. */
export const PART_ORDER: readonly Dimension[] = ["field", "title", "region", "degree"] satisfies (typeof CORE_DIMENSIONS)[number][];

/** Name of a dimension, or of a limit that never counts; a dimension of the caller's own goes by its key. */
export function dimensionName(dimension: Dimension, lang: Lang): string {
  return UNUSED_LIMITS.get(dimension)?.[lang] ?? scoredDimensionName(dimension, lang);
}

/** Name of a code of any dimension; a code without name stands for itself. */
export function codeName(dimension: Dimension, code: string, lang: Lang): string {
  return scoredCodeName(codeLabel, dimension, code, lang);
}

/** Points as a mark out of 100: exact, at most four decimals. */
export function markOf(points: number): number {
  return points / (FULL_POINTS / 100);
}

/** Signs for a rule's verdict: told apart by shape, not by colour. */
const SIGNS: Readonly<Record<RuleVerdict["verdict"], string>> = { holds: "✓", fails: "✗", unknown: "?" };

/** Hard and excluding rules with a tick each: `✓学历 硕士；?职称 副高级`. */
export function ruleTicks(rules: readonly RuleVerdict[], lang: Lang): string {
  return rules
    .map((rule) => {
      const asked = rule.asked.slice(0, 2).map((code) => codeName(rule.dimension, code, lang));
      const more = rule.asked.length > 2 ? "…" : "";
      const not = rule.kind === "exclude" ? (lang === "zh" ? "非" : "not ") : "";
      return `${SIGNS[rule.verdict]}${dimensionName(rule.dimension, lang)} ${not}${asked.join("/")}${more}`;
    })
    .join(lang === "zh" ? "；" : "; ");
}
