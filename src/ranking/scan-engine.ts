import type { BoundedHeap } from "../numeric/index.js";
import type { RowReader } from "./row-reader.js";
import { isDead, type Tombstones } from "./tombstones.js";

/**
 * The scan (全量扫描): every row is read, the best kept. Any plan; equal to scoring the objects one by one.
 * @param floor points that a row needs at least
 * @complexity O(rows × requirements + kept × log kept)
 */
export function scanRows(size: number, read: RowReader, dead: Tombstones | undefined, floor: number, heap: BoundedHeap): void {
  for (let row = 0; row < size; row++) {
    const points = read(row, heap.full ? (heap.worstPoints as number) : floor);
    if (points >= floor && !isDead(dead, row)) heap.offer(points, row);
  }
}
