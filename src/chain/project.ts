import { UndirectedGraph } from "graphology";
import { checkArray, checkOneOf, GuiyanError } from "../errors/index.js";
import { type AnyGraph, type UndirectedView, undirectedView } from "./undirected-view.js";

/** How a projection weighs two nodes (投影权重); see {@link project}. */
export type ProjectionWeighting = "common" | "newman" | "jaccard";

const WEIGHTINGS: readonly ProjectionWeighting[] = ["common", "newman", "jaccard"];

/** Numbers of the nodes to project, ascending. */
function numbersOf(view: UndirectedView, nodes: readonly string[]): number[] {
  const numbers = new Map(view.nodes.map((key, i) => [key, i]));
  const chosen = new Set<number>();
  for (const [i, key] of checkArray("project", "nodes", nodes).entries()) {
    const number = numbers.get(key);
    if (number === undefined) {
      throw new GuiyanError("invalid-argument", `project: expected keys of nodes of the graph, item ${i} is none`, { path: ["nodes", i] });
    }
    chosen.add(number);
  }
  return [...chosen].sort((a, b) => a - b);
}

/**
 * One-mode projection of a bipartite graph (二部图单模投影): two of the given nodes are joined where they share a neighbour.
 *
 *   common    weight(u, v) = number of shared neighbours                    |N(u) ∩ N(v)|
 *   newman    weight(u, v) = sum over shared neighbours b of 1 / (|N(b)| - 1)
 *   jaccard   weight(u, v) = |N(u) ∩ N(v)| / |N(u) ∪ N(v)|
 *
 * Directions are forgotten and parallel edges count once, so that a share is a neighbour and no edge. The weights are those of networkx's
 * `weighted_`, `collaboration_weighted_` and `overlap_weighted_projected_graph`.
 * @param nodes keys of one side of the graph, or of some of it; |N(b)| counts all neighbours of b
 * @returns a graph of the given nodes with their attributes, in code-point order; edges have `weight` and the keys `0`, `1`, … in order of their nodes
 * @throws GuiyanError `invalid-argument` for a key that is no node, or an edge between two of the nodes; `invalid-option` for the weighting
 * @complexity O(E log E + sum over shared neighbours of degree²)
 * @source M. E. J. Newman, Phys. Rev. E 64 (2001) 016132
 */
export function project(graph: AnyGraph, nodes: readonly string[], weighting: ProjectionWeighting): UndirectedGraph {
  checkOneOf("project", "weighting", weighting, WEIGHTINGS);
  const view = undirectedView("project", graph);
  const chosen = numbersOf(view, nodes);
  const isChosen = new Uint8Array(view.nodes.length);
  for (const node of chosen) isChosen[node] = 1;
  const neighboursOf = (node: number): Int32Array => view.neighbours.subarray(view.starts[node], view.starts[node + 1]);
  const projection = new UndirectedGraph();
  for (const node of chosen) {
    const key = view.nodes[node] as string;
    if (view.loops[node] !== 0 || neighboursOf(node).some((other) => isChosen[other] === 1)) {
      throw new GuiyanError("invalid-argument", "project: expected a bipartite graph, an edge joins two of the nodes to be projected", {
        path: ["nodes", key],
      });
    }
    projection.addNode(key, { ...graph.getNodeAttributes(key) });
  }
  const shares = new Float64Array(view.nodes.length);
  for (const node of chosen) {
    const own = neighboursOf(node);
    const met = new Set<number>();
    for (const shared of own) {
      const around = neighboursOf(shared);
      const share = weighting === "newman" ? 1 / (around.length - 1) : 1;
      for (const other of around) {
        if (other <= node || isChosen[other] === 0) continue;
        shares[other] = (met.has(other) ? (shares[other] as number) : 0) + share;
        met.add(other);
      }
    }
    for (const other of [...met].sort((a, b) => a - b)) {
      const share = shares[other] as number;
      const weight = weighting === "jaccard" ? share / (own.length + neighboursOf(other).length - share) : share;
      projection.addEdgeWithKey(String(projection.size), view.nodes[node] as string, view.nodes[other] as string, { weight });
    }
  }
  return projection;
}
