import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AssignmentProblem, solveAssignment, verifyAssignment } from "../../src/assignment/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { faultOf } from "../fault.js";
import { naiveAssignment } from "../oracle/naive-assignment.js";

interface Case {
  readonly cost: (number | undefined)[][];
  readonly rowCapacity: number[];
  readonly columnCapacity: number[];
  readonly maximize: boolean;
  readonly pairing: "most" | "paying";
}

/** Small problems with forbidden pairs, many ties, negative costs, capacities of 0 to 3, on either side the longer. */
function caseArbitrary({
  largest,
  capacities,
  forbidden,
}: {
  largest: number;
  capacities: number;
  forbidden: boolean;
}): fc.Arbitrary<Case> {
  return fc.tuple(fc.nat(largest), fc.nat(largest)).chain(([rows, columns]) => {
    const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 9 }));
    const cell = forbidden ? fc.option(number, { nil: undefined, freq: 3 }) : number;
    const capacity = capacities === 1 ? fc.constant(1) : fc.nat(capacities);
    return fc.record({
      cost: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      rowCapacity: fc.array(capacity, { minLength: rows, maxLength: rows }),
      columnCapacity: fc.array(capacity, { minLength: columns, maxLength: columns }),
      maximize: fc.boolean(),
      pairing: fc.constantFrom("most" as const, "paying" as const),
    });
  });
}

const problemOf = (given: Case): AssignmentProblem => ({ rows: given.cost.length, columns: given.columnCapacity.length, ...given });

