import { readFileSync } from "node:fs";
import { UndirectedGraph } from "graphology";
import { describe, expect, test } from "vitest";
import { articulationPoints } from "../../src/chain/articulation-points.js";
import { betweenness } from "../../src/chain/betweenness.js";
import { bridges } from "../../src/chain/bridges.js";
import { closeness } from "../../src/chain/closeness.js";
import { communities } from "../../src/chain/communities.js";
import { coreNumbers } from "../../src/chain/core-numbers.js";
import { modularity } from "../../src/chain/modularity.js";
import { type ProjectionWeighting, project } from "../../src/chain/project.js";
import { hasSharedData, sharedData } from "../shared-data.js";

interface ReferenceGraph {
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [string, string])[];
  readonly expected: {
    readonly betweenness_normalised: Readonly<Record<string, number>>;
    readonly closeness_wf: Readonly<Record<string, number>>;
    readonly core_number: Readonly<Record<string, number>>;
    readonly articulation_points: readonly string[];
    readonly bridges: readonly (readonly [string, string])[];
  };
  readonly communities: {
    readonly max_modularity: number;
    readonly optimal_partition: Readonly<Record<string, number>>;
  };
  readonly club?: Readonly<Record<string, string>>;
  readonly modularity_of_club_split?: number;
}

interface ReferenceProjections {
  readonly top: readonly string[];
  readonly bottom: readonly string[];
  readonly edges: readonly (readonly [string, string])[];
  readonly expected: Readonly<Record<string, readonly (readonly [string, string, number])[]>>;
}

/** The tables hold ten decimals: half a unit of the last one is 5e-11. */
const TOLERANCE = 1e-9;

const read = <T>(name: string): T => JSON.parse(readFileSync(sharedData("bench", "graph", `${name}.json`), "utf8")) as T;

function graphOf(nodes: readonly string[], edges: readonly (readonly [string, string])[]): UndirectedGraph {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(`t:${node}`);
  for (const [i, [a, b]] of edges.entries()) graph.addEdgeWithKey(`e:${i}`, `t:${a}`, `t:${b}`);
  return graph;
}

const prefixed = <T>(table: Readonly<Record<string, T>>): Map<string, T> =>
  new Map(Object.entries(table).map(([node, value]) => [`t:${node}`, value]));

/** Greatest difference between two tables of the same keys. */
function greatestError(measured: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): number {
  expect([...measured.keys()].sort()).toEqual([...expected.keys()].sort());
  return Math.max(...[...expected].map(([key, value]) => Math.abs((measured.get(key) ?? Number.NaN) - value)));
}

describe.skipIf(!hasSharedData)("graph measures against networkx and igraph", () => {
  describe.each(["karate", "florentine", "krackhardt-kite"])("%s", (name) => {
    const reference = hasSharedData ? read<ReferenceGraph>(name) : undefined;
    const {
      nodes = [],
      edges = [],
      expected,
      communities: partition,
      club,
      modularity_of_club_split,
    } = reference ?? ({} as ReferenceGraph);
    const graph = graphOf(nodes, edges);

    test("betweenness", () => {
      expect(greatestError(betweenness(graph), prefixed(expected.betweenness_normalised))).toBeLessThan(TOLERANCE);
    });

    test("closeness", () => {
      expect(greatestError(closeness(graph), prefixed(expected.closeness_wf))).toBeLessThan(TOLERANCE);
    });

    test("core numbers", () => {
      expect(greatestError(coreNumbers(graph), prefixed(expected.core_number))).toBe(0);
    });

    test("articulation points", () => {
      expect(articulationPoints(graph)).toEqual(expected.articulation_points.map((node) => `t:${node}`).sort());
    });

    test("bridges", () => {
      const pairs = expected.bridges.map((pair) => pair.map((node) => `t:${node}`).sort());
      expect(bridges(graph).map(String)).toEqual(pairs.map(String).sort());
    });

    test("modularity of the best partition, and of the real split where there was one", () => {
      const best = modularity(graph, prefixed(partition.optimal_partition));
      expect(Math.abs((best ?? Number.NaN) - partition.max_modularity)).toBeLessThan(TOLERANCE);
      if (club === undefined || modularity_of_club_split === undefined) return;
      const real = modularity(graph, prefixed(club));
      expect(Math.abs((real ?? Number.NaN) - modularity_of_club_split)).toBeLessThan(TOLERANCE);
    });

    test("Louvain over 100 seeds: the best is the proven optimum, none is above it, one seed gives one partition", () => {
      const found = Array.from({ length: 100 }, (_, seed) => communities(graph, { seed }));
      const qualities = found.map(({ modularity: quality }) => quality ?? Number.NaN);
      expect(Math.max(...qualities)).toBeGreaterThanOrEqual(0.998 * partition.max_modularity);
      expect(Math.max(...qualities)).toBeLessThan(partition.max_modularity + TOLERANCE);
      for (const [seed, result] of found.entries()) {
        expect(communities(graph, { seed })).toEqual(result);
        expect(modularity(graph, result.communityOf)).toBe(result.modularity);
      }
    });
  });

  test("Louvain reaches 0.998 of karate's best modularity 0.4198", () => {
    const { nodes, edges } = read<ReferenceGraph>("karate");
    const graph = graphOf(nodes, edges);
    const qualities = Array.from({ length: 100 }, (_, seed) => communities(graph, { seed }).modularity ?? Number.NaN);
    expect(Math.max(...qualities)).toBeGreaterThanOrEqual(0.998 * 0.4198);
  });

  test.each<[ProjectionWeighting, string]>([
    ["common", "projection_common_neighbours"],
    ["newman", "projection_newman"],
    ["jaccard", "projection_jaccard"],
  ])("projection of the southern women, %s", (weighting, table) => {
    const { top, bottom, edges, expected } = read<ReferenceProjections>("southern-women");
    const projection = project(
      graphOf([...top, ...bottom], edges),
      top.map((node) => `t:${node}`),
      weighting,
    );
    const keyed = (a: string, b: string): string => [a, b].sort().join(" + ");
    const measured = new Map(projection.mapEdges((_, { weight }, a, b) => [keyed(a, b), weight as number]));
    const weights = new Map((expected[table] ?? []).map(([a, b, weight]) => [keyed(`t:${a}`, `t:${b}`), weight]));
    expect(projection.order).toBe(top.length);
    expect(weights.size).toBe(139);
    expect(greatestError(measured, weights)).toBeLessThan(TOLERANCE);
  });
});
