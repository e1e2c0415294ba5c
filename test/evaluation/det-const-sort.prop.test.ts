import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detConstSort, infeasibleIndex, ndkl, type ScoredMember, skewAtK } from "../../src/evaluation/index.js";
import { compareCodePoints, seededRandom } from "../../src/numeric/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveDetConstSort, naiveFloor } from "../oracle/naive-det-const-sort.js";

const GROUPS = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Members of a group with the given scores, named after both. */
const membersOf = (group: string, ...scores: number[]): ScoredMember[] =>
  scores.map((score) => ({ id: `${group}${score}`, score, group: group }));
const idsOf = (list: readonly ScoredMember[]) => list.map(({ id }) => id).join(" ");
const byScore = (items: readonly ScoredMember[]) => [...items].sort((a, b) => b.score - a.score || compareCodePoints(a.id, b.id));

interface DrawnCase {
  readonly items: readonly ScoredMember[];
  readonly desired: Readonly<Record<string, number>>;
  readonly k: number;
}

/** A case of 2 to 8 groups: scores with many ties, groups of uneven size and desire; where `ample`, none of desire runs out. */
function drawCase(seed: number, ample: boolean): DrawnCase {
  const random = seededRandom(seed);
  const whole = (min: number, max: number) => min + Math.floor(random() * (max - min + 1));
  const groups = GROUPS.slice(0, whole(2, 8));
  const k = whole(1, 60);
  const desired = Object.fromEntries(groups.map((group) => [group, whole(random() < 0.1 ? 0 : 1, random() < 0.3 ? 3 : 40)]));
  desired["a"] = Math.max(1, desired["a"] ?? 1);
  const total = Object.values(desired).reduce((sum, count) => sum + count, 0);
  const items = groups.flatMap((group) => {
    const floor = naiveFloor(k, desired[group] as number, total);
    const size = ample ? floor + whole(0, 4) : whole(0, 20);
    return Array.from({ length: size }, (_, i) => ({
      id: `${whole(0, 99)}-${group}-${i}`,
      score: whole(0, random() < 0.5 ? 5 : 1000),
      group,
    }));
  });
  return deepFreeze({ items: items.sort(() => random() - 0.5), desired, k });
}

