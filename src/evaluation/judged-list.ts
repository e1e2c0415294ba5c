import { checkArray, checkInteger, checkNumber, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { type Keyed, readKeyed } from "./keyed-values.js";

/** Grades of one query by id (相关性判定): 0 not relevant, the higher the better, in 0..1e9. An id without a grade is unjudged. */
export type Judgements = Keyed<number>;

/**
 * What an unjudged item of a list counts as (未判定项的处理): `irrelevant` as grade 0, `condense` as if it had not been listed,
 * `refuse` as a fault of the caller.
 */
export type UnjudgedPolicy = "irrelevant" | "condense" | "refuse";

/** Options of a metric that reads grades. */
export interface GradedMetricOptions {
  /** Cut-off: only the first `k` places count, >= 1. Default the whole list. */
  readonly k?: number;
  /** Default `irrelevant`. */
  readonly unjudged?: UnjudgedPolicy;
}

/** Options of a metric that tells relevant from not. */
export interface BinaryMetricOptions extends GradedMetricOptions {
  /** Lowest grade that counts as relevant, > 0. Default 1. */
  readonly relevantFrom?: number;
}

/** A metric of one list against the judgements of its query (评测指标): a number, or undefined where it does not exist. */
export type RankingMetric = (ranked: readonly string[], judgements: Judgements) => number | undefined;

/** A list seen through its judgements (判定后的列表): what every metric counts. */
export interface JudgedList {
  /** Grades of the places that count, best place first; undefined where unjudged. */
  readonly grades: readonly (number | undefined)[];
  /** `found[i]` is the number of relevant items in the first `i` places; one longer than `grades`. */
  readonly found: readonly number[];
  /** Judged items that are relevant, listed or not (R). */
  readonly relevant: number;
  /** All judged grades of the query, in no order. */
  readonly judged: readonly number[];
  /** Places that count, filled or not: the cut-off, else the length of the list. */
  readonly depth: number;
}

/** Options that every binary metric knows. */
export const BINARY_OPTIONS: readonly string[] = ["k", "relevantFrom", "unjudged"];

/** Options that every graded metric knows. */
export const GRADED_OPTIONS: readonly string[] = ["k", "unjudged"];

const HIGHEST_GRADE = 1e9;

/**
 * Reads a list through the judgements of its query (读取判定后的列表).
 *
 * Unjudged items are dealt with first, then the list is cut at `k`; with `refuse` only those within `k` matter.
 * @throws GuiyanError `duplicate-id` where an id is listed twice, `invalid-argument` on an id that is no string, a grade outside 0..1e9, or an
 *   unjudged item under `refuse`; `invalid-option`, `unknown-option`
 * @complexity O(listed + judged)
 */
export function readJudgedList(
  place: string,
  ranked: readonly string[],
  judgements: Judgements,
  options: BinaryMetricOptions,
  known: readonly string[],
): JudgedList {
  checkOptions(place, options, known);
  const k = options.k === undefined ? undefined : checkInteger(place, "k", options.k, { min: 1 });
  const unjudged = checkOneOf(place, "unjudged", options.unjudged ?? "irrelevant", ["irrelevant", "condense", "refuse"]);
  const relevantFrom = checkNumber(place, "relevantFrom", options.relevantFrom ?? 1, { above: 0, max: HIGHEST_GRADE });
  const byId = readKeyed(place, "judgements", judgements);
  const judged = checkGrades(place, byId);
  checkListedOnce(place, ranked);

  let grades = ranked.map((id) => byId.get(id));
  if (unjudged === "condense") grades = grades.filter((grade) => grade !== undefined);
  if (k !== undefined) grades = grades.slice(0, k);
  const strangers = grades.filter((grade) => grade === undefined).length;
  if (unjudged === "refuse" && strangers > 0) {
    const message = `${place}: expected every listed item to be judged, received ${strangers} unjudged of ${grades.length}`;
    throw new GuiyanError("invalid-argument", message, { path: ["ranked"], details: { unjudged: strangers, of: grades.length } });
  }

  const found = [0];
  for (const [i, grade] of grades.entries()) found.push((found[i] as number) + (grade !== undefined && grade >= relevantFrom ? 1 : 0));
  const relevant = judged.filter((grade) => grade >= relevantFrom).length;
  return { grades, found, relevant, judged, depth: k ?? grades.length };
}

/** Relevant items among the places that count (命中数). */
export function foundOf({ found }: JudgedList): number {
  return found[found.length - 1] as number;
}

/** Whether the item at a place, counted from 0, is relevant (是否相关). */
export function isRelevantAt({ found }: JudgedList, i: number): boolean {
  return (found[i + 1] as number) > (found[i] as number);
}

/**
 * Refuses a list that names an id twice (列表重复), telling the places and not the id, which may be personal.
 * @throws GuiyanError `duplicate-id`, `invalid-argument` where it is no list of strings
 * @complexity O(listed)
 */
export function checkListedOnce(place: string, ranked: readonly string[], name = "ranked"): void {
  checkArray(place, name, ranked);
  const seen = new Map<string, number>();
  for (const [i, id] of ranked.entries()) {
    if (typeof id !== "string") {
      const message = `${place}: expected ${name} to hold ids, received ${typeof id} at ${i}`;
      throw new GuiyanError("invalid-argument", message, { path: [name, i] });
    }
    const first = seen.get(id);
    if (first !== undefined) {
      const message = `${place}: expected each id once in ${name}, received one at ${first} and ${i}`;
      throw new GuiyanError("duplicate-id", message, { path: [name, i], details: { first, second: i } });
    }
    seen.set(id, i);
  }
}

function checkGrades(place: string, byId: ReadonlyMap<string, number>): number[] {
  const judged = [...byId.values()];
  for (const grade of judged) {
    if (!(typeof grade === "number" && grade >= 0 && grade <= HIGHEST_GRADE)) {
      const came = typeof grade === "number" ? grade : typeof grade;
      throw new GuiyanError("invalid-argument", `${place}: expected grades to be numbers in 0..1e9, received ${came}`, {
        path: ["judgements"],
      });
    }
  }
  return judged;
}
