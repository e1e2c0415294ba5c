import { describe, expect, test } from "vitest";
import { type LearntWeights, learnWeights, PRIOR_STRENGTHS, type PriorKept, type WeightOutcome } from "../../src/evaluation/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveLogistic } from "../oracle/naive-regression.js";

type Weights = Readonly<Record<string, number>>;
const LEVELS = [0, 250, 500, 650, 800, 1000];

/** Outcomes of planted weights: log odds = total × (Σ weight × similarity / 1000² − middle). */
function planted(truth: Weights, n: number, seed: number, { total = 6, middle = 0.55 } = {}): WeightOutcome[] {
  const random = seededRandom(seed);
  return deepFreeze(
    Array.from({ length: n }, () => {
      const similarities = Object.fromEntries(Object.keys(truth).map((name) => [name, LEVELS[Math.floor(random() * 6)] as number]));
      const match = Object.entries(truth).reduce((sum, [name, weight]) => sum + (weight * (similarities[name] as number)) / 1e6, 0);
      return { similarities, success: random() < 1 / (1 + Math.exp(-total * (match - middle))) };
    }),
  );
}

const WORLDS: readonly { readonly truth: Weights; readonly prior: Weights }[] = deepFreeze([
  { truth: { field: 400, region: 250, degree: 150, title: 200 }, prior: { field: 250, region: 250, degree: 250, title: 250 } },
  { truth: { field: 100, region: 600, degree: 0, title: 300 }, prior: { field: 400, region: 200, degree: 200, title: 200 } },
  {
    truth: { field: 700, region: 100, degree: 100, title: 50, pay: 50 },
    prior: { field: 400, region: 200, degree: 200, title: 100, pay: 100 },
  },
]);

function learnt(result: LearntWeights | PriorKept): LearntWeights {
  if (result.status === "prior") throw new Error(`expected learnt weights, got ${result.reason}`);
  return result;
}
const distance = (a: Weights, b: Weights) =>
  Object.keys(a).reduce((sum, name) => sum + Math.abs((a[name] as number) - (b[name] as number)), 0);
const sumOf = (weights: Weights) => Object.values(weights).reduce((sum, weight) => sum + weight, 0);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("planted weights", () => {
  test("lie in their intervals in about 95 of 100 cases, and the learnt ones near them, over 20 seeds of 4,000 outcomes in each of three worlds", () => {
    const errors: number[] = [];
    const covered = WORLDS.map(({ truth, prior }, world) => {
      const inside: number[] = [];
      for (let seed = 0; seed < 20; seed++) {
        const result = learnt(learnWeights(planted(truth, 4000, 100 * world + seed), prior, { priorStrength: 100 }));
        expect(sumOf(result.weights)).toBe(1000);
        for (const { dimension, weight, low, high } of result.dimensions) {
          const planted = truth[dimension] as number;
          inside.push(low !== undefined && high !== undefined && low <= planted && planted <= high ? 1 : 0);
          errors.push(Math.abs(weight - planted));
          expect((high ?? 1000) - (low ?? 0)).toBeLessThan(150);
        }
      }
      return mean(inside);
    });
    for (const share of covered) expect(share).toBeGreaterThan(0.88);
    expect(mean(covered)).toBeGreaterThan(0.92);
    expect(mean(errors)).toBeLessThan(20);
    expect(Math.max(...errors)).toBeLessThan(80);
  });

  test("lie in their intervals as often where outcomes are few and hang on similarities but weakly", () => {
    const inside: number[] = [];
    for (const [world, { truth, prior }] of WORLDS.entries()) {
      for (let seed = 0; seed < 20; seed++) {
        const result = learnWeights(planted(truth, 400, 7000 + 100 * world + seed, { total: 1.5 }), prior, { priorStrength: 400 });
        if (result.status === "prior") continue;
        for (const { dimension, low = 0, high = 1000 } of result.dimensions) {
          const planted = truth[dimension] as number;
          inside.push(low <= planted && planted <= high ? 1 : 0);
        }
      }
    }
    expect(inside.length).toBeGreaterThan(200);
    expect(mean(inside)).toBeGreaterThan(0.92);
  });

  test("more outcomes lead from the expert's weights to the planted ones, on average", () => {
    const { truth, prior } = WORLDS[1] as (typeof WORLDS)[number];
    const runs = [200, 600, 1800, 5400].map((n) =>
      Array.from({ length: 12 }, (_, seed) => learnWeights(planted(truth, n, 500 + seed), prior, { priorStrength: 400 }).weights),
    );
    const toTruth = runs.map((run) => mean(run.map((weights) => distance(weights, truth))));
    const fromPrior = runs.map((run) => mean(run.map((weights) => distance(weights, prior))));
    for (let i = 1; i < runs.length; i++) {
      expect(toTruth[i] as number).toBeLessThan(toTruth[i - 1] as number);
      expect(fromPrior[i] as number).toBeGreaterThan(fromPrior[i - 1] as number);
    }
    expect(toTruth.at(-1)).toBeLessThan((toTruth[0] as number) / 3);
  });

  test("with the strength by cross-validation they are found, and forecast better than a wrong expert", () => {
    const { truth, prior } = WORLDS[1] as (typeof WORLDS)[number];
    const result = learnt(learnWeights(planted(truth, 1500, 3), prior));
    expect(PRIOR_STRENGTHS).toContain(result.priorStrength);
    expect(distance(result.weights, truth)).toBeLessThan(distance(prior, truth) / 3);
    expect(result.better).toBe(true);
    expect(result.logLoss.learnt).toBeLessThan(result.logLoss.prior);
  });

  test("a right expert is mostly not bettered, and that is told", () => {
    const { truth } = WORLDS[0] as (typeof WORLDS)[number];
    const runs = Array.from({ length: 10 }, (_, seed) => learnt(learnWeights(planted(truth, 250, 40 + seed), truth)));
    for (const { better, logLoss } of runs) expect(better).toBe(logLoss.learnt < logLoss.prior);
    expect(runs.filter(({ better }) => !better).length).toBeGreaterThan(5);
  });
});

