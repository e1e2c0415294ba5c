import { describe, expect, test } from "vitest";
import { birthDateComparison } from "../../src/linkage/compare-birth-dates.js";
import { faultOf } from "../fault.js";
import { levelOf, meet, read } from "./level-of.js";

const birth = birthDateComparison({ read });

describe("birthDateComparison", () => {
  test.each<[string, string, string]>([
    ["1985-03-12", "19850312", "same"],
    ["1985年3月12日生", "一九八五年三月十二日", "same"],
    ["31118", "1985/3/12", "same"],
    ["12/3/1985", "1985-03-12", "same"],
    ["3/12/1985", "1985-03-12", "swapped"],
    ["25/12/1985", "12/25/1985", "same"],
    ["1985.3", "1985-03-12", "compatible"],
    ["198503", "1985年3月", "compatible"],
    ["1985-03-01", "1985-03-12", "compatible"],
    ["1985-03-12", "1985-12-03", "swapped"],
    ["1985-03-12", "1985-03-13", "near"],
    ["1985-03-12", "1958-03-12", "near"],
    ["19481309", "19481399", "near"],
    ["19481399", "19481399", "same"],
    ["1985-03-12", "1985-03-24", "part"],
    ["1985-03-12", "1985-10-12", "part"],
    ["1985-03-12", "1973-03-12", "part"],
    ["1985-03-12", "1985-11-24", "same-year"],
    ["1985", "1985-11-24", "same-year"],
    ["1985", "1985", "same-year"],
    ["1985.3", "1985.4", "same-year"],
    ["1985-03-12", "1972-11-24", "different"],
    ["1985.3", "1986.3", "different"],
    ["1900-01-01", "1900-01-01", "nothing"],
    ["00000000", "1985-03-12", "nothing"],
    ["1985-02-30", "1985-03-12", "nothing"],
    ["不详", "1985-03-12", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(birth, a, b)).toBe(level);
  });

  test("yearLast says how a date of two small figures is read", () => {
    const american = birthDateComparison({ read, yearLast: "month-day-year" });
    expect(levelOf(american, "3/12/1985", "1985-03-12")).toBe("same");
    expect(levelOf(american, "25/12/1985", "1985-12-25")).toBe("same");
    expect(faultOf(() => birthDateComparison({ read, yearLast: "iso" } as never)).code).toBe("invalid-option");
  });

  test("dates meet that agree in year and month, in month and day, or with these exchanged", () => {
    for (const [a, b] of [
      ["1985-03-12", "1985.3"],
      ["1985-03-12", "1958-03-12"],
      ["1985-03-12", "1985-12-03"],
      ["1985-03-12", "1985-03-13"],
    ] as const)
      expect([b, meet(birth, a, b)]).toEqual([b, true]);
  });
});
