import { describe, expect, test } from "vitest";
import {
  averagePrecision,
  bpref,
  dcg,
  dcgExponential,
  expectedReciprocalRank,
  fMeasure,
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
import { faultOf } from "../fault.js";

/** Grades 3, 0, 2, 0, 1 in the order listed; a fourth relevant item, of grade 2, is not. */
const ranked = deepFreeze(["a", "b", "c", "d", "e"]);
const judgements = deepFreeze({ a: 3, b: 0, c: 2, d: 0, e: 1, f: 2 });

const iprec = (list: readonly string[], judged: Judgements) => interpolatedPrecision(list, judged, { recall: 0.5 });
const BINARY = {
  precision,
  recall,
  fMeasure,
  hits,
  hitRate,
  averagePrecision,
  reciprocalRank,
  rankBiasedPrecision,
  rankBiasedPrecisionResidual,
};
const GRADED = { dcg, dcgExponential, ndcg, ndcgExponential, expectedReciprocalRank };
const OTHERS = { rPrecision, bpref, iprec };

/** A call with what the types forbid. */
type Loose = (list: unknown, judged: unknown, options?: unknown) => unknown;
const every = Object.entries({ ...BINARY, ...GRADED, ...OTHERS, unjudgedShare }) as unknown as [string, Loose][];
const own = every.filter(([name]) => name !== "iprec");

describe("gold values, computed independently", () => {
  test.each([
    ["ndcg", ndcg(ranked, judgements), 0.7706324136],
    ["ndcgExponential", ndcgExponential(ranked, judgements), 0.8210727465],
    ["averagePrecision", averagePrecision(ranked, { a: 3, b: 0, c: 2, d: 0, e: 1, f: 2 }), 0.5666666667],
    ["reciprocalRank", reciprocalRank(ranked, judgements), 1],
    ["expectedReciprocalRank", expectedReciprocalRank(ranked, judgements, { gmax: 3 }), 0.892578125],
    ["rankBiasedPrecision", rankBiasedPrecision(ranked, judgements, { p: 0.8 }), 0.40992],
  ])("%s", (_, value, want) => {
    expect(Math.abs((value ?? Number.NaN) - want)).toBeLessThan(1e-9);
  });

  test("the persistence of RBP is 0.8 unless told otherwise", () => {
    expect(rankBiasedPrecision(ranked, judgements)).toBe(rankBiasedPrecision(ranked, judgements, { p: 0.8 }));
    expect(rankBiasedPrecisionResidual(ranked, judgements)).toBeCloseTo(0.8 ** 5, 12);
  });

  test("bpref counts, for each relevant item, the judged others above it", () => {
    // a: none of 2 above; c: one; e: two; f is not listed. R = 4, N = 2.
    expect(bpref(ranked, judgements)).toBeCloseTo((1 + 0.5 + 0) / 4, 12);
    // Without judged others nothing can stand wrongly above.
    expect(bpref(["x", "a"], { a: 1 })).toBe(1);
  });
});

describe("an undefined metric", () => {
  test("has no relevant item to find; what counts unjudged items does not need one", () => {
    const metrics: Record<string, RankingMetric> = { ...BINARY, ...GRADED, ...OTHERS };
    for (const metric of Object.values(metrics)) {
      expect(metric(ranked, { a: 0, b: 0 })).toBeUndefined();
      expect(metric(ranked, {})).toBeUndefined();
      expect(metric([], {})).toBeUndefined();
    }
    expect(unjudgedShare(ranked, { a: 0 })).toBe(0.8);
    expect(unjudgedShare([], { a: 1 })).toBeUndefined();
    expect(unjudgedShare([], { a: 1 }, { k: 5 })).toBe(0);
  });

  test("is not that of an empty list, which finds nothing", () => {
    const { rankBiasedPrecisionResidual: _, ...finding } = BINARY;
    const metrics: Record<string, RankingMetric> = { ...finding, ...GRADED, ...OTHERS };
    for (const metric of Object.values(metrics)) expect(metric([], judgements)).toBe(0);
    expect(rankBiasedPrecisionResidual([], judgements)).toBe(1);
  });

  test("grades below relevantFrom are no relevant items", () => {
    for (const metric of Object.values(BINARY)) expect(metric(ranked, judgements, { relevantFrom: 4 })).toBeUndefined();
    expect(hits(ranked, judgements, { relevantFrom: 1.5 })).toBe(2);
  });
});

describe("options", () => {
  test("places that a list leaves empty count in precision and in the share of the unjudged", () => {
    expect(precision(["a"], judgements, { k: 4 })).toBe(0.25);
    expect(unjudgedShare(["x"], judgements, { k: 4 })).toBe(0.25);
    expect(fMeasure(["a"], judgements, { k: 4 })).toBe(0.25);
  });

  test("an unjudged item within k is refused on demand, one below it is not", () => {
    const list = ["a", "x", "y"];
    for (const [name, metric] of Object.entries({ ...BINARY, ...GRADED, rPrecision }) as [string, Loose][]) {
      const fault = faultOf(() => metric(list, judgements, { unjudged: "refuse" }));
      expect([fault.code, fault.message]).toEqual([
        "invalid-argument",
        `${name}: expected every listed item to be judged, received 2 unjudged of 3`,
      ]);
    }
    for (const metric of Object.values({ ...BINARY, ...GRADED })) {
      expect(metric(list, judgements, { k: 1, unjudged: "refuse" })).toBe(metric(["a"], judgements, { k: 1 }));
    }
  });

  test("recall 0.14 of fifty needs seven, not a hair more", () => {
    const seven = Array.from({ length: 7 }, (_, i) => `r${i}`);
    const judged = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`r${i}`, 1]));
    expect(interpolatedPrecision(seven, judged, { recall: 0.14 })).toBe(1);
    expect(interpolatedPrecision(seven, judged, { recall: 0.15 })).toBe(0);
  });

  test.each(own)("%s refuses an unknown option", (_, metric) => {
    expect(faultOf(() => metric(ranked, judgements, { depth: 3 })).code).toBe("unknown-option");
    expect(faultOf(() => metric(ranked, judgements, 3)).code).toBe("invalid-argument");
  });

  test.each(own.filter(([name]) => name !== "rPrecision"))("%s refuses a cut-off that is none", (_, metric) => {
    for (const k of [0, -1, 1.5, Number.NaN, "3"]) expect(faultOf(() => metric(ranked, judgements, { k })).code).toBe("invalid-option");
  });

  test("graded metrics know no relevantFrom, R-precision no cut-off, bpref no policy", () => {
    for (const metric of Object.values(GRADED) as Loose[]) {
      expect(faultOf(() => metric(ranked, judgements, { relevantFrom: 1 })).code).toBe("unknown-option");
    }
    expect(faultOf(() => (rPrecision as Loose)(ranked, judgements, { k: 3 })).code).toBe("unknown-option");
    expect(faultOf(() => (bpref as Loose)(ranked, judgements, { unjudged: "condense" })).code).toBe("unknown-option");
  });

  test.each([
    [precision, "relevantFrom", [0, -1, Number.NaN, Number.POSITIVE_INFINITY, "1"]],
    [precision, "unjudged", ["drop", 1]],
    [fMeasure, "beta", [0, -1, Number.NaN, Number.POSITIVE_INFINITY]],
    [rankBiasedPrecision, "p", [0, 1, -0.5, Number.NaN]],
    [rankBiasedPrecisionResidual, "p", [0, 1, 2]],
    [expectedReciprocalRank, "gmax", [2, 1001, Number.NaN]],
    [interpolatedPrecision, "recall", [-0.1, 1.1, Number.NaN, undefined]],
  ])("a value of an option out of its range is refused: %o %s", (metric, option, values) => {
    for (const value of values) {
      const fault = faultOf(() => (metric as Loose)(ranked, judgements, { [option]: value }));
      expect([fault.code, fault.path]).toEqual(["invalid-option", [option]]);
    }
  });

  test("interpolated precision without a recall is refused", () => {
    expect(faultOf(() => (interpolatedPrecision as Loose)(ranked, judgements)).code).toBe("invalid-option");
  });
});

