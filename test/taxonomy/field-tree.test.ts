import { describe, expect, test } from "vitest";
import {
  canonicalField,
  fieldAndBelow,
  fieldInside,
  fieldLevel,
  fieldSimilarity,
  fields,
  isFieldCode,
  isProfessionalDegree,
  sharedFieldLevel,
} from "../../src/taxonomy/index.js";

describe("canonicalField", () => {
  test("a code opened in a second category goes by its home, programmes included", () => {
    expect(canonicalField("0972")).toBe("0832");
    expect(canonicalField("097203")).toBe("083203");
    expect(canonicalField("077503")).toBe("081203");
  });

  test("a nameless discipline and its one programme are the same field", () => {
    expect([canonicalField("0471"), canonicalField("047101")]).toEqual(["120403", "120403"]);
    expect([canonicalField("0784"), canonicalField("078401")]).toEqual(["040110", "040110"]);
    expect([canonicalField("1074"), canonicalField("107401")]).toEqual(["120402", "120402"]);
  });

  test("a cross-category programme keeps its name", () => {
    for (const code of fields.codes().filter((c) => canonicalField(c) !== c && c.length === 6 && !c.includes("L"))) {
      expect(fields.get(canonicalField(code))?.name, code).toBe(fields.get(code)?.name);
    }
  });

  test("every canonical code is a listed field code that stands for itself", () => {
    for (const code of fields.codes()) {
      const home = canonicalField(code);
      expect(fields.has(home) && isFieldCode(home) && canonicalField(home) === home, code).toBe(true);
    }
  });
});

describe("nearness in the field tree", () => {
  test("is 1000 for one field, 700 in a discipline, 400 in a category, else 0", () => {
    expect(fieldSimilarity("083201", "083201")).toBe(1000);
    expect(fieldSimilarity("097201", "083201")).toBe(1000);
    expect(fieldSimilarity("083201", "083202")).toBe(700);
    expect(fieldSimilarity("083201", "0832")).toBe(700);
    expect(fieldSimilarity("083201", "082203")).toBe(400);
    expect(fieldSimilarity("083201", "08")).toBe(400);
    expect(fieldSimilarity("083201", "120201")).toBe(0);
  });

  test("is the same both ways round, and 0 for codes that the catalogue lacks", () => {
    const some = fields.codes().filter((_, i) => i % 17 === 0);
    for (const a of some) for (const b of some) expect(fields.similarity(a, b)).toBe(fields.similarity(b, a));
    expect(fields.similarity("0832", "0899")).toBe(0);
  });

  test("fieldInside agrees with fieldAndBelow", () => {
    for (const outer of ["08", "0832", "083201", "1202"]) {
      const below = new Set(fieldAndBelow(outer));
      for (const code of fields.codes()) expect(fieldInside(code, outer), `${code} in ${outer}`).toBe(below.has(canonicalField(code)));
    }
  });

  test("sharedFieldLevel is undefined across categories", () => {
    expect(sharedFieldLevel("0832", "0971")).toBe("category");
    expect(sharedFieldLevel("0832", "0901")).toBeUndefined();
  });
});

describe("levels of field codes", () => {
  test("go by length", () => {
    expect(["08", "0832", "083201"].map(fieldLevel)).toEqual(["category", "discipline", "programme"]);
  });

  test("a professional degree is told by digits 3 and 4", () => {
    expect(["1253", "125604", "0451"].every(isProfessionalDegree)).toBe(true);
    expect(["12", "1202", "120201", "0972", "0850"].some(isProfessionalDegree)).toBe(false);
  });

  test("forms of other systems are refused", () => {
    for (const text of ["", "00", "15", "083", "08321", "0832011", "0602L4", "0832K", "０８３２"])
      expect(isFieldCode(text), text).toBe(false);
  });
});
