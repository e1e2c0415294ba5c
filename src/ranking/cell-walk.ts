import type { BoundedHeap } from "../numeric/index.js";
import { type CellStore, findCell, ROW_BITS, ROW_MASK } from "./cell-store.js";
import type { NodeEntry } from "./node-list.js";
import { isDead, type Tombstones } from "./tombstones.js";
import type { WalkPlan } from "./walk-plan.js";

/** Cells up to this length are read whole; longer ones by runs of one degree and title. */
const SHORT_CELL = 48;
/** Up to this many kept rows, looking through them is quicker than a set. */
const FEW_KEPT = 64;

/** Looks at a row: its points, or −1 where a rule keeps it out. */
type Judge = (row: number) => number;

/** What a walk needs besides its plan. */
export interface WalkContext {
  readonly store: CellStore;
  readonly dead: Tombstones | undefined;
  /** Points that a row needs at least; what other parts of the index already hold. */
  readonly floor: number;
  /** Asked where the nodes do not tell the points, or a rule. */
  readonly judge: Judge;
  /** Postings and cells after which the walk gives up. */
  readonly budget: number;
}

/** How a walk went (游走结果). */
export interface WalkOutcome {
  /** False where the budget ran out: the heap then holds a part only. */
  readonly complete: boolean;
  readonly touched: number;
  readonly cells: number;
}

/** Runs of entries of one value: run `i` is `entries[starts[i] .. starts[i + 1])`. */
function runsOf(entries: readonly NodeEntry[]): number[] {
  const starts = [0];
  for (let i = 1; i < entries.length; i++) if ((entries[i] as NodeEntry).value !== (entries[i - 1] as NodeEntry).value) starts.push(i);
  if (entries.length > 0) starts.push(entries.length);
  return starts;
}

/** Pairs of runs of region and field entries, from the pair that promises most down (组合队列). */
class RunPairs {
  readonly #regions: readonly NodeEntry[];
  readonly #fields: readonly NodeEntry[];
  readonly #regionRuns: readonly number[];
  readonly #fieldRuns: readonly number[];
  /** Next run of fields for each run of regions. */
  readonly #next: number[];
  /** Sum of the two values of the present pair, and where its entries lie. */
  value = 0;
  regionFrom = 0;
  regionTo = 0;
  fieldFrom = 0;
  fieldTo = 0;

  constructor({ regions, fields }: WalkPlan) {
    this.#regions = regions;
    this.#fields = fields;
    this.#regionRuns = runsOf(regions);
    this.#fieldRuns = runsOf(fields);
    this.#next = this.#regionRuns.slice(1).fill(0);
  }

