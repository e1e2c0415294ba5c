import { duration, figure, type Machine, markdownTable } from "../figures.js";
import { median } from "../harness.js";
import { PALETTE, type PlotLine, renderLogLogPlot } from "../plot.js";
import { type FebrlRun, PEERS } from "./febrl.js";
import type { PairQuality } from "./pair-quality.js";
import type { Upserts } from "./upserts.js";
import { LOOP, LOOP_MOST, OWN, type OwnAccount } from "./ways.js";

/** One way over one registry, all rounds (结果). */
export interface WayResult {
  readonly way: string;
  readonly records: number;
  /** Of each round; of the loop beyond its measured sizes one figure, by its slope. */
  readonly seconds: readonly number[];
  readonly measured: boolean;
  /** Median over rounds of this way's time over guiyan's in the same round. */
  readonly ratio: number | undefined;
  readonly fuseSeconds: readonly number[];
  readonly recordsMegabytes: number | undefined;
  readonly peakMegabytes: number | undefined;
  readonly account: OwnAccount | undefined;
  readonly quality: PairQuality | undefined;
}

/** A public set, all rounds. */
export type FebrlResult = Omit<FebrlRun, "seconds"> & { readonly seconds: readonly number[] };

/** Quality over a registry of another seed (换种子). */
export interface SeedResult {
  readonly records: number;
  readonly seed: number;
  readonly f1: number;
  /** Pairs of one person that were planted, and that the model expects. */
  readonly planted: number;
  readonly expected: number;
}

/** All that one run of the bench found (结果). */
export interface LinkageReport {
  readonly bench: "linkage";
  readonly machine: Machine;
  readonly seed: number;
  readonly ways: readonly WayResult[];
  /** Slope of log time over log size, by way, where there are three sizes. */
  readonly slopes: Readonly<Record<string, number>>;
  readonly seeds: readonly SeedResult[];
  /** Of each round. */
  readonly upserts: readonly Upserts[];
  /** Absent where the sets do not stand beside the project. */
  readonly febrl: readonly FebrlResult[] | undefined;
}

/** What was asked of the engine. */
const ASKED = { records: 100_000, seconds: 60, megabytes: 3000, upsertMillis: 500, touched: 0.01 };

/** From the least to the greatest, told once where they read the same. */
function range(values: readonly number[], tell: (value: number) => string): string {
  const [low, high] = [tell(Math.min(...values)), tell(Math.max(...values))];
  return low === high ? low : `${low} – ${high}`;
}

const seconds = (values: readonly number[]) => range(values, (value) => duration(1e6 * value));
const memory = (megabytes: number | undefined) => (megabytes === undefined ? "–" : `${figure(megabytes / 1000)} GB`);
const share = (value: number | undefined) => (value === undefined ? "–" : value.toFixed(4));
const percent = (value: number) => `${figure(100 * value)} %`;
const isOwn = ({ way }: WayResult) => way.startsWith(OWN);

/** Rows of what linkRecords itself takes and finds. */
export function ownRows({ ways }: Pick<LinkageReport, "ways">): Record<string, string>[] {
  return ways.filter(isOwn).map((result) => {
    const { way, records, account, quality, recordsMegabytes, peakMegabytes } = result;
    return {
      records: figure(records),
      way,
      linked: seconds(result.seconds),
      "one record a person": `+ ${seconds(result.fuseSeconds)}`,
      "peak memory (records alone)": `${memory(peakMegabytes)} (${memory(recordsMegabytes)})`,
      "pairs compared": account === undefined ? "–" : `${figure(account.compared)} (${percent(account.compared / account.comparable)})`,
      "pairs of one person: planted, expected": `${figure(quality?.truePairs ?? 0)}, ${figure(account?.expectedPairs ?? 0)}`,
      precision: share(quality?.precision),
      recall: share(quality?.recall),
      F1: share(quality?.f1),
    };
  });
}

/** Rows of all ways side by side. */
export function wayRows({ ways }: Pick<LinkageReport, "ways">): Record<string, string>[] {
  return ways.map((result) => ({
    records: figure(result.records),
    way: result.way,
    time: result.measured ? seconds(result.seconds) : `${seconds(result.seconds)}, extrapolated`,
    "time ÷ guiyan's": result.ratio === undefined ? "–" : figure(result.ratio),
    "peak memory": memory(result.peakMegabytes),
    precision: share(result.quality?.precision),
    recall: share(result.quality?.recall),
    F1: share(result.quality?.f1),
  }));
}

/** Slopes in one line. */
export function slopeLine({ slopes }: Pick<LinkageReport, "slopes">): string {
  const told = Object.entries(slopes).map(([way, slope]) => `${way} ${slope.toFixed(2)}`);
  return told.length === 0
    ? "Slopes are told of three sizes or more."
    : `Slope of log time over log size, least times of the rounds (1 is linear): ${told.join(", ")}.`;
}

