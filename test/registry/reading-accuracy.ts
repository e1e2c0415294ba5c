import { parse } from "csv-parse/sync";
import {
  type HeaderField,
  mapHeaders,
  parseProfile,
  parseRequirements,
  readCompanySize,
  readExperience,
  readSalary,
  recogniseEntity,
} from "../../src/registry/index.js";
import { regionInside, regionOfOrganization, resolveDegree, resolveField, resolveRegion, resolveTitle } from "../../src/taxonomy/index.js";

/** A row of a gold file; an absent column reads as empty. */
export type GoldRow = Readonly<Record<string, string>>;

/** Right answers of all. */
export interface Accuracy {
  readonly right: number;
  readonly all: number;
  readonly share: number;
  /** Texts read wrongly. */
  readonly misses: readonly string[];
}

export const goldRows = (text: string): GoldRow[] => parse(text, { columns: true, bom: true }) as GoldRow[];

const LADDER: Readonly<Record<string, string>> = {
  11: "doctor",
  14: "master",
  20: "bachelor",
  21: "bachelor",
  30: "associate",
  31: "associate",
  60: "none",
  61: "none",
  71: "none",
};
const LEVELS: Readonly<Record<string, string>> = {
  博士研究生: "doctor",
  硕士研究生: "master",
  博士: "doctor",
  硕士: "master",
  本科: "bachelor",
  专科: "associate",
  高中: "none",
  初中: "none",
  中专: "none",
};
const GRADES: Readonly<Record<string, string>> = { 正高级: "senior", 副高级: "associate-senior", 中级: "intermediate", 初级: "elementary" };

const accepted = (row: GoldRow) => (row["accept"] ?? "").split("|").filter((text) => text !== "");
const told = (text: string | undefined) => text ?? "";
const shown = (number: number | undefined) => (number === undefined ? "" : String(number));

function degreeRight(row: GoldRow): boolean {
  const read = resolveDegree(told(row["raw"]));
  const value = read.status === "resolved" ? read.value : undefined;
  const code = told(row["gold_code"]);
  if (row["status"] === "in_progress") return value === undefined || (read.status === "resolved" && read.inProgress === true);
  if (["17", "18"].includes(code) || row["gold_label"] === "none") return value === undefined;
  if (code === "10") return read.status === "ambiguous" || value === "master";
  const wanted = LADDER[code];
  // Levels below the ladder (中专, 技校) are `none` on it.
  if (wanted === undefined) return value === undefined || value === "none";
  return value !== undefined && [wanted, ...accepted(row).map((label) => LEVELS[label])].includes(value);
}

function fieldRight(row: GoldRow): boolean {
  const read = resolveField(told(row["raw"]), { guesses: false });
  if (row["gold_code"] === "") return true;
  const wanted = [row["gold_first_level"] || told(row["gold_code"]), ...accepted(row).filter((code) => /^\d{2}(?:\d{2})?$/.test(code))];
  return read.status === "resolved" && wanted.some((code) => read.value.startsWith(code));
}

function regionRight(row: GoldRow, read: (text: string) => ReturnType<typeof resolveRegion>): boolean {
  const answer = read(told(row["raw"]));
  const value = answer.status === "resolved" ? answer.value : "none";
  const gold = row["gold_code"] || "none";
  if ([gold, ...accepted(row)].includes(value)) return true;
  return accepted(row).includes("district-of-city") && value !== "none" && regionInside(value, gold);
}

function sentenceRight(row: GoldRow): boolean {
  const { degree, title } = parseProfile(told(row["text"]));
  const label = told(row["gold_edu_label"]);
  const wanted = LEVELS[label];
  const grade = title?.grade === "none" ? undefined : title?.grade;
  const levelRight = /研究生（层次未明）/.test(label)
    ? degree === undefined || degree === "master"
    : degree === wanted || (wanted === undefined && degree === "none");
  return levelRight && grade === GRADES[told(row["gold_title_grade"])];
}

function salaryRight(row: GoldRow): boolean {
  const read = readSalary(told(row["raw"]));
  if (["negotiable", "invalid", ""].includes(told(row["unit"])) || row["gold_min"] === "invalid") return read === undefined;
  if (read === undefined) return false;
  const pairs = [
    [shown(read.minYuan), row["gold_min"]],
    [shown(read.maxYuan), row["gold_max"]],
    [read.unit, row["unit"]],
    [shown(read.monthsPerYear), row["months_per_year"]],
  ];
  return pairs.every(([got, want]) => got === told(want));
}

