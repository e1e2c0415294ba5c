import { industries } from "./industries.js";
import { decodeIndustryChanges } from "./packs/industry-2011-pack.js";

let changes: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The 2017 classes that took over the content of a GB/T 4754-2011 class (2011 版小类对照): 2812 → 2812, 2831, 2832; 3032 (建筑陶瓷制品) → 3071.
 * @param code four digits of the 2011 edition
 * @returns ascending; several where the class was split; empty for a code of neither edition
 * @complexity O(1) after the table is decoded on first use
 */
export function industryFrom2011(code: string): readonly string[] {
  changes ??= decodeIndustryChanges();
  return changes.get(code) ?? (code.length === 4 && industries.has(code) ? [code] : []);
}

/** Whether the same class code stands for other content in the two editions (同码异义), so that it needs its edition. */
export function isReusedIndustryCode(code: string): boolean {
  changes ??= decodeIndustryChanges();
  const now = changes.get(code);
  return now !== undefined && industries.has(code) && !now.includes(code);
}
