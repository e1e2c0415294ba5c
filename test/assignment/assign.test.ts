import { describe, expect, test } from "vitest";
import { type AssignmentPlan, type AssignOptions, assign, verifyPlan } from "../../src/assignment/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { createTalentIndex } from "../../src/ranking/index.js";
import { faultOf } from "../fault.js";

const wants = (id: string, field: string, more: Partial<Demand> = {}): Demand => ({
  id,
  requirements: [{ dimension: "field", kind: "soft", values: [field] }],
  ...more,
});
const talents: Talent[] = [
  { id: "a", fields: ["083201"], organization: "南乐甲食品有限公司" },
  { id: "b", fields: ["083203"], organization: "上海某大学" },
  { id: "c", fields: ["080502"], organization: "南乐县乙材料有限责任公司" },
  { id: "e", fields: ["120201"], doNotContact: true },
];
const demands: Demand[] = [
  wants("d1", "083201", { enterprise: "南乐县甲食品有限公司" }),
  wants("d2", "080502", { enterprise: "南乐乙材料有限公司" }),
  wants("d3", "120201"),
];
const told = (plan: AssignmentPlan) => plan.pairs.map(({ demand, talent }) => demand + talent);

describe("assign", () => {
  test("gives nobody of one county enterprise to another, nobody to the employer they have, nobody who has said no", () => {
    const plan = assign({ talents, demands });
    expect(told(plan)).toEqual(["d1b"]);
    expect(plan.shortfalls.map(({ demand, reason }) => [demand, reason])).toEqual([
      ["d2", "too-few"],
      ["d3", "too-few"],
    ]);
    expect(verifyPlan({ talents, demands }, plan).proven).toBe(true);
    const allowed = assign({ talents, demands, countyMoves: "allow", reachable: () => true });
    expect(told(allowed)).toEqual(["d1b", "d2a", "d3e"]);
    // Without the records nothing is known of employers.
    expect(told(assign({ index: createTalentIndex(talents), demands }))).toEqual(["d1a", "d2c", "d3e"]);
    expect(told(assign({ index: createTalentIndex(talents), talents, demands }))).toEqual(told(plan));
  });

  test("pairs that the caller forbids are not made", () => {
    const index = createTalentIndex(talents);
    const forbid = (talent: string, { id }: Demand) => talent === "a" && id === "d1";
    const plan = assign({ index, demands, forbid });
    expect(told(plan)).not.toContain("d1a");
    expect(verifyPlan({ index, demands, forbid }, plan).proven).toBe(true);
  });

  test("demands that are filled or withdrawn take no part", () => {
    const index = createTalentIndex(talents);
    const plan = assign({ index, demands: [{ ...demands[0]!, status: "filled" }, { ...demands[1]!, status: "withdrawn" }, demands[2]!] });
    expect([told(plan), plan.posts]).toEqual([["d3e"], 1]);
  });

  test("a capacity may be named for some talents, and nobody gets one demand twice", () => {
    const index = createTalentIndex(talents.slice(0, 1));
    const two = [wants("d1", "083201", { headcount: 2 }), wants("d2", "083201")];
    expect(told(assign({ index, demands: two, capacity: { a: 3 } }))).toEqual(["d1a", "d2a"]);
    expect(told(assign({ index, demands: two, capacity: new Map([["a", 0]]) }))).toEqual([]);
    expect(told(assign({ index, demands: two, capacity: 0, method: "stable", proposing: "talents" }))).toEqual([]);
  });

  test("no talents, or no demands, give an empty plan", () => {
    expect(assign({ talents: [], demands }).deficient).toHaveLength(3);
    expect(assign({ talents, demands: [] })).toMatchObject({ pairs: [], posts: 0, points: 0, shortfalls: [], deficient: [] });
    expect(assign({ talents: [], demands: [] }).pairs).toEqual([]);
  });

  test("a post that nobody gains by is filled all the same", () => {
    const asks: Demand = { id: "d", headcount: 2, requirements: [{ dimension: "degree", kind: "soft", values: ["doctor"] }] };
    const plan = assign({
      talents: [
        { id: "x", degree: "none" },
        { id: "y", degree: "none" },
      ],
      demands: [asks],
    });
    expect([plan.points, told(plan)]).toEqual([0, ["dx", "dy"]]);
  });

  test("a pair carries its interval, and says what is to be verified", () => {
    const asks: Demand = {
      id: "d",
      requirements: [
        { dimension: "degree", kind: "hard", values: ["master"] },
        { dimension: "title", kind: "soft", values: ["senior"] },
      ],
    };
    expect(assign({ talents: [{ id: "x" }], demands: [asks] }).pairs).toEqual([
      { demand: "d", talent: "x", points: 500_000, low: 0, high: 1_000_000, toVerify: true },
    ]);
  });

  test("criteria may be those of each demand", () => {
    const asks = (id: string): Demand => ({ id, requirements: [{ dimension: "degree", kind: "soft", values: ["master"] }] });
    const options: AssignOptions = {
      talents: [
        { id: "x", degree: "bachelor" },
        { id: "y", degree: "master" },
      ],
      demands: [asks("lenient"), asks("strict")],
      criteria: ({ id }) => (id === "strict" ? { degreeStep: 1000 } : undefined),
    };
    const plan = assign(options);
    expect([plan.points, told(plan)]).toEqual([1_650_000, ["lenientx", "stricty"]]);
    expect(verifyPlan(options, plan).proven).toBe(true);
    const listed = { ...options, talents: [...options.talents!, ...["z1", "z2"].map((id) => ({ id, degree: "none" as const }))] };
    expect(told(assign(listed))).toEqual(told(plan));
  });

  test("what a deficient demand lacks is told with its hard requirements", () => {
    const hard = { dimension: "degree", kind: "hard", values: ["doctor"] } as const;
    const plan = assign({ talents: [{ id: "x", degree: "master" }], demands: [{ id: "d", headcount: 3, requirements: [hard] }] });
    expect(plan.deficient).toEqual([
      { demands: ["d"], talents: [], posts: 3, missing: 3, repair: [{ demand: "d", people: 3, needs: [hard] }] },
    ]);
  });

  test.each([
    ["talents", { demands }],
    ["talents", { demands, talents: {} }],
    ["index", { demands, index: {} }],
    ["index", { demands, talents: talents.slice(1), index: createTalentIndex(talents) }],
    ["demands", { talents }],
    ["1", { talents, demands: [demands[0], demands[0]] }],
    ["demands.0.headcount", { talents, demands: [{ ...demands[0], headcount: 0 }] }],
    ["capacity", { talents, demands, capacity: -1 }],
    ["capacity", { talents, demands, capacity: "one" }],
    ["capacity", { talents, demands, capacity: { a: 1.5 } }],
    ["method", { talents, demands, method: "greedy" }],
    ["pairing", { talents, demands, pairing: "all" }],
    ["pairing", { talents, demands, method: "stable", pairing: "most" }],
    ["proposing", { talents, demands, proposing: "talents" }],
    ["proposing", { talents, demands, method: "stable", proposing: "both" }],
    ["preference", { talents, demands, preference: (): number => 1 }],
    ["preference", { talents, demands, method: "stable", preference: 1 }],
    ["preference", { talents, demands, method: "stable", preference: (): number => Number.NaN }],
    ["countyMoves", { talents, demands, countyMoves: "maybe" }],
    ["countyMoves", { index: createTalentIndex(talents), demands, countyMoves: "bar" }],
    ["reachable", { talents, demands, reachable: true }],
    ["forbid", { talents, demands, forbid: [] }],
    ["limit", { talents, demands, limit: 1 }],
  ])("refuses a bad %s and says where", (path, options) => {
    const fault = faultOf(() => assign(options as unknown as AssignOptions));
    expect(fault.path.join(".").startsWith(path)).toBe(true);
    expect(fault.message.startsWith("assign: ")).toBe(true);
  });
});

