import { describe, expect, test } from "vitest";
import { logLogSlope, race } from "../../bench/harness.js";

describe("race", () => {
  test("runs every contender once a round, in turn, warm-up included", () => {
    const order: string[] = [];
    const timings = race(
      [
        { name: "a", run: (round) => order.push(`a${round}`) },
        { name: "b", run: (round) => order.push(`b${round}`) },
      ],
      2,
      1,
    );
    expect(order).toEqual(["a-1", "b-1", "a0", "b0", "a1", "b1"]);
    expect(timings.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(timings[0]?.ratioToFirst).toBe(1);
    for (const { min, median } of timings) expect(min).toBeLessThanOrEqual(median);
  });
});

describe("logLogSlope", () => {
  test("finds the exponent of a power law", () => {
    expect(logLogSlope([10, 100, 1000].map((size) => ({ size, ms: 3 * size ** 1.5 })))).toBeCloseTo(1.5, 10);
  });
});
