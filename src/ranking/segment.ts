import { GuiyanError } from "../errors/index.js";
import type { RegionBasis } from "../model/index.js";
import { ABROAD, ANY_FIELD, CHINA, fieldNodes, regionNodes } from "../taxonomy/index.js";
import { buildCells, type CellStore } from "./cell-store.js";
import { type CodeArray, type Columns, type ListColumn, narrow, type SingleColumn, type Vocabulary } from "./columns.js";
import { IdStore } from "./id-store.js";
import type { CodeListColumn, TalentColumns } from "./talent-columns.js";
import { bury, isDead, makeTombstones, type Tombstones } from "./tombstones.js";
import { TreeAxis } from "./tree-axis.js";

/** The code trees over a vocabulary (树轴). */
export interface Trees {
  readonly region: TreeAxis;
  readonly field: TreeAxis;
}

/** The trees of the codes that a vocabulary has now. */
export function plantTrees(vocabulary: Vocabulary): Trees {
  return {
    region: new TreeAxis(vocabulary.place, regionNodes, [CHINA, ABROAD]),
    field: new TreeAxis(vocabulary.field, fieldNodes, [ANY_FIELD]),
  };
}

/** A part of an index (分段): columns that never change, their cells, and which rows have been removed since. */
export class Segment {
  readonly columns: Columns;
  /** Cells by place that they are laid out by; empty in a part that is too small for them. */
  readonly cells: ReadonlyMap<RegionBasis, CellStore>;
  #dead: Tombstones | undefined;
  #live: number;

  constructor(columns: Columns, cells: ReadonlyMap<RegionBasis, CellStore>) {
    this.columns = columns;
    this.cells = cells;
    this.#live = columns.ids.size;
  }

  /** Rows, the removed ones included. */
  get size(): number {
    return this.columns.ids.size;
  }

  /** Rows that have not been removed. */
  get live(): number {
    return this.#live;
  }

  get dead(): Tombstones | undefined {
    return this.#dead;
  }

  /** Row of an id that has not been removed, or −1. */
  find(id: string): number {
    const row = this.columns.ids.find(id);
    return row >= 0 && isDead(this.#dead, row) ? -1 : row;
  }

  /** Removes a row that stands. */
  remove(row: number): void {
    this.#dead ??= makeTombstones(this.size);
    bury(this.#dead, row);
    this.#live--;
  }
}

/** Builds a segment with cells by each of `bases`. */
export function buildSegment(columns: Columns, trees: Trees, bases: readonly RegionBasis[]): Segment {
  trees.region.grow();
  trees.field.grow();
  return new Segment(columns, new Map(bases.map((basis) => [basis, buildCells(columns, trees.region, trees.field, basis)])));
}

/** Which rows of which segments stand next in id order. Ids are distinct over live rows. @complexity O(rows × segments) */
export function orderOfRows(segments: readonly Segment[]): { readonly of: Uint16Array; readonly rows: Uint32Array } {
  const total = segments.reduce((sum, { live }) => sum + live, 0);
  const of = new Uint16Array(total);
  const rows = new Uint32Array(total);
  const at = segments.map(() => -1);
  const advance = (s: number) => {
    const { dead, size } = segments[s] as Segment;
    let row = (at[s] as number) + 1;
    while (row < size && isDead(dead, row)) row++;
    at[s] = row;
  };
  for (const s of segments.keys()) advance(s);
  for (let i = 0; i < total; i++) {
    let least = -1;
    for (const [s, { size, columns }] of segments.entries()) {
      const row = at[s] as number;
      if (row >= size) continue;
      if (least < 0 || columns.ids.compare(row, (segments[least] as Segment).columns.ids, at[least] as number) < 0) least = s;
    }
    of[i] = least;
    rows[i] = at[least] as number;
    advance(least);
  }
  return { of, rows };
}

/** The live rows of several segments as columns of one, in id order. @complexity O(rows × segments) */
export function mergeColumns(segments: readonly Segment[]): Columns {
  const { of, rows } = orderOfRows(segments);
  const all = segments.map(({ columns }) => columns);
  const [first] = all;
  if (first === undefined) throw new GuiyanError("invalid-argument", "mergeColumns: expected a segment at least");
  const single = (pick: (columns: Columns) => SingleColumn): SingleColumn => {
    const values = all.map((columns) => pick(columns).values);
    const numbers = rows.map((row, i) => (values[of[i] as number] as CodeArray)[row] as number);
    const { dictionary } = pick(first);
    return { kind: "single", dictionary, values: narrow(numbers, dictionary.size) };
  };
  const list = (pick: (columns: Columns) => ListColumn): ListColumn => {
    const lists = all.map(pick);
    const offsets = new Uint32Array(rows.length + 1);
    for (let i = 0; i < rows.length; i++) {
      const from = (lists[of[i] as number] as ListColumn).offsets;
      const row = rows[i] as number;
      offsets[i + 1] = (offsets[i] as number) + (from[row + 1] as number) - (from[row] as number);
    }
    const numbers = new Uint32Array(offsets[rows.length] as number);
    for (let i = 0; i < rows.length; i++) {
      const from = lists[of[i] as number] as ListColumn;
      const start = from.offsets[rows[i] as number] as number;
      const length = (offsets[i + 1] as number) - (offsets[i] as number);
      for (let j = 0; j < length; j++) numbers[(offsets[i] as number) + j] = from.values[start + j] as number;
    }
    const { dictionary } = pick(first);
    return { kind: "list", dictionary, offsets, values: narrow(numbers, dictionary.size) };
  };
  return {
    ids: IdStore.gather(
      all.map(({ ids }) => ids),
      of,
      rows,
    ),
    residence: single((columns) => columns.residence),
    hometown: single((columns) => columns.hometown),
    degree: single((columns) => columns.degree),
    title: single((columns) => columns.title),
    field: list((columns) => columns.field),
    custom: new Map(
      Array.from(first.custom.keys(), (dimension) => [dimension, list((columns) => columns.custom.get(dimension) as ListColumn)]),
    ),
  };
}

/** The live rows of segments as a caller would give them, for a build from the ground. */
export function columnsOfSegments(segments: readonly Segment[]): TalentColumns {
  if (segments.length === 0) return { ids: [] };
  const { ids, field, custom, ...single } = mergeColumns(segments);
  const given = ({ dictionary, kind: _, ...column }: SingleColumn | ListColumn) => ({ ...column, codes: dictionary.codes });
  return {
    ids: Array.from({ length: ids.size }, (_, row) => ids.id(row)),
    residence: given(single.residence),
    hometown: given(single.hometown),
    degree: given(single.degree),
    title: given(single.title),
    fields: given(field) as CodeListColumn,
    custom: Object.fromEntries(Array.from(custom, ([dimension, column]) => [dimension, given(column) as CodeListColumn])),
  };
}
