import type { Dictionary } from "./dictionary.js";

/** Node of the rows whose fact is unknown. */
export const UNKNOWN_NODE = 0;
/** Node of the rows that are known to have none. */
export const EMPTY_NODE = 1;

/**
 * One code tree as numbered nodes (树轴): which nodes hold each code of a dictionary, and what lies under what.
 * Numbers are given in order of first sight and never change, so that segments built at different times agree.
 */
export class TreeAxis {
  readonly #dictionary: Dictionary;
  readonly #nodesOfCode: (code: string) => readonly string[];
  readonly #numbers = new Map<string, number>();
  /** Node above each node, −1 for a root. */
  readonly #parents: number[] = [-1, -1];
  /** Nodes that hold each number of the dictionary, narrowest first. */
  readonly #nodes: (readonly number[])[] = [[UNKNOWN_NODE]];
  /** Nodes without one above: everything lies under these. */
  readonly roots: readonly number[];

  /**
   * @param nodesOfCode nodes that hold a code, narrowest first, each under the next
   * @param roots the last nodes of all chains
   */
  constructor(dictionary: Dictionary, nodesOfCode: (code: string) => readonly string[], roots: readonly string[]) {
    this.#dictionary = dictionary;
    this.#nodesOfCode = nodesOfCode;
    this.roots = [UNKNOWN_NODE, EMPTY_NODE, ...roots.map((root) => this.#add(root, -1))];
    this.grow();
  }

  /** Takes in the codes that the dictionary has gained. @complexity O(new codes × depth) */
  grow(): void {
    for (let number = this.#nodes.length; number < this.#dictionary.size; number++) {
      const nodes: number[] = [];
      let above = -1;
      for (const key of this.#nodesOfCode(this.#dictionary.code(number)).toReversed()) {
        above = this.#numbers.get(key) ?? this.#add(key, above);
        nodes.push(above);
      }
      this.#nodes.push(nodes.reverse());
    }
  }

  #add(key: string, above: number): number {
    const number = this.#parents.length;
    this.#numbers.set(key, number);
    this.#parents.push(above);
    return number;
  }

  /** One more than the highest node. */
  get size(): number {
    return this.#parents.length;
  }

  /** Numbers of the dictionary, 0 included. */
  get codes(): number {
    return this.#nodes.length;
  }

  /** Number of a node, or undefined where no code of the dictionary lies in it. */
  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }

  /** Nodes that hold a number of the dictionary, narrowest first; that of the unknown fact for 0. */
  nodesOf(number: number): readonly number[] {
    return this.#nodes[number] as readonly number[];
  }

  /** Node above a node, −1 above a root. */
  parentOf(node: number): number {
    return this.#parents[node] as number;
  }

  /** Whether a node is one of some or lies under one. @complexity O(depth) */
  isUnder(node: number, some: ReadonlySet<number>): boolean {
    for (let above = node; above >= 0; above = this.parentOf(above)) if (some.has(above)) return true;
    return false;
  }
}
