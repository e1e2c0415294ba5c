/**
 * Names of ethnic groups as they stand before 自治州, 自治县, 自治旗, longest first.
 * @source the current names of GB/T 2260; six of them are written without 族 (巴音郭楞蒙古自治州, 察布查尔锡伯自治县)
 */
const ETHNIC = (
  "达斡尔族 鄂温克族 哈萨克族 柯尔克孜 景颇族 哈尼族 傈僳族 布依族 朝鲜族 仡佬族 拉祜族 布朗族 独龙族 纳西族 普米族 毛南族 仫佬族 保安族 东乡族 撒拉族 裕固族 土家族 蒙古族 " +
  "哈萨克 塔吉克 藏族 羌族 彝族 回族 满族 苗族 壮族 侗族 瑶族 白族 傣族 怒族 畲族 黎族 佤族 水族 土族 各族 蒙古 锡伯"
).split(" ");

/** Generic parts of names (通名), longest first, with the short generic that replaces an autonomous one. */
const GENERIC: readonly (readonly [string, string])[] = [
  ["特别行政区", ""],
  ["维吾尔自治区", ""],
  ["自治州", "州"],
  ["自治县", "县"],
  ["自治旗", "旗"],
  ["自治区", ""],
  ["行政区", ""],
  ["新区", ""],
  ["矿区", ""],
  ["林区", ""],
  ["特区", ""],
  ["地区", ""],
  ["省", ""],
  ["市", ""],
  ["州", ""],
  ["盟", ""],
  ["县", ""],
  ["旗", ""],
  ["区", ""],
];

/** A name without its generic part, and the short form that keeps one where it is autonomous (凉山, 凉山州). */
export interface RegionStem {
  /** The specific part (专名); undefined where it would have one character (范县). */
  readonly stem: string | undefined;
  /** The official name's generic, `""` where there is none. */
  readonly generic: string;
  /** Specific part with a short generic (凉山州, 宽城县), for autonomous units only. */
  readonly short: string | undefined;
}

/** Ethnic names off the end, as long as a specific part of two characters stays. */
function withoutEthnic(name: string): string {
  let rest = name;
  for (;;) {
    const last = ETHNIC.find((e) => rest.endsWith(e) && [...rest].length - [...e].length >= 2);
    if (last === undefined) return rest;
    rest = rest.slice(0, -last.length);
  }
}

/**
 * The specific part of a region's name (专名): 濮阳市 → 濮阳, 凉山彝族自治州 → 凉山 and 凉山州, 峰峰矿区 → 峰峰.
 * @complexity O(length)
 */
export function regionStem(name: string): RegionStem {
  // 峰峰矿区 loses the longest generic that leaves two characters, 矿区 itself none.
  const found = GENERIC.find(([suffix]) => name.endsWith(suffix) && name.length - suffix.length >= 2);
  if (found === undefined) return { stem: undefined, generic: GENERIC.find(([s]) => name.endsWith(s))?.[0] ?? "", short: undefined };
  const [generic, shortGeneric] = found;
  const bare = name.slice(0, -generic.length);
  if (!generic.startsWith("自治")) return { stem: bare, generic, short: undefined };
  const special = withoutEthnic(bare);
  // 东乡族自治县 and 鄂温克族自治旗 are a group's name alone: 东乡, 鄂温克.
  const stem = special.length > 2 && special.endsWith("族") ? special.slice(0, -1) : special;
  return { stem, generic, short: shortGeneric ? stem + shortGeneric : undefined };
}
