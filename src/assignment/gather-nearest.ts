/**
 * Moves the nearest of the columns from `low` on to the front of their stretch (最近列归拢).
 * @param order column numbers; those from `low` on are rearranged
 * @returns the end of the nearest ones, which are then `order[low .. end)`; `low` where no column is left
 * @complexity O(columns from `low` on)
 */
export function gatherNearest(order: Int32Array, distance: Float64Array, low: number): number {
  let least = Number.POSITIVE_INFINITY;
  let end = low;
  for (let k = low; k < order.length; k++) {
    const column = order[k] as number;
    const d = distance[column] as number;
    if (d > least) continue;
    if (d < least) {
      end = low;
      least = d;
    }
    order[k] = order[end] as number;
    order[end++] = column;
  }
  return end;
}
