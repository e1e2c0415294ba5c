import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  brierScore,
  type CalibrationResult,
  calibrate,
  expectedCalibrationError,
  isotonicCalibration,
  type PointsOutcome,
  plattCalibration,
  successProbability,
} from "../../src/evaluation/index.js";
import { isotonicRegression } from "../../src/evaluation/isotonic-regression.js";
import { plattTargets } from "../../src/evaluation/platt-calibration.js";
import { seededRandom } from "../../src/numeric/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveIsotonic, naiveLogistic } from "../oracle/naive-regression.js";

/** Outcomes of a planted curve over points. */
function planted(n: number, seed: number, chance: (value: number) => number): PointsOutcome[] {
  const random = seededRandom(seed);
  return deepFreeze(
    Array.from({ length: n }, () => {
      const points = Math.floor(random() * 1_000_001);
      return { points, success: random() < chance(points / 1_000_000) };
    }),
  );
}
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
/** A curve that a logistic one fits, and one with a step that it does not. */
const smooth = (value: number) => sigmoid(5 * value - 3);
const stepped = (value: number) => (value < 0.7 ? 0.1 : 0.85);

/** Successes and failures at given points. */
const counted = (positives: number, negatives: number): PointsOutcome[] => [
  ...Array.from({ length: positives }, (_, i) => ({ points: 400_000 + i * 1000, success: true })),
  ...Array.from({ length: negatives }, (_, i) => ({ points: 300_000 + i * 1000, success: false })),
];

function calibrated(result: CalibrationResult) {
  if (result.status === "insufficient") throw new Error(`expected a calibration, got ${result.reason}`);
  return result;
}

const grid = Array.from({ length: 101 }, (_, i) => i * 10_000);

describe("plattCalibration", () => {
  test("20 successes and 80 failures have the targets .954545 and .012195", () => {
    const { success, failure } = plattTargets(20, 80);
    expect(Math.abs(success - 21 / 22)).toBeLessThan(1e-15);
    expect(Math.abs(failure - 1 / 82)).toBeLessThan(1e-15);
  });

  test("comes to the curve of plain gradient descent on Platt's targets", () => {
    for (let seed = 0; seed < 5; seed++) {
      const random = seededRandom(seed);
      const outcomes = planted(90, seed, (value) => sigmoid(3 * value - 1.5)).map((outcome) => ({ ...outcome, weight: 0.5 + random() }));
      const mass = (wanted: boolean) => outcomes.reduce((sum, { success, weight }) => sum + (success === wanted ? weight : 0), 0);
      const [up, down] = [(mass(true) + 1) / (mass(true) + 2), 1 / (mass(false) + 2)];
      const rows = outcomes.map(({ points, success, weight }) => ({ x: [1, points / 500_000 - 1], t: success ? up : down, w: weight }));
      const [height = 0, rise = 0] = naiveLogistic(
        rows,
        [
          [0, 0],
          [0, 0],
        ],
        2,
        3000,
      );
      const result = calibrated(plattCalibration(outcomes));
      if (result.method !== "platt") throw new Error("expected a logistic curve");
      expect(Math.abs(result.slope - 2 * rise)).toBeLessThan(1e-8);
      expect(Math.abs(result.intercept - (height - rise))).toBeLessThan(1e-8);
    }
  });

  test("finds a planted logistic curve", () => {
    const result = calibrated(plattCalibration(planted(20_000, 3, smooth)));
    expect(result).toMatchObject({ status: "calibrated", method: "platt" });
    for (const points of grid) expect(Math.abs(successProbability(result, points) - smooth(points / 1_000_000))).toBeLessThan(0.02);
    expect(result.crossValidated.expectedCalibrationError).toBeLessThan(0.02);
  });

  test("on a narrow stretch of points and on outcomes that points divide without fail the curve is finite and rises", () => {
    const narrow = calibrated(
      plattCalibration(counted(40, 40).map(({ success }, i) => ({ points: 500_000 + (i % 7) + (success ? 2 : 0), success }))),
    );
    const divided = calibrated(
      plattCalibration(counted(40, 40).map(({ success }, i) => ({ points: (success ? 700_000 : 100_000) + i, success }))),
    );
    for (const result of [narrow, divided]) {
      const probabilities = grid.map((points) => successProbability(result, points));
      expect(probabilities.every((value, i) => value >= (probabilities[i - 1] ?? 0) - 1e-15 && value <= 1)).toBe(true);
    }
    expect(successProbability(divided, 900_000)).toBeGreaterThan(0.95);
  });

  test("a curve that falls is said to be inverted", () => {
    const result = calibrated(plattCalibration(planted(500, 1, (value) => 0.8 - 0.6 * value)));
    expect(result.status).toBe("inverted");
    expect(result.method === "platt" && result.slope < 0).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const flat = calibrated(plattCalibration(planted(200, seed, () => 0.5)));
        expect(flat.method === "platt" && flat.slope < 0).toBe(flat.status === "inverted");
      }),
      { numRuns: 60 },
    );
  });

  test("29 successes or 29 failures are too few, equal points tell nothing, and hopeless weights are said not to converge", () => {
    expect(plattCalibration(counted(29, 100))).toEqual({
      status: "insufficient",
      reason: "too-few-positives",
      positives: 29,
      negatives: 100,
      needed: 30,
    });
    expect(plattCalibration(counted(100, 29))).toEqual({
      status: "insufficient",
      reason: "too-few-negatives",
      positives: 100,
      negatives: 29,
      needed: 30,
    });
    expect(plattCalibration(counted(30, 30)).status).toBe("calibrated");
    expect(plattCalibration([])).toMatchObject({ status: "insufficient", reason: "too-few-positives", positives: 0 });
    const level = counted(40, 40).map(({ success }) => ({ points: 5, success }));
    expect(plattCalibration(level)).toMatchObject({ status: "insufficient", reason: "points-do-not-vary" });
    const hopeless = level.map((outcome, i) => (i === 0 ? { points: 6, success: true, weight: 1e-300 } : { ...outcome, weight: 1e6 }));
    expect(plattCalibration(hopeless)).toMatchObject({ status: "insufficient", reason: "not-converged" });
  });

  test("a fold in which all points are equal has a level curve, and spoils nothing", () => {
    const outcomes = counted(30, 30).map(({ success }, i) => ({ points: i === 0 ? 6 : 5, success }));
    expect(plattCalibration(outcomes).status).toBe("calibrated");
  });
});

