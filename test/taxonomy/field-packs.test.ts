import { describe, expect, test } from "vitest";
import {
  canonicalField,
  fieldOfGbt13745,
  fieldOfMajor,
  fields,
  isProfessionalDegree,
  resolveField,
  undergraduateMajors,
} from "../../src/taxonomy/index.js";
import { FIELD_ALIASES } from "../../src/taxonomy/packs/field-alias-pack.js";
import {
  CLASS_TO_FIELD,
  MAJOR_TO_FIELD,
  PROFESSIONAL_TO_ACADEMIC,
  RETIRED_FIELD_CODES,
} from "../../src/taxonomy/packs/field-crosswalk-pack.js";
import { FIELD_KEYWORDS } from "../../src/taxonomy/packs/field-keyword-pack.js";
import { FORMER_MAJORS } from "../../src/taxonomy/packs/former-major-pack.js";

const pairs = (pack: string) => pack.split(" ").map((pair) => pair.split(":") as [string, string]);
const entries = (pack: string) =>
  pack.split("\n").flatMap((line) => {
    const [names = "", code = ""] = line.split(":");
    return names.split(" ").map((name): [string, string] => [name, code]);
  });
const stands = (code: string) => fields.has(code) && canonicalField(code) === code;

describe("packs of field names", () => {
  test("every line ends in a canonical field", () => {
    for (const pack of [FIELD_ALIASES, FORMER_MAJORS, FIELD_KEYWORDS]) {
      for (const line of pack.split("\n")) expect(line).toMatch(/^\S+(?: \S+)*:\d{2}(?:\d{2}){0,2}$/);
      for (const [name, code] of entries(pack)) expect(stands(code), `${name}:${code}`).toBe(true);
    }
  });

  test("a name stands in one line only", () => {
    for (const list of [[...entries(FIELD_ALIASES), ...entries(FORMER_MAJORS)], entries(FIELD_KEYWORDS)]) {
      const names = list.map(([name]) => name);
      expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    }
  });

  test("a topic word has two signs at least", () => {
    for (const [word] of entries(FIELD_KEYWORDS)) expect([...word].length, word).toBeGreaterThanOrEqual(2);
  });
});

describe("crosswalks", () => {
  test("every undergraduate class has its line, and every line leads from a listed class or major to a canonical field", () => {
    const classes = new Map(pairs(CLASS_TO_FIELD));
    for (const code of undergraduateMajors.codes().filter((c) => c.length === 4)) expect(classes.has(code), code).toBe(true);
    for (const [code, field] of [...pairs(CLASS_TO_FIELD), ...pairs(MAJOR_TO_FIELD)]) {
      expect(undergraduateMajors.has(code), code).toBe(true);
      expect(stands(field), `${code}:${field}`).toBe(true);
    }
  });

  test("no undergraduate major leads to a professional degree that has an academic home", () => {
    const homes = new Map(pairs(PROFESSIONAL_TO_ACADEMIC));
    for (const code of undergraduateMajors.codes().filter((c) => c.length > 2)) {
      const field = fieldOfMajor(code) ?? "";
      expect(homes.get(field) ?? field, code).toBe(field);
    }
  });

  test("a major's code and its name lead to one field, unless the name is a category's", () => {
    for (const code of undergraduateMajors.codes().filter((c) => c.length === 6)) {
      const read = resolveField(undergraduateMajors.get(code)?.name ?? "");
      if (read.status === "resolved" && read.value.length > 2) expect(read.value, code).toBe(fieldOfMajor(code));
    }
  });

  test("professional degrees lead to academic fields or stay, and retired codes lead to current ones that they are not", () => {
    for (const [code, field] of pairs(PROFESSIONAL_TO_ACADEMIC)) {
      expect(fields.has(code) && isProfessionalDegree(code), code).toBe(true);
      expect(stands(field) && (field === code || !isProfessionalDegree(field)), `${code}:${field}`).toBe(true);
    }
    for (const [code, field] of pairs(RETIRED_FIELD_CODES)) {
      expect(fields.has(code), code).toBe(false);
      expect(stands(field), `${code}:${field}`).toBe(true);
    }
  });

  test("GB/T 13745: the second level falls back on the first, dots are read, other forms are not", () => {
    expect(fieldOfGbt13745("550")).toBe("0832");
    expect(fieldOfGbt13745("55070")).toBe("083202");
    expect(fieldOfGbt13745("550.20")).toBe("0832");
    expect(fieldOfGbt13745("5507010")).toBe("083202");
    expect(fieldOfGbt13745("55099")).toBe("0832");
    for (const code of ["", "5", "55", "5502", "999", "99910", "constructor"]) expect(fieldOfGbt13745(code), code).toBeUndefined();
  });
});
