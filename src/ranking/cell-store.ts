import { GuiyanError } from "../errors/index.js";
import type { RegionBasis } from "../model/index.js";
import { type CodeArray, type Columns, narrow, type SingleColumn } from "./columns.js";
import { EMPTY_NODE, type TreeAxis } from "./tree-axis.js";

/** Levels of each ladder with "unknown" first, so that `grade = degree × LEVELS + title` numbers the pairs. */
export const LEVELS = 6;
/** Pairs of degree and title. */
const GRADES = LEVELS * LEVELS;
/** A posting is `grade << ROW_BITS | row`. */
export const ROW_BITS = 26;
/** Takes the row out of a posting. */
export const ROW_MASK = 2 ** ROW_BITS - 1;
/** Rows that one index can hold. */
const MAX_ROWS = 2 ** ROW_BITS;

/**
 * Postings by product cell (单元倒排): every row stands under each node that holds one of its places × each node that holds one of its fields.
 *
 * The cells of region node `r` are `rows[r] .. rows[r + 1]`, ascending by field node in `fields`; the postings of cell `c` are
 * `postings[starts[c] .. starts[c + 1])`, ascending, hence by degree and title first and by id within.
 */
export interface CellStore {
  readonly rows: Uint32Array;
  readonly fields: CodeArray;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
}

/** Nodes of each row: those of row `i` are `nodes[offsets[i] .. offsets[i + 1])`, each once. */
interface RowNodes {
  readonly offsets: Uint32Array;
  readonly nodes: CodeArray;
}

/** Nodes of codes as one array, for loops over rows. */
function nodesOfCodes(axis: TreeAxis): RowNodes {
  const offsets = new Uint32Array(axis.codes + 1);
  const nodes: number[] = [];
  for (let number = 0; number < axis.codes; number++) {
    for (const node of axis.nodesOf(number)) nodes.push(node);
    offsets[number + 1] = nodes.length;
  }
  return { offsets, nodes: narrow(nodes, axis.size) };
}

/** Calls `see` for each distinct node that holds one of a row's numbers. */
function distinctNodes(axis: TreeAxis, size: number, eachNumber: (row: number, see: (number: number) => void) => number): RowNodes {
  const codes = nodesOfCodes(axis);
  const offsets = new Uint32Array(size + 1);
  // The row in which each node was last seen, plus one.
  const seen = new Uint32Array(axis.size);
  let nodes: CodeArray = axis.size < 0x10000 ? new Uint16Array(8 * size + 64) : new Uint32Array(8 * size + 64);
  let end = 0;
  let row = 0;
  const see = (number: number) => {
    const last = codes.offsets[number + 1] as number;
    for (let i = codes.offsets[number] as number; i < last; i++) {
      const node = codes.nodes[i] as number;
      if (seen[node] === row + 1) continue;
      seen[node] = row + 1;
      nodes[end++] = node;
    }
  };
  for (; row < size; row++) {
    if (end + axis.size > nodes.length) {
      const grown: CodeArray = new (nodes.constructor as typeof Uint32Array)(2 * nodes.length + axis.size);
      grown.set(nodes);
      nodes = grown;
    }
    if (eachNumber(row, see) === 0) nodes[end++] = EMPTY_NODE;
    offsets[row + 1] = end;
  }
  return { offsets, nodes: nodes.subarray(0, end) };
}

/** Nodes of the rows' fields. */
function fieldNodesOfRows({ field }: Columns, axis: TreeAxis): RowNodes {
  const { offsets, values } = field;
  return distinctNodes(axis, offsets.length - 1, (row, see) => {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    for (let i = start; i < end; i++) see(values[i] as number);
    return end - start;
  });
}

/** Nodes of the rows' places under a basis; where one of two places is unknown the row stands under the unknown too. */
function regionNodesOfRows({ residence, hometown, ids }: Columns, axis: TreeAxis, basis: RegionBasis): RowNodes {
  const looked: readonly SingleColumn[] = basis === "either" ? [residence, hometown] : [basis === "hometown" ? hometown : residence];
  return distinctNodes(axis, ids.size, (row, see) => {
    for (const { values } of looked) see(values[row] as number);
    return looked.length;
  });
}

