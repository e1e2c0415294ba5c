import { type AnyGraph, byNode, type UndirectedView, undirectedView } from "./undirected-view.js";

/** Counts of paths are kept below this power of two; what is above goes to the exponent. */
const STEP = 2 ** 512;

/** Shortest paths from one node at a time (单源最短路). */
interface PathSearch {
  /** Nodes reached by the last search, the nearest first. */
  readonly reached: Int32Array;
  readonly distance: Int32Array;
  /** Number of shortest paths to a node: paths × 2^(512 × tier), 1 ≤ paths < 2^512. */
  readonly paths: Float64Array;
  readonly tier: Int32Array;
}

/** Searches from a source and says how many nodes were reached. */
function searchFrom(source: number, { starts, neighbours }: UndirectedView, { reached, distance, paths, tier }: PathSearch): number {
  distance.fill(-1);
  distance[source] = 0;
  paths[source] = 1;
  tier[source] = 0;
  reached[0] = source;
  let end = 1;
  for (let head = 0; head < end; head++) {
    const v = reached[head] as number;
    const step = (distance[v] as number) + 1;
    const last = starts[v + 1] as number;
    for (let at = starts[v] as number; at < last; at++) {
      const w = neighbours[at] as number;
      if (distance[w] === -1) {
        distance[w] = step;
        paths[w] = paths[v] as number;
        tier[w] = tier[v] as number;
        reached[end++] = w;
      } else if (distance[w] === step) addPaths(w, v, paths, tier);
    }
  }
  return end;
}

/** Adds the paths to `v` to those to `w`. */
function addPaths(w: number, v: number, paths: Float64Array, tier: Int32Array): void {
  const apart = (tier[v] as number) - (tier[w] as number);
  const [more, had] = [paths[v] as number, paths[w] as number];
  let sum = apart > 0 ? more + had * STEP ** -apart : had + more * STEP ** apart;
  let exponent = Math.max(tier[v] as number, tier[w] as number);
  if (sum >= STEP) {
    sum /= STEP;
    exponent++;
  }
  paths[w] = sum;
  tier[w] = exponent;
}

/**
 * Betweenness of each node (中介中心度): the share of shortest paths between two others that lead through it.
 *
 *   betweenness(v) = 2 / ((n - 1)(n - 2)) × sum over pairs s, t of paths(s, t through v) / paths(s, t)          0 where n < 3
 *
 * Directions, weights, parallel edges and self loops are left out of account, as in networkx of the simple undirected graph; a pair without a path
 * adds nothing.
 * @returns a value in [0, 1] by key, in code-point order; empty for the empty graph
 * @complexity O(V × E), O(V + E) space
 * @source U. Brandes, J. Math. Sociol. 25 (2001) 163–177. Differs: numbers of paths have an exponent of their own, so that they cannot overflow;
 *   graphology-metrics 2.4.2 counts them in 32 bits and gives NaN for a row of 33 four-cycles.
 */
export function betweenness(graph: AnyGraph): Map<string, number> {
  const view = undirectedView("betweenness", graph);
  const { starts, neighbours } = view;
  const n = view.nodes.length;
  const search = { reached: new Int32Array(n), distance: new Int32Array(n), paths: new Float64Array(n), tier: new Int32Array(n) };
  const { reached, distance, paths, tier } = search;
  const through = new Float64Array(n);
  const total = new Float64Array(n);
  for (let source = 0; source < n; source++) {
    through.fill(0);
    for (let i = searchFrom(source, view, search) - 1; i > 0; i--) {
      const w = reached[i] as number;
      const before = (distance[w] as number) - 1;
      const each = (1 + (through[w] as number)) / (paths[w] as number);
      const last = starts[w + 1] as number;
      for (let at = starts[w] as number; at < last; at++) {
        const v = neighbours[at] as number;
        if (distance[v] !== before) continue;
        const apart = (tier[v] as number) - (tier[w] as number);
        through[v] = (through[v] as number) + (paths[v] as number) * each * (apart === 0 ? 1 : STEP ** apart);
      }
      total[w] = (total[w] as number) + (through[w] as number);
    }
  }
  const pairs = n > 2 ? (n - 1) * (n - 2) : 1;
  return byNode(view, (node) => (total[node] as number) / pairs);
}
