import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weightSource } from "../../src/explain/draw-weights.js";
import { acceptability } from "../../src/explain/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import { deepFreeze, demandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const requirements: Demand["requirements"] = [
  { dimension: "degree", kind: "soft", values: ["doctor"], weight: 800 },
  { dimension: "title", kind: "soft", values: ["senior"], weight: 200 },
];
const demand: Demand = { id: "d", requirements };
const scholar: Talent = { id: "a", degree: "doctor", title: { grade: "none" } };
const engineer: Talent = { id: "b", degree: "none", title: { grade: "senior" } };

describe("acceptability", () => {
  test("shares of places sum to the share of the list, and those of one place to one", () => {
    fc.assert(
      fc.property(talentsArbitrary(15), demandArbitrary, fc.integer({ min: 1, max: 4 }), fc.nat(99), (talents, asked, k, seed) => {
        const told = acceptability(deepFreeze(asked), { talents: deepFreeze(talents), k, seed, draws: 50 });
        for (const { id, top, places, central } of told.talents) {
          expect(places.reduce((sum, { count }) => sum + count, 0)).toBe(top.count);
          expect(top.count).toBeGreaterThan(0);
          expect(talents.some((talent) => talent.id === id)).toBe(true);
          expect(central === undefined).toBe(places[0]?.count === 0);
          if (central !== undefined && central.length > 0) expect(central.reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 9);
          for (const { share, low, high } of [top, ...places]) expect(low <= (share as number) && (share as number) <= high).toBe(true);
        }
        const candidates = rank(talents, asked, { k }).length;
        for (let place = 0; place < candidates; place++)
          expect(told.talents.reduce((sum, { places }) => sum + (places[place]?.count ?? 0), 0)).toBe(50);
        expect(told.talents.every(({ places }) => places.length === candidates)).toBe(true);
        expect(told.requirements).toEqual(compileDemand(asked).terms.map(({ requirement }) => requirement));
      }),
      { numRuns: 60 },
    );
  });

  test("counts the lists under the weights drawn, each ranked", () => {
    const talents: Talent[] = [scholar, engineer, { id: "c", degree: "bachelor", title: { grade: "associate-senior" } }];
    const draw = weightSource([1, 1], seededRandom(5));
    const firsts = new Map<string, number>();
    for (let i = 0; i < 300; i++) {
      const weights = draw();
      const first = rank(
        talents,
        { id: "d", requirements: requirements.map((r, j) => ({ ...r, weight: weights[j] as number })) },
        { k: 1 },
      )[0]?.id as string;
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    const told = acceptability(demand, { talents, k: 1, seed: 5, draws: 300 });
    expect(new Map(told.talents.map(({ id, top }) => [id, top.count]))).toEqual(firsts);
  });

  test("finds the share of the simplex that puts a talent first", () => {
    // 1000x >= 1000 (1000 − x): half of all weights. 700x + 400 (1000 − x) against both: between the two crossings.
    const half = acceptability(demand, { talents: [scholar, engineer], k: 1, draws: 4000 }).talents;
    expect(half.map(({ id }) => id).sort()).toEqual(["a", "b"]);
    for (const { top } of half) expect(top.low <= 0.5 && 0.5 <= top.high).toBe(true);
    const middling: Talent = { id: "c", degree: "master", title: { grade: "intermediate" } };
    // 650x + 400y >= 1000x and >= 1000y with x + y = 1: x from 12/25 to 8/15... of the weights.
    const share = 400 / 750 - 600 / 1250;
    const third = acceptability(demand, { talents: [scholar, engineer, middling], k: 1, draws: 20_000, seed: 3 }).talents.find(
      ({ id }) => id === "c",
    );
    expect(third !== undefined && third.top.low <= share && share <= third.top.high).toBe(true);
    expect(third?.central?.[0]).toBeGreaterThan(480);
    expect(third?.central?.[0]).toBeLessThan(534);
  });

  test("concentration draws the weights towards the present ones", () => {
    const share = (concentration: number) =>
      acceptability(demand, { talents: [scholar, engineer], k: 1, draws: 1000, concentration }).talents.find(({ id }) => id === "a")?.top
        .share as number;
    expect(share(0)).toBeLessThan(0.6);
    expect(share(10)).toBeGreaterThan(0.8);
    expect(share(10_000)).toBe(1);
  });

  test("the same seed gives the same answer, also over an index", () => {
    fc.assert(
      fc.property(talentsArbitrary(15), demandArbitrary, fc.integer(), (talents, asked, seed) => {
        const options = { k: 2, seed, draws: 20, concentration: 4 };
        const told = acceptability(asked, { talents, ...options });
        expect(acceptability(asked, { talents: talents.toReversed(), ...options })).toEqual(told);
        expect(acceptability(asked, { index: createTalentIndex(talents), ...options })).toEqual(told);
      }),
      { numRuns: 40 },
    );
  });

  test("without soft requirements every draw gives the list by id", () => {
    const told = acceptability({ id: "d", requirements: [] }, { talents: [engineer, scholar], k: 1, draws: 7 });
    expect(told).toMatchObject({ draws: 7, requirements: [], talents: [{ id: "a", top: { count: 7, of: 7, share: 1 }, central: [] }] });
    expect(acceptability(demand, { talents: [] }).talents).toEqual([]);
  });

  test("faulty options are refused", () => {
    const call = (options: object) => faultOf(() => acceptability(demand, { talents: [], ...options } as never)).code;
    expect(call({ k: -1 })).toBe("invalid-option");
    expect(call({ seed: 0.5 })).toBe("invalid-option");
    expect(call({ draws: 0 })).toBe("invalid-option");
    expect(call({ draws: 1_000_001 })).toBe("invalid-option");
    expect(call({ concentration: -1 })).toBe("invalid-option");
    expect(call({ concentration: Number.NaN })).toBe("invalid-option");
    expect(call({ change: "facts" })).toBe("unknown-option");
    expect(faultOf(() => acceptability(demand, {})).code).toBe("invalid-option");
  });
});

describe("weightSource", () => {
  test("weights are integers >= 0 that sum to 1000", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 7 }), fc.integer(), (alphas, seed) => {
        const draw = weightSource(alphas, seededRandom(seed));
        for (let i = 0; i < 5; i++) {
          const weights = draw();
          expect(weights).toHaveLength(alphas.length);
          expect(weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0)).toBe(true);
          expect(weights.reduce((a, b) => a + b, 0)).toBe(1000);
        }
      }),
    );
  });

  test("their mean and variance are those of the Dirichlet distribution", () => {
    const alphas = [1, 2, 5];
    const draws = 20_000;
    const draw = weightSource(alphas, seededRandom(11));
    const sums = alphas.map(() => 0);
    const squares = alphas.map(() => 0);
    for (let i = 0; i < draws; i++)
      for (const [j, weight] of draw().entries()) {
        sums[j] = (sums[j] as number) + weight / 1000;
        squares[j] = (squares[j] as number) + (weight / 1000) ** 2;
      }
    for (const [j, alpha] of alphas.entries()) {
      const mean = (sums[j] as number) / draws;
      const variance = (squares[j] as number) / draws - mean ** 2;
      const expected = alpha / 8;
      const spread = (alpha * (8 - alpha)) / (8 * 8 * 9);
      expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(spread / draws));
      expect(Math.abs(variance / spread - 1)).toBeLessThan(0.05);
    }
  });
});