describe("arguments", () => {
  test.each(every)("%s refuses a list that names an id twice, without telling the id", (_, metric) => {
    const fault = faultOf(() => metric(["张三", "b", "张三"], judgements));
    expect(fault.code).toBe("duplicate-id");
    expect(fault.message).not.toContain("张三");
    expect(fault.details).toEqual({ first: 0, second: 2 });
  });

  test.each(every)("%s refuses what is no list, no id, no grade", (_, metric) => {
    for (const list of ["abc", undefined, { 0: "a" }, [1], [undefined]]) {
      expect(faultOf(() => metric(list, judgements)).code).toBe("invalid-argument");
    }
    for (const judged of [
      undefined,
      null,
      [1, 2],
      new Set(["a"]),
      new Map([[1, 1]]),
      { a: -1 },
      { a: Number.NaN },
      { a: 1e10 },
      { a: "1" },
    ]) {
      expect(faultOf(() => metric(ranked, judged)).code).toBe("invalid-argument");
    }
  });

  test("two is raised to grades up to 1000, and to no higher ones", () => {
    for (const metric of [dcgExponential, ndcgExponential, expectedReciprocalRank]) {
      expect(faultOf(() => metric(["a"], { a: 1001 })).code).toBe("invalid-argument");
      expect(Number.isFinite(metric(["a", "b"], { a: 1000, b: 999.5 }))).toBe(true);
    }
    expect(ndcg(["a"], { a: 1e9, b: 1e9 }, { k: 1 })).toBe(1);
  });
});
