import { checkInteger, checkOptions, GuiyanError, type Issue } from "../errors/index.js";
import type { Cell, Table } from "../model/index.js";
import { hasBidiControl, mayBeDamaged, repairText } from "../text/index.js";
import { cellText, isBlank, isErrorValue, isFormula } from "./cell-text.js";
import { headerKey } from "./header-key.js";
import type { HeaderField, SheetEntity } from "./header-vocabulary.js";
import { IssueLog } from "./issue-log.js";
import { type ColumnMapping, columnName, mapHeaders } from "./map-headers.js";
import { CHECKED_FIELDS } from "./member-fields.js";
import { realignRow } from "./realign-row.js";

/** Options of the readers of sheets. */
export interface ReadSheetOptions {
  /** Fields of columns stated by the caller, by label or 0-based index. */
  readonly columns?: Readonly<Record<string, HeaderField>>;
  /** Turns traditional characters into simplified ones; used on headers and coded cells, never on names. */
  readonly simplify?: (text: string) => string;
  /** Issues listed at most; all are counted. Default 10 000. */
  readonly maxIssues?: number;
  /** Adds the cell's text to `details.value` of issues. It may be personal. Default false. */
  readonly showValues?: boolean;
}

/** Counts of one reading: rows = records + rejected. */
export interface ReadCounts {
  readonly rows: number;
  readonly records: number;
  readonly rejected: number;
  /** Issues met, listed or not. */
  readonly issues: number;
}

/** What came of a sheet (读取结果). */
export interface Reading<R> {
  readonly records: readonly R[];
  readonly issues: readonly Issue[];
  readonly columns: readonly ColumnMapping[];
  readonly counts: ReadCounts;
}

/** One row with its cells by field. */
export interface SheetRow {
  readonly table: string;
  /** 1-based row in the sheet. */
  readonly number: number;
  /** Cleaned, non-blank texts of a field's columns, in column order. */
  readonly texts: (field: HeaderField) => readonly FieldCell[];
}

/** A cell with text, and where it stands. */
export interface FieldCell {
  readonly text: string;
  readonly column: ColumnMapping;
}

const TOTALS = /^(?:合计|总计|小计|共计|总数|累计|汇总|total)[:：]?/i;
const KNOWN_OPTIONS = ["columns", "simplify", "maxIssues", "showValues"];

/** Fields whose cells are personal words, left in the script that their owner writes. */
const AS_WRITTEN: ReadonlySet<HeaderField> = new Set<HeaderField>(["name", "name_en", "employer", "email", "contact_name"]);

/**
 * Walks the rows of a sheet or workbook (逐行读取): maps the columns once a sheet, sets aside totals, blanks and repeated headers with an issue
 * each, and hands every other row on. State for one entity over one or many batches.
 */
export class SheetWalker {
  readonly log: IssueLog;
  readonly columns: ColumnMapping[] = [];
  readonly showValues: boolean;
  rows = 0;
  records = 0;
  readonly #entity: SheetEntity;
  readonly #options: ReadSheetOptions;
  readonly #mappings = new Map<string, readonly ColumnMapping[]>();
  readonly #place: string;

  constructor(place: string, entity: SheetEntity, options: ReadSheetOptions, more: readonly string[] = []) {
    checkOptions(place, options, [...KNOWN_OPTIONS, ...more]);
    this.log = new IssueLog(checkInteger(place, "maxIssues", options.maxIssues ?? 10_000, { min: 0 }));
    this.showValues = options.showValues ?? false;
    this.#entity = entity;
    this.#options = options;
    this.#place = place;
  }

  get counts(): ReadCounts {
    return { rows: this.rows, records: this.records, rejected: this.rows - this.records, issues: this.log.total };
  }

