import type { RegionBasis } from "../model/index.js";
import { evaluateRule, evaluateTerm, type Fact, FULL_POINTS, type PlanRule, type PlanTerm, type ScorePlan } from "../scoring/index.js";
import { DEGREE_LEVELS, TITLE_GRADES } from "../taxonomy/index.js";
import { GRADES, LEVELS } from "./cell-store.js";
import type { FallbackReason } from "./match.js";
import { type Axis, compileNodeList, type NodeEntry } from "./node-list.js";
import { restrictNodes, withoutHolders } from "./restrict-nodes.js";

/** A plan made ready for a walk over cells (游走方案): what each node and each pair of degree and title adds, best first. */
export interface WalkPlan {
  readonly regions: readonly NodeEntry[];
  readonly fields: readonly NodeEntry[];
  /** Points of each pair of degree and title, −1 where a rule shuts it out. */
  readonly grades: Float64Array;
  /** Points added to every row: the whole where nothing weighs, and the most that requirements outside the nodes may add. */
  readonly base: number;
  /** Whether the sum of node, node and grade is the row's points, or only the most that they can be. */
  readonly exact: boolean;
  /** Whether every row's rules must be looked at. */
  readonly check: boolean;
  /** Why the cells alone do not tell; absent where they do. */
  readonly reason?: FallbackReason;
}

const UNKNOWN_FACT: Fact = { codes: [], complete: false };
const factsOf = (levels: readonly string[]): readonly Fact[] => [
  UNKNOWN_FACT,
  ...levels.map((level) => ({ codes: [level], complete: true })),
];
const LADDER_FACTS = { degree: factsOf(DEGREE_LEVELS), title: factsOf(TITLE_GRADES) };

/** Whether a rule keeps a row with this verdict; of the rule that must fail, whether it does. */
export function keepsRow(verdict: string, rule: PlanRule, plan: ScorePlan, failing: PlanRule | undefined): boolean {
  const fails = verdict === "fails" || (verdict === "unknown" && plan.unknownHard === "reject");
  return fails === (rule === failing);
}

/** Points of each level of a ladder, −1 where a rule shuts it out. */
function levelPoints(plan: ScorePlan, dimension: "degree" | "title", failing: PlanRule | undefined): number[] {
  const terms = plan.terms.filter((term) => term.dimension === dimension && term.weight > 0);
  const rules = plan.rules.filter((rule) => rule.dimension === dimension);
  return LADDER_FACTS[dimension].map((fact) => {
    if (!rules.every((rule) => keepsRow(evaluateRule(rule, fact), rule, plan, failing))) return -1;
    return terms.reduce((sum, term) => sum + term.weight * evaluateTerm(term, fact, plan.unknown).similarity, 0);
  });
}

/** Points of each pair of degree and title. */
function gradePoints(plan: ScorePlan, failing: PlanRule | undefined): Float64Array {
  const degrees = levelPoints(plan, "degree", failing);
  const titles = levelPoints(plan, "title", failing);
  const grades = new Float64Array(GRADES);
  for (let grade = 0; grade < GRADES; grade++) {
    const degree = degrees[Math.floor(grade / LEVELS)] as number;
    const title = titles[grade % LEVELS] as number;
    grades[grade] = degree < 0 || title < 0 ? -1 : degree + title;
  }
  return grades;
}

/** How a walk is compiled. */
interface WalkOptions {
  /** Place by which the cells are laid out. */
  readonly basis: RegionBasis;
  readonly region: Axis;
  readonly field: Axis;
  /** List codes one by one and look at every row's facts: the way of the postings engine, which trusts no tree. */
  readonly leaves: boolean;
  /** The hard rule that a row must fail, for near-misses. */
  readonly failing?: PlanRule | undefined;
}

/**
 * Compiles a plan for a walk over cells (编译游走方案).
 *
 *   points ≤ region entry + field entry + grade + base        equal where `exact`
 *
 * @complexity O(asked codes × depth); O(codes of the dictionary) where a nearness table is no tree's
 */
export function compileWalk(plan: ScorePlan, { basis, region, field, leaves, failing }: WalkOptions): WalkPlan {
  const weighing = plan.terms.filter((term) => term.weight > 0);
  const ofRegion = (part: PlanTerm | PlanRule) => part.dimension === "region" && part.basis === basis;
  const ofField = (part: PlanTerm | PlanRule) => part.dimension === "field";
  const ofLadder = (part: PlanTerm | PlanRule) => part.dimension === "degree" || part.dimension === "title";
  const told = (part: PlanTerm | PlanRule) => ofRegion(part) || ofField(part) || ofLadder(part);
  const regionList = compileNodeList(weighing.filter(ofRegion), plan.unknown, region, leaves);
  const fieldList = compileNodeList(weighing.filter(ofField), plan.unknown, field, leaves);
  const outside = weighing.filter((term) => !told(term));
  let regions = regionList.entries;
  let fields = fieldList.entries;
  let check = failing !== undefined && !ofLadder(failing);
  const reject = plan.unknownHard === "reject";
  const narrowedOnce = new Set<Axis>();
  for (const rule of plan.rules) {
    if (ofLadder(rule)) continue;
    const axis = ofRegion(rule) ? region : ofField(rule) ? field : undefined;
    // Two rules may let a row in by two of its codes: then nodes tell the first only.
    if (axis === undefined || (axis.several && narrowedOnce.has(axis))) {
      check = true;
      continue;
    }
    const entries = axis === region ? regions : fields;
    const narrowed = rule === failing ? withoutHolders(entries, rule, axis) : restrictNodes(entries, rule, axis, reject);
    if (rule !== failing) narrowedOnce.add(axis);
    if (axis === region) regions = narrowed.entries;
    else fields = narrowed.entries;
    check ||= narrowed.check;
  }
  const exact = outside.length === 0 && !regionList.bounds && !fieldList.bounds && !leaves;
  const slack = outside.reduce((sum, term) => sum + 1000 * term.weight, regionList.slack + fieldList.slack);
  const reason: FallbackReason | undefined = leaves
    ? "asked"
    : !(regionList.tree && fieldList.tree)
      ? "nearness-no-tree"
      : outside.some(({ dimension }) => dimension === "region")
        ? "place-not-indexed"
        : outside.length > 0
          ? "own-dimension"
          : exact
            ? undefined
            : "several-requirements";
  return {
    regions,
    fields,
    grades: gradePoints(plan, failing),
    base: (plan.weighs ? 0 : FULL_POINTS) + slack,
    exact,
    check,
    ...(reason ? { reason } : {}),
  };
}
