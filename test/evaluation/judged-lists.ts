import fc from "fast-check";

/** Ids as they may come: rare Han, full-width digits, members of every object. */
const POOL = ["t1", "t2", "𠮷", "１２", "constructor", "__proto__", "toString", "～", "张三", "t10", "hasOwnProperty"];

/** A query: some ids graded 0..3, some of the same pool listed, in any order. */
export interface JudgedCase {
  readonly ranked: readonly string[];
  readonly judgements: ReadonlyMap<string, number>;
}

/** Queries with at least one relevant item, listed or not. */
export const judgedCase: fc.Arbitrary<JudgedCase> = fc
  .record({
    ranked: fc.shuffledSubarray(POOL),
    graded: fc.uniqueArray(fc.tuple(fc.constantFrom(...POOL), fc.integer({ min: 0, max: 3 })), { selector: ([id]) => id, minLength: 1 }),
  })
  .filter(({ graded }) => graded.some(([, grade]) => grade > 0))
  .map(({ ranked, graded }) => ({ ranked, judgements: new Map(graded) }));
