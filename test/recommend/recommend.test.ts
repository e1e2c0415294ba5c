import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainWeights, defaultChains, fieldRelations } from "../../src/chain/index.js";
import type { Chain, Demand } from "../../src/model/index.js";
import { rank } from "../../src/ranking/index.js";
import { type RecommendOptions, recommend } from "../../src/recommend/index.js";
import { type Criteria, explain } from "../../src/scoring/index.js";
import { codeLabel } from "../../src/taxonomy/index.js";
import { deepFreeze, demandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const chains: readonly Chain[] = deepFreeze([
  ...defaultChains.slice(0, 2),
  {
    id: "near",
    name: "近",
    version: "1",
    provenance: "test",
    weights: { region: 900, field: 100 },
    segments: defaultChains[0]?.segments ?? [],
  },
  { id: "silent", name: "默", version: "1", provenance: "test", segments: [] },
]);

const demandsArbitrary = fc
  .array(fc.tuple(demandArbitrary, fc.constantFrom(undefined, "near", "silent", "bio-based-materials", "nowhere")), { maxLength: 3 })
  .map((demands) => demands.map(([demand, chain], i): Demand => ({ ...demand, id: `d${i}`, ...(chain === undefined ? {} : { chain }) })));

/** The criteria that the doc of recommend promises for a demand. */
function criteriaOf(demand: Demand, given: Criteria, weights: "default" | "chain"): Criteria {
  const criteria = { fieldRelations: fieldRelations(chains), labels: codeLabel, ...given };
  const chain = chains.find(({ id }) => id === demand.chain);
  const preset = weights === "chain" && chain ? chainWeights(chain) : undefined;
  return preset ? { ...criteria, weights: { ...criteria.weights, ...preset } } : criteria;
}

describe("recommend", () => {
  test.each(["default", "chain"] as const)(
    "each list equals rank under the demand's criteria, each explanation explains it: weights %s",
    (weights) => {
      fc.assert(
        fc.property(talentsArbitrary(10), demandsArbitrary, fc.integer({ min: 1, max: 12 }), (talents, demands, k) => {
          const criteria: Criteria = { weights: { title: 700 }, unknown: 300 };
          const { lists } = recommend(deepFreeze({ talents, demands, chains, k, criteria, weights }));
          expect(lists.map(({ demand }) => demand)).toEqual(demands);
          for (const { demand, matches, candidates } of lists) {
            const asked = criteriaOf(demand, criteria, weights);
            const all = rank(talents, demand, { k: Number.POSITIVE_INFINITY, criteria: asked });
            expect(candidates).toBe(all.length);
            expect(matches.map(({ talent, explanation, ...match }) => match)).toEqual(all.slice(0, k));
            for (const { talent, explanation, points } of matches) {
              expect(explanation).toEqual(explain(talent, demand, asked));
              expect(explanation.points).toBe(points);
            }
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  const talents = deepFreeze([
    { id: "able", residence: "310115", fields: ["0805"] },
    { id: "near", residence: "410923", fields: ["1202"] },
  ]);
  const soft = (dimension: string, value: string) => ({ dimension, kind: "soft" as const, values: [value] });
  const demand: Demand = deepFreeze({ id: "d", chain: "near", requirements: [soft("field", "0805"), soft("region", "410923")] });
  const firstOf = (options: Partial<RecommendOptions>) =>
    recommend({ talents, demands: [demand], chains, ...options }).lists[0]?.matches[0]?.id;

  test("presets are opt-in: the same demand of a chain that weighs nearness is led by the able, and by the near on request", () => {
    expect(firstOf({})).toBe("able");
    expect(firstOf({ weights: "default" })).toBe("able");
    expect(firstOf({ weights: "chain" })).toBe("near");
  });

  test("a weight that the demand states wins over its chain's preset", () => {
    const stated: Demand = {
      ...demand,
      requirements: demand.requirements.map((r) => ({ ...r, weight: r.dimension === "field" ? 600 : 400 })),
    };
    expect(firstOf({ weights: "chain", demands: [stated] })).toBe("able");
  });

  test("a preset stands before the weights of the criteria, which stand where there is no preset", () => {
    const criteria = { weights: { field: 999, region: 1 } };
    expect(firstOf({ weights: "chain", criteria })).toBe("near");
    expect(firstOf({ weights: "chain", criteria: { weights: { region: 999, field: 1 } }, demands: [{ ...demand, chain: "silent" }] })).toBe(
      "near",
    );
    expect(firstOf({ weights: "chain", criteria, demands: [{ ...demand, chain: "nowhere" }] })).toBe("able");
  });

  test("totals count lists, posts and distinct people; progress ends at 1", () => {
    const told: number[] = [];
    const demands: Demand[] = [
      { ...demand, headcount: 3 },
      { id: "e", requirements: [{ dimension: "degree", kind: "hard", values: ["doctor"] }], unknownHard: "reject" },
    ];
    const { lists, summary } = recommend({ talents, demands, onProgress: (done) => told.push(done) });
    const top = lists[0]?.matches[0]?.points;
    expect(told).toEqual([0.5, 1]);
    expect(summary).toMatchObject({ talents: 2, demands: 2, posts: 4, demandsWithoutCandidate: 1, talentsListed: 2 });
    expect(summary.topPoints).toEqual({ q1: top, median: top, q3: top });
    expect(recommend({ talents: [], demands: [] }).summary).toEqual({
      talents: 0,
      demands: 0,
      posts: 0,
      demandsWithoutCandidate: 0,
      talentsListed: 0,
      topPoints: undefined,
    });
  });

  test("unknown options, a preset that is none and chains of one id are refused", () => {
    const fault = (options: object) => faultOf(() => recommend({ talents, demands: [demand], chains, ...options }));
    expect(fault({ weighs: "chain" }).code).toBe("unknown-option");
    expect([fault({ weights: "chains" }).code, fault({ weights: "chains" }).path]).toEqual(["invalid-option", ["weights"]]);
    const [chain] = chains as readonly [Chain];
    expect(fault({ weights: "chain", chains: [chain, chain] }).code).toBe("duplicate-id");
    expect(fault({ weights: "chain", chains: [{ ...chain, weights: { field: 999 } }] }).code).toBe("invalid-chain");
    expect(fault({ k: 0 }).path).toEqual(["k"]);
  });
});
