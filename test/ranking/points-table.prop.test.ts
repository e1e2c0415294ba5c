import fc from "fast-check";
import { expect, test } from "vitest";
import { compareCodePoints } from "../../src/numeric/index.js";
import { createTalentIndex } from "../../src/ranking/index.js";
import { score } from "../../src/scoring/index.js";
import { demandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

test("the table of points holds what each pair scores, by id, whatever edits led to the index", () => {
  fc.assert(
    fc.property(talentsArbitrary(20), fc.array(demandArbitrary, { maxLength: 3 }), fc.nat(20), (talents, demands, cut) => {
      const index = createTalentIndex(talents.slice(0, cut));
      index.upsert(talents.slice(cut));
      index.remove(talents.slice(0, 1).map(({ id }) => id));
      const left = talents.slice(1).sort((a, b) => compareCodePoints(a.id, b.id));
      const { ids, points } = index.pointsTable(demands);
      expect(ids).toEqual(left.map(({ id }) => id));
      const told = demands.map((demand) =>
        left.map((talent) => {
          const one = score(talent, demand);
          return one.candidate ? one.points : -1;
        }),
      );
      expect(points.map((own) => [...own])).toEqual(told);
    }),
    { numRuns: 300 },
  );
});

test("each demand may have criteria of its own", () => {
  const index = createTalentIndex([{ id: "a", degree: "bachelor" }]);
  const asks = (id: string) => ({ id, requirements: [{ dimension: "degree", kind: "soft" as const, values: ["master"] }] });
  const criteria = ({ id }: { id: string }) => (id === "strict" ? { degreeStep: 1000 } : undefined);
  expect(index.pointsTable([asks("strict"), asks("usual")], { criteria }).points.map(([points]) => points)).toEqual([0, 650_000]);
  expect(index.pointsTable([asks("usual")], { criteria: { degreeStep: 500 } }).points[0]?.[0]).toBe(500_000);
});

test("unknown options and demands that are no list are refused", () => {
  const index = createTalentIndex([]);
  expect(faultOf(() => index.pointsTable([], { k: 1 } as object)).code).toBe("unknown-option");
  expect(faultOf(() => index.pointsTable({} as never)).path).toEqual(["demands"]);
  expect(index.pointsTable([])).toEqual({ ids: [], points: [] });
});
