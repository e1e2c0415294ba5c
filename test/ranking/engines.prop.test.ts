import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Demand, Talent } from "../../src/model/index.js";
import { compareCodePoints } from "../../src/numeric/index.js";
import { createTalentIndex, type Match, RANK_ENGINES, type RankStats, rank } from "../../src/ranking/index.js";
import { type Criteria, compileDemand, scorePlanned, settleCriteria } from "../../src/scoring/index.js";
import { crowdArbitrary, deepFreeze, languageDemandArbitrary, roundDemandArbitrary, talentsArbitrary } from "../arbitraries/records.js";

const k = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(Number.POSITIVE_INFINITY));
const language = { language: { similarity: (a: string, b: string) => (a === b ? 1000 : a === "de" ? 300 : 0) } };

/** Tables of trees, with ties between levels; and tables that are no tree's. */
const criteriaArbitrary: fc.Arbitrary<Criteria> = fc
  .record({
    unknown: fc.constantFrom(undefined, 0, 400, 1000),
    unknownHard: fc.constantFrom(undefined, "reject" as const),
    basis: fc.constantFrom(undefined, "hometown" as const, "either" as const),
    regionNearness: fc.constantFrom(
      undefined,
      { county: 900, prefecture: 900, province: 300, country: 300, none: 100 },
      { county: 900, prefecture: 901, province: 3, country: 2, none: 1 },
    ),
    fieldNearness: fc.constantFrom(
      undefined,
      { same: 800, discipline: 800, category: 50, none: 50 },
      { same: 500, discipline: 700, category: 400, none: 600 },
    ),
    fieldRelations: fc.constantFrom(undefined, [
      { a: "0832", b: "0822", similarity: 650 },
      { a: "12", b: "083201", similarity: 800 },
    ]),
    atLeast: fc.constantFrom(
      undefined,
      undefined,
      { field: 700 },
      { field: 400, region: 600, degree: 650 },
      { language: 300, region: 1000, title: 0 },
    ),
  })
  .map((criteria) => ({ ...criteria, dimensions: language }));

const basesArbitrary = fc.constantFrom(
  undefined,
  ["residence" as const],
  ["either" as const],
  ["hometown" as const, "either" as const, "residence" as const],
);

/** Those whom one rule alone keeps out, by scoring every talent. */
function nearMissesByScore(talents: readonly Talent[], demand: Demand, criteria: Criteria, n: number) {
  const plan = compileDemand(demand, criteria);
  const near = talents
    .map((talent) => scorePlanned(talent, plan, settleCriteria(criteria)))
    .filter(({ failed }) => failed.length === 1)
    .sort((a, b) => b.points - a.points || compareCodePoints(a.id, b.id));
  return near.slice(0, n).map(({ id, points, low, high, toVerify, failed }, i) => ({
    id,
    points,
    low,
    high,
    rank: i + 1,
    tied: near[i - 1]?.points === points || near[i + 1]?.points === points,
    ...(toVerify ? { toVerify } : {}),
    failed: failed[0],
    requirement: demand.requirements[failed[0] ?? -1],
  }));
}

/** Few talents and few kinds of facts, so that many tie. */
const alikeArbitrary: fc.Arbitrary<Talent[]> = fc
  .tuple(talentsArbitrary(4), fc.integer({ min: 1, max: 12 }))
  .map(([talents, times]) =>
    Array.from({ length: times }, (_, i) => talents.map((talent) => ({ ...talent, id: `${talent.id}|${i}` }))).flat(),
  );

const registryArbitrary = fc.oneof(
  { weight: 6, arbitrary: talentsArbitrary() },
  { weight: 2, arbitrary: alikeArbitrary },
  { weight: 1, arbitrary: crowdArbitrary(60) },
);

