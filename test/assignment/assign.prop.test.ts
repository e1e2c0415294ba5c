import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AssignmentPlan,
  type AssignOptions,
  assign,
  solveAssignment,
  solveStableMatching,
  verifyPlan,
} from "../../src/assignment/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { compareCodePoints } from "../../src/numeric/index.js";
import { createTalentIndex } from "../../src/ranking/index.js";
import { score } from "../../src/scoring/index.js";
import { crowdArbitrary, deepFreeze, demandArbitrary, roundDemandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { naiveAssignment } from "../oracle/naive-assignment.js";
import { naiveScore } from "../oracle/naive-score.js";

/** Demands with headcounts, some of them alike so that they want the same people. */
const demandsArbitrary = (most: number, headcount: number): fc.Arbitrary<Demand[]> =>
  fc
    .array(
      fc.tuple(
        fc.oneof(demandArbitrary, roundDemandArbitrary),
        fc.option(fc.integer({ min: 1, max: headcount }), { nil: undefined }),
        fc.nat(1),
      ),
      {
        minLength: 1,
        maxLength: most,
      },
    )
    .map((drawn) =>
      drawn.map(([demand, heads, alike], i) => ({
        ...(alike === 1 ? (drawn[0] as (typeof drawn)[0])[0] : demand),
        id: `d${i}`,
        ...(heads === undefined ? {} : { headcount: heads }),
      })),
    );

const matrixOf = (talents: readonly Talent[], demands: readonly Demand[]) =>
  demands.map((demand) =>
    talents.map((talent) => {
      const { candidate, points } = score(talent, demand);
      return candidate ? points : undefined;
    }),
  );

const places = (demands: readonly Demand[]) => demands.map(({ headcount }) => headcount ?? 1);

/** What holds of every plan: the check finds nothing, and everything is accounted for. */
function expectProven(options: AssignOptions, plan: AssignmentPlan): void {
  expect(verifyPlan(options, plan)).toEqual({ feasible: true, proven: true, faults: [] });
}

describe("assign, optimal", () => {
  test("is as good as trying everything by the literal scores, for every pairing and capacity", () => {
    fc.assert(
      fc.property(
        talentsArbitrary(5),
        demandsArbitrary(4, 3),
        fc.constantFrom("paying" as const, "most" as const),
        fc.nat(2),
        (talents, demands, pairing, capacity) => {
          const options = deepFreeze({ talents, demands, pairing, capacity });
          const plan = assign(options);
          // Weights of any size are scaled in floating point here and there; the literal points are compared where they agree.
          const cost = demands.map((demand) =>
            talents.map((talent) => {
              const { candidate, points } = score(talent, demand);
              const literal = naiveScore(talent, demand);
              fc.pre(literal.points === points && literal.candidate === candidate);
              return candidate ? points : undefined;
            }),
          );
          const best = naiveAssignment({
            cost,
            rowCapacity: places(demands),
            columnCapacity: talents.map(() => capacity),
            maximize: true,
            pairing,
          });
          expect(plan.points).toBe(best.total);
          if (pairing === "most") expect(plan.pairs.length).toBe(best.pairs);
          expectProven(options, plan);
        },
      ),
      { numRuns: 600 },
    );
  });

  test("lists fetched by need give the total of the whole matrix, and the same in any order of the input", () => {
    fc.assert(
      fc.property(
        crowdArbitrary(150),
        demandsArbitrary(12, 6),
        fc.constantFrom("paying" as const, "most" as const),
        fc.constantFrom(1, 2),
        (talents, demands, pairing, capacity) => {
          const options = { talents, demands, pairing, capacity };
          const plan = assign(options);
          const whole = solveAssignment({
            rows: demands.length,
            columns: talents.length,
            cost: matrixOf(talents, demands).map((row) => row.map((points) => points ?? null)),
            maximize: true,
            pairing,
            rowCapacity: places(demands),
            columnCapacity: capacity,
          });
          expect(plan.points).toBe(whole.total);
          expectProven(options, plan);
          expect(assign({ ...options, talents: talents.toReversed(), demands: demands.toReversed() })).toEqual(plan);
          const index = createTalentIndex(talents.slice(0, 90));
          index.upsert(talents.slice(90));
          expect(assign({ index, demands, pairing, capacity })).toEqual(plan);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("with hardly more people than posts the whole matrix is solved, to the same total", () => {
    fc.assert(
      fc.property(
        crowdArbitrary(40),
        demandsArbitrary(14, 6),
        fc.constantFrom("paying" as const, "most" as const),
        (talents, demands, pairing) => {
          const posts = places(demands).reduce((a, b) => a + b, 0);
          fc.pre(posts >= 40 / 1.25);
          const options = { talents, demands, pairing };
          const plan = assign(options);
          expectProven(options, plan);
          // One talent with a capacity of its own takes the sparse solver; here it changes nothing, because nobody else can use it.
          const sparse = assign({ ...options, talents: [...talents, { id: "~" }], capacity: { "~": 2 }, forbid: (id) => id === "~" });
          expect(sparse.points).toBe(plan.points);
          expect(assign({ ...options, talents: talents.toReversed() })).toEqual(plan);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("deficient sets hold whom they want, and as many more people as they lack fill everything", () => {
    let sets = 0;
    fc.assert(
      fc.property(talentsArbitrary(8), demandsArbitrary(5, 3), (talents, demands) => {
        const plan = assign({ talents, demands, pairing: "most" });
        expect(plan.shortfalls.every(({ reason }) => reason === "too-few")).toBe(true);
        expect(plan.shortfalls.reduce((sum, { posts, filled }) => sum + posts - filled, 0)).toBe(plan.posts - plan.pairs.length);
        expect(plan.deficient.reduce((sum, { missing }) => sum + missing, 0)).toBe(plan.posts - plan.pairs.length);
        for (const set of plan.deficient) {
          sets++;
          const wanted = demands.filter(({ id }) => set.demands.includes(id));
          const candidates = talents.filter((talent) => wanted.some((demand) => score(talent, demand).candidate)).map(({ id }) => id);
          expect(set.talents).toEqual(candidates.sort(compareCodePoints));
          // Hall: fewer people than posts.
          expect(set.posts - set.talents.length).toBe(set.missing);
        }
        // The repair: for each so many whom only that demand may take.
        const repair = plan.deficient.flatMap((set) => set.repair);
        const recruits = repair.flatMap(({ demand, people }) =>
          Array.from({ length: people }, (_, i) => ({ id: `new ${demand} ${i}`, demand })),
        );
        const plain = demands.map((demand) => ({ ...demand, requirements: [] }));
        const may = (id: string, demand: Demand): boolean => {
          const recruit = recruits.find((one) => one.id === id);
          if (recruit !== undefined) return recruit.demand === demand.id;
          return score(talents.find((talent) => talent.id === id)!, demands.find((own) => own.id === demand.id)!).candidate;
        };
        const everybody = [...talents, ...recruits.map(({ id }) => ({ id }))];
        const repaired = assign({ talents: everybody, demands: plain, pairing: "most", forbid: (id, demand) => !may(id, demand) });
        expect(repaired.pairs.length).toBe(plan.posts);
      }),
      { numRuns: 300 },
    );
    expect(sets).toBeGreaterThan(100);
  });

  test("a demand whose only candidate counts for more elsewhere is outweighed, unless as many posts as can be are asked", () => {
    const asks = (id: string, field: string): Demand => ({
      id,
      requirements: [
        { dimension: "field", kind: "hard", values: ["08"] },
        { dimension: "field", kind: "soft", values: [field], weight: 1000 },
      ],
    });
    const talents = [
      { id: "a", fields: ["080502"] },
      { id: "b", fields: ["0701"] },
    ];
    const demands = [
      asks("far", "0832"),
      { ...asks("near", "080502"), requirements: [{ dimension: "field" as const, kind: "soft" as const, values: ["080502"] }] },
    ];
    const plan = assign({ talents, demands });
    expect(plan.pairs.map(({ demand, talent }) => demand + talent)).toEqual(["neara"]);
    expect(plan.shortfalls).toEqual([{ demand: "far", posts: 1, filled: 0, reason: "outweighed" }]);
    expect(plan.deficient).toEqual([]);
    expectProven({ talents, demands }, plan);
    const most = assign({ talents, demands, pairing: "most" });
    expect(most.pairs.map(({ demand, talent }) => demand + talent)).toEqual(["fara", "nearb"]);
    expect(most.shortfalls).toEqual([]);
  });
});

describe("assign, stable", () => {
  test("is the matching of deferred acceptance over all lists, from either side", () => {
    fc.assert(
      fc.property(
        fc.oneof(talentsArbitrary(8), crowdArbitrary(60)),
        demandsArbitrary(8, 4),
        fc.constantFrom("demands" as const, "talents" as const),
        fc.option(fc.nat(7), { nil: undefined }),
        fc.integer({ min: 1, max: 2 }),
        (talents, demands, proposing, taste, capacity) => {
          // Talents may see demands in an order of their own.
          const preference =
            taste === undefined
              ? undefined
              : (talent: string, { id }: Demand) => ((talent.codePointAt(0) ?? 0) * 7 + Number(id.slice(1)) * (taste + 3)) % 5;
          const options = {
            talents,
            demands,
            method: "stable" as const,
            proposing,
            capacity,
            ...(preference === undefined ? {} : { preference }),
          };
          const plan = assign(options);
          expectProven(options, plan);
          const pairs = demands.flatMap((demand) =>
            talents.flatMap((talent) => {
              const { candidate, points } = score(talent, demand);
              return candidate ? [{ demand, talent: talent.id, points, worth: preference?.(talent.id, demand) ?? points }] : [];
            }),
          );
          const ofDemands = new Map(
            demands.map(({ id }) => [
              `d ${id}`,
              pairs
                .filter(({ demand }) => demand.id === id)
                .sort((a, b) => b.points - a.points || compareCodePoints(a.talent, b.talent))
                .map(({ talent }) => `t ${talent}`),
            ]),
          );
          const ofTalents = new Map(
            talents.map(({ id }) => [
              `t ${id}`,
              pairs
                .filter(({ talent }) => talent === id)
                .sort((a, b) => b.worth - a.worth || compareCodePoints(a.demand.id, b.demand.id))
                .map(({ demand }) => `d ${demand.id}`),
            ]),
          );
          const [proposers, reviewers] = proposing === "demands" ? [ofDemands, ofTalents] : [ofTalents, ofDemands];
          const capacities = new Map([
            ...demands.map(({ id, headcount }) => [`d ${id}`, headcount ?? 1] as const),
            ...talents.map(({ id }) => [`t ${id}`, capacity] as const),
          ]);
          const told = solveStableMatching({ proposers, reviewers, capacity: capacities }).pairs;
          expect(new Set(plan.pairs.map(({ demand, talent }) => `d ${demand} t ${talent}`))).toEqual(
            new Set(
              told.map(({ proposer, reviewer }) => (proposing === "demands" ? `${proposer} ${reviewer}` : `${reviewer} ${proposer}`)),
            ),
          );
          expect(assign({ ...options, talents: talents.toReversed(), demands: demands.toReversed() })).toEqual(plan);
        },
      ),
      { numRuns: 250 },
    );
  });
});
