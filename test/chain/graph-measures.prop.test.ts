import fc from "fast-check";
import { DirectedGraph, MultiGraph, UndirectedGraph } from "graphology";
import betweennessModule from "graphology-metrics/centrality/betweenness.js";
import modularityModule from "graphology-metrics/graph/modularity.js";
import { describe, expect, test } from "vitest";
import { articulationPoints } from "../../src/chain/articulation-points.js";
import { betweenness } from "../../src/chain/betweenness.js";
import { bridges } from "../../src/chain/bridges.js";
import { closeness } from "../../src/chain/closeness.js";
import { communities } from "../../src/chain/communities.js";
import { coreNumbers } from "../../src/chain/core-numbers.js";
import { modularity } from "../../src/chain/modularity.js";
import { type ProjectionWeighting, project } from "../../src/chain/project.js";
import { compareCodePoints, seededRandom } from "../../src/numeric/index.js";
import { drawnGraph, graphOfDrawn, nodeKey } from "../arbitraries/graphs.js";
import { faultOf } from "../fault.js";
import { adjacencyOf, componentCount, naiveBetweenness, naiveCloseness, naiveCoreNumbers, naiveModularity } from "../oracle/naive-graph.js";

const betweennessOfPackage = betweennessModule as unknown as typeof betweennessModule.default;
const modularityOfPackage = modularityModule as unknown as typeof modularityModule.default;

/** Two tables hold the same keys, and values that differ by a few units in the last place. */
function expectClose(measured: ReadonlyMap<string, number>, expected: ReadonlyMap<string, number>): void {
  expect([...measured.keys()]).toEqual([...expected.keys()].sort(compareCodePoints));
  for (const [key, value] of expected) expect(Math.abs((measured.get(key) ?? Number.NaN) - value)).toBeLessThan(1e-12);
}

/** The same items in a random order. */
const shuffleBy = (seed: number) => {
  const random = seededRandom(seed);
  return <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item);
};

const graphs = drawnGraph(9, 18);
const partitions = fc.array(fc.nat({ max: 3 }), { minLength: 9, maxLength: 9 });
const communityOfDrawn = (order: number, numbers: readonly number[]): Map<string, number> =>
  new Map(Array.from({ length: order }, (_, i) => [nodeKey(i), numbers[i] as number]));