/** F1 by seed, so that the luck of one registry shows. */
export function seedLine({ seeds }: Pick<LinkageReport, "seeds">): string {
  const told = seeds.map(
    ({ seed, f1, planted, expected }) => `${seed}: ${share(f1)} (${figure(expected)} pairs expected, ${figure(planted)} planted)`,
  );
  return `F1 over ${figure(seeds[0]?.records ?? 0)} records by seed: ${told.join("; ")}.`;
}

/** Who is quicker at the size asked about, or the largest below, and at what F1. */
export function fasterLine({ ways }: Pick<LinkageReport, "ways">): string {
  const own = ways.filter(({ way, records }) => way === OWN && records <= ASKED.records).at(-1);
  const rivals = ways.filter((it) => it.records === own?.records && !isOwn(it) && it.measured && it.ratio !== undefined);
  const told = (it: WayResult, times: number) => `${it.way} ${figure(times)} times (F1 ${share(it.quality?.f1)})`;
  const faster = rivals.flatMap((it) => (it.ratio !== undefined && it.ratio < 1 ? [told(it, 1 / it.ratio)] : []));
  const slower = rivals.flatMap((it) => (it.ratio !== undefined && it.ratio >= 1 ? [told(it, it.ratio)] : []));
  return [
    `At ${figure(own?.records ?? 0)} records, where guiyan has F1 ${share(own?.quality?.f1)}:`,
    faster.length === 0 ? "nobody is faster;" : `faster than it are ${faster.join(", ")};`,
    slower.length === 0 ? "nobody is slower." : `slower ${slower.join(", ")}.`,
  ].join(" ");
}

const verdict = (met: boolean) => (met ? "met" : "missed");

/** What was asked, and whether it was met. */
export function askedLines({ ways, upserts }: Pick<LinkageReport, "ways" | "upserts">): string[] {
  const own = ways.find(({ way, records }) => way === OWN && records === ASKED.records);
  const lines: string[] = [];
  if (own !== undefined) {
    const met = Math.max(...own.seconds) < ASKED.seconds && (own.peakMegabytes ?? 0) < ASKED.megabytes;
    lines.push(
      `- ${figure(ASKED.records)} records in under ${ASKED.seconds} s and ${memory(ASKED.megabytes)}: ${seconds(own.seconds)}, ${memory(own.peakMegabytes)}; ${verdict(met)}.`,
    );
  }
  const [first] = upserts;
  if (first !== undefined) {
    const millis = upserts.map((it) => it.millis.median);
    const touched = Math.max(...upserts.map((it) => it.touched));
    const met = Math.max(...millis) < ASKED.upsertMillis && touched < ASKED.touched;
    lines.push(
      `- ${first.batch} new records among ${figure(first.records)} in under ${ASKED.upsertMillis / 1000} s, under ${percent(ASKED.touched)} of the ids of people touched: ${range(millis, (value) => duration(1000 * value))}, ${percent(touched)}; ${verdict(met)}.`,
    );
  }
  return lines;
}

/** Lines on new records. */
export function upsertLines({ upserts }: Pick<LinkageReport, "upserts">): string[] {
  const [first] = upserts;
  if (first === undefined) return [];
  const least = Math.min(...upserts.map(({ millis }) => millis.min));
  const most = Math.max(...upserts.map(({ millis }) => millis.max));
  return [
    `- ${first.batches} batches of ${first.batch} records, ${first.known} of them of people already there, into ${figure(first.records)}: median ${range(
      upserts.map(({ millis }) => millis.median),
      (value) => duration(1000 * value),
    )} a batch, from ${duration(1000 * least)} to ${duration(1000 * most)}`,
    `- ids of people named as new, changed or gone: at most ${percent(Math.max(...upserts.map(({ touched }) => touched)))}; nobody else changed`,
    `- further records that joined their person: ${percent(first.joined)}`,
    `- a full run over all of them with the same model: ${seconds(upserts.map(({ fullSeconds }) => fullSeconds))}, the same people`,
  ];
}

/** Rows of the public sets, ours and what others tell of theirs. */
export function febrlRows(febrl: readonly FebrlResult[]): Record<string, string>[] {
  return febrl.flatMap((result) => {
    const { set, withNumber, quality, compared, comparable } = result;
    const place = { set, soc_sec_id: withNumber ? "with" : "without" };
    const peers = PEERS.filter((peer) => peer.set === set && peer.withNumber === withNumber);
    return [
      {
        ...place,
        system: OWN,
        precision: share(quality.precision),
        recall: share(quality.recall),
        F1: share(quality.f1),
        time: seconds(result.seconds),
        "pairs compared": `${figure(compared)} (${percent(compared / comparable)})`,
      },
      ...peers.map(({ system, f1 }) => ({
        ...place,
        system: `*${system}*`,
        precision: "",
        recall: "",
        F1: share(f1),
        time: "",
        "pairs compared": "",
      })),
    ];
  });
}

