import { checkArray, GuiyanError } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { type Match, rank, type TalentIndex } from "../ranking/index.js";
import { type Criteria, type Score, score } from "../scoring/index.js";

/**
 * Among whom a talent is ranked (比较范围): a list of talents, an index over them, or both of the same registry; at least one is given. Of both, the talents
 * are asked for single answers, the index for rankings by the hundred.
 */
export interface Registry {
  readonly talents?: readonly Talent[];
  readonly index?: TalentIndex;
}

/** Where somebody stands in a list (位次): points descending, then id ascending by code point. */
export type Place = Pick<Match, "id" | "points">;

/**
 * Refuses options that name neither talents nor an index.
 * @throws GuiyanError `invalid-option`, `invalid-argument`
 */
export function checkRegistry(place: string, { talents, index }: Registry): void {
  if (talents !== undefined) checkArray(place, "talents", talents);
  if (index !== undefined && typeof index?.rank !== "function")
    throw new GuiyanError("invalid-option", `${place}: expected index to be a TalentIndex`, { path: ["index"] });
  if (talents === undefined && index === undefined)
    throw new GuiyanError("invalid-option", `${place}: expected talents or an index`, { path: ["talents"] });
}

/** Criteria that apply: those asked for, else those of an index that is ranked on its own. */
export function criteriaOf(criteria: Criteria | undefined, { index }: Registry): Criteria | undefined {
  return criteria ?? index?.criteria;
}

/** Whether `a` stands before `b`. */
export function standsBefore(a: Place, b: Place): boolean {
  return a.points > b.points || (a.points === b.points && compareCodePoints(a.id, b.id) < 0);
}

/** The best `k` candidates besides one person (其他候选人). @complexity one ranking */
export function topOthers({ talents, index }: Registry, id: string, demand: Demand, k: number, criteria: Criteria | undefined): Match[] {
  const settings = criteria === undefined ? {} : { criteria };
  const list =
    talents === undefined
      ? (index as TalentIndex).rank(demand, { k: k + 1, ...settings })
      : rank(talents, demand, { k: k + 1, ...settings });
  return list.filter((match) => match.id !== id).slice(0, k);
}

/**
 * Where a talent as given comes in, were they in the registry in place of whoever has their id there (变动后位次): undefined past the best `k`.
 * Over talents the whole list is ranked anew; over an index the talent is scored and set into its best `k`.
 * @complexity one ranking
 */
export function placeAmong(
  registry: Registry,
  talent: Talent,
  demand: Demand,
  k: number,
  criteria: Criteria | undefined,
): number | undefined {
  const { talents } = registry;
  if (talents !== undefined) {
    const list = [...talents.filter(({ id }) => id !== talent.id), talent];
    return rank(list, demand, { k, ...(criteria === undefined ? {} : { criteria }) }).find(({ id }) => id === talent.id)?.rank;
  }
  const own = score(talent, demand, criteria);
  if (!own.candidate) return undefined;
  const ahead = topOthers(registry, talent.id, demand, k, criteria).filter((other) => standsBefore(other, own)).length;
  return ahead < k ? ahead + 1 : undefined;
}

/** A talent in a demand's list (位次状况). */
export interface Standing extends Pick<Score, "points" | "low" | "high" | "candidate" | "toVerify"> {
  /** Exact place in the whole order, told where it is within the best `k`. */
  readonly rank?: number;
}

/** A score with its place. */
export function standingOf({ points, low, high, candidate, toVerify }: Score, rank: number | undefined): Standing {
  return { points, low, high, candidate, ...(toVerify ? { toVerify } : {}), ...(rank === undefined ? {} : { rank }) };
}
