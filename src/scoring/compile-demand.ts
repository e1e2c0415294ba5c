import { checkInteger, checkOneOf, GuiyanError } from "../errors/index.js";
import { type Demand, REGION_BASES, REQUIREMENT_KINDS, type RegionBasis, type Requirement } from "../model/index.js";
import { largestRemainder } from "../numeric/index.js";
import {
  type DegreeLevel,
  degrees,
  fieldInside,
  fieldVerdictNodes,
  isFieldCode,
  isRegionCode,
  type Ladder,
  type NodeNearness,
  nearFieldNodes,
  nearRegionNodes,
  regionInside,
  regionSimilarity,
  regionVerdictNodes,
  type TitleGrade,
  titles,
  type VerdictNodes,
} from "../taxonomy/index.js";
import { type Criteria, CUSTOM_DIMENSION_WEIGHT, type SettledCriteria, settleCriteria } from "./criteria.js";
import { fieldCloseness, relatedNodes } from "./related-similarity.js";
import type { PlanRule, PlanTerm, ScorePlan, Verdict } from "./score-plan.js";

/** What a dimension does with a held and an asked code. */
interface Comparison {
  readonly similarity: (held: string, asked: string) => number;
  /** Whether `held` satisfies a hard `asked`. */
  readonly meets: (held: string, asked: string) => Verdict;
  /** Whether `held` is what an exclusion of `asked` means. */
  readonly falls: (held: string, asked: string) => Verdict;
  readonly accepts: (code: string) => boolean;
  readonly expectation: string;
  readonly ladder: boolean;
  readonly nearNodes?: (asked: string) => readonly NodeNearness[] | undefined;
  readonly verdictNodes?: (asked: string) => VerdictNodes;
}

function treeVerdict(inside: (inner: string, outer: string) => boolean) {
  return (held: string, asked: string): Verdict => (inside(held, asked) ? "holds" : inside(asked, held) ? "unknown" : "fails");
}

function ladderComparison<L extends string>(ladder: Ladder<L>, step: number): Comparison {
  return {
    similarity: (held, asked) => Math.max(0, 1000 - step * Math.max(0, ladder.rank(asked as L) - ladder.rank(held as L))),
    meets: (held, asked) => (ladder.atLeast(held as L, asked as L) ? "holds" : "fails"),
    falls: (held, asked) => (held === asked ? "holds" : "fails"),
    accepts: (code) => ladder.has(code),
    expectation: `one of ${ladder.levels.join(", ")}`,
    ladder: true,
  };
}

const comparisons = new WeakMap<SettledCriteria, Map<string, Comparison | undefined>>();

/** How a dimension compares under some criteria, made once; undefined for one that they do not know. */
function comparisonOf(dimension: string, criteria: SettledCriteria): Comparison | undefined {
  let made = comparisons.get(criteria);
  if (made === undefined) {
    made = new Map(["region", "field", "degree", "title", ...criteria.dimensions.keys()].map((name) => [name, compare(name, criteria)]));
    comparisons.set(criteria, made);
  }
  return made.get(dimension);
}

