import { describe, expect, test } from "vitest";
import {
  type AssignmentPlan,
  type AssignOptions,
  assign,
  solveAssignment,
  solveStableRoommates,
  verifyAssignment,
  verifyPlan,
} from "../../src/assignment/index.js";
import { PathQueue } from "../../src/assignment/path-queue.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { compareCodePoints, seededRandom } from "../../src/numeric/index.js";
import { createTalentIndex } from "../../src/ranking/index.js";
import { faultOf } from "../fault.js";

const soft = (field: string) => ({ dimension: "field", kind: "soft", values: [field] }) as const;
const hard = (field: string) => ({ dimension: "field", kind: "hard", values: [field] }) as const;
const doctor = { dimension: "degree", kind: "soft", values: ["doctor"] } as const;
/** Nobody of them gains a demand for a doctor anything. */
const untaught = (count: number): Talent[] => Array.from({ length: count }, (_, i) => ({ id: `t${i}`, degree: "none" }));
const told = ({ pairs }: AssignmentPlan) => pairs.map(({ demand, talent }) => demand + talent);

describe("PathQueue", () => {
  test("gives events back by distance, then by event, whatever was pushed and popped between", () => {
    const random = seededRandom(1);
    const queue = new PathQueue();
    for (let round = 0; round < 200; round++) {
      queue.clear();
      const held: [number, number][] = [];
      for (let step = 0; step < 60; step++) {
        if (random() < 0.6) {
          const entry: [number, number] = [Math.floor(3 * random()), Math.floor(5 * random())];
          held.push(entry);
          queue.push(...entry);
          continue;
        }
        held.sort(([a, x], [b, y]) => a - b || x - y);
        const next = held.shift();
        expect(queue.pop()).toBe(next?.[1] ?? -1);
        if (next !== undefined) expect(queue.key).toBe(next[0]);
      }
    }
  });
});

describe("solveAssignment, at the edges", () => {
  test("listed pairs in any order give the same pairs, also where many assignments are as good", () => {
    // More columns than a search looks at in one go, hardly any of them different.
    const edges = Array.from({ length: 200 }, (_, i) => ({ row: Math.floor(i / 40), column: i % 40, cost: i % 2 }));
    const problem = { rows: 5, columns: 40, rowCapacity: 2, columnCapacity: 2 };
    const solution = solveAssignment({ ...problem, cost: edges });
    expect(solveAssignment({ ...problem, cost: edges.toReversed() })).toEqual(solution);
    expect(solveAssignment({ ...problem, cost: edges.toSorted((a, b) => a.column - b.column || b.row - a.row) })).toEqual(solution);
  });

  test("pairs stand by row, then by column, whatever they cost", () => {
    const cost = [
      [3, 2, 1],
      [1, 3, 2],
    ];
    const whole = { rows: 2, columns: 3, cost, rowCapacity: 3, columnCapacity: 2 };
    const listed = { ...whole, cost: cost.flatMap((own, row) => own.map((one, column) => ({ row, column, cost: one }))) };
    for (const problem of [whole, listed]) {
      expect(solveAssignment(problem).pairs.map(({ row, column }) => 3 * row + column)).toEqual([0, 1, 2, 3, 4, 5]);
    }
  });

  test("a cost of minus zero is told as zero", () => {
    const edge = [{ row: 0, column: 0, cost: -0 }];
    for (const cost of [[[-0]], edge, Float64Array.of(-0)]) {
      const { pairs, total, duals } = solveAssignment({ rows: 1, columns: 1, cost });
      for (const value of [pairs[0]?.cost, total, duals.empty, ...duals.rows, ...duals.columns]) expect(Object.is(value, -0)).toBe(false);
    }
  });

  test("a place that stays empty counts nothing where only paying pairs are asked, on square matrices too", () => {
    for (const maximize of [false, true]) {
      const sign = maximize ? 1 : -1;
      const problem = {
        rows: 2,
        columns: 2,
        cost: [
          [5 * sign, sign],
          [sign, 5 * sign],
        ],
        maximize,
        pairing: "paying" as const,
      };
      const solution = solveAssignment(problem);
      expect([solution.total, solution.duals.empty]).toEqual([10 * sign, 0]);
      expect(verifyAssignment(problem, solution, { tolerance: 0 }).optimal).toBe(true);
    }
  });

  test("bids that were given up leave no price on a column that nobody then takes", () => {
    const random = seededRandom(3);
    // Row 0 pays for column 1 rather than have column 0; the others outbid each other for columns 2 to 5 by raises too small to end soon.
    const war = Array.from({ length: 12 }, () =>
      Array.from({ length: 8 }, (_, column) => (column < 2 || column > 5 ? null : 1e12 + Math.floor(1e6 * random()))),
    );
    const problem = { rows: 13, columns: 8, cost: [[50, 100, null, null, null, null, null, null], ...war], maximize: true };
    for (const pairing of ["paying", "most"] as const) {
      const solution = solveAssignment({ ...problem, pairing });
      expect(solution.pairs[0]).toEqual({ row: 0, column: 1, cost: 100 });
      expect(verifyAssignment({ ...problem, pairing }, solution, { tolerance: 0 }).optimal).toBe(true);
    }
  });

  test("whole costs are refused from where their sums could pass 2^50, and not before", () => {
    const one = (cost: number) => ({ rows: 1, columns: 2, cost: [[cost, null]] });
    expect(solveAssignment(one(2 ** 48)).total).toBe(2 ** 48);
    expect(faultOf(() => solveAssignment(one(3 * 2 ** 47))).code).toBe("limit-exceeded");
    expect(faultOf(() => solveAssignment(one(2 ** 49))).code).toBe("limit-exceeded");
  });

  test.each([
    ["a column past the last", "cost.0.column", { cost: [{ row: 0, column: 1, cost: 1 }] }],
    ["a column before the first", "cost.0.column", { cost: [{ row: 0, column: -1, cost: 1 }] }],
    ["places of all rows", "rowCapacity", { cost: [[1]], rowCapacity: 2 ** 31 }],
    ["places of one column", "columnCapacity.0", { cost: [[1]], columnCapacity: [2 ** 31] }],
  ])("a number past its bound is refused: %s", (_, path, more) => {
    expect(faultOf(() => solveAssignment({ rows: 1, columns: 1, ...more })).path).toEqual([path]);
  });
});

