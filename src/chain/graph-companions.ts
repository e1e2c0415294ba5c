import { UndirectedGraph } from "graphology";
import louvainModule from "graphology-communities-louvain";
import closenessModule from "graphology-metrics/centrality/closeness.js";
import type { UndirectedView } from "./undirected-view.js";

// The packages declare `export default` but are CommonJS, so that what an ECMAScript module imports is the function itself.
/** Closeness centrality of graphology-metrics. */
export const closenessCentrality = closenessModule as unknown as typeof closenessModule.default;
/** Louvain's method of graphology-communities-louvain. */
export const louvain = louvainModule as unknown as typeof louvainModule.default;

/** How a view becomes a graph. */
export interface SimpleGraphOptions {
  /** Whether self loops come along. */
  readonly loops: boolean;
  /** Node numbers in the order in which they enter; ascending where absent. */
  readonly order?: Iterable<number>;
}

/**
 * A view as a simple undirected graph (无向简单图) for graphology's companions: keys are node numbers, `weight` is the merged weight.
 *
 * The companions refuse graphs with parallel or mixed edges, or read them wrongly: where a node has fewer neighbours than edge ends, their table of
 * neighbours ends in links to the first node. Self loops come along only for those that read edges, not neighbours.
 * @complexity O(V + E)
 */
export function simpleGraph(view: UndirectedView, { loops, order = view.nodes.keys() }: SimpleGraphOptions): UndirectedGraph {
  const graph = new UndirectedGraph({ allowSelfLoops: true });
  const entering = [...order];
  for (const node of entering) graph.addNode(String(node));
  for (const node of entering) {
    const loop = view.loops[node] as number;
    if (loops && loop > 0) graph.addEdgeWithKey(`${node}-${node}`, String(node), String(node), { weight: loop });
    const end = view.starts[node + 1] as number;
    for (let at = view.starts[node] as number; at < end; at++) {
      const other = view.neighbours[at] as number;
      if (other > node) graph.addEdgeWithKey(`${node}-${other}`, String(node), String(other), { weight: view.weights[at] });
    }
  }
  return graph;
}
