import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import {
  INDUSTRY_NEARNESS,
  industries,
  industryChain,
  industryFrom2011,
  industryInside,
  industryLevel,
  industryParent,
  industrySection,
  industrySimilarity,
  isIndustryCode,
  isReusedIndustryCode,
  type ResolveIndustryOptions,
  resolveIndustry,
} from "../../src/taxonomy/index.js";
import { decodeIndustryAliases } from "../../src/taxonomy/packs/industry-alias-pack.js";

const value = (raw: string, options?: ResolveIndustryOptions) => {
  const found = resolveIndustry(raw, options);
  return found.status === "resolved" ? found.value : found.status;
};

describe("industries", () => {
  test("there are 20 sections, 97 divisions, 473 groups and 1,381 classes", () => {
    const count = (level: string) => industries.codes().filter((code) => industries.get(code)?.level === level).length;
    expect(["section", "division", "group", "class"].map(count)).toEqual([20, 97, 473, 1381]);
  });

  test("the parent by form is the table's parent, for every code", () => {
    for (const code of industries.codes()) {
      expect(industries.parent(code), code).toBe(industryParent(code));
      expect(industryChain(code)).toEqual([code, ...industries.ancestors(code)]);
      expect(isIndustryCode(code)).toBe(true);
      expect(industryLevel(code)).toBe(industries.get(code)?.level);
    }
    for (const code of ["00", "98", "U", "28321", "", "constructor", "生物"]) expect(isIndustryCode(code), code).toBe(false);
    expect(industrySection("2832")).toBe("C");
  });

  test("same 1000, same group 800, division 600, section 300, else 0; symmetric", () => {
    expect(industrySimilarity("2832", "2832")).toBe(1000);
    expect(industrySimilarity("283", "283")).toBe(1000);
    expect(industrySimilarity("2831", "2832")).toBe(800);
    expect(industrySimilarity("2832", "283")).toBe(800);
    expect(industrySimilarity("2821", "2832")).toBe(600);
    expect(industrySimilarity("2832", "1353")).toBe(300);
    expect(industrySimilarity("2832", "6513")).toBe(INDUSTRY_NEARNESS.none);
    const some = industries.codes().filter((_, i) => i % 89 === 0);
    for (const a of some) for (const b of some) expect(industries.similarity(a, b)).toBe(industries.similarity(b, a));
    expect(industries.similarity("2832", "2899")).toBe(0);
  });
});

describe("industryFrom2011", () => {
  test("a moved class is its successor, a split one all of them, an unchanged one itself", () => {
    expect(industryFrom2011("3032")).toEqual(["3071"]);
    expect(industryFrom2011("2812")).toEqual(["2812", "2831", "2832"]);
    expect(industryFrom2011("0111")).toEqual(["0111"]);
    expect(industryFrom2011("9999")).toEqual([]);
    expect(isReusedIndustryCode("3032")).toBe(true);
    expect(isReusedIndustryCode("2812")).toBe(false);
  });
});

describe("resolveIndustry", () => {
  test.each([
    ["C2832", "2832"],
    ["2832", "2832"],
    ["c2832", "2832"],
    ["Ｃ２８３２", "2832"],
    ["C283", "283"],
    ["2830", "283"],
    ["2800", "28"],
    ["C", "C"],
    ["C制造业", "C"],
    ["2832 生物基、淀粉基新材料制造", "2832"],
    ["2832生物基、淀粉基新材料制造", "2832"],
  ])("code %s is %s", (raw, code) => expect(resolveIndustry(raw)).toEqual({ status: "resolved", value: code, via: "code", confidence: 1 }));

  test("a code of another section, or of no class, is unresolved", () => {
    expect(value("A2832")).toBe("unresolved");
    expect(value("9999")).toBe("unresolved");
    expect(value("360金融")).not.toBe("36");
  });

  test("a code reused since 2011 is doubted until its edition is told", () => {
    expect(resolveIndustry("3032")).toMatchObject({ value: "3032", confidence: 0.7 });
    expect(resolveIndustry("3032", { edition: "2017" })).toMatchObject({ value: "3032", confidence: 1 });
    expect(resolveIndustry("3032", { edition: "2011" })).toMatchObject({ value: "3071", confidence: 0.95 });
    expect(value("0710", { edition: "2011" })).toBe("071");
    expect(value("79", { edition: "2011" })).toBe("80");
  });

  test("every official name is its own node or the same node said more finely", () => {
    for (const code of industries.codes()) {
      const found = resolveIndustry(industries.get(code)?.name ?? "");
      expect(found, code).toMatchObject({ status: "resolved", via: "name", confidence: 1 });
      if (found.status === "resolved") expect(industryInside(found.value, code), code).toBe(true);
    }
  });

  test("every listed alias leads to a node of the standard", () => {
    const aliases = decodeIndustryAliases();
    expect(new Set(aliases.map(([name]) => name)).size).toBe(aliases.length);
    for (const [name, code] of aliases) expect(industries.has(code), name).toBe(true);
  });

  test.each([
    ["计算机软件", "651"],
    ["互联网", "64"],
    ["移动互联网", "64"],
    ["电商", "643"],
    ["食品加工", "13"],
    ["装备制造", "C"],
    ["生物基材料", "283"],
    ["教育", "83"],
    ["医疗健康", "84"],
    ["汽车行业", "36"],
    ["食品制造", "14"],
    ["医药制造产业", "27"],
  ])("%s is %s", (raw, code) => expect(value(raw)).toBe(code));

  test("several parts are the node that holds them, down from the division, else open", () => {
    expect(value("基金/证券/期货/投资")).toBe("67");
    expect(value("行业：互联网/移动互联网/电子商务")).toBe("64");
    expect(value("计算机软件 计算机服务(系统、数据服务、维修)")).toBe("65");
    expect(value("领域/融资：网游/手游，IPO上市")).toBe("6422");
    expect(resolveIndustry("移动互联网,金融")).toMatchObject({ status: "ambiguous", candidates: [{ value: "64" }, { value: "J" }] });
  });

  test("a text that names no industry is unresolved, an unknown option the caller's error", () => {
    for (const raw of ["", "\u3000", "其他", "𠮷", "(", "constructor"]) expect(value(raw), raw).toBe("unresolved");
    expect(() => resolveIndustry("28", { year: 2011 } as object)).toThrow(GuiyanError);
    expect(() => resolveIndustry("28", { edition: "2002" as "2011" })).toThrow(GuiyanError);
  });
});
