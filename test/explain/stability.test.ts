import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stability } from "../../src/explain/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { largestRemainder } from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import { deepFreeze, demandArbitrary, requirementArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

/** Lists under every weight of one requirement, by the obvious ranking of talents. */
function listsByWeight(talents: readonly Talent[], demand: Demand, at: number, k: number): string[][] {
  const soft = compileDemand(demand).terms.map(({ requirement, weight }) => ({ requirement, weight }));
  const others = soft.filter((_, i) => i !== at);
  return Array.from({ length: 1001 }, (_, x) => {
    const shares = others.map(({ weight }) => weight);
    const rest = largestRemainder(shares.some((share) => share > 0) ? shares : shares.map(() => 1), 1000 - x);
    const requirements = demand.requirements.map((requirement, i) => {
      const other = others.findIndex((one) => one.requirement === i);
      const weight = soft[at]?.requirement === i ? x : other >= 0 ? rest[other] : undefined;
      return weight === undefined ? requirement : { ...requirement, weight };
    });
    return rank(talents, { ...demand, requirements }, { k }).map(({ id }) => id);
  });
}

/** The longest run around a weight in which something holds. */
function runAround(holds: readonly boolean[], weight: number): { from: number; to: number } {
  let [from, to] = [weight, weight];
  while (holds[from - 1]) from--;
  while (holds[to + 1]) to++;
  return { from, to };
}

const softDemand = fc
  .array(
    requirementArbitrary.filter(({ kind }) => kind === "soft"),
    { minLength: 2, maxLength: 3 },
  )
  .map((requirements): Demand => ({ id: "d", requirements }))
  .filter((demand) => compileDemand(demand).weighs);

const requirements: Demand["requirements"] = [
  { dimension: "degree", kind: "soft", values: ["doctor"], weight: 600 },
  { dimension: "title", kind: "soft", values: ["senior"], weight: 400 },
];
const scholar: Talent = { id: "a", degree: "doctor", title: { grade: "none" } };
const engineer: Talent = { id: "b", degree: "none", title: { grade: "senior" } };

describe("stability", () => {
  test("within an interval the list holds, and one point beyond it does not: against a ranking under every weight", () => {
    fc.assert(
      fc.property(talentsArbitrary(12), softDemand, fc.integer({ min: 1, max: 3 }), (talents, demand, k) => {
        const told = stability(deepFreeze(demand), { talents: deepFreeze(talents), k });
        expect(told.top).toEqual(rank(talents, demand, { k }).map(({ id }) => id));
        const terms = compileDemand(demand).terms;
        expect(told.weights.map(({ requirement, weight }) => [requirement, weight])).toEqual(
          terms.map(({ requirement, weight }) => [requirement, weight]),
        );
        for (const [at, { weight, set, order, below, above }] of told.weights.entries()) {
          const lists = listsByWeight(talents, demand, at, k);
          const people = [...told.top].sort().join();
          expect(set).toEqual(
            runAround(
              lists.map((list) => [...list].sort().join() === people),
              weight,
            ),
          );
          expect(order).toEqual(
            runAround(
              lists.map((list) => list.join() === told.top.join()),
              weight,
            ),
          );
          for (const [change, beyond] of [
            [below, set.from - 1],
            [above, set.to + 1],
          ] as const) {
            if (beyond < 0 || beyond > 1000) {
              expect(change).toBeUndefined();
              continue;
            }
            const list = lists[beyond] as string[];
            expect(change).toEqual({
              weight: beyond,
              entering: list.filter((id) => !told.top.includes(id)),
              leaving: told.top.filter((id) => !list.includes(id)),
            });
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("the order holds no longer than the people do", () => {
    fc.assert(
      fc.property(talentsArbitrary(20), demandArbitrary, fc.integer({ min: 1, max: 6 }), (talents, demand, k) => {
        for (const { weight, set, order } of stability(demand, { talents, k }).weights)
          expect(
            0 <= set.from && set.from <= order.from && order.from <= weight && weight <= order.to && order.to <= set.to && set.to <= 1000,
          ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("over an index it tells the same as over its talents", () => {
    fc.assert(
      fc.property(talentsArbitrary(20), softDemand, (talents, demand) => {
        expect(stability(demand, { index: createTalentIndex(talents), k: 2 })).toEqual(stability(demand, { talents, k: 2 }));
      }),
      { numRuns: 30 },
    );
  });

  test("says who comes in and who leaves", () => {
    const told = stability({ id: "d", requirements }, { talents: [scholar, engineer], k: 1 });
    expect(told).toEqual({
      top: ["a"],
      weights: [
        {
          requirement: 0,
          dimension: "degree",
          weight: 600,
          set: { from: 500, to: 1000 },
          order: { from: 500, to: 1000 },
          below: { weight: 499, entering: ["b"], leaving: ["a"] },
        },
        {
          requirement: 1,
          dimension: "title",
          weight: 400,
          set: { from: 0, to: 500 },
          order: { from: 0, to: 500 },
          above: { weight: 501, entering: ["b"], leaving: ["a"] },
        },
      ],
    });
  });

  test("a list of everybody keeps its people under all weights, not its order", () => {
    const [degree] = stability({ id: "d", requirements }, { talents: [scholar, engineer], k: 2 }).weights;
    expect(degree).toMatchObject({ set: { from: 0, to: 1000 }, order: { from: 500, to: 1000 } });
  });

  test("one requirement alone always has all the weight; where nothing weighs there is none to move", () => {
    const alone = stability({ id: "d", requirements: requirements.slice(0, 1) }, { talents: [scholar, engineer], k: 1 });
    expect(alone.weights).toEqual([
      { requirement: 0, dimension: "degree", weight: 1000, set: { from: 1000, to: 1000 }, order: { from: 1000, to: 1000 } },
    ]);
    expect(stability({ id: "d", requirements: [] }, { talents: [scholar, engineer], k: 1 })).toEqual({ top: ["a"], weights: [] });
    const idle = requirements.map((requirement) => ({ ...requirement, weight: 0 }));
    expect(stability({ id: "d", requirements: idle }, { talents: [scholar], k: 1 }).weights).toEqual([]);
  });

  test("what one requirement gives up goes in equal parts to others that weigh nothing", () => {
    const three = [...requirements, { dimension: "region", kind: "soft" as const, values: ["410923"] }].map((r, i) => ({
      ...r,
      weight: i === 0 ? 1000 : 0,
    }));
    const talents: Talent[] = [
      { ...scholar, residence: "USA" },
      { ...engineer, degree: "bachelor", residence: "410923" },
    ];
    const [degree] = stability({ id: "d", requirements: three }, { talents, k: 1 }).weights;
    // 1000x against 300x + 1000 (1000 − x)
    expect(degree?.set).toEqual({ from: 589, to: 1000 });
  });

  test("faulty options are refused", () => {
    const call = (options: unknown) => faultOf(() => stability({ id: "d", requirements }, options as never)).code;
    expect(call(undefined)).toBe("invalid-option");
    expect(call({})).toBe("invalid-option");
    expect(call({ talents: [], k: 0.5 })).toBe("invalid-option");
    expect(call({ talents: [], seed: 1 })).toBe("unknown-option");
    expect(call({ talents: "a" })).toBe("invalid-argument");
  });
});
