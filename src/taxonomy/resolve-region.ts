import { checkOptions, GuiyanError } from "../errors/index.js";
import { cleanText, foldScript, foldWidth } from "../text/index.js";
import { currentRegions } from "./current-region.js";
import { fullRegionName } from "./full-region-name.js";
import { createLabelLookup } from "./lookup.js";
import { REGION_SEPARATOR, type RegionReading, readRegionChain, skipSeparators } from "./read-region-chain.js";
import { regionNames } from "./region-names.js";
import { regionInside, regionLevel } from "./region-tree.js";
import { regions } from "./regions.js";
import type { Candidate, Resolution } from "./resolution.js";
import { type StandingRegions, standingRegions } from "./standing-regions.js";

/** Options of {@link resolveRegion}. */
export interface ResolveRegionOptions {
  /** A region code that the place is known to lie in: only units inside it are answers, and it settles namesakes. */
  readonly within?: string;
  /** Whether a text that is no place is looked up for near spellings, default true; it costs a hundred times the reading itself. */
  readonly guesses?: boolean;
}

/** Words before a place (籍贯、现居 …), longest first. */
const LABELS = (
  "户籍所在地 户口所在地 现居住地址 目前居住地 常住居住地 通讯地址 联系地址 家庭住址 家庭地址 现居住地 现居住于 工作地点 工作地区 工作城市 期望城市 期望地点 所在地区 所在城市 所在地 居住地 " +
  "出生地 生源地 现居地 现住址 常住地 出生于 现居住 工作地 籍贯地 籍贯 祖籍 原籍 户籍 户口 国籍 生源 现居 现住 常住 居住 家住 住址 地址 城市 地区 区域 位于 来自 生于 住在 地点"
).split(" ");

/** What may follow a place without changing it. */
const TAIL = /^(?:本地|当地|境内|全境|全市|全省|市区|城区|地区|一带|附近|等地)?(?:国籍|户籍|户口|籍)?(?:人士|人氏|居民|公民|华侨|人)?$/;

/** A bare name before one of these is a road, a hill, a square: 南京路, 中山公园, 贺兰山. */
const NO_PLACE =
  /^[东西南北中]?(?:[一二三四五六七八九十]路|大路|大道|大街|大桥|路|街|道|巷|弄|山|湖|河|江|岭|桥|广场|公园|大厦|花园|小区|新村|饭店|宾馆)/;

/** Signs that what follows a bare county name is an address in it. */
const ADDRESS = /[镇乡村路街巷号栋]|园区|开发区|工业园/;

/** Between two places side by side. */
const LIST_SEPARATOR = /[/\\|、,，;；。+&]|[和或及与]/;

const guesses = /* @__PURE__ */ createLabelLookup(() =>
  regions.codes().map((code) => ({ label: regions.get(code)?.name ?? "", value: code })),
);

function candidates(codes: readonly string[]): Candidate<string>[] {
  const confidence = Math.round(100 / codes.length) / 100;
  return codes.map((value) => ({ value, label: fullRegionName(value) ?? value, confidence }));
}

const ambiguous = (codes: readonly string[]): Resolution<string> => ({
  status: "ambiguous",
  candidates: candidates([...new Set(codes)].sort()),
});

function unresolved(text: string, within: string | undefined, known: readonly string[] = []): Resolution<string> {
  if (known.length > 0) return { status: "unresolved", candidates: candidates(known) };
  const near = guesses.nearest(text.slice(0, 16)).filter(({ value }) => within === undefined || regionInside(value, within));
  return { status: "unresolved", candidates: near.map((guess) => ({ ...guess, label: fullRegionName(guess.value) ?? guess.label })) };
}

