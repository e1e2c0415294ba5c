import { describe, expect, test } from "vitest";
import { categoryComparison } from "../../src/linkage/compare-categories.js";
import { emailComparison } from "../../src/linkage/compare-emails.js";
import { houseNumberComparison } from "../../src/linkage/compare-house-numbers.js";
import { identifierComparison } from "../../src/linkage/compare-identifiers.js";
import { postcodeComparison } from "../../src/linkage/compare-postcodes.js";
import { faultOf } from "../fault.js";
import { levelOf, meet, read } from "./level-of.js";

describe("postcodeComparison", () => {
  const postcode = postcodeComparison({ read });
  test.each<[string, string, string]>([
    ["457400", "４５７４００", "same"],
    ["SW1A 1AA", "sw1a1aa", "same"],
    ["4011", "4101", "near"],
    ["02114", "2114", "near"],
    ["4011", "4015", "near"],
    ["4011", "4097", "same-area"],
    ["4011", "3097", "different"],
    ["4", "3", "near"],
    ["—", "4011", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(postcode, a, b)).toBe(level);
  });

  test("the area is as many signs as the country's codes have it", () => {
    expect(levelOf(postcodeComparison({ read, areaLength: 3 }), "4011", "4097")).toBe("different");
    expect(faultOf(() => postcodeComparison({ read, areaLength: 0 })).code).toBe("invalid-option");
  });

  test("one wrong digit leaves a key in common", () => {
    for (const wrong of ["5011", "4111", "4001", "4012", "0411"]) expect([wrong, meet(postcode, "4011", wrong)]).toEqual([wrong, true]);
  });
});

describe("houseNumberComparison", () => {
  const house = houseNumberComparison({ read });
  test.each<[string, string, string]>([
    ["12 A", "12a", "same"],
    ["12a", "12", "part"],
    ["3/12", "12", "part"],
    ["3/12", "3/13", "near"],
    ["6", "61", "near"],
    ["61", "16", "near"],
    ["6", "8", "different"],
    ["8", "105", "different"],
    ["lot b", "lot b", "same"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(house, a, b)).toBe(level);
  });
});

describe("categoryComparison", () => {
  const state = categoryComparison({ read });
  test.each<[string, string, string]>([
    ["NSW", "nsw", "same"],
    ["nsw", "nws", "near"],
    ["vic", "vi", "near"],
    ["wa", "sa", "different"],
    ["qld", "vic", "different"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(state, a, b)).toBe(level);
  });

  test("chooses no blocks", () => {
    expect(state.keys).toBeUndefined();
  });
});

describe("identifierComparison", () => {
  const id = identifierComparison({ read });
  test.each<[string, string, string]>([
    ["698-8048", "6988048", "same"],
    ["6988048", "6980848", "near"],
    ["6988048", "698804", "near"],
    ["6988048", "6988157", "different"],
    ["1234", "1235", "different"],
    ["410923198503120017", "41092319850312001X", "near"],
    ["410923198503120017", "410932198503120071", "similar"],
    ["410923198503120017", "410923850312001", "same"],
    ["410923198503120017", "410923850312003", "different"],
    ["410923850312001", "410923850312003", "near"],
    ["000000", "000000", "nothing"],
    ["无", "6988048", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(id, a, b)).toBe(level);
  });

  test("both forms of an identity number meet, and one wrong digit leaves a key", () => {
    expect(meet(id, "410923198503120017", "410923850312001")).toBe(true);
    expect(meet(id, "6988048", "6989048")).toBe(true);
    expect(meet(id, "69880481", "69890481")).toBe(true);
  });

  test("both forms of an identity number are one term", () => {
    const term = (text: string) => id.term?.(id.parse(text));
    expect(term("410923198503120017")).toBe(term("410923850312001"));
  });
});

describe("emailComparison", () => {
  const email = emailComparison({ read });
  test.each<[string, string, string]>([
    ["Zhang.San@QQ.com", "zhang.san＠qq.com", "same"],
    ["邮箱：zhangsan@qq.com", "zhangsan@qq.com；lisi@163.com", "same"],
    ["zhangsan@qq.com", "zhangsan@qq.con", "near"],
    ["zhangsan@qq.com", "zhnagsan@qq.com", "near"],
    ["zhangsan@qq.com", "zhangsan@163.com", "same-local-part"],
    ["li@qq.com", "li@163.com", "different"],
    ["li@qq.com", "lu@qq.com", "different"],
    ["12345@qq.com", "54321@qq.com", "different"],
    ["zhangsan", "zhangsan@qq.com", "nothing"],
    ["@qq.com", "@qq.com", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(email, a, b)).toBe(level);
  });

  test("addresses of one local part meet", () => {
    expect(meet(email, "zhangsan@qq.com", "zhangsan@163.com")).toBe(true);
  });
});
