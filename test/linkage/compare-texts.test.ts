import { describe, expect, test } from "vitest";
import { textComparison } from "../../src/linkage/compare-texts.js";
import { levelOf, meet, read } from "./level-of.js";

const suburb = textComparison({ read, name: "suburb" });

describe("textComparison", () => {
  test.each<[string, string, string]>([
    ["St. James", "stjames", "same"],
    ["spring range road", "spring raghe road", "similar"],
    ["brighton", "brihgton", "near"],
    ["elwood", "elwozoc", "similar"],
    ["mill", "hill", "near"],
    ["eton", "aton", "near"],
    ["ayr", "air", "different"],
    ["altona north", "north altona", "similar"],
    ["altona", "altona north", "similar"],
    ["gym", "gym hall", "different"],
    ["12 ambalindum street", "ambalindum road", "different"],
    ["alexander mackie circuit", "alexander mackie drive", "related"],
    ["ulm street", "elm road", "different"],
    ["ardlethan street", "airey crescent", "different"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(suburb, a, b)).toBe(level);
  });

  test("two lines of an address that were exchanged are told once, by the first", () => {
    type Lines = readonly [string, string?];
    const lines = { first: (it: Lines) => it[0], second: (it: Lines) => it[1] };
    const first = textComparison({ read: lines.first, partner: lines.second, name: "line 1" });
    const second = textComparison({ read: lines.second, partner: lines.first, exchange: "counted-by-partner", name: "line 2" });
    const [a, b]: [Lines, Lines] = [
      ["backler place", "kilburnie"],
      ["kilburnie", "backler plcae"],
    ];
    expect(levelOf(first, a, b)).toBe("swapped");
    expect(levelOf(second, a, b)).toBe("nothing");
    expect(meet(first, a, b)).toBe(true);
    expect(levelOf(first, a, ["kilburnie"])).toBe("swapped");
    expect(levelOf(first, a, ["kilburnie", "may street"])).toBe("crossed");
    expect(levelOf(second, a, ["kilburnie", "may street"])).toBe("nothing");
  });

  test("不详, dashes and spreadsheet errors tell nothing", () => {
    for (const none of ["不详", "——", "#N/A", " ", undefined]) expect(levelOf(suburb, none, "brighton")).toBe("nothing");
  });
});
