import type { Cell, IntakeChannel, Talent } from "../model/index.js";
import { industries, TITLE_GRADES } from "../taxonomy/index.js";
import { type DirtName, Pen, shiftRow, soilCell } from "./dirt.js";
import { Draw } from "./draw.js";
import { LOOKALIKES } from "./packs/name-pack.js";
import {
  spellAcademicDegree,
  spellDate,
  spellEducation,
  spellEducationAndDegree,
  spellField,
  spellPhone,
  spellRegion,
  spellTitle,
} from "./spelling.js";
import { STREAMS, subStream } from "./sub-stream.js";
import { SURVEY_DAYS } from "./synthetic-talent.js";

/** A column of a synthetic sheet: its label and what it holds. */
export interface SheetColumn {
  readonly label: string;
  readonly key: string;
}

/** What a row of a talent sheet is (行真值). */
export interface TalentRowTruth {
  readonly kind: "record";
  /** Id of the person. */
  readonly person: string;
  /** 0 for the first time that the person stands in the lists, then 1, 2. */
  readonly copy: number;
  /** Members that are known of the person and that the row does not say, or no longer says. */
  readonly lost: readonly string[];
  /** Members that the row says otherwise than they are: an older title, a misspelt name. */
  readonly altered: readonly string[];
  readonly dirt: readonly DirtName[];
}

/** Which of a talent's members a column tells of. */
const TELLS: ReadonlyMap<string, readonly string[]> = new Map([
  ["name", ["name"]],
  ["residence", ["residence"]],
  ["hometown", ["hometown"]],
  ["fields", ["fields"]],
  ["education", ["degree"]],
  ["educationAndDegree", ["degree"]],
  ["academicDegree", ["degree"]],
  ["title", ["title"]],
  ["organization", ["organization"]],
  ["post", ["post"]],
  ["industry", ["industries"]],
  ["phone", ["phone"]],
  ["email", ["email"]],
  ["resume", ["hometown", "degree", "title"]],
]);
const MEMBERS = [
  "name",
  "residence",
  "hometown",
  "fields",
  "degree",
  "title",
  "organization",
  "post",
  "industries",
  "phone",
  "email",
] as const;

const CHANNEL_WORDS: Readonly<Record<IntakeChannel, readonly string[]>> = {
  "village-visit": ["进村入户", "入户走访"],
  "elder-visit": ["走访乡贤"],
  "joint-referral": ["联名推荐"],
  "self-application": ["个人自荐", "自荐"],
  mailbox: ["公共邮箱", "邮箱"],
  hotline: ["服务热线", "热线"],
  department: ["部门推送", "部门"],
};

/** The person as this row knows him: a later row may hold an older title or a name misheard. */
function asKnown(talent: Talent, copy: number, pen: Pen): { known: Talent; altered: string[] } {
  const altered: string[] = [];
  let known = talent;
  if (copy === 0) return { known, altered };
  const name = talent.name ?? "";
  const at = [...name].findLastIndex((character) => LOOKALIKES.has(character));
  if (pen.takes("name-lookalike") && at > 0) {
    known = { ...known, name: [...name].map((character, i) => (i === at ? (LOOKALIKES.get(character) ?? character) : character)).join("") };
    altered.push("name");
  }
  // Grades step by step only for engineers, whose lower titles need no other name table.
  if (pen.draw.chance(0.08) && talent.title?.name === "高级工程师") {
    known = { ...known, title: { ...talent.title, grade: TITLE_GRADES[2], name: "工程师" } };
    altered.push("title");
  }
  return { known, altered };
}

/** A résumé of one sentence, which states what columns may lack. */
function resumeOf(talent: Talent, pen: Pen): string {
  const { draw } = pen;
  const year = draw.between(1962, 1996);
  const parts = [
    draw.pick(["男", "女"]),
    `${year}年${draw.between(1, 12)}月出生`,
    ...(talent.hometown === "410923" ? ["河南南乐人"] : []),
    ...(talent.degree === "doctor" || talent.degree === "master" || talent.degree === "bachelor"
      ? [{ doctor: "博士", master: "硕士", bachelor: "本科学历" }[talent.degree]]
      : []),
    ...(talent.title?.name === undefined ? [] : [talent.title.name]),
    ...(talent.post === undefined || talent.organization === undefined ? [] : [`现任${talent.organization}${talent.post}`]),
  ];
  return `${parts.join("，")}。`;
}

/** Whether the résumé that {@link resumeOf} writes states this member. */
function resumeStates(member: string, { hometown, degree, title }: Talent): boolean {
  if (member === "hometown") return hometown === "410923";
  if (member === "degree") return degree === "doctor" || degree === "master" || degree === "bachelor";
  return member === "title" && title?.name !== undefined;
}

