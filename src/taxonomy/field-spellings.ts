/** Words after a field that say nothing of it; they fall away one at a time, for some stand in names too (中国近现代史基本问题研究). */
const TRAILING = /* @__PURE__ */ (
  "毕业生 毕业 优先 背景 出身 研究生 课程班 研修班 专门化 方向 专业 学科 学院 领域 相关 相近 研究 学位 硕士 博士 学士 本科 专科 大专 " +
  "课程 科目 类 系 等 及 或 双"
).split(" ");

/** Words before a field that say nothing of it. */
const LEADING = /* @__PURE__ */ "研究方向 主修 所学 攻读 就读 专业 学科 工科 理科 文科 本科 大专 专科 硕士 博士 在职 全日制".split(" ");

/** Signs left at the ends when a word falls away: 专业：计算机. */
const EDGE = /^[:,;、.\-—·\s]+|[:,;、.\-—·\s]+$/g;

/** A key without the words that join (与, 及其, 和 …) and with one word for 通讯 and 电脑, so that 计算机科学和技术 meets 计算机科学与技术. */
export function looseFieldKey(key: string): string {
  return key
    .replace(/以及|及其|[与及和的、·&/\-—]/g, "")
    .replaceAll("通讯", "通信")
    .replaceAll("电脑", "计算机");
}

/** The text, and what is left of it as words before it and then words behind it fall away, one at a time; the barest form comes last. */
export function* fieldStrippings(key: string): Generator<string> {
  let front: string | undefined = key.replace(/^\d{2,4}[级届]/, "");
  while (front !== undefined) {
    const text: string = front.replace(EDGE, "");
    for (let rest: string | undefined = text; rest !== undefined && rest !== ""; ) {
      yield rest;
      const bare: string = rest;
      const word = TRAILING.find((trailing) => bare.endsWith(trailing) && bare.length > trailing.length);
      rest = word === undefined ? undefined : bare.slice(0, -word.length).replace(EDGE, "");
    }
    const word: string | undefined = LEADING.find((leading) => text.startsWith(leading) && text.length > leading.length);
    front = word === undefined ? undefined : text.slice(word.length);
  }
}

/** Tails that name the kind of study rather than its subject, longest first. */
const KIND = [
  "科学与技术",
  "科学与工程",
  "工程与技术",
  "工程技术",
  "与技术",
  "及应用",
  "科学",
  "工程",
  "技术",
  "工艺",
  "理论",
  "教育",
  "应用",
  "学",
];

/**
 * Other spellings under which a stripped text may be listed: with 学, 工程 or 类 added, or with the tail that names the kind of study taken off or
 * exchanged (皮革工艺 → 皮革, 食品工程技术 → 食品工程).
 */
export function fieldSpellings(key: string): string[] {
  const tail = KIND.find((word) => key.endsWith(word) && key.length - word.length >= 2);
  const stem = tail === undefined ? undefined : key.slice(0, -tail.length);
  return [key, ...(stem === undefined ? [] : [stem])].flatMap((base) => [base, `${base}学`, `${base}工程`, `${base}类`]).slice(1);
}

/**
 * Parts of a text that may name the field by themselves, finest first: what follows a school or department (动力工程系热能工程), what follows 专业
 * (工商管理专业会计方向), the whole, what stands in brackets, what stands outside.
 */
export function fieldViews(whole: string): string[] {
  const school = /^.+(?:大学|学院|学校|党校|电大|(?<![关体星谱])系(?![统列数]))([^、,;/]{2,})$/.exec(whole)?.[1];
  const [, major, direction] = /^(.{2,}?)专业([^、,;/]{2,})$/.exec(school ?? whole) ?? [];
  const inside = /[（([【]([^（()）\]】]{2,})[)）\]】]/.exec(whole)?.[1];
  const outside = whole.replace(/[（([【][^（()）\]】]*[)）\]】]/g, "");
  const named = [direction, school, major, whole, inside, outside];
  return [...new Set(named.filter((key): key is string => key !== undefined && key !== ""))];
}
