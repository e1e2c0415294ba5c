import { decodeUnofficialRegions } from "./packs/region-pack.js";
import { decodeRetiredRegions } from "./packs/retired-region-pack.js";
import { regionParent } from "./region-tree.js";
import { regions } from "./regions.js";

/** Code of Taiwan in some sources; GB/T 2260 has 710000. */
const TAIWAN_ELSEWHERE = "83";

let retired: Map<string, readonly string[]> | undefined;
let unofficial: Set<string> | undefined;

function successors(): Map<string, readonly string[]> {
  if (retired) return retired;
  const table = new Map<string, readonly string[]>();
  for (const { code, current } of decodeRetiredRegions()) {
    table.set(code, [...new Set([...(table.get(code) ?? []), ...current])].sort());
  }
  retired = table;
  return table;
}

/** The nearest official unit above a code that is none, by the digits. */
function holder(code: string): string | undefined {
  for (let up = regionParent(code); up !== undefined; up = regionParent(up)) {
    if (regions.has(up)) return up;
  }
  return undefined;
}

/**
 * Every current unit that a code may stand for (现行代码): itself, its successors, or the unit that holds a development zone.
 * @returns empty for an unknown code; several where a retired unit was split or its code reused, ascending
 */
export function currentRegions(code: string): readonly string[] {
  if (regions.has(code)) return [code];
  const known = successors().get(code);
  if (known !== undefined) return known;
  if (code.startsWith(TAIWAN_ELSEWHERE) && code.length === 6) return ["710000"];
  if (code === "HKG") return ["810000"];
  if (code === "MAC") return ["820000"];
  if (code === "TWN") return ["710000"];
  unofficial ??= new Set(decodeUnofficialRegions().map(([c]) => c));
  if (unofficial.has(code) || isGroupingRow(code)) {
    const up = holder(code);
    return up === undefined ? [] : [up];
  }
  return [];
}

/** 市辖区 and 省直辖县级行政区划 rows: xx9000, 110100, 410901. */
function isGroupingRow(code: string): boolean {
  return /^(?:\d\d9000|(?:11|12|31|50)0[12]00|\d{4}01)$/.test(code);
}

/**
 * The current GB/T 2260 code of a code that may be retired or unofficial (代码更新): 412433 → 410923, 410971 → 410900, 830000 → 710000.
 *
 * A code without a date is no key for very old records: 419001 was 义马市 until 1994 and is 济源市 now; it is read as what it is now.
 * @returns undefined for an unknown code, and for a unit that was split into several (`resolveRegion` lists them)
 * @complexity O(1) after the tables are decoded on first use
 * @example
 * console.log(currentRegion("412433"), currentRegion("410971"), currentRegion("999999")); // 410923 410900 undefined
 */
export function currentRegion(code: string): string | undefined {
  const now = currentRegions(code);
  return now.length === 1 ? now[0] : undefined;
}
