/**
 * Top ten of a registry for one demand: the index's three engines against what a user would pick instead. The answers are compared first; then
 * ratios measured in the same run, slopes over sizes, and what the index costs to build, hold, change and load.
 *
 *   node bench/run.mjs ranking [--sizes=10000,100000] [--huge] [--save]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Talent } from "guiyan";
import { machineOf } from "./figures.js";
import { logLogSlope } from "./harness.js";
import { type Churn, measureChurn } from "./ranking/churn.js";
import { type Comparison, compareWays } from "./ranking/compare-ways.js";
import { buildMeasured, type IndexCosts, indexCosts } from "./ranking/index-costs.js";
import { churnLines, comparisonRows, costRows, type RankingReport, renderChart, renderMarkdown, slopeLine } from "./ranking/report.js";
import { heldAsRecords, openWays } from "./ranking/ways.js";
import { makeColumns, makeDemands, talentAt } from "./ranking/work.js";

const DEMANDS = 900;
const SEEDS = { talents: 1, demands: 3, changes: 5 };
const RESULTS = join("bench", "results");

const flags = process.argv.slice(2);
const given = flags.find((flag) => flag.startsWith("--sizes="))?.slice("--sizes=".length);
const sizes = given?.split(",").map(Number) ?? [10_000, 100_000, 1_000_000, ...(flags.includes("--huge") ? [10_000_000] : [])];
if (!sizes.every((size) => Number.isSafeInteger(size) && size >= 100)) throw new Error("--sizes: expected whole numbers >= 100");
const churned = sizes.filter(heldAsRecords).at(-1);

const demands = makeDemands(DEMANDS, SEEDS.demands);
const comparisons: Comparison[] = [];
const costs: IndexCosts[] = [];
let churn: Churn | undefined;

for (const size of sizes) {
  const columns = makeColumns(size, SEEDS.talents);
  const built = buildMeasured(columns);
  const talents: Talent[] | undefined = heldAsRecords(size) ? Array.from({ length: size }, (_, i) => talentAt(columns, i)) : undefined;
  const cost = indexCosts(built, columns, talents, demands);
  const { ways, loadMs, close } = await openWays(built.index, columns, talents);
  costs.push({ ...cost, databaseLoad: loadMs });
  comparisons.push(...(await compareWays(ways, demands, size, (id) => talentAt(columns, Number(id.slice(1))))));
  close();
  console.table(comparisonRows({ comparisons: comparisons.filter(({ talents: count }) => count === size) }));
  if (size === churned && talents !== undefined) churn = measureChurn(built.index, talents, demands, SEEDS.changes);
}

const slopes = Object.fromEntries(
  [...new Set(comparisons.map(({ way }) => way))].flatMap((way) => {
    const points = comparisons.filter((comparison) => comparison.way === way).map(({ talents, micros }) => ({ size: talents, ms: micros }));
    return points.length < 3 ? [] : [[way, logLogSlope(points)]];
  }),
);
const found: RankingReport = { bench: "ranking", machine: machineOf(), demands: DEMANDS, k: 10, comparisons, costs, churn, slopes };
// Four figures are kept of every number, and all that is printed and saved is told from those.
const json = JSON.stringify(found, (_, value) => (typeof value === "number" ? Number(value.toPrecision(4)) : value), 2);
const report = JSON.parse(json) as RankingReport;
for (const row of costRows(report, DEMANDS)) console.table(row);
console.log([slopeLine(report), ...churnLines(report)].join("\n"));
if (flags.includes("--save")) {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, "ranking.md"), renderMarkdown(report));
  writeFileSync(join(RESULTS, "ranking.json"), `${json}\n`);
  writeFileSync(join(RESULTS, "ranking.svg"), renderChart(report));
} else console.log(JSON.stringify(report));
