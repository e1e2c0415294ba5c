import type { CORE_DIMENSIONS, Dimension } from "../model/index.js";
import { FULL_POINTS, type RuleVerdict } from "../scoring/index.js";
import { codeLabel, degrees, titles } from "../taxonomy/index.js";

/** Languages of reports. */
export const LANGS = ["zh", "en"] as const;
export type Lang = (typeof LANGS)[number];

const DIMENSIONS: ReadonlyMap<string, Record<Lang, string>> = new Map([
  ["region", { zh: "地域", en: "region" }],
  ["field", { zh: "领域", en: "field" }],
  ["degree", { zh: "学历", en: "degree" }],
  ["title", { zh: "职称", en: "title" }],
]);

/** The four dimensions in the order in which reports list them: heaviest default weight first. */
export const PART_ORDER: readonly Dimension[] = ["field", "title", "region", "degree"] satisfies (typeof CORE_DIMENSIONS)[number][];

/** Name of a dimension; a dimension of the caller's own goes by its key. */
export function dimensionName(dimension: Dimension, lang: Lang): string {
  return DIMENSIONS.get(dimension)?.[lang] ?? dimension;
}

/** Name of a code of any dimension; a code without name stands for itself. */
export function codeName(dimension: Dimension, code: string, lang: Lang): string {
  if (dimension === "degree" && degrees.has(code)) return degrees.label(code, lang);
  if (dimension === "title" && titles.has(code)) return titles.label(code, lang);
  return codeLabel(dimension, code) ?? code;
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
