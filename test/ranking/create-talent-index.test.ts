import { describe, expect, test } from "vitest";
import type { Demand, Talent } from "../../src/model/index.js";
import { createTalentIndex, type RankStats, rank } from "../../src/ranking/index.js";
import { faultOf } from "../fault.js";

const demand: Demand = { id: "d", requirements: [{ dimension: "degree", kind: "soft", values: ["doctor"] }] };

describe("rank and TalentIndex.rank", () => {
  test("ten talents are returned unless k says otherwise", () => {
    const talents = Array.from({ length: 12 }, (_, i): Talent => ({ id: `t${i}` }));
    expect(rank(talents, demand)).toHaveLength(10);
    expect(createTalentIndex(talents).rank(demand)).toHaveLength(10);
    expect(createTalentIndex(talents).rank(demand, { k: Number.POSITIVE_INFINITY })).toHaveLength(12);
  });

  test("equal points across the cut are marked as tied", () => {
    const talents: Talent[] = [
      { id: "a", degree: "doctor" },
      { id: "b", degree: "master" },
      { id: "c", degree: "master" },
    ];
    expect(rank(talents, demand, { k: 2 }).map((m) => m.tied)).toEqual([false, true]);
    expect(
      createTalentIndex(talents)
        .rank(demand, { k: 2 })
        .map((m) => m.tied),
    ).toEqual([false, true]);
  });

  test("an empty registry gives an empty list", () => {
    expect(rank([], demand)).toEqual([]);
    const index = createTalentIndex([]);
    expect([index.size, index.rank(demand)]).toEqual([0, []]);
  });

  test("stats tell the engine, the rows looked at and who passed", () => {
    let stats: RankStats | undefined;
    const hard: Demand = { id: "d", requirements: [{ dimension: "degree", kind: "hard", values: ["master"] }] };
    const options = { onStats: (told: RankStats) => (stats = told) };
    createTalentIndex([{ id: "a", degree: "doctor" }, { id: "b", degree: "none" }, { id: "c" }]).rank(hard, options);
    expect(stats).toEqual({ engine: "scan", reason: "small", touched: 3, cells: 0 });
  });

  test.each([0, -3, 1.5, Number.NaN])("k = %d is refused by both", (k) => {
    expect(faultOf(() => rank([], demand, { k })).code).toBe("invalid-option");
    expect(faultOf(() => createTalentIndex([]).rank(demand, { k })).code).toBe("invalid-option");
  });

  test("two talents of one id are refused by place, not by id", () => {
    const twice: Talent[] = [{ id: "410923199001011234" }, { id: "b" }, { id: "410923199001011234" }];
    for (const error of [faultOf(() => rank(twice, demand)), faultOf(() => createTalentIndex(twice))]) {
      expect([error.code, error.details]).toEqual(["duplicate-id", { first: 0, second: 2 }]);
      expect(error.message).not.toContain("4109");
    }
    expect(faultOf(() => rank([{ id: "" }], demand)).code).toBe("invalid-talent");
    expect(faultOf(() => createTalentIndex([null as unknown as Talent])).code).toBe("invalid-talent");
  });

  test.each<[string, Partial<Talent>]>([
    ["residence", { residence: "河南" }],
    ["hometown", { hometown: "41092" }],
    ["degree", { degree: "phd" as "doctor" }],
    ["title", { title: { grade: "教授" as "senior" } }],
    ["fields", { fields: ["食品"] }],
    ["fields", { fields: "0832" as unknown as string[] }],
  ])("a faulty %s is told with the talent's place in the caller's list", (member, facts) => {
    const error = faultOf(() => createTalentIndex([{ id: "z" }, { id: "a", ...facts }]));
    expect([error.code, error.path]).toEqual(["invalid-talent", ["talents", 1, member]]);
    expect(error.message).not.toMatch(/河南|phd|教授|食品/);
  });

  test("unknown options and dimensions that the index was not built with are refused", () => {
    expect(faultOf(() => rank([], demand, { top: 3 } as object)).code).toBe("unknown-option");
    expect(faultOf(() => createTalentIndex([], { k: 3 } as object)).code).toBe("unknown-option");
    const index = createTalentIndex([]);
    expect(faultOf(() => index.rank(demand, { n: 3 } as object)).code).toBe("unknown-option");
    expect(faultOf(() => index.rank(demand, { criteria: { dimensions: { language: {} } } })).code).toBe("invalid-option");
    expect(faultOf(() => rank("talents" as unknown as Talent[], demand)).code).toBe("invalid-argument");
  });

  test("criteria that the caller changes later change no list, and other values of an own dimension are refused", () => {
    const nearness = { county: 1000, prefecture: 800, province: 600, country: 200, none: 0 };
    const index = createTalentIndex([{ id: "a", residence: "410923" }], { criteria: { regionNearness: nearness } });
    const asked: Demand = { id: "d", requirements: [{ dimension: "region", kind: "soft", values: ["410923"] }] };
    nearness.county = Number.NaN;
    expect(index.rank(asked)[0]?.points).toBe(1_000_000);
    const own = createTalentIndex([{ id: "a" }], { criteria: { dimensions: { x: {} } } });
    expect(faultOf(() => own.rank(asked, { criteria: { dimensions: { x: { values: () => ["2"] } } } })).code).toBe("invalid-option");
    expect(faultOf(() => createTalentIndex([], { criteria: { fieldRelations: [{ a: "any", b: "0832", similarity: 900 }] } })).code).toBe(
      "invalid-option",
    );
  });

  test("a fault of an own dimension is told with the talent's place", () => {
    const people = [{ id: "z" }, { id: "a", facts: { language: "en" as unknown as string[] } }];
    const error = faultOf(() => createTalentIndex(people, { criteria: { dimensions: { language: {} } } }));
    expect([error.code, error.path]).toEqual(["invalid-talent", ["talents", 1, "facts", "language"]]);
    expect(faultOf(() => createTalentIndex(new Array<Talent>(3))).code).toBe("invalid-talent");
  });

  test("names that every object has are ordinary dimensions", () => {
    for (const dimension of ["constructor", "__proto__", "toString"]) {
      const criteria = { dimensions: Object.fromEntries([[dimension, {}]]) };
      const index = createTalentIndex({ ids: ["a"], custom: {} }, { criteria });
      expect(index.rank({ id: "d", requirements: [{ dimension, kind: "soft", values: ["x"] }] })[0]?.points).toBe(500_000);
    }
  });
});
