import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHOICE_RULES } from "../../src/linkage/choose-value.js";
import { type FusionOptions, fuseRecords } from "../../src/linkage/fuse-records.js";
import type { Talent } from "../../src/model/index.js";
import { regionInside } from "../../src/taxonomy/index.js";

const OFFICES = ["县委统战部", "县商务局", "团县委"];

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 3 });

const entry = fc.record(
  {
    source: fc.constantFrom(...OFFICES, "别处"),
    observedAt: fc.constantFrom("2019-01-01", "2024-05-01", "2026-05-01", "2026-02-30"),
    evidence: fc.constantFrom("claimed", "documented", "verified"),
  },
  { requiredKeys: [] },
);

const facts = fc.record({
  name: maybe(fc.constantFrom("陈一", "陈乙", "陈 一", "𠮷野", "\ud800", "")),
  residence: maybe(fc.constantFrom("CHN", "410000", "410900", "410922", "410923", "310115", "USA", "?")),
  hometown: maybe(fc.constantFrom("410000", "410900", "410922")),
  degree: maybe(fc.constantFrom("none", "bachelor", "master", "doctor")),
  title: maybe(
    fc.constantFrom({ grade: "senior" }, { grade: "senior", name: "教授" }, { name: "教授", grade: "senior" }, { grade: "none" }),
  ),
  organization: maybe(
    fc.constantFrom("甲食品", "南乐甲食品", "南乐县甲食品有限公司", "南乐县甲食品有限责任公司", "Ford", "Stanford", "？"),
  ),
  fields: maybe(fc.constantFrom([], ["0812"], ["0812", "0301"], ["0301", "0812"], ["😀", "\uff5e"])),
  doNotContact: maybe(fc.boolean()),
  note: maybe(fc.jsonValue({ maxDepth: 2 })),
  facts: maybe(fc.dictionary(fc.constantFrom("skill", "__proto__", "语言"), fc.constantFrom([], ["a"], ["b", "a"]))),
  provenance: maybe(fc.dictionary(fc.constantFrom("name", "residence", "degree", "title", "organization", "fields", "facts", "id"), entry)),
});

type Row = Talent & { readonly note?: unknown };

const rows: fc.Arbitrary<Row[]> = fc
  .array(facts, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((row, i) => ({ ...row, id: `${"𠮷z\uff5e"[i % 3]}${i}` }) as unknown as Row));

const choice = fc.shuffledSubarray([...CHOICE_RULES]);
const optionsArbitrary: fc.Arbitrary<FusionOptions<Row>> = fc.record(
  {
    sources: fc.shuffledSubarray(OFFICES),
    rules: fc.dictionary(
      fc.constantFrom("name", "residence", "degree", "fields", "note", "facts"),
      fc.oneof(choice, fc.constant("union" as const)),
    ),
  },
  { requiredKeys: [] },
);

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

describe("fuseRecords", () => {
  test("any order of the records gives the same bytes, and frozen records are left alone", () => {
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        optionsArbitrary,
        ([list, shuffled], options) => {
          const whole = JSON.stringify(fuseRecords(deepFreeze(list), options));
          expect(JSON.stringify(fuseRecords(shuffled, options))).toBe(whole);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("one record fused is that record, member by member, each told by it only", () => {
    fc.assert(
      fc.property(rows, optionsArbitrary, ([row], options) => {
        const { record, facts: fused } = fuseRecords([row as Row], options);
        const told = Object.entries(row as Row).filter(([, value]) => value !== undefined && value !== null && value !== "");
        expect(record).toEqual(Object.fromEntries(told));
        expect(fused.every(({ rule, from, losers }) => rule === "only" && from[0] === row?.id && losers.length === 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a fused record fused again is itself", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { record } = fuseRecords(list);
        expect(JSON.stringify(fuseRecords([record]).record)).toBe(JSON.stringify(record));
      }),
      { numRuns: 200 },
    );
  });

  test("every record that tells a fact stands for its value or among the losers, once", () => {
    fc.assert(
      fc.property(rows, optionsArbitrary, (list, options) => {
        for (const { member, key, rule, from, losers, value, parts } of fuseRecords(list, options).facts) {
          const told = list.filter((row) => {
            const own = (row as unknown as Record<string, unknown>)[member];
            return own !== undefined && own !== null && own !== "" && (key === undefined || Object.hasOwn(own as object, key));
          });
          const placed = [...from, ...losers.flatMap((loser) => loser.from)];
          expect([...placed].sort()).toEqual(told.map(({ id }) => id).sort());
          expect(rule === "only").toBe(told.length === 1);
          expect(losers.length === 0).toBe(["only", "agreed"].includes(rule) || (rule === "union" && placed.length === from.length));
          if (parts !== undefined) expect(parts.map((part) => part.value)).toEqual(value);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("no region stands that another record tells more exactly", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { residence } = fuseRecords(list).record;
        if (residence === undefined || residence === "?") return;
        const others = list.flatMap((row) => (row.residence === undefined || row.residence === "?" ? [] : [row.residence]));
        expect(others.some((code) => code !== residence && regionInside(code, residence))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test("nobody who asked not to be called is called", () => {
    fc.assert(
      fc.property(rows, (list) => {
        expect(fuseRecords(list).record.doNotContact === true).toBe(list.some((row) => row.doNotContact === true));
      }),
      { numRuns: 200 },
    );
  });
});
