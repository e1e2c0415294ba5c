import { BoundedHeap } from "../numeric/index.js";
import { FULL_POINTS, meanHalfUp, type PlanRule, type PlanTerm, type ScorePlan, type Verdict } from "../scoring/index.js";
import type { Columns, ListColumn, SingleColumn } from "./columns.js";
import type { Dictionary } from "./dictionary.js";
import type { Match, RankStats } from "./match.js";

/** Similarity tables by dictionary and asked code, kept between demands because one code is asked often. */
export type TableCache = Map<Dictionary, Map<string, Uint16Array>>;

/** Verdicts as numbers, so that a rule's table is bytes. */
const FAILS = 0;
const HOLDS = 1;
const UNKNOWN = 2;
const VERDICT_NUMBER: Readonly<Record<Verdict, number>> = { fails: FAILS, holds: HOLDS, unknown: UNKNOWN };

/** The one or two columns that a term or rule looks at. */
function columnsOf(columns: Columns, { dimension, basis }: PlanTerm | PlanRule): readonly (SingleColumn | ListColumn)[] {
  switch (dimension) {
    case "region":
      return basis === "either" ? [columns.residence, columns.hometown] : [columns[basis]];
    case "field":
      return [columns.field];
    case "degree":
      return [columns.degree];
    case "title":
      return [columns.title];
    default: {
      const column = columns.custom.get(dimension);
      return column ? [column] : [];
    }
  }
}

/** Calls `see` with each number that the row holds; 0 is "unknown". */
function eachNumber(column: SingleColumn | ListColumn, row: number, see: (number: number) => void): void {
  if (column.kind === "single") see(column.values[row] ?? 0);
  else for (let j = column.offsets[row] ?? 0, end = column.offsets[row + 1] ?? 0; j < end; j++) see(column.values[j] ?? 0);
}

/** Similarity of each number of a dictionary to `asked[i]`; 0 at number 0. */
function similarityTable(term: PlanTerm, i: number, dictionary: Dictionary, cache: TableCache): Uint16Array {
  const asked = term.asked[i] ?? "";
  let tables = cache.get(dictionary);
  if (!tables) {
    tables = new Map();
    cache.set(dictionary, tables);
  }
  const known = tables.get(asked);
  if (known) return known;
  const table = new Uint16Array(dictionary.size);
  for (let number = 1; number < dictionary.size; number++) table[number] = term.similarity(dictionary.code(number), i);
  tables.set(asked, table);
  return table;
}

/** Reads a term for one row: the slow definition over tables. Returns similarity, low and high in `out`. */
type TermReader = (row: number, unknown: number, out: Uint16Array) => void;

function termReader(term: PlanTerm, columns: Columns, cache: TableCache): TermReader {
  const looked = columnsOf(columns, term);
  const n = term.asked.length;
  const tables = looked.map(({ dictionary }) => term.asked.map((_, i) => similarityTable(term, i, dictionary, cache)));
  return (row, unknown, out) => {
    let similarity = 0;
    let low = 0;
    let complete = true;
    for (let i = 0; i < n; i++) {
      let known = 0;
      complete = true;
      for (let c = 0; c < looked.length; c++) {
        const table = tables[c]?.[i];
        eachNumber(looked[c] as SingleColumn | ListColumn, row, (number) => {
          if (number === 0) complete = false;
          else known = Math.max(known, table?.[number] ?? 0);
        });
      }
      const counted = complete ? known : Math.max(known, unknown);
      if (term.mode === "all") {
        similarity += counted;
        low += known;
      } else {
        similarity = Math.max(similarity, counted);
        low = Math.max(low, known);
      }
    }
    if (term.mode === "all") {
      similarity = meanHalfUp(similarity, n);
      low = meanHalfUp(low, n);
    }
    out[0] = similarity;
    out[1] = low;
    out[2] = complete ? similarity : 1000;
  };
}

/** A term that asks any of its values of one column: a row's similarity is the highest entry among its numbers. */
interface FoldedTerm {
  readonly weight: number;
  readonly column: SingleColumn | ListColumn;
  /** Highest similarity over the asked values, by number; the unknown fact's at 0. */
  readonly table: Uint16Array;
}

/** Folds the asked values of a one-column `any` term into one table; undefined for the other kinds. */
function foldTerm(term: PlanTerm, columns: Columns, unknown: number, cache: TableCache): FoldedTerm | undefined {
  const [column, second] = columnsOf(columns, term);
  if (column === undefined || second !== undefined || (term.mode === "all" && term.asked.length > 1)) return undefined;
  const table = new Uint16Array(column.dictionary.size);
  for (let i = 0; i < term.asked.length; i++) {
    const one = similarityTable(term, i, column.dictionary, cache);
    for (let number = 1; number < table.length; number++) table[number] = Math.max(table[number] ?? 0, one[number] ?? 0);
  }
  table[0] = unknown;
  return { weight: term.weight, column, table };
}

