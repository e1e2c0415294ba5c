import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averagePrecision,
  type BinaryMetricOptions,
  bpref,
  dcg,
  dcgExponential,
  expectedReciprocalRank,
  fMeasure,
  type GradedMetricOptions,
  hitRate,
  hits,
  interpolatedPrecision,
  type Judgements,
  ndcg,
  ndcgExponential,
  precision,
  type RankingMetric,
  rankBiasedPrecision,
  rankBiasedPrecisionResidual,
  recall,
  reciprocalRank,
  rPrecision,
  unjudgedShare,
} from "../../src/evaluation/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { type GradeOf, naiveAveragePrecision, naiveBpref, naiveExpectedReciprocalRank, naiveNdcg } from "../oracle/naive-ranking.js";
import { type JudgedCase, judgedCase } from "./judged-lists.js";

type Metric = (ranked: readonly string[], judgements: Judgements, options?: GradedMetricOptions) => number | undefined;

const iprec = (ranked: readonly string[], judgements: Judgements, options: BinaryMetricOptions = {}) =>
  interpolatedPrecision(ranked, judgements, { ...options, recall: 0.3 });

const IN_UNIT_INTERVAL: Readonly<Record<string, Metric>> = {
  precision,
  recall,
  fMeasure,
  hitRate,
  ndcg,
  ndcgExponential,
  averagePrecision,
  reciprocalRank,
  expectedReciprocalRank,
  rankBiasedPrecision,
  rankBiasedPrecisionResidual,
  iprec,
};
const WITHOUT_UNJUDGED: Readonly<Record<string, RankingMetric>> = { bpref, rPrecision, unjudgedShare };

const gradeOf =
  (judgements: ReadonlyMap<string, number>): GradeOf =>
  (id) =>
    judgements.get(id);
const gradesOf = ({ ranked, judgements }: JudgedCase): number[] => ranked.map((id) => judgements.get(id) ?? 0);
const asObject = (judgements: ReadonlyMap<string, number>) => deepFreeze(Object.fromEntries(judgements));
const bestFirst = (judgements: ReadonlyMap<string, number>) => [...judgements].sort(([, a], [, b]) => b - a).map(([id]) => id);
const cutOff = fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined });
const cut = (k: number | undefined) => (k === undefined ? {} : { k });