describe("isotonicRegression", () => {
  test("is the min-max formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 4 })), { maxLength: 14 }), (rows) => {
        const values = rows.map(([value]) => value);
        const weights = rows.map(([, weight]) => weight);
        const fitted = isotonicRegression(values, weights);
        const expected = naiveIsotonic(values, weights);
        expect(fitted.length).toBe(expected.length);
        for (const [i, value] of expected.entries()) expect(Math.abs((fitted[i] as number) - value)).toBeLessThan(1e-12);
      }),
      { numRuns: 500 },
    );
  });
});

describe("isotonicCalibration", () => {
  test("at the points that occurred it is the regression of success on points, pooled over ties", () => {
    const random = seededRandom(4);
    const outcomes = Array.from({ length: 600 }, () => {
      const level = Math.floor(random() * 12);
      return { points: level * 80_000, success: random() < 0.2 + level * 0.05, weight: 1 + Math.floor(random() * 3) };
    });
    const levels = [...new Set(outcomes.map(({ points }) => points))].sort((a, b) => a - b);
    const mass = levels.map((level) => outcomes.filter(({ points }) => points === level).reduce((sum, { weight }) => sum + weight, 0));
    const won = levels.map((level) =>
      outcomes.filter(({ points, success }) => points === level && success).reduce((sum, { weight }) => sum + weight, 0),
    );
    const expected = naiveIsotonic(
      won.map((value, i) => value / (mass[i] as number)),
      mass,
    );
    const result = calibrated(isotonicCalibration(outcomes));
    for (const [i, level] of levels.entries())
      expect(Math.abs(successProbability(result, level) - (expected[i] as number))).toBeLessThan(1e-12);
    if (result.method !== "isotonic") throw new Error("expected an isotonic curve");
    expect(result.knots.length).toBeLessThanOrEqual(levels.length);
  });

  test("it never falls, and follows a planted step", () => {
    const result = calibrated(isotonicCalibration(planted(8000, 9, stepped)));
    const probabilities = grid.map((points) => successProbability(result, points));
    expect(probabilities.every((value, i) => value >= (probabilities[i - 1] ?? 0) && value <= 1)).toBe(true);
    expect(Math.abs(successProbability(result, 300_000) - 0.1)).toBeLessThan(0.04);
    expect(Math.abs(successProbability(result, 850_000) - 0.85)).toBeLessThan(0.04);
  });

  test("99 successes or 99 failures are too few, and points that speak against success are said to be inverted", () => {
    expect(isotonicCalibration(counted(99, 300))).toMatchObject({ status: "insufficient", reason: "too-few-positives", needed: 100 });
    expect(isotonicCalibration(counted(300, 99))).toMatchObject({ status: "insufficient", reason: "too-few-negatives", needed: 100 });
    expect(isotonicCalibration(counted(100, 100)).status).toBe("calibrated");
    expect(isotonicCalibration(planted(500, 1, (value) => 0.8 - 0.6 * value)).status).toBe("inverted");
  });
});

