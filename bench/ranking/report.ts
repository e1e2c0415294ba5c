import { duration, figure, type Machine, markdownTable } from "../figures.js";
import { PALETTE, type PlotLine, renderLogLogPlot } from "../plot.js";
import type { Churn, Latency } from "./churn.js";
import { type Comparison, comparedDemands } from "./compare-ways.js";
import type { IndexCosts } from "./index-costs.js";

/** All that one run of the ranking bench found (结果). */
export interface RankingReport {
  readonly bench: "ranking";
  readonly machine: Machine;
  readonly demands: number;
  readonly k: number;
  readonly comparisons: readonly Comparison[];
  readonly costs: readonly IndexCosts[];
  readonly churn: Churn | undefined;
  /** Slope of log time over log size, by way, where there are three sizes. */
  readonly slopes: Readonly<Record<string, number>>;
}

const share = (value: number) => `${Math.round(100 * value)} %`;
const latency = ({ p50, p99, most }: Latency) => `${duration(p50)} / ${duration(p99)} / ${duration(most)}`;

/** Rows of the comparison as they are printed and saved. */
export function comparisonRows({ comparisons }: Pick<RankingReport, "comparisons">): Record<string, string>[] {
  return comparisons.map(({ talents, way, micros, ratio, exact, overlap, asGood }) => ({
    talents: figure(talents),
    way,
    "per demand": duration(micros),
    "times guiyan cells": figure(ratio),
    "same list": exact ? "yes" : `${share(overlap)} of it (${share(asGood)} as good)`,
  }));
}

/** Rows of what the index costs. */
export function costRows({ costs, comparisons }: Pick<RankingReport, "costs" | "comparisons">, demands: number): Record<string, string>[] {
  return costs.map((cost) => {
    const { talents, snapshot, touched } = cost;
    const statement = comparisons.find(({ way, talents: size }) => size === talents && way.startsWith("DuckDB"));
    const own = (cost.buildFromColumns * talents) / 1000 + cost.warmPass;
    const database = cost.databaseLoad + (demands * (statement?.micros ?? Number.NaN)) / 1000;
    return {
      talents: figure(talents),
      "build from records, µs a talent": cost.buildFromRecords === undefined ? "–" : figure(cost.buildFromRecords),
      "from columns": figure(cost.buildFromColumns),
      "bytes a talent (ids)": `${figure(cost.bytes)} (${figure(cost.idBytes)})`,
      "touched, mean / p50 / p99 / most": [touched.mean, touched.p50, touched.p99, touched.most].map(figure).join(" / "),
      [`${demands} demands, first / warm`]: `${figure(cost.firstPass)} / ${figure(cost.warmPass)} ms`,
      "one ranking, p50 / p99": `${duration(cost.p50)} / ${duration(cost.p99)}`,
      "snapshot write / load, build": `${figure(snapshot.write)} / ${figure(snapshot.load)}, ${figure((cost.buildFromColumns * talents) / 1000)} ms`,
      "snapshot bytes a talent": figure(snapshot.bytes),
      [`build + ${demands} demands: DuckDB's time ÷ this`]: figure(database / own),
    };
  });
}

/** Lines on rankings between changes. */
export function churnLines({ churn }: Pick<RankingReport, "churn">): string[] {
  if (churn === undefined) return [];
  return [
    `${figure(churn.talents)} talents, ${figure(churn.upserts)} upserts of one talent each, one ranking after each (p50 / p99 / longest):`,
    `- ranking, quiet registry: ${latency(churn.quiet)}`,
    `- ranking between upserts: ${latency(churn.busy)}; p99 ${figure(churn.p99Ratio)} times the quiet one`,
    `- the upserts themselves: ${latency(churn.upsert)}; all of them ${duration(1000 * churn.upsertTotalMs)}`,
  ];
}

/** Slopes in one line. */
export function slopeLine({ slopes }: Pick<RankingReport, "slopes">): string {
  const told = Object.entries(slopes).map(([way, slope]) => `${way} ${slope.toFixed(2)}`);
  if (told.length === 0) return "Slopes are told of three sizes or more.";
  return `Slope of log time over log size (1 is linear): ${told.join(", ")}.`;
}

/** A table on its side: one column a registry, one row a measure. */
const turned = (rows: readonly Record<string, string>[]): Record<string, string>[] => {
  const [head = "", ...measures] = Object.keys(rows[0] ?? {});
  return measures.map((measure) => ({
    measure,
    ...Object.fromEntries(rows.map((row) => [`${row[head]} ${head}`, row[measure] ?? ""])),
  }));
};

