import type { Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { readFact, SCORED_FACTS, type SettledCriteria, talentFault } from "../scoring/index.js";
import { checkDistinctIds } from "./check-distinct-ids.js";
import { Dictionary } from "./dictionary.js";

/** One code a row, 0 where the fact is unknown. */
export interface SingleColumn {
  readonly kind: "single";
  readonly dictionary: Dictionary;
  readonly values: Uint32Array;
}

/** Several codes a row: those of row `i` are `values[offsets[i] .. offsets[i + 1])`; a lone 0 says that the fact is unknown. */
export interface ListColumn {
  readonly kind: "list";
  readonly dictionary: Dictionary;
  readonly offsets: Uint32Array;
  readonly values: Uint32Array;
}

/** A registry as typed arrays over dictionaries (列式存储); rows stand in ascending code-point order of id. */
export interface Columns {
  readonly ids: readonly string[];
  readonly residence: SingleColumn;
  readonly hometown: SingleColumn;
  readonly degree: SingleColumn;
  readonly title: SingleColumn;
  readonly field: ListColumn;
  /** Dimensions of the caller's own, by name. */
  readonly custom: ReadonlyMap<string, ListColumn>;
}

type SingleFact = "residence" | "hometown" | "degree" | "title";

/** Positions of the talents in ascending code-point order of id. */
function orderById(talents: readonly Talent[]): Uint32Array {
  const order = Uint32Array.from(talents.keys());
  const idAt = (i: number) => talents[i]?.id ?? "";
  const ordered = order.every((i) => i === 0 || compareCodePoints(idAt(i - 1), idAt(i)) < 0);
  return ordered ? order : order.sort((a, b) => compareCodePoints(idAt(a), idAt(b)));
}

/** Talents in row order, with their position in the caller's list for messages. */
interface Rows {
  readonly talents: readonly Talent[];
  readonly order: Uint32Array;
}

function* inOrder({ talents, order }: Rows): Generator<[row: number, talent: Talent, position: number]> {
  for (const [row, position] of order.entries()) yield [row, talents[position] as Talent, position];
}

function singleColumn(rows: Rows, member: SingleFact): SingleColumn {
  const dictionary = new Dictionary();
  const values = new Uint32Array(rows.order.length);
  const { accepts, expectation } = SCORED_FACTS[member];
  for (const [row, talent, position] of inOrder(rows)) {
    const code = member === "title" ? talent.title?.grade : talent[member];
    if (code === undefined) continue;
    values[row] = dictionary.number(code, (text) => {
      if (!(typeof text === "string" && accepts(text))) throw talentFault("createTalentIndex", ["talents", position, member], expectation);
    });
  }
  return { kind: "single", dictionary, values };
}

function listColumn(
  rows: Rows,
  read: (talent: Talent) => readonly string[] | undefined,
  path: string,
  accepts: (code: string) => boolean,
  expectation: string,
): ListColumn {
  const dictionary = new Dictionary();
  const offsets = new Uint32Array(rows.order.length + 1);
  const values: number[] = [];
  for (const [row, talent, position] of inOrder(rows)) {
    const codes = read(talent);
    const fault = () => talentFault("createTalentIndex", ["talents", position, path], expectation);
    if (codes === undefined) values.push(0);
    else if (!Array.isArray(codes)) throw fault();
    else {
      for (const code of codes) {
        const number = dictionary.number(code, (text) => {
          if (!(typeof text === "string" && accepts(text))) throw fault();
        });
        values.push(number);
      }
    }
    offsets[row + 1] = values.length;
  }
  return { kind: "list", dictionary, offsets, values: Uint32Array.from(values) };
}

/**
 * Turns talents into columns (列式化).
 * @throws GuiyanError `duplicate-id`, `invalid-talent` with the place of the fault
 * @complexity O(n log n) unless already in id order; 20 bytes a talent and 4 a field, besides the ids
 */
export function buildColumns(talents: readonly Talent[], criteria: SettledCriteria): Columns {
  checkDistinctIds("createTalentIndex", talents);
  const rows: Rows = { talents, order: orderById(talents) };
  const custom = new Map<string, ListColumn>();
  for (const dimension of criteria.dimensions.keys()) {
    const read = (talent: Talent) => {
      const fact = readFact(talent, { dimension, basis: "residence" }, criteria);
      return fact.complete ? fact.codes : undefined;
    };
    custom.set(
      dimension,
      listColumn(rows, read, dimension, () => true, "a list of texts"),
    );
  }
  const { accepts, expectation } = SCORED_FACTS.fields;
  return {
    ids: Array.from(rows.order, (i) => talents[i]?.id ?? ""),
    residence: singleColumn(rows, "residence"),
    hometown: singleColumn(rows, "hometown"),
    degree: singleColumn(rows, "degree"),
    title: singleColumn(rows, "title"),
    field: listColumn(rows, (talent) => talent.fields, "fields", accepts, expectation),
    custom,
  };
}
