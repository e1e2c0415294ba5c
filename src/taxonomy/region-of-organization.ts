import { cleanText, foldScript, foldWidth } from "../text/index.js";
import { fullRegionName } from "./full-region-name.js";
import { decodeRegionHomonyms } from "./packs/region-homonym-pack.js";
import { type RegionReading, type RegionStep, readRegionChain, skipSeparators } from "./read-region-chain.js";
import { wasCounty } from "./region-names.js";
import { regionStem } from "./region-stem.js";
import { CHINA, regionInside } from "./region-tree.js";
import { regions } from "./regions.js";
import type { Resolution, ResolutionVia } from "./resolution.js";
import { type StandingRegions, standingRegions } from "./standing-regions.js";

/** Units of an employer that name their own place before the word: 杭州分公司, 濮阳市中心支行. Longest first. */
const BRANCH = /中心支行|中心支公司|分公司|支公司|办事处|代表处|营业部|分行|支行|分院|分校|分局|分部|分厂|分店|分所|分社/g;

/** Bodies of the whole country, which name their place after their own name. */
const NATIONAL = /^(?:中国|中共|国家|国网|中华|全国|中央|最高|解放军|中国人民|中科院|中石化|中石油|中铁|中建|中交|新华社|人民日报)/;

/** What makes a bare name a hill or water: 贺兰山, 紫金山. */
const TERRAIN = /^[山湖河江岭峡岛]/;
/** What makes one of a city: 广安门, 北海舰队. */
const LANDMARK = /^(?:门|舰队)/;
/** Seas that cities and districts share a name with. */
const SEA = /^(?:东海|南海|北海)$/;
const AT_SEA = /^(?:舰队|西部|东部|石油|油气|海洋|渔业|救助|航海|研究)/;

/** Trades and forms that leave no room for a firm's own word (字号) before them. */
const TRADE =
  /^(?:证券|期货|保险|人寿|寿险|产险|财险|信托|基金|投资|控股|资本|国际|集团|实业|科技|电子|电气|电器|电力|能源|环保|药业|制药|医药|汽车|航空|矿业|装饰|地产|置业|房地产|传媒|网络|软件|信息|有色|家具|纺织|股份|有限|乳业|酒业|食品|建设|建筑|物流|贸易|商贸|重工|机械|化工|电缆|光电|通信|文化|教育|医疗|会计师|律师)/;

/** Works and public bodies take the place's name without a word of their own: 新昌制药厂, 西峡县医院. */
const WORKS =
  /厂|矿|医院|卫生院|学校|中学|小学|学院|大学|研究所|研究院|局|委员会|政府|站|所$|院$|钢铁公司|有色金属公司|总公司|供电公司|农场|林场/;

/** The one prefecture that shares its name with a person to whose memory schools and hospitals are named (孙中山). */
const SUN_YAT_SEN = "中山";
const MEMORIAL = /^(?:大学|医科|医学|医院|学院|中学|纪念|附属|陵|堂)/;

const FIRM = /有限|股份|集团|合伙/;

/** No employer's name is longer; what follows is not read, so that time stays linear whatever a cell holds. */
const LONGEST_NAME = 200;

/** How far back from a branch word its place may begin. */
const LONGEST_PLACE = 16;

let homonyms: Set<string> | undefined;

const isHomonym = (name: string): boolean => {
  homonyms ??= decodeRegionHomonyms();
  return homonyms.has(name);
};

const isCounty = (code: string): boolean => code.length === 6 && !code.endsWith("00");

function isDistrict(code: string): boolean {
  return isCounty(code) && regionStem(regions.get(code)?.name ?? "").generic.endsWith("区");
}

/** A firm's name is 行政区划 + 字号 + 行业 + 组织形式: where the trade follows at once, the bare name is the 字号 itself (滨海投资, 方正证券). */
function isFirmsOwnWord(rest: string): boolean {
  return rest === "" || (TRADE.test(rest) && (FIRM.test(rest) || !WORKS.test(rest)));
}

