/**
 * Who of several lists is one person: time, memory and quality over sizes, against what a user would pick instead on the same records; what new records cost;
 * and public sets beside what others tell of theirs. Every run is a process of its own; what is found is compared with planted persons.
 *
 *   node bench/run.mjs linkage [--sizes=10000,30000,100000,1000000] [--rounds=2] [--save]
 *
 * Registries above 100,000 records are linked once; a million take some 10 GB.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { machineOf } from "./figures.js";
import { logLogSlope, median } from "./harness.js";
import { inChild, jobOfProcess, tellParent } from "./linkage/child.js";
import { type FebrlRun, hasFebrl, runFebrl } from "./linkage/febrl.js";
import {
  askedLines,
  type FebrlResult,
  fasterLine,
  febrlRows,
  type LinkageReport,
  ownRows,
  renderLinkage,
  renderLinkageChart,
  type SeedResult,
  seedLine,
  slopeLine,
  upsertLines,
  type WayResult,
  wayRows,
} from "./linkage/report.js";
import { runWay, type WayRun } from "./linkage/run-way.js";
import { measureUpserts, type Upserts } from "./linkage/upserts.js";
import { LOOP, LOOP_MOST, OWN, WAYS } from "./linkage/ways.js";

const SEED = 1;
/** Further registries, for quality alone; the first is the one of all other figures. */
const SEEDS = [SEED, 2, 3, 4, 5];
const RESULTS = join("bench", "results");
/** Sizes that the loop's slope is told from. */
const LOOP_SIZES = [LOOP_MOST / 4, LOOP_MOST / 2, LOOP_MOST];
/** Largest registry that is linked in every round, and given new records. */
const REPEATED = 100_000;
/** Heap for larger ones, beyond what Node takes by itself. */
const LARGE_HEAP = 14_000;

/** What a child process is started for (子任务). */
type Job =
  | { readonly kind: "way"; readonly way: string; readonly records: number; readonly seed: number }
  | { readonly kind: "upserts"; readonly records: number }
  | { readonly kind: "febrl"; readonly set: FebrlRun["set"]; readonly withNumber: boolean };

/** The entry of the package; it names its chunks by their contents, so that another build has another text. */
const build = () => readFileSync(join("dist", "linkage.js"), "utf8");
const measuredBuild = build();

/** Runs a job in a child. @throws where the package is no longer the one that the bench began with */
async function start<R>(job: Job, heap?: number): Promise<R> {
  const found = await inChild<R>(import.meta.filename, job, heap);
  if (build() !== measuredBuild) throw new Error("the package was built anew during the bench: its figures would be of two engines");
  return found;
}

async function work(job: Job): Promise<void> {
  if (job.kind === "way") tellParent(await runWay(job.way, job.records, job.seed));
  else if (job.kind === "upserts") tellParent(measureUpserts(job.records, SEED));
  else tellParent(runFebrl(job.set, job.withNumber));
}

/** All ways over one size, in rounds; a way must answer the same in each. */
async function compare(records: number, rounds: number, names: readonly string[]): Promise<WayResult[]> {
  const runs = names.map((): WayRun[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, way] of names.entries()) {
      runs[i]?.push(await start<WayRun>({ kind: "way", way, records, seed: SEED }, records > REPEATED ? LARGE_HEAP : undefined));
    }
  }
  const own = names.indexOf(OWN);
  return names.map((way, i): WayResult => {
    const all = runs[i] ?? [];
    const [first] = all;
    if (all.some(({ quality }) => JSON.stringify(quality) !== JSON.stringify(first?.quality)))
      throw new Error(`${way} finds other people in another round`);
    return {
      way,
      records,
      seconds: all.map(({ seconds }) => seconds),
      measured: true,
      ratio: own < 0 ? undefined : median(all.map(({ seconds }, r) => seconds / (runs[own]?.[r]?.seconds ?? Number.NaN))),
      fuseSeconds: all.flatMap(({ fuseSeconds }) => fuseSeconds ?? []),
      recordsMegabytes: Math.max(...all.map(({ recordsMegabytes }) => recordsMegabytes)),
      peakMegabytes: Math.max(...all.map(({ peakMegabytes }) => peakMegabytes)),
      account: first?.account,
      quality: first?.quality,
    };
  });
}

/** The loop beyond what it was given, by its own slope. */
function beyond(loop: readonly WayResult[], slope: number, results: readonly WayResult[]): WayResult[] {
  const last = loop.at(-1);
  if (last === undefined) return [];
  return results
    .filter(({ way, records }) => way === OWN && records > LOOP_MOST)
    .map(({ records, seconds }): WayResult => {
      const told = Math.min(...last.seconds) * (records / last.records) ** slope;
      const ratio = told / median(seconds);
      const unknown = { recordsMegabytes: undefined, peakMegabytes: undefined, account: undefined, quality: undefined };
      return { way: LOOP, records, seconds: [told], measured: false, ratio, fuseSeconds: [], ...unknown };
    });
}

