import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { linkRecords } from "guiyan/linkage";
import { groupsOf, type PairQuality, pairQuality } from "./pair-quality.js";

/** One run over a public set of synthetic Australian people (FEBRL 数据集). */
export interface FebrlRun {
  readonly set: "febrl1" | "febrl4";
  readonly withNumber: boolean;
  readonly seconds: number;
  readonly compared: number;
  readonly comparable: number;
  readonly quality: PairQuality;
}

/** A figure of somebody else's (他人数据): F1, and where it is from. */
interface PeerFigure {
  readonly set: FebrlRun["set"];
  readonly withNumber: boolean;
  readonly system: string;
  readonly f1: number;
}

/** Figures that others publish, or that their packages gave when the set was fetched; seconds are not told. */
export const PEERS: readonly PeerFigure[] = [
  { set: "febrl4", withNumber: true, system: "Splink 4's own notebook, best threshold with the truth in view", f1: 0.9998 },
  { set: "febrl4", withNumber: true, system: "recordlinkage, ECM, 5 blocks, run when the set was fetched", f1: 0.9973 },
  { set: "febrl4", withNumber: false, system: "recordlinkage, ECM, 5 blocks, run when the set was fetched", f1: 0.9851 },
  { set: "febrl4", withNumber: true, system: "recordlinkage, ECM and naive Bayes over all pairs, notebook of frenkowski", f1: 0.995 },
  { set: "febrl4", withNumber: true, system: "recordlinkage, recipe of its guide", f1: 0.7866 },
  { set: "febrl1", withNumber: true, system: "recordlinkage, ECM, 5 blocks, run when the set was fetched", f1: 0.996 },
  { set: "febrl1", withNumber: false, system: "recordlinkage, ECM, 5 blocks, run when the set was fetched", f1: 0.9848 },
];

const FOLDER = join("..", "shared", "data", "bench", "record-linkage");
const FILES = { febrl1: ["febrl1"], febrl4: ["febrl4a", "febrl4b"] } as const;

/** Whether the sets stand beside the project. */
export const hasFebrl = (): boolean => existsSync(join(FOLDER, "febrl1.csv"));

type Row = Readonly<Record<string, string>> & { readonly id: string; readonly list: string };

/** Rows of a set with ids that tell nothing, and whose each is. */
function readSet(set: FebrlRun["set"], withNumber: boolean): { readonly rows: readonly Row[]; readonly person: Int32Array } {
  const numbers: number[] = [];
  const rows = FILES[set].flatMap((file) => {
    const told: Record<string, string>[] = parse(readFileSync(join(FOLDER, `${file}.csv`)), { columns: true });
    return told.map(({ rec_id: key, soc_sec_id: number, ...facts }, i): Row => {
      const person = /^rec-(\d+)-/.exec(key ?? "")?.[1];
      if (person === undefined || number === undefined) throw new Error(`${file}: a row without its key or number`);
      numbers.push(Number(person));
      return { id: `${file}:${i}`, list: file, ...facts, ...(withNumber ? { soc_sec_id: number } : {}) };
    });
  });
  return { rows, person: Int32Array.from(numbers) };
}

/** Links a set, and compares with its truth: one list with itself, or two lists with each other. */
export function runFebrl(set: FebrlRun["set"], withNumber: boolean): FebrlRun {
  const { rows, person } = readSet(set, withNumber);
  const lists = set === "febrl4" ? { source: "list", withinSources: false } : {};
  const start = performance.now();
  const linkage = linkRecords(rows, lists);
  const seconds = (performance.now() - start) / 1000;
  const { candidatePairs, comparablePairs } = linkage.model.estimation;
  const quality = pairQuality(groupsOf(rows, linkage.entities), person);
  return { set, withNumber, seconds, compared: candidatePairs, comparable: comparablePairs, quality };
}
