import type { Demand, Talent } from "../model/index.js";
import { canonicalField, codeLabel, fieldParent, industryParent, regionOfOrganization, regionParent } from "../taxonomy/index.js";
import { employerKind } from "./employer-kind.js";
import { DirectedGraph } from "./graph.js";
import type { TalentMap } from "./talent-map.js";

/** Kinds of nodes and the first letter of their keys, so that no name meets a member of every object (节点类型). */
export const NODE_KINDS = {
  chain: "c",
  segment: "s",
  field: "f",
  industry: "i",
  institution: "o",
  enterprise: "e",
  region: "r",
  talent: "t",
  demand: "d",
  station: "w",
} as const;
/** Kind of a node of a talent map. */
export type NodeKind = keyof typeof NODE_KINDS;

/** What a node carries (节点属性): flat, so that every format of export can hold it. */
export interface MapNode {
  readonly kind: NodeKind;
  /** Code or id without the key's letter. */
  readonly id: string;
  readonly name: string;
  /** Stage of a segment. */
  readonly stage?: string;
  /** Posts of a demand. */
  readonly posts?: number;
}

/**
 * Kinds of edges (关系类型): chain *has* segment *feeds* segment; segment *needs* field, *comprises* industry; code *under* code; talent *serves* segment,
 * *studied* field, *works-in* industry, *employed* by an institution or enterprise, *lives* in a region; region is *home-of* talent; employer *located* in a region;
 * demand *asks* for a segment, *wants* a field; enterprise *posts* demand; station *stands* in a region, is *staffed* by a talent.
 */
export type EdgeKind =
  | "has"
  | "feeds"
  | "needs"
  | "comprises"
  | "under"
  | "serves"
  | "studied"
  | "works-in"
  | "employed"
  | "lives"
  | "home-of"
  | "located"
  | "asks"
  | "wants"
  | "posts"
  | "stands"
  | "staffed";

/** What an edge carries (关系属性). */
export interface MapEdge {
  readonly kind: EdgeKind;
  /** Integer 1..1000; 1000 for a relation that holds or does not. */
  readonly weight: number;
}

/** Key of a node. */
export const nodeKey = (kind: NodeKind, id: string): string => `${NODE_KINDS[kind]}:${id}`;

/** Regions that employers' names state, by registry: the maps of all chains meet the same names. */
const statedRegions = new WeakMap<readonly Talent[], Map<string, string | undefined>>();

/** Draws nodes once each. */
class Drawing {
  readonly graph = new DirectedGraph<MapNode, MapEdge>();
  readonly #stated: Map<string, string | undefined>;

  constructor(registry: readonly Talent[]) {
    this.#stated = statedRegions.get(registry) ?? new Map();
    statedRegions.set(registry, this.#stated);
  }

  node(kind: NodeKind, id: string, name: string, more: Pick<MapNode, "stage" | "posts"> = {}): string {
    const key = nodeKey(kind, id);
    if (!this.graph.hasNode(key)) this.graph.addNode(key, { kind, id, name, ...more });
    return key;
  }

  /** Draws an edge that the caller draws once. */
  edge(kind: EdgeKind, from: string, to: string, weight = 1000): void {
    this.graph.addDirectedEdgeWithKey(`${kind}|${from}|${to}`, from, to, { kind, weight });
  }

  /** A code with all codes above it. */
  tree(kind: "field" | "industry" | "region", code: string): string {
    const key = nodeKey(kind, code);
    if (this.graph.hasNode(key)) return key;
    this.node(kind, code, codeLabel(kind, code) ?? code);
    const parent = kind === "field" ? fieldParent(code) : kind === "industry" ? industryParent(code) : regionParent(code);
    if (parent !== undefined) this.edge("under", key, this.tree(kind, parent));
    return key;
  }

  employer(name: string): string {
    const kind = employerKind(name);
    const key = nodeKey(kind, name);
    if (this.graph.hasNode(key)) return key;
    this.node(kind, name, name);
    const region = this.#regionOf(name);
    if (region !== undefined) this.edge("located", key, this.tree("region", region));
    return key;
  }

  #regionOf(name: string): string | undefined {
    if (!this.#stated.has(name)) {
      const told = regionOfOrganization(name);
      this.#stated.set(name, told.status === "resolved" ? told.value : undefined);
    }
    return this.#stated.get(name);
  }
}

function drawTalent(drawing: Drawing, talent: Talent): string {
  const known = nodeKey("talent", talent.id);
  if (drawing.graph.hasNode(known)) return known;
  const key = drawing.node("talent", talent.id, talent.name ?? talent.id);
  for (const code of new Set((talent.fields ?? []).map(canonicalField))) drawing.edge("studied", key, drawing.tree("field", code));
  for (const code of new Set(talent.industries)) drawing.edge("works-in", key, drawing.tree("industry", code));
  if (talent.organization) drawing.edge("employed", key, drawing.employer(talent.organization));
  if (talent.residence) drawing.edge("lives", key, drawing.tree("region", talent.residence));
  if (talent.hometown) drawing.edge("home-of", drawing.tree("region", talent.hometown), key);
  return key;
}

function drawDemand(drawing: Drawing, demand: Demand, segment: string | undefined): void {
  const key = drawing.node("demand", demand.id, demand.post ?? demand.id, { posts: demand.headcount ?? 1 });
  if (segment !== undefined) drawing.edge("asks", key, nodeKey("segment", segment));
  if (demand.enterprise) drawing.edge("posts", drawing.employer(demand.enterprise), key);
  const wanted = demand.requirements.flatMap(({ dimension, kind, values }) =>
    dimension === "field" && (kind === "hard" || kind === "soft") ? values.map(canonicalField) : [],
  );
  for (const code of new Set(wanted)) drawing.edge("wants", key, drawing.tree("field", code));
}

/**
 * A talent map as a typed graph (图谱图结构): ten kinds of nodes, {@link EdgeKind} edges with explicit keys `kind|from|to`, so that two processes draw the same.
 * What a talent would score on a demand is no edge: it is asked of the index.
 * @complexity O(nodes + edges)
 */
export function mapGraph(map: TalentMap): DirectedGraph<MapNode, MapEdge> {
  const { chain, talents, links, demands, stations, registry } = map;
  const drawing = new Drawing(registry);
  const root = drawing.node("chain", chain.id, chain.name);
  for (const { id, name, stage, fields, industries } of chain.segments) {
    const key = drawing.node("segment", id, name, { stage });
    drawing.edge("has", root, key);
    for (const [code, weight] of Object.entries(fields)) drawing.edge("needs", key, drawing.tree("field", canonicalField(code)), weight);
    for (const [code, weight] of Object.entries(industries)) drawing.edge("comprises", key, drawing.tree("industry", code), weight);
  }
  for (const { id, feeds } of chain.segments) for (const to of feeds) drawing.edge("feeds", nodeKey("segment", id), nodeKey("segment", to));
  for (const talent of talents) drawTalent(drawing, talent);
  for (const { talent, segment, weight } of links)
    drawing.edge("serves", nodeKey("talent", talent.id), nodeKey("segment", segment), weight);
  for (const demand of demands) drawDemand(drawing, demand, map.segmentOf(demand));
  if (stations.length > 0) {
    const byId = new Map(registry.map((talent) => [talent.id, talent]));
    for (const { id, name, region, staff } of stations) {
      const key = drawing.node("station", id, name);
      drawing.edge("stands", key, drawing.tree("region", region));
      for (const member of new Set(staff)) {
        const talent = byId.get(member);
        if (talent) drawing.edge("staffed", key, drawTalent(drawing, talent));
      }
    }
  }
  return drawing.graph;
}
