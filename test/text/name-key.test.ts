import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, hasBidiControl, matchKey, nameKey } from "../../src/text/index.js";

const dirtyName = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      "张",
      "三",
      "𠮷",
      "·",
      "•",
      "．",
      ".",
      "-",
      "●",
      "（",
      "）",
      "(",
      "女",
      " ",
      "\u3000",
      "\u{e0100}",
      "\ufe00",
      "A",
      "ｂ",
      "⾦",
      "㈱",
    ),
  ),
});

describe("nameKey", () => {
  test.each([
    [
      "买买提·吐尔逊",
      ["买买提•吐尔逊", "买买提・吐尔逊", "买买提‧吐尔逊", "买买提．吐尔逊", "买买提∙吐尔逊", "买买提⋅吐尔逊", "买买提･吐尔逊"],
    ],
    ["买买提·吐尔逊", ["买买提.吐尔逊", "买买提●吐尔逊", "买买提-吐尔逊", "买买提 · 吐尔逊", " 买买提··吐尔逊·"]],
    ["张三", ["　张　三　", "张三（女）", "张三(小", "张\u200b三", "\ufeff张三"]],
    ["葛城", ["葛\u{e0100}城", "葛\ufe00城"]],
    ["金文", ["⾦⽂"]],
    ["zhang san", ["ＺＨＡＮＧ　ＳＡＮ", "Zhang  San"]],
    ["n·巴特尔", ["N．巴特尔", "N. 巴特尔"]],
    ["张三2", ["张三２"]],
  ])("%s is the key of its spellings", (key, spellings) => {
    for (const spelling of spellings) expect([spelling, nameKey(spelling)]).toEqual([spelling, key]);
  });

  test("names that differ keep apart", () => {
    const names = ["张三", "张三2", "张三丰", "li an", "lian", "smith-jones", "smith jones", "o'neil"];
    expect(new Set(names.map(nameKey)).size).toBe(names.length);
  });

  test("is idempotent, and empty only for what holds no sign of a name", () => {
    fc.assert(
      fc.property(dirtyName, (raw) => {
        const key = nameKey(raw);
        expect(nameKey(key)).toBe(key);
        if (key === "") expect(raw.normalize("NFKC")).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("signs that no one sees", () => {
  test("a selector of a character's drawing stays in the text and is no part of a key", () => {
    expect(cleanText("葛\u{e0100}城")).toBe("葛\u{e0100}城");
    expect(matchKey("葛\u{e0100}城")).toBe("葛城");
  });

  test("half a character becomes U+FFFD, a whole one stays", () => {
    expect(cleanText("张\udfb7\ud842三𠮷")).toBe("张\ufffd\ufffd三𠮷");
  });

  test("controls that turn the order of letters are found, marks of direction are not", () => {
    expect(["王\u202e五", "\u2066a\u2069", "王\u200e五", "王五"].map(hasBidiControl)).toEqual([true, true, false, false]);
  });
});
