import { type AttributeColumn, attributeColumns, type ColumnType } from "./attribute-columns.js";
import { type FlatAttributes, graphRecords } from "./graph-records.js";
import type { AnyGraph } from "./undirected-view.js";
import { xmlIds, xmlText } from "./xml-text.js";

/** GraphML's names of the types. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  boolean: "boolean",
  integer: "int",
  long: "long",
  double: "double",
  string: "string",
};

/** Declared attributes of nodes or edges, with the id of each. */
interface Keys {
  readonly lines: readonly string[];
  readonly ids: ReadonlyMap<string, string>;
}

function keysOf(kind: "node" | "edge", columns: readonly AttributeColumn[]): Keys {
  const idOf = (i: number): string => `${kind === "node" ? "n" : "e"}${i}`;
  const lines = columns.map(({ name, type }, i) => {
    // A weight is a measure, whichever numbers happen to stand there.
    const declared = kind === "edge" && name === "weight" && type !== "string" && type !== "boolean" ? "double" : TYPES[type];
    return `  <key id="${idOf(i)}" for="${kind}" attr.name="${xmlText(name)}" attr.type="${declared}"/>`;
  });
  return { lines, ids: new Map(columns.map(({ name }, i) => [name, idOf(i)])) };
}

/** An element with its data, closed at once where it has none. */
function element(name: "node" | "edge", start: string, attributes: FlatAttributes, ids: ReadonlyMap<string, string>): string[] {
  if (attributes.size === 0) return [`${start}/>`];
  const data = [...attributes].map(([key, value]) => `      <data key="${ids.get(key)}">${xmlText(value)}</data>`);
  return [`${start}>`, ...data, `    </${name}>`];
}

/**
 * A graph as GraphML (GraphML 导出), for Gephi, networkx, igraph and yEd: declared types, edge ids and directions.
 *
 * Nodes and edges stand in code-point order of key, attributes in order of name: the same graph gives the same bytes. Attributes are of type boolean,
 * int, long, double or string; an edge's `weight` is a double. Characters that XML forbids are removed. networkx refuses a graph with both directed
 * and undirected edges.
 * @param graph nodes and edges with string, number, boolean or undefined attributes; keys of edges should be explicit
 * @throws GuiyanError `invalid-argument` for other attributes
 * @complexity O(V log V + E log E) and the attributes
 * @source U. Brandes et al., GraphML progress report, Graph Drawing 2001. graphology-graphml 0.5.2 reads the format but does not write it.
 */
export function toGraphml(graph: AnyGraph): string {
  const { nodes, edges } = graphRecords("toGraphml", graph);
  const nodeIds = xmlIds(nodes.map(({ key }) => key));
  const edgeIds = xmlIds(edges.map(({ key }) => key));
  const nodeKeys = keysOf("node", attributeColumns(nodes));
  const edgeKeys = keysOf("edge", attributeColumns(edges));
  const directed = edges.some(({ undirected }) => !undirected) || (edges.length === 0 && graph.type !== "undirected");
  const id = (ids: ReadonlyMap<string, string>, key: string): string => xmlText(ids.get(key) as string);
  const nodeLines = nodes.flatMap(({ key, attributes }) => {
    return element("node", `    <node id="${id(nodeIds, key)}"`, attributes, nodeKeys.ids);
  });
  const edgeLines = edges.flatMap(({ key, source, target, undirected, attributes }) => {
    const ends = `source="${id(nodeIds, source)}" target="${id(nodeIds, target)}"`;
    const type = directed && undirected ? ' directed="false"' : "";
    return element("edge", `    <edge id="${id(edgeIds, key)}" ${ends}${type}`, attributes, edgeKeys.ids);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...nodeKeys.lines,
    ...edgeKeys.lines,
    `  <graph id="G" edgedefault="${directed ? "directed" : "undirected"}">`,
    ...nodeLines,
    ...edgeLines,
    "  </graph>",
    "</graphml>",
    "",
  ].join("\n");
}
