import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLUSTER_FAULTS, type ClusterProblem, verifyClusters } from "../../src/linkage/verify-clusters.js";
import { faultOf } from "../fault.js";
import { bestClustering, clusteringValue, naiveClusterFaults, partitions, transitiveClosure } from "../oracle/naive-clusters.js";

/** A problem from its pairs `i-j: bits`; the others weigh `rest`. */
function problemOf(records: number, pairs: Readonly<Record<string, number>>, rest = 0): ClusterProblem {
  return { records, weights: (i, j) => pairs[`${i}-${j}`] ?? rest };
}

const NEVER = Number.NEGATIVE_INFINITY;

describe("each fault is found, and it alone", () => {
  const plain = problemOf(3, { "0-1": 4, "0-2": 4, "1-2": 4 });

  test("a sound clustering has none", () => {
    expect(verifyClusters(plain, [[2, 0, 1]])).toEqual([]);
    expect(verifyClusters(plain, [[0], [1], [2]])).toEqual([]);
    expect(verifyClusters(problemOf(0, {}), [])).toEqual([]);
  });

  test("a record in no cluster is missing", () => {
    expect(verifyClusters(plain, [[1]])).toEqual([{ kind: "missing", records: [0, 2] }]);
  });

  test("a record in two clusters, or twice in one, is repeated", () => {
    expect(
      verifyClusters(plain, [
        [0, 1],
        [2, 1],
      ]),
    ).toEqual([{ kind: "repeated", records: [1], clusters: [0, 1] }]);
    expect(verifyClusters(plain, [[0], [2, 2], [1]])).toEqual([{ kind: "repeated", records: [2], clusters: [1] }]);
  });

  test("a record that the problem does not have is unknown", () => {
    for (const stranger of [3, -1, 0.5, Number.NaN])
      expect(verifyClusters(plain, [[0, 1, 2], [stranger]])).toEqual([{ kind: "unknown", records: [stranger], cluster: 1 }]);
  });

  test("a cluster of nobody is empty", () => {
    expect(verifyClusters(plain, [[], [0, 1, 2]])).toEqual([{ kind: "empty", records: [], cluster: 0 }]);
  });

  test("two records of one clean list are one person twice; lists that are not clean may repeat", () => {
    const sourceOf = (i: number) => [5, -1, 5][i] as number;
    expect(verifyClusters({ ...plain, sourceOf }, [[0, 1, 2]])).toEqual([{ kind: "source-twice", records: [0, 2], cluster: 0, source: 5 }]);
    expect(verifyClusters({ ...plain, sourceOf: () => -1 }, [[0, 1, 2]])).toEqual([]);
  });

  test("a forbidden pair is told once and weighs nothing in the sums", () => {
    const problem = problemOf(3, { "0-1": NEVER, "0-2": 4, "1-2": 4 });
    expect(verifyClusters(problem, [[0, 1, 2]])).toEqual([{ kind: "forbidden", records: [0, 1], cluster: 0 }]);
    expect(verifyClusters(problem, [[0, 2], [1]])).toEqual([]);
  });

  test("of very many forbidden pairs a hundred are told", () => {
    const problem: ClusterProblem = { records: 40, weights: (i) => (i === 0 ? 1 : NEVER) };
    const faults = verifyClusters(problem, [[...Array(40).keys()]]);
    expect(faults.map(({ kind }) => kind)).toEqual(Array(100).fill("forbidden"));
  });

  test("parts that no pair joins are disconnected", () => {
    const problem = problemOf(4, { "0-3": 4, "1-2": 4 });
    expect(verifyClusters(problem, [[3, 2, 1, 0]])).toEqual([
      {
        kind: "disconnected",
        records: [0, 1, 2, 3],
        cluster: 0,
        parts: [
          [0, 3],
          [1, 2],
        ],
      },
    ]);
  });

  test("a chain through a weak link is a weak bridge; a link that outweighs what speaks against it is none", () => {
    const chain = (bits: number) => problemOf(5, { "0-1": 9, "2-3": 9, "2-4": 9, "3-4": 9, "1-2": bits, "0-3": -2, "1-4": -1 });
    expect(verifyClusters(chain(2), [[0, 1, 2, 3, 4]])).toEqual([{ kind: "weak-bridge", records: [1, 2], cluster: 0, weight: -1 }]);
    expect(verifyClusters(chain(3), [[0, 1, 2, 3, 4]])).toEqual([]);
    // A second link beside it: no bridge any more, though the two sides speak against each other as before.
    expect(
      verifyClusters({ records: 5, weights: (i, j) => (i === 0 && j === 4 ? 0.5 : chain(1).weights(i, j)) }, [[0, 1, 2, 3, 4]]),
    ).toEqual([]);
  });

  test("a record that the rest speaks against is an outsider", () => {
    const problem = problemOf(4, { "0-1": 9, "0-2": 9, "1-2": 9, "0-3": 1, "1-3": 1, "2-3": -3 });
    expect(verifyClusters(problem, [[0, 1, 2, 3]])).toEqual([{ kind: "outsider", records: [3], cluster: 0, weight: -1 }]);
  });

  test("what rounding leaves of nothing is no fault", () => {
    const problem = problemOf(4, { "0-1": 9, "2-3": 9, "0-2": 0.3, "0-3": -0.1, "1-2": -0.1, "1-3": -0.1 });
    expect(0.3 - 0.1 - 0.1 - 0.1).toBeLessThan(0);
    expect(verifyClusters(problem, [[0, 1, 2, 3]])).toEqual([]);
  });

  test("every kind stands in the list of kinds once", () => {
    expect(new Set(CLUSTER_FAULTS).size).toBe(9);
  });
});

