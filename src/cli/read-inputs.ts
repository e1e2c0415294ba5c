import { basename } from "node:path";
import { defaultChains } from "../chain/index.js";
import { GuiyanError, type Issue } from "../errors/index.js";
import { readTable, type TableFile } from "../node/index.js";
import { type DemandReading, readDemands, readTalents, type TalentReading } from "../registry/index.js";
import { loadSimplifier } from "../text/index.js";
import { readTalentRecords } from "./read-talent-records.js";
import { progressLine, type Terminal } from "./terminal.js";

/** How a file is read for a command. */
export interface ReadSettings {
  readonly lang: "zh" | "en";
  readonly quiet: boolean;
  readonly showValues: boolean;
}

/**
 * Refuses a file in which two records of one sheet claim the same number: which of them a list means could not be told.
 * @throws GuiyanError `duplicate-id` with the place of the first repetition
 */
export function refuseDuplicateIds(issues: readonly Issue[]): void {
  const repeated = issues.filter(({ code }) => code === "id-duplicate");
  const first = repeated[0]?.source;
  if (first === undefined) return;
  const place = `${first.table}, row ${first.row}, column ${first.column}`;
  throw new GuiyanError(
    "duplicate-id",
    `${place}: expected each record to have its own id, ${repeated.length} repeat an earlier one; --keep-duplicate-ids reads them under ids of their own`,
    { issues: repeated },
  );
}

/** Refuses a file of which no row could be used. @throws GuiyanError `no-usable-record` */
export function requireRecords(path: string, { records, issues, counts }: TalentReading | DemandReading, what: "talent" | "demand"): void {
  if (records.length > 0) return;
  throw new GuiyanError("no-usable-record", `${basename(path)}: expected at least one ${what}, none of ${counts.rows} rows could be used`, {
    issues,
  });
}

/** Reads a talent file (读取人才表): every sheet, every row accounted for. */
export async function readTalentFile(path: string, settings: ReadSettings, terminal: Terminal): Promise<TalentReading> {
  return talentsOfTable(path, await readWithProgress(path, settings, terminal), settings);
}

/** The talents of a file's tables (人才表读取): records that a program of this package wrote as they are, all else row by row. */
export async function talentsOfTable(
  path: string,
  table: TableFile,
  { showValues }: Pick<ReadSettings, "showValues">,
): Promise<TalentReading> {
  const known = await readTalentRecords(path, table);
  if (known !== undefined) return known;
  const reading = readTalents(table, { simplify: await loadSimplifier(), showValues });
  return { ...reading, issues: [...table.issues, ...reading.issues] };
}

/** Reads a demand file (读取需求表). */
export async function readDemandFile(path: string, settings: ReadSettings, terminal: Terminal): Promise<DemandReading> {
  const table = await readWithProgress(path, settings, terminal);
  const reading = readDemands(table, { chains: defaultChains, simplify: await loadSimplifier(), showValues: settings.showValues });
  return { ...reading, issues: [...table.issues, ...reading.issues] };
}

/** Reads the cells of a file with a line of progress. */
export async function readWithProgress(path: string, { lang, quiet }: ReadSettings, terminal: Terminal): Promise<TableFile> {
  const progress = progressLine(terminal, lang === "zh" ? "读取" : "reading");
  try {
    return await readTable(path, quiet ? {} : { onProgress: progress.update });
  } finally {
    progress.end();
  }
}
