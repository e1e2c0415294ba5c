import type { RegionBasis } from "../model/index.js";
import { BoundedHeap } from "../numeric/index.js";
import { evaluateRule, evaluateTerm, type PlanRule, type ScorePlan } from "../scoring/index.js";
import { walkCells } from "./cell-walk.js";
import type { Columns, ListColumn, SingleColumn } from "./columns.js";
import type { IndexParts } from "./index-parts.js";
import { type FallbackReason, isTied, type Match, type RankEngine } from "./match.js";
import type { NearCache } from "./node-list.js";
import { columnsOf, compileRowReader, factOfRow, type RowReader, type TableCache } from "./row-reader.js";
import { scanRows } from "./scan-engine.js";
import type { Segment } from "./segment.js";
import { compileWalk, type WalkPlan } from "./walk-plan.js";

/** Below this many rows a scan is as quick as a walk. */
const SMALL = 256;
/** A walk gives up after a share of the rows, and after no fewer steps than this. */
const LEAST_BUDGET = 4096;
const BUDGET_SHARE = 8;

/** A row of a segment with its points (候选行). */
export interface TopRow {
  readonly segment: Segment;
  readonly row: number;
  readonly points: number;
}

/** What is asked of the engines. */
export interface TopRequest {
  readonly plan: ScorePlan;
  /** How many rows are wanted. */
  readonly want: number;
  readonly cache: TableCache;
  readonly near: NearCache;
  /** The engine that the caller insists on. */
  readonly engine: RankEngine | undefined;
  /** The hard rule that a row must fail, for near-misses. */
  readonly failing?: PlanRule | undefined;
}

/** The best rows with what it cost to find them. */
export interface TopRows {
  readonly rows: readonly TopRow[];
  readonly engine: RankEngine;
  readonly reason: FallbackReason | undefined;
  readonly touched: number;
  readonly cells: number;
}

/** The place by which cells serve a plan best: that of its heaviest region requirement, then of a region rule. */
function basisOf(plan: ScorePlan, bases: readonly RegionBasis[]): RegionBasis {
  const weighing = plan.terms.filter((term) => term.dimension === "region" && term.weight > 0);
  const parts = [...weighing.sort((a, b) => b.weight - a.weight), ...plan.rules.filter((rule) => rule.dimension === "region")];
  return parts.find(({ basis }) => bases.includes(basis))?.basis ?? (bases[0] as RegionBasis);
}

/** How a ranking is to be done (检索计划): a walk, or a scan where `walk` is absent. */
interface Choice {
  readonly walk?: WalkPlan;
  readonly basis: RegionBasis;
  readonly engine: RankEngine;
  readonly reason: FallbackReason | undefined;
}

/** Picks the engine (选择引擎). The engines agree; this is about time alone. */
function chooseEngine(
  { segments, vocabulary, trees, bases }: IndexParts,
  { plan, want, cache, near, engine, failing }: TopRequest,
): Choice {
  const basis = basisOf(plan, bases);
  const largest = segments[0]?.size ?? 0;
  if (engine === "scan") return { basis, engine, reason: "asked" };
  if (engine === undefined) {
    if (largest < SMALL) return { basis, engine: "scan", reason: "small" };
    if (want * BUDGET_SHARE > largest) return { basis, engine: "scan", reason: "long-list" };
  }
  const walk = compileWalk(plan, {
    basis,
    vocabulary,
    cache,
    region: { tree: trees.region, dictionary: vocabulary.place, several: basis === "either", cache: near },
    field: { tree: trees.field, dictionary: vocabulary.field, several: true, cache: near },
    leaves: engine === "postings",
    failing,
  });
  return { walk, basis, engine: walk.reason === undefined ? "cells" : "postings", reason: walk.reason };
}

/** Order of two rows: points descending, then id ascending by code point. */
export function compareRows(a: TopRow, b: TopRow): number {
  return b.points - a.points || a.segment.columns.ids.compare(a.row, b.segment.columns.ids, b.row);
}

/** What one segment gave, and at what cost. `reason` says why a walk was wanted and a scan was done. */
interface SegmentRows {
  readonly rows: readonly TopRow[];
  readonly touched: number;
  readonly cells: number;
  readonly reason?: FallbackReason;
}

