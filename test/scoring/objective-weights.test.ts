import { describe, expect, test } from "vitest";
import { blendWeights, criticWeights, type DecisionMatrix, entropyWeights } from "../../src/scoring/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const matrixOf = (columns: Readonly<Record<string, readonly number[]>>): DecisionMatrix => {
  const [first = []] = Object.values(columns);
  return deepFreeze({
    dimensions: Object.keys(columns),
    rows: first.map((_, i) => Object.values(columns).map((column) => column[i] as number)),
  });
};
const worked = matrixOf({ a: [0.9, 0.6, 0.3], b: [0.8, 0.8, 0.2], c: [1, 0.75, 0.5], d: [0.5, 0.5, 0.5] });

describe("entropyWeights", () => {
  test("the worked example of four columns", () => {
    const { shares, weights, entropy, ...rest } = entropyWeights(worked);
    expect(Object.values(shares).map((share) => share.toFixed(4))).toEqual(["0.3372", "0.5168", "0.1460", "0.0000"]);
    expect(weights).toEqual({ a: 337, b: 517, c: 146, d: 0 });
    expect(entropy["d"]).toBe(1);
    expect(rest).toEqual({});
  });

  test.each([
    [0, "0.7263"],
    [0.01, "0.7170"],
    [0.1, "0.6821"],
  ])("values are taken as they are: shifted by %d the first weight is %s", (shift, share) => {
    const columns = { a: [0, 0.5, 1, 0.25], b: [0.2, 0.6, 1, 0.4], c: [1, 0.8, 0.6, 0.9] };
    const moved = Object.entries(columns).map(([name, column]) => [name, column.map((value) => value + shift)] as const);
    expect(entropyWeights(matrixOf(Object.fromEntries(moved))).shares["a"]?.toFixed(4)).toBe(share);
  });

  test("the unit of a column does not matter", () => {
    const scaled = matrixOf({ a: [900, 600, 300], b: [0.08, 0.08, 0.02], c: [1, 0.75, 0.5], d: [1e300, 1e300, 1e300] });
    const { shares } = entropyWeights(scaled);
    for (const [name, share] of Object.entries(entropyWeights(worked).shares)) expect(shares[name]).toBeCloseTo(share, 12);
  });

  test("where nothing tells the rows apart the weights are equal and a warning says so", () => {
    const constant = matrixOf({ a: [3, 3, 3], b: [0, 0, 0], c: [0.1, 0.1, 0.1] });
    expect(entropyWeights(constant)).toEqual({
      shares: { a: 1 / 3, b: 1 / 3, c: 1 / 3 },
      weights: { a: 334, b: 333, c: 333 },
      entropy: { a: 1, b: 1, c: 1 },
      warning: "all-constant",
    });
    expect(entropyWeights(matrixOf({ a: [5], b: [7] }))).toMatchObject({ weights: { a: 500, b: 500 }, warning: "all-constant" });
  });

  test("all of a column's worth in one row is no entropy at all", () => {
    expect(entropyWeights(matrixOf({ a: [0, 0, 7], b: [1, 1, 1] }))).toMatchObject({ entropy: { a: 0, b: 1 }, weights: { a: 1000, b: 0 } });
  });

  test("neither the largest nor the smallest numbers bring NaN", () => {
    const { shares } = entropyWeights(matrixOf({ a: [Number.MAX_VALUE, 5e-324, Number.MAX_VALUE], b: [5e-324, 0, -0] }));
    expect(Object.values(shares).every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe("criticWeights", () => {
  test("the formula by hand: two columns that agree share what a third tells alone", () => {
    const { weights, contrast, conflict, ...rest } = criticWeights(matrixOf({ a: [0, 1000], b: [0, 1000], c: [1000, 0] }));
    // s = 0.5 each; conflicts 0 + 2, 0 + 2, 2 + 2.
    expect(contrast).toEqual({ a: 0.5, b: 0.5, c: 0.5 });
    expect(conflict).toEqual({ a: 2, b: 2, c: 4 });
    expect(weights).toEqual({ a: 250, b: 250, c: 500 });
    expect(rest).toEqual({ shares: { a: 0.25, b: 0.25, c: 0.5 } });
  });

  test("a column that spans the scale counts more than one that hardly varies, since nothing is stretched to the sample", () => {
    const { weights } = criticWeights(matrixOf({ wide: [0, 1000, 500, 500], narrow: [500, 500, 490, 510] }));
    expect(weights["wide"]).toBeGreaterThan(950);
  });

  test("scale is the value that counts as 1", () => {
    const rows = matrixOf({ a: [0, 1], b: [1, 0.5] });
    expect(criticWeights(rows, { scale: 1 }).contrast).toEqual({ a: 0.5, b: 0.25 });
    expect(criticWeights(rows, { scale: 4 }).contrast).toEqual({ a: 0.125, b: 0.0625 });
  });

  test("a constant column weighs nothing and changes no other weight", () => {
    const columns = { a: [0, 1000, 300], b: [200, 100, 900], c: [700, 700, 100] };
    const without = criticWeights(matrixOf(columns)).shares;
    expect(criticWeights(matrixOf({ ...columns, d: [333, 333, 333] })).shares).toEqual({ ...without, d: 0 });
  });

  test("where all that vary move as one, or one varies alone, contrast decides and a warning says so", () => {
    const alike = criticWeights(matrixOf({ a: [0, 300, 900], b: [0, 100, 300], c: [7, 7, 7] }));
    expect(alike).toMatchObject({ weights: { a: 750, b: 250, c: 0 }, warning: "no-conflict" });
    expect(criticWeights(matrixOf({ a: [0, 900], c: [7, 7] }))).toMatchObject({ weights: { a: 1000, c: 0 }, warning: "no-conflict" });
  });

  test("where nothing tells the rows apart the weights are equal and a warning says so", () => {
    const constant = criticWeights(matrixOf({ a: [0.1, 0.1, 0.1], b: [3, 3, 3] }));
    expect(constant).toMatchObject({ weights: { a: 500, b: 500 }, contrast: { a: 0, b: 0 }, warning: "all-constant" });
  });

  test.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], ["1"]])("a scale of %s is refused", (scale) => {
    expect(faultOf(() => criticWeights(worked, { scale: scale as number })).path).toEqual(["scale"]);
  });

  test("a value beyond the scale is refused, and so is an option that is none", () => {
    expect(faultOf(() => criticWeights(matrixOf({ a: [0, 1001] }))).path).toEqual(["rows", 1, 0]);
    expect(faultOf(() => criticWeights(worked, { minimum: 0 } as never)).code).toBe("unknown-option");
  });
});

describe("blendWeights", () => {
  const a = deepFreeze({ field: 640, degree: 360 });
  const b = deepFreeze({ degree: 900, field: 100 });

  test("is the geometric mean, either weighting at the ends, and looks at proportions alone", () => {
    expect(blendWeights(a, b).shares["field"]).toBeCloseTo((8 * 10) / (8 * 10 + 6 * 30), 12);
    expect(blendWeights(a, b, { share: 1 }).weights).toEqual({ degree: 360, field: 640 });
    expect(blendWeights(a, b, { share: 0 }).weights).toEqual({ degree: 900, field: 100 });
    const small = { field: 6.4e-300, degree: 3.6e-300 };
    expect(blendWeights(small, b, { share: 0.3 }).shares["field"]).toBeCloseTo(
      blendWeights(a, b, { share: 0.3 }).shares["field"] as number,
      12,
    );
  });

  test("what either gives nothing gets nothing, unless the other alone is asked for", () => {
    const zero = { field: 0, degree: 1 };
    expect(blendWeights(zero, b, { share: 0.01 }).weights).toEqual({ degree: 1000, field: 0 });
    expect(blendWeights(zero, b, { share: 0 }).weights).toEqual({ degree: 900, field: 100 });
  });

  test.each([
    ["other dimensions", { field: 1, title: 1 }, "b"],
    ["one dimension more", { field: 1, degree: 1, title: 1 }, "b"],
    ["one dimension less", { field: 1 }, "b"],
    ["nothing above zero", { field: 0, degree: 0 }, "b"],
    ["a negative weight", { field: -1, degree: 2 }, "b.field"],
    ["NaN", { field: 1, degree: Number.NaN }, "b.degree"],
    ["an infinite weight", { field: Number.POSITIVE_INFINITY, degree: 1 }, "b.field"],
    ["a list", [1, 2], "b"],
    ["null", null, "b"],
    ["text", "field", "b"],
  ])("weights that are none are refused: %s", (_, weights, path) => {
    const error = faultOf(() => blendWeights(a, weights as never));
    expect([error.code, error.path.join(".")]).toEqual(["invalid-argument", path]);
  });

  test("weights that share no dimension above zero have no mean", () => {
    expect(faultOf(() => blendWeights({ field: 1, degree: 0 }, { field: 0, degree: 1 })).code).toBe("invalid-argument");
  });

  test.each([[-0.1], [1.1], [Number.NaN], ["0.5"]])("a share of %s is refused", (share) => {
    expect(faultOf(() => blendWeights(a, b, { share: share as number })).path).toEqual(["share"]);
    expect(faultOf(() => blendWeights(a, b, { beta: 0.5 } as never)).code).toBe("unknown-option");
  });
});

describe("a matrix that is none", () => {
  test.each([
    ["no rows", { dimensions: ["a"], rows: [] }, "rows"],
    ["rows that are no list", { dimensions: ["a"], rows: 3 }, "rows"],
    ["no dimension", { dimensions: [], rows: [[]] }, "dimensions"],
    ["a dimension twice", { dimensions: ["a", "a"], rows: [[1, 2]] }, "dimensions.1"],
    ["a short row", { dimensions: ["a", "b"], rows: [[1, 2], [1]] }, "rows.1"],
    ["a row that is no list", { dimensions: ["a"], rows: [1] }, "rows.0"],
    ["a negative value", { dimensions: ["a"], rows: [[-1]] }, "rows.0.0"],
    ["NaN", { dimensions: ["a"], rows: [[Number.NaN]] }, "rows.0.0"],
    ["an infinite value", { dimensions: ["a"], rows: [[Number.POSITIVE_INFINITY]] }, "rows.0.0"],
    ["a missing value", { dimensions: ["a", "b"], rows: [[1, undefined]] }, "rows.0.1"],
  ])("is refused: %s", (_, matrix, path) => {
    const error = faultOf(() => entropyWeights(matrix as never));
    expect([error.code, error.path.join(".")]).toEqual(["invalid-argument", path]);
  });

  test("is refused where it is nothing, or has a member more", () => {
    expect(faultOf(() => entropyWeights(null as never)).code).toBe("invalid-argument");
    expect(faultOf(() => entropyWeights(undefined as never)).code).toBe("invalid-argument");
    expect(faultOf(() => entropyWeights({ ...worked, weights: [] } as never)).code).toBe("unknown-option");
  });
});
