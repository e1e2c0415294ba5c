import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { largestRemainder } from "../../src/numeric/index.js";

describe("largestRemainder", () => {
  test("gives integers that sum to the total and lie within one of the exact share", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), fc.nat(2000), (shares, total) => {
        const out = largestRemainder(shares, total);
        const sum = shares.reduce((a, b) => a + b, 0);
        if (sum === 0) {
          expect(out).toEqual(shares.map(() => 0));
          return;
        }
        expect(out.every(Number.isInteger)).toBe(true);
        expect(out.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [i, share] of shares.entries()) expect(Math.abs((out[i] ?? 0) - (total * share) / sum)).toBeLessThan(1);
      }),
    );
  });

  test("sums to the total for shares of any size", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true }), { minLength: 1, maxLength: 8 }), (shares) => {
        const out = largestRemainder(shares, 1000);
        expect(out.reduce((a, b) => a + b, 0)).toBe(shares.some((s) => s > 0) ? 1000 : 0);
        expect(out.every((x) => Number.isInteger(x) && x >= 0)).toBe(true);
      }),
    );
  });

  test("the first listed wins an equal remainder", () => {
    expect(largestRemainder([1, 1, 1], 1000)).toEqual([334, 333, 333]);
    expect(largestRemainder([0.5, 0.5, 0.5, 0.5], 1002)).toEqual([251, 251, 250, 250]);
  });

  test("a share that already fits is kept", () => {
    expect(largestRemainder([200, 400, 150, 250], 1000)).toEqual([200, 400, 150, 250]);
  });

  test.each([[-1], [Number.NaN], [Number.POSITIVE_INFINITY]])("refuses a share of %s", (share) => {
    expect(() => largestRemainder([1, share], 10)).toThrow(GuiyanError);
  });
});
