import { describe, expect, test } from "vitest";
import { chainGraph, defaultChains, fieldRelations, RELATION_CEILING, validateChain } from "../../src/chain/index.js";
import { GuiyanError } from "../../src/errors/index.js";
import { CHAIN_STAGES, type Chain, type ChainSegment, parseChain } from "../../src/model/index.js";
import { score, settleCriteria } from "../../src/scoring/index.js";
import { canonicalField, fieldSimilarity, fields, industries, resolveField } from "../../src/taxonomy/index.js";
import { deepFreeze } from "../arbitraries/records.js";

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

  test.each(defaultChains.map((chain) => [chain.id, chain] as const))("%s is sound and spans three stages", (_, chain) => {
    expect(parseChain(chain)).toEqual(chain);
    expect(validateChain(chain)).toEqual([]);
    expect(chain.segments.length).toBeGreaterThanOrEqual(4);
    expect(chain.segments.length).toBeLessThanOrEqual(8);
    expect(new Set(chain.segments.map(({ stage }) => stage))).toEqual(new Set(CHAIN_STAGES));
    for (const { id, feeds, fields: held, industries: trades, occupations, stage } of chain.segments) {
      expect(
        Object.keys(held).every((code) => fields.has(code)),
        id,
      ).toBe(true);
      expect(Object.keys(trades).length, id).toBeGreaterThan(0);
      expect(
        Object.keys(trades).every((code) => industries.has(code)),
        id,
      ).toBe(true);
      expect(Math.max(...Object.values(held)), id).toBeGreaterThanOrEqual(700);
      expect(occupations?.length, id).toBeGreaterThanOrEqual(2);
      expect(occupations?.length, id).toBeLessThanOrEqual(5);
      if (stage !== "downstream") expect(feeds.length, `${id} feeds something`).toBeGreaterThan(0);
    }
  });

  test("every field is read from its own name, so that a demand that spells it out asks for what the chain means", () => {
    const codes = new Set(defaultChains.flatMap((chain) => chain.segments.flatMap((s) => Object.keys(s.fields))));
    for (const code of codes) expect(resolveField(fields.get(code)?.name ?? ""), code).toMatchObject({ status: "resolved", value: code });
  });

  test("the published anchors hold: bio-based materials lie in 283, food in 13–15", () => {
    const codes = (id: string) => defaultChains.find((chain) => chain.id === id)?.segments.flatMap((s) => Object.keys(s.industries)) ?? [];
    expect(codes("bio-based-materials")).toEqual(expect.arrayContaining(["2831", "2832"]));
    expect(codes("food-processing").filter((code) => /^1[345]/.test(code)).length).toBeGreaterThan(5);
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
