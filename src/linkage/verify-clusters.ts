import { checkArray, checkInteger, GuiyanError } from "../errors/index.js";
import { type LinkForest, LinkMatrix, linkForest } from "./link-forest.js";

/** What a clustering is checked against (聚类问题). */
export interface ClusterProblem {
  /** How many records there are; they are numbered from 0. */
  readonly records: number;
  /**
   * Bits by which two records speak for one person, above the threshold of a link (相对阈值的权重): > 0 for, < 0 against, -Infinity forbids. Symmetric; asked for i < j only, several
   * times.
   */
  readonly weights: (i: number, j: number) => number;
  /** Number of the clean list (无重名单) that a record is from, -1 where its list may hold a person twice. Default: all -1. */
  readonly sourceOf?: (i: number) => number;
}

/**
 * One thing that is wrong with a clustering (聚类问题项); `cluster` is its place in the list given, records ascend.
 *
 * - `missing`, `repeated`, `unknown`: records in no cluster, one in more than one place, ones that the problem does not have; `empty`: a cluster of nobody
 * - `source-twice`: records of one clean list, which cannot be one person
 * - `forbidden`: two records that must not be together; the hundred first of a cluster
 * - `disconnected`: the parts of a cluster that no pair of weight > 0 joins
 * - `weak-bridge`: the only pair of weight > 0 between two sides, which sum up to `weight` < 0 over all their pairs: a chain through a weak link
 * - `outsider`: a record whose weights to the rest of its cluster sum up to `weight` < 0
 */
export type ClusterFault =
  | { readonly kind: "missing"; readonly records: readonly number[] }
  | { readonly kind: "repeated"; readonly records: readonly number[]; readonly clusters: readonly number[] }
  | { readonly kind: "unknown" | "forbidden"; readonly records: readonly number[]; readonly cluster: number }
  | { readonly kind: "empty"; readonly records: readonly []; readonly cluster: number }
  | { readonly kind: "source-twice"; readonly records: readonly number[]; readonly cluster: number; readonly source: number }
  | {
      readonly kind: "disconnected";
      readonly records: readonly number[];
      readonly cluster: number;
      readonly parts: readonly (readonly number[])[];
    }
  | { readonly kind: "weak-bridge" | "outsider"; readonly records: readonly number[]; readonly cluster: number; readonly weight: number };

/** Every kind of fault, in the order in which those of one cluster are told. */
export const CLUSTER_FAULTS = [
  "missing",
  "repeated",
  "unknown",
  "empty",
  "source-twice",
  "forbidden",
  "disconnected",
  "weak-bridge",
  "outsider",
] as const satisfies readonly ClusterFault["kind"][];

const PLACE = "verifyClusters";
/** Forbidden pairs that are told of one cluster. */
const MOST_FORBIDDEN = 100;
/** Share of the sum of sizes below which a sum counts as 0: no more than adding in another order does. */
const ROUNDING = 1e-12;
/** Greatest weight, so that no sum overflows. */
const MOST_WEIGHT = 1e100;

/**
 * Checks a clustering of records without the solver that made it (聚类核验): that it is a partition, that it keeps what is forbidden, and that no cluster hangs together by a
 * chain of weak links.
 *
 * A forbidden pair is told as such and left out of every sum. A sum is below 0 where it is so by more than rounding, 1e-12 of the sum of its weights' sizes. No fault is no proof
 * of the best clustering: a cluster may fall apart better in two sides joined by several pairs.
 * @returns the faults, those of the partition first, then cluster by cluster in the order of {@link CLUSTER_FAULTS}
 * @throws GuiyanError `invalid-argument` for clusters that are no lists, and a weight that is neither a number within ±1e100 nor -Infinity; `invalid-option` for a senseless `records`
 * @complexity O(records + Σ m²) for clusters of m records, which is linear in their pairs; each pair is weighed three times at most, m²/8 bytes. The bridges themselves O(m + pairs of
 *   weight > 0), without recursion
 * @example
 * const bits = [[0, 1, 6], [0, 2, -2], [0, 3, -2], [1, 2, 1], [1, 3, -2], [2, 3, 6]];
 * const weights = (i: number, j: number) => bits.find(([a, b]) => a === i && b === j)?.[2] ?? 0;
 * console.log(verifyClusters({ records: 4, weights }, [[0, 1], [2, 3]]).length); // → 0
 * const [fault] = verifyClusters({ records: 4, weights }, [[0, 1, 2, 3]]);
 * console.log(fault?.kind, fault?.records.join()); // → weak-bridge 1,2
 */
