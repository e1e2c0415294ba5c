import { describe, expect, test } from "vitest";
import type { Demand, Talent } from "../../src/model/index.js";
import { explain, score, settleCriteria } from "../../src/scoring/index.js";
import { faultOf } from "../fault.js";

const demand: Demand = {
  id: "d",
  requirements: [
    { dimension: "field", kind: "soft", values: ["083201"] },
    { dimension: "title", kind: "soft", values: ["senior"] },
    { dimension: "region", kind: "soft", values: ["410923"] },
  ],
};
const criteria = { atLeast: { field: 700, title: 700 } };

describe("criteria.atLeast", () => {
  test.each<[string, Omit<Talent, "id">, boolean, boolean]>([
    ["the same field", { fields: ["083201"], title: { grade: "senior" } }, true, false],
    ["a field of the discipline, one step short", { fields: ["083203"], title: { grade: "associate-senior" } }, true, false],
    ["the best of several fields", { fields: ["120201", "083202"], title: { grade: "senior" } }, true, false],
    ["a field of the category only", { fields: ["082201"], title: { grade: "senior" } }, false, false],
    ["two steps short", { fields: ["083201"], title: { grade: "intermediate" } }, false, false],
    ["no field at all", { fields: [], title: { grade: "senior" } }, false, false],
    ["an unknown field", { title: { grade: "senior" } }, true, true],
    ["a field too coarse to tell", { fields: ["08"], title: { grade: "senior" } }, true, true],
    ["an unknown title", { fields: ["083201"] }, true, true],
  ])("%s", (_, facts, candidate, toVerify) => {
    const told = score({ id: "t", ...facts }, demand, criteria);
    expect([told.candidate, told.toVerify === true]).toEqual([candidate, toVerify]);
    // It shuts out, and changes no points.
    expect(told.points).toBe(score({ id: "t", ...facts }, demand).points);
  });

  test("the requirement that shuts out is named, and each asked value counts with mode all", () => {
    const both: Demand = { id: "d", requirements: [{ dimension: "field", kind: "soft", mode: "all", values: ["083201", "120201"] }] };
    expect(score({ id: "t", fields: ["083201"] }, both, criteria).failed).toEqual([0]);
    expect(score({ id: "t", fields: ["083201", "120203"] }, both, criteria).candidate).toBe(true);
    const told = explain({ id: "t", fields: ["120201"] }, demand, criteria);
    expect(told.rules.map(({ requirement, verdict }) => [requirement, verdict])).toEqual([
      [0, "fails"],
      [1, "unknown"],
    ]);
  });

  test("a least that is no integer in 0..1000 is refused", () => {
    for (const least of [-1, 1001, 0.5, "700"]) {
      expect(faultOf(() => settleCriteria({ atLeast: { field: least as number } })).code).toBe("invalid-option");
    }
  });
});
