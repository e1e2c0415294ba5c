import type { Dictionary } from "./dictionary.js";

/** Added to what is stored, so that 0 says "not yet computed" and −1 may be an answer. */
const SHIFT = 2;

/**
 * A function of a dictionary's numbers, computed once for each number that is asked (惰性表): a registry holds few of the codes near a demand, and a short
 * part of it fewer still. Answers are integers >= −1.
 */
export class LazyTable {
  readonly #dictionary: Dictionary;
  readonly #compute: (number: number) => number;
  #stored: Int32Array;

  constructor(dictionary: Dictionary, compute: (number: number) => number) {
    this.#dictionary = dictionary;
    this.#compute = compute;
    this.#stored = new Int32Array(dictionary.size);
  }

  at(number: number): number {
    const stored = this.#stored[number];
    return stored === undefined || stored === 0 ? this.#fill(number) : stored - SHIFT;
  }

  #fill(number: number): number {
    if (number >= this.#stored.length) {
      const grown = new Int32Array(this.#dictionary.size);
      grown.set(this.#stored);
      this.#stored = grown;
    }
    const value = this.#compute(number);
    this.#stored[number] = value + SHIFT;
    return value;
  }
}
