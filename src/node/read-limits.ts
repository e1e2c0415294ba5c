import { checkInteger, checkOptions } from "../errors/index.js";

/** Ceilings of the file readers (读取上限); past one of them reading stops with `limit-exceeded` naming it. */
export interface ReadLimits {
  /** Bytes of the file. Default 1 GiB. */
  readonly bytes: number;
  /** Bytes of all parts of a workbook together, inflated. Default 1 GiB. */
  readonly inflatedBytes: number;
  /** Inflated over packed bytes, for workbooks that inflate past 10 MB. Default 200. */
  readonly ratio: number;
  /** Parts of a workbook. Default 10 000. */
  readonly entries: number;
  /** Rows of one sheet. Default 2 000 000. */
  readonly rows: number;
  /** Columns of one sheet. Default 1000. */
  readonly columns: number;
  /** UTF-16 units of one cell; longer texts are cut, with an issue. Default 100 000. */
  readonly cellLength: number;
}

const DEFAULTS: ReadLimits = {
  bytes: 2 ** 30,
  inflatedBytes: 2 ** 30,
  ratio: 200,
  entries: 10_000,
  rows: 2_000_000,
  columns: 1000,
  cellLength: 100_000,
};

/** Fills in the ceilings that the caller leaves open. @throws GuiyanError `unknown-option`, `invalid-option` */
export function settleLimits(limits: Partial<ReadLimits> = {}): ReadLimits {
  checkOptions("limits", limits, Object.keys(DEFAULTS));
  const settled = { ...DEFAULTS, ...limits };
  for (const [name, value] of Object.entries(settled)) checkInteger("limits", name, value, { min: 1 });
  return settled;
}