function readFolded({ column, table }: FoldedTerm, row: number): number {
  if (column.kind === "single") return table[column.values[row] ?? 0] ?? 0;
  let best = 0;
  for (let j = column.offsets[row] ?? 0, end = column.offsets[row + 1] ?? 0; j < end; j++) {
    best = Math.max(best, table[column.values[j] ?? 0] ?? 0);
  }
  return best;
}

/** Verdict of one rule for a row. */
type RuleReader = (row: number) => number;

function ruleReader(rule: PlanRule, columns: Columns): RuleReader {
  const looked = columnsOf(columns, rule);
  const tables = looked.map(({ dictionary }) =>
    rule.asked.map((_, i) => {
      const table = new Uint8Array(dictionary.size);
      for (let number = 1; number < dictionary.size; number++) table[number] = VERDICT_NUMBER[rule.meets(dictionary.code(number), i)];
      table[0] = UNKNOWN;
      return table;
    }),
  );
  const all = rule.mode === "all";
  return (row) => {
    let verdict = all ? HOLDS : FAILS;
    for (let i = 0; i < rule.asked.length; i++) {
      let one = FAILS;
      for (let c = 0; c < looked.length; c++) {
        const table = tables[c]?.[i];
        eachNumber(looked[c] as SingleColumn | ListColumn, row, (number) => {
          const v = table?.[number] ?? FAILS;
          if (v === HOLDS || one === FAILS) one = one === HOLDS ? HOLDS : v;
        });
      }
      if (all ? one === FAILS : one === HOLDS) {
        verdict = one;
        break;
      }
      if (one === UNKNOWN) verdict = UNKNOWN;
    }
    if (rule.kind === "hard" || verdict === UNKNOWN) return verdict;
    return verdict === HOLDS ? FAILS : HOLDS;
  };
}

/**
 * The scan (全量扫描): every row is scored through tables from dictionary number to similarity, the best `k` kept in a heap.
 * Any plan; equal to scoring the objects one by one.
 * @complexity O(rows × requirements + k log k); allocates tables of the dictionaries' sizes
 */
export function scan(columns: Columns, plan: ScorePlan, k: number, cache: TableCache): { matches: Match[]; stats: RankStats } {
  const n = columns.ids.length;
  const rules = plan.rules.map((rule) => ruleReader(rule, columns));
  const weighing = plan.terms.filter((term) => term.weight > 0);
  const readers = weighing.map((term) => ({ weight: term.weight, read: termReader(term, columns, cache) }));
  const folded = weighing.map((term) => foldTerm(term, columns, plan.unknown, cache));
  const fast = folded.filter((term) => term !== undefined);
  const slow = readers.filter((_, i) => folded[i] === undefined);
  const reject = plan.unknownHard === "reject";
  const base = plan.weighs ? 0 : FULL_POINTS;
  const out = new Uint16Array(3);
  // One more than asked, so that a tie across the cut is seen.
  const heap = new BoundedHeap(Math.min(k, n) + 1);
  let candidates = 0;
  nextRow: for (let row = 0; row < n; row++) {
    for (const rule of rules) {
      const verdict = rule(row);
      if (verdict === FAILS || (verdict === UNKNOWN && reject)) continue nextRow;
    }
    candidates++;
    let points = base;
    for (const term of fast) points += term.weight * readFolded(term, row);
    for (const term of slow) {
      term.read(row, plan.unknown, out);
      points += term.weight * (out[0] ?? 0);
    }
    if (heap.admits(points)) heap.offer(points, row);
  }
  const best = heap.drain();
  const kept = Math.min(k, best.orders.length);
  const matches: Match[] = [];
  for (let i = 0; i < kept; i++) {
    const row = best.orders[i] ?? 0;
    const points = best.points[i] ?? 0;
    let low = base;
    let high = base;
    for (const term of readers) {
      term.read(row, plan.unknown, out);
      low += term.weight * (out[1] ?? 0);
      high += term.weight * (out[2] ?? 0);
    }
    const open = rules.some((rule) => rule(row) === UNKNOWN);
    matches.push({
      id: columns.ids[row] ?? "",
      points,
      low,
      high,
      rank: i + 1,
      tied: best.points[i - 1] === points || best.points[i + 1] === points,
      ...(open ? { toVerify: true as const } : {}),
    });
  }
  return { matches, stats: { engine: "scan", touched: n, candidates } };
}
