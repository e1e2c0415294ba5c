import { describe, expect, test } from "vitest";
import { estimateParameters, type LevelPattern, type LevelProbabilities } from "../../src/linkage/index.js";
import { type RandomSource, seededRandom } from "../../src/numeric/index.js";
import { faultOf } from "../fault.js";

interface World {
  readonly lambda: number;
  readonly comparisons: readonly LevelProbabilities[];
  /** Share of pairs in which a fact is missing. */
  readonly missing: readonly number[];
}

function draw(shares: readonly number[], random: RandomSource): number {
  let rest = random();
  for (const [level, share] of shares.entries()) {
    rest -= share;
    if (rest < 0) return level;
  }
  return shares.length - 1;
}

/** Pairs of a world whose parameters are known, counted by pattern. */
function pairsOf({ lambda, comparisons, missing }: World, count: number, seed: number): LevelPattern[] {
  const random = seededRandom(seed);
  const patterns = new Map<string, { levels: number[]; pairs: number }>();
  for (let i = 0; i < count; i++) {
    const matches = random() < lambda;
    const levels = comparisons.map(({ m, u }, c) => {
      const level = draw(matches ? m : u, random);
      return random() < (missing[c] ?? 0) ? -1 : level;
    });
    const key = levels.join();
    const known = patterns.get(key);
    if (known === undefined) patterns.set(key, { levels, pairs: 1 });
    else known.pairs++;
  }
  return [...patterns.values()];
}

const WORLDS: readonly [string, World][] = [
  [
    "four clear facts",
    {
      lambda: 0.02,
      comparisons: [
        { m: [0.8, 0.15, 0.05], u: [0.002, 0.018, 0.98] },
        { m: [0.7, 0.2, 0.1], u: [0.01, 0.04, 0.95] },
        { m: [0.9, 0.1], u: [0.05, 0.95] },
        { m: [0.6, 0.3, 0.1], u: [0.02, 0.08, 0.9] },
      ],
      missing: [0, 0, 0, 0],
    },
  ],
  [
    "facts that are often missing",
    {
      lambda: 0.1,
      comparisons: [
        { m: [0.85, 0.15], u: [0.01, 0.99] },
        { m: [0.75, 0.2, 0.05], u: [0.02, 0.08, 0.9] },
        { m: [0.8, 0.1, 0.1], u: [0.05, 0.15, 0.8] },
        { m: [0.9, 0.1], u: [0.1, 0.9] },
        { m: [0.7, 0.3], u: [0.05, 0.95] },
      ],
      missing: [0.1, 0.4, 0.3, 0.2, 0.5],
    },
  ],
  [
    "weak facts, many of them",
    {
      lambda: 0.3,
      comparisons: Array.from({ length: 8 }, (_, c) => ({ m: [0.75 + 0.02 * c, 0.25 - 0.02 * c], u: [0.25 - 0.02 * c, 0.75 + 0.02 * c] })),
      missing: Array.from({ length: 8 }, () => 0.1),
    },
  ],
];

describe("estimateParameters", () => {
  test.each(WORLDS)("finds m, u and lambda within .02 where they are known: %s", (_, world) => {
    for (const seed of [1, 2, 3]) {
      const found = estimateParameters(pairsOf(world, 200_000, seed), { levels: world.comparisons.map(({ m }) => m.length) });
      expect(found.converged).toBe(true);
      expect(Math.abs(found.lambda - world.lambda)).toBeLessThan(0.02);
      for (const [c, { m, u }] of world.comparisons.entries()) {
        for (const [l, share] of m.entries()) expect(Math.abs((found.comparisons[c]?.m[l] ?? 9) - share)).toBeLessThan(0.02);
        for (const [l, share] of u.entries()) expect(Math.abs((found.comparisons[c]?.u[l] ?? 9) - share)).toBeLessThan(0.02);
      }
    }
  });

  test("pairs known to be apart count towards u and the total, whatever they look like", () => {
    const [, world] = WORLDS[0] ?? [];
    if (world === undefined) throw new Error("no world");
    const levels = world.comparisons.map(({ m }) => m.length);
    const pairs = pairsOf(world, 100_000, 5);
    // Whoever agrees on nothing at all need not be looked at.
    const [near, far] = [
      pairs.filter((it) => it.levels.some((level, c) => level === 0 && c < 2)),
      pairs.filter((it) => !it.levels.some((level, c) => level === 0 && c < 2)),
    ];
    const found = estimateParameters([...near, ...far.map((it) => ({ ...it, apart: true }))], { levels });
    expect(Math.abs(found.lambda - world.lambda)).toBeLessThan(0.003);
    expect(Math.abs((found.comparisons[0]?.u[0] ?? 9) - 0.002)).toBeLessThan(0.001);
  });

  test("shares of each comparison sum to 1, and a fact that nobody tells keeps the first guess", () => {
    const { comparisons } = estimateParameters(
      [
        { levels: [0, -1], pairs: 10 },
        { levels: [1, -1], pairs: 90 },
      ],
      { levels: [2, 3] },
    );
    for (const { m, u } of comparisons) {
      expect(m.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      expect(u.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
    expect(comparisons[1]?.m[0]).toBeGreaterThan(comparisons[1]?.m[2] ?? 1);
  });

  test("a run cut short says that it did not converge", () => {
    const [, world] = WORLDS[2] ?? [];
    if (world === undefined) throw new Error("no world");
    const found = estimateParameters(pairsOf(world, 5000, 1), { levels: world.comparisons.map(({ m }) => m.length), maxIterations: 2 });
    expect(found).toMatchObject({ converged: false, iterations: 2 });
    expect(found.change).toBeGreaterThan(1e-7);
  });

  test("a pattern that does not fit its comparisons is refused, and so are pairs that are no number", () => {
    expect(faultOf(() => estimateParameters([{ levels: [0, 2], pairs: 1 }], { levels: [2, 2] }))).toMatchObject({
      code: "invalid-argument",
      path: ["patterns", 0, "levels"],
    });
    expect(faultOf(() => estimateParameters([{ levels: [0], pairs: 1 }], { levels: [2, 2] }))).toMatchObject({ code: "invalid-argument" });
    expect(faultOf(() => estimateParameters([{ levels: [0], pairs: Number.NaN }], { levels: [2] }))).toMatchObject({
      code: "invalid-option",
    });
    expect(faultOf(() => estimateParameters([], { levels: [1] }))).toMatchObject({ code: "invalid-option" });
  });
});
