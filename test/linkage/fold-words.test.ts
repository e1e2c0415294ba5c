import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldLetters, foldWords } from "../../src/linkage/fold-words.js";

describe("foldWords", () => {
  test.each([
    ["  O’Brien-Núñez ", "obrien nunez"],
    ["ＳＴ．　ＪＯＨＮ", "st john"],
    ["Łódź, Ærø", "lodz aero"],
    ["Straße 12/3a", "strasse 12 3a"],
    ["張三（女）", "张三 女"],
    ["が", "が"],
    ["한글", "한글"],
    ["İstanbul", "istanbul"],
    ["—", ""],
    ["", ""],
  ])("%s", (raw, words) => {
    expect(foldWords(raw)).toBe(words);
  });

  test("foldLetters is foldWords without blanks", () => {
    expect(foldLetters("Mary-Jane")).toBe(foldLetters("mary jane"));
    expect(foldLetters("mary jane")).toBe("maryjane");
  });

  test("folding a folded text changes nothing, and no separator of values is left", () => {
    const unit = fc.oneof(
      fc.constantFrom(..."aÅß'’ -か゛\u0301\u3099\u0000\ud842İſK𠮷Ⅻ"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 10 }), (raw) => {
        const folded = foldWords(raw);
        expect(foldWords(folded)).toBe(folded);
        expect(folded).not.toContain("\u0000");
      }),
      { numRuns: 3000 },
    );
  });
});
