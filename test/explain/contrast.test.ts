import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast } from "../../src/explain/index.js";
import type { Demand } from "../../src/model/index.js";
import { rank } from "../../src/ranking/index.js";
import { explain } from "../../src/scoring/index.js";
import { deepFreeze, languageDemandArbitrary, talentArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };
const pairs = fc.tuple(talentArbitrary, talentArbitrary, languageDemandArbitrary);

const demand: Demand = {
  id: "d1",
  requirements: [
    { dimension: "field", kind: "soft", values: ["083201"], weight: 400 },
    { dimension: "degree", kind: "soft", values: ["doctor"], weight: 600 },
    { dimension: "degree", kind: "hard", values: ["bachelor"] },
  ],
};

describe("contrast", () => {
  test("differences sum exactly to the difference in points, by dimension and by requirement", () => {
    fc.assert(
      fc.property(pairs, ([a, b, asked]) => {
        const [x, y] = [explain(a, asked, criteria), explain(b, asked, criteria)];
        const told = contrast(deepFreeze(x), deepFreeze(y));
        expect(told.difference).toBe(x.points - y.points);
        expect(told.dimensions.reduce((sum, { difference }) => sum + difference, 0)).toBe(told.difference);
        for (const { difference, requirements } of told.dimensions) {
          expect(requirements.reduce((sum, part) => sum + part.difference, 0)).toBe(difference);
          for (const part of requirements) expect(part.difference).toBe(part.a.points - part.b.points);
        }
        expect(new Set(told.dimensions.map(({ dimension }) => dimension)).size).toBe(told.dimensions.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("who stands first is who the ranking puts first", () => {
    fc.assert(
      fc.property(pairs, ([a, b, asked]) => {
        fc.pre(a.id !== b.id);
        const told = contrast(explain(a, asked, criteria), explain(b, asked, criteria));
        const list = rank([a, b], asked, { criteria });
        expect(told.first === undefined ? undefined : told[told.first]).toBe(list[0]?.id);
        const reason = list.length === 0 ? "neither" : list.length === 1 ? "rules" : told.difference === 0 ? "id" : "points";
        expect(told.because).toBe(reason);
      }),
      { numRuns: 1000 },
    );
  });

  test("turned round it tells the same", () => {
    fc.assert(
      fc.property(pairs, ([a, b, asked]) => {
        const [x, y] = [explain(a, asked, criteria), explain(b, asked, criteria)];
        const [there, back] = [contrast(x, y), contrast(y, x)];
        expect(back.difference + there.difference).toBe(0);
        expect(back.because).toBe(there.because);
        expect(back.first === "a" ? "b" : back.first === "b" ? "a" : undefined).toBe(there.first);
        if (there.first !== undefined) expect(back.sentence).toEqual(there.sentence);
        expect(back.rules.map((rule) => [rule.requirement, rule.b, rule.a])).toEqual(
          there.rules.map((rule) => [rule.requirement, rule.a, rule.b]),
        );
      }),
    );
  });

  test("hard rules that differ are told, and only those", () => {
    fc.assert(
      fc.property(pairs, ([a, b, asked]) => {
        const [x, y] = [explain(a, asked, criteria), explain(b, asked, criteria)];
        const want = x.rules.flatMap((rule, i) =>
          rule.verdict === y.rules[i]?.verdict ? [] : [[rule.requirement, rule.verdict, y.rules[i]?.verdict]],
        );
        expect(contrast(x, y).rules.map((rule) => [rule.requirement, rule.a, rule.b])).toEqual(want);
      }),
    );
  });

  test("the sentence names who is first, by how much and where", () => {
    const a = explain({ id: "t1", fields: ["083202"], degree: "doctor" }, demand);
    const b = explain({ id: "t2", fields: ["083201"], degree: "master" }, demand);
    expect(contrast(b, a).sentence).toEqual({
      zh: "t1（88分）排在t2（79分）之前，高9分：领域−12（同一级学科对相同）；学历+21（达到要求对差一级）。",
      en: "t1 (88) stands before t2 (79), 9 ahead: field −12 (same discipline against same); degree +21 (reached against one step short).",
    });
    expect(contrast(b, a, { names: { a: "甲\n", b: "\u202e乙" } }).sentence.zh).toMatch(/^乙（88分）排在甲（79分）之前/);
  });

  test("the sentence names the rule that keeps one out, with its label", () => {
    const a = explain({ id: "t1", fields: ["083201"], degree: "associate" }, demand);
    const b = explain({ id: "t2", fields: [], degree: "bachelor" }, demand);
    const told = contrast(a, b);
    expect([told.first, told.because]).toEqual(["b", "rules"]);
    expect(told.sentence.zh).toBe(
      "t2（18分）入选，t1（40分）因硬性条件（学历 本科）未入选：领域−40（不符对相同）；学历+18（差两级对差三级以上）；硬性条件（学历 本科）符合对不符合。",
    );
    expect(told.sentence.en).toContain("t2 (18) is a candidate, t1 (40) is kept out by the hard requirement on degree (bachelor): ");
    const both = contrast(a, explain({ id: "t3", fields: [], degree: "none" }, demand));
    expect([both.first, both.because]).toEqual([undefined, "neither"]);
    expect(both.sentence.zh).toMatch(/^t1（40分）因硬性条件（学历 本科）、t3（0分）因硬性条件（学历 本科），均未入选：/);
    expect(both.sentence.en).toMatch(/^neither t1 \(40\), kept out by .* nor t3 \(0\), kept out by .*, is a candidate: field \+40/);
  });

  test("equal points go by id, and one person with equal points stands before nobody", () => {
    const a = explain({ id: "t1", fields: ["083201"], degree: "master" }, demand);
    const b = explain({ id: "t2", fields: ["083201"], degree: "master" }, demand);
    expect(contrast(b, a).sentence).toEqual({ zh: "t1与t2同为79分，按编号t1在前。", en: "t1 and t2 both have 79, t1 stands first by id." });
    expect(contrast(a, a)).toMatchObject({ first: undefined, because: "same", difference: 0, rules: [] });
    expect(contrast(a, a).sentence).toEqual({ zh: "t1与t1编号相同，同为79分。", en: "t1 and t1 have the same id, both have 79." });
  });

  test("names of codes come from the labels", () => {
    const region: Demand = { id: "d", requirements: [{ dimension: "region", kind: "hard", values: ["410923"] }] };
    const [a, b] = [explain({ id: "a", residence: "410923" }, region), explain({ id: "b", residence: "310115" }, region)];
    const labels = (_: string, code: string) => (code === "410923" ? "南乐县" : undefined);
    expect(contrast(a, b, { labels }).sentence.zh).toBe(
      "a（100分）入选，b（100分）因硬性条件（地域 南乐县）未入选：硬性条件（地域 南乐县）符合对不符合。",
    );
  });

  test("explanations of different demands, or of other criteria, are refused", () => {
    const a = explain({ id: "t1" }, demand);
    const others = [
      explain({ id: "t2" }, { ...demand, id: "d2" }),
      explain({ id: "t2" }, { ...demand, requirements: demand.requirements.slice(1) }),
      explain(
        { id: "t2" },
        { ...demand, requirements: demand.requirements.map((r) => ({ ...r, kind: r.kind === "hard" ? ("exclude" as const) : r.kind })) },
      ),
      explain({ id: "t2" }, { ...demand, requirements: demand.requirements.map((r) => ({ ...r, weight: 1 })) }),
    ];
    for (const b of others) expect(faultOf(() => contrast(a, b)).code).toBe("invalid-argument");
    expect(faultOf(() => contrast(a, { ...a, points: 1 })).path).toEqual(["b", "points"]);
    expect(faultOf(() => contrast(a, a, { names: { a: "x" } as never })).code).toBe("invalid-option");
    expect(faultOf(() => contrast(a, a, { names: { a: "x", b: "y", c: "z" } as never })).code).toBe("unknown-option");
    expect(faultOf(() => contrast(a, a, { label: () => undefined } as never)).code).toBe("unknown-option");
  });
});
