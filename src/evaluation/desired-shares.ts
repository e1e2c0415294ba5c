import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";

/**
 * The mix of groups that a list should have (期望构成): whole counts in any total, as 1 and 3, or shares that sum to 1, as 0.25 and 0.75.
 *
 * Counts are worked with exactly, so prefer them for thirds and sevenths.
 */
export type DesiredShares = Readonly<Record<string, number>>;

/** One group's desired share (期望份额) with the least numbers that follow from it. */
export interface DesiredShare {
  readonly group: string;
  /** p in 0..1. */
  readonly share: number;
  /** ⌊k·p⌋: how many of the first k places are the group's at least. */
  least(k: number): number;
  /** The first k at which `least(k)` reaches a count >= 1; Infinity where p is 0 or the place is past all counting. */
  deadline(count: number): number;
}

/** Something that stands in a list and belongs to a group (列表成员). */
export interface Grouped {
  readonly group: string;
}

/** Total of whole counts up to which products with any list's length are exact. */
const MOST_TOTAL = 1e8;
/** Slack of floors of decimal shares: 0.29 × 100 is 28.999999999999996 in binary and means 29. */
const SLACK = 1e-9;

function ofCount(group: string, count: number, total: number): DesiredShare {
  return {
    group,
    share: count / total,
    least: (k) => (k * count - ((k * count) % total)) / total,
    deadline: (place) => {
      if (count === 0) return Number.POSITIVE_INFINITY;
      const last = place * total - 1;
      return (last - (last % count)) / count + 1;
    },
  };
}

function ofShare(group: string, share: number): DesiredShare {
  const least = (k: number) => Math.floor(k * share + SLACK);
  return {
    group,
    share,
    least,
    deadline: (place) => {
      let k = Math.ceil(place / share);
      if (!(k < MOST_TOTAL)) return Number.POSITIVE_INFINITY;
      // The slack may bring the place forward, never back.
      while (k > 1 && least(k - 1) >= place) k--;
      return k;
    },
  };
}

/**
 * Reads a desired mix (期望构成) into one entry a group, in code-point order.
 *
 * Floors of whole counts are exact; of decimal shares they are ⌊k·p + 1e-9⌋, which is right for lists up to a million.
 * @throws GuiyanError `invalid-option` for an entry that is neither kind, counts above 1e8 in total, or a total that is not 1 (shares) or is 0
 * @complexity O(groups log groups)
 */
export function settleDesired(place: string, desired: DesiredShares): ReadonlyMap<string, DesiredShare> {
  const fault = (expectation: string): GuiyanError =>
    new GuiyanError("invalid-option", `${place}: expected ${expectation}`, { path: ["desired"] });
  if (typeof desired !== "object" || desired === null || Array.isArray(desired)) throw fault("desired to be an object of shares by group");
  const entries = Object.entries(desired).sort(([a], [b]) => compareCodePoints(a, b));
  if (!entries.every(([, value]) => typeof value === "number" && value >= 0 && value <= MOST_TOTAL)) {
    throw fault("each desired share to be a whole count or a number in 0..1");
  }
  const total = entries.reduce((sum, [, value]) => sum + value, 0);
  // Adding zero turns a negative zero into one.
  if (entries.every(([, value]) => Number.isInteger(value))) {
    if (!(total > 0 && total <= MOST_TOTAL)) throw fault(`desired counts to sum to 1..${MOST_TOTAL}, received ${total}`);
    return new Map(entries.map(([group, count]) => [group, ofCount(group, count + 0, total)]));
  }
  if (!(Math.abs(total - 1) <= SLACK)) throw fault(`desired shares to sum to 1, received ${total}`);
  return new Map(entries.map(([group, share]) => [group, ofShare(group, share + 0)]));
}

/**
 * Refuses a list with a member whose group has no desired share (未声明的群体), without naming it.
 * @throws GuiyanError `invalid-argument`
 * @complexity O(members)
 */
export function checkGroups(place: string, list: readonly Grouped[], desired: ReadonlyMap<string, DesiredShare>): void {
  for (const [i, member] of list.entries()) {
    if (desired.has(member?.group)) continue;
    throw new GuiyanError("invalid-argument", `${place}: expected member ${i} to be of a group in desired`, { path: [i, "group"] });
  }
}
