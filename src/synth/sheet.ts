import type { Cell, Table } from "../model/index.js";
import { type DirtName, Pen } from "./dirt.js";
import { Draw } from "./draw.js";
import { STREAMS, subStream } from "./sub-stream.js";
import type { SheetColumn } from "./talent-row.js";

/** A row that is no record: a total, the header again, a blank row. */
export interface SheetFillerTruth {
  readonly kind: "total" | "repeated-header" | "blank";
}

/** A sheet whose rows are known one by one. */
export interface KnownSheet<T> {
  readonly table: Table;
  /** What each row of the table is. */
  readonly rows: readonly (T | SheetFillerTruth)[];
}

/**
 * Puts rows into a sheet (排表): serial numbers, and between the records what offices leave there.
 * @param number own number of the sheet, for its sub-stream
 */
export function buildSheet<T>(
  {
    seed,
    number,
    name,
    columns,
    rates,
  }: {
    readonly seed: number;
    readonly number: number;
    readonly name: string;
    readonly columns: readonly SheetColumn[];
    readonly rates: Readonly<Record<DirtName, number>>;
  },
  records: readonly { readonly cells: readonly Cell[]; readonly truth: T }[],
): KnownSheet<T> {
  const pen = new Pen(new Draw(subStream(seed, STREAMS.sheet, number)), rates);
  const header = columns.map(({ label }) => label);
  const rows: Cell[][] = [];
  const truths: (T | SheetFillerTruth)[] = [];
  const add = (cells: readonly Cell[], truth: T | SheetFillerTruth) => {
    rows.push([...cells]);
    truths.push(truth);
  };
  for (const [i, { cells, truth }] of records.entries()) {
    if (i > 0 && pen.takes("repeated-header")) add(header, { kind: "repeated-header" });
    if (i > 0 && pen.takes("blank-row"))
      add(
        header.map(() => ""),
        { kind: "blank" },
      );
    add(
      cells.map((cell, j) => (columns[j]?.key === "serial" ? i + 1 : cell)),
      truth,
    );
  }
  if (records.length > 0 && pen.takes("total-row")) add(["合计", records.length, ...header.slice(2).map(() => "")], { kind: "total" });
  return { table: { name, header, rows }, rows: truths };
}
