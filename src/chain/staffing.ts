import type { Demand, Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { Criteria } from "../scoring/index.js";
import { fillPosts } from "./fill-posts.js";
import type { TalentMap } from "./talent-map.js";

/** Similarity in field from which somebody is able: the discipline. */
export const ABLE_FIELD = 700;

/** A demand with those who could fill its posts, and who would (岗位供给). */
export interface StaffedDemand {
  readonly demand: Demand;
  readonly posts: number;
  /** Ids of reachable people who could fill a post, best first; cut off where more could change nothing. */
  readonly able: readonly string[];
  /** How many more might, were an unknown fact known. */
  readonly toVerify: number;
  /** Ids of those who fill its posts where as many as possible are filled, nobody two. */
  readonly filledBy: readonly string[];
}

const cache = new WeakMap<TalentMap, Map<number, readonly StaffedDemand[]>>();

/**
 * Who could fill each demand of a map, and a fullest way of filling them all (岗位供给测算); worked out once for a map.
 *
 * For each demand as many of the able as the chain has posts are enough: it can then be filled whatever the others take, so the matching is as large as over
 * everybody; one more, and as many as the largest employer has, keep that true without any one person or employer. Urgent demands go first, then those
 * of lower id.
 * @returns in that order
 * @complexity O(demands × ranking + posts × able)
 */
export function staffing(map: TalentMap, leastField: number): readonly StaffedDemand[] {
  const known = cache.get(map) ?? new Map<number, readonly StaffedDemand[]>();
  cache.set(map, known);
  const made = known.get(leastField) ?? staff(map, leastField);
  known.set(leastField, made);
  return made;
}

/** Demands in order of precedence: the urgent first, then by id. */
function inPrecedence(demands: readonly Demand[]): Demand[] {
  return [...demands].sort((a, b) => (b.urgency ?? 3) - (a.urgency ?? 3) || compareCodePoints(a.id, b.id));
}

function staff(map: TalentMap, leastField: number): StaffedDemand[] {
  const criteria: Criteria = { ...map.criteria, atLeast: { ...map.criteria.atLeast, field: leastField } };
  const demands = inPrecedence(map.demands);
  const enough = demands.reduce((sum, { headcount }) => sum + (headcount ?? 1), 1) + largestEmployer(map.registry);
  const barred = new Set(map.registry.filter((talent) => !map.isReachable(talent)).map(({ id }) => id));
  const asked = demands.map((demand): Omit<StaffedDemand, "filledBy"> => {
    const sure: Demand = { ...demand, unknownHard: "reject" };
    const found = map.index.rank(sure, { k: enough + barred.size, criteria }).filter(({ id }) => !barred.has(id));
    const toVerify =
      map.index.countCandidates({ ...demand, unknownHard: "keep" }, { criteria }) - map.index.countCandidates(sure, { criteria });
    return { demand, posts: demand.headcount ?? 1, able: found.slice(0, enough).map(({ id }) => id), toVerify };
  });
  const numbers = new Map<string, number>();
  const ids: string[] = [];
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const filled = fillPosts(asked.map(({ able, posts }) => ({ posts, able: able.map(numberOf) })));
  return asked.map((one, i) => ({ ...one, filledBy: (filled[i] ?? []).map((number) => ids[number] as string) }));
}

/** People of the employer that has most of them. */
function largestEmployer(registry: readonly Talent[]): number {
  const people = new Map<string, number>();
  let most = 0;
  for (const { organization } of registry) {
    if (!organization) continue;
    const count = (people.get(organization) ?? 0) + 1;
    people.set(organization, count);
    most = Math.max(most, count);
  }
  return most;
}
