import { checkOptions } from "../errors/index.js";
import { matchKey } from "../text/index.js";
import { createLabelLookup } from "./lookup.js";
import { BARE_GRADES } from "./packs/title-word-pack.js";
import { readTitle, type TitleReading, type TitleValue } from "./read-title.js";
import type { Ambiguous, Candidate, Resolved, Unresolved } from "./resolution.js";
import type { TitleRefusal } from "./title-refusal.js";
import { titleSeries } from "./title-series.js";
import { type TitleGrade, titles } from "./titles.js";

/** Options of {@link resolveTitle}. */
export interface ResolveTitleOptions {
  /** Whether a text that nothing explains is looked up for near spellings, default true; it costs a hundred times the reading itself. */
  readonly guesses?: boolean;
}

/** What {@link resolveTitle} returns; an unresolved text that names something else says what: {@link TitleRefusal}. */
export type TitleResolution = Resolved<TitleValue> | Ambiguous<TitleValue> | (Unresolved<TitleValue> & { readonly reason?: TitleRefusal });

/** Signs and words between two titles in one cell. 兼职 is no such word. */
const SEPARATORS = /[、,;；。:|/\\+&·]|和|及|暨|与|兼任?(?!职)/;
/** Bracketed remarks: 高级工程师（教授级）. */
const BRACKETS = /[([【〔{]([^()[\]【】〔〕{}]*)[)\]】〕}]/g;
/** Longest text that is worth a typo-tolerant look-up. */
const FUZZY_LIMIT = 12;

const lookup = createLabelLookup<TitleValue>(() => {
  const labels = new Map<string, TitleValue>();
  for (const series of titleSeries()) for (const { name, grade } of series.titles) labels.set(name, { grade, name });
  return [...labels].map(([label, value]) => ({ label, value }));
});

/** What a bracket behind a plain title makes of it. */
const PLAIN_REMARKS: ReadonlyMap<string, TitleGrade> = new Map([
  ["高级", "associate-senior"],
  ["初级", "elementary"],
  ["助理", "elementary"],
]);
/** Stands for a bracketed remark while a cell is split. */
const MARK = "\ue000";

/**
 * Titles that GB/T 8561 tells from occupations and from titles of today only by the series in brackets.
 * @source GB/T 8561-2001, codes 025, 035, 413, 414, 423, 645, 655, 665, 675
 */
const BRACKETED: ReadonlyMap<string, TitleValue> = new Map<string, TitleValue>([
  ["教员(中专)", { grade: "elementary", name: "教员（中专）" }],
  ["教员(技校)", { grade: "elementary", name: "教员（技校）" }],
  ["高级教师(小学)", { grade: "intermediate", name: "高级教师（小学）" }],
  ["一级教师(小学)", { grade: "elementary", name: "一级教师（小学）" }],
  ["船长(大副)", { grade: "intermediate", name: "船长（大副）" }],
  ["管理员(图书)", { grade: "elementary", name: "管理员（图书）" }],
  ["管理员(文博)", { grade: "elementary", name: "管理员（文博）" }],
  ["管理员(档案)", { grade: "elementary", name: "管理员（档案）" }],
  ["管理员(群众文化)", { grade: "elementary", name: "管理员（群众文化）" }],
]);

/** Readings of a cell's parts, each with the remarks in its brackets. */
function readings(raw: string): TitleReading[] {
  const remarks: string[] = [];
  const marked = matchKey(raw)
    .replaceAll(MARK, "")
    .replace(BRACKETS, (_, remark: string) => {
      remarks.push(remark);
      return MARK;
    });
  const found: TitleReading[] = [];
  let next = 0;
  for (const part of marked.split(SEPARATORS)) {
    const pieces = part.split(MARK);
    const text = pieces.join("");
    let reading = readTitle(text);
    for (let i = 1; i < pieces.length; i++) {
      const remark = remarks[next++] ?? "";
      // 会计师（高级）: of a plain title the remark is the grade.
      const plain = reading?.kind === "title" && reading.value.grade === "intermediate" ? PLAIN_REMARKS.get(remark) : undefined;
      const grade = plain ?? BARE_GRADES.get(remark);
      if (grade === undefined) {
        // 技术职称（高级工程师）, 教授（二级教授）
        for (const inner of remark.split(SEPARATORS)) {
          const said = readTitle(inner);
          if (said?.kind === "title" && said.value.grade !== "none") found.push(said);
        }
      } else if (reading !== undefined && reading.kind !== "refused") {
        // 高级工程师（教授级）, 小学高级教师（副高级）: the remark is the grade.
        reading = { kind: "title", value: regrade(reading, grade), via: "pattern", confidence: 0.95 };
      } else if (/职称|职务|技术|系列/.test(text)) reading = { kind: "title", value: { grade }, via: "pattern", confidence: 0.85 };
    }
    if (reading !== undefined) found.push(reading);
  }
  return found;
}

