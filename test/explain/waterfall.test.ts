import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waterfall } from "../../src/explain/index.js";
import { explain } from "../../src/scoring/index.js";
import { deepFreeze, languageDemandArbitrary, talentArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };
const explanations = fc.tuple(talentArbitrary, languageDemandArbitrary).map(([talent, demand]) => explain(talent, demand, criteria));

describe("waterfall", () => {
  test("steps start at 0, each where the one before ends, and end exactly at the points", () => {
    fc.assert(
      fc.property(explanations, fc.constantFrom("listed" as const, "largest" as const), (told, order) => {
        const steps = waterfall(deepFreeze(told), { order });
        expect(steps).toHaveLength(told.contributions.length);
        expect(steps[0]?.from).toBe(0);
        for (const [i, step] of steps.entries()) {
          expect(step.to).toBe(step.from + step.points);
          expect(step.to).toBe(steps[i + 1]?.from ?? told.points);
          expect(step.low <= step.to && step.to <= step.high).toBe(true);
        }
        expect([steps.at(-1)?.to, steps.at(-1)?.low, steps.at(-1)?.high]).toEqual([told.points, told.low, told.high]);
      }),
      { numRuns: 1000 },
    );
  });

  test("what is gained and what is missed make 1 000 000", () => {
    fc.assert(
      fc.property(explanations, (told) => {
        const steps = waterfall(told);
        expect(steps.every(({ missed }) => missed >= 0)).toBe(true);
        expect(steps.reduce((sum, { points, missed }) => sum + points + missed, 0)).toBe(1_000_000);
      }),
    );
  });

  test("keeps the demand's order, or puts the largest first without changing a step's points", () => {
    fc.assert(
      fc.property(explanations, (told) => {
        const listed = waterfall(told);
        expect(listed.map(({ requirement }) => requirement)).toEqual(told.contributions.map(({ requirement }) => requirement));
        const largest = waterfall(told, { order: "largest" });
        expect(largest.map(({ points }) => points)).toEqual(listed.map(({ points }) => points).sort((a, b) => b - a));
        const equal = largest.filter((step, i) => step.points === largest[i - 1]?.points);
        expect(equal.every((step) => (largest[largest.indexOf(step) - 1]?.requirement ?? -1) < (step.requirement ?? 0))).toBe(true);
      }),
    );
  });

  test("a demand in which nothing weighs is one step of full points", () => {
    expect(waterfall(explain({ id: "t" }, { id: "d", requirements: [] }))).toEqual([
      { dimension: "none", from: 0, to: 1_000_000, points: 1_000_000, missed: 0, low: 1_000_000, high: 1_000_000 },
    ]);
  });

  test("an explanation that does not add up is refused", () => {
    const told = explain(
      { id: "t", degree: "master" },
      { id: "d", requirements: [{ dimension: "degree", kind: "soft", values: ["doctor"] }] },
    );
    for (const wrong of [
      { points: told.points + 1 },
      { low: 0 },
      { high: Number.NaN },
      { contributions: undefined },
      { rules: undefined },
    ]) {
      const fault = faultOf(() => waterfall({ ...told, ...wrong } as never));
      expect([fault.code, fault.path]).toEqual(["invalid-argument", ["explanation", Object.keys(wrong)[0]]]);
    }
    expect(faultOf(() => waterfall(null as never)).code).toBe("invalid-argument");
    expect(faultOf(() => waterfall(told, { order: "smallest" as never })).code).toBe("invalid-option");
    expect(faultOf(() => waterfall(told, { sort: "listed" } as never)).code).toBe("unknown-option");
  });
});
