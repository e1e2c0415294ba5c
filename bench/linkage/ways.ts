import { type Linkage, linkRecords } from "guiyan/linkage";
import { joinInDatabase } from "./duckdb.js";
import { groupsOf } from "./pair-quality.js";
import type { ListedTalent } from "./registry.js";
import { joinNameAndPhone, LISTS, lookUpNames, loopOverPairs } from "./scripts.js";

/** What linkRecords says of its own work (自述). */
export interface OwnAccount {
  /** Pairs compared; estimated where the model was learnt from a share of them. */
  readonly compared: number;
  readonly comparable: number;
  /** Pairs of one person that the model expects; compare with the planted ones. */
  readonly expectedPairs: number;
}

/** Who is one person, by the number of the group of each record (分组). */
interface Grouping {
  /** To be asked after the clock has stopped. */
  readonly groups: () => Int32Array;
  readonly account?: OwnAccount;
  /** What comes after grouping, timed apart: one record of each person's several. */
  readonly fuse?: () => unknown;
}

/** A way to find who is one person (关联方法). */
interface Way {
  readonly name: string;
  readonly group: (records: readonly ListedTalent[]) => Grouping | Promise<Grouping>;
  /** Most records that it is given. */
  readonly most: number;
}

/** The lists, and that nobody stands twice in one of them. */
export const TOLD = { source: "source", cleanSources: LISTS } as const;

function ofLinkage(records: readonly ListedTalent[], linkage: Linkage<ListedTalent>): Grouping {
  const { candidatePairs, comparablePairs, expectedMatches } = linkage.model.estimation;
  return {
    groups: () => groupsOf(records, linkage.entities),
    account: { compared: candidatePairs, comparable: comparablePairs, expectedPairs: expectedMatches },
    fuse: () => linkage.entities,
  };
}

const done = (groups: Int32Array): Grouping => ({ groups: () => groups });

export const OWN = "guiyan";
export const LOOP = "loop over all pairs";
/** Most records that the loop is given; above, its time is told by its slope. */
export const LOOP_MOST = 10_000;

/** All ways, ours first: those after the second know as much of the lists as it does. */
export const WAYS: readonly Way[] = [
  { name: OWN, most: Number.POSITIVE_INFINITY, group: (records) => ofLinkage(records, linkRecords(records, TOLD)) },
  { name: "guiyan, told nothing", most: 100_000, group: (records) => ofLinkage(records, linkRecords(records)) },
  { name: "name (VLOOKUP)", most: Number.POSITIVE_INFINITY, group: (records) => done(lookUpNames(records)) },
  { name: "name and phone", most: Number.POSITIVE_INFINITY, group: (records) => done(joinNameAndPhone(records)) },
  { name: "DuckDB self-join", most: Number.POSITIVE_INFINITY, group: async (records) => done(await joinInDatabase(records)) },
  { name: LOOP, most: LOOP_MOST, group: (records) => done(loopOverPairs(records)) },
];
