import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendallTau, rboExt, reciprocalRankFusion, spearmanRho } from "../../src/evaluation/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveKendallTau, naiveRboExt, naiveSpearmanRho } from "../oracle/naive-ranking.js";

const POOL = ["a", "b", "c", "d", "e", "f", "𠮷", "constructor", "__proto__", "１"];
const list = fc.shuffledSubarray(POOL, { minLength: 1 });
const persistence = fc.double({ min: 0.05, max: 0.98, noNaN: true });
const paired = (max: number) => fc.array(fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max })), { maxLength: 40 });

type Loose = (...given: unknown[]) => unknown;

describe.each([
  ["kendallTau", kendallTau, naiveKendallTau],
  ["spearmanRho", spearmanRho, naiveSpearmanRho],
] as const)("%s", (_, correlation, naive) => {
  test.each([3, 1000])("equals its slow twin on values of 0..%i, ties and all", (max) => {
    fc.assert(
      fc.property(paired(max), (pairs) => {
        const [x, y] = [pairs.map(([v]) => v), pairs.map(([, v]) => v)];
        const [value, want] = [correlation(deepFreeze(x), deepFreeze(y)), naive(x, y)];
        expect(value === undefined).toBe(want === undefined);
        if (value === undefined || want === undefined) return;
        expect(Math.abs(value - want)).toBeLessThan(1e-12);
        expect(value >= -1 && value <= 1 && !Object.is(value, -0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("is symmetric, turns sign with one order, and sees order alone", () => {
    fc.assert(
      fc.property(paired(20), (pairs) => {
        const [x, y] = [pairs.map(([v]) => v), pairs.map(([, v]) => v)];
        const value = correlation(x, y);
        expect(correlation(y, x)).toBe(value);
        expect(
          correlation(
            x.map((v) => v ** 3 - 5),
            y,
          ),
        ).toBe(value);
        if (value === undefined) return;
        expect(
          correlation(
            x,
            y.map((v) => -v),
          ),
        ).toBeCloseTo(-value, 12);
      }),
    );
  });

  test("is exactly 1 for equal orders and −1 for reversed ones", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 200 }), (x) => {
        expect(correlation(x, x)).toBe(1);
        expect(
          correlation(
            x,
            x.map((v) => -v),
          ),
        ).toBe(-1);
      }),
    );
  });

  test("does not exist for fewer than two values or where all are equal", () => {
    for (const [x, y] of [
      [[], []],
      [[1], [2]],
      [
        [1, 1, 1],
        [1, 2, 3],
      ],
      [
        [1, 2, 3],
        [4, 4, 4],
      ],
    ] as const)
      expect(correlation(x, y)).toBeUndefined();
  });

  test("refuses samples that are not paired numbers", () => {
    for (const [x, y] of [
      [[1, 2], [1]],
      [
        [1, Number.NaN],
        [1, 2],
      ],
      [
        [1, 2],
        [1, Number.POSITIVE_INFINITY],
      ],
      [
        [1, 2],
        ["1", 2],
      ],
      ["12", [1, 2]],
      [[1, 2], undefined],
    ])
      expect(faultOf(() => (correlation as Loose)(x, y)).code).toBe("invalid-argument");
  });
});

describe("kendallTau", () => {
  test.each([
    [[1, 2, 3, 4, 5], [1, 3, 2, 5, 4], 0.6],
    [[1, 2, 2, 3], [1, 2, 3, 3], 0.8],
  ])("gold: %o and %o", (x, y, want) => {
    expect(Math.abs((kendallTau(x, y) ?? Number.NaN) - want)).toBeLessThan(1e-9);
  });
});

describe("rboExt", () => {
  test("gold: abcde and acbed", () => {
    expect(Math.abs((rboExt([..."abcde"], [..."acbed"], { p: 0.9 }) ?? Number.NaN) - 0.936775)).toBeLessThan(1e-9);
    expect(rboExt([..."abcde"], [..."acbed"])).toBe(rboExt([..."abcde"], [..."acbed"], { p: 0.9 }));
  });

  test("equals its slow twin, lies in [0, 1] and does not ask which list comes first", () => {
    fc.assert(
      fc.property(list, list, persistence, (a, b, p) => {
        const value = rboExt(deepFreeze(a), deepFreeze(b), { p }) as number;
        expect(Math.abs(value - naiveRboExt(a, b, p))).toBeLessThan(1e-12);
        expect(value >= 0 && value <= 1).toBe(true);
        expect(rboExt(b, a, { p })).toBeCloseTo(value, 12);
      }),
      { numRuns: 500 },
    );
  });

  test("is 1 for equal lists, also where one goes on, and 0 for lists without a common id", () => {
    fc.assert(
      fc.property(list, persistence, (a, p) => {
        expect(rboExt(a, a, { p })).toBeCloseTo(1, 12);
        expect(
          rboExt(
            a,
            a.map((id) => `${id}'`),
            { p },
          ),
        ).toBe(0);
      }),
    );
    expect(rboExt(["a"], ["a", "b"], { p: 0.9 })).toBeCloseTo(1, 12);
  });

  test("rises when both lists go on with the same id, falls when each goes on with its own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.shuffledSubarray(POOL, { minLength: 10 }), persistence, (n, other, p) => {
        const [a, b] = [POOL.slice(0, n), other.slice(0, n)];
        const value = rboExt(a, b, { p }) as number;
        expect(rboExt([...a, "new"], [...b, "new"], { p })).toBeGreaterThanOrEqual(value - 1e-12);
        expect(rboExt([...a, "mine"], [...b, "yours"], { p })).toBeLessThanOrEqual(value + 1e-12);
      }),
    );
  });

  test("an exchange of neighbours weighs less the deeper it is", () => {
    const swapped = (i: number) => [...POOL.slice(0, i), POOL[i + 1] as string, POOL[i] as string, ...POOL.slice(i + 2)];
    const values = Array.from({ length: POOL.length - 1 }, (_, i) => rboExt(POOL, swapped(i)) as number);
    for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThan(values[i - 1] as number);
  });

  test("an empty list is like nothing; what is no strict order is refused", () => {
    expect(rboExt([], ["a"])).toBeUndefined();
    expect(rboExt([], [])).toBeUndefined();
    expect(faultOf(() => rboExt(["a", "a"], ["a"])).code).toBe("duplicate-id");
    expect(faultOf(() => rboExt(["a"], ["b", "b"])).path).toEqual(["b", 1]);
    expect(faultOf(() => (rboExt as Loose)({ a: 1 }, ["b"])).code).toBe("invalid-argument");
    for (const p of [0, 1, Number.NaN, "0.9"]) expect(faultOf(() => (rboExt as Loose)(["a"], ["b"], { p })).code).toBe("invalid-option");
    expect(faultOf(() => (rboExt as Loose)(["a"], ["b"], { k: 3 })).code).toBe("unknown-option");
  });
});