describe("measures equal their definitions on random multigraphs", () => {
  test("betweenness is the share of written-out shortest paths", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const graph = graphOfDrawn(drawn);
        expectClose(betweenness(graph), naiveBetweenness(adjacencyOf(graph)));
      }),
      { numRuns: 500 },
    );
  });

  test("closeness follows from the steps to everyone reached", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const graph = graphOfDrawn(drawn);
        expectClose(closeness(graph), naiveCloseness(adjacencyOf(graph)));
      }),
      { numRuns: 500 },
    );
  });

  test("an articulation point is a node whose removal leaves more components than were there", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const graph = graphOfDrawn(drawn);
        const adjacency = adjacencyOf(graph);
        const before = componentCount(adjacency);
        // An isolated node takes its own component along.
        const cuts = graph.nodes().filter((node) => {
          const own = adjacency.get(node)?.size === 0 ? 1 : 0;
          return componentCount(adjacencyOf(graph, new Set([node]))) > before - own;
        });
        expect(articulationPoints(graph)).toEqual(cuts.sort(compareCodePoints));
      }),
      { numRuns: 1000 },
    );
  });

  test("a bridge is an edge whose removal leaves one component more", () => {
    fc.assert(
      fc.property(graphs, (drawn) => {
        const graph = graphOfDrawn(drawn);
        const before = componentCount(adjacencyOf(graph));
        const cut = graph.edges().flatMap((edge) => {
          const without = graph.copy();
          without.dropEdge(edge);
          return componentCount(adjacencyOf(without)) > before ? [graph.extremities(edge).sort(compareCodePoints)] : [];
        });
        expect(bridges(graph)).toEqual(cut.sort(([a, b], [c, d]) => compareCodePoints(a, c) || compareCodePoints(b, d)));
      }),
      { numRuns: 1000 },
    );
  });

  test("core numbers are those of peeling", () => {
    fc.assert(
      fc.property(drawnGraph(10, 40), (drawn) => {
        const graph = graphOfDrawn(drawn);
        const expected = naiveCoreNumbers(graph);
        const measured = coreNumbers(graph);
        expect(measured).toEqual(expected);
        expect([...measured.keys()]).toEqual([...expected.keys()].sort(compareCodePoints));
      }),
      { numRuns: 1000 },
    );
  });

  test("modularity is the sum over pairs, whatever the weights and the resolution, and undefined without weight", () => {
    fc.assert(
      fc.property(graphs, partitions, fc.constantFrom(0.5, 1, 2), (drawn, numbers, resolution) => {
        const graph = graphOfDrawn(drawn);
        const communityOf = communityOfDrawn(drawn.order, numbers);
        const measured = modularity(graph, communityOf, { resolution });
        if (drawn.edges.every(({ weight }) => weight === 0)) expect(measured).toBeUndefined();
        else expect(Math.abs((measured ?? Number.NaN) - naiveModularity(graph, communityOf, resolution))).toBeLessThan(1e-12);
      }),
      { numRuns: 1000 },
    );
  });

  test("a projection joins the nodes of one side that share a neighbour, with the weight of its definition", () => {
    const sides = fc.record({
      rows: fc.array(fc.uniqueArray(fc.nat({ max: 5 }), { maxLength: 6 }), { maxLength: 7 }),
      weighting: fc.constantFrom<ProjectionWeighting>("common", "newman", "jaccard"),
      twice: fc.boolean(),
      kept: fc.nat({ max: 7 }),
    });
    fc.assert(
      fc.property(sides, ({ rows, weighting, twice, kept }) => {
        const graph = new MultiGraph();
        for (let b = 0; b < 6; b++) graph.addNode(`b:${b}`);
        for (const [i, shared] of rows.entries()) {
          graph.addNode(nodeKey(i), { number: i });
          for (const b of shared) {
            graph.addEdge(nodeKey(i), `b:${b}`);
            if (twice) graph.addUndirectedEdge(`b:${b}`, nodeKey(i));
          }
        }
        const nodes = [...rows.keys()].slice(0, kept).map(nodeKey);
        const projection = project(graph, nodes, weighting);
        expect(projection.nodes()).toEqual([...nodes].sort(compareCodePoints));
        const adjacency = adjacencyOf(graph);
        const neighbours = (key: string): ReadonlySet<string> => adjacency.get(key) ?? new Set();
        let joined = 0;
        for (const [i, u] of nodes.entries()) {
          expect(projection.getNodeAttributes(u)).toEqual({ number: i });
          for (const v of nodes.slice(i + 1)) {
            const shared = [...neighbours(u)].filter((key) => neighbours(v).has(key));
            const weights = {
              common: shared.length,
              newman: shared.reduce((sum, key) => sum + 1 / (neighbours(key).size - 1), 0),
              jaccard: shared.length / new Set([...neighbours(u), ...neighbours(v)]).size,
            };
            expect(projection.hasEdge(u, v)).toBe(shared.length > 0);
            if (shared.length === 0) continue;
            joined++;
            const weight = projection.getEdgeAttribute(projection.edge(u, v), "weight") as number;
            expect(Math.abs(weight - weights[weighting])).toBeLessThan(1e-12);
          }
        }
        expect(projection.size).toBe(joined);
      }),
      { numRuns: 500 },
    );
  });

  test("on simple undirected graphs betweenness and modularity are those of graphology-metrics", () => {
    const simple = drawnGraph(30, 60).map(({ order, edges }) => {
      const graph = new UndirectedGraph();
      graph.addNode("t:first");
      for (let i = 0; i < order; i++) graph.addNode(nodeKey(i));
      for (const { a, b, weight } of edges) if (a !== b) graph.mergeEdge(nodeKey(a), nodeKey(b), weight === undefined ? {} : { weight });
      return graph;
    });
    fc.assert(
      fc.property(simple, (graph) => {
        expectClose(betweenness(graph), new Map(Object.entries(betweennessOfPackage(graph, { getEdgeWeight: null }))));
        const { communityOf, modularity: quality } = communities(graph, { seed: 7 });
        if (quality === undefined) return;
        const expected = modularityOfPackage(graph, { getNodeCommunity: (node: string) => communityOf.get(node) as number });
        expect(Math.abs(quality - expected)).toBeLessThan(1e-12);
      }),
      { numRuns: 200 },
    );
  });
});

