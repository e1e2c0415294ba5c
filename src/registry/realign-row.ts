import { resolveDegree, resolveRegion, resolveTitle } from "../taxonomy/index.js";
import { readDate, readPhone } from "../text/index.js";
import { isBlank } from "./cell-text.js";
import type { HeaderField } from "./header-vocabulary.js";
import type { ColumnMapping } from "./map-headers.js";
import { readCompanySize, readExperience, readHeadcount } from "./read-ranges.js";
import { readSalary } from "./read-salary.js";

/** A row whose cells stood one column too far right, put right. */
export interface Realignment {
  readonly texts: readonly string[];
  /** 0-based place of the stray blank that pushed them. */
  readonly from: number;
}

/** What a cell of a field must look like; only fields whose cells cannot be mistaken. */
const FORMS: ReadonlyMap<HeaderField, (text: string) => boolean> = new Map<HeaderField, (text: string) => boolean>([
  ["email", (text) => /^\S+@\S+$/.test(text)],
  ["phone", (text) => /\d[eE][+-]?\d/.test(text) || readPhone(text) !== undefined],
  ["observed_date", (text) => readDate(text) !== undefined],
  ["headcount", (text) => readHeadcount(text) !== undefined || /若干|名|人/.test(text)],
  ["salary", (text) => readSalary(text) !== undefined || /面议|面谈|协商|薪|待遇/.test(text)],
]);
/** Dearer tests, for rows that the others have found suspicious. */
const FINER: ReadonlyMap<HeaderField, (text: string) => boolean> = new Map<HeaderField, (text: string) => boolean>([
  ...FORMS,
  ["education", (text) => resolveDegree(text).status !== "unresolved"],
  ["degree", (text) => resolveDegree(text).status !== "unresolved"],
  ["title", (text) => resolveTitle(text, { guesses: false }).status !== "unresolved"],
  ["native_place", (text) => resolveRegion(text, { guesses: false }).status !== "unresolved"],
  ["region", (text) => resolveRegion(text, { guesses: false }).status !== "unresolved"],
  ["education_req", (text) => /[本专]科|大专|硕士|博士|研究生|高中|中专|学历|不限/.test(text)],
  ["experience_req", (text) => readExperience(text) !== undefined],
  ["company_size", (text) => readCompanySize(text) !== undefined],
]);

/** Fields whose form no neighbour has: two places side by side, or pay beside benefits, look alike. */
const SURE: ReadonlySet<HeaderField> = new Set<HeaderField>(["email", "phone", "observed_date", "education", "degree", "headcount"]);

/** How many filled cells have the form of their column, and how many have not; `sure` counts only forms that nothing else has. */
function fitOf(
  texts: readonly string[],
  columns: readonly ColumnMapping[],
  forms: typeof FORMS,
): { good: number; bad: number; sure: number } {
  let [good, bad, sure] = [0, 0, 0];
  for (const { index, field } of columns) {
    const form = field === undefined ? undefined : forms.get(field);
    const text = texts[index] ?? "";
    if (form === undefined || isBlank(text)) continue;
    if (!form(text)) bad++;
    else {
      good++;
      if (field !== undefined && SURE.has(field)) sure++;
    }
  }
  return { good, bad, sure };
}

/**
 * Puts a row right whose cells a stray blank pushed one column to the right (整行错位): the blank is taken out where after that at least two more of
 * the telling cells have the form of their column, two of them forms that nothing else has, and at most one has not, fewer than before.
 * @returns undefined where nothing tells of a shift, or no place explains it
 * @complexity O(columns) for a sound row, O(columns²) look-ups for a suspicious one
 */
export function realignRow(texts: readonly string[], columns: readonly ColumnMapping[]): Realignment | undefined {
  if (fitOf(texts, columns, FORMS).bad === 0) return undefined;
  const before = fitOf(texts, columns, FINER);
  let best: (Realignment & { readonly good: number; readonly bad: number }) | undefined;
  for (const [from, text] of texts.entries()) {
    if (text !== "") continue;
    const moved = [...texts.slice(0, from), ...texts.slice(from + 1), ""];
    const { good, bad, sure } = fitOf(moved, columns, FINER);
    if (bad > Math.min(1, before.bad - 1) || good < before.good + 2 || sure < before.sure + 2) continue;
    if (best === undefined || bad < best.bad || (bad === best.bad && good >= best.good)) best = { texts: moved, from, good, bad };
  }
  return best === undefined ? undefined : { texts: best.texts, from: best.from };
}