describe("verifyPlan", () => {
  const index = createTalentIndex(talents);
  const options: AssignOptions = { index, demands: [{ ...demands[0]!, headcount: 2 }, demands[1]!, { ...demands[2]!, headcount: 3 }] };
  const right = assign(options);
  const kinds = (plan: Partial<AssignmentPlan>, given: AssignOptions = options) =>
    new Set(verifyPlan(given, { ...right, ...plan }).faults.map(({ kind }) => kind));

  test("finds whatever is changed in a right plan", () => {
    expect(kinds({})).toEqual(new Set());
    expect(kinds({ points: right.points - 1 })).toContain("total");
    expect(kinds({ posts: 1 })).toContain("total");
    const [first, ...rest] = right.pairs;
    expect(kinds({ pairs: [...right.pairs, first!] })).toContain("pair");
    expect(kinds({ pairs: [{ ...first!, points: first!.points - 1 }, ...rest] })).toContain("pair");
    expect(kinds({ pairs: [{ ...first!, high: 0 }, ...rest] })).toContain("pair");
    expect(kinds({ pairs: [{ ...first!, talent: "nobody" }, ...rest] })).toContain("pair");
    expect(kinds({ pairs: [{ ...first!, demand: "none" }, ...rest] })).toContain("pair");
    expect(kinds({ pairs: rest, points: right.points - first!.points })).toContain("shortfall");
    expect(kinds({}, { ...options, forbid: () => true })).toContain("pair");
    expect(kinds({}, { ...options, capacity: 0 })).toContain("capacity");
    expect(kinds({}, { ...options, demands: [demands[0]!, demands[1]!, { ...demands[2]!, headcount: 3 }] })).toContain("capacity");
    expect(kinds({ shortfalls: [] })).toContain("shortfall");
    expect(kinds({ deficient: right.deficient.map((set) => ({ ...set, missing: set.missing + 1 })) })).toContain("shortfall");
    expect(kinds({ deficient: [{ ...right.deficient[0]!, demands: ["none"] }] })).toContain("shortfall");
    expect(faultOf(() => verifyPlan(options, {} as AssignmentPlan)).path).toEqual(["plan", "pairs"]);
  });

  test("finds a plan that is not the best, and prices that do not prove it", () => {
    const four = { index, demands };
    const best = assign(four);
    // Two people change places.
    const worse = assign({ ...four, forbid: (talent, { id }) => talent + id === "ad1" });
    expect(verifyPlan(four, { ...worse, proof: best.proof! }).proven).toBe(false);
    expect(verifyPlan(four, worse).proven).toBe(false);
    expect(verifyPlan(four, best).proven).toBe(true);
    const { proof: _, ...unproven } = best;
    expect(verifyPlan(four, unproven).proven).toBe(false);
    for (const [demand, price] of best.proof!.demands) {
      const demandsPrices = new Map(best.proof!.demands).set(demand, price + 1_000_001);
      expect(verifyPlan(four, { ...best, proof: { ...best.proof!, demands: demandsPrices } }).proven).toBe(false);
      const low = new Map(best.proof!.demands).set(demand, -1);
      expect(verifyPlan(four, { ...best, proof: { ...best.proof!, demands: low } }).proven).toBe(false);
    }
    expect(
      verifyPlan(four, {
        ...best,
        proof: {
          ...best.proof!,
          talents: new Map([
            ["b", 5],
            ["c", 1_000_001],
          ]),
        },
      }).proven,
    ).toBe(false);
    expect(verifyPlan({ ...four, pairing: "most" }, best).proven).toBe(false);
  });

  test("finds a demand and a talent who would both rather have each other", () => {
    const four: AssignOptions = { index, demands, method: "stable" };
    const stable = assign(four);
    expect(verifyPlan(four, stable).proven).toBe(true);
    const other = assign({ ...four, forbid: (talent, { id }) => talent + id === "ad1" });
    expect(verifyPlan(four, other).faults).toContainEqual({ kind: "blocking", demand: "d1", talent: "a" });
  });
});
