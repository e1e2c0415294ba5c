import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type StableMatchingProblem, solveStableMatching, solveStableRoommates, verifyStability } from "../../src/assignment/index.js";
import { faultOf } from "../fault.js";
import { type NaiveMarket, naiveStableMatchings, naiveStablePairings } from "../oracle/naive-assignment.js";

/** Some of 0..count-1 in any order. */
const someOf = (count: number) => fc.shuffledSubarray([...Array(count).keys()]);

const marketArbitrary: fc.Arbitrary<NaiveMarket> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain(([p, r]) =>
    fc.record({
      proposers: fc.array(someOf(r), { minLength: p, maxLength: p }),
      reviewers: fc.array(someOf(p), { minLength: r, maxLength: r }),
      proposerCapacity: fc.array(fc.nat(2), { minLength: p, maxLength: p }),
      reviewerCapacity: fc.array(fc.nat(3), { minLength: r, maxLength: r }),
    }),
  );

function problemOf({ proposers, reviewers, proposerCapacity, reviewerCapacity }: NaiveMarket): StableMatchingProblem {
  const named = (lists: readonly (readonly number[])[], own: string, other: string) =>
    Object.fromEntries(lists.map((list, i) => [own + i, list.map((j) => other + j)]));
  const capacity = new Map([
    ...proposerCapacity.map((own, i) => [`p${i}`, own] as const),
    ...reviewerCapacity.map((own, i) => [`r${i}`, own] as const),
  ]);
  return { proposers: named(proposers, "p", "r"), reviewers: named(reviewers, "r", "p"), capacity };
}

describe("solveStableMatching", () => {
  test("gives one of all stable matchings, the one whose proposers no other serves better, on either side", () => {
    fc.assert(
      fc.property(marketArbitrary, (market) => {
        const problem = problemOf(market);
        const { pairs, unmatched } = solveStableMatching(problem);
        const all = naiveStableMatchings(market);
        const told = pairs.map(({ proposer, reviewer }) => `${proposer.slice(1)} ${reviewer.slice(1)}`);
        expect(all.map((one) => one.toSorted())).toContainEqual(told.toSorted());
        // With what a proposer has in any stable matching, it would rather have what it has here: the best of all that any gives it.
        for (const [p, list] of market.proposers.entries()) {
          const own = told.filter((pair) => pair.startsWith(`${p} `)).map((pair) => list.indexOf(Number(pair.split(" ")[1])));
          const anywhere = all.flatMap((one) =>
            one.filter((pair) => pair.startsWith(`${p} `)).map((pair) => list.indexOf(Number(pair.split(" ")[1]))),
          );
          const best = [...new Set(anywhere)].sort((a, b) => a - b).slice(0, own.length);
          expect(own.toSorted((a, b) => a - b)).toEqual(best);
        }
        expect(verifyStability(problem, { pairs })).toEqual({ feasible: true, stable: true, blocking: [] });
        expect(unmatched.proposers).toEqual(
          Object.keys(problem.proposers).filter((name) => !pairs.some(({ proposer }) => proposer === name)),
        );
        expect(unmatched.reviewers).toEqual(
          Object.keys(problem.reviewers).filter((name) => !pairs.some(({ reviewer }) => reviewer === name)),
        );
      }),
      { numRuns: 600 },
    );
  });

  test("names such as constructor and __proto__ are names", () => {
    const proposers = new Map([["__proto__", ["constructor"]]]);
    const reviewers = new Map([["constructor", ["__proto__"]]]);
    expect(solveStableMatching({ proposers, reviewers }).pairs).toEqual([{ proposer: "__proto__", reviewer: "constructor" }]);
  });

  test.each([
    ["proposers.0", { proposers: { a: ["y"] }, reviewers: { x: [] } }],
    ["proposers.0", { proposers: { a: ["x", "x"] }, reviewers: { x: ["a"] } }],
    ["reviewers.0", { proposers: { a: [] }, reviewers: { x: "a" } }],
    ["proposers", { proposers: ["a"], reviewers: {} }],
    ["capacity", { proposers: { a: [] }, reviewers: {}, capacity: { b: 1 } }],
    ["capacity", { proposers: { a: [] }, reviewers: { a: [] }, capacity: { a: 1 } }],
    ["capacity", { proposers: { a: [] }, reviewers: {}, capacity: { a: -1 } }],
    ["sides", { proposers: { a: [] }, reviewers: {}, sides: 2 }],
  ])("refuses a bad %s and says where", (path, problem) => {
    expect(faultOf(() => solveStableMatching(problem as unknown as StableMatchingProblem)).path.join(".")).toBe(path);
  });
});

