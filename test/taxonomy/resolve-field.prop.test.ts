import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldLabels } from "../../src/taxonomy/field-labels.js";
import { fieldStrippings } from "../../src/taxonomy/field-spellings.js";
import {
  canonicalField,
  fieldOfMajor,
  fields,
  isFieldCode,
  resolveField,
  resolveFields,
  undergraduateMajors,
} from "../../src/taxonomy/index.js";

const name = (code: string) => fields.get(code)?.name ?? undergraduateMajors.get(code)?.name ?? "";
const graduate = fc.constantFrom(...fields.codes());
const major = fc.constantFrom(...undergraduateMajors.codes().filter((code) => code.length === 6));
const around = fc.tuple(fc.constantFrom("", "主修", "所学专业：", " "), fc.constantFrom("", "专业", "方向", "等相关专业", "　"));
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(..."食品科学与工程会计专业、，（）()系学院0832TK.𠮷　 和及或不限"), maxLength: 30 }),
);

describe("resolveField, whatever the text", () => {
  test("never throws, and answers with canonical codes of the catalogue", () => {
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom(undefined, "graduate" as const, "undergraduate" as const, "gbt13745" as const),
        (raw, system) => {
          const read = resolveField(raw, system === undefined ? {} : { system });
          const values = read.status === "resolved" ? [read.value] : read.candidates.map(({ value }) => value);
          for (const value of values) expect(fields.has(value) && isFieldCode(value) && canonicalField(value) === value).toBe(true);
          if (read.status === "ambiguous") expect(new Set(values).size).toBeGreaterThan(1);
          if (read.status === "resolved") expect(read.confidence > 0 && read.confidence <= 1).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("resolveFields never throws, and every part is a piece of the cell or a category that a word of it stands for", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        for (const { text } of resolveFields(raw).parts) expect(text).not.toBe("");
      }),
      { numRuns: 300 },
    );
  });
});

describe("resolveField, for every official name and code", () => {
  test("the name of a graduate field names that field, a namesake, or the academic field of a professional degree", () => {
    fc.assert(
      fc.property(graduate, (code) => {
        const read = resolveField(name(code));
        const named = fields.codes().filter((other) => name(other) === name(code));
        if (read.status === "resolved")
          expect(named.includes(read.source.code) || named.map(canonicalField).includes(read.value), name(code)).toBe(true);
        else
          expect(
            read.candidates.some(({ value }) => named.map(canonicalField).includes(value)),
            name(code),
          ).toBe(true);
      }),
      { numRuns: 800 },
    );
  });

  test("words around a name change nothing but a category into its major", () => {
    fc.assert(
      fc.property(graduate, around, (code, [before, behind]) => {
        const plain = resolveField(name(code));
        if (plain.status !== "resolved" || plain.value.length === 2) return;
        expect(resolveField(before + name(code) + behind)).toMatchObject({ status: "resolved", value: plain.value });
      }),
      { numRuns: 500 },
    );
  });

  test("a code is its own field in its own catalogue, in half or full width", () => {
    fc.assert(
      fc.property(graduate, major, (code, other) => {
        const wide = [...code].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + 0xfee0)).join("");
        expect(resolveField(code, { system: "graduate" })).toMatchObject({ status: "resolved", value: canonicalField(code), via: "code" });
        expect(resolveField(wide, { system: "graduate" })).toEqual(resolveField(code, { system: "graduate" }));
        expect(resolveField(`${other}TK`)).toMatchObject({ value: fieldOfMajor(other), source: { system: "undergraduate", code: other } });
      }),
      { numRuns: 300 },
    );
  });

  test("a code without catalogue is resolved only where every catalogue that has it means one field", () => {
    fc.assert(
      fc.property(graduate, (code) => {
        const read = resolveField(code);
        const elsewhere = fieldOfMajor(code);
        const clash = elsewhere !== undefined && elsewhere !== canonicalField(code);
        expect(read.status).toBe(clash ? "ambiguous" : "resolved");
      }),
      { numRuns: 500 },
    );
  });

  test("code and name together are the code's field", () => {
    fc.assert(
      fc.property(graduate, (code) => {
        expect(resolveField(code + name(code))).toMatchObject({ status: "resolved", value: canonicalField(code), via: "code" });
      }),
      { numRuns: 300 },
    );
  });

  test("a list of names is read name by name", () => {
    const plain = graduate.filter((code) => !/[、，（]/.test(name(code)) && resolveField(name(code)).status === "resolved");
    fc.assert(
      fc.property(fc.uniqueArray(plain, { minLength: 2, maxLength: 4, selector: name }), (codes) => {
        const { parts } = resolveFields(codes.map(name).join("、"));
        expect(parts.map(({ text }) => text).join("、")).toBe(codes.map(name).join("、"));
        for (const { text, resolution } of parts) expect(resolution).toEqual(resolveField(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe("resolveField, one wrong sign away from a listed name", () => {
  /** Whether two texts differ by at most one sign: the definition, by dynamic programming. */
  const within = (a: string, b: string): boolean => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++)
        next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
      row = next;
    }
    return (row[b.length] ?? 0) <= 1;
  };

  test("a forgiven sign leads to the one field that a walk over all names finds", () => {
    const { byKey } = fieldLabels();
    const long = [...byKey.keys()].filter((key) => key.length >= 6 && /^\p{Script=Han}+$/u.test(key));
    const edit = fc.tuple(fc.constantFrom(...long), fc.nat(), fc.constantFrom("put", "drop", "change"), fc.constantFrom("甲", "囧", "丙"));
    let forgiven = 0;
    fc.assert(
      fc.property(edit, ([key, place, kind, sign]) => {
        const at = place % key.length;
        const typo = key.slice(0, at) + (kind === "drop" ? "" : sign) + key.slice(kind === "put" ? at : at + 1);
        const read = resolveField(typo, { guesses: false });
        const bare = [...fieldStrippings(typo)].at(-1) ?? "";
        const near = new Set([...byKey].flatMap(([other, [label]]) => (label !== undefined && within(other, bare) ? [label.value] : [])));
        if (read.status === "resolved" && read.via === "fuzzy") {
          forgiven++;
          expect([typo, [...near]]).toEqual([typo, [read.value]]);
        } else if (near.size === 1 && bare.length >= 6) expect([typo, read.status]).not.toEqual([typo, "unresolved"]);
      }),
      { numRuns: 300 },
    );
    expect(forgiven).toBeGreaterThan(50);
  });
});