function rangeRight(row: GoldRow, read: typeof readExperience, low: string, high: string): boolean {
  const range = read(told(row["raw"]).trim());
  if (row[low] === "invalid") return range === undefined;
  return range !== undefined && shown(range.min) === told(row[low]) && shown(range.max) === told(row[high]);
}

function educationRight(row: GoldRow): boolean {
  const asked = parseRequirements(told(row["raw"])).filter(({ dimension }) => dimension === "degree");
  const wanted = LEVELS[told(row["gold_label"])];
  return wanted === undefined || wanted === "none" ? asked.length === 0 : asked[0]?.values[0] === wanted;
}

/** Whether one row of a gold file is read as the gold says, by the file's name. */
export const READS: Readonly<Record<string, (row: GoldRow) => boolean>> = {
  "edu.csv": degreeRight,
  "major.csv": fieldRight,
  "native-place.csv": (row) => regionRight(row, (text) => resolveRegion(text, { guesses: false })),
  "org-region.csv": (row) => regionRight(row, regionOfOrganization),
  "sentences.csv": sentenceRight,
  "location.csv": (row) => regionRight(row, (text) => resolveRegion(text, { guesses: false })),
  "salary.csv": salaryRight,
  "experience-req.csv": (row) => rangeRight(row, readExperience, "gold_min_years", "gold_max_years"),
  "company-size.csv": (row) => rangeRight(row, readCompanySize, "gold_min", "gold_max"),
  "education-req.csv": educationRight,
};

/** Accuracy on the rows of a gold file that leave no doubt. */
export function accuracyOf(rows: readonly GoldRow[], right: (row: GoldRow) => boolean): Accuracy {
  const certain = rows.filter((row) => row["ambiguous"] !== "1");
  const misses = certain.filter((row) => !right(row)).map((row) => row["raw"] ?? row["text"] ?? "");
  return { right: certain.length - misses.length, all: certain.length, share: 1 - misses.length / certain.length, misses };
}

/** F1 of title grades: posts are most of the rows, so that plain accuracy would flatter. */
export function titleF1(rows: readonly GoldRow[]): number {
  let [hits, wrong, missed] = [0, 0, 0];
  for (const row of rows.filter((one) => one["ambiguous"] !== "1")) {
    const read = resolveTitle(told(row["raw"]), { guesses: false });
    const got = read.status === "resolved" && read.value.grade !== "none" ? read.value.grade : undefined;
    const want = GRADES[told(row["gold_label"])];
    if (got !== undefined) {
      if ([want, ...accepted(row).map((label) => GRADES[label])].includes(got)) hits++;
      else {
        wrong++;
        if (want !== undefined) missed++;
      }
    } else if (want !== undefined && !accepted(row).includes("none")) missed++;
  }
  return (2 * hits) / (2 * hits + wrong + missed);
}

/** A header row with what each column holds. */
export interface GoldHeader {
  readonly entity: "talent" | "demand" | "neither";
  readonly headers: readonly string[];
  readonly gold: readonly (HeaderField | "other")[];
}

/** How header rows are mapped: labels that mean something, labels that do not, and sheets told apart. */
export function headerAccuracy(sheets: readonly GoldHeader[]): { labels: Accuracy; falseShare: number; entities: number; sheets: number } {
  const misses: string[] = [];
  let [labels, others, wrong, entities, counted] = [0, 0, 0, 0, 0];
  for (const { entity, headers, gold } of sheets) {
    const { columns } = mapHeaders(headers, { entity: entity === "neither" ? "auto" : entity });
    for (const [i, field] of gold.entries()) {
      const got = columns[i]?.field ?? "other";
      if (field === "other") {
        others++;
        if (got !== "other") wrong++;
      } else if (entity !== "neither") {
        labels++;
        if (got !== field) misses.push(headers[i] ?? "");
      }
    }
    counted++;
    if (recogniseEntity(headers) === entity) entities++;
  }
  const right = labels - misses.length;
  return {
    labels: { right, all: labels, share: right / labels, misses },
    falseShare: others === 0 ? 0 : wrong / (labels + others),
    entities,
    sheets: counted,
  };
}
