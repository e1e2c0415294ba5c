import { DirectedGraph, UndirectedGraph } from "graphology";
import { GuiyanError } from "../errors/index.js";
import type { Chain, ChainStage } from "../model/index.js";

/** What a segment node carries. */
export interface SegmentAttributes {
  readonly kind: "segment";
  /** Id within the chain, without the key's prefix. */
  readonly id: string;
  readonly name: string;
  readonly stage: ChainStage;
}

/** Key of a segment's node: graph libraries stumble over names such as `constructor`, so that every key has a prefix. */
export const segmentKey = (id: string): string => `s:${id}`;

/**
 * The supply graph of a chain's segments (产业链供给图): nodes `s:<id>` in the chain's order, an edge `s:<from>→s:<to>` for each feed.
 *
 * Keys are explicit, so that two processes build the same graph.
 * @throws GuiyanError `invalid-chain` for a repeated segment, or a feed that is repeated or leads to no segment
 * @complexity O(segments + feeds)
 */
export function chainGraph(chain: Chain): DirectedGraph<SegmentAttributes> {
  const graph = new DirectedGraph<SegmentAttributes>({ allowSelfLoops: true });
  for (const [i, { id, name, stage }] of chain.segments.entries()) {
    const key = segmentKey(id);
    if (graph.hasNode(key)) {
      throw new GuiyanError("invalid-chain", `chainGraph: expected each segment id once, segment ${i} of "${chain.id}" repeats one`, {
        path: ["segments", i, "id"],
      });
    }
    graph.addNode(key, { kind: "segment", id, name, stage });
  }
  for (const [i, { id, feeds }] of chain.segments.entries()) {
    for (const [j, target] of feeds.entries()) {
      const [from, to] = [segmentKey(id), segmentKey(target)];
      if (!graph.hasNode(to) || graph.hasEdge(from, to)) {
        const what = graph.hasNode(to) ? "repeats one" : "names no segment";
        throw new GuiyanError("invalid-chain", `chainGraph: expected feeds to name each segment once, feed ${j} of segment ${i} ${what}`, {
          path: ["segments", i, "feeds", j],
        });
      }
      graph.addDirectedEdgeWithKey(`${from}→${to}`, from, to);
    }
  }
  return graph;
}

/** The kinds of graphs that maps are drawn as, so that graphology is named in one place. */
export { DirectedGraph, UndirectedGraph };
