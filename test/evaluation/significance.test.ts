import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pairedBootstrap, permutationTest } from "../../src/evaluation/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naivePermutationP } from "../oracle/naive-ranking.js";

/** Values in tenths, so that sums tie often. */
const value = fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10);
const arms = (maxLength: number) => fc.array(fc.tuple(value, value), { minLength: 1, maxLength });
const split = (pairs: readonly (readonly [number, number])[]) => [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const;

const a = deepFreeze([0.9, 0.8, 0.7, 0.9, 0.5, 0.6]);
const b = deepFreeze([0.4, 0.5, 0.3, 0.2, 0.6, 0.1]);

describe.each([
  ["pairedBootstrap", pairedBootstrap],
  ["permutationTest", permutationTest],
] as const)("%s", (name, compare) => {
  test.each([
    ["an empty arm", a, [], `${name}: expected arm b to have run, received no values`, 6],
    ["two empty arms", [], [], `${name}: expected arm a to have run, received no values`, 0],
    ["an empty record", {}, { d1: 1 }, `${name}: expected arm a to have run, received no values`, 1],
    ["an arm that is shorter", a, b.slice(2), `${name}: expected arm b to have a value for each of 6 queries, received 2 missing`, 2],
    [
      "an undefined value",
      [0.1, undefined, 0.3],
      [0.1, 0.2, 0.3],
      `${name}: expected arm a to have a value for each of 3 queries, received 1 missing`,
      1,
    ],
    [
      "other queries",
      { d1: 1, d2: 1 },
      { d2: 1, d3: 1 },
      `${name}: expected arm a to have a value for each of 3 queries, received 1 missing`,
      1,
    ],
    [
      "a query too few",
      { d1: 1, d2: 1 },
      { d2: 1 },
      `${name}: expected arm b to have a value for each of 2 queries, received 1 missing`,
      1,
    ],
    [
      "an undefined member",
      new Map([["d1", 1]]),
      { d1: undefined },
      `${name}: expected arm b to have a value for each of 1 queries, received 1 missing`,
      1,
    ],
  ])("refuses %s, saying which arm lacks how many values", (_, left, right, message, missing) => {
    const fault = faultOf(() => compare(left, right));
    expect([fault.code, fault.message, fault.details["missing"]]).toEqual(["invalid-argument", message, missing]);
  });

  test("refuses a hole as a missing value, and what is no number", () => {
    const holed = [0.1, 0.2, 0.3];
    delete holed[1];
    expect(faultOf(() => compare(holed, [1, 1, 1])).message).toContain("received 1 missing");
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, "1" as unknown as number, null as unknown as number]) {
      const fault = faultOf(() => compare([1, 1], [1, odd]));
      expect([fault.code, fault.path]).toEqual(["invalid-argument", ["b"]]);
    }
    for (const odd of [null, undefined, 3, new Set([1])]) {
      expect(faultOf(() => compare(odd as never, { d1: 1 })).code).toBe("invalid-argument");
    }
    expect(faultOf(() => compare([1], { 0: 1 })).message).toContain("one of each");
  });

  test("takes values by query in any order, or in the order of the other arm", () => {
    fc.assert(
      fc.property(arms(12), fc.infiniteStream(fc.nat()), (pairs, stream) => {
        const [left, right] = split(pairs);
        const entries = pairs.map((pair, i) => [`d${String(i).padStart(2, "0")}`, pair] as const);
        const shuffled = entries.map((entry) => ({ entry, at: stream.next().value as number })).sort((x, y) => x.at - y.at);
        const inOrder = compare(left, right, { resamples: 200 });
        const byQuery = compare(
          new Map(shuffled.map(({ entry: [query, [x]] }) => [query, x])),
          Object.fromEntries(entries.map(([query, [, y]]) => [query, y])),
          { resamples: 200 },
        );
        expect(byQuery).toEqual(inOrder);
        expect(inOrder.difference).toBeCloseTo((left.reduce((s, x) => s + x, 0) - right.reduce((s, x) => s + x, 0)) / pairs.length, 12);
      }),
    );
  });

  test("rounding decides no tie: tenths are found to differ as the whole numbers ten times their size are", () => {
    fc.assert(
      fc.property(arms(9), (pairs) => {
        const [left, right] = split(pairs);
        const tens = (values: readonly number[]) => values.map((x) => Math.round(x * 10));
        expect(compare(left, right, { resamples: 200 }).p).toBe(compare(tens(left), tens(right), { resamples: 200 }).p);
      }),
      { numRuns: 200 },
    );
  });

  test("the same seed gives the same answer, another seed another one", () => {
    const options = { resamples: 500, ...(compare === permutationTest ? { exactUpTo: 0 } : {}) };
    expect(compare(a, b, { ...options, seed: 7 })).toEqual(compare(a, b, { ...options, seed: 7 }));
    expect(compare(a, b, options)).toEqual(compare(a, b, { ...options, seed: 1 }));
    const answers = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(compare(a, b, { ...options, seed })));
    expect(new Set(answers).size).toBeGreaterThan(1);
  });

  test("refuses options out of their range", () => {
    const bad = { resamples: [99, 1e6 + 1, 100.5], seed: [-1, 0.5, Number.NaN] };
    const own = compare === pairedBootstrap ? { ...bad, confidence: [0, 1, Number.NaN] } : { ...bad, exactUpTo: [-1, 25] };
    for (const [option, values] of Object.entries(own)) {
      for (const odd of values) expect(faultOf(() => compare(a, b, { [option]: odd })).code).toBe("invalid-option");
    }
    expect(faultOf(() => compare(a, b, { draws: 5 } as never)).code).toBe("unknown-option");
  });
});

