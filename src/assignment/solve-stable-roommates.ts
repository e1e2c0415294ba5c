import { checkOptions } from "../errors/index.js";
import { numberNames, type Preferences, readPreferences } from "./preference-lists.js";

/**
 * Pairs the members of one group so that no two would both rather have each other (稳定室友匹配), e.g. for visits in twos; who is paired with nobody stays alone.
 *
 * @returns pairs in the order given, each once; undefined where no stable pairing exists, which can happen even though everybody lists everybody
 * @throws GuiyanError `invalid-argument`, `unknown-option`
 * @complexity O(n³) at worst, n² in most cases
 * @source R. W. Irving, An efficient algorithm for the stable roommates problem, Journal of Algorithms 6 (1985) 577–595, with incomplete lists after
 *   D. Gusfield, R. W. Irving, The Stable Marriage Problem, 1989, ch. 4
 * @example
 * const preferences = { a: ["b", "c", "d"], b: ["a", "c", "d"], c: ["a", "b", "d"], d: ["a", "b", "c"] };
 * console.log(solveStableRoommates({ preferences })); // → [ [ 'a', 'b' ], [ 'c', 'd' ] ]
 */
export function solveStableRoommates(problem: { readonly preferences: Preferences }): [string, string][] | undefined {
  const place = "solveStableRoommates";
  checkOptions(place, problem ?? null, ["preferences"]);
  const numbers = numberNames(place, "preferences", problem.preferences);
  const names = [...numbers.keys()];
  const given = readPreferences(place, "preferences", problem.preferences, numbers);
  const table = new PreferenceTable(given);
  table.propose();
  for (let cycle = table.rotation(); cycle !== undefined; cycle = table.rotation()) if (!table.eliminate(cycle)) return undefined;
  return names.flatMap((name, i): [string, string][] => {
    const other = table.first(i);
    return other !== undefined && i < other ? [[name, names[other] as string]] : [];
  });
}

/** Lists from which pairs are struck on both sides; whoever had somebody after the first phase must keep somebody. */
class PreferenceTable {
  readonly #lists: number[][];
  readonly #rank: readonly ReadonlyMap<number, number>[];
  readonly #paired: Uint8Array;

  constructor(given: readonly Int32Array[]) {
    const accepting = given.map((list) => new Set(list));
    this.#lists = given.map((list, i) => Array.from(list).filter((other) => other !== i && accepting[other]?.has(i)));
    this.#rank = this.#lists.map((list) => new Map(list.map((other, at) => [other, at])));
    this.#paired = new Uint8Array(given.length);
  }

  first(person: number): number | undefined {
    return this.#lists[person]?.[0];
  }

  #strike(a: number, b: number): void {
    for (const [from, what] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = this.#lists[from] as number[];
      const at = list.indexOf(what);
      if (at >= 0) list.splice(at, 1);
    }
  }

  /** Strikes from a list whoever is wanted less than one of its members. */
  #strikeBelow(person: number, kept: number): void {
    const limit = this.#rank[person]?.get(kept) as number;
    for (const other of [...(this.#lists[person] as number[])])
      if ((this.#rank[person]?.get(other) as number) > limit) this.#strike(person, other);
  }

  /** First phase: everybody proposes down the list until somebody holds the proposal; who is refused by all stays alone. */
  propose(): void {
    const holder = new Map<number, number>();
    const waiting = Array.from(this.#lists.keys());
    for (let person = waiting.shift(); person !== undefined; person = waiting.shift()) {
      const wanted = this.first(person);
      if (wanted === undefined) continue;
      const before = holder.get(wanted);
      holder.set(wanted, person);
      // Whoever is wanted less than the proposal held is struck, the one who was held before among them.
      this.#strikeBelow(wanted, person);
      if (before !== undefined && before !== person) waiting.push(before);
    }
    for (const [i, list] of this.#lists.entries()) this.#paired[i] = list.length > 0 ? 1 : 0;
  }

  /** A cycle of second choices and last choices; undefined where everybody has one candidate at most. */
  rotation(): { readonly people: readonly number[]; readonly seconds: readonly number[] } | undefined {
    const start = this.#lists.findIndex((list) => list.length > 1);
    if (start < 0) return undefined;
    const people = [start];
    const seconds: number[] = [];
    const seen = new Map([[start, 0]]);
    for (;;) {
      const second = this.#lists[people.at(-1) as number]?.[1] as number;
      seconds.push(second);
      const next = this.#lists[second]?.at(-1) as number;
      const at = seen.get(next);
      if (at !== undefined) return { people: people.slice(at), seconds: seconds.slice(at) };
      seen.set(next, people.length);
      people.push(next);
    }
  }

  /** Second phase: everybody in the cycle moves to the second choice. @returns false where that leaves somebody without anybody */
  eliminate({ people, seconds }: { readonly people: readonly number[]; readonly seconds: readonly number[] }): boolean {
    for (const [i, second] of seconds.entries()) this.#strikeBelow(second, people[i] as number);
    return this.#lists.every((list, i) => list.length > 0 || this.#paired[i] === 0);
  }
}
