import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import { readSides } from "./preference-lists.js";
import type { MatchedPair, StableMatchingProblem } from "./solve-stable-matching.js";

/** What a check of a matching found (稳定性核验). */
export interface StabilityVerification {
  /** Only pairs that accept each other, none twice, within the capacities. */
  readonly feasible: boolean;
  /** Feasible and without a blocking pair. */
  readonly stable: boolean;
  /** Pairs that would both rather have each other (阻碍对): each has room or somebody whom they want less. */
  readonly blocking: readonly MatchedPair[];
}

/**
 * Looks for pairs that would break a matching (阻碍对核验), by trying every acceptable pair; it shares no step with the solver.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(acceptable pairs × capacity)
 * @source D. Gale, L. S. Shapley, American Mathematical Monthly 69 (1962) 9–15
 * @example
 * const problem = { proposers: { a: ["x"], b: ["x"] }, reviewers: { x: ["b", "a"] } };
 * console.log(verifyStability(problem, { pairs: [{ proposer: "a", reviewer: "x" }] }).blocking); // → [ { proposer: 'b', reviewer: 'x' } ]
 */
export function verifyStability(
  problem: StableMatchingProblem,
  matching: { readonly pairs: readonly MatchedPair[] },
): StabilityVerification {
  const place = "verifyStability";
  checkOptions(place, problem ?? null, ["proposers", "reviewers", "capacity"]);
  const { proposers, reviewers } = readSides(place, problem.proposers, problem.reviewers, problem.capacity ?? {});
  const numberOfProposer = new Map(proposers.names.map((name, i) => [name, i]));
  const numberOfReviewer = new Map(reviewers.names.map((name, i) => [name, i]));
  const ofProposer = proposers.names.map(() => new Set<number>());
  const ofReviewer = reviewers.names.map(() => new Set<number>());
  let feasible = true;
  for (const [i, pair] of checkArray(place, "pairs", matching?.pairs).entries()) {
    const proposer = numberOfProposer.get(pair?.proposer);
    const reviewer = numberOfReviewer.get(pair?.reviewer);
    if (proposer === undefined || reviewer === undefined)
      throw new GuiyanError("invalid-argument", `${place}: expected pair ${i} to name a proposer and a reviewer`, { path: ["pairs", i] });
    if (!proposers.places[proposer]?.has(reviewer) || ofProposer[proposer]?.has(reviewer)) feasible = false;
    ofProposer[proposer]?.add(reviewer);
    ofReviewer[reviewer]?.add(proposer);
  }
  if (ofProposer.some((own, i) => own.size > (proposers.capacities[i] as number))) feasible = false;
  if (ofReviewer.some((own, i) => own.size > (reviewers.capacities[i] as number))) feasible = false;
  const wants = (own: ReadonlySet<number>, capacity: number, places: ReadonlyMap<number, number>, other: number): boolean => {
    if (own.size < capacity) return true;
    // Somebody held who is not acceptable is wanted less than anybody.
    return capacity > 0 && [...own].some((held) => (places.get(held) ?? Number.POSITIVE_INFINITY) > (places.get(other) as number));
  };
  const blocking = proposers.lists.flatMap((list, proposer) =>
    Array.from(list)
      .filter((reviewer) => {
        const own = ofProposer[proposer] as Set<number>;
        if (own.has(reviewer)) return false;
        const [mine, theirs] = [proposers.places[proposer], reviewers.places[reviewer]] as [Map<number, number>, Map<number, number>];
        return (
          wants(own, proposers.capacities[proposer] as number, mine, reviewer) &&
          wants(ofReviewer[reviewer] as Set<number>, reviewers.capacities[reviewer] as number, theirs, proposer)
        );
      })
      .map((reviewer) => ({ proposer: proposers.names[proposer] as string, reviewer: reviewers.names[reviewer] as string })),
  );
  return { feasible, stable: feasible && blocking.length === 0, blocking };
}