/** Whether a bare county or district name at the head of an employer's name is the place. */
function headsAsPlace(text: string, { code, start, end }: RegionStep): boolean {
  const name = text.slice(start, end);
  const rest = text.slice(end);
  if (SEA.test(name) && AT_SEA.test(rest)) return false;
  if (!isCounty(code))
    return !LANDMARK.test(rest) && !/^[东西南北中]?路(?!桥)/.test(rest) && !(name === SUN_YAT_SEN && MEMORIAL.test(rest));
  if (isHomonym(name) || TERRAIN.test(rest)) return false;
  const goesBare = !isDistrict(code) || wasCounty(code) || name.length >= 3 || /^(?:11|12|31|50)/.test(code);
  return goesBare && !isFirmsOwnWord(rest);
}

/** Whether a bare county or district name after a wider unit is the place: 河南西峡, 深圳市宝安, but not 河南中原. */
function followsAsPlace(text: string, step: RegionStep, before: RegionStep): boolean {
  const name = text.slice(step.start, step.end);
  const rest = text.slice(step.end);
  if (!isCounty(step.code)) return true;
  if (TERRAIN.test(rest)) return false;
  if (!isDistrict(step.code)) return true;
  if (name.length >= 3 || wasCounty(step.code)) return true;
  const isParent = !before.code.endsWith("0000") || /^(?:11|12|31|50)/.test(before.code);
  return isParent && !isHomonym(name);
}

function isPlace(text: string, reading: RegionReading): boolean {
  return reading.steps.every((step, i) => {
    const before = reading.steps[i - 1];
    const name = text.slice(step.start, step.end);
    // 永安市场 is a market; 江北区域 a region.
    const isCut = (name.endsWith("市") && text.charAt(step.end) === "场") || (name.endsWith("区") && text.charAt(step.end) === "域");
    if (step.code.length === 3) return step.kind === "name" && name !== "中非";
    if (step.kind === "abbreviation" || step.kind === "former-stem" || (isCut && isCounty(step.code))) return false;
    if (step.kind !== "stem") return true;
    return before === undefined || before.code === CHINA ? headsAsPlace(text, step) : followsAsPlace(text, step, before);
  });
}

interface Found extends StandingRegions {
  readonly via: ResolutionVia;
}

function readPlace(text: string, start: number, within?: string, end?: number): Found | undefined {
  const readings = readRegionChain(text, start, within).filter(
    (reading) => (end === undefined || reading.end === end) && reading.code !== CHINA && isPlace(text, reading),
  );
  const standing = standingRegions(readings);
  return standing && { ...standing, via: standing.best.steps.every((step) => step.kind === "name") ? "name" : "alias" };
}

/** Place right before a branch word, the longest that ends there. */
function branchPlace(text: string, head: Found | undefined): Found | undefined {
  let place = head;
  let found: Found | undefined;
  for (const { index } of text.matchAll(BRANCH)) {
    const within = place?.codes.length === 1 ? place.best.code : undefined;
    for (const scope of within === undefined ? [undefined] : [within, undefined]) {
      let here: Found | undefined;
      for (let start = Math.max(place?.best.end ?? 0, index - LONGEST_PLACE); start < index && !here; start++) {
        // Cut behind the branch word, so that nothing after the place is taken for its firm's trade.
        here = readPlace(`${text.slice(0, index)}　`, start, scope, index);
      }
      if (here !== undefined && !(here.codes.length === 1 && place !== undefined && regionInside(place.best.code, here.best.code))) {
        place = { ...here, via: "pattern" };
        found = place;
        break;
      }
      if (here !== undefined) break;
    }
  }
  return found;
}

/** Place of an office away from home, where the name begins with none: 审计署驻武汉特派员办事处, 驻上海办事处. */
function postedPlace(text: string): Found | undefined {
  const at = /驻(?=\p{Script=Han}{2,12}(?:特派员|专员|办事处|代表处|联络处|监察|督察|分局|局|中心))/u.exec(text)?.index;
  const found = at === undefined ? undefined : readPlace(text, at + 1);
  return found?.codes.length === 1 ? { ...found, via: "pattern" } : undefined;
}

/** Place that fills a pair of brackets: 永安康健药业(武汉)有限公司. */
function bracketPlace(text: string): Found | undefined {
  for (let open = text.indexOf("("); open >= 0; open = text.indexOf("(", open + 1)) {
    const close = text.indexOf(")", open);
    if (close < 0) return undefined;
    const found = readPlace(`${text.slice(0, close)}　`, open + 1, undefined, close);
    if (found?.codes.length === 1 && found.best.code.length === 6) return { ...found, via: "pattern" };
  }
  return undefined;
}

