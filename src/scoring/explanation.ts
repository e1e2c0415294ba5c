import type { Dimension, RegionBasis } from "../model/index.js";
import type { Score } from "./score.js";
import type { Verdict } from "./score-plan.js";

/** How a held code stands to the asked one (比较关系). */
export type Relation =
  | "same"
  | "same-county"
  | "same-prefecture"
  | "same-province"
  | "same-country"
  | "same-discipline"
  | "same-category"
  | "declared"
  | "reached"
  | "one-step-short"
  | "two-steps-short"
  | "far-short"
  | "near"
  | "none"
  | "unknown";

/** What one soft requirement gave (维度贡献). */
export interface Contribution {
  /** Index in `demand.requirements`; absent for the one contribution of a demand in which nothing weighs. */
  readonly requirement?: number;
  readonly dimension: Dimension;
  readonly basis?: RegionBasis;
  readonly weight: number;
  readonly similarity: number;
  /** weight × similarity. */
  readonly points: number;
  readonly low: number;
  readonly high: number;
  readonly asked: readonly string[];
  /** Codes held; undefined when the fact is unknown. */
  readonly held: readonly string[] | undefined;
  /** The pair of codes that decided, where one did. */
  readonly best?: { readonly asked: string; readonly held: string };
  readonly relation: Relation;
}

/** What one hard or excluding requirement said (硬性条件结论). */
export interface RuleVerdict {
  readonly requirement: number;
  readonly kind: "hard" | "exclude";
  readonly dimension: Dimension;
  readonly basis?: RegionBasis;
  readonly verdict: Verdict;
  readonly asked: readonly string[];
  readonly held: readonly string[] | undefined;
}

/** Why a talent has these points (解释): the contributions sum to `points`. */
export interface Explanation extends Score {
  readonly demandId: string;
  readonly contributions: readonly Contribution[];
  readonly rules: readonly RuleVerdict[];
  /** One sentence in each language, built only from the members above. */
  readonly sentence: { readonly zh: string; readonly en: string };
}
