import { BINARY_OPTIONS, type BinaryMetricOptions, type Judgements, readJudgedList } from "./judged-list.js";

/**
 * One over the place of the first relevant item (倒数排名, RR); its mean over queries is MRR.
 * @returns 1, 1/2, 1/3 …, or 0 where nothing relevant is listed; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Voorhees, "The TREC-8 question answering track report", 1999
 * @example
 * console.log(reciprocalRank(["t1", "t2", "t3"], { t2: 1, t3: 1 })); // → 0.5
 */
export function reciprocalRank(ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}): number | undefined {
  const { found, relevant } = readJudgedList("reciprocalRank", ranked, judgements, options, BINARY_OPTIONS);
  if (relevant === 0) return undefined;
  const first = found.indexOf(1);
  return first === -1 ? 0 : 1 / first;
}
