import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BoundedHeap, largestRemainder, quantiles, seededRandom } from "../../src/numeric/index.js";
import { faultOf } from "../fault.js";

const sound = (value: number) => Number.isFinite(value) && !Object.is(value, -0);
const anyNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, 0, 5e-324, Number.MAX_VALUE, -Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY),
);

describe("no NaN, no infinity and no negative zero", () => {
  test("quantiles of finite values lie between the least and the greatest, however large", () => {
    expect(quantiles([Number.MAX_VALUE, Number.MAX_VALUE], [0.5])).toEqual([Number.MAX_VALUE]);
    expect(quantiles([-0], [0, 0.5, 1])?.every(sound)).toBe(true);
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 9 }), (values) => {
        const low = Math.min(...values);
        const high = Math.max(...values);
        for (const q of quantiles(values, [0, 0.25, 0.5, 0.9, 1]) ?? []) expect(sound(q) && q >= low && q <= high).toBe(true);
      }),
    );
  });

  test("shares and quantiles of anything else are refused", () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 6 }), anyNumber, (values, total) => {
        for (const run of [() => largestRemainder(values, 1000), () => largestRemainder([1, 2], total), () => quantiles(values, [0.5])]) {
          try {
            expect(run()?.every(sound) ?? true).toBe(true);
          } catch {
            expect(["invalid-argument", "invalid-option"]).toContain(faultOf(run).code);
          }
        }
      }),
    );
    expect(faultOf(() => largestRemainder(["NaN" as never], 1)).message).toMatch(/received string$/);
    expect(largestRemainder([-0, 1], 3).every(sound)).toBe(true);
  });

  test("a heap takes a capacity that counts and points that compare", () => {
    for (const capacity of [-1, 1.5, Number.NaN, "3" as never])
      expect(faultOf(() => new BoundedHeap(capacity)).code).toBe("invalid-argument");
    const heap = new BoundedHeap(Number.POSITIVE_INFINITY);
    for (const [points, order] of [
      [Number.NaN, 0],
      [Number.POSITIVE_INFINITY, 0],
      [1, 0.5],
      [1, 2 ** 31],
    ] as const)
      expect(faultOf(() => heap.offer(points, order)).code).toBe("invalid-argument");
    heap.offer(-0, 1);
    heap.offer(-1, 0);
    expect([...heap.drain().points].every(sound)).toBe(true);
  });

  test("a seed of any kind gives numbers in [0, 1)", () => {
    fc.assert(
      fc.property(anyNumber, (seed) => {
        const value = seededRandom(seed)();
        expect(sound(value) && value >= 0 && value < 1).toBe(true);
      }),
    );
  });
});
