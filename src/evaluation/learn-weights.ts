import { checkArray, checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints, largestRemainder } from "../numeric/index.js";
import { checkSuccess } from "./forecast.js";
import { stratifiedFolds } from "./stratified-folds.js";
import { fitPrior, fitTowardsPrior, heldOutLoss, LEAST_TOTAL, shareIntervals, type WeightData, type WeightModel } from "./weight-model.js";

/** What came of a recommended talent, with the similarities that stood behind the points (推荐结果与各维相似度). */
export interface WeightOutcome {
  /** 0..1000 by dimension. An outcome that lacks one of the prior's dimensions is left out and counted in `incomplete`. */
  readonly similarities: Readonly<Record<string, number | undefined>>;
  readonly success: boolean;
}

/** Options of {@link learnWeights}. */
export interface LearnWeightsOptions {
  /**
   * How surely the expert weights are meant: 1 / (their standard deviation as shares)², so 100 trusts each to ±100 of 1000, 400 to ±50. A finite
   * number > 0; `cross-validation`, the default, takes the one of {@link PRIOR_STRENGTHS} that forecasts best.
   */
  readonly priorStrength?: number | "cross-validation";
  /** Folds of every cross-validation, an integer in 2..20. Default 5. */
  readonly folds?: number;
  /** Seed of the dealing into folds, an integer >= 0. Default 0. */
  readonly seed?: number;
}

