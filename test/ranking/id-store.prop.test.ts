import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCodePoints } from "../../src/numeric/index.js";
import { IdStore, orderOfIds } from "../../src/ranking/id-store.js";

/** Any UTF-16 units: plain, Han of both planes, private use, and lone surrogates. */
const idArbitrary = fc
  .array(
    fc.oneof(
      fc.constantFrom("a", "z", "0", "é", "丁", "𠮷", "😀", "\ue000", "\uffff", "\ud800", "\udbff", "\udc00", "\udfff", "\u0000"),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((units) => units.join(""));
const idsArbitrary = fc.uniqueArray(idArbitrary, { minLength: 1, maxLength: 40 });

const storeOf = (ids: readonly string[]) => {
  const order = orderOfIds(ids);
  return IdStore.from(ids.length, (row) => ids[order[row] as number] as string);
};

describe("IdStore", () => {
  test("gives back every id, in code-point order, lone surrogates included", () => {
    fc.assert(
      fc.property(idsArbitrary, (ids) => {
        const store = storeOf(ids);
        expect(ids.map((_, row) => store.id(row))).toEqual([...ids].sort(compareCodePoints));
      }),
      { numRuns: 3000 },
    );
  });

  test("the bytes of two ids compare as their code points do", () => {
    fc.assert(
      fc.property(idArbitrary, idArbitrary, (a, b) => {
        expect(Math.sign(storeOf([a]).compare(0, storeOf([b]), 0))).toBe(Math.sign(compareCodePoints(a, b)));
      }),
      { numRuns: 5000 },
    );
  });

  test("finds each id at its row and no other", () => {
    fc.assert(
      fc.property(idsArbitrary, idArbitrary, (ids, other) => {
        const store = storeOf(ids);
        for (let row = 0; row < store.size; row++) expect(store.find(store.id(row))).toBe(row);
        expect(store.find(other) >= 0).toBe(ids.includes(other));
      }),
      { numRuns: 1500 },
    );
  });

  test("a long id comes back whole", () => {
    const ids = ["x".repeat(100_000), "食".repeat(5000)];
    const store = storeOf(ids);
    expect([store.id(0), store.id(1)]).toEqual(ids);
  });
});
