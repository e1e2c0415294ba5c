import { fieldsAt, placeOf, type WorkColumns } from "./work.js";

/** Columns that a table of numbers has besides the id (数值表): three units of the place, four fields at three levels, two ranks. */
export const NUMBER_COLUMNS = [
  "county",
  "prefecture",
  "province",
  ...["f1", "f2", "f3", "f4"],
  ...["d1", "d2", "d3", "d4"],
  ...["c1", "c2", "c3", "c4"],
  "degree",
  "title",
] as const;

/** One of {@link NUMBER_COLUMNS}. */
export type NumberColumn = (typeof NUMBER_COLUMNS)[number];

/** A registry as a database or a data frame would hold it: codes as numbers, 0 where there is none, ranks counted from 1. */
export type NumberTable = { readonly ids: readonly string[] } & Readonly<Record<NumberColumn, Int32Array>>;

/** Turns the columns of the bench into a table of numbers; disciplines (d) and categories (c) of the fields (f) are written out, to spare divisions. */
export function numberTable(columns: WorkColumns): NumberTable {
  const size = columns.ids.length;
  const table = Object.fromEntries(NUMBER_COLUMNS.map((name) => [name, new Int32Array(size)])) as Record<NumberColumn, Int32Array>;
  const put = (name: string, row: number, value: number) => {
    table[name as NumberColumn][row] = value;
  };
  for (let row = 0; row < size; row++) {
    const place = placeOf(columns.residence.values[row] ?? 0);
    put("county", row, Number(place?.county ?? 0));
    put("prefecture", row, Number(place?.prefecture ?? 0));
    put("province", row, Number(place?.province ?? 0));
    put("degree", row, columns.degree.values[row] ?? 0);
    put("title", row, columns.title.values[row] ?? 0);
    for (const [j, code] of (fieldsAt(columns, row) ?? []).entries()) {
      put(`f${j + 1}`, row, Number(code));
      put(`d${j + 1}`, row, Number(code.slice(0, 4)));
      put(`c${j + 1}`, row, Number(code.slice(0, 2)));
    }
  }
  return { ids: columns.ids, ...table };
}
