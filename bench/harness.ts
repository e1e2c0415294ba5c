/** One way of doing a job (竞争者): `run` does it and returns something that the harness can consume. */
export interface Contender {
  readonly name: string;
  readonly run: (round: number) => unknown;
  /** How many pieces of work one run does (件数); times are of one piece. Default 1. */
  readonly pieces?: number;
}

/** Times of one contender over all rounds, in milliseconds a piece. */
export interface Timing {
  readonly name: string;
  readonly min: number;
  readonly median: number;
  /** Median over rounds of this contender's time over the first contender's in the same round. */
  readonly ratioToFirst: number;
}

/** The value below which a share of a list lies (分位数), the upper one of two; NaN of an empty list, which no bench prints. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Median of a list (中位数); NaN of an empty one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

let consumed = 0;

/** Milliseconds since a moment; the result of the work is used, so that no engine may leave it out. */
function spentSince(start: number, result: unknown): number {
  const spent = performance.now() - start;
  consumed += result === undefined ? 0 : 1;
  if (consumed < 0) throw new Error("unreachable");
  return spent;
}

/** Milliseconds of one call. */
export function time(run: () => unknown): number {
  const start = performance.now();
  return spentSince(start, run());
}

function timingsOf(contenders: readonly Contender[], times: readonly (readonly number[])[]): Timing[] {
  return contenders.map(({ name }, i) => {
    const own = times[i] ?? [];
    return {
      name,
      min: Math.min(...own),
      median: median(own),
      ratioToFirst: median(own.map((spent, r) => spent / (times[0]?.[r] ?? Number.NaN))),
    };
  });
}

/**
 * Times contenders in interleaved rounds, A B A B …, after a warm-up of each, so that a drifting machine touches all alike.
 * Ratios are of the same round and their median is what to quote; absolute times only say which machine this was.
 */
export function race(contenders: readonly Contender[], rounds: number, warmUp = 2): Timing[] {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, { run, pieces = 1 }] of contenders.entries()) {
      const spent = time(() => run(round));
      if (round >= 0) times[i]?.push(spent / pieces);
    }
  }
  return timingsOf(contenders, times);
}

/** {@link race} for contenders of which some answer with a promise, one after another all the same. */
export async function raceAsync(contenders: readonly Contender[], rounds: number, warmUp = 2): Promise<Timing[]> {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, { run, pieces = 1 }] of contenders.entries()) {
      const start = performance.now();
      const answer = run(round);
      const spent = spentSince(start, answer instanceof Promise ? await answer : answer);
      if (round >= 0) times[i]?.push(spent / pieces);
    }
  }
  return timingsOf(contenders, times);
}

/** Slope of log time over log size by least squares (复杂度指数): 1 for linear work. */
export function logLogSlope(points: readonly { readonly size: number; readonly ms: number }[]): number {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ ms }) => Math.log(ms));
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const top = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0);
  return top / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}
