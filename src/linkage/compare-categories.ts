import { checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { foldLetters } from "./fold-words.js";
import { isOneEdit, type Spelling, spelling } from "./spelling.js";
import { toldText } from "./told-text.js";

const LEVELS = ["same", "near", "different"] as const;
const [SAME, NEAR, DIFFERENT] = [0, 1, 2] as const;
/** Signs from which one edit is a typing error rather than another category (WA, SA). */
const NEAR_LENGTH = 3;

/**
 * Compares words of a short list (类别): a state, a province. `same`; `near`, one edit where a word has three signs and more.
 * Too few values to choose blocks by.
 * @throws GuiyanError `unknown-option`
 */
export function categoryComparison<T>(options: FactOptions<T>): Comparison<T, Spelling> {
  checkOptions("categoryComparison", options, ["read", "name"]);
  const { read, name = "category" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => foldLetters(toldText(read(record)) ?? "") || undefined,
    parse: spelling,
    compare: (a, b) => {
      if (a.text === b.text) return SAME;
      return Math.max(a.length, b.length) >= NEAR_LENGTH && isOneEdit(a, b) ? NEAR : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ text }) => text,
  };
}
