import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { employerKey, regions } from "../../src/taxonomy/index.js";
import { regionStem } from "../../src/taxonomy/region-stem.js";

describe("employerKey", () => {
  test.each([
    ["the legal form", "南乐县甲食品有限公司", "南乐县甲食品有限责任公司"],
    ["a shortened form", "南乐县甲食品有限公司", "南乐县甲食品公司"],
    ["a change into a company limited by shares", "河南乙化工有限公司", "河南乙化工股份有限公司"],
    ["股份公司 for 股份有限公司", "河南乙化工股份有限公司", "河南乙化工股份公司"],
    ["股份 alone", "河南乙化工股份有限公司", "河南乙化工股份"],
    ["a group and the company of its name", "河南乙化工集团有限公司", "河南乙化工有限公司"],
    ["a group in brackets", "河南乙化工（集团）股份有限公司", "河南乙化工集团"],
    ["full-width and half-width brackets", "红光（中国）有限公司", "红光(中国)有限公司"],
    ["a place in brackets and at the head", "红光（北京）酒业发展有限公司", "北京红光酒业发展有限公司"],
    ["a place in brackets at the end", "红光酒业发展（北京）有限公司", "北京红光酒业发展有限公司"],
    ["square brackets", "红光【北京】酒业有限公司", "北京红光酒业有限公司"],
    ["a remark behind the form", "南乐县甲食品有限公司（总部）", "南乐县甲食品有限公司"],
    ["a remark that is not closed", "南乐县甲食品有限公司（总部", "南乐县甲食品有限公司"],
    ["the kind of a partnership", "丙创业投资合伙企业（有限合伙）", "丙创业投资合伙企业"],
    ["blanks of any width", "南乐县　甲 食品有限公司", "南乐县甲食品有限公司"],
    ["full-width letters and case", "ＡＢＣ生物有限公司", "abc生物有限公司"],
    ["traditional script", "南樂縣甲食品有限公司", "南乐县甲食品有限公司"],
    ["punctuation", "濮阳·丁科技有限公司。", "濮阳丁科技有限公司"],
    ["县 of the place", "南乐县甲食品有限公司", "南乐甲食品有限公司"],
    ["省 of the place", "河南省乙化工有限公司", "河南乙化工有限公司"],
    ["市 of the place", "郑州市戊机械厂", "郑州戊机械厂"],
    ["市 of a city whose name ends in 门, 城 or 都", "厦门市己电子有限公司", "厦门己电子有限公司"],
    ["generic parts of two places", "郑州市中牟县戊机械厂", "郑州中牟戊机械厂"],
    ["the form before a branch", "河南乙化工有限责任公司濮阳分公司", "河南乙化工有限公司濮阳分公司"],
    ["the dots of a foreign firm", "Acme Co., Ltd.", "ACME CO LTD"],
  ])("two spellings of one employer meet: %s", (_, one, other) => {
    expect(employerKey(one)).toBe(employerKey(other));
    expect(employerKey(one)).toBeTypeOf("string");
  });

  test.each([
    ["two counties", "南乐县甲食品有限公司", "清丰县甲食品有限公司"],
    ["a city and the county of its name", "濮阳市甲食品有限公司", "濮阳县甲食品有限公司"],
    ["a province and the city of its name", "吉林省甲食品有限公司", "吉林市甲食品有限公司"],
    ["a place and no place", "南乐县甲食品有限公司", "甲食品有限公司"],
    ["two trades", "南乐县甲食品有限公司", "南乐县甲饲料有限公司"],
    ["two own words", "南乐县甲食品有限公司", "南乐县乙食品有限公司"],
    ["a firm and its branch", "河南乙化工有限公司", "河南乙化工有限公司濮阳分公司"],
    ["a firm and the firm above it", "河南乙化工有限公司", "河南乙化工总公司"],
    ["a company and a works", "河南戊机械有限公司", "河南戊机械厂"],
    ["a group and another firm of the group", "河南乙化工集团有限公司", "河南乙化工集团甲食品有限公司"],
    ["the same firm's word abroad and at home", "红光（中国）有限公司", "红光（北京）有限公司"],
    ["a holding and the company it holds", "河南乙控股有限公司", "河南乙有限公司"],
    ["a market and a town", "濮阳城市建设有限公司", "濮阳城建设有限公司"],
    ["a supermarket and none", "濮阳万家超市有限公司", "濮阳万家超有限公司"],
    ["two schools of a kind", "南乐县第一高级中学", "南乐县第二高级中学"],
  ])("two employers stay two: %s", (_, one, other) => {
    expect(employerKey(one)).not.toBe(employerKey(other));
  });

  test("a name that is nothing but a form stays as it is", () => {
    expect(employerKey("有限公司")).toBe("有限公司");
    expect(employerKey("集团")).toBe("集团");
  });

  test.each(["", "　", "—", "（）", "／"])("a text that names nobody has no key: %j", (text) => {
    expect(employerKey(text)).toBeUndefined();
  });

  test("a place loses its generic part unless another place goes by the name", () => {
    const generics = new Map<string, Set<string>>();
    for (const code of regions.codes()) {
      const { stem, generic } = regionStem(regions.get(code)?.name ?? "");
      if (code.length !== 6 || stem === undefined || !["省", "市", "县"].includes(generic)) continue;
      generics.set(stem, (generics.get(stem) ?? new Set()).add(generic));
    }
    const faults = [...generics].flatMap(([stem, found]) =>
      [...found].filter((generic) => {
        const apart = employerKey(`${stem}${generic}甲食品`) !== employerKey(`${stem}甲食品`);
        // 共青城市 reads like a city's 城市 and keeps its 市.
        return apart !== found.size > 1 && stem !== "共青城";
      }),
    );
    expect(generics.size).toBeGreaterThan(1500);
    expect(faults).toEqual([]);
  });

  test("no text is too long to be read at once", () => {
    for (const text of ["(", "公司(", "[a", "集团", "有限"])
      expect(employerKey(text.repeat(20_000))?.length ?? 0).toBeLessThanOrEqual(80_000);
  });

  test("blanks and width of any name do not change its key", () => {
    const part = fc.constantFrom(
      "南乐",
      "县",
      "甲",
      "食品",
      "(集团)",
      "（北京）",
      "股份",
      "有限",
      "公司",
      "𠮷",
      "ABC",
      "１２",
      "濮阳市",
      "分公司",
      "厂",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const key = employerKey(parts.join(""));
        expect(employerKey(parts.join("　"))).toBe(key);
        expect(employerKey(parts.join("").normalize("NFKC"))).toBe(key);
        expect(key).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