describe("learnWeights", () => {
  const { truth, prior } = WORLDS[0] as (typeof WORLDS)[number];
  /** The first so many successes and failures of a planted sample. */
  const some = (positives: number, negatives: number): WeightOutcome[] => {
    const all = planted(truth, 2000, 1);
    return [...all.filter(({ success }) => success).slice(0, positives), ...all.filter(({ success }) => !success).slice(0, negatives)];
  };

  test("fewer than 50 successes, or 50 failures, leave the prior as it is", () => {
    expect(learnWeights(some(40, 400), prior)).toEqual({
      status: "prior",
      reason: "too-few-positives",
      weights: prior,
      positives: 40,
      negatives: 400,
      incomplete: 0,
      needed: 50,
    });
    expect(learnWeights(some(49, 400), prior)).toMatchObject({ status: "prior", reason: "too-few-positives" });
    expect(learnWeights(some(400, 49), prior)).toMatchObject({ status: "prior", reason: "too-few-negatives", weights: prior });
    expect(learnWeights(some(50, 50), prior).status).toBe("learnt");
    expect(learnWeights([], prior)).toMatchObject({ status: "prior", positives: 0 });
  });

  test("is the fixed point of the stated model, by plain gradient descent", () => {
    const shares = [0.25, 0.25, 0.25, 0.25];
    const names = ["degree", "field", "region", "title"];
    for (const [seed, strength] of [
      [1, 100],
      [2, 25],
      [3, 1e-6],
    ] as const) {
      const outcomes = planted(truth, 300, seed);
      const rows = outcomes.map(({ similarities, success }) => ({
        x: [1, ...names.map((name) => (similarities[name] as number) / 1000)],
        t: success ? 1 : 0,
        w: 1,
      }));
      const descend = (pull: number) => {
        // Σ (β_d − s·p_d)² as a quadratic form, entry by entry: the columns of I − p·1ᵀ multiplied out.
        const form = names.map((_, i) =>
          names.map((_, j) => pull * shares.reduce((sum, p, d) => sum + ((d === i ? 1 : 0) - p) * ((d === j ? 1 : 0) - p), 0)),
        );
        return naiveLogistic(rows, [[0, 0, 0, 0, 0], ...form.map((row) => [0, ...row])], 1, 2000).slice(1);
      };
      const total = (beta: readonly number[]) => beta.reduce((sum, value) => sum + value, 0);
      let beta = descend(0);
      for (let round = 0; round < 6; round++) beta = descend(strength / total(beta) ** 2);
      const result = learnt(learnWeights(outcomes, prior, { priorStrength: strength }));
      for (const [i, name] of names.entries()) {
        // Half a thousandth of rounding, and what the last 0.1 % of the total may move.
        expect(Math.abs((result.weights[name] as number) - (1000 * (beta[i] as number)) / total(beta))).toBeLessThan(2);
      }
    }
  });

  test("an expert who is sure enough is followed to the last thousandth", () => {
    const odd = { field: 333, region: 333, degree: 333, title: 1 };
    expect(learnt(learnWeights(planted(truth, 400, 1), odd, { priorStrength: 1e7 })).weights).toEqual(odd);
  });

  test("the weights stay within their intervals, and these within 0..1000", () => {
    for (let seed = 0; seed < 10; seed++) {
      const result = learnt(learnWeights(planted(truth, 300, seed), prior, { priorStrength: 1e5 }));
      for (const { weight, low = Number.NaN, high = Number.NaN, varies, dimension } of result.dimensions) {
        expect(varies).toBe(true);
        expect(weight).toBe(result.weights[dimension]);
        expect(Number.isInteger(low) && Number.isInteger(high) && low >= 0 && low <= weight && weight <= high && high <= 1000).toBe(true);
      }
    }
  });

  test("a dimension on which all agree keeps its weight and has no interval; the others share the rest", () => {
    const outcomes = planted({ field: 700, region: 300 }, 1500, 5).map(({ similarities, success }) => ({
      similarities: { ...similarities, degree: 650 },
      success,
    }));
    const result = learnt(learnWeights(outcomes, { region: 400, degree: 200, field: 400 }, { priorStrength: 4 }));
    expect(result.weights["degree"]).toBe(200);
    expect(sumOf(result.weights)).toBe(1000);
    expect(Math.abs((result.weights["field"] as number) - 560)).toBeLessThan(80);
    expect(result.dimensions[0]).toEqual({ dimension: "degree", prior: 200, weight: 200, varies: false, low: undefined, high: undefined });
    expect(Object.keys(result.weights)).toEqual(["region", "degree", "field"]);
    for (const { high = 0 } of result.dimensions.slice(1)) expect(high).toBeLessThanOrEqual(800);
  });

  test("where fewer than two weighted dimensions vary there is nothing to learn", () => {
    const alone = planted({ field: 1000 }, 300, 1);
    expect(learnWeights(alone, { field: 1000 })).toMatchObject({ status: "prior", reason: "nothing-to-learn", weights: { field: 1000 } });
    const unweighted = planted({ field: 500, region: 500 }, 300, 1).map(({ similarities, success }) => ({
      similarities: { ...similarities, degree: 0 },
      success,
    }));
    expect(learnWeights(unweighted, { field: 0, region: 0, degree: 1000 })).toMatchObject({ status: "prior", reason: "nothing-to-learn" });
  });

  test("where more similarity goes with less success the prior stands", () => {
    const inverted = planted(truth, 600, 2).map(({ similarities, success }) => ({ similarities, success: !success }));
    expect(learnWeights(inverted, prior, { priorStrength: 100 })).toMatchObject({ status: "prior", reason: "no-relation", weights: prior });
  });

  test("a strength beyond all measure does not converge, and the prior stands", () => {
    expect(learnWeights(some(100, 100), prior, { priorStrength: 1e300 })).toMatchObject({
      status: "prior",
      reason: "not-converged",
      weights: prior,
    });
  });

  test("outcomes that similarities divide without fail have finite weights", () => {
    const outcomes = Array.from({ length: 200 }, (_, i) => ({
      similarities: { a: i < 100 ? 100 + i : 800 + (i % 100), b: (i * 37) % 1000 },
      success: i >= 100,
    }));
    const result = learnt(learnWeights(outcomes, { a: 500, b: 500 }, { priorStrength: 25 }));
    expect(result.weights["a"]).toBeGreaterThan(700);
    expect(Number.isFinite(result.logLoss.learnt)).toBe(true);
  });

  test("an outcome that lacks a similarity is left out and counted", () => {
    const whole = some(60, 60);
    const lacking = [
      { similarities: { field: 1000, region: 1000, degree: 1000 }, success: true },
      { similarities: { field: 1000, region: 1000, degree: 1000, title: undefined }, success: false },
    ];
    const result = learnWeights(deepFreeze([...lacking, ...whole]), prior, { priorStrength: 100 });
    expect(result).toEqual({ ...learnWeights(whole, prior, { priorStrength: 100 }), incomplete: 2 });
    expect(result).toMatchObject({ positives: 60, negatives: 60 });
  });

  test("the order of outcomes and of the prior's dimensions tells nothing, and one seed gives one answer", () => {
    const outcomes = some(120, 130);
    const turned = Object.fromEntries(Object.entries(prior).reverse());
    const result = learnt(learnWeights(outcomes, prior, { seed: 4 }));
    expect(JSON.stringify(learnWeights([...outcomes].reverse(), prior, { seed: 4 }))).toBe(JSON.stringify(result));
    expect(learnWeights(outcomes, turned, { seed: 4 })).toEqual(result);
    expect(learnt(learnWeights(outcomes, prior, { seed: 5 })).logLoss).not.toEqual(result.logLoss);
    expect(learnt(learnWeights(outcomes, prior, { seed: 4, folds: 4 })).logLoss).not.toEqual(result.logLoss);
  });

  test.each([
    ["a prior that does not sum to 1000", () => learnWeights([], { a: 400, b: 500 }), "invalid-argument"],
    ["a negative prior", () => learnWeights([], { a: 1100, b: -100 }), "invalid-argument"],
    ["a prior that is not whole", () => learnWeights([], { a: 999.5, b: 0.5 }), "invalid-argument"],
    ["no prior", () => learnWeights([], undefined as never), "invalid-argument"],
    [
      "a dimension that the prior lacks",
      () => learnWeights([{ similarities: { a: 1, z: 1 }, success: true }], { a: 1000 }),
      "invalid-argument",
    ],
    ["a similarity above 1000", () => learnWeights([{ similarities: { a: 1001 }, success: true }], { a: 1000 }), "invalid-argument"],
    [
      "a similarity that is null",
      () => learnWeights([{ similarities: { a: null as never }, success: true }], { a: 1000 }),
      "invalid-argument",
    ],
    ["a similarity that is NaN", () => learnWeights([{ similarities: { a: Number.NaN }, success: true }], { a: 1000 }), "invalid-argument"],
    ["no similarities", () => learnWeights([{ success: true } as never], { a: 1000 }), "invalid-argument"],
    ["a missing outcome", () => learnWeights([undefined as never], { a: 1000 }), "invalid-argument"],
    ["success as text", () => learnWeights([{ similarities: { a: 1 }, success: "yes" as never }], { a: 1000 }), "invalid-argument"],
    ["no list", () => learnWeights({} as never, { a: 1000 }), "invalid-argument"],
    ["a strength of 0", () => learnWeights([], { a: 1000 }, { priorStrength: 0 }), "invalid-option"],
    ["a strength without end", () => learnWeights([], { a: 1000 }, { priorStrength: Number.POSITIVE_INFINITY }), "invalid-option"],
    ["a strength in words", () => learnWeights([], { a: 1000 }, { priorStrength: "strong" as never }), "invalid-option"],
    ["one fold", () => learnWeights([], { a: 1000 }, { folds: 1 }), "invalid-option"],
    ["a seed that is not whole", () => learnWeights([], { a: 1000 }, { seed: 0.5 }), "invalid-option"],
    ["an unknown option", () => learnWeights([], { a: 1000 }, { lambda: 1 } as never), "unknown-option"],
  ])("refuses %s", (_, run, code) => {
    expect(faultOf(run).code).toBe(code);
  });
});
