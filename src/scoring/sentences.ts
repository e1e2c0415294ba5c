import type { Dimension } from "../model/index.js";
import { degrees, titles } from "../taxonomy/index.js";
import type { SettledCriteria } from "./criteria.js";
import type { Contribution, Explanation, Relation, RuleVerdict } from "./explanation.js";

type Lang = "zh" | "en";
type Labels = SettledCriteria["labels"];

const DIMENSION_NAMES: ReadonlyMap<string, Record<Lang, string>> = new Map([
  ["region", { zh: "地域", en: "region" }],
  ["field", { zh: "领域", en: "field" }],
  ["degree", { zh: "学历", en: "degree" }],
  ["title", { zh: "职称", en: "title" }],
]);

const RELATIONS: Readonly<Record<Relation, Record<Lang, string>>> = {
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

/** Points as a mark out of 100 with at most four decimals, exactly. */
function mark(points: number): string {
  const whole = Math.floor(points / 10_000);
  const rest = String(points % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}

function label(labels: Labels, dimension: Dimension, code: string, lang: Lang): string {
  if (dimension === "degree" && degrees.has(code)) return degrees.label(code, lang);
  if (dimension === "title" && titles.has(code)) return titles.label(code, lang);
  return labels(dimension, code, lang) ?? code;
}

function contributionText(c: Contribution, labels: Labels, lang: Lang): string {
  if (c.requirement === undefined)
    return lang === "zh" ? "该需求未设软性条件，所有候选人得满分" : "no soft requirement: every candidate has full marks";
  const name = DIMENSION_NAMES.get(c.dimension)?.[lang] ?? c.dimension;
  const relation = RELATIONS[c.relation][lang];
  const gained = `${mark(c.points)}/${mark(c.weight * 1000)}`;
  if (c.best === undefined) return lang === "zh" ? `${name}${relation}（${gained}）` : `${name} ${relation} (${gained})`;
  const held = label(labels, c.dimension, c.best.held, lang);
  const asked = label(labels, c.dimension, c.best.asked, lang);
  if (held === asked) return lang === "zh" ? `${name}${held}${relation}（${gained}）` : `${name} ${held}: ${relation} (${gained})`;
  return lang === "zh" ? `${name}${held}对${asked}，${relation}（${gained}）` : `${name} ${held} for ${asked}: ${relation} (${gained})`;
}

function ruleText(rule: RuleVerdict, labels: Labels, lang: Lang): string | undefined {
  if (rule.verdict === "holds") return undefined;
  const name = DIMENSION_NAMES.get(rule.dimension)?.[lang] ?? rule.dimension;
  const asked = rule.asked.slice(0, 3).map((code) => label(labels, rule.dimension, code, lang));
  const list = asked.join(lang === "zh" ? "、" : ", ") + (rule.asked.length > 3 ? "…" : "");
  if (lang === "zh") {
    const kind = rule.kind === "hard" ? "硬性条件" : "排除条件";
    return rule.verdict === "fails" ? `不满足${kind}：${name} ${list}` : `${kind}待核实：${name} ${list}`;
  }
  const kind = rule.kind === "hard" ? "hard requirement" : "exclusion";
  return rule.verdict === "fails" ? `fails the ${kind} on ${name} (${list})` : `to verify: ${kind} on ${name} (${list})`;
}

/** Says an explanation in one sentence in each language, from its members alone (一句话说明). */
export function sentences(told: Omit<Explanation, "sentence">, labels: Labels): { zh: string; en: string } {
  const say = (lang: Lang): string => {
    const parts = told.contributions.map((c) => contributionText(c, labels, lang));
    const faults = told.rules.map((rule) => ruleText(rule, labels, lang)).filter((text) => text !== undefined);
    const open = told.low !== told.high;
    if (lang === "zh") {
      const interval = open ? `（${mark(told.low)}–${mark(told.high)}）` : "";
      return `得分${mark(told.points)}${interval}：${[...parts, ...faults].join("；")}。`;
    }
    const interval = open ? ` (${mark(told.low)} to ${mark(told.high)})` : "";
    return `Scores ${mark(told.points)} of 100${interval}: ${[...parts, ...faults].join("; ")}.`;
  };
  return { zh: say("zh"), en: say("en") };
}