describe("communities", () => {
  test("one seed gives one partition, in whatever order nodes and edges entered, and its modularity is that of the partition", () => {
    fc.assert(
      fc.property(drawnGraph(14, 30), fc.nat(), fc.constantFrom(0.5, 1, 2), (drawn, seed, resolution) => {
        const options = { seed: seed % 10, resolution };
        const found = communities(graphOfDrawn(drawn), options);
        const again = communities(graphOfDrawn(drawn, shuffleBy(seed)), options);
        expect([...again.communityOf]).toEqual([...found.communityOf]);
        expect(again).toEqual(found);
        expect(modularity(graphOfDrawn(drawn), found.communityOf, { resolution })).toBe(found.modularity);
      }),
      { numRuns: 300 },
    );
  });

  test("numbers begin at 0 with the first node and leave no gap", () => {
    fc.assert(
      fc.property(drawnGraph(14, 30), fc.nat(), (drawn, seed) => {
        const { communityOf, count } = communities(graphOfDrawn(drawn), { seed });
        let next = 0;
        for (const number of communityOf.values()) {
          expect(number).toBeLessThanOrEqual(next);
          if (number === next) next++;
        }
        expect(count).toBe(next);
        expect(communityOf.size).toBe(drawn.order);
      }),
      { numRuns: 300 },
    );
  });

  test("no community holds nodes of two components", () => {
    fc.assert(
      fc.property(drawnGraph(12, 14), (drawn) => {
        const graph = graphOfDrawn({ ...drawn, edges: drawn.edges.map(({ a, b, undirected }) => ({ a, b, undirected })) });
        const { count } = communities(graph);
        expect(count).toBeGreaterThanOrEqual(componentCount(adjacencyOf(graph)));
      }),
      { numRuns: 300 },
    );
  });

  test("a common factor of all weights changes nothing, however large or small", () => {
    fc.assert(
      fc.property(drawnGraph(12, 24), fc.constantFrom(2 ** -900, 2 ** -40, 2 ** 40, 2 ** 900), (drawn, factor) => {
        const weighted = drawn.edges.map((edge) => ({ ...edge, weight: Math.round(edge.weight ?? 1) }));
        const found = communities(graphOfDrawn({ ...drawn, edges: weighted }));
        const scaled = weighted.map((edge) => ({ ...edge, weight: edge.weight * factor }));
        expect(communities(graphOfDrawn({ ...drawn, edges: scaled }))).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });
});

describe("edges of the measures", () => {
  const nodesOnly = new DirectedGraph();
  nodesOnly.addNode("t:b");
  nodesOnly.addNode("t:a");

  test("the empty graph has empty tables and no modularity", () => {
    const empty = new MultiGraph();
    for (const measure of [betweenness, closeness, coreNumbers]) expect(measure(empty)).toEqual(new Map());
    expect([articulationPoints(empty), bridges(empty)]).toEqual([[], []]);
    expect(communities(empty)).toEqual({ communityOf: new Map(), count: 0, modularity: undefined });
    expect(modularity(empty, new Map())).toBeUndefined();
    expect(project(empty, [], "newman").order).toBe(0);
  });

  test("isolated nodes measure zero and are communities by themselves", () => {
    for (const measure of [betweenness, closeness, coreNumbers]) {
      expect([...measure(nodesOnly)]).toEqual([
        ["t:a", 0],
        ["t:b", 0],
      ]);
    }
    expect(articulationPoints(nodesOnly)).toEqual([]);
    const communityOf = new Map([
      ["t:a", 0],
      ["t:b", 1],
    ]);
    expect(communities(nodesOnly)).toEqual({ communityOf, count: 2, modularity: undefined });
  });

  test("edges that weigh nothing join nobody", () => {
    const graph = nodesOnly.copy();
    graph.addEdge("t:a", "t:b", { weight: 0 });
    expect(communities(graph)).toMatchObject({ count: 2, modularity: undefined });
    expect(closeness(graph).get("t:a")).toBe(1);
  });

  test("numbers of shortest paths that no double holds still divide: a row of 1,200 four-cycles", () => {
    const graph = new UndirectedGraph();
    const cycles = 1200;
    graph.addNode("m:0");
    for (let i = 0; i < cycles; i++) {
      for (const side of ["u", "v"]) {
        graph.addNode(`${side}:${i}`);
        graph.addEdge(`m:${i}`, `${side}:${i}`);
      }
      graph.addNode(`m:${i + 1}`);
      for (const side of ["u", "v"]) graph.addEdge(`${side}:${i}`, `m:${i + 1}`);
    }
    const measured = betweenness(graph);
    const n = 3 * cycles + 1;
    const expectPairs = (key: string, pairs: number): void => {
      const share = (2 * pairs) / ((n - 1) * (n - 2));
      expect(Math.abs((measured.get(key) ?? Number.NaN) / share - 1)).toBeLessThan(1e-11);
    };
    for (const i of [0, 1, 599, 600, 1199]) {
      const left = 3 * i;
      // Through a joint: everyone before it with everyone behind it, and half of the ways between the sides of either cycle.
      expectPairs(`m:${i}`, left * (n - 1 - left) + (i > 0 ? 1 : 0.5));
      // Through a side: half of the ways from those before the cycle to those behind it.
      expectPairs(`u:${i}`, ((left + 1) * (n - left - 3)) / 2);
    }
    expect([...measured.values()].every((value) => value >= 0 && value <= 1)).toBe(true);
  });

  test("a path of a hundred thousand nodes is walked without recursion", () => {
    const graph = new DirectedGraph();
    const n = 100_000;
    for (let i = 0; i < n; i++) graph.addNode(`t:${i}`);
    for (let i = 1; i < n; i++) graph.addEdgeWithKey(`e:${i}`, `t:${i}`, `t:${i - 1}`);
    expect(articulationPoints(graph)).toHaveLength(n - 2);
    expect(bridges(graph)).toHaveLength(n - 1);
    expect(new Set(coreNumbers(graph).values())).toEqual(new Set([1]));
  });

  test("what the caller got wrong is told by code and path", () => {
    const graph = nodesOnly.copy();
    graph.addEdgeWithKey("e:1", "t:a", "t:b", { weight: -1 });
    expect(faultOf(() => communities(graph))).toMatchObject({ code: "invalid-argument", path: ["edges", "e:1", "weight"] });
    graph.setEdgeAttribute("e:1", "weight", "3");
    expect(faultOf(() => modularity(graph, new Map())).message).toContain("received a string");
    expect(closeness(graph).get("t:a")).toBe(1);
    expect(faultOf(() => modularity(nodesOnly, new Map([["t:a", 0]])))).toMatchObject({
      code: "invalid-argument",
      path: ["communities", "t:b"],
    });
    expect(faultOf(() => communities(nodesOnly, { resolution: 0 })).code).toBe("invalid-option");
    expect(faultOf(() => communities(nodesOnly, { resolution: "1" as unknown as number })).code).toBe("invalid-option");
    expect(faultOf(() => communities(nodesOnly, { seed: 0.5 })).code).toBe("invalid-option");
    expect(faultOf(() => communities(nodesOnly, { rng: 1 } as never)).code).toBe("unknown-option");
    expect(faultOf(() => project(nodesOnly, ["t:c"], "common"))).toMatchObject({ code: "invalid-argument", path: ["nodes", 0] });
    expect(faultOf(() => project(nodesOnly, [], "cosine" as never)).code).toBe("invalid-option");
    expect(faultOf(() => project(graph, ["t:a", "t:b"], "common")).message).toContain("bipartite");
  });
});
