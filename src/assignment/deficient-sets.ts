import type { CandidateSource } from "./candidate-source.js";

/** Rows that together want more columns than there are for them (Hall 缺额集). */
interface DeficientRows {
  readonly rows: readonly number[];
  /** All columns that any of the rows may take. */
  readonly columns: readonly number[];
}

/** What is wrong with the rows that have room in an assignment (未满行). */
export interface RoomyRows {
  /** Sets of which no assignment could fill more places, by their first row. */
  readonly deficient: readonly DeficientRows[];
  /** Rows that another assignment could give one more column, though not this one's total. */
  readonly outweighed: readonly number[];
}

/**
 * Tells rows that cannot be filled from rows that could be at another's cost (缺额分析): from every row with room, over pairs not made and pairs made.
 *
 * A row from which no column with room can be reached lies in a deficient set: its rows may take no column but those that they already have
 * among themselves, so that places(S) > columns(S).
 * @param columnsOf the columns that each row has
 * @complexity O(listed pairs of the rows reached); their lists are grown to the end, or to a column with room
 * @source P. Hall, Journal of the London Mathematical Society 10 (1935) 26–30
 */
export function deficientSets(source: CandidateSource, columnsOf: readonly (readonly number[])[]): RoomyRows {
  const holders = new Map<number, number[]>();
  for (const [row, own] of columnsOf.entries()) {
    for (const column of own) {
      const list = holders.get(column);
      if (list === undefined) holders.set(column, [row]);
      else list.push(row);
    }
  }
  const roomy = [...columnsOf.keys()].filter((row) => (columnsOf[row] as readonly number[]).length < (source.places[row] as number));
  const hasRoom = (column: number) => (holders.get(column)?.length ?? 0) < source.capacity(column);
  // Who may take each full column that was reached; a row that may take one with room is open and need not be looked at further.
  const takers = new Map<number, number[]>();
  const reached = new Set(roomy);
  const open: number[] = [];
  for (const row of reached) {
    const own = new Set(columnsOf[row]);
    const list = source.list(row);
    const wanted: number[] = [];
    let free = false;
    for (let edge = 0; !free; ) {
      for (; edge < list.columns.length && !free; edge++) {
        const column = list.columns[edge] as number;
        if (own.has(column)) continue;
        free = hasRoom(column);
        wanted.push(column);
      }
      if (free || list.bound === Number.NEGATIVE_INFINITY) break;
      source.grow(row);
    }
    if (free) {
      open.push(row);
      continue;
    }
    for (const column of wanted) {
      const others = takers.get(column);
      if (others !== undefined) {
        others.push(row);
        continue;
      }
      takers.set(column, [row]);
      for (const holder of holders.get(column) ?? []) reached.add(holder);
    }
  }
  // Whoever may take a column of an open row is open too.
  const isOpen = new Set(open);
  for (const row of open) {
    for (const column of columnsOf[row] ?? []) {
      for (const taker of takers.get(column) ?? []) {
        if (isOpen.has(taker)) continue;
        isOpen.add(taker);
        open.push(taker);
      }
    }
  }
  // What is reached from the other rows with room; their lists are whole.
  const closed = new Set(roomy.filter((row) => !isOpen.has(row)));
  for (const row of closed) {
    const own = new Set(columnsOf[row]);
    for (const column of source.list(row).columns) if (!own.has(column)) for (const holder of holders.get(column) ?? []) closed.add(holder);
  }
  return { deficient: components([...closed], source), outweighed: roomy.filter((row) => isOpen.has(row)) };
}

/** Rows in sets that share no column. */
function components(rows: readonly number[], source: CandidateSource): DeficientRows[] {
  const rowsOf = new Map<number, number[]>();
  for (const row of rows) {
    for (const column of source.list(row).columns) {
      const list = rowsOf.get(column);
      if (list === undefined) rowsOf.set(column, [row]);
      else list.push(row);
    }
  }
  const seen = new Set<number>();
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((start): DeficientRows[] => {
      if (seen.has(start)) return [];
      const set = new Set([start]);
      const columns = new Set<number>();
      for (const row of set) {
        seen.add(row);
        for (const column of source.list(row).columns) {
          if (columns.has(column)) continue;
          columns.add(column);
          for (const other of rowsOf.get(column) ?? []) set.add(other);
        }
      }
      return [{ rows: [...set].sort((a, b) => a - b), columns: [...columns].sort((a, b) => a - b) }];
    });
}
