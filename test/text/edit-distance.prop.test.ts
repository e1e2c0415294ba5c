import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/text/index.js";
import { naiveEditDistance } from "../oracle/naive-edit-distance.js";

/** Few signs, so that texts share many; halves of 𠮷 and 𠮶 beside the characters themselves. */
const sign = fc.constantFrom("a", "b", "c", "张", "伟", "𠮷", "𠮶", "\ud842", "\udfb7");
const short = fc.string({ unit: sign, maxLength: 12 });
const plain = fc.string({ unit: fc.constantFrom("a", "b", "c", "张"), maxLength: 40 });
const text = fc.oneof(short, plain, fc.string({ unit: "grapheme", maxLength: 8 }), fc.string({ unit: "binary", maxLength: 8 }));

/** A text and another that a few edits made of it. */
const kin = fc
  .tuple(plain, fc.array(fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom("a", "b", "张", "x")), { maxLength: 5 }))
  .map(([a, edits]): [string, string] => {
    const signs = [...a];
    for (const [at, kind, other] of edits) {
      const place = at % (signs.length + 1);
      if (kind === 0) signs.splice(place, 0, other);
      else if (kind === 1) signs.splice(place, 1);
      else signs.splice(place, 2, ...signs.slice(place, place + 2).reverse());
    }
    return [a, signs.join("")];
  });
const pair = fc.oneof(kin, fc.tuple(text, text), fc.tuple(short, short), fc.tuple(plain, plain));

describe("editDistance", () => {
  test.each([
    ["", "", 0],
    ["", "张三", 2],
    ["kitten", "sitting", 3],
    ["ca", "ac", 1],
    ["ca", "abc", 3],
    ["zhangwei", "zhagnwei", 1],
    ["张伟明", "张伟", 1],
    ["张小明", "张明小", 1],
    ["𠮷田", "吉田", 1],
    ["𠮷", "𠮶", 1],
    ["\ud842\udfb7", "\ud842张\udfb7", 3],
    ["__proto__", "__porto__", 1],
  ])("of %s and %s is %i", (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  test("is the slow twin's", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(editDistance(a, b)).toBe(naiveEditDistance(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  test("a distance beyond the limit is told as limit + 1, any other as it is", () => {
    fc.assert(
      fc.property(pair, fc.nat(12), ([a, b], limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(naiveEditDistance(a, b), limit + 1));
      }),
      { numRuns: 3000 },
    );
  });

  test("is symmetric, 0 only for equal texts, at least the difference of the lengths and at most the longer one", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const distance = editDistance(a, b);
        const [m, n] = [Array.from(a).length, Array.from(b).length];
        expect(editDistance(b, a)).toBe(distance);
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(m - n));
        expect(distance).toBeLessThanOrEqual(Math.max(m, n));
      }),
    );
  });

  test("one character more moves it by at most one, the same character at both ends not at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 9 }), fc.string({ unit: "grapheme", maxLength: 9 }), (a, b) => {
        const distance = editDistance(a, b);
        expect(Math.abs(editDistance(`${a}X`, b) - distance)).toBeLessThanOrEqual(1);
        expect(editDistance(`X${a}`, `X${b}`)).toBe(distance);
        expect(editDistance(`${a}X`, `${b}X`)).toBe(distance);
      }),
    );
  });

  test("two texts of a hundred thousand characters are compared near the diagonal", () => {
    const a = "张伟".repeat(50_000);
    expect(editDistance(a, `李${a}`)).toBe(1);
    expect(editDistance(`王${a}`, `${a}李`, 10)).toBe(2);
    expect(editDistance(a, "李".repeat(100_000), 3)).toBe(4);
    expect(editDistance(a, "", 5)).toBe(6);
  });

  test.each([-1, 0.5, Number.NaN, Number.NEGATIVE_INFINITY])("a limit of %d is refused", (limit) => {
    expect(() => editDistance("a", "b", limit)).toThrow(/whole number/);
  });
});