function cellOf(key: string, talent: Talent, observedAt: string, pen: Pen): Cell {
  const { draw } = pen;
  const from = Object.values(talent.provenance ?? {})[0];
  switch (key) {
    case "name":
      return talent.name ?? "";
    case "sex":
      return draw.pick(["男", "女"]);
    case "ethnicity":
      return draw.chance(0.97) ? "汉族" : draw.pick(["回族", "满族", "蒙古族"]);
    case "birth":
      return `${draw.between(1958, 1998)}.${String(draw.between(1, 12)).padStart(2, "0")}`;
    case "politics":
      return draw.pick(["中共党员", "中共党员", "群众", "民盟盟员", ""]);
    case "hometown":
      return talent.hometown === undefined ? "" : spellRegion(talent.hometown, pen);
    case "residence":
      return talent.residence === undefined ? "" : spellRegion(talent.residence, pen);
    case "organization":
      return talent.organization ?? "";
    case "post":
      return talent.post ?? "";
    case "education":
      return talent.degree === undefined ? "" : spellEducation(talent.degree, key, pen);
    case "academicDegree":
      return talent.degree === undefined ? "" : spellAcademicDegree(talent.degree, pen);
    case "educationAndDegree":
      return talent.degree === undefined ? "" : spellEducationAndDegree(talent.degree, key, pen);
    case "fields":
      return talent.fields === undefined ? "" : talent.fields.map((code) => spellField(code, pen)).join("、");
    case "title":
      return talent.title === undefined ? "" : spellTitle(talent.title, pen);
    case "industry":
      return talent.industries === undefined ? "" : talent.industries.map((code) => industries.get(code)?.name ?? code).join("、");
    case "phone":
      return talent.phone === undefined ? "" : spellPhone(talent.phone, pen);
    case "email":
      return talent.email ?? "";
    case "source":
      return from?.source ?? "";
    case "channel":
      return from?.channel === undefined ? "" : draw.pick(CHANNEL_WORDS[from.channel]);
    case "date":
      return spellDate(observedAt, pen);
    case "resume":
      return draw.chance(0.5) ? resumeOf(talent, pen) : "";
    case "note":
      return draw.chance(0.06) ? draw.pick(["愿意参与家乡项目", "春节返乡", "已加微信", "可提供招商线索"]) : "";
    default:
      return "";
  }
}

/** Two facts in one cell: the title moves into the cell of the degree. */
function joinFacts(columns: readonly SheetColumn[], cells: Cell[], pen: Pen): void {
  const degree = columns.findIndex(({ key }) => key === "education" || key === "educationAndDegree");
  const title = columns.findIndex(({ key }) => key === "title");
  const [a, b] = [cells[degree], cells[title]];
  if (typeof a !== "string" || typeof b !== "string" || a === "" || b === "" || /无/.test(b) || !pen.takes("two-facts")) return;
  cells[degree] = `${a}，${b}`;
  cells[title] = "";
}

/** One row of a talent sheet with what it should have said (人才行). The leading serial is left to the sheet. */
export function talentRow(
  seed: number,
  { talent, index, copy }: { readonly talent: Talent; readonly index: number; readonly copy: number },
  columns: readonly SheetColumn[],
  rates: Readonly<Record<DirtName, number>>,
): { cells: Cell[]; truth: TalentRowTruth } {
  const pen = new Pen(new Draw(subStream(seed, STREAMS.row, index * 4 + copy)), rates);
  const { known, altered } = asKnown(talent, copy, pen);
  const first = Object.values(talent.provenance ?? {})[0]?.observedAt;
  const observedAt = copy === 0 && first !== undefined ? first : pen.draw.pick(SURVEY_DAYS);
  const written = columns.map(({ key }) => soilCell(key, cellOf(key, known, observedAt, pen), pen));
  joinFacts(columns, written, pen);
  const keys = columns.map(({ key }) => key);
  const empty = new Set(keys.filter((_, i) => written[i] === ""));
  const cells = shiftRow(keys, written, pen);
  const states = (key: string, member: string) =>
    !pen.lostKeys.has(key) &&
    TELLS.get(key)?.includes(member) === true &&
    (key === "resume"
      ? !empty.has(key) && resumeStates(member, known)
      : !empty.has(key) || (member === "title" && pen.used.has("two-facts")));
  const lost = MEMBERS.filter((member) => known[member] !== undefined && !keys.some((key) => states(key, member)));
  return { cells, truth: { kind: "record", person: talent.id, copy, lost, altered, dirt: [...pen.used].sort() } };
}
