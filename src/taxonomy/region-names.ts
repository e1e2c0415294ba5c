import { foldWidth } from "../text/index.js";
import { decodeCountries } from "./packs/country-pack.js";
import { decodeRegionAbbreviations, decodeRegionAliases } from "./packs/region-alias-pack.js";
import { decodeUnofficialRegions } from "./packs/region-pack.js";
import { decodeRetiredRegions } from "./packs/retired-region-pack.js";
import { regionStem } from "./region-stem.js";
import { CHINA } from "./region-tree.js";
import { regions } from "./regions.js";

/** How a name names its unit, best first: official, listed or derived alias, bare specific part, former name, its bare part, one-character province. */
export type RegionNameKind = "name" | "alias" | "stem" | "former" | "former-stem" | "abbreviation";

/** One unit that a name may stand for. */
export interface RegionName {
  readonly code: string;
  readonly kind: RegionNameKind;
  /** Retired code that bore a former name; it says in which old province and prefecture the unit lay. */
  readonly from: string | undefined;
}

/** Names of city districts that hundreds of cities had; as a former name they say nothing. */
const GENERIC_NAMES = new Set(["郊区", "市郊区", "市区", "城区", "矿区", "县", "市辖区", "东区", "西区", "南区", "北区", "城镇区"]);

/** Every name, lower-cased, with the units that it may stand for. */
export interface RegionNameIndex {
  get(name: string): readonly RegionName[] | undefined;
  /** Length of the longest name. */
  readonly longest: number;
}

let index: RegionNameIndex | undefined;
let counties: Set<string> | undefined;

function build(): RegionNameIndex {
  const names = new Map<string, RegionName[]>();
  const put = (name: string, code: string, kind: RegionNameKind, from?: string): void => {
    const key = foldWidth(name).toLowerCase();
    const list = names.get(key);
    const entry = { code, kind, from };
    if (!list) names.set(key, [entry]);
    else if (!list.some((other) => other.code === code && (other.from === from || from === undefined))) list.push(entry);
  };
  for (const [name, code] of [
    ["中国", CHINA],
    ["中华人民共和国", CHINA],
    ["china", CHINA],
  ] as const)
    put(name, code, name === "中国" ? "name" : "alias");
  for (const { code, name, aliases } of decodeCountries()) {
    put(name, code, "name");
    for (const alias of aliases) put(alias, code, "alias");
  }
  const units = regions.codes().filter((code) => code.length === 6);
  for (const code of units) put(regions.get(code)?.name ?? "", code, "name");
  for (const [name, code] of decodeRegionAliases()) put(name, code, "alias");
  for (const code of units) {
    const { stem, short, generic } = regionStem(regions.get(code)?.name ?? "");
    if (stem !== undefined) put(stem, code, "stem");
    if (short !== undefined) put(short, code, "alias");
    // 广西省, 宁夏自治区, 香港特区: never official, always clear.
    if (stem !== undefined && code.endsWith("0000") && generic.endsWith("区")) {
      for (const suffix of ["省", "自治区", "特区"]) put(stem + suffix, code, "alias");
    }
  }
  for (const { code, name, current } of decodeRetiredRegions()) {
    for (const now of current) {
      const old = name === "=" ? regions.get(now)?.name : name;
      if (old === undefined || GENERIC_NAMES.has(old)) continue;
      put(old, now, "former", code);
      const { stem, short } = regionStem(old);
      if (stem !== undefined && !GENERIC_NAMES.has(stem)) put(stem, now, "former-stem", code);
      if (short !== undefined) put(short, now, "former", code);
    }
  }
  putUnofficial(put);
  for (const [name, code] of decodeRegionAbbreviations()) put(name, code, "abbreviation");
  return { get: (name) => names.get(name), longest: Math.max(...[...names.keys()].map((name) => name.length)) };
}

/** Cities of 台湾 and long, unmistakable names of development zones stand for the unit that holds them. */
function putUnofficial(put: (name: string, code: string, kind: RegionNameKind) => void): void {
  const rows = decodeUnofficialRegions();
  const seen = new Map<string, number>();
  for (const [, name] of rows) seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const [code, name] of rows) {
    const isCity = code.startsWith("71") && code.endsWith("00");
    if (!(isCity || (name.length >= 5 && seen.get(name) === 1))) continue;
    const above = code.startsWith("71") || code.startsWith("8") ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
    const holder = [above, `${code.slice(0, 2)}0000`].find((c) => regions.has(c));
    // 经济技术开发区 is everywhere; a name must bring its own place.
    if (holder === undefined || /^(经济|高新|工业|国家)/.test(name)) continue;
    put(name, holder, "alias");
    const { stem } = regionStem(name);
    if (isCity && stem !== undefined) put(stem, holder, "alias");
  }
}

/** The index of names, built on first use. */
export function regionNames(): RegionNameIndex {
  index ??= build();
  return index;
}

/** Whether a present city district was a county or county-level city of the same name (撤县设区): 番禺, 沾益, 黄岩. Such names still go bare. */
export function wasCounty(code: string): boolean {
  if (counties === undefined) {
    counties = new Set();
    for (const { name, current } of decodeRetiredRegions()) {
      if (name === undefined || !/[县市]$/.test(name)) continue;
      for (const now of current) {
        const { stem } = regionStem(regions.get(now)?.name ?? "");
        if (stem !== undefined && regionStem(name).stem === stem) counties.add(now);
      }
    }
  }
  return counties.has(code);
}
