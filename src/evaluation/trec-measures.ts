import { averagePrecision } from "./average-precision.js";
import { bpref } from "./bpref.js";
import { evaluateRanking, type RankingData } from "./evaluate-ranking.js";
import { binaryG, inferredAveragePrecision, ndcgAtLevels, ndcgAtRelevant, normalisedG } from "./experimental-measures.js";
import { fMeasure } from "./f-measure.js";
import { hitRate } from "./hit-rate.js";
import { interpolatedPrecision } from "./interpolated-precision.js";
import { BINARY_OPTIONS, foundOf, type JudgedList, type Judgements, type RankingMetric, readJudgedList } from "./judged-list.js";
import { readKeyed } from "./keyed-values.js";
import { ndcg } from "./ndcg.js";
import { orderRun } from "./order-run.js";
import { precision } from "./precision.js";
import { rPrecision } from "./r-precision.js";
import { rankBiasedPrecision } from "./rank-biased-precision.js";
import { rankBiasedPrecisionResidual } from "./rank-biased-precision-residual.js";
import { recall } from "./recall.js";
import { reciprocalRank } from "./reciprocal-rank.js";
import { unjudgedShare } from "./unjudged-share.js";

/** The measures of trec_eval by their names there (trec_eval 指标表). */
export interface TrecMeasures {
  /** By query, then by measure; `relstring` holds the grades of the first ten places without trec_eval's quotes. */
  readonly perQuery: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
  /** By measure: sums of counts, geometric means of `gm_` measures, arithmetic means of the rest. */
  readonly all: Readonly<Record<string, number>>;
}

/** A measure over the judged list; where no judged item is relevant it does not exist. */
const ifRelevant =
  (measure: (list: JudgedList) => number): RankingMetric =>
  (ranked, judgements) => {
    const list = judgedListOf(ranked, judgements);
    return list.relevant === 0 ? undefined : measure(list);
  };

const always =
  (measure: (list: JudgedList) => number): RankingMetric =>
  (ranked, judgements) =>
    measure(judgedListOf(ranked, judgements));

function judgedListOf(ranked: readonly string[], judgements: Judgements): JudgedList {
  return readJudgedList("trecMeasures", ranked, judgements, {}, BINARY_OPTIONS);
}

/** One measure at each of several cut-offs: P_5, P_10, … */
function atCutoffs(
  name: string,
  cutoffs: readonly number[],
  metricAt: (cutoff: number) => RankingMetric,
  label: (cutoff: number) => string = String,
): [string, RankingMetric][] {
  return cutoffs.map((cutoff) => [`${name}_${label(cutoff)}`, metricAt(cutoff)]);
}

/** Relevant items in the first `i` places, which may be more than the list has. */
const foundIn = ({ found }: JudgedList, i: number): number => found[Math.min(i, found.length - 1)] as number;

const PLACES = [5, 10, 15, 20, 30, 100, 200, 500, 1000];
const TENTHS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const MULTIPLES = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2];
const twoDigits = (x: number): string => x.toFixed(2);

/** What is counted, and summed over queries. */
const counts = (): Readonly<Record<string, RankingMetric>> => ({
  num_ret: always(({ grades }) => grades.length),
  num_rel: always(({ relevant }) => relevant),
  num_rel_ret: always(foundOf),
  num_nonrel_judged_ret: always((list) => list.grades.filter((grade) => grade !== undefined).length - foundOf(list)),
});

/** What is averaged over queries. */
const measures = (): Readonly<Record<string, RankingMetric>> =>
  Object.fromEntries<RankingMetric>([
    ["map", averagePrecision],
    ["Rprec", rPrecision],
    ["bpref", bpref],
    ["recip_rank", reciprocalRank],
    ...atCutoffs("iprec_at_recall", TENTHS, interpolatedAt, twoDigits),
    ...atCutoffs("P", PLACES, (k) => (list, judged) => precision(list, judged, { k })),
    ...atCutoffs("recall", PLACES, (k) => (list, judged) => recall(list, judged, { k })),
    ["infAP", ifRelevant(inferredAveragePrecision)],
    ...atCutoffs("Rprec_mult", MULTIPLES, (m) => ifRelevant((list) => precisionAtMultiple(list, m)), twoDigits),
    ["utility", always((list) => 2 * foundOf(list) - list.grades.length)],
    ["11pt_avg", elevenPointAverage],
    ["binG", ifRelevant(binaryG)],
    ["G", ifRelevant(normalisedG)],
    ["ndcg", ndcg],
    ["ndcg_rel", ifRelevant(ndcgAtRelevant)],
    ["Rndcg", ifRelevant(ndcgAtLevels)],
    ...atCutoffs("ndcg_cut", PLACES, (k) => (list, judged) => ndcg(list, judged, { k })),
    ...atCutoffs("map_cut", PLACES, (k) => (list, judged) => averagePrecision(list, judged, { k })),
    ...atCutoffs("relative_P", PLACES, (k) => ifRelevant((list) => foundIn(list, k) / Math.min(k, list.relevant))),
    ...atCutoffs("success", [1, 5, 10], (k) => (list, judged) => hitRate(list, judged, { k })),
    ["set_P", precision],
    ["set_relative_P", ifRelevant((list) => foundOf(list) / Math.max(1, Math.min(list.grades.length, list.relevant)))],
    ["set_recall", recall],
    ["set_map", ifRelevant((list) => foundOf(list) ** 2 / (Math.max(1, list.grades.length) * list.relevant))],
    ["set_F", fMeasure],
    ["rbp", (list, judged) => rankBiasedPrecision(list, judged, { p: 0.9 })],
    // trec_eval leaves the residual at 0 where every item is judged.
    ["rbp_resid", (list, judged) => (unjudgedShare(list, judged) ? rankBiasedPrecisionResidual(list, judged, { p: 0.9 }) : 0)],
    ...atCutoffs("unj", [5, 10, 20], (k) => (list, judged) => unjudgedShare(list, judged, { k })),
  ]);

