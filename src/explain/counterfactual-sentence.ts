import { codeName, markText, type ScorePlan, type SettledCriteria } from "../scoring/index.js";
import { dimensionOf, type FactChange } from "./fact-options.js";
import type { FactImpossibility } from "./least-fact-change.js";
import type { WeightChange, WeightImpossibility } from "./least-weight-change.js";
import { plainText } from "./plain-text.js";
import type { Standing } from "./registry.js";
import { type Labels, type Lang, ruleName, type Sentence, subjectName } from "./wording.js";

/** What the sentences lean on besides the answer. */
interface Ground {
  readonly k: number;
  readonly plan: ScorePlan;
  readonly settled: SettledCriteria;
}

const both = (say: (lang: Lang) => string): Sentence => ({ zh: say("zh"), en: say("en") });

/** Says that somebody is in the list already (已在名单). */
export function standsSentence(k: number, before: Standing): Sentence {
  const points = markText(before.points);
  return both((lang) =>
    lang === "zh"
      ? `已在前${k}名之内：${points}分，第${before.rank}名${verifyText(before, lang)}。`
      : `Already in the top ${k}: ${points} points, place ${before.rank}${verifyText(before, lang)}.`,
  );
}

/** Says a change of facts, or why there is none (事实变动说明). */
export function factSentence(
  { k, plan, settled: { labels } }: Ground,
  answer: { readonly changes: readonly FactChange[]; readonly after: Standing } | FactImpossibility,
): Sentence {
  return both((lang) => {
    if ("changes" in answer) {
      const changes = answer.changes.map((change) => factText(change, labels, lang));
      return reached(k, changes, answer.after, lang);
    }
    const zh = lang === "zh";
    switch (answer.kind) {
      case "rules": {
        const rules = rulesText(plan, answer.requirements, labels, lang);
        return never(k, zh ? `允许的变动都不能满足${rules}` : `no allowed change meets the ${rules}`, lang);
      }
      case "rules-together": {
        const rules = rulesText(plan, answer.requirements, labels, lang);
        return never(
          k,
          zh ? `各硬性条件不能同时满足，至少差${rules}` : `the requirements cannot be met together; missing at least: ${rules}`,
          lang,
        );
      }
      case "points": {
        const most = markText(answer.reachable);
        return never(
          k,
          zh ? `允许的变动最多达到${most}分，仍排不进` : `the most that allowed changes reach, ${most} points, is not enough`,
          lang,
        );
      }
    }
  });
}

/** Says a change of weights, or why there is none (权重变动说明). */
export function weightSentence(
  { k, plan, settled: { labels } }: Ground,
  answer: { readonly changes: readonly WeightChange[]; readonly moved: number; readonly after: Standing } | WeightImpossibility,
): Sentence {
  return both((lang) => {
    const zh = lang === "zh";
    if ("changes" in answer) {
      const changes = answer.changes.map(({ dimension, requirement, from, to }) => {
        const basis = dimension === "region" ? plan.terms.find((term) => term.requirement === requirement)?.basis : undefined;
        const name = subjectName(dimension, basis, lang);
        return zh ? `${name}权重由${from}改为${to}` : `weight of ${name} from ${from} to ${to}`;
      });
      return reached(k, changes, answer.after, lang);
    }
    switch (answer.kind) {
      case "rules": {
        const rules = rulesText(plan, answer.requirements, labels, lang);
        return never(k, zh ? `未通过${rules}，与权重无关` : `kept out by the ${rules}, whatever the weights`, lang);
      }
      case "nothing-weighs":
        return never(k, zh ? "该需求没有计分的软性条件" : "no soft requirement of the demand weighs", lang);
      case "dominated":
        return never(k, zh ? `无论权重如何，都有${answer.by}人在前` : `whatever the weights, others ahead: ${answer.by}`, lang);
      case "outranked":
        return never(k, zh ? `任何权重下都有至少${k}人在前` : `under any weights, others ahead: at least ${k}`, lang);
    }
  });
}

function reached(k: number, changes: readonly string[], after: Standing, lang: Lang): string {
  const points = markText(after.points);
  return lang === "zh"
    ? `要进入前${k}名：${changes.join("；")}。届时${points}分，第${after.rank}名${verifyText(after, lang)}。`
    : `To enter the top ${k}: ${changes.join("; ")}. Then ${points} points, place ${after.rank}${verifyText(after, lang)}.`;
}

function never(k: number, why: string, lang: Lang): string {
  return lang === "zh" ? `无法进入前${k}名：${why}。` : `The top ${k} cannot be entered: ${why}.`;
}

function verifyText({ toVerify }: Standing, lang: Lang): string {
  if (toVerify !== true) return "";
  return lang === "zh" ? "，仍有硬性条件待核实" : ", with hard requirements still to be verified";
}

function rulesText({ rules }: ScorePlan, requirements: readonly number[], labels: Labels, lang: Lang): string {
  const named = rules.filter(({ requirement }) => requirements.includes(requirement)).map((rule) => ruleName(labels, rule, lang));
  return named.join(lang === "zh" ? "、" : ", ");
}

function factText(change: FactChange, labels: Labels, lang: Lang): string {
  const { fact, kind, from, to, steps } = change;
  const zh = lang === "zh";
  const place = fact === "residence" || fact === "hometown" ? fact : undefined;
  const dimension = place ? "region" : fact === "fields" ? "field" : fact.startsWith("facts.") ? dimensionOf(fact) : fact;
  const subject = subjectName(dimension, place, lang);
  const gained = from === undefined ? to : to.filter((code) => !from.includes(code));
  const named = gained.map((code) => {
    const other = change.others?.find((one) => one.code === code);
    if (other === undefined) return plainText(codeName(labels, dimension, code, lang));
    const within = other.within === undefined ? undefined : plainText(codeName(labels, dimension, other.within, lang));
    if (zh) return within === undefined ? "其他" : `${within}内其他`;
    return within === undefined ? "another" : `another in ${within}`;
  });
  const list = named.join(zh ? "、" : ", ") || (zh ? "无" : "none");
  if (kind === "learn") return zh ? `查明${subject}为${list}` : `find out that ${subject} is ${list}`;
  if (steps > 0) {
    const now = codeName(labels, dimension, from?.[0] ?? "", lang);
    return zh ? `${subject}由${now}升至${list}` : `raise ${subject} from ${now} to ${list}`;
  }
  if (place) return zh ? `${subject}改为${list}` : `change ${subject} to ${list}`;
  return zh ? `${subject}增加${list}` : `add ${list} to ${subject}`;
}
