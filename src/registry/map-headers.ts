import { checkArray, checkOneOf, checkOptions, type Issue } from "../errors/index.js";
import type { Cell } from "../model/index.js";
import { cellText } from "./cell-text.js";
import { guessColumn } from "./guess-column.js";
import { headerKey } from "./header-key.js";
import { type HeaderField, PROTECTED_FIELDS, type SheetEntity } from "./header-vocabulary.js";
import { CHECKED_FIELDS, DEMAND_MEMBERS, TALENT_MEMBERS } from "./member-fields.js";
import { HEADER_RULES } from "./packs/header-pack.js";
import { readLatinLabel } from "./read-latin-label.js";

/** What one column is and why (列映射). */
export interface ColumnMapping {
  /** 0-based place in the header. */
  readonly index: number;
  /** The label as it stands in the sheet. */
  readonly label: string;
  /** What the column holds; absent where nothing says. */
  readonly field?: HeaderField;
  /** Member of the record that the column feeds; absent for columns that are read past. */
  readonly member?: string;
  readonly via: "override" | "name" | "content" | "none";
  readonly reason: string;
  readonly reasonZh: string;
}

/** How an issue calls a column (列的称呼): its label, else its number from 1. */
export const columnName = ({ label, index }: Pick<ColumnMapping, "label" | "index">): string => (label === "" ? `#${index + 1}` : label);

/** Options of {@link mapHeaders}. */
export interface MapHeadersOptions {
  /** Which sheet this is; `auto` (default) lets the labels decide. */
  readonly entity?: SheetEntity | "auto";
  /** Rows below the header: columns without a telling label are recognised by their contents. */
  readonly rows?: readonly (readonly Cell[])[];
  /** Fields stated by the caller, by label or 0-based index; they win. */
  readonly columns?: Readonly<Record<string, HeaderField>>;
  /** Table name for issues. */
  readonly table?: string;
}

/** Answer of {@link mapHeaders}. */
export interface HeaderMapping {
  /** `neither` only where the labels were to decide, and they tell of no persons and of no posts. */
  readonly entity: SheetEntity | "neither";
  readonly columns: readonly ColumnMapping[];
  readonly issues: readonly Issue[];
}

/** Fields that only one of the two sheets has; their count tells the sheets apart. */
const TELLING: Readonly<Record<SheetEntity, ReadonlySet<HeaderField>>> = {
  talent: new Set<HeaderField>([
    "name",
    "gender",
    "birth_date",
    "native_place",
    "id_number",
    "major",
    "school",
    "title",
    "political_status",
    "resume",
    "ethnicity",
    "person_no",
    "talent_category",
    "graduation_date",
    "research_direction",
    "supervisor",
    "work_start_date",
    "expected_post",
    "honours",
  ]),
  demand: new Set<HeaderField>([
    "job_name",
    "headcount",
    "duty",
    "salary",
    "salary_min",
    "work_location",
    "benefits",
    "company_size",
    "other_req",
    "job_code",
    "job_category",
    "chain",
    "urgency",
    "deadline",
    "publish_date",
    "age_max",
  ]),
};

/** Field that a label names in a sheet of this kind; undefined where no rule fits. */
function fieldOfLabel(label: string, entity: SheetEntity): HeaderField | undefined {
  // Two-row headers arrive as 上级/下级: the lower label is the finer one, the whole comes next (处/室 is one label).
  const parts = label.split("/").map((part) => part.trim());
  // Job Title 职位名称: what is said in two languages is read in Chinese.
  const chinese = /[A-Za-z]{3}\s+\p{Script=Han}{2}|\p{Script=Han}{2}\s+[A-Za-z]{3}/u.test(label)
    ? [label.replace(/[A-Za-z_.]+/g, " ").trim()]
    : [];
  const readings = [...chinese, ...(parts.length > 1 ? [label, parts.at(-1) ?? "", parts[0] ?? ""] : [label])];
  for (const reading of readings) {
    const key = headerKey(reading);
    if (key === "") continue;
    const rule = HEADER_RULES.find((candidate) => (candidate.entity ?? entity) === entity && candidate.pattern.test(key));
    if (rule !== undefined) return rule.field;
    const latin = readLatinLabel(reading.trim(), entity);
    if (latin !== undefined) return latin;
  }
  return undefined;
}

/** Fields without which a list tells of no demand: a course list has heads and places too. */
const ASKING: ReadonlySet<HeaderField> = new Set<HeaderField>([
  "job_name",
  "job_code",
  "duty",
  "education_req",
  "degree_req",
  "major_req",
  "title_req",
  "experience_req",
  "skill_req",
  "other_req",
  "salary",
  "salary_min",
  "chain",
]);

/** Fields of the labels, read as either sheet. */
type Readings = Readonly<Record<SheetEntity, readonly (HeaderField | undefined)[]>>;

/** Whether labels that are understood, two and more, name neither persons nor posts: a list of courses, tenders or firms. */
function isNeither({ talent, demand }: Readings): boolean {
  if (demand.filter((field) => field !== undefined && field !== "other").length < 2) return false;
  const persons = talent.some((field) => field === "name" || field === "name_en" || field === "person_no");
  const told = talent.filter((field) => field !== undefined && TELLING.talent.has(field)).length;
  return !persons && told < 2 && !demand.some((field) => field !== undefined && ASKING.has(field));
}

/**
 * Which sheet a header belongs to (识别表类型), by the columns that only one of the two has; a tie is a talent sheet. `neither` where the labels are
 * understood and name no persons and no posts.
 * @complexity O(labels × rules)
 */
