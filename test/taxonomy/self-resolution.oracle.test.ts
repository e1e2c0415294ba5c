import { describe, expect, test } from "vitest";
import {
  canonicalField,
  fields,
  type Resolution,
  resolveField,
  resolveIndustry,
  resolveRegion,
  resolveTitle,
} from "../../src/taxonomy/index.js";
import { hasSharedData } from "../shared-data.js";
import { referenceTable } from "./reference-table.js";

type Row = Readonly<Record<string, string>>;

const rowsOf = (file: string): Row[] => referenceTable("reference", file).map((row) => Object.fromEntries(row));
/** Codes that an answer leaves open, one where it is resolved. */
const codesOf = (read: Resolution<string, object>): readonly string[] =>
  read.status === "resolved" ? [read.value] : read.status === "ambiguous" ? read.candidates.map(({ value }) => value) : [];
/** Rows of which the test does not hold, by code and name. */
const failing = (rows: readonly Row[], holds: (row: Row) => boolean) =>
  rows.filter((row) => !holds(row)).map(({ code, name }) => `${code} ${name}`);
const GRADES: Readonly<Record<string, string>> = {
  正高级: "senior",
  副高级: "associate-senior",
  中级: "intermediate",
  助理级: "elementary",
  员级: "elementary",
};

describe.skipIf(!hasSharedData)("every code and name of the standards leads to itself", () => {
  test("GB/T 2260: codes, full names, and names; a name of several units is ambiguous among them", () => {
    const rows = rowsOf("gbt2260_divisions_2026.csv").filter(
      ({ is_gb_code, code = "" }) => is_gb_code === "1" || /^(?:71|81|82)0000$/.test(code),
    );
    expect(rows.length).toBeGreaterThan(3200);
    const bearers = new Map<string, string[]>();
    for (const { name = "", code = "" } of rows) bearers.set(name, [...(bearers.get(name) ?? []), code]);
    expect(failing(rows, ({ code = "" }) => codesOf(resolveRegion(code)).join() === code)).toEqual([]);
    expect(failing(rows, ({ code = "", full_name = "" }) => codesOf(resolveRegion(full_name, { guesses: false })).join() === code)).toEqual(
      [],
    );
    expect(
      failing(rows, ({ name = "" }) => {
        const wanted = bearers.get(name) ?? [];
        const read = resolveRegion(name, { guesses: false });
        return read.status === (wanted.length > 1 ? "ambiguous" : "resolved") && wanted.every((code) => codesOf(read).includes(code));
      }),
    ).toEqual([]);
  });

  test("GB/T 2260: retired codes lead to current units, names of the retired to a unit or to several", () => {
    const rows = rowsOf("gbt2260_codes_history.csv").filter(
      ({ code_active_2026, name = "", level, last_seen_yyyymm = "" }) =>
        code_active_2026 === "0" && level === "county" && last_seen_yyyymm > "198400" && name !== "",
    );
    expect(rows.length).toBeGreaterThan(1500);
    expect(failing(rows, ({ code = "" }) => codesOf(resolveRegion(code)).length > 0)).toEqual([]);
  });

  test("GB/T 4754: every code, and every name up to units of the same name and reach", () => {
    const rows = rowsOf("gbt4754_2017.csv");
    expect(rows).toHaveLength(1971);
    const names = new Map(rows.map(({ code = "", name = "" }) => [code, name]));
    expect(failing(rows, ({ code = "" }) => codesOf(resolveIndustry(code)).join() === code)).toEqual([]);
    expect(failing(rows, ({ name = "" }) => codesOf(resolveIndustry(name)).some((code) => names.get(code) === name))).toEqual([]);
  });

  test("graduate catalogue: every discipline of an academic degree, by code and by name", () => {
    const rows = rowsOf("moe_graduate_disciplines_2022.csv").filter(
      ({ degree_type, name, is_cross_category_code }) => degree_type === "学术学位" && name !== "" && is_cross_category_code !== "1",
    );
    expect(rows).toHaveLength(117);
    expect(failing(rows, ({ code = "" }) => codesOf(resolveField(code, { system: "graduate" })).join() === code)).toEqual([]);
    expect(failing(rows, ({ name = "", code = "" }) => codesOf(resolveField(name)).join() === code)).toEqual([]);
  });

  test("graduate catalogue: every programme, cross-category codes folded; a discipline goes before a programme of its name", () => {
    const rows = rowsOf("moe_graduate_programmes.csv");
    expect(rows.length).toBeGreaterThan(530);
    const home = (code: string) => canonicalField(code) ?? code;
    expect(
      failing(rows, ({ code = "" }) =>
        codesOf(resolveField(code, { system: "graduate" })).some((found) => found === code || found === home(code)),
      ),
    ).toEqual([]);
    const named = new Map<string, string[]>();
    for (const { code = "", name = "" } of rows) named.set(name, [...(named.get(name) ?? []), code, home(code)]);
    // A professional programme means its academic home, and tells the code that it named; a name that a discipline bears too is the discipline's.
    expect(
      failing(rows, ({ name = "", code = "" }) => {
        const read = resolveField(name);
        const told = read.status === "resolved" && code.startsWith(read.source.code);
        return told || codesOf(read).some((found) => (named.get(name) ?? []).includes(found) || fields.get(found)?.name === name);
      }),
    ).toEqual([]);
  });

  test("GB/T 8561: every title has the grade of its code; 技师 and 律师助理 alone may be a skill grade and a job", () => {
    const rows = rowsOf("gbt8561_2001_titles.csv").filter(({ kind }) => kind === "title");
    expect(rows).toHaveLength(235);
    const open = failing(rows, ({ name = "", grade_by_third_digit = "" }) => {
      const read = resolveTitle(name);
      return read.status === "resolved" && read.value.grade === GRADES[grade_by_third_digit];
    });
    expect(open).toEqual(["264 技师", "395 律师助理"]);
    for (const name of ["技师", "律师助理"]) {
      const read = resolveTitle(name);
      expect(read.status === "unresolved" && read.candidates.some(({ value }) => value.grade === "elementary")).toBe(true);
    }
  });
});