/** One dimension's weight (维度权重). */
export interface LearntWeight {
  readonly dimension: string;
  /** The expert weight, of 1000. */
  readonly prior: number;
  /** The learnt weight, of 1000. */
  readonly weight: number;
  /** False where all outcomes have the same similarity: there is no evidence, and the prior weight is kept. */
  readonly varies: boolean;
  /**
   * 95 % interval of the weight by the outcomes alone, given the weights that are kept; widened to hold `weight` and to whole thousandths. Undefined
   * where the dimension does not vary.
   */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Outcomes counted (结果计数). */
interface OutcomeCounts {
  readonly positives: number;
  readonly negatives: number;
  /** Outcomes left out for want of a similarity; not among the positives and negatives. */
  readonly incomplete: number;
}

/** Weights learnt from outcomes (学得权重). */
export interface LearntWeights extends OutcomeCounts {
  readonly status: "learnt";
  /** Whole numbers that sum to 1000, in the order of the prior. */
  readonly weights: Readonly<Record<string, number>>;
  /** In code-point order of dimension. */
  readonly dimensions: readonly LearntWeight[];
  /** The strength used; given or chosen. */
  readonly priorStrength: number;
  /** Mean log-loss of forecasts by cross-validation, with the expert's proportions and with learnt ones. */
  readonly logLoss: { readonly prior: number; readonly learnt: number };
  /** Whether the learnt weights forecast better than the expert's; where not, keep the expert's. */
  readonly better: boolean;
}

/** The expert weights unchanged, and why (保留专家权重). */
export interface PriorKept extends OutcomeCounts {
  readonly status: "prior";
  /**
   * `nothing-to-learn`: fewer than two dimensions vary, or the prior gives those that do no weight. `no-relation`: higher similarities do not go
   * with more success. `not-converged`: the search did not end, as with a priorStrength beyond all measure.
   */
  readonly reason: "too-few-positives" | "too-few-negatives" | "nothing-to-learn" | "no-relation" | "not-converged";
  readonly weights: Readonly<Record<string, number>>;
  /** Positives, and negatives, that learning needs. */
  readonly needed: number;
}

/** Positives, and negatives, below which the prior stands. */
const NEEDED = 50;

/** Strengths that cross-validation chooses from (先验强度备选): each weight trusted to ±10, ±20, ±50, ±100, ±200 and ±500 of 1000. */
export const PRIOR_STRENGTHS: readonly number[] = [10_000, 2_500, 400, 100, 25, 4];

function settleOptions(place: string, options: LearnWeightsOptions) {
  checkOptions(place, options, ["priorStrength", "folds", "seed"]);
  const folds = checkInteger(place, "folds", options.folds ?? 5, { min: 2, max: 20 });
  const seed = checkInteger(place, "seed", options.seed ?? 0, { min: 0 });
  const asked = options.priorStrength ?? "cross-validation";
  if (asked !== "cross-validation" && !(asked > 0 && Number.isFinite(asked))) {
    throw new GuiyanError("invalid-option", `${place}: expected priorStrength to be a finite number > 0 or "cross-validation"`, {
      path: ["priorStrength"],
    });
  }
  return { folds, seed, asked };
}

/** Dimensions of the prior, in code-point order. */
function checkPrior(place: string, prior: Readonly<Record<string, number>>): string[] {
  const weights: unknown[] = typeof prior === "object" && prior !== null ? Object.values(prior) : [];
  const whole = weights.every((weight) => Number.isSafeInteger(weight) && (weight as number) >= 0);
  if (whole && weights.reduce((sum: number, weight) => sum + (weight as number), 0) === 1000)
    return Object.keys(prior).sort(compareCodePoints);
  throw new GuiyanError("invalid-argument", `${place}: expected prior to be whole weights >= 0 that sum to 1000`, { path: ["prior"] });
}

/** Complete outcomes in an order of their own, and how many were not. */
function settleOutcomes(
  place: string,
  outcomes: readonly WeightOutcome[],
  dimensions: readonly string[],
): { readonly rows: readonly { readonly values: readonly number[]; readonly success: boolean }[]; readonly incomplete: number } {
  const known = new Set(dimensions);
  const rows = checkArray(place, "outcomes", outcomes).flatMap((outcome, i) => {
    const similarities: unknown = outcome?.similarities;
    if (typeof similarities !== "object" || similarities === null || !Object.keys(similarities).every((key) => known.has(key))) {
      throw new GuiyanError("invalid-argument", `${place}: expected similarities ${i} by dimensions of the prior`, {
        path: [i, "similarities"],
      });
    }
    const success = checkSuccess(place, i, outcome.success);
    const held = dimensions.map((dimension) => (Object.hasOwn(similarities, dimension) ? outcome.similarities[dimension] : undefined));
    if (!held.every((value) => value === undefined || (typeof value === "number" && value >= 0 && value <= 1000))) {
      throw new GuiyanError("invalid-argument", `${place}: expected similarities ${i} to be numbers in 0..1000`, {
        path: [i, "similarities"],
      });
    }
    const values = held.filter((value) => value !== undefined);
    return values.length < dimensions.length ? [] : [{ values, success }];
  });
  rows.sort((a, b) => {
    const at = a.values.findIndex((value, i) => value !== b.values[i]);
    return (a.values[at] ?? 0) - (b.values[at] ?? 0) || Number(a.success) - Number(b.success);
  });
  return { rows, incomplete: outcomes.length - rows.length };
}

/** The strength that forecasts best on folds held out; of equals the strongest. */
function chooseStrength(data: WeightData, prior: readonly number[], folds: number, seed: number): number {
  const fold = dealt(data, folds, seed);
  let best = { strength: PRIOR_STRENGTHS[0] as number, loss: Number.POSITIVE_INFINITY };
  for (const strength of PRIOR_STRENGTHS) {
    const loss = heldOutLoss(data, fold, folds, (others) => fitTowardsPrior(others, prior, strength)) ?? Number.POSITIVE_INFINITY;
    if (loss < best.loss) best = { strength, loss };
  }
  return best.strength;
}

function dealt({ outcomes }: WeightData, folds: number, seed: number): Int32Array {
  return stratifiedFolds(
    Array.from(outcomes, (outcome) => outcome === 1),
    folds,
    seed,
  );
}

/** What to tell of a dimension; without a learnt weight it does not vary. */
function learntWeight(
  dimension: string,
  prior: number,
  weight: number | undefined,
  interval: { readonly low: number; readonly high: number } | undefined,
  divisible: number,
): LearntWeight {
  if (weight === undefined || interval === undefined)
    return { dimension, prior, weight: prior, varies: false, low: undefined, high: undefined };
  const low = Math.min(weight, Math.floor(interval.low * divisible));
  const high = Math.max(weight, Math.ceil(interval.high * divisible));
  return { dimension, prior, weight, varies: true, low, high };
}

/**
 * Learns the weights of the dimensions from what came of recommendations, starting from the expert's (由结果学习权重).
 *
 *   P(success) = 1 / (1 + e^−(b + Σ_d β_d x_d))        x_d = similarity / 1000, β_d >= 0
 *   minimise −ln likelihood + (κ / 2S²) Σ_d (β_d − s·p_d)²        s = Σ_d β_d, p_d = expert weight / 1000, κ = priorStrength
 *   weight_d = 1000 · β_d / s, made whole by largest remainders
 *
 * S stands for s at the answer: the fit is repeated with the S of the last one, first without the pull, until S changes by less than 0.1 %. The pull
 * is then κ/2 · Σ_d (β_d/s − p_d)², one of the direction alone, whatever the strength of the relation; s and b are free. With few outcomes the weights
 * are near the expert's, with many near what the outcomes say.
 *
 * A dimension on which all outcomes agree keeps its expert weight; the others share out the rest. Fewer than 50 successes, or 50 failures, leave the
 * prior unchanged. Intervals come from the outcomes alone (Fieller's, no prior, no bound), so that they hold the true weight in about 95 % of
 * samples however wrong the expert is; with few outcomes they are wide. `logLoss` compares on folds held out, the choice of κ made anew within each.
 *
 * The model sees similarities of those who were recommended and contacted, and no others.
 * @param prior expert weights by dimension, whole numbers that sum to 1000
 * @throws GuiyanError `invalid-argument` for outcomes or a prior that cannot be, `invalid-option`, `unknown-option`
 * @complexity O(folds² × strengths × outcomes × dimensions²) with cross-validation, folds × outcomes × dimensions² with a given strength
 * @source S. le Cessie, J. C. van Houwelingen, Applied Statistics 41 (1992) 191–201 (penalised logistic regression), here drawn to a direction instead of
 *   to 0; E. C. Fieller, JRSS B 16 (1954) 175–185 (interval of a ratio).
 * @example
 * const learnt = learnWeights([{ similarities: { field: 1000, region: 0 }, success: true }], { field: 600, region: 400 });
 * console.log(learnt.status, learnt.weights); // → prior { field: 600, region: 400 }
 */
export function learnWeights(
  outcomes: readonly WeightOutcome[],
  prior: Readonly<Record<string, number>>,
  options: LearnWeightsOptions = {},
): LearntWeights | PriorKept {
  const place = "learnWeights";
  const { folds, seed, asked } = settleOptions(place, options);
  const names = checkPrior(place, prior);
  const { rows, incomplete } = settleOutcomes(place, outcomes, names);
  const positives = rows.filter(({ success }) => success).length;
  const counts = { positives, negatives: rows.length - positives, incomplete };
  const keep = (reason: PriorKept["reason"]): PriorKept => ({ status: "prior", reason, weights: { ...prior }, ...counts, needed: NEEDED });
  if (counts.positives < NEEDED) return keep("too-few-positives");
  if (counts.negatives < NEEDED) return keep("too-few-negatives");

  const weightOf = (name: string) => prior[name] as number;
  const varying = names.flatMap((name, i) => (rows.some(({ values }) => values[i] !== rows[0]?.values[i]) ? [{ name, i }] : []));
  const divisible = varying.reduce((sum, { name }) => sum + weightOf(name), 0);
  if (varying.length < 2 || divisible === 0) return keep("nothing-to-learn");
  const shares = varying.map(({ name }) => weightOf(name) / divisible);
  const data: WeightData = {
    dimensions: varying.length,
    similarities: Float64Array.from(rows.flatMap(({ values }) => varying.map(({ i }) => (values[i] as number) / 1000))),
    outcomes: Float64Array.from(rows, ({ success }) => (success ? 1 : 0)),
  };
  const strengthFor = (some: WeightData) => (asked === "cross-validation" ? chooseStrength(some, shares, folds, seed) : asked);
  const learn = (some: WeightData): WeightModel | undefined => fitTowardsPrior(some, shares, strengthFor(some));

  const priorStrength = strengthFor(data);
  const model = fitTowardsPrior(data, shares, priorStrength);
  const intervals = shareIntervals(data);
  const fold = dealt(data, folds, seed);
  const priorLoss = heldOutLoss(data, fold, folds, (others) => fitPrior(others, shares));
  const learntLoss = heldOutLoss(data, fold, folds, learn);
  if (model === undefined || intervals === undefined || priorLoss === undefined || learntLoss === undefined) return keep("not-converged");
  if (!(model.total >= LEAST_TOTAL)) return keep("no-relation");

  const learnt = largestRemainder(model.coefficients, divisible);
  const dimensions = names.map((dimension, i): LearntWeight => {
    const at = varying.findIndex((one) => one.i === i);
    return learntWeight(dimension, weightOf(dimension), learnt[at], intervals[at], divisible);
  });
  const weightByName = new Map(dimensions.map(({ dimension, weight }) => [dimension, weight]));
  return {
    status: "learnt",
    weights: Object.fromEntries(Object.keys(prior).map((name) => [name, weightByName.get(name) as number])),
    dimensions,
    ...counts,
    priorStrength,
    logLoss: { prior: priorLoss, learnt: learntLoss },
    better: learntLoss < priorLoss,
  };
}
