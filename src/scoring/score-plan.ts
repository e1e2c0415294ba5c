import type { Dimension, RegionBasis, RequirementKind } from "../model/index.js";
import type { NodeNearness, VerdictNodes } from "../taxonomy/index.js";

/** Answer of a hard or excluding rule for one talent: it holds, it fails, or the fact is missing or too coarse to tell. */
export type Verdict = "holds" | "fails" | "unknown";

/** A soft requirement, compiled (软性条件). */
export interface PlanTerm {
  /** Index in `demand.requirements`. */
  readonly requirement: number;
  readonly dimension: Dimension;
  /** Integer; the weights of all terms sum to 1000, or to 0 where nothing weighs. */
  readonly weight: number;
  readonly asked: readonly string[];
  readonly mode: "any" | "all";
  /** Which place a region term looks at. */
  readonly basis: RegionBasis;
  /** Nearness of a held code to `asked[i]`, an integer 0..1000; pure, so that engines may tabulate it. */
  readonly similarity: (held: string, i: number) => number;
  /**
   * The same as nodes of a code tree (树上邻近): the similarity of a held code is the highest among the nodes that hold it.
   * Undefined for a dimension without a tree; answers undefined where the nearness table is no tree's.
   */
  readonly nodes: ((i: number) => readonly NodeNearness[] | undefined) | undefined;
}

/** A hard or excluding requirement, or the least closeness of a soft one, compiled (硬性条件、排除条件、最低相近度). */
export interface PlanRule {
  readonly requirement: number;
  readonly dimension: Dimension;
  readonly kind: Extract<RequirementKind, "hard" | "exclude">;
  readonly asked: readonly string[];
  readonly mode: "any" | "all";
  readonly basis: RegionBasis;
  /** Whether a held code meets `asked[i]`; `unknown` where it is too coarse to tell. Pure. */
  readonly meets: (held: string, i: number) => Verdict;
  /** The same as nodes of a code tree; undefined for a dimension without one, answers undefined where the nearness table is no tree's. */
  readonly nodes: ((i: number) => VerdictNodes | undefined) | undefined;
}

/**
 * A demand compiled for scoring (评分方案): what the scan, the index and the SQL compilers share.
 *
 *   points = Σ over terms  weight × similarity        1 000 000 where nothing weighs
 */
export interface ScorePlan {
  readonly demandId: string;
  readonly terms: readonly PlanTerm[];
  readonly rules: readonly PlanRule[];
  /** Similarity of an unknown fact, 0..1000. */
  readonly unknown: number;
  readonly unknownHard: "keep" | "reject";
  /** Whether any weight is above zero; otherwise every candidate has 1 000 000 points. */
  readonly weighs: boolean;
}

/** Points of a perfect match, and of every candidate of a demand in which nothing weighs. */
export const FULL_POINTS = 1_000_000;
