import { checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { Judgements, RankingMetric } from "./judged-list.js";
import { type Keyed, readKeyed } from "./keyed-values.js";
import { checkTies, orderRun, type QueryRun, type TieOrder } from "./order-run.js";

/** Judgements and one arm's answers, by query (评测数据). */
export interface RankingData {
  readonly qrels: Keyed<Judgements>;
  readonly run: Keyed<QueryRun>;
}

/** Options of {@link evaluateRanking}. */
export interface EvaluateRankingOptions {
  /** Order of equal scores. Default `id-ascending`; `id-descending` is trec_eval's. */
  readonly ties?: TieOrder;
  /** Queries for which a metric does not exist: `leave-out` of its mean, or count as `zero` as trec_eval does. Default `leave-out`. */
  readonly undefinedQueries?: "leave-out" | "zero";
}

/** How one arm fared over all judged queries (评测结果). */
export interface RankingEvaluation<M extends string = string> {
  /** Judged queries in code-point order. */
  readonly queries: readonly string[];
  /** Value of each metric by query, without the queries for which it does not exist; fit for {@link pairedBootstrap} and {@link permutationTest}. */
  readonly perQuery: Readonly<Record<M, Readonly<Record<string, number>>>>;
  /** Arithmetic mean over the queries of `perQuery`; undefined where there are none. */
  readonly mean: Readonly<Record<M, number | undefined>>;
  /** Geometric mean of the same values, each taken as at least 0.00001: an arm that fails some query fails (trec_eval's gm_map, gm_bpref). */
  readonly geometricMean: Readonly<Record<M, number | undefined>>;
  /** Queries for which a metric does not exist. */
  readonly undefinedQueries: Readonly<Record<M, readonly string[]>>;
  /** Judged queries that the run does not answer; each was evaluated as an empty list. */
  readonly missing: readonly string[];
  /** Queries of the run without judgements; they count for nothing. */
  readonly withoutJudgements: readonly string[];
  /** Listed items of the judged queries, and how many of them are unjudged; `share` is undefined where nothing is listed. */
  readonly unjudged: { readonly items: number; readonly of: number; readonly share: number | undefined };
}

/** Least value that a geometric mean takes up. */
const LEAST_FACTOR = 1e-5;

/**
 * Evaluates the lists of one arm against judgements, query by query and on the whole (评测排序).
 *
 *   mean_m = Σ over queries  m(list, judgements) / queries for which m exists
 *
 * Metrics are functions: those of this library, or the caller's own with options closed over. A record names them; in an array each is named by its
 * function, which a minifier may rename. A judged query that the run does not answer is evaluated as an empty list (0 for most metrics) and told in
 * `missing`; a query of the run without judgements is told and not averaged.
 * @throws GuiyanError `duplicate-id` where a list names an id twice or two metrics share a name; `invalid-argument` where the run answers no judged
 *   query, a score is not finite or a metric returns anything but a finite number or undefined; `invalid-option`, `unknown-option`
 * @complexity O(queries × (metrics × cost of a metric + listed log listed))
 * @source Voorhees & Harman, TREC: Experiment and Evaluation in Information Retrieval, 2005, ch. 3; geometric mean: Robertson, "On GMAP", CIKM 2006.
 *   Differs: trec_eval averages over the queries that the run answers unless told otherwise (-c).
 * @example
 * const qrels = { d1: { t1: 2, t2: 0 }, d2: { t3: 1 } };
 * const run = { d1: { t1: 0.2, t2: 0.9 }, d2: ["t3", "t1"] };
 * const { mean, missing } = evaluateRanking({ qrels, run }, {
 *   p1: (ranked, judgements) => precision(ranked, judgements, { k: 1 }),
 *   reciprocalRank,
 * });
 * console.log(mean.p1, mean.reciprocalRank, missing); // → 0.5 0.75 []
 */
export function evaluateRanking<M extends string = string>(
  data: RankingData,
  metrics: Readonly<Record<M, RankingMetric>> | readonly RankingMetric[],
  options: EvaluateRankingOptions = {},
): RankingEvaluation<M> {
  const place = "evaluateRanking";
  checkOptions(place, options, ["ties", "undefinedQueries"]);
  checkOptions(place, data, ["qrels", "run"]);
  const ties = checkTies(place, options.ties);
  const undefinedAs = checkOneOf(place, "undefinedQueries", options.undefinedQueries ?? "leave-out", ["leave-out", "zero"]);
  const named = readMetrics(place, metrics);
  const qrels = readKeyed(place, "qrels", data?.qrels);
  const run = readKeyed(place, "run", data?.run);
  const queries = [...qrels.keys()].sort(compareCodePoints);
  const missing = queries.filter((query) => !run.has(query));
  if (missing.length === queries.length) {
    const message = `${place}: expected the run to answer a judged query, received ${run.size} others for ${queries.length} judged`;
    throw new GuiyanError("invalid-argument", message, { path: ["run"], details: { judged: queries.length, run: run.size } });
  }

  const lists = queries.map((query) => {
    const answer = run.get(query);
    return {
      query,
      ranked: answer === undefined ? [] : orderRun(place, "run", answer, ties),
      judgements: readKeyed(place, "judgements", qrels.get(query) as Judgements),
    };
  });
  const columns = [...named].map(([name, metric]) => {
    const values: [string, number][] = [];
    const without: string[] = [];
    for (const { query, ranked, judgements } of lists) {
      const value = checkValue(place, metric(ranked, judgements));
      if (value === undefined) without.push(query);
      if (value !== undefined || undefinedAs === "zero") values.push([query, value ?? 0]);
    }
    return { name, values, without };
  });
  // Entries, not assignment: a query may be called `__proto__`.
  const table = <T>(cell: (column: (typeof columns)[number]) => T) =>
    Object.fromEntries(columns.map((column) => [column.name, cell(column)])) as Record<M, T>;
  const unjudged = lists.flatMap(({ ranked, judgements }) => ranked.filter((id) => !judgements.has(id))).length;
  const listed = lists.reduce((sum, { ranked }) => sum + ranked.length, 0);
  return {
    queries,
    perQuery: table(({ values }) => Object.fromEntries(values)),
    mean: table(({ values }) => meanOf(values.map(([, value]) => value))),
    geometricMean: table(({ values }) => {
      const logs = meanOf(values.map(([, value]) => Math.log(Math.max(value, LEAST_FACTOR))));
      return logs === undefined ? undefined : Math.exp(logs);
    }),
    undefinedQueries: table(({ without }) => without),
    missing,
    withoutJudgements: [...run.keys()].filter((query) => !qrels.has(query)).sort(compareCodePoints),
    unjudged: { items: unjudged, of: listed, share: listed === 0 ? undefined : unjudged / listed },
  };
}

/** Metrics by name, in the order given. */
function readMetrics(
  place: string,
  metrics: Readonly<Record<string, RankingMetric>> | readonly RankingMetric[],
): ReadonlyMap<string, RankingMetric> {
  const entries: [string, RankingMetric][] = Array.isArray(metrics)
    ? (metrics as readonly RankingMetric[]).map((metric) => [metric?.name, metric])
    : [...readKeyed(place, "metrics", metrics as Readonly<Record<string, RankingMetric>>)];
  for (const [i, [name, metric]] of entries.entries()) {
    if (typeof metric !== "function") {
      throw new GuiyanError("invalid-argument", `${place}: expected metrics to be functions, received ${typeof metric}`, {
        path: ["metrics", i],
      });
    }
    if (name === "") {
      throw new GuiyanError(
        "invalid-argument",
        `${place}: expected metrics with names, received a nameless function at ${i}: give a record`,
        {
          path: ["metrics", i],
        },
      );
    }
  }
  const named = new Map(entries);
  if (named.size < entries.length) {
    throw new GuiyanError("duplicate-id", `${place}: expected metrics of different names: give a record`, { path: ["metrics"] });
  }
  return named;
}

function checkValue(place: string, value: number | undefined): number | undefined {
  if (value === undefined || Number.isFinite(value)) return value;
  const came = typeof value === "number" ? value : typeof value;
  throw new GuiyanError("invalid-argument", `${place}: expected a metric to return a finite number or undefined, received ${came}`, {
    path: ["metrics"],
  });
}

function meanOf(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
