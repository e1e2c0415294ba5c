import type { FieldCell, SheetRow, SheetWalker } from "./sheet-rows.js";

/** Short name of a sheet for generated ids: the sheet's own name, or the file's without its ending. */
function shortName(table: string): string {
  const at = table.lastIndexOf("#");
  return at >= 0 && at < table.length - 1 ? table.slice(at + 1) : table.replace(/#$/, "").replace(/\.[a-z]+$/i, "");
}

/**
 * Ids of the records of one reading (记录编号): the sheet's own number where it is unique, else sheet and row, which a person can look up.
 * A second record of the same number keeps its row, under a generated id, with a warning.
 */
export class RecordIds {
  readonly #seen = new Set<string>();

  settle(row: SheetRow, own: FieldCell | undefined, walker: SheetWalker): string {
    if (own !== undefined && !this.#seen.has(own.text)) {
      this.#seen.add(own.text);
      return own.text;
    }
    const base = `${shortName(row.table)}:${String(row.number).padStart(5, "0")}`;
    let id = base;
    for (let n = 2; this.#seen.has(id); n++) id = `${base}~${n}`;
    this.#seen.add(id);
    if (own !== undefined) {
      walker.tell(row, own, "id-duplicate", "warning", {
        en: `another record has this id; this one is ${id}`,
        zh: `编号与另一条记录重复，本条改用 ${id}`,
      });
    }
    return id;
  }
}