describe("solveStableRoommates", () => {
  test("who is listed by nobody stays alone, and the others are paired though all go round in a ring", () => {
    const preferences = { a: ["b", "d"], b: ["c", "a"], c: ["d", "b"], d: ["a", "c"], e: [] };
    expect(solveStableRoommates({ preferences })).toEqual([
      ["a", "d"],
      ["b", "c"],
    ]);
  });
});

describe("assign, at the edges", () => {
  test("posts that nobody gains by are filled from past the first candidates, and at another's candidate's cost", () => {
    const long = assign({ talents: untaught(60), demands: [{ id: "d", headcount: 40, requirements: [doctor] }] });
    expect([long.points, long.pairs.length, long.shortfalls]).toEqual([0, 40, []]);
    // Both demands gain as much by z; d1 alone may have y instead, at nothing.
    const talents: Talent[] = [
      { id: "y", fields: ["12"] },
      { id: "z", fields: ["0832"] },
    ];
    const demands: Demand[] = [
      { id: "d1", requirements: [soft("0832")] },
      { id: "d2", requirements: [hard("0832"), soft("0832")] },
    ];
    expect(told(assign({ talents, demands }))).toEqual(["d1y", "d2z"]);
    // The same with one person to spare, so that the demands look for people and not the people for posts.
    const others = ["01", "02", "03"];
    const more = [...talents, ...others.map((field): Talent => ({ id: `t${field}`, fields: [field] }))];
    const wanted = [
      {
        id: "d1",
        requirements: [
          { ...hard("03"), kind: "exclude" as const },
          { ...hard("01"), kind: "exclude" as const },
          { ...hard("02"), kind: "exclude" as const },
          soft("0832"),
        ],
      },
      demands[1]!,
      ...others.slice(0, 2).map((field): Demand => ({ id: `e${field}`, requirements: [hard(field)] })),
    ];
    expect(told(assign({ talents: more, demands: wanted }))).toEqual(["d1y", "d2z", "e01t01", "e02t02"]);
  });

  test("pairs looked at are candidates, also where everybody's points are read at once", () => {
    const talents: Talent[] = [
      { id: "y", fields: ["12"] },
      { id: "z", fields: ["0832"] },
    ];
    const demands = [{ id: "d", headcount: 2, requirements: [hard("0832")] }];
    expect(assign({ talents, demands }).listed).toBe(1);
    expect(assign({ talents, demands, forbid: () => true }).listed).toBe(0);
  });

  test("a pair tells the points that its own demand's criteria give, with its interval", () => {
    const options: AssignOptions = {
      talents: [{ id: "x", degree: "bachelor" }],
      demands: [{ id: "strict", requirements: [{ dimension: "degree", kind: "soft", values: ["master"] }] }],
      criteria: () => ({ degreeStep: 1000 }),
    };
    expect(assign(options).pairs).toEqual([{ demand: "strict", talent: "x", points: 0, low: 0, high: 0 }]);
    // Among more people it comes from a list.
    const listed = assign({ ...options, talents: [...options.talents!, ...untaught(5)], forbid: (talent) => talent !== "x" });
    expect(listed.pairs).toEqual(assign(options).pairs);
  });

  test("demands with posts left stand by id, whatever the reason", () => {
    const talents: Talent[] = [{ id: "a", fields: ["080502"] }];
    const far = { id: "d2", requirements: [hard("08"), soft("0832")] };
    const near = { id: "d1", requirements: [soft("080502")] };
    const none = { id: "d3", requirements: [hard("12")] };
    const nobody = { id: "d0", requirements: [hard("12")] };
    const { shortfalls, points } = assign({ talents: [...talents, { id: "b", fields: ["0701"] }], demands: [none, far, near, nobody] });
    expect([points, shortfalls.map(({ demand, reason }) => [demand, reason])]).toEqual([
      1_000_000,
      [
        ["d0", "too-few"],
        ["d2", "outweighed"],
        ["d3", "too-few"],
      ],
    ]);
  });

  test("talents with a price stand by code point, and each price is above zero", () => {
    const ids = ["\uff5e", "😀", "b", "a"];
    const talents: Talent[] = ids.map((id, i) => ({
      id,
      fields: ["0832"],
      degree: (["doctor", "master", "master", "bachelor"] as const)[i]!,
    }));
    const { proof } = assign({
      talents: [...talents, ...untaught(9)],
      demands: [
        { id: "d", headcount: 3, requirements: [doctor] },
        { id: "e", requirements: [doctor] },
      ],
    });
    const priced = [...proof!.talents.keys()];
    expect(priced.length).toBeGreaterThan(1);
    expect(priced).toEqual(priced.toSorted(compareCodePoints));
    expect([...proof!.talents.values()].every((price) => price > 0)).toBe(true);
  });

  test("what a demand lacks is told with its excluding requirements too", () => {
    const excluded = { dimension: "field", kind: "exclude", values: ["12"] } as const;
    const plan = assign({ talents: [{ id: "x", fields: ["12"] }], demands: [{ id: "d", requirements: [excluded, doctor] }] });
    expect(plan.deficient.map(({ repair }) => repair)).toEqual([[{ demand: "d", people: 1, needs: [excluded] }]]);
  });

  test("who has room left does not make a demand that has them already fillable", () => {
    const plan = assign({ talents: [{ id: "a" }], demands: [{ id: "d", headcount: 2, requirements: [] }], capacity: 2 });
    expect(plan.shortfalls).toEqual([{ demand: "d", posts: 2, filled: 1, reason: "too-few" }]);
  });

  test("who has not said no may be asked, and an employer counts though its only demand is filled", () => {
    const demands: Demand[] = [
      { id: "d1", requirements: [], enterprise: "南乐县甲食品有限公司", status: "filled" },
      { id: "d2", requirements: [], enterprise: "南乐县乙材料有限公司" },
    ];
    expect(told(assign({ talents: [{ id: "a", doNotContact: false }], demands }))).toEqual(["d2a"]);
    expect(told(assign({ talents: [{ id: "a", organization: "南乐甲食品有限公司" }], demands }))).toEqual([]);
  });

  test("stable: who may take nothing hides nobody below them, for either side", () => {
    for (const proposing of ["demands", "talents"] as const) {
      const talents: Talent[] = ["a", "b", "c"].map((id) => ({ id }));
      const options = { talents, demands: [{ id: "d", requirements: [] }], method: "stable" as const, proposing, capacity: { a: 0 } };
      expect(told(assign(options))).toEqual(["db"]);
    }
  });

  test("a demand without an id, or with more posts than can be counted, is refused", () => {
    expect(faultOf(() => assign({ talents: [], demands: [{ requirements: [] } as unknown as Demand] })).code).toBe("invalid-demand");
    const fault = faultOf(() => assign({ talents: [], demands: [{ id: "d", headcount: 2 ** 31, requirements: [] }] }));
    expect([fault.code, fault.path]).toEqual(["invalid-option", ["demands.0.headcount"]]);
  });
});

