import {
  evaluateRule,
  type Fact,
  FULL_POINTS,
  meanHalfUp,
  type PlanRule,
  type PlanTerm,
  type ScorePlan,
  type Verdict,
} from "../scoring/index.js";
import type { CodeArray, Columns, ListColumn, SingleColumn } from "./columns.js";
import type { Dictionary } from "./dictionary.js";
import { LazyTable } from "./lazy-table.js";

/** Similarity tables by dictionary, dimension and asked code, kept between demands because one code is asked often. */
export type TableCache = Map<Dictionary, Map<string, LazyTable>>;
/** Numbers kept in the tables of one dictionary; past this they are begun anew. */
const KEPT_NUMBERS = 4_000_000;

/**
 * Points of a row, or −1 where a rule keeps it out or its points are sure to stay under `least` (逐行读取).
 */
export type RowReader = (row: number, least: number) => number;

/** The one or two columns that a term or rule looks at. */
export function columnsOf(columns: Columns, { dimension, basis }: PlanTerm | PlanRule): readonly (SingleColumn | ListColumn)[] {
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

/** What a row is known to hold of what a term or rule looks at, as codes. */
export function factOfRow(columns: Columns, part: PlanTerm | PlanRule, row: number): Fact {
  const codes: string[] = [];
  let complete = true;
  for (const column of columnsOf(columns, part)) {
    const { dictionary, values } = column;
    const end = column.kind === "single" ? row + 1 : (column.offsets[row + 1] as number);
    for (let i = column.kind === "single" ? row : (column.offsets[row] as number); i < end; i++) {
      if (values[i] === 0) complete = false;
      else codes.push(dictionary.code(values[i] as number));
    }
  }
  return { codes, complete };
}

/** Similarity of a dictionary's numbers to `asked[i]`; the unknown fact's is not here. */
function similarityTable(term: PlanTerm, i: number, dictionary: Dictionary, cache: TableCache): LazyTable {
  const asked = `${term.dimension} ${term.asked[i]}`;
  const tables = cache.get(dictionary) ?? new Map<string, LazyTable>();
  cache.set(dictionary, tables);
  const known = tables.get(asked);
  if (known !== undefined) return known;
  if ((tables.size + 1) * dictionary.size > KEPT_NUMBERS) tables.clear();
  const { similarity } = term;
  const table = new LazyTable(dictionary, (number) => similarity(dictionary.code(number), i));
  tables.set(asked, table);
  return table;
}

/** Whether a rule keeps a row with this verdict; of the rule that must fail, whether it does. */
function keepsRow(verdict: Verdict, rule: PlanRule, plan: ScorePlan, failing: PlanRule | undefined): boolean {
  const fails = verdict === "fails" || (verdict === "unknown" && plan.unknownHard === "reject");
  return fails === (rule === failing);
}

/** Points of the numbers of a fact of one code, from all terms and rules that look at it alone; −1 where one shuts it out. */
export function singleTable(
  dictionary: Dictionary,
  terms: readonly PlanTerm[],
  rules: readonly PlanRule[],
  plan: ScorePlan,
  failing: PlanRule | undefined,
  cache: TableCache,
): LazyTable {
  const tables = terms.map((term) => term.asked.map((_, i) => similarityTable(term, i, dictionary, cache)));
  return new LazyTable(dictionary, (number) => {
    if (rules.length > 0) {
      const fact = number === 0 ? { codes: [], complete: false } : { codes: [dictionary.code(number)], complete: true };
      if (!rules.every((rule) => keepsRow(evaluateRule(rule, fact), rule, plan, failing))) return -1;
    }
    let points = 0;
    for (let t = 0; t < terms.length; t++) {
      const { weight, mode, asked } = terms[t] as PlanTerm;
      let similarity = number === 0 ? plan.unknown : 0;
      if (number !== 0) {
        for (const table of tables[t] as LazyTable[])
          similarity = mode === "all" ? similarity + table.at(number) : Math.max(similarity, table.at(number));
        if (mode === "all") similarity = meanHalfUp(similarity, asked.length);
      }
      points += weight * similarity;
    }
    return points;
  });
}

/** Points of the numbers of a fact of several codes, for a term that takes the best; the unknown fact's at 0. */
function bestTable(term: PlanTerm, { dictionary }: ListColumn, plan: ScorePlan, cache: TableCache): LazyTable {
  const tables = term.asked.map((_, i) => similarityTable(term, i, dictionary, cache));
  return new LazyTable(dictionary, (number) => {
    let best = number === 0 ? plan.unknown : 0;
    if (number !== 0) for (const table of tables) best = Math.max(best, table.at(number));
    return term.weight * best;
  });
}

/** Calls `see` with each number that the row holds; 0 is "unknown". */
function eachNumber(column: SingleColumn | ListColumn, row: number, see: (number: number) => void): void {
  if (column.kind === "single") see(column.values[row] as number);
  else for (let j = column.offsets[row] as number, end = column.offsets[row + 1] as number; j < end; j++) see(column.values[j] as number);
}

/** Similarity of a term for a row by its definition, over tables. */
function termReader(term: PlanTerm, columns: Columns, plan: ScorePlan, cache: TableCache): (row: number) => number {
  const looked = columnsOf(columns, term);
  const n = term.asked.length;
  const tables = looked.map(({ dictionary }) => term.asked.map((_, i) => similarityTable(term, i, dictionary, cache)));
  return (row) => {
    let similarity = 0;
    for (let i = 0; i < n; i++) {
      let known = 0;
      for (let c = 0; c < looked.length; c++) {
        const table = (tables[c] as LazyTable[])[i] as LazyTable;
        eachNumber(looked[c] as SingleColumn | ListColumn, row, (number) => {
          known = Math.max(known, number === 0 ? plan.unknown : table.at(number));
        });
      }
      similarity = term.mode === "all" ? similarity + known : Math.max(similarity, known);
    }
    return term.mode === "all" ? meanHalfUp(similarity, n) : similarity;
  };
}

const FAILS = 0;
const HOLDS = 1;
const UNKNOWN = 2;
const VERDICTS: readonly Verdict[] = ["fails", "holds", "unknown"];
const VERDICT_NUMBER: Readonly<Record<Verdict, number>> = { fails: FAILS, holds: HOLDS, unknown: UNKNOWN };
/** What an exclusion makes of each verdict on its codes. */
const EXCLUDED: readonly Verdict[] = ["holds", "fails", "unknown"];

/** Whether a rule that any asked code meets keeps a row of one list column: the best verdict among its numbers, each worked out over all asked codes. */
function listRuleReader(
  rule: PlanRule,
  { dictionary, offsets, values }: ListColumn,
  plan: ScorePlan,
  failing: PlanRule | undefined,
): (row: number) => boolean {
  const table = new LazyTable(dictionary, (number) => {
    if (number === 0) return UNKNOWN;
    const verdicts = rule.asked.map((_, i) => rule.meets(dictionary.code(number), i));
    return verdicts.includes("holds") ? HOLDS : verdicts.includes("unknown") ? UNKNOWN : FAILS;
  });
  const kept = keptVerdicts(rule, plan, failing);
  return (row) => {
    let verdict = FAILS;
    for (let j = offsets[row] as number, end = offsets[row + 1] as number; j < end && verdict !== HOLDS; j++) {
      const own = table.at(values[j] as number);
      if (own !== FAILS) verdict = own;
    }
    return kept[verdict] as boolean;
  };
}

/** Whether a rule keeps a row by the number of what its codes say; of an exclusion, the other way round. */
function keptVerdicts(rule: PlanRule, plan: ScorePlan, failing: PlanRule | undefined): boolean[] {
  const told = rule.kind === "exclude" ? EXCLUDED : VERDICTS;
  return told.map((verdict) => keepsRow(verdict, rule, plan, failing));
}

/** Whether a rule keeps a row, by its definition over tables. */
function ruleReader(rule: PlanRule, columns: Columns, plan: ScorePlan, failing: PlanRule | undefined): (row: number) => boolean {
  const looked = columnsOf(columns, rule);
  const [only] = looked;
  if (only?.kind === "list" && looked.length === 1 && rule.mode === "any") return listRuleReader(rule, only, plan, failing);
  const tables = looked.map(({ dictionary }) =>
    rule.asked.map(
      (_, i) => new LazyTable(dictionary, (number) => (number === 0 ? UNKNOWN : VERDICT_NUMBER[rule.meets(dictionary.code(number), i)])),
    ),
  );
  const all = rule.mode === "all";
  const kept = keptVerdicts(rule, plan, failing);
  return (row) => {
    let verdict = all ? HOLDS : FAILS;
    for (let i = 0; i < rule.asked.length; i++) {
      let one = FAILS;
      for (let c = 0; c < looked.length; c++) {
        const table = (tables[c] as LazyTable[])[i] as LazyTable;
        eachNumber(looked[c] as SingleColumn | ListColumn, row, (number) => {
          const v = table.at(number);
          if (v === HOLDS || one === FAILS) one = one === HOLDS ? HOLDS : v;
        });
      }
      if (all ? one === FAILS : one === HOLDS) {
        verdict = one;
        break;
      }
      if (one === UNKNOWN) verdict = UNKNOWN;
    }
    return kept[verdict] as boolean;
  };
}

/** A column of one code a row with its points by number. */
interface SingleRead {
  readonly values: CodeArray;
  readonly table: LazyTable;
}

/** A column of several codes a row with its points by number. */
interface ListRead extends SingleRead {
  readonly offsets: Uint32Array;
}

/**
 * Compiles a plan for reading rows of columns one by one (编译逐行读取): the slow definition over tables, for any plan.
 * Columns of one code a row are read first, so that a row is left as soon as the rest cannot lift it to `least`.
 * @param failing the hard rule that a row must fail, for near-misses
 * @complexity O(requirements) to compile, O(requirements × codes held) a row; each distinct code is compared once
 */
export function compileRowReader(columns: Columns, plan: ScorePlan, cache: TableCache, failing?: PlanRule): RowReader {
  const terms = plan.terms.filter((term) => term.weight > 0);
  const singles: SingleRead[] = [];
  for (const column of [columns.residence, columns.hometown, columns.degree, columns.title]) {
    const own = (part: PlanTerm | PlanRule) => {
      const looked = columnsOf(columns, part);
      return looked.length === 1 && looked[0] === column;
    };
    const [itsTerms, itsRules] = [terms.filter(own), plan.rules.filter(own)];
    if (itsTerms.length + itsRules.length > 0) {
      singles.push({ values: column.values, table: singleTable(column.dictionary, itsTerms, itsRules, plan, failing, cache) });
    }
  }
  const lists: ListRead[] = [];
  const others: { readonly weight: number; readonly read: (row: number) => number }[] = [];
  const rules: ((row: number) => boolean)[] = [];
  const alone = (part: PlanTerm | PlanRule) => {
    const looked = columnsOf(columns, part);
    return looked.length === 1 ? looked[0] : undefined;
  };
  for (const rule of plan.rules) if (alone(rule)?.kind !== "single") rules.push(ruleReader(rule, columns, plan, failing));
  let rest = 0;
  for (const term of terms) {
    const column = alone(term);
    if (column?.kind === "single") continue;
    rest += 1000 * term.weight;
    if (column?.kind === "list" && (term.mode === "any" || term.asked.length === 1)) {
      lists.push({ values: column.values, offsets: column.offsets, table: bestTable(term, column, plan, cache) });
    } else others.push({ weight: term.weight, read: termReader(term, columns, plan, cache) });
  }
  const base = plan.weighs ? 0 : FULL_POINTS;
  return (row, least) => {
    let points = base;
    for (let i = 0; i < singles.length; i++) {
      const { values, table } = singles[i] as SingleRead;
      const own = table.at(values[row] as number);
      if (own < 0) return -1;
      points += own;
    }
    if (points + rest < least) return -1;
    for (let i = 0; i < lists.length; i++) {
      const { values, offsets, table } = lists[i] as ListRead;
      let best = 0;
      for (let j = offsets[row] as number, end = offsets[row + 1] as number; j < end; j++) {
        const own = table.at(values[j] as number);
        if (own > best) best = own;
      }
      points += best;
    }
    for (const { weight, read } of others) points += weight * read(row);
    for (const keeps of rules) if (!keeps(row)) return -1;
    return points;
  };
}