describe("detConstSort", () => {
  test("gives the lists worked by hand", () => {
    const quarter = detConstSort([...membersOf("A", 0.9, 0.8, 0.7), ...membersOf("B", 0.85, 0.5, 0.4)], {
      desired: { A: 0.25, B: 0.75 },
      k: 4,
    });
    expect(idsOf(quarter.list)).toBe("A0.9 B0.85 B0.5 B0.4");
    // A place too many in the test of the latest place gives A A B B here.
    const even = detConstSort([...membersOf("A", 0.9, 0.88), ...membersOf("B", 0.85, 0.5)], { desired: { A: 0.5, B: 0.5 } });
    expect(idsOf(even.list)).toBe("A0.9 B0.85 A0.88 B0.5");
  });

  test("equals the literal algorithm over 3,000 cases of 2 to 8 groups, ties and exhausted groups among them", () => {
    let exhausted = 0;
    for (let seed = 0; seed < 3000; seed++) {
      const { items, desired, k } = drawCase(seed, seed % 2 === 0);
      const result = detConstSort(items, { desired, k });
      expect(result.list.map(({ id }) => id)).toEqual(naiveDetConstSort(items, desired, k));
      if (result.exhausted.length > 0) exhausted++;
    }
    expect(exhausted).toBeGreaterThan(500);
  });

  test("breaks no floor that the items allow, lists nobody twice, takes the best of each group, and tells what it could not keep", () => {
    let ample = 0;
    for (let seed = 0; seed < 3000; seed++) {
      const { items, desired, k } = drawCase(seed, seed % 2 === 0);
      const { list, exhausted, infeasible, before, after } = detConstSort(items, { desired, k });
      const total = Object.values(desired).reduce((sum, count) => sum + count, 0);
      expect(list.length).toBe(Math.min(k, items.length));
      expect(new Set(list).size).toBe(list.length);
      const broken: number[] = [];
      const short = new Set<string>();
      for (let place = 1; place <= list.length; place++) {
        let kept = true;
        for (const group of Object.keys(desired)) {
          const floor = naiveFloor(place, desired[group] as number, total);
          const supply = items.filter((item) => item.group === group).length;
          const held = list.slice(0, place).filter((item) => item.group === group).length;
          if (held < Math.min(floor, supply)) throw new Error(`case ${seed}: floor broken at ${place}`);
          if (held < floor) kept = false;
          if (supply < floor) short.add(group);
        }
        if (!kept) broken.push(place);
      }
      expect(infeasible).toEqual(broken);
      expect(exhausted).toEqual([...short].sort());
      if (seed % 2 === 0) {
        ample++;
        expect(infeasible).toEqual([]);
      }
      for (const group of Object.keys(desired)) {
        const own = list.filter((item) => item.group === group);
        expect(own).toEqual(byScore(items.filter((item) => item.group === group)).slice(0, own.length));
      }
      const best = byScore(items).slice(0, k);
      expect(before).toEqual({
        ndkl: ndkl(best, desired),
        infeasibleIndex: infeasibleIndex(best, desired),
        skew: skewAtK(best, desired, k),
      });
      expect(after).toEqual({ ndkl: ndkl(list, desired), infeasibleIndex: infeasible.length, skew: skewAtK(list, desired, k) });
    }
    expect(ample).toBe(1500);
  });

  test("the order of the items and the way of writing the shares tell nothing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const { items, k } = drawCase(seed, false);
        const desired = Object.fromEntries(GROUPS.map((group, i) => [group, [10, 20, 5, 15, 7, 23, 19, 1][i] as number]));
        const decimal = Object.fromEntries(Object.entries(desired).map(([group, count]) => [group, count / 100]));
        const result = detConstSort(items, { desired, k });
        expect(detConstSort([...items].reverse(), { desired: Object.fromEntries(Object.entries(desired).reverse()), k })).toEqual(result);
        expect(detConstSort(items, { desired: decimal, k }).list).toEqual(result.list);
      }),
      { numRuns: 200 },
    );
  });

  test("where one group is desired and held, the list is that of the scores, ties by id in code-point order", () => {
    const items = ["\u{20BB7}", "\uFF5E", "丁"].map((id) => ({ id, score: 1, group: "a" }));
    expect(detConstSort([...items, ...membersOf("a", 2)], { desired: { a: 3 } }).list.map(({ id }) => id)).toEqual([
      "a2",
      "丁",
      "\uFF5E",
      "\u{20BB7}",
    ]);
  });

  test("a group that runs out is named and its places go to the next; one that is not desired stands where others can wait", () => {
    const items = [...membersOf("a", 9), ...membersOf("b", 3, 2, 1), ...membersOf("z", 8, 7)];
    const result = detConstSort(items, { desired: { a: 1, b: 1, z: 0 } });
    expect(idsOf(result.list)).toBe("a9 b3 z8 b2 z7 b1");
    expect(result.exhausted).toEqual(["a"]);
    expect(result.infeasible).toEqual([4, 5, 6]);
    expect(result.after.ndkl).toBeUndefined();
    // A group without a single item, too.
    expect(detConstSort(membersOf("b", 3, 2), { desired: { a: 1, b: 1 } })).toMatchObject({ exhausted: ["a"], infeasible: [2] });
  });

  test("items come back as they are, and an empty list has a list and no figures", () => {
    const item = deepFreeze({ id: "x", score: 1, group: "a", note: "kept" });
    expect(detConstSort([item], { desired: { a: 1 }, k: 5 }).list[0]).toBe(item);
    expect(detConstSort([], { desired: { a: 1 } })).toEqual({
      list: [],
      exhausted: [],
      infeasible: [],
      before: { ndkl: undefined, infeasibleIndex: 0, skew: [{ group: "a", desired: 1, share: undefined, skew: undefined }] },
      after: { ndkl: undefined, infeasibleIndex: 0, skew: [{ group: "a", desired: 1, share: undefined, skew: undefined }] },
    });
  });

  const one = membersOf("a", 1);
  test.each([
    ["an unknown option", () => detConstSort(one, { desired: { a: 1 }, K: 3 } as never), "unknown-option"],
    ["no options", () => detConstSort(one, undefined as never), "invalid-option"],
    ["a list of no length", () => detConstSort(one, { desired: { a: 1 }, k: 0 }), "invalid-option"],
    ["a desired mix of nothing", () => detConstSort(one, { desired: {} }), "invalid-option"],
    ["a group without desired share", () => detConstSort(one, { desired: { b: 1 } }), "invalid-argument"],
    ["an item without id", () => detConstSort([{ score: 1, group: "a" } as never], { desired: { a: 1 } }), "invalid-argument"],
    ["a missing item", () => detConstSort([null as never], { desired: { a: 1 } }), "invalid-argument"],
    ["a score that is NaN", () => detConstSort([{ id: "i", score: Number.NaN, group: "a" }], { desired: { a: 1 } }), "invalid-argument"],
    ["no list", () => detConstSort({} as never, { desired: { a: 1 } }), "invalid-argument"],
    ["an id that is met twice", () => detConstSort([...one, ...one], { desired: { a: 1 } }), "duplicate-id"],
  ])("refuses %s", (_, run, code) => {
    expect(faultOf(run).code).toBe(code);
  });
});
