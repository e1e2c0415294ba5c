import { logLoss } from "./logistic.js";
import { type LogisticFit, logisticRegression } from "./logistic-regression.js";
import { shareInterval } from "./share-interval.js";
import { solvePositiveDefinite } from "./solve-positive-definite.js";

/** Outcomes as the model takes them (结果数据): similarities in 0..1, row after row. */
export interface WeightData {
  readonly dimensions: number;
  readonly similarities: Float64Array;
  /** 1 for a success, 0 otherwise. */
  readonly outcomes: Float64Array;
}

/** A fitted model: log odds = intercept + Σ coefficient × similarity, coefficients >= 0 (权重模型). */
export interface WeightModel {
  readonly intercept: number;
  readonly coefficients: readonly number[];
  /** Σ coefficients: the log odds between the worst and the best match. */
  readonly total: number;
}

/** A pull of every coefficient to 0 so faint (a standard deviation of 100 log odds) that it is felt only where outcomes leave one open. */
const FAINT = 1e-4;

/** Relative change of the total at which the pull is settled. */
const SETTLED = 1e-3;
const MOST_ROUNDS = 50;

/** Log odds between the worst and the best match below which similarities tell nothing. */
export const LEAST_TOTAL = 0.01;

/** Fits a constant and the dimensions, with a pull of strength `pull` to the prior's direction, setting out from a model where one is near. */
function fitPulled(data: WeightData, prior: readonly number[], pull: number, free: number, near?: WeightModel): LogisticFit {
  const { dimensions, similarities, outcomes } = data;
  const columns = dimensions + 1;
  const design = new Float64Array(outcomes.length * columns).fill(1);
  for (const row of outcomes.keys()) {
    design.set(similarities.subarray(row * dimensions, (row + 1) * dimensions), row * columns + 1);
  }
  const penalty = new Float64Array(columns ** 2);
  const square = prior.reduce((sum, share) => sum + share * share, 0);
  for (const [i, a] of prior.entries()) {
    for (const [j, b] of prior.entries()) {
      const same = i === j ? 1 : 0;
      penalty[(i + 1) * columns + j + 1] = pull * (same - a - b + square) + FAINT * same;
    }
  }
  const start = near === undefined ? {} : { start: Float64Array.of(near.intercept, ...near.coefficients) };
  const weights = new Float64Array(outcomes.length).fill(1);
  return logisticRegression({ design, columns, targets: outcomes, weights, penalty, free, ...start });
}

function modelOf({ coefficients: [intercept = 0, ...coefficients], converged }: LogisticFit): WeightModel | undefined {
  return converged ? { intercept, coefficients, total: coefficients.reduce((sum, value) => sum + value, 0) } : undefined;
}

/**
 * Fits coefficients drawn to the direction of the prior (向专家权重收缩的拟合); see `learnWeights` for the model.
 * @param prior shares that sum to 1, one a dimension
 * @param strength κ; how surely the prior is meant
 * @returns a total below {@link LEAST_TOTAL} where similarities tell nothing; undefined where a search does not end
 * @complexity some 3 to 6 logistic regressions
 */
export function fitTowardsPrior(data: WeightData, prior: readonly number[], strength: number): WeightModel | undefined {
  let model = modelOf(fitPulled(data, prior, 0, 1));
  for (let round = 0; round < MOST_ROUNDS && model !== undefined; round++) {
    const { total } = model;
    if (!(total >= LEAST_TOTAL)) return model;
    model = modelOf(fitPulled(data, prior, strength / total ** 2, 1, model));
    if (model !== undefined && Math.abs(model.total - total) <= SETTLED * total) return model;
  }
  return undefined;
}

/**
 * Fits the total alone, in the prior's proportions (按专家权重拟合).
 * @returns undefined where the search does not end
 * @complexity one logistic regression of two coefficients
 */
export function fitPrior({ dimensions, similarities, outcomes }: WeightData, prior: readonly number[]): WeightModel | undefined {
  const blend = Float64Array.from(outcomes, (_, row) =>
    prior.reduce((sum, share, i) => sum + share * (similarities[row * dimensions + i] as number), 0),
  );
  const model = modelOf(fitPulled({ dimensions: 1, similarities: blend, outcomes }, [1], 0, 1));
  return model && { ...model, coefficients: prior.map((share) => share * model.total) };
}

/**
 * Mean log-loss of models on the outcomes of the folds that they were not fitted to (交叉验证对数损失).
 * @param fold of each outcome
 * @param learn a model of the other folds
 * @returns undefined where a fold has no model
 * @complexity folds × that of the fit
 */
export function heldOutLoss(
  data: WeightData,
  fold: Int32Array,
  folds: number,
  learn: (others: WeightData) => WeightModel | undefined,
): number | undefined {
  const { dimensions, similarities, outcomes } = data;
  let sum = 0;
  for (let held = 0; held < folds; held++) {
    const model = learn(rowsOf(data, (row) => fold[row] !== held));
    if (model === undefined) return undefined;
    for (const [row, outcome] of outcomes.entries()) {
      if (fold[row] !== held) continue;
      const logOdds = model.coefficients.reduce(
        (value, coefficient, i) => value + coefficient * (similarities[row * dimensions + i] as number),
        model.intercept,
      );
      sum += logLoss(logOdds, outcome);
    }
  }
  return sum / outcomes.length;
}

function rowsOf({ dimensions, similarities, outcomes }: WeightData, keep: (row: number) => boolean): WeightData {
  const rows = Array.from(outcomes.keys()).filter(keep);
  const kept = new Float64Array(rows.length * dimensions);
  for (const [i, row] of rows.entries()) kept.set(similarities.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions);
  return { dimensions, similarities: kept, outcomes: Float64Array.from(rows, (row) => outcomes[row] as number) };
}

/**
 * 95 % intervals of the shares that dimensions have of the total (权重置信区间), from the outcomes alone: no prior draws, no bound holds.
 *
 *   share_d = β_d / Σ β        by Fieller from the maximum of the likelihood and the inverse of its information
 *
 * @returns undefined where the search does not end
 * @complexity one logistic regression and O(dimensions⁴)
 */
export function shareIntervals(data: WeightData): { readonly low: number; readonly high: number }[] | undefined {
  const { dimensions } = data;
  const columns = dimensions + 1;
  const prior = new Array<number>(dimensions).fill(0);
  const { coefficients, information, converged } = fitPulled(data, prior, 0, columns);
  const unit = (at: number) => Float64Array.from(coefficients, (_, j) => (j === at ? 1 : 0));
  // Rows of the inverse information: covariances of one coefficient with every other.
  const covariances = prior.flatMap((_, i) => solvePositiveDefinite(information, unit(i + 1)) ?? []);
  if (!converged || covariances.length < dimensions) return undefined;
  const total = (values: Float64Array) => values.subarray(1).reduce((sum, value) => sum + value, 0);
  const wholeVariance = covariances.reduce((sum, row) => sum + total(row), 0);
  return covariances.map((row, i) =>
    shareInterval({
      part: coefficients[i + 1] as number,
      whole: total(coefficients),
      partVariance: row[i + 1] as number,
      wholeVariance,
      covariance: total(row),
    }),
  );
}
