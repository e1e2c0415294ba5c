import { describe, expect, test } from "vitest";
import { industries, industryFrom2011 } from "../../src/taxonomy/index.js";
import { hasSharedData } from "../shared-data.js";
import { referenceTable } from "./reference-table.js";

describe.skipIf(!hasSharedData)("industries against the standard's table", () => {
  const rows = hasSharedData ? referenceTable("reference", "gbt4754_2017.csv") : [];

  test("codes, names, levels and parents are the standard's", () => {
    expect(industries.codes()).toEqual(rows.map((row) => row.get("code")).sort());
    for (const row of rows) {
      const code = row.get("code") ?? "";
      expect(industries.get(code), code).toEqual({ code, name: row.get("name"), level: row.get("level") });
      const parent = row.get("parent_code") || (row.get("level") === "division" ? row.get("section") : undefined) || undefined;
      expect(industries.parent(code), code).toBe(parent);
      expect([code, ...industries.ancestors(code)].at(-1), code).toBe(row.get("section"));
    }
  });

  test("the crosswalk from 2011 is the concordance inverted", () => {
    const inverse = new Map<string, string[]>();
    for (const row of referenceTable("reference", "gbt4754_2017_to_2011.csv")) {
      for (const old of (row.get("codes_2011") ?? "").split("|"))
        inverse.set(old, [...(inverse.get(old) ?? []), row.get("code_2017") ?? ""]);
    }
    expect(inverse.size).toBe(1094);
    for (const [old, now] of inverse) expect(industryFrom2011(old), old).toEqual(now.sort());
  });
});
