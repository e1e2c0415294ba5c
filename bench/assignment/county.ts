import { createTalentIndex, type Demand, type TalentIndex } from "guiyan";
import type { AssignmentPlan } from "guiyan/assignment";
import { makeColumns, makeDemands } from "../ranking/work.js";
import type { Gain } from "./linear-programme.js";

/** Demands over a registry, ready to be given talents (县域分配问题). */
export interface County {
  readonly talents: number;
  readonly demands: readonly (Demand & { readonly headcount: number })[];
  readonly index: TalentIndex;
}

/**
 * 900 synthetic demands over so many synthetic talents. A third of the demands want two to five people, 1,650 posts in all; in a crowded county they
 * want one to six, 3,150 posts.
 */
export function makeCounty(talents: number, crowded: boolean): County {
  const headcountOf = (i: number) => (crowded ? 1 + (i % 6) : i % 3 === 0 ? 2 + ((i / 3) % 4) : 1);
  const demands = makeDemands(900, 3).map(({ demand }, i) => ({ ...demand, headcount: headcountOf(i) }));
  return { talents, demands, index: createTalentIndex(makeColumns(talents, 1)) };
}

/** Best pairs of each demand, numbered. */
export function bestPairs({ index, demands }: County, k: number): { readonly gains: readonly Gain[]; readonly columns: number } {
  const columns = new Map<string, number>();
  const gains = demands.flatMap((demand, row) =>
    index.rank(demand, { k }).map(({ id, points }): Gain => {
      const column = columns.get(id) ?? columns.size;
      columns.set(id, column);
      return { row, column, gain: points };
    }),
  );
  return { gains, columns: columns.size };
}

/** Pairs of a plan that a list of `k` a demand would not have held. */
export function pairsBeyond({ index, demands }: County, { pairs }: AssignmentPlan, k: number): number {
  const listed = new Map(demands.map((demand) => [demand.id, new Set(index.rank(demand, { k }).map(({ id }) => id))]));
  return pairs.filter(({ demand, talent }) => !listed.get(demand)?.has(talent)).length;
}
