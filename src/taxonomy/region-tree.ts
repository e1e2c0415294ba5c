/** GB/T 2659 code of China, the root of the region tree. */
export const CHINA = "CHN";

/** Levels of the region tree (区划层级), widest first. */
export type RegionLevel = "country" | "province" | "prefecture" | "county";

/** Municipalities (直辖市): their districts have no prefecture. */
const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);
/** Units that have no unit of GB/T 2260 below them, so that "the same place" cannot be said more finely. */
const UNDIVIDED = new Set(["441900", "442000", "460400", "620200", "710000", "810000", "820000"]);

/** Whether a text has the form of a region code: six digits (GB/T 2260) or three capitals (GB/T 2659 country). */
export function isRegionCode(text: string): boolean {
  return /^[1-9]\d{5}$|^[A-Z]{3}$/.test(text);
}

/**
 * Level of a region code by its form (区划级别); an undivided unit (东莞, 香港) counts as a county.
 * @param code six digits, or three capitals for a country
 */
export function regionLevel(code: string): RegionLevel {
  if (code.length === 3) return "country";
  if (UNDIVIDED.has(code)) return "county";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

/**
 * Parent of a region code by its form (上级区划), so that nearness needs no table of names.
 * Districts of municipalities and units directly under a province (xx90xx: 济源, 仙桃) have the province as parent.
 * @returns undefined for a country
 * @source GB/T 2260: digits 1–2 province, 3–4 prefecture, 5–6 county
 */
export function regionParent(code: string): string | undefined {
  if (code.length === 3) return undefined;
  if (code.endsWith("0000")) return CHINA;
  const province = code.slice(0, 2);
  const prefecture = code.slice(2, 4);
  if (code.endsWith("00") || prefecture === "90" || MUNICIPALITIES.has(province)) return `${province}0000`;
  return `${province}${prefecture}00`;
}

/** A region code and its ancestors, nearest first (区划链). */
export function regionChain(code: string): string[] {
  const chain = [code];
  for (let up = regionParent(code); up !== undefined; up = regionParent(up)) chain.push(up);
  return chain;
}

/** Level of the nearest unit that holds both regions; undefined where only the world does. */
export function sharedRegionLevel(a: string, b: string): RegionLevel | undefined {
  const chain = regionChain(b);
  const shared = regionChain(a).find((code) => chain.includes(code));
  return shared === undefined ? undefined : regionLevel(shared);
}

/** Whether `inner` is `outer` or lies in it. */
export function regionInside(inner: string, outer: string): boolean {
  return regionChain(inner).includes(outer);
}
