import { checkNumber, checkOptions } from "../errors/index.js";
import { checkListedOnce } from "./judged-list.js";

/** Options of {@link rboExt}. */
export interface RboExtOptions {
  /** Persistence: the weight of depth d falls as p^d, 0 < p < 1. Default 0.9, which puts 86 % of the weight on the first ten places. */
  readonly p?: number;
}

/**
 * Rank-biased overlap of two lists, extrapolated beyond their ends (排名偏置重叠, RBO_ext): how alike their tops are, whoever else they name.
 *
 *   RBO_ext = (1 − p)/p (Σ_{d=1..l} X_d/d p^d + Σ_{d=s+1..l} X_s (d − s)/(s d) p^d) + ((X_l − X_s)/l + X_s/s) p^l
 *
 * X_d is the number of ids that stand in the first d places of both lists, s and l the lengths of the shorter and the longer. The lists are strict
 * orders: equal places cannot be stated, so break ties the same way in both.
 * @returns in [0, 1]: 1 for equal lists, 0 for lists without a common id, the same whichever comes first; undefined where a list is empty
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(length of the lists)
 * @source Webber, Moffat & Zobel, "A similarity measure for indefinite rankings", ACM TOIS 28 (2010) 20:1–38, eq. 30 and 32
 * @example
 * console.log(rboExt(["a", "b", "c", "d", "e"], ["a", "c", "b", "e", "d"])?.toFixed(6)); // → 0.936775
 */
export function rboExt(a: readonly string[], b: readonly string[], options: RboExtOptions = {}): number | undefined {
  const place = "rboExt";
  checkOptions(place, options, ["p"]);
  const p = checkNumber(place, "p", options.p ?? 0.9, { above: 0, below: 1 });
  checkListedOnce(place, a, "a");
  checkListedOnce(place, b, "b");
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const s = shorter.length;
  const l = longer.length;
  if (s === 0) return undefined;

  const met = new Set<string>();
  let overlap = 0;
  let overlapShort = 0;
  let sum = 0;
  let weight = 1;
  for (let d = 1; d <= l; d++) {
    const ids = d <= s ? [shorter[d - 1] as string, longer[d - 1] as string] : [longer[d - 1] as string];
    if (ids[0] === ids[1]) overlap++;
    else {
      for (const id of ids) {
        // Each list names an id once: who was met before was met in the other list.
        if (met.has(id)) overlap++;
        met.add(id);
      }
    }
    if (d <= s) overlapShort = overlap;
    weight *= p;
    sum += (weight * (overlap + (d > s ? (overlapShort * (d - s)) / s : 0))) / d;
  }
  const tail = (overlap - overlapShort) / l + overlapShort / s;
  return Math.min(1, ((1 - p) / p) * sum + tail * weight);
}
