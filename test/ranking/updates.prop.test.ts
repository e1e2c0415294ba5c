import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Talent } from "../../src/model/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { createTalentIndex, RANK_ENGINES, rank, TalentIndex } from "../../src/ranking/index.js";
import { streamTalents } from "../../src/synth/index.js";
import { demandArbitrary, languageDemandArbitrary, talentArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };

/** One call on the index: some talents in, or some ids out; ids are drawn from few, so that they meet. */
const editArbitrary = fc.oneof(
  fc.record({ upsert: fc.uniqueArray(talentArbitrary, { maxLength: 4, selector: ({ id }) => id }) }),
  fc.record({ remove: fc.array(fc.nat(30), { maxLength: 4 }) }),
);

/** Edits an index and, beside it, a plain map. */
function play(index: TalentIndex, registry: Map<string, Talent>, edits: readonly ({ upsert: Talent[] } | { remove: number[] })[]): void {
  for (const edit of edits) {
    if ("upsert" in edit) {
      index.upsert(edit.upsert);
      for (const talent of edit.upsert) registry.set(talent.id, talent);
    } else {
      const ids = [...registry.keys()];
      const gone = edit.remove.map((i) => ids[i % Math.max(1, ids.length)] ?? "nobody");
      expect(index.remove(gone)).toBe(new Set(gone.filter((id) => registry.has(id))).size);
      for (const id of gone) registry.delete(id);
    }
  }
}

