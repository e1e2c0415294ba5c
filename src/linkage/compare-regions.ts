import { checkOptions } from "../errors/index.js";
import { CHINA, currentRegion, isRegionCode, regionChain } from "../taxonomy/index.js";
import type { Comparison } from "./comparison.js";
import type { FactOptions } from "./fact-options.js";

/** A place with the units that hold it, nearest first, the country left out. */
interface Place {
  readonly code: string;
  readonly above: readonly string[];
}

const LEVELS = ["same", "above", "same-prefecture", "same-province", "different"] as const;
const [SAME, ABOVE, SAME_PREFECTURE, SAME_PROVINCE, DIFFERENT] = [0, 1, 2, 3, 4] as const;

/** Whether a code is a prefecture of a province. */
function isPrefecture(code: string): boolean {
  return !code.endsWith("0000");
}

/**
 * Compares places by their codes (籍贯、常住地比较): GB/T 2260, retired codes as the current ones, or GB/T 2659 for countries abroad.
 *
 * - `same`: the same unit
 * - `above`: one holds the other, Puyang and Nanle; they do not contradict
 * - `same-prefecture`, `same-province`: two units that one holds
 *
 * China alone, and a text that is no code, tell nothing.
 * @throws GuiyanError `unknown-option`
 */
export function regionComparison<T>(options: FactOptions<T>): Comparison<T, Place> {
  checkOptions("regionComparison", options, ["read", "name"]);
  const { read, name = "region" } = options;
  return {
    name,
    levels: LEVELS,
    read: (record) => {
      const code = (read(record) ?? "").trim();
      return isRegionCode(code) && code !== CHINA ? (currentRegion(code) ?? code) : undefined;
    },
    parse: (code) => ({ code, above: regionChain(code).filter((up) => up !== code && up !== CHINA) }),
    compare: (a, b) => {
      if (a.code === b.code) return SAME;
      if (a.above.includes(b.code) || b.above.includes(a.code)) return ABOVE;
      for (const up of a.above) if (b.above.includes(up)) return isPrefecture(up) ? SAME_PREFECTURE : SAME_PROVINCE;
      return DIFFERENT;
    },
    termLevels: [SAME],
    term: ({ code }) => code,
    keys: ({ code }) => [`x:${code}`],
  };
}
