import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTalent } from "../../src/model/index.js";
import { streamTalents, synthesiseCounty } from "../../src/synth/index.js";

const seeds = fc.oneof(fc.nat(1000), fc.maxSafeNat());

describe("any seed", () => {
  test("streams talents of the schema; a shorter stream is a prefix of a longer one", () => {
    fc.assert(
      fc.property(seeds, fc.nat(20), fc.nat(20), (seed, short, more) => {
        const long = [...streamTalents({ seed, count: short + more })];
        for (const talent of long) expect(parseTalent(talent)).toEqual(talent);
        expect([...streamTalents({ seed, count: short })]).toEqual(long.slice(0, short));
      }),
      { numRuns: 60 },
    );
  });

  test("gives sheets whose every row is known, with one first row for everybody and the share of duplicates that was asked", () => {
    fc.assert(
      fc.property(seeds, fc.nat(60), fc.nat(12), fc.double({ min: 0, max: 1, noNaN: true }), (seed, talents, demands, duplicateShare) => {
        const { tables, truth } = synthesiseCounty({ seed, talents, demands, duplicateShare });
        const rows = [...truth.rows.officials, ...truth.rows.experts, ...truth.rows.business];
        expect(rows).toHaveLength(tables.officials.rows.length + tables.experts.rows.length + tables.business.rows.length);
        const first = rows.flatMap((row) => (row.kind === "record" && row.copy === 0 ? [row.person] : []));
        expect(new Set(first).size).toBe(talents);
        expect(first).toHaveLength(talents);
        expect(Math.abs(truth.duplicates.length - talents * duplicateShare)).toBeLessThan(1 + 1e-9);
        for (const { header, rows: cells } of Object.values(tables).flat()) {
          for (const row of cells) {
            expect(row.length).toBeLessThanOrEqual(header.length + 1);
            expect(row.every((cell) => typeof cell === "string" || Number.isSafeInteger(cell))).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
