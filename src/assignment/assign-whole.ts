import type { AugmentedAssignment } from "./augment-assignment.js";
import { fillPlaces } from "./fill-places.js";
import type { WholeCandidates } from "./whole-candidates.js";

/**
 * The best assignment with everybody's points at hand, each talent once (整体最优分配). With more talents than posts demands look for talents, otherwise talents for
 * posts: whoever is fewer is hardly ever left over, which makes the paths short.
 * @complexity see {@link fillPlaces}; 8 bytes a demand, or post, and talent
 */
export function assignWhole(source: WholeCandidates, bonus: number): AugmentedAssignment {
  // More posts than there are talents are one too many, however many.
  const { places } = source;
  const most = source.table.ids.length + 1;
  const posts = places.reduce((sum, count) => sum + Math.min(count, most), 0);
  const { columns, rowPrices, columnPrices } =
    posts < source.table.ids.length ? demandsLook(source, bonus) : talentsLook(source, posts, bonus);
  const priceOf = (column: number): number => {
    if (source.capacity(column) > 0) return columnPrices[column] as number;
    return priceOfUnavailable(source, column, rowPrices, bonus);
  };
  return { columns, rowPrices, columnPrices: source.table.ids.map((_, column) => priceOf(column)) };
}

/** What a pair gains; -Infinity where it cannot be. */
function gainOf({ table }: WholeCandidates, row: number, column: number, bonus: number): number {
  const points = table.points[row]?.[column] as number;
  return points < 0 ? Number.NEGATIVE_INFINITY : points + bonus;
}

/** Whether each talent may take anything. */
function availabilityOf(source: WholeCandidates): boolean[] {
  return source.table.ids.map((_, column) => source.capacity(column) > 0);
}

function demandsLook(source: WholeCandidates, bonus: number): AugmentedAssignment {
  const { places, table } = source;
  const available = availabilityOf(source);
  const talents = table.ids.length;
  const gains = new Float64Array(places.length * talents);
  for (let row = 0, at = 0; row < places.length; row++)
    for (let column = 0; column < talents; column++, at++)
      gains[at] = available[column] ? gainOf(source, row, column, bonus) : Number.NEGATIVE_INFINITY;
  return fillPlaces(gains, talents, places);
}

/** The same with the sides changed: a demand is written out by its posts, whose prices are then equal. */
function talentsLook(source: WholeCandidates, posts: number, bonus: number): AugmentedAssignment {
  const { places, table } = source;
  const demandOf = Array.from(places).flatMap((count, row) => new Array<number>(Math.min(count, table.ids.length + 1)).fill(row));
  const gains = new Float64Array(table.ids.length * posts);
  for (let column = 0, at = 0; column < table.ids.length; column++)
    for (let post = 0; post < posts; post++, at++) gains[at] = gainOf(source, demandOf[post] as number, column, bonus);
  const found = fillPlaces(
    gains,
    posts,
    availabilityOf(source).map((is) => (is ? 1 : 0)),
  );
  const columns = Array.from(places, (): number[] => []);
  for (const [column, [post]] of found.columns.entries()) if (post !== undefined) columns[demandOf[post] as number]?.push(column);
  const rowPrices = new Float64Array(places.length);
  for (const [post, price] of found.columnPrices.entries()) rowPrices[demandOf[post] as number] = price;
  return { columns, rowPrices, columnPrices: Array.from(found.rowPrices) };
}

/** The price at which nobody misses a talent who may take nothing. */
function priceOfUnavailable({ table }: WholeCandidates, column: number, ofDemands: Float64Array, bonus: number): number {
  return table.points.reduce((price, own, row) => {
    const points = own[column] as number;
    return points < 0 ? price : Math.max(price, points + bonus - (ofDemands[row] as number));
  }, 0);
}