describe("metrics of one list", () => {
  test("lie in [0, 1], whatever the cut-off and the policy", () => {
    fc.assert(
      fc.property(
        judgedCase,
        cutOff,
        fc.constantFrom("irrelevant" as const, "condense" as const),
        ({ ranked, judgements }, k, unjudged) => {
          for (const metric of Object.values(IN_UNIT_INTERVAL)) {
            const value = metric(deepFreeze(ranked), judgements, { ...cut(k), unjudged }) ?? Number.NaN;
            expect(value >= 0 && value <= 1 && !Object.is(value, -0)).toBe(true);
          }
          for (const metric of Object.values(WITHOUT_UNJUDGED)) {
            const value = metric(ranked, judgements) ?? 0;
            expect(value >= 0 && value <= 1).toBe(true);
          }
        },
      ),
    );
  });

  test("read a plain object as they read a Map, whatever the ids are called", () => {
    fc.assert(
      fc.property(judgedCase, ({ ranked, judgements }) => {
        for (const metric of [...Object.values(IN_UNIT_INTERVAL), ...Object.values(WITHOUT_UNJUDGED), hits, dcg, dcgExponential]) {
          expect(metric(ranked, asObject(judgements))).toBe(metric(ranked, judgements));
        }
      }),
    );
  });

  test("an unjudged name of the object prototype has no grade", () => {
    for (const id of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(unjudgedShare([id], { t1: 1 })).toBe(1);
      expect(dcg([id], { t1: 1 })).toBe(0);
    }
  });

  test("cutting at k is evaluating the first k, save for what is divided by k", () => {
    fc.assert(
      fc.property(judgedCase, fc.integer({ min: 1, max: 15 }), ({ ranked, judgements }, k) => {
        const head = ranked.slice(0, k);
        for (const metric of [
          recall,
          averagePrecision,
          reciprocalRank,
          expectedReciprocalRank,
          rankBiasedPrecision,
          hits,
          hitRate,
          bpref,
          dcg,
        ]) {
          expect(metric(ranked, judgements, { k })).toBe(metric(head, judgements));
        }
        expect(precision(ranked, judgements, { k })).toBe((hits(head, judgements) ?? Number.NaN) / k);
        expect(ndcg(ranked, judgements, { k })).toBe(ndcg(head, judgements, { k }));
      }),
    );
  });

  test("moving a better item up one place never lowers a metric that looks at order", () => {
    fc.assert(
      fc.property(judgedCase, cutOff, ({ ranked, judgements }, k) => {
        for (let i = 1; i < ranked.length; i++) {
          const swapped = [...ranked.slice(0, i - 1), ranked[i] as string, ranked[i - 1] as string, ...ranked.slice(i + 1)];
          const [upper, lower] = [judgements.get(ranked[i - 1] as string) ?? 0, judgements.get(ranked[i] as string) ?? 0];
          if (lower <= upper) continue;
          for (const metric of [
            ndcg,
            ndcgExponential,
            averagePrecision,
            reciprocalRank,
            expectedReciprocalRank,
            rankBiasedPrecision,
            precision,
          ]) {
            const [before, after] = [metric(ranked, judgements, cut(k)), metric(swapped, judgements, cut(k))] as [number, number];
            expect(after).toBeGreaterThanOrEqual(before - 1e-12);
          }
        }
      }),
    );
  });

  test("the ideal order is 1 for every metric that can reach it", () => {
    fc.assert(
      fc.property(judgedCase, cutOff, ({ judgements }, k) => {
        const ideal = bestFirst(judgements);
        for (const metric of [ndcg, ndcgExponential, reciprocalRank, hitRate]) expect(metric(ideal, judgements, cut(k))).toBe(1);
        for (const metric of [averagePrecision, rPrecision, recall, bpref, iprec]) expect(metric(ideal, judgements)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("condensing is evaluating the list without its unjudged items", () => {
    fc.assert(
      fc.property(judgedCase, cutOff, ({ ranked, judgements }, k) => {
        const judged = ranked.filter((id) => judgements.has(id));
        for (const metric of Object.values(IN_UNIT_INTERVAL)) {
          expect(metric(ranked, judgements, { ...cut(k), unjudged: "condense" })).toBe(metric(judged, judgements, cut(k)));
          expect(metric(judged, judgements, { ...cut(k), unjudged: "refuse" })).toBe(metric(judged, judgements, cut(k)));
        }
        expect(rPrecision(ranked, judgements, { unjudged: "condense" })).toBe(rPrecision(judged, judgements));
        expect(bpref(ranked, judgements)).toBe(bpref(judged, judgements));
      }),
    );
  });

  test("raising relevantFrom is grading all below it 0", () => {
    fc.assert(
      fc.property(judgedCase, ({ ranked, judgements }) => {
        const strict = new Map([...judgements].map(([id, grade]) => [id, grade >= 2 ? 1 : 0]));
        for (const metric of [
          precision,
          recall,
          fMeasure,
          hits,
          hitRate,
          averagePrecision,
          reciprocalRank,
          rPrecision,
          bpref,
          rankBiasedPrecision,
        ]) {
          expect(metric(ranked, judgements, { relevantFrom: 2 })).toBe(metric(ranked, strict));
        }
      }),
    );
  });

  test("equal their definitions read literally", () => {
    fc.assert(
      fc.property(judgedCase, fc.integer({ min: 1, max: 15 }), (given, k) => {
        const { ranked, judgements } = given;
        const judged = [...judgements.values()];
        const relevant = judged.filter((grade) => grade >= 1).length;
        const highest = Math.max(...judged);
        const pairs: [number | undefined, number][] = [
          [averagePrecision(ranked, judgements), naiveAveragePrecision(ranked, gradeOf(judgements), relevant)],
          [ndcg(ranked, judgements, { k }), naiveNdcg(ranked, gradeOf(judgements), judged, k, (grade) => grade)],
          [ndcgExponential(ranked, judgements, { k }), naiveNdcg(ranked, gradeOf(judgements), judged, k, (grade) => 2 ** grade - 1)],
          [expectedReciprocalRank(ranked, judgements), naiveExpectedReciprocalRank(gradesOf(given), highest)],
          [expectedReciprocalRank(ranked, judgements, { gmax: 4 }), naiveExpectedReciprocalRank(gradesOf(given), 4)],
          [bpref(ranked, judgements), naiveBpref(ranked, gradeOf(judgements), judged)],
        ];
        for (const [value, want] of pairs) expect(Math.abs((value ?? Number.NaN) - want)).toBeLessThan(1e-12);
      }),
      { numRuns: 500 },
    );
  });

  test("F is the harmonic mean of precision and recall, and leans to recall as beta grows", () => {
    fc.assert(
      fc.property(judgedCase, cutOff, ({ ranked, judgements }, k) => {
        const [p, r] = [precision(ranked, judgements, cut(k)), recall(ranked, judgements, cut(k))] as [number, number];
        expect(fMeasure(ranked, judgements, cut(k))).toBeCloseTo(p + r === 0 ? 0 : (2 * p * r) / (p + r), 12);
        expect(fMeasure(ranked, judgements, { ...cut(k), beta: 1e6 })).toBeCloseTo(r, 9);
        expect(fMeasure(ranked, judgements, { ...cut(k), beta: 1e-6 })).toBeCloseTo(p, 9);
      }),
    );
  });

  test("RBP cannot rise by more than its residual, however the unjudged turn out", () => {
    fc.assert(
      fc.property(judgedCase, fc.double({ min: 0.05, max: 0.95, noNaN: true }), ({ ranked, judgements }, p) => {
        const all = new Map([...judgements, ...ranked.filter((id) => !judgements.has(id)).map((id) => [id, 1] as const)]);
        const [low, residual] = [rankBiasedPrecision(ranked, judgements, { p }), rankBiasedPrecisionResidual(ranked, judgements, { p })];
        const high = rankBiasedPrecision(ranked, all, { p });
        const endless = [...ranked, ...Array.from({ length: 500 }, (_, i) => `more${i}`)];
        const best = new Map([...all, ...endless.slice(ranked.length).map((id) => [id, 1] as const)]);
        expect(high).toBeLessThanOrEqual((low ?? 0) + (residual ?? 0) + 1e-12);
        expect(rankBiasedPrecision(endless, best, { p })).toBeCloseTo((low ?? 0) + (residual ?? 0), 9);
      }),
    );
  });

  test("interpolated precision never rises with recall", () => {
    fc.assert(
      fc.property(judgedCase, ({ ranked, judgements }) => {
        const curve = Array.from({ length: 11 }, (_, i) => interpolatedPrecision(ranked, judgements, { recall: i / 10 }) ?? Number.NaN);
        for (let i = 1; i < curve.length; i++) expect(curve[i]).toBeLessThanOrEqual(curve[i - 1] as number);
      }),
    );
  });
});
