import fc from "fast-check";
import { MultiGraph } from "graphology";

/** An edge by numbers of its ends. */
interface DrawnEdge {
  readonly a: number;
  readonly b: number;
  readonly undirected: boolean;
  readonly weight?: number;
}

/** A graph as drawn: `order` nodes and edges between them. */
export interface DrawnGraph {
  readonly order: number;
  readonly edges: readonly DrawnEdge[];
}

/** Small graphs with everything that a measure must stand: no node, isolated nodes, parallel edges, self loops, both kinds of direction. */
export function drawnGraph(maxOrder: number, maxEdges: number): fc.Arbitrary<DrawnGraph> {
  return fc.integer({ min: 0, max: maxOrder }).chain((order) => {
    const end = fc.nat({ max: Math.max(0, order - 1) });
    const weight = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }));
    const edge = fc.record({ a: end, b: end, undirected: fc.boolean(), weight }, { requiredKeys: ["a", "b", "undirected"] });
    return fc.array(edge, { maxLength: order === 0 ? 0 : maxEdges }).map((edges) => ({ order, edges }));
  });
}

/** Keys whose code-point order is neither that of their numbers nor that of UTF-16 units. */
export const nodeKey = (i: number): string => `${["t:", "s:", "t:𠮷", "t:～", "d:"][i % 5]}${i}`;

/** The graph, nodes and edges entering in a given order. */
export function graphOfDrawn(
  { order, edges }: DrawnGraph,
  shuffle: <T>(items: readonly T[]) => readonly T[] = (items) => items,
): MultiGraph {
  const graph = new MultiGraph({ allowSelfLoops: true });
  for (const i of shuffle(Array.from({ length: order }, (_, number) => number))) graph.addNode(nodeKey(i));
  for (const [i, { a, b, undirected, weight }] of shuffle([...edges.entries()])) {
    const attributes = weight === undefined ? {} : { weight };
    if (undirected) graph.addUndirectedEdgeWithKey(`e:${i}`, nodeKey(a), nodeKey(b), attributes);
    else graph.addDirectedEdgeWithKey(`e:${i}`, nodeKey(a), nodeKey(b), attributes);
  }
  return graph;
}