/** A title with the grade of its remark: 高级工程师 with 教授级 is 正高级工程师. */
function regrade(reading: Exclude<TitleReading, { kind: "refused" }>, grade: TitleGrade): TitleValue {
  const value = reading.kind === "title" ? reading.value : reading.candidates.find((c) => c.value.grade === grade)?.value;
  if (value?.name === undefined || value.grade === grade) return value?.name === undefined ? { grade } : value;
  const above = grade === "senior" ? readTitle(`正高级${value.name.replace(/^高级/, "")}`) : undefined;
  return above?.kind === "title" && above.value.grade === "senior" ? above.value : { grade, name: value.name };
}

/**
 * Reads a professional title as an office or a résumé writes it (职称解析): the highest grade of the titles in the cell.
 *
 * - The longest title that a part ends with counts; what stands before it is a subject or a department (自动化仪表高级工程师, 心内科主任医师),
 *   or makes it something else: a post (总工程师), a licence (注册会计师), a firm's job name (软件工程师), an appointment (客座教授).
 *   Then the answer is `unresolved` with a `reason`.
 * - 教授级, 研究员级, 正高级 raise a title to `senior`: 教授级高工, 高级工程师（教授级）; 副教授级高工 stays `associate-senior`.
 * - A grade without a title is read too (副高, 会计中级, 专业技术四级); 高级职称 alone is `ambiguous`; 小学高级教师 is intermediate, as the reform of 2015 converts it.
 * - 无 is the grade `none`: known to have no title.
 * @returns `candidates` of an unresolved text are the nearest official names, never used by themselves
 * @throws GuiyanError `unknown-option`
 * @complexity O(length), plus one typo-tolerant look-up for a short text that nothing explains
 * @source GB/T 8561-2001 with the series reforms after 2015
 * @example
 * const engineer = resolveTitle("教授级高工");
 * console.log(engineer.status === "resolved" && engineer.value.grade); // senior
 * console.log(resolveTitle("总工程师").status); // unresolved
 */
export function resolveTitle(raw: string, options?: ResolveTitleOptions): TitleResolution {
  checkOptions("resolveTitle", options, ["guesses"]);
  const bracketed = BRACKETED.get(matchKey(raw));
  if (bracketed !== undefined) return { status: "resolved", value: bracketed, via: "name", confidence: 1 };
  const found = readings(raw);
  let best: Extract<TitleReading, { kind: "title" }> | undefined;
  const open: Candidate<TitleValue>[] = [];
  for (const reading of found) {
    if (reading.kind === "title") {
      if (best === undefined || titles.rank(reading.value.grade) > titles.rank(best.value.grade)) best = reading;
    } else if (reading.kind === "open") open.push(...reading.candidates);
  }
  const held = best === undefined ? -1 : titles.rank(best.value.grade);
  // An open reading matters only where it could be above what is certain.
  if (open.some(({ value }) => titles.rank(value.grade) > held)) return { status: "ambiguous", candidates: open };
  if (best !== undefined) return { status: "resolved", value: best.value, via: best.via, confidence: best.confidence };
  const refusal = found.find((reading) => reading.kind === "refused");
  if (refusal?.kind === "refused" && refusal.reason !== undefined) {
    return { status: "unresolved", candidates: refusal.candidates, reason: refusal.reason };
  }
  const key = options?.guesses === false ? "" : matchKey(raw);
  return { status: "unresolved", candidates: key.length >= 3 && key.length <= FUZZY_LIMIT ? lookup.nearest(key, 3) : [] };
}