test("what is no problem and no matching is refused", () => {
  for (const run of [
    () => solveStableMatching(undefined as never),
    () => solveStableRoommates(undefined as never),
    () => verifyStability(null as never, { pairs: [] }),
    () => verifyStability({ proposers: {}, reviewers: {} }, null as never),
    () => verifyStability({ proposers: {}, reviewers: {} }, { pairs: [null] } as never),
  ])
    expect(faultOf(run).code).toBe("invalid-argument");
});

describe("verifyStability", () => {
  test("calls a set of pairs stable exactly where trying everything does", () => {
    fc.assert(
      fc.property(marketArbitrary, fc.infiniteStream(fc.boolean()), (market, coins) => {
        const pairs = market.proposers.flatMap((list, p) => list.filter(() => coins.next().value).map((r) => [p, r] as const));
        const stable = naiveStableMatchings(market).map((one) => one.toSorted().join());
        const given = pairs.map(([p, r]) => ({ proposer: `p${p}`, reviewer: `r${r}` }));
        const key = pairs
          .map(([p, r]) => `${p} ${r}`)
          .toSorted()
          .join();
        expect(verifyStability(problemOf(market), { pairs: given }).stable).toBe(stable.includes(key));
      }),
      { numRuns: 600 },
    );
  });

  test("a pair that is made twice or names nobody is told", () => {
    const problem = { proposers: { a: ["x"] }, reviewers: { x: ["a"] }, capacity: { x: 2 } };
    const pair = { proposer: "a", reviewer: "x" };
    expect(verifyStability(problem, { pairs: [pair, pair] }).feasible).toBe(false);
    expect(faultOf(() => verifyStability(problem, { pairs: [{ proposer: "b", reviewer: "x" }] })).path).toEqual(["pairs", 0]);
  });
});

describe("solveStableRoommates", () => {
  const groupArbitrary = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.tuple(
      ...[...Array(n).keys()].map((i) =>
        fc.shuffledSubarray(
          [...Array(n).keys()].filter((j) => j !== i),
          { minLength: Math.max(0, n - 3) },
        ),
      ),
    ),
  );

  test("gives a stable pairing exactly where there is one", () => {
    let without = 0;
    fc.assert(
      fc.property(groupArbitrary, (lists) => {
        const solved = solveStableRoommates({
          preferences: Object.fromEntries(lists.map((list, i) => [`n${i}`, list.map((j) => `n${j}`)])),
        });
        const all = naiveStablePairings(lists).map((one) => one.join());
        if (all.length === 0) without++;
        const told = solved?.map(([a, b]) => `${a.slice(1)} ${b.slice(1)}`).toSorted();
        if (told === undefined) expect(all).toEqual([]);
        else expect(all).toContain(told.join());
      }),
      { numRuns: 1000 },
    );
    expect(without).toBeGreaterThan(10);
  });

  test("nobody is paired with themselves, and a name of nobody is refused", () => {
    expect(solveStableRoommates({ preferences: { a: ["a", "b"], b: ["a"] } })).toEqual([["a", "b"]]);
    expect(faultOf(() => solveStableRoommates({ preferences: { a: ["c"] } })).path).toEqual(["preferences", 0]);
  });
});
