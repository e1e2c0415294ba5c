import { type AnyGraph, byNode, undirectedView } from "./undirected-view.js";

/**
 * Core number of each node (核数): the greatest k such that the node lies in a subgraph where everyone has k neighbours.
 *
 * Directions are forgotten; parallel edges count once and self loops not at all, as networkx counts on the simple graph.
 * @returns an integer ≥ 0 by key, in code-point order; 0 for an isolated node, empty for the empty graph
 * @complexity O(V log V + E log E), the peeling itself O(V + E)
 * @source V. Batagelj, M. Zaveršnik, An O(m) algorithm for cores decomposition of networks, arXiv:cs/0310049 (2003)
 */
export function coreNumbers(graph: AnyGraph): Map<string, number> {
  const view = undirectedView("coreNumbers", graph);
  const { starts, neighbours } = view;
  const n = view.nodes.length;
  const degrees = Int32Array.from({ length: n }, (_, i) => (starts[i + 1] as number) - (starts[i] as number));
  // Nodes by degree: those of degree d begin at firsts[d] of `sorted`, and `places` says where each node stands.
  const firsts = new Int32Array(n + 1);
  for (const degree of degrees) firsts[degree + 1] = (firsts[degree + 1] as number) + 1;
  for (let d = 0; d < n; d++) firsts[d + 1] = (firsts[d + 1] as number) + (firsts[d] as number);
  const sorted = new Int32Array(n);
  const places = new Int32Array(n);
  const put = (node: number, place: number): void => {
    sorted[place] = node;
    places[node] = place;
  };
  const free = firsts.slice();
  for (const [node, degree] of degrees.entries()) {
    put(node, free[degree] as number);
    free[degree] = (free[degree] as number) + 1;
  }
  for (let i = 0; i < n; i++) {
    const node = sorted[i] as number;
    const core = degrees[node] as number;
    for (const other of neighbours.subarray(starts[node], starts[node + 1])) {
      const degree = degrees[other] as number;
      if (degree <= core) continue;
      // To lower a degree by one, change places with the first of that degree and let the next degree's range begin behind it.
      const first = firsts[degree] as number;
      const place = places[other] as number;
      put(sorted[first] as number, place);
      put(other, first);
      firsts[degree] = first + 1;
      degrees[other] = degree - 1;
    }
  }
  return byNode(view, (node) => degrees[node] as number);
}