async function linkFebrl(rounds: number): Promise<FebrlResult[]> {
  const results: FebrlResult[] = [];
  for (const set of ["febrl1", "febrl4"] as const) {
    for (const withNumber of [true, false]) {
      const runs: FebrlRun[] = [];
      for (let round = 0; round < rounds; round++) runs.push(await start<FebrlRun>({ kind: "febrl", set, withNumber }));
      const [first] = runs;
      if (first !== undefined) results.push({ ...first, seconds: runs.map(({ seconds }) => seconds) });
    }
  }
  return results;
}

/** F1 of ours over registries of other seeds, so that no one registry's luck, good or bad, is taken for the rule. */
async function otherSeeds(records: number): Promise<SeedResult[]> {
  const results: SeedResult[] = [];
  for (const seed of SEEDS) {
    const { quality, account } = await start<WayRun>({ kind: "way", way: OWN, records, seed });
    results.push({ records, seed, f1: quality.f1, planted: quality.truePairs, expected: account?.expectedPairs ?? 0 });
  }
  return results;
}

/** Slopes of the least times over rounds: load of others only adds. */
function slopesOf(ways: readonly WayResult[]): Record<string, number> {
  return Object.fromEntries(
    [...new Set(ways.map(({ way }) => way))].flatMap((way) => {
      const points = ways
        .filter((it) => it.way === way && it.measured)
        .map(({ records, seconds }) => ({ size: records, ms: Math.min(...seconds) }));
      return points.length < 3 ? [] : [[way, logLogSlope(points)]];
    }),
  );
}

async function bench(): Promise<void> {
  const flags = process.argv.slice(2);
  const told = (name: string) => flags.find((flag) => flag.startsWith(`--${name}=`))?.slice(name.length + 3);
  const sizes = told("sizes")?.split(",").map(Number) ?? [10_000, 30_000, 100_000, 1_000_000];
  sizes.sort((a, b) => a - b);
  const rounds = Number(told("rounds") ?? 2);
  if (![...sizes, rounds * 100].every((size) => Number.isSafeInteger(size) && size >= 100))
    throw new Error("--sizes: expected whole numbers >= 100; --rounds: a whole number >= 1");

  const loop: WayResult[] = [];
  for (const size of LOOP_SIZES.filter((it) => !sizes.includes(it))) loop.push(...(await compare(size, rounds, [LOOP])));
  const ways: WayResult[] = [];
  for (const size of sizes) {
    const names = WAYS.filter(({ most }) => size <= most).map(({ name }) => name);
    const results = await compare(size, size > REPEATED ? 1 : rounds, names);
    ways.push(...results);
    console.table(ownRows({ ways: results }));
    console.table(wayRows({ ways: results }));
  }
  loop.push(...ways.filter(({ way, records }) => way === LOOP && LOOP_SIZES.includes(records)));
  const slopes = slopesOf([...ways.filter(({ way }) => way !== LOOP), ...loop]);
  ways.push(...beyond(loop, slopes[LOOP] ?? Number.NaN, ways));
  ways.sort((a, b) => a.records - b.records);

  const upserts: Upserts[] = [];
  const upserted = sizes.filter((size) => size <= REPEATED && size >= 10_000).at(-1);
  if (upserted !== undefined)
    for (let round = 0; round < rounds; round++) upserts.push(await start<Upserts>({ kind: "upserts", records: upserted }));
  const seeds = await otherSeeds(sizes[0] ?? LOOP_MOST);
  const febrl = hasFebrl() ? await linkFebrl(rounds) : undefined;

  const found: LinkageReport = { bench: "linkage", machine: machineOf(), seed: SEED, ways, slopes, seeds, upserts, febrl };
  // Four figures are kept of every number, and all that is printed and saved is told from those.
  const json = JSON.stringify(
    found,
    (_, value) => (typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value),
    2,
  );
  const report = JSON.parse(json) as LinkageReport;
  if (report.febrl === undefined) console.log("FEBRL: skipped, the sets do not stand beside the project");
  else console.table(febrlRows(report.febrl));
  console.log([slopeLine(report), seedLine(report), fasterLine(report), ...askedLines(report), ...upsertLines(report)].join("\n"));
  if (flags.includes("--save")) {
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, "linkage.json"), `${json}\n`);
    writeFileSync(join(RESULTS, "linkage.md"), renderLinkage(report));
    writeFileSync(join(RESULTS, "linkage.svg"), renderLinkageChart(report));
  } else console.log(JSON.stringify(report));
}

const job = jobOfProcess<Job>();
if (job === undefined) await bench();
else await work(job);
