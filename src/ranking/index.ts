// ranking/ (排序): exact top-k over a registry.
// rank.ts                 the obvious way over objects, the oracle
// create-talent-index.ts  an index for many demands over one registry
// columns.ts, dictionary.ts, scan-engine.ts  typed arrays over dictionaries, and the scan on them
// match.ts                what a ranked list holds
export { createTalentIndex, type IndexRankOptions, TalentIndex, type TalentIndexOptions } from "./create-talent-index.js";
export type { Match, RankStats } from "./match.js";
export { type RankOptions, rank } from "./rank.js";
