import { limitFault } from "./limit-fault.js";

/** People who compare alike with a talent (同类竞争者): similarity by requirement less the talent's. */
export interface Rival {
  readonly difference: readonly number[];
  readonly count: number;
  /** Whether equal points put them ahead. */
  readonly winsTies: boolean;
}

/** What {@link nearestWeights} is to find. */
export interface WeightSearch {
  /** Present weights, integers >= 0. */
  readonly present: readonly number[];
  readonly rivals: readonly Rival[];
  /** Rivals ahead must be fewer than this. */
  readonly k: number;
  /** Boxes looked at, at most. */
  readonly limit: number;
}

/**
 * The integer weights nearest to the present ones under which fewer than `k` rivals are ahead (最近权重): exact over all weights >= 0 of the same sum.
 *
 *   distance(v, w) = Σ |v_i − w_i| / 2        a rival is ahead where Σ v_i × difference_i > 0, or = 0 and they win ties
 *
 * Of vectors equally near the same one is found for rivals in any order.
 * @returns undefined where no weights do
 * @throws GuiyanError `limit-exceeded`
 * @complexity O(boxes × rivals × requirements); boxes exponential in the requirements at worst
 * @source A. H. Land, A. G. Doig, Econometrica 28 (1960) 497–520, branch and bound; bound and cut are our own
 */
export function nearestWeights(search: WeightSearch): readonly number[] | undefined {
  const { present, rivals } = search;
  // Requirements in which every rival differs alike count as one: how they share its weight changes nothing.
  const groups = new Map<string, number[]>();
  for (const i of present.keys()) {
    const column = rivals.map(({ difference }) => difference[i]).join(",");
    groups.set(column, [...(groups.get(column) ?? []), i]);
  }
  const members = [...groups.values()];
  const found = searchBoxes({
    ...search,
    present: members.map((group) => group.reduce((sum, i) => sum + (present[i] as number), 0)),
    rivals: rivals.map((rival) => ({ ...rival, difference: members.map(([first = 0]) => rival.difference[first] as number) })),
  });
  if (found === undefined) return undefined;
  const weights = [...present];
  for (const [at, group] of members.entries()) {
    let more = group.reduce((sum, i) => sum - (present[i] as number), found[at] as number);
    for (const i of group) {
      const moved = Math.max(more, -(present[i] as number));
      weights[i] = (present[i] as number) + moved;
      more -= moved;
    }
  }
  return weights;
}

/**
 * Best-first branch and bound over boxes of weights. A box promises the distance at which so many rivals can be passed, each by itself, that fewer than `k`
 * are left; for one rival that is exact: weight is taken where the rival is best and given where the talent is.
 */
function searchBoxes(search: WeightSearch): readonly number[] | undefined {
  const { present, k, limit } = search;
  const rivals = search.rivals.map(rankRequirements).sort(compareRivals);
  const total = present.reduce((a, b) => a + b, 0);
  const natural = present.map((_, i) => i);
  // By what they promise, which only grows from a box to its parts.
  const waiting: Box[][] = Array.from({ length: total + 1 }, () => []);
  let best: Moves | undefined;
  let looked = 0;
  const offer = (asked: WeightRange, open: readonly RankedRival[], ahead: number): void => {
    const range = tighten(asked, total);
    if (range === undefined) return;
    if (++looked > limit) throw limitFault("boxes of weights", limit);
    const near = nearestIn(range, present, natural);
    const box = judge(range, open, ahead, near, search);
    if (box === undefined) return;
    for (const moves of [box.towards, near]) {
      if (best !== undefined && moves.distance >= best.distance) continue;
      const count = box.open.reduce((sum, { rival }) => sum + (isAhead(rival, moves.weights) ? rival.count : 0), box.ahead);
      if (count < k) best = moves;
    }
    if (best === undefined || box.towards.distance < best.distance) (waiting[box.towards.distance] as Box[]).push(box);
  };
  offer({ low: present.map(() => 0), high: present.map(() => total) }, rivals, 0);
  const isNearer = (promised: number) => promised < (best?.distance ?? waiting.length);
  for (let promised = 0; isNearer(promised); promised++) {
    const boxes = waiting[promised] as Box[];
    while (boxes.length > 0 && isNearer(promised)) {
      const box = boxes.pop() as Box;
      const open = box.open.map(({ rival }) => rival);
      for (const part of partsOf(box)) offer(part, open, box.ahead);
    }
  }
  return best?.weights;
}

/** A rival with the requirements in order of what they gain there, most first. */
interface RankedRival extends Rival {
  readonly order: readonly number[];
}

/** Weights with how far they are from the present ones. */
interface Moves {
  readonly weights: readonly number[];
  readonly distance: number;
}

