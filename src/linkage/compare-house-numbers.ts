import { checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { foldWords } from "./fold-words.js";
import { isOneEdit, type Spelling, spelling } from "./spelling.js";
import { toldText } from "./told-text.js";

/** A house number with the figures it holds. */
interface HouseNumber {
  readonly whole: Spelling;
  readonly figures: readonly string[];
}

const LEVELS = ["same", "near", "part", "different"] as const;
const [SAME, NEAR, PART, DIFFERENT] = [0, 1, 2, 3] as const;

/** Whether the one figure of `part` is a figure of `whole`. */
function isPart(part: HouseNumber, whole: HouseNumber): boolean {
  return part.figures.length === 1 && whole.figures.includes(part.figures[0] ?? "");
}

/**
 * Compares numbers of houses and flats (门牌号): `same`; `near`, one sign wrong, lost, added or two neighbours exchanged, not one single digit for another;
 * `part`, a figure of one is all that the other tells (3/12 and 12, 12a and 12).
 * @throws GuiyanError `unknown-option`
 */
export function houseNumberComparison<T>(options: FactOptions<T>): Comparison<T, HouseNumber> {
  checkOptions("houseNumberComparison", options, ["read", "name"]);
  const { read, name = "house-number" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => foldWords(toldText(read(record)) ?? "") || undefined,
    parse: (text) => ({ whole: spelling(text.replaceAll(" ", "")), figures: text.match(/\d+/g) ?? [] }),
    compare: (a, b) => {
      if (a.whole.text === b.whole.text) return SAME;
      if (isPart(a, b) || isPart(b, a)) return PART;
      return Math.max(a.whole.length, b.whole.length) > 1 && isOneEdit(a.whole, b.whole) ? NEAR : DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ whole }) => whole.text,
    keys: ({ whole }) => [`x:${whole.text}`],
  };
}
