import { describe, expect, test } from "vitest";
import { codesComparison } from "../../src/linkage/compare-codes.js";
import { degreeComparison } from "../../src/linkage/compare-degrees.js";
import { regionComparison } from "../../src/linkage/compare-regions.js";
import { titleComparison } from "../../src/linkage/compare-titles.js";
import type { TalentTitle } from "../../src/model/index.js";
import type { DegreeLevel } from "../../src/taxonomy/index.js";
import { faultOf } from "../fault.js";
import { levelOf, meet, read } from "./level-of.js";

describe("regionComparison", () => {
  const region = regionComparison({ read });
  test.each<[string, string, string]>([
    ["410923", "410923", "same"],
    ["410923", "412433", "same"],
    ["410923", "410900", "above"],
    ["410000", "410923", "above"],
    ["410923", "410902", "same-prefecture"],
    ["410923", "410105", "same-province"],
    ["410900", "410100", "same-province"],
    ["419001", "410923", "same-province"],
    ["110101", "110108", "same-province"],
    ["410923", "130400", "different"],
    ["USA", "USA", "same"],
    ["USA", "JPN", "different"],
    ["USA", "410923", "different"],
    ["HKG", "810000", "same"],
    ["CHN", "410923", "nothing"],
    ["河南", "410923", "nothing"],
    ["", "410923", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(region, a, b)).toBe(level);
  });
});

describe("degreeComparison", () => {
  const degree = degreeComparison({ read: (level: DegreeLevel | undefined) => level });
  test.each<[DegreeLevel | undefined, DegreeLevel, string]>([
    ["master", "master", "same"],
    ["master", "doctor", "one-apart"],
    ["none", "associate", "one-apart"],
    ["bachelor", "doctor", "different"],
    [undefined, "doctor", "nothing"],
    ["Doctor" as DegreeLevel, "doctor", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(degree, a, b)).toBe(level);
  });
});

describe("titleComparison", () => {
  const title = titleComparison({ read: (it: TalentTitle | undefined) => it });
  const engineer: TalentTitle = { grade: "senior", series: "工程技术人员", name: "正高级工程师" };
  test.each<[string, TalentTitle | undefined, string]>([
    ["the same", { ...engineer }, "same"],
    ["one series", { grade: "senior", series: "工程技术人员" }, "same"],
    ["one name", { grade: "senior", name: "正高级 工程师" }, "same"],
    ["the grade alone", { grade: "senior" }, "same-grade"],
    ["another series", { grade: "senior", series: "高等学校教师", name: "教授" }, "same-grade"],
    ["a grade below", { ...engineer, grade: "associate-senior" }, "one-apart"],
    ["no title", { grade: "none" }, "different"],
    ["unknown", undefined, "nothing"],
  ])("%s", (_, other, level) => {
    expect(levelOf(title, engineer, other)).toBe(level);
  });

  test("a grade alone is the same as a grade alone", () => {
    expect(levelOf(title, { grade: "none" }, { grade: "none" })).toBe("same");
  });
});

describe("codesComparison", () => {
  const codes = codesComparison({ read: (it: readonly string[] | undefined) => it });
  test.each<[readonly string[] | undefined, readonly string[], string]>([
    [["081701", "0832"], ["0832", "081701", "0832"], "same"],
    [["081701", "0832"], ["0832"], "shared"],
    [["081701"], ["081704"], "related"],
    [["081701"], ["0817"], "related"],
    [["081701"], ["0802"], "different"],
    [[], ["0802"], "nothing"],
    [["", " "], ["0802"], "nothing"],
    [undefined, ["0802"], "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(codes, a, b)).toBe(level);
  });

  test("the parent is as many signs as the system has it", () => {
    const coarse = codesComparison({ read: (it: readonly string[]) => it, parentLength: 2 });
    expect(levelOf(coarse, ["081701"], ["0802"])).toBe("related");
    expect(faultOf(() => codesComparison({ read: () => [], parentLength: 0 })).code).toBe("invalid-option");
  });

  test("sets that share one of their first three codes meet", () => {
    expect(meet(codes, ["0802", "0832"], ["0832", "1001"])).toBe(true);
  });
});
