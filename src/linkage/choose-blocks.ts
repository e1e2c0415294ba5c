import { BlockTable } from "./block-table.js";
import type { FactColumn } from "./fact-column.js";

/** A blocking rule as chosen (分块规则): records that share a key of each of the named facts meet. */
export interface BlockChoice {
  /** Indexes of columns, ascending. */
  readonly facts: readonly number[];
  /** Blocks of more records bring no pairs. */
  readonly limit: number;
}

/** Limits tried for the size of a block, the most generous first. */
const LIMITS = [400, 200, 100, 60, 40, 25, 15, 10];
/** Share of matching pairs that agree on a key of a fact which both tell; before anything is estimated. Own choice. */
const AGREEING = 0.8;
/** A rule is worth its table where it finds at least this share of all matches that the rules before it miss. Own choice. */
const WORTH = 1e-5;
/** Facts whose agreements are gone through pattern by pattern; of more, those most often told. */
const MOST_FACTS = 12;
/** Records that the sizes of blocks are read from. */
const MEASURED = 200_000;

interface Tried {
  readonly facts: readonly number[];
  readonly mask: number;
  /** By limit: pairs a record, and share of keys that stand in blocks within the limit. */
  readonly tallies: readonly { readonly cost: number; readonly covered: number }[];
}

/** All sets of one and two of the facts. */
function setsOf(facts: readonly number[]): number[][] {
  return [...facts.map((c) => [c]), ...facts.flatMap((a, i) => facts.slice(i + 1).map((b) => [a, b]))];
}

/** The rules that find most within a budget under one limit, and the share of matches that they miss. */
function greedy(tried: readonly Tried[], at: number, shares: Float64Array, budget: number): { chosen: Tried[]; missed: number } {
  const missing = shares.slice();
  const left = new Set(tried);
  const chosen: Tried[] = [];
  let spent = 0;
  for (;;) {
    let best: Tried | undefined;
    let bestWorth = 0;
    for (const rule of left) {
      const { cost, covered } = rule.tallies[at] ?? { cost: 0, covered: 0 };
      if (spent + cost > budget) continue;
      let gain = 0;
      for (let pattern = 0; pattern < missing.length; pattern++)
        if ((pattern & rule.mask) === rule.mask) gain += missing[pattern] as number;
      gain *= covered;
      // A rule that costs next to nothing still costs its table.
      const worth = gain / (cost + 0.5);
      if (gain >= WORTH && worth > bestWorth) [best, bestWorth] = [rule, worth];
    }
    if (best === undefined) break;
    left.delete(best);
    chosen.push(best);
    const { cost, covered } = best.tallies[at] ?? { cost: 0, covered: 0 };
    spent += cost;
    for (let pattern = 0; pattern < missing.length; pattern++)
      if ((pattern & best.mask) === best.mask) missing[pattern] = (missing[pattern] as number) * (1 - covered);
  }
  return { chosen, missed: missing.reduce((sum, share) => sum + share, 0) };
}

/**
 * Chooses which facts records must share a key of to be compared (选择分块规则): one fact where its values are seldom shared, two together where they are not,
 * so that few matches are missed at not more than `budget` pairs a record.
 *
 * Each rule misses the pairs of too large blocks and those that disagree on one of its facts; facts are taken to agree independently of each other.
 * @param slots records that the sizes of blocks are measured on
 * @complexity O(records × facts² + 2^facts × rules²) with at most 12 facts
 */
export function chooseBlocks<T>(columns: readonly FactColumn<T>[], slots: readonly number[], budget: number): BlockChoice[] {
  const step = Math.max(1, slots.length / MEASURED);
  const measured = step === 1 ? slots : Array.from({ length: MEASURED }, (_, i) => slots[Math.floor(i * step)] as number);
  const told = columns.map((column) => {
    let count = 0;
    for (const slot of measured) if (column.lanesOf(column.valueAt(slot)).length > 0) count++;
    return measured.length === 0 ? 0 : count / measured.length;
  });
  const facts = [...columns.keys()]
    .filter((c) => (told[c] ?? 0) > 0)
    .sort((a, b) => (told[b] ?? 0) - (told[a] ?? 0) || a - b)
    .slice(0, MOST_FACTS)
    .sort((a, b) => a - b);
  const shares = new Float64Array(2 ** facts.length).fill(1);
  for (const [bit, c] of facts.entries()) {
    const agreeing = (told[c] ?? 0) ** 2 * AGREEING;
    for (let pattern = 0; pattern < shares.length; pattern++)
      shares[pattern] = (shares[pattern] as number) * ((pattern >> bit) & 1 ? agreeing : 1 - agreeing);
  }
  const tried = setsOf(facts).map((set): Tried => {
    const table = new BlockTable(
      set.map((c) => columns[c] as FactColumn<T>),
      Number.MAX_SAFE_INTEGER,
      measured.length,
    );
    for (const slot of measured) table.add(slot);
    const tallies = LIMITS.map((limit) => {
      const { pairs, entries, allEntries } = table.tally(limit / step);
      return { cost: (pairs * step) / Math.max(1, measured.length), covered: allEntries === 0 ? 0 : entries / allEntries };
    });
    return { facts: set, mask: set.reduce((mask, c) => mask | (1 << facts.indexOf(c)), 0), tallies };
  });
  let best: { chosen: Tried[]; missed: number; limit: number } | undefined;
  for (const [at, limit] of LIMITS.entries()) {
    const made = greedy(tried, at, shares, budget);
    if (best === undefined || made.missed < best.missed) best = { ...made, limit };
  }
  return (best?.chosen ?? []).map(({ facts: set }) => ({ facts: set, limit: best?.limit ?? 1 }));
}