export function verifyClusters(problem: ClusterProblem, clusters: readonly (readonly number[])[]): readonly ClusterFault[] {
  const records = checkInteger(PLACE, "records", problem.records, { min: 0 });
  checkArray(PLACE, "clusters", clusters);
  for (const cluster of clusters) checkArray(PLACE, "each cluster", cluster);
  const faults = partitionFaults(records, clusters);
  for (const [cluster, list] of clusters.entries()) {
    const members = [...new Set(list)].filter((record) => isRecord(record, records)).sort((a, b) => a - b);
    if (list.length === 0) faults.push({ kind: "empty", records: [], cluster });
    const unknown = list.filter((record) => !isRecord(record, records));
    if (unknown.length > 0) faults.push({ kind: "unknown", records: unknown, cluster });
    faults.push(...clusterFaults(problem, members, cluster));
  }
  return faults;
}

function isRecord(record: unknown, records: number): boolean {
  return typeof record === "number" && Number.isInteger(record) && record >= 0 && record < records;
}

function partitionFaults(records: number, clusters: readonly (readonly number[])[]): ClusterFault[] {
  const times = new Int32Array(records);
  for (const list of clusters) for (const record of list) if (isRecord(record, records)) times[record] = (times[record] as number) + 1;
  const missing: number[] = [];
  const repeated = new Map<number, Set<number>>();
  for (const [record, count] of times.entries()) {
    if (count === 0) missing.push(record);
    if (count > 1) repeated.set(record, new Set());
  }
  if (repeated.size > 0) for (const [cluster, list] of clusters.entries()) for (const record of list) repeated.get(record)?.add(cluster);
  const faults: ClusterFault[] = missing.length === 0 ? [] : [{ kind: "missing", records: missing }];
  for (const [record, own] of repeated) faults.push({ kind: "repeated", records: [record], clusters: [...own] });
  return faults;
}

function repeatedSources(members: readonly number[], sourceOf: (i: number) => number): [number, number[]][] {
  const bySource = new Map<number, number[]>();
  for (const record of members) {
    const source = sourceOf(record);
    if (!(source >= 0)) continue;
    const own = bySource.get(source);
    if (own === undefined) bySource.set(source, [record]);
    else own.push(record);
  }
  return [...bySource].filter(([, own]) => own.length > 1).sort(([a], [b]) => a - b);
}

function clusterFaults({ weights, sourceOf }: ClusterProblem, members: readonly number[], cluster: number): ClusterFault[] {
  const faults: ClusterFault[] = [];
  if (members.length < 2) return faults;
  if (sourceOf !== undefined)
    for (const [source, records] of repeatedSources(members, sourceOf)) faults.push({ kind: "source-twice", records, cluster, source });
  const recordAt = (a: number) => members[a] as number;
  const weigh = (a: number, b: number): number => {
    const weight = weights(recordAt(Math.min(a, b)), recordAt(Math.max(a, b)));
    if (typeof weight === "number" && (Math.abs(weight) <= MOST_WEIGHT || weight === Number.NEGATIVE_INFINITY)) return weight;
    throw new GuiyanError("invalid-argument", `${PLACE}: expected weights to be finite numbers or -Infinity`, { path: ["weights"] });
  };
  const links = new LinkMatrix(members.length);
  const sums = members.map(() => new Sum());
  let forbidden = 0;
  for (let a = 0; a < members.length; a++) {
    for (let b = a + 1; b < members.length; b++) {
      const weight = weigh(a, b);
      if (weight === Number.NEGATIVE_INFINITY) {
        if (forbidden++ < MOST_FORBIDDEN) faults.push({ kind: "forbidden", records: [recordAt(a), recordAt(b)], cluster });
        continue;
      }
      sums[a]?.add(weight);
      sums[b]?.add(weight);
      if (weight > 0) links.join(a, b);
    }
  }
  const forest = linkForest(links);
  const parts = partsOf(forest).map((part) => [...part].map(recordAt).sort((a, b) => a - b));
  if (parts.length > 1) faults.push({ kind: "disconnected", records: [...members], cluster, parts });
  for (const { ends, weight } of weakBridges(forest, weigh))
    faults.push({ kind: "weak-bridge", records: ends.map(recordAt), cluster, weight });
  for (const [a, sum] of sums.entries())
    if (sum.isNegative) faults.push({ kind: "outsider", records: [recordAt(a)], cluster, weight: sum.total });
  return faults;
}