describe("what is asked", () => {
  test("no lists, no number of records and no weights are refused", () => {
    const problem = problemOf(2, {});
    expect(faultOf(() => verifyClusters(problem, "ab" as unknown as number[][])).code).toBe("invalid-argument");
    expect(faultOf(() => verifyClusters(problem, [3] as unknown as number[][])).code).toBe("invalid-argument");
    for (const records of [-1, 1.5, Number.NaN])
      expect(faultOf(() => verifyClusters({ ...problem, records }, [[0, 1]])).code).toBe("invalid-option");
    for (const weight of [Number.NaN, Number.POSITIVE_INFINITY, 1e200, "3" as unknown as number])
      expect(faultOf(() => verifyClusters({ records: 2, weights: () => weight }, [[0, 1]])).code).toBe("invalid-argument");
  });

  test("a chain of thousands is walked without recursion, and weights are asked in order", () => {
    const m = 3000;
    const weights = (i: number, j: number) => {
      if (!(i < j)) throw new Error("expected i < j");
      return j - i === 1 ? 1 : j - i === 2 && i === m - 3 ? -5 : 0;
    };
    const faults = verifyClusters({ records: m, weights }, [[...Array(m).keys()].reverse()]);
    expect(faults).toEqual([
      { kind: "weak-bridge", records: [m - 3, m - 2], cluster: 0, weight: -4 },
      { kind: "weak-bridge", records: [m - 2, m - 1], cluster: 0, weight: -4 },
      { kind: "outsider", records: [m - 3], cluster: 0, weight: -3 },
      { kind: "outsider", records: [m - 1], cluster: 0, weight: -4 },
    ]);
  });
});

/** Whole bits, so that every order of adding gives the same sum; few pairs are for, so that bridges abound. */
const bits = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -6, max: 0 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(NEVER) },
);

const problems = (maxLength: number): fc.Arbitrary<ClusterProblem> =>
  fc.nat(maxLength).chain((records) =>
    fc
      .record({
        table: fc.array(bits, { minLength: (records * (records - 1)) / 2, maxLength: (records * (records - 1)) / 2 }),
        sources: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: records, maxLength: records }),
      })
      .map(({ table, sources }) => ({
        records,
        weights: (i: number, j: number) => table[(j * (j - 1)) / 2 + i] as number,
        sourceOf: (i: number) => sources[i] as number,
      })),
  );

const withClusters = (maxLength: number) =>
  problems(maxLength).chain((problem) =>
    fc.array(fc.nat(2), { minLength: problem.records, maxLength: problem.records }).map((labels) => ({
      problem,
      clusters: [0, 1, 2].map((label) => [...labels.keys()].filter((i) => labels[i] === label)).filter((list) => list.length > 0),
    })),
  );

describe("the definitions, taken literally", () => {
  test("find the same faults: each pair taken away, each side summed", () => {
    fc.assert(
      fc.property(withClusters(14), ({ problem, clusters }) => {
        expect(verifyClusters(problem, clusters)).toEqual(clusters.flatMap((list, cluster) => naiveClusterFaults(problem, list, cluster)));
      }),
      { numRuns: 1500 },
    );
  });

  test("find the same in one cluster of more records than a word has bits", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 99 })), fc.integer({ min: 30, max: 70 }), (stream, records) => {
        const table = new Map<string, number>();
        const weights = (i: number, j: number) => {
          const known = table.get(`${i}-${j}`);
          if (known !== undefined) return known;
          const drawn = stream.next().value as number;
          const weight = j - i === 1 ? 3 : drawn < 2 ? 5 : drawn < 10 ? -1 : 0;
          table.set(`${i}-${j}`, weight);
          return weight;
        };
        const list = [...Array(records).keys()];
        expect(verifyClusters({ records, weights }, [list])).toEqual(naiveClusterFaults({ records, weights }, list, 0));
      }),
      { numRuns: 40 },
    );
  });

  test("a cluster's faults do not depend on the order of its records", () => {
    fc.assert(
      fc.property(withClusters(10), ({ problem, clusters }) => {
        expect(
          verifyClusters(
            problem,
            clusters.map((list) => [...list].reverse()),
          ),
        ).toEqual(verifyClusters(problem, clusters));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the twins", () => {
  test("there are as many partitions as Bell says", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((n) => [...partitions(n)].length)).toEqual([1, 1, 2, 5, 15, 52, 203, 877]);
  });

  test("where no list is clean, no clustering of greatest value has a weak bridge or an outsider", () => {
    fc.assert(
      fc.property(problems(6), ({ records, weights }) => {
        const problem = { records, weights };
        let best = { value: NEVER, clusters: [] as number[][] };
        for (const clusters of partitions(records)) {
          const value = clusteringValue(problem, clusters);
          if (value > best.value) best = { value, clusters };
        }
        const kinds = verifyClusters(problem, best.clusters).map(({ kind }) => kind);
        // A cluster may stand although parts of it have nothing to do with each other, at no gain; nothing else.
        expect(kinds.filter((kind) => kind !== "disconnected")).toEqual([]);
        expect(bestClustering(problem).value).toBe(best.value);
      }),
      { numRuns: 150 },
    );
  });

  test("the best clustering is sound, and the closure joins all that a chain joins", () => {
    fc.assert(
      fc.property(problems(6), (problem) => {
        const { value, clusters } = bestClustering(problem);
        expect(verifyClusters(problem, clusters)).toEqual([]);
        expect(clusteringValue(problem, clusters)).toBe(value);
        const closure = transitiveClosure(problem);
        expect(verifyClusters(problem, closure).filter(({ kind }) => kind === "missing" || kind === "disconnected")).toEqual([]);
        for (const list of clusters) expect(closure.some((whole) => list.every((record) => whole.includes(record)))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
