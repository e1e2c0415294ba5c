import { describe, expect, test } from "vitest";
import type { Demand, Requirement, Talent } from "../../src/model/index.js";
import { type Criteria, compileDemand, explain, meanHalfUp, score, settleCriteria } from "../../src/scoring/index.js";
import { faultOf } from "../fault.js";

const soft = (dimension: string, values: string[], more: Partial<Requirement> = {}): Requirement => ({
  dimension,
  kind: "soft",
  values,
  ...more,
});
const hard = (dimension: string, values: string[], more: Partial<Requirement> = {}): Requirement => ({
  dimension,
  kind: "hard",
  values,
  ...more,
});
const demandOf = (...requirements: Requirement[]): Demand => ({ id: "d", requirements });
const pointsOf = (talent: Omit<Talent, "id">, demand: Demand, criteria?: Criteria) =>
  score({ id: "t", ...talent }, demand, criteria).points;

describe("weights", () => {
  test("default to field 400, title 250, degree 150, region 200", () => {
    const plan = compileDemand(
      demandOf(soft("region", ["410923"]), soft("field", ["08"]), soft("degree", ["master"]), soft("title", ["senior"])),
    );
    expect(plan.terms.map((term) => term.weight)).toEqual([200, 400, 150, 250]);
  });

  test("an unweighted pair of one dimension shares the default", () => {
    const plan = compileDemand(demandOf(soft("field", ["08"]), soft("field", ["09"]), soft("degree", ["master"], { weight: 400 })));
    expect(plan.terms.map((term) => term.weight)).toEqual([250, 250, 500]);
  });

  test("that sum to 1000 stay; others are scaled, the first listed winning a tie", () => {
    const given = (...weights: number[]) =>
      compileDemand(demandOf(...weights.map((weight) => soft("degree", ["master"], { weight })))).terms.map((t) => t.weight);
    expect(given(1, 999)).toEqual([1, 999]);
    expect(given(1, 1, 1)).toEqual([334, 333, 333]);
    expect(given(0.2, 0.8)).toEqual([200, 800]);
    expect(given(0, 7)).toEqual([0, 1000]);
  });

  test("without any soft weight every candidate has 1 000 000 points", () => {
    expect(pointsOf({}, demandOf())).toBe(1_000_000);
    expect(pointsOf({}, demandOf(soft("degree", ["master"], { weight: 0 })))).toBe(1_000_000);
    expect(score({ id: "t", degree: "doctor" }, demandOf(hard("degree", ["master"])))).toMatchObject({
      points: 1_000_000,
      candidate: true,
    });
  });
});

describe("similarities", () => {
  test.each([
    ["410923", 1000],
    ["410922", 800],
    ["410105", 600],
    ["310115", 200],
    ["USA", 0],
  ])("a talent in %s is %i near a demand in 410923", (residence, similarity) => {
    expect(pointsOf({ residence }, demandOf(soft("region", ["410923"])))).toBe(similarity * 1000);
  });

  test.each([
    ["083201", 1000],
    ["083202", 700],
    ["097201", 1000],
    ["082203", 400],
    ["120201", 0],
  ])("a talent of field %s is %i near a demand for 083201", (field, similarity) => {
    expect(pointsOf({ fields: [field] }, demandOf(soft("field", ["083201"])))).toBe(similarity * 1000);
  });

  test("districts of a municipality meet in the municipality", () => {
    expect(pointsOf({ residence: "310104" }, demandOf(soft("region", ["310115"])))).toBe(600_000);
  });

  test("each missing step costs 350 of a degree and 300 of a title, down to nothing", () => {
    const degrees = (["none", "associate", "bachelor", "master", "doctor"] as const).map((degree) =>
      pointsOf({ degree }, demandOf(soft("degree", ["master"]))),
    );
    expect(degrees).toEqual([0, 300_000, 650_000, 1_000_000, 1_000_000]);
    const grades = (["none", "elementary", "intermediate", "associate-senior", "senior"] as const).map((grade) =>
      pointsOf({ title: { grade } }, demandOf(soft("title", ["senior"]))),
    );
    expect(grades).toEqual([0, 100_000, 400_000, 700_000, 1_000_000]);
  });

  test("over several fields any takes the best and all the mean, rounded half up", () => {
    const fields = ["083201", "120201"];
    expect(pointsOf({ fields: ["083201"] }, demandOf(soft("field", fields)))).toBe(1_000_000);
    expect(pointsOf({ fields: ["083201"] }, demandOf(soft("field", fields, { mode: "all" })))).toBe(500_000);
    expect(pointsOf({ fields: ["083202"] }, demandOf(soft("field", ["083201", "120201", "050101"], { mode: "all" })))).toBe(233_000);
    expect([meanHalfUp(1, 2), meanHalfUp(1, 3), meanHalfUp(2, 3), meanHalfUp(0, 4)]).toEqual([1, 0, 1, 0]);
  });

  test("either takes the nearer place, and half of it unknown counts as the better of both", () => {
    const demand = demandOf(soft("region", ["410923"], { basis: "either" }));
    expect(pointsOf({ residence: "310115", hometown: "410923" }, demand)).toBe(1_000_000);
    expect(score({ id: "t", residence: "310115" }, demand)).toMatchObject({ points: 500_000, low: 200_000, high: 1_000_000 });
  });

  test("known to have no field is not an unknown field", () => {
    const demand = demandOf(soft("field", ["08"]));
    expect(score({ id: "t", fields: [] }, demand)).toMatchObject({ points: 0, low: 0, high: 0 });
    expect(score({ id: "t" }, demand)).toMatchObject({ points: 500_000, low: 0, high: 1_000_000 });
  });

  test("a declared relation counts for the codes below it, where it is higher than the tree", () => {
    const criteria: Criteria = { fieldRelations: [{ a: "0822", b: "0832", similarity: 650 }] };
    const demand = demandOf(soft("field", ["083201"]));
    expect(pointsOf({ fields: ["082203"] }, demand, criteria)).toBe(650_000);
    expect(pointsOf({ fields: ["083202"] }, demand, criteria)).toBe(700_000);
    expect(explain({ id: "t", fields: ["082203"] }, demand, criteria).contributions[0]?.relation).toBe("declared");
  });
});

