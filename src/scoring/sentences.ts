import type { SettledCriteria } from "./criteria.js";
import type { Contribution, Explanation, RuleVerdict } from "./explanation.js";
import { codeName, codeNames, dimensionName, markText, NO_SOFT_REQUIREMENT, relationName, ruleKindName } from "./wording.js";

type Lang = "zh" | "en";
type Labels = SettledCriteria["labels"];

function contributionText(c: Contribution, labels: Labels, lang: Lang): string {
  if (c.requirement === undefined) return NO_SOFT_REQUIREMENT[lang];
  const name = dimensionName(c.dimension, lang);
  const relation = relationName(c.relation, lang);
  const gained = `${markText(c.points)}/${markText(c.weight * 1000)}`;
  if (c.best === undefined) return lang === "zh" ? `${name}${relation}（${gained}）` : `${name} ${relation} (${gained})`;
  const held = codeName(labels, c.dimension, c.best.held, lang);
  const asked = codeName(labels, c.dimension, c.best.asked, lang);
  if (held === asked) return lang === "zh" ? `${name}${held}${relation}（${gained}）` : `${name} ${held}: ${relation} (${gained})`;
  return lang === "zh" ? `${name}${held}对${asked}，${relation}（${gained}）` : `${name} ${held} for ${asked}: ${relation} (${gained})`;
}

function ruleText(rule: RuleVerdict, labels: Labels, lang: Lang): string | undefined {
  if (rule.verdict === "holds") return undefined;
  const name = dimensionName(rule.dimension, lang);
  const kind = ruleKindName(rule.kind, lang);
  const list = codeNames(labels, rule, lang, 3);
  if (lang === "zh") return rule.verdict === "fails" ? `不满足${kind}：${name} ${list}` : `${kind}待核实：${name} ${list}`;
  return rule.verdict === "fails" ? `fails the ${kind} on ${name} (${list})` : `to verify: ${kind} on ${name} (${list})`;
}

/** Says an explanation in one sentence in each language, from its members alone (一句话说明). */
export function sentences(told: Omit<Explanation, "sentence">, labels: Labels): { zh: string; en: string } {
  const say = (lang: Lang): string => {
    const parts = told.contributions.map((c) => contributionText(c, labels, lang));
    const faults = told.rules.map((rule) => ruleText(rule, labels, lang)).filter((text) => text !== undefined);
    const open = told.low !== told.high;
    if (lang === "zh") {
      const interval = open ? `（${markText(told.low)}–${markText(told.high)}）` : "";
      return `得分${markText(told.points)}${interval}：${[...parts, ...faults].join("；")}。`;
    }
    const interval = open ? ` (${markText(told.low)} to ${markText(told.high)})` : "";
    return `Scores ${markText(told.points)} of 100${interval}: ${[...parts, ...faults].join("; ")}.`;
  };
  return { zh: say("zh"), en: say("en") };
}
