import { describe, expect, test } from "vitest";
import { chainGraph, chainWeights, defaultChains, fieldRelations, RELATION_CEILING, validateChain } from "../../src/chain/index.js";
import { GuiyanError } from "../../src/errors/index.js";
import { CHAIN_STAGES, type Chain, type ChainSegment, CORE_DIMENSIONS, parseChain } from "../../src/model/index.js";
import { score, settleCriteria } from "../../src/scoring/index.js";
import { canonicalField, fieldSimilarity, fields, industries, resolveField } from "../../src/taxonomy/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const each = defaultChains.map((chain) => [chain.id, chain] as const);

/** Ids that a walk along the edges comes to, the first ones included, sorted. */
function reached(first: readonly string[], next: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set(first);
  for (const id of found) for (const other of next.get(id) ?? []) found.add(other);
  return [...found].sort();
}

describe("default chains", () => {
  test("there are fifteen, the county's three published ones first", () => {
    expect(defaultChains).toHaveLength(15);
    expect(defaultChains.slice(0, 3).map(({ name }) => name)).toEqual(["生物基材料", "食品加工", "装备制造"]);
    expect(defaultChains.map(({ provenance }) => provenance)).toEqual([
      ...Array<string>(3).fill("published"),
      ...Array<string>(12).fill("illustrative"),
    ]);
    expect(new Set(defaultChains.map(({ id }) => id)).size).toBe(15);
    expect(new Set(defaultChains.map(({ name }) => name)).size).toBe(15);
  });

  test.each(each)("%s is sound and spans three stages with six to fifteen segments", (_, chain) => {
    expect(parseChain(chain)).toEqual(chain);
    expect(chain.source?.length).toBeGreaterThan(5);
    expect(validateChain(chain)).toEqual([]);
    expect(chain.segments.length).toBeGreaterThanOrEqual(6);
    expect(chain.segments.length).toBeLessThanOrEqual(15);
    expect(new Set(chain.segments.map(({ name }) => name)).size).toBe(chain.segments.length);
    expect(new Set(chain.segments.map(({ stage }) => stage))).toEqual(new Set(CHAIN_STAGES));
  });

  test.each(each)("%s: goods flow from an upstream segment to every other, and from every one to a downstream segment", (_, chain) => {
    for (const { id, feeds, stage } of chain.segments) {
      if (stage !== "downstream") expect(feeds, `${id} feeds something`).not.toEqual([]);
    }
    const at = (stage: string) => chain.segments.filter((s) => s.stage === stage).map(({ id }) => id);
    const ids = chain.segments.map(({ id }) => id).sort();
    const onward = new Map<string, string[]>(chain.segments.map(({ id, feeds }) => [id, [...feeds]]));
    const back = new Map<string, string[]>(ids.map((id) => [id, chain.segments.filter((s) => s.feeds.includes(id)).map((s) => s.id)]));
    expect(reached(at("upstream"), onward)).toEqual(ids);
    expect(reached(at("downstream"), back)).toEqual(ids);
  });

  test.each(each)("%s: every segment has a field and an industry that make it, and posts to fill", (_, chain) => {
    for (const { id, name, fields: held, industries: trades, occupations } of chain.segments) {
      expect(Object.keys(held).length, id).toBeGreaterThanOrEqual(2);
      expect(Object.keys(held).length, id).toBeLessThanOrEqual(6);
      for (const code of Object.keys(held)) expect(fields.has(code) && code.length >= 4 && canonicalField(code) === code, code).toBe(true);
      expect(Math.max(...Object.values(held)), id).toBe(1000);
      expect(Object.keys(trades).length, id).toBeGreaterThan(0);
      for (const code of Object.keys(trades)) expect(industries.has(code) && code.length === 4, code).toBe(true);
      expect(Math.max(...Object.values(trades)), id).toBe(1000);
      expect(occupations?.length, id).toBeGreaterThanOrEqual(2);
      expect(occupations?.length, id).toBeLessThanOrEqual(5);
      expect(new Set(occupations).size, id).toBe(occupations?.length);
      for (const post of occupations ?? []) expect(post).toMatch(/^[A-Za-z\p{Script=Han}]{2,12}$/u);
      expect(name.split(/[、与和]/)[0]?.length, `${name} begins with its trade`).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(each)("%s: segments differ in what they ask for, over at least eight fields", (_, chain) => {
    const asked = chain.segments.map(({ fields: held }) => JSON.stringify(Object.entries(held).sort()));
    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(chain.segments.flatMap((s) => Object.keys(s.fields))).size).toBeGreaterThanOrEqual(8);
  });

  test.each(each)("%s presets weights of the four dimensions that sum to 1000", (_, chain) => {
    const weights: Readonly<Record<string, number>> = chainWeights(chain) ?? {};
    expect(Object.keys(weights)).toEqual([...CORE_DIMENSIONS]);
    expect(Object.values(weights).every((weight) => Number.isInteger(weight) && weight > 0)).toBe(true);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(1000);
    // What a person can do always counts at least as much as any other thing, but for the trade that has hardly a field of its own.
    if (chain.id !== "home-furnishing") expect(weights).toMatchObject({ field: Math.max(...Object.values(weights)) });
  });

  test("every field is read from its own name, so that a demand that spells it out asks for what the chain means", () => {
    const codes = new Set(defaultChains.flatMap((chain) => chain.segments.flatMap((s) => Object.keys(s.fields))));
    for (const code of codes) expect(resolveField(fields.get(code)?.name ?? ""), code).toMatchObject({ status: "resolved", value: code });
  });

  const divisionsOf = (id: string) =>
    defaultChains.find((chain) => chain.id === id)?.segments.flatMap((s) => Object.keys(s.industries).map((code) => code.slice(0, 2))) ??
    [];

  test("the published anchors hold: bio-based materials lie in 283, food in 13–15, equipment in 33–40 and its repair", () => {
    const bioBased = defaultChains[0]?.segments.filter(({ industries: trades }) =>
      Object.keys(trades).some((code) => code.startsWith("283")),
    );
    expect(bioBased?.map(({ id }) => id)).toEqual(["lactide", "resin", "polyester", "compounding", "fibre"]);
    const food = divisionsOf("food-processing");
    expect(food.filter((code) => /^1[345]/.test(code)).length).toBeGreaterThan(food.length / 2);
    expect(divisionsOf("equipment-manufacturing").filter((code) => !/^(?:3[3-9]|4[03])/.test(code))).toEqual([]);
  });

  test.each([
    ["bio-based-materials", "13 26 28 29"],
    ["food-processing", "13 14 15"],
    ["equipment-manufacturing", "33 34 35 36 37 38 39 40"],
    ["chemical-materials", "25 26 28 29 30"],
    ["prepared-dishes", "13 14 54 59"],
    ["agricultural-machinery", "34 35 39 40"],
    ["modern-farming", "01 03 04 05"],
    ["new-energy", "34 38 44"],
    ["new-energy-vehicles", "36 38 39"],
    ["biomedicine", "27 35"],
    ["textiles-garments", "17 18 19"],
    ["home-furnishing", "20 21 29 33"],
    ["green-building", "30 33 47 50"],
    ["environmental-protection", "34 35 42 46 77"],
    ["digital-commerce", "63 64 65"],
  ])("%s: the industries that make at least half of its segments lie in divisions %s", (id, divisions) => {
    const leading = defaultChains
      .find((chain) => chain.id === id)
      ?.segments.map(
        ({ industries: trades }) =>
          Object.entries(trades)
            .find(([, weight]) => weight === 1000)?.[0]
            .slice(0, 2) ?? "",
      );
    expect(leading?.filter((code) => divisions.split(" ").includes(code)).length).toBeGreaterThanOrEqual((leading?.length ?? 0) / 2);
  });

  test("who manages or sells does not replace who makes: near fields of management are few outside transport", () => {
    const management = /^(?:0202|12)/;
    const technique = /^(?:0[79]|10|08(?!23))/;
    for (const { a, b, similarity } of fieldRelations(defaultChains)) {
      if (management.test(a) ? technique.test(b) : management.test(b) && technique.test(a))
        expect(similarity, `${a} ${b}`).toBeLessThan(RELATION_CEILING / 1.5);
    }
  });
});

const segment = (id: string, more: Partial<ChainSegment> = {}): ChainSegment => ({
  id,
  name: id,
  stage: "midstream",
  feeds: [],
  fields: { "0805": 1000 },
  industries: { "2832": 1000 },
  ...more,
});
const chainOf = (...segments: ChainSegment[]): Chain => deepFreeze({ id: "c", name: "链", version: "1", provenance: "test", segments });
const presetOf = (weights: object): Chain => deepFreeze({ ...chainOf(segment("a")), weights });

describe("validateChain", () => {
  test.each([
    ["segment-missing", "segments", chainOf()],
    ["segment-duplicate", "segments.1.id", chainOf(segment("a"), segment("a"))],
    ["feed-unknown", "segments.0.feeds.0", chainOf(segment("a", { feeds: ["constructor"] }))],
    ["feed-duplicate", "segments.0.feeds.1", chainOf(segment("a", { feeds: ["b", "b"] }), segment("b"))],
    ["feed-upstream", "segments.0.feeds.0", chainOf(segment("a", { feeds: ["b"] }), segment("b", { stage: "upstream" }))],
    ["feed-cycle", "segments.0.feeds", chainOf(segment("a", { feeds: ["a"] }))],
    ["field-missing", "segments.0.fields", chainOf(segment("a", { fields: {} }))],
    ["field-unknown", "segments.0.fields.0899", chainOf(segment("a", { fields: { "0899": 1 } }))],
    ["field-duplicate", "segments.0.fields.0972", chainOf(segment("a", { fields: { "0832": 1, "0972": 1 } }))],
    ["industry-unknown", "segments.0.industries.9999", chainOf(segment("a", { industries: { "9999": 1 } }))],
    ["weight-invalid", "segments.0.industries.2832", chainOf(segment("a", { industries: { "2832": 0.5 } }))],
    ["preset-invalid", "weights", presetOf({ field: 600, region: 300 })],
    ["preset-invalid", "weights", presetOf({})],
    ["preset-invalid", "weights.field", presetOf({ field: 500.5, region: 499.5 })],
    ["preset-invalid", "weights.region", presetOf({ field: 1100, region: -100 })],
    ["preset-invalid", "weights.field", presetOf({ field: Number.NaN })],
    ["preset-invalid", "weights.language", presetOf({ field: 500, language: 500 })],
  ] as const)("%s is found at %s and nothing else is", (code, path, chain) => {
    const faults = validateChain(chain);
    expect(faults.map((fault) => [fault.code, fault.path.join(".")])).toEqual([[code, path]]);
    expect(faults[0]?.message).toContain('chain "c"');
    expect(faults[0]?.messageZh).toContain("链");
  });

  test("a cycle is told at each of its segments, not at those behind it", () => {
    const chain = chainOf(
      segment("a", { feeds: ["b"] }),
      segment("b", { feeds: ["c"] }),
      segment("c", { feeds: ["b", "d"] }),
      segment("d"),
    );
    expect(validateChain(chain).map(({ code, path }) => [code, path[1]])).toEqual([
      ["feed-cycle", 1],
      ["feed-cycle", 2],
    ]);
  });

  test("codes are looked up in the trees that the caller names", () => {
    const chain = chainOf(segment("a", { fields: { own: 1 } }));
    expect(validateChain(chain, { fields: new Set(["own"]) })).toEqual([]);
    expect(validateChain(chain, { fields: new Set<string>() })[0]?.code).toBe("field-unknown");
    expect(() => validateChain(chain, { field: new Set() } as never)).toThrow(GuiyanError);
  });
});

describe("chainWeights", () => {
  test("a dimension that the preset leaves out counts 0, a chain without one has none", () => {
    expect(chainWeights(presetOf({ field: 700, region: 300 }))).toEqual({ region: 300, field: 700, degree: 0, title: 0 });
    expect(chainWeights(presetOf({ field: 1000, region: undefined, title: -0 }))).toEqual({ region: 0, field: 1000, degree: 0, title: 0 });
    expect(chainWeights(chainOf(segment("a")))).toBeUndefined();
  });

  test("a preset that is none is refused by place", () => {
    for (const [weights, path] of [
      [{ field: 600, region: 300 }, "weights"],
      [{ field: 500, sex: 500 }, "weights.sex"],
    ] as const) {
      const error = faultOf(() => chainWeights(presetOf(weights)));
      expect([error.code, error.path.join("."), error.details]).toEqual(["invalid-chain", path, { chain: "c" }]);
    }
  });

  test("the shape of a preset is read from foreign JSON, other members are refused", () => {
    const chain = presetOf({ field: 400, region: 600 });
    expect(parseChain(JSON.parse(JSON.stringify(chain)))).toEqual(chain);
    expect(faultOf(() => parseChain(presetOf({ field: 1001 }))).path).toEqual(["weights", "field"]);
    expect(faultOf(() => parseChain(presetOf({ sex: 1000 }))).message).toContain("sex");
  });
});

describe("chainGraph", () => {
  test("nodes are the segments, edges the feeds, under prefixed keys", () => {
    for (const chain of defaultChains) {
      const graph = chainGraph(chain);
      expect(graph.nodes()).toEqual(chain.segments.map(({ id }) => `s:${id}`));
      expect(graph.edges()).toEqual(chain.segments.flatMap(({ id, feeds }) => feeds.map((to) => `s:${id}→s:${to}`)));
    }
  });

  test("ids that name members of every object are ordinary ids", () => {
    const graph = chainGraph(chainOf(segment("__proto__", { feeds: ["constructor"] }), segment("constructor")));
    expect(graph.outNeighbors("s:__proto__")).toEqual(["s:constructor"]);
  });

  test("a repeated segment, a repeated feed and a feed to nowhere are refused by place", () => {
    for (const [chain, path] of [
      [chainOf(segment("a"), segment("a")), "segments.1.id"],
      [chainOf(segment("a", { feeds: ["b", "b"] }), segment("b")), "segments.0.feeds.1"],
      [chainOf(segment("a", { feeds: ["x"] })), "segments.0.feeds.0"],
    ] as const) {
      try {
        chainGraph(chain);
        expect.unreachable();
      } catch (error) {
        expect((error as GuiyanError).code).toBe("invalid-chain");
        expect((error as GuiyanError).path.join(".")).toBe(path);
      }
    }
  });
});

describe("fieldRelations", () => {
  test("the formula by hand: the lesser weight over the best segment", () => {
    const chain = chainOf(
      segment("a", { fields: { "0805": 1000, "0703": 700, "080502": 1000 } }),
      segment("b", { fields: { "0703": 400, "0805": 1000, "0972": 500 } }),
    );
    expect(fieldRelations([chain])).toEqual([
      { a: "0703", b: "0805", similarity: 483 },
      { a: "0703", b: "080502", similarity: 483 },
      { a: "0703", b: "0832", similarity: 276 },
      { a: "0805", b: "0832", similarity: 345 },
    ]);
    expect(fieldRelations([])).toEqual([]);
  });

  test("pairs are canonical, ordered, distinct and below the nearness of one discipline", () => {
    const relations = fieldRelations(defaultChains);
    expect(relations.length).toBeGreaterThan(100);
    for (const { a, b, similarity } of relations) {
      expect(a < b && canonicalField(a) === a && canonicalField(b) === b, `${a} ${b}`).toBe(true);
      expect(similarity).toBeGreaterThan(0);
      expect(similarity).toBeLessThanOrEqual(RELATION_CEILING);
    }
    expect(new Set(relations.map(({ a, b }) => `${a} ${b}`)).size).toBe(relations.length);
    expect(fieldRelations([...defaultChains].reverse())).toEqual(relations);
    const settled = [...settleCriteria({ fieldRelations: relations }).fieldRelations.values()];
    expect(settled.reduce((sum, related) => sum + related.size, 0)).toBe(2 * relations.length);
  });

  test("a chain brings polymer chemistry (理学) near to materials (工学), which the tree keeps apart", () => {
    const demand = { id: "d", requirements: [{ dimension: "field", kind: "soft" as const, values: ["0805"] }] };
    const chemist = { id: "t", fields: ["070305"] };
    expect(fieldSimilarity("0805", "070305")).toBe(0);
    expect(score(chemist, demand)?.points).toBe(0);
    expect(score(chemist, demand, { fieldRelations: fieldRelations(defaultChains) })?.points).toBeGreaterThan(600_000);
  });
});
