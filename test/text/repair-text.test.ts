import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findFigures, foldCompatible, loadSimplifier, mayBeDamaged, readNumber, repairText } from "../../src/text/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

const signs = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "会",
      "(huì)",
      "（xiàn）",
      "?",
      "？",
      "!",
      "\ufffd",
      "锟斤拷",
      "Ａ",
      "１",
      "⼯",
      "①",
      "㎡",
      "𠮷",
      "　",
      "h",
      "(",
      ")",
      "吗",
      "(le)",
      "了",
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
  ),
});
const lostOf = (raw: string) => {
  const { text, lost } = repairText(raw);
  return lost.map(({ start, end }) => [...text].slice(start, end).join(""));
};

describe("repairText", () => {
  test.each([
    ["本報(bào)訊，座談會(huì)", "本報訊，座談會", 2],
    ["数据（jù）驱动", "数据驱动", 1],
    ["走(zou)访了(le)", "走(zou)访了", 1],
    ["聚乳酸(PLA)与苯(ben)", "聚乳酸(PLA)与苯(ben)", 0],
    ["女(nǚ)儿𠮷(jí)田", "女儿𠮷田", 2],
    ["咖啡（café）门店经理", "咖啡（café）门店经理", 0],
  ])("takes readings out of %s", (raw, text, readings) => {
    expect(repairText(raw)).toEqual({ text, readings, lost: [] });
  });

  test.each([
    ["王?明", ["?"]],
    ["李?", ["?"]],
    ["渠道?!?月8日", ["?!?"]],
    ["新图谱”??h委组织部", ["??h"]],
    ["重要?jiǎng)?chuàng)新", ["??"]],
    ["大\ufffd\ufffd学", ["\ufffd\ufffd"]],
    ["单位锟斤拷锟斤拷厂", ["锟斤拷锟斤拷"]],
    ["你会不会开车?会的", []],
    ["有驾照吗?没有", []],
    ["本公司招聘研发人员数名有意者请致电?", []],
    ["https://a.cn/?x=1", []],
    ["Why? 因为", []],
    ["https://a.com/搜索?q=人才&x=1", []],
    ["是否?", []],
    ["为何?", []],
  ])("flags what was lost in %s", (raw, lost) => {
    expect(lostOf(raw)).toEqual(lost);
  });

  test("decodes UTF-8 that was read as Windows-1252 and leaves other Latin text", () => {
    const scrambled = new TextDecoder("windows-1252").decode(new TextEncoder().encode("濮阳市南乐县"));
    expect(repairText(scrambled).text).toBe("濮阳市南乐县");
    expect(repairText("Université de Montréal, Ãœ").text).toBe("Université de Montréal, Ãœ");
    expect(repairText("São Paulo").text).toBe("São Paulo");
  });

  test("is idempotent, keeps within the text and calls no clean text damaged", () => {
    fc.assert(
      fc.property(signs, (raw) => {
        const once = repairText(raw);
        const length = [...once.text].length;
        for (const { start, end } of once.lost) expect(start >= 0 && start < end && end <= length).toBe(true);
        if (!mayBeDamaged(raw)) expect([once.text, once.readings, once.lost]).toEqual([foldCompatible(raw.normalize("NFC")), 0, []]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("foldCompatible", () => {
  test("folds what keeps its meaning and leaves the rest", () => {
    expect(foldCompatible("ＡＢ１２⼯学ﬁ　豈")).toBe("AB12工学fi 豈");
    expect(foldCompatible("①㎡m²℃㈱½（），：")).toBe("①㎡m²℃㈱½（），：");
  });
});

describe("readNumber", () => {
  test.each([
    ["2700", 2700],
    ["２，７００", 2700],
    ["8，000.5", 8000.5],
    ["1.2万", 12_000],
    ["三千五", 3500],
    ["三千零五", 3005],
    ["一万二千", 12_000],
    ["一万二", 12_000],
    ["壹万贰仟", 12_000],
    ["壹佰零伍", 105],
    ["十", 10],
    ["二十五", 25],
    ["两千七百", 2700],
    ["二〇二四", 2024],
    ["三亿五千万", 350_000_000],
    ["一万二千亿", 1.2e12],
    ["180万", 1_800_000],
    ["٣٤٥", 345],
  ])("reads %s", (raw, value) => {
    expect(readNumber(raw)).toBe(value);
  });

  test.each(["", "面议", "-1", "NaN", "Infinity", "1e309", "0x1F", "²", "8000-", "万", "三四", "9007199254740993", "一二百", "0.1+0.2"])(
    "reads no number from %s",
    (raw) => {
      expect(readNumber(raw)).toBeUndefined();
    },
  );

  test("numeral words and digits say the same", () => {
    const digits = [..."零一二三四五六七八九"];
    const words = (n: number): string => {
      const units = ["", "十", "百", "千"];
      const section = (v: number) =>
        [3, 2, 1, 0].reduce((text, power) => {
          const digit = Math.floor(v / 10 ** power) % 10;
          if (digit === 0) return text === "" || text.endsWith("零") || v % 10 ** power === 0 ? text : `${text}零`;
          return `${text}${digits[digit]}${units[power]}`;
        }, "");
      if (n < 10_000) return section(n);
      const low = n % 10_000;
      return `${section(Math.floor(n / 10_000))}万${low === 0 ? "" : low < 1000 ? `零${section(low)}` : section(low)}`;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        expect([words(n), readNumber(words(n))]).toEqual([words(n), n]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("findFigures", () => {
  const brief = (text: string) => findFigures(text).map(({ value, unit, approximate }) => `${value}${unit}${approximate ?? ""}`);

  test("finds value, unit and how exact it is", () => {
    expect(brief("累计入库2700余人，约1,200家，近三百二十名，发放180余万元，1.5亿元左右，占12.5％")).toEqual([
      "2700人more",
      "1200家about",
      "320名about",
      "1800000元more",
      "150000000元about",
      "12.5%",
    ]);
    expect(brief("H2O 5G B超 3D打印，二维码，数千人，几十名")).toEqual([]);
    expect(brief("一亿两千万元，1亿2000万元，3万5千人，附近3家企业，节约20万元")).toEqual([
      "120000000元",
      "120000000元",
      "35000人",
      "3家",
      "200000元",
    ]);
  });

  test("tells where a figure stands, in code points", () => {
    const text = "𠮷田引进108人";
    expect(findFigures(text).map(({ start, end }) => [...text].slice(start, end).join(""))).toEqual(["108人"]);
  });
});

describe("a scraped news story", () => {
  test.skipIf(!hasSharedData)("cleans to no bracketed reading, flags its lost characters and gives its ten figures", async () => {
    const raw = readFileSync(join(sharedData(), "..", "design", "source-article.txt"), "utf8");
    expect(raw.match(/\([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)/gu)?.length).toBeGreaterThan(150);
    const { text, readings, lost } = repairText(raw);
    expect(readings).toBeGreaterThan(150);
    expect(text).not.toMatch(/[(（][^)）]*[)）]|[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{2}/u);
    expect(lost.map(({ start, end }) => [...text].slice(start, end).join(""))).toEqual(["??", "?!?", "??h"]);
    const simplify = await loadSimplifier();
    const plain = simplify(text, ["王瑩"]);
    expect(plain).toContain("记者 王瑩 通讯员 张子健");
    const figures = findFigures(plain).map(({ value }) => value);
    expect([2700, 900, 15, 6, 90, 120, 13, 200, 1_800_000, 108].filter((figure) => !figures.includes(figure))).toEqual([]);
  });
});