describe("calibrate", () => {
  test("takes the curve that forecasts held-out outcomes better", () => {
    expect(calibrated(calibrate(planted(4000, 2, stepped))).method).toBe("isotonic");
    expect(calibrated(calibrate(planted(400, 2, smooth))).method).toBe("platt");
    for (const chance of [smooth, stepped]) {
      const outcomes = planted(1000, 5, chance);
      const [one, other] = [calibrated(plattCalibration(outcomes)), calibrated(isotonicCalibration(outcomes))];
      expect(calibrate(outcomes)).toEqual(one.crossValidated.brierScore <= other.crossValidated.brierScore ? one : other);
    }
  });

  test("falls back to the logistic curve below 100 of each, and refuses below 30", () => {
    expect(calibrated(calibrate(counted(60, 60))).method).toBe("platt");
    expect(calibrate(counted(29, 60))).toMatchObject({ status: "insufficient", needed: 30 });
  });

  test("does as it is told", () => {
    const outcomes = planted(1000, 5, stepped);
    expect(calibrate(outcomes, { method: "platt", seed: 3 })).toEqual(plattCalibration(outcomes, { seed: 3 }));
    expect(calibrate(outcomes, { method: "isotonic", folds: 4 })).toEqual(isotonicCalibration(outcomes, { folds: 4 }));
    expect(calibrate(outcomes, { method: "auto" })).toEqual(calibrate(outcomes));
  });

  test("the order of outcomes tells nothing, one seed gives one answer, and JSON keeps it", () => {
    const outcomes = planted(400, 8, smooth);
    const shuffled = [...outcomes].sort((a, b) => ((a.points * 7919) % 1009) - ((b.points * 7919) % 1009));
    for (const method of ["platt", "isotonic"] as const) {
      const result = calibrated(calibrate(outcomes, { method, seed: 5 }));
      expect(JSON.stringify(calibrate(shuffled, { method, seed: 5 }))).toBe(JSON.stringify(result));
      expect(calibrated(calibrate(outcomes, { method, seed: 6 })).crossValidated).not.toEqual(result.crossValidated);
      const read = JSON.parse(JSON.stringify(result)) as typeof result;
      expect(grid.map((points) => successProbability(read, points))).toEqual(grid.map((points) => successProbability(result, points)));
    }
  });

  test("figures are those of outcomes held out: worse than on the outcomes of the fit where the curve is free", () => {
    const outcomes = planted(400, 11, smooth);
    const result = calibrated(isotonicCalibration(outcomes));
    const inSample = outcomes.map(({ points, success }) => ({ probability: successProbability(result, points), success }));
    expect(result.crossValidated.brierScore).toBeGreaterThan(brierScore(inSample) ?? 1);
    expect(result.crossValidated.expectedCalibrationError).toBeGreaterThan(expectedCalibrationError(inSample) ?? 1);
    const rate = outcomes.filter(({ success }) => success).length / outcomes.length;
    expect(Math.abs(result.crossValidated.baseBrierScore - rate * (1 - rate))).toBeLessThan(1e-15);
    expect(result.crossValidated).toMatchObject({ folds: 10, seed: 0 });
  });

  const good = counted(40, 40);
  test.each([
    ["points above the most", () => calibrate([{ points: 1_000_001, success: true }]), "invalid-argument"],
    ["points that are not whole", () => calibrate([{ points: 0.5, success: true }]), "invalid-argument"],
    ["points of text", () => calibrate([{ points: "5" as never, success: true }]), "invalid-argument"],
    ["success as a number", () => calibrate([{ points: 5, success: 1 as never }]), "invalid-argument"],
    ["a weight of 0", () => calibrate([{ points: 5, success: true, weight: 0 }]), "invalid-argument"],
    ["a weight past measure", () => calibrate([{ points: 5, success: true, weight: 1e7 }]), "invalid-argument"],
    ["a missing outcome", () => calibrate([null as never]), "invalid-argument"],
    ["no list", () => calibrate({} as never), "invalid-argument"],
    ["one fold", () => plattCalibration(good, { folds: 1 }), "invalid-option"],
    ["21 folds", () => plattCalibration(good, { folds: 21 }), "invalid-option"],
    ["a seed below 0", () => isotonicCalibration(good, { seed: -1 }), "invalid-option"],
    ["another method", () => calibrate(good, { method: "beta" as never }), "invalid-option"],
    ["an unknown option", () => calibrate(good, { bins: 10 } as never), "unknown-option"],
    ["an unknown option of a method", () => plattCalibration(good, { method: "platt" } as never), "unknown-option"],
  ])("refuses %s", (_, run, code) => {
    expect(faultOf(run).code).toBe(code);
  });
});

