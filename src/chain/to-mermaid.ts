import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { type EdgeRecord, type FlatValue, graphRecords, type NodeRecord } from "./graph-records.js";
import type { AnyGraph } from "./undirected-view.js";

/** Options of {@link toMermaid}. */
export interface MermaidOptions {
  /** Keys of the nodes to draw, in the order of drawing; all, in code-point order, where absent. */
  readonly nodes?: readonly string[];
  /** Keys of the edges to draw; those between drawn nodes where absent. */
  readonly edges?: readonly string[];
  /** Attribute of a node that is its label; its key where the attribute is absent or empty. Default `name`. */
  readonly label?: string;
  /** Attribute of an edge that is its label; none where absent. */
  readonly edgeLabel?: string;
  /** Attribute of a node that names its frame; none where absent. */
  readonly group?: string;
  /** Values of `group` in the order of drawing, each with the title of its frame; values besides follow in code-point order. */
  readonly groups?: readonly (readonly [value: string, title: string])[];
}

/** Characters that mean nothing to Mermaid, Markdown or HTML. */
const PLAIN = /[\p{L}\p{M}\p{N} ,/、，。；：·《》（）—]/u;

/**
 * A text as a quoted label (标签转义): whatever could mean something becomes Mermaid's `#code;`, blanks and line ends become one blank, control
 * characters and halves of surrogate pairs go.
 */
function quoted(text: string): string {
  const plain = text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}]/gu, "")
    .trim();
  return `"${[...plain].map((character) => (PLAIN.test(character) ? character : `#${character.codePointAt(0)};`)).join("") || " "}"`;
}

/** Records of given keys, in the order given. */
function chosen<T extends { readonly key: string }>(
  name: string,
  records: readonly T[],
  keys: readonly string[] | undefined,
): readonly T[] {
  if (keys === undefined) return records;
  const byKey = new Map(records.map((record) => [record.key, record]));
  const found = checkArray("toMermaid", name, keys).map((key, i) => {
    const record = byKey.get(key);
    if (record !== undefined) return record;
    throw new GuiyanError("invalid-argument", `toMermaid: expected keys of ${name} of the graph, item ${i} is none`, { path: [name, i] });
  });
  return [...new Set(found)];
}

const textOf = (value: FlatValue | undefined): string => (value === undefined ? "" : String(value));

/** Nodes by the frame that they stand in, frames in order. */
function frames(nodes: readonly NodeRecord[], { group, groups = [] }: MermaidOptions): [title: string | undefined, nodes: NodeRecord[]][] {
  if (group === undefined) return [[undefined, [...nodes]]];
  const titles = new Map(groups);
  const members = new Map<string, NodeRecord[]>([...titles.keys()].map((value) => [value, []]));
  const free: NodeRecord[] = [];
  for (const node of nodes) {
    const value = textOf(node.attributes.get(group));
    const list = value === "" ? free : (members.get(value) ?? []);
    if (value !== "") members.set(value, list);
    list.push(node);
  }
  const besides = [...members.keys()].filter((value) => !titles.has(value)).sort(compareCodePoints);
  const framed = [...titles.keys(), ...besides].map((value): [string, NodeRecord[]] => [
    titles.get(value) ?? value,
    members.get(value) ?? [],
  ]);
  return [...framed.filter(([, list]) => list.length > 0), [undefined, free]];
}

/**
 * A graph, or the part of it that is asked for, as a Mermaid flowchart from left to right (Mermaid 流程图), nodes framed by an attribute such as a stage.
 *
 * Nodes are `n0`, `n1`, … in order of drawing, so that no key can be a word of Mermaid's; labels can close no quote, open no tag, start no directive.
 * Mermaid itself draws up to 500 edges and 50,000 characters unless told otherwise: choose nodes from a large graph.
 * @param graph nodes and edges with string, number, boolean or undefined attributes
 * @throws GuiyanError `invalid-argument` for a key that the graph does not have or an edge to a node that is not drawn, `unknown-option`
 * @complexity O(V log V + E log E) and the labels
 */
export function toMermaid(graph: AnyGraph, options: MermaidOptions = {}): string {
  checkOptions("toMermaid", options, ["nodes", "edges", "label", "edgeLabel", "group", "groups"]);
  const { label = "name", edgeLabel } = options;
  const records = graphRecords("toMermaid", graph);
  const framed = frames(chosen("nodes", records.nodes, options.nodes), options);
  const ids = new Map(framed.flatMap(([, nodes]) => nodes).map(({ key }, i) => [key, `n${i}`]));
  const nodeLine = ({ key, attributes }: NodeRecord): string => `${ids.get(key)}[${quoted(textOf(attributes.get(label)) || key)}]`;
  const edgeLine = (edge: EdgeRecord): string => {
    const text = edgeLabel === undefined ? "" : textOf(edge.attributes.get(edgeLabel));
    return `  ${ids.get(edge.source)} ${edge.undirected ? "---" : "-->"}${text === "" ? "" : `|${quoted(text)}|`} ${ids.get(edge.target)}`;
  };
  const isDrawn = ({ source, target }: EdgeRecord): boolean => ids.has(source) && ids.has(target);
  const edges = options.edges === undefined ? records.edges.filter(isDrawn) : chosen("edges", records.edges, options.edges);
  const loose = edges.find((edge) => !isDrawn(edge));
  if (loose !== undefined) {
    throw new GuiyanError("invalid-argument", "toMermaid: expected edges between drawn nodes, one leads elsewhere", {
      path: ["edges", loose.key],
    });
  }
  const lines = framed.flatMap(([title, nodes], i) => {
    if (title === undefined) return nodes.map((node) => `  ${nodeLine(node)}`);
    return [`  subgraph g${i}[${quoted(title)}]`, ...nodes.map((node) => `    ${nodeLine(node)}`), "  end"];
  });
  return ["flowchart LR", ...lines, ...edges.map(edgeLine), ""].join("\n");
}
