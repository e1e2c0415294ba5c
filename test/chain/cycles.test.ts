import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainGraph, validateChain } from "../../src/chain/index.js";
import type { Chain } from "../../src/model/index.js";

const chainOf = (feeds: readonly (readonly number[])[]): Chain => ({
  id: "c",
  name: "链",
  version: "1",
  provenance: "test",
  segments: feeds.map((targets, i) => ({
    id: `s${i}`,
    name: `s${i}`,
    stage: "midstream",
    feeds: targets.map((target) => `s${target}`),
    fields: { "0805": 1000 },
    industries: { "2832": 1000 },
  })),
});

describe("cycles of a chain", () => {
  test("exactly the segments from which feeds lead back are told", () => {
    const graph = fc
      .integer({ min: 1, max: 8 })
      .chain((n) => fc.array(fc.uniqueArray(fc.nat(n - 1), { maxLength: 4 }), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(graph, (feeds) => {
        const reached = (from: number): Set<number> => {
          const seen = new Set<number>();
          const visit = (i: number): void => {
            for (const next of feeds[i] ?? []) {
              if (seen.has(next)) continue;
              seen.add(next);
              visit(next);
            }
          };
          visit(from);
          return seen;
        };
        const told = validateChain(chainOf(feeds)).filter(({ code }) => code === "feed-cycle");
        expect(told.map(({ path }) => path[1])).toEqual([...feeds.keys()].filter((i) => reached(i).has(i)));
      }),
      { numRuns: 500 },
    );
  });

  test("a ring of a hundred thousand segments is walked in linear time, without recursion", () => {
    const n = 100_000;
    const ring = chainOf(Array.from({ length: n }, (_, i) => [(i + 1) % n]));
    expect(validateChain(ring)).toHaveLength(n);
    expect(chainGraph(ring).order).toBe(n);
    expect(validateChain(chainOf(Array.from({ length: n }, (_, i) => (i + 1 < n ? [i + 1] : []))))).toEqual([]);
  });
});
