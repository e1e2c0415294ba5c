import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settleDesired } from "../../src/evaluation/desired-shares.js";
import { infeasibleIndex, ndkl, skewAtK } from "../../src/evaluation/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveFloor } from "../oracle/naive-det-const-sort.js";

/** Members of groups named by single letters. */
const listOf = (groups: string) => deepFreeze(Array.from(groups, (group) => ({ group })));
const half = deepFreeze({ A: 0.5, B: 0.5 });

describe("ndkl", () => {
  test("is .4524 for AABB and .2816 for ABAB where half and half is desired", () => {
    expect(Math.abs((ndkl(listOf("AABB"), half) ?? 0) - 0.45236883639932524)).toBeLessThan(1e-12);
    expect(Math.abs((ndkl(listOf("ABAB"), half) ?? 0) - 0.2816450300785086)).toBeLessThan(1e-12);
    expect(ndkl(listOf("AABB"), { A: 7, B: 7 })).toBe(ndkl(listOf("AABB"), half));
  });

  test("is 0 for the one group that alone is desired, and undefined of nothing or of a group that is not desired at all", () => {
    expect(ndkl(listOf("AAA"), { A: 1, B: 0 })).toBe(0);
    expect(ndkl([], half)).toBeUndefined();
    expect(ndkl(listOf("AB"), { A: 1, B: 0 })).toBeUndefined();
  });

  test("is the mean divergence of prefixes, written out, and never below 0", () => {
    const lists = fc.array(fc.constantFrom("A", "B", "C"), { minLength: 1, maxLength: 12 });
    const desired = fc.record({ A: fc.integer({ min: 1, max: 9 }), B: fc.integer({ min: 1, max: 9 }), C: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(lists, desired, (groups, counts) => {
        const total = counts.A + counts.B + counts.C;
        let [sum, scale] = [0, 0];
        for (let i = 1; i <= groups.length; i++) {
          const discount = Math.log2(i + 1);
          scale += 1 / discount;
          for (const group of ["A", "B", "C"] as const) {
            const share = groups.slice(0, i).filter((held) => held === group).length / i;
            if (share > 0) sum += (share * Math.log((share * total) / counts[group])) / discount;
          }
        }
        const measured = ndkl(listOf(groups.join("")), counts) ?? Number.NaN;
        expect(Math.abs(measured - sum / scale)).toBeLessThan(1e-12);
        expect(measured >= 0 && !Object.is(measured, -0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("skewAtK", () => {
  test("is the logarithm of the share among the first k over the desired share", () => {
    const skews = skewAtK(listOf("AABAB"), { A: 0.25, B: 0.75 }, 4);
    expect(skews.map(({ group, desired, share }) => [group, desired, share])).toEqual([
      ["A", 0.25, 0.75],
      ["B", 0.75, 0.25],
    ]);
    expect(skews[0]?.skew).toBeCloseTo(Math.log(3), 12);
    expect(skews[1]?.skew).toBeCloseTo(-Math.log(3), 12);
    expect(skewAtK(listOf("AB"), half, 100).map(({ skew }) => skew)).toEqual([0, 0]);
  });

  test("is undefined where the group is absent, or not desired, or the list empty", () => {
    expect(skewAtK(listOf("AA"), { B: 0.5, A: 0.5, C: 0 }, 2)).toEqual([
      { group: "A", desired: 0.5, share: 1, skew: Math.log(2) },
      { group: "B", desired: 0.5, share: 0, skew: undefined },
      { group: "C", desired: 0, share: 0, skew: undefined },
    ]);
    expect(skewAtK([], { A: 1 }, 3)).toEqual([{ group: "A", desired: 1, share: undefined, skew: undefined }]);
    expect(skewAtK(listOf("C"), { A: 1, C: 0 }, 1)[1]).toEqual({ group: "C", desired: 0, share: 1, skew: undefined });
  });

  test("refuses a head of no length", () => {
    expect(faultOf(() => skewAtK(listOf("A"), { A: 1 }, 0)).code).toBe("invalid-option");
  });
});

describe("infeasibleIndex", () => {
  test("counts the prefixes in which a group is below its floor", () => {
    // Of AABB the prefix of two lacks a B; of BBBA those of two and three lack an A, and that of four has one too few.
    expect(infeasibleIndex(listOf("AABB"), half)).toBe(1);
    expect(infeasibleIndex(listOf("ABAB"), half)).toBe(0);
    expect(infeasibleIndex(listOf("BBBA"), half)).toBe(3);
    expect(infeasibleIndex([], half)).toBe(0);
  });
});

describe("desired shares", () => {
  test("floors of whole counts are exact, and a deadline is the first place at which the floor is reached", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5e7 }), fc.integer({ min: 1, max: 5e7 }), fc.integer({ min: 1, max: 1e6 }), (a, b, k) => {
        const share = settleDesired("test", { a, b }).get("a");
        if (share === undefined) throw new Error("expected a share");
        expect(share.least(k)).toBe(naiveFloor(k, a, a + b));
        if (a === 0) {
          expect(share.deadline(k)).toBe(Number.POSITIVE_INFINITY);
          return;
        }
        const place = (Math.min(k, 1e5) % 1000) + 1;
        const deadline = share.deadline(place);
        expect(naiveFloor(deadline, a, a + b)).toBeGreaterThanOrEqual(place);
        expect(naiveFloor(deadline - 1, a, a + b)).toBeLessThan(place);
      }),
      { numRuns: 500 },
    );
  });

  test("decimal shares mean what they say, though 0.29 × 100 is a hair below 29", () => {
    expect(0.29 * 100).toBeLessThan(29);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 1, max: 500 }),
        (a, k, place) => {
          const written = settleDesired("test", { a: a / 10_000, b: (10_000 - a) / 10_000 }).get("a");
          const counted = settleDesired("test", { a, b: 10_000 - a }).get("a");
          expect(written?.least(k)).toBe(counted?.least(k));
          expect(written?.deadline(place)).toBe(counted?.deadline(place));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a share too small for any list, or of nothing, is never due", () => {
    const shares = settleDesired("test", { a: 1e-300, b: 1, c: -0, d: 0 });
    expect(shares.get("a")?.deadline(1)).toBe(Number.POSITIVE_INFINITY);
    expect(shares.get("d")?.deadline(1)).toBe(Number.POSITIVE_INFINITY);
    expect(Object.is(shares.get("c")?.share, 0)).toBe(true);
    expect([...shares.keys()]).toEqual(["a", "b", "c", "d"]);
  });

  test.each([
    ["nothing", {}],
    ["counts of nobody", { A: 0, B: 0 }],
    ["shares that do not sum to 1", { A: 0.5, B: 0.4 }],
    ["a negative share", { A: 1.5, B: -0.5 }],
    ["a share that is no number", { A: "1" }],
    ["NaN", { A: Number.NaN, B: 1 }],
    ["counts past exact products", { A: 1e8, B: 1 }],
    ["a list", [1]],
    ["no object", undefined],
  ])("%s is refused", (_, desired) => {
    for (const run of [
      () => ndkl([], desired as never),
      () => infeasibleIndex([], desired as never),
      () => skewAtK([], desired as never, 1),
    ])
      expect(faultOf(run).code).toBe("invalid-option");
  });

  test("a list with a group that is not named is refused, without naming it", () => {
    for (const run of [
      () => ndkl(listOf("AZ"), { A: 1 }),
      () => infeasibleIndex(listOf("AZ"), { A: 1 }),
      () => skewAtK(listOf("AZ"), { A: 1 }, 1),
      () => ndkl([undefined as never], { A: 1 }),
      () => ndkl("AB" as never, { A: 1 }),
    ]) {
      const fault = faultOf(run);
      expect(fault.code).toBe("invalid-argument");
      expect(fault.message).not.toContain("Z");
    }
  });
});
