import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCompanySize, readDemands, readExperience, readHeadcount, readSalary } from "../../src/registry/index.js";
import { readDate } from "../../src/text/index.js";

describe("pay in words, and pay that is none", () => {
  const month = (minYuan: number, maxYuan = minYuan) => ({ minYuan, maxYuan, unit: "month" });
  test.each<[string, unknown]>([
    ["一万二千", month(12_000)],
    ["一万二", month(12_000)],
    ["壹万贰仟元整", month(12_000)],
    ["八千至一万", month(8000, 10_000)],
    ["一至二万", month(10_000, 20_000)],
    ["八到九千元", month(8000, 9000)],
    ["八百元/天", { minYuan: 800, maxYuan: 800, unit: "day" }],
    ["8000元，五险一金", month(8000)],
    ["1万元·十三薪", { ...month(10_000), monthsPerYear: 13 }],
    ["年薪三十万", { minYuan: 300_000, maxYuan: 300_000, unit: "year" }],
    ["12000-8000", { ...month(8000, 12_000), swapped: true }],
    ["三四千", undefined],
    ["8000-", undefined],
    ["-8000", undefined],
    ["1.2E+4", undefined],
    ["1e3090", undefined],
    ["9007199254740993", undefined],
  ])("%s", (raw, salary) => {
    expect(readSalary(raw)).toEqual(salary);
  });

  test("ends that stand the wrong way round are put right and told, in one column or in two", () => {
    const one = readDemands({ name: "d", header: ["岗位", "招聘人数", "薪资"], rows: [["会计", 1, "12000-8000元"]] });
    const two = readDemands({ name: "d", header: ["岗位", "招聘人数", "最低工资", "最高工资"], rows: [["会计", 1, "12000", "8000"]] });
    for (const { records, issues } of [one, two]) {
      expect(records[0]?.payPerMonthYuan).toEqual({ min: 8000, max: 12_000 });
      expect(issues.map(({ code }) => code)).toEqual(["cell-ambiguous"]);
    }
  });
});

describe("counts and ranges in words", () => {
  test.each<[string, number | undefined]>([
    ["一百二十人", 120],
    ["１，２００人", 1200],
    ["٣٤", 34],
    ["5-3人", 5],
    ["两到三名", 3],
    ["-3", undefined],
    ["3-", undefined],
    ["三四人", undefined],
    ["2.5", undefined],
    ["1000000", undefined],
  ])("headcount %s", (raw, persons) => {
    expect(readHeadcount(raw)).toBe(persons);
  });

  test("a range is one whichever end stands first", () => {
    expect(readExperience("5-3年")).toEqual({ min: 3, max: 5 });
    expect(readCompanySize("499-100人")).toEqual({ min: 100, max: 499 });
  });
});

describe("figures in any text", () => {
  test("every reader answers on any text of figures, with finite whole numbers", () => {
    const sign = fc.constantFrom(..."0123456789.-~至到一二十百千万亿〇kKwW元/月年日薪+eE, ，%￥٣²");
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 14 }), (raw) => {
        const salary = readSalary(raw);
        for (const value of [salary?.minYuan, salary?.maxYuan, readHeadcount(raw), readCompanySize(raw)?.min, readCompanySize(raw)?.max])
          expect(value === undefined || (Number.isSafeInteger(value) && !Object.is(value, -0))).toBe(true);
        // Half a year of experience is a part of a number.
        for (const years of [readExperience(raw)?.min, readExperience(raw)?.max])
          expect(years === undefined || (years >= 0 && years < 1e4)).toBe(true);
        expect((salary?.minYuan ?? 0) <= (salary?.maxYuan ?? Number.POSITIVE_INFINITY)).toBe(true);
        expect(readDate(raw) ?? "2000-01-01").toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
      { numRuns: 6000 },
    );
  });

  test("a long cell costs linear time", () => {
    for (const piece of [" ", "一万", "8k-", "2024-", "民国"]) {
      const text = `${piece.repeat(100_000)}x`;
      for (const read of [readSalary, readHeadcount, readExperience, readCompanySize, readDate]) expect(() => read(text)).not.toThrow();
    }
  });
});