describe("TalentIndex.upsert and remove", () => {
  test("after any edits, lists, counts and snapshot are those of a fresh build", () => {
    fc.assert(
      fc.property(
        talentsArbitrary(12),
        fc.array(editArbitrary, { maxLength: 12 }),
        fc.array(languageDemandArbitrary, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 20 }),
        (talents, edits, demands, k) => {
          const index = createTalentIndex(talents, { criteria });
          const registry = new Map(talents.map((talent) => [talent.id, talent]));
          play(index, registry, edits);
          const fresh = createTalentIndex([...registry.values()], { criteria });
          expect([index.size, [...registry.keys()].every((id) => index.has(id))]).toEqual([registry.size, true]);
          for (const demand of demands) {
            expect(index.countCandidates(demand)).toBe(fresh.countCandidates(demand));
            for (const engine of RANK_ENGINES) expect(index.rank(demand, { k, engine })).toEqual(fresh.rank(demand, { k }));
          }
          expect(index.toSnapshot()).toEqual(fresh.toSnapshot());
          for (const demand of demands) expect(index.rank(demand, { k })).toEqual(fresh.rank(demand, { k }));
        },
      ),
      { numRuns: 600 },
    );
  });

  test("segments with cells of their own merge and rebuild without losing anybody", () => {
    const people = [...streamTalents({ seed: 5, count: 6000 })];
    const changed = [...streamTalents({ seed: 6, count: 6000 })].map((talent, i) => ({ ...talent, id: (people[i] as Talent).id }));
    const demands = fc.sample(demandArbitrary, { seed: 3, numRuns: 12 });
    const random = seededRandom(11);
    const registry = new Map(people.slice(0, 3000).map((talent) => [talent.id, talent]));
    const index = createTalentIndex([...registry.values()]);
    for (let step = 0; step < 40; step++) {
      const some = (of: readonly Talent[], n: number) => Array.from({ length: n }, () => of[Math.floor(random() * of.length)] as Talent);
      const taken = new Map(
        some(random() < 0.5 ? people : changed, [1, 20, 300, 900][step % 4] as number).map((talent) => [talent.id, talent]),
      );
      index.upsert([...taken.values()]);
      for (const [id, talent] of taken) registry.set(id, talent);
      const gone = some(people, step % 7 === 6 ? 1500 : 30).map(({ id }) => id);
      index.remove(gone);
      for (const id of gone) registry.delete(id);
      if (step % 5 !== 4) continue;
      const fresh = createTalentIndex([...registry.values()]);
      expect(index.size).toBe(fresh.size);
      for (const demand of demands) {
        for (const engine of [undefined, ...RANK_ENGINES]) {
          const options = engine ? { k: 15, engine } : { k: 15 };
          expect(index.rank(demand, { ...options, nearMisses: true })).toEqual(fresh.rank(demand, { k: 15, nearMisses: true }));
        }
      }
    }
    expect(index.toSnapshot()).toEqual(createTalentIndex([...registry.values()]).toSnapshot());
  });

  test("lists stay right on the same index through rankings, edits and snapshots", () => {
    fc.assert(
      fc.property(
        talentsArbitrary(10),
        fc.array(editArbitrary, { minLength: 1, maxLength: 6 }),
        fc.array(languageDemandArbitrary, { minLength: 1, maxLength: 3 }),
        (talents, edits, demands) => {
          const index = createTalentIndex(talents, { criteria });
          const registry = new Map(talents.map((talent) => [talent.id, talent]));
          for (const edit of edits) {
            play(index, registry, [edit]);
            for (const stage of ["edited", "written"]) {
              if (stage === "written") expect(TalentIndex.fromSnapshot(index.toSnapshot(), { criteria }).size).toBe(registry.size);
              for (const demand of demands) {
                for (const engine of RANK_ENGINES) {
                  expect(index.rank(demand, { k: 5, engine })).toEqual(rank([...registry.values()], demand, { k: 5, criteria }));
                }
              }
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test("an index that is only ever edited keeps few segments, and sweeps up what is removed", () => {
    const people = [...streamTalents({ seed: 8, count: 5000 })];
    const index = createTalentIndex([]);
    for (let i = 0; i < people.length; i += 100) index.upsert(people.slice(i, i + 100));
    const cost = (k: number) => {
      let touched = 0;
      index.rank({ id: "d", requirements: [] }, { k, engine: "cells", onStats: (stats) => (touched = stats.touched) });
      return touched;
    };
    // Rows that wait are scanned, the others walked: some hundreds, never all.
    expect(cost(5)).toBeLessThan(600);
    index.remove(people.slice(0, 4900).map(({ id }) => id));
    expect([index.size, cost(5) < 400]).toEqual([100, true]);
  });

  test("an index of one segment is rebuilt once more than half of it is gone", () => {
    const people = [...streamTalents({ seed: 9, count: 2000 })];
    const index = createTalentIndex(people);
    index.remove(people.slice(0, 1500).map(({ id }) => id));
    let touched = 0;
    index.rank({ id: "d", requirements: [] }, { k: 5, engine: "cells", onStats: (stats) => (touched = stats.touched) });
    expect([index.size, touched < 300]).toEqual([500, true]);
  });

  test("places that nobody lived in when they were first asked for are found once somebody does", () => {
    const people = (count: number, residence: string) =>
      Array.from({ length: count }, (_, i): Talent => ({ id: `${residence}-${i}`, residence }));
    const index = createTalentIndex(people(300, "410105"));
    const demand = { id: "d", requirements: [{ dimension: "region", kind: "soft" as const, values: ["310115"] }] };
    expect(index.rank(demand, { k: 1, engine: "cells" })[0]?.points).toBe(200_000);
    index.upsert(people(400, "310115"));
    expect(index.rank(demand, { k: 1, engine: "cells" })).toMatchObject([{ id: "310115-0", points: 1_000_000 }]);
  });

  test("a faulty talent or a twice given id changes nothing", () => {
    const index = createTalentIndex([{ id: "a", degree: "master" }]);
    const before = index.toSnapshot();
    expect(faultOf(() => index.upsert([{ id: "b" }, { id: "a", residence: "nowhere" }])).code).toBe("invalid-talent");
    expect(
      faultOf(() =>
        index.upsert([
          { id: "b", residence: "320506", fields: ["0832"] },
          { id: "c", degree: "phd" as "doctor" },
        ]),
      ).code,
    ).toBe("invalid-talent");
    expect(TalentIndex.fromSnapshot(index.toSnapshot()).size).toBe(1);
    expect(faultOf(() => index.upsert([{ id: "b" }, { id: "b" }])).code).toBe("duplicate-id");
    expect(faultOf(() => index.remove(["a", 7 as unknown as string])).code).toBe("invalid-argument");
    expect(faultOf(() => index.has(7 as unknown as string)).code).toBe("invalid-argument");
    expect(index.has("a")).toBe(true);
    expect(faultOf(() => index.upsert({} as Talent[])).code).toBe("invalid-argument");
    expect(faultOf(() => index.remove([7 as unknown as string])).code).toBe("invalid-argument");
    expect([index.size, index.has("b")]).toEqual([1, false]);
    expect(index.toSnapshot()).toEqual(before);
  });

  test("everybody may go, and others come", () => {
    const index = createTalentIndex([{ id: "a" }]);
    expect([index.remove(["a", "a", "z"]), index.size]).toEqual([1, 0]);
    const demand = { id: "d", requirements: [{ dimension: "degree", kind: "hard" as const, values: ["master"] }] };
    expect(index.rank(demand)).toEqual([]);
    index.upsert([{ id: "c", degree: "doctor" }]);
    expect(index.rank(demand).map(({ id }) => id)).toEqual(["c"]);
  });
});