export function recogniseEntity(header: readonly string[]): SheetEntity | "neither" {
  const read: Readings = {
    talent: header.map((label) => fieldOfLabel(label, "talent")),
    demand: header.map((label) => fieldOfLabel(label, "demand")),
  };
  if (isNeither(read)) return "neither";
  const count = (entity: SheetEntity) =>
    read[entity].filter(
      // 学历要求 asks; 学历 alone may ask or tell.
      (field, i) =>
        field !== undefined && (TELLING[entity].has(field) || (entity === "demand" && /要求|限制|requir/i.test(header[i] ?? ""))),
    ).length;
  // A post and its headcount never stand in a registry of persons, whatever else is asked of the applicant.
  const asks = read.demand.some((field) => field === "headcount" || field === "job_code" || field === "duty");
  if (asks && !read.talent.includes("name")) return "demand";
  return count("demand") > count("talent") ? "demand" : "talent";
}

function overrideOf(columns: MapHeadersOptions["columns"], label: string, index: number): HeaderField | undefined {
  if (columns === undefined) return undefined;
  for (const key of [label, String(index)]) if (Object.hasOwn(columns, key)) return columns[key];
  return undefined;
}

/** Whether most of a column's cells are numbers with letters. */
function holdsIds(rows: readonly (readonly Cell[])[], index: number): boolean {
  const texts = rows.map((row) => cellText(row[index])).filter((text) => text !== "");
  return texts.filter((text) => /^(?=.*\d)[\w-]*[A-Za-z][\w-]*$/.test(text)).length > texts.length / 2;
}

function reasonsOf(
  via: ColumnMapping["via"],
  field: HeaderField | undefined,
  member: string | undefined,
): { reason: string; reasonZh: string } {
  if (field === undefined) return { reason: "no rule names this label", reasonZh: "列名与内容均无法识别" };
  const how = { override: "stated by the caller", name: "by its label", content: "by its contents", none: "" }[via];
  const howZh = { override: "由调用者指定", name: "依列名", content: "依单元格内容推断", none: "" }[via];
  if (PROTECTED_FIELDS.has(field))
    return { reason: `${field}, ${how}; protected, never read`, reasonZh: `${howZh}识别为受保护信息，不读取` };
  if (CHECKED_FIELDS.has(field))
    return { reason: `${field}, ${how}; checked, never kept`, reasonZh: `${howZh}识别为 ${field}，只校验、不保存` };
  if (member === undefined) return { reason: `${field}, ${how}; not used in matching`, reasonZh: `${howZh}识别为 ${field}，匹配不使用` };
  return { reason: `${field}, ${how}`, reasonZh: `${howZh}识别为 ${field}` };
}

/**
 * Says what each column of a sheet is, and why (表头映射): by the caller's word, by label, else by contents.
 *
 * The same field may stand in several columns (two phones; city and district). Columns that nothing names are told as `column-unmapped`.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(columns × rules)
 * @example
 * const { columns } = mapHeaders(["*姓  名", "最高学历", "现任专业技术职务"], { entity: "talent" });
 * console.log(columns.map((column) => column.member)); // → [ 'name', 'degree', 'title' ]
 */
export function mapHeaders(header: readonly string[], options: MapHeadersOptions = {}): HeaderMapping {
  checkOptions("mapHeaders", options, ["entity", "rows", "columns", "table"]);
  checkArray("mapHeaders", "header", header);
  const asked = checkOneOf("mapHeaders", "entity", options.entity ?? "auto", ["talent", "demand", "auto"]);
  const recognised = asked === "auto" ? recogniseEntity(header) : asked;
  const entity: SheetEntity = recognised === "neither" ? "talent" : recognised;
  const members = entity === "talent" ? TALENT_MEMBERS : DEMAND_MEMBERS;
  const table = options.table ?? "table";
  const issues: Issue[] = [];
  const named = header.map((label, index) => {
    const field = overrideOf(options.columns, label, index) ?? (recognised === "neither" ? undefined : fieldOfLabel(label, entity));
    // 编号 may count rows or name records; numbers with letters (RC-0012) name them.
    return field === "row_no" && holdsIds(options.rows ?? [], index) ? (entity === "talent" ? "person_no" : "job_code") : field;
  });
  const taken = new Set(named.filter((field) => field !== undefined));
  const columns = header.map((label, index): ColumnMapping => {
    const override = overrideOf(options.columns, label, index);
    const byName = named[index];
    const guess =
      byName === undefined && options.rows !== undefined && recognised !== "neither"
        ? guessColumn(options.rows, index, entity, taken)
        : undefined;
    const field = byName ?? guess;
    if (guess !== undefined) taken.add(guess);
    const via = override !== undefined ? "override" : byName !== undefined ? "name" : guess !== undefined ? "content" : "none";
    const member = field === undefined ? undefined : members.get(field);
    const source = { table, column: columnName({ label, index }) };
    if (via === "none") {
      issues.push({
        code: "column-unmapped",
        severity: "info",
        message:
          recognised === "neither"
            ? "the sheet lists neither persons nor posts; not used"
            : "no rule names this column; its cells are not used",
        messageZh: recognised === "neither" ? "该表既非人才名单也非岗位需求，未采用" : "无法识别该列，未采用",
        source,
      });
    } else if (via === "content") {
      issues.push({
        code: "column-guessed",
        severity: "warning",
        message: `column recognised by its contents as ${field}`,
        messageZh: `依内容推断该列为 ${field}，请核对`,
        source,
      });
    }
    return {
      index,
      label,
      ...(field === undefined ? {} : { field }),
      ...(member === undefined || (field !== undefined && PROTECTED_FIELDS.has(field)) ? {} : { member }),
      via,
      ...reasonsOf(via, field, member),
    };
  });
  return { entity: recognised, columns, issues };
}