/**
 * The measures that `trec_eval -q -m all_trec` prints, by its names (trec_eval 指标), to compare with published tables.
 *
 * Its conventions hold: scores descending, then ids descending; relevant from grade 1; only queries that are judged and answered; 0 where a measure does
 * not exist. Beside the metrics of this library, which have functions of their own, there are (R relevant, n listed):
 *
 *   relative_P_k = found_k / min(k, R)      set_relative_P = found / min(n, R)      set_map = precision × recall      utility = relevant − other listed
 *   Rprec_mult_m = precision at floor(m R + 0.9)      11pt_avg = mean of iprec_at_recall_0.00 … 1.00
 *
 * and its experimental measures infAP, binG, G, ndcg_rel and Rndcg.
 * @throws GuiyanError `duplicate-id`, `invalid-argument` also where no judged query is answered
 * @complexity O(queries × measures × (listed + judged log judged))
 * @source NIST, trec_eval 9 and 10, definitions of the measures in its m_*.c. Differs: `rbp` takes an item as relevant or not, where trec_eval spreads
 *   grades above 1 over 0..1; `runid` is not told; grades below 0, which mark unjudged items of a pool, are refused: leave them out.
 * @example
 * const { all } = trecMeasures({ qrels: { d1: { t1: 1, t2: 0, t3: 1 } }, run: { d1: { t1: 3, t2: 2, t3: 1 } } });
 * console.log(all["map"]?.toFixed(4), all["num_rel_ret"]); // → 0.8333 2
 */
export function trecMeasures(data: RankingData): TrecMeasures {
  const place = "trecMeasures";
  const judged = readKeyed(place, "qrels", data?.qrels);
  const run = readKeyed(place, "run", data?.run);
  const qrels = new Map([...judged].filter(([query]) => run.has(query)));
  const counted = counts();
  const options = { ties: "id-descending", undefinedQueries: "zero" } as const;
  const { queries, perQuery, mean, geometricMean } = evaluateRanking({ qrels, run }, { ...counted, ...measures() }, options);
  const names = Object.keys(perQuery);
  const cell = (name: string, query: string): number => perQuery[name]?.[query] as number;
  return {
    perQuery: Object.fromEntries(
      queries.map((query) => {
        const ranked = orderRun(place, "run", run.get(query) ?? [], options.ties);
        const values: [string, number | string][] = names.map((name) => [name, cell(name, query)]);
        return [query, Object.fromEntries([...values, ["relstring", relevanceString(ranked, judged.get(query) as Judgements)]])];
      }),
    ),
    all: {
      num_q: queries.length,
      ...Object.fromEntries(names.map((name) => [name, mean[name] as number])),
      ...Object.fromEntries(Object.keys(counted).map((name) => [name, queries.reduce((sum, query) => sum + cell(name, query), 0)])),
      gm_map: geometricMean["map"] as number,
      gm_bpref: geometricMean["bpref"] as number,
    },
  };
}

/** One character a place: the grade, > above 9, - where unjudged. */
function relevanceString(ranked: readonly string[], judgements: Judgements): string {
  const grades = judgedListOf(ranked, judgements).grades.slice(0, 10);
  return grades.map((grade) => (grade === undefined ? "-" : grade > 9 ? ">" : String(Math.floor(grade)))).join("");
}

function precisionAtMultiple(list: JudgedList, multiple: number): number {
  const k = Math.floor(multiple * list.relevant + 0.9);
  return foundIn(list, k) / k;
}

/** trec_eval 10 rounds the number of relevant items that must have been met to the nearest, not up. */
function interpolatedAt(recall: number): RankingMetric {
  return (ranked, judgements) => {
    const { relevant } = judgedListOf(ranked, judgements);
    const rounded = relevant === 0 ? recall : Math.round(recall * relevant) / relevant;
    return interpolatedPrecision(ranked, judgements, { recall: rounded });
  };
}

function elevenPointAverage(ranked: readonly string[], judgements: Judgements): number | undefined {
  let sum = 0;
  for (const recall of TENTHS) {
    const value = interpolatedAt(recall)(ranked, judgements);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum / TENTHS.length;
}