describe("verifyAssignment, at the edges", () => {
  test("prices that cannot be compared are no prices", () => {
    const problem = { rows: 1, columns: 1, cost: [[1]] };
    const right = solveAssignment(problem);
    for (const empty of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(faultOf(() => verifyAssignment(problem, { ...right, duals: { ...right.duals, empty } })).path).toEqual(["solution", "duals"]);
    }
  });

  test("sees that one more pair could be made by changing places", () => {
    const problem = {
      rows: 2,
      columns: 2,
      cost: [
        [0, 0],
        [0, null],
      ],
    };
    const duals = { rows: [0, 0], columns: [0, 0], empty: 0 };
    const solution = { pairs: [{ row: 0, column: 0, cost: 0 }], total: 0, duals };
    expect(verifyAssignment(problem, solution)).toEqual({ feasible: true, optimal: false, faults: [{ kind: "count" }] });
  });

  test("lists a hundred faults and no more", () => {
    const problem = { rows: 15, columns: 15, cost: () => 0 };
    const duals = { rows: Array<number>(15).fill(5), columns: Array<number>(15).fill(0), empty: 5 };
    expect(verifyAssignment(problem, { pairs: [], total: 0, duals }).faults).toHaveLength(100);
  });
});

describe("verifyPlan, condition by condition", () => {
  const one: AssignOptions = { talents: [{ id: "a" }, { id: "b", doNotContact: true }], demands: [{ id: "d", requirements: [] }] };
  const best = assign(one);
  const priced = (demands: readonly (readonly [string, number])[], talents: readonly (readonly [string, number])[]) =>
    verifyPlan(one, { ...best, proof: { demands: new Map(demands), talents: new Map(talents), bonus: 0 } }).faults;

  test("a talent has a price only at capacity, and no price is below zero", () => {
    expect(priced([["d", 1_000_000]], [])).toEqual([]);
    expect(priced([["d", 1_000_000]], [["b", 5]])).toEqual([{ kind: "price", talent: "b" }]);
    expect(priced([["d", 1_000_005]], [["a", -5]])).toEqual([{ kind: "price", talent: "a" }]);
    expect(priced([["d", -5]], [["a", 1_000_005]])).toEqual([{ kind: "price", demand: "d" }]);
  });

  test("a demand with posts left has no price", () => {
    const options: AssignOptions = { ...one, demands: [{ id: "d", headcount: 2, requirements: [] }] };
    const plan = assign(options);
    const proof = (price: number) => ({ demands: new Map([["d", price]]), talents: new Map([["a", 1_000_000 - price]]), bonus: 0 });
    expect(verifyPlan(options, { ...plan, proof: proof(0) }).faults).toEqual([]);
    expect(verifyPlan(options, { ...plan, proof: proof(5) }).faults).toEqual([{ kind: "price", demand: "d" }]);
  });

  test("an interval that is not the pair's is a fault, and so is a shortfall told wrongly", () => {
    const options: AssignOptions = { ...one, demands: [{ id: "d", headcount: 3, requirements: [doctor] }] };
    const plan = assign(options);
    const kinds = (more: Partial<AssignmentPlan>) => verifyPlan(options, { ...plan, ...more }).faults.map(({ kind }) => kind);
    const [pair] = plan.pairs;
    const [short] = plan.shortfalls;
    const [set] = plan.deficient;
    expect(kinds({})).toEqual([]);
    expect(kinds({ pairs: [{ ...pair!, low: 1 }] })).toEqual(["pair"]);
    expect(kinds({ shortfalls: [{ ...short!, filled: 2 }] })).toEqual(["shortfall"]);
    expect(kinds({ shortfalls: [{ ...short!, reason: "outweighed" }] })).toEqual(["shortfall"]);
    expect(kinds({ deficient: [{ ...set!, repair: [] }] })).toEqual(["shortfall"]);
  });

  test("a deficient set could take nobody who is free, or with a demand outside it", () => {
    const talents: Talent[] = [{ id: "a" }];
    const demands: Demand[] = ["d1", "d2"].map((id) => ({ id, requirements: [] }));
    const short = (demand: string) => ({ demand, posts: 1, filled: 0, reason: "too-few" as const });
    const set = (ids: string[]) => ({
      demands: ids,
      talents: ["a"],
      posts: ids.length,
      missing: 1,
      repair: [{ demand: ids[0]!, people: 1, needs: [] }],
    });
    const options: AssignOptions = { talents, demands };
    const plan = assign(options);
    const [pair] = plan.pairs;
    const other = pair!.demand === "d1" ? "d2" : "d1";
    const outside = verifyPlan(options, { ...plan, shortfalls: [short(other)], deficient: [set([other])] });
    expect(outside.faults).toEqual([{ kind: "shortfall", demand: other, talent: "a" }]);
    const single: AssignOptions = { talents, demands: demands.slice(0, 1) };
    const free = { ...assign(single), pairs: [], points: 0, shortfalls: [short("d1")], deficient: [set(["d1"])] };
    expect(verifyPlan(single, free).faults).toContainEqual({ kind: "shortfall", demand: "d1", talent: "a" });
  });

  test("of two demands worth as much to a talent the first by id blocks the second, and the second not the first", () => {
    const options: AssignOptions = {
      talents: [{ id: "a" }],
      demands: ["d1", "d2"].map((id) => ({ id, requirements: [] })),
      method: "stable",
    };
    const plan = assign(options);
    expect(told(plan)).toEqual(["d1a"]);
    expect(verifyPlan(options, plan).faults).toEqual([]);
    const turned = {
      ...plan,
      pairs: [{ ...plan.pairs[0]!, demand: "d2" }],
      shortfalls: [{ ...plan.shortfalls[0]!, demand: "d1" }],
      deficient: plan.deficient.map((set) => ({ ...set, repair: set.repair.map((one) => ({ ...one, demand: "d1" })) })),
    };
    expect(verifyPlan(options, turned).faults).toEqual([{ kind: "blocking", demand: "d1", talent: "a" }]);
  });

  test("somebody far down a list who should have been taken is found", () => {
    const talents = Array.from({ length: 300 }, (_, i): Talent => ({ id: `t${String(i).padStart(3, "0")}` }));
    const index = createTalentIndex(talents);
    const demands: Demand[] = [{ id: "d", requirements: [] }];
    const base = { index, demands, forbid: (talent: string) => talent !== "t250" };
    for (const method of ["optimal", "stable"] as const) {
      const options: AssignOptions = { ...base, method };
      const plan = assign(options);
      expect(told(plan)).toEqual(["dt250"]);
      const empty = {
        ...plan,
        pairs: [],
        points: 0,
        shortfalls: [{ demand: "d", posts: 1, filled: 0, reason: "outweighed" as const }],
        ...(method === "optimal" ? { proof: { demands: new Map([["d", 0]]), talents: new Map<string, number>(), bonus: 0 } } : {}),
      };
      expect(verifyPlan(options, empty).faults).toContainEqual({
        kind: method === "optimal" ? "price" : "blocking",
        demand: "d",
        talent: "t250",
      });
    }
  });

  test("a plan made in another way than asked is none, however good it is", () => {
    const options: AssignOptions = { talents: [{ id: "a" }], demands: [{ id: "d", requirements: [] }] };
    for (const [asked, made] of [
      ["optimal", "stable"],
      ["stable", "optimal"],
    ] as const) {
      const plan = assign({ ...options, method: made });
      expect(verifyPlan({ ...options, method: asked }, plan).faults).toContainEqual({ kind: "method" });
      expect(verifyPlan({ ...options, method: made }, plan).proven).toBe(true);
    }
  });

  test("whatever a plan tells of its shortfalls is checked", () => {
    const hard = { dimension: "degree", kind: "hard", values: ["doctor"] } as const;
    const options: AssignOptions = {
      talents: [{ id: "a" }],
      demands: [
        { id: "d1", headcount: 2, requirements: [hard] },
        { id: "d2", requirements: [] },
      ],
    };
    const plan = assign(options);
    const [set, short] = [plan.deficient[0]!, plan.shortfalls[0]!];
    expect(plan.pairs.some(({ toVerify }) => toVerify)).toBe(plan.pairs[0]!.demand === "d1");
    for (const changed of [
      { pairs: plan.pairs.map(({ toVerify: _, ...pair }) => ({ ...pair, ...(pair.demand === "d1" ? {} : { toVerify: true as const }) })) },
      { deficient: [], shortfalls: plan.shortfalls.map((one) => ({ ...one, reason: "outweighed" as const })) },
      { shortfalls: plan.shortfalls.map((one) => ({ ...one, posts: 99 })) },
      { shortfalls: [...plan.shortfalls, { ...short, demand: "ghost" }] },
      { shortfalls: [...plan.shortfalls, short] },
      { deficient: [set, set] },
      { deficient: [{ ...set, talents: [] }] },
      { deficient: [{ ...set, posts: 77 }] },
      { deficient: [{ ...set, repair: [] }] },
      { deficient: [{ ...set, repair: set.repair.map((one) => ({ ...one, demand: "ghost" })) }] },
      { deficient: [{ ...set, repair: set.repair.map((one) => ({ ...one, people: one.people + 1 })) }] },
      { deficient: [{ ...set, repair: set.repair.map((one) => ({ ...one, needs: [{ ...hard, values: ["master"] }] })) }] },
    ])
      expect(verifyPlan(options, { ...plan, ...changed }).proven).toBe(false);
    expect(verifyPlan(options, plan).proven).toBe(true);
    expect(faultOf(() => verifyPlan(options, { ...plan, shortfalls: [null] } as never)).path).toEqual(["plan", "shortfalls"]);
  });

  test("prices that swallow points prove nothing", () => {
    const options: AssignOptions = { talents: [{ id: "a" }], demands: [{ id: "d", requirements: [] }], pairing: "most" };
    const plan = assign(options);
    const proof = { demands: new Map([["d", 1e30]]), talents: new Map<string, number>(), bonus: 1e30 };
    expect(verifyPlan(options, { ...plan, proof }).faults).toContainEqual({ kind: "price" });
  });
});

