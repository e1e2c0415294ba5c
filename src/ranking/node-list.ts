import { evaluateTerm, type PlanTerm, type ScorePlan } from "../scoring/index.js";
import type { Dictionary } from "./dictionary.js";
import { singleTable, type TableCache } from "./row-reader.js";
import { EMPTY_NODE, type TreeAxis, UNKNOWN_NODE } from "./tree-axis.js";

/**
 * What one axis adds to the points, as nodes in descending order (节点清单): a row gets the highest value among the nodes that hold it,
 * and every row lies in one at least.
 */
export interface NodeList {
  readonly entries: readonly NodeEntry[];
  /** Points that the axis may add beyond the entry: those of requirements that no node can tell. */
  readonly slack: number;
  /** Whether an entry's value is only the most that its rows may get. */
  readonly bounds: boolean;
}

/** A node with the points that its rows get (节点得分). */
export interface NodeEntry {
  readonly node: number;
  readonly value: number;
  /** Whether a rule must be looked at row by row under this node. */
  readonly check: boolean;
}

/** An axis as an engine sees it. */
export interface Axis {
  readonly tree: TreeAxis;
  readonly dictionary: Dictionary;
  /** Whether a row may hold several codes, so that no two nodes of it exclude each other. */
  readonly several: boolean;
  readonly cache: NearCache;
}

/** Highest first; by node for a fixed order. */
export function sortEntries(entries: NodeEntry[]): NodeEntry[] {
  return entries.sort((a, b) => b.value - a.value || a.node - b.node);
}

/** Entries of an axis that weighs nothing: its roots. */
function rootEntries({ tree }: Axis): NodeEntry[] {
  return tree.roots.map((node) => ({ node, value: 0, check: false }));
}

/** Nearness of nodes to one asked code, each node once (邻近节点). */
interface NearNodes {
  readonly nodes: readonly number[];
  readonly nearness: readonly number[];
}

/** Near nodes by dimension and asked code, kept between demands; `size` of the tree tells whether it has grown since. */
export type NearCache = Map<string, { readonly size: number; readonly near: NearNodes | undefined }>;

/** Lists kept; past this they are begun anew. */
const KEPT_LISTS = 10_000;

/** Nearness of nodes to `asked[i]`; undefined where the nearness is no tree's. */
function nearNodes(term: PlanTerm, i: number, { tree, cache }: Axis): NearNodes | undefined {
  const key = `${term.dimension} ${term.asked[i]}`;
  const known = cache.get(key);
  if (known?.size === tree.size) return known.near;
  const best = new Map<number, number>();
  const listed = term.nodes?.(i);
  for (const { node, nearness } of listed ?? []) {
    const number = tree.find(node);
    if (number !== undefined) best.set(number, Math.max(nearness, best.get(number) ?? 0));
  }
  if (cache.size >= KEPT_LISTS) cache.clear();
  const near = listed && { nodes: [...best.keys()], nearness: [...best.values()] };
  cache.set(key, { size: tree.size, near });
  return near;
}

/** Entries of one requirement that takes the best of its asked codes: the nodes near any of them. */
function unionEntries(term: PlanTerm, unknown: number, axis: Axis): NodeEntry[] | undefined {
  const first = nearNodes(term, 0, axis);
  if (first === undefined) return undefined;
  const entry = (node: number, similarity: number) => ({ node, value: term.weight * similarity, check: false });
  const entries = [entry(UNKNOWN_NODE, unknown), entry(EMPTY_NODE, 0)];
  if (term.asked.length === 1) {
    for (let j = 0; j < first.nodes.length; j++) entries.push(entry(first.nodes[j] as number, first.nearness[j] as number));
    return entries;
  }
  const best = new Map<number, number>();
  for (let i = 0; i < term.asked.length; i++) {
    const near = nearNodes(term, i, axis);
    if (near === undefined) return undefined;
    for (let j = 0; j < near.nodes.length; j++) {
      const node = near.nodes[j] as number;
      best.set(node, Math.max(near.nearness[j] as number, best.get(node) ?? 0));
    }
  }
  for (const [node, similarity] of best) entries.push(entry(node, similarity));
  return entries;
}

