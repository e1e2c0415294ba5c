import { compareCodePoints } from "../numeric/index.js";
import { lowlinks } from "./lowlinks.js";
import { type AnyGraph, undirectedView } from "./undirected-view.js";

/**
 * Bridges of a graph (割边): the pairs of nodes whose only edge, once lost, breaks a component in two.
 *
 * Directions are forgotten; two parallel edges are no bridge, nor is a self loop.
 * @returns pairs of keys, the lesser first, in code-point order
 * @complexity O(V log V + E log E), the walk itself O(V + E), without recursion
 * @source R. Tarjan, Inf. Process. Lett. 2 (1974) 160–161
 */
export function bridges(graph: AnyGraph): [string, string][] {
  const view = undirectedView("bridges", graph);
  const { order, low, parent } = lowlinks(view);
  const found: [string, string][] = [];
  for (const [node, key] of view.nodes.entries()) {
    const above = parent[node] as number;
    if (above === -1 || (low[node] as number) <= (order[above] as number)) continue;
    const at = view.neighbours.subarray(view.starts[node], view.starts[node + 1]).indexOf(above);
    if (view.weights[(view.starts[node] as number) + at] !== 1) continue;
    const other = view.nodes[above] as string;
    found.push(above < node ? [other, key] : [key, other]);
  }
  return found.sort(([a, b], [c, d]) => compareCodePoints(a, c) || compareCodePoints(b, d));
}
