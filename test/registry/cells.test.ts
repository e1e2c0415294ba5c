import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { monthlyPay, readCompanySize, readExperience, readHeadcount, readSalary } from "../../src/registry/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

const rowsOf = (file: string) =>
  parse(readFileSync(sharedData("bench", "demand-strings", file)), { columns: true }) as Record<string, string>[];
const text = (number: number | undefined) => (number === undefined ? "" : String(number));

describe("readSalary", () => {
  test.each([
    ["15-20K·14薪", { minYuan: 15_000, maxYuan: 20_000, unit: "month", monthsPerYear: 14 }],
    ["1万-1.5万", { minYuan: 10_000, maxYuan: 15_000, unit: "month" }],
    ["8千-1万", { minYuan: 8000, maxYuan: 10_000, unit: "month" }],
    ["30-54万", { minYuan: 300_000, maxYuan: 540_000, unit: "year" }],
    ["1-1.5万/月", { minYuan: 10_000, maxYuan: 15_000, unit: "month" }],
    ["1万2千", { minYuan: 12_000, maxYuan: 12_000, unit: "month" }],
    ["月薪8千5", { minYuan: 8500, maxYuan: 8500, unit: "month" }],
    ["6000元-1万元/月", { minYuan: 6000, maxYuan: 10_000, unit: "month" }],
    ["200元/天", { minYuan: 200, maxYuan: 200, unit: "day" }],
    ["年薪20万以上", { minYuan: 200_000, unit: "year" }],
    ["8000-10,000元", { minYuan: 8000, maxYuan: 10_000, unit: "month" }],
    ["１５Ｋ－２５Ｋ", { minYuan: 15_000, maxYuan: 25_000, unit: "month" }],
    ["5000以内", undefined],
  ])("%s", (raw, salary) => {
    expect(readSalary(raw)).toEqual(salary);
  });

  test.each(["面议", "", "本科", "3-5年", "不限", "100-499人", "双休"])("%s is no pay", (raw) => {
    expect(readSalary(raw)).toBeUndefined();
  });

  test("pay for a year is spread over the months paid; hourly and daily pay are not converted", () => {
    expect(monthlyPay({ minYuan: 240_000, maxYuan: 360_000, unit: "year" })).toEqual({ min: 20_000, max: 30_000 });
    expect(monthlyPay({ minYuan: 280_000, unit: "year", monthsPerYear: 14 })).toEqual({ min: 20_000 });
    expect(monthlyPay({ maxYuan: 200, unit: "day" })).toBeUndefined();
  });
});

describe("readExperience, readCompanySize, readHeadcount", () => {
  test.each<[string, unknown]>([
    ["3-5年", { min: 3, max: 5 }],
    ["5年以上", { min: 5 }],
    ["1年以内", { min: 0, max: 1 }],
    ["应届毕业生", { min: 0, max: 0 }],
    ["不限", {}],
    ["2023年毕业，有相关工作经验", undefined],
    ["从事本专业工作满5年", { min: 5 }],
    ["一年半以上", { min: 1.5 }],
    ["本科", undefined],
    ["", undefined],
  ])("experience %s", (raw, range) => {
    expect(readExperience(raw)).toEqual(range);
  });

  test.each<[string, unknown]>([
    ["100-499人", { min: 100, max: 499 }],
    ["10000人以上", { min: 10_000 }],
    ["少于50人", { max: 50 }],
    ["计算机软件", undefined],
    ["3-5年", undefined],
  ])("size %s", (raw, range) => {
    expect(readCompanySize(raw)).toEqual(range);
  });

  test.each<[string, number | undefined]>([
    ["2", 2],
    ["2名", 2],
    ["二人", 2],
    ["两名", 2],
    ["十二", 12],
    ["二十", 20],
    ["3-5人", 5],
    ["约10人左右", 10],
    ["若干", undefined],
    ["0", undefined],
    ["", undefined],
  ])("headcount %s", (raw, persons) => {
    expect(readHeadcount(raw)).toBe(persons);
  });
});

describe.skipIf(!hasSharedData)("cells against the crawled adverts", () => {
  test("pay, at least 99 of 100", () => {
    const rows = rowsOf("salary.csv");
    const right = rows.filter((row) => {
      const read = readSalary(row["raw"] ?? "");
      if (row["unit"] === "negotiable" || row["gold_min"] === "invalid") return read === undefined;
      return (
        read !== undefined &&
        text(read.minYuan) === row["gold_min"] &&
        text(read.maxYuan) === row["gold_max"] &&
        read.unit === row["unit"] &&
        text(read.monthsPerYear) === row["months_per_year"]
      );
    });
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.99);
  });

  test.each([
    ["experience-req.csv", readExperience, "gold_min_years", "gold_max_years"],
    ["company-size.csv", readCompanySize, "gold_min", "gold_max"],
  ] as const)("every range of %s", (file, read, low, high) => {
    for (const row of rowsOf(file)) {
      const range = read((row["raw"] ?? "").trim());
      if (row[low] === "invalid") expect(range).toBeUndefined();
      else expect([text(range?.min), text(range?.max)]).toEqual([row[low], row[high]]);
    }
  });
});
