import type { FusedFact, ReviewKind } from "../linkage/index.js";
import { CATEGORIES_ZH, codeName, type Lang, memberName } from "./wording.js";

type Words = Readonly<Record<Lang, string>>;

/** Names of members where those of the quality sheets would not do: of one person, not of talents and demands. */
const MEMBERS: ReadonlyMap<string, Words> = new Map([
  ["organization", { zh: "工作单位", en: "employer" }],
  ["post", { zh: "职务", en: "post" }],
  ["categories", { zh: "人才类别", en: "category" }],
  ["doNotContact", { zh: "勿扰", en: "do not contact" }],
]);

/** Names of a comparison's levels, by `comparison/level` where the fact has words of its own, else by the level alone. */
const LEVELS: ReadonlyMap<string, Words> = new Map([
  ["exact", { zh: "完全相同", en: "exactly the same" }],
  ["same", { zh: "相同", en: "the same" }],
  ["script", { zh: "仅繁简或写法不同", en: "the same in another script or order" }],
  ["former", { zh: "与曾用名相符", en: "a former name agrees" }],
  ["romanised", { zh: "拼音相符", en: "the same in pinyin" }],
  ["homophone", { zh: "同音不同字", en: "sounds the same but is written otherwise" }],
  ["near-homophone", { zh: "近音", en: "sounds nearly the same" }],
  ["one-off", { zh: "差一个字", en: "one character off" }],
  ["transposed", { zh: "两字颠倒", en: "two characters exchanged" }],
  ["compatible", { zh: "所写部分相符", en: "what both tell agrees" }],
  ["surname", { zh: "只有姓相同", en: "the surname alone agrees" }],
  ["different", { zh: "不同", en: "different" }],
  ["near", { zh: "差一个字符", en: "one sign off" }],
  ["phone/near", { zh: "差一位或缺区号", en: "one digit off or without the area code" }],
  ["same-last-four", { zh: "仅后四位相同", en: "the last four digits agree" }],
  ["same-local-part", { zh: "仅 @ 前相同", en: "the same before the @" }],
  ["short-form", { zh: "简称相符", en: "one is a short form" }],
  ["similar", { zh: "相近", en: "similar" }],
  ["shared", { zh: "有一项相同", en: "one in common" }],
  ["related", { zh: "同属一类", en: "of one kind" }],
  ["above", { zh: "一方包含另一方", en: "one holds the other" }],
  ["same-prefecture", { zh: "同市", en: "the same prefecture" }],
  ["same-province", { zh: "同省", en: "the same province" }],
  ["same-grade", { zh: "同级", en: "the same grade" }],
  ["one-apart", { zh: "差一级", en: "one step apart" }],
  ["swapped", { zh: "前后颠倒", en: "swapped" }],
  ["crossed", { zh: "与另一项写反", en: "written in the other's place" }],
  ["part", { zh: "部分相同", en: "the same in part" }],
  ["initial", { zh: "首字母相符", en: "an initial agrees" }],
  ["same-year", { zh: "同年", en: "the same year" }],
  ["same-area", { zh: "同一区域", en: "the same area" }],
]);

const RULES: Readonly<Record<FusedFact["rule"], Words>> = {
  only: { zh: "仅一条记录填写", en: "one record alone tells it" },
  agreed: { zh: "各记录一致", en: "all records agree" },
  cautious: { zh: "有一条要求即从之", en: "one yes is enough" },
  union: { zh: "合并各记录所列", en: "lists united" },
  detail: { zh: "取更具体的", en: "the more exact one" },
  evidence: { zh: "取佐证更强的", en: "the better attested one" },
  highest: { zh: "取较高的", en: "the higher one" },
  observed: { zh: "取最近采集的", en: "the latest observed" },
  "source-order": { zh: "取更可信来源的", en: "the more trusted source" },
  majority: { zh: "取多数记录所写", en: "what most records say" },
  "code-point": { zh: "无从取舍，按字符顺序取", en: "nothing decides; the first by its characters" },
};

const KINDS: Readonly<Record<ReviewKind, { readonly name: Words; readonly why: Words }>> = {
  "maybe-same": {
    name: { zh: "可能是同一人", en: "may be one person" },
    why: { zh: "证据低于合并线，暂作两人", en: "below the line, kept as two" },
  },
  "maybe-apart": {
    name: { zh: "可能误合并", en: "may be two people" },
    why: { zh: "已合为一人，但这两条之间证据不足", en: "one person so far, though these two records alone do not settle it" },
  },
  "held-apart": {
    name: { zh: "相符而未合并", en: "agree, yet kept apart" },
    why: {
      zh: "证据高于合并线，但合并会与其他记录或无重复的名单相悖",
      en: "above the line, but merging would go against other records or a list without doubles",
    },
  },
};

/** Name of a fact as the sheets of a linkage call it (事实名称). */
export function factName(member: string, lang: Lang): string {
  return MEMBERS.get(member)?.[lang] ?? memberName(member, lang);
}

/** How two values of a fact stand to each other (比较层级用语); a level of the caller's own goes by its name. */
export function levelName(comparison: string, level: string, lang: Lang): string {
  return (LEVELS.get(`${comparison}/${level}`) ?? LEVELS.get(level))?.[lang] ?? level;
}

/** The rule that decided a fact, in words (取舍规则用语). */
export function ruleName(rule: FusedFact["rule"], lang: Lang): string {
  return RULES[rule][lang];
}

/** What somebody should look at, in words (待核类别). */
export function reviewKindName(kind: ReviewKind, lang: Lang): string {
  return KINDS[kind].name[lang];
}

/** Why a pair waits for somebody's eye, in words (待核原因). */
export function reviewReason(kind: ReviewKind, lang: Lang): string {
  return KINDS[kind].why[lang];
}

/** Words in a list of the language. */
export function listed(words: readonly string[], lang: Lang): string {
  return words.join(lang === "zh" ? "、" : ", ");
}

function itemText(member: string, value: unknown, lang: Lang): string {
  if (typeof value !== "string") return typeof value === "object" ? JSON.stringify(value) : String(value);
  switch (member) {
    case "residence":
    case "hometown":
      return codeName("region", value, lang);
    case "degree":
      return codeName("degree", value, lang);
    case "fields":
      return codeName("field", value, lang);
    case "industries":
      return codeName("industry", value, lang);
    case "categories":
      return (lang === "zh" ? CATEGORIES_ZH.get(value) : undefined) ?? value;
    default:
      return value;
  }
}

/** A title by its name and grade: 讲师（中级）. */
function titleText({ grade, name }: { readonly grade: string; readonly name?: unknown }, lang: Lang): string {
  const level = codeName("title", grade, lang);
  if (typeof name !== "string" || name === "" || name === level) return level;
  return lang === "zh" ? `${name}（${level}）` : `${level} (${name})`;
}

/** The value of a fact as a person reads it (事实文本): codes by their names. */
export function factText(member: string, value: unknown, lang: Lang): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return lang === "zh" ? "无" : "none";
    return listed(
      value.map((item: unknown) => itemText(member, item, lang)),
      lang,
    );
  }
  if (typeof value === "boolean") return lang === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  if (member === "title" && typeof value === "object" && value !== null && "grade" in value && typeof value.grade === "string")
    return titleText(value as { readonly grade: string; readonly name?: unknown }, lang);
  return itemText(member, value, lang);
}