describe("successProbability", () => {
  test("is a straight line between knots and level outside", () => {
    const curve = {
      method: "isotonic" as const,
      knots: [
        { points: 100, probability: 0.2 },
        { points: 300, probability: 0.4 },
        { points: 301, probability: 1 },
      ],
    };
    expect([0, 100, 200, 300, 301, 1_000_000].map((points) => successProbability(curve, points))).toEqual([
      0.2, 0.2, 0.30000000000000004, 0.4, 1, 1,
    ]);
    expect(successProbability({ method: "isotonic", knots: [{ points: 7, probability: -0 }] }, 9)).toBe(0);
  });

  test("refuses what is no calibration, and points out of range", () => {
    for (const curve of [
      undefined,
      {},
      { method: "platt", slope: Number.NaN, intercept: 0 },
      { method: "platt", slope: 1 },
      { method: "isotonic", knots: [] },
      { method: "isotonic" },
      { method: "isotonic", knots: [{ points: 0, probability: 2 }] },
      { status: "insufficient" },
    ])
      expect(faultOf(() => successProbability(curve as never, 5)).code).toBe("invalid-argument");
    for (const points of [-1, 0.5, 1_000_001, Number.NaN])
      expect(faultOf(() => successProbability({ method: "platt", slope: 1, intercept: 0 }, points)).code).toBe("invalid-option");
  });
});

