import { readNumber } from "../text/index.js";

/** A limit that is read, told and never scored (受保护条件). */
export interface ProtectedLimit {
  readonly dimension: "age" | "sex" | "marital" | "politics" | "ethnicity" | "religion";
  readonly values: readonly string[];
}

const AGE = "([1-7]\\d|[一二三四五六]?十[一二三四五六七八九]?)";
const YEARS = "周?岁?";
const word = (pattern: string) => new RegExp(pattern.replaceAll("AGE", AGE).replaceAll("YEARS", YEARS));

/** Forms of a limit on age, the first that fits; groups are the numbers. */
const AGES: readonly { readonly name: string; readonly pattern: RegExp; readonly values: (low: number, high: number) => string[] }[] = [
  { name: "range", pattern: word("AGEYEARS[-~—–至到]AGE周?岁"), values: (a, b) => [`>=${a}`, `<=${b}`] },
  { name: "labelled range", pattern: word("年[龄纪]\\D{0,4}?AGEYEARS[-~—–至到]AGE(?!年)"), values: (a, b) => [`>=${a}`, `<=${b}`] },
  {
    name: "from and to",
    pattern: word("(?:年?满)?AGE周?岁(?:\\(含\\))?(?:及?以上)?[、,至到]?\\D{0,2}?AGE周?岁(?:\\(含\\))?(?:及?以[下内])"),
    values: (a, b) => [`>=${a}`, `<=${b}`],
  },
  { name: "not yet", pattern: word("(?:不满|未满|小于|低于)AGE周?岁"), values: (a) => [`<${a}`] },
  { name: "about", pattern: word("AGE周?岁?(?:左右|上下|前后)"), values: () => ["stated"] },
  { name: "at least", pattern: word("(?:年满|不低于|不小于|大于)AGE|AGE周?岁(?:\\(含\\))?(?:及?以上|起)"), values: (a) => [`>=${a}`] },
  {
    name: "at most",
    pattern: word(
      "(?:不|别|勿|未)(?:得|要|能)?(?:超过?|大于|高于|满于)AGE|年[龄纪]\\D{0,6}?AGE|AGE周?岁?(?:\\(含\\))?(?:及?以[下内]|封顶)",
    ),
    values: (a) => [`<=${a}`],
  },
  { name: "bare", pattern: word("AGE周?岁"), values: (a) => [`<=${a}`] },
  { name: "cohort", pattern: /[6-9]0后|\d{4}年.{0,16}出生|出生(?:日期|年月|时间)?.{0,8}\d{4}年/, values: () => ["stated"] },
  { name: "mentioned", pattern: /年[龄纪]/, values: () => ["stated"] },
];

const NATIONS =
  "汉 回 满 蒙古 维吾尔 藏 壮 苗 彝 土家 朝鲜 侗 瑶 白 哈尼 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 哈萨克 布依 阿昌 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 高山 普米".split(
    " ",
  );
const OTHERS: readonly {
  readonly dimension: ProtectedLimit["dimension"];
  readonly pattern: RegExp;
  readonly values: (match: RegExpExecArray) => string[];
}[] = [
  {
    dimension: "sex",
    pattern: /限?(男|女)(?:性|士|生)?(?:青年|同志)?(?:优先|$|(?=[^不女男]))(?<!男女)/,
    values: ([, sex = ""]) => [sex === "男" ? "male" : "female"],
  },
  { dimension: "marital", pattern: /已婚|未婚|婚育|婚姻/, values: () => ["stated"] },
  { dimension: "politics", pattern: /中共党员|党员|团员|政治面貌/, values: () => ["stated"] },
  {
    dimension: "ethnicity",
    pattern: new RegExp(`(?:${NATIONS.join("|")})族|少数民族|民族(?!学|大|医|企|品|工)`),
    values: () => ["stated"],
  },
  { dimension: "religion", pattern: /宗教(?!学)|信教/, values: () => ["stated"] },
];
/** Whether a limit that a pattern found is only waived: 男女不限, 不看年龄, 民族不限. */
function waived(text: string, match: RegExpExecArray): boolean {
  const around = text.slice(Math.max(0, match.index - 4), match.index + match[0].length + 6);
  return /不限|无要求|不作?要求|不看|不问|不论|无限制|均可|皆可/.test(around);
}

/** Whether a clause speaks of age at all; a bare 45以下 does where the text before did, or nothing else can be meant. */
const ABOUT_AGE = /岁|年[龄纪]|[6-9]0后|出生/;

function readAge(text: string): ProtectedLimit | undefined {
  const bare = /^(?:男|女)?([2-6]\d)(?:周?岁)?(?:及?以[下内]|封顶)(?:不要)?$/.exec(text);
  if (!ABOUT_AGE.test(text) && bare === null) return undefined;
  if (bare !== null) return { dimension: "age", values: [`<=${bare[1]}`] };
  for (const { name, pattern, values } of AGES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    if (name === "mentioned" && waived(text, match)) return undefined;
    const numbers = match.slice(1).flatMap((group) => (group === undefined ? [] : [readNumber(group) ?? 0]));
    const [low = 0, high = 0] = numbers;
    if (numbers.some((n) => n < 14 || n > 80)) continue;
    return { dimension: "age", values: values(low, high) };
  }
  return undefined;
}

/**
 * Limits on sex, age, ethnicity, politics, religion and marriage in a clause (受保护条件识别): told to the user, used by nothing.
 * Ages are `>=25`, `<=40`, `<30`, or `stated` where no plain bound is written.
 * @param excluded whether the clause says whom the enterprise does not want: 45岁以上不要 is below 45
 * @complexity O(length)
 */
export function protectedLimits(text: string, excluded: boolean): ProtectedLimit[] {
  const limits: ProtectedLimit[] = [];
  const age = readAge(text);
  if (age !== undefined) {
    const turned = excluded ? age.values.map((value) => value.replace(/^>=/, "<").replace(/^<=/, ">")) : age.values;
    limits.push({ dimension: "age", values: turned });
  }
  for (const { dimension, pattern, values } of OTHERS) {
    const match = pattern.exec(text);
    if (match !== null && !waived(text, match)) limits.push({ dimension, values: values(match) });
  }
  return limits;
}
