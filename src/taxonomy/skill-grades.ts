import { createLadder } from "./create-ladder.js";
import type { Ladder } from "./ladder.js";

/** Grades of the skilled-worker ladder (技能等级), lowest first. */
export const SKILL_GRADES = [
  "none",
  "apprentice",
  "junior",
  "intermediate",
  "senior",
  "technician",
  "senior-technician",
  "special-technician",
  "chief-technician",
] as const;

/** 学徒工 apprentice, 初级工 junior, 中级工 intermediate, 高级工 senior, 技师, 高级技师, 特级技师, 首席技师. */
export type SkillGrade = (typeof SKILL_GRADES)[number];

/**
 * The skilled-worker ladder (技能人才等级), the "new eight grades" of 2022.
 * It is not comparable with the ladder of professional titles: 高级工 is not 高级工程师.
 * @source Ministry of Human Resources and Social Security, 健全完善新时代技能人才职业技能等级制度, 2022
 */
export const skillGrades: Ladder<SkillGrade> = /* @__PURE__ */ createLadder(
  { name: "skilled-worker grades", edition: "2022", source: "own table of the eight grades" },
  [
    { level: "none", zh: "无技能等级", en: "no skill grade" },
    { level: "apprentice", zh: "学徒工", en: "apprentice" },
    { level: "junior", zh: "初级工", en: "junior worker" },
    { level: "intermediate", zh: "中级工", en: "intermediate worker" },
    { level: "senior", zh: "高级工", en: "senior worker" },
    { level: "technician", zh: "技师", en: "technician" },
    { level: "senior-technician", zh: "高级技师", en: "senior technician" },
    { level: "special-technician", zh: "特级技师", en: "special-grade technician" },
    { level: "chief-technician", zh: "首席技师", en: "chief technician" },
  ],
);

/** 国家职业资格 counts down: level 5 is 初级工, level 1 is 高级技师. */
const BY_QUALIFICATION: readonly SkillGrade[] = ["senior-technician", "technician", "senior", "intermediate", "junior"];

/**
 * The skill grade of a national vocational qualification level (国家职业资格等级): 一级 1 → senior-technician … 五级 5 → junior.
 * @returns undefined for a number outside 1..5
 * @complexity O(1)
 */
export function skillGradeOfQualification(level: number): SkillGrade | undefined {
  return BY_QUALIFICATION[level - 1];
}
