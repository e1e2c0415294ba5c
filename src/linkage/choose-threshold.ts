import { probabilityOf } from "./link-model.js";

/** Where the line between links and others lies, and what is expected of it (自动阈值). */
export interface ChosenThreshold {
  readonly linkBits: number;
  /** Expected share of true links among the links; undefined where there are none. */
  readonly expectedPrecision: number | undefined;
  /** Expected share of the matches among all pairs looked at that are links; undefined where none is expected. */
  readonly expectedRecall: number | undefined;
}

/**
 * The lowest line at which the links are expected to be right as often as asked (无标注阈值): a pair of probability p is a true link with probability p, so
 * the mean probability above a line is its expected precision. The line is never below even odds.
 * @param bits of the pairs; those below the lowest line matter for recall only
 * @param precision asked, in [0.5, 1)
 * @complexity O(pairs log pairs)
 */
export function chooseThreshold(bits: Float64Array, precision: number): ChosenThreshold {
  const ordered = bits.toSorted().reverse();
  let [sum, all, taken, linkBits] = [0, 0, 0, 0];
  let takenSum = 0;
  for (const [at, weight] of ordered.entries()) {
    const probability = probabilityOf(weight);
    all += probability;
    if (weight < 0) continue;
    sum += probability;
    // Equal pairs are taken together or not at all.
    if (ordered[at + 1] === weight || sum / (at + 1) < precision) continue;
    taken = at + 1;
    takenSum = sum;
    linkBits = weight;
  }
  // Where every pair above even odds may be taken, even odds are the line.
  const next = ordered[taken];
  if (next === undefined || next < 0) linkBits = 0;
  if (taken === 0 && next !== undefined && next >= 0) linkBits = next + 2 ** -30;
  return {
    linkBits,
    expectedPrecision: taken === 0 ? undefined : takenSum / taken,
    expectedRecall: all === 0 ? undefined : takenSum / all,
  };
}
