import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildTalentMap, defaultChains, type ReferralStep, referralPaths } from "../../src/chain/index.js";
import type { Chain, Talent } from "../../src/model/index.js";
import { faultOf } from "../fault.js";

const chain = defaultChains[0] as Chain;
const talentsArbitrary: fc.Arbitrary<Talent[]> = fc
  .array(
    fc.record({
      organization: fc.constantFrom(undefined, "甲公司", "乙大学", "丙局"),
      hometown: fc.constantFrom(undefined, "410923", "410922"),
      residence: fc.constantFrom(undefined, "310115", "120101", "410105"),
      doNotContact: fc.constantFrom(undefined, undefined, true),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((people) =>
    people.map((facts, i) => ({ id: `t${i}`, ...Object.fromEntries(Object.entries(facts).filter(([, v]) => v !== undefined)) })),
  );

const BASE = { employer: 0.8, hometown: 0.5, city: 0.2 };

/** Trust of the best walk of at most `hops` steps, by trying every one. */
function bestTrust(talents: readonly Talent[], staff: readonly string[], target: string, hops: number): number {
  const ties = (a: Talent, b: Talent) =>
    (
      [
        ["employer", "organization"],
        ["hometown", "hometown"],
        ["city", "residence"],
      ] as const
    ).flatMap(([tie, member]) => {
      if (a[member] === undefined || a[member] !== b[member]) return [];
      const people = talents.filter((one) => one[member] === a[member]).length;
      return [BASE[tie] / (1 + Math.log2(Math.max(1, people - 1)))];
    });
  const from = (at: Talent, left: number): number => {
    if (at.id === target) return 1;
    if (left === 0) return 0;
    let best = 0;
    for (const next of talents) {
      if (next === at || (next.id !== target && next.doNotContact)) continue;
      for (const trust of ties(at, next)) best = Math.max(best, trust * from(next, left - 1));
    }
    return best;
  };
  return Math.max(0, ...talents.filter(({ id }) => staff.includes(id)).map((head) => from(head, hops)));
}

describe("referralPaths", () => {
  test("finds the best product of trust over every walk, and says none where there is none", () => {
    fc.assert(
      fc.property(talentsArbitrary, fc.integer({ min: 1, max: 3 }), (talents, maxHops) => {
        const map = buildTalentMap(chain, { talents, stations: [{ id: "sh", name: "上海站", region: "310000", staff: ["t0"] }] });
        for (const { id } of talents) {
          const told = referralPaths(map, id, { maxHops });
          const want = bestTrust(talents, ["t0"], id, maxHops);
          expect(told.status).toBe(want > 0 ? "found" : "none");
          if (told.status !== "found") continue;
          const [path] = told.paths;
          expect(path?.trust).toBeCloseTo(want, 12);
          expect(path?.steps.length).toBeLessThanOrEqual(maxHops);
          expect((path?.steps ?? []).reduce((product, step) => product * step.trust, 1)).toBeCloseTo(want, 12);
          checkSteps(talents, path?.steps ?? [], id);
        }
      }),
      { numRuns: 400 },
    );
  });

  test("stations are told apart, and why there is no way is said", () => {
    const talents: Talent[] = [
      { id: "a", organization: "甲公司" },
      { id: "b", organization: "甲公司" },
      { id: "c" },
      { id: "d", hometown: "410923" },
    ];
    const station = (id: string, staff: string[]) => ({ id, name: id, region: "310000", staff });
    const map = buildTalentMap(chain, { talents, stations: [station("x", ["a"]), station("y", ["nobody"]), station("z", ["b"])] });
    const told = referralPaths(map, "b");
    expect(told.status === "found" && told.paths.map((path) => [path.station, path.trust])).toEqual([
      ["z", 1],
      ["x", 0.8],
    ]);
    expect(referralPaths(map, "c")).toEqual({ status: "none", reason: "nothing-shared" });
    expect(referralPaths(map, "d")).toEqual({ status: "none", reason: "too-far" });
    expect(referralPaths(buildTalentMap(chain, { talents }), "a")).toEqual({ status: "none", reason: "no-staff" });
    expect(faultOf(() => referralPaths(map, "e")).code).toBe("invalid-argument");
    expect(faultOf(() => referralPaths(map, "a", { maxHops: 0 })).code).toBe("invalid-option");
    expect(faultOf(() => referralPaths(map, "a", { trust: { city: 2 } })).code).toBe("invalid-option");
    expect(faultOf(() => referralPaths(map, "a", { trust: { school: 0.5 } as object })).code).toBe("unknown-option");
  });
});

/** Steps lead from a station's person to the target, each over something that both share, through nobody who may not be asked. */
function checkSteps(talents: readonly Talent[], steps: readonly ReferralStep[], target: string): void {
  const byId = new Map(talents.map((talent) => [talent.id, talent]));
  const member = { employer: "organization", hometown: "hometown", city: "residence" } as const;
  for (const [i, { from, to, tie, shared, people }] of steps.entries()) {
    expect([byId.get(from)?.[member[tie]], byId.get(to)?.[member[tie]]]).toEqual([shared, shared]);
    expect(people).toBe(talents.filter((one) => one[member[tie]] === shared).length);
    if (i > 0) expect([from, byId.get(from)?.doNotContact]).toEqual([steps[i - 1]?.to, undefined]);
  }
  if (steps.length > 0) expect([steps[0]?.from, steps.at(-1)?.to]).toEqual(["t0", target]);
}
