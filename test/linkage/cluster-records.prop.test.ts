import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClusterProblem, clusterRecords, verifyClusters } from "../../src/linkage/index.js";
import { bestClustering, clusteringValue, transitiveClosure } from "../oracle/naive-clusters.js";

/** Weights of a random problem: many ties and zeros, some pairs forbidden, some records of clean lists. */
function problemOf(records: number, weights: readonly number[], lists: readonly number[]): ClusterProblem {
  const at = (i: number, j: number) => weights[(j * (j - 1)) / 2 + i] ?? 0;
  const sourceOf = (i: number) => lists[i] ?? -1;
  const weight = (i: number, j: number) => {
    const [a, b] = i < j ? [i, j] : [j, i];
    return sourceOf(a) >= 0 && sourceOf(a) === sourceOf(b) ? Number.NEGATIVE_INFINITY : at(a, b);
  };
  return { records, weights: weight, sourceOf };
}

const weight = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -12, max: 12 }) },
  { weight: 1, arbitrary: fc.constant(Number.NEGATIVE_INFINITY) },
);
const problems = (max: number) =>
  fc
    .integer({ min: 0, max })
    .chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.array(weight, { minLength: (records * (records - 1)) / 2, maxLength: (records * (records - 1)) / 2 }),
        fc.array(
          fc.integer({ min: -2, max: 1 }).map((list) => Math.max(-1, list)),
          { minLength: records, maxLength: records },
        ),
      ),
    )
    .map(([records, weights, lists]) => problemOf(records, weights, lists));

/** People of several records each, whose pairs mostly speak for one person, among others whose pairs mostly do not. */
const crowds = fc
  .tuple(
    fc.integer({ min: 10, max: 60 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 0, max: 2 ** 30 }),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([records, people, seed, noise]) => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    const person = Array.from({ length: records }, () => Math.floor(random() * people));
    const weights = Array.from({ length: (records * (records - 1)) / 2 }, () => 0);
    for (let j = 1; j < records; j++)
      for (let i = 0; i < j; i++) {
        const same = person[i] === person[j] ? 1 : -1;
        weights[(j * (j - 1)) / 2 + i] = Math.round((random() * 100 < noise ? -same : same) * (1 + random() * 10));
      }
    return problemOf(records, weights, []);
  });

const solve = (problem: ClusterProblem) => clusterRecords(problem.records, problem.weights);

describe("clusterRecords", () => {
  test("up to nine records no partition is better, and the check finds nothing", () => {
    fc.assert(
      fc.property(problems(7), (problem) => {
        const clusters = solve(problem);
        expect(verifyClusters(problem, clusters)).toEqual([]);
        expect(clusteringValue(problem, clusters)).toBe(bestClustering(problem).value);
      }),
      { numRuns: 400 },
    );
  });

  test("beyond nine records the check finds nothing, and closure is never better", () => {
    fc.assert(
      fc.property(fc.oneof(problems(24), crowds), (problem) => {
        const clusters = solve(problem);
        expect(verifyClusters(problem, clusters)).toEqual([]);
        expect(clusteringValue(problem, clusters)).toBeGreaterThanOrEqual(
          Math.max(0, clusteringValue(problem, transitiveClosure(problem))),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("two people joined by one weak link stay two, though closure makes them one", () => {
    const bits = new Map([
      ["0,1", 6],
      ["2,3", 6],
      ["1,2", 1],
    ]);
    const problem = { records: 4, weights: (i: number, j: number) => bits.get(`${Math.min(i, j)},${Math.max(i, j)}`) ?? -2 };
    expect(transitiveClosure(problem)).toHaveLength(1);
    expect(solve(problem)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test("a crowd beyond what is kept in memory is parted as well", () => {
    const problem = { records: 450, weights: (i: number, j: number) => (i % 30 === j % 30 ? 3 : -4) };
    const clusters = solve(problem);
    expect(clusters).toHaveLength(30);
    expect(verifyClusters(problem, clusters)).toEqual([]);
  });

  test("what neither joins nor parts stays apart", () => {
    expect(clusterRecords(3, () => 0)).toEqual([[0], [1], [2]]);
    expect(clusterRecords(0, () => 1)).toEqual([]);
  });
});
