import type { Cell } from "../model/index.js";
import type { Draw } from "./draw.js";

/**
 * What goes wrong in offices' sheets (脏数据类型), by name:
 *
 * - spellings: `region-spelling` 上海浦东, `degree-spelling` 大学本科, `title-spelling` 教授级高工, `field-spelling` 化工专业
 * - typing: `full-width` digits, `stray-blank` (ideographic or no-break, at the ends), `blank-in-name` 张　三, `name-lookalike` 伟/玮, `trailing-note`
 * - numbers and dates: `date-format` 2025.3.1, `date-serial` 45717, `number-as-text` 3名, `phone-format` +86 160…, `phone-as-number`, `phone-digit-lost`
 * - gaps: `missing-mark` 不详 / — / empty, `error-value` #N/A
 * - places: `two-facts` in one cell, `shifted-cells`
 * - rows: `total-row` 合计, `repeated-header`, `blank-row`
 */
export type DirtName =
  | "region-spelling"
  | "degree-spelling"
  | "title-spelling"
  | "field-spelling"
  | "full-width"
  | "stray-blank"
  | "blank-in-name"
  | "name-lookalike"
  | "trailing-note"
  | "date-format"
  | "date-serial"
  | "number-as-text"
  | "phone-format"
  | "phone-as-number"
  | "phone-digit-lost"
  | "missing-mark"
  | "error-value"
  | "two-facts"
  | "shifted-cells"
  | "total-row"
  | "repeated-header"
  | "blank-row";

/** Share of the cells, or of the rows for the last five, that each kind befalls where it can. Own choice: more spellings than faults. */
export const DIRT_RATES: Readonly<Record<DirtName, number>> = {
  "region-spelling": 0.4,
  "degree-spelling": 0.4,
  "title-spelling": 0.3,
  "field-spelling": 0.25,
  "full-width": 0.015,
  "stray-blank": 0.02,
  "blank-in-name": 0.06,
  "name-lookalike": 0.05,
  "trailing-note": 0.01,
  "date-format": 0.5,
  "date-serial": 0.06,
  "number-as-text": 0.3,
  "phone-format": 0.15,
  "phone-as-number": 0.25,
  "phone-digit-lost": 0.008,
  "missing-mark": 0.02,
  "error-value": 0.002,
  "two-facts": 0.01,
  "shifted-cells": 0.004,
  "total-row": 1,
  "repeated-header": 0.004,
  "blank-row": 0.004,
};

/** No dirt at all. */
export const CLEAN_RATES: Readonly<Record<DirtName, number>> = /* @__PURE__ */ Object.fromEntries(
  Object.keys(DIRT_RATES).map((name) => [name, 0]),
) as Record<DirtName, number>;

/** Writes one row (书写者): draws from the row's sub-stream and keeps account of the dirt that it makes. */
export class Pen {
  readonly draw: Draw;
  readonly used = new Set<DirtName>();
  /** Columns whose cell no longer says what it should. */
  readonly lostKeys = new Set<string>();
  readonly #rates: Readonly<Record<DirtName, number>>;

  constructor(draw: Draw, rates: Readonly<Record<DirtName, number>>) {
    this.draw = draw;
    this.#rates = rates;
  }

  /** Whether this kind of dirt falls here; drawn even at rate 0, so that clean and dirty sheets tell of the same people. */
  takes(name: DirtName): boolean {
    const taken = this.draw.chance(this.#rates[name]);
    if (taken) this.used.add(name);
    return taken;
  }
}

const MISSING_MARKS = ["不详", "—", "/", "", "", "空", "待补充", "未知", "N/A", "-"];
const ERROR_VALUES = ["#N/A", "#REF!", "#VALUE!"];
const STRAY_BLANKS = ["\u3000", " ", "\u00a0", "  "];
const NOTES = ["（待核实）", "（本人提供）", "（2025年更新）"];
/** Columns that hold a place, a level or a field: what a clerk adds a note to. */
const NOTED = new Set(["residence", "hometown", "education", "title", "fields"]);
const DIGITS = new Set(["phone", "date", "headcount", "email"]);

const widen = (text: string): string => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** One cell as it comes out of the office (单元格脏化); a cell that loses its fact is entered in `pen.lostKeys`. */
export function soilCell(key: string, cell: Cell, pen: Pen): Cell {
  if (cell === null || cell === "" || key === "serial") return cell;
  if (key !== "name" && pen.takes("missing-mark")) {
    pen.lostKeys.add(key);
    return pen.draw.pick(MISSING_MARKS);
  }
  if (key !== "name" && pen.takes("error-value")) {
    pen.lostKeys.add(key);
    return pen.draw.pick(ERROR_VALUES);
  }
  if (typeof cell !== "string") return cell;
  let text = cell;
  if (key === "name" && text.length === 2 && pen.takes("blank-in-name"))
    text = `${text[0]}${pen.draw.pick([" ", "\u3000", "  "])}${text[1]}`;
  if (NOTED.has(key) && pen.takes("trailing-note")) text += pen.draw.pick(NOTES);
  if (DIGITS.has(key) && pen.takes("full-width")) text = widen(text);
  if (pen.takes("stray-blank")) text = pen.draw.chance(0.5) ? text + pen.draw.pick(STRAY_BLANKS) : pen.draw.pick(STRAY_BLANKS) + text;
  return text;
}

/**
 * Pushes the cells of a row one column to the right from some column on (单元格错位), as after a stray paste.
 * Every column from there on has lost its fact.
 */
export function shiftRow(keys: readonly string[], cells: readonly Cell[], pen: Pen): Cell[] {
  if (!pen.takes("shifted-cells")) return [...cells];
  const from = pen.draw.between(3, Math.max(3, cells.length - 4));
  for (const key of keys.slice(from)) pen.lostKeys.add(key);
  return [...cells.slice(0, from), "", ...cells.slice(from)];
}
