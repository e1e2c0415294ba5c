import { titleSeries } from "./title-series.js";
import type { TitleGrade } from "./titles.js";

/** A name under which a title is found. */
export interface TitleName {
  /** Official name that the spelling stands for. */
  readonly name: string;
  readonly grade: TitleGrade;
  /** Series that have the title; one is told, several leave the series open. */
  readonly series: readonly string[];
  /** Whether the text wrote the official name. */
  readonly official: boolean;
}

/** Short and older spellings, each with the official name that it stands for. */
const SPELLINGS =
  "高工=高级工程师 助工=助理工程师 教高=正高级工程师 正高工=正高级工程师 副研=副研究员 助研=助理研究员 实习研究员=研究实习员 " +
  "高会=高级会计师 高经=高级经济师 高政=高级政工师 正高级研究员=研究员 主治医生=主治医师 主任医生=主任医师 副主任医生=副主任医师 住院医师=医师 住院医生=医师 " +
  "主治中医师=主治医师 主管检验师=主管技师 主任检验师=主任技师 副主任检验师=副主任技师 规划师=城市规划师 高级规划师=高级城市规划师 助理规划师=助理城市规划师 " +
  "一级作家=一级文学创作 二级作家=二级文学创作 三级作家=三级文学创作 高级教练员=高级教练 国家级教练员=国家级教练 中级教练员=中级教练 初级教练员=初级教练 " +
  "一级教练员=一级教练 二级教练员=二级教练 三级教练员=三级教练 中教高级=高级教师 中教一级=一级教师 中教二级=二级教师 推广研究员=农业技术推广研究员 " +
  "professor=教授 associateprofessor=副教授 lecturer=讲师 seniorengineer=高级工程师";

/** Index of every spelling, and the length of the longest. */
interface TitleNameIndex {
  readonly names: ReadonlyMap<string, TitleName>;
  readonly longest: number;
  /** Last sign of every spelling. */
  readonly lasts: ReadonlySet<string>;
}

let index: TitleNameIndex | undefined;

function build(): TitleNameIndex {
  const names = new Map<string, TitleName>();
  for (const series of titleSeries()) {
    for (const { name, grade } of series.titles) {
      names.set(name, { name, grade, series: [...(names.get(name)?.series ?? []), series.name], official: true });
    }
  }
  for (const pair of SPELLINGS.split(" ")) {
    const [spelling = "", name = ""] = pair.split("=");
    const found = names.get(name);
    if (found && !names.has(spelling)) names.set(spelling, { ...found, official: false });
  }
  const spellings = [...names.keys()];
  return { names, longest: Math.max(...spellings.map((name) => name.length)), lasts: new Set(spellings.map((name) => name.slice(-1))) };
}

/** The longest known title that a key ends with (最长后缀匹配). @complexity O(longest name) */
export function titleAtEnd(key: string): { readonly spelling: string; readonly title: TitleName } | undefined {
  index ??= build();
  if (!index.lasts.has(key.slice(-1))) return undefined;
  for (let length = Math.min(index.longest, key.length); length > 0; length--) {
    const spelling = key.slice(-length);
    const title = index.names.get(spelling);
    if (title) return { spelling, title };
  }
  return undefined;
}

/** Last signs of grades and of what is written behind a title. */
const GRADE_SIGNS = "高级称格务位书职聘证等";
let lastSigns: RegExp | undefined;

/** Whether a key holds a sign that a title or grade could end with; most clauses of a résumé hold none. @complexity O(length) */
export function mayNameTitle(key: string): boolean {
  index ??= build();
  lastSigns ??= new RegExp(`[${[...index.lasts].join("")}${GRADE_SIGNS}]`);
  return lastSigns.test(key);
}

/** The title of exactly this name. */
export function titleNamed(name: string): TitleName | undefined {
  index ??= build();
  return index.names.get(name);
}
