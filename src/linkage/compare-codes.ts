import { checkInteger, checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";

/** Options of {@link codesComparison}. */
export interface CodesOptions<T> {
  /** Codes of a hierarchical system; undefined or `[]` where the record tells none. */
  readonly read: (record: T) => readonly string[] | undefined;
  readonly name?: string;
  /** Leading signs that name what holds a code: 4 of a field's six digits are the discipline. */
  readonly parentLength?: number;
}

/** Codes and their parents, ascending. */
interface CodeSet {
  readonly text: string;
  readonly codes: readonly string[];
  readonly parents: readonly string[];
}

const LEVELS = ["same", "shared", "related", "different"] as const;
const [SAME, SHARED, RELATED, DIFFERENT] = [0, 1, 2, 3] as const;
const SEPARATOR = "|";

/** Whether two ascending lists share an entry. */
function meet(a: readonly string[], b: readonly string[]): boolean {
  for (const entry of a) if (b.includes(entry)) return true;
  return false;
}

/**
 * Compares sets of codes (代码集合): fields of study, industries. `same` sets; `shared`, one code is in both; `related`, two codes have one parent. An empty set tells
 * nothing.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 */
export function codesComparison<T>(options: CodesOptions<T>): Comparison<T, CodeSet> {
  checkOptions("codesComparison", options, ["read", "name", "parentLength"]);
  const { read, name = "codes" } = options;
  const parentLength = checkInteger("codesComparison", "parentLength", options.parentLength ?? 4, { min: 1, max: 12 });
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const codes = new Set(read(record)?.map((code) => code.trim().replaceAll(SEPARATOR, "")));
      codes.delete("");
      return codes.size === 0 ? undefined : [...codes].sort().join(SEPARATOR);
    },
    parse: (text) => {
      const codes = text.split(SEPARATOR);
      return { text, codes, parents: [...new Set(codes.map((code) => code.slice(0, parentLength)))] };
    },
    compare: (a, b) => {
      if (a.text === b.text) return SAME;
      if (meet(a.codes, b.codes)) return SHARED;
      return meet(a.parents, b.parents) ? RELATED : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ text }) => text,
    keys: ({ codes }) => codes.slice(0, 3).map((code) => `x:${code}`),
  };
}
