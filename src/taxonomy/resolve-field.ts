import { checkOptions } from "../errors/index.js";
import { cleanText, foldScript, foldWidth, matchKey } from "../text/index.js";
import { type FieldLabel, type FieldSystem, fieldLabels } from "./field-labels.js";
import { fieldSpellings, fieldStrippings, fieldViews, looseFieldKey } from "./field-spellings.js";
import { topicOfField } from "./field-topic.js";
import { canonicalField } from "./field-tree.js";
import { fields } from "./fields.js";
import { createLabelLookup } from "./lookup.js";
import { type FieldCodeSystem, readFieldCode } from "./read-field-code.js";
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
  readonly system?: FieldCodeSystem;
  /** Look for near spellings of an unresolved text, about 3 ms each. Default true. */
  readonly guesses?: boolean;
}

/** Readings of a text: one stands, several are ambiguous. */
interface Reading {
  readonly labels: readonly FieldLabel[];
  readonly confidence: number;
}

const lookup = createLabelLookup<string>(() =>
  [...fields.codes()].flatMap((code) => {
    const node = fields.get(code);
    return node && canonicalField(code) === code ? [{ label: node.name, value: code }] : [];
  }),
);

/** 理工 and 经管 name two categories at once; neither stands for the other. */
const TWO_CATEGORIES: ReadonlyMap<string, readonly string[]> = new Map([
  ["理工", ["07", "08"]],
  ["理工科", ["07", "08"]],
  ["经管", ["02", "12"]],
  ["文史", ["05", "06"]],
]);

/** The shortest text in which one wrong sign is forgiven, and the shortest in which it goes before topic words. */
const SHORTEST_TYPO = 4;
const SURE_TYPO = 6;
/** The longest text that is compared with every label; a longer one is a sentence, not a misspelt name. */
const LONGEST_TYPO = 24;

function candidatesOf(labels: readonly FieldLabel[]): Candidate<string>[] {
  return labels.map(({ value }) => ({ value, label: fields.get(value)?.name ?? value, confidence: 1 / labels.length }));
}

function answer({ labels, confidence }: Reading): Resolution<string, FieldExtra> {
  const [only] = labels;
  if (only === undefined || labels.length > 1) return { status: "ambiguous", candidates: candidatesOf(labels) };
  return { status: "resolved", value: only.value, via: only.via, confidence, system: "graduate", source: only.source };
}

/** Looks a stripped text up: as it is, then loosely joined, then under its other spellings. */
function listed(key: string): Reading | undefined {
  const { byKey, byLooseKey } = fieldLabels();
  const exact = byKey.get(key);
  if (exact !== undefined) return { labels: exact, confidence: exact[0]?.via === "name" ? 1 : 0.9 };
  const both = TWO_CATEGORIES.get(key);
  if (both !== undefined)
    return { labels: both.map((code) => ({ value: code, via: "alias", source: { system: "graduate", code } })), confidence: 0.9 };
  const loose = looseFieldKey(key);
  // Nothing but words that join names no field, though nothing with 工程 behind it does.
  if (loose === "") return undefined;
  for (const spelling of [loose, ...fieldSpellings(key), ...fieldSpellings(loose)]) {
    const found = byKey.get(spelling) ?? byLooseKey.get(spelling);
    if (found !== undefined) return { labels: found, confidence: 0.8 };
  }
  return undefined;
}

/** The first view, the whole before its parts, that is listed once words around it fell away; a category only where nothing finer is. */
function readName(whole: string): Reading | undefined {
  let category: Reading | undefined;
  for (const view of new Set([whole, ...fieldViews(whole)])) {
    for (const rest of fieldStrippings(view)) {
      const found = listed(rest);
      if (found === undefined) continue;
      if (found.labels.some(({ value }) => value.length > 2)) return found;
      category ??= found;
      break;
    }
  }
  return category;
}

/**
 * Several fields that no catalogue lists together, each listed by itself: joined by 与, 及 or 和, the one named first leads; in a list with 、 or ；
 * none does, and fields of different disciplines are as many readings.
 */