/** The text without the words before a place. */
function withoutLabels(text: string): string {
  // Cities of the corps lie in the region like others: 新疆生产建设兵团第八师石河子市.
  let rest = text.replace(/^(?:新疆)?(?:生产建设)?兵团(?:第?[一二三四五六七八九十]{1,3}师)?[·\-、 ]?(?=.{2,}市)/, "");
  for (let i = 0; i < 3; i++) {
    const label = LABELS.find((word) => rest.startsWith(word));
    if (label === undefined) break;
    const after = rest.slice(label.length);
    // 地区 and 城市 alone are no label of anything.
    if (after === "") break;
    let at = 0;
    while (at < after.length && (REGION_SEPARATOR.test(after.charAt(at)) || "为是于在".includes(after.charAt(at)))) at++;
    rest = after.slice(at);
  }
  return rest;
}

/** Six digits out of a code as sheets write it: 41, 4109, 410923, 410923.0, 410923108 (town), 410923108201 (village). */
function codeOf(text: string): string | undefined {
  if (/^[a-z]{3}$/.test(text)) return text.toUpperCase();
  const digits = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})(?:\.0+)?$/.exec(text)?.[1];
  return digits?.padEnd(6, "0").slice(0, 6);
}

function byCode(code: string, within: string | undefined): Resolution<string> {
  const all = currentRegions(code);
  const now = all.filter((c) => within === undefined || regionInside(c, within));
  if (now.length > 1) return ambiguous(now);
  if (now[0] !== undefined) return { status: "resolved", value: now[0], via: "code", confidence: regions.has(code) ? 1 : 0.9 };
  const holder = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find((c) => regions.has(c));
  return { status: "unresolved", candidates: candidates(all.length > 0 ? all : holder === undefined ? [] : [holder]) };
}

/** Whether the text names a road, a firm or a hill rather than the unit whose bare name it begins with. */
function isOnlyNamesake(reading: RegionReading, rest: string): boolean {
  const [step] = reading.steps;
  if (step === undefined || reading.steps.length > 1 || TAIL.test(rest)) return false;
  if (step.kind === "abbreviation") return !REGION_SEPARATOR.test(rest.charAt(0));
  if (step.kind !== "stem" && step.kind !== "former-stem") return false;
  if (NO_PLACE.test(rest)) return true;
  const isCounty = regionLevel(step.code) === "county" && !/^(?:11|12|31|50|[78])|00$/.test(step.code);
  return isCounty && !REGION_SEPARATOR.test(rest.charAt(0)) && !ADDRESS.test(rest);
}

/** Another place beside the one read (北京/上海), which then is not the answer alone. */
function otherPlace(text: string, { best, codes }: StandingRegions, within: string | undefined): readonly string[] {
  const at = skipSeparators(text, best.end);
  const mark = text.slice(best.end, at) || text.charAt(at);
  const isList = LIST_SEPARATOR.test(mark);
  if (at >= text.length || (at === best.end && !isList)) return [];
  const start = at === best.end ? at + 1 : at;
  const other = standingRegions(readRegionChain(text, start, within));
  if (!other || isOnlyNamesake(other.best, text.slice(other.best.end))) return [];
  const isBareCounty = other.best.steps.length === 1 && other.best.steps[0]?.kind !== "name" && regionLevel(other.best.code) === "county";
  // After a blank or dash a bare county name is as likely a business quarter: 深圳-西乡.
  if (isBareCounty && !isList) return [];
  if (!isList && !isOver(text, other.best.end)) return [];
  const apart = other.codes.filter((code) => !codes.some((c) => regionInside(code, c) || regionInside(c, code)));
  return apart.length === other.codes.length ? apart : [];
}

function isOver(text: string, end: number): boolean {
  return TAIL.test(text.slice(end).trim()) || REGION_SEPARATOR.test(text.charAt(end));
}

