import { createLadder } from "./create-ladder.js";
import type { Ladder } from "./ladder.js";

/** Grades of the professional-title ladder (职称层级), lowest first. */
export const TITLE_GRADES = ["none", "elementary", "intermediate", "associate-senior", "senior"] as const;

/** 初级 (员级 and 助理级) elementary, 中级 intermediate, 副高级 associate-senior, 正高级 senior; `none` is known to have no title. */
export type TitleGrade = (typeof TITLE_GRADES)[number];

/**
 * The professional-title ladder (职称阶梯). 教授 = 研究员 = 正高级工程师 = 主任医师 = senior.
 * Skilled-worker grades (技能等级) are another ladder and are not comparable.
 * @source GB/T 8561-2001 with the series reforms after 2015.
 */
export const titles: Ladder<TitleGrade> = /* @__PURE__ */ createLadder(
  { name: "GB/T 8561", edition: "2001, with the reforms after 2015", source: "own folding of 员级/助理级/中级/副高级/正高级" },
  [
    { level: "none", zh: "无职称", en: "no title" },
    { level: "elementary", zh: "初级", en: "elementary" },
    { level: "intermediate", zh: "中级", en: "intermediate" },
    { level: "associate-senior", zh: "副高级", en: "associate senior" },
    { level: "senior", zh: "正高级", en: "senior" },
  ],
);
