import { logistic, logLoss } from "./logistic.js";
import { minimiseQuadratic } from "./minimise-quadratic.js";

/** What a logistic regression is fitted to (逻辑回归问题). */
export interface LogisticProblem {
  /** rows × columns, row after row; a constant is a column of ones. */
  readonly design: Float64Array;
  readonly columns: number;
  /** t of each row, in 0..1. */
  readonly targets: Float64Array;
  /** w of each row, > 0. */
  readonly weights: Float64Array;
  /** Q: columns × columns, symmetric, positive semidefinite. None by default. */
  readonly penalty?: Float64Array;
  /** How many coefficients, the first ones, may take any sign; the others are >= 0. All by default. */
  readonly free?: number;
  /** Coefficients to set out from, within the bounds. All 0 by default. */
  readonly start?: Float64Array;
}

/** A fitted logistic regression (逻辑回归拟合). */
export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Second derivatives of the minimised sum at the fit, columns × columns: the information that rows and penalty hold. */
  readonly information: Float64Array;
  /** False where 100 steps were not enough, or the rows leave some coefficient open. */
  readonly converged: boolean;
}

/** Promised fall of the sum, for each unit of weight, under which a last full step ends the search. */
const TOLERANCE = 1e-15;
/** Rounding of the sum, for each unit of weight. */
const ROUNDING = 1e-13;
const MOST_STEPS = 100;
const LEAST_STEP = 1e-10;
/** Part of the promised fall that a step must keep. */
const SUFFICIENT = 1e-4;

/** The minimised sum. */
function sumAt({ design, columns, targets, weights, penalty }: LogisticProblem, at: Float64Array): number {
  let sum = 0;
  for (const [row, target] of targets.entries()) {
    let logOdds = 0;
    for (let j = 0; j < columns; j++) logOdds += (design[row * columns + j] as number) * (at[j] as number);
    sum += (weights[row] as number) * logLoss(logOdds, target);
  }
  if (penalty !== undefined) {
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) sum += ((at[i] as number) * (penalty[i * columns + j] as number) * (at[j] as number)) / 2;
    }
  }
  return sum;
}

/** First and second derivatives of the minimised sum. */
function derivativesAt(
  { design, columns, targets, weights, penalty }: LogisticProblem,
  at: Float64Array,
): { readonly gradient: Float64Array; readonly hessian: Float64Array } {
  const gradient = new Float64Array(columns);
  const hessian = penalty === undefined ? new Float64Array(columns ** 2) : Float64Array.from(penalty);
  for (let i = 0; i < columns; i++) {
    for (let j = 0; j < columns; j++) gradient[i] = (gradient[i] as number) + (hessian[i * columns + j] as number) * (at[j] as number);
  }
  for (const [row, target] of targets.entries()) {
    const start = row * columns;
    let logOdds = 0;
    for (let j = 0; j < columns; j++) logOdds += (design[start + j] as number) * (at[j] as number);
    const probability = logistic(logOdds);
    const weight = weights[row] as number;
    const curve = weight * probability * logistic(-logOdds);
    for (let i = 0; i < columns; i++) {
      const value = design[start + i] as number;
      gradient[i] = (gradient[i] as number) + weight * (probability - target) * value;
      for (let j = 0; j <= i; j++) {
        hessian[i * columns + j] = (hessian[i * columns + j] as number) + curve * value * (design[start + j] as number);
      }
    }
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) hessian[j * columns + i] = hessian[i * columns + j] as number;
  return { gradient, hessian };
}

/**
 * Penalised logistic regression (带惩罚的逻辑回归), some coefficients bound to be non-negative.
 *
 *   minimise Σ_i w_i [ln(1 + e^η_i) − t_i·η_i] + ½ θᵀQθ        η = design · θ
 *
 * Newton's method with backtracking; each step minimises the quadratic model under the bounds exactly, so every step stays inside them. The sum is
 * evaluated without overflow. Where it has a minimum, it has one alone, and the fit is within rounding of it.
 * @complexity O(rows × columns²) a step, some 5 to 10 steps
 * @source H.-T. Lin, C.-J. Lin, R. C. Weng, Machine Learning 68 (2007) 267–276, for two coefficients.
 *   Differs: any number of coefficients, a penalty and bounds; the model is minimised under the bounds instead of being regularised by 1e-12.
 */
export function logisticRegression(problem: LogisticProblem): LogisticFit {
  const { columns, weights } = problem;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let at = problem.start ?? new Float64Array(columns);
  let sum = sumAt(problem, at);
  for (let step = 0; ; step++) {
    const { gradient, hessian } = derivativesAt(problem, at);
    const failed = { coefficients: at, information: hessian, converged: false };
    // The model ½ xᵀHx − (H·at − g)ᵀx has the sum's derivatives at the point.
    const linear = gradient.map((slope, i) => at.reduce((value, x, j) => value + (hessian[i * columns + j] as number) * x, -slope));
    const target = minimiseQuadratic(hessian, linear, problem.free ?? columns);
    if (target === undefined || step === MOST_STEPS) return failed;
    const promised = target.reduce((fall, x, i) => fall - (gradient[i] as number) * (x - (at[i] as number)), 0);
    if (promised <= TOLERANCE * total) return { coefficients: target, information: hessian, converged: true };
    let part = 1;
    for (;;) {
      const next = target.map((x, i) => (at[i] as number) + part * (x - (at[i] as number)));
      const reached = sumAt(problem, next);
      if (reached <= sum - SUFFICIENT * part * promised + ROUNDING * total) {
        at = next;
        sum = reached;
        break;
      }
      part /= 2;
      if (!(part >= LEAST_STEP)) return failed;
    }
  }
}