describe("the three engines", () => {
  test("give the list of the objects for any registry, demand, criteria, place and k: 20,000 cases", () => {
    const ran = new Map<string, number>();
    let cases = 0;
    fc.assert(
      fc.property(
        registryArbitrary,
        fc.array(languageDemandArbitrary, { minLength: 4, maxLength: 4 }),
        criteriaArbitrary,
        basesArbitrary,
        k,
        (talents, demands, criteria, bases, n) => {
          const index = createTalentIndex(deepFreeze(talents), { criteria, ...(bases ? { bases } : {}) });
          for (const demand of demands) {
            const want = JSON.stringify(rank(talents, demand, { k: n, criteria }));
            cases++;
            for (const engine of RANK_ENGINES) {
              const onStats = (stats: RankStats) => {
                const key = `${engine}: ${stats.engine}, ${stats.reason}`;
                ran.set(key, (ran.get(key) ?? 0) + 1);
              };
              expect(JSON.stringify(index.rank(demand, { k: n, engine, onStats }))).toBe(want);
            }
            expect(JSON.stringify(index.rank(demand, { k: n }))).toBe(want);
          }
        },
      ),
      { numRuns: 5000 },
    );
    expect(cases).toBe(20_000);
    // Each engine answered, and each reason to leave the cells was met.
    for (const way of [
      "cells: cells, undefined",
      "cells: postings, nearness-no-tree",
      "cells: postings, place-not-indexed",
      "cells: postings, own-dimension",
      "cells: postings, several-requirements",
      "postings: postings, asked",
      "scan: scan, asked",
    ]) {
      expect([way, (ran.get(way) ?? 0) > 200]).toEqual([way, true]);
    }
  });

  test("agree on short lists of a crowd, where bounds cut and ties cross levels", () => {
    fc.assert(
      fc.property(
        crowdArbitrary(150),
        fc.array(fc.oneof(roundDemandArbitrary, languageDemandArbitrary), { minLength: 6, maxLength: 6 }),
        criteriaArbitrary,
        basesArbitrary,
        fc.integer({ min: 1, max: 6 }),
        (talents, demands, criteria, bases, n) => {
          const index = createTalentIndex(talents, { criteria, ...(bases ? { bases } : {}) });
          for (const demand of demands) {
            const want = JSON.stringify(rank(talents, demand, { k: n, criteria }));
            for (const engine of RANK_ENGINES) expect(JSON.stringify(index.rank(demand, { k: n, engine }))).toBe(want);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test("the planner's own choice gives the list of the objects, whatever it chooses", () => {
    const chosen = new Set<string>();
    fc.assert(
      fc.property(
        crowdArbitrary(700),
        fc.array(fc.oneof(roundDemandArbitrary, languageDemandArbitrary), { minLength: 5, maxLength: 5 }),
        criteriaArbitrary,
        basesArbitrary,
        fc.constantFrom(1, 10, 64, 65, 80, 200, 699, 5000),
        (talents, demands, criteria, bases, n) => {
          const index = createTalentIndex(talents, { criteria, ...(bases ? { bases } : {}) });
          for (const demand of demands) {
            const want = JSON.stringify(rank(talents, demand, { k: n, criteria }));
            const onStats = ({ engine, reason }: RankStats) => chosen.add(`${engine} ${reason}`);
            expect(JSON.stringify(index.rank(demand, { k: n, onStats }))).toBe(want);
            expect(JSON.stringify(index.rank(demand, { k: n, engine: "cells" }))).toBe(want);
          }
        },
      ),
      { numRuns: 60 },
    );
    expect([...chosen]).toEqual(expect.arrayContaining(["cells undefined", "scan long-list", "postings own-dimension"]));
  });

  test("a walk whose bounds rule out too little gives up for a scan, with the same list", () => {
    // Everybody differs only in what the cells do not hold, so that a walk would meet all.
    const talents = Array.from({ length: 6000 }, (_, i) => ({
      id: `t${i}`,
      residence: "410923",
      facts: { language: [`l${(i * 37) % 500}`] },
    }));
    const index = createTalentIndex(talents, { criteria: { dimensions: language } });
    const demand: Demand = { id: "d", requirements: [{ dimension: "language", kind: "soft", values: ["l7"] }] };
    let told: RankStats | undefined;
    expect(index.rank(demand, { k: 20, onStats: (stats) => (told = stats) })).toEqual(
      rank(talents, demand, { k: 20, criteria: { dimensions: language } }),
    );
    expect([told?.engine, told?.reason]).toEqual(["scan", "too-loose"]);
  });

  test("find the same near-misses as scoring every talent, each with the one rule that fails", () => {
    fc.assert(
      fc.property(
        registryArbitrary,
        languageDemandArbitrary,
        criteriaArbitrary,
        basesArbitrary,
        fc.integer({ min: 1, max: 12 }),
        (talents, demand, criteria, bases, n) => {
          const index = createTalentIndex(talents, { criteria, ...(bases ? { bases } : {}) });
          const want = nearMissesByScore(talents, demand, criteria, n);
          const matches: Match[] = rank(talents, demand, { k: n, criteria });
          for (const engine of RANK_ENGINES) {
            expect(index.rank(demand, { k: n, engine, nearMisses: true })).toEqual({ matches, nearMisses: want });
          }
        },
      ),
      { numRuns: 4000 },
    );
  });

  test("count the candidates that the objects have", () => {
    fc.assert(
      fc.property(registryArbitrary, languageDemandArbitrary, criteriaArbitrary, (talents, demand, criteria) => {
        const index = createTalentIndex(talents, { criteria });
        expect(index.countCandidates(demand)).toBe(rank(talents, demand, { k: Number.POSITIVE_INFINITY, criteria }).length);
      }),
      { numRuns: 1000 },
    );
  });
});
