// chain/ (产业链): the industry chains, what they declare, and their talent maps.
// default-chains.ts, packs/  the fifteen that ship; validate-chain.ts  faults of a chain (chain-fault.ts), codes and feeds; cycle-members.ts
// field-relations.ts, chain-weights.ts  nearness of fields that the chains declare and weights that they preset, for scoring
// talent-map.ts, map-all.ts  the maps: segment-links.ts who serves what, map-graph.ts the typed graph, staffing.ts and fill-posts.ts who fills what
// gaps.ts, hubs.ts, critical-nodes.ts, referral-paths.ts, substitutes.ts, recruitment-targets.ts, diff-maps.ts  what a map tells
// graph.ts, graph-companions.ts, undirected-view.ts  where graphology is; betweenness.ts … project.ts  measures; to-*.ts  exports
export { articulationPoints } from "./articulation-points.js";
export { betweenness } from "./betweenness.js";
export { bridges } from "./bridges.js";
export type { ChainFault, ChainFaultCode } from "./chain-fault.js";
export { chainWeights } from "./chain-weights.js";
export { closeness } from "./closeness.js";
export { type CommunitiesOptions, type CommunityPartition, communities } from "./communities.js";
export { coreNumbers } from "./core-numbers.js";
export { type CriticalNode, type CriticalOptions, type CriticalReason, criticalNodes } from "./critical-nodes.js";
export { defaultChains } from "./default-chains.js";
export { diffMaps, type GapChange, type GapCount, type MapDiff, type Parts } from "./diff-maps.js";
export { fieldRelations, RELATION_CEILING } from "./field-relations.js";
export { type Gap, type GapOptions, gaps, UNNAMED } from "./gaps.js";
export { chainGraph, type SegmentAttributes, segmentKey } from "./graph.js";
export { type Hub, type HubOptions, hubs } from "./hubs.js";
export { mapAll, type SharedTalent, type TalentMaps } from "./map-all.js";
export { type EdgeKind, type MapEdge, type MapNode, NODE_KINDS, type NodeKind, nodeKey } from "./map-graph.js";
export { type ModularityOptions, modularity } from "./modularity.js";
export { type ProjectionWeighting, project } from "./project.js";
export { type RecruitmentTarget, type RecruitmentTargetOptions, recruitmentTargets, type TargetReason } from "./recruitment-targets.js";
export {
  type Referral,
  type ReferralOptions,
  type ReferralPath,
  type ReferralRefusal,
  type ReferralStep,
  referralPaths,
  type Tie,
} from "./referral-paths.js";
export { LINK_FLOOR, type LinkReason, linkSegments, type SegmentLink } from "./segment-links.js";
export { type Substitute, type SubstituteOptions, substitutes } from "./substitutes.js";
export { buildTalentMap, TalentMap, type TalentMapOptions } from "./talent-map.js";
export { type GexfOptions, type GexfVersion, toGexf } from "./to-gexf.js";
export { toGraphml } from "./to-graphml.js";
export { type MapJson, type MapJsonEdge, type MapJsonNode, toMapJson } from "./to-map-json.js";
export { type MermaidOptions, toMermaid } from "./to-mermaid.js";
export type { AnyGraph } from "./undirected-view.js";
export { type ValidateChainOptions, validateChain } from "./validate-chain.js";
