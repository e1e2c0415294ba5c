import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  averagePrecision,
  evaluateRanking,
  hits,
  type Judgements,
  ndcg,
  pairedBootstrap,
  precision,
  type QueryRun,
  type RankingMetric,
  reciprocalRank,
  trecMeasures,
} from "../../src/evaluation/index.js";
import { compareCodePoints } from "../../src/numeric/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { judgedCase } from "./judged-lists.js";

const qrels = deepFreeze({ d1: { t1: 2, t2: 0 }, d2: { t3: 1 }, d3: { t1: 1 } });
const run = deepFreeze({ d1: { t1: 0.2, t2: 0.9, t7: 0.1 }, d2: ["t3", "t1"], d9: ["t1"] });

const p1: RankingMetric = (ranked, judgements) => precision(ranked, judgements, { k: 1 });

/** A metric that tells the order it was given, as a number. */
const orderOf =
  (order: string[][]): RankingMetric =>
  (ranked) => {
    order.push([...ranked]);
    return 0;
  };

type Loose = (data: unknown, metrics: unknown, options?: unknown) => unknown;
const loose = evaluateRanking as Loose;

describe("evaluateRanking", () => {
  test("tells values by query, means, and what was not answered, judged or known", () => {
    const told = evaluateRanking({ qrels, run }, { p1, reciprocalRank });
    expect(told).toEqual({
      queries: ["d1", "d2", "d3"],
      perQuery: { p1: { d1: 0, d2: 1, d3: 0 }, reciprocalRank: { d1: 0.5, d2: 1, d3: 0 } },
      mean: { p1: 1 / 3, reciprocalRank: 0.5 },
      geometricMean: { p1: expect.closeTo(1e-10 ** (1 / 3), 12), reciprocalRank: expect.closeTo(0.5e-5 ** (1 / 3), 12) },
      undefinedQueries: { p1: [], reciprocalRank: [] },
      missing: ["d3"],
      withoutJudgements: ["d9"],
      unjudged: { items: 2, of: 5, share: 0.4 },
    });
  });

  test("a query that a metric does not exist for is told, and left out of its mean or counted as zero", () => {
    const data = { qrels: { ...qrels, d4: { t1: 0 } }, run: { ...run, d4: ["t1"] } };
    const left = evaluateRanking(data, { reciprocalRank });
    expect(left.undefinedQueries).toEqual({ reciprocalRank: ["d4"] });
    expect(left.mean.reciprocalRank).toBe(0.5);
    expect(left.perQuery.reciprocalRank).toEqual({ d1: 0.5, d2: 1, d3: 0 });
    const zero = evaluateRanking(data, { reciprocalRank }, { undefinedQueries: "zero" });
    expect(zero.undefinedQueries).toEqual({ reciprocalRank: ["d4"] });
    expect(zero.mean.reciprocalRank).toBe(1.5 / 4);
    expect(zero.perQuery.reciprocalRank["d4"]).toBe(0);
    const none = evaluateRanking({ qrels: { d1: { t1: 0 } }, run }, { ndcg });
    expect([none.mean.ndcg, none.geometricMean.ndcg]).toEqual([undefined, undefined]);
  });

  test("metrics in an array are named by their functions", () => {
    const { mean } = evaluateRanking({ qrels, run }, [averagePrecision, ndcg]);
    expect(Object.keys(mean)).toEqual(["averagePrecision", "ndcg"]);
    expect(mean).toEqual(evaluateRanking({ qrels, run }, { averagePrecision, ndcg }).mean);
  });

  test("equal scores stand in order of id, descending on demand; a list stands as it is", () => {
    const scores = { t2: 1, t10: 1, "～": 1, "😀": 1, t1: 2 };
    const order: string[][] = [];
    const judged = { d: { t1: 1 } };
    evaluateRanking({ qrels: judged, run: { d: scores } }, { order: orderOf(order) });
    evaluateRanking({ qrels: judged, run: { d: scores } }, { order: orderOf(order) }, { ties: "id-descending" });
    evaluateRanking({ qrels: judged, run: { d: ["t9", "t1"] } }, { order: orderOf(order) }, { ties: "id-descending" });
    expect(order).toEqual([
      ["t1", "t10", "t2", "～", "😀"],
      ["t1", "😀", "～", "t2", "t10"],
      ["t9", "t1"],
    ]);
  });

  test("gives the same bytes for objects and maps, in any order of queries and ids", () => {
    const queries = fc.uniqueArray(fc.tuple(fc.constantFrom("q1", "q2", "__proto__", "constructor", "𠮷"), judgedCase, fc.boolean()), {
      selector: ([query]) => query,
      minLength: 1,
    });
    fc.assert(
      fc.property(queries, (cases) => {
        const scores = (ranked: readonly string[]) => ranked.map((id, i) => [id, -(i >> 1)] as const);
        const answered = cases.filter(([, , listed], i) => listed || i === 0);
        const maps = {
          qrels: new Map(cases.map(([query, { judgements }]) => [query, judgements])),
          run: new Map(answered.map(([query, { ranked }]) => [query, new Map(scores(ranked))])),
        };
        const objects = {
          qrels: Object.fromEntries([...cases].reverse().map(([query, { judgements }]) => [query, Object.fromEntries(judgements)])),
          run: Object.fromEntries(
            [...answered].reverse().map(([query, { ranked }]) => [query, Object.fromEntries(scores(ranked).toReversed())]),
          ),
        };
        const metrics = { ndcg, averagePrecision, hits };
        const told = evaluateRanking(maps, metrics);
        expect(JSON.stringify(evaluateRanking(deepFreeze(objects), metrics))).toBe(JSON.stringify(told));
        expect(told.queries).toEqual(cases.map(([query]) => query).sort(compareCodePoints));
        expect(told.missing.length).toBe(cases.length - answered.length);
        for (const name of ["ndcg", "averagePrecision", "hits"] as const) {
          const values = Object.values(told.perQuery[name]);
          expect(values.length + told.undefinedQueries[name].length).toBe(cases.length);
          expect(told.mean[name]).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12);
          expect((told.geometricMean[name] as number) <= (told.mean[name] as number) + 1e-5).toBe(true);
        }
      }),
    );
  });

  test("values by query feed the significance tests as they are", () => {
    const worse = evaluateRanking({ qrels, run: { d1: ["t2"], d2: ["t1"], d3: [] } }, { ndcg });
    const better = evaluateRanking({ qrels, run: { d1: ["t1"], d2: ["t3"], d3: ["t1"] } }, { ndcg });
    expect(pairedBootstrap(better.perQuery.ndcg, worse.perQuery.ndcg).difference).toBe(1);
  });

  test("refuses an arm that answers none of the judged queries", () => {
    for (const other of [{}, { D1: ["t1"] }] as Record<string, QueryRun>[]) {
      const fault = faultOf(() => evaluateRanking({ qrels, run: other }, { p1 }));
      expect(fault.code).toBe("invalid-argument");
      expect(fault.message).toContain("expected the run to answer a judged query");
    }
    expect(faultOf(() => evaluateRanking({ qrels: {}, run }, { p1 })).code).toBe("invalid-argument");
  });

  test("refuses what is no data, no metric, no score, no value", () => {
    for (const data of [undefined, null, {}, { qrels }, { run }, { qrels: [], run }, { qrels, run: "d1" }, { qrels: { d1: 3 }, run }]) {
      expect(faultOf(() => loose(data, { p1 })).code).toBe("invalid-argument");
    }
    expect(faultOf(() => loose({ qrels, run, runs: [] }, { p1 })).code).toBe("unknown-option");
    for (const score of [Number.NaN, Number.POSITIVE_INFINITY, "3", undefined]) {
      expect(faultOf(() => loose({ qrels, run: { d1: { t1: score } } }, { p1 })).code).toBe("invalid-argument");
    }
    for (const metrics of [undefined, "ndcg", { p1: 3 }, [undefined], [(_: readonly string[], __: Judgements) => 0]]) {
      expect(faultOf(() => loose({ qrels, run }, metrics)).code).toBe("invalid-argument");
    }
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, "1", null]) {
      expect(faultOf(() => loose({ qrels, run }, { odd: () => value })).code).toBe("invalid-argument");
    }
    expect(faultOf(() => evaluateRanking({ qrels, run }, [ndcg, ndcg])).code).toBe("duplicate-id");
    expect(faultOf(() => evaluateRanking({ qrels, run: { d1: ["t1", "t1"] } }, { p1 })).code).toBe("duplicate-id");
  });

  test("refuses unknown options and values", () => {
    expect(faultOf(() => loose({ qrels, run }, { p1 }, { k: 3 })).code).toBe("unknown-option");
    expect(faultOf(() => loose({ qrels, run }, { p1 }, { ties: "random" })).code).toBe("invalid-option");
    expect(faultOf(() => loose({ qrels, run }, { p1 }, { undefinedQueries: "drop" })).code).toBe("invalid-option");
  });
});

