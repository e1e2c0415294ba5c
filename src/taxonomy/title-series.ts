import { decodeTitleSeries } from "./packs/title-pack.js";
import type { TitleGrade } from "./titles.js";

/** One title and the grade that it stands for in its series. */
export interface SeriesTitle {
  /** Official name, e.g. 高级工程师. */
  readonly name: string;
  readonly grade: TitleGrade;
}

/** A series of professional titles (职称系列), highest grade first. */
export interface TitleSeries {
  /** Name of the series, its branch in brackets: 卫生技术人员（医）. */
  readonly name: string;
  readonly titles: readonly SeriesTitle[];
}

/** Grades of the pack's five columns; 助理级 and 员级 are both 初级. */
const COLUMN_GRADES: readonly TitleGrade[] = ["senior", "associate-senior", "intermediate", "elementary", "elementary"];

let decoded: readonly TitleSeries[] | undefined;

/**
 * Every series of professional titles with the grade of each title (职称系列与层级), decoded on first use.
 *
 * The same word may stand in two series with one grade (编辑, 研究员, 馆员) but never with two: the reforms removed the one such case, 小学高级教师.
 * @source GB/T 8561-2001 with the series reforms after 2015
 * @example
 * const health = titleSeries().find((series) => series.name === "卫生技术人员（医）");
 * console.log(health?.titles[0]); // { name: '主任医师', grade: 'senior' }
 */
export function titleSeries(): readonly TitleSeries[] {
  decoded ??= decodeTitleSeries().map(({ name, columns }) => ({
    name,
    titles: columns.flatMap((titles, column) => titles.map((title) => ({ name: title, grade: COLUMN_GRADES[column] ?? "none" }))),
  }));
  return decoded;
}
