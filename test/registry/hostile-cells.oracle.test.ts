import { describe, expect, test } from "vitest";
import {
  type CreditCodeReading,
  type ResidentIdReading,
  readCreditCode,
  readDemands,
  readHeadcount,
  readResidentId,
  readSalary,
  readTalents,
} from "../../src/registry/index.js";
import { readDate } from "../../src/text/index.js";
import { hostileCases } from "../hostile-data.js";
import { hasSharedData } from "../shared-data.js";

/** What a case of a number or a date proposes. */
type Proposal =
  | null
  | number
  | string
  | { readonly min?: number; readonly max?: number; readonly months?: number; readonly flag?: string; readonly excelSerial?: string };
interface Case {
  readonly raw: string;
  readonly value: Proposal;
  readonly reject?: boolean;
}

/** A figure as the readers of pay and headcount have it, in the shape of the cases; nothing where neither reads one. */
function figureOf(raw: string): Proposal {
  const salary = readSalary(raw);
  if (salary === undefined) return readHeadcount(raw) ?? null;
  const { minYuan, maxYuan, monthsPerYear, swapped } = salary;
  if (minYuan === maxYuan && minYuan !== undefined && monthsPerYear === undefined) return minYuan;
  return {
    ...(minYuan === undefined ? {} : { min: minYuan }),
    ...(maxYuan === undefined ? {} : { max: maxYuan }),
    ...(monthsPerYear === undefined ? {} : { months: monthsPerYear }),
    ...(swapped ? { flag: "SWAPPED" } : {}),
  };
}

/** Issues of one cell in a demand's column of pay, and whether a pay came of it. */
function payCell(raw: string): { codes: string[]; known: boolean } {
  const { issues, records } = readDemands({ name: "d", header: ["岗位", "招聘人数", "薪资"], rows: [["会计", "1", raw]] });
  return { codes: issues.map(({ code }) => code), known: records[0]?.payPerMonthYuan !== undefined };
}

/** Issues of one cell in a talent's column of dates. */
function dateCell(raw: string): string[] {
  return readTalents({ name: "t", header: ["姓名", "学历", "入库时间"], rows: [["张三", "硕士", raw]] }).issues.map(({ code }) => code);
}

/** Where the readers keep another rule than a case proposes: what they give, and why. Each entry must still be true. */
const NUMBER_RULES = new Map<string, readonly [given: Proposal, why: string]>([
  ["８，０００．５", [8001, "pay is whole yuan, rounded"]],
  ["9007199254740993", [null, "no post pays more than 1e9 yuan: no pay, which is an issue"]],
]);
const DATE_RULES = new Map<string, readonly [given: string | null, why: string]>([
  ["2024年2月", ["2024-02-01", "a month is its first day: a date of observation is a whole date"]],
  ["二〇二四年三月", ["2024-03-01", "the same"]],
  ["2024-3", ["2024-03-01", "the same"]],
  ["民国113年", [null, "a year alone is too coarse for a date and becomes an issue"]],
  ["至今", [null, "an open end is no date and becomes an issue"]],
]);
/** Texts that state that nothing is known, or that pay is to be agreed: a missing fact and no issue. */
const NO_ISSUE = ["", "--", "面议"];

describe.skipIf(!hasSharedData)("hostile numbers and dates", () => {
  const { numbers, dates } = hasSharedData
    ? hostileCases<{ numbers: Case[]; dates: Case[] }>("numbers and dates")
    : { numbers: [], dates: [] };

  test("figures are what the cases say, or another rule that is written here", () => {
    expect(numbers.length).toBeGreaterThan(25);
    const deviating = numbers.filter(({ raw, value }) => JSON.stringify(figureOf(raw)) !== JSON.stringify(value));
    expect(deviating.map(({ raw }) => [raw, figureOf(raw)])).toEqual([...NUMBER_RULES].map(([raw, [given]]) => [raw, given]));
  });

  test("what is no figure is an issue in a sheet and never a number", () => {
    for (const { raw, reject } of numbers) {
      const { codes, known } = payCell(raw);
      if (reject) expect([raw, known, codes]).toEqual([raw, false, NO_ISSUE.includes(raw) ? [] : ["cell-unresolved"]]);
    }
    expect(payCell("12000-8000")).toEqual({ codes: ["cell-ambiguous"], known: true });
  });

  test("dates are what the cases say, or another rule that is written here", () => {
    expect(dates.length).toBeGreaterThan(15);
    const proposed = ({ value }: Case): string | null =>
      typeof value === "string"
        ? value
        : (/^\d{4}-\d{2}-\d{2}$/.exec((typeof value === "object" && value?.excelSerial) || "")?.[0] ?? null);
    // Not a date at all differs from an open end, which a case tells by an object.
    const expected = (it: Case) => (it.raw === "至今" ? "present" : proposed(it));
    const deviating = dates.filter((it) => (readDate(it.raw) ?? null) !== expected(it));
    expect(deviating.map(({ raw }) => [raw, readDate(raw) ?? null])).toEqual(
      [...DATE_RULES].map(([raw, [given]]) => [raw, given]).sort(byCase(dates)),
    );
  });

  test("what is no date is an issue in a sheet and never another date", () => {
    for (const { raw } of dates) expect([raw, dateCell(raw)]).toEqual([raw, readDate(raw) === undefined ? ["cell-date-invalid"] : []]);
  });
});

