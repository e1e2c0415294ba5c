import { checkOptions } from "../errors/index.js";
import { type Capacities, type Preferences, readSides, type Side } from "./preference-lists.js";

/** A two-sided matching problem (双边匹配问题). */
export interface StableMatchingProblem {
  /** Who proposes, with whom they want, the most wanted first. */
  readonly proposers: Preferences;
  /** Who accepts or refuses, with whom they want. */
  readonly reviewers: Preferences;
  /** Partners that somebody of either side may have. Default 1 each. */
  readonly capacity?: Capacities;
}

/** One pair of a matching (匹配对). */
export interface MatchedPair {
  readonly proposer: string;
  readonly reviewer: string;
}

/** A stable matching (稳定匹配). */
export interface StableMatching {
  /** By proposer in the order given, each with the most wanted first. */
  readonly pairs: readonly MatchedPair[];
  /** Who has no partner at all. */
  readonly unmatched: { readonly proposers: readonly string[]; readonly reviewers: readonly string[] };
}

/**
 * Matches two sides so that no two would both rather have each other (稳定匹配, deferred acceptance): of all stable matchings the one that every
 * proposer likes best, and every reviewer least. Swap the sides for the other end.
 *
 * Pairs of which one does not list the other are not acceptable. With capacities on both sides it is stable pair by pair.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(length of all lists × capacity)
 * @source D. Gale, L. S. Shapley, American Mathematical Monthly 69 (1962) 9–15; A. E. Roth, Journal of Political Economy 92 (1984) 991–1016
 * @example
 * const { pairs } = solveStableMatching({ proposers: { a: ["x", "y"], b: ["x"] }, reviewers: { x: ["b", "a"], y: ["a"] } });
 * console.log(pairs.map(({ proposer, reviewer }) => proposer + reviewer)); // → [ 'ay', 'bx' ]
 */
export function solveStableMatching(problem: StableMatchingProblem): StableMatching {
  const place = "solveStableMatching";
  checkOptions(place, problem ?? null, ["proposers", "reviewers", "capacity"]);
  const { proposers, reviewers } = readSides(place, problem.proposers, problem.reviewers, problem.capacity ?? {});
  const partners = deferAcceptance(proposers, reviewers);
  const pairs = partners.flatMap((own, proposer) => {
    const places = proposers.places[proposer] as ReadonlyMap<number, number>;
    return [...own]
      .sort((a, b) => (places.get(a) as number) - (places.get(b) as number))
      .map((reviewer): MatchedPair => ({ proposer: proposers.names[proposer] as string, reviewer: reviewers.names[reviewer] as string }));
  });
  const matched = new Set(partners.flat());
  return {
    pairs,
    unmatched: {
      proposers: proposers.names.filter((_, i) => partners[i]?.length === 0),
      reviewers: reviewers.names.filter((_, i) => !matched.has(i)),
    },
  };
}

/** Partners of each proposer, as numbers. */
function deferAcceptance(proposers: Side, reviewers: Side): number[][] {
  const next = new Int32Array(proposers.names.length);
  const held = proposers.names.map((): number[] => []);
  const holds = reviewers.names.map((): number[] => []);
  const waiting = Array.from(proposers.names.keys()).reverse();
  for (let proposer = waiting.pop(); proposer !== undefined; proposer = waiting.pop()) {
    const list = proposers.lists[proposer] as Int32Array;
    const own = held[proposer] as number[];
    while (own.length < (proposers.capacities[proposer] as number) && (next[proposer] as number) < list.length) {
      const reviewer = list[next[proposer] as number] as number;
      next[proposer] = (next[proposer] as number) + 1;
      const capacity = reviewers.capacities[reviewer] as number;
      if (capacity === 0) continue;
      const kept = holds[reviewer] as number[];
      const places = reviewers.places[reviewer] as ReadonlyMap<number, number>;
      own.push(reviewer);
      kept.push(proposer);
      if (kept.length <= capacity) continue;
      const worst = kept.reduce((a, b) => ((places.get(b) as number) > (places.get(a) as number) ? b : a));
      kept.splice(kept.indexOf(worst), 1);
      const refused = held[worst] as number[];
      refused.splice(refused.indexOf(reviewer), 1);
      if (worst !== proposer) waiting.push(worst);
    }
  }
  return held;
}
