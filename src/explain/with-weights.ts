import type { Demand } from "../model/index.js";
import type { PlanTerm } from "../scoring/index.js";

/**
 * The demand with other weights on its soft requirements (换权重), all else as it is.
 * @param terms those of its plan, one a weight
 * @param weights integers >= 0 that sum to 1000, so that compiling keeps them
 */
export function withWeights(demand: Demand, terms: readonly Pick<PlanTerm, "requirement">[], weights: readonly number[]): Demand {
  const requirements = [...demand.requirements];
  for (const [i, { requirement }] of terms.entries()) {
    const asked = requirements[requirement] as Demand["requirements"][number];
    requirements[requirement] = { ...asked, weight: weights[i] as number };
  }
  return { ...demand, requirements };
}
