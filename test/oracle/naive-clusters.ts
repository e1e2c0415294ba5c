import type { ClusterFault, ClusterProblem } from "../../src/linkage/verify-clusters.js";

/** Clusters as lists of records. */
export type Clusters = readonly (readonly number[])[];

const weightOf = ({ weights }: ClusterProblem, i: number, j: number): number => weights(Math.min(i, j), Math.max(i, j));

const pairsOf = (list: readonly number[]): [number, number][] =>
  list.flatMap((a, i) => list.slice(i + 1).map((b): [number, number] => [a, b]));

/** Sum of the weights of all pairs that stand together; -Infinity where one is forbidden. */
export function clusteringValue(problem: ClusterProblem, clusters: Clusters): number {
  return clusters.reduce((sum, list) => sum + pairsOf(list).reduce((own, [a, b]) => own + weightOf(problem, a, b), 0), 0);
}

/** The parts of a list that pairs of weight > 0 join, without the pair `cut`; ascending, by first record. */
function connectedParts(problem: ClusterProblem, list: readonly number[], cut: readonly number[] = []): number[][] {
  const parts: number[][] = [];
  for (const record of [...list].sort((a, b) => a - b)) {
    const joins = (part: readonly number[]) =>
      part.some((other) => !(cut.includes(record) && cut.includes(other)) && weightOf(problem, record, other) > 0);
    const joined = parts.filter(joins);
    for (const part of joined) parts.splice(parts.indexOf(part), 1);
    parts.push([...joined.flat(), record].sort((a, b) => a - b));
  }
  return parts.sort(([a = 0], [b = 0]) => a - b);
}

/** Everybody whom a chain of pairs of weight > 0 joins (传递闭包). */
export function transitiveClosure(problem: ClusterProblem): number[][] {
  return connectedParts(problem, [...Array(problem.records).keys()]);
}

/** Weights between two sides; forbidden pairs left out. */
function across(problem: ClusterProblem, one: readonly number[], other: readonly number[]): number {
  const weights = one.flatMap((a) => other.map((b) => weightOf(problem, a, b)));
  return weights.filter((weight) => weight !== Number.NEGATIVE_INFINITY).reduce((a, b) => a + b, 0);
}

/** Faults within one cluster, from the definitions: every pair is taken away once, and whether its part falls apart is looked at. */
export function naiveClusterFaults(problem: ClusterProblem, list: readonly number[], cluster: number): ClusterFault[] {
  const members = [...list].sort((a, b) => a - b);
  const pairs = pairsOf(members);
  const parts = connectedParts(problem, members);
  const sources = new Set(members.map((record) => problem.sourceOf?.(record) ?? -1).filter((source) => source !== -1));
  const twice = [...sources]
    .sort((a, b) => a - b)
    .map((source) => ({ source, records: members.filter((record) => problem.sourceOf?.(record) === source) }));
  const bridges = pairs
    .filter(([a, b]) => weightOf(problem, a, b) > 0)
    .flatMap((records) => {
      const left = connectedParts(problem, members, records);
      if (left.length === parts.length) return [];
      const side = (end: number) => left.find((part) => part.includes(end)) ?? [];
      return [{ records, weight: across(problem, side(records[0]), side(records[1])) }];
    });
  const outsiders = members.map((record) => ({
    records: [record],
    weight: across(
      problem,
      [record],
      members.filter((other) => other !== record),
    ),
  }));
  return [
    ...twice.filter(({ records }) => records.length > 1).map((one) => ({ kind: "source-twice" as const, ...one, cluster })),
    ...pairs
      .filter(([a, b]) => weightOf(problem, a, b) === Number.NEGATIVE_INFINITY)
      .map((records) => ({ kind: "forbidden" as const, records, cluster })),
    ...(parts.length > 1 ? [{ kind: "disconnected" as const, records: members, cluster, parts }] : []),
    ...bridges.filter(({ weight }) => weight < 0).map((one) => ({ kind: "weak-bridge" as const, ...one, cluster })),
    ...outsiders.filter(({ weight }) => weight < 0).map((one) => ({ kind: "outsider" as const, ...one, cluster })),
  ];
}

/** Every partition of 0..n-1, clusters by first record. */
export function* partitions(n: number): Generator<number[][]> {
  if (n === 0) {
    yield [];
    return;
  }
  for (const before of partitions(n - 1)) {
    for (let at = 0; at < before.length; at++) yield before.map((list, i) => (i === at ? [...list, n - 1] : list));
    yield [...before, [n - 1]];
  }
}

/** The partition without a fault whose value is greatest, the first found among equals; for at most 8 records. */
export function bestClustering(problem: ClusterProblem): { readonly value: number; readonly clusters: number[][] } {
  if (problem.records > 8) throw new Error(`expected at most 8 records, received ${problem.records}`);
  let best: { value: number; clusters: number[][] } | undefined;
  for (const clusters of partitions(problem.records)) {
    const value = clusteringValue(problem, clusters);
    if (best !== undefined && !(value > best.value)) continue;
    if (clusters.every((list) => naiveClusterFaults(problem, list, 0).length === 0)) best = { value, clusters };
  }
  return best ?? { value: 0, clusters: [] };
}
