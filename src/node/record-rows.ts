import type { Cell } from "../model/index.js";
import { type CellFaults, soundText } from "./cell-faults.js";
import { fileFault } from "./file-fault.js";
import type { ReadLimits } from "./read-limits.js";

/** A value as JSON holds it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** An object of JSON; its keys are data, whatever they name. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** Whether a value is an object, no list. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Lays records with members of any names out as rows (记录转行): a key's first sight gives it its column, so that the header only grows.
 *
 * A list of plain values is one cell, joined by 、; what lies deeper is told and left empty.
 */
export class RecordRows {
  readonly #path: string;
  readonly #limits: ReadLimits;
  readonly #faults: CellFaults;
  readonly #columns = new Map<string, number>();
  readonly #header: string[] = [];

  constructor(path: string, limits: ReadLimits, faults: CellFaults) {
    this.#path = path;
    this.#limits = limits;
    this.#faults = faults;
  }

  /** Labels so far, one a column. */
  get header(): readonly string[] {
    return [...this.#header];
  }

  /** The cells of one record. @throws GuiyanError `limit-exceeded` */
  row(record: JsonObject, number: number): Cell[] {
    const cells: Cell[] = [];
    // Object.entries gives a key such as __proto__ as the plain text that it is.
    for (const [key, value] of Object.entries(record)) {
      const column = this.#column(key, number);
      while (cells.length < column) cells.push(null);
      cells[column] = this.#cell(value, number, this.#header[column] ?? "");
    }
    return cells;
  }

  #column(key: string, row: number): number {
    const known = this.#columns.get(key);
    if (known !== undefined) return known;
    const column = this.#header.length;
    const { columns, cellLength } = this.#limits;
    if (column === columns) throw fileFault("limit-exceeded", this.#path, `expected at most ${columns} different keys (limits.columns)`);
    this.#columns.set(key, column);
    this.#header.push(soundText(key, cellLength, this.#faults, row, column));
    return column;
  }

  #cell(value: JsonValue, row: number, column: string): Cell {
    if (typeof value === "string") return soundText(value, this.#limits.cellLength, this.#faults, row, column);
    if (typeof value === "number") return this.#number(value, row, column);
    if (typeof value !== "object" || value === null) return value;
    if (isJsonObject(value) || value.some((item) => typeof item === "object" && item !== null)) {
      this.#faults.tell("nested", row, column);
      return null;
    }
    const texts = value.flatMap((item) => (item === null ? [] : [typeof item === "number" ? this.#number(item, row, column) : item]));
    return soundText(texts.join("、"), this.#limits.cellLength, this.#faults, row, column);
  }

  /** A number past 2^53 is not the one that the file states, and 1e400 none at all. */
  #number(value: number, row: number, column: string): number | null {
    if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) this.#faults.tell("digits", row, column);
    return Number.isFinite(value) ? value + 0 : null;
  }
}
