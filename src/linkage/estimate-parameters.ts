import { checkArray, checkInteger, checkNumber, checkOptions, GuiyanError } from "../errors/index.js";

/** Pairs of records that compare alike (比较模式): the level of each comparison, -1 where a fact is missing, and how many such pairs there are. */
export interface LevelPattern {
  readonly levels: readonly number[];
  /** >= 0; a fraction where pairs were sampled. */
  readonly pairs: number;
  /** Known to be no match: such pairs teach `u` only. Default false. */
  readonly apart?: boolean;
}

/** How likely each level of a comparison is (m 与 u 概率). */
export interface LevelProbabilities {
  /** Share of each level among pairs of one person that tell the fact; sums to 1. */
  readonly m: readonly number[];
  /** The same among pairs of different people. */
  readonly u: readonly number[];
}

/** Options of {@link estimateParameters}. */
export interface EstimateParametersOptions {
  /** Levels of each comparison, each >= 2. */
  readonly levels: readonly number[];
  /** Where to begin, and what is believed before any pair is seen; by default each level of `m` is three times the next, each of `u` a quarter of it, and one pair in a thousand matches. */
  readonly start?: { readonly lambda?: number; readonly comparisons?: readonly LevelProbabilities[] };
  /**
   * Pairs that the belief counts for, >= 0: so many matches, and ten times as many others for `u`. A handful of records goes by it, a registry hardly
   * notices, and no level gets probability 0. Default 2.
   */
  readonly smoothing?: number;
  /** Keeps `m` as believed and learns the rest: a safe beginning where there may be no match at all. Default false. */
  readonly holdM?: boolean;
  /** Default 1000. */
  readonly maxIterations?: number;
  /** Converged when no probability moves by more, and `lambda` by no greater share of itself. Default 1e-7. */
  readonly tolerance?: number;
}

/** What was estimated, and how it went. */
export interface EstimatedParameters {
  /** Share of matches among all pairs. */
  readonly lambda: number;
  readonly comparisons: readonly LevelProbabilities[];
  /** Pairs expected to match. */
  readonly matches: number;
  readonly iterations: number;
  /** False where `maxIterations` came first: use with care. */
  readonly converged: boolean;
  /** Largest move in the last iteration. */
  readonly change: number;
}

const PLACE = "estimateParameters";
/** No probability is nearer to 0 or 1: its logarithm stays finite. */
const EDGE = 1e-9;

