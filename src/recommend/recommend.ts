import { chainWeights, defaultChains, fieldRelations } from "../chain/index.js";
import { checkArray, checkInteger, checkOneOf, checkOptions } from "../errors/index.js";
import type { Chain, Demand, Talent } from "../model/index.js";
import { quantiles } from "../numeric/index.js";
import { checkDistinctIds, createTalentIndex, type Match } from "../ranking/index.js";
import { type Criteria, type Explanation, explain } from "../scoring/index.js";
import { codeLabel } from "../taxonomy/index.js";

/** A talent in a list with why it stands there (推荐人选). */
export interface RecommendedTalent extends Match {
  readonly talent: Talent;
  readonly explanation: Explanation;
}

/** The ranked list of one demand (推荐清单). */
export interface DemandList {
  readonly demand: Demand;
  readonly matches: readonly RecommendedTalent[];
  /** Talents that pass every hard requirement, those to verify included. */
  readonly candidates: number;
}

/** What a registry offers for all demands (推荐结果): all that the report needs. */
export interface Recommendation {
  readonly talents: readonly Talent[];
  readonly demands: readonly Demand[];
  readonly chains: readonly Chain[];
  /** Length of each list. */
  readonly k: number;
  readonly lists: readonly DemandList[];
  readonly summary: RecommendationSummary;
}

/** Totals over all lists (汇总). */
export interface RecommendationSummary {
  readonly talents: number;
  readonly demands: number;
  /** Persons wanted; a demand without headcount counts as one. */
  readonly posts: number;
  /** Demands that no talent may fill. */
  readonly demandsWithoutCandidate: number;
  /** Distinct talents who stand in some list. */
  readonly talentsListed: number;
  /** Quartiles of the first place's points over demands with a candidate; undefined without one. */
  readonly topPoints: { readonly q1: number; readonly median: number; readonly q3: number } | undefined;
}

/** Input of {@link recommend}. */
export interface RecommendOptions {
  readonly talents: readonly Talent[];
  readonly demands: readonly Demand[];
  /** Chains whose declared field relations count in scoring. Default: the fifteen that ship. */
  readonly chains?: readonly Chain[];
  /** Length of each list, >= 1. Default 10. */
  readonly k?: number;
  /** Criteria instead of the defaults; `fieldRelations` and `labels` given here win over those of the chains and taxonomies. */
  readonly criteria?: Criteria;
  /**
   * Where the weights of unweighted soft requirements come from (权重来源). `default`: from the criteria. `chain`: a demand whose `chain`
   * names one of the chains takes that chain's preset before the criteria; one of another chain, of none, or of a chain without a preset
   * stays with the criteria. A weight that the demand itself states wins either way. Default `default`.
   */
  readonly weights?: "default" | "chain";
  /** Told after each demand: share done in 0..1. */
  readonly onProgress?: (done: number) => void;
}

function summarise(talents: readonly Talent[], lists: readonly DemandList[]): RecommendationSummary {
  const listed = new Set<string>();
  for (const { matches } of lists) for (const { id } of matches) listed.add(id);
  const tops = lists.flatMap(({ matches }) => (matches[0] ? [matches[0].points] : []));
  const [q1, median, q3] = quantiles(tops, [0.25, 0.5, 0.75]) ?? [];
  return {
    talents: talents.length,
    demands: lists.length,
    posts: lists.reduce((sum, { demand }) => sum + (demand.headcount ?? 1), 0),
    demandsWithoutCandidate: lists.filter(({ candidates }) => candidates === 0).length,
    talentsListed: listed.size,
    topPoints: q1 === undefined || median === undefined || q3 === undefined ? undefined : { q1, median, q3 },
  };
}

/** Criteria of each demand: those of its chain where presets are asked for. One object a chain, so that it is settled once. */
function criteriaByDemand(chains: readonly Chain[], criteria: Criteria): (demand: Demand) => Criteria {
  checkDistinctIds("recommend: chains", chains, "invalid-argument");
  const byChain = new Map<string, Criteria>();
  for (const chain of chains) {
    const preset = chainWeights(chain);
    if (preset) byChain.set(chain.id, { ...criteria, weights: { ...criteria.weights, ...preset } });
  }
  return ({ chain }) => (chain === undefined ? undefined : byChain.get(chain)) ?? criteria;
}

/**
 * Ranks a registry for every demand and explains each place (一键推荐): the product in one call.
 *
 * Each list equals `rank(talents, demand, { k, criteria })` under the same criteria; with `weights: "chain"` those of a demand of chain c are
 * `{ ...criteria, weights: { ...criteria.weights, ...chainWeights(c) } }`.
 * @throws GuiyanError `invalid-talent`, `invalid-demand`, `duplicate-id`, `invalid-chain` for a preset that is none, `invalid-option`,
 *   `unknown-option`
 * @complexity O(talents × demands), one pass of an index for each demand; k explanations a demand
 * @example
 * const talents = [{ id: "t1", name: "张三", fields: ["083201"], degree: "doctor" as const }];
 * const requirements = parseRequirements("硕士及以上，食品科学优先");
 * const { lists } = recommend({ talents, demands: [{ id: "d1", requirements }] });
 * console.log(lists[0]?.matches[0]?.talent.name); // → 张三
 */
export function recommend(options: RecommendOptions): Recommendation {
  checkOptions("recommend", options, ["talents", "demands", "chains", "k", "criteria", "weights", "onProgress"]);
  const talents = checkArray("recommend", "talents", options.talents);
  const demands = checkArray("recommend", "demands", options.demands);
  const chains = checkArray("recommend", "chains", options.chains ?? defaultChains);
  const k = checkInteger("recommend", "k", options.k ?? 10, { min: 1 });
  const criteria: Criteria = { fieldRelations: fieldRelations(chains), labels: codeLabel, ...options.criteria };
  const weights = checkOneOf("recommend", "weights", options.weights ?? "default", ["default", "chain"]);
  const criteriaOf = weights === "chain" ? criteriaByDemand(chains, criteria) : () => criteria;
  const index = createTalentIndex(talents, { criteria });
  const byId = new Map(talents.map((talent) => [talent.id, talent]));
  const lists = demands.map((demand, i): DemandList => {
    const asked = criteriaOf(demand);
    const candidates = index.countCandidates(demand, { criteria: asked });
    const matches = index.rank(demand, { k, criteria: asked }).map((match): RecommendedTalent => {
      const talent = byId.get(match.id) as Talent;
      return { ...match, talent, explanation: explain(talent, demand, asked) };
    });
    options.onProgress?.((i + 1) / demands.length);
    return { demand, matches, candidates };
  });
  return { talents, demands, chains, k, lists, summary: summarise(talents, lists) };
}