/** A code and a name in one cell: 410923 南乐县, 南乐县(410923). */
function codeAndName(text: string): { code: string; name: string } | undefined {
  const found = /^(\d{6})[\s\-_:：,，/(（]+(?=\D)/.exec(text) ?? /[\s\-_:：,，/(（](\d{6})[)）]?$/.exec(text);
  if (found?.[1] === undefined) return undefined;
  return { code: found[1], name: found.index === 0 ? text.slice(found[0].length) : text.slice(0, found.index) };
}

function readName(text: string, within: string | undefined, guess: boolean): Resolution<string> {
  const place = withoutLabels(text);
  const standing = standingRegions(readRegionChain(place, 0, within));
  if (standing === undefined) return guess ? unresolved(place, within) : { status: "unresolved", candidates: [] };
  const { best, outranked } = standing;
  const codes = standing.codes.filter((code) => within === undefined || regionInside(code, within));
  const rest = place.slice(best.end);
  if (codes.length === 0) return unresolved(place, within, standing.codes);
  if (isOnlyNamesake(best, rest)) return unresolved(place, within, codes);
  const others = otherPlace(place, standing, within);
  const [value] = codes;
  if (codes.length > 1 || others.length > 0 || value === undefined) return ambiguous([...codes, ...others]);
  const kinds = best.steps.map((step) => step.kind);
  const isClean = TAIL.test(rest.slice(skipSeparators(rest, 0)));
  const official = kinds.every((kind) => kind === "name");
  const former = kinds.some((kind) => kind.startsWith("former"));
  const confidence =
    (official ? 1 : former ? 0.9 : 0.95) - (outranked ? 0.1 : 0) - (isClean ? 0 : /^[省市州盟县区旗]/.test(rest) ? 0.3 : 0.1);
  return {
    status: "resolved",
    value,
    via: isClean ? (official ? "name" : "alias") : "pattern",
    confidence: Math.round(confidence * 100) / 100,
  };
}

/**
 * Reads a place (行政区划解析) as offices and adverts write it, to a current GB/T 2260 code, or a GB/T 2659 code abroad.
 *
 * Read are codes (two to twelve digits, retired ones too), official, short and former names alone or in a chain (河南省濮阳市南乐县, 濮阳南乐, 上海-浦东新区),
 * with a label before (籍贯) or 人 after, and addresses, whose answer is the deepest unit at their beginning. 凉山州, 恩施, 豫 are short names; 绍兴县 a former one.
 *
 * Namesakes are told apart by the units named before them, else by rank (see `standing-regions.ts`): 濮阳 is 濮阳市, 海南 the province, 海城 a city.
 * What is left open is `ambiguous`: 吉林, 鼓楼区, 北京/上海. A one-character specific part needs its suffix (范县). A bare county name with other text
 * behind it (平安大街) is unresolved.
 *
 * `via` is `code`, `name` (official names only), `alias` (a short or former name among them) or `pattern` (more text follows); the guesses of an
 * unresolved text come from spelling and are never used by themselves.
 * @throws GuiyanError `unknown-code` when `within` is no current region
 * @complexity O(length); an unresolved text adds one look-up over all labels
 * @example
 * resolveRegion("河南南乐人"); // { status: "resolved", value: "410923", via: "alias", confidence: 0.95 }
 * resolveRegion("鼓楼区", { within: "410200" }); // { status: "resolved", value: "410204", via: "name", confidence: 1 }
 */
export function resolveRegion(raw: string, options?: ResolveRegionOptions): Resolution<string> {
  checkOptions("resolveRegion", options, ["within", "guesses"]);
  const within = options?.within;
  const guess = options?.guesses !== false;
  if (within !== undefined && !regions.has(within)) {
    throw new GuiyanError("unknown-code", "resolveRegion: expected within to be a current region code", { path: ["within"] });
  }
  const text = foldScript(foldWidth(cleanText(raw)))
    .trim()
    .toLowerCase();
  if (text === "") return { status: "unresolved", candidates: [] };
  const code = codeOf(text);
  if (code !== undefined && !(/[A-Z]/.test(code) && regionNames().get(text))) return byCode(code, within);
  const both = codeAndName(text);
  if (both === undefined) return readName(text, within, guess);
  const byDigits = byCode(both.code, within);
  const byName = readName(both.name, within, guess);
  if (byDigits.status !== "resolved") return byName;
  if (byName.status !== "resolved" || regionInside(byDigits.value, byName.value)) return byDigits;
  return regionInside(byName.value, byDigits.value) ? byName : ambiguous([byDigits.value, byName.value]);
}
