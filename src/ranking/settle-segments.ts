import type { RegionBasis } from "../model/index.js";
import { buildSegment, mergeColumns, Segment, type Trees } from "./segment.js";

/** Rows that wait beside the indexed segments and are scanned. */
const PENDING_ROWS = 256;
/** A segment is merged into the one before it once it has grown to this share of it. */
const MERGE_SHARE = 4;

/**
 * Puts segments in order after an edit (整理分段): rows that wait are kept together and given cells once they are many, segments merge until each is several times as
 * large as the next, those half removed are rebuilt, empty ones go.
 * @param segments largest first, the newest last
 * @complexity O(rows that are merged); a row is merged O(log n) times in the life of an index
 */
export function settleSegments(segments: readonly Segment[], trees: Trees, bases: readonly RegionBasis[]): Segment[] {
  const kept: Segment[] = [];
  for (const segment of segments.filter(({ live }) => live > 0)) {
    let group = [segment];
    let live = segment.live;
    for (let last = kept.at(-1); last !== undefined && (last.cells.size === 0 || last.live < MERGE_SHARE * live); last = kept.at(-1)) {
      kept.pop();
      group = [last, ...group];
      live += last.live;
    }
    const waits = live <= PENDING_ROWS;
    const sound = group.length === 1 && 2 * live >= segment.size && (segment.cells.size > 0 || waits);
    kept.push(sound ? segment : waits ? new Segment(mergeColumns(group), new Map()) : buildSegment(mergeColumns(group), trees, bases));
  }
  return kept;
}
