import { describe, expect, test } from "vitest";
import { type Comparison, type Linkage, linkRecords } from "../../src/linkage/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { faultOf } from "../fault.js";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly number: string;
}

const fact = (name: "name" | "place" | "number"): Comparison<Row, string> => ({
  name,
  levels: ["same", "other"],
  read: (row) => row[name],
  parse: (text) => text,
  compare: (a, b) => (a === b ? 0 : 1),
  keys: (value) => [value],
});

/** People who stand twice; every fifth of them with another name the second time, every seventh with another number. */
function rows(): Row[] {
  const random = seededRandom(8);
  const pick = (letter: string, of: number) => `${letter}${Math.floor(random() * of)}`;
  return Array.from({ length: 300 }, (_, i) => ({
    id: `a${i}`,
    name: pick("n", 40_000),
    place: pick("p", 12),
    number: pick("t", 90_000),
  })).flatMap((row, i) => [
    row,
    { ...row, id: `b${i}`, ...(i % 5 === 0 ? { name: pick("n", 40_000) } : {}), ...(i % 7 === 0 ? { number: pick("t", 90_000) } : {}) },
  ]);
}
const comparisons = [fact("name"), fact("place"), fact("number")];
const linked = (facts: readonly string[][]): Linkage<Row> =>
  linkRecords(rows(), { comparisons, blocking: facts.map((it) => ({ facts: it })) });

describe("what blocking misses", () => {
  const linkage = linked([["name"], ["number"]]);
  const account = linkage.blocking(600);

  test("a rule's own links are those that a run without it does not find", () => {
    for (const [at, facts] of [["number"], ["name"]].entries()) {
      const without = linkRecords(rows(), {
        comparisons,
        blocking: [{ facts }],
        model: { ...linkage.model, blocking: [{ facts, limit: 100 }] },
      });
      const links = without.pairs.filter(({ weightBits }) => weightBits >= linkage.model.linkBits).length;
      expect(account.rules[at]?.linksAlone).toBe(account.links - links);
      expect(account.rules[at]?.linksAlone).toBeGreaterThan(10);
    }
  });

  test("links are those told among the pairs, and rules that bring all miss none", () => {
    expect(account.links).toBe(linkage.pairs.filter(({ weightBits }) => weightBits >= linkage.model.linkBits).length);
    const both = account.rules.reduce((sum, { links }) => sum + links, 0);
    expect(both - account.rules.reduce((sum, { linksAlone }) => sum + linksAlone, 0)).toBe(
      2 * (account.links - account.rules.reduce((sum, it) => sum + it.linksAlone, 0)),
    );
    expect(account.sampled?.records).toBe(600);
  });

  test("comparing everybody with everybody finds exactly what a rule left out", () => {
    const model = { ...linkage.model, blocking: [{ facts: ["number"], limit: 100 }] };
    const poor = linkRecords(rows(), { comparisons, blocking: [{ facts: ["number"] }], model }).blocking(600);
    const everything = linkRecords(rows(), {
      comparisons,
      blocking: [{ facts: ["place"], limit: 1000 }, { facts: ["number"] }, { facts: ["name"] }],
      model: {
        ...model,
        blocking: [
          { facts: ["place"], limit: 1000 },
          { facts: ["number"], limit: 100 },
          { facts: ["name"], limit: 100 },
        ],
      },
    });
    const all = everything.blocking().links;
    // Each missed pair is met from both of its records.
    expect(poor.sampled?.missed).toMatchObject({ count: 2 * (all - poor.links), of: 2 * all });
    expect(poor.sampled?.missed.count).toBeGreaterThan(20);
    expect(everything.blocking(600).sampled?.missed.count).toBe(0);
  });

  test("blocks above the limit are counted with what they would have brought", () => {
    const { rules } = linkRecords(rows(), {
      comparisons,
      blocking: [{ facts: ["place"], limit: 20 }, { facts: ["number"] }],
      model: {
        ...linkage.model,
        blocking: [
          { facts: ["place"], limit: 20 },
          { facts: ["number"], limit: 100 },
        ],
      },
    }).blocking();
    const sizes = new Map<string, number>();
    for (const { place } of rows()) sizes.set(place, (sizes.get(place) ?? 0) + 1);
    const large = [...sizes.values()].filter((size) => size > 20);
    expect(rules[0]).toMatchObject({ largeBlocks: large.length, pairsLeft: large.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0) });
  });

  test("a sample that is no count is refused", () => {
    expect(faultOf(() => linkage.blocking(-1))).toMatchObject({ code: "invalid-option" });
  });
});
