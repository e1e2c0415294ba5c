import { dimensionName, type Explanation, markText, relationName } from "../scoring/index.js";
import type { Contrast, ContrastReason, DimensionContrast, RuleContrast } from "./contrast.js";
import { plainText } from "./plain-text.js";
import { type Labels, type Lang, ruleName, type Sentence, verdictName } from "./wording.js";

/** Points with their sign, as a mark out of 100. */
function signedMark(points: number): string {
  return `${points < 0 ? "−" : "+"}${markText(Math.abs(points))}`;
}

function dimensionText({ dimension, difference, requirements }: DimensionContrast, lang: Lang): string {
  const name = plainText(dimensionName(dimension, lang));
  const pairs = requirements.map(({ a, b }) => [relationName(a.relation, lang), relationName(b.relation, lang)]);
  // Where the words do not differ, or several requirements stand behind the sum, the figure alone is told.
  const [one] = pairs.length === 1 && pairs[0]?.[0] !== pairs[0]?.[1] ? pairs : [];
  if (lang === "zh") return `${name}${signedMark(difference)}${one ? `（${one[0]}对${one[1]}）` : ""}`;
  return `${name} ${signedMark(difference)}${one ? ` (${one[0]} against ${one[1]})` : ""}`;
}

function ruleText(rule: RuleContrast, labels: Labels, lang: Lang): string {
  const name = ruleName(labels, rule, lang);
  const [a, b] = [verdictName(rule.a, lang), verdictName(rule.b, lang)];
  return lang === "zh" ? `${name}${a}对${b}` : `${name}: ${a} against ${b}`;
}

/** The rules that keep somebody out. */
function barriers({ rules, failed }: Explanation, labels: Labels, lang: Lang): string {
  const kept = rules.filter(({ requirement, verdict }) => failed.includes(requirement) && verdict !== "holds");
  return kept.map((rule) => ruleName(labels, rule, lang)).join(lang === "zh" ? "、" : ", ");
}

/** What a {@link contrastSentence} is built from; differences are those of who is named first. */
export interface ContrastTrace extends Pick<Contrast, "dimensions" | "rules"> {
  readonly ahead: { readonly name: string; readonly explanation: Explanation };
  readonly behind: { readonly name: string; readonly explanation: Explanation };
  readonly labels: Labels;
}

/** Says a contrast in one sentence in each language (对比一句话), from the two traces alone. */
export function contrastSentence(because: ContrastReason, trace: ContrastTrace): Sentence {
  const { ahead, behind, labels } = trace;
  const [x, y] = [plainText(ahead.name), plainText(behind.name)];
  const [p, q] = [markText(ahead.explanation.points), markText(behind.explanation.points)];
  const say = (lang: Lang): string => {
    const zh = lang === "zh";
    const changed = trace.dimensions.filter(({ requirements }) => requirements.some(({ difference }) => difference !== 0));
    const parts = [...changed.map((one) => dimensionText(one, lang)), ...trace.rules.map((rule) => ruleText(rule, labels, lang))];
    const why = (parts.length === 0 ? "" : (zh ? "：" : ": ") + parts.join(zh ? "；" : "; ")) + (zh ? "。" : ".");
    const out = barriers(behind.explanation, labels, lang);
    switch (because) {
      case "rules":
        return zh
          ? `${x}（${p}分）入选，${y}（${q}分）因${out}未入选${why}`
          : `${x} (${p}) is a candidate, ${y} (${q}) is kept out by the ${out}${why}`;
      case "points": {
        const by = markText(ahead.explanation.points - behind.explanation.points);
        return zh ? `${x}（${p}分）排在${y}（${q}分）之前，高${by}分${why}` : `${x} (${p}) stands before ${y} (${q}), ${by} ahead${why}`;
      }
      case "id":
        return zh ? `${x}与${y}同为${p}分，按编号${x}在前${why}` : `${x} and ${y} both have ${p}, ${x} stands first by id${why}`;
      case "same":
        return zh ? `${x}与${y}编号相同，同为${p}分${why}` : `${x} and ${y} have the same id, both have ${p}${why}`;
      case "neither": {
        const first = barriers(ahead.explanation, labels, lang);
        return zh
          ? `${x}（${p}分）因${first}、${y}（${q}分）因${out}，均未入选${why}`
          : `neither ${x} (${p}), kept out by the ${first}, nor ${y} (${q}), kept out by the ${out}, is a candidate${why}`;
      }
    }
  };
  return { zh: say("zh"), en: say("en") };
}
