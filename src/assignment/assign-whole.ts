import type { AugmentedAssignment } from "./augment-assignment.js";
import { jonkerVolgenant } from "./jonker-volgenant.js";
import type { WholeCandidates } from "./whole-candidates.js";

/**
 * The best assignment with everybody's points at hand, each talent once (整体最优分配): a demand is written out by its posts, a pair that cannot be counts
 * as a post left empty, which gains as much, and the matrix so made is complete.
 * @complexity see {@link jonkerVolgenant}; 8 bytes a post and talent
 */
export function assignWhole(source: WholeCandidates, bonus: number): AugmentedAssignment {
  const { places, table } = source;
  const talents = table.ids.length;
  const available = table.ids.map((_, column) => source.capacity(column) > 0);
  const rowOfPost = Array.from(places).flatMap((count, row) => Array.from({ length: count }, () => row));
  const posts = rowOfPost.length;
  const wide = posts <= talents;
  const [short, long] = wide ? [posts, talents] : [talents, posts];
  const cost = new Float64Array(short * long);
  for (const [post, row] of rowOfPost.entries()) {
    const own = table.points[row] as Int32Array;
    for (let column = 0; column < talents; column++) {
      const points = own[column] as number;
      if (points >= 0 && available[column]) cost[wide ? post * long + column : column * long + post] = -(points + bonus);
    }
  }
  const { columnOfRow, rowPrices, columnPrices } = jonkerVolgenant(cost, short, long);
  // In a square matrix a constant may lie on either side; the highest price of the longer side is 0 elsewhere, and must be here.
  const excess = columnPrices.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const gains = (prices: Float64Array, shift: number) => prices.map((price) => shift - price + 0);
  const [ofPosts, ofTalents] = wide
    ? [gains(rowPrices, -excess), gains(columnPrices, excess)]
    : [gains(columnPrices, excess), gains(rowPrices, -excess)];
  const columns = Array.from(places, (): number[] => []);
  const free = new Set(available.flatMap((is, column) => (is ? [column] : [])));
  for (const [shortNumber, longNumber] of columnOfRow.entries()) {
    const [post, column] = wide ? [shortNumber, longNumber] : [longNumber, shortNumber];
    const row = rowOfPost[post] as number;
    if ((table.points[row]?.[column] as number) < 0 || !available[column]) continue;
    columns[row]?.push(column);
    free.delete(column);
  }
  fillForNothing(source, columns, free);
  const ofDemands = new Float64Array(places.length);
  for (const [post, row] of rowOfPost.entries()) ofDemands[row] = ofPosts[post] as number;
  for (const [column, is] of available.entries()) if (!is) ofTalents[column] = priceOfUnavailable(source, column, ofDemands, bonus);
  return { columns, rowPrices: ofDemands, columnPrices: Array.from(ofTalents) };
}

/** Fills posts that nobody gains by with whoever is free: a post is rather filled than left empty. */
function fillForNothing({ places, table }: WholeCandidates, columns: readonly number[][], free: Set<number>): void {
  for (const [row, own] of columns.entries()) {
    if (own.length >= (places[row] as number)) continue;
    for (const column of free) {
      if ((table.points[row]?.[column] as number) < 0) continue;
      own.push(column);
      free.delete(column);
      if (own.length === (places[row] as number)) break;
    }
  }
}

/** The price at which nobody misses a talent who may take nothing. */
function priceOfUnavailable({ table }: WholeCandidates, column: number, ofDemands: Float64Array, bonus: number): number {
  return table.points.reduce((price, own, row) => {
    const points = own[column] as number;
    return points < 0 ? price : Math.max(price, points + bonus - (ofDemands[row] as number));
  }, 0);
}
