import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { counterfactual } from "../../src/explain/index.js";
import { nearestWeights, type Rival } from "../../src/explain/nearest-weights.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { compareCodePoints, largestRemainder } from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import {
  deepFreeze,
  demandArbitrary,
  languageDemandArbitrary,
  requirementArbitrary,
  talentArbitrary,
  talentsArbitrary,
} from "../arbitraries/records.js";
import { naiveAhead, naiveMoved, naiveNearest } from "../oracle/naive-nearest-weights.js";
import { naiveScore } from "../oracle/naive-score.js";

/** A search over weights of a small sum, so that every vector can be tried. */
const smallSearch = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 5 }))
  .chain(([n, total, k]) =>
    fc.record({
      present: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((shares) => {
        const weights = largestRemainder(shares, total);
        return weights.some((weight) => weight > 0) ? weights : weights.with(0, total);
      }),
      rivals: fc.array(
        fc.record({
          difference: fc.array(fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-300, 100, 350)), { minLength: n, maxLength: n }),
          count: fc.integer({ min: 1, max: 3 }),
          winsTies: fc.boolean(),
        }),
        { maxLength: 9 },
      ),
      k: fc.constant(k),
    }),
  );

describe("nearestWeights", () => {
  test("is the nearest of all weights there are, for every small sum", () => {
    fc.assert(
      fc.property(smallSearch, (search) => {
        const got = nearestWeights({ ...deepFreeze(search), limit: 100_000 });
        const least = naiveNearest(search);
        expect(got === undefined).toBe(least === undefined);
        if (got === undefined) return;
        expect(naiveMoved(search.present, got)).toBe(least);
        expect(naiveAhead(search, got)).toBeLessThan(search.k);
        expect(got.every((weight) => weight >= 0)).toBe(true);
        expect(got.reduce((a, b) => a + b, 0)).toBe(search.present.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 3000 },
    );
  });

  test("finds the same weights for rivals in any order", () => {
    fc.assert(
      fc.property(smallSearch, (search) => {
        const told = (rivals: readonly Rival[]) => nearestWeights({ ...search, rivals, limit: 100_000 });
        expect(told(search.rivals.toReversed())).toEqual(told(search.rivals));
      }),
      { numRuns: 300 },
    );
  });
});

/** Demands of so many soft requirements whose weights are whole. */
const weighedArbitrary = (n: number): fc.Arbitrary<Demand> =>
  fc
    .tuple(
      fc.array(
        requirementArbitrary.filter(({ kind }) => kind === "soft"),
        { minLength: n, maxLength: n },
      ),
      fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n }).filter((weights) => weights.some((weight) => weight > 0)),
      fc.array(
        requirementArbitrary.filter(({ kind }) => kind !== "soft"),
        { maxLength: 1 },
      ),
    )
    .map(([soft, shares, rules]) => {
      const weights = largestRemainder(shares, 1000);
      return { id: "d", requirements: [...soft.map((r, i) => ({ ...r, weight: weights[i] as number })), ...rules] };
    });

/** The search for one talent, from literal scores in which one requirement alone weighs. */
function literalSearch(talents: readonly Talent[], talent: Talent, demand: Demand, k: number) {
  const present = demand.requirements.flatMap((r) => (r.kind === "soft" ? [r.weight as number] : []));
  const profile = (one: Talent) =>
    present.map(
      (_, i) =>
        naiveScore(
          one,
          demand,
          present.map((__, j) => (i === j ? 1 : 0)),
        ).points,
    );
  const own = profile(talent);
  const rivals = talents
    .filter((one) => one.id !== talent.id && naiveScore(one, demand, present).candidate)
    .map((one) => ({
      difference: profile(one).map((value, i) => value - (own[i] as number)),
      count: 1,
      winsTies: compareCodePoints(one.id, talent.id) < 0,
    }));
  return { present, rivals, k };
}

/** What a call answers; undefined where it would have to look too far. */
function answerOf<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof GuiyanError && error.code === "limit-exceeded") return undefined;
    throw error;
  }
}

describe("counterfactual over weights", () => {
  test.each([
    [2, 300],
    [3, 6],
  ])("is the least of all whole weights that sum to 1000, for %i soft requirements", (n, numRuns) => {
    fc.assert(
      fc.property(
        talentsArbitrary(12),
        talentArbitrary,
        weighedArbitrary(n),
        fc.integer({ min: 1, max: 4 }),
        (talents, talent, demand, k) => {
          const search = literalSearch(talents, talent, demand, k);
          const got = counterfactual(deepFreeze(talent), deepFreeze(demand), { talents: deepFreeze(talents), k, change: "weights" });
          if (!naiveScore(talent, demand, search.present).candidate) {
            expect(got).toMatchObject({ status: "impossible", reason: { kind: "rules" } });
            return;
          }
          const least = naiveNearest(search);
          if (least === undefined) expect(got.status).toBe("impossible");
          else if (least === 0) expect(got.status).toBe("in");
          else expect(got).toMatchObject({ status: "change", moved: least });
        },
      ),
      { numRuns },
    );
  });

  test("does what it says: ranked anew under the new weights the talent stands at the told place", () => {
    const criteria = { dimensions: { language: {} } };
    let gaveUp = 0;
    fc.assert(
      fc.property(
        talentsArbitrary(20),
        talentArbitrary,
        languageDemandArbitrary,
        fc.integer({ min: 1, max: 5 }),
        (talents, talent, demand, k) => {
          const list = [...talents.filter(({ id }) => id !== talent.id), talent];
          const placeIn = (asked: Demand) => rank(list, asked, { k, criteria }).find(({ id }) => id === talent.id);
          // No wrong answer where the search would be long, but an error.
          const got = answerOf(() => counterfactual(talent, demand, { talents, k, criteria, change: "weights", limit: 20_000 }));
          if (got === undefined) {
            gaveUp++;
            return;
          }
          expect(got.before.rank).toBe(placeIn(demand)?.rank);
          if (got.status !== "change") return;
          const match = placeIn(got.demand);
          expect([got.after.rank, got.after.points]).toEqual([match?.rank, match?.points]);
          const weightsOf = (asked: Demand) => compileDemand(asked, criteria).terms.map(({ weight }) => weight);
          const [before, after] = [weightsOf(demand), weightsOf(got.demand)];
          expect(naiveMoved(before, after)).toBe(got.moved);
          expect(got.moved).toBeGreaterThan(0);
          const differing = compileDemand(demand, criteria).terms.flatMap(({ requirement, dimension }, i) =>
            before[i] === after[i] ? [] : [{ requirement, dimension, from: before[i], to: after[i] }],
          );
          expect(got.changes).toEqual(differing);
          const unweighted = (asked: Demand) => asked.requirements.map(({ weight: _, ...rest }) => rest);
          expect(unweighted(got.demand)).toEqual(unweighted(demand));
        },
      ),
      { numRuns: 600 },
    );
    expect(gaveUp).toBeLessThanOrEqual(6);
  });

  test("over an index it tells the same as over its talents", () => {
    fc.assert(
      fc.property(talentsArbitrary(15), talentArbitrary, demandArbitrary, fc.integer({ min: 1, max: 4 }), (talents, talent, demand, k) => {
        const index = createTalentIndex(talents);
        expect(counterfactual(talent, demand, { index, k, change: "weights" })).toEqual(
          counterfactual(talent, demand, { talents, k, change: "weights" }),
        );
      }),
      { numRuns: 200 },
    );
  });
});
