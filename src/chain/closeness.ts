import { closenessCentrality, simpleGraph } from "./graph-companions.js";
import { type AnyGraph, byNode, undirectedView } from "./undirected-view.js";

/**
 * Closeness of each node (接近中心度): how few steps lead from it to the others, corrected for what it cannot reach.
 *
 *   closeness(v) = (r / (n - 1)) × (r / sum of steps to the r others that v reaches)          0 where r = 0
 *
 * Directions, weights, parallel edges and self loops are left out of account, as in networkx of the simple undirected graph.
 * @returns a value in [0, 1] by key, in code-point order; empty for the empty graph
 * @complexity O(V × (V + E))
 * @source S. Wasserman, K. Faust, Social Network Analysis, 1994, p. 201; computed by graphology-metrics.
 */
export function closeness(graph: AnyGraph): Map<string, number> {
  const view = undirectedView("closeness", graph);
  if (view.nodes.length === 0) return new Map();
  const values = closenessCentrality(simpleGraph(view, { loops: false }), { wassermanFaust: true });
  return byNode(view, (node) => values[node] as number);
}
