import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  averagePrecision,
  dcg,
  dcgExponential,
  evaluateRanking,
  hitRate,
  hits,
  type Judgements,
  kendallTau,
  ndcg,
  ndcgExponential,
  precision,
  type QueryRun,
  type RankingMetric,
  recall,
  reciprocalRank,
  reciprocalRankFusion,
  rPrecision,
  spearmanRho,
} from "../../src/evaluation/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

const TOLERANCE = 1e-9;

interface MetricCase {
  readonly name: string;
  readonly qrels: Readonly<Record<string, Judgements>>;
  readonly run: Readonly<Record<string, QueryRun>>;
  readonly expected: Readonly<Record<string, number>>;
}

interface FusionCase {
  readonly name: string;
  readonly k: number;
  readonly runs: readonly Readonly<Record<string, QueryRun>>[];
  readonly expected: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface IndexCase {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, number>>;
}

const read = <T>(...parts: string[]): T => JSON.parse(readFileSync(sharedData("bench", ...parts), "utf8")) as T;

/** The metrics of the vectors by their names there, at a cut-off or without. */
const METRICS: Readonly<Record<string, (k: number | undefined) => RankingMetric>> = {
  hits: at(hits),
  precision: at(precision),
  recall: at(recall),
  map: at(averagePrecision),
  mrr: at(reciprocalRank),
  hit_rate: at(hitRate),
  "r-precision": () => rPrecision,
  dcg: at(dcg),
  ndcg: at(ndcg),
  dcg_burges: at(dcgExponential),
  ndcg_burges: at(ndcgExponential),
};

function at(metric: (ranked: readonly string[], judgements: Judgements, options?: { readonly k?: number }) => number | undefined) {
  return (k: number | undefined): RankingMetric => (k === undefined ? metric : (ranked, judgements) => metric(ranked, judgements, { k }));
}

function metricOf(name: string): RankingMetric {
  const [measure = "", k] = name.split("@");
  return METRICS[measure]?.(k === undefined ? undefined : Number(k)) ?? (() => Number.NaN);
}

describe.skipIf(!hasSharedData)("metrics and fusion against ranx and pytrec_eval", () => {
  const { metrics, fusion } = hasSharedData
    ? read<{ metrics: MetricCase[]; fusion: FusionCase[] }>("ir-metrics", "vectors.json")
    : { metrics: [], fusion: [] };

  test.each(metrics)("$name", ({ qrels, run, expected }) => {
    const names = Object.keys(expected);
    const { mean, missing } = evaluateRanking({ qrels, run }, Object.fromEntries(names.map((name) => [name, metricOf(name)])));
    expect(missing).toEqual([]);
    for (const name of names) expect(Math.abs((mean[name] ?? Number.NaN) - (expected[name] as number))).toBeLessThan(TOLERANCE);
  });

  test.each(fusion)("$name", ({ k, runs, expected }) => {
    for (const [query, scores] of Object.entries(expected)) {
      const fused = reciprocalRankFusion(
        runs.map((run) => run[query] ?? []),
        { k },
      );
      expect(fused.map(({ id }) => id).sort()).toEqual(Object.keys(scores).sort());
      for (const { id, score } of fused) expect(Math.abs(score - (scores[id] as number))).toBeLessThan(TOLERANCE);
    }
  });
});

describe.skipIf(!hasSharedData)("rank correlations against scipy", () => {
  const cases = hasSharedData ? read<IndexCase[]>("analytics", "indices.json").filter(({ expected }) => "kendall_tau_b" in expected) : [];

  test("there are cases with and without ties", () => {
    expect(cases.map(({ name }) => name)).toEqual(["rank-correlation", "rank-correlation-ties"]);
  });

  test.each(cases)("$name", ({ input, expected }) => {
    const [a, b] = [input["a"] as number[], input["b"] as number[]];
    expect(Math.abs((kendallTau(a, b) ?? Number.NaN) - (expected["kendall_tau_b"] as number))).toBeLessThan(TOLERANCE);
    expect(Math.abs((spearmanRho(a, b) ?? Number.NaN) - (expected["spearman"] as number))).toBeLessThan(TOLERANCE);
  });
});
