import { type BinaryMetricOptions, isRelevantAt, type Judgements, readJudgedList } from "./judged-list.js";

/** Options of {@link bpref}, which looks at judged items only. */
export type BprefOptions = Omit<BinaryMetricOptions, "unjudged">;

/**
 * How many of the preferences that the judgements state a list keeps (二元偏好, bpref): for lists with many unjudged items.
 *
 *   bpref = (1 / R) Σ over relevant listed r  1 − min(n_r, R) / min(N, R)
 *
 * R and N are the judged items that are relevant and not, n_r those not relevant that stand above r. Unjudged items count for nothing.
 * @returns share in [0, 1]; undefined where no judged item is relevant
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 * @source Buckley & Voorhees, "Retrieval evaluation with incomplete information", SIGIR 2004. Differs: divides by min(N, R) instead of R, as
 *   trec_eval does since version 8, so that it stays in [0, 1] where N < R.
 * @example
 * console.log(bpref(["t1", "t7", "t2", "t3"], { t1: 1, t2: 0, t3: 1, t4: 0 })); // → 0.75
 */
export function bpref(ranked: readonly string[], judgements: Judgements, options: BprefOptions = {}): number | undefined {
  const list = readJudgedList("bpref", ranked, judgements, options, ["k", "relevantFrom"]);
  const { grades, relevant, judged } = list;
  if (relevant === 0) return undefined;
  const most = Math.min(judged.length - relevant, relevant);
  let above = 0;
  let sum = 0;
  for (const [i, grade] of grades.entries()) {
    if (isRelevantAt(list, i)) sum += above === 0 ? 1 : 1 - Math.min(above, relevant) / most;
    else if (grade !== undefined) above++;
  }
  return sum / relevant;
}