describe("hard and excluding requirements", () => {
  test("a region holds inside, fails outside, and cannot be told from a wider unit", () => {
    const demand = demandOf(hard("region", ["410900"]));
    expect(score({ id: "t", residence: "410923" }, demand)).toMatchObject({ candidate: true });
    expect(score({ id: "t", residence: "410105" }, demand)).toMatchObject({ candidate: false, failed: [0] });
    expect(score({ id: "t", residence: "410000" }, demand)).toMatchObject({ candidate: true, toVerify: true });
  });

  test("a missing fact keeps the candidate to verify, or drops it where the demand rejects", () => {
    const demand = demandOf(hard("degree", ["master"]));
    expect(score({ id: "t" }, demand)).toMatchObject({ candidate: true, toVerify: true });
    expect(score({ id: "t" }, { ...demand, unknownHard: "reject" })).toMatchObject({ candidate: false, failed: [0] });
  });

  test("an exclusion drops exactly who falls under it", () => {
    const demand = demandOf(
      { dimension: "field", kind: "exclude", values: ["1202"] },
      { dimension: "degree", kind: "exclude", values: ["doctor"] },
    );
    expect(score({ id: "t", fields: ["120201"], degree: "master" }, demand).failed).toEqual([0]);
    expect(score({ id: "t", fields: ["0832"], degree: "doctor" }, demand).failed).toEqual([1]);
    expect(score({ id: "t", fields: ["0832"], degree: "master" }, demand).candidate).toBe(true);
  });

  test("all asks for each value", () => {
    const demand = demandOf(hard("field", ["0832", "0822"], { mode: "all" }));
    expect(score({ id: "t", fields: ["083201", "082203"] }, demand).candidate).toBe(true);
    expect(score({ id: "t", fields: ["083201"] }, demand).candidate).toBe(false);
    expect(score({ id: "t", fields: ["083201", "08"] }, demand)).toMatchObject({ candidate: true, toVerify: true });
  });

  test("an ignored requirement is not even checked", () => {
    expect(pointsOf({}, demandOf({ dimension: "age", kind: "ignore", values: ["<=45"] }))).toBe(1_000_000);
  });
});

