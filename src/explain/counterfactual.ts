import { checkArray, checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import { type Criteria, compileDemand, type ScorePlan, type SettledCriteria, scorePlanned, settleCriteria } from "../scoring/index.js";
import { factSentence, standsSentence, weightSentence } from "./counterfactual-sentence.js";
import { type FactChange, SCORED_MEMBERS, type ScoredFact } from "./fact-options.js";
import { type FactImpossibility, leastFactChange } from "./least-fact-change.js";
import { leastWeightChange, type WeightChange, type WeightImpossibility } from "./least-weight-change.js";
import {
  checkRegistry,
  criteriaOf,
  type Place,
  placeAmong,
  type Registry,
  type Standing,
  standingOf,
  standsBefore,
  topOthers,
} from "./registry.js";
import { withWeights } from "./with-weights.js";
import type { Sentence } from "./wording.js";

/** Options of a {@link counterfactual} of either kind. */
interface CommonOptions extends Registry {
  /** Length of the list to enter, >= 1. Default 10. */
  readonly k?: number;
  /** Default: those of the index, where one is given. */
  readonly criteria?: Criteria;
  /** Most that the search may look at: changed records scored, or boxes of weights. Default 200 000. */
  readonly limit?: number;
}

/** Options of a {@link counterfactual} over facts. */
export interface FactCounterfactualOptions extends CommonOptions {
  readonly change: "facts";
  /** Facts that must stay as they are, known or unknown. */
  readonly fixed?: readonly ScoredFact[];
}

/** Options of a {@link counterfactual} over weights. */
export interface WeightCounterfactualOptions extends CommonOptions {
  readonly change: "weights";
}

/** What every {@link counterfactual} tells. */
interface Told {
  readonly before: Standing;
  /** The k-th of the other candidates, who must be passed; absent where there are fewer. */
  readonly bar?: Place;
  /** One sentence in each language, built only from the members beside it. */
  readonly sentence: Sentence;
}

/** The talent is among the best `k` as things are (已在名单). */
export interface AlreadyIn extends Told {
  readonly status: "in";
}

/** The least change of facts that brings a talent into a list (事实反事实). */
export interface FactCounterfactual extends Told {
  readonly status: "change";
  /** In the order degree, title, fields, residence, hometown, own dimensions. */
  readonly changes: readonly FactChange[];
  /** The talent with the changes. */
  readonly talent: Talent;
  readonly after: Standing;
}

/** The least change of weights that brings a talent into a list (权重反事实). */
export interface WeightCounterfactual extends Told {
  readonly status: "change";
  /** Weights that differ, in the demand's order. */
  readonly changes: readonly WeightChange[];
  /** Points of weight that change their place, of 1000. */
  readonly moved: number;
  /** The demand with the new weights on its soft requirements. */
  readonly demand: Demand;
  readonly after: Standing;
}

/** No allowed change brings the talent into the list (无法达到). */
export interface Unreachable<Reason> extends Told {
  readonly status: "impossible";
  readonly reason: Reason;
}

/**
 * The least change that brings a talent into the best `k` of a demand (反事实解释): of the talent's facts, or of the demand's weights. Every answer is
 * verified by scoring and ranking anew.
 *
 * Facts: a degree or title may rise; a residence may become an asked place; fields and lists of `talent.facts` may gain asked codes; an unknown fact may turn
 * out to be anything, which is told as `learn`. A known hometown stays, so does what `criteria.dimensions` compute, and a place known too coarsely counts as
 * known. Least: fewest touched (see {@link FactChange}), then fewest levels risen, then fewest known facts changed, then most points; of those still equal
 * the first one, facts in the order degree, title, fields, residence, hometown, own dimensions, lower levels and asked codes first.
 *
 * Weights: integers >= 0 that sum to 1000 over the soft requirements; least is the fewest points of weight moved. The talent may keep facts to be verified,
 * as `after.toVerify` tells. Whoever has the talent's id in the registry is taken to be the talent as given.
 * @throws GuiyanError `limit-exceeded` where the search would have to look at more than `limit`; `invalid-talent`, `invalid-demand`, `duplicate-id`,
 *   `invalid-option`, `unknown-option`, `invalid-argument`
 * @complexity facts: O(allowed changes multiplied), in order of what they touch; weights: O(n × requirements) and a search that is exponential at worst
 * @source S. Wachter, B. Mittelstadt, C. Russell, Harv. J. Law & Tech. 31 (2018) 841–887, counterfactual explanations.
 *   Differs: change is counted in facts and levels, or in points of weight, instead of a distance to be weighted.
 * @example
 * const talents = [{ id: "a", degree: "doctor" as const }, { id: "b", degree: "bachelor" as const }];
 * const demand = { id: "d1", requirements: [{ dimension: "degree", kind: "soft" as const, values: ["doctor"] }] };
 * const told = counterfactual({ id: "c", degree: "bachelor" }, demand, { talents, k: 2, change: "facts" });
 * console.log(told.sentence.en); // → To enter the top 2: raise degree from bachelor to master. Then 65 points, place 2.
 */
export function counterfactual(
  talent: Talent,
  demand: Demand,
  options: FactCounterfactualOptions,
): AlreadyIn | FactCounterfactual | Unreachable<FactImpossibility>;
/** The same over weights (权重反事实). */
export function counterfactual(
  talent: Talent,
  demand: Demand,
  options: WeightCounterfactualOptions,
): AlreadyIn | WeightCounterfactual | Unreachable<WeightImpossibility>;
/** The same over either. */
export function counterfactual(
  talent: Talent,
  demand: Demand,
  options: FactCounterfactualOptions | WeightCounterfactualOptions,
): AlreadyIn | FactCounterfactual | WeightCounterfactual | Unreachable<FactImpossibility | WeightImpossibility> {
  const question = ask(talent, demand, options);
  const { k, told } = question;
  if (told.before.rank !== undefined) return { status: "in", ...told, sentence: standsSentence(k, told.before) };
  return options.change === "facts" ? overFacts(question) : overWeights(question);
}

/** A question with its options settled. */
interface Question {
  readonly talent: Talent;
  readonly demand: Demand;
  readonly registry: Registry;
  readonly k: number;
  readonly criteria: Criteria | undefined;
  readonly settled: SettledCriteria;
  readonly plan: ScorePlan;
  readonly limit: number;
  readonly fixed: ReadonlySet<string>;
  readonly told: Omit<Told, "sentence">;
}

const PLACE = "counterfactual";

function ask(talent: Talent, demand: Demand, options: FactCounterfactualOptions | WeightCounterfactualOptions): Question {
  const change = checkOneOf(PLACE, "change", options?.change, ["facts", "weights"]);
  const known = ["talents", "index", "k", "criteria", "limit", "change"];
  checkOptions(PLACE, options, change === "facts" ? [...known, "fixed"] : known);
  const { talents, index } = options;
  const registry: Registry = { ...(talents === undefined ? {} : { talents }), ...(index === undefined ? {} : { index }) };
  checkRegistry(PLACE, registry);
  const k = checkInteger(PLACE, "k", options.k ?? 10, { min: 1 });
  const limit = checkInteger(PLACE, "limit", options.limit ?? 200_000, { min: 1 });
  const criteria = criteriaOf(options.criteria, registry);
  const settled = settleCriteria(criteria);
  const fixed = checkFixed(("fixed" in options ? options.fixed : undefined) ?? [], settled);
  const plan = compileDemand(demand, criteria);
  const score = scorePlanned(talent, plan, settled);
  const bar = topOthers(registry, talent.id, demand, k, criteria)[k - 1];
  const before = standingOf(score, placeAmong(registry, talent, demand, k, criteria));
  const told = { before, ...(bar === undefined ? {} : { bar: { id: bar.id, points: bar.points } }) };
  return { talent, demand, registry, k, criteria, settled, plan, limit, fixed, told };
}

function overFacts(question: Question): FactCounterfactual | Unreachable<FactImpossibility> {
  const { demand, registry, k, criteria, settled, told } = question;
  const { bar } = told;
  const found = leastFactChange({
    ...question,
    criteria: settled,
    enters: (score) => score.candidate && (bar === undefined || standsBefore(score, bar)),
  });
  if (found.changes === undefined) {
    const { reason } = found;
    return { status: "impossible", ...told, reason, sentence: factSentence(question, reason) };
  }
  const { changes, talent, score } = found;
  const after = standingOf(score, placeAmong(registry, talent, demand, k, criteria));
  return { status: "change", ...told, changes, talent, after, sentence: factSentence(question, { changes, after }) };
}

function overWeights(question: Question): WeightCounterfactual | Unreachable<WeightImpossibility> {
  const { talent, demand, registry, k, criteria, settled, plan, told } = question;
  const found = leastWeightChange(question);
  if (found.weights === undefined) {
    const { reason } = found;
    return { status: "impossible", ...told, reason, sentence: weightSentence(question, reason) };
  }
  const { weights, changes, moved } = found;
  const changed = withWeights(demand, plan.terms, weights);
  const score = scorePlanned(talent, compileDemand(changed, criteria), settled);
  const after = standingOf(score, placeAmong(registry, talent, changed, k, criteria));
  const sentence = weightSentence(question, { changes, moved, after });
  return { status: "change", ...told, changes, moved, demand: changed, after, sentence };
}

function checkFixed(fixed: readonly string[], { dimensions }: SettledCriteria): ReadonlySet<string> {
  checkArray(PLACE, "fixed", fixed);
  const known = [...SCORED_MEMBERS, ...Array.from(dimensions.keys(), (dimension) => `facts.${dimension}`)];
  for (const [i, fact] of fixed.entries()) {
    if (!known.includes(fact))
      throw new GuiyanError("invalid-option", `${PLACE}: expected fixed to name facts: ${known.join(", ")}`, { path: ["fixed", i] });
  }
  return new Set(fixed);
}