  /**
   * Calls `take` with each row that may be a record; it returns whether it became one.
   * @throws GuiyanError `empty-table` where no sheet has a row, `no-recognisable-header` where no sheet has a usable column
   */
  walk(table: Table, take: (row: SheetRow) => boolean): void {
    const sheets = table.sheets ?? [table];
    if (sheets.every((sheet) => sheet.rows.length === 0)) {
      throw new GuiyanError("empty-table", `${this.#place}: ${table.name}: expected at least one row below the header`);
    }
    let usable = 0;
    for (const sheet of sheets) if (this.#walkSheet(sheet, take)) usable++;
    if (usable === 0) {
      throw new GuiyanError(
        "no-recognisable-header",
        `${this.#place}: ${table.name}: expected columns of a ${this.#entity} sheet, recognised none`,
        {
          details: { columns: table.header.length },
        },
      );
    }
  }

  #mappingOf(sheet: Table): readonly ColumnMapping[] {
    const key = `${sheet.name}\n${sheet.header.join("\n")}`;
    const known = this.#mappings.get(key);
    if (known !== undefined) return known;
    const { simplify, columns } = this.#options;
    const mapped = mapHeaders(simplify ? sheet.header.map((label) => simplify(label)) : sheet.header, {
      entity: this.#entity,
      rows: sheet.rows.slice(0, 60),
      table: sheet.name,
      ...(columns === undefined ? {} : { columns }),
    });
    const told = mapped.columns.map((column, i) => ({ ...column, label: sheet.header[i] ?? "" }));
    this.#mappings.set(key, told);
    this.columns.push(...told);
    this.log.addAll(mapped.issues);
    return told;
  }