/** The best rows of one segment that have `floor` points at least, best first: by a walk where one is chosen and its bounds hold, else by scan. */
function topRowsOfSegment(segment: Segment, choice: Choice, request: TopRequest, floor: number, heap: BoundedHeap): SegmentRows {
  const { columns, dead, size } = segment;
  const { plan, want, cache, failing, engine } = request;
  const capacity = Math.min(want, size);
  let reader: RowReader | undefined;
  const read: RowReader = (row, least) => {
    reader ??= compileRowReader(columns, plan, cache, failing);
    return reader(row, least);
  };
  const drained = (): TopRow[] => {
    const found: TopRow[] = new Array(heap.size);
    heap.drainWorstFirst((points, row, place) => {
      found[place] = { segment, row, points };
    });
    return found;
  };
  const store = segment.cells.get(choice.basis);
  let [touched, cells] = [0, 0];
  if (choice.walk && store) {
    heap.reset(capacity);
    const budget = engine === undefined ? Math.max(LEAST_BUDGET, size / BUDGET_SHARE) : Number.POSITIVE_INFINITY;
    const outcome = walkCells(choice.walk, { store, dead, floor, judge: (row) => read(row, 0), budget }, heap);
    ({ touched, cells } = outcome);
    if (outcome.complete) return { rows: drained(), touched, cells };
  }
  heap.reset(capacity);
  scanRows(size, read, dead, floor, heap);
  return { rows: drained(), touched: touched + size, cells, ...(choice.walk ? { reason: store ? "too-loose" : "small" } : {}) };
}

/**
 * The best rows over all segments (取前若干行), best first: each segment by the engine that suits the plan, none below what the others already hold.
 * @complexity that of the walk; O(rows × requirements) by scan
 */
export function topRows(parts: IndexParts, request: TopRequest): TopRows {
  const { want } = request;
  const choice = chooseEngine(parts, request);
  let { engine, reason } = choice;
  let [touched, cells] = [0, 0];
  let rows: readonly TopRow[] = [];
  // Kept between rankings; one that a caller's own scorer starts meanwhile makes another.
  const heap = parts.heaps.pop() ?? new BoundedHeap(want);
  for (const [s, segment] of parts.segments.entries()) {
    const floor = rows.length === want ? (rows[want - 1] as TopRow).points : 0;
    const found = topRowsOfSegment(segment, choice, request, floor, heap);
    touched += found.touched;
    cells += found.cells;
    if (s === 0 && found.reason !== undefined) [engine, reason] = ["scan", found.reason];
    rows = rows.length === 0 ? found.rows : [...rows, ...found.rows].sort(compareRows).slice(0, want);
  }
  parts.heaps.push(heap);
  return { rows, engine, reason, touched, cells };
}

/** Whether nothing is known of what a term looks at, or a part of it. */
function isIncomplete(looked: readonly (SingleColumn | ListColumn)[], row: number): boolean {
  for (const column of looked) {
    if (column.kind === "single") {
      if (column.values[row] === 0) return true;
      continue;
    }
    const start = column.offsets[row] as number;
    if ((column.offsets[row + 1] as number) - start === 1 && column.values[start] === 0) return true;
  }
  return false;
}

/** The interval of a row whose points are known, and whether a rule is open (区间与待核). */
function intervalOf(columns: Columns, plan: ScorePlan, row: number, points: number): Pick<Match, "low" | "high" | "toVerify"> {
  let low = points;
  let high = points;
  for (const term of plan.terms) {
    if (term.weight === 0 || !isIncomplete(columnsOf(columns, term), row)) continue;
    const value = evaluateTerm(term, factOfRow(columns, term, row), plan.unknown);
    low += term.weight * (value.low - value.similarity);
    high += term.weight * (value.high - value.similarity);
  }
  const open = plan.rules.some((rule) => evaluateRule(rule, factOfRow(columns, rule, row)) === "unknown");
  return { low, high, ...(open ? { toVerify: true as const } : {}) };
}

/** The first `k` of sorted rows as matches; a row past the cut only tells whether the last ties. */
export function describeRows(plan: ScorePlan, rows: readonly TopRow[], k: number): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < rows.length && i < k; i++) {
    const { segment, row, points } = rows[i] as TopRow;
    const { low, high, toVerify } = intervalOf(segment.columns, plan, row, points);
    matches.push({
      id: segment.columns.ids.id(row),
      points,
      low,
      high,
      rank: i + 1,
      tied: isTied(rows, i),
      ...(toVerify ? { toVerify } : {}),
    });
  }
  return matches;
}
