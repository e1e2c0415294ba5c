import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rank } from "../../src/ranking/index.js";
import { ahpWeights, blendWeights, criticWeights, entropyWeights, type Weighting } from "../../src/scoring/index.js";
import { deepFreeze, demandArbitrary, talentArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { naiveCritic, naiveEntropy } from "../oracle/naive-weights.js";

const NAMES = ["region", "field", "degree", "title", "𠮷", "\uff5e", "__proto__"];

/** Similarities with many ties, zeros and constant columns, on one to five dimensions. */
const matrixArbitrary = fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 }).chain((dimensions) =>
  fc.record({
    dimensions: fc.constant(dimensions),
    rows: fc.array(
      fc.array(fc.oneof(fc.constantFrom(0, 500, 1000), fc.nat(1000)), { minLength: dimensions.length, maxLength: dimensions.length }),
      { minLength: 1, maxLength: 7 },
    ),
  }),
);

/** Weights that are sound by themselves: shares sum to 1, integers to 1000, no share is off its integer by one thousandth or more. */
function checkSound({ shares, weights }: Weighting, dimensions: readonly string[]): void {
  expect(Object.keys(shares).sort()).toEqual([...dimensions].sort());
  expect(Object.keys(weights)).toEqual(Object.keys(shares));
  expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(Object.values(weights).reduce((a, b) => a + b, 0)).toBe(1000);
  for (const dimension of dimensions) {
    const [share = Number.NaN, weight = Number.NaN] = [shares[dimension], weights[dimension]];
    expect(Object.is(share, -0) || Object.is(weight, -0)).toBe(false);
    expect(share >= 0 && Number.isInteger(weight) && Math.abs(weight - 1000 * share) < 1).toBe(true);
  }
}

/** The rows with their columns, and themselves, in another order. */
function shuffled<T extends { dimensions: string[]; rows: number[][] }>({ dimensions, rows }: T) {
  const turn = dimensions.map((_, j) => (j * 3 + 1) % dimensions.length);
  const order = new Set(turn).size === turn.length ? turn : dimensions.map((_, j) => dimensions.length - 1 - j);
  return {
    dimensions: order.map((j) => dimensions[j] as string),
    rows: rows.map((row) => order.map((j) => row[j] as number)).reverse(),
  };
}

describe("weights from values", () => {
  test.each([
    ["entropyWeights", entropyWeights],
    ["criticWeights", criticWeights],
  ] as const)("%s sum to 1000 and follow their columns bit by bit, whatever the order of rows and columns", (_, weigh) => {
    fc.assert(
      fc.property(matrixArbitrary, (matrix) => {
        const weighting = weigh(deepFreeze(matrix));
        checkSound(weighting, matrix.dimensions);
        expect(weigh(shuffled(matrix))).toEqual(weighting);
      }),
      { numRuns: 500 },
    );
  });

  test("entropyWeights equal the formula read literally", () => {
    fc.assert(
      fc.property(matrixArbitrary, (matrix) => {
        const { shares, entropy, warning } = entropyWeights(matrix);
        const literal = naiveEntropy(matrix.rows);
        fc.pre(warning === undefined && literal.entropy.every(Number.isFinite));
        for (const [j, dimension] of matrix.dimensions.entries()) {
          expect(entropy[dimension]).toBeCloseTo(literal.entropy[j] as number, 12);
          expect(shares[dimension]).toBeCloseTo(literal.shares[j] as number, 6);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("criticWeights equal the formula read literally", () => {
    fc.assert(
      fc.property(matrixArbitrary, (matrix) => {
        const { shares, warning } = criticWeights(matrix);
        fc.pre(warning === undefined);
        for (const [j, share] of naiveCritic(matrix.rows, 1000).entries())
          expect(shares[matrix.dimensions[j] as string]).toBeCloseTo(share, 9);
      }),
      { numRuns: 500 },
    );
  });
});

describe("weights from judgements and blends", () => {
  const priorities = fc
    .uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 5 })
    .chain((dimensions) =>
      fc.tuple(
        fc.constant(dimensions),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: dimensions.length, maxLength: dimensions.length }),
      ),
    );

  test("ahpWeights sum to 1000 and follow their dimensions bit by bit", () => {
    fc.assert(
      fc.property(priorities, fc.double({ min: 0.8, max: 1.25, noNaN: true }), ([dimensions, given], slip) => {
        // Judgements near to consistent ones: every second is off by a slip.
        const matrix = given.map((a, i) => given.map((b, j) => (a / b) * (i === j ? 1 : (i + j) % 2 ? (i < j ? slip : 1 / slip) : 1)));
        const weighting = ahpWeights({ dimensions, matrix });
        checkSound(weighting, dimensions);
        const order = dimensions.map((_, i) => dimensions.length - 1 - i);
        const turned = {
          dimensions: order.map((i) => dimensions[i] as string),
          matrix: order.map((i) => order.map((j) => matrix[i]?.[j] as number)),
        };
        expect(ahpWeights(turned)).toEqual(weighting);
      }),
      { numRuns: 300 },
    );
  });

  test("blendWeights sum to 1000, follow their dimensions, and a blend with oneself changes nothing", () => {
    fc.assert(
      fc.property(
        priorities,
        fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 5, maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([dimensions, given], other, share) => {
          const record = (values: readonly number[], names = dimensions) =>
            Object.fromEntries(names.map((name) => [name, values[dimensions.indexOf(name)] as number]));
          const blended = blendWeights(record(given), record(other), { share });
          checkSound(blended, dimensions);
          const turned = [...dimensions].reverse();
          expect(blendWeights(record(given, turned), record(other, turned), { share })).toEqual(blended);
          expect(blendWeights(record(other), record(given), { share: 1 - share }).weights).toEqual(blended.weights);
          const sum = given.reduce((a, b) => a + b, 0);
          const same = blendWeights(record(given), record(given), { share });
          for (const [i, dimension] of dimensions.entries()) expect(same.shares[dimension]).toBeCloseTo((given[i] as number) / sum, 12);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("rank under fixed weights", () => {
  test("a talent more never changes the order of the others, whatever the weights", () => {
    const sample = fc.array(fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(talentsArbitrary(12), talentArbitrary, demandArbitrary, sample, (talents, added, demand, rows) => {
        fc.pre(talents.every(({ id }) => id !== added.id));
        const { weights } = entropyWeights({ dimensions: ["field", "title", "degree", "region"], rows });
        const placesOf = (registry: typeof talents) =>
          rank(registry, demand, { k: Number.POSITIVE_INFINITY, criteria: { weights } }).map(({ id, points }) => ({ id, points }));
        expect(placesOf([...talents, added]).filter(({ id }) => id !== added.id)).toEqual(placesOf(talents));
      }),
      { numRuns: 500 },
    );
  });
});
