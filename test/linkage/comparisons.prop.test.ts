import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { birthDateComparison } from "../../src/linkage/compare-birth-dates.js";
import { categoryComparison } from "../../src/linkage/compare-categories.js";
import { codesComparison } from "../../src/linkage/compare-codes.js";
import { emailComparison } from "../../src/linkage/compare-emails.js";
import { employerComparison } from "../../src/linkage/compare-employers.js";
import { givenNameComparison } from "../../src/linkage/compare-given-names.js";
import { houseNumberComparison } from "../../src/linkage/compare-house-numbers.js";
import { identifierComparison } from "../../src/linkage/compare-identifiers.js";
import { phoneComparison } from "../../src/linkage/compare-phones.js";
import { postcodeComparison } from "../../src/linkage/compare-postcodes.js";
import { regionComparison } from "../../src/linkage/compare-regions.js";
import { schoolComparison } from "../../src/linkage/compare-schools.js";
import { surnameComparison } from "../../src/linkage/compare-surnames.js";
import { textComparison } from "../../src/linkage/compare-texts.js";
import type { Comparison } from "../../src/linkage/comparison.js";

/** A fact and the one that stands beside it. */
type Facts = readonly [own: string, other: string];
const read = ([own]: Facts): string => own;
const partner = ([, other]: Facts): string => other;

const COMPARISONS: readonly Comparison<Facts>[] = [
  givenNameComparison({ given: read, surname: partner }),
  surnameComparison({ surname: read, given: partner }),
  birthDateComparison({ read }),
  identifierComparison({ read }),
  phoneComparison({ read }),
  emailComparison({ read }),
  regionComparison({ read }),
  employerComparison({ read, aliases: [["甲食品", "乙食品"]] }),
  schoolComparison({ read }),
  houseNumberComparison({ read }),
  textComparison({ read, partner, name: "first" }),
  textComparison({ read, partner, exchange: "counted-by-partner", name: "second" }),
  postcodeComparison({ read }),
  categoryComparison({ read }),
  codesComparison({ read: ([own]: Facts) => own.split("、") }),
];

const WORDS = [
  ...["adam", "vaszocz", "hannah", "mary-jane", "bill", "william", "j", "O’Brien", "may street", "street may", "northwood"],
  ...["1985-03-12", "1985.3", "1985", "19481399", "12/3/1985", "31118", "1900-01-01", "410923198503120017", "410923850312001"],
  ...["16100001234", "161****1234", "0393-6221234", "6221234", "zhangsan@qq.com", "410923", "410900", "110108", "USA", "CHN"],
  ...[
    "郑州大学",
    "郑大",
    "中科院过程所",
    "中国科学院过程工程研究所",
    "南乐县甲食品有限公司",
    "甲食品",
    "乙食品",
    "第一中学",
    "081701、0832",
  ],
  ...["12a", "3/12", "", "不详", "#N/A", "__proto__", "constructor", "𠮷野家", "\ud842", "\udfb7x", "\u0000", "（", "*", "|", "@", ";"],
];
const sign = fc.constantFrom(..."aeZ19 -/*@张伟𠮷\u3000\ud842");
const edited = fc
  .tuple(fc.constantFrom(...WORDS), fc.array(fc.tuple(fc.nat(20), fc.nat(2), sign), { maxLength: 2 }))
  .map(([word, edits]) => {
    const signs = [...word];
    for (const [at, kind, other] of edits) {
      if (kind === 0) signs.splice(at % (signs.length + 1), 0, other);
      else if (kind === 1) signs.splice(at % (signs.length + 1), 1);
      else signs.splice(at, 2, ...signs.slice(at, at + 2).reverse());
    }
    return signs.join("");
  });
const text = fc.oneof(
  { weight: 6, arbitrary: edited },
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: sign, maxLength: 14 }),
);
const facts = fc.tuple(text, text);
/** Two records, the second often the first with its facts exchanged. */
const pair = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(facts, facts) },
  facts.map(([a, b]): [Facts, Facts] => [
    [a, b],
    [b, a],
  ]),
);

describe.each(COMPARISONS.map((it) => [it.name, it] as const))("%s", (_, comparison) => {
  const parsed = (record: Facts) => {
    const canonical = comparison.read(record);
    return canonical === undefined ? undefined : { canonical, value: comparison.parse(canonical) };
  };

  test("is symmetric, and answers with one of its levels", () => {
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [a, b] = [parsed(first), parsed(second)];
        if (a === undefined || b === undefined) return;
        const level = comparison.compare(a.value, b.value);
        expect(comparison.compare(b.value, a.value)).toBe(level);
        expect(Number.isInteger(level) && level >= -1 && level < comparison.levels.length).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test("equal texts are one value: told alike against every other, and in agreement with each other", () => {
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [a, again, b] = [parsed(first), parsed([...first]), parsed(second)];
        if (a === undefined || again === undefined || b === undefined) return;
        expect(again.canonical).toBe(a.canonical);
        expect(comparison.compare(a.value, b.value)).toBe(comparison.compare(again.value, b.value));
        const own = comparison.compare(a.value, again.value);
        expect(own).not.toBe(-1);
        expect(own).toBeLessThan(comparison.levels.length - 1);
      }),
    );
  });

  test("has at most three keys, whatever is told, and a term that is not empty", () => {
    fc.assert(
      fc.property(facts, (record) => {
        const a = parsed(record);
        if (a === undefined) return;
        const keys = comparison.keys?.(a.value) ?? [];
        expect(keys.length).toBeLessThanOrEqual(3);
        for (const key of keys) expect(key.length).toBeGreaterThan(2);
        expect(comparison.term?.(a.value)).not.toBe("");
      }),
    );
  });

  test("values that agree fully share a key, where there are keys", () => {
    fc.assert(
      fc.property(pair, ([first, second]) => {
        const [a, b] = [parsed(first), parsed(second)];
        if (a === undefined || b === undefined || comparison.keys === undefined || comparison.compare(a.value, b.value) !== 0) return;
        const keys = comparison.keys(b.value);
        expect(comparison.keys(a.value).some((key) => keys.includes(key))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test("levels have names of their own, and what counts by frequency is among them", () => {
    expect(new Set(comparison.levels).size).toBe(comparison.levels.length);
    expect(comparison.termLevels?.every((level) => level >= 0 && level < comparison.levels.length)).toBe(true);
    expect(comparison.term).toBeDefined();
  });

  test("long texts are read and compared", () => {
    for (const piece of ["a", "1", "张", "𠮷", "a ", "@", "1,", "(", "-", "中国", "1 2", "*"]) {
      const long = piece.repeat(100_000 / piece.length);
      const [a, b] = [parsed([`${long}x`, "y"]), parsed([`z${long}`, `${long}x`])];
      if (a === undefined || b === undefined) continue;
      expect(comparison.compare(a.value, b.value)).toBe(comparison.compare(b.value, a.value));
      comparison.keys?.(a.value);
    }
  });
});
