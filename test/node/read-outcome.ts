import { GuiyanError, type Issue } from "../../src/errors/index.js";
import type { Cell, Table } from "../../src/model/index.js";
import { readTable, streamTable } from "../../src/node/index.js";
import { readDemands, readTalents } from "../../src/registry/index.js";

/** What came of a file: a table with all issues met on the way to records, or the error. */
export interface Outcome {
  readonly table?: Table;
  readonly issues: readonly Issue[];
  readonly error?: GuiyanError;
}

/** Whether anything stands in a row. */
export const filled = (row: readonly Cell[]) => row.some((cell) => cell !== null && cell !== "");

/** Issues of a reading that keeps its account; anything but a GuiyanError escapes. */
function issuesOf(read: () => { readonly issues: readonly Issue[]; readonly counts: { rows: number; records: number; rejected: number } }) {
  try {
    const { issues, counts } = read();
    if (counts.rows !== counts.records + counts.rejected) throw new Error("rows are not records and rejected rows");
    return issues;
  } catch (error) {
    if (error instanceof GuiyanError) return error.issues;
    throw error;
  }
}

/** Reads a file as the program does: the table, then both kinds of records. Anything but a GuiyanError escapes. */
export async function readOutcome(path: string): Promise<Outcome> {
  try {
    const table = await readTable(path);
    const told = [...issuesOf(() => readTalents(table)), ...issuesOf(() => readDemands(table))];
    return { table, issues: [...table.issues, ...told] };
  } catch (error) {
    if (!(error instanceof GuiyanError)) throw error;
    return { error, issues: [] };
  }
}

/** Filled rows of a table, each with its sheet and number. */
export function numberedRows({ name, rows, rowNumbers }: Table): string[] {
  return rows.flatMap((row, i) => (filled(row) ? [`${name} ${rowNumbers?.[i]} ${JSON.stringify(row)}`] : []));
}

/** Filled rows that the stream gives, or the code of its error. */
export async function streamedRows(path: string): Promise<string[] | string> {
  const lines: string[] = [];
  try {
    for await (const batch of streamTable(path, { batchRows: 100 })) lines.push(...numberedRows(batch));
    return lines;
  } catch (error) {
    if (!(error instanceof GuiyanError)) throw error;
    return error.code;
  }
}
