import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import {
  canonicalField,
  fieldOfGbt13745,
  fieldOfMajor,
  fieldParent,
  fields,
  majorMarks,
  resolveField,
  undergraduateMajors,
} from "../../src/taxonomy/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

const rowsOf = (file: string) => parse(readFileSync(sharedData("reference", file)), { columns: true }) as Record<string, string>[];

describe.skipIf(!hasSharedData)("fields against the catalogues", () => {
  test("14 categories, 117 disciplines, 67 professional degrees and 34 cross-category codes, names and all", () => {
    const rows = rowsOf("moe_graduate_disciplines_2022.csv");
    const home = rows.filter((row) => row["is_cross_category_code"] !== "1");
    expect(new Set(home.map((row) => row["category_code"])).size).toBe(14);
    expect(home.filter((row) => row["degree_type"] === "学术学位")).toHaveLength(117);
    expect(home.filter((row) => row["degree_type"] === "专业学位")).toHaveLength(67);
    for (const { code = "", name = "", category_code = "", category_name = "" } of rows) {
      expect(fields.has(code)).toBe(true);
      if (name !== "") expect(fields.get(code)?.name).toBe(name);
      expect(fields.get(category_code)?.name).toBe(category_name);
      expect(fields.parent(code)).toBe(category_code);
    }
    expect(fields.codes().filter((code) => code.length === 4)).toHaveLength(rows.length);
  });

  test("every second-level programme has its code, name and discipline", () => {
    const rows = rowsOf("moe_graduate_programmes.csv");
    expect(rows).toHaveLength(537);
    for (const { code = "", name = "", discipline_code = "" } of rows) {
      expect(fields.get(code)?.name).toBe(name);
      expect(fields.parent(code)).toBe(discipline_code);
    }
    const own = fields.codes().filter((code) => code.length === 6 && !rows.some((row) => row["code"] === code));
    expect(own).toEqual(["082204"]);
  });

  test("a cross-category code is folded to the discipline of the same name", () => {
    for (const { code = "", name = "" } of rowsOf("moe_graduate_disciplines_2022.csv").filter(
      (row) => row["is_cross_category_code"] === "1",
    )) {
      expect(canonicalField(code)).not.toBe(code);
      if (name !== "") expect(fields.get(canonicalField(code))?.name).toBe(name);
    }
  });

  test("every undergraduate major and class has its code, name and marks, and a graduate field", () => {
    const rows = rowsOf("moe_undergraduate_majors_2025.csv");
    for (const { code = "", name = "", class_code = "", class_name = "" } of rows) {
      const bare = code.replace(/[TK]+$/, "");
      expect(undergraduateMajors.get(bare)?.name).toBe(name);
      expect(undergraduateMajors.get(class_code)?.name).toBe(class_name);
      expect(undergraduateMajors.parent(bare)).toBe(class_code);
      expect(majorMarks(bare)).toBe(code.slice(bare.length));
      expect(fields.has(fieldOfMajor(code) ?? "")).toBe(true);
    }
    expect(undergraduateMajors.codes().filter((code) => code.length === 6)).toHaveLength(rows.length + 1);
  });
});

describe.skipIf(!hasSharedData)("fields of GB/T 13745 and of real résumés", () => {
  test("every discipline of GB/T 13745, at each of its three levels, leads to a canonical field", () => {
    const rows = rowsOf("gbt13745_2009.csv").filter((row) => /^\d+$/.test(row["code"] ?? ""));
    expect(rows.filter((row) => row["level"] === "1")).toHaveLength(62);
    for (const { code = "" } of rows) {
      const field = fieldOfGbt13745(code) ?? "";
      expect(fields.has(field) && canonicalField(field) === field, code).toBe(true);
    }
  });

  test("names of its first two levels are read, as the standard means them or as a catalogue's namesake", () => {
    for (const { code = "", name = "" } of rowsOf("gbt13745_2009.csv").filter(
      ({ level, name }) => level === "1" || (level === "2" && !/其他学科$/.test(name ?? "")),
    )) {
      const read = resolveField(name);
      expect(read.status, name).toBe("resolved");
      if (read.status === "resolved" && read.source.system === "gbt13745") expect(read.value).toBe(fieldOfGbt13745(code));
    }
  });

  test("fields of study in résumés: at least 95 % of the names are read into the right discipline or category", () => {
    const rows = (
      parse(readFileSync(sharedData("bench", "resume-normalisation", "major.csv")), { columns: true }) as Record<string, string>[]
    ).filter((row) => row["ambiguous"] === "0" && row["gold_code"] !== "");
    expect(rows.length).toBeGreaterThan(50);
    const right = rows.filter(({ raw = "", gold_code = "", gold_first_level = "", accept = "" }) => {
      const read = resolveField(raw);
      const wanted = [gold_first_level || gold_code, ...accept.split("|").filter((code) => /^\d{2}(?:\d{2})?$/.test(code))];
      return read.status === "resolved" && wanted.some((code) => read.value.startsWith(code));
    });
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.95);
  });
});

describe("the field tree", () => {
  test("the parent by form is the parent in the table, for every code", () => {
    for (const code of fields.codes()) expect(fields.parent(code)).toBe(fieldParent(code));
  });

  test("every undergraduate class and major leads to an existing canonical field", () => {
    for (const code of undergraduateMajors.codes().filter((c) => c.length > 2)) {
      const field = fieldOfMajor(code);
      expect(field !== undefined && fields.has(field) && canonicalField(field) === field, code).toBe(true);
    }
    expect(fieldOfMajor("08")).toBeUndefined();
    expect(fieldOfMajor("999999")).toBeUndefined();
  });
});
