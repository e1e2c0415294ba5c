import type { Demand } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { Score } from "../scoring/index.js";
import { checkDistinctIds } from "./check-distinct-ids.js";
import { isTied, type Match } from "./match.js";

/** One demand in a talent's list (岗位匹配结果): the points that the talent has in that demand's list, and its place among the demands. */
export interface DemandMatch extends Omit<Match, "id" | "rank" | "tied"> {
  /** Id of the demand. */
  readonly id: string;
  /** Place among the demands, from 1: points descending, then id of the demand ascending by code point. */
  readonly rank: number;
  /** Whether another demand gives this talent the same points. */
  readonly tied: boolean;
}

/** The best `k` demands of one talent: points descending, then id of the demand ascending by code point. @throws GuiyanError `duplicate-id` */
export function rankDemands(place: string, demands: readonly Demand[], k: number, scoreOf: (demand: Demand) => Score): DemandMatch[] {
  checkDistinctIds(place, demands, "invalid-demand");
  const scores = demands.flatMap((demand) => {
    const { candidate, points, low, high, toVerify } = scoreOf(demand);
    return candidate ? [{ id: demand.id, points, low, high, ...(toVerify ? { toVerify } : {}) }] : [];
  });
  scores.sort((a, b) => b.points - a.points || compareCodePoints(a.id, b.id));
  return scores.slice(0, k).map((score, i) => ({
    ...score,
    rank: i + 1,
    tied: isTied(scores, i),
  }));
}