  #walkSheet(sheet: Table, take: (row: SheetRow) => boolean): boolean {
    if (sheet.rows.length === 0) {
      this.log.add("sheet-skipped", "info", { en: "the sheet has no rows", zh: "该表没有数据行" }, { table: sheet.name });
      return false;
    }
    const columns = this.#mappingOf(sheet);
    this.rows += sheet.rows.length;
    if (columns.every(({ member }) => member === undefined) || columns.filter(({ via }) => via !== "none").length < 2) {
      const words = {
        en: "fewer than two recognised columns, or none of use; the sheet's rows are not used",
        zh: "可识别的列不足两列，或没有可用的列，该表未采用",
      };
      this.log.add("sheet-skipped", "warning", words, { table: sheet.name }, { rows: sheet.rows.length });
      return false;
    }
    const keys = columns.map(({ label }) => headerKey(label));
    for (const [i, cells] of sheet.rows.entries()) {
      const number = sheet.rowNumbers?.[i] ?? i + 2;
      const given = cells.map(cellText);
      const moved = realignRow(given, columns);
      const texts = moved?.texts ?? given;
      if (moved !== undefined) {
        this.log.add(
          "cell-shifted",
          "warning",
          {
            en: "the cells from this column on stood one column too far right; read one to the left, please check the row",
            zh: "自该列起各单元格右移了一列，已左移一列读取，请核对该行",
          },
          { table: sheet.name, row: number, column: columnName({ label: columns[moved.from]?.label ?? "", index: moved.from }) },
        );
      }
      if (this.#setAside(sheet.name, keys, columns, texts, number)) continue;
      if (take(this.#rowOf(sheet.name, columns, cells, texts, number))) this.records++;
    }
    return true;
  }

  /** Whether a row is no record by its form: blank, a total, the header again. */
  #setAside(table: string, keys: readonly string[], columns: readonly ColumnMapping[], texts: readonly string[], number: number): boolean {
    const source = { table, row: number };
    const filled = texts.filter((text) => text !== "");
    const [first = ""] = filled;
    if (filled.length === 0) {
      this.log.add("row-empty", "info", { en: "blank row", zh: "空行" }, source);
      return true;
    }
    if (TOTALS.test(first.replace(/\s/g, "")) && filled.length <= Math.max(3, columns.length / 2)) {
      this.log.add("row-total", "info", { en: "a total, not a record", zh: "合计行，不是记录" }, source);
      return true;
    }
    // A blank cell repeats no label, not even one of signs alone, whose key is empty too. Keys are made only of what may be the label.
    const repeats = (label: string, key: string, text: string) =>
      text !== "" && label !== "" && (text === label || (key !== "" && text.includes(key.slice(0, 1)) && headerKey(text) === key));
    const same = columns.filter(({ index, label }, i) => repeats(label, keys[i] ?? "", texts[index] ?? "")).length;
    if (same >= 2 && same * 2 > filled.length) {
      this.log.add("row-repeated-header", "info", { en: "the header again, not a record", zh: "重复的表头行，不是记录" }, source);
      return true;
    }
    if (texts.length > columns.length && texts.slice(columns.length).some((text) => text !== "")) {
      this.log.add(
        "row-ragged",
        "warning",
        { en: "more cells than the header has columns; the rest is not used", zh: "单元格多于表头列数，多出部分未采用" },
        source,
      );
    }
    return false;
  }

  #rowOf(table: string, columns: readonly ColumnMapping[], cells: readonly Cell[], texts: readonly string[], number: number): SheetRow {
    const byField = new Map<HeaderField, FieldCell[]>();
    for (const column of columns) {
      const { field, index } = column;
      if (field === undefined || (column.member === undefined && !CHECKED_FIELDS.has(field))) continue;
      const cell = cells[index];
      const raw = texts[index] ?? "";
      if (raw === "") continue;
      const source = { table, row: number, column: columnName(column) };
      if (typeof cell === "string" && hasBidiControl(cell))
        this.log.add(
          "cell-damaged-text",
          "warning",
          {
            en: "signs that turn the order of letters round were removed; check the text",
            zh: "已去除改变文字方向的控制符，请核对文字顺序",
          },
          source,
        );
      if (isErrorValue(raw))
        this.log.add(
          "cell-error-value",
          "warning",
          { en: "a spreadsheet error value; the fact stays unknown", zh: "单元格为错误值，视为缺失" },
          source,
        );
      else if (isFormula(raw))
        this.log.add(
          "cell-formula",
          "warning",
          { en: "a formula was saved instead of its value", zh: "保存的是公式而不是数值，视为缺失" },
          source,
        );
      else if (!isBlank(raw)) {
        const whole = mayBeDamaged(raw) ? this.#repaired(raw, field, source) : raw;
        const text = this.#options.simplify && !AS_WRITTEN.has(field) ? this.#options.simplify(whole) : whole;
        const known = byField.get(field);
        if (known) known.push({ text, column });
        else byField.set(field, [{ text, column }]);
      }
    }
    return { table, number, texts: (field) => byField.get(field) ?? [] };
  }

  /** A cell's text without scraped readings; places where characters were lost are told. */
  #repaired(raw: string, field: HeaderField, source: Issue["source"]): string {
    const { text, readings, lost } = repairText(raw);
    if (lost.length > 0)
      this.log.add(
        "cell-damaged-text",
        "warning",
        {
          en: `characters seem lost in ${lost.length === 1 ? "one place" : `${lost.length} places`}; look the text up at its source`,
          zh: `有 ${lost.length} 处疑似缺字，请核对原文`,
        },
        source,
        { places: lost.length },
      );
    return readings > 0 || !AS_WRITTEN.has(field) ? text : raw;
  }

  /** Tells an issue of one cell. */
  tell(row: SheetRow, cell: FieldCell, code: Issue["code"], severity: Issue["severity"], words: { en: string; zh: string }): void {
    const column = columnName(cell.column);
    this.log.add(code, severity, words, { table: row.table, row: row.number, column }, this.showValues ? { value: cell.text } : undefined);
  }
}

/** Remembers answers by text, so that a column of ten thousand 本科 is read once; bounded. */
export function remember<V>(read: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = read(text);
    if (known.size >= 50_000) known.clear();
    known.set(text, made);
    return made;
  };
}
