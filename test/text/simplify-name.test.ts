import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldScript, loadSimplifier, simplifyName } from "../../src/text/index.js";

/** What a name keeps or folds otherwise than a text does. */
const APART: ReadonlyMap<string, string> = new Map(
  "乾乾 於於 昇昇 陞陞 祕祕 氾氾 脩脩 谿谿 釐釐 薴苎 锺钟 麹曲 髙高 靑青 淸清 郞郎 徳德 兪俞 姸妍 囯国 呉吴 曽曾 珎珍 羙美 吿告 戸户 黒黑 恵惠"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

describe("simplifyName", () => {
  test.each([
    ["張偉", "张伟"],
    ["歐陽鍾靈", "欧阳钟灵"],
    ["錢鍾書", "钱钟书"],
    ["钱锺书", "钱钟书"],
    ["范雲", "范云"],
    ["薑曉", "姜晓"],
    ["麴義", "曲义"],
    ["於昇", "於昇"],
    ["李乾", "李乾"],
    ["陳鋐", "陈𬭎"],
    ["𠮷張", "𠮷张"],
    ["Zhang", "Zhang"],
    ["\ud842張", "\ud842张"],
    ["", ""],
    ["__proto__", "__proto__"],
  ])("%s becomes %s", (name, plain) => {
    expect(simplifyName(name)).toBe(plain);
  });

  test("every character of the first block becomes what the full dictionary says, but for those that names keep", async () => {
    const simplify = await loadSimplifier();
    const apart: string[] = [];
    for (let point = 0x4e00; point <= 0x9fff; point++) {
      const character = String.fromCodePoint(point);
      const plain = simplifyName(character);
      if (plain !== (APART.get(character) ?? simplify(character)) && plain !== simplify(simplify(character))) apart.push(character + plain);
    }
    expect(apart).toEqual([]);
    for (const [character, plain] of APART) expect(simplifyName(character)).toBe(plain);
  });

  test("is idempotent and folds one character to one", () => {
    for (let point = 0x3400; point <= 0x9fff; point++) {
      const plain = simplifyName(String.fromCodePoint(point));
      expect(simplifyName(plain)).toBe(plain);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...simplifyName(text)]).toHaveLength([...text].length);
      }),
    );
  });

  test("folding a name leaves the folding of labels as it was", () => {
    expect(simplifyName("昇")).toBe("昇");
    expect(foldScript("昇於")).toBe("升于");
  });

  test("long texts are folded in one pass", () => {
    expect(simplifyName("張".repeat(100_000))).toBe("张".repeat(100_000));
  });
});
