import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logistic, logLoss } from "../../src/evaluation/logistic.js";
import { type LogisticProblem, logisticRegression } from "../../src/evaluation/logistic-regression.js";
import { minimiseQuadratic } from "../../src/evaluation/minimise-quadratic.js";
import { shareInterval } from "../../src/evaluation/share-interval.js";
import { solvePositiveDefinite } from "../../src/evaluation/solve-positive-definite.js";
import { stratifiedFolds } from "../../src/evaluation/stratified-folds.js";
import { seededRandom } from "../../src/numeric/index.js";
import { type NaiveRow, naiveGradient, naiveLogistic, naiveQuadratic } from "../oracle/naive-regression.js";

/** A symmetric positive definite matrix: a product of random rows, and a bit more on the diagonal. */
function drawMatrix(random: () => number, n: number): number[][] {
  const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => random() * 2 - 1));
  return rows.map((_, i) =>
    rows.map((_, j) => rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), i === j ? 0.05 : 0)),
  );
}

describe("logistic", () => {
  test("is 1 / (1 + e^−x) where that can be had, and neither overflows nor leaves 0..1 where not", () => {
    for (const x of [-30, -2.5, 0, 0.1, 7]) expect(Math.abs(logistic(x) - 1 / (1 + Math.exp(-x)))).toBeLessThan(1e-15);
    expect([logistic(-1e308), logistic(-800), logistic(800), logistic(1e308)]).toEqual([0, 0, 1, 1]);
  });

  test("the loss is −ln of the probability of what came, and is finite however sure the forecast", () => {
    for (const x of [-20, -1, 0, 3]) {
      expect(Math.abs(logLoss(x, 1) + Math.log(logistic(x)))).toBeLessThan(1e-12);
      expect(Math.abs(logLoss(x, 0.25) + 0.25 * Math.log(logistic(x)) + 0.75 * Math.log(logistic(-x)))).toBeLessThan(1e-12);
    }
    expect([logLoss(-1e6, 1), logLoss(1e6, 0), logLoss(1e6, 1)]).toEqual([1e6, 1e6, 0]);
  });
});

describe("solvePositiveDefinite", () => {
  test("its solution solves", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, n) => {
        const random = seededRandom(seed);
        const matrix = drawMatrix(random, n);
        const right = Array.from({ length: n }, () => random() * 10 - 5);
        const x = solvePositiveDefinite(Float64Array.from(matrix.flat()), Float64Array.from(right));
        for (const [i, row] of matrix.entries()) {
          expect(Math.abs(row.reduce((sum, a, j) => sum + a * (x?.[j] ?? Number.NaN), 0) - (right[i] as number))).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a matrix that is not positive definite has none", () => {
    for (const matrix of [
      [0, 0, 0, 1],
      [1, 1, 1, 1],
      [1, 2, 2, 1],
      [-1, 0, 0, -1],
      [Number.NaN, 0, 0, 1],
    ])
      expect(solvePositiveDefinite(Float64Array.from(matrix), Float64Array.from([1, 1]))).toBeUndefined();
  });
});

describe("minimiseQuadratic", () => {
  test("is the best of the minima over every set of unknowns that are not 0", () => {
    let bound = 0;
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), (seed, n, free) => {
        const random = seededRandom(seed);
        const matrix = drawMatrix(random, n);
        const linear = Array.from({ length: n }, () => random() * 4 - 2);
        const measured = minimiseQuadratic(Float64Array.from(matrix.flat()), Float64Array.from(linear), Math.min(free, n));
        const expected = naiveQuadratic(matrix, linear, Math.min(free, n));
        for (const [i, x] of expected.entries()) expect(Math.abs((measured?.[i] ?? Number.NaN) - x)).toBeLessThan(1e-9 * (1 + Math.abs(x)));
        if (expected.some((x) => x === 0)) bound++;
      }),
      { numRuns: 1000 },
    );
    expect(bound).toBeGreaterThan(300);
  });

  test("without any pull nothing moves, and a matrix that is not positive definite has no minimum", () => {
    expect(minimiseQuadratic(Float64Array.from([1, 0, 0, 1]), Float64Array.from([0, -1]), 0)).toEqual(Float64Array.from([0, 0]));
    expect(minimiseQuadratic(Float64Array.from([1, 1, 1, 1]), Float64Array.from([1, 1]), 2)).toBeUndefined();
  });
});

/** A problem of a constant and columns in 0..1, with its rows as the twin reads them. */
function drawProblem(seed: number): { problem: LogisticProblem; rows: NaiveRow[]; penalty: number[][]; free: number } {
  const random = seededRandom(seed);
  const columns = 2 + Math.floor(random() * 3);
  const rows = Array.from({ length: 30 }, (): NaiveRow => {
    const x = [1, ...Array.from({ length: columns - 1 }, () => random())];
    return { x, t: random() < 0.5 ? 0.05 + random() * 0.1 : 0.9, w: 0.5 + random() };
  });
  const penalty = Array.from({ length: columns }, (_, i) => Array.from({ length: columns }, (_, j) => (i === j && i > 0 ? 2 : 0.1)));
  const free = 1 + Math.floor(random() * columns);
  return {
    problem: {
      design: Float64Array.from(rows.flatMap(({ x }) => x)),
      columns,
      targets: Float64Array.from(rows, ({ t }) => t),
      weights: Float64Array.from(rows, ({ w }) => w),
      penalty: Float64Array.from(penalty.flat()),
      free,
    },
    rows,
    penalty,
    free,
  };
}