/** The report as a page of Markdown (结果页). */
export function renderLinkage(report: LinkageReport): string {
  const { machine, seed, febrl } = report;
  return `${[
    "# Linkage: who of three lists is one person",
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}. Every run is a cold process of its own; ways take turns in rounds, a range is over the rounds and a ratio the median of the ratios within a round; above 100,000 records there is one round. Peak memory is of the whole process, the records and Node included. Synthetic registry of seed ${seed}: a fifth of the people stand in two or three of the lists, which err in names, phones, employers and places; precision, recall and F1 are over all pairs of records after closure, so that a pair never looked at counts as missed.`,
    askedLines(report).join("\n"),
    "![Time over registry size](linkage.svg)",
    "## What it takes",
    markdownTable(ownRows(report)),
    "One thread. *guiyan* knows that nobody stands twice in one list, *told nothing* does not even know that there are lists. *Linked*: `linkRecords` with its defaults, model learnt and all; *one record a person*: `entities` after it. *Expected*: pairs of one person that the model believes there are; where that is far from what was planted, it has learnt something else.",
    slopeLine(report),
    seedLine(report),
    "## What one would pick instead",
    `The same records; the loop, the self-join and the look-up know the lists too. *name (VLOOKUP)*: the first of exactly the same name in each list before. *name and phone*: both the same. *DuckDB self-join*: blocks by name or phone, Jaro–Winkler thresholds on employer, phone and name in SQL, closed by union–find; all cores; thresholds the best of a grid with the truth in view. *${LOOP}*: names alike and one phone or employer, measured up to ${figure(LOOP_MOST)} records and told beyond by its own slope.`,
    markdownTable(wayRows(report)),
    fasterLine(report),
    ...(report.upserts.length === 0 ? [] : ["## New records", upsertLines(report).join("\n")]),
    "## Public sets",
    febrl === undefined
      ? "FEBRL: skipped, the sets do not stand beside the project."
      : `FEBRL, synthetic Australian people: set 1 is 1,000 records of 500 people, set 4 two lists of 5,000. Defaults, nothing set for these sets but that set 4 is two lists. In italics what others tell of theirs; it was not measured here.\n\n${markdownTable(febrlRows(febrl))}`,
  ].join("\n\n")}\n`;
}

const LOOKS: Readonly<Record<string, Pick<PlotLine, "colour" | "marker" | "dashed" | "strong">>> = {
  [OWN]: { colour: PALETTE.blue, marker: "circle", strong: true },
  "guiyan, told nothing": { colour: PALETTE.sky, marker: "square" },
  "name (VLOOKUP)": { colour: PALETTE.green, marker: "triangle" },
  "name and phone": { colour: PALETTE.purple, marker: "square" },
  "DuckDB self-join": { colour: PALETTE.orange, marker: "diamond" },
  [LOOP]: { colour: PALETTE.vermilion, marker: "triangle", dashed: true },
};

/** Time over registry size as a chart. */
export function renderLinkageChart({ machine, ways }: LinkageReport): string {
  const lines = [...new Set(ways.map(({ way }) => way))].map((way): PlotLine => {
    const own = ways.filter((result) => result.way === way);
    const f1 = own.filter(({ quality }) => quality !== undefined).at(-1)?.quality?.f1;
    const points = own.map((result) => ({ x: result.records, y: 1e6 * median(result.seconds) }));
    const last = points.at(-1);
    return {
      label: way,
      notes: [
        ...(last === undefined ? [] : [duration(Number(last.y.toPrecision(2)))]),
        ...(f1 === undefined ? [] : [`F1 ${f1.toFixed(3)}`]),
      ],
      points,
      ...(LOOKS[way] ?? { colour: PALETTE.black, marker: "circle" }),
    };
  });
  return renderLogLogPlot({
    title: "Who of three lists is one person",
    subtitles: [
      `Time to link a registry, and F1 at the largest size measured. The loop is measured up to ${figure(LOOP_MOST)} records, beyond by its slope.`,
      "三份名单查重合并的用时，及最大实测规模下的 F1；双重循环只实测到一万条，其后按斜率外推",
    ],
    caption: `${machine.cpu}, ${machine.cores} cores, one thread used (DuckDB: all) · Node ${machine.node} · cold processes, medians of rounds`,
    x: { label: "records 记录数", tick: (value) => (value < 1e6 ? `${value / 1000} k` : `${value / 1e6} M`) },
    y: { label: "time 用时", tick: duration },
    lines,
  });
}
