import { describe, expect, test } from "vitest";
import {
  CHINA,
  currentRegion,
  currentRegions,
  fullRegionName,
  isRegionCode,
  REGION_NEARNESS,
  regionChain,
  regionInside,
  regionLevel,
  regionParent,
  regionSimilarity,
  regions,
  sharedRegionLevel,
} from "../../src/taxonomy/index.js";
import { regionStem } from "../../src/taxonomy/region-stem.js";

const units = regions.codes().filter((code) => code.length === 6);

describe("regions", () => {
  test("China has 34 provinces, 333 prefectures and 2,847 counties", () => {
    const count = (level: string) => units.filter((code) => regions.get(code)?.level === level).length;
    expect([count("province"), count("prefecture"), count("county")]).toEqual([34, 333, 2847]);
  });

  test("countries are roots without children, China aside; the three areas of China are none", () => {
    const countries = regions.codes().filter((code) => code.length === 3);
    expect(countries.length).toBe(246);
    for (const code of countries) {
      expect(regions.parent(code)).toBeUndefined();
      expect(regions.children(code).length > 0).toBe(code === CHINA);
    }
    for (const area of ["HKG", "MAC", "TWN"]) expect(regions.has(area)).toBe(false);
  });

  test("development zones, towns, grouping rows and merged units are not in the tree", () => {
    for (const code of ["410971", "441904", "460401", "110100", "419000", "500105", "320611", "232761", "810101", "710100", "830000"]) {
      expect(regions.has(code), code).toBe(false);
    }
    for (const code of ["500157", "653132", "659013", "441900", "710000"]) expect(regions.has(code), code).toBe(true);
  });

  test("keys of objects are no codes", () => {
    for (const code of ["constructor", "__proto__", "toString", ""]) {
      expect(regions.has(code)).toBe(false);
      expect(regions.get(code)).toBeUndefined();
      expect(regions.children(code)).toEqual([]);
      expect(fullRegionName(code)).toBeUndefined();
    }
  });

  test("a full name is the names from the province down", () => {
    expect(fullRegionName("410923")).toBe("河南省濮阳市南乐县");
    expect(fullRegionName("110108")).toBe("北京市海淀区");
    expect(fullRegionName("CHN")).toBe("中国");
    expect(fullRegionName("USA")).toBe("美国");
  });
});

describe("region tree by form", () => {
  test("the parent by form is in the table, and is the table's parent, for every unit", () => {
    for (const code of units) {
      const parent = regionParent(code);
      expect(parent !== undefined && regions.has(parent), code).toBe(true);
      expect(regions.parent(code), code).toBe(parent);
      expect(regions.children(parent ?? ""), code).toContain(code);
    }
  });

  test("chain = code and ancestors, and ends in China", () => {
    for (const code of units) {
      expect(regionChain(code)).toEqual([code, ...regions.ancestors(code)]);
      expect(regionChain(code).at(-1)).toBe(CHINA);
      expect(isRegionCode(code)).toBe(true);
    }
  });

  test("level by form is the administrative rank, except that an undivided unit counts as a county", () => {
    const undivided = units.filter((code) => regionLevel(code) !== regions.get(code)?.level);
    expect(undivided).toEqual(["441900", "442000", "460400", "620200", "710000", "810000", "820000"]);
    for (const code of undivided) expect(regions.children(code)).toEqual([]);
  });

  test("inside is reflexive and holds along the chain", () => {
    expect(regionInside("410923", "410923")).toBe(true);
    expect(regionInside("410923", "410000")).toBe(true);
    expect(regionInside("410000", "410923")).toBe(false);
    expect(regionInside("429004", "420000")).toBe(true);
    expect(regionInside("USA", CHINA)).toBe(false);
  });
});

describe("region nearness", () => {
  test("same county 1000, prefecture 800, province 600, country 200, else 0", () => {
    expect(regionSimilarity("410923", "410923")).toBe(1000);
    expect(regionSimilarity("410923", "410928")).toBe(800);
    expect(regionSimilarity("410923", "410100")).toBe(600);
    expect(regionSimilarity("410923", "110108")).toBe(200);
    expect(regionSimilarity("410923", "USA")).toBe(0);
    expect(regionSimilarity("110108", "110105")).toBe(600);
    expect(regionSimilarity("441900", "441900")).toBe(1000);
  });

  test("knowing less never scores more", () => {
    expect(regionSimilarity("410900", "410900")).toBe(REGION_NEARNESS.prefecture);
    expect(regionSimilarity("410000", "410923")).toBe(REGION_NEARNESS.province);
    expect(sharedRegionLevel("410900", "410923")).toBe("prefecture");
  });

  test("nearness is symmetric, and 0 for a code that is unknown", () => {
    const some = units.filter((_, i) => i % 97 === 0);
    for (const a of some) for (const b of some) expect(regions.similarity(a, b)).toBe(regions.similarity(b, a));
    expect(regions.similarity("410923", "410999")).toBe(0);
  });
});

describe("currentRegion", () => {
  test("a current code is itself", () => {
    for (const code of regions.codes()) expect(currentRegion(code)).toBe(code);
  });

  test("a retired code is its successor", () => {
    expect(currentRegion("412433")).toBe("410923");
    expect(currentRegion("330621")).toBe("330603");
    expect(currentRegion("310108")).toBe("310106");
    expect(currentRegion("500105")).toBe("500157");
    expect(currentRegion("642102")).toBe("640381");
  });

  test("a zone, a town, a grouping row and the three areas' own codes are the unit that holds them", () => {
    expect(currentRegion("410971")).toBe("410900");
    expect(currentRegion("441904")).toBe("441900");
    expect(currentRegion("632857")).toBe("632800");
    expect(currentRegion("419000")).toBe("410000");
    expect(currentRegion("110100")).toBe("110000");
    expect(currentRegion("410901")).toBe("410900");
    for (const code of ["830000", "830101", "TWN", "710100"]) expect(currentRegion(code)).toBe("710000");
    expect(currentRegion("HKG")).toBe("810000");
    expect(currentRegion("MAC")).toBe("820000");
  });

  test("a split unit has several successors and so no single one; an unknown code has none", () => {
    expect(currentRegion("330104")).toBeUndefined();
    expect(currentRegions("330104")).toEqual(["330102", "330114"]);
    for (const code of ["999999", "", "41", "constructor", "南乐县"]) expect(currentRegions(code)).toEqual([]);
  });
});

describe("regionStem", () => {
  test("the generic part and the names of ethnic groups go, two characters stay", () => {
    expect(regionStem("凉山彝族自治州")).toEqual({ stem: "凉山", generic: "自治州", short: "凉山州" });
    expect(regionStem("东乡族自治县").stem).toBe("东乡");
    expect(regionStem("积石山保安族东乡族撒拉族自治县").stem).toBe("积石山");
    expect(regionStem("新疆维吾尔自治区").stem).toBe("新疆");
    expect(regionStem("峰峰矿区").stem).toBe("峰峰");
    expect(regionStem("浦东新区").stem).toBe("浦东");
    expect(regionStem("范县").stem).toBeUndefined();
    expect(regionStem("𠮷").stem).toBeUndefined();
  });
});
