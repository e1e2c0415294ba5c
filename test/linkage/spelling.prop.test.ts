import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editsApart, isLike, isOneEdit, spelling } from "../../src/linkage/spelling.js";
import { editDistance, jaroWinkler } from "../../src/text/index.js";

const sign = fc.constantFrom("a", "b", "c", "d", "1", "2", "张", "伟", "𠮷", "𠮶", "\ud842");
const text = fc.oneof(fc.string({ unit: sign, maxLength: 9 }), fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 6 }));
/** Two texts, the second often a few edits from the first. */
const pair = fc.oneof(
  fc.tuple(text, text),
  fc.tuple(text, fc.array(fc.tuple(fc.nat(9), fc.nat(2), sign), { maxLength: 3 })).map(([a, edits]): [string, string] => {
    const signs = [...a];
    for (const [at, kind, other] of edits) {
      if (kind === 0) signs.splice(at % (signs.length + 1), 0, other);
      else if (kind === 1) signs.splice(at % (signs.length + 1), 1);
      else signs.splice(at, 2, ...signs.slice(at, at + 2).reverse());
    }
    return [a, signs.join("")];
  }),
);

describe("what the signs of two texts rule out is so", () => {
  test("editsApart is the edit distance up to two", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(editsApart(spelling(a), spelling(b))).toBe(Math.min(3, editDistance(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  test("isOneEdit holds where the edit distance is 1", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(isOneEdit(spelling(a), spelling(b))).toBe(editDistance(a, b) === 1);
      }),
      { numRuns: 3000 },
    );
  });

  test("isLike holds where the Jaro–Winkler similarity reaches the line", () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(0.75, 0.8, 0.9, 0.95), ([a, b], least) => {
        expect(isLike(spelling(a), spelling(b), least)).toBe(jaroWinkler(a, b) >= least);
      }),
      { numRuns: 3000 },
    );
  });
});
