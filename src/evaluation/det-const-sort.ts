import { checkArray, checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { checkGroups, type DesiredShare, type DesiredShares, settleDesired } from "./desired-shares.js";
import { infeasiblePrefixes } from "./infeasible-index.js";
import { ndklOf } from "./ndkl.js";
import { type GroupSkew, skewOf } from "./skew-at-k.js";

/** A member of a list that is re-ranked (待重排成员). */
export interface ScoredMember {
  readonly id: string;
  /** Finite; more is better. */
  readonly score: number;
  readonly group: string;
}

/** Options of {@link detConstSort}. */
export interface DetConstSortOptions {
  /** The mix that every prefix should have, by group: whole counts (exact) or shares that sum to 1. Names every group of the items. */
  readonly desired: DesiredShares;
  /** Length of the list, an integer >= 1. Default all items. */
  readonly k?: number;
}

/** How a list stands to a desired mix (列表公平性). */
export interface FairnessOfList {
  /** Normalised discounted divergence; see `ndkl`. */
  readonly ndkl: number | undefined;
  /** Prefixes with too few of some group; see `infeasibleIndex`. */
  readonly infeasibleIndex: number;
  /** Skew of each group over the whole list; see `skewAtK`. */
  readonly skew: readonly GroupSkew[];
}

/** A re-ranked list with its account (公平重排结果). */
export interface FairRanking<T extends ScoredMember> {
  /** Items in their new order, as many as k, or all. */
  readonly list: readonly T[];
  /** Groups with fewer items than their floor in some prefix of the list, in code-point order: no order of these items could keep it. */
  readonly exhausted: readonly string[];
  /** Lengths of the prefixes in which an exhausted group is below its floor, ascending; no other floor is ever broken. */
  readonly infeasible: readonly number[];
  /** The best k by score alone. */
  readonly before: FairnessOfList;
  readonly after: FairnessOfList;
}

/** An item with the last place (counted from 1) at which it still keeps its group's floor. */
interface Placement<T> {
  readonly item: T;
  readonly deadline: number;
}

/** Score descending, then id ascending by code point. */
function compareMembers(a: ScoredMember, b: ScoredMember): number {
  return b.score - a.score || compareCodePoints(a.id, b.id);
}

function checkItems(place: string, items: readonly ScoredMember[]): void {
  const seen = new Set<string>();
  for (const [i, item] of checkArray(place, "items", items).entries()) {
    const id: unknown = item?.id;
    if (typeof id !== "string")
      throw new GuiyanError("invalid-argument", `${place}: expected item ${i} to have an id`, { path: [i, "id"] });
    if (!Number.isFinite(item.score)) {
      throw new GuiyanError("invalid-argument", `${place}: expected the score of item ${i} to be a finite number`, { path: [i, "score"] });
    }
    if (seen.has(id)) throw new GuiyanError("duplicate-id", `${place}: expected each id once, item ${i} repeats one`, { path: [i, "id"] });
    seen.add(id);
  }
}

/** Every item with its deadline, in the order in which floors rise; of floors that rise together the better item first. */
function placementsOf<T extends ScoredMember>(items: readonly T[], desired: ReadonlyMap<string, DesiredShare>): Placement<T>[] {
  const taken = new Map<string, number>();
  return [...items]
    .sort(compareMembers)
    .map((item): Placement<T> => {
      const nth = (taken.get(item.group) ?? 0) + 1;
      taken.set(item.group, nth);
      return { item, deadline: desired.get(item.group)?.deadline(nth) ?? Number.POSITIVE_INFINITY };
    })
    .sort((a, b) => (a.deadline === b.deadline ? compareMembers(a.item, b.item) : a.deadline - b.deadline));
}

/** Appends an item and moves it up past worse ones that may still come a place later; returns its index. */
function insert<T extends ScoredMember>(list: Placement<T>[], placement: Placement<T>): number {
  let at = list.length;
  while (at > 0) {
    const left = list[at - 1] as Placement<T>;
    // The one on the left would stand at place at + 1, counted from 1.
    if (left.deadline < at + 1 || compareMembers(left.item, placement.item) < 0) break;
    list[at] = left;
    at--;
  }
  list[at] = placement;
  return at;
}

function fairnessOf(list: readonly ScoredMember[], desired: ReadonlyMap<string, DesiredShare>): FairnessOfList {
  return { ndkl: ndklOf(list, desired), infeasibleIndex: infeasiblePrefixes(list, desired).length, skew: skewOf(list, desired) };
}

/**
 * Re-ranks a list so that every prefix holds each group at its floor (公平重排, DetConstSort), and otherwise by score.
 *
 *   c_a(k) >= min(⌊k·p_a⌋, items of a)    for every group a and every k <= K        p_a: desired share
 *
 * For k = 1, 2, … each group whose floor rises gives its best item left, the better ones first; the item is appended, may stand at place k at the
 * latest, and moves up past worse items as long as none of them comes behind its own latest place. The step at which the list reaches K is finished
 * and the list then cut. Equal scores are in order of id.
 *
 * A group that runs out leaves its places to those whose floors rise next, and is told in `exhausted`. Groups with a desired share of 0 are taken when
 * the others are used up; they too move up past worse items that can wait.
 * Which groups may lawfully be balanced, and towards what, is for the user to settle; nothing in this library calls this by itself.
 * @throws GuiyanError `invalid-argument`, `duplicate-id`, `invalid-option`, `unknown-option`
 * @complexity O(n log n + K² + K × groups)
 * @source S. C. Geyik, S. Ambler, K. Kenthapadi, KDD 2019, 2221–2231, algorithm 3.
 *   Differs: places count from 1 in the test of the latest place (counted from 0 an item could slip one past it); exhausted groups are handled.
 * @example
 * const items = [["a1", 0.9, "a"], ["a2", 0.88, "a"], ["b1", 0.85, "b"], ["b2", 0.5, "b"]] as const;
 * const { list } = detConstSort(items.map(([id, score, group]) => ({ id, score, group })), { desired: { a: 1, b: 1 } });
 * console.log(list.map(({ id }) => id).join(" ")); // → a1 b1 a2 b2
 */
export function detConstSort<T extends ScoredMember>(items: readonly T[], options: DetConstSortOptions): FairRanking<T> {
  const place = "detConstSort";
  checkOptions(place, options, ["desired", "k"]);
  checkItems(place, items);
  const desired = settleDesired(place, options?.desired);
  checkGroups(place, items, desired);
  const length = Math.min(items.length, checkInteger(place, "k", options.k ?? Math.max(1, items.length), { min: 1 }));
  const placed: Placement<T>[] = [];
  let step = 0;
  let full = false;
  for (const placement of placementsOf(items, desired)) {
    if (placement.deadline > step) {
      if (placed.length >= length) break;
      step = placement.deadline;
    } else if (full) continue;
    // Once one of a step comes to stand behind the cut, so does the rest of the step: it is worse and cannot pass.
    full = insert(placed, placement) >= length;
  }
  const list = placed.slice(0, length).map(({ item }) => item);
  const sizes = new Map<string, number>();
  for (const { group } of items) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return {
    list,
    exhausted: [...desired.values()].filter(({ group, least }) => (sizes.get(group) ?? 0) < least(length)).map(({ group }) => group),
    infeasible: infeasiblePrefixes(list, desired),
    before: fairnessOf([...items].sort(compareMembers).slice(0, length), desired),
    after: fairnessOf(list, desired),
  };
}
