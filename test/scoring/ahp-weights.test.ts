import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ahpWeights, type Consistency, consistencyOf, type JudgementMatrix, type PairwiseComparison } from "../../src/scoring/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveEigenvector } from "../oracle/naive-weights.js";

const four: JudgementMatrix = deepFreeze({
  dimensions: ["a", "b", "c", "d"],
  matrix: [
    [1, 1 / 3, 2, 2],
    [3, 1, 4, 5],
    [1 / 2, 1 / 4, 1, 1],
    [1 / 2, 1 / 5, 1, 1],
  ],
});
/** a over b, b over c, and c over a: a circle. */
const circle: JudgementMatrix = deepFreeze({
  dimensions: ["field", "degree", "region"],
  matrix: [
    [1, 3, 1 / 5],
    [1 / 3, 1, 3],
    [5, 1 / 3, 1],
  ],
});

const NAMES = ["region", "field", "degree", "title", "language", "𠮷", "__proto__"];

/** Judgements of any kind, contradictory ones too, as a matrix. */
const matrixArbitrary = fc
  .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 })
  .chain((dimensions) =>
    fc.record({
      dimensions: fc.constant(dimensions),
      scale: fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 15, maxLength: 15 }),
    }),
  )
  .map(({ dimensions, scale }): JudgementMatrix => {
    const ratio = (step: number) => (step < 0 ? 1 / (1 - step) : 1 + step);
    const upper = (i: number, j: number) => ratio(scale[(i * dimensions.length + j) % scale.length] as number);
    const matrix = dimensions.map((_, i) => dimensions.map((_, j) => (i === j ? 1 : i < j ? upper(i, j) : 1 / upper(j, i))));
    return { dimensions, matrix };
  });

const pairsOf = ({ dimensions, matrix }: JudgementMatrix): PairwiseComparison[] =>
  dimensions.flatMap((a, i) => dimensions.slice(i + 1).map((b, j) => ({ a, b, ratio: matrix[i]?.[i + 1 + j] as number })));

/** The matrix with one judgement set anew, in the order of its dimensions. */
function changed({ dimensions, matrix }: JudgementMatrix, a: string, b: string, to: number): JudgementMatrix {
  const [i, k] = [dimensions.indexOf(a), dimensions.indexOf(b)];
  return {
    dimensions,
    matrix: matrix.map((row, r) => row.map((value, c) => (r === i && c === k ? to : r === k && c === i ? 1 / to : value))),
  };
}