describe("expectedCalibrationError", () => {
  const forecasts = (pairs: readonly (readonly [number, 0 | 1])[]) =>
    deepFreeze(pairs.map(([probability, y]) => ({ probability, success: y === 1 })));

  test("is the mean gap over bins, worked by hand", () => {
    // Two bins of three: means .2 against 1/3 and .8 against 2/3.
    const six = forecasts([
      [0.1, 0],
      [0.2, 1],
      [0.3, 0],
      [0.7, 1],
      [0.8, 0],
      [0.9, 1],
    ]);
    expect(Math.abs((expectedCalibrationError(six, { bins: 2 }) ?? 0) - 2 / 15)).toBeLessThan(1e-12);
    // One bin: .5 against one half.
    expect(Math.abs(expectedCalibrationError(six, { bins: 1 }) ?? 1)).toBeLessThan(1e-12);
    // More bins than forecasts: each by itself.
    expect(Math.abs((expectedCalibrationError(six, { bins: 60 }) ?? 0) - (0.1 + 0.8 + 0.3 + 0.3 + 0.8 + 0.1) / 6)).toBeLessThan(1e-12);
  });

  test("equal probabilities stay in one bin, that of the middle of their mass", () => {
    // The five of .5 have their middle at 4.5 of 10: the first of two bins has seven, the second three.
    const tied = forecasts([
      [0.1, 0],
      [0.1, 0],
      [0.5, 1],
      [0.5, 1],
      [0.5, 0],
      [0.5, 0],
      [0.5, 0],
      [0.8, 1],
      [0.9, 1],
      [1, 1],
    ]);
    const first = Math.abs(2 - (0.2 + 2.5));
    const second = Math.abs(3 - 2.7);
    expect(Math.abs((expectedCalibrationError(tied, { bins: 2 }) ?? 0) - (first + second) / 10)).toBeLessThan(1e-12);
  });

  test("ties that begin in one bin and have their middle in the next belong to the next", () => {
    // Four of .1, then five of .5 whose middle is 6.5 of 10, then one of .9.
    const late = forecasts([
      ...Array.from({ length: 4 }, () => [0.1, 0] as const),
      ...Array.from({ length: 5 }, () => [0.5, 0] as const),
      [0.9, 1],
    ]);
    expect(Math.abs((expectedCalibrationError(late, { bins: 2 }) ?? 0) - (0.4 + Math.abs(1 - 3.4)) / 10)).toBeLessThan(1e-12);
  });

  test("ten bins by default, a weight counts as so many forecasts, and the order tells nothing", () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 200 }, () => ({
      probability: Math.floor(random() * 41) / 40,
      success: random() < 0.5,
      weight: 1 + Math.floor(random() * 3),
    }));
    const expanded = drawn.flatMap(({ probability, success, weight }) => Array.from({ length: weight }, () => ({ probability, success })));
    const measured = expectedCalibrationError(drawn) ?? Number.NaN;
    expect(Math.abs(measured - (expectedCalibrationError(expanded, { bins: 10 }) ?? Number.NaN))).toBeLessThan(1e-12);
    expect(expectedCalibrationError([...drawn].reverse())).toBe(measured);
    expect(Math.abs((brierScore(drawn) ?? 0) - (brierScore(expanded) ?? 1))).toBeLessThan(1e-12);
  });

  test("of a perfect forecaster it is what chance alone makes it", () => {
    const random = seededRandom(2);
    const runs = Array.from({ length: 60 }, () => {
      const drawn = Array.from({ length: 1000 }, () => {
        const probability = 0.4 + 0.2 * random();
        return { probability, success: random() < probability };
      });
      return expectedCalibrationError(drawn) ?? Number.NaN;
    });
    const mean = runs.reduce((sum, value) => sum + value, 0) / runs.length;
    expect(Math.abs(mean / Math.sqrt((2 * 10 * 0.25) / (Math.PI * 1000)) - 1)).toBeLessThan(0.1);
  });

  test("without forecasts it does not exist; a forecast of no probability is refused", () => {
    expect(expectedCalibrationError([])).toBeUndefined();
    expect(brierScore([])).toBeUndefined();
    for (const probability of [-0.1, 1.1, Number.NaN, "0.5" as never, undefined as never]) {
      expect(faultOf(() => brierScore([{ probability, success: true }])).code).toBe("invalid-argument");
    }
    expect(faultOf(() => brierScore([undefined as never])).code).toBe("invalid-argument");
    expect(faultOf(() => brierScore([{ probability: 1, success: "yes" as never }])).code).toBe("invalid-argument");
    expect(faultOf(() => expectedCalibrationError([], { bins: 0 })).code).toBe("invalid-option");
    expect(faultOf(() => expectedCalibrationError([], { bin: 3 } as never)).code).toBe("unknown-option");
  });

  test("the Brier score is the mean squared error", () => {
    expect(
      Math.abs(
        (brierScore(
          forecasts([
            [0.25, 1],
            [0.5, 0],
            [1, 1],
          ]),
        ) ?? 0) -
          (0.5625 + 0.25) / 3,
      ),
    ).toBeLessThan(1e-15);
  });
});
