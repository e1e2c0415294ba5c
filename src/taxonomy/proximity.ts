import { sharedFieldLevel } from "./field-tree.js";
import { sharedRegionLevel } from "./region-tree.js";

/** Nearness of two regions by the nearest unit that holds both, integers 0..1000 (地域邻近度). */
export interface RegionNearness {
  readonly county: number;
  readonly prefecture: number;
  readonly province: number;
  readonly country: number;
  readonly none: number;
}

/** Nearness of two fields by the nearest node that holds both, integers 0..1000 (学科邻近度). */
export interface FieldNearness {
  readonly same: number;
  readonly discipline: number;
  readonly category: number;
  readonly none: number;
}

/** Same county 1000, prefecture 800, province 600, country 200, else 0. */
export const REGION_NEARNESS: RegionNearness = { county: 1000, prefecture: 800, province: 600, country: 200, none: 0 };

/** Same 1000, same 一级学科 700, same 门类 400, else 0. */
export const FIELD_NEARNESS: FieldNearness = { same: 1000, discipline: 700, category: 400, none: 0 };

/**
 * Nearness of two regions in the tree (地域邻近度), from the codes alone.
 *
 * A unit known only coarsely counts at its own level: 410900 against 410923 or 410900 is "same prefecture", so that knowing less never scores more.
 * @returns integer 0..1000
 * @complexity O(depth)
 */
export function regionSimilarity(a: string, b: string, nearness: RegionNearness = REGION_NEARNESS): number {
  return nearness[sharedRegionLevel(a, b) ?? "none"];
}

/**
 * Nearness of two fields in the graduate catalogue (学科邻近度), from the codes alone; cross-category codes are folded first.
 * @returns integer 0..1000
 * @complexity O(1)
 */
export function fieldSimilarity(a: string, b: string, nearness: FieldNearness = FIELD_NEARNESS): number {
  return nearness[sharedFieldLevel(a, b) ?? "none"];
}