describe("ahpWeights", () => {
  test("the worked example of four: weights, lambda max and CR by either table", () => {
    const { shares, weights, consistency } = ahpWeights(four);
    expect(Object.values(shares).map((share) => share.toFixed(4))).toEqual(["0.2141", "0.5556", "0.1186", "0.1117"]);
    expect(weights).toEqual({ a: 214, b: 555, c: 119, d: 112 });
    expect(consistency.lambdaMax).toBeCloseTo(4.0155, 4);
    expect(consistency.consistencyRatio).toBeCloseTo(0.0057, 4);
    expect(consistency).toMatchObject({ randomIndexTable: "saaty", randomIndex: 0.9, consistent: true, worstTriple: ["b", "a", "c"] });
    const other = ahpWeights(four, { randomIndex: "thousand-draws" }).consistency;
    expect(other).toMatchObject({ randomIndexTable: "thousand-draws", randomIndex: 0.89, consistencyIndex: consistency.consistencyIndex });
    expect(other.consistencyRatio).toBeCloseTo(consistency.consistencyIndex / 0.89, 12);
  });

  test("judgements made from weights give the weights back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 15 }), (given) => {
        const sum = given.reduce((a, b) => a + b, 0);
        const dimensions = given.map((_, i) => `d${i}`);
        const { shares, consistency } = ahpWeights({ dimensions, matrix: given.map((a) => given.map((b) => a / b)) });
        for (const [i, weight] of given.entries()) expect(shares[`d${i}`]).toBeCloseTo(weight / sum, 12);
        expect(consistency.consistencyRatio).toBeLessThan(1e-12);
        expect(consistency.worstTriple).toBeUndefined();
      }),
    );
  });

  test("shares are the positive eigenvector, lambda max its eigenvalue, equal to the rows of a high power of the matrix", () => {
    fc.assert(
      fc.property(matrixArbitrary, (judgements) => {
        const { lambdaMax, consistent } = consistencyOf(judgements);
        const { vector, value } = naiveEigenvector(judgements.matrix);
        expect(lambdaMax).toBeCloseTo(value, 9);
        fc.pre(consistent);
        const { shares } = ahpWeights(deepFreeze(judgements));
        const parts = judgements.dimensions.map((dimension) => shares[dimension] as number);
        for (const [i, part] of parts.entries()) {
          expect(part).toBeGreaterThan(0);
          expect(part).toBeCloseTo(vector[i] as number, 10);
          const image = (judgements.matrix[i] as number[]).reduce((sum, entry, j) => sum + entry * (parts[j] as number), 0);
          expect(Math.abs(image - lambdaMax * part)).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a list of comparisons, either way round and in any order, is the matrix", () => {
    fc.assert(
      fc.property(matrixArbitrary, fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }), (judgements, turns) => {
        fc.pre(judgements.dimensions.length > 1);
        const pairs = pairsOf(judgements).map(({ a, b, ratio }, i) => (turns[i] ? { a: b, b: a, ratio: 1 / ratio } : { a, b, ratio }));
        const whole = consistencyOf(judgements);
        const listed = consistencyOf(deepFreeze(pairs.reverse()));
        expect(listed.lambdaMax).toBeCloseTo(whole.lambdaMax, 12);
        expect(listed.worstTriple).toEqual(whole.worstTriple);
      }),
      { numRuns: 150 },
    );
  });

  test("one and two dimensions cannot contradict one another", () => {
    expect(ahpWeights({ dimensions: ["field"], matrix: [[1]] }).weights).toEqual({ field: 1000 });
    const { weights, consistency } = ahpWeights([{ a: "field", b: "region", ratio: 4 }]);
    expect(weights).toEqual({ field: 800, region: 200 });
    expect(consistency).toEqual({
      randomIndexTable: "saaty",
      randomIndex: 0,
      lambdaMax: 2,
      consistencyIndex: 0,
      consistencyRatio: 0,
      consistent: true,
    });
  });

  test("a circle is refused with the triple, the value that mends it, and what follows", () => {
    const error = faultOf(() => ahpWeights(circle));
    const details = error.details as unknown as Consistency;
    expect(error.code).toBe("invalid-argument");
    expect(details).toEqual(consistencyOf(circle));
    expect(details.consistencyRatio).toBeCloseTo(1.58, 2);
    expect(details.worstTriple).toEqual(["degree", "field", "region"]);
    expect(details.tripleChange).toMatchObject({ a: "degree", b: "region", from: 3, to: 1 / 15, suffices: true });
    expect(error.message).toBe(
      "ahpWeights: expected a consistency ratio below 0.1, received 1.58; degree, field, region contradict each other most; " +
        "degree over region set to 0.0667 instead of 3 gives 0",
    );
    expect(ahpWeights(changed(circle, "degree", "region", 1 / 15)).consistency.consistent).toBe(true);
  });

  test("where the triple's change does not do, the best single change is told, and that it may not do either", () => {
    const knot: JudgementMatrix = {
      dimensions: ["a", "b", "c", "d"],
      matrix: [
        [1, 9, 1 / 9, 9],
        [1 / 9, 1, 9, 9],
        [9, 1 / 9, 1, 1 / 9],
        [1 / 9, 1 / 9, 9, 1],
      ],
    };
    const error = faultOf(() => ahpWeights(knot));
    expect((error.details as unknown as Consistency).bestChange?.suffices).toBe(false);
    expect(error.message).toContain("the best single change: a over c set to 81 instead of 0.111 gives 0.243");
  });

  test("the same judgements may pass by one table and be refused by the other", () => {
    // CI = cosh(ln(2.694) / 3) − 1 = 0.055, between a tenth of 0.52 and of 0.58.
    const judgements = [
      { a: "x", b: "y", ratio: 1 },
      { a: "y", b: "z", ratio: 1 },
      { a: "z", b: "x", ratio: 2.694 },
    ];
    expect(consistencyOf(judgements).consistencyIndex).toBeCloseTo(Math.cosh(Math.log(2.694) / 3) - 1, 12);
    expect(ahpWeights(judgements).consistency.consistent).toBe(true);
    const error = faultOf(() => ahpWeights(judgements, { randomIndex: "thousand-draws" }));
    expect(error.details).toMatchObject({ consistent: false, randomIndexTable: "thousand-draws" });
  });
});

