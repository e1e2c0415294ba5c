import { areaList } from "@vant/area-data";

/** Units of GB/T 2260 that the dependency lacks: two new places of Xinjiang (2025, 2026) and Chongqing's merger of 江北 and 渝北 (November 2025). */
const ADDED = "500157两江新区 653132岑岭县 659013草湖市";

/** Codes of the dependency that GB/T 2260 no longer has: merged units. */
const RETIRED = new Set(["320611", "350402", "370634", "500105", "500112"]);

/**
 * County codes of the dependency that were never a unit of GB/T 2260 and whose form does not say so:
 * forestry districts of 大兴安岭, national new areas, an administrative committee.
 */
const NEVER = new Set(["232761", "232762", "232763", "232764", "320112", "321150", "632857"]);

/** Prefecture rows that only group (市辖区, 省直辖县). */
const GROUPING = new Set(["110100", "120100", "310100", "500100", "500200", "419000", "429000", "469000", "659000"]);

/** Units that GB/T 2260 does not divide: 台湾, 香港, 澳门; 东莞, 中山, 儋州, 嘉峪关. Rows below them are the dependency's own. */
const UNDIVIDED = ["71", "81", "82", "4419", "4420", "4604", "6202"];

/** Last two digits 71–79 and 90–99 number development zones in the statistics bureau's lists, never units of GB/T 2260. */
const isZone = (code: string): boolean => /(7[1-9]|9\d)$/.test(code);

const isBelowUndivided = (code: string): boolean =>
  UNDIVIDED.some((prefix) => code.startsWith(prefix) && code !== prefix.padEnd(6, "0"));

function rows(): [string, string][] {
  const { province_list, city_list, county_list } = areaList;
  return [...Object.entries(province_list), ...Object.entries(city_list), ...Object.entries(county_list)];
}

const isOfficial = (code: string): boolean =>
  !(isBelowUndivided(code) || GROUPING.has(code) || RETIRED.has(code) || NEVER.has(code) || (!code.endsWith("00") && isZone(code)));

/** Code and name of every current unit of GB/T 2260 below the country, in no fixed order. */
export function decodeRegions(): [string, string][] {
  const added = ADDED.split(" ").map((item): [string, string] => [item.slice(0, 6), item.slice(6)]);
  return [...rows().filter(([code]) => isOfficial(code)), ...added];
}

/**
 * Codes in use that are not GB/T 2260 (development zones, towns of 东莞, districts of 香港, cities of 台湾), with their names:
 * read on input as the unit that holds them, never emitted.
 */
export function decodeUnofficialRegions(): [string, string][] {
  return rows().filter(([code]) => !isOfficial(code) && !RETIRED.has(code) && !GROUPING.has(code));
}
