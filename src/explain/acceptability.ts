import { checkInteger, checkOptions } from "../errors/index.js";
import type { Demand } from "../model/index.js";
import { compareCodePoints, largestRemainder, type Proportion, seededRandom, wilsonInterval } from "../numeric/index.js";
import type { Criteria } from "../scoring/index.js";
import { weightSource } from "./draw-weights.js";
import { checkRegistry, type Registry } from "./registry.js";
import { weightRanking } from "./weight-ranking.js";

/** Options of {@link acceptability}. An index, where there is one, is ranked; else one is built over the talents. */
export interface AcceptabilityOptions extends Registry {
  /** Length of the list, >= 1. Default 10. */
  readonly k?: number;
  /** Default: those of the index, where one is given. */
  readonly criteria?: Criteria;
  /** Seed of the draws, an integer. Default 1. */
  readonly seed?: number;
  /** Weights drawn, 1..1 000 000. Default 1000. */
  readonly draws?: number;
  /**
   * How closely weights are drawn around the present ones, 0..10 000: α_i = 1 + concentration × weight_i / 1000, by largest remainder, so that the present
   * weights are the likeliest ones. 0, the default, draws evenly from all weights.
   */
  readonly concentration?: number;
}

/** How often one talent stands where, over all weights drawn (位次可接受度). */
export interface TalentAcceptability {
  readonly id: string;
  /** Share of the draws with the talent in the list. */
  readonly top: Proportion;
  /** Share of the draws with the talent at place 1, 2, … to the end of the list: b^r of SMAA-2. */
  readonly places: readonly Proportion[];
  /** Mean of the weights under which the talent stands first, one a soft requirement (中心权重); absent where that never happens. */
  readonly central?: readonly number[];
}

/** Who stands in a list under how many weights (位次可接受度). */
export interface Acceptability {
  readonly draws: number;
  /** Index in `demand.requirements` of each soft requirement, in the order of `central`. */
  readonly requirements: readonly number[];
  /** Everybody who ever stands in the list: those most often in it first, then by id. */
  readonly talents: readonly TalentAcceptability[];
}

/**
 * In how many of all weights a talent stands at each place (随机多准则可接受度, SMAA-2): what the list owes to the weights chosen.
 *
 *   b_i^r = share of the draws with talent i at place r        weights by Dirichlet, rounded to integers that sum to 1000
 *
 * Shares carry 95 % Wilson intervals for the error of drawing. The same seed gives the same answer.
 * @throws GuiyanError `invalid-demand`, `invalid-talent`, `duplicate-id`, `invalid-option`, `unknown-option`, `invalid-argument`
 * @complexity O(draws) rankings
 * @source R. Lahdelma, P. Salminen, Operations Research 49 (2001) 444–454, rank acceptability index and central weight vector.
 *   Differs: similarities are exact, only weights are drawn; weights are integers; a tie is settled by id.
 * @example
 * const talents = [
 *   { id: "a", degree: "doctor" as const, title: { grade: "none" as const } },
 *   { id: "b", degree: "none" as const, title: { grade: "senior" as const } },
 * ];
 * const requirements = [
 *   { dimension: "degree", kind: "soft" as const, values: ["doctor"] },
 *   { dimension: "title", kind: "soft" as const, values: ["senior"] },
 * ];
 * const told = acceptability({ id: "d1", requirements }, { talents, k: 1, draws: 2000 });
 * console.log(told.talents.map(({ top }) => top.share?.toFixed(1))); // → [ '0.5', '0.5' ]
 */
export function acceptability(demand: Demand, options: AcceptabilityOptions): Acceptability {
  const place = "acceptability";
  checkOptions(place, options, ["talents", "index", "k", "criteria", "seed", "draws", "concentration"]);
  checkRegistry(place, options ?? {});
  const k = checkInteger(place, "k", options.k ?? 10, { min: 1 });
  const seed = checkInteger(place, "seed", options.seed ?? 1);
  const draws = checkInteger(place, "draws", options.draws ?? 1000, { min: 1, max: 1_000_000 });
  const concentration = checkInteger(place, "concentration", options.concentration ?? 0, { min: 0, max: 10_000 });
  const { plan, topUnder } = weightRanking(options, demand, k, options.criteria);
  const present = plan.terms.map(({ weight }) => weight);
  const draw = weightSource(
    largestRemainder(present, concentration).map((count) => 1 + count),
    seededRandom(seed),
  );
  const tallies = new Map<string, { readonly places: number[]; readonly weights: number[] }>();
  for (let i = 0; i < draws; i++) {
    const weights = draw();
    for (const [at, id] of topUnder(weights).entries()) {
      const tally = tallies.get(id) ?? { places: [], weights: present.map(() => 0) };
      tallies.set(id, tally);
      tally.places[at] = (tally.places[at] ?? 0) + 1;
      if (at === 0) for (const [j, weight] of weights.entries()) tally.weights[j] = (tally.weights[j] as number) + weight;
    }
  }
  const longest = Math.max(0, ...Array.from(tallies.values(), ({ places }) => places.length));
  const talents = Array.from(tallies, ([id, tally]): TalentAcceptability => {
    const counts = Array.from({ length: longest }, (_, at) => tally.places[at] ?? 0);
    const first = counts[0] as number;
    return {
      id,
      top: wilsonInterval(
        counts.reduce((a, b) => a + b, 0),
        draws,
      ),
      places: counts.map((count) => wilsonInterval(count, draws)),
      ...(first > 0 ? { central: tally.weights.map((sum) => sum / first) } : {}),
    };
  });
  talents.sort((a, b) => b.top.count - a.top.count || compareCodePoints(a.id, b.id));
  return { draws, requirements: plan.terms.map(({ requirement }) => requirement), talents };
}