/** Shares of levels, each `ratio` times the one before. */
function geometric(levels: number, ratio: number): number[] {
  const shares = Array.from({ length: levels }, (_, level) => ratio ** level);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

function checkPatterns(patterns: readonly LevelPattern[], levels: readonly number[]): void {
  for (const [at, { levels: pattern, pairs }] of patterns.entries()) {
    checkNumber(PLACE, `patterns[${at}].pairs`, pairs, { min: 0, below: Number.POSITIVE_INFINITY });
    const fits =
      pattern.length === levels.length && pattern.every((level, c) => Number.isInteger(level) && level >= -1 && level < (levels[c] ?? 0));
    if (fits) continue;
    throw new GuiyanError("invalid-argument", `${PLACE}: expected levels of pattern ${at} to be -1 or below those of each comparison`, {
      path: ["patterns", at, "levels"],
    });
  }
}

/** Shares of the weights, with `smoothing` pairs spread like `guess`. */
function sharesOf(weights: Float64Array, guess: readonly number[], smoothing: number): number[] {
  let total = smoothing;
  for (const weight of weights) total += weight;
  if (total === 0) return [...guess];
  const shares = guess.map((share, level) => Math.max(EDGE, ((weights[level] ?? 0) + smoothing * share) / total));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/**
 * Probabilities of the levels among matching and other pairs, found without knowing which pairs match (EM 算法估计 m、u、λ).
 *
 *   g = P(match | pattern) = λ Π m / (λ Π m + (1 − λ) Π u)        over the facts that both records tell
 *   m = Σ g [level] / Σ g,  u = Σ (1 − g) [level] / Σ (1 − g),  λ = Σ g / pairs
 *
 * The patterns stand for all pairs: those that blocking brought, and those that it did not (`apart`, usually a random sample with its weight), which count as
 * no match. A missing fact is no evidence. Levels are independent given whether the pair matches; where they are not, probabilities near 0 and 1 are too sure.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(patterns × comparisons) for each iteration
 * @source Fellegi & Sunter 1969; Winkler 1988 for the EM. Differs: pairs outside the blocks are counted, so that λ and u are those of all pairs
 * @example
 * const { comparisons } = estimateParameters([{ levels: [0, 0], pairs: 90 }, { levels: [1, 1], pairs: 9910 }], { levels: [2, 2] });
 * console.log((comparisons[0]?.m[0] ?? 0) > 0.95); // → true
 */
export function estimateParameters(patterns: readonly LevelPattern[], options: EstimateParametersOptions): EstimatedParameters {
  checkOptions(PLACE, options, ["levels", "start", "smoothing", "holdM", "maxIterations", "tolerance"]);
  checkArray(PLACE, "patterns", patterns);
  const { levels } = options;
  for (const [c, count] of checkArray(PLACE, "levels", levels).entries()) checkInteger(PLACE, `levels[${c}]`, count, { min: 2 });
  const smoothing = checkNumber(PLACE, "smoothing", options.smoothing ?? 2, { min: 0, below: Number.POSITIVE_INFINITY });
  const maxIterations = checkInteger(PLACE, "maxIterations", options.maxIterations ?? 1000, { min: 1 });
  const tolerance = checkNumber(PLACE, "tolerance", options.tolerance ?? 1e-7, { above: 0, below: 1 });
  checkPatterns(patterns, levels);

  const all = patterns.reduce((sum, { pairs }) => sum + pairs, 0);
  const seen = levels.map((count, c) => {
    const weights = new Float64Array(count);
    for (const { levels: pattern, pairs } of patterns) {
      const level = pattern[c] ?? -1;
      if (level >= 0) weights[level] = (weights[level] ?? 0) + pairs;
    }
    return weights;
  });
  const open = patterns.filter(({ pairs, apart }) => apart !== true && pairs > 0);
  const facts = levels.length;
  const firsts = levels.map((_, c) => levels.slice(0, c).reduce((sum, count) => sum + count + 1, 0));
  const width = levels.reduce((sum, count) => sum + count + 1, 0);
  const cells = Int32Array.from({ length: open.length * facts }, (_, at) => {
    const c = at % facts;
    const level = open[Math.floor(at / facts)]?.levels[c] ?? -1;
    return (firsts[c] ?? 0) + (level < 0 ? (levels[c] ?? 0) : level);
  });
  const believedM = levels.map((count, c) => options.start?.comparisons?.[c]?.m ?? geometric(count, 1 / 3));
  const believedU = levels.map((count, c) => options.start?.comparisons?.[c]?.u ?? geometric(count, 4));
  let m = believedM;
  let u = levels.map((_, c) => sharesOf(seen[c] ?? new Float64Array(), believedU[c] ?? [], 10 * smoothing));
  let lambda = checkNumber(PLACE, "start.lambda", options.start?.lambda ?? 0.001, { above: 0, below: 1 });
  const believedLambda = lambda;
  let iterations = 0;
  let change = Number.POSITIVE_INFINITY;
  let matches = 0;
  while (iterations < maxIterations && change > tolerance) {
    iterations++;
    // One row of weights over all levels, with room at each comparison's end for the fact that is missing.
    const bits = new Float64Array(width);
    for (const [c, first] of firsts.entries())
      for (let l = 0; l < (levels[c] ?? 0); l++) bits[first + l] = Math.log((m[c]?.[l] ?? EDGE) / (u[c]?.[l] ?? EDGE));
    const prior = Math.log(lambda / (1 - lambda));
    const sums = new Float64Array(width);
    matches = 0;
    for (let row = 0; row < open.length; row++) {
      let odds = prior;
      for (let c = 0; c < facts; c++) odds += bits[cells[row * facts + c] as number] as number;
      const weight = (open[row] as LevelPattern).pairs / (1 + Math.exp(-odds));
      matches += weight;
      for (let c = 0; c < facts; c++) sums[cells[row * facts + c] as number] = (sums[cells[row * facts + c] as number] as number) + weight;
    }
    const matching = firsts.map((first, c) => sums.subarray(first, first + (levels[c] ?? 0)));
    const nextM =
      options.holdM === true ? m : levels.map((_, c) => sharesOf(matching[c] ?? new Float64Array(), believedM[c] ?? [], smoothing));
    const nextU = levels.map((_, c) =>
      sharesOf(
        (seen[c] ?? new Float64Array()).map((weight, l) => Math.max(0, weight - (matching[c]?.[l] ?? 0))),
        believedU[c] ?? [],
        10 * smoothing,
      ),
    );
    const nextLambda = Math.min(1 - EDGE, Math.max(1e-15, (matches + smoothing) / (all + smoothing / believedLambda) || lambda));
    change = Math.abs(nextLambda - lambda) / lambda;
    for (const c of levels.keys())
      for (const l of (nextM[c] ?? []).keys())
        change = Math.max(change, Math.abs((nextM[c]?.[l] ?? 0) - (m[c]?.[l] ?? 0)), Math.abs((nextU[c]?.[l] ?? 0) - (u[c]?.[l] ?? 0)));
    [m, u, lambda] = [nextM, nextU, nextLambda];
  }
  return {
    lambda,
    comparisons: levels.map((_, c) => ({ m: m[c] ?? [], u: u[c] ?? [] })),
    matches,
    iterations,
    converged: change <= tolerance,
    change,
  };
}
