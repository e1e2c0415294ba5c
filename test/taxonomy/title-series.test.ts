import { describe, expect, it } from "vitest";
import { degrees, skillGradeOfQualification, skillGrades, titleSeries, titles } from "../../src/taxonomy/index.js";

describe("titleSeries", () => {
  it("gives one title one grade in every series that has it", () => {
    const grades = new Map<string, Set<string>>();
    for (const series of titleSeries())
      for (const { name, grade } of series.titles) grades.set(name, (grades.get(name) ?? new Set()).add(grade));
    expect([...grades].filter(([, set]) => set.size > 1)).toEqual([]);
    expect(grades.size).toBeGreaterThan(200);
  });

  it("names no series twice and no title twice within one", () => {
    const names = titleSeries().map((series) => series.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { titles: list } of titleSeries()) expect(new Set(list.map((t) => t.name)).size).toBe(list.length);
  });

  it("lists each series from the highest grade down", () => {
    for (const series of titleSeries()) {
      const ranks = series.titles.map((t) => titles.rank(t.grade));
      expect(ranks, series.name).toEqual([...ranks].sort((a, b) => b - a));
    }
  });
});

describe.each([
  ["degrees", degrees],
  ["titles", titles],
  ["skillGrades", skillGrades],
])("the ladder %s", (_, ladder) => {
  it("is a total order under atLeast", () => {
    const { levels } = ladder;
    const atLeast = ladder.atLeast as (a: string, b: string) => boolean;
    for (const a of levels) {
      expect(atLeast(a, a)).toBe(true);
      for (const b of levels) {
        expect(atLeast(a, b) || atLeast(b, a)).toBe(true);
        if (a !== b) expect(atLeast(a, b) && atLeast(b, a)).toBe(false);
        for (const c of levels) if (atLeast(a, b) && atLeast(b, c)) expect(atLeast(a, c)).toBe(true);
      }
    }
  });

  it("starts at none and refuses a level that it lacks", () => {
    expect(ladder.levels[0]).toBe("none");
    expect(() => (ladder.rank as (level: string) => number)("professor")).toThrow(/expected one of/);
  });
});

describe("skillGradeOfQualification", () => {
  it("counts down: the lower the number, the higher the grade", () => {
    const ranks = [1, 2, 3, 4, 5].map((n) => skillGrades.rank(skillGradeOfQualification(n) ?? "none"));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(skillGradeOfQualification(1)).toBe("senior-technician");
    expect(skillGradeOfQualification(0)).toBeUndefined();
    expect(skillGradeOfQualification(6)).toBeUndefined();
  });
});
