import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BoundedHeap, compareCodePoints, fnv1a64, quantiles, seededRandom } from "../../src/numeric/index.js";

const text = fc.string({
  unit: fc.oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), fc.constantFrom("𠮷", "\uff5e", "\ue000", "😀", "丁")),
});

describe("compareCodePoints", () => {
  test("equals comparison of the lists of code points", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [x, y] = [[...a].map((c) => c.codePointAt(0) ?? 0), [...b].map((c) => c.codePointAt(0) ?? 0)];
        const at = x.findIndex((c, i) => c !== y[i]);
        const want = at < 0 ? x.length - y.length : y[at] === undefined ? 1 : (x[at] ?? 0) - y[at];
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(want));
      }),
      { numRuns: 2000 },
    );
  });

  test("puts 𠮷 after the private and full-width area, where UTF-16 units would not", () => {
    expect(compareCodePoints("𠮷", "\uff5e")).toBeGreaterThan(0);
    expect("𠮷" < "\uff5e").toBe(true);
  });
});

describe("BoundedHeap", () => {
  test("drains the same best entries as sorting everything", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 3000 }), fc.integer({ min: 0, max: 2500 }), (points, capacity) => {
        const heap = new BoundedHeap(capacity);
        for (const [order, p] of points.entries()) {
          const admitted = heap.admits(p);
          if (heap.offer(p, order)) expect(admitted || capacity === 0).toBe(true);
        }
        const want = points.map((p, order) => ({ p, order })).sort((a, b) => b.p - a.p || a.order - b.order);
        expect(heap.size).toBe(Math.min(capacity, points.length));
        expect(heap.full).toBe(points.length >= capacity);
        const got = heap.drain();
        expect([...got.orders]).toEqual(want.slice(0, capacity).map((w) => w.order));
        expect([...got.points]).toEqual(want.slice(0, capacity).map((w) => w.p));
      }),
    );
  });
});

describe("seededRandom", () => {
  test("repeats for a seed and differs between seeds", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test("is uniform over ten equal bins within five standard errors", () => {
    const random = seededRandom(42);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) bins[Math.floor(random() * 10)]!++;
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(9000));
  });
});

describe("fnv1a64", () => {
  test("equals the definition in big integers", () => {
    fc.assert(
      fc.property(text, (s) => {
        let hash = 0xcbf29ce484222325n;
        for (let i = 0; i < s.length; i++) {
          for (const byte of [s.charCodeAt(i) & 255, s.charCodeAt(i) >> 8]) {
            hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
          }
        }
        expect(fnv1a64(s)).toBe(hash.toString(16).padStart(16, "0"));
      }),
    );
  });
});

describe("quantiles", () => {
  test("interpolates, keeps the input, and has no answer for an empty sample", () => {
    const values = Object.freeze([4, 1, 3, 2]) as number[];
    expect(quantiles(values, [0, 0.5, 1])).toEqual([1, 2.5, 4]);
    expect(quantiles([], [0.5])).toBeUndefined();
  });

  test("refuses what is not a number", () => {
    expect(() => quantiles([1, Number.NaN], [0.5])).toThrow("finite");
    expect(() => quantiles([1], [1.5])).toThrow("0..1");
  });
});
