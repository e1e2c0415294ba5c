import type { Talent } from "guiyan";
import { RANK_ENGINES, type TalentIndex } from "guiyan/ranking";
import { openDataFrame } from "./data-frame.js";
import { type Database, openDatabase } from "./duckdb.js";
import { numberTable } from "./number-table.js";
import { rankByHand } from "./objects.js";
import { openTextSearches } from "./text-search.js";
import type { Asked, WorkColumns } from "./work.js";

/** A row of an answer (名次); text search has no points of ours. */
export interface Placed {
  readonly id: string;
  readonly points?: number;
}

/** One way from a demand to its list (排序方法). */
export interface Way {
  readonly name: string;
  /** Whether its list must equal the library's to the point; else it is measured how much of it it finds. */
  readonly exact: boolean;
  readonly rank: (asked: Asked, k: number) => readonly Placed[] | Promise<readonly Placed[]>;
}

/** Registry sizes up to which a way is asked: records take too much memory past a million, text search too much time. */
const LIMITS = { records: 1_000_000, quickTextSearch: 100_000, textSearch: 10_000 };

/** The ways over one registry, the library's first; `loadMs` is what the database took to take it in. */
export async function openWays(
  index: TalentIndex,
  columns: WorkColumns,
  talents: readonly Talent[] | undefined,
): Promise<{ readonly ways: readonly Way[]; readonly loadMs: number; readonly close: () => void }> {
  const size = columns.ids.length;
  const ways: Way[] = RANK_ENGINES.map((engine) => ({
    name: `guiyan ${engine}`,
    exact: true,
    rank: ({ demand }, k) => index.rank(demand, { k, engine }),
  }));
  const table = numberTable(columns);
  const start = performance.now();
  const database: Database = await openDatabase(table);
  const loadMs = performance.now() - start;
  ways.push({ name: "DuckDB, 1 thread", exact: true, rank: database.rank });
  if (talents !== undefined) {
    ways.push({ name: "objects, sorted", exact: true, rank: (asked, k) => rankByHand(talents, asked, k) });
    ways.push({ name: "arquero", exact: true, rank: openDataFrame(table) });
    if (size <= LIMITS.quickTextSearch) {
      const names = size <= LIMITS.textSearch ? (["minisearch", "orama", "fuse.js"] as const) : (["minisearch"] as const);
      for (const { name, rank } of openTextSearches(talents, names)) {
        ways.push({ name, exact: false, rank: (asked, k) => rank(asked, k).map((id) => ({ id })) });
      }
    }
  }
  return { ways, loadMs, close: database.close };
}

/** Whether a registry of this size is held as records too. */
export const heldAsRecords = (size: number): boolean => size <= LIMITS.records;
