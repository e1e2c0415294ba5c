import type { UndirectedView } from "./undirected-view.js";

/** A depth-first walk over a graph and what each node's subtree reaches (深度优先遍历与回溯值). */
export interface Lowlinks {
  /** Nodes in the order of the walk. */
  readonly sequence: Int32Array;
  /** Place of each node in `sequence`. */
  readonly order: Int32Array;
  /** Least place that a node's subtree reaches by one edge that is not of the tree. */
  readonly low: Int32Array;
  /** The node from which each was reached, -1 for the first of its component. */
  readonly parent: Int32Array;
}

/**
 * Walks a view depth first, without recursion.
 * @complexity O(V + E)
 * @source R. Tarjan, SIAM J. Comput. 1 (1972) 146–160; J. Hopcroft, R. Tarjan, Comm. ACM 16 (1973) 372–378
 */
export function lowlinks({ nodes, starts, neighbours }: UndirectedView): Lowlinks {
  const n = nodes.length;
  const sequence = new Int32Array(n);
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  // Where among its neighbours each node goes on; the way back is by parent, so that no stack is needed.
  const next = starts.slice(0, n);
  let seen = 0;
  const enter = (node: number): void => {
    order[node] = seen;
    low[node] = seen;
    sequence[seen++] = node;
  };
  const lower = (node: number, place: number): void => {
    if (place < (low[node] as number)) low[node] = place;
  };
  for (let root = 0; root < n; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = root; node !== -1; ) {
      const at = next[node] as number;
      if (at < (starts[node + 1] as number)) {
        next[node] = at + 1;
        const other = neighbours[at] as number;
        if (order[other] === -1) {
          parent[other] = node;
          enter(other);
          node = other;
        } else if (other !== parent[node]) lower(node, order[other] as number);
      } else {
        const above = parent[node] as number;
        if (above !== -1) lower(above, low[node] as number);
        node = above;
      }
    }
  }
  return { sequence, order, low, parent };
}