describe("consistencyOf", () => {
  test("the worst triple is worse than no other, its change mends it, and no change of the three leaves less", () => {
    fc.assert(
      fc.property(matrixArbitrary, (judgements) => {
        const found = consistencyOf(deepFreeze(judgements));
        const { dimensions, matrix } = judgements;
        const ratio = (a: string, b: string) => matrix[dimensions.indexOf(a)]?.[dimensions.indexOf(b)] as number;
        const off = (a: string, b: string, c: string) => Math.abs(Math.log(ratio(a, b) * ratio(b, c) * ratio(c, a)));
        const worst = Math.max(0, ...dimensions.flatMap((a) => dimensions.flatMap((b) => dimensions.map((c) => off(a, b, c)))));
        expect(found.worstTriple === undefined ? 0 : off(...found.worstTriple)).toBeCloseTo(worst, 8);
        expect(found.tripleChange === undefined).toBe(found.consistent);
        expect(found.bestChange === undefined).toBe(found.consistent);
        if (found.consistent) return;
        const [i, j, k] = found.worstTriple as [string, string, string];
        const change = found.tripleChange as NonNullable<Consistency["tripleChange"]>;
        expect([change.a, change.b]).toEqual([i, k]);
        expect(change.from).toBeCloseTo(ratio(i, k), 12);
        expect(change.to).toBeCloseTo(ratio(i, j) * ratio(j, k), 12);
        for (const [a, through, b] of [
          [i, j, k],
          [i, k, j],
          [j, i, k],
        ] as const) {
          const after = consistencyOf(changed(judgements, a, b, ratio(a, through) * ratio(through, b))).consistencyRatio;
          expect(change.consistencyRatioAfter).toBeLessThanOrEqual(after + 1e-8);
          if (a === i && b === k) expect(change.consistencyRatioAfter).toBeCloseTo(after, 9);
        }
        expect(change.suffices).toBe(change.consistencyRatioAfter < 0.1);
      }),
      { numRuns: 150 },
    );
  });

  test("the best change is what it says, and no value of any judgement leaves less", () => {
    fc.assert(
      fc.property(matrixArbitrary, fc.double({ min: -5, max: 5, noNaN: true }), fc.nat(), (judgements, logarithm, pick) => {
        const { bestChange, tripleChange, consistencyRatio } = consistencyOf(judgements);
        fc.pre(bestChange !== undefined && tripleChange !== undefined);
        const { a, b, to, consistencyRatioAfter, suffices } = bestChange as NonNullable<Consistency["bestChange"]>;
        expect(consistencyRatioAfter).toBeCloseTo(consistencyOf(changed(judgements, a, b, to)).consistencyRatio, 9);
        expect(suffices).toBe(consistencyRatioAfter < 0.1);
        expect(consistencyRatioAfter).toBeLessThanOrEqual(Math.min(consistencyRatio, tripleChange?.consistencyRatioAfter ?? 0) + 1e-8);
        const pairs = pairsOf(judgements);
        const { a: x, b: y } = pairs[pick % pairs.length] as PairwiseComparison;
        expect(consistencyOf(changed(judgements, x, y, Math.exp(logarithm))).consistencyRatio).toBeGreaterThan(
          consistencyRatioAfter - 1e-8,
        );
      }),
      { numRuns: 150 },
    );
  });

  test("random judgements have a mean index near both tables", () => {
    const scale = [1 / 9, 1 / 8, 1 / 7, 1 / 6, 1 / 5, 1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    const draws = fc.sample(fc.array(fc.constantFrom(...scale), { minLength: 6, maxLength: 6 }), { numRuns: 400, seed: 7 });
    const indexes = draws.map(([ab, ac, ad, bc, bd, cd]) => {
      const pair = (a: string, b: string, ratio = 1) => ({ a, b, ratio });
      const pairs = [
        pair("a", "b", ab),
        pair("a", "c", ac),
        pair("a", "d", ad),
        pair("b", "c", bc),
        pair("b", "d", bd),
        pair("c", "d", cd),
      ];
      return consistencyOf(pairs).consistencyIndex;
    });
    const mean = indexes.reduce((sum, index) => sum + index, 0) / indexes.length;
    expect(Math.abs(mean - 0.895)).toBeLessThan(0.08);
  });
});

describe("judgements that are none", () => {
  const square = (matrix: unknown) => () => consistencyOf({ dimensions: ["a", "b"], matrix } as never);
  test.each([
    ["not square", square([[1, 2]]), "matrix"],
    ["a short row", square([[1, 2], [0.5]]), "matrix"],
    ["no matrix", square(undefined), "matrix"],
    ["no row", square([[1, 2], 3]), "matrix"],
    [
      "not reciprocal",
      square([
        [1, 2],
        [0.3, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "0.333 for a third",
      square([
        [1, 3],
        [0.333, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "a diagonal that is not 1",
      square([
        [2, 2],
        [0.5, 1],
      ]),
      "matrix.0.0",
    ],
    [
      "zero",
      square([
        [1, 0],
        [1, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "negative",
      square([
        [1, -2],
        [-0.5, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "NaN",
      square([
        [1, Number.NaN],
        [1, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "infinite",
      square([
        [1, Number.POSITIVE_INFINITY],
        [0, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "a reciprocal beyond all numbers",
      square([
        [1, 5e-324],
        [1, 1],
      ]),
      "matrix.0.1",
    ],
    [
      "text",
      square([
        [1, "2"],
        [0.5, 1],
      ]),
      "matrix.0.1",
    ],
    ["no dimension", () => consistencyOf({ dimensions: [], matrix: [] }), "dimensions"],
    [
      "a name twice",
      () =>
        consistencyOf({
          dimensions: ["a", "a"],
          matrix: [
            [1, 1],
            [1, 1],
          ],
        }),
      "dimensions.1",
    ],
    ["an empty name", () => consistencyOf({ dimensions: [""], matrix: [[1]] }), "dimensions.0"],
    ["no names", () => consistencyOf({ matrix: [[1]] } as never), "dimensions"],
    ["nothing", () => consistencyOf(null as never), ""],
    ["no comparison", () => consistencyOf([]), ""],
    ["a dimension against itself", () => consistencyOf([{ a: "a", b: "a", ratio: 1 }]), "0"],
    ["a comparison without a name", () => consistencyOf([{ a: "a", b: "", ratio: 1 }]), "0"],
    ["a comparison that is none", () => consistencyOf([null] as never), ""],
    ["an absent comparison", () => consistencyOf([undefined] as never), "0"],
    ["a ratio of zero", () => consistencyOf([{ a: "a", b: "b", ratio: 0 }]), "0.ratio"],
    [
      "a pair twice",
      () =>
        consistencyOf([
          { a: "a", b: "b", ratio: 2 },
          { a: "a", b: "b", ratio: 2 },
        ]),
      "1",
    ],
    [
      "a pair the other way round",
      () =>
        consistencyOf([
          { a: "a", b: "b", ratio: 2 },
          { a: "b", b: "a", ratio: 0.5 },
        ]),
      "1",
    ],
  ])("are refused: %s", (_, run, path) => {
    const error = faultOf(run);
    expect([error.code, error.path.join(".")]).toEqual(["invalid-argument", path]);
  });

  test("missing pairs are named", () => {
    const error = faultOf(() =>
      ahpWeights([
        { a: "title", b: "field", ratio: 2 },
        { a: "region", b: "field", ratio: 1 },
        { a: "degree", b: "title", ratio: 1 },
      ]),
    );
    expect(error.details["missing"]).toEqual([
      ["degree", "field"],
      ["degree", "region"],
      ["region", "title"],
    ]);
    expect(error.message).toContain("missing degree with field, degree with region, region with title");
  });

  test("more than fifteen dimensions have no random index", () => {
    const of = (n: number) => {
      const dimensions = Array.from({ length: n }, (_, i) => `d${i}`);
      return { dimensions, matrix: dimensions.map(() => dimensions.map(() => 1)) };
    };
    expect(consistencyOf(of(15)).randomIndex).toBe(1.59);
    expect(faultOf(() => consistencyOf(of(16))).path).toEqual(["dimensions"]);
    const star = Array.from({ length: 16 }, (_, i) => ({ a: "centre", b: `d${i}`, ratio: 1 }));
    expect(faultOf(() => consistencyOf(star)).path).toEqual(["dimensions"]);
  });

  test("options are checked", () => {
    expect(faultOf(() => ahpWeights(four, { randomIndex: "forman" as never })).path).toEqual(["randomIndex"]);
    expect(faultOf(() => ahpWeights(four, { table: "saaty" } as never)).code).toBe("unknown-option");
    expect(faultOf(() => consistencyOf({ ...four, rows: [] } as never)).code).toBe("unknown-option");
    expect(faultOf(() => consistencyOf([{ a: "a", b: "b", ratio: 1, why: "" } as never])).code).toBe("unknown-option");
  });

  test("judgements that contradict each other by many powers of ten never settle, and that is said", () => {
    const error = faultOf(() =>
      consistencyOf([
        { a: "a", b: "b", ratio: 1e6 },
        { a: "b", b: "c", ratio: 1e9 },
        { a: "c", b: "a", ratio: 1e3 },
      ]),
    );
    expect([error.code, error.details]).toEqual(["invalid-argument", { steps: 10_000 }]);
  });
});
