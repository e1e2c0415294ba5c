import { readFileSync } from "node:fs";
import { sharedData } from "./shared-data.js";

/** The files of the hostile data by who walks them: each file of its list belongs to exactly one group, each group to the suites that ask for it. */
export const HOSTILE_GROUPS = {
  "workbook cases": /^gen\/xlsx\//,
  "csv cases": /^gen\/csv\//,
  "json cases": /^gen\/json\//,
  workbooks: /^ext\/(?:poi-xlsx|exceljs|calamine\/xlsx)\//,
  "foreign workbooks": /^ext\/calamine\/other\//,
  "csv files": /^ext\/duckdb-csv\//,
  "csv-spectrum": /^ext\/csv-spectrum\//,
  "json files": /^ext\/json-test-suite\//,
  "gb18030 tables": /^ext\/whatwg-gb18030\//,
  "naughty strings": /^ext\/blns\//,
  "formula payloads": /^ext\/csv-injection\//,
  "script payloads": /^ext\/xss\//,
  gb18030: /^gen\/gb18030\.json$/,
  names: /^gen\/names\.json$/,
  identifiers: /^gen\/identifiers\.json$/,
  "numbers and dates": /^gen\/numbers-dates\.json$/,
  "formula cases": /^gen\/formula-injection\.json$/,
  pollution: /^gen\/prototype-pollution\.json$/,
  "script cases": /^gen\/xss\.json$/,
  paths: /^gen\/paths\.json$/,
  edges: /^gen\/analytics-edges\.json$/,
  "slow inputs": /^gen\/slow-inputs\.json$/,
} as const;

/** Name of a group of hostile files. */
export type HostileGroup = keyof typeof HOSTILE_GROUPS;

/** One file as the list of the hostile data tells it. */
export interface HostileFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Every file of the hostile data's list. */
export function hostileList(): HostileFile[] {
  return JSON.parse(readFileSync(sharedData("hostile", "MANIFEST.json"), "utf8")) as HostileFile[];
}

/** Full paths of a group's files, in order. */
export function hostileFiles(group: HostileGroup): string[] {
  const pattern = HOSTILE_GROUPS[group];
  return hostileList()
    .filter(({ path }) => pattern.test(path))
    .map(({ path }) => sharedData("hostile", path))
    .sort();
}

/** What the one file of a group holds. */
export function hostileCases<T>(group: HostileGroup): T {
  return JSON.parse(readFileSync(hostileFiles(group)[0] ?? "", "utf8")) as T;
}

/** A path below the hostile data, for messages. */
export function hostileLabel(path: string): string {
  return path.slice(sharedData("hostile").length + 1);
}

/** What the prototypes hold that a poisoned key would change. */
export function ownKeys(): string {
  return JSON.stringify(
    [Object.prototype, Array.prototype, Map.prototype, Function.prototype].map((it) => Reflect.ownKeys(it).map(String)),
  );
}

const MEGABYTE = 2 ** 20;

/** Runs work on one input; past five seconds, or 256 MB of growth, it fails. */
export async function underCeilings<T>(label: string, work: () => Promise<T>): Promise<T> {
  const resident = process.memoryUsage.rss();
  const peak = process.resourceUsage().maxRSS * 1024;
  const start = performance.now();
  const done = await work();
  const seconds = (performance.now() - start) / 1000;
  const peakNow = process.resourceUsage().maxRSS * 1024;
  // A peak that was not passed tells nothing of this work; what is resident now does.
  const grown = ((peakNow > peak ? peakNow : process.memoryUsage.rss()) - resident) / MEGABYTE;
  if (seconds > 5 || grown > 256) throw new Error(`${label}: ${seconds.toFixed(1)} s, ${Math.round(grown)} MB`);
  return done;
}
