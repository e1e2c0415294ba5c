import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  solveAssignment,
  solveStableMatching,
  solveStableRoommates,
  verifyAssignment,
  verifyStability,
} from "../../src/assignment/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

const read = (...parts: string[]) => readFileSync(sharedData("bench", "assignment", ...parts), "utf8");
const json = <T>(name: string): T[] => (hasSharedData ? JSON.parse(read(name)) : []);

interface Capacitated {
  readonly name: string;
  readonly weights: (number | null)[][];
  readonly demand_capacity: number[];
  readonly max_total_weight: number;
}
interface Market {
  readonly name: string;
  readonly applicants: Record<string, string[]>;
  readonly hosts: Record<string, string[]>;
  readonly capacity: Record<string, number>;
  readonly applicant_optimal: Record<string, string[]>;
  readonly host_optimal: Record<string, string[]>;
}
interface Roommates {
  readonly name: string;
  readonly prefs: Record<string, string[]>;
  readonly matching: Record<string, string> | null;
}

/** OR-Library, J. E. Beasley: assignment problems with published optima; capacitated and stable cases with theirs. */
describe.skipIf(!hasSharedData)("published assignment problems", () => {
  test("every OR-Library problem at hand has its published least cost, and the highest that scipy finds", () => {
    const optima = hasSharedData ? read("orlib-assign", "optima.csv").trim().split("\n").slice(1) : [];
    for (const line of optima) {
      const [name, size, least, highest] = line.split(",");
      const n = Number(size);
      const [first, ...cost] = read("orlib-assign", `${name}.txt`).trim().split(/\s+/).map(Number);
      expect(first).toBe(n);
      for (const [maximize, optimum] of [
        [false, Number(least)],
        [true, Number(highest)],
      ] as const) {
        const dense = { rows: n, columns: n, cost: Float64Array.from(cost), maximize };
        // The listed pairs take the other solver.
        const sparse = { ...dense, cost: cost.map((one, i) => ({ row: Math.floor(i / n), column: i % n, cost: one })) };
        for (const problem of [dense, sparse]) {
          const solution = solveAssignment(problem);
          expect(solution.total).toBe(optimum);
          expect(verifyAssignment(problem, solution, { tolerance: 0 }).optimal).toBe(true);
        }
      }
    }
    expect(optima.length).toBe(2);
  });

  test.each(json<Capacitated>("capacitated-assignment.json"))("capacitated: $name", ({ weights, demand_capacity, max_total_weight }) => {
    for (const pairing of ["most", "paying"] as const) {
      const problem = {
        rows: weights.length,
        columns: demand_capacity.length,
        cost: weights,
        columnCapacity: demand_capacity,
        maximize: true,
        pairing,
      };
      const solution = solveAssignment(problem);
      expect(solution.total).toBe(max_total_weight);
      expect(verifyAssignment(problem, solution, { tolerance: 0 }).optimal).toBe(true);
    }
  });

  const byHost = (pairs: readonly (readonly [string, string])[], hosts: readonly string[]) =>
    Object.fromEntries(hosts.map((host) => [host, pairs.filter(([, own]) => own === host).map(([applicant]) => applicant)]));
  const sorted = (table: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(table).map(([host, own]) => [host, own.toSorted()]));

  test.each(json<Market>("stable-matching.json"))("stable: $name, for either side", (market) => {
    const { applicants, hosts, capacity } = market;
    const ours = { proposers: applicants, reviewers: hosts, capacity };
    const forApplicants = solveStableMatching(ours);
    expect(
      sorted(
        byHost(
          forApplicants.pairs.map(({ proposer, reviewer }) => [proposer, reviewer]),
          Object.keys(hosts),
        ),
      ),
    ).toEqual(sorted(market.applicant_optimal));
    expect(verifyStability(ours, forApplicants)).toEqual({ feasible: true, stable: true, blocking: [] });
    const theirs = { proposers: hosts, reviewers: applicants, capacity };
    const forHosts = solveStableMatching(theirs);
    expect(
      sorted(
        byHost(
          forHosts.pairs.map(({ proposer, reviewer }) => [reviewer, proposer]),
          Object.keys(hosts),
        ),
      ),
    ).toEqual(sorted(market.host_optimal));
    expect(verifyStability(theirs, forHosts).stable).toBe(true);
  });

  test.each(json<Roommates>("stable-roommates.json"))("roommates: $name", ({ prefs, matching }) => {
    const solved = solveStableRoommates({ preferences: prefs });
    const told = matching === null ? undefined : new Set(Object.entries(matching).map((pair) => pair.toSorted().join(" ")));
    expect(solved === undefined ? undefined : new Set(solved.map((pair) => pair.toSorted().join(" ")))).toEqual(told);
  });
});