/** Least and most of each weight. */
interface WeightRange {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** A range of weights with what is known of it. */
interface Box extends WeightRange {
  /** Rivals who are ahead for some weights of the range and not for others, with the nearest weights that pass each; the hardest first. */
  readonly open: readonly { readonly rival: RankedRival; readonly moves: Moves }[];
  /** Number of those who are ahead for all. */
  readonly ahead: number;
  /** Nothing in the range that will do is nearer than these weights. */
  readonly towards: Moves;
}

function rankRequirements(rival: Rival): RankedRival {
  const gain = (i: number) => rival.difference[i] as number;
  return { ...rival, order: rival.difference.map((_, i) => i).sort((i, j) => gain(j) - gain(i) || i - j) };
}

function compareRivals(a: Rival, b: Rival): number {
  const at = a.difference.findIndex((value, i) => value !== b.difference[i]);
  return at < 0 ? Number(a.winsTies) - Number(b.winsTies) : (a.difference[at] as number) - (b.difference[at] as number);
}

function lead({ difference }: Rival, weights: readonly number[]): number {
  return difference.reduce((sum, value, i) => sum + value * (weights[i] as number), 0);
}

function isAhead(rival: Rival, weights: readonly number[]): boolean {
  const by = lead(rival, weights);
  return by > 0 || (by === 0 && rival.winsTies);
}

/** The range of what a range holds of weights with the right sum; undefined where it holds none. */
function tighten({ low, high }: WeightRange, total: number): WeightRange | undefined {
  const least = low.reduce((a, b) => a + b, 0);
  const most = high.reduce((a, b) => a + b, 0);
  if (least > total || most < total) return undefined;
  return {
    low: low.map((value, i) => Math.max(value, total - most + (high[i] as number))),
    high: high.map((value, i) => Math.min(value, total - least + (low[i] as number))),
  };
}

/**
 * Two parts of a box, one with the weights that it promises, one with those that pass the hardest rival who is ahead under these: cut where the two differ
 * most in what they give the rival.
 */
function partsOf({ low, high, towards, open }: Box): WeightRange[] {
  const other = open.find(({ rival }) => isAhead(rival, towards.weights));
  if (other === undefined) return [];
  const { difference } = other.rival;
  const apart = towards.weights.map((weight, i) => weight - (other.moves.weights[i] as number));
  const mean = difference.reduce((a, b) => a + b, 0) / difference.length;
  const given = apart.map((by, i) => Math.abs(by * ((difference[i] as number) - mean)));
  const at = given.indexOf(Math.max(...given));
  const middle = (towards.weights[at] as number) - Math.ceil((apart[at] as number) / 2);
  return [
    { low: low.with(at, middle + 1), high },
    { low, high: high.with(at, middle) },
  ];
}

/** Looks at each rival who is not settled yet; undefined where too many are ahead for all weights of the range. */
function judge(
  range: WeightRange,
  rivals: readonly RankedRival[],
  settled: number,
  near: Moves,
  { present, k }: WeightSearch,
): Box | undefined {
  let ahead = settled;
  const open = rivals.flatMap((rival) => {
    if (!mayBeAhead(rival, range, near.weights)) return [];
    const moves = movesPast(rival, range, present);
    if (moves !== undefined) return [{ rival, moves }];
    ahead += rival.count;
    return [];
  });
  if (ahead >= k) return undefined;
  open.sort((a, b) => b.moves.distance - a.moves.distance || compareRivals(a.rival, b.rival));
  // The hardest to pass may stay ahead, as far as there is room.
  let count = ahead;
  const hardest = open.find(({ rival }) => {
    count += rival.count;
    return count >= k;
  });
  return { ...range, open, ahead, towards: hardest?.moves ?? near };
}

/** Whether some weights of a range, of which one vector is given, put a rival ahead. */
function mayBeAhead(rival: RankedRival, { low, high }: WeightRange, some: readonly number[]): boolean {
  let rest = low.reduce((sum, value, i) => sum + (some[i] as number) - value, 0);
  let most = lead(rival, low);
  for (const i of rival.order) {
    const given = Math.min(rest, (high[i] as number) - (low[i] as number));
    most += given * (rival.difference[i] as number);
    rest -= given;
  }
  return most > 0 || (most === 0 && rival.winsTies);
}

/** The weights of a range that are nearest to the present ones; what must be moved for the sum is taken in an order from the front, given from the back. */
function nearestIn(
  { low, high }: WeightRange,
  present: readonly number[],
  order: readonly number[],
): { weights: number[]; distance: number } {
  let [up, down] = [0, 0];
  const weights = present.map((value, i) => {
    const within = Math.min(Math.max(value, low[i] as number), high[i] as number);
    if (within > value) up += within - value;
    else down += value - within;
    return within;
  });
  const distance = Math.max(up, down);
  for (const i of order) {
    const taken = Math.min(Math.max(0, up - down), (weights[i] as number) - (low[i] as number));
    weights[i] = (weights[i] as number) - taken;
    down += taken;
  }
  for (const i of order.toReversed()) {
    const given = Math.min(Math.max(0, down - up), (high[i] as number) - (weights[i] as number));
    weights[i] = (weights[i] as number) + given;
    up += given;
  }
  return { weights, distance };
}

/** The nearest weights of a range under which one rival is not ahead: weight goes from where they gain most to where they gain least. */
function movesPast(rival: RankedRival, range: WeightRange, present: readonly number[]): Moves | undefined {
  const { difference, order, winsTies } = rival;
  const { weights, distance: least } = nearestIn(range, present, order);
  let distance = least;
  let over = lead(rival, weights) + (winsTies ? 1 : 0);
  let [from, to] = [0, order.length - 1];
  while (over > 0) {
    const [i, j] = [order[from] as number, order[to] as number];
    const gain = (difference[i] as number) - (difference[j] as number);
    if (!(from < to && gain > 0)) return undefined;
    const room = Math.min((weights[i] as number) - (range.low[i] as number), (range.high[j] as number) - (weights[j] as number));
    const moved = Math.min(room, Math.ceil(over / gain));
    weights[i] = (weights[i] as number) - moved;
    weights[j] = (weights[j] as number) + moved;
    over -= moved * gain;
    distance += moved;
    if (weights[i] === range.low[i]) from++;
    else if (weights[j] === range.high[j]) to--;
  }
  return { weights, distance };
}
