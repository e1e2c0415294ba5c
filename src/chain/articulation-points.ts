import { lowlinks } from "./lowlinks.js";
import { type AnyGraph, undirectedView } from "./undirected-view.js";

/**
 * Articulation points of a graph (割点): the nodes whose loss breaks a component into several.
 *
 * Directions are forgotten; parallel edges and self loops change nothing.
 * @returns keys in code-point order
 * @complexity O(V log V + E log E), the walk itself O(V + E), without recursion
 * @source J. Hopcroft, R. Tarjan, Algorithm 447, Comm. ACM 16 (1973) 372–378
 */
export function articulationPoints(graph: AnyGraph): string[] {
  const view = undirectedView("articulationPoints", graph);
  const { sequence, order, low, parent } = lowlinks(view);
  const cuts = new Uint8Array(view.nodes.length);
  const children = new Int32Array(view.nodes.length);
  for (const node of sequence) {
    const above = parent[node] as number;
    if (above === -1) continue;
    children[above] = (children[above] as number) + 1;
    const splits = parent[above] === -1 ? (children[above] as number) > 1 : (low[node] as number) >= (order[above] as number);
    if (splits) cuts[above] = 1;
  }
  return view.nodes.filter((_, node) => cuts[node] === 1);
}
