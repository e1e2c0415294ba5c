import type { Dimension } from "../model/index.js";
import { degrees, titles } from "../taxonomy/index.js";
import type { SettledCriteria } from "./criteria.js";
import type { Relation, RuleVerdict } from "./explanation.js";

type Lang = "zh" | "en";
type Words = Readonly<Record<Lang, string>>;

const DIMENSIONS: ReadonlyMap<string, Words> = new Map([
  ["region", { zh: "地域", en: "region" }],
  ["field", { zh: "领域", en: "field" }],
  ["degree", { zh: "学历", en: "degree" }],
  ["title", { zh: "职称", en: "title" }],
]);

const RELATIONS: Readonly<Record<Relation, Words>> = {
  same: { zh: "相同", en: "same" },
  "same-county": { zh: "同县区", en: "same county" },
  "same-prefecture": { zh: "同市", en: "same prefecture" },
  "same-province": { zh: "同省", en: "same province" },
  "same-country": { zh: "同国", en: "same country" },
  "same-discipline": { zh: "同一级学科", en: "same discipline" },
  "same-category": { zh: "同门类", en: "same category" },
  declared: { zh: "产业链关联领域", en: "related in the chain catalogue" },
  reached: { zh: "达到要求", en: "reached" },
  "one-step-short": { zh: "差一级", en: "one step short" },
  "two-steps-short": { zh: "差两级", en: "two steps short" },
  "far-short": { zh: "差三级以上", en: "three or more steps short" },
  near: { zh: "相近", en: "near" },
  none: { zh: "不符", en: "no match" },
  unknown: { zh: "信息缺失", en: "unknown" },
};

const RULE_KINDS: Readonly<Record<RuleVerdict["kind"], Words>> = {
  hard: { zh: "硬性条件", en: "hard requirement" },
  exclude: { zh: "排除条件", en: "exclusion" },
};

/** Why a demand in which nothing weighs gives everybody full marks (未设软性条件). */
export const NO_SOFT_REQUIREMENT: Words = {
  zh: "该需求未设软性条件，所有候选人得满分",
  en: "no soft requirement: every candidate has full marks",
};

/** Name of a dimension (维度名称); a dimension of the caller's own goes by its key. */
export function dimensionName(dimension: Dimension, lang: Lang): string {
  return DIMENSIONS.get(dimension)?.[lang] ?? dimension;
}

/** How a held code stands to the asked one, in words (比较关系用语). */
export function relationName(relation: Relation, lang: Lang): string {
  return RELATIONS[relation][lang];
}

/** Name of a hard or an excluding requirement (条件性质名称). */
export function ruleKindName(kind: RuleVerdict["kind"], lang: Lang): string {
  return RULE_KINDS[kind][lang];
}

/** Name of a code of any dimension (代码名称): a level by its ladder, others by `labels`; a code without name stands for itself. */
export function codeName(labels: SettledCriteria["labels"], dimension: Dimension, code: string, lang: Lang): string {
  if (dimension === "degree" && degrees.has(code)) return degrees.label(code, lang);
  if (dimension === "title" && titles.has(code)) return titles.label(code, lang);
  return labels(dimension, code, lang) ?? code;
}

/** Names of several codes as a list (代码名称列表), with `…` in place of those past `most`. */
export function codeNames(
  labels: SettledCriteria["labels"],
  { dimension, asked }: Pick<RuleVerdict, "dimension" | "asked">,
  lang: Lang,
  most = asked.length,
): string {
  const named = asked.slice(0, most).map((code) => codeName(labels, dimension, code, lang));
  return named.join(lang === "zh" ? "、" : ", ") + (asked.length > most ? "…" : "");
}

/** Points as a mark out of 100 (百分制得分), exactly: at most four decimals. @param points integer 0..1 000 000 */
export function markText(points: number): string {
  const whole = Math.floor(points / 10_000);
  const rest = String(points % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}
