import { GuiyanError } from "../errors/index.js";
import { type FlatAttributes, type FlatValue, graphRecords } from "./graph-records.js";
import type { AnyGraph } from "./undirected-view.js";

/** A node of {@link MapJson}: its key and its attributes. */
export interface MapJsonNode {
  readonly key: string;
  readonly [attribute: string]: FlatValue;
}

/** An edge of {@link MapJson}: its key, its ends and its attributes; `undirected` only where it is true. */
export interface MapJsonEdge {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly [attribute: string]: FlatValue;
}

/** A graph as plain data (图谱 JSON). */
export interface MapJson {
  readonly nodes: readonly MapJsonNode[];
  readonly edges: readonly MapJsonEdge[];
}

/** Members, then attributes; an attribute by the name of a member would overwrite it. */
function record<T extends object>(path: readonly string[], reserved: readonly string[], members: T, attributes: FlatAttributes): T {
  for (const name of reserved) {
    if (!attributes.has(name)) continue;
    throw new GuiyanError("invalid-argument", `toMapJson: expected no attribute named "${name}", which the format needs itself`, {
      path: [...path, name],
    });
  }
  // Entries and not assignments: an attribute may be called `__proto__`.
  return Object.fromEntries([...Object.entries(members), ...attributes]) as T;
}

const NODE_MEMBERS = ["key"];
const EDGE_MEMBERS = ["key", "source", "target", "undirected"];

/**
 * A graph as plain JSON data (JSON 导出): nodes and edges in code-point order of key, attributes in order of name, undefined ones left out.
 * @param graph nodes and edges with string, number, boolean or undefined attributes; keys of edges should be explicit
 * @throws GuiyanError `invalid-argument` for other attributes, or one named like a member: `key`; on an edge also `source`, `target`, `undirected`
 * @complexity O(V log V + E log E) and the attributes
 */
export function toMapJson(graph: AnyGraph): MapJson {
  const { nodes, edges } = graphRecords("toMapJson", graph);
  return {
    nodes: nodes.map(({ key, attributes }) => record(["nodes", key], NODE_MEMBERS, { key }, attributes)),
    edges: edges.map(({ key, source, target, undirected, attributes }) => {
      const members = { key, source, target, ...(undirected ? { undirected } : {}) };
      return record(["edges", key], EDGE_MEMBERS, members, attributes);
    }),
  };
}
