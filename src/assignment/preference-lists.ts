import { checkInteger, GuiyanError } from "../errors/index.js";

/** Preference lists by name (偏好表), the most wanted first; who is not listed is not acceptable. */
export type Preferences = Readonly<Record<string, readonly string[]>> | ReadonlyMap<string, readonly string[]>;

/** How many partners somebody may have, by name; 1 for who is not named (容量). */
export type Capacities = Readonly<Record<string, number>> | ReadonlyMap<string, number>;

/** One side of a matching: names in numbers, in the order given. */
export interface Side {
  readonly names: readonly string[];
  /** For each, the acceptable of the other side in order, only where both accept each other. */
  readonly lists: readonly Int32Array[];
  /** For each, the place of an acceptable one in its list. */
  readonly places: readonly ReadonlyMap<number, number>[];
  readonly capacities: Int32Array;
}

function entriesOf<T>(place: string, name: string, table: Readonly<Record<string, T>> | ReadonlyMap<string, T>): [string, T][] {
  if (table instanceof Map) return [...table];
  if (typeof table === "object" && table !== null && !Array.isArray(table)) return Object.entries(table);
  throw new GuiyanError("invalid-argument", `${place}: expected ${name} to be a record or a map`, { path: [name] });
}

/** Reads preference lists as numbers of the other side. @throws GuiyanError `invalid-argument` for a name of nobody, or one twice in a list */
export function readPreferences(place: string, name: string, table: Preferences, numbers: ReadonlyMap<string, number>): Int32Array[] {
  return entriesOf(place, name, table).map(([, list], i) => {
    if (!Array.isArray(list)) {
      throw new GuiyanError("invalid-argument", `${place}: expected preference list ${i} of ${name} to be an array`, { path: [name, i] });
    }
    const read = Int32Array.from(list as readonly string[], (other) => numbers.get(other) ?? -1);
    if (read.includes(-1)) {
      throw new GuiyanError("invalid-argument", `${place}: expected list ${i} of ${name} to name members of the other side`, {
        path: [name, i],
      });
    }
    if (new Set(read).size < read.length) {
      throw new GuiyanError("invalid-argument", `${place}: expected list ${i} of ${name} to name each once`, { path: [name, i] });
    }
    return read;
  });
}

/** Numbers names in the order given. */
export function numberNames(place: string, name: string, table: Preferences): Map<string, number> {
  return new Map(entriesOf(place, name, table).map(([key], i) => [key, i]));
}

/**
 * Reads the two sides of a matching: only pairs that accept each other stay in the lists.
 * @throws GuiyanError `invalid-argument`, `invalid-option`
 */
export function readSides(
  place: string,
  proposers: Preferences,
  reviewers: Preferences,
  capacity: Capacities,
): { readonly proposers: Side; readonly reviewers: Side } {
  const proposerNumbers = numberNames(place, "proposers", proposers);
  const reviewerNumbers = numberNames(place, "reviewers", reviewers);
  const asked = readPreferences(place, "proposers", proposers, reviewerNumbers);
  const ranked = readPreferences(place, "reviewers", reviewers, proposerNumbers);
  const capacities = new Map<string, number>();
  for (const [key, value] of entriesOf(place, "capacity", capacity)) {
    if (!(proposerNumbers.has(key) || reviewerNumbers.has(key))) {
      throw new GuiyanError("invalid-option", `${place}: expected capacity to name proposers or reviewers only`, { path: ["capacity"] });
    }
    if (proposerNumbers.has(key) && reviewerNumbers.has(key)) {
      throw new GuiyanError("invalid-option", `${place}: expected a name with a capacity to stand on one side only`, {
        path: ["capacity"],
      });
    }
    capacities.set(key, checkInteger(place, "capacity", value, { min: 0, max: 2 ** 31 - 1 }));
  }
  const side = (numbers: ReadonlyMap<string, number>, own: readonly Int32Array[], others: readonly Int32Array[]): Side => {
    const accepting = others.map((list) => new Set(list));
    const lists = own.map((list, i) => list.filter((other) => accepting[other]?.has(i)));
    const names = [...numbers.keys()];
    return {
      names,
      lists,
      places: lists.map((list) => new Map(Array.from(list, (other, at) => [other, at]))),
      capacities: Int32Array.from(names, (key) => capacities.get(key) ?? 1),
    };
  };
  return { proposers: side(proposerNumbers, asked, ranked), reviewers: side(reviewerNumbers, ranked, asked) };
}