/** Rows as postings in ascending order: by degree and title, then by id. */
function orderedPostings({ degree, title, ids }: Columns): Uint32Array {
  const n = ids.size;
  const starts = new Uint32Array(GRADES + 1);
  const gradeOf = (row: number) => (degree.values[row] as number) * LEVELS + (title.values[row] as number);
  for (let row = 0; row < n; row++) starts[gradeOf(row) + 1] = (starts[gradeOf(row) + 1] as number) + 1;
  for (let grade = 0; grade < GRADES; grade++) starts[grade + 1] = (starts[grade + 1] as number) + (starts[grade] as number);
  const postings = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const grade = gradeOf(row);
    const at = starts[grade] as number;
    starts[grade] = at + 1;
    postings[at] = grade * MAX_ROWS + row;
  }
  return postings;
}

/** What is needed to lay out cells, as arrays alone, so that parts of it may be done elsewhere (建单元的输入). */
export interface CellPlan {
  /** Postings of each region node in ascending order: those of node `r` are `lists[listStarts[r] .. listStarts[r + 1])`. */
  readonly lists: Uint32Array;
  readonly listStarts: Uint32Array;
  /** Where the postings of each region node's cells begin, and their end. */
  readonly postingStarts: Uint32Array;
  readonly rowFields: RowNodes;
  readonly fieldNodes: number;
}

/** Sorts rows by region node. @complexity O(rows × depth) */
export function planCells(columns: Columns, regions: TreeAxis, fields: TreeAxis, basis: RegionBasis): CellPlan {
  const n = columns.ids.size;
  if (n > MAX_ROWS) {
    throw new GuiyanError("limit-exceeded", `createTalentIndex: expected at most ${MAX_ROWS} talents in one index, received ${n}`);
  }
  const rowRegions = regionNodesOfRows(columns, regions, basis);
  const rowFields = fieldNodesOfRows(columns, fields);
  const listStarts = new Uint32Array(regions.size + 1);
  const postingStarts = new Uint32Array(regions.size + 1);
  const { offsets, nodes } = rowRegions;
  for (let row = 0; row < n; row++) {
    const width = (rowFields.offsets[row + 1] as number) - (rowFields.offsets[row] as number);
    const end = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < end; i++) {
      const at = (nodes[i] as number) + 1;
      listStarts[at] = (listStarts[at] as number) + 1;
      postingStarts[at] = (postingStarts[at] as number) + width;
    }
  }
  let postings = 0;
  for (let node = 0; node < regions.size; node++) {
    listStarts[node + 1] = (listStarts[node + 1] as number) + (listStarts[node] as number);
    postings += postingStarts[node + 1] as number;
    postingStarts[node + 1] = (postingStarts[node + 1] as number) + (postingStarts[node] as number);
  }
  if (postings >= 2 ** 32) {
    throw new GuiyanError(
      "limit-exceeded",
      `createTalentIndex: expected fewer than 2^32 postings in one index, received ${postings}; split the registry`,
    );
  }
  const lists = new Uint32Array(listStarts[regions.size] as number);
  const next = listStarts.slice();
  for (const posting of orderedPostings(columns)) {
    const row = posting & ROW_MASK;
    const end = offsets[row + 1] as number;
    for (let i = offsets[row] as number; i < end; i++) {
      const node = nodes[i] as number;
      const at = next[node] as number;
      next[node] = at + 1;
      lists[at] = posting;
    }
  }
  return { lists, listStarts, postingStarts, rowFields, fieldNodes: fields.size };
}

/** Cells of a range of region nodes (一段单元): how many each has, their field nodes and where each begins. */
export interface CellRange {
  readonly counts: Uint32Array;
  readonly fields: Uint32Array;
  readonly starts: Uint32Array;
}

/**
 * Lays out the cells of region nodes `from .. to` and writes their postings into `postings` at the places that the plan keeps for them.
 * Ranges of nodes write to different places, so that they may be laid out at the same time.
 * @complexity O(postings of the range + nodes of the range × field nodes)
 */