describe("logisticRegression", () => {
  test("comes to where plain gradient descent comes to", () => {
    for (let seed = 0; seed < 25; seed++) {
      const { problem, rows, penalty, free } = drawProblem(seed);
      const { coefficients, converged } = logisticRegression(problem);
      expect(converged).toBe(true);
      for (const [j, value] of naiveLogistic(rows, penalty, free, 3000).entries()) {
        expect(Math.abs((coefficients[j] ?? Number.NaN) - value)).toBeLessThan(1e-9);
      }
    }
  });

  test("where it stops, no slope is left but against a bound", () => {
    let held = 0;
    for (let seed = 100; seed < 400; seed++) {
      const { problem, rows, penalty, free } = drawProblem(seed);
      const at = Array.from(logisticRegression(problem).coefficients);
      for (const [j, slope] of naiveGradient(rows, penalty, at).entries()) {
        if (j < free || (at[j] as number) > 0) expect(Math.abs(slope)).toBeLessThan(1e-10);
        else {
          expect(at[j]).toBe(0);
          expect(slope).toBeGreaterThan(-1e-10);
          held++;
        }
      }
    }
    expect(held).toBeGreaterThan(50);
  });

  test("its information is the change of the slopes", () => {
    const { problem, rows, penalty } = drawProblem(7);
    const { coefficients, information } = logisticRegression(problem);
    const n = coefficients.length;
    for (let j = 0; j < n; j++) {
      const moved = (by: number) => Array.from(coefficients, (value, i) => value + (i === j ? by : 0));
      const up = naiveGradient(rows, penalty, moved(1e-5));
      const down = naiveGradient(rows, penalty, moved(-1e-5));
      for (let i = 0; i < n; i++) {
        expect(Math.abs(((up[i] as number) - (down[i] as number)) / 2e-5 - (information[i * n + j] as number))).toBeLessThan(1e-6);
      }
    }
  });

  test("rows far apart take shorter steps and still converge", () => {
    // From 0 a full step of Newton overshoots: rows of small leverage, then one far out.
    const design = [...Array.from({ length: 40 }, (_, i) => [1, i / 40]), [1, 4000]].flat();
    const targets = [...Array.from({ length: 40 }, (_, i) => (i > 20 ? 0.95 : 0.05)), 0.05];
    const fit = logisticRegression({
      design: Float64Array.from(design),
      columns: 2,
      targets: Float64Array.from(targets),
      weights: new Float64Array(41).fill(1),
    });
    expect(fit.converged).toBe(true);
    const rows = targets.map((t, i) => ({ x: [1, design[2 * i + 1] as number], t, w: 1 }));
    for (const slope of naiveGradient(
      rows,
      [
        [0, 0],
        [0, 0],
      ],
      Array.from(fit.coefficients),
    ))
      expect(Math.abs(slope)).toBeLessThan(1e-6);
  });

  test("says so where rows leave a coefficient open, and stays finite where the sum falls for ever", () => {
    const same = {
      design: Float64Array.from([1, 1, 1, 1]),
      columns: 2,
      targets: Float64Array.from([0, 1]),
      weights: Float64Array.from([1, 1]),
    };
    expect(logisticRegression(same).converged).toBe(false);
    const apart = {
      design: Float64Array.from([1, -1, 1, 1]),
      columns: 2,
      targets: Float64Array.from([0, 1]),
      weights: Float64Array.from([1, 1]),
    };
    const fit = logisticRegression(apart);
    expect([...fit.coefficients].every(Number.isFinite)).toBe(true);
    expect(logisticRegression({ ...apart, targets: Float64Array.from([0, Number.NaN]) }).converged).toBe(false);
  });
});

describe("stratifiedFolds", () => {
  test("deals successes and failures evenly, and the same way for the same seed", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 80 }), fc.integer({ min: 2, max: 10 }), fc.nat(), (successes, folds, seed) => {
        const fold = stratifiedFolds(successes, folds, seed);
        expect(stratifiedFolds(successes, folds, seed)).toEqual(fold);
        for (const kind of [[true], [false], [true, false]]) {
          const sizes = new Array<number>(folds).fill(0);
          for (const [i, success] of successes.entries())
            if (kind.includes(success)) sizes[fold[i] as number] = (sizes[fold[i] as number] ?? 0) + 1;
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("another seed deals another way", () => {
    const successes = Array.from({ length: 60 }, (_, i) => i % 2 === 0);
    expect(stratifiedFolds(successes, 5, 1)).not.toEqual(stratifiedFolds(successes, 5, 2));
  });
});

describe("shareInterval", () => {
  const sure = { part: 2, whole: 8, partVariance: 0.01, wholeVariance: 0.02, covariance: 0.005 };

  test("its bounds are where part and whole times the share differ by 1.96 standard errors", () => {
    const { low, high } = shareInterval(sure);
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    for (const share of [low, high]) {
      const variance = sure.partVariance - 2 * share * sure.covariance + share ** 2 * sure.wholeVariance;
      expect(Math.abs(Math.abs(sure.part - share * sure.whole) / Math.sqrt(variance) - 1.959963984540054)).toBeLessThan(1e-9);
    }
  });

  test("a whole that is not surely above 0 leaves the share open", () => {
    expect(shareInterval({ ...sure, wholeVariance: 20 })).toEqual({ low: 0, high: 1 });
    expect(shareInterval({ ...sure, whole: -8 })).toEqual({ low: 0, high: 1 });
    expect(shareInterval({ ...sure, wholeVariance: Number.NaN })).toEqual({ low: 0, high: 1 });
  });

  test("an interval beyond 0..1 is cut", () => {
    expect(shareInterval({ ...sure, part: -4 })).toEqual({ low: 0, high: 0 });
    expect(shareInterval({ ...sure, part: 12 })).toEqual({ low: 1, high: 1 });
  });
});