/** A sum, and how far rounding may have moved it. */
class Sum {
  total = 0;
  #size = 0;

  add(value: number, size = Math.abs(value)): void {
    this.total += value;
    this.#size += size;
  }

  get isNegative(): boolean {
    return this.total < -ROUNDING * this.#size;
  }
}

/** The trees of a forest, each as its records. */
function partsOf({ sequence, end }: LinkForest): Int32Array[] {
  const parts: Int32Array[] = [];
  for (let at = 0; at < sequence.length; ) {
    const past = end[sequence[at] as number] as number;
    parts.push(sequence.subarray(at, past));
    at = past;
  }
  return parts;
}

/**
 * Bridges whose two sides speak against each other. A subtree stands together in the walk, so that the weights from one record to all outside a subtree are a sum up to its first
 * place and one from its end: one row of pairs serves all bridges above the record.
 */
function weakBridges({ sequence, order, end, parent, bridge }: LinkForest, weigh: (a: number, b: number) => number) {
  const found: { ends: number[]; weight: number }[] = [];
  if (!bridge.includes(1)) return found;
  const size = sequence.length;
  // The nearest record at or above each whose link to its parent is a bridge, and the first and last place of its part.
  const nearest = new Int32Array(size).fill(-1);
  const first = new Int32Array(size);
  const across = new Map<number, Sum>();
  for (const record of sequence) {
    const above = parent[record] as number;
    first[record] = above === -1 ? (order[record] as number) : (first[above] as number);
    nearest[record] = bridge[record] === 1 ? record : above === -1 ? -1 : (nearest[above] as number);
    if (bridge[record] === 1) across.set(record, new Sum());
  }
  const [before, sizeBefore, behind, sizeBehind] = [0, 1, 2, 3].map(() => new Float64Array(size + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const row = new Float64Array(size);
  for (const record of sequence) {
    if (nearest[record] === -1) continue;
    const start = first[record] as number;
    const past = end[sequence[start] as number] as number;
    before[start] = 0;
    sizeBefore[start] = 0;
    for (let at = start; at < past; at++) {
      const other = sequence[at] as number;
      const weight = other === record ? 0 : weigh(record, other);
      row[at] = weight === Number.NEGATIVE_INFINITY ? 0 : weight;
      before[at + 1] = (before[at] as number) + (row[at] as number);
      sizeBefore[at + 1] = (sizeBefore[at] as number) + Math.abs(row[at] as number);
    }
    behind[past] = 0;
    sizeBehind[past] = 0;
    for (let at = past - 1; at >= start; at--) {
      behind[at] = (behind[at + 1] as number) + (row[at] as number);
      sizeBehind[at] = (sizeBehind[at + 1] as number) + Math.abs(row[at] as number);
    }
    for (let below = nearest[record] as number; below !== -1; below = nearest[parent[below] as number] as number) {
      const [from, to] = [order[below] as number, end[below] as number];
      across.get(below)?.add((before[from] as number) + (behind[to] as number), (sizeBefore[from] as number) + (sizeBehind[to] as number));
    }
  }
  for (const [below, sum] of across) {
    const above = parent[below] as number;
    if (sum.isNegative) found.push({ ends: [Math.min(above, below), Math.max(above, below)], weight: sum.total });
  }
  return found.sort((a, b) => (a.ends[0] as number) - (b.ends[0] as number) || (a.ends[1] as number) - (b.ends[1] as number));
}