describe("faults of the caller", () => {
  test.each<[string, Demand, (string | number)[]]>([
    ["an unknown dimension", demandOf(soft("age", ["30"])), ["requirements", 0, "dimension"]],
    ["a name in place of a region code", demandOf(soft("region", ["河南"])), ["requirements", 0, "values", 0]],
    ["an unknown level", demandOf(hard("degree", ["phd"])), ["requirements", 0, "values", 0]],
    ["no value", demandOf(soft("field", [])), ["requirements", 0, "values"]],
    ["two minimum levels", demandOf(hard("degree", ["master", "doctor"])), ["requirements", 0, "values"]],
    ["a negative weight", demandOf(soft("field", ["08"], { weight: -1 })), ["requirements", 0, "weight"]],
    ["a weight that is no number", demandOf(soft("field", ["08"], { weight: Number.NaN })), ["requirements", 0, "weight"]],
  ])("%s is refused with its path", (_, demand, path) => {
    const error = faultOf(() => compileDemand(demand));
    expect([error.code, error.path]).toEqual(["invalid-demand", path]);
    expect(error.message).not.toMatch(/河南|phd/);
  });

  test.each<[string, () => unknown, string]>([
    ["an unknown kind", () => compileDemand(demandOf({ ...soft("field", ["08"]), kind: "must" as "soft" })), "invalid-option"],
    ["an unknown mode", () => compileDemand(demandOf(soft("field", ["08"], { mode: "both" as "any" }))), "invalid-option"],
    ["an unknown basis", () => compileDemand(demandOf(soft("region", ["410923"], { basis: "birth" as "either" }))), "invalid-option"],
    ["no demand", () => compileDemand(undefined as unknown as Demand), "invalid-demand"],
    ["unknown out of range", () => compileDemand({ ...demandOf(), unknown: 1001 }), "invalid-option"],
    ["an unknown criterion", () => settleCriteria({ weight: {} } as Criteria), "unknown-option"],
    ["a negative criterion weight", () => settleCriteria({ weights: { field: -1 } }), "invalid-option"],
    ["nearness above 1000", () => settleCriteria({ fieldNearness: { same: 1001, discipline: 0, category: 0, none: 0 } }), "invalid-option"],
    [
      "a similarity of the caller's own that is no integer",
      () => score({ id: "t", facts: { x: ["a"] } }, demandOf(soft("x", ["b"])), { dimensions: { x: { similarity: () => 0.5 } } }),
      "invalid-option",
    ],
    ["a talent without id", () => score({} as Talent, demandOf()), "invalid-talent"],
    ["a talent with a region name", () => score({ id: "t", residence: "河南" }, demandOf()), "invalid-talent"],
    ["a talent with an unknown degree", () => score({ id: "t", degree: "phd" as "doctor" }, demandOf()), "invalid-talent"],
    ["a talent whose fields are no list", () => score({ id: "t", fields: "08" as unknown as string[] }, demandOf()), "invalid-talent"],
    ["a talent with an odd field", () => score({ id: "t", fields: ["食品"] }, demandOf()), "invalid-talent"],
  ])("%s is refused", (_, run, code) => {
    expect(faultOf(run).code).toBe(code);
  });

  test.each(["sex", "Gender", "age", "民族", "religion", "政治面貌", "region"])(
    "%s cannot become a dimension of one's own",
    (dimension) => {
      expect(faultOf(() => settleCriteria({ dimensions: { [dimension]: {} } })).code).toBe("invalid-option");
    },
  );
});

describe("explain", () => {
  const demand = demandOf(
    soft("field", ["083201"]),
    soft("region", ["410923"], { basis: "hometown" }),
    hard("degree", ["master"]),
    hard("title", ["senior"]),
  );
  const talent: Talent = { id: "t", fields: ["083202"], hometown: "410923", degree: "bachelor" };

  test("says what was compared, in both languages, from the codes' names where they are given", () => {
    const names = new Map([
      ["083201", "食品科学"],
      ["083202", "粮食、油脂及植物蛋白工程"],
      ["410923", "南乐县"],
    ]);
    const told = explain(talent, demand, { labels: (_, code) => names.get(code) });
    expect(told.sentence.zh).toBe(
      "得分79.99：领域粮食、油脂及植物蛋白工程对食品科学，同一级学科（46.69/66.7）；地域南乐县同县区（33.3/33.3）；不满足硬性条件：学历 硕士；硬性条件待核实：职称 正高级。",
    );
    expect(told.sentence.en).toContain("fails the hard requirement on degree (master); to verify: hard requirement on title (senior)");
  });

  test("marks a contribution without a known fact as unknown, with its interval", () => {
    const told = explain({ id: "t" }, demandOf(soft("field", ["083201"])));
    expect(told.contributions).toMatchObject([{ relation: "unknown", points: 500_000, low: 0, high: 1_000_000, held: undefined }]);
    expect(told.sentence.zh).toBe("得分50（0–100）：领域信息缺失（50/100）。");
  });

  test("a demand in which nothing weighs has one contribution of everything", () => {
    expect(explain({ id: "t" }, demandOf()).contributions).toMatchObject([{ dimension: "none", points: 1_000_000 }]);
  });

  test("names how far a level is reached", () => {
    const relation = (degree: "none" | "associate" | "bachelor" | "master" | "doctor") =>
      explain({ id: "t", degree }, demandOf(soft("degree", ["doctor"]))).contributions[0]?.relation;
    expect([relation("doctor"), relation("master"), relation("bachelor"), relation("associate")]).toEqual([
      "reached",
      "one-step-short",
      "two-steps-short",
      "far-short",
    ]);
  });

  test("tells a dimension of the caller's own by its key", () => {
    const criteria: Criteria = { dimensions: { language: { similarity: (a, b) => (a === b ? 1000 : 400) } } };
    const told = explain({ id: "t", facts: { language: ["de"] } }, demandOf(soft("language", ["en"]), hard("language", ["en"])), criteria);
    expect(told.contributions).toMatchObject([{ dimension: "language", similarity: 400, relation: "near" }]);
    expect(told.candidate).toBe(false);
  });
});
