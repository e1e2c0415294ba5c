import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Demand, Requirement, Talent } from "../../src/model/index.js";
import { compileDemand, explain, score } from "../../src/scoring/index.js";
import { DEGREE_LEVELS, TITLE_GRADES } from "../../src/taxonomy/index.js";
import { deepFreeze, demandArbitrary, languageDemandArbitrary, requirementArbitrary, talentArbitrary } from "../arbitraries/records.js";
import { naiveScore } from "../oracle/naive-score.js";

describe("score", () => {
  test("equals the literal reading of the rules", () => {
    fc.assert(
      fc.property(talentArbitrary, demandArbitrary, (talent, demand) => {
        const weights = compileDemand(demand).terms.map((term) => term.weight);
        const { points, low, high, candidate, toVerify, id } = score(deepFreeze(talent), deepFreeze(demand));
        expect({ id, points, low, high, candidate, toVerify: toVerify === true }).toEqual(naiveScore(talent, demand, weights));
      }),
      { numRuns: 10_000 },
    );
  });

  test("scales weights as the largest-remainder method does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }), (weights) => {
        const requirements = weights.map((weight): Requirement => ({ dimension: "degree", kind: "soft", values: ["master"], weight }));
        const compiled = compileDemand({ id: "d", requirements }).terms.map((term) => term.weight);
        expect(compiled.reduce((a, b) => a + b, 0)).toBe(weights.some((w) => w > 0) ? 1000 : 0);
        const talent: Talent = { id: "t", degree: "bachelor" };
        expect(score(talent, { id: "d", requirements }).points).toBe(naiveScore(talent, { id: "d", requirements }).points);
      }),
    );
  });

  test("low <= points <= high, and all lie in 0..1 000 000", () => {
    fc.assert(
      fc.property(talentArbitrary, languageDemandArbitrary, (talent, demand) => {
        const { points, low, high, value } = score(talent, demand, { dimensions: { language: {} } });
        expect(0 <= low && low <= points && points <= high && high <= 1_000_000).toBe(true);
        expect([points, low, high].every(Number.isSafeInteger)).toBe(true);
        expect(value).toBe(points / 1_000_000);
      }),
      { numRuns: 2000 },
    );
  });

  test("raising a degree or title never lowers points", () => {
    const soft = fc.array(
      requirementArbitrary.filter((r) => r.kind === "soft"),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(talentArbitrary, soft, fc.nat(3), fc.nat(3), (talent, requirements, d, t) => {
        const demand: Demand = { id: "d", requirements };
        const at = (degree: number, title: number) =>
          score({ ...talent, degree: DEGREE_LEVELS[degree], title: { grade: TITLE_GRADES[title] ?? "none" } }, demand).points;
        expect(at(d + 1, t)).toBeGreaterThanOrEqual(at(d, t));
        expect(at(d, t + 1)).toBeGreaterThanOrEqual(at(d, t));
      }),
      { numRuns: 3000 },
    );
  });

  test("learning an unknown fact lands inside the interval", () => {
    fc.assert(
      fc.property(talentArbitrary, demandArbitrary, fc.constantFrom(...DEGREE_LEVELS), (talent, demand, degree) => {
        const { degree: _, ...rest } = talent;
        const before = score(rest, demand);
        const after = score({ ...rest, degree }, demand);
        expect(before.low <= after.points && after.points <= before.high).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("explain", () => {
  test("contributions sum to points, low and high for 10 000 random pairs", () => {
    fc.assert(
      fc.property(talentArbitrary, languageDemandArbitrary, (talent, demand) => {
        const told = explain(deepFreeze(talent), deepFreeze(demand), { dimensions: { language: {} } });
        const sum = (pick: "points" | "low" | "high") => told.contributions.reduce((total, c) => total + c[pick], 0);
        expect([sum("points"), sum("low"), sum("high")]).toEqual([told.points, told.low, told.high]);
        expect(told.contributions.every((c) => c.points === c.weight * c.similarity)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test("agrees with score and names every failing rule", () => {
    fc.assert(
      fc.property(talentArbitrary, demandArbitrary, (talent, demand) => {
        const told = explain(talent, demand);
        const plain = score(talent, demand);
        expect(told).toMatchObject(plain);
        const failing = told.rules.filter((r) => r.verdict === "fails").map((r) => r.requirement);
        expect(failing.every((i) => plain.failed.includes(i))).toBe(true);
        expect(plain.toVerify === true).toBe(told.rules.some((r) => r.verdict === "unknown"));
        expect(told.sentence.zh).toMatch(/^得分.*。$/);
        expect(told.sentence.en).toMatch(/^Scores .*\.$/);
        expect(told.sentence.en).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 2000 },
    );
  });
});
