import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import type { Talent } from "../model/index.js";
import { readFact, SCORED_FACTS, type SettledCriteria, talentFault } from "../scoring/index.js";
import { checkDistinctIds } from "./check-distinct-ids.js";
import { type Columns, type ListColumn, narrow, type SingleColumn, type Vocabulary } from "./columns.js";
import type { Dictionary } from "./dictionary.js";
import { IdStore, orderOfIds } from "./id-store.js";
import type { CodeColumn, CodeListColumn, TalentColumns } from "./talent-columns.js";

/** The single facts that a column holds, by the talent's member. */
const SINGLE_FACTS = ["residence", "hometown", "degree", "title"] as const;
type SingleFact = (typeof SINGLE_FACTS)[number];

/** A registry in the caller's order, as numbers of the vocabulary (待入库名册). */
interface Source {
  readonly ids: readonly string[];
  /** Number of a single fact at a position, 0 where it is unknown. */
  readonly single: (member: SingleFact) => (position: number) => number;
  /** Tells each number of a list fact at a position; a lone 0 where it is unknown. */
  readonly list: (dimension: string) => (position: number, tell: (number: number) => void) => void;
}

function dictionaryOf(vocabulary: Vocabulary, member: SingleFact): Dictionary {
  return member === "degree" || member === "title" ? vocabulary[member] : vocabulary.place;
}

/** Positions in order of id. @throws GuiyanError `invalid-talent`, `duplicate-id` */
function distinctOrder(place: string, ids: readonly unknown[]): Uint32Array {
  const texts = ids.every((id) => typeof id === "string" && id !== "") ? (ids as readonly string[]) : undefined;
  const order = orderOfIds(texts ?? []);
  const distinct = texts !== undefined && order.every((position, i) => i === 0 || texts[order[i - 1] as number] !== texts[position]);
  if (!distinct)
    checkDistinctIds(
      place,
      (ids as readonly string[]).map((id) => ({ id })),
    );
  return order;
}

/** Talents as numbers; a faulty code is told with the talent's place in the caller's list. */
function sourceOfTalents(place: string, talents: readonly Talent[], vocabulary: Vocabulary, criteria: SettledCriteria): Source {
  const check = (accepts: (code: string) => boolean, expectation: string, path: readonly (string | number)[]) => (code: unknown) => {
    if (!(typeof code === "string" && accepts(code))) throw talentFault(place, path, expectation);
  };
  return {
    // Holes of a sparse array are seen too.
    ids: Array.from(talents, (talent) => talent?.id),
    single: (member) => {
      const dictionary = dictionaryOf(vocabulary, member);
      const { accepts, expectation } = SCORED_FACTS[member];
      return (position) => {
        const talent = talents[position] as Talent;
        const code = member === "title" ? talent.title?.grade : talent[member];
        return code === undefined ? 0 : dictionary.number(code, check(accepts, expectation, ["talents", position, member]));
      };
    },
    list: (dimension) => {
      const own = vocabulary.custom.get(dimension);
      const dictionary = own ?? vocabulary.field;
      const { accepts, expectation } = own ? { accepts: () => true, expectation: "a list of texts" } : SCORED_FACTS.fields;
      const member = own ? dimension : "fields";
      return (position, tell) => {
        const talent = talents[position] as Talent;
        const codes = own ? listedFact(place, position, talent, dimension, criteria) : talent.fields;
        if (codes === undefined) tell(0);
        else if (!Array.isArray(codes)) throw talentFault(place, ["talents", position, member], expectation);
        else for (const code of codes) tell(dictionary.number(code, check(accepts, expectation, ["talents", position, member])));
      };
    },
  };
}

function listedFact(
  place: string,
  position: number,
  talent: Talent,
  dimension: string,
  criteria: SettledCriteria,
): readonly string[] | undefined {
  try {
    const fact = readFact(talent, { dimension, basis: "residence" }, criteria);
    return fact.complete ? fact.codes : undefined;
  } catch (error) {
    if (!(error instanceof GuiyanError && error.code === "invalid-talent")) throw error;
    throw talentFault(place, ["talents", position, ...error.path], "a list of texts");
  }
}

/** Numbers of the vocabulary by the caller's own numbers of a column's codes; −1 until it is first seen. */
function renumbered(
  place: string,
  name: string,
  column: CodeColumn | CodeListColumn,
  dictionary: Dictionary,
  accepts: (code: string) => boolean,
  expectation: string,
): (at: number) => number {
  const numbers = new Int32Array(column.codes.length + 1).fill(-1);
  numbers[0] = 0;
  return (at) => {
    const given = column.values[at] as number;
    const known = typeof given === "number" ? numbers[given] : undefined;
    if (known !== undefined && known >= 0) return known;
    if (known === undefined) throw talentFault(place, [name, "values", at], "0, or the place of a code counted from 1");
    const made = dictionary.number(column.codes[given - 1] as string, (code: unknown) => {
      if (!(typeof code === "string" && accepts(code))) throw talentFault(place, [name, "codes", given - 1], expectation);
    });
    numbers[given] = made;
    return made;
  };
}

function checkLength(place: string, name: string, values: ArrayLike<number> | undefined, length: number): void {
  if (values?.length !== length) throw talentFault(place, [name, "values"], `${length} numbers, one a talent`);
}

