import { describe, expect, test } from "vitest";
import { chooseThreshold, expectedLinks } from "../../src/linkage/choose-threshold.js";
import { bitsOf, probabilityOf } from "../../src/linkage/index.js";
import { exactBits, levelBits } from "../../src/linkage/link-model.js";

describe("weights of a model", () => {
  test("the reference case: prior .001 and agreements .95/.001, .9/.05, .1/.9 give .9274428354 bits, probability .6553984132", () => {
    const levels = [
      [0.95, 0.001],
      [0.9, 0.05],
      [0.1, 0.9],
    ] as const;
    const parts = levels.map(([m, u]) => levelBits({ m: [m], u: [u] })[0] ?? 0);
    const bits = parts.reduce((sum, part) => sum + part, exactBits(bitsOf(0.001)));
    expect(bits).toBeCloseTo(0.9274428354, 8);
    expect(probabilityOf(bits)).toBeCloseTo(0.6553984132, 8);
  });

  test("probabilities are stable for both signs and undo bits", () => {
    expect([probabilityOf(2000), probabilityOf(-2000), probabilityOf(0)]).toEqual([1, 0, 0.5]);
    for (const p of [1e-9, 0.02, 0.5, 0.97]) expect(probabilityOf(bitsOf(p))).toBeCloseTo(p, 12);
  });

  test("weights never grow towards a weaker level: neighbours out of order are one", () => {
    const bits = levelBits({ m: [0.5, 0.1, 0.3, 0.1], u: [0.01, 0.2, 0.1, 0.69] });
    expect(bits[1]).toBe(bits[2]);
    expect(bits[1]).toBe(exactBits(Math.log2(0.4 / 0.3)));
    for (const [l, weight] of bits.entries()) expect(weight).toBeLessThanOrEqual(bits[l - 1] ?? Number.POSITIVE_INFINITY);
  });
});

describe("the line", () => {
  const bits = Float64Array.from([10, 9, 8, 4, 3.5, 2, 1, 0.2, -3]);

  test("is as low as the least probability where the links are sure enough", () => {
    expect(chooseThreshold(bits, 0.9, 0.9)).toBe(exactBits(bitsOf(0.9)));
    expect(chooseThreshold(new Float64Array(), 0.9, 0.75)).toBe(exactBits(bitsOf(0.75)));
  });

  test("rises until the mean probability above it is what was asked", () => {
    const line = chooseThreshold(bits, 0.97, 0.5);
    const links = [...bits].filter((weight) => weight >= line);
    const mean = (list: readonly number[]) => list.reduce((sum, weight) => sum + probabilityOf(weight), 0) / list.length;
    expect(mean(links)).toBeGreaterThanOrEqual(0.97);
    expect(mean([...bits].slice(0, links.length + 1))).toBeLessThan(0.97);
    expect(expectedLinks(bits, line).precision).toBeCloseTo(mean(links), 12);
  });

  test("lies above the surest pair where even that is not sure enough, and equal pairs go together", () => {
    expect(chooseThreshold(Float64Array.from([1, 1, 1]), 0.9, 0.5)).toBeGreaterThan(1);
    expect(expectedLinks(Float64Array.from([1]), 2)).toEqual({ recall: 0 });
    expect(expectedLinks(new Float64Array(), 2)).toEqual({});
  });
});
