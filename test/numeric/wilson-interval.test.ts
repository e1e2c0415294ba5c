import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, isIsoDate, simultaneousBound, wilsonInterval } from "../../src/numeric/index.js";
import { faultOf } from "../fault.js";

describe("wilsonInterval", () => {
  test.each([
    [108, 2700, 0.0332384, 0.0480686],
    [13, 120, 0.0644114, 0.1765536],
    [0, 10, 0, 0.2775328],
  ])("gold: %i of %i", (count, of, low, high) => {
    const found = wilsonInterval(count, of);
    expect([found.low.toFixed(7), found.high.toFixed(7)]).toEqual([low.toFixed(7), high.toFixed(7)]);
  });

  test("holds its share, mirrors, narrows with the number and widens with z", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (of, some) => {
        const count = some % (of + 1);
        const { low, high, share } = wilsonInterval(count, of);
        expect(share !== undefined && 0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        const mirror = wilsonInterval(of - count, of);
        expect(Math.abs(mirror.low - (1 - high))).toBeLessThan(1e-12);
        const more = wilsonInterval(count * 4, of * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
        expect(wilsonInterval(count, of, 3).high).toBeGreaterThanOrEqual(high);
      }),
    );
  });

  test("of nothing, nothing is known; what is no count is refused", () => {
    expect(wilsonInterval(0, 0)).toEqual({ count: 0, of: 0, share: undefined, low: 0, high: 1 });
    for (const [count, of] of [
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [Number.NaN, 1],
      [0, Number.POSITIVE_INFINITY],
    ] as const)
      expect(faultOf(() => wilsonInterval(count, of)).code).toBe("invalid-argument");
    expect(faultOf(() => wilsonInterval(1, 2, 0)).code).toBe("invalid-argument");
  });
});

describe("simultaneousBound", () => {
  test("is 1.96 for one comparison, grows with their number and refuses none", () => {
    expect(simultaneousBound(1)).toBeCloseTo(1.96, 2);
    expect(simultaneousBound(10)).toBeCloseTo(2.807, 1);
    expect(simultaneousBound(1000)).toBeCloseTo(4.056, 1);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (m) => {
        expect(simultaneousBound(m + 1)).toBeGreaterThanOrEqual(simultaneousBound(m));
      }),
    );
    for (const [m, p] of [
      [0, 0.95],
      [1.5, 0.95],
      [1, 1],
      [1, Number.NaN],
    ] as const)
      expect(faultOf(() => simultaneousBound(m, p)).code).toBe("invalid-argument");
  });
});

describe("daysBetween", () => {
  test("counts days over leap years, both ways", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2026-01-01", "2025-01-01")).toBe(-365);
    expect(isIsoDate("2026-02-29")).toBe(false);
    expect(isIsoDate(20260101)).toBe(false);
    expect(faultOf(() => daysBetween("2026-02-29", "2026-03-01")).code).toBe("invalid-argument");
  });
});
