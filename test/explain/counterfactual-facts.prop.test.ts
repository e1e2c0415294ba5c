import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counterfactual } from "../../src/explain/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { compareCodePoints } from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { compileDemand, score } from "../../src/scoring/index.js";
import { deepFreeze, demandArbitrary, languageDemandArbitrary, talentArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { type NaivePools, naiveLeastChange } from "../oracle/naive-counterfactual.js";
import { naiveScore } from "../oracle/naive-score.js";

/** The codes that demands name, units above them, and others beside and below each of those. */
const POOLS: NaivePools = {
  regions: (
    "410923 410922 410924 410900 410105 410106 410100 410200 410202 410000 419001 419002 310115 310104 310102 310000 310200 120101 120102 120000 " +
    "441900 441901 440000 440200 810000 810200 110000 USA JPN CHN"
  ).split(" "),
  fields: (
    "083201 083202 083203 0832 082203 082202 0822 0802 08 080502 0805 0773 077301 0702 07 0972 120201 120202 1202 1203 12 140100 140102 1401 1402 14 " +
    "0202 02 010101"
  ).split(" "),
};

/** Talents of whom a good part is unknown. */
const unknownArbitrary = fc
  .tuple(talentArbitrary, fc.subarray(["residence", "hometown", "fields", "degree", "title"]))
  .map(
    ([talent, dropped]) => Object.fromEntries(Object.entries(talent).filter(([member]) => !dropped.includes(member))) as unknown as Talent,
  );

const rejecting = fc
  .tuple(demandArbitrary, fc.boolean())
  .map(([demand, reject]): Demand => (reject ? { ...demand, unknownHard: "reject" } : demand));

/** The literal scoring reads whole weights only, so that rounding is settled first. */
function withWholeWeights(demand: Demand): Demand {
  const weights = compileDemand(demand).terms.map(({ weight }) => weight);
  let at = 0;
  return { ...demand, requirements: demand.requirements.map((r) => (r.kind === "soft" ? { ...r, weight: weights[at++] as number } : r)) };
}

describe("counterfactual over facts", () => {
  test.each([
    ["mostly known facts", talentArbitrary, demandArbitrary, 700],
    ["mostly unknown facts", unknownArbitrary, rejecting, 500],
  ])("is the least of all changes that do it, %s", (_, talentOf, demandOf, numRuns) => {
    fc.assert(
      fc.property(talentsArbitrary(12), talentOf, demandOf, fc.integer({ min: 1, max: 4 }), (talents, talent, raw, k) => {
        const demand = withWholeWeights(raw);
        const bar = rank(
          talents.filter(({ id }) => id !== talent.id),
          demand,
          { k },
        )[k - 1];
        const enters = (s: { id: string; points: number; candidate: boolean }) =>
          s.candidate && (bar === undefined || s.points > bar.points || (s.points === bar.points && compareCodePoints(s.id, bar.id) < 0));
        const got = counterfactual(deepFreeze(talent), deepFreeze(demand), { talents: deepFreeze(talents), k, change: "facts" });
        expect(got.status === "in").toBe(enters(naiveScore(talent, demand)));
        if (got.status === "in") return;
        const { least } = naiveLeastChange(talent, demand, enters, POOLS, 2);
        if (got.status === "impossible") {
          expect(least).toBeUndefined();
          return;
        }
        const sum = (pick: "touches" | "steps") => got.changes.reduce((total, change) => total + change[pick], 0);
        const cost = {
          touches: sum("touches"),
          steps: sum("steps"),
          changed: got.changes.filter(({ kind }) => kind === "change").length,
          points: got.after.points,
        };
        // Brute force goes as far as two facts touched.
        if (cost.touches <= 2) expect(cost).toEqual(least);
        else expect(least).toBeUndefined();
      }),
      { numRuns },
    );
  });

  test("does what it says: the changed talent scores so, ranks so, and differs in the told facts alone", () => {
    const criteria = { dimensions: { language: {} } };
    const language = (demand: Demand) => ({ ...demand, unknown: 300 });
    fc.assert(
      fc.property(
        talentsArbitrary(15),
        unknownArbitrary,
        languageDemandArbitrary.map(language),
        fc.integer({ min: 1, max: 5 }),
        (talents, talent, demand, k) => {
          const got = counterfactual(talent, demand, { talents, k, criteria, change: "facts" });
          const { points, low, high, candidate, toVerify } = score(talent, demand, criteria);
          expect(got.before).toMatchObject({ points, low, high, candidate, ...(toVerify ? { toVerify } : {}) });
          const others = talents.filter(({ id }) => id !== talent.id);
          const placeOf = (one: Talent) => rank([...others, one], demand, { k, criteria }).find(({ id }) => id === one.id);
          expect(got.before.rank).toBe(placeOf(talent)?.rank);
          if (got.status !== "change") return;
          const after = placeOf(got.talent);
          expect(got.after).toEqual({
            points: after?.points,
            low: after?.low,
            high: after?.high,
            candidate: true,
            ...(after?.toVerify ? { toVerify: true } : {}),
            rank: after?.rank,
          });
          const told = new Set<string>(got.changes.map(({ fact }) => (fact.startsWith("facts.") ? "facts" : fact)));
          for (const member of new Set([...Object.keys(talent), ...Object.keys(got.talent)]) as Set<keyof Talent>)
            expect(told.has(member)).toBe(JSON.stringify(talent[member]) !== JSON.stringify(got.talent[member]));
          for (const { fact, kind, from, to } of got.changes) {
            expect(kind).toBe(from === undefined ? "learn" : "change");
            if (fact === "hometown") expect(kind).toBe("learn");
            if (fact === "fields") expect(got.talent.fields).toEqual(to);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("over an index it tells the same as over its talents", () => {
    fc.assert(
      fc.property(talentsArbitrary(12), unknownArbitrary, rejecting, fc.integer({ min: 1, max: 4 }), (talents, talent, demand, k) => {
        const index = createTalentIndex(talents);
        expect(counterfactual(talent, demand, { index, k, change: "facts" })).toEqual(
          counterfactual(talent, demand, { talents, k, change: "facts" }),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("the order of the talents is nothing to it", () => {
    fc.assert(
      fc.property(talentsArbitrary(10), unknownArbitrary, rejecting, (talents, talent, demand) => {
        const told = (list: readonly Talent[]) => counterfactual(talent, demand, { talents: list, k: 2, change: "facts" });
        expect(told(talents.toReversed())).toEqual(told(talents));
      }),
      { numRuns: 100 },
    );
  });
});