/** Puts rules in the order of the cases. */
function byCase(cases: readonly Case[]) {
  const at = (raw: unknown) => cases.findIndex((it) => it.raw === raw);
  return ([a]: readonly unknown[], [b]: readonly unknown[]) => at(a) - at(b);
}

describe.skipIf(!hasSharedData)("hostile identity numbers and credit codes", () => {
  interface NumberCase {
    readonly raw: string | number;
    readonly checksum?: boolean;
    readonly normal?: string;
    readonly birth?: string;
    readonly reject?: string;
    readonly len?: number;
  }
  const FAULTS: Readonly<Record<string, readonly string[]>> = {
    CHECKSUM: ["check-digit", "number-damaged"],
    CHECKSUM_OR_DATE: ["check-digit", "birth-date"],
    LENGTH: ["length"],
    TYPE: ["number-damaged"],
    EXCEL_SCI: ["number-damaged"],
    MASKED: ["masked"],
    CHARSET: ["charset"],
    DATE: ["birth-date"],
    // No clock is asked: a birth past 2099 is none.
    DATE_FUTURE: ["birth-date"],
    REGION: ["region"],
    EMPTY: ["empty"],
  };
  const faultOf = (read: ResidentIdReading | CreditCodeReading) => (read.status === "invalid" ? read.fault : "none");

  test("resident identity numbers are accepted in their normal form or refused for the reason given; sex is never read", () => {
    const { residentId } = hostileCases<{ residentId: NumberCase[] }>("identifiers");
    expect(residentId.length).toBeGreaterThan(35);
    for (const { raw, normal, birth, reject, len } of residentId) {
      const read = readResidentId(raw);
      expect(Object.keys(read)).not.toContain("sex");
      if (reject !== undefined) {
        expect([raw, FAULTS[reject]?.includes(faultOf(read))]).toEqual([raw, true]);
        continue;
      }
      expect([raw, read.status]).toEqual([raw, "valid"]);
      if (read.status !== "valid") continue;
      // Fifteen digits of before 1999 become eighteen, told by `checked`.
      expect(read.checked).toBe(len !== 15);
      if (len !== 15) expect(read.id).toBe(normal ?? raw);
      if (birth !== undefined) expect(read.birthDate.replaceAll("-", "")).toBe(birth);
      expect(read.region).toBe(read.id.slice(0, 6));
    }
  });

  test("credit codes are accepted in their normal form or refused for the reason given", () => {
    const { uscc } = hostileCases<{ uscc: NumberCase[] }>("identifiers");
    expect(uscc.length).toBeGreaterThan(4);
    for (const { raw, normal, reject } of uscc) {
      const read = readCreditCode(raw);
      if (reject === undefined) expect(read).toMatchObject({ status: "valid", code: normal ?? raw });
      else expect([raw, FAULTS[reject]?.includes(faultOf(read))]).toEqual([raw, true]);
    }
  });

  test("in a sheet no number is kept, and none stands in an issue", () => {
    const { residentId, uscc } = hostileCases<{ residentId: NumberCase[]; uscc: NumberCase[] }>("identifiers");
    const talents = readTalents(
      { name: "t", header: ["姓名", "学历", "身份证号"], rows: residentId.map(({ raw }) => ["张三", "硕士", raw]) },
      { showValues: true },
    );
    const demands = readDemands(
      { name: "d", header: ["岗位", "招聘人数", "统一社会信用代码"], rows: uscc.map(({ raw }) => ["会计", 1, raw]) },
      { showValues: true },
    );
    expect([talents.records.length, demands.records.length]).toEqual([residentId.length, uscc.length]);
    const told = JSON.stringify([talents.records, talents.issues, demands.records, demands.issues]);
    for (const { raw } of [...residentId, ...uscc]) if (String(raw).length > 10) expect(told.includes(String(raw).trim())).toBe(false);
    expect(talents.issues.length).toBeGreaterThan(15);
    expect(demands.issues.length).toBeGreaterThan(1);
  });
});