describe("assign and solveAssignment at the edges of size", () => {
  test("a capacity or a headcount without bound is as good as one that everybody fits in", () => {
    const cost = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    const many = 2 ** 31 - 1;
    expect(solveAssignment({ rows: 2, columns: 3, cost, columnCapacity: many }).total).toBe(5);
    expect(solveAssignment({ rows: 2, columns: 3, cost, rowCapacity: many }).total).toBe(6);
    const options: AssignOptions = {
      talents: [{ id: "a" }, { id: "b" }],
      demands: ["d", "e"].map((id) => ({ id, headcount: many, requirements: [] })),
      pairing: "most",
    };
    const plan = assign(options);
    expect([plan.pairs.length, plan.posts, verifyPlan(options, plan).proven]).toEqual([2, 2 * many, true]);
    expect(assign({ ...options, talents: [] }).deficient.reduce((sum, { missing }) => sum + missing, 0)).toBe(2 * many);
  });

  test("matrices too large to be held, and costs too large to be added, are refused by name", () => {
    expect(faultOf(() => solveAssignment({ rows: 1e6, columns: 1e6, cost: () => 1 })).code).toBe("limit-exceeded");
    expect(faultOf(() => solveAssignment({ rows: 1e6, columns: 1e6, cost: [[1]] })).code).toBe("invalid-argument");
    expect(faultOf(() => solveAssignment({ rows: 1, columns: 1, cost: [[2 ** 53]] })).code).toBe("limit-exceeded");
    expect(faultOf(() => solveAssignment({ rows: 1, columns: 2, cost: [[1.7e308, 0.5]], pairing: "paying" })).code).toBe("limit-exceeded");
    for (const problem of [undefined, null]) expect(faultOf(() => solveAssignment(problem as never)).code).toBe("invalid-argument");
  });

  test("what is small beside the largest cost is still told wrong where costs are whole", () => {
    const problem = {
      rows: 3,
      columns: 3,
      cost: [
        [0, 1, null],
        [1, 0, null],
        [null, null, 1e9],
      ],
    };
    const right = solveAssignment(problem);
    const dearer = [
      { row: 0, column: 1, cost: 1 },
      { row: 1, column: 0, cost: 1 },
      { row: 2, column: 2, cost: 1e9 },
    ];
    expect([right.total, verifyAssignment(problem, right).optimal]).toEqual([1e9, true]);
    expect(verifyAssignment(problem, { ...right, pairs: dearer, total: 1e9 + 2 }).optimal).toBe(false);
    for (const solution of [null, { ...right, pairs: undefined }, { ...right, pairs: [null] }])
      expect(faultOf(() => verifyAssignment(problem, solution as never)).message.startsWith("verifyAssignment: ")).toBe(true);
  });

  test("an index of other people is refused, and a least similarity is among what a demand lacks", () => {
    const demands: Demand[] = [{ id: "d", requirements: [{ dimension: "field", kind: "soft", values: ["083201"] }] }];
    expect(faultOf(() => assign({ talents: [{ id: "a" }], index: createTalentIndex([{ id: "b" }]), demands })).path).toEqual(["index"]);
    const plan = assign({ talents: [{ id: "a", fields: ["1202"] }], demands, criteria: { atLeast: { field: 600 } } });
    expect(plan.deficient[0]?.repair[0]?.needs).toEqual(demands[0]!.requirements);
  });
});
