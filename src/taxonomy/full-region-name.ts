import { CHINA, regionChain } from "./region-tree.js";
import { regions } from "./regions.js";

/**
 * A region's name with all that holds it, widest first (区划全称): 410923 → 河南省濮阳市南乐县.
 * China itself is named only when it is the region asked for.
 * @returns undefined for a code that is not a current unit
 * @complexity O(depth)
 */
export function fullRegionName(code: string): string | undefined {
  if (!regions.has(code)) return undefined;
  return regionChain(code)
    .filter((c) => c !== CHINA || c === code)
    .reverse()
    .map((c) => regions.get(c)?.name ?? "")
    .join("");
}