function readSeveral(whole: string): Reading | undefined {
  const text = [...fieldStrippings(whole)].at(-1) ?? "";
  const parts = text.split(/以及|[与及和、,;/]/).filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  const labels: FieldLabel[] = [];
  for (const part of parts) {
    const [label] = readName(part)?.labels ?? [];
    if (label === undefined) return undefined;
    if (!labels.some(({ value }) => value.slice(0, 4) === label.value.slice(0, 4))) labels.push({ ...label, via: "pattern" });
  }
  return { labels: /[、,;/]/.test(text) ? labels : labels.slice(0, 1), confidence: 0.6 };
}

/** Whether two texts differ by at most one sign put in, left out or exchanged. */
function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1);
}

/** The one field whose label is a single sign away; undefined where there is none, or several. */
function readTypo(whole: string, shortest: number): Reading | undefined {
  const text = [...fieldStrippings(whole)].at(-1) ?? "";
  if (text.length < shortest || text.length > LONGEST_TYPO) return undefined;
  const { byKey, byEnds } = fieldLabels();
  const values = new Map<string, FieldLabel>();
  // One edit lies at one place: the first two signs stay, or the last two.
  for (const end of [`${text.slice(0, 2)}…`, `…${text.slice(-2)}`]) {
    for (const key of byEnds.get(end) ?? []) {
      const [label] = byKey.get(key) ?? [];
      if (label !== undefined && withinOneEdit(key, text)) values.set(label.value, label);
    }
  }
  const [label] = values.values();
  return label === undefined || values.size > 1 ? undefined : { labels: [{ ...label, via: "fuzzy" }], confidence: 0.5 };
}

/**
 * Reads a field of study (解析学科专业) into a canonical graduate code, from codes, names of the graduate and undergraduate catalogues and of
 * GB/T 13745, everyday and historical names, and topic words.
 *
 * Order: the exact text before the text without 专业, 类, 方向 …; in each, official names before aliases, graduate names before undergraduate ones,
 * disciplines before programmes before professional degrees. A professional degree's name means its academic field (机械 → 0802, 会计 → 120201);
 * its code stays (1253). Topic words come after all names: the longest that ends the text, begins it or stands in it. One wrong sign is forgiven in
 * texts of four signs and more, and only where one field is that near.
 * 0832 alone means 食品科学与工程 to graduates and 交叉工程类 to undergraduates, and is ambiguous unless `system` or a name beside it tells.
 * @returns `value` of 2, 4 or 6 digits with the pair that was named in `source`; guesses of an unresolved text are spellings, not relatives
 * @throws GuiyanError `unknown-option`
 * @complexity O(length × longest label) look-ups; O(labels) where nothing is listed
 * @source packs graduate-field, undergraduate-major, gbt13745, field-alias, former-major, field-keyword
 * @example
 * const read = resolveField("食品科学与工程类专业");
 * console.log(read.status === "resolved" && read.value); // → 0832
 */
export function resolveField(raw: string, options: ResolveFieldOptions = {}): Resolution<string, FieldExtra> {
  checkOptions("resolveField", options, ["system", "guesses"]);
  const text = foldScript(foldWidth(cleanText(raw)));
  const coded = readFieldCode(text, options.system);
  if (coded?.agreed || coded?.name === "") return answer({ labels: coded.labels, confidence: 1 });
  const whole = matchKey(coded?.name ?? text);
  const read = readName(whole) ?? readSeveral(whole) ?? readTypo(whole, SURE_TYPO) ?? topicOfField(whole) ?? readTypo(whole, SHORTEST_TYPO);
  if (read !== undefined) return answer(read);
  if (coded !== undefined) return answer({ labels: coded.labels, confidence: 1 });
  return {
    status: "unresolved",
    candidates: options.guesses === false || whole === "" || whole.length > LONGEST_TYPO ? [] : lookup.nearest(whole),
  };
}
