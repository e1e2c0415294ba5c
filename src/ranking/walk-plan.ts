import type { RegionBasis } from "../model/index.js";
import { FULL_POINTS, type PlanRule, type PlanTerm, type ScorePlan } from "../scoring/index.js";
import { LEVELS } from "./cell-store.js";
import type { Vocabulary } from "./columns.js";
import type { LazyTable } from "./lazy-table.js";
import type { FallbackReason } from "./match.js";
import { type Axis, compileNodeList, type NodeEntry } from "./node-list.js";
import { restrictNodes, withoutHolders } from "./restrict-nodes.js";
import { singleTable, type TableCache } from "./row-reader.js";

/** A plan made ready for a walk over cells (游走方案): what each node and each pair of degree and title adds, best first. */
export interface WalkPlan {
  readonly regions: readonly NodeEntry[];
  readonly fields: readonly NodeEntry[];
  /** Points of each pair of degree and title, −1 where a rule shuts it out. */
  readonly grades: readonly number[];
  /** Points added to every row: the whole where nothing weighs, and the most that requirements outside the nodes may add. */
  readonly base: number;
  /** Whether the sum of node, node and grade is the row's points, or only the most that they can be. */
  readonly exact: boolean;
  /** Whether every row's rules must be looked at. */
  readonly check: boolean;
  /** Why the cells alone do not tell; absent where they do. */
  readonly reason?: FallbackReason;
}

/** Points of each pair of degree and title. */
function gradePoints(plan: ScorePlan, { vocabulary, cache, failing }: WalkOptions): number[] {
  const [degrees, titles] = (["degree", "title"] as const).map((dimension) => {
    const terms = plan.terms.filter((term) => term.dimension === dimension && term.weight > 0);
    const rules = plan.rules.filter((rule) => rule.dimension === dimension);
    return singleTable(vocabulary[dimension], terms, rules, plan, failing, cache);
  }) as [LazyTable, LazyTable];
  const grades: number[] = [];
  for (let degree = 0; degree < LEVELS; degree++) {
    for (let title = 0; title < LEVELS; title++) {
      const [a, b] = [degrees.at(degree), titles.at(title)];
      grades.push(a < 0 || b < 0 ? -1 : a + b);
    }
  }
  return grades;
}

/** How a walk is compiled. */
interface WalkOptions {
  /** Place by which the cells are laid out. */
  readonly basis: RegionBasis;
  readonly vocabulary: Vocabulary;
  readonly cache: TableCache;
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
 * @complexity O(codes of terms and rules × depth), squared in the asked codes of several requirements on one place; O(codes of the dictionary) where a
 *   nearness table is no tree's
 */
export function compileWalk(plan: ScorePlan, options: WalkOptions): WalkPlan {
  const { basis, region, field, leaves, failing } = options;
  const weighing = plan.terms.filter((term) => term.weight > 0);
  const ofRegion = (part: PlanTerm | PlanRule) => part.dimension === "region" && part.basis === basis;
  const ofField = (part: PlanTerm | PlanRule) => part.dimension === "field";
  const ofLadder = (part: PlanTerm | PlanRule) => part.dimension === "degree" || part.dimension === "title";
  const told = (part: PlanTerm | PlanRule) => ofRegion(part) || ofField(part) || ofLadder(part);
  const regionList = compileNodeList(weighing.filter(ofRegion), plan, region, leaves, options.cache);
  const fieldList = compileNodeList(weighing.filter(ofField), plan, field, leaves, options.cache);
  const outside = weighing.filter((term) => !told(term));
  let regions = regionList.entries;
  let fields = fieldList.entries;
  let check = failing !== undefined && !ofLadder(failing);
  const reject = plan.unknownHard === "reject";
  for (const rule of plan.rules) {
    if (ofLadder(rule)) continue;
    const axis = ofRegion(rule) ? region : ofField(rule) ? field : undefined;
    if (axis === undefined) {
      check = true;
      continue;
    }
    const entries = axis === region ? regions : fields;
    const narrowed = rule === failing ? withoutHolders(entries, rule, axis) : restrictNodes(entries, rule, axis, reject);
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
    grades: gradePoints(plan, options),
    base: (plan.weighs ? 0 : FULL_POINTS) + slack,
    exact,
    check,
    ...(reason ? { reason } : {}),
  };
}
