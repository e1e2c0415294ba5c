import { checkInteger, checkOptions } from "../errors/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";
import { foldLetters } from "./fold-words.js";
import { isOneEdit, type Spelling, spelling } from "./spelling.js";
import { toldText } from "./told-text.js";

/** Options of {@link postcodeComparison}. */
export interface PostcodeOptions<T> extends FactOptions<T> {
  /** Leading signs that name an area: 2 for 457100 in China (the first two are the province) and for Australia. */
  readonly areaLength?: number;
}

const LEVELS = ["same", "near", "same-area", "different"] as const;
const [SAME, NEAR, SAME_AREA, DIFFERENT] = [0, 1, 2, 3] as const;

/**
 * Compares postcodes (邮政编码): `same`; `near`, one sign wrong, lost, added or two neighbours exchanged; `same-area`, the same first signs.
 * @throws GuiyanError `unknown-option`, `invalid-option`
 */
export function postcodeComparison<T>(options: PostcodeOptions<T>): Comparison<T, Spelling> {
  checkOptions("postcodeComparison", options, ["read", "name", "areaLength"]);
  const { read, name = "postcode" } = options;
  const areaLength = checkInteger("postcodeComparison", "areaLength", options.areaLength ?? 2, { min: 1, max: 10 });
  return {
    name,
    levels: LEVELS,
    read: (record) => foldLetters(toldText(read(record)) ?? "") || undefined,
    parse: spelling,
    compare: (a, b) => {
      if (a.text === b.text) return SAME;
      if (isOneEdit(a, b)) return NEAR;
      if (a.text.length < areaLength || b.text.length < areaLength) return DIFFERENT;
      for (let i = 0; i < areaLength; i++) if (a.text.charCodeAt(i) !== b.text.charCodeAt(i)) return DIFFERENT;
      return SAME_AREA;
    },
    termLevels: [SAME],
    term: ({ text }) => text,
    keys: ({ text }) => [`x:${text}`, `h:${text.slice(0, 2)}`, `t:${text.slice(-2)}`],
  };
}
