import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate, readDateParts } from "../../src/text/index.js";

describe("readDate", () => {
  test.each<[string, string | undefined]>([
    ["2025-03-01", "2025-03-01"],
    ["2025/3/1", "2025-03-01"],
    ["2025.3.1", "2025-03-01"],
    ["2025年3月1日", "2025-03-01"],
    ["2025年3月", "2025-03-01"],
    ["20250301", "2025-03-01"],
    ["45717", "2025-03-01"],
    ["2025-02-30", undefined],
    ["2024-02-29", "2024-02-29"],
    ["2023-02-29", undefined],
    ["2025-13-01", undefined],
    ["昨天", undefined],
    ["", undefined],
  ])("%s", (raw, date) => {
    expect(readDate(raw)).toBe(date);
  });

  test("a serial of five digits is the day that the spreadsheet shows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 99_999 }), (serial) => {
        const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
        expect(readDate(String(serial))).toBe(day < "2200" ? day : undefined);
      }),
    );
  });
});

describe("dates in words", () => {
  test.each<[string, string | undefined]>([
    ["二〇二四年三月", "2024-03-01"],
    ["二○二四年十二月三十一日", "2024-12-31"],
    ["2024年十月一日", "2024-10-01"],
    ["民国113年5月3日", "2024-05-03"],
    ["民国一百一十三年五月", "2024-05-01"],
    ["民国元年1月1日", "1912-01-01"],
    ["2024-02-29T23:59:59Z", "2024-02-29"],
    ["2024/2/29   8:05", "2024-02-29"],
    ["2024-02-29T23:59:60Z", undefined],
    ["2024-02-29 25:00", undefined],
    ["民国113年", undefined],
    ["二四年三月", undefined],
    ["9/1/2024", undefined],
    ["60", undefined],
  ])("%s", (raw, date) => {
    expect(readDate(raw)).toBe(date);
  });
});

describe("readDateParts", () => {
  test.each<[string, unknown]>([
    ["1985-03-12", { year: 1985, month: 3, day: 12 }],
    ["1985.3", { year: 1985, month: 3 }],
    ["1985年3月", { year: 1985, month: 3 }],
    ["一九八五年三月", { year: 1985, month: 3 }],
    ["1985", { year: 1985 }],
    ["１９８５年", { year: 1985 }],
    ["民国74年", { year: 1985 }],
    ["31118", { year: 1985, month: 3, day: 12 }],
    ["1985.13", undefined],
    ["1985-02-30", undefined],
    ["0000", undefined],
    ["85", undefined],
    ["", undefined],
  ])("%s", (raw, parts) => {
    expect(readDateParts(raw)).toEqual(parts);
  });

  test("readDate is the parts with a first day where none is told, and nothing without a month", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.-/年月日二〇民国T: "), maxLength: 12 }), (raw) => {
        const parts = readDateParts(raw);
        const date = readDate(raw);
        expect(date === undefined).toBe(parts?.month === undefined);
        if (date !== undefined) expect(date.split("-").map(Number)).toEqual([parts?.year, parts?.month, parts?.day ?? 1]);
      }),
      { numRuns: 3000 },
    );
  });
});