function compare(dimension: string, criteria: SettledCriteria): Comparison | undefined {
  if (dimension === "region") {
    const verdict = treeVerdict(regionInside);
    return {
      similarity: (held, asked) => regionSimilarity(held, asked, criteria.regionNearness),
      meets: verdict,
      falls: verdict,
      accepts: isRegionCode,
      expectation: "a GB/T 2260 code of six digits or a GB/T 2659 country",
      ladder: false,
      nearNodes: (asked) => nearRegionNodes(asked, criteria.regionNearness),
      verdictNodes: regionVerdictNodes,
    };
  }
  if (dimension === "field") {
    const verdict = treeVerdict(fieldInside);
    return {
      similarity: (held, asked) => fieldCloseness(held, asked, criteria),
      meets: verdict,
      falls: verdict,
      accepts: isFieldCode,
      expectation: "a graduate field code of 2, 4 or 6 digits",
      ladder: false,
      nearNodes: (asked) => {
        const nodes = nearFieldNodes(asked, criteria.fieldNearness);
        return nodes && [...nodes, ...relatedNodes(asked, criteria.fieldRelations)];
      },
      verdictNodes: fieldVerdictNodes,
    };
  }
  if (dimension === "degree") return ladderComparison<DegreeLevel>(degrees, criteria.degreeStep);
  if (dimension === "title") return ladderComparison<TitleGrade>(titles, criteria.titleStep);
  const custom = criteria.dimensions.get(dimension);
  if (custom === undefined) return undefined;
  const declared = custom.similarity ?? ((held: string, asked: string) => (held === asked ? 1000 : 0));
  const similarity = (held: string, asked: string) =>
    checkInteger(`criteria.dimensions.${dimension}`, "similarity", declared(held, asked), { min: 0, max: 1000 });
  const verdict = (held: string, asked: string): Verdict => (similarity(held, asked) === 1000 ? "holds" : "fails");
  return { similarity, meets: verdict, falls: verdict, accepts: () => true, expectation: "text", ladder: false };
}

function fault(demand: Demand, path: readonly (string | number)[], expectation: string): GuiyanError {
  return new GuiyanError("invalid-demand", `demand: ${path.join(".")}: expected ${expectation}`, { path, details: { demand: demand.id } });
}

/** Checks one requirement and finds how its dimension compares. */
function checkRequirement(demand: Demand, requirement: Requirement, index: number, criteria: SettledCriteria): Comparison {
  const comparison = comparisonOf(requirement.dimension, criteria);
  if (comparison === undefined) {
    throw fault(
      demand,
      ["requirements", index, "dimension"],
      "region, field, degree, title or a dimension declared in criteria.dimensions",
    );
  }
  const { values, weight, mode, basis } = requirement;
  if (!(Array.isArray(values) && values.length > 0)) throw fault(demand, ["requirements", index, "values"], "at least one code");
  for (let i = 0; i < values.length; i++) {
    if (!(typeof values[i] === "string" && comparison.accepts(values[i]))) {
      throw fault(demand, ["requirements", index, "values", i], comparison.expectation);
    }
  }
  if (comparison.ladder && requirement.kind !== "exclude" && values.length > 1) {
    throw fault(demand, ["requirements", index, "values"], "one level, the minimum");
  }
  if (weight !== undefined && !(typeof weight === "number" && weight >= 0 && Number.isFinite(weight))) {
    throw fault(demand, ["requirements", index, "weight"], "a finite number >= 0");
  }
  if (mode !== undefined && mode !== "any") checkOneOf(`demand: requirements.${index}`, "mode", mode, ["any", "all"]);
  if (basis !== undefined && basis !== "residence") checkOneOf(`demand: requirements.${index}`, "basis", basis, REGION_BASES);
  return comparison;
}

/** The rule of a soft requirement that keeps out whoever is known to be farther than `least` from what it asks. */
function leastRule({ requirement, dimension, asked, mode, basis, similarity }: PlanTerm, comparison: Comparison, least: number): PlanRule {
  const { meets, nearNodes, verdictNodes } = comparison;
  return {
    requirement,
    dimension,
    kind: "hard",
    asked,
    mode,
    basis,
    meets: (held, i) => (similarity(held, i) >= least ? "holds" : meets(held, asked[i] as string) === "unknown" ? "unknown" : "fails"),
    nodes:
      nearNodes &&
      verdictNodes &&
      ((i) => {
        const near = nearNodes(asked[i] as string);
        const inside = near?.filter(({ nearness }) => nearness >= least).map(({ node }) => node);
        return inside && { inside, coarse: verdictNodes(asked[i] as string).coarse };
      }),
  };
}

/**
 * Integer weights of the soft requirements, summing to 1000 (权重归一).
 * An unweighted requirement takes its dimension's default, shared equally among the unweighted ones of that dimension.
 */
