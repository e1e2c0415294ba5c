import { cleanText, foldWidth, matchKey } from "../text/index.js";
import { type FieldLabel, type FieldSystem, fieldLabels } from "./field-labels.js";
import { fieldOfMajor } from "./field-of-major.js";
import { canonicalField, isFieldCode } from "./field-tree.js";
import { fields } from "./fields.js";
import { createLabelLookup } from "./lookup.js";
import type { Candidate, Resolution } from "./resolution.js";

/** What a resolved field tells besides its graduate code. */
export interface FieldExtra {
  readonly system: "graduate";
  /** The pair that the text named. */
  readonly source: { readonly system: FieldSystem; readonly code: string };
}

/** Options of {@link resolveField}. */
export interface ResolveFieldOptions {
  /** Which catalogue bare codes belong to. Without it a code of two meanings is ambiguous. */
  readonly system?: "graduate" | "undergraduate";
}

const lookup = createLabelLookup<string>(() =>
  [...fields.codes()].flatMap((code) => {
    const node = fields.get(code);
    return node && canonicalField(code) === code ? [{ label: node.name, value: code }] : [];
  }),
);

/** Words around a field that say nothing of it, longest first. */
const TRAILING = [
  "等相关专业",
  "及相关专业",
  "或相关专业",
  "相近专业",
  "相关专业",
  "等专业",
  "类专业",
  "专业类",
  "研究方向",
  "专业",
  "方向",
  "学科",
  "类",
  "系",
  "等",
];
const LEADING = ["主修", "所学", "学科", "专业"];

/** Spellings under which a stripped text may be listed: as it is, without or with 学, as a class, as an engineering field. */
function spellings(key: string): string[] {
  const stem = key.length > 2 && key.endsWith("学") ? key.slice(0, -1) : undefined;
  return [key, `${key}学`, ...(stem === undefined ? [] : [stem]), `${key}工程`, `${key}类`];
}

/** The text and what is left of it when leading and trailing words fall away, one at a time. */
function* strippings(key: string): Generator<string> {
  let rest = key;
  for (let more = true; more && rest !== ""; ) {
    yield rest;
    const trailing = TRAILING.find((word) => rest.endsWith(word) && rest.length > word.length);
    const leading = LEADING.find((word) => rest.startsWith(word) && rest.length > word.length);
    if (trailing !== undefined) rest = rest.slice(0, -trailing.length);
    else if (leading !== undefined) rest = rest.slice(leading.length);
    else more = false;
  }
}

function answer({ value, via, source }: FieldLabel, confidence: number): Resolution<string, FieldExtra> {
  return { status: "resolved", value, via, confidence, system: "graduate", source };
}

function candidatesOf(found: readonly FieldLabel[]): Candidate<string>[] {
  return found.map(({ value }) => ({ value, label: fields.get(value)?.name ?? value, confidence: 1 / found.length }));
}

/** Reads a bare code; codes of the two catalogues clash. */
function resolveCode(code: string, system: ResolveFieldOptions["system"]): Resolution<string, FieldExtra> | undefined {
  const marked = /[TK]$/i.test(code);
  const bare = code.replace(/[TK]+$/i, "");
  const graduate: FieldLabel | undefined =
    !marked && isFieldCode(bare) && fields.has(bare)
      ? { value: canonicalField(bare), via: "code", source: { system: "graduate", code: bare } }
      : undefined;
  const home = fieldOfMajor(bare);
  const undergraduate: FieldLabel | undefined =
    home === undefined ? undefined : { value: home, via: "code", source: { system: "undergraduate", code: bare } };
  const standing = system === "graduate" ? graduate : system === "undergraduate" || marked ? undergraduate : undefined;
  if (standing !== undefined) return answer(standing, 1);
  if (system !== undefined || (graduate === undefined && undergraduate === undefined)) return undefined;
  const only = graduate ?? undergraduate;
  if (only !== undefined && (graduate === undefined || undergraduate === undefined || graduate.value === undergraduate.value))
    return answer(only, 1);
  return { status: "ambiguous", candidates: candidatesOf([graduate, undergraduate].filter((label) => label !== undefined)) };
}