export function layOutCells(plan: CellPlan, from: number, to: number, postings: Uint32Array): CellRange {
  const { lists, listStarts, postingStarts, rowFields, fieldNodes } = plan;
  const { offsets, nodes } = rowFields;
  const counts = new Uint32Array(to - from);
  let fields = new Uint32Array(1024);
  let starts = new Uint32Array(1024);
  let cells = 0;
  const next = new Uint32Array(fieldNodes);
  const touched = new Uint32Array(fieldNodes);
  for (let region = from; region < to; region++) {
    const first = listStarts[region] as number;
    const last = listStarts[region + 1] as number;
    let distinct = 0;
    for (let i = first; i < last; i++) {
      const row = (lists[i] as number) & ROW_MASK;
      const end = offsets[row + 1] as number;
      for (let j = offsets[row] as number; j < end; j++) {
        const node = nodes[j] as number;
        const count = next[node] as number;
        if (count === 0) touched[distinct++] = node;
        next[node] = count + 1;
      }
    }
    if (cells + distinct > fields.length) {
      const length = Math.max(2 * fields.length, cells + distinct);
      const [moreFields, moreStarts] = [new Uint32Array(length), new Uint32Array(length)];
      moreFields.set(fields);
      moreStarts.set(starts);
      fields = moreFields;
      starts = moreStarts;
    }
    const present = touched.subarray(0, distinct).sort();
    let at = postingStarts[region] as number;
    for (let i = 0; i < distinct; i++) {
      const node = present[i] as number;
      fields[cells] = node;
      starts[cells++] = at;
      const count = next[node] as number;
      next[node] = at;
      at += count;
    }
    for (let i = first; i < last; i++) {
      const posting = lists[i] as number;
      const row = posting & ROW_MASK;
      const end = offsets[row + 1] as number;
      for (let j = offsets[row] as number; j < end; j++) {
        const node = nodes[j] as number;
        const place = next[node] as number;
        next[node] = place + 1;
        postings[place] = posting;
      }
    }
    for (let i = 0; i < distinct; i++) next[present[i] as number] = 0;
    counts[region - from] = distinct;
  }
  return { counts, fields: fields.slice(0, cells), starts: starts.slice(0, cells) };
}

/** Joins ranges of cells, in order of their region nodes, to a store. */
export function joinCells(plan: CellPlan, ranges: readonly CellRange[], postings: Uint32Array): CellStore {
  const cells = ranges.reduce((sum, { fields }) => sum + fields.length, 0);
  const rows = new Uint32Array(plan.listStarts.length);
  const fields: CodeArray = plan.fieldNodes < 0x10000 ? new Uint16Array(cells) : new Uint32Array(cells);
  const starts = new Uint32Array(cells + 1);
  let node = 0;
  let at = 0;
  for (const range of ranges) {
    fields.set(range.fields, at);
    starts.set(range.starts, at);
    at += range.fields.length;
    for (const count of range.counts) {
      rows[node + 1] = (rows[node] as number) + count;
      node++;
    }
  }
  starts[cells] = postings.length;
  return { rows, fields, starts, postings };
}

/**
 * Posts every row of the columns by region node and field node (建立单元倒排).
 * @complexity O(rows × nodes of its places × nodes of its fields); 4 bytes a posting, some 27 postings a talent of two fields
 */
export function buildCells(columns: Columns, regions: TreeAxis, fields: TreeAxis, basis: RegionBasis): CellStore {
  const plan = planCells(columns, regions, fields, basis);
  const postings = new Uint32Array(plan.postingStarts[regions.size] as number);
  return joinCells(plan, [layOutCells(plan, 0, regions.size, postings)], postings);
}

/** Cell of two nodes, or −1 where nobody stands. @complexity O(log field nodes) */
export function findCell(store: CellStore, region: number, field: number): number {
  let low = store.rows[region] as number;
  let high = store.rows[region + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const node = store.fields[middle] as number;
    if (node === field) return middle;
    if (node < field) low = middle + 1;
    else high = middle;
  }
  return -1;
}
