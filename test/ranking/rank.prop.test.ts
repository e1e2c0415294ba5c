import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCodePoints, seededRandom } from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import { deepFreeze, demandArbitrary, languageDemandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { naiveScore } from "../oracle/naive-score.js";

const k = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(Number.POSITIVE_INFINITY));

describe("rank", () => {
  test("orders the literal scores by points, then by id in code-point order", () => {
    fc.assert(
      fc.property(talentsArbitrary(), demandArbitrary, (talents, demand) => {
        const weights = compileDemand(demand).terms.map((term) => term.weight);
        const want = talents
          .map((talent) => naiveScore(talent, demand, weights))
          .filter((s) => s.candidate)
          .sort((a, b) => b.points - a.points || compareCodePoints(a.id, b.id));
        const got = rank(deepFreeze(talents), deepFreeze(demand), { k: Number.POSITIVE_INFINITY });
        expect(got.map(({ id, points, low, high, toVerify }) => ({ id, points, low, high, toVerify: toVerify === true }))).toEqual(
          want.map(({ id, points, low, high, toVerify }) => ({ id, points, low, high, toVerify })),
        );
        expect(got.map((m) => m.rank)).toEqual(got.map((_, i) => i + 1));
        expect(got.map((m) => m.tied)).toEqual(got.map((m) => got.filter((o) => o.points === m.points).length > 1));
      }),
      { numRuns: 2000 },
    );
  });

  test("rank(k) is a prefix of rank(k + 1)", () => {
    fc.assert(
      fc.property(talentsArbitrary(), demandArbitrary, fc.integer({ min: 1, max: 25 }), (talents, demand, n) => {
        expect(rank(talents, demand, { k: n + 1 }).slice(0, n)).toEqual(rank(talents, demand, { k: n }));
      }),
      { numRuns: 500 },
    );
  });

  test("points, ids and order are byte-identical over 100 input shuffles", () => {
    fc.assert(
      fc.property(talentsArbitrary(40), demandArbitrary, fc.integer(), (talents, demand, seed) => {
        const random = seededRandom(seed);
        const bytes = JSON.stringify(rank(talents, demand, { k: 12 }));
        const indexed = JSON.stringify(createTalentIndex(talents).rank(demand, { k: 12 }));
        expect(indexed).toBe(bytes);
        for (let i = 0; i < 100; i++) {
          const shuffled = talents.map((talent) => ({ talent, at: random() })).sort((a, b) => a.at - b.at);
          const order = shuffled.map(({ talent }) => talent);
          expect(JSON.stringify(rank(order, demand, { k: 12 }))).toBe(bytes);
          if (i < 3) expect(JSON.stringify(createTalentIndex(order).rank(demand, { k: 12 }))).toBe(bytes);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("TalentIndex.rank", () => {
  test("equals rank over the objects, for any demand, k and dimension of the caller's own", () => {
    const criteria = { dimensions: { language: { similarity: (a: string, b: string) => (a === b ? 1000 : a === "de" ? 300 : 0) } } };
    fc.assert(
      fc.property(talentsArbitrary(), fc.array(languageDemandArbitrary, { minLength: 1, maxLength: 4 }), k, (talents, demands, n) => {
        const index = createTalentIndex(deepFreeze(talents), { criteria });
        const lists = index.rankAll(demands, { k: n });
        expect(lists).toEqual(demands.map((demand) => rank(talents, demand, { k: n, criteria })));
      }),
      { numRuns: 1500 },
    );
  });

  test("equals rank under criteria given with the question", () => {
    const criteria = {
      weights: { region: 700, field: 100 },
      unknown: 120,
      basis: "either" as const,
      regionNearness: { county: 900, prefecture: 901, province: 3, country: 2, none: 1 },
      degreeStep: 100,
      fieldRelations: [{ a: "0832", b: "0822", similarity: 650 }],
    };
    fc.assert(
      fc.property(talentsArbitrary(), demandArbitrary, k, (talents, demand, n) => {
        expect(createTalentIndex(talents).rank(demand, { k: n, criteria })).toEqual(rank(talents, demand, { k: n, criteria }));
      }),
      { numRuns: 800 },
    );
  });
});
