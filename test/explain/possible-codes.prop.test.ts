import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { possibleFields, possibleRegions } from "../../src/explain/possible-codes.js";
import { type Criteria, compileDemand, settleCriteria } from "../../src/scoring/index.js";
import { isFieldCode, isRegionCode } from "../../src/taxonomy/index.js";

const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, "0"));
const region = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("41", "11", "44", "81", "31", "12"),
      fc.oneof(fc.constant("00"), fc.constantFrom("09", "01", "90", "19"), two),
      fc.oneof(fc.constant("00"), fc.constantFrom("01", "23"), two),
    )
    .map((parts) => parts.join("")),
  fc.constantFrom("CHN", "USA", "JPN", "XAB"),
);
const field = fc
  .tuple(
    fc.constantFrom("08", "07", "12", "14", "09", "05"),
    fc.oneof(fc.constantFrom("", "32", "73", "72", "02"), two),
    fc.oneof(fc.constant(""), fc.constantFrom("01", "02"), two),
  )
  .map(([a, b, c]) => a + b + (b === "" ? "" : c))
  .filter(isFieldCode);

/** What a code does to a requirement of each kind that asks for some codes, of any closeness. */
function effectOf(dimension: "region" | "field", code: string, named: readonly string[], criteria: Criteria): string {
  const plan = compileDemand(
    { id: "d", requirements: (["soft", "hard", "exclude"] as const).map((kind) => ({ dimension, kind, values: named })) },
    criteria,
  );
  return JSON.stringify([
    ...plan.terms.map((term) => named.map((_, i) => term.similarity(code, i))),
    ...plan.rules.map((rule) => named.map((_, i) => rule.meets(code, i))),
  ]);
}

describe("possible codes", () => {
  test("whatever place there is does just what one of them does", () => {
    const criteria: Criteria = { regionNearness: { county: 900, prefecture: 300, province: 700, country: 150, none: 20 } };
    fc.assert(
      fc.property(
        fc.uniqueArray(region, { minLength: 1, maxLength: 4 }),
        fc.array(region, { minLength: 20, maxLength: 20 }),
        (named, codes) => {
          const possible = possibleRegions(named.slice(0, 1), named);
          expect(possible.every(({ code }) => isRegionCode(code))).toBe(true);
          const effects = new Set(possible.map(({ code }) => effectOf("region", code, named, criteria)));
          for (const code of codes) expect(effects.has(effectOf("region", code, named, criteria))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("whatever field there is does just what one of them does, also where chains declare fields to be near", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(field, { minLength: 1, maxLength: 4 }),
        fc.array(field, { minLength: 20, maxLength: 20 }),
        fc.array(fc.tuple(field, field, fc.nat(1000)), { maxLength: 4 }),
        (named, codes, related) => {
          const criteria: Criteria = {
            fieldNearness: { same: 900, discipline: 500, category: 600, none: 10 },
            fieldRelations: related.map(([a, b, similarity]) => ({ a, b, similarity })),
          };
          const possible = possibleFields(named.slice(0, 1), named, settleCriteria(criteria).fieldRelations);
          expect(possible.every(({ code }) => isFieldCode(code))).toBe(true);
          const effects = new Set(possible.map(({ code }) => effectOf("field", code, named, criteria)));
          for (const code of codes) expect(effects.has(effectOf("field", code, named, criteria))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("asked codes come first, then other named ones, units above them, and stand-ins with the unit they lie in", () => {
    expect(possibleRegions(["410923"], ["410922", "410923"])).toEqual([
      { code: "410923" },
      { code: "410922" },
      { code: "410900" },
      { code: "410000" },
      { code: "CHN" },
      { code: "410902", other: { within: "410900" } },
      { code: "410200", other: { within: "410000" } },
      { code: "110000", other: { within: "CHN" } },
      { code: "USA", other: {} },
    ]);
    expect(possibleFields(["0972"], ["0972"], new Map())).toEqual([
      { code: "0972" },
      { code: "0832" },
      { code: "08" },
      { code: "083202", other: { within: "0832" } },
      { code: "0802", other: { within: "08" } },
      { code: "02", other: {} },
    ]);
  });
});
