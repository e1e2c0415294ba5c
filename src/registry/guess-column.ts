import type { Cell } from "../model/index.js";
import { resolveDegree, resolveRegion } from "../taxonomy/index.js";
import { readPhone } from "../text/index.js";
import { cellText, isBlank } from "./cell-text.js";
import type { HeaderField, SheetEntity } from "./header-vocabulary.js";
import { readCompanySize, readExperience } from "./read-ranges.js";
import { monthlyPay, readSalary } from "./read-salary.js";

/** A test of what a cell may hold, by which shifted cells and unlabelled columns are recognised. */
export interface CellRecogniser {
  readonly field: HeaderField;
  readonly entity?: SheetEntity;
  readonly fits: (text: string) => boolean;
}

function isPlace(text: string): boolean {
  const read = resolveRegion(text, { guesses: false });
  return read.status === "resolved" && read.via !== "fuzzy";
}

/** Recognisers in order of how hard they are to meet by chance. */
export const CELL_RECOGNISERS: readonly CellRecogniser[] = [
  { field: "email", fits: (text) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) },
  { field: "phone", entity: "talent", fits: (text) => readPhone(text)?.wellFormed === true },
  {
    field: "salary",
    entity: "demand",
    fits: (text) =>
      text === "面议" ||
      (readSalary(text) !== undefined && monthlyPay(readSalary(text) ?? { unit: "day" }) !== undefined && /[kKwW千万元薪]/.test(text)),
  },
  { field: "company_size", entity: "demand", fits: (text) => /人/.test(text) && readCompanySize(text) !== undefined },
  { field: "experience_req", entity: "demand", fits: (text) => /年|应届|经验/.test(text) && readExperience(text) !== undefined },
  {
    field: "education_req",
    entity: "demand",
    fits: (text) =>
      text.length <= 10 &&
      /学历不限|[本专]科|大专|硕士|博士|研究生|高中|中专/.test(text) &&
      resolveDegree(text.replace(/及?以上|不限/g, "") || text).status === "resolved",
  },
  { field: "education", entity: "talent", fits: (text) => text.length <= 10 && resolveDegree(text).status === "resolved" },
  { field: "employer", fits: (text) => text.length <= 40 && /(?:公司|集团|有限合伙|研究院|大学|学院|厂|医院|银行)$/.test(text) },
  { field: "work_location", entity: "demand", fits: isPlace },
  { field: "region", entity: "talent", fits: isPlace },
  {
    field: "job_name",
    entity: "demand",
    fits: (text) =>
      text.length <= 30 && /(?:工程师|经理|主管|总监|专员|助理|开发|架构师|运维|设计师|技术员|操作工|会计|顾问|分析师|讲师)/.test(text),
  },
];

/**
 * What a column holds by its contents alone (按内容识别列): the first recogniser that most of its cells meet.
 * @returns undefined where fewer than three cells have text or no recogniser fits three quarters of them
 * @complexity O(sampled rows × recognisers)
 */
export function guessColumn(
  rows: readonly (readonly Cell[])[],
  index: number,
  entity: SheetEntity,
  taken: ReadonlySet<HeaderField>,
): HeaderField | undefined {
  const texts: string[] = [];
  for (const row of rows) {
    const text = cellText(row[index]);
    if (!isBlank(text)) texts.push(text);
    if (texts.length === 30) break;
  }
  if (texts.length < 3) return undefined;
  const found = CELL_RECOGNISERS.find(
    (recogniser) =>
      (recogniser.entity ?? entity) === entity &&
      !taken.has(recogniser.field) &&
      texts.filter(recogniser.fits).length >= 0.75 * texts.length,
  );
  return found?.field;
}