function checkOffsets(place: string, name: string, column: CodeListColumn, size: number): void {
  const { offsets, values } = column;
  let sound = offsets?.length === size + 1 && offsets[0] === 0 && offsets[size] === values?.length;
  for (let i = 0; sound && i < size; i++) sound = (offsets[i] as number) <= (offsets[i + 1] as number);
  if (!sound) throw talentFault(place, [name, "offsets"], `${size + 1} ascending numbers from 0 to the length of values`);
}

/** Columns of the caller's as numbers; an absent column is an unknown fact of every talent. */
function sourceOfColumns(place: string, columns: TalentColumns, vocabulary: Vocabulary): Source {
  checkOptions(place, columns, ["ids", "residence", "hometown", "degree", "title", "fields", "custom"]);
  checkOptions(`${place}: custom`, columns.custom, [...vocabulary.custom.keys()]);
  const ids = Array.from(checkArray(place, "ids", columns.ids));
  return {
    ids,
    single: (member) => {
      const column = columns[member];
      if (column === undefined) return () => 0;
      checkOptions(`${place}: ${member}`, column, ["codes", "values"]);
      checkArray(place, `${member}.codes`, column.codes);
      checkLength(place, member, column.values, ids.length);
      const { accepts, expectation } = SCORED_FACTS[member];
      return renumbered(place, member, column, dictionaryOf(vocabulary, member), accepts, expectation);
    },
    list: (dimension) => {
      const own = vocabulary.custom.get(dimension);
      const custom = columns.custom && Object.hasOwn(columns.custom, dimension) ? columns.custom[dimension] : undefined;
      const column = own ? custom : columns.fields;
      if (column === undefined) return (_, tell) => tell(0);
      const name = own ? dimension : "fields";
      checkOptions(`${place}: ${name}`, column, ["codes", "values", "offsets"]);
      checkArray(place, `${name}.codes`, column.codes);
      checkOffsets(place, name, column, ids.length);
      const { accepts, expectation } = own ? { accepts: () => true, expectation: "text" } : SCORED_FACTS.fields;
      const number = renumbered(place, name, column, own ?? vocabulary.field, accepts, expectation);
      return (position, tell) => {
        const start = column.offsets[position] as number;
        const end = column.offsets[position + 1] as number;
        for (let at = start; at < end; at++) {
          if (column.values[at] === 0 && end - start > 1) throw talentFault(place, [name, "values", at], "0 to stand alone");
          tell(number(at));
        }
      };
    },
  };
}

function singleColumn(source: Source, order: Uint32Array, member: SingleFact, vocabulary: Vocabulary): SingleColumn {
  const numberAt = source.single(member);
  const numbers = new Uint32Array(order.length);
  for (let row = 0; row < order.length; row++) numbers[row] = numberAt(order[row] as number);
  const dictionary = dictionaryOf(vocabulary, member);
  return { kind: "single", dictionary, values: narrow(numbers, dictionary.size) };
}

function listColumn(source: Source, order: Uint32Array, dimension: string, dictionary: Dictionary): ListColumn {
  const each = source.list(dimension);
  const offsets = new Uint32Array(order.length + 1);
  let numbers = new Uint32Array(Math.max(16, 2 * order.length));
  let end = 0;
  const tell = (number: number) => {
    if (end === numbers.length) {
      const grown = new Uint32Array(2 * end);
      grown.set(numbers);
      numbers = grown;
    }
    numbers[end++] = number;
  };
  for (let row = 0; row < order.length; row++) {
    each(order[row] as number, tell);
    offsets[row + 1] = end;
  }
  return { kind: "list", dictionary, offsets, values: narrow(numbers.subarray(0, end), dictionary.size) };
}

/**
 * Turns a registry into columns (列式化), rows in id order; new codes enter the vocabulary in that order, so that the caller's order leaves no trace.
 * @throws GuiyanError `duplicate-id`, `invalid-talent` with the place of the fault
 * @complexity O(n) where ids already ascend, else O(n log n); 10 bytes a talent and 2 a field, besides the ids
 */
export function readColumns(
  place: string,
  registry: readonly Talent[] | TalentColumns,
  vocabulary: Vocabulary,
  criteria: SettledCriteria,
): Columns {
  const dictionaries = [vocabulary.place, vocabulary.field, ...vocabulary.custom.values()];
  const sizes = dictionaries.map(({ size }) => size);
  try {
    return fillColumns(place, registry, vocabulary, criteria);
  } catch (error) {
    // A refused registry leaves no code behind.
    for (const [i, dictionary] of dictionaries.entries()) dictionary.shrink(sizes[i] as number);
    throw error;
  }
}

function fillColumns(
  place: string,
  registry: readonly Talent[] | TalentColumns,
  vocabulary: Vocabulary,
  criteria: SettledCriteria,
): Columns {
  const source = Array.isArray(registry)
    ? sourceOfTalents(place, registry as readonly Talent[], vocabulary, criteria)
    : sourceOfColumns(place, registry as TalentColumns, vocabulary);
  const order = distinctOrder(place, source.ids);
  const [residence, hometown, degree, title] = SINGLE_FACTS.map((member) => singleColumn(source, order, member, vocabulary));
  const ids = IdStore.from(order.length, (row) => source.ids[order[row] as number] as string);
  return {
    ids,
    residence: residence as SingleColumn,
    hometown: hometown as SingleColumn,
    degree: degree as SingleColumn,
    title: title as SingleColumn,
    field: listColumn(source, order, "field", vocabulary.field),
    custom: new Map(
      Array.from(vocabulary.custom, ([dimension, dictionary]) => [dimension, listColumn(source, order, dimension, dictionary)]),
    ),
  };
}
