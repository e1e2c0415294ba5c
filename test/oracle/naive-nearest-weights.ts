/** The nearest weights by looking at every vector of integers with the right sum: slow and obvious. */
import type { WeightSearch } from "../../src/explain/nearest-weights.js";

/** Every vector of `n` integers >= 0 with a sum. */
function* vectorsOf(n: number, sum: number): Generator<number[]> {
  if (n === 1) {
    yield [sum];
    return;
  }
  for (let first = 0; first <= sum; first++) for (const rest of vectorsOf(n - 1, sum - first)) yield [first, ...rest];
}

/** How many rivals are ahead under some weights. */
export function naiveAhead({ rivals }: Pick<WeightSearch, "rivals">, weights: readonly number[]): number {
  let ahead = 0;
  for (const { difference, count, winsTies } of rivals) {
    let lead = 0;
    for (let i = 0; i < weights.length; i++) lead += (difference[i] as number) * (weights[i] as number);
    if (winsTies ? lead >= 0 : lead > 0) ahead += count;
  }
  return ahead;
}

/** Points of weight moved between two vectors. */
export function naiveMoved(from: readonly number[], to: readonly number[]): number {
  return from.reduce((sum, weight, i) => sum + Math.max(0, weight - (to[i] as number)), 0);
}

/** The least number of points of weight to move, undefined where no weights do. */
export function naiveNearest(search: Omit<WeightSearch, "limit">): number | undefined {
  let least: number | undefined;
  const total = search.present.reduce((a, b) => a + b, 0);
  for (const weights of vectorsOf(search.present.length, total)) {
    const moved = naiveMoved(search.present, weights);
    if ((least === undefined || moved < least) && naiveAhead(search, weights) < search.k) least = moved;
  }
  return least;
}
