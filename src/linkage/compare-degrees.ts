import { checkOptions } from "../errors/index.js";
import { DEGREE_LEVELS, type DegreeLevel } from "../taxonomy/index.js";
import type { Comparison } from "./comparison.js";

/** Options of {@link degreeComparison}. */
export interface DegreeOptions<T> {
  readonly read: (record: T) => DegreeLevel | undefined;
  readonly name?: string;
}

/** Levels, lowest first, as texts. */
const RANKED: readonly string[] = DEGREE_LEVELS;
const LEVELS = ["same", "one-apart", "different"] as const;
const [SAME, ONE_APART, DIFFERENT] = [0, 1, 2] as const;

/**
 * Compares degrees (学历学位): `same`; `one-apart` on the ladder, since lists are years apart and people go on studying; too few values to choose blocks by.
 * @throws GuiyanError `unknown-option`
 */
export function degreeComparison<T>(options: DegreeOptions<T>): Comparison<T, number> {
  checkOptions("degreeComparison", options, ["read", "name"]);
  const { read, name = "degree" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => DEGREE_LEVELS.find((level) => level === read(record)),
    parse: (text) => RANKED.indexOf(text),
    compare: (a, b) => (a === b ? SAME : Math.abs(a - b) === 1 ? ONE_APART : DIFFERENT),
    termLevels: [SAME],
    term: (rank) => DEGREE_LEVELS[rank],
  };
}
