import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mapHeaders, readCreditCode, readDemands, readResidentId, readTalents } from "../../src/registry/index.js";

/** Weights and check digits as the standards print them. */
const RESIDENT_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const RESIDENT_CHECKS = "10X98765432";
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Numbers of nobody: births of the nineteenth century. */
const residentId = fc
  .tuple(
    fc.constantFrom("110101", "410923", "650102", "810000", "710000"),
    fc.integer({ min: 1800, max: 1899 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(999),
  )
  .map(([region, year, month, day, order]) => {
    const two = (n: number) => String(n).padStart(2, "0");
    const first = `${region}${year}${two(month)}${two(day)}${String(order).padStart(3, "0")}`;
    const sum = RESIDENT_WEIGHTS.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
    return { id: first + RESIDENT_CHECKS[sum % 11], region, birthDate: `${year}-${two(month)}-${two(day)}` };
  });
const creditCode = fc.array(fc.constantFrom(...CREDIT_SIGNS), { minLength: 17, maxLength: 17 }).map((signs) => {
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT_SIGNS.indexOf(signs[i] ?? ""), 0);
  return signs.join("") + CREDIT_SIGNS[(31 - (sum % 31)) % 31];
});

describe("readResidentId", () => {
  test("accepts what the standard makes, and no number with one digit changed", () => {
    fc.assert(
      fc.property(residentId, fc.nat(17), fc.integer({ min: 1, max: 9 }), ({ id, region, birthDate }, at, step) => {
        expect(readResidentId(id)).toEqual({ status: "valid", id, region, birthDate, checked: true });
        const digits = [...id];
        digits[at] = digits[at] === "X" ? String(step) : String((Number(digits[at]) + step) % 10);
        expect(readResidentId(digits.join("")).status).toBe("invalid");
      }),
    );
  });

  test.each([
    ["11010118910101003x", "11010118910101003X"],
    ["１１０１０１１８９１０１０１００３Ｘ", "11010118910101003X"],
    [" '110101-1891 0101 003X ", "11010118910101003X"],
    ["110101900307001", "110101199003070011"],
  ])("%s is %s", (raw, id) => {
    expect(readResidentId(raw)).toMatchObject({ status: "valid", id, checked: raw.length !== 15 });
  });

  test.each<[string | number, string]>([
    ["", "empty"],
    ["11010118910101003", "length"],
    ["11010118910101003Χ", "charset"],
    ["1101011891010100X0", "charset"],
    ["110101********003X", "masked"],
    ["990101189101010034", "region"],
    ["110101189902290019", "birth-date"],
    ["110101299901010019", "birth-date"],
    ["110101189101010031", "check-digit"],
    ["110101189101010000", "number-damaged"],
    ["1.10101E+17", "number-damaged"],
    [110101189101010030, "number-damaged"],
  ])("%s: %s", (raw, fault) => {
    expect(readResidentId(raw)).toEqual({ status: "invalid", fault });
  });
});

describe("readCreditCode", () => {
  test("accepts what the standard makes, and no code with one sign changed", () => {
    fc.assert(
      fc.property(creditCode, fc.nat(17), fc.integer({ min: 1, max: 30 }), (code, at, step) => {
        expect(readCreditCode(code.toLowerCase())).toEqual({ status: "valid", code, region: code.slice(2, 8) });
        const signs = [...code];
        signs[at] = CREDIT_SIGNS[(CREDIT_SIGNS.indexOf(signs[at] ?? "") + step) % 31] ?? "";
        expect(readCreditCode(signs.join("")).status).toBe("invalid");
      }),
    );
  });

  test.each<[string | number, string]>([
    ["", "empty"],
    ["91110000MA0000000", "length"],
    ["I1110000MA0000000H", "charset"],
    ["91110000MA0000000I", "charset"],
    ["91110000MA0000000J", "check-digit"],
    ["9.111E+17", "number-damaged"],
    [911100001234567800, "number-damaged"],
  ])("%s: %s", (raw, fault) => {
    expect(readCreditCode(raw)).toEqual({ status: "invalid", fault });
  });
});

describe("columns of numbers in a sheet", () => {
  const codesOf = (ids: readonly (string | number)[], label = "身份证号") => {
    const header = ["姓名", "学历", label];
    const reading = readTalents({ name: "t", header, rows: ids.map((id) => ["张三", "硕士", id]) }, { showValues: true });
    expect(JSON.stringify(reading.records)).not.toMatch(/1101011891/);
    expect(JSON.stringify(reading.issues)).not.toMatch(/1101011891/);
    return reading.issues.map(({ code, source }) => [code, source.row]);
  };

  test("a wrong number is told by row, its digits nowhere; right, masked and missing ones are not", () => {
    expect(
      codesOf(["11010118910101003X", "110101********003X", "", "110101189101010031", 110101189101010030, "11010118910101003"]),
    ).toEqual([
      ["cell-unresolved", 5],
      ["cell-unresolved", 6],
      ["cell-unresolved", 7],
    ]);
    expect(codesOf(["110101189101010000", "1.10101E+17"])).toEqual([
      ["cell-number-damaged", 2],
      ["cell-number-damaged", 3],
    ]);
  });

  test("other papers under 证件号 are not judged", () => {
    expect(codesOf(["E12345678", "H1234567890"], "证件号码")).toEqual([]);
  });

  test("a demand's credit code is checked and not kept; the mapping says so", () => {
    const header = ["岗位名称", "招聘人数", "统一社会信用代码"];
    const rows = [
      ["会计", "1", "91110000MA0000000H"],
      ["出纳", "1", "91110000MA0000000J"],
    ];
    const { issues, records, columns } = readDemands({ name: "d", header, rows });
    expect(issues.map(({ code, source }) => [code, source.row])).toEqual([["cell-unresolved", 3]]);
    expect(JSON.stringify(records)).not.toContain("91110000");
    expect(columns[2]?.reason).toContain("checked, never kept");
    expect(mapHeaders(["姓名", "身份证号"], { entity: "talent" }).columns[1]?.member).toBeUndefined();
  });
});
