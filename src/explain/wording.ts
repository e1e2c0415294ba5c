import type { Dimension, RegionBasis } from "../model/index.js";
import { codeNames, dimensionName, type RuleVerdict, ruleKindName, type SettledCriteria, type Verdict } from "../scoring/index.js";
import { plainText } from "./plain-text.js";

/** Languages that the room speaks. */
export const LANGS = ["zh", "en"] as const;
/** One of the room's languages. */
export type Lang = (typeof LANGS)[number];
/** Names of codes, as criteria give them. */
export type Labels = SettledCriteria["labels"];

/** A sentence in both languages (中英文说明). */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const PLACES: Readonly<Record<RegionBasis, Readonly<Record<Lang, string>>>> = {
  residence: { zh: "常住地", en: "residence" },
  hometown: { zh: "籍贯", en: "hometown" },
  either: { zh: "常住地或籍贯", en: "residence or hometown" },
};

const VERDICTS: Readonly<Record<Verdict, Readonly<Record<Lang, string>>>> = {
  holds: { zh: "符合", en: "met" },
  fails: { zh: "不符合", en: "not met" },
  unknown: { zh: "待核实", en: "to be verified" },
};

/** Name of what a requirement looks at (条件所看信息): the place where one is named, else the dimension. */
export function subjectName(dimension: Dimension, basis: RegionBasis | undefined, lang: Lang): string {
  return basis === undefined ? plainText(dimensionName(dimension, lang)) : PLACES[basis][lang];
}

/** A rule's verdict in words (结论用语). */
export function verdictName(verdict: Verdict, lang: Lang): string {
  return VERDICTS[verdict][lang];
}

/** A hard or excluding requirement with what it asks, in words (条件全称). */
export function ruleName(labels: Labels, rule: Pick<RuleVerdict, "kind" | "dimension" | "asked">, lang: Lang): string {
  const kind = ruleKindName(rule.kind, lang);
  const name = plainText(dimensionName(rule.dimension, lang));
  const asked = plainText(codeNames(labels, rule, lang, 3));
  return lang === "zh" ? `${kind}（${name} ${asked}）` : `${kind} on ${name} (${asked})`;
}
