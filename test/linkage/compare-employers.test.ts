import { describe, expect, test } from "vitest";
import { employerComparison } from "../../src/linkage/compare-employers.js";
import { schoolComparison } from "../../src/linkage/compare-schools.js";
import { faultOf } from "../fault.js";
import { levelOf, meet, read } from "./level-of.js";

describe("employerComparison", () => {
  const employer = employerComparison({ read });
  test.each<[string, string, string]>([
    ["南乐县甲食品（集团）有限责任公司", "南乐甲食品集团", "same"],
    ["中科院过程所", "中国科学院过程工程研究所", "short-form"],
    ["农业银行", "中国农业银行", "short-form"],
    ["中石化", "中国石油化工集团有限公司", "short-form"],
    ["甲食品", "南乐甲食品有限公司", "short-form"],
    ["郑州大学", "郑州大学材料学院", "short-form"],
    ["濮阳市油田总医院", "濮阳市油田总意院", "similar"],
    ["南乐县人民医院", "人民医院南乐县", "similar"],
    ["河南省乙新材料科技股份有限公司", "河南乙新才料科枝有限公司", "similar"],
    ["南乐县第一中学", "南乐县第二中学", "different"],
    ["南乐甲精密机械制造", "清丰甲精密机械制造", "different"],
    ["甲食品", "甲饲料", "different"],
    ["中国银行", "中国农业银行", "different"],
    ["郑大附属医院", "郑州大学附属医院", "short-form"],
    ["中大", "中国石油大学华东校区", "different"],
    ["二中", "第二中学", "different"],
    ["Acme Holdings Ltd.", "ACME holdings ltd", "same"],
    ["International Business Machines", "IBM", "short-form"],
    ["不详", "甲食品", "nothing"],
    ["（）", "甲食品", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(employer, a, b)).toBe(level);
  });

  test("aliases make one employer of several names, whatever their form", () => {
    const aliases = [
      ["中石化", "中国石油化工集团有限公司"],
      ["中国石化", "中石化"],
      ["郑大一附院", "郑州大学第一附属医院"],
    ];
    const known = employerComparison({ read, aliases });
    expect(levelOf(known, "中石化", "中国石油化工集团")).toBe("same");
    expect(levelOf(known, "中国石化", "中国石油化工集团公司")).toBe("same");
    expect(levelOf(known, "郑大一附院", "郑州大学第一附属医院")).toBe("same");
    expect(levelOf(employer, "郑大一附院", "郑州大学第一附属医院")).not.toBe("same");
    expect(meet(known, "郑大一附院", "郑州大学第一附属医院")).toBe(true);
    expect(faultOf(() => employerComparison({ read, aliases: "中石化" } as never)).code).toBe("invalid-argument");
  });
});

describe("schoolComparison", () => {
  const school = schoolComparison({ read });
  test.each<[string, string, string]>([
    ["郑州大学", "鄭州 大學", "same"],
    ["Univ. of Oxford", "University of Oxford", "same"],
    ["郑大", "郑州大学", "short-form"],
    ["清华", "清华大学", "short-form"],
    ["清华大学", "清华大学机械系", "short-form"],
    ["河南大学", "河南农业大学", "different"],
    ["北航", "北京航空航天大学", "different"],
    ["MIT", "Massachusetts Institute of Technology", "short-form"],
    ["河南农业大学", "河南农业太学", "similar"],
    ["河南农业大学", "河南工业大学", "similar"],
    ["河南农业大学", "湖北农业大学", "different"],
    ["清华大学", "北京大学", "different"],
    ["南乐一中", "南乐二中", "different"],
    ["无", "清华大学", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(school, a, b)).toBe(level);
  });
});
