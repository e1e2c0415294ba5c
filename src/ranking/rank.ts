import { checkArray, checkInteger, checkOptions } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { type Criteria, compileDemand, scorePlanned, settleCriteria } from "../scoring/index.js";
import { checkDistinctIds } from "./check-distinct-ids.js";
import { isTied, type Match } from "./match.js";

/** Options of {@link rank}. */
export interface RankOptions {
  /** How many to return, >= 1; `Infinity` for all. Default 10. */
  readonly k?: number;
  readonly criteria?: Criteria;
}

/** Accepts a list length: an integer >= 1, or Infinity. */
export function checkListLength(place: string, k: number | undefined): number {
  return k === Number.POSITIVE_INFINITY ? k : checkInteger(place, "k", k ?? 10, { min: 1 });
}

/**
 * The best `k` talents for a demand (排序), by scoring every one: the exact, obvious way, and the oracle of every index.
 *
 * For many demands over one registry build a {@link createTalentIndex | TalentIndex}; it gives the same answer.
 * @returns best first: points descending, then id ascending by code point
 * @throws GuiyanError `invalid-demand`, `invalid-talent`, `duplicate-id`, `invalid-option`, `unknown-option`
 * @complexity O(n × requirements + n log n)
 * @example
 * const talents = [{ id: "a", degree: "master" as const }, { id: "b", degree: "doctor" as const }];
 * const demand = { id: "d", requirements: [{ dimension: "degree", kind: "hard" as const, values: ["doctor"] }] };
 * console.log(rank(talents, demand).map((match) => match.id)); // → [ 'b' ]
 */
export function rank(talents: readonly Talent[], demand: Demand, options: RankOptions = {}): Match[] {
  checkOptions("rank", options, ["k", "criteria"]);
  checkArray("rank", "talents", talents);
  const k = checkListLength("rank", options.k);
  checkDistinctIds("rank", talents);
  const criteria = settleCriteria(options.criteria);
  const plan = compileDemand(demand, options.criteria);
  const scores = talents.map((talent) => scorePlanned(talent, plan, criteria)).filter((score) => score.candidate);
  scores.sort((a, b) => b.points - a.points || compareCodePoints(a.id, b.id));
  return scores.slice(0, k).map(({ id, points, low, high, toVerify }, i) => ({
    id,
    points,
    low,
    high,
    rank: i + 1,
    tied: isTied(scores, i),
    ...(toVerify ? { toVerify } : {}),
  }));
}
