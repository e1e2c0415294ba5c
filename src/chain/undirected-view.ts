import type { AbstractGraph } from "graphology-types";
import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";

/** Any graphology graph (图): directed, undirected or mixed, simple or with parallel edges, with or without self loops. */
export type AnyGraph = AbstractGraph;

/**
 * A graph as its undirected measures see it (无向简单视图): nodes in code-point order of key, numbered from 0; directions forgotten; the edges between
 * two nodes merged into one; self loops kept apart.
 *
 * The neighbours of node `i` are `neighbours[starts[i] .. starts[i + 1])`, ascending, each once; `weights` lies beside them and `loops` holds the
 * weight of a node's self loops. An edge weighs 1, so that a weight counts parallel edges, unless the view was asked for weights.
 */
export interface UndirectedView {
  readonly nodes: readonly string[];
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  readonly loops: Float64Array;
}

/** An edge between numbered nodes, low ≤ high. */
interface Pair {
  readonly low: number;
  readonly high: number;
  weight: number;
}

/** Reads an edge's `weight`, 1 where it has none. */
function weightOf(place: string, key: string, weight: unknown): number {
  if (weight === undefined) return 1;
  if (typeof weight === "number" && weight >= 0 && weight < Number.POSITIVE_INFINITY) return weight;
  const came = typeof weight === "number" ? String(weight) : `a ${typeof weight}`;
  throw new GuiyanError("invalid-argument", `${place}: expected the weight of each edge to be a finite number >= 0, received ${came}`, {
    path: ["edges", key, "weight"],
  });
}

/** Divides weights by the power of two that brings the greatest into [1, 2): exact, and no sum overflows. */
function scale(pairs: readonly Pair[]): void {
  let greatest = 0;
  for (const { weight } of pairs) greatest = Math.max(greatest, weight);
  if (greatest === 0) return;
  const factor = 2 ** Math.min(1023, -Math.floor(Math.log2(greatest)));
  for (const pair of pairs) pair.weight *= factor;
}

/** Sums the edges between two nodes; in ascending order of weight, so that the order of insertion leaves no trace. */
function merge(pairs: Pair[]): Pair[] {
  pairs.sort((a, b) => a.low - b.low || a.high - b.high || a.weight - b.weight);
  const merged: Pair[] = [];
  for (const pair of pairs) {
    const last = merged.at(-1);
    if (last?.low === pair.low && last.high === pair.high) last.weight += pair.weight;
    else merged.push(pair);
  }
  return merged;
}

/**
 * The undirected view of a graph, which every measure of this room works on: the same graph in any order of insertion gives the same arrays.
 * @param weighted take the edges' `weight` attribute (1 where absent), scaled by one power of two; measures of shape leave it unread
 * @throws GuiyanError `invalid-argument` for a weight that is negative or no finite number
 * @complexity O(V log V + E log E)
 */
export function undirectedView(place: string, graph: AnyGraph, weighted = false): UndirectedView {
  const nodes = graph.nodes().sort(compareCodePoints);
  const numbers = new Map(nodes.map((key, i) => [key, i]));
  const pairs: Pair[] = [];
  graph.forEachEdge((key, attributes, source, target) => {
    const [a, b] = [numbers.get(source) as number, numbers.get(target) as number];
    pairs.push({ low: Math.min(a, b), high: Math.max(a, b), weight: weighted ? weightOf(place, key, attributes["weight"]) : 1 });
  });
  if (weighted) scale(pairs);
  const starts = new Int32Array(nodes.length + 1);
  const loops = new Float64Array(nodes.length);
  const links = merge(pairs).filter(({ low, high, weight }) => {
    if (low === high) loops[low] = weight;
    return low !== high;
  });
  for (const { low, high } of links) for (const end of [low, high]) starts[end + 1] = (starts[end + 1] as number) + 1;
  for (let i = 0; i < nodes.length; i++) starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  const neighbours = new Int32Array(2 * links.length);
  const weights = new Float64Array(2 * links.length);
  const free = starts.slice();
  const put = (from: number, to: number, weight: number): void => {
    const at = free[from] as number;
    free[from] = at + 1;
    neighbours[at] = to;
    weights[at] = weight;
  };
  // In order of (low, high) a node first meets the lower neighbours, ascending, and then the higher ones.
  for (const { low, high, weight } of links) {
    put(low, high, weight);
    put(high, low, weight);
  }
  return { nodes, starts, neighbours, weights, loops };
}

/** A number for each node, by its key in code-point order. */
export function byNode(view: UndirectedView, numberOf: (node: number) => number): Map<string, number> {
  return new Map(view.nodes.map((key, i) => [key, numberOf(i)]));
}
