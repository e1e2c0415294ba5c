import { fieldAndBelow, resolveFields } from "../taxonomy/index.js";

/** Fields that a demand asks for (专业条件). */
export interface DemandedFields {
  /** Codes, disciplines written out with all below them. */
  readonly values: string[];
  /** Parts that no catalogue and no topic word explains. */
  readonly unread: readonly string[];
  readonly unlimited: boolean;
  /** Whether every part is a listed name, none only a topic word or a guess. */
  readonly listed: boolean;
}

/**
 * Field codes that a text names (专业解析), disciplines written out with all below them.
 * @complexity O(parts) look-ups of fields
 */
export function demandedFields(text: string): DemandedFields {
  const { parts, unlimited } = resolveFields(text, { guesses: false });
  const values = new Set<string>();
  const unread: string[] = [];
  let listed = parts.length > 0;
  for (const { text: part, resolution } of parts) {
    if (resolution.status === "resolved") {
      for (const code of fieldAndBelow(resolution.value)) values.add(code);
      if (resolution.via === "pattern" || resolution.via === "fuzzy") listed = false;
    } else {
      unread.push(part);
      listed = false;
    }
  }
  return { values: [...values], unread, unlimited, listed };
}

/**
 * Fields that an exclusion names (排除专业): only where the text means a listed field exactly, so that 不要营销类 does not shut out all of 工商管理 by an
 * everyday name of a part of it.
 */
export function excludedFields(text: string): string[] {
  return resolveFields(text, { guesses: false }).parts.flatMap(({ resolution }) =>
    resolution.status === "resolved" &&
    ((resolution.via === "name" && (resolution.source.system === "graduate" || resolution.value.length === 6)) || /类$/.test(text))
      ? [...fieldAndBelow(resolution.value)]
      : [],
  );
}

/** No list of fields in one clause is longer; more is a description. */
const LONGEST_LIST = 60;

/** Words before and after the fields of a clause that ask, but name nothing. */
const BEFORE =
  /^(?:[()]|必须|须|需|限|仅|只|招|要|应|且|并|为|是|具[有备]|要求|有|所学|学习?过?|懂|熟悉|毕业于|从事|统招|全日制|及?以上(?:学历|学位)?|学历|学位|的|专业(?=限|为|须|要求|不限|:)|研究方向(?:为|是|:)|方向(?:为|是|:)|专业方向(?:为|是|:)|急需|招聘|引进|聘请|人员|者|第一|阶段|其余|其[他它]|[:、/,和或及与]|毕业|其|起步?|生(?!物|态|产|命|活|殖|理))/;
const AFTER =
  /(?:[()]|报名|报考|应聘|毕业生?|背景|出身|者|人员|人才|人士|学历|学位|考虑|知识|方面|基础|的|之一|任一(?:方向|专业)?|优先|最好|更佳|尤佳|更好|也行|也可以?|亦可|均可|皆可|都行|都可以?|即可|为主|为宜|加分|必须|[、/,和或及与:])$/;

/** Texts that a clause's words may name fields by, asking words falling away one at a time: what is listed must not lose its own beginning (生物, 应用, 有机). */
function* strippings(text: string): Generator<string> {
  // 须, 限 and 仅 begin no field; their clause must still see them.
  let words = text
    .replace(/\(\s*\)/g, "")
    .trim()
    .replace(/^(?:必须|须|仅限|限|仅)+/, "");
  for (let i = 0; i < 24 && words !== ""; i++) {
    const tail = words.replace(AFTER, "");
    const bare = tail === words ? words.replace(BEFORE, "") : tail;
    // 人才 by itself is what is wanted, not what it studied.
    if (bare === "") return;
    yield words;
    if (bare === words) return;
    words = bare;
  }
}

/**
 * Fields that a clause's words name (条件中的专业): the first stripping of which every part is a listed name, else the barest.
 * @complexity O(words) look-ups of fields
 */
export function fieldsInWords(text: string): DemandedFields & { readonly words: string } {
  let words = "";
  for (words of strippings(text)) {
    if (words.length > LONGEST_LIST) continue;
    const read = demandedFields(words);
    if (read.listed) return { ...read, words };
  }
  return { ...demandedFields(words.length > LONGEST_LIST ? "" : words), words };
}

/** The barest text that may name fields. */
export function fieldWords(text: string): string {
  return [...strippings(text)].at(-1) ?? "";
}
