import { checkOptions } from "../errors/index.js";
import type { TalentTitle } from "../model/index.js";
import { TITLE_GRADES } from "../taxonomy/index.js";
import type { Comparison } from "./comparison.js";
import { foldLetters } from "./fold-words.js";

/** Options of {@link titleComparison}. */
export interface TitleOptions<T> {
  readonly read: (record: T) => TalentTitle | undefined;
  readonly name?: string;
}

/** A title; series and name empty where not told. */
interface ParsedTitle {
  readonly text: string;
  readonly rank: number;
  readonly series: string;
  readonly title: string;
}

/** Grades, lowest first, as texts. */
const RANKED: readonly string[] = TITLE_GRADES;
const LEVELS = ["same", "same-grade", "one-apart", "different"] as const;
const [SAME, SAME_GRADE, ONE_APART, DIFFERENT] = [0, 1, 2, 3] as const;

/**
 * Compares professional titles (职称): `same`, of one grade and series or one name; `same-grade`; `one-apart` on the ladder, since lists are years apart and people
 * are promoted; too few values to choose blocks by.
 * @throws GuiyanError `unknown-option`
 */
export function titleComparison<T>(options: TitleOptions<T>): Comparison<T, ParsedTitle> {
  checkOptions("titleComparison", options, ["read", "name"]);
  const { read, name = "title" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const title = read(record);
      return title === undefined || !TITLE_GRADES.includes(title.grade)
        ? undefined
        : `${title.grade}|${foldLetters(title.series ?? "")}|${foldLetters(title.name ?? "")}`;
    },
    parse: (text) => {
      const [grade = "", series = "", title = ""] = text.split("|");
      return { text, rank: RANKED.indexOf(grade), series, title };
    },
    compare: (a, b) => {
      if (a.rank !== b.rank) return Math.abs(a.rank - b.rank) === 1 ? ONE_APART : DIFFERENT;
      const known = a.text === b.text || (a.series !== "" && a.series === b.series) || (a.title !== "" && a.title === b.title);
      return known ? SAME : SAME_GRADE;
    },
    termLevels: [SAME],
    term: ({ text }) => text,
  };
}