  /** Goes to the next pair; false where there is none. Runs are few, so each is looked at. */
  advance(): boolean {
    let best = -1;
    let most = -1;
    for (let i = 0; i < this.#next.length; i++) {
      const j = this.#next[i] as number;
      if (j >= this.#fieldRuns.length - 1) continue;
      const region = this.#regions[this.#regionRuns[i] as number] as NodeEntry;
      const field = this.#fields[this.#fieldRuns[j] as number] as NodeEntry;
      if (region.value + field.value <= most) continue;
      most = region.value + field.value;
      best = i;
    }
    if (best < 0) return false;
    const run = this.#next[best] as number;
    this.#next[best] = run + 1;
    this.value = most;
    this.regionFrom = this.#regionRuns[best] as number;
    this.regionTo = this.#regionRuns[best + 1] as number;
    this.fieldFrom = this.#fieldRuns[run] as number;
    this.fieldTo = this.#fieldRuns[run + 1] as number;
    return true;
  }
}

/** Pairs of degree and title that are let in, best first. */
function openGrades({ grades }: WalkPlan): number[] {
  const open: number[] = [];
  for (let grade = 0; grade < grades.length; grade++) {
    const points = grades[grade] as number;
    if (points < 0) continue;
    let i = open.length;
    open.push(grade);
    for (; i > 0 && (grades[open[i - 1] as number] as number) < points; i--) open[i] = open[i - 1] as number;
    open[i] = grade;
  }
  return open;
}

/**
 * Walks cells in descending order of the most that their rows can score, and stops where no further row can enter (上界剪枝游走).
 *
 * A row stands in every cell over its nodes. Its own points are those of its best cell, which is walked no later than its others; so where the plan is
 * exact the first sight of a row tells its points, and elsewhere the row is looked at. Rows of one cell and one degree and title ascend by id,
 * so a run ends at the first that only ties and stands behind the last kept.
 * @complexity independent of the number of rows while few tie at the cut; O(postings) at worst
 * @source branch and bound over nested nodes; Fagin, Lotem and Naor, "Optimal aggregation algorithms for middleware", 2003, for the stopping rule
 */
export function walkCells(plan: WalkPlan, context: WalkContext, heap: BoundedHeap): WalkOutcome {
  const { store, dead, floor, judge, budget } = context;
  const { postings, starts } = store;
  const { regions, fields, grades, base, exact } = plan;
  const open = openGrades(plan);
  if (open.length === 0) return { complete: true, touched: 0, cells: 0 };
  const topGrade = grades[open[0] as number] as number;
  const kept = heap.capacity > FEW_KEPT ? new Set<number>() : undefined;
  let touched = 0;
  let cells = 0;
  /** Whether a row with these points could still enter, whatever its id. */
  const admits = (points: number): boolean => points >= floor && heap.admits(points);
  /** Offers a row; false where no later row of its run can enter. */
  const offer = (row: number, bound: number, look: boolean): boolean => {
    if (heap.full) {
      const worst = heap.worstPoints as number;
      if (bound < worst || (bound === worst && row > (heap.worstOrder as number))) return false;
    }
    if (isDead(dead, row)) return true;
    if (kept === undefined ? heap.has(row) : kept.has(row)) return true;
    let points = bound;
    if (look) {
      points = judge(row);
      if (points < 0) return true;
      if (exact) points = bound;
      else if (points < floor) return true;
    }
    if (heap.offer(points, row)) kept?.add(row);
    return true;
  };
  const short = (start: number, end: number, group: number, look: boolean): void => {
    touched += end - start;
    for (let i = start; i < end; i++) {
      const posting = postings[i] as number;
      const points = grades[posting >>> ROW_BITS] as number;
      if (points >= 0 && group + points >= floor) offer(posting & ROW_MASK, group + points, look);
    }
  };
  /** Run by run of one degree and title, the best first. */
  const long = (start: number, end: number, group: number, look: boolean): void => {
    for (const grade of open) {
      const bound = group + (grades[grade] as number);
      if (!admits(bound)) return;
      for (let i = lowerBound(postings, start, end, grade); i < end && touched <= budget; i++) {
        const posting = postings[i] as number;
        if (posting >>> ROW_BITS !== grade) break;
        touched++;
        if (!offer(posting & ROW_MASK, bound, look)) break;
      }
    }
  };
  const pairs = new RunPairs(plan);
  while (pairs.advance()) {
    const group = base + pairs.value;
    if (!admits(group + topGrade)) break;
    for (let r = pairs.regionFrom; r < pairs.regionTo; r++) {
      const region = regions[r] as NodeEntry;
      for (let f = pairs.fieldFrom; f < pairs.fieldTo; f++) {
        const field = fields[f] as NodeEntry;
        cells++;
        if (touched + cells > budget) return { complete: false, touched, cells };
        const cell = findCell(store, region.node, field.node);
        if (cell < 0) continue;
        const look = !exact || plan.check || region.check || field.check;
        const start = starts[cell] as number;
        const end = starts[cell + 1] as number;
        if (end - start <= SHORT_CELL) short(start, end, group, look);
        else long(start, end, group, look);
      }
    }
  }
  return touched + cells > budget ? { complete: false, touched, cells } : { complete: true, touched, cells };
}

/** First posting of a cell that is of a pair of degree and title, or a later one. */
function lowerBound(postings: Uint32Array, start: number, end: number, grade: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle] as number) >>> ROW_BITS < grade) low = middle + 1;
    else high = middle;
  }
  return low;
}