/**
 * Entries of several requirements on an axis of one code a row: the nodes near any asked code, each worth what the nodes above it make of it.
 * The nodes that hold a row lie under one another, so the lowest of them tells every requirement at once.
 */
function combinedEntries(terms: readonly PlanTerm[], unknown: number, axis: Axis): NodeEntry[] | undefined {
  const near: NearNodes[][] = [];
  for (const term of terms) {
    const lists = term.asked.map((_, i) => nearNodes(term, i, axis));
    if (lists.includes(undefined)) return undefined;
    near.push(lists as NearNodes[]);
  }
  const nodes = new Set(near.flatMap((lists) => lists.flatMap((list) => list.nodes)));
  const tables = near.map((lists) => lists.map((list) => new Map(list.nodes.map((node, i) => [node, list.nearness[i] as number]))));
  const at = (list: ReadonlyMap<number, number>, node: number) => {
    let best = 0;
    for (let above = node; above >= 0; above = axis.tree.parentOf(above)) best = Math.max(best, list.get(above) ?? 0);
    return best;
  };
  const entries = Array.from(nodes, (node) => {
    const value = terms.reduce((sum, term, t) => {
      const similarities = (tables[t] ?? []).map((list) => at(list, node));
      // The mean and the best over asked codes, as they are defined for one code held.
      const asked = { ...term, similarity: (_: string, i: number) => similarities[i] ?? 0 };
      return sum + term.weight * evaluateTerm(asked, { codes: [""], complete: true }, unknown).similarity;
    }, 0);
    return { node, value, check: false };
  });
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  return [...entries, { node: UNKNOWN_NODE, value: weight * unknown, check: false }, { node: EMPTY_NODE, value: 0, check: false }];
}

/** Entries code by code, whatever the nearness: each code of the dictionary by its own node. */
function leafEntries(terms: readonly PlanTerm[], plan: ScorePlan, { tree, dictionary }: Axis, tables: TableCache): NodeEntry[] {
  const points = singleTable(dictionary, terms, [], plan, undefined, tables);
  const best = new Map<number, number>([[EMPTY_NODE, 0]]);
  for (let number = 0; number < tree.codes; number++) best.set(tree.nodesOf(number)[0] as number, points.at(number));
  return Array.from(best, ([node, value]) => ({ node, value, check: false }));
}

/**
 * Turns the weighing requirements of one axis into nodes (编译节点清单).
 *
 * Where rows hold several codes, only one requirement can be told by nodes, the heaviest; the others become slack, and one that takes the mean over
 * its asked codes is bounded by the best of them.
 * @param leaves code by code, without use of the tree
 * @returns `tree` false where the nearness is no tree's and codes had to be listed one by one
 */
export function compileNodeList(
  terms: readonly PlanTerm[],
  plan: ScorePlan,
  axis: Axis,
  leaves: boolean,
  tables: TableCache,
): NodeList & { readonly tree: boolean } {
  const { unknown } = plan;
  const [first] = terms;
  if (first === undefined) return { entries: rootEntries(axis), slack: 0, bounds: false, tree: true };
  const simple = (term: PlanTerm) => term.mode === "any" || term.asked.length === 1;
  const several = axis.several && !(terms.length === 1 && simple(first));
  const heaviest = several ? terms.reduce((a, b) => (b.weight > a.weight ? b : a)) : first;
  const listed = several ? [{ ...heaviest, mode: "any" as const }] : terms;
  const inTree = leaves
    ? undefined
    : listed.length === 1 && simple(listed[0] as PlanTerm)
      ? unionEntries(listed[0] as PlanTerm, unknown, axis)
      : combinedEntries(listed, unknown, axis);
  const slack = several ? terms.reduce((sum, term) => (term === heaviest ? sum : sum + term.weight * 1000), 0) : 0;
  return {
    entries: sortEntries(inTree ?? leafEntries(listed, plan, axis, tables)),
    slack,
    bounds: several,
    tree: inTree !== undefined,
  };
}