function settleWeights(soft: readonly Requirement[], criteria: SettledCriteria): number[] {
  const unweighted = new Map<string, number>();
  for (const { dimension, weight } of soft) {
    if (weight === undefined) unweighted.set(dimension, (unweighted.get(dimension) ?? 0) + 1);
  }
  const shares = soft.map(
    // Adding zero turns a negative zero into one.
    ({ dimension, weight }) =>
      (weight ?? (criteria.weights.get(dimension) ?? CUSTOM_DIMENSION_WEIGHT) / (unweighted.get(dimension) ?? 1)) + 0,
  );
  const sum = shares.reduce((a, b) => a + b, 0);
  return sum === 1000 && shares.every(Number.isInteger) ? shares : largestRemainder(shares, 1000);
}

/**
 * Compiles a demand into a {@link ScorePlan} (编译需求): checked, weighted, ready for any engine.
 *
 * Soft weights are scaled to integers that sum to 1000 by largest remainder (first listed wins a tie); weights that already do stay.
 * `ignore` requirements are left out unread.
 * @throws GuiyanError `invalid-demand` with the path of the fault; `invalid-option` for faulty criteria
 * @complexity O(requirements × values)
 */
export function compileDemand(demand: Demand, criteria?: Criteria): ScorePlan {
  const settled = settleCriteria(criteria);
  if (!(typeof demand === "object" && demand !== null && typeof demand.id === "string" && Array.isArray(demand.requirements))) {
    throw new GuiyanError("invalid-demand", "demand: expected an object with an id and a list of requirements");
  }
  const soft: Requirement[] = [];
  const terms: (Omit<PlanTerm, "weight"> & { weight: number })[] = [];
  const rules: PlanRule[] = [];
  for (let index = 0; index < demand.requirements.length; index++) {
    const requirement = demand.requirements[index] as Requirement;
    const kind = requirement?.kind;
    if (!REQUIREMENT_KINDS.includes(kind)) checkOneOf(`demand: requirements.${index}`, "kind", kind, REQUIREMENT_KINDS);
    if (kind === "ignore") continue;
    const comparison = checkRequirement(demand, requirement, index, settled);
    const { dimension } = requirement;
    // A copy: the caller may change the list later.
    const asked = [...requirement.values];
    const mode = requirement.mode ?? "any";
    const basis: RegionBasis = dimension === "region" ? (requirement.basis ?? settled.basis) : "residence";
    if (kind === "soft") {
      const { similarity, nearNodes } = comparison;
      const nodes = nearNodes && ((i: number) => nearNodes(asked[i] as string));
      soft.push(requirement);
      const near = (held: string, i: number) => similarity(held, asked[i] as string);
      // The weight is known once all are.
      terms.push({ requirement: index, dimension, weight: 0, asked, mode, basis, similarity: near, nodes });
      const least = settled.atLeast.get(dimension);
      if (least !== undefined) rules.push(leastRule(terms.at(-1) as PlanTerm, comparison, least));
    } else {
      const { verdictNodes } = comparison;
      const verdict = kind === "hard" ? comparison.meets : comparison.falls;
      const nodes = verdictNodes && ((i: number) => verdictNodes(asked[i] as string));
      rules.push({ requirement: index, dimension, kind, asked, mode, basis, meets: (held, i) => verdict(held, asked[i] as string), nodes });
    }
  }
  const weights = settleWeights(soft, settled);
  for (const [i, term] of terms.entries()) term.weight = weights[i] as number;
  return {
    demandId: demand.id,
    terms,
    rules,
    unknown: checkInteger("demand", "unknown", demand.unknown ?? settled.unknown, { min: 0, max: 1000 }),
    unknownHard: checkOneOf("demand", "unknownHard", demand.unknownHard ?? settled.unknownHard, ["keep", "reject"]),
    weighs: weights.some((weight) => weight > 0),
  };
}
