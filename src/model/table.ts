/** A cell as a spreadsheet holds it. Dates arrive as ISO text, formulas as their stored value. */
export type Cell = string | number | boolean | null;

/**
 * A sheet with its header found (数据表): what readers hand to `readTalents` and `readDemands`.
 * `rows[i][j]` belongs to `header[j]`; rows may be shorter or longer than the header.
 */
export interface Table {
  /** File and sheet, as shown in issues: `talents.xlsx#党政`. */
  readonly name: string;
  /** One label a column; two-row headers are joined as `上级/下级`; empty text for a column without label. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** 1-based spreadsheet row of each entry of `rows`; absent means header in row 1 and rows from 2 on. */
  readonly rowNumbers?: readonly number[];
  /** All sheets of the file, this one first, where it has several. */
  readonly sheets?: readonly Table[];
}
