import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jaroWinkler } from "../../src/text/index.js";
import { naiveJaro, naiveJaroWinkler } from "../oracle/naive-jaro-winkler.js";

const few = fc.string({ unit: fc.constantFrom("a", "b", "c", "张"), maxLength: 40 });
const astral = fc.string({ unit: fc.constantFrom("a", "b", "张", "𠮷", "𠮶", "\ud842", "\udfb7"), maxLength: 12 });
const word = fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 1, maxLength: 9 });
const pair = fc.oneof(fc.tuple(few, few), fc.tuple(astral, astral), fc.tuple(word, word), fc.tuple(fc.string(), fc.string()));

describe("jaroWinkler", () => {
  // Pairs of the tables that Winkler published in the 1990s, and the textbook's three.
  test.each([
    ["MARTHA", "MARHTA", 0.9611],
    ["DIXON", "DICKSONX", 0.8133],
    ["DWAYNE", "DUANE", 0.84],
    ["SHACKLEFORD", "SHACKELFORD", 0.9818],
    ["DUNNINGHAM", "CUNNIGHAM", 0.8963],
    ["NICHLESON", "NICHULSON", 0.9556],
    ["JONES", "JOHNSON", 0.8324],
    ["MASSEY", "MASSIE", 0.9333],
    ["ABROMS", "ABRAMS", 0.9222],
    ["JERALDINE", "GERALDINE", 0.9259],
    ["MICHELLE", "MICHAEL", 0.9214],
    ["JULIES", "JULIUS", 0.9333],
    ["TANYA", "TONYA", 0.88],
    ["SEAN", "SUSAN", 0.805],
    ["JON", "JOHN", 0.9333],
  ])("of %s and %s is %d", (a, b, similarity) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 4);
  });

  test("a pair of 0.7 or less is not raised by its beginning", () => {
    // Jaro of the two is 0.7 or less although they begin alike.
    const [a, b] = ["abxyzw", "abklmnop"];
    expect(naiveJaro(a, b)).toBeLessThanOrEqual(0.7);
    expect(jaroWinkler(a, b)).toBe(naiveJaro(a, b));
    expect(jaroWinkler("MARTHA", "MARHTA")).toBeGreaterThan(naiveJaro("MARTHA", "MARHTA"));
  });

  test("is the slow twin's", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(jaroWinkler(a, b)).toBeCloseTo(naiveJaroWinkler(a, b), 12);
      }),
      { numRuns: 3000 },
    );
  });

  test("is symmetric, 1 for equal texts and for no others, within 0..1", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const similarity = jaroWinkler(a, b);
        expect(jaroWinkler(b, a)).toBe(similarity);
        expect(jaroWinkler(a, a)).toBe(1);
        expect(similarity === 1).toBe(a === b);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("characters are counted, not halves of them", () => {
    // By halves the first pair would share three of four units.
    expect(jaroWinkler("𠮷", "𠮶")).toBe(0);
    expect(jaroWinkler("𠮷田明", "𠮷田朋")).toBe(jaroWinkler("吉田明", "吉田朋"));
    expect(jaroWinkler("", "")).toBe(1);
    expect(jaroWinkler("", "张")).toBe(0);
  });

  test("texts of a hundred thousand characters take time in proportion", () => {
    const long = "张伟".repeat(50_000);
    expect(jaroWinkler(long, `李${long}`)).toBeGreaterThan(0.99);
    expect(jaroWinkler(long, "李".repeat(100_000))).toBe(0);
    expect(jaroWinkler("张伟", long)).toBeGreaterThan(0);
  });
});
