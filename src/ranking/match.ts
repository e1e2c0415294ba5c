import type { Requirement } from "../model/index.js";

/** One talent in a ranked list (匹配结果). */
export interface Match {
  readonly id: string;
  /** Integer 0..1 000 000. */
  readonly points: number;
  /** Points were every unknown fact the worst, and the best. */
  readonly low: number;
  readonly high: number;
  /** Place in the whole order, from 1: points descending, then id ascending by code point. */
  readonly rank: number;
  /** Whether another candidate of the whole registry has the same points. */
  readonly tied: boolean;
  /** Present where a hard or excluding requirement could not be told. */
  readonly toVerify?: true;
}

/** Whether an item of a sorted list has the points of one beside it (并列). */
export function isTied(sorted: readonly { readonly points: number }[], i: number): boolean {
  const points = sorted[i]?.points;
  return sorted[i - 1]?.points === points || sorted[i + 1]?.points === points;
}

/** A talent that one requirement alone keeps out (仅一项不符): a hard or excluding one, or a soft one by `criteria.atLeast`. Its `rank` and `tied` are among the near-misses. */
export interface NearMiss extends Match {
  /** Index in `demand.requirements` of the one that fails. */
  readonly failed: number;
  /** That requirement. */
  readonly requirement: Requirement;
}

/** A ranked list with those who nearly stand in it (排序与仅差一项者). */
export interface RankedWithNearMisses {
  readonly matches: readonly Match[];
  readonly nearMisses: readonly NearMiss[];
}

/** Ways to an exact list (检索引擎), quickest first; see ARCHITECTURE.md. */
export const RANK_ENGINES = ["cells", "postings", "scan"] as const;
/** One of the three ways to an exact list. */
export type RankEngine = (typeof RANK_ENGINES)[number];

/**
 * Why a ranking did not run on cells alone (降级原因): `asked` by the caller; `nearness-no-tree` a wider unit counts for more than a narrower one;
 * `place-not-indexed` another place than the index was built for; `own-dimension` of the caller's; `several-requirements` on a fact that may have
 * several values; `long-list` a good part of the registry is wanted; `small` a registry not worth an index; `too-loose` the bounds ruled out too little.
 */
export type FallbackReason =
  | "asked"
  | "nearness-no-tree"
  | "place-not-indexed"
  | "own-dimension"
  | "several-requirements"
  | "long-list"
  | "small"
  | "too-loose";

/** What one ranking cost (检索统计). */
export interface RankStats {
  /** The engine that answered for the largest part of the registry. */
  readonly engine: RankEngine;
  /** Why it was not `cells`. */
  readonly reason?: FallbackReason;
  /** Rows and postings looked at, in all parts. */
  readonly touched: number;
  /** Cells looked up. */
  readonly cells: number;
}
