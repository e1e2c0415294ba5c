import { bitsOf, type ExpectedLinks, exactBits, probabilityOf } from "./link-model.js";

/**
 * The lowest line at which the links are expected to be right as often as asked (无标注阈值): a pair of probability p is a true link with probability p, so
 * the mean probability above a line is its expected precision. No single link is less likely than `least`, however sure the others are.
 * @param bits of the pairs that may be links
 * @param precision asked, in [0.5, 1)
 * @param least probability of a link
 * @complexity O(pairs log pairs)
 */
export function chooseThreshold(bits: Float64Array, precision: number, least: number): number {
  const lowest = exactBits(bitsOf(least));
  const ordered = bits.toSorted().reverse();
  let [sum, taken] = [0, 0];
  for (const [at, weight] of ordered.entries()) {
    if (weight < lowest) break;
    sum += probabilityOf(weight);
    // Equal pairs are taken together or not at all.
    if (ordered[at + 1] !== weight && sum / (at + 1) >= precision) taken = at + 1;
  }
  // Where every pair that may be a link is one, the line is as low as can be; else just above the surest that is none.
  const next = ordered[taken];
  return next === undefined || next < lowest ? lowest : next + 2 ** -30;
}

/** What is expected of the links from a line on. @complexity O(pairs) */
export function expectedLinks(bits: Float64Array, linkBits: number): ExpectedLinks {
  let [all, sum, links] = [0, 0, 0];
  for (const weight of bits) {
    const probability = probabilityOf(weight);
    all += probability;
    if (weight < linkBits) continue;
    sum += probability;
    links++;
  }
  return { ...(links === 0 ? {} : { precision: sum / links }), ...(all === 0 ? {} : { recall: sum / all }) };
}
