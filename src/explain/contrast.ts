import { checkOptions, GuiyanError } from "../errors/index.js";
import type { Dimension } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { Contribution, Explanation, Relation, RuleVerdict, Verdict } from "../scoring/index.js";
import { checkExplanation } from "./check-explanation.js";
import { contrastSentence } from "./contrast-sentence.js";
import type { Labels, Sentence } from "./wording.js";

/** What one talent has from one soft requirement (一项得分). */
export interface ContrastSide {
  readonly points: number;
  readonly relation: Relation;
}

/** One soft requirement in a {@link Contrast} (逐项对比). */
export interface RequirementContrast {
  /** Index in `demand.requirements`; absent for the one contribution of a demand in which nothing weighs. */
  readonly requirement?: number;
  readonly a: ContrastSide;
  readonly b: ContrastSide;
  /** Points of a − points of b. */
  readonly difference: number;
}

/** One dimension in a {@link Contrast} (维度对比). */
export interface DimensionContrast {
  readonly dimension: Dimension;
  /** Points of a − points of b on the soft requirements of this dimension. */
  readonly difference: number;
  readonly requirements: readonly RequirementContrast[];
}

/** A hard or excluding requirement on which the two differ (硬性条件差异). */
export interface RuleContrast {
  /** Index in `demand.requirements`. */
  readonly requirement: number;
  readonly dimension: Dimension;
  readonly kind: RuleVerdict["kind"];
  readonly asked: readonly string[];
  readonly a: Verdict;
  readonly b: Verdict;
}

/**
 * Why one stands before the other (先后缘由): `rules` keep the other out, more `points`, or equal points and the earlier `id`.
 * Nobody stands first where both are kept out (`neither`), or where both are one person with equal points (`same`).
 */
export type ContrastReason = "rules" | "points" | "id" | "neither" | "same";

/** Two talents side by side for one demand (两人对比). */
export interface Contrast {
  readonly demandId: string;
  /** Ids of the two. */
  readonly a: string;
  readonly b: string;
  /** Points of a − points of b: the sum of the dimensions' differences. */
  readonly difference: number;
  /** Dimensions in the order in which the demand first names them. */
  readonly dimensions: readonly DimensionContrast[];
  /** Hard and excluding requirements with different verdicts, in the demand's order. */
  readonly rules: readonly RuleContrast[];
  readonly first: "a" | "b" | undefined;
  readonly because: ContrastReason;
  /** One sentence in each language, built only from the two explanations. */
  readonly sentence: Sentence;
}

/** Options of {@link contrast}. */
export interface ContrastOptions {
  /** What the sentence calls the two. Default their ids. */
  readonly names?: { readonly a: string; readonly b: string };
  /** Names of codes, as in `criteria.labels`. Default: codes stand for themselves. */
  readonly labels?: Labels;
}

/**
 * Sets two explanations of one demand against each other (两人对比): what each dimension adds to the difference, and who stands first and why.
 *
 *   points(a) − points(b) = Σ over dimensions  difference        exactly
 *
 * @throws GuiyanError `invalid-argument` for explanations of different demands, of other criteria, or that do not add up; `unknown-option`,
 *   `invalid-option`
 * @complexity O(requirements × values)
 * @example
 * const demand = { id: "d1", requirements: [{ dimension: "degree", kind: "soft" as const, values: ["master"] }] };
 * const told = contrast(explain({ id: "t1", degree: "master" }, demand), explain({ id: "t2", degree: "bachelor" }, demand));
 * console.log(told.sentence.en); // → t1 (100) stands before t2 (65), 35 ahead: degree +35 (reached against one step short).
 */
export function contrast(a: Explanation, b: Explanation, options: ContrastOptions = {}): Contrast {
  checkOptions("contrast", options, ["names", "labels"]);
  checkExplanation("contrast", "a", a);
  checkExplanation("contrast", "b", b);
  checkComparable(a, b);
  const names = checkNames(options.names) ?? { a: a.id, b: b.id };
  const order = orderOf(a, b);
  // Who stands first is named first.
  const [x, y] = order.first === "b" ? (["b", "a"] as const) : (["a", "b"] as const);
  const told = { a, b };
  const sentence = contrastSentence(order.because, {
    ...differencesOf(told[x], told[y]),
    ahead: { name: names[x], explanation: told[x] },
    behind: { name: names[y], explanation: told[y] },
    labels: options.labels ?? (() => undefined),
  });
  return { demandId: a.demandId, a: a.id, b: b.id, difference: a.points - b.points, ...differencesOf(a, b), ...order, sentence };
}

function differencesOf(a: Explanation, b: Explanation): Pick<Contrast, "dimensions" | "rules"> {
  const byDimension = new Map<Dimension, RequirementContrast[]>();
  for (const [i, { requirement, dimension, points, relation }] of a.contributions.entries()) {
    const other = b.contributions[i] as Contribution;
    const parts = byDimension.get(dimension) ?? [];
    byDimension.set(dimension, parts);
    parts.push({
      ...(requirement === undefined ? {} : { requirement }),
      a: { points, relation },
      b: { points: other.points, relation: other.relation },
      difference: points - other.points,
    });
  }
  const dimensions = Array.from(byDimension, ([dimension, requirements]) => ({
    dimension,
    difference: requirements.reduce((sum, { difference }) => sum + difference, 0),
    requirements,
  }));
  const rules = a.rules.flatMap(({ requirement, dimension, kind, asked, verdict }, i): RuleContrast[] => {
    const other = (b.rules[i] as RuleVerdict).verdict;
    return verdict === other ? [] : [{ requirement, dimension, kind, asked, a: verdict, b: other }];
  });
  return { dimensions, rules };
}

function orderOf(a: Explanation, b: Explanation): Pick<Contrast, "first" | "because"> {
  if (!a.candidate && !b.candidate) return { first: undefined, because: "neither" };
  if (a.candidate !== b.candidate) return { first: a.candidate ? "a" : "b", because: "rules" };
  if (a.points !== b.points) return { first: a.points > b.points ? "a" : "b", because: "points" };
  const order = compareCodePoints(a.id, b.id);
  return order === 0 ? { first: undefined, because: "same" } : { first: order < 0 ? "a" : "b", because: "id" };
}

/** What a demand asks, as far as an explanation tells it. */
function askedOf({ demandId, contributions, rules }: Explanation): string {
  return JSON.stringify([
    demandId,
    contributions.map(({ requirement, dimension, basis, weight, asked }) => [requirement, dimension, basis, weight, asked]),
    rules.map(({ requirement, dimension, kind, asked }) => [requirement, dimension, kind, asked]),
  ]);
}

function checkComparable(a: Explanation, b: Explanation): void {
  if (askedOf(a) === askedOf(b)) return;
  throw new GuiyanError("invalid-argument", "contrast: expected two explanations of one demand under the same criteria", { path: ["b"] });
}

function checkNames(names: ContrastOptions["names"]): ContrastOptions["names"] {
  checkOptions("contrast: names", names, ["a", "b"]);
  if (names !== undefined && !(typeof names.a === "string" && typeof names.b === "string"))
    throw new GuiyanError("invalid-option", "contrast: expected names.a and names.b to be text", { path: ["names"] });
  return names;
}
