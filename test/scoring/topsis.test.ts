import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DecisionMatrix, type TopsisOptions, topsis } from "../../src/scoring/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveTopsis } from "../oracle/naive-weights.js";

const DIMENSIONS = ["title", "field", "degree"];
const rowArbitrary = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 });
const weightsArbitrary = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9))
  .map(([title, field, degree]) => ({ title, field, degree }));
const benefitArbitrary = fc.record({ title: fc.boolean(), field: fc.boolean() });
const order = (closeness: readonly number[]) =>
  closeness.map((_, i) => i).sort((a, b) => (closeness[b] as number) - (closeness[a] as number) || a - b);

describe("topsis", () => {
  test("the worked example in classic mode", () => {
    const rows = [
      [0.9, 0.8, 1, 0.5],
      [0.6, 0.8, 0.75, 0.5],
      [0.3, 0.2, 0.5, 0.5],
    ];
    const weights = { a: 0.3, b: 0.4, c: 0.15, d: 0.15 };
    const closeness = topsis(deepFreeze({ dimensions: ["a", "b", "c", "d"], rows }), deepFreeze({ weights, mode: "classic" }));
    expect(closeness.map((c) => c.toFixed(4))).toEqual(["1.0000", "0.7265", "0.0000"]);
  });

  test("the formula by hand on the fixed scale: distances from 1 and from 0", () => {
    const rows = [
      [1000, 1000],
      [0, 0],
      [600, 800],
    ];
    const closeness = topsis({ dimensions: ["a", "b"], rows }, { weights: { a: 1, b: 1 } });
    const [away, near] = [Math.hypot(0.4, 0.2), Math.hypot(0.6, 0.8)];
    expect(closeness.slice(0, 2)).toEqual([1, 0]);
    expect(closeness[2]).toBeCloseTo(near / (near + away), 12);
  });

  test.each(["classic", "fixed-scale"] as const)("equals the formula read literally, in any order of rows and columns: %s", (mode) => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 6 }), weightsArbitrary, benefitArbitrary, (rows, weights, benefit) => {
        const closeness = topsis({ dimensions: DIMENSIONS, rows }, { weights, benefit, mode });
        const literal = naiveTopsis(
          rows,
          [weights.title, weights.field, weights.degree],
          [benefit.title, benefit.field, true],
          mode === "classic" ? undefined : 1000,
        );
        for (const [i, c] of closeness.entries()) {
          expect(c >= 0 && c <= 1).toBe(true);
          // The literal formula has no answer where a column, or the two ideals, are all zero.
          if (Number.isFinite(literal[i])) expect(c).toBeCloseTo(literal[i] as number, 9);
        }
        const turned = { dimensions: [...DIMENSIONS].reverse(), rows: rows.map((row) => [...row].reverse()).reverse() };
        expect(topsis(turned, { weights, benefit, mode })).toEqual([...closeness].reverse());
      }),
      { numRuns: 300 },
    );
  });

  test("a row more never moves the others on the fixed scale", () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 2, maxLength: 6 }), rowArbitrary, weightsArbitrary, (rows, added, weights) => {
        const before = topsis({ dimensions: DIMENSIONS, rows }, { weights });
        expect(topsis({ dimensions: DIMENSIONS, rows: [...rows, added] }, { weights }).slice(0, -1)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test("a row more can reorder the others in classic mode, which is why the library does not rank by it", () => {
    const weights = { field: 1, degree: 1 };
    const rows = [
      [300, 700],
      [620, 400],
    ];
    const of = (more: readonly number[][], mode: "classic" | "fixed-scale") =>
      order(topsis({ dimensions: ["field", "degree"], rows: [...rows, ...more] }, { weights, mode }).slice(0, 2));
    expect(of([], "classic")).not.toEqual(of([[1000, 400]], "classic"));
    expect(of([], "fixed-scale")).toEqual(of([[1000, 400]], "fixed-scale"));
  });

  test("where best and worst are one, a row lies halfway", () => {
    expect(topsis({ dimensions: ["a"], rows: [[5], [5]] }, { weights: { a: 1 }, mode: "classic" })).toEqual([0.5, 0.5]);
    expect(topsis({ dimensions: ["a"], rows: [[0]] }, { weights: { a: 1 }, mode: "classic" })).toEqual([0.5]);
  });

  test("less is better where it is said so, and each dimension may have its own scale", () => {
    const matrix: DecisionMatrix = {
      dimensions: ["pay", "field"],
      rows: [
        [8, 500],
        [2, 500],
      ],
    };
    const options = { weights: { pay: 1, field: 1 }, scale: { pay: 10, field: 1000 } };
    const [high = 0, low = 0] = topsis(matrix, options);
    expect(high).toBeGreaterThan(low);
    const [dear = 0, cheap = 0] = topsis(matrix, { ...options, benefit: { pay: false } });
    expect(cheap).toBeGreaterThan(dear);
    expect(topsis({ dimensions: ["pay"], rows: [[2.5]] }, { weights: { pay: 3 }, scale: 10 })).toEqual([0.25]);
  });

  test.each([
    ["no weights", {}, "weights.a"],
    ["no options", undefined, "weights.a"],
    ["no record of weights", { weights: null }, "weights"],
    ["weights as a list", { weights: [1, 2] }, "weights"],
    ["a weight missing", { weights: { a: 1 } }, "weights.b"],
    ["a weight that every object has", { weights: { a: 1, constructor: 1 } }, "weights.constructor"],
    ["a negative weight", { weights: { a: 1, b: -1 } }, "weights.b"],
    ["a weight of NaN", { weights: { a: Number.NaN, b: 1 } }, "weights.a"],
    ["an infinite weight", { weights: { a: Number.POSITIVE_INFINITY, b: 1 } }, "weights.a"],
    ["no weight above zero", { weights: { a: 0, b: 0 } }, "weights"],
    ["a weight of another dimension", { weights: { a: 1, b: 1, c: 1 } }, "weights.c"],
    ["a benefit that is none", { weights: { a: 1, b: 1 }, benefit: { a: 1 } }, "benefit.a"],
    ["a benefit of another dimension", { weights: { a: 1, b: 1 }, benefit: { c: true } }, "benefit.c"],
    ["an unknown mode", { weights: { a: 1, b: 1 }, mode: "safe" }, "mode"],
    ["a scale in classic mode", { weights: { a: 1, b: 1 }, mode: "classic", scale: 1000 }, "scale"],
    ["a scale of zero", { weights: { a: 1, b: 1 }, scale: 0 }, "scale"],
    ["a scale of text", { weights: { a: 1, b: 1 }, scale: "1" }, "scale"],
    ["no scale at all", { weights: { a: 1, b: 1 }, scale: null }, "scale"],
    ["a scale missing", { weights: { a: 1, b: 1 }, scale: { a: 1000 } }, "scale.b"],
    ["a scale of another dimension", { weights: { a: 1, b: 1 }, scale: { a: 1000, b: 1000, c: 1 } }, "scale.c"],
  ])("options that are none are refused: %s", (_, options, path) => {
    const error = faultOf(() => topsis({ dimensions: ["a", "b"], rows: [[1, 2]] }, options as TopsisOptions));
    expect([error.code, error.path.join(".")]).toEqual(["invalid-option", path]);
  });

  test("a value beyond the scale is refused by place, and so is an option that is none", () => {
    const matrix = { dimensions: ["a"], rows: [[1], [1001]] };
    expect(faultOf(() => topsis(matrix, { weights: { a: 1 } })).path).toEqual(["rows", 1, 0]);
    expect(topsis(matrix, { weights: { a: 1 }, mode: "classic" })).toEqual([0, 1]);
    expect(faultOf(() => topsis(matrix, { weights: { a: 1 }, ideal: 1 } as never)).code).toBe("unknown-option");
  });
});
