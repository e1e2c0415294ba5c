// ranking/ (排序): exact top-k over a registry.
// rank.ts                 the obvious way over objects, the oracle
// create-talent-index.ts, talent-index.ts  an index for many demands over one registry, in segments (index-parts.ts, segment.ts, settle-segments.ts, top-rows.ts)
// columns.ts, read-columns.ts, id-store.ts  typed arrays over dictionaries; row-reader.ts, lazy-table.ts, scan-engine.ts  the scan on them
// cell-store.ts, tree-axis.ts  postings by node × node; walk-plan.ts, node-list.ts, restrict-nodes.ts, cell-walk.ts  the pruned walk over them
// snapshot.ts             an index as bytes; rank-demands.ts  the demands of one talent; points-table.ts  all pairs; match.ts  what a ranked list holds
export { type CellPlan, type CellRange, type CellStore, joinCells, layOutCells } from "./cell-store.js";
export { checkDistinctIds } from "./check-distinct-ids.js";
export { createTalentIndex, createTalentIndexBy, type TalentIndexOptions } from "./create-talent-index.js";
export type { CellLayOut } from "./index-parts.js";
export type { FallbackReason, Match, NearMiss, RankEngine, RankedWithNearMisses, RankStats } from "./match.js";
export { RANK_ENGINES } from "./match.js";
export type { PointsTable } from "./points-table.js";
export { type RankOptions, rank } from "./rank.js";
export type { DemandMatch } from "./rank-demands.js";
export type { CodeColumn, CodeListColumn, TalentColumns } from "./talent-columns.js";
export { type IndexRankOptions, TalentIndex } from "./talent-index.js";
