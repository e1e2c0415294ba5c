/** One way of doing a job (竞争者): `run` does it once and returns something that the harness can consume. */
export interface Contender {
  readonly name: string;
  readonly run: (round: number) => unknown;
}

/** Times of one contender over all rounds, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly min: number;
  readonly median: number;
  /** Median over rounds of this contender's time over the first contender's in the same round. */
  readonly ratioToFirst: number;
}

/** Median of a list; NaN of an empty one, which no bench prints. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

let consumed = 0;

/**
 * Times contenders in interleaved rounds, A B A B …, after a warm-up of each, so that a drifting machine touches all alike.
 * Ratios are of the same round and their median is what to quote; absolute times only say which machine this was.
 */
export function race(contenders: readonly Contender[], rounds: number, warmUp = 2): Timing[] {
  const times = contenders.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [i, { run }] of contenders.entries()) {
      const start = performance.now();
      const result = run(round);
      const spent = performance.now() - start;
      // The result is used, so that no engine may leave the work out.
      consumed += result === undefined ? 0 : 1;
      if (round >= 0) times[i]?.push(spent);
    }
  }
  if (consumed < 0) throw new Error("unreachable");
  return contenders.map(({ name }, i) => {
    const own = times[i] ?? [];
    return {
      name,
      min: Math.min(...own),
      median: median(own),
      ratioToFirst: median(own.map((time, r) => time / (times[0]?.[r] ?? Number.NaN))),
    };
  });
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
