import { checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { type AttributeColumn, attributeColumns } from "./attribute-columns.js";
import { type EdgeRecord, type FlatAttributes, graphRecords, type NodeRecord } from "./graph-records.js";
import type { AnyGraph } from "./undirected-view.js";
import { xmlIds, xmlText } from "./xml-text.js";

/** Version of GEXF (GEXF 版本). */
export type GexfVersion = "1.2" | "1.3";

/** Options of {@link toGexf}. */
export interface GexfOptions {
  /** `1.2`, the default, opens in Gephi and every networkx; `1.3` needs a networkx of 3.x. What is written differs in the namespace only. */
  readonly version?: GexfVersion;
}

const NAMESPACES: Readonly<Record<GexfVersion, string>> = { "1.2": "http://www.gexf.net/1.2draft", "1.3": "http://gexf.net/1.3" };

/** Attributes that GEXF writes by itself. */
const OWN: ReadonlySet<string> = new Set(["label", "weight"]);

/** Declared attributes of nodes or edges, with the id of each. */
interface Model {
  readonly lines: readonly string[];
  readonly ids: ReadonlyMap<string, string>;
}

function model(kind: "node" | "edge", columns: readonly AttributeColumn[]): Model {
  const ids = new Map(columns.map(({ name }, i) => [name, String(i)]));
  if (columns.length === 0) return { lines: [], ids };
  const declared = columns.map(({ name, type }, i) => `      <attribute id="${i}" title="${xmlText(name)}" type="${type}"/>`);
  return { lines: [`    <attributes class="${kind}" mode="static">`, ...declared, "    </attributes>"], ids };
}

/** An element with its values, closed at once where it has none. */
function element(name: "node" | "edge", start: string, attributes: FlatAttributes, ids: ReadonlyMap<string, string>): string[] {
  const values = [...attributes].flatMap(([title, value]) => {
    const id = ids.get(title);
    return id === undefined ? [] : [`          <attvalue for="${id}" value="${xmlText(value)}"/>`];
  });
  if (values.length === 0) return [`${start}/>`];
  return [`${start}>`, "        <attvalues>", ...values, "        </attvalues>", `      </${name}>`];
}

/** Weight of an edge as an attribute of its element. */
function weightOf({ key, attributes }: EdgeRecord): string {
  const weight = attributes.get("weight");
  if (weight === undefined) return "";
  if (typeof weight === "number") return ` weight="${weight}"`;
  throw new GuiyanError("invalid-argument", `toGexf: expected the weight of each edge to be a number, received a ${typeof weight}`, {
    path: ["edges", key, "weight"],
  });
}

/** What a node is called in the picture. */
const labelOf = ({ key, attributes }: NodeRecord): string => xmlText(attributes.get("label") ?? attributes.get("name") ?? key);

/**
 * A graph as GEXF (GEXF 导出), for Gephi and networkx: declared types, edge ids, directions and weights.
 *
 * Nodes and edges stand in code-point order of key, attributes in order of name: the same graph gives the same bytes. A node's label is its attribute
 * `label`, else `name`, else its key; an edge's `label` and `weight` are GEXF's own; everything else is an attribute of type boolean, integer, long,
 * double or string. Characters that XML forbids are removed. networkx refuses a graph with both directed and undirected edges; Gephi opens it.
 * @param graph nodes and edges with string, number, boolean or undefined attributes; keys of edges should be explicit
 * @throws GuiyanError `invalid-argument` for other attributes or a weight that is no number, `invalid-option` or `unknown-option` for options
 * @complexity O(V log V + E log E) and the attributes
 * @source GEXF 1.2 and 1.3 primers, gexf.net. graphology-gexf 0.13.2 lets control characters through, which no parser reads, gives `kind` of edges to
 *   the element, which networkx drops, and brings an XML parser along.
 */
export function toGexf(graph: AnyGraph, options: GexfOptions = {}): string {
  checkOptions("toGexf", options, ["version"]);
  const version = checkOneOf("toGexf", "version", options.version ?? "1.2", ["1.2", "1.3"]);
  const { nodes, edges } = graphRecords("toGexf", graph);
  const nodeIds = xmlIds(nodes.map(({ key }) => key));
  const edgeIds = xmlIds(edges.map(({ key }) => key));
  const nodeModel = model(
    "node",
    attributeColumns(nodes).filter(({ name }) => name !== "label"),
  );
  const edgeModel = model(
    "edge",
    attributeColumns(edges).filter(({ name }) => !OWN.has(name)),
  );
  const directed = edges.some(({ undirected }) => !undirected) || (edges.length === 0 && graph.type !== "undirected");
  const id = (ids: ReadonlyMap<string, string>, key: string): string => xmlText(ids.get(key) as string);
  const nodeLines = nodes.flatMap((node) => {
    return element("node", `      <node id="${id(nodeIds, node.key)}" label="${labelOf(node)}"`, node.attributes, nodeModel.ids);
  });
  const edgeLines = edges.flatMap((edge) => {
    const ends = `source="${id(nodeIds, edge.source)}" target="${id(nodeIds, edge.target)}"`;
    const type = directed && edge.undirected ? ' type="undirected"' : "";
    const label = edge.attributes.get("label");
    const shown = label === undefined ? "" : ` label="${xmlText(label)}"`;
    const start = `      <edge id="${id(edgeIds, edge.key)}" ${ends}${type}${weightOf(edge)}${shown}`;
    return element("edge", start, edge.attributes, edgeModel.ids);
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="${NAMESPACES[version]}" version="${version}">`,
    "  <meta>",
    "    <creator>guiyan</creator>",
    "  </meta>",
    `  <graph mode="static" defaultedgetype="${directed ? "directed" : "undirected"}">`,
    ...nodeModel.lines,
    ...edgeModel.lines,
    "    <nodes>",
    ...nodeLines,
    "    </nodes>",
    "    <edges>",
    ...edgeLines,
    "    </edges>",
    "  </graph>",
    "</gexf>",
    "",
  ].join("\n");
}
