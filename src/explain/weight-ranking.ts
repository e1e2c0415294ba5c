import type { Demand } from "../model/index.js";
import { createTalentIndex } from "../ranking/index.js";
import { type Criteria, compileDemand, type ScorePlan } from "../scoring/index.js";
import { criteriaOf, type Registry } from "./registry.js";
import { withWeights } from "./with-weights.js";

/** A demand ready to be ranked under one set of weights after another (换权重排序). */
export interface WeightRanking {
  readonly plan: ScorePlan;
  /** Ids of the best `k`, best first, as the demand stands. */
  readonly top: readonly string[];
  /** The same with other weights: integers >= 0 that sum to 1000, one a soft requirement. */
  readonly topUnder: (weights: readonly number[]) => readonly string[];
}

/** Prepares rankings of one demand over an index; over talents alone one is built. @throws GuiyanError as ranking does */
export function weightRanking(registry: Registry, demand: Demand, k: number, asked: Criteria | undefined): WeightRanking {
  const criteria = criteriaOf(asked, registry);
  const settings = criteria === undefined ? {} : { criteria };
  const index = registry.index ?? createTalentIndex(registry.talents ?? [], settings);
  const plan = compileDemand(demand, criteria);
  const topOf = (other: Demand) => index.rank(other, { k, ...settings }).map(({ id }) => id);
  return { plan, top: topOf(demand), topUnder: (weights) => topOf(withWeights(demand, plan.terms, weights)) };
}