describe("reciprocalRankFusion", () => {
  const lists = fc.array(list, { minLength: 1, maxLength: 5 });

  test("sums weight over k + rank, best first, then by id", () => {
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), fc.integer({ min: 0, max: 100 }), (runs, stream, k) => {
        const weights = runs.map((_, i) => (i === 0 ? 1 : (stream.next().value as number)));
        const fused = reciprocalRankFusion(deepFreeze(runs), { k, weights });
        expect(new Set(fused.map(({ id }) => id))).toEqual(new Set(runs.flat()));
        for (const { id, score } of fused) {
          const want = runs.reduce((sum, run, l) => sum + (run.includes(id) ? (weights[l] as number) / (k + run.indexOf(id) + 1) : 0), 0);
          expect(Math.abs(score - want)).toBeLessThan(1e-12);
        }
        for (let i = 1; i < fused.length; i++) expect(fused[i]?.score).toBeLessThanOrEqual(fused[i - 1]?.score as number);
      }),
    );
  });

  test("the order of the lists changes no byte, and one list alone keeps its order", () => {
    fc.assert(
      fc.property(lists, (runs) => {
        expect(reciprocalRankFusion([...runs].reverse())).toEqual(reciprocalRankFusion(runs));
        expect(reciprocalRankFusion([runs[0] as string[]]).map(({ id }) => id)).toEqual(runs[0]);
      }),
    );
    const tied = reciprocalRankFusion([
      ["t2", "t10"],
      ["t10", "t2"],
    ]);
    expect(tied.map(({ id }) => id)).toEqual(["t10", "t2"]);
    expect(reciprocalRankFusion([])).toEqual([]);
  });

  test("takes scores, ties by id; the constant is 60 unless told otherwise", () => {
    const scores = { t1: 1, t2: 1, t3: 5 };
    expect(reciprocalRankFusion([scores])).toEqual(reciprocalRankFusion([["t3", "t1", "t2"]], { k: 60 }));
    expect(reciprocalRankFusion([scores], { ties: "id-descending" })).toEqual(reciprocalRankFusion([["t3", "t2", "t1"]]));
  });

  test("refuses what is no list, no weight for each, no constant", () => {
    for (const runs of ["ab", { a: ["x"] }, [undefined], [3], [{ a: Number.NaN }]]) {
      expect(faultOf(() => (reciprocalRankFusion as Loose)(runs)).code).toBe("invalid-argument");
    }
    for (const weights of [[], [1, 2], [0], [-1], [Number.NaN], ["1"], "1", new Array(1)]) {
      expect(faultOf(() => (reciprocalRankFusion as Loose)([["a"]], { weights })).code).toBe("invalid-option");
    }
    for (const k of [-1, Number.NaN, "60"])
      expect(faultOf(() => (reciprocalRankFusion as Loose)([["a"]], { k })).code).toBe("invalid-option");
    expect(faultOf(() => (reciprocalRankFusion as Loose)([["a"]], { p: 1 })).code).toBe("unknown-option");
    expect(faultOf(() => reciprocalRankFusion([["a"], ["b", "b"]])).code).toBe("duplicate-id");
  });
});