/** Looks a key up under its spellings; the first spelling that is listed decides. */
function listed(key: string): readonly FieldLabel[] | undefined {
  const { byKey } = fieldLabels();
  for (const spelling of spellings(key)) {
    const found = byKey.get(spelling);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Readings of a key, finest first: after a department (动力工程系热能工程), without brackets, inside brackets. */
function views(whole: string): string[] {
  const department = /^.{2,}?系(.{2,})$/.exec(whole)?.[1];
  const inside = /[（(]([^（()）]+)[)）]/.exec(whole)?.[1];
  const outside = whole.replace(/[（(][^（()）]*[)）]/g, "");
  return [...new Set([department, whole, inside, outside].filter((key) => key !== undefined && key !== ""))] as string[];
}

/**
 * The topic word that a text leans on: the longest that ends it (the head of a Chinese noun phrase), else that begins it, else that it holds.
 * Words of two characters count at the ends only; within a text they are too often part of another word.
 */
function topicOf(key: string): FieldLabel | undefined {
  const [text = key] = [...strippings(key)].slice(-1);
  const { keywords } = fieldLabels();
  const longest = (fits: (word: string) => boolean) => keywords.find((topic) => fits(topic.key));
  const end = longest((word) => text.endsWith(word));
  const start = longest((word) => text.startsWith(word));
  const within = longest((word) => word.length >= 3 && key.includes(word));
  const found = [end, start, within].filter((topic) => topic !== undefined);
  return found.sort((a, b) => b.key.length - a.key.length)[0]?.label;
}

/**
 * Reads a field of study (解析学科专业) into a canonical graduate code, from codes, names of the graduate and undergraduate catalogues, everyday and
 * historical names, and topic words.
 *
 * The exact text goes before the text without 专业, 类, 方向 …; official names before aliases; aliases before topic words inside the text.
 * 0832 alone means 食品科学与工程 to graduates and 交叉工程类 to undergraduates, and is ambiguous unless `system` or a name beside it tells.
 * @returns `value` of 2, 4 or 6 digits with the pair that was named in `source`; guesses of an unresolved text are spellings, not relatives
 * @complexity O(topic words × length)
 * @source packs graduate-field, undergraduate-major, field-alias
 * @example
 * const read = resolveField("食品科学与工程类专业");
 * console.log(read.status === "resolved" && read.value); // → 0832
 */
export function resolveField(raw: string, options: ResolveFieldOptions = {}): Resolution<string, FieldExtra> {
  const text = foldWidth(cleanText(raw));
  const coded = /^[（(]?(\d{2}(?:\d{2}){0,2}[TK]{0,2})[)）]?\s*(.*)$/i.exec(text);
  const named = coded?.[2] ? coded[2] : text.replace(/[（(]\d{2,6}[TK]{0,2}[)）]$/i, "");
  if (coded?.[1] && coded[2] === "") {
    const read = resolveCode(coded[1], options.system);
    if (read !== undefined) return read;
  }
  const whole = matchKey(named);
  const keys = views(whole);
  for (const key of keys) {
    for (const rest of strippings(key)) {
      const found = listed(rest);
      const [first] = found ?? [];
      // A category with something in brackets (管理学（会计学）) is told more finely by the brackets.
      if (found === undefined || first === undefined || (first.value.length === 2 && key !== keys.at(-1))) continue;
      if (found.length === 1) return answer(first, first.via === "name" ? 1 : 0.9);
      return { status: "ambiguous", candidates: candidatesOf(found) };
    }
  }
  const topic = topicOf(keys[0] ?? "");
  if (topic !== undefined) return answer(topic, 0.6);
  return { status: "unresolved", candidates: whole === "" ? [] : lookup.nearest(whole) };
}
