import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanText, foldScript, foldWidth, loadRomaniser, loadSimplifier, matchKey } from "../../src/text/index.js";
import { SIMPLIFIED, TRADITIONAL } from "../../src/text/packs/traditional-pack.js";

const dirty = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\u3000", "\u00a0", "\u200b", "\ufeff", "\n", "\t", "１", "Ａ", "𠮷", "·", "•", "张", "\u202e"),
  ),
});

describe("cleanText", () => {
  test("is idempotent and leaves no blank at the ends, no double blank and no invisible sign", () => {
    fc.assert(
      fc.property(dirty, (raw) => {
        const clean = cleanText(raw);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/^\s|\s$|\s\s|[\n\t\u3000\u200b\ufeff\u202e]/);
      }),
      { numRuns: 1000 },
    );
  });

  test("keeps names as written: rare Han, middle dots as one, full-width letters", () => {
    expect(cleanText("\ufeff 𠮷田　一郎 ")).toBe("𠮷田 一郎");
    expect(cleanText("买买提•热合曼")).toBe("买买提·热合曼");
    expect(cleanText("张\u200b三")).toBe("张三");
    expect(cleanText("Ａ厂")).toBe("Ａ厂");
  });
});

describe("foldWidth", () => {
  test("maps full-width ASCII one to one and touches nothing else", () => {
    expect(foldWidth("０８３２　（Ａ）～﹏張")).toBe("0832 (A)~﹏張");
    fc.assert(
      fc.property(dirty, (raw) => {
        expect(foldWidth(raw)).toHaveLength(raw.length);
        expect(foldWidth(raw)).not.toMatch(/[\uff01-\uff5e\u3000]/);
      }),
    );
  });
});

describe("matchKey", () => {
  test("is idempotent and meets across width, case and blanks", () => {
    fc.assert(
      fc.property(dirty, (raw) => {
        expect(matchKey(matchKey(raw))).toBe(matchKey(raw));
      }),
      { numRuns: 1000 },
    );
    expect(matchKey(" ＭＢＡ\u3000硕 士 ")).toBe("mba硕士");
    expect(matchKey("⼯学")).toBe("工学");
  });
});

describe("clean text takes the short way to the same answer", () => {
  const office = fc.string({
    unit: fc.oneof(
      fc.constantFrom(
        "张",
        "學",
        "乐",
        "，",
        "（",
        "）",
        "Ａ",
        "１",
        "a",
        "Z",
        "9",
        " ",
        "、",
        "“",
        "·",
        "㈱",
        "①",
        "é",
        "…",
        "—",
        "ﬀ",
        "𠮷",
      ),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
    ),
  });

  test("a zero-width sign at the end, which forces the long way, changes no key and no display text", () => {
    fc.assert(
      fc.property(office, (raw) => {
        expect(cleanText(raw)).toBe(cleanText(`${raw}\u200b`));
        expect(matchKey(raw)).toBe(matchKey(`${raw}\u200b`));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("foldScript", () => {
  test("turns traditional characters one to one, and no simplified one", () => {
    expect(foldScript("學歷：碩士，南樂縣，高級農藝師，乾县")).toBe("学历：硕士，南乐县，高级农艺师，乾县");
    expect([...TRADITIONAL]).toHaveLength([...SIMPLIFIED].length);
    const table = new Map([...TRADITIONAL].map((sign, i) => [sign, [...SIMPLIFIED][i] ?? ""]));
    expect(table.size).toBe([...TRADITIONAL].length);
    expect([...SIMPLIFIED].filter((sign) => table.has(sign))).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...TRADITIONAL), fc.constantFrom("乐", "a", "𠮷", "，"))), (signs) => {
        expect(foldScript(signs.join(""))).toBe(signs.map((sign) => table.get(sign) ?? sign).join(""));
      }),
    );
  });
});

describe("loadRomaniser", () => {
  test.each([
    ["欧阳修", "Ouyang Xiu"],
    ["单于飞", "Shanyu Fei"],
    ["仇和", "Qiu He"],
    ["吕布", "Lü Bu"],
    ["买买提·热合曼", "Maimaiti Reheman"],
    ["王", "Wang"],
    ["Li Wei", "Li Wei"],
    ["𠮷田", "𠮷 Tian"],
    ["", ""],
  ])("writes %s as %s", async (name, latin) => {
    const romanise = await loadRomaniser();
    expect(romanise(name)).toBe(latin);
  });
});

describe("loadSimplifier", () => {
  test("turns traditional characters into simplified ones and leaves the rest", async () => {
    const simplify = await loadSimplifier();
    expect(simplify("學歷要求：碩士，會計專業")).toBe("学历要求：硕士，会计专业");
    expect(simplify("著作 𠮷 abc１")).toBe("著作 𠮷 abc１");
  });
});
