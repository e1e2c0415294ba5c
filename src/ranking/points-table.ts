import type { ScorePlan } from "../scoring/index.js";
import { compileRowReader, type TableCache } from "./row-reader.js";
import { orderOfRows, type Segment } from "./segment.js";

/** Points of every talent for every demand (得分矩阵). */
export interface PointsTable {
  /** All talents, ascending by code point. */
  readonly ids: readonly string[];
  /** For each demand the points of each talent, in the order of `ids`; -1 for who is no candidate. */
  readonly points: readonly Int32Array[];
}

/** A plan, with the tables kept for its criteria. */
export interface CachedPlan {
  readonly plan: ScorePlan;
  readonly cache: TableCache;
}

/** Reads the points of all live rows for some plans. @complexity O(plans × rows × requirements) */
export function readPointsTable(segments: readonly Segment[], plans: readonly CachedPlan[]): PointsTable {
  const { of, rows } = orderOfRows(segments);
  const ids = Array.from(rows, (row, i) => (segments[of[i] as number] as Segment).columns.ids.id(row));
  const points = plans.map(({ plan, cache }) => {
    const readers = segments.map(({ columns }) => compileRowReader(columns, plan, cache));
    return Int32Array.from(rows, (row, i) => Math.max(-1, (readers[of[i] as number] as (typeof readers)[number])(row, 0)));
  });
  return { ids, points };
}
