import type { AbstractGraph } from "graphology-types";

/** A graph as a set of neighbours by key, directions forgotten, parallel edges once, self loops left out: the literal reading of the definitions. */
export type Adjacency = ReadonlyMap<string, ReadonlySet<string>>;

/** Neighbours of each node, without the nodes that are taken away. */
export function adjacencyOf(graph: AbstractGraph, without: ReadonlySet<string> = new Set()): Adjacency {
  const adjacency = new Map<string, Set<string>>();
  for (const node of graph.nodes()) if (!without.has(node)) adjacency.set(node, new Set());
  for (const { source, target } of graph.edgeEntries()) {
    if (source === target || without.has(source) || without.has(target)) continue;
    adjacency.get(source)?.add(target);
    adjacency.get(target)?.add(source);
  }
  return adjacency;
}

/** Steps from a node to each that it reaches. */
function distancesFrom(adjacency: Adjacency, source: string): Map<string, number> {
  const distances = new Map([[source, 0]]);
  for (const [node, distance] of distances) {
    for (const other of adjacency.get(node) ?? []) if (!distances.has(other)) distances.set(other, distance + 1);
  }
  return distances;
}

/** Number of components. */
export function componentCount(adjacency: Adjacency): number {
  const seen = new Set<string>();
  let count = 0;
  for (const node of adjacency.keys()) {
    if (seen.has(node)) continue;
    count++;
    for (const reached of distancesFrom(adjacency, node).keys()) seen.add(reached);
  }
  return count;
}

/** Every shortest path between two nodes, written out. */
function shortestPaths(adjacency: Adjacency, from: string, to: string): string[][] {
  const distances = distancesFrom(adjacency, to);
  const walk = (node: string): string[][] => {
    if (node === to) return [[to]];
    const nearer = [...(adjacency.get(node) ?? [])].filter((other) => distances.get(other) === (distances.get(node) ?? 0) - 1);
    return nearer.flatMap(walk).map((path) => [node, ...path]);
  };
  return distances.has(from) ? walk(from) : [];
}

/** Betweenness from the written-out paths. */
export function naiveBetweenness(adjacency: Adjacency): Map<string, number> {
  const nodes = [...adjacency.keys()];
  const pairs = nodes.flatMap((s, i) => nodes.slice(i + 1).map((t) => ({ s, t, paths: shortestPaths(adjacency, s, t) })));
  const scale = nodes.length < 3 ? 0 : 2 / ((nodes.length - 1) * (nodes.length - 2));
  return new Map(
    nodes.map((v) => {
      const others = pairs.filter(({ s, t, paths }) => s !== v && t !== v && paths.length > 0);
      return [v, scale * others.reduce((sum, { paths }) => sum + paths.filter((path) => path.includes(v)).length / paths.length, 0)];
    }),
  );
}

/** Closeness of Wasserman and Faust from distances. */
export function naiveCloseness(adjacency: Adjacency): Map<string, number> {
  return new Map(
    [...adjacency.keys()].map((v) => {
      const distances = [...distancesFrom(adjacency, v).values()];
      const reached = distances.length - 1;
      const sum = distances.reduce((a, b) => a + b, 0);
      return [v, reached === 0 ? 0 : (reached / (adjacency.size - 1)) * (reached / sum)];
    }),
  );
}

/** Core numbers by peeling: while any node has fewer than k neighbours left, it goes; who stays has a core number of k or more. */
export function naiveCoreNumbers(graph: AbstractGraph): Map<string, number> {
  const cores = new Map<string, number>();
  const gone = new Set<string>();
  for (let k = 0; gone.size < graph.order; k++) {
    for (const node of graph.nodes()) if (!gone.has(node)) cores.set(node, k);
    for (let last = -1; last !== gone.size; ) {
      last = gone.size;
      for (const [node, neighbours] of adjacencyOf(graph, gone)) if (neighbours.size < k + 1) gone.add(node);
    }
  }
  return cores;
}

/** Modularity as the sum over all ordered pairs of nodes. */
export function naiveModularity(graph: AbstractGraph, communityOf: ReadonlyMap<string, unknown>, resolution = 1): number {
  const nodes = graph.nodes();
  const weights = new Map<string, number>();
  const add = (a: string, b: string, weight: number): void => {
    weights.set(JSON.stringify([a, b]), (weights.get(JSON.stringify([a, b])) ?? 0) + weight);
  };
  for (const { source, target, attributes } of graph.edgeEntries()) {
    const weight = (attributes["weight"] as number | undefined) ?? 1;
    add(source, target, weight);
    add(target, source, weight);
  }
  const between = (a: string, b: string): number => weights.get(JSON.stringify([a, b])) ?? 0;
  const degree = (a: string): number => nodes.reduce((sum, b) => sum + between(a, b), 0);
  const doubled = nodes.reduce((sum, a) => sum + degree(a), 0);
  let total = 0;
  for (const a of nodes) {
    for (const b of nodes) {
      if (communityOf.get(a) === communityOf.get(b)) total += between(a, b) - (resolution * degree(a) * degree(b)) / doubled;
    }
  }
  return total / doubled;
}