describe("permutationTest", () => {
  test("listing all sign flips equals brute force", () => {
    fc.assert(
      fc.property(arms(10), (pairs) => {
        const [left, right] = split(pairs);
        const { p, exact, flips, queries } = permutationTest(left, right);
        expect(exact).toBe(true);
        expect(queries).toBe(pairs.length);
        expect(flips).toBe(2 ** pairs.filter(([x, y]) => x !== y).length);
        expect(p).toBe(naivePermutationP(pairs.map(([x, y]) => x - y)));
      }),
      { numRuns: 300 },
    );
  });

  test("is symmetric in the arms, exact or drawn", () => {
    fc.assert(
      fc.property(arms(12), fc.constantFrom(0, 20), (pairs, exactUpTo) => {
        const [left, right] = split(pairs);
        const [one, other] = [
          permutationTest(left, right, { exactUpTo, resamples: 200 }),
          permutationTest(right, left, { exactUpTo, resamples: 200 }),
        ];
        expect(other.p).toBe(one.p);
        expect(other.difference).toBeCloseTo(-one.difference, 12);
        expect(one.p > 0 && one.p <= 1).toBe(true);
      }),
    );
  });

  test("drawn flips come near to all of them, and never to 0", () => {
    const exact = permutationTest(a, b);
    const drawn = permutationTest(a, b, { exactUpTo: 5, resamples: 20_000 });
    expect([exact.exact, drawn.exact, drawn.flips]).toEqual([true, false, 20_000]);
    expect(exact.p).toBe(0.0625);
    expect(Math.abs(drawn.p - exact.p)).toBeLessThan(0.01);
    const sure = Array.from({ length: 40 }, () => 1);
    const none = sure.map(() => 0);
    expect(permutationTest(sure, none, { resamples: 1000 })).toEqual({
      queries: 40,
      difference: 1,
      p: 1 / 1001,
      exact: false,
      flips: 1000,
    });
  });

  test("arms that tie everywhere are interchangeable", () => {
    expect(permutationTest(a, a)).toEqual({ queries: 6, difference: 0, p: 1, exact: true, flips: 1 });
    expect(permutationTest([1, 0, 1, 0], [0, 1, 0, 1]).p).toBe(1);
    expect(permutationTest([0.3], [0.1])).toEqual({ queries: 1, difference: expect.closeTo(0.2, 12), p: 1, exact: true, flips: 2 });
  });

  test("keeps its level: of arms without a difference about one in twenty is found to differ at 0.05", () => {
    const random = seededRandom(11);
    let found = 0;
    for (let i = 0; i < 400; i++) {
      const [left, right] = [Array.from({ length: 12 }, random), Array.from({ length: 12 }, random)];
      if (permutationTest(left, right).p <= 0.05) found++;
    }
    expect(found).toBeGreaterThan(6);
    expect(found).toBeLessThan(36);
  });
});

describe("pairedBootstrap", () => {
  test("the interval holds the difference, mirrors with the arms and widens with the confidence", () => {
    fc.assert(
      fc.property(arms(12), (pairs) => {
        const [left, right] = split(pairs);
        const one = pairedBootstrap(left, right, { resamples: 400 });
        const other = pairedBootstrap(right, left, { resamples: 400 });
        const wide = pairedBootstrap(left, right, { resamples: 400, confidence: 0.99 });
        if (pairs.length === 1) {
          expect([one.low, one.high, one.p]).toEqual([undefined, undefined, undefined]);
          return;
        }
        const [low, high, p] = [one.low, one.high, one.p] as [number, number, number];
        expect(low <= one.difference + 1e-9 && one.difference - 1e-9 <= high).toBe(true);
        expect(p > 0 && p <= 1).toBe(true);
        expect(other.low).toBeCloseTo(-high, 12);
        expect(other.high).toBeCloseTo(-low, 12);
        expect(other.p).toBe(p);
        expect((wide.low as number) <= low && high <= (wide.high as number)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("equal differences leave no doubt about their mean", () => {
    const { difference, low, high, p } = pairedBootstrap([2, 3, 4], [1, 2, 3], { resamples: 1000 });
    expect([difference, low, high]).toEqual([1, 1, 1]);
    // No resample of the centred differences, all 0, is as far off as 1.
    expect(p).toBe(1 / 1001);
    expect(pairedBootstrap(a, a).p).toBe(1);
  });

  test("comes near the interval of the normal approximation for many queries", () => {
    const random = seededRandom(5);
    const left = Array.from({ length: 400 }, random);
    const right = left.map((x) => x - 0.1 + (random() - 0.5) * 0.4);
    const differences = left.map((x, i) => x - (right[i] as number));
    const mean = differences.reduce((s, d) => s + d, 0) / 400;
    const error = Math.sqrt(differences.reduce((s, d) => s + (d - mean) ** 2, 0) / 400 / 400);
    const { low, high } = pairedBootstrap(left, right);
    expect(Math.abs((low as number) - (mean - 1.96 * error))).toBeLessThan(0.1 * error);
    expect(Math.abs((high as number) - (mean + 1.96 * error))).toBeLessThan(0.1 * error);
  });
});
