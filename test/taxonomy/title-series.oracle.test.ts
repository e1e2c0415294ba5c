import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { resolveDegree, resolveTitle, titleSeries } from "../../src/taxonomy/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

type Row = Readonly<Record<string, string>>;
const table = (file: string): Row[] =>
  parse<Row>(readFileSync(sharedData("reference", file), "utf8"), { columns: true, bom: true, skip_empty_lines: true });
const GRADE = new Map([
  ["正高级", "senior"],
  ["副高级", "associate-senior"],
  ["中级", "intermediate"],
  ["助理级", "elementary"],
  ["员级", "elementary"],
]);
/** The series 小学教师 of 2001, whose titles rose by a grade in 2015. */
const REFORMED_SERIES = "410";
/** Everyday words that resolveTitle takes for a title only in their series (图书管理员, 教员职称). */
const OCCUPATIONS = new Set(["管理员", "教员", "技师", "律师助理", "船长", "轮机长"]);
/** One cell with two titles, or a title and the rank that goes with it. */
const variants = (name: string): string[] => {
  const [, numbered] = /^[一三]、[二四]级(.+)$/.exec(name) ?? [];
  if (numbered !== undefined) return [...(name.startsWith("一") ? "一二" : "三四")].map((n) => `${n}级${numbered}`);
  const [, head = name, bracket] = /^(.+)（(.+)）(?!.)/.exec(name) ?? [];
  const [, first, second, rest] = /^(主治)（(主管)）(.+)$/.exec(name) ?? [];
  if (first !== undefined) return [`${first}${rest}`, `${second}${rest}`];
  return bracket === undefined ? [name] : [head, bracket];
};

const packed = new Map(hasSharedData ? titleSeries().flatMap((s) => s.titles.map((t) => [t.name, t.grade] as const)) : []);

describe.skipIf(!hasSharedData)("title series against the reference tables", () => {
  const of2001 = hasSharedData
    ? table("gbt8561_2001_titles.csv").filter((row) => row["kind"] === "title" && row["series_code"] !== REFORMED_SERIES)
    : [];
  const of2021 = hasSharedData ? table("title_series_grades_2021.csv") : [];

  it("gives every title of GB/T 8561-2001 its grade, save the reformed primary school series", () => {
    const wrong = of2001.flatMap((row) =>
      variants(row["plain_name"] ?? "").filter((name) => packed.get(name) !== GRADE.get(row["grade_by_third_digit"] ?? "")),
    );
    expect(of2001.length).toBe(231);
    expect(wrong).toEqual([]);
  });

  it("gives every title of the 2021 table its grade", () => {
    const wrong = of2021.flatMap((row) =>
      variants(row["title"] ?? "").filter((name) => packed.get(name) !== GRADE.get(row["grade"] ?? "")),
    );
    expect(of2021.length).toBe(130);
    expect(wrong).toEqual([]);
  });

  it("resolves every title that is no everyday word to that grade", () => {
    const names = [...of2001.map((r) => [r["plain_name"], r["grade_by_third_digit"]]), ...of2021.map((r) => [r["title"], r["grade"]])];
    const wrong = names
      .flatMap(([name = "", grade = ""]) => variants(name).map((n) => [n, GRADE.get(grade)] as const))
      .filter(([name]) => !OCCUPATIONS.has(name) && name !== "大副")
      .filter(([name, grade]) => {
        const read = resolveTitle(name);
        return read.status !== "resolved" || read.value.grade !== grade;
      });
    expect(wrong).toEqual([]);
  });

  it("reads every code of GB/T 4658-2006 and GB/T 6864-2003 as its name says", () => {
    const education = table("gbt4658_2006_education.csv");
    expect(education.length).toBe(40);
    for (const row of education) {
      const byCode = resolveDegree(row["code"] ?? "", { system: "gbt4658" });
      const byName = resolveDegree(row["name"] ?? "");
      if (row["completion"] === "毕业") {
        expect(byCode.status, row["name"]).toBe(byName.status);
        if (byCode.status === "resolved") expect(byName, row["name"]).toMatchObject({ value: byCode.value, education: row["code"] });
      } else if (row["completion"] !== "group") {
        expect([byCode, byName], row["name"]).toMatchObject([{ status: "unresolved" }, { status: "unresolved" }]);
      }
    }
    const degrees = table("gbt6864_2003_degrees.csv");
    expect(degrees.length).toBe(56);
    const levels = new Map([
      ["博士", "doctor"],
      ["硕士", "master"],
      ["学士", "bachelor"],
    ]);
    for (const row of degrees) {
      const byCode = resolveDegree(row["code"] ?? "", { system: "gbt6864" });
      const value = levels.get(row["level"] ?? "");
      expect(byCode.status === "resolved" ? byCode.value : undefined, row["name"]).toBe(value);
      const byName = resolveDegree(row["name"] ?? "");
      expect(byName.status === "resolved" ? byName.value : undefined, row["name"]).toBe(value);
    }
  });
});
