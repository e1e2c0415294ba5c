import { readFile } from "node:fs/promises";
import { GuiyanError } from "../errors/index.js";
import { parseTalent, type Talent } from "../model/index.js";
import type { TableFile } from "../node/index.js";
import type { ColumnMapping, TalentReading } from "../registry/index.js";

const MEMBERS: ReadonlySet<string> = new Set<keyof Talent>([
  "id",
  "name",
  "categories",
  "residence",
  "hometown",
  "fields",
  "degree",
  "title",
  "organization",
  "post",
  "industries",
  "phone",
  "email",
  "doNotContact",
  "provenance",
  "facts",
]);

/** The value that a text states, or undefined. */
async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path)));
  } catch {
    return undefined;
  }
}

/** A talent that says of its facts where they are from; what a person writes by hand seldom does. */
function attestedTalent(value: unknown): Talent | undefined {
  try {
    const talent = parseTalent(value);
    return talent.provenance === undefined ? undefined : talent;
  } catch (error) {
    if (error instanceof GuiyanError) return undefined;
    throw error;
  }
}

/**
 * Reads a list of talents as `guiyan link` writes it (读取人才记录): the records as they are, codes, titles and provenance included, which a table of plain cells could
 * not hold.
 * @param table the same file as a table, read under the limits
 * @returns undefined where the file is another one, to be read row by row
 */
export async function readTalentRecords(path: string, table: TableFile): Promise<TalentReading | undefined> {
  const { header, rows, issues } = table;
  if (!/\.json$/i.test(path) || !header.includes("provenance") || !header.every((key) => MEMBERS.has(key))) return undefined;
  // That a value is no plain cell is no fault here; anything else is for the reader of rows to tell.
  if (!issues.every(({ code }) => code === "cell-unresolved")) return undefined;
  const values = await jsonOf(path);
  if (!Array.isArray(values) || values.length !== rows.length) return undefined;
  const records: Talent[] = [];
  const ids = new Set<string>();
  for (const value of values) {
    const talent = attestedTalent(value);
    if (talent === undefined || ids.has(talent.id)) return undefined;
    ids.add(talent.id);
    records.push(talent);
  }
  const columns = header.map(
    (label, index): ColumnMapping => ({
      index,
      label,
      member: label,
      via: "name",
      reason: "a member of a talent record",
      reasonZh: "人才记录的字段",
    }),
  );
  return { records, issues: [], columns, counts: { rows: rows.length, records: records.length, rejected: 0, issues: 0 } };
}
