import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { AnyGraph } from "./undirected-view.js";

/** A value that every format of export can hold (属性值). */
export type FlatValue = string | number | boolean;
/** Attributes of a node or an edge, by name in code-point order. */
export type FlatAttributes = ReadonlyMap<string, FlatValue>;

/** A node as it is exported (导出节点). */
export interface NodeRecord {
  readonly key: string;
  readonly attributes: FlatAttributes;
}

/** An edge as it is exported (导出边). */
export interface EdgeRecord {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly undirected: boolean;
  readonly attributes: FlatAttributes;
}

/** What every export of a graph starts from (导出记录): nodes and edges in code-point order of key. */
export interface GraphRecords {
  readonly nodes: readonly NodeRecord[];
  readonly edges: readonly EdgeRecord[];
}

/** Attributes that are there; whatever no format could hold is refused. */
function flatAttributes(place: string, path: readonly string[], attributes: Readonly<Record<string, unknown>>): FlatAttributes {
  const flat: [string, FlatValue][] = [];
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (typeof value === "string" || typeof value === "boolean") flat.push([name, value]);
    // Adding 0 turns -0 into 0.
    else if (typeof value === "number" && Number.isFinite(value)) flat.push([name, value + 0]);
    else {
      const came = typeof value === "number" ? String(value) : value === null ? "null" : `a ${typeof value}`;
      throw new GuiyanError(
        "invalid-argument",
        `${place}: expected attributes to be strings, finite numbers or booleans, received ${came}`,
        {
          path: [...path, name],
        },
      );
    }
  }
  return new Map(flat.sort(([a], [b]) => compareCodePoints(a, b)));
}

/**
 * Nodes and edges of a graph with their flat attributes, undefined ones left out: the same graph in any order of insertion gives the same records.
 * @throws GuiyanError `invalid-argument` for an attribute that is neither string, boolean, finite number nor undefined
 * @complexity O(V log V + E log E) and the attributes
 */
export function graphRecords(place: string, graph: AnyGraph): GraphRecords {
  const nodes = graph.mapNodes((key, attributes): NodeRecord => ({ key, attributes: flatAttributes(place, ["nodes", key], attributes) }));
  const edges = graph.mapEdges((key, attributes, source, target, _source, _target, undirected): EdgeRecord => {
    return { key, source, target, undirected, attributes: flatAttributes(place, ["edges", key], attributes) };
  });
  const byKey = (a: { readonly key: string }, b: { readonly key: string }): number => compareCodePoints(a.key, b.key);
  return { nodes: nodes.sort(byKey), edges: edges.sort(byKey) };
}
