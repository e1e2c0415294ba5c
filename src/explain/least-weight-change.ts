import type { Demand, Dimension, Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { TalentIndex } from "../ranking/index.js";
import { type Criteria, evaluateTerm, readFact, type ScorePlan, type SettledCriteria, scorePlanned } from "../scoring/index.js";
import { nearestWeights, type Rival } from "./nearest-weights.js";
import type { Registry } from "./registry.js";
import { withWeights } from "./with-weights.js";

/** Weight of one soft requirement before and after (权重变动). */
export interface WeightChange {
  /** Index in `demand.requirements`. */
  readonly requirement: number;
  readonly dimension: Dimension;
  readonly from: number;
  readonly to: number;
}

/** Why no weights do it (无法达到的原因). */
export type WeightImpossibility =
  /** Hard or excluding requirements, by index, keep the talent out; weights do not change that. */
  | { readonly kind: "rules"; readonly requirements: readonly number[] }
  /** No soft requirement weighs. */
  | { readonly kind: "nothing-weighs" }
  /** So many others, at least `k`, are ahead whatever weighs how much. */
  | { readonly kind: "dominated"; readonly by: number }
  /** At least `k` others are ahead under any weights, though not always the same ones. */
  | { readonly kind: "outranked" };

/** What {@link leastWeightChange} is to find. */
export interface WeightQuestion {
  readonly talent: Talent;
  readonly demand: Demand;
  readonly registry: Registry;
  readonly k: number;
  readonly plan: ScorePlan;
  readonly criteria: Criteria | undefined;
  readonly settled: SettledCriteria;
  /** Boxes of weights looked at, at most. */
  readonly limit: number;
}

/** What {@link leastWeightChange} found. */
export type WeightFinding =
  | { readonly weights: readonly number[]; readonly changes: readonly WeightChange[]; readonly moved: number }
  | { readonly weights: undefined; readonly reason: WeightImpossibility };

/**
 * The least change of a demand's soft weights that brings a talent into its best `k` (最小权重变动): exact over all integer weights >= 0 that sum to 1000.
 *
 *   moved = Σ |to − from| / 2        points of weight that change their place
 *
 * @throws GuiyanError `limit-exceeded`, `invalid-talent`
 * @complexity O(candidates × requirements) and the search of {@link nearestWeights}
 */
export function leastWeightChange(question: WeightQuestion): WeightFinding {
  const { talent, plan, settled, k, limit } = question;
  const { candidate, failed } = scorePlanned(talent, plan, settled);
  const impossible = (reason: WeightImpossibility): WeightFinding => ({ weights: undefined, reason });
  if (!candidate) return impossible({ kind: "rules", requirements: failed });
  if (!plan.weighs) return impossible({ kind: "nothing-weighs" });
  const rivals = rivalsOf(question);
  // Somebody nowhere worse is ahead under every weights; with a later id only where nowhere equal.
  const always = rivals.filter(({ difference, winsTies }) => difference.every((value) => value > 0 || (value === 0 && winsTies)));
  const by = always.reduce((sum, { count }) => sum + count, 0);
  if (by >= k) return impossible({ kind: "dominated", by });
  const present = plan.terms.map(({ weight }) => weight);
  const weights = nearestWeights({ present, rivals, k, limit });
  if (weights === undefined) return impossible({ kind: "outranked" });
  const changes = plan.terms.flatMap(({ requirement, dimension, weight: from }, i): WeightChange[] => {
    const to = weights[i] as number;
    return from === to ? [] : [{ requirement, dimension, from, to }];
  });
  return { weights, changes, moved: changes.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) };
}

/** Other candidates by how they compare with the talent, requirement by requirement. */
function rivalsOf(question: WeightQuestion): Rival[] {
  const { talent, registry, plan, settled } = question;
  const own = similaritiesOf(talent, plan, settled);
  const rivals = new Map<string, { difference: number[]; winsTies: boolean; count: number }>();
  const { talents } = registry;
  for (const [id, similarities] of talents ? profilesOfTalents(talents, plan, settled) : profilesOfIndex(question)) {
    if (id === talent.id) continue;
    const difference = similarities.map((value, i) => value - (own[i] as number));
    const winsTies = compareCodePoints(id, talent.id) < 0;
    // Who is nowhere better is never ahead.
    if (difference.every((value) => value < 0 || (value === 0 && !winsTies))) continue;
    const key = `${winsTies} ${difference}`;
    const rival = rivals.get(key);
    if (rival === undefined) rivals.set(key, { difference, winsTies, count: 1 });
    else rival.count++;
  }
  return [...rivals.values()];
}

function similaritiesOf(talent: Talent, plan: ScorePlan, settled: SettledCriteria): number[] {
  return plan.terms.map((term) => evaluateTerm(term, readFact(talent, term, settled), plan.unknown).similarity);
}

function* profilesOfTalents(
  talents: readonly Talent[],
  plan: ScorePlan,
  settled: SettledCriteria,
): Generator<readonly [string, readonly number[]]> {
  for (const talent of talents) if (scorePlanned(talent, plan, settled).candidate) yield [talent.id, similaritiesOf(talent, plan, settled)];
}

/** The same from rankings in which one requirement alone weighs: points are then 1000 × similarity. */
function profilesOfIndex({ registry, demand, plan, criteria }: WeightQuestion): Map<string, number[]> {
  const profiles = new Map<string, number[]>();
  for (const i of plan.terms.keys()) {
    const alone = withWeights(
      demand,
      plan.terms,
      plan.terms.map((_, j) => (i === j ? 1000 : 0)),
    );
    const settings = criteria === undefined ? {} : { criteria };
    for (const { id, points } of (registry.index as TalentIndex).rank(alone, { k: Number.POSITIVE_INFINITY, ...settings })) {
      const profile = profiles.get(id) ?? [];
      profiles.set(id, profile);
      profile.push(points / 1000);
    }
  }
  return profiles;
}
