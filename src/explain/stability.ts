import { checkInteger, checkOptions } from "../errors/index.js";
import type { Demand, Dimension } from "../model/index.js";
import { largestRemainder } from "../numeric/index.js";
import type { Criteria } from "../scoring/index.js";
import { checkRegistry, type Registry } from "./registry.js";
import { weightRanking } from "./weight-ranking.js";

/** Options of {@link stability}. An index, where there is one, is ranked; else one is built over the talents. */
export interface StabilityOptions extends Registry {
  /** Length of the list, >= 1. Default 10. */
  readonly k?: number;
  /** Default: those of the index, where one is given. */
  readonly criteria?: Criteria;
}

/** Weights from and to, both included (权重区间). */
export interface WeightInterval {
  readonly from: number;
  readonly to: number;
}

/** What becomes of a list one point of weight beyond an interval (越界变化). */
export interface ListChange {
  /** Weight at which the list is another. */
  readonly weight: number;
  /** Ids that come in, and ids that leave, in order of place. */
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
}

/** How far the weight of one soft requirement may move (权重稳定区间). */
export interface WeightStability {
  /** Index in `demand.requirements`. */
  readonly requirement: number;
  readonly dimension: Dimension;
  /** Present weight, of 1000. */
  readonly weight: number;
  /** Weights around the present one under which the same people stand in the list. */
  readonly set: WeightInterval;
  /** Weights under which they also stand in the same order. */
  readonly order: WeightInterval;
  /** What changes one point below `set`, and above it; absent where it ends at 0, or at 1000. */
  readonly below?: ListChange;
  readonly above?: ListChange;
}

/** How firmly a list stands (名单稳健性). */
export interface Stability {
  /** Ids in the list, best first. */
  readonly top: readonly string[];
  /** One entry a soft requirement, as listed; none where nothing weighs. */
  readonly weights: readonly WeightStability[];
}

/**
 * How far each weight of a demand may move before its best `k` change (权重稳健性): the people, and told apart their order.
 *
 *   weight_i = x, the others share 1000 − x in proportion to their present weights, by largest remainder; equally where these are all 0
 *
 * Every whole weight from the present one outward is ranked until the people change, so an interval is exact and has no gap inside; beyond it the same
 * list may come back. The one soft requirement of a demand always has 1000.
 * @throws GuiyanError `invalid-demand`, `invalid-talent`, `duplicate-id`, `invalid-option`, `unknown-option`, `invalid-argument`
 * @complexity up to 1000 rankings a soft requirement
 * @example
 * const talents = [
 *   { id: "a", degree: "doctor" as const, title: { grade: "none" as const } },
 *   { id: "b", degree: "none" as const, title: { grade: "senior" as const } },
 * ];
 * const requirements = [
 *   { dimension: "degree", kind: "soft" as const, values: ["doctor"], weight: 600 },
 *   { dimension: "title", kind: "soft" as const, values: ["senior"], weight: 400 },
 * ];
 * const [degree] = stability({ id: "d1", requirements }, { talents, k: 1 }).weights;
 * console.log(degree?.set.from, degree?.set.to, degree?.below?.entering); // → 500 1000 [ 'b' ]
 */
export function stability(demand: Demand, options: StabilityOptions): Stability {
  const place = "stability";
  checkOptions(place, options, ["talents", "index", "k", "criteria"]);
  checkRegistry(place, options ?? {});
  const k = checkInteger(place, "k", options.k ?? 10, { min: 1 });
  const { plan, top, topUnder } = weightRanking(options, demand, k, options.criteria);
  const present = plan.terms.map(({ weight }) => weight);
  const people = new Set(top);
  /** Goes from the present weight one way until the people change. */
  const walk = (i: number, step: 1 | -1): { readonly set: number; readonly order: number; readonly beyond?: ListChange } => {
    let set = present[i] as number;
    let order = set;
    for (let weight = set + step; weight >= 0 && weight <= 1000; weight += step) {
      const list = topUnder(shareRest(present, i, weight));
      const entering = list.filter((id) => !people.has(id));
      const leaving = top.filter((id) => !list.includes(id));
      if (entering.length + leaving.length > 0) return { set, order, beyond: { weight, entering, leaving } };
      if (order === set && list.every((id, at) => id === top[at])) order = weight;
      set = weight;
    }
    return { set, order };
  };
  const weights = plan.weighs ? plan.terms : [];
  return {
    top,
    weights: weights.map(({ requirement, dimension, weight }, i): WeightStability => {
      const alone = plan.terms.length === 1;
      const down = alone ? { set: weight, order: weight } : walk(i, -1);
      const up = walk(i, 1);
      return {
        requirement,
        dimension,
        weight,
        set: { from: down.set, to: up.set },
        order: { from: down.order, to: up.order },
        ...(down.beyond ? { below: down.beyond } : {}),
        ...(up.beyond ? { above: up.beyond } : {}),
      };
    }),
  };
}

/** Weights with that of one requirement given. */
function shareRest(present: readonly number[], at: number, weight: number): number[] {
  const others = present.filter((_, i) => i !== at);
  const shares = others.some((share) => share > 0) ? others : others.map(() => 1);
  return largestRemainder(shares, 1000 - weight).toSpliced(at, 0, weight);
}
