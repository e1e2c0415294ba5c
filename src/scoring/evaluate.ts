import type { Fact } from "./read-fact.js";
import type { PlanRule, PlanTerm, Verdict } from "./score-plan.js";

/** Similarity of one term with its interval: were the unknown fact the worst, or the best. Integers 0..1000. */
export interface TermValue {
  readonly similarity: number;
  readonly low: number;
  readonly high: number;
}

/** Mean of integers, rounded half up, in integers. */
export function meanHalfUp(sum: number, n: number): number {
  return Math.floor((2 * sum + n) / (2 * n));
}

/**
 * Similarity of a fact to a soft requirement (相似度).
 *
 *   per asked value: the best held code; then over asked values the best (any) or the mean rounded half up (all)
 *
 * An unknown fact counts as `unknown`, in the interval as 0 and as 1000; a half-known one (one of two places) as the better of the known
 * part and `unknown`.
 * @complexity O(asked × held)
 */
export function evaluateTerm(term: PlanTerm, fact: Fact, unknown: number): TermValue {
  const n = term.asked.length;
  let similarity = 0;
  let low = 0;
  for (let i = 0; i < n; i++) {
    let known = 0;
    for (const code of fact.codes) known = Math.max(known, term.similarity(code, i));
    const counted = fact.complete ? known : Math.max(known, unknown);
    if (term.mode === "all") {
      similarity += counted;
      low += known;
    } else {
      similarity = Math.max(similarity, counted);
      low = Math.max(low, known);
    }
  }
  if (term.mode === "all") {
    similarity = meanHalfUp(similarity, n);
    low = meanHalfUp(low, n);
  }
  return { similarity, low, high: fact.complete ? similarity : 1000 };
}

/** Whether one asked value of a rule is met by the codes held. */
function meetsValue(rule: PlanRule, fact: Fact, i: number): Verdict {
  let open = !fact.complete;
  for (const code of fact.codes) {
    const verdict = rule.meets(code, i);
    if (verdict === "holds") return "holds";
    if (verdict === "unknown") open = true;
  }
  return open ? "unknown" : "fails";
}

/**
 * Verdict of a hard or excluding rule on a fact (硬性条件判定).
 *
 * `any` holds when one asked value is met, `all` when each is; an exclusion holds when the same test fails.
 * @complexity O(asked × held)
 */
export function evaluateRule(rule: PlanRule, fact: Fact): Verdict {
  const all = rule.mode === "all";
  let verdict: Verdict = all ? "holds" : "fails";
  for (let i = 0; i < rule.asked.length; i++) {
    const one = meetsValue(rule, fact, i);
    if (all ? one === "fails" : one === "holds") {
      verdict = one;
      break;
    }
    if (one === "unknown") verdict = "unknown";
  }
  if (rule.kind === "hard" || verdict === "unknown") return verdict;
  return verdict === "holds" ? "fails" : "holds";
}
