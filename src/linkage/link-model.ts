import type { LevelProbabilities } from "./estimate-parameters.js";

/** One level of a comparison in a model (比较层级). */
export interface ModelLevel {
  readonly name: string;
  /** Share of the level among pairs of one person that tell the fact. */
  readonly m: number;
  /** The same among pairs of different people. */
  readonly u: number;
  /** Evidence for one person, in bits: log2(m / u), levels out of order drawn together; a multiple of 2^-30, so that sums are exact. */
  readonly weightBits: number;
}

/** How often a term occurs, for its frequency (词频): a fingerprint instead of the term, so that a model holds no names. */
export type TermCount = readonly [fingerprint: string, records: number];

/** One comparison of a model. */
export interface ModelComparison {
  readonly name: string;
  readonly levels: readonly ModelLevel[];
  /** Share of records that tell the fact. */
  readonly told: number;
  /** Terms that at least three records share; the others count as seldom as can be. Absent where frequency does not count. */
  readonly terms?: readonly TermCount[];
}

/** One blocking rule of a model. */
export interface ModelBlock {
  /** Names of facts a key of each of which must be shared. */
  readonly facts: readonly string[];
  /** Blocks of more records bring no pairs. */
  readonly limit: number;
}

/** What is expected of a line (阈值预期). */
export interface ExpectedLinks {
  /** Expected share of true links among the links; absent where there are none. */
  readonly precision?: number;
  /** Expected share of all matches that are links, pairs that no block brought left out; absent where no match is expected. */
  readonly recall?: number;
}

/** How a model was estimated. */
export interface ModelEstimation {
  /** Records that it was estimated from. */
  readonly records: number;
  /** Pairs that could be one person. */
  readonly comparablePairs: number;
  /** Pairs compared because they share a block, and share of records whose pairs were. */
  readonly candidatePairs: number;
  readonly sampledShare: number;
  /** Random pairs compared for `u`. */
  readonly randomPairs: number;
  /** Matches expected among all pairs. */
  readonly expectedMatches: number;
  /**
   * Where `m` comes from: `learnt` from these records, or only `believed`, since what could be learnt from them was no sign of one person: too few of them stand twice, or
   * groups such as colleagues are more alike than anything else.
   */
  readonly agreement: "learnt" | "believed";
  readonly iterations: number;
  readonly converged: boolean;
  readonly change: number;
}

/**
 * What was learnt about pairs of records (关联模型): plain JSON, to be kept and used again. Two runs with one model give one answer.
 * It holds no fact of anybody.
 */
export interface LinkModel {
  readonly version: 1;
  readonly seed: number;
  /** Probability that two comparable records are one person. */
  readonly lambda: number;
  /** log2(lambda / (1 − lambda)), a multiple of 2^-30. */
  readonly priorBits: number;
  readonly comparisons: readonly ModelComparison[];
  readonly blocking: readonly ModelBlock[];
  /** Pairs of at least so many bits are one person. */
  readonly linkBits: number;
  /** What is expected of that line, over the pairs that it was drawn for. */
  readonly expected: ExpectedLinks;
  /** Pairs of at least so many bits are told, and wait for review. */
  readonly reviewBits: number;
  readonly estimation: ModelEstimation;
}

/** Bits as multiples of 2^-30: sums of them have no rounding, so order does not matter and a waterfall adds up to the bit. */
export function exactBits(bits: number): number {
  return Math.round(bits * 2 ** 30) / 2 ** 30;
}

/** Bits of a probability's odds (对数优势). */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

/**
 * Probability of so many bits, stable for both signs (位数换算概率): 1 / (1 + 2^−bits).
 * @example
 * console.log(probabilityOf(0), probabilityOf(1000)); // → 0.5 1
 */
export function probabilityOf(bits: number): number {
  if (bits >= 0) return 1 / (1 + 2 ** -bits);
  const odds = 2 ** bits;
  return odds / (1 + odds);
}

/**
 * Evidence of each level in bits, never growing from a level to a weaker one (单调权重): neighbours out of order are pooled as one level.
 * @source pool adjacent violators, Ayer et al. 1955
 */
export function levelBits({ m, u }: LevelProbabilities): number[] {
  const pools: { m: number; u: number; levels: number }[] = [];
  for (const [level, share] of m.entries()) {
    pools.push({ m: share, u: u[level] ?? 0, levels: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined || before.m * last.u >= last.m * before.u) break;
      pools.splice(-2, 2, { m: before.m + last.m, u: before.u + last.u, levels: before.levels + last.levels });
    }
  }
  return pools.flatMap((pool) => Array.from({ length: pool.levels }, () => exactBits(Math.log2(pool.m / pool.u))));
}
