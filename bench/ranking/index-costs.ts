import assert from "node:assert/strict";
import type { Talent } from "guiyan";
import { createTalentIndex, TalentIndex } from "guiyan/ranking";
import { median, quantile, race, time } from "../harness.js";
import { type Asked, makeColumns, type WorkColumns } from "./work.js";

/** What the index of one registry costs to make, hold and use (索引成本). */
export interface IndexCosts {
  readonly talents: number;
  /** Microseconds a talent; undefined from records where there are none. */
  readonly buildFromColumns: number;
  readonly buildFromRecords: number | undefined;
  /** Bytes a talent that the index holds, and how many of them are the ids. */
  readonly bytes: number;
  readonly idBytes: number;
  /** Rows and postings looked at for one demand. */
  readonly touched: { readonly mean: number; readonly p50: number; readonly p99: number; readonly most: number };
  /** All demands of the bench, milliseconds: the first time on a fresh index, and warm. */
  readonly firstPass: number;
  readonly warmPass: number;
  /** Microseconds of single rankings, warm. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds to write and to load a snapshot; its bytes a talent. */
  readonly snapshot: { readonly write: number; readonly load: number; readonly bytes: number };
  /** Milliseconds to take the registry into DuckDB. */
  readonly databaseLoad: number;
}

const K = 10;
/** Builds are repeated so often, past a million talents once. */
const roundsOf = (size: number): number => (size > 1_000_000 ? 1 : 3);
const PASSES = 7;
/** Talents of the registries that are built before any is measured. */
const WARM_UP = 50_000;

/** Collects garbage and counts what is left, on and off the heap. */
function bytesInUse(): number {
  if (global.gc === undefined) throw new Error("expected node to run with --expose-gc");
  global.gc();
  global.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function rankingCosts(index: TalentIndex, asked: readonly Asked[]) {
  const demands = asked.map(({ demand }) => demand);
  const firstPass = time(() => index.rankAll(demands, { k: K }));
  const warm = Array.from({ length: PASSES }, () => time(() => index.rankAll(demands, { k: K })));
  const touched: number[] = [];
  const single: number[] = [];
  for (const demand of demands) {
    single.push(1000 * time(() => index.rank(demand, { k: K })));
    index.rank(demand, { k: K, onStats: (stats) => touched.push(stats.touched) });
  }
  return {
    firstPass,
    warmPass: median(warm.slice(1)),
    p50: quantile(single, 0.5),
    p99: quantile(single, 0.99),
    touched: {
      mean: touched.reduce((sum, count) => sum + count, 0) / touched.length,
      p50: quantile(touched, 0.5),
      p99: quantile(touched, 0.99),
      most: Math.max(...touched),
    },
  };
}

function snapshotCosts(index: TalentIndex, columns: WorkColumns, asked: readonly Asked[]) {
  const bytes = index.toSnapshot();
  const loaded = TalentIndex.fromSnapshot(bytes);
  for (const { demand } of asked.slice(0, 30)) assert.deepEqual(loaded.rank(demand, { k: K }), index.rank(demand, { k: K }));
  const contenders = [
    { name: "write", run: () => index.toSnapshot() },
    { name: "load", run: () => TalentIndex.fromSnapshot(bytes) },
  ];
  const [write, load] = race(contenders, 3, 0);
  return { write: write?.median ?? Number.NaN, load: load?.median ?? Number.NaN, bytes: bytes.length / columns.ids.length };
}

/** An index that has ranked nothing yet, and the bytes a talent that it holds. */
export interface Built {
  readonly index: TalentIndex;
  readonly bytes: number;
}

/** Builds an index over the columns and counts what it holds, several times where that does not take long. */
export function buildMeasured(columns: WorkColumns): Built {
  const size = columns.ids.length;
  // The first index of a process also loads the tables of codes, which are not the registry's, and warms the code up.
  let index = createTalentIndex(makeColumns(WARM_UP, 0));
  const runs = Array.from({ length: roundsOf(size) }, () => {
    index = createTalentIndex({ ids: [] });
    const before = bytesInUse();
    index = createTalentIndex(columns);
    return (bytesInUse() - before) / size;
  });
  return { index, bytes: median(runs) };
}

/** Microseconds a talent of a build from columns and, where there are any, from records. */
function buildTimes(columns: WorkColumns, talents: readonly Talent[] | undefined) {
  const size = columns.ids.length;
  const contenders = [columns, ...(talents ? [talents] : [])].map((source) => ({
    name: source === talents ? "records" : "columns",
    run: () => createTalentIndex(source),
    pieces: size,
  }));
  const [fromColumns, fromRecords] = race(contenders, roundsOf(size), size > WARM_UP ? 0 : 2);
  return { buildFromColumns: 1000 * (fromColumns?.median ?? Number.NaN), buildFromRecords: fromRecords && 1000 * fromRecords.median };
}

/** Measures an index that has ranked nothing yet. */
export function indexCosts(
  { index, bytes }: Built,
  columns: WorkColumns,
  talents: readonly Talent[] | undefined,
  asked: readonly Asked[],
): Omit<IndexCosts, "databaseLoad"> {
  const ids = columns.ids.reduce((sum, id) => sum + id.length, 0) / columns.ids.length;
  const ranking = rankingCosts(index, asked);
  return {
    talents: columns.ids.length,
    ...buildTimes(columns, talents),
    bytes,
    // Their text, ASCII here, and where each begins.
    idBytes: ids + 4,
    ...ranking,
    snapshot: snapshotCosts(index, columns, asked),
  };
}