describe("solveAssignment", () => {
  test.each([
    { name: "without capacities up to 7 × 7, forbidden pairs", largest: 7, capacities: 1, forbidden: true },
    { name: "complete up to 7 × 7", largest: 7, capacities: 1, forbidden: false },
    { name: "with capacities up to 4 × 4", largest: 4, capacities: 3, forbidden: true },
  ])("is as good as trying everything, and verified: $name", (shape) => {
    fc.assert(
      fc.property(caseArbitrary(shape), (given) => {
        const problem = problemOf(given);
        const solution = solveAssignment(problem);
        expect({ pairs: solution.pairs.length, total: solution.total }).toEqual(
          given.pairing === "most" ? naiveAssignment(given) : { pairs: solution.pairs.length, total: naiveAssignment(given).total },
        );
        expect(verifyAssignment(problem, solution, { tolerance: 0 })).toEqual({ feasible: true, optimal: true, faults: [] });
      }),
      { numRuns: 1500 },
    );
  });

  test("costs by matrix, flat array and function are one problem; as a list of pairs it has the same total", () => {
    fc.assert(
      fc.property(caseArbitrary({ largest: 6, capacities: 2, forbidden: true }), (given) => {
        const problem = problemOf(given);
        const told = solveAssignment(problem);
        const flat = Float64Array.from(given.cost.flat(), (cost) => cost ?? Number.POSITIVE_INFINITY);
        const nulls = given.cost.map((row) => row.map((cost) => cost ?? null));
        const rows = given.cost.map((row) => Float64Array.from(row, (cost) => cost ?? Number.NEGATIVE_INFINITY));
        for (const cost of [flat, nulls, rows, (row: number, column: number) => given.cost[row]?.[column]])
          expect(solveAssignment({ ...problem, cost })).toEqual(told);
        const edges = given.cost.flatMap((row, i) => row.map((cost, j) => ({ row: i, column: j, cost: cost ?? Number.NEGATIVE_INFINITY })));
        // The pairs in any order; another solver takes them.
        const listed = solveAssignment({ ...problem, cost: edges.toReversed() });
        expect([listed.total, listed.pairs.length]).toEqual([
          told.total,
          given.pairing === "most" ? told.pairs.length : listed.pairs.length,
        ]);
        expect(verifyAssignment(problem, listed, { tolerance: 0 }).optimal).toBe(true);
        expect(solveAssignment({ ...problem, cost: edges })).toEqual(listed);
      }),
    );
  });

  test("a bidding war by small raises is given up, and the answer is the same", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 3 }), (seed, capacity) => {
        const random = seededRandom(seed);
        // Few columns that are worth much to everybody, nearly alike, and others that are worth nothing.
        const gains = Array.from({ length: 12 }, () =>
          Array.from({ length: 14 }, (_, column) => (column < 4 ? 1e6 + Math.floor(random() * 40) : 0)),
        );
        const problem = { rows: 12, columns: 14, cost: gains, maximize: true, rowCapacity: capacity };
        const solution = solveAssignment(problem);
        expect(verifyAssignment(problem, solution, { tolerance: 0 }).optimal).toBe(true);
        const edges = gains.flatMap((row, i) => row.map((cost, j) => ({ row: i, column: j, cost })));
        expect(solveAssignment({ ...problem, cost: edges }).total).toBe(solution.total);
      }),
      { numRuns: 50 },
    );
  });

  test("real costs of any size are solved to rounding, and renumbering rows and columns changes no total", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        fc.constantFrom(1e-9, 1, 1e9),
        (rows, columns, seed, unit) => {
          const random = seededRandom(seed);
          const cost = Array.from({ length: rows }, () => Array.from({ length: columns }, () => (random() - 0.3) * unit));
          const problem = { rows, columns, cost };
          const dense = solveAssignment(problem);
          // A row that may have two columns takes the other solver; it can have none here, so that the answer is the same.
          const sparse = solveAssignment({
            rows: rows + 1,
            columns,
            cost: [...cost, cost[0]!.map(() => null)],
            rowCapacity: [...cost.map(() => 1), 2],
          });
          expect(sparse.pairs.length).toBe(Math.min(rows, columns));
          expect(Math.abs(sparse.total - dense.total)).toBeLessThanOrEqual(1e-9 * unit * rows);
          expect(verifyAssignment(problem, dense).optimal).toBe(true);
          const turned = solveAssignment({ rows, columns, cost: cost.toReversed().map((row) => row.toReversed()) });
          expect(Math.abs(turned.total - dense.total)).toBeLessThanOrEqual(1e-12 * unit * rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("real costs with capacities on both sides are proven best to rounding, listed or not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer(),
        fc.constantFrom("most" as const, "paying" as const),
        (rows, columns, seed, pairing) => {
          const random = seededRandom(seed);
          const cost = Array.from({ length: rows * columns }, (_, i) => ({
            row: Math.floor(i / columns),
            column: i % columns,
            cost: random() < 0.3 ? Number.POSITIVE_INFINITY : (random() - 0.6) / 3,
          }));
          const capacities = (count: number) => Array.from({ length: count }, () => Math.floor(4 * random()));
          const problem = { rows, columns, cost, pairing, rowCapacity: capacities(rows), columnCapacity: capacities(columns) };
          const solution = solveAssignment(problem);
          expect(verifyAssignment(problem, solution, { tolerance: 1e-12 })).toEqual({ feasible: true, optimal: true, faults: [] });
          // As a matrix with one side's capacities alone it is solved another way.
          const once = { ...problem, columnCapacity: 1 };
          const matrix = (row: number, column: number) => cost[row * columns + column]?.cost;
          const [listed, whole] = [solveAssignment(once), solveAssignment({ ...once, cost: matrix })];
          expect(whole.pairs.length).toBe(pairing === "most" ? listed.pairs.length : whole.pairs.length);
          expect(Math.abs(whole.total - listed.total)).toBeLessThanOrEqual(1e-12 * (rows + columns));
          expect(verifyAssignment({ ...once, cost: matrix }, whole, { tolerance: 1e-12 }).optimal).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("one more pair outweighs the dearest detour: an empty place costs more than all that it could save", () => {
    for (const n of [2, 3, 5, 8]) {
      // Row i may have column i at 0 or column i + 1 at 1000; the last row has column 0 alone, so that all rows fit only if every one pays.
      const cost = Array.from({ length: n }, (_, row) =>
        Array.from({ length: n }, (_, column) =>
          row === n - 1 ? (column === 0 ? 1000 : null) : column === row ? 0 : column === row + 1 ? 1000 : null,
        ),
      );
      for (const shift of [0, -1000, 5000]) {
        const shifted = cost.map((row) => row.map((one) => (one === null ? null : one + shift)));
        for (const maximize of [false, true]) {
          const problem = {
            rows: n,
            columns: n,
            cost: shifted.map((row) => row.map((one) => (one === null || !maximize ? one : -one))),
            maximize,
          };
          const solution = solveAssignment(problem);
          expect(solution.pairs.length).toBe(n);
          expect(Math.abs(solution.total)).toBe(Math.abs(n * (1000 + shift)));
          const edges = problem.cost.flatMap((row, i) =>
            row.map((one, j) => ({ row: i, column: j, cost: one ?? Number.POSITIVE_INFINITY })),
          );
          expect(solveAssignment({ ...problem, cost: edges }).pairs.length).toBe(n);
        }
      }
    }
  });

  test("inputs are left as they were", () => {
    const cost = Object.freeze([Object.freeze([3, 1]), Object.freeze([2, 4])]);
    const problem = Object.freeze({ rows: 2, columns: 2, cost });
    expect(solveAssignment(problem).total).toBe(3);
    expect(cost).toEqual([
      [3, 1],
      [2, 4],
    ]);
  });

  test("no rows, no columns and no pairs are problems with an empty answer", () => {
    for (const problem of [
      { rows: 0, columns: 0, cost: [] },
      { rows: 2, columns: 0, cost: [[], []] },
      { rows: 0, columns: 3, cost: [] },
      { rows: 2, columns: 2, cost: [] },
      { rows: 1, columns: 1, cost: [[null]] },
    ]) {
      const solution = solveAssignment(problem);
      expect([solution.pairs, solution.total]).toEqual([[], 0]);
      expect(verifyAssignment(problem, solution).optimal).toBe(true);
    }
  });

  test("rows and columns may be given themselves", () => {
    expect(solveAssignment({ rows: ["a", "b"], columns: ["x"], cost: [[2], [1]] }).pairs).toEqual([{ row: 1, column: 0, cost: 1 }]);
  });

  test("whole costs whose sums would lose their last figures are refused, real ones are not", () => {
    const large = {
      rows: 2,
      columns: 2,
      cost: [
        [2 ** 50, null],
        [0, null],
      ],
    };
    expect(faultOf(() => solveAssignment(large)).code).toBe("limit-exceeded");
    expect(
      solveAssignment({
        ...large,
        cost: [
          [2 ** 50 + 0.5, null],
          [0.25, null],
        ],
      }).total,
    ).toBe(0.25);
    expect(
      faultOf(() =>
        solveAssignment({
          rows: 2,
          columns: 2,
          cost: [
            [1e308, null],
            [-1e308, null],
          ],
        }),
      ).code,
    ).toBe("limit-exceeded");
  });

  test.each([
    ["rows", { rows: -1, columns: 1, cost: [] }],
    ["rows", { rows: 1.5, columns: 1, cost: [] }],
    ["columns", { rows: 1, columns: "x", cost: [[1]] }],
    ["cost", { rows: 1, columns: 1, cost: "none" }],
    ["cost", { rows: 1, columns: 1, cost: [[1], [2]] }],
    ["cost.0", { rows: 1, columns: 2, cost: [[1]] }],
    ["cost.0", { rows: 1, columns: 2, cost: [7] }],
    ["cost", { rows: 1, columns: 2, cost: new Float64Array(3) }],
    ["cost.0.1", { rows: 1, columns: 2, cost: [[1, Number.NaN]] }],
    ["cost.0.1", { rows: 1, columns: 2, cost: [[1, "2"]] }],
    ["cost.0.0", { rows: 1, columns: 1, cost: () => Number.NaN }],
    ["cost.1", { rows: 1, columns: 1, cost: [{ row: 0, column: 0, cost: 1 }, 3] }],
    [
      "cost.1",
      {
        rows: 1,
        columns: 1,
        cost: [
          { row: 0, column: 0, cost: 1 },
          { row: 0, column: 0, cost: 1 },
        ],
      },
    ],
    ["cost.0.row", { rows: 1, columns: 1, cost: [{ row: 1, column: 0, cost: 1 }] }],
    ["rowCapacity", { rows: 1, columns: 1, cost: [[1]], rowCapacity: -1 }],
    ["rowCapacity", { rows: 1, columns: 1, cost: [[1]], rowCapacity: [1, 1] }],
    ["columnCapacity.0", { rows: 1, columns: 1, cost: [[1]], columnCapacity: [0.5] }],
    ["columnCapacity", { rows: 1, columns: 1, cost: [[1]], columnCapacity: "many" }],
    ["maximize", { rows: 1, columns: 1, cost: [[1]], maximize: "yes" }],
    ["pairing", { rows: 1, columns: 1, cost: [[1]], pairing: "all" }],
    ["maximise", { rows: 1, columns: 1, cost: [[1]], maximise: true }],
  ])("refuses a bad %s and says where", (path, problem) => {
    const fault = faultOf(() => solveAssignment(problem as unknown as AssignmentProblem));
    expect(["invalid-argument", "invalid-option", "unknown-option"]).toContain(fault.code);
    expect(fault.path.join(".").startsWith(path.split(".")[0]!)).toBe(true);
    expect(fault.message.startsWith("solveAssignment: ")).toBe(true);
  });
});

describe("verifyAssignment", () => {
  const problem: AssignmentProblem = {
    rows: 2,
    columns: 3,
    cost: [
      [4, 1, null],
      [2, 0, 5],
    ],
  };
  const right = solveAssignment(problem);

  test("finds whatever is changed in a right solution", () => {
    const kinds = (solution: typeof right) => new Set(verifyAssignment(problem, solution).faults.map(({ kind }) => kind));
    expect(kinds(right)).toEqual(new Set());
    expect(kinds({ ...right, total: right.total + 1 })).toContain("total");
    expect(kinds({ ...right, pairs: [...right.pairs, right.pairs[0]!] })).toContain("pair");
    expect(kinds({ ...right, pairs: [{ row: 0, column: 2, cost: 0 }] })).toContain("pair");
    expect(kinds({ ...right, pairs: right.pairs.map((pair) => ({ ...pair, cost: pair.cost + 1 })), total: right.total + 2 })).toContain(
      "pair",
    );
    expect(kinds({ ...right, pairs: right.pairs.slice(1), total: right.total - right.pairs[0]!.cost })).toEqual(
      new Set(["price", "count"]),
    );
    const one = { row: 0, column: 1, cost: 1 };
    expect(kinds({ ...right, pairs: [one, { row: 0, column: 0, cost: 4 }], total: 5 })).toContain("capacity");
    expect(kinds({ ...right, pairs: [one, { row: 1, column: 1, cost: 0 }], total: 1 })).toContain("capacity");
  });

  test("finds any price that is moved by more than the prices leave open", () => {
    for (const side of ["rows", "columns"] as const) {
      for (const [i, price] of right.duals[side].entries()) {
        for (const by of [-100, 100]) {
          const duals = { ...right.duals, [side]: right.duals[side].with(i, price + by) };
          expect(verifyAssignment(problem, { ...right, duals }).faults.some(({ kind }) => kind === "price")).toBe(true);
        }
      }
    }
    const other = { ...problem, pairing: "paying" as const };
    expect(verifyAssignment(other, right).optimal).toBe(false);
    const nan = { ...right.duals, rows: [Number.NaN, Number.NaN] };
    expect(verifyAssignment(problem, { ...right, duals: nan }).optimal).toBe(false);
  });

  test("each condition on the prices is looked at by itself", () => {
    const square: AssignmentProblem = {
      rows: 2,
      columns: 2,
      cost: [
        [5, 1],
        [1, 5],
      ],
    };
    const pairs = [
      { row: 0, column: 0, cost: 5 },
      { row: 1, column: 1, cost: 5 },
    ];
    const faults = (given: AssignmentProblem, made: typeof pairs, duals: { rows: number[]; columns: number[]; empty: number }) =>
      verifyAssignment(given, { pairs: made, total: made.reduce((sum, { cost }) => sum + cost, 0), duals }).faults.map(
        ({ kind, row, column }) => [kind, row, column],
      );
    // The pairs made are tight, those not made are cheaper than the prices.
    expect(faults(square, pairs, { rows: [5, 5], columns: [0, 0], empty: 5 })).toEqual([
      ["price", 0, 1],
      ["price", 1, 0],
    ]);
    // The other way round: nothing is too cheap, but what is made is dearer than the prices.
    expect(faults(square, pairs, { rows: [1, 1], columns: [0, 0], empty: 5 })).toEqual([
      ["price", 0, 0],
      ["price", 1, 1],
    ]);
    // A column that has room has no price, and none is above 0; a row that has room is priced as an empty place, and none is above that.
    const wide: AssignmentProblem = { rows: 1, columns: 2, cost: [[0, 9]] };
    const first = [{ row: 0, column: 0, cost: 0 }];
    expect(faults(wide, first, { rows: [0], columns: [0, -1], empty: 1 })).toEqual([["price", undefined, 1]]);
    expect(faults(wide, first, { rows: [-1], columns: [1, 0], empty: 1 })).toEqual([["price", undefined, 0]]);
    expect(faults(wide, first, { rows: [2], columns: [-2, 0], empty: 1 })).toEqual([["price", 0, undefined]]);
    const tall: AssignmentProblem = { rows: 2, columns: 1, cost: [[0], [9]] };
    expect(faults(tall, first, { rows: [0, 3], columns: [0], empty: 4 })).toEqual([["price", 1, undefined]]);
  });

  test("refuses what is no solution of the problem", () => {
    expect(faultOf(() => verifyAssignment(problem, { ...right, duals: { ...right.duals, rows: [] } })).path).toEqual(["solution", "duals"]);
    expect(faultOf(() => verifyAssignment(problem, { ...right, pairs: [{ row: 9, column: 0, cost: 0 }] })).path).toEqual(["pairs.0.row"]);
    expect(faultOf(() => verifyAssignment(problem, right, { tolerance: -1 })).path).toEqual(["tolerance"]);
  });
});