/** The report as a page of Markdown (结果页). */
export function renderMarkdown(report: RankingReport): string {
  const { machine, demands, k, costs } = report;
  const told = costs.map(({ talents }) => `${comparedDemands(talents)} of ${figure(talents)} talents`).join(", ");
  return `${[
    "# Ranking: top ten of a registry for one demand",
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. One process, one thread. Ways take turns in rounds; a time is the median of the rounds and a ratio the median of the ratios within a round. Before anything was timed, the lists of every exact way for the first demands (${told}) were compared with those of guiyan cells, ids and points. Text search takes turns with guiyan cells alone. Synthetic registry of seed 1 over GB/T 2260 counties and graduate programmes; ${demands} demands of four weighted requirements, hard rules in a quarter of them; top ${k}.`,
    "![Time per demand over registry size](ranking.svg)",
    "## Ways",
    markdownTable(comparisonRows(report)),
    "*Same list*: of a text search, the share of the true ten best in its ten, and the share of its ten with at least the points of the true tenth.",
    slopeLine(report),
    "## Index",
    markdownTable(turned(costRows(report, demands))),
    "*DuckDB's time*: its load and its time per demand by the number of demands.",
    ...(report.churn === undefined ? [] : ["## Rankings between changes", churnLines(report).join("\n")]),
  ].join("\n\n")}\n`;
}

const LOOKS: Readonly<Record<string, Pick<PlotLine, "colour" | "marker" | "dashed" | "strong">>> = {
  "guiyan cells": { colour: PALETTE.blue, marker: "circle", strong: true },
  "guiyan postings": { colour: PALETTE.sky, marker: "square" },
  "guiyan scan": { colour: PALETTE.green, marker: "triangle" },
  "DuckDB, 1 thread": { colour: PALETTE.orange, marker: "diamond" },
  "objects, sorted": { colour: PALETTE.black, marker: "square" },
  arquero: { colour: PALETTE.purple, marker: "triangle" },
  minisearch: { colour: PALETTE.vermilion, marker: "circle", dashed: true },
  orama: { colour: PALETTE.vermilion, marker: "square", dashed: true },
  "fuse.js": { colour: PALETTE.vermilion, marker: "triangle", dashed: true },
};

function notesOf({ way, micros, ratio }: Comparison): string[] {
  return [duration(Number(micros.toPrecision(2))), ...(way === "guiyan cells" ? [] : [`${figure(Number(ratio.toPrecision(2)))}×`])];
}

/** From the least to the greatest share of the true list that text search found; undefined where it was not asked. */
function foundByText(comparisons: readonly Comparison[]): string | undefined {
  const shares = comparisons.filter(({ exact }) => !exact).map(({ overlap }) => Math.round(100 * overlap));
  return shares.length === 0 ? undefined : `${Math.min(...shares)}–${Math.max(...shares)} %`;
}

/** The comparison as a chart: time per demand over registry size. */
export function renderChart({ machine, comparisons, k }: RankingReport): string {
  const ways = [...new Set(comparisons.map(({ way }) => way))];
  const lines = ways.map((way): PlotLine => {
    const own = comparisons.filter((comparison) => comparison.way === way);
    const last = own.at(-1);
    return {
      label: way,
      notes: last === undefined ? [] : notesOf(last),
      points: own.map(({ talents, micros }) => ({ x: talents, y: micros })),
      ...(LOOKS[way] ?? { colour: PALETTE.black, marker: "circle" }),
    };
  });
  const found = foundByText(comparisons);
  return renderLogLogPlot({
    title: `Top ${k} of a talent registry for one demand`,
    subtitles: [
      `Time per demand. All but text search give the same exact list${found === undefined ? "." : `; text search (red) finds ${found} of it.`}`,
      `为一条需求取前 ${k} 名人才的用时：除全文检索外结果完全一致${found === undefined ? "" : `，全文检索（红色）只找到其中 ${found}`}`,
    ],
    caption: `${machine.cpu}, ${machine.cores} cores, one thread used · Node ${machine.node} · medians of interleaved rounds · ×: times guiyan cells`,
    x: { label: "talents in the registry 人才数", tick: (value) => (value < 1e6 ? `${value / 1000} k` : `${value / 1e6} M`) },
    y: { label: "time per demand 每条需求用时", tick: duration },
    lines,
  });
}