describe("trecMeasures", () => {
  test("evaluates queries that are both judged and answered, 0 where nothing is relevant", () => {
    const { perQuery, all } = trecMeasures({ qrels: { ...qrels, d4: { t1: 0 } }, run: { ...run, d4: ["t1", "t2"] } });
    expect(Object.keys(perQuery)).toEqual(["d1", "d2", "d4"]);
    expect(all["num_q"]).toBe(3);
    expect(all["num_ret"]).toBe(7);
    expect(all["map"]).toBe(0.5);
    expect(perQuery["d4"]).toMatchObject({
      map: 0,
      ndcg: 0,
      G: 0,
      infAP: 0,
      "11pt_avg": 0,
      utility: -2,
      num_nonrel_judged_ret: 1,
      relstring: "0-",
    });
  });

  test("graded measures follow trec_eval on a case worked by hand", () => {
    const { perQuery } = trecMeasures({ qrels: { d: { a: 2, b: 1, c: 0, e: 12 } }, run: { d: ["b", "x", "a"] } });
    const dcg = 1 + 2 / Math.log2(4);
    const ideal = [12, 12 + 2 / Math.log2(3), 12 + 2 / Math.log2(3) + 1 / Math.log2(4)] as const;
    expect(perQuery["d"]).toMatchObject({
      relstring: "1-2",
      // Behind the ideal order 12, 2, 1 by 11, then 13, then 12.
      G: expect.closeTo((1 / Math.log2(13) + 2 / Math.log2(14)) / 15, 12),
      ndcg_rel: expect.closeTo((1 / ideal[0] + dcg / ideal[2] + dcg / ideal[2]) / 3, 12),
      Rndcg: expect.closeTo((1 / ideal[0] + 1 / ideal[1] + dcg / ideal[2]) / 3, 12),
      binG: expect.closeTo((1 + 1 / Math.log2(3)) / 3, 12),
      infAP: expect.closeTo((1 + (1 + (1 + 1e-5) / (1 + 2e-5)) / 3) / 3, 12),
      unj_5: 0.2,
    });
    expect(trecMeasures({ qrels: { d: { a: 12 } }, run: { d: ["a"] } }).perQuery["d"]?.["relstring"]).toBe(">");
  });

  test("an answer without items is 0 throughout but for the residual", () => {
    const { perQuery } = trecMeasures({ qrels: { d: { a: 1 } }, run: { d: [] } });
    const { num_rel, relstring, ...rest } = perQuery["d"] ?? {};
    expect([num_rel, relstring]).toEqual([1, ""]);
    expect(new Set(Object.values(rest))).toEqual(new Set([0]));
  });

  test("refuses what evaluateRanking refuses", () => {
    expect(faultOf(() => trecMeasures({ qrels, run: {} })).code).toBe("invalid-argument");
    expect(faultOf(() => trecMeasures(undefined as never)).code).toBe("invalid-argument");
    expect(faultOf(() => trecMeasures({ qrels: { d: { a: -1 } }, run: { d: ["a"] } })).code).toBe("invalid-argument");
  });
});
