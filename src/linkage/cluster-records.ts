import { splitWeakBridges, weightBetween } from "./split-weak-bridges.js";

/** Weight of two records in one cluster (关联权重): bits above what makes a link; `-Infinity` where they must not be one person. */
export type PairWeight = (a: number, b: number) => number;

/** Components of so many records are solved exactly: 3^9 ways to part each subset. */
const EXACT = 9;
/** Beyond so many records they join one after another. */
const MOST_GREEDY = 400;
/** Beyond so many records weights are asked again instead of kept. */
const MOST_KEPT = 2000;
/** Taken off each pair, far below any real weight: what neither joins nor parts stays apart. */
const LEAST = 2 ** -32;

/** Weights by position, kept in a square where it is not too large. */
function weightsOf(count: number, weight: PairWeight): PairWeight {
  if (count > MOST_KEPT) return (a, b) => weight(a, b) - LEAST;
  const square = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < a; b++) {
      const bits = weight(a, b) - LEAST;
      square[a * count + b] = bits;
      square[b * count + a] = bits;
    }
  }
  return (a, b) => square[a * count + b] as number;
}

/** The best of all partitions, by dynamic programming over subsets. */
function bestPartition(count: number, weight: PairWeight): number[][] {
  const full = 1 << count;
  const within = new Float64Array(full);
  for (let set = 1; set < full; set++) {
    const low = 31 - Math.clz32(set & -set);
    const rest = set & (set - 1);
    let sum = within[rest] as number;
    for (let other = 0; other < count; other++) if ((rest >> other) & 1) sum += weight(low, other);
    within[set] = sum;
  }
  const best = new Float64Array(full);
  const choice = new Int32Array(full);
  for (let set = 1; set < full; set++) {
    const low = set & -set;
    const rest = set ^ low;
    best[set] = Number.NEGATIVE_INFINITY;
    // Every group that holds the lowest record, with the best partition of the others; smaller groups first.
    for (let part = 0; ; part = (part - rest) & rest) {
      const value = (within[part | low] as number) + (best[rest ^ part] as number);
      if (value > (best[set] as number)) {
        best[set] = value;
        choice[set] = part | low;
      }
      if (part === rest) break;
    }
  }
  const groups: number[][] = [];
  for (let set = full - 1; set > 0; set ^= choice[set] as number) {
    const group: number[] = [];
    for (let i = 0; i < count; i++) if (((choice[set] as number) >> i) & 1) group.push(i);
    groups.push(group);
  }
  return groups;
}

/** Joins the two groups that gain most, until none gains. */
function joinGreedily(groups: number[][], weight: PairWeight): number[][] {
  const sums = groups.map((a, i) => Float64Array.from(groups.slice(0, i), (b) => weightBetween(a, b, weight)));
  const alive = groups.map(() => true);
  const between = (a: number, b: number) => (a > b ? sums[a]?.[b] : sums[b]?.[a]) as number;
  for (;;) {
    let [bestA, bestB, bestSum] = [0, 0, 0];
    for (let a = 0; a < groups.length; a++) {
      if (!alive[a]) continue;
      for (let b = 0; b < a; b++) {
        const sum = (sums[a] as Float64Array)[b] as number;
        if (alive[b] && sum > bestSum) [bestA, bestB, bestSum] = [a, b, sum];
      }
    }
    if (bestSum <= 0) break;
    (groups[bestB] as number[]).push(...(groups[bestA] as number[]));
    alive[bestA] = false;
    for (let other = 0; other < groups.length; other++) {
      if (!alive[other] || other === bestB) continue;
      const sum = between(bestB, other) + between(bestA, other);
      if (bestB > other) (sums[bestB] as Float64Array)[other] = sum;
      else (sums[other] as Float64Array)[bestB] = sum;
    }
  }
  return groups.filter((_, i) => alive[i]);
}

/** Lets records join one after another the group that gains most. */
function joinInTurn(count: number, weight: PairWeight): number[][] {
  const groups: number[][] = [];
  for (let record = 0; record < count; record++) {
    let best: number[] | undefined;
    let bestSum = 0;
    for (const group of groups) {
      const sum = weightBetween([record], group, weight);
      if (sum > bestSum) [best, bestSum] = [group, sum];
    }
    if (best === undefined) groups.push([record]);
    else best.push(record);
  }
  return groups;
}

/** Moves single records to where they gain most, until none gains. @returns whether any moved */
function moveRecords(groups: number[][], weight: PairWeight): boolean {
  let moved = false;
  for (let again = true; again; ) {
    again = false;
    for (const group of [...groups]) {
      for (const record of [...group]) {
        const here = weightBetween(
          [record],
          group.filter((other) => other !== record),
          weight,
        );
        let best: number[] | undefined;
        let bestSum = group.length === 1 ? 0 : Math.max(0, here);
        for (const other of groups) {
          if (other === group) continue;
          const sum = weightBetween([record], other, weight);
          if (sum > Math.max(bestSum, here)) [best, bestSum] = [other, sum];
        }
        const leaves = best === undefined && group.length > 1 && here < 0;
        if (best === undefined && !leaves) continue;
        group.splice(group.indexOf(record), 1);
        if (best === undefined) groups.push([record]);
        else best.push(record);
        if (group.length === 0) groups.splice(groups.indexOf(group), 1);
        [again, moved] = [true, true];
      }
    }
  }
  return moved;
}

/**
 * Parts records into people so that the weights within clusters sum to the most (相关聚类): the best of all partitions for up to 9 records, beyond that
 * a greedy one, improved until no move of a record and no union of two clusters gains. No cluster holds a forbidden pair, falls apart without a pair below 0, or hangs
 * by one link alone whose two sides speak against each other.
 * @param count records, in an order that does not depend on how they came
 * @returns clusters of positions, each ascending, in the order of their first
 * @complexity O(3^n) up to 9 records, O(n³) up to 400, O(n²) weights a sweep beyond
 * @source Bansal, Blum & Chawla 2004 (correlation clustering); greedy additive edge contraction, Keuper et al. 2015
 */
export function clusterRecords(count: number, weight: PairWeight): number[][] {
  const weights = weightsOf(count, weight);
  let groups: number[][];
  if (count <= EXACT) groups = bestPartition(count, weights);
  else {
    groups =
      count > MOST_GREEDY
        ? joinInTurn(count, weights)
        : joinGreedily(
            Array.from({ length: count }, (_, i) => [i]),
            weights,
          );
    for (let again = true; again; ) {
      again = moveRecords(groups, weights);
      const joined = joinGreedily(groups, weights);
      const parted = joined.flatMap((group) => splitWeakBridges(group, weights));
      again ||= joined.length < groups.length || parted.length > joined.length;
      groups = parted;
    }
  }
  for (const group of groups) group.sort((a, b) => a - b);
  return groups.sort((a, b) => (a[0] as number) - (b[0] as number));
}
