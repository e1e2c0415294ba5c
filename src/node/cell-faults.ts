import type { Issue, IssueCode, IssueSeverity } from "../errors/index.js";
import type { Cell } from "../model/index.js";
import { IssueLog } from "../registry/index.js";

interface FaultKind {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  readonly en: string;
  readonly zh: string;
}

/** What may be wrong with a cell before anyone asks what it means. */
const KINDS = {
  cut: { code: "cell-too-long", severity: "warning", en: "a text past limits.cellLength was cut", zh: "单元格文本超过长度上限，已截断" },
  control: { code: "cell-damaged-text", severity: "warning", en: "control characters were removed", zh: "已去除文本中的控制字符" },
  openQuote: {
    code: "cell-damaged-text",
    severity: "warning",
    en: "a quote opens in this row and never closes; the line was read without it",
    zh: "本行的引号没有闭合，已按无引号读取该行",
  },
  swallowed: {
    code: "cell-damaged-text",
    severity: "warning",
    en: "the cell holds whole lines of the file; a quote may be missing or too many",
    zh: "单元格内含有整行数据，可能缺少或多出引号",
  },
  digits: {
    code: "cell-number-damaged",
    severity: "warning",
    en: "a number of more than 15 digits, or one written as 1E+15: its last digits are lost",
    zh: "超过 15 位的数字（或科学计数法），末位数字已丢失",
  },
  nested: {
    code: "cell-unresolved",
    severity: "warning",
    en: "a record or list within the record; only plain values and lists of them are cells",
    zh: "单元格内嵌套了对象或列表，未采用",
  },
  noRecord: {
    code: "row-damaged",
    severity: "error",
    en: "no JSON object; set aside",
    zh: "不是 JSON 对象，未采用",
  },
  date: {
    code: "cell-date-invalid",
    severity: "warning",
    en: "a date cell outside the years 1899 to 9999",
    zh: "日期超出 1899 至 9999 年",
  },
  ragged: {
    code: "row-ragged",
    severity: "warning",
    en: "the row has more or fewer cells than the header",
    zh: "该行单元格数与表头不一致",
  },
} as const satisfies Record<string, FaultKind>;

/** Name of a column as a spreadsheet program shows it: A, B … Z, AA. */
function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetter(Math.floor(column / 26) - 1) + letter;
}

/** Control characters that no cell is meant to hold. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;

/** A cell's text without control characters and within the length limit (单元格文本). */
export function soundText(text: string, longest: number, faults: CellFaults, row: number, column: number | string): string {
  const clean = text.replace(CONTROL, "");
  if (clean !== text) faults.tell("control", row, column);
  if (clean.length <= longest) return clean;
  faults.tell("cut", row, column);
  return clean.slice(0, longest);
}

/** Tells rows of a text file that have more or fewer cells than the header line; blank ones aside. */
export function tellRagged(rows: readonly (readonly Cell[])[], rowNumbers: readonly number[], width: number, faults: CellFaults): void {
  for (const [i, cells] of rows.entries()) {
    const ragged = cells.length < width ? cells.length > 0 : cells.slice(width).some((cell) => cell !== "");
    if (ragged) faults.tell("ragged", rowNumbers[i] ?? 0);
  }
}

/** Issues listed at most for one table; all are counted. */
const LISTED = 10_000;

/** Collects what is wrong with the cells of one table while its file is read (单元格问题). */
export class CellFaults {
  readonly #table: string;
  readonly #log = new IssueLog(LISTED);
  #taken = 0;

  constructor(table: string) {
    this.#table = table;
  }

  /** Tells a fault of a 1-based row and, where one cell is at fault, its column: 0-based, or by label. */
  tell(kind: keyof typeof KINDS, row: number, column?: number | string): void {
    const { code, severity, en, zh } = KINDS[kind];
    const told = typeof column === "number" ? columnLetter(column) : column;
    this.#log.add(code, severity, { en, zh }, { table: this.#table, row, ...(told === undefined ? {} : { column: told }) });
  }

  /** The faults told since the last call. */
  take(): Issue[] {
    const fresh = this.#log.issues.slice(this.#taken);
    this.#taken += fresh.length;
    return fresh;
  }
}