/** First place further on: any official name; a bare province or city too in the name of a national body. */
function laterPlace(text: string, from: number, within: string | undefined, bare: boolean): Found | undefined {
  for (let start = from; start < text.length; start++) {
    if (skipSeparators(text, start) > start) continue;
    const found = readPlace(text, start, within);
    const first = found?.best.steps[0];
    if (!found || !first || first.code.length === 3 || found.best.code === within) continue;
    const isOfficial = first.kind === "name" && first.end - first.start >= 3;
    const isCity = bare && !isCounty(first.code) && within === undefined;
    if (found.codes.length === 1 && (isOfficial || isCity)) return { ...found, via: "pattern" };
  }
  return undefined;
}

/** The place that a name states, all its parts weighed. */
function statedPlace(text: string): Found | undefined {
  const head = readPlace(text, 0);
  const branch = branchPlace(text, head);
  if (branch !== undefined) return branch;
  const bracket = bracketPlace(text);
  if (head === undefined) {
    const later = bracket ?? postedPlace(text) ?? laterPlace(text, 1, undefined, NATIONAL.test(text));
    return later && (laterPlace(text, later.best.end, later.best.code, false) ?? later);
  }
  if (head.codes.length > 1) return head;
  if (bracket !== undefined && !regionInside(head.best.code, bracket.best.code)) {
    const isExplicit = head.best.steps.some((step) => step.kind === "name");
    if (!isExplicit || regionInside(bracket.best.code, head.best.code)) return bracket;
  }
  return laterPlace(text, head.best.end, head.best.code, false) ?? head;
}

/**
 * The deepest region that an employer's name itself states (单位所在地识别): 南乐县人民医院 → 410923, 广西河池化工 → 451200, 上海财经大学 → 310000.
 *
 * It is what the name says, not the registered address. Read in this order: the place of a branch (平安寿险杭州分公司), a place in brackets (康健药业（武汉）), the head of
 * the name, and in a national body's name a place further on (中国人民银行武汉分行).
 *
 * A bare name is doubted, since firms take place names as their own word (字号):
 * 1. at the head, words of `packs/region-homonym-pack.ts` are no place (平安银行, 南开大学, 长安汽车);
 * 2. a county's bare name followed at once by a trade or legal form is the 字号 (滨海投资, 方正证券), unless the employer is a works or public body (新昌制药厂);
 * 3. a city district goes bare only where it was a county (黄岩, 沾益), has three characters, or follows its own city (深圳市宝安);
 * 4. a county's bare name followed by 山, 湖 and the like is a landmark (贺兰山风电厂); 中山 before 大学 or 医院 is a person.
 * Provinces and prefecture cities go bare (海南航空, 宜宾天原). Historic landscapes (闽东, 赣南) and China as a whole are no answer.
 * @returns ambiguous where namesakes stand (吉林化工), unresolved where the name states no region
 * @complexity O(length); the first 200 characters are read
 * @example
 * regionOfOrganization("南乐县人民医院"); // { status: "resolved", value: "410923", via: "name", confidence: 1 }
 * regionOfOrganization("平安银行").status; // "unresolved"
 */
export function regionOfOrganization(raw: string): Resolution<string> {
  const text = foldScript(foldWidth(cleanText(raw)))
    .trim()
    .toLowerCase()
    .slice(0, LONGEST_NAME);
  const found = statedPlace(text);
  const label = (code: string): string => fullRegionName(code) ?? code;
  if (found === undefined) {
    const guess = standingRegions(readRegionChain(text, 0).filter((reading) => reading.code !== CHINA));
    const codes = guess?.codes ?? [];
    return { status: "unresolved", candidates: codes.map((value) => ({ value, label: label(value), confidence: 0.2 })) };
  }
  const [value] = found.codes;
  if (found.codes.length > 1 || value === undefined) {
    const confidence = Math.round(100 / found.codes.length) / 100;
    return { status: "ambiguous", candidates: found.codes.map((code) => ({ value: code, label: label(code), confidence })) };
  }
  const kinds = found.best.steps.map((step) => step.kind);
  const official = kinds.every((kind) => kind === "name");
  const bareCounty = kinds.length === 1 && kinds[0] === "stem" && isCounty(value);
  return {
    status: "resolved",
    value,
    via: found.via,
    confidence: (official ? 1 : bareCounty ? 0.8 : 0.9) - (found.via === "pattern" ? 0.1 : 0),
  };
}
