import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GroupCount, impactRatio, scoringImpactRatio } from "../../src/evaluation/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const count = (group: string, selected: number, of: number): GroupCount => ({ group, selected, of });
/** The entry of one group. */
const of = (groups: readonly GroupCount[], name: string, options = {}) =>
  impactRatio(deepFreeze([...groups]), options).groups.find(({ group }) => group === name);

describe("impactRatio", () => {
  test("12 of 60 against 30 of 100 is two thirds, with the interval of Katz", () => {
    const audit = impactRatio([count("b", 30, 100), count("a", 12, 60)]);
    expect(audit.reference).toBe("b");
    expect(audit.groups.map(({ group, verdict }) => [group, verdict])).toEqual([
      ["a", "measured"],
      ["b", "reference"],
    ]);
    const a = audit.groups[0];
    if (a?.verdict !== "measured") throw new Error("expected a to be measured");
    expect(a.rate).toBe(0.2);
    expect(a.ratio).toBeCloseTo(2 / 3, 12);
    // √(1/12 − 1/60 + 1/30 − 1/100) is 0.3.
    expect(a.low).toBeCloseTo((2 / 3) * Math.exp(-1.959963984540054 * 0.3), 12);
    expect(a.high).toBeCloseTo((2 / 3) * Math.exp(1.959963984540054 * 0.3), 12);
    expect(audit.groups[1]).toEqual({ group: "b", selected: 30, of: 100, verdict: "reference", rate: 0.3 });
  });

  test("a group that is too small gets no number, whatever its rate, and is nobody's reference", () => {
    const groups = [count("tiny", 4, 4), count("small", 9, 9), count("a", 10, 20), count("b", 30, 100)];
    const audit = impactRatio(groups);
    expect(audit.reference).toBe("a");
    expect(audit.groups.filter(({ verdict }) => verdict === "insufficient")).toEqual([
      { group: "small", selected: 9, of: 9, verdict: "insufficient", reason: "group-too-small" },
      { group: "tiny", selected: 4, of: 4, verdict: "insufficient", reason: "group-too-small" },
    ]);
    expect(impactRatio(groups, { leastGroup: 5 }).reference).toBe("small");
    expect(impactRatio(groups, { leastGroup: 101 })).toMatchObject({ reference: undefined });
    expect(impactRatio(groups, { leastGroup: 101 }).groups.every(({ verdict }) => verdict === "insufficient")).toBe(true);
    expect(impactRatio([])).toEqual({ reference: undefined, groups: [] });
  });

  test("where nobody is selected there is no ratio", () => {
    expect(of([count("a", 0, 50), count("b", 0, 60), count("c", 1, 2)], "a")).toEqual({
      group: "a",
      selected: 0,
      of: 50,
      verdict: "insufficient",
      reason: "nobody-selected",
    });
    expect(of([count("a", 0, 0)], "a", { leastGroup: 1 })).toMatchObject({ verdict: "insufficient", reason: "group-too-small" });
  });

  test("an empty cell raises all four by a half for the interval, and a ratio of 0 reaches down to 0", () => {
    const a = of([count("a", 0, 20), count("b", 10, 20)], "a");
    if (a?.verdict !== "measured") throw new Error("expected a to be measured");
    expect([a.ratio, a.low]).toEqual([0, 0]);
    const reach = 1.959963984540054 * Math.sqrt(1 / 0.5 - 1 / 21 + 1 / 10.5 - 1 / 21);
    expect(a.high).toBeCloseTo((0.5 / 10.5) * Math.exp(reach), 12);
    const full = of([count("a", 20, 20), count("b", 30, 30)], "a");
    if (full?.verdict !== "measured") throw new Error("expected a to be measured");
    expect(full.ratio).toBe(1);
    expect(full.low).toBeLessThan(0.95);
    expect(full.high).toBeGreaterThan(1);
  });

  test("of equal rates the larger group is the reference, then the first in code-point order", () => {
    expect(impactRatio([count("a", 10, 20), count("b", 20, 40)]).reference).toBe("b");
    expect(impactRatio([count("\u{20BB7}", 10, 20), count("\uFF5E", 10, 20)]).reference).toBe("\uFF5E");
    const order = impactRatio([count("\u{20BB7}", 10, 20), count("\uFF5E", 10, 20)]).groups.map(({ group }) => group);
    expect(order).toEqual(["\uFF5E", "\u{20BB7}"]);
  });

  test("a threshold marks and no more, and a ratio that equals it is not below it", () => {
    // In floats 16/50 over 40/100 is 0.7999999999999999.
    const exact = of([count("a", 16, 50), count("b", 40, 100)], "a", { threshold: 0.8 });
    expect(exact).toMatchObject({ ratio: 0.8, mark: { below: false, settled: false } });
    const far = of([count("a", 20, 500), count("b", 200, 500)], "a", { threshold: 0.8 });
    expect(far).toMatchObject({ mark: { below: true, settled: true } });
    const near = of([count("a", 12, 60), count("b", 30, 100)], "a", { threshold: 0.8 });
    expect(near).toMatchObject({ mark: { below: true, settled: false } });
    const safe = of([count("a", 9_000, 10_000), count("b", 9_100, 10_000)], "a", { threshold: 0.8 });
    expect(safe).toMatchObject({ mark: { below: false, settled: true } });
    expect(of([count("a", 12, 60), count("b", 30, 100)], "a")).not.toHaveProperty("mark");
  });

  test("ratios lie in 0..1 inside their interval, the order of groups tells nothing, and no number is NaN or -0", () => {
    const groups = fc.uniqueArray(
      fc.record({
        group: fc.string({ maxLength: 3 }),
        of: fc.integer({ min: 0, max: 60 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: ({ group }) => group, maxLength: 7 },
    );
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 30 }), (drawn, leastGroup) => {
        const counts = drawn.map(({ group, of, part }) => count(group, Math.floor(of * part), of));
        const audit = impactRatio(deepFreeze(counts), { leastGroup });
        expect(impactRatio([...counts].reverse(), { leastGroup })).toEqual(audit);
        for (const entry of audit.groups) {
          expect(entry.verdict === "insufficient").toBe(entry.of < leastGroup || audit.reference === undefined);
          if (entry.verdict !== "measured") continue;
          const { low, ratio, high } = entry;
          expect(low >= 0 && low <= ratio && ratio <= high && ratio <= 1 && Number.isFinite(high)).toBe(true);
          expect([low, ratio, high].some((value) => Object.is(value, -0))).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the interval covers the true ratio as the doc says, by enumeration of every outcome", () => {
    /** Probabilities of 0..n successes. */
    const binomial = (n: number, p: number): number[] => {
      const row = [(1 - p) ** n];
      for (let k = 1; k <= n; k++) row.push(((row[k - 1] as number) * (n - k + 1) * p) / (k * (1 - p)));
      return row;
    };
    // Of two groups the higher rate is the reference; outcomes the other way round are read from the other group's view.
    const coverage = (n: number, m: number, p: number, q: number): number => {
      let [inside, all] = [0, 0];
      const [left, right] = [binomial(n, p), binomial(m, q)];
      for (const [x, px] of left.entries()) {
        for (const [y, py] of right.entries()) {
          const audit = impactRatio([count("g", x, n), count("r", y, m)], { leastGroup: 1 });
          const measured = audit.groups.find(({ verdict }) => verdict === "measured");
          if (measured?.verdict !== "measured") continue;
          const truth = measured.group === "g" ? p / q : q / p;
          all += px * py;
          if (measured.low <= truth && truth <= measured.high) inside += px * py;
        }
      }
      return inside / all;
    };
    const rates = [0.2, 0.5, 0.8, 0.9].flatMap((q) => [0.5, 0.8, 1].map((ratio) => [q * ratio, q] as const));
    const least = (n: number) => Math.min(...rates.map(([p, q]) => coverage(n, 30, p, q)));
    const mean = (n: number) => rates.reduce((sum, [p, q]) => sum + coverage(n, 30, p, q), 0) / rates.length;
    for (const n of [10, 15, 20, 30]) {
      expect(least(n)).toBeGreaterThan(0.9);
      expect(Math.abs(mean(n) - 0.95)).toBeLessThan(0.02);
    }
    expect(least(5)).toBeLessThan(0.89);
  });

  test.each([
    ["counts below 0", () => impactRatio([count("a", -1, 3)]), "invalid-argument"],
    ["more selected than there are", () => impactRatio([count("a", 4, 3)]), "invalid-argument"],
    ["counts that are not whole", () => impactRatio([count("a", 0.5, 3)]), "invalid-argument"],
    ["counts that are NaN", () => impactRatio([count("a", 0, Number.NaN)]), "invalid-argument"],
    ["counts past exact products", () => impactRatio([count("a", 1, 90_000_001)]), "invalid-argument"],
    ["a group without name", () => impactRatio([{ selected: 1, of: 2 } as never]), "invalid-argument"],
    ["a missing group", () => impactRatio([null as never]), "invalid-argument"],
    ["no list", () => impactRatio("a" as never), "invalid-argument"],
    ["a group told twice", () => impactRatio([count("a", 1, 3), count("a", 1, 3)]), "duplicate-id"],
    ["a least group of 0", () => impactRatio([], { leastGroup: 0 }), "invalid-option"],
    ["a threshold of 0", () => impactRatio([], { threshold: 0 }), "invalid-option"],
    ["a threshold above 1", () => impactRatio([], { threshold: 1.1 }), "invalid-option"],
    ["a threshold of another kind", () => impactRatio([], { threshold: "0.8" as never }), "invalid-option"],
    ["an unknown option", () => impactRatio([], { pass: 0.8 } as never), "unknown-option"],
  ])("refuses %s", (_, run, code) => {
    const fault = faultOf(run);
    expect(fault.code).toBe(code);
    expect(fault.message).toMatch(/^impactRatio: /);
  });
});

describe("scoringImpactRatio", () => {
  test("a group's rate is its share above the median of all scores; the median itself is not above", () => {
    const audit = scoringImpactRatio(
      deepFreeze([
        { group: "a", scores: [1, 2, 3, 4, 5] },
        { group: "b", scores: [3, 6, 7, 8] },
      ]),
      { leastGroup: 1 },
    );
    // 1 2 3 3 4 5 6 7 8: the middle one is 4.
    expect(audit.median).toBe(4);
    expect(audit.groups.map(({ group, selected, of }) => [group, selected, of])).toEqual([
      ["a", 1, 5],
      ["b", 3, 4],
    ]);
    expect(audit.reference).toBe("b");
    expect(audit.groups[0]).toMatchObject({ verdict: "measured", ratio: 4 / 15 });
  });

  test("an even sample has its median between the middle two, an empty one has none", () => {
    expect(scoringImpactRatio([{ group: "a", scores: [1, 2, 4, 9] }]).median).toBe(3);
    expect(scoringImpactRatio([{ group: "a", scores: [] }])).toEqual({
      median: undefined,
      reference: undefined,
      groups: [{ group: "a", selected: 0, of: 0, verdict: "insufficient", reason: "group-too-small" }],
    });
  });

  test("where all scores are equal nobody is above the median, and there is no ratio", () => {
    const audit = scoringImpactRatio([
      { group: "a", scores: new Array<number>(20).fill(5) },
      { group: "b", scores: new Array<number>(20).fill(5) },
    ]);
    expect(audit.groups.map((entry) => entry.verdict === "insufficient" && entry.reason)).toEqual(["nobody-selected", "nobody-selected"]);
  });

  test.each([
    ["a score that is not finite", () => scoringImpactRatio([{ group: "a", scores: [Number.NaN] }]), "invalid-argument"],
    ["a group without scores", () => scoringImpactRatio([{ group: "a" } as never]), "invalid-argument"],
    ["a missing group", () => scoringImpactRatio([undefined as never]), "invalid-argument"],
    ["an unknown option", () => scoringImpactRatio([], { median: 1 } as never), "unknown-option"],
    [
      "a group told twice",
      () =>
        scoringImpactRatio([
          { group: "a", scores: [1] },
          { group: "a", scores: [1] },
        ]),
      "duplicate-id",
    ],
  ])("refuses %s", (_, run, code) => {
    expect(faultOf(run).code).toBe(code);
  });
});
