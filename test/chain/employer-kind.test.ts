import { describe, expect, test } from "vitest";
import { employerKind } from "../../src/chain/employer-kind.js";

describe("employerKind", () => {
  test.each([
    "河南某某生物科技有限公司",
    "某某（上海）材料股份有限公司",
    "某某集团",
    "某某有限公司天津分公司",
    "某某研究院有限公司",
    "南乐县面粉厂",
    "第一机床厂（南乐）",
    "中国某某银行南乐支行",
    "某某律师事务所",
    "某某种植专业合作社",
    "新华书店",
    "某某企业管理合伙企业（有限合伙）",
    "Acme Materials Co., Ltd.",
    "Foo GmbH",
  ])("%s is an enterprise", (name) => {
    expect(employerKind(name)).toBe("enterprise");
  });

  test.each([
    "某某大学",
    "某某大学第一附属医院",
    "中国科学院某某研究所",
    "上海市某某中学",
    "某某县农业农村局",
    "中国人民银行南乐县支行",
    "驻马店市人民政府",
    "某某街道办事处",
    "人民解放军某某部队",
    "University of Somewhere",
    "",
  ])("%s is an institution", (name) => {
    expect(employerKind(name)).toBe("institution");
  });
});
