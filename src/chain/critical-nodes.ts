import { checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { articulationPoints } from "./articulation-points.js";
import { employerKind } from "./employer-kind.js";
import { fillPosts } from "./fill-posts.js";
import { UndirectedGraph } from "./graph.js";
import { nodeKey } from "./map-graph.js";
import { ABLE_FIELD, type StaffedDemand, staffing } from "./staffing.js";
import type { TalentMap } from "./talent-map.js";

/** Why a node is critical. */
export type CriticalReason =
  /** Without it so many posts more stay empty, however the others are moved. */
  | { readonly code: "posts-lost"; readonly posts: number }
  /** It alone serves the segments named. */
  | { readonly code: "sole-server"; readonly segments: readonly string[] }
  /** It alone joins people and segments that nothing else on the map joins. */
  | { readonly code: "articulation" }
  /** It holds so large a share of a segment's people; HHI over the segment's employers. */
  | { readonly code: "concentration"; readonly segment: string; readonly share: number; readonly hhi: number };

/** Somebody, or an employer, whose loss breaks a chain's coverage (关键节点). */
export interface CriticalNode {
  readonly kind: "talent" | "institution" | "enterprise";
  /** Id of the talent, or name of the employer. */
  readonly id: string;
  /** Posts that stay empty without it. */
  readonly postsLost: number;
  readonly reasons: readonly CriticalReason[];
}

/** Options of {@link criticalNodes}. */
export interface CriticalOptions {
  /** Concentration of a segment's people from which its largest employer is told, 0..1. Default 0.25. */
  readonly hhi?: number;
  /** People of known employer below which a segment's concentration is not told. Default 5. */
  readonly least?: number;
}

/**
 * Whose loss breaks the coverage of a chain (关键节点): people without whom a post stays empty, people who alone serve a segment or join parts of the map,
 * employers whose people are too large a share.
 *
 *   HHI of a segment = Σ over employers of (people there / people of known employer)²
 *
 * A person costs a post only where no other can take it, whatever moves are made: who is replaceable along an alternating path from somebody idle is none.
 * @returns by posts lost descending, then number of reasons, then id
 * @throws GuiyanError `invalid-option`, `unknown-option`
 * @complexity one matching for each employer of two people or more who fill posts; O(links) for the rest
 * @source Dulmage and Mendelsohn 1958 for essential nodes of a matching; HHI: Hirschman 1945, Herfindahl 1950
 */
export function criticalNodes(map: TalentMap, options: CriticalOptions = {}): CriticalNode[] {
  checkOptions("criticalNodes", options, ["hhi", "least"]);
  const least = checkInteger("criticalNodes", "least", options.least ?? 5, { min: 1 });
  const limit = options.hhi ?? 0.25;
  if (!(limit >= 0 && limit <= 1)) throw new GuiyanError("invalid-option", "criticalNodes: expected hhi to be in 0..1", { path: ["hhi"] });
  const found = new Map<string, { kind: CriticalNode["kind"]; id: string; reasons: CriticalReason[] }>();
  const tell = (kind: CriticalNode["kind"], id: string, reason: CriticalReason) => {
    const key = `${kind}|${id}`;
    const node = found.get(key) ?? { kind, id, reasons: [] };
    found.set(key, node);
    node.reasons.push(reason);
  };
  const asked = staffing(map, ABLE_FIELD);
  for (const id of essentialPeople(asked)) tell("talent", id, { code: "posts-lost", posts: 1 });
  for (const [name, posts] of employersLost(map, asked)) tell(employerKind(name), name, { code: "posts-lost", posts });
  for (const [id, segments] of soleServers(map)) tell("talent", id, { code: "sole-server", segments });
  for (const id of joiners(map)) tell("talent", id, { code: "articulation" });
  for (const { segment, name, share, hhi } of concentrations(map, limit, least))
    tell(employerKind(name), name, { code: "concentration", segment, share, hhi });
  return [...found.values()]
    .map(({ kind, id, reasons }) => ({
      kind,
      id,
      postsLost: reasons.reduce((sum, reason) => sum + (reason.code === "posts-lost" ? reason.posts : 0), 0),
      reasons,
    }))
    .sort((a, b) => b.postsLost - a.postsLost || b.reasons.length - a.reasons.length || compareCodePoints(a.id, b.id));
}

/** People who fill a post in every fullest filling: those whom no alternating path from somebody idle reaches. */
function essentialPeople(asked: readonly StaffedDemand[]): string[] {
  const demandsOf = new Map<string, StaffedDemand[]>();
  for (const one of asked) {
    for (const id of one.able) {
      const list = demandsOf.get(id);
      if (list) list.push(one);
      else demandsOf.set(id, [one]);
    }
  }
  const busy = new Set(asked.flatMap(({ filledBy }) => filledBy));
  const replaceable = new Set([...demandsOf.keys()].filter((id) => !busy.has(id)));
  const seen = new Set<StaffedDemand>();
  // A set is walked in the order in which it grows.
  for (const id of replaceable) {
    for (const one of demandsOf.get(id) ?? []) {
      if (seen.has(one)) continue;
      seen.add(one);
      for (const other of one.filledBy) replaceable.add(other);
    }
  }
  return [...busy].filter((id) => !replaceable.has(id));
}

/** Posts that stay empty without each employer's people, where it is more than none. */
function employersLost(map: TalentMap, asked: readonly StaffedDemand[]): [name: string, posts: number][] {
  const employerOf = new Map(map.registry.flatMap(({ id, organization }) => (organization ? [[id, organization] as const] : [])));
  const people = new Map<string, number>();
  for (const id of asked.flatMap(({ filledBy }) => filledBy)) {
    const name = employerOf.get(id);
    if (name !== undefined) people.set(name, (people.get(name) ?? 0) + 1);
  }
  const numbers = new Map([...new Set(asked.flatMap(({ able }) => able))].map((id, i) => [id, i]));
  const full = asked.reduce((sum, { filledBy }) => sum + filledBy.length, 0);
  const lost: [string, number][] = [];
  for (const [name, count] of people) {
    if (count < 2) continue;
    const without = asked.map(({ posts, able }) => ({
      posts,
      able: able.flatMap((id) => (employerOf.get(id) === name ? [] : [numbers.get(id) as number])),
    }));
    const posts = full - fillPosts(without).reduce((sum, list) => sum + list.length, 0);
    if (posts > 0) lost.push([name, posts]);
  }
  return lost;
}

/** People who alone serve segments. */
function soleServers(map: TalentMap): Map<string, string[]> {
  const servers = new Map<string, string[]>();
  for (const { segment, talent } of map.links) {
    if (!map.isReachable(talent)) continue;
    const list = servers.get(segment);
    if (list) list.push(talent.id);
    else servers.set(segment, [talent.id]);
  }
  const sole = new Map<string, string[]>();
  for (const [segment, [id, second]] of servers) {
    if (id !== undefined && second === undefined) sole.set(id, [...(sole.get(id) ?? []), segment]);
  }
  return sole;
}

/** People who are articulation points of "who serves what". */
function joiners(map: TalentMap): string[] {
  const graph = new UndirectedGraph();
  for (const { id } of map.chain.segments) graph.addNode(nodeKey("segment", id));
  const idOf = new Map<string, string>();
  for (const { talent, segment } of map.links) {
    if (!map.isReachable(talent)) continue;
    const key = nodeKey("talent", talent.id);
    idOf.set(key, talent.id);
    graph.mergeUndirectedEdge(key, nodeKey("segment", segment));
  }
  return articulationPoints(graph).flatMap((key) => idOf.get(key) ?? []);
}

/** The largest employer of each segment whose people are concentrated. */
function concentrations(map: TalentMap, limit: number, least: number): { segment: string; name: string; share: number; hhi: number }[] {
  return map.chain.segments.flatMap(({ id }) => {
    const people = new Map<string, number>();
    let whole = 0;
    for (const { segment, talent } of map.links) {
      if (segment !== id || !talent.organization || !map.isReachable(talent)) continue;
      people.set(talent.organization, (people.get(talent.organization) ?? 0) + 1);
      whole++;
    }
    if (whole < least) return [];
    const hhi = [...people.values()].reduce((sum, count) => sum + (count / whole) ** 2, 0);
    const [first] = [...people].sort(([a, x], [b, y]) => y - x || compareCodePoints(a, b));
    if (first === undefined || hhi < limit) return [];
    return [{ segment: id, name: first[0], share: first[1] / whole, hhi }];
  });
}
