import { isRelevantAt, type JudgedList } from "./judged-list.js";

// What trec_eval calls experimental: read by {@link trecMeasures} alone. Each exists where a judged item is relevant; R is the number of those.

/**
 * Average precision inferred from a sample of judgements (推断平均精确率, infAP); with every listed item judged it is AP but for ε.
 *
 *   infAP = (1/R) Σ over relevant places i  (1 + a (r + ε) / (a + 2ε)) / i        a judged above i, r of them relevant, ε = 0.00001
 *
 * @complexity O(listed)
 * @source Yilmaz & Aslam, "Estimating average precision with incomplete and imperfect judgments", CIKM 2006; trec_eval m_infap.c
 */
export function inferredAveragePrecision(list: JudgedList): number {
  const smallest = 1e-5;
  let sum = 0;
  let judgedAbove = 0;
  for (const [i, grade] of list.grades.entries()) {
    if (grade === undefined) continue;
    const share = ((list.found[i] as number) + smallest) / (judgedAbove + 2 * smallest);
    if (isRelevantAt(list, i)) sum += (1 + judgedAbove * share) / (i + 1);
    judgedAbove++;
  }
  return sum / list.relevant;
}

/**
 * Gain discounted by the items that stand wrongly above (二值 G).
 *
 *   binG = (1/R) Σ over relevant places i  1 / log2(2 + places above i that are not relevant)
 *
 * @complexity O(listed)
 * @source trec_eval m_binG.c (Buckley 2008)
 */
export function binaryG(list: JudgedList): number {
  let sum = 0;
  for (let i = 0; i < list.grades.length; i++) if (isRelevantAt(list, i)) sum += 1 / Math.log2(2 + i - (list.found[i] as number));
  return sum / list.relevant;
}

/**
 * Gain discounted by how far the list lies behind the ideal order (归一化 G).
 *
 *   G = Σ_i g_i / log2(2 + Σ_{j<=i} max(g*_j, 1) − Σ_{j<=i} g_j)  /  Σ g*        g grades, g* the positive grades of the query, highest first
 *
 * @complexity O(listed + judged log judged)
 * @source trec_eval m_G.c (Buckley 2008)
 */
export function normalisedG(list: JudgedList): number {
  const ideal = idealGrades(list);
  let sum = 0;
  let behind = 0;
  for (const [i, grade = 0] of list.grades.entries()) {
    behind += Math.max(ideal[i] ?? 0, 1) - grade;
    sum += grade / Math.log2(2 + behind);
  }
  return sum / ideal.reduce((total, grade) => total + grade, 0);
}

/**
 * Mean over the items with a grade above 0 of nDCG at their place; of the whole list for those not listed (ndcg_rel).
 * @complexity O(listed + judged log judged)
 * @source trec_eval m_ndcg_rel.c (Buckley 2008)
 */
export function ndcgAtRelevant(list: JudgedList): number {
  const ideal = idealGrades(list);
  const at = ndcgAt(list, ideal);
  let sum = 0;
  let listed = 0;
  for (const [i, grade = 0] of list.grades.entries()) {
    if (grade === 0) continue;
    sum += at(i + 1);
    listed++;
  }
  const wholeList = at(Math.max(list.grades.length, ideal.length));
  return (sum + (ideal.length - listed) * wholeList) / ideal.length;
}

/**
 * Mean of nDCG at the places where the ideal order steps down to a lower grade, and at the end of the list where that lies beyond (Rndcg).
 * @complexity O(listed + judged log judged)
 * @source trec_eval m_Rndcg.c (Buckley 2008): the end counts where it lies more than one place beyond the ideal order
 */
export function ndcgAtLevels(list: JudgedList): number {
  const ideal = idealGrades(list);
  const at = ndcgAt(list, ideal);
  const steps = ideal.flatMap((grade, i) => (grade === ideal[i + 1] ? [] : [i + 1]));
  if (list.grades.length > ideal.length + 1) steps.push(list.grades.length);
  return steps.reduce((sum, i) => sum + at(i), 0) / steps.length;
}

/** Positive grades of the query, highest first. */
function idealGrades({ judged }: JudgedList): number[] {
  return judged.filter((grade) => grade > 0).sort((a, b) => b - a);
}

/** nDCG of the first i places, i = 1, 2, …; beyond the end of the list and of the ideal order the sums stay. */
function ndcgAt(list: JudgedList, ideal: readonly number[]): (i: number) => number {
  const actual = discountedSums(list.grades);
  const best = discountedSums(ideal);
  return (i) => actual(i) / best(i);
}

function discountedSums(grades: readonly (number | undefined)[]): (i: number) => number {
  const sums = [0];
  for (const [i, grade = 0] of grades.entries()) sums.push((sums[i] as number) + grade / Math.log2(i + 2));
  return (i) => sums[Math.min(i, sums.length - 1)] as number;
}
