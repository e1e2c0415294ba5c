import type { RegionBasis } from "../model/index.js";
import { resolveRegion } from "../taxonomy/index.js";

/** Places that a clause asks for (地域条件). */
export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly values: readonly string[];
  readonly basis: Exclude<RegionBasis, "either">;
}

/** Names of several provinces or cities at once. @source common usage; 长三角 as in the outline plan of 2019, 珠三角 the nine cities */
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["京津冀", ["110000", "120000", "130000"]],
  ["长三角", ["310000", "320000", "330000", "340000"]],
  ["江浙沪", ["310000", "320000", "330000"]],
  ["苏浙沪", ["310000", "320000", "330000"]],
  ["苏浙皖", ["320000", "330000", "340000"]],
  ["珠三角", ["440100", "440300", "440400", "440600", "440700", "441200", "441300", "441900", "442000"]],
  ["大湾区", ["440100", "440300", "440400", "440600", "440700", "441200", "441300", "441900", "442000", "810000", "820000"]],
  ["粤港澳", ["440000", "810000", "820000"]],
  ["东三省", ["210000", "220000", "230000"]],
  ["东北三省", ["210000", "220000", "230000"]],
  ["云贵川", ["530000", "520000", "510000"]],
  ["川渝", ["510000", "500000"]],
]);
const AROUND = /^(?:本地|周边|附近)|(?:[两三四五六]?省|地区|区域|一带|等地|周边|附近|本地|当地|境内|城区|市区)$/g;

const provinces = new Map<string, string | undefined>();

/** Province of a one-character name; looked up once a sign, since every stretch of a clause is tried. */
function provinceOf(sign: string): string | undefined {
  if (!provinces.has(sign) && provinces.size < 5000) {
    const read = resolveRegion(sign, { guesses: false });
    provinces.set(sign, read.status === "resolved" && read.value.endsWith("0000") ? read.value : undefined);
  }
  return provinces.get(sign);
}

/** Codes of one place or group; undefined where the text is none, or ambiguous. */
function codesOf(name: string): readonly string[] | undefined {
  const bare = name.replace(AROUND, "");
  const group = GROUPS.get(bare);
  if (group !== undefined) return group;
  const signs = [...bare];
  if (signs.length >= 2 && signs.length <= 8) {
    // 豫鲁冀: provinces by their one-character names.
    const codes = signs.map(provinceOf);
    if (codes.every((code) => code !== undefined)) return codes;
  }
  for (const text of bare === name ? [name] : [name, bare]) {
    if (text === "") continue;
    const read = resolveRegion(text, { guesses: false });
    if (read.status === "resolved" && (read.via === "name" || read.via === "alias") && /^\d/.test(read.value)) return [read.value];
  }
  return undefined;
}

/** Places of a list: 清丰、南乐; undefined unless each is one. */
function placesIn(text: string): string[] | undefined {
  const whole = codesOf(text);
  if (whole !== undefined) return [...whole];
  const parts = text.split(/[、/,]|或者?|和|及|与/).filter((part) => part !== "");
  if (parts.length < 2) return undefined;
  const codes = parts.map(codesOf);
  return codes.every((list) => list !== undefined) ? [...new Set(codes.flat())] : undefined;
}

/** Longest list of places that is looked for before 籍. */
const LONGEST = 18;

/** The longest list of places that ends, or begins, at a place of the text. */
function listEndingAt(text: string, end: number): { readonly start: number; readonly values: string[] } | undefined {
  for (let start = Math.max(0, end - LONGEST); start < end; start++) {
    const values = placesIn(text.slice(start, end));
    if (values !== undefined) return { start, values };
  }
  return undefined;
}

function listBeginningAt(text: string, start: number): { readonly end: number; readonly values: string[] } | undefined {
  for (let end = Math.min(text.length, start + LONGEST); end > start + 1; end--) {
    const values = placesIn(text.slice(start, end));
    if (values !== undefined) return { end, values };
  }
  return undefined;
}

/** Words behind a place of origin: 南乐籍, 河南省户籍, 濮阳生源, 本地人. */
const ORIGIN_AFTER = /(?:省|市|县)?(?:籍贯?(?!贯)|(?:常住)?户[籍口]|生源(?!地)|本地|当地|人(?=优先|士|员?$|最好|更好))/g;
/** Words before one: 户籍限河南, 老家是范县. */
const ORIGIN_BEFORE = /(?:户籍|户口|籍贯|祖籍|原籍|老家|家乡|生源地?|出生地?)(?:所在地)?(?:要求|必须|须|应|需|仅?限)?(?:是|为|在|于|:)?/g;
/** Words before where somebody lives or works now. */
const LIVING_BEFORE =
  /(?:现居住?|现住|常住|居住|定居|长居|人在|目前在|现在|家在|住)(?:地)?(?:是|为|在|于|:)?|现?[在于](?=[\p{Script=Han}、]{2,24}?(?:一带|任职|(?:工作|生活|居住|发展|就业|就职|创业)(?:者|的|人|优先|$)))/gu;
/** Words behind one: 中牟、新郑居住者. */
const LIVING_AFTER = /(?:居住|定居|常住(?!户))(?:者|的|人|优先|$)/g;

/**
 * Places of origin and of living that a clause asks for (籍贯、常住地条件): 南乐籍, 户籍限豫鲁冀三省, 现居苏州、上海.
 * A place of work of the post itself (能长期驻南乐) is none.
 * @complexity O(length × longest list) look-ups
 */
export function placeMentions(text: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  const free = (start: number, end: number) => found.every((other) => end <= other.start || start >= other.end);
  for (const match of text.matchAll(ORIGIN_BEFORE)) {
    const from = match.index + match[0].length;
    const list = listBeginningAt(text, from);
    if (list !== undefined && free(match.index, list.end))
      found.push({ start: match.index, end: list.end, values: list.values, basis: "hometown" });
  }
  for (const match of text.matchAll(ORIGIN_AFTER)) {
    const end = match.index + match[0].length;
    const list = listEndingAt(text, match.index) ?? (/^[省市县]/.test(match[0]) ? listEndingAt(text, match.index + 1) : undefined);
    if (list !== undefined && free(list.start, end)) found.push({ start: list.start, end, values: list.values, basis: "hometown" });
  }
  for (const match of text.matchAll(LIVING_BEFORE)) {
    const from = match.index + match[0].length;
    const list = listBeginningAt(text, from);
    if (list !== undefined && free(match.index, list.end))
      found.push({ start: match.index, end: list.end, values: list.values, basis: "residence" });
  }
  for (const match of text.matchAll(LIVING_AFTER)) {
    const list = listEndingAt(text, match.index);
    if (list !== undefined && free(list.start, match.index))
      found.push({ start: list.start, end: match.index + match[0].length, values: list.values, basis: "residence" });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A clause that is nothing but a place and a preference (南乐县优先), after another asked for a place of origin. */
export function barePlaces(text: string): readonly string[] | undefined {
  const place = /^(.{2,12}?)(?:的|者|人)?(?:优先(?:考虑)?|最好|更佳|尤佳)$/.exec(text)?.[1];
  return place === undefined ? undefined : placesIn(place);
}
