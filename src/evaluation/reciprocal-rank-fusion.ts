import { checkArray, checkNumber, checkOptions, GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { checkTies, orderRun, type QueryRun, type TieOrder } from "./order-run.js";

/** Options of {@link reciprocalRankFusion}. */
export interface ReciprocalRankFusionOptions {
  /** How little the first places outweigh the next, 0 <= k <= 1e9. Default 60. */
  readonly k?: number;
  /** Weight of each list, >= 0, not all 0. Default 1 each. */
  readonly weights?: readonly number[];
  /** Order of equal scores within a list that is given as scores. Default `id-ascending`. */
  readonly ties?: TieOrder;
}

/** An item of the fused list (融合结果). */
export interface FusedItem {
  readonly id: string;
  /** Sum of reciprocal ranks; only its order means anything. */
  readonly score: number;
}

/**
 * One list out of several for the same query, by places alone (倒数排名融合, RRF): the scores of the lists need not be comparable.
 *
 *   score(id) = Σ over lists that name it  weight_l / (k + rank_l(id))        rank from 1
 *
 * @returns best first: score descending, then id ascending by code point
 * @throws GuiyanError `duplicate-id`, `invalid-argument`, `invalid-option`, `unknown-option`
 * @complexity O(n log n), n items over all lists
 * @source Cormack, Clarke & Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR 2009.
 *   Differs: lists may be weighted.
 * @example
 * const fused = reciprocalRankFusion([["t1", "t2", "t3"], { t2: 0.9, t3: 0.1 }]);
 * console.log(fused.map(({ id }) => id)); // → [ 't2', 't3', 't1' ]
 */
export function reciprocalRankFusion(runs: readonly QueryRun[], options: ReciprocalRankFusionOptions = {}): FusedItem[] {
  const place = "reciprocalRankFusion";
  checkOptions(place, options, ["k", "weights", "ties"]);
  checkArray(place, "runs", runs);
  const ties = checkTies(place, options.ties);
  const k = checkNumber(place, "k", options.k ?? 60, { min: 0, max: 1e9 });
  const weights = checkWeights(place, options.weights, runs.length);

  const shares = new Map<string, number[]>();
  for (const [l, run] of runs.entries()) {
    for (const [i, id] of orderRun(place, `list ${l}`, run, ties).entries()) {
      const share = (weights[l] as number) / (k + i + 1);
      const known = shares.get(id);
      if (known === undefined) shares.set(id, [share]);
      else known.push(share);
    }
  }
  // Added from the smallest, so that the order of the lists cannot change a bit of the sum.
  const fused = [...shares].map(([id, parts]) => ({ id, score: parts.sort((a, b) => a - b).reduce((sum, part) => sum + part, 0) }));
  return fused.sort((a, b) => b.score - a.score || compareCodePoints(a.id, b.id));
}

function checkWeights(place: string, weights: readonly number[] | undefined, lists: number): readonly number[] {
  if (weights === undefined) return Array.from({ length: lists }, () => 1);
  const given = Array.isArray(weights) ? Array.from(weights as readonly number[]) : [];
  for (const [l, weight] of given.entries()) checkNumber(place, `weight ${l}`, weight, { min: 0, max: 1e9 });
  if (given.length === lists && given.some((weight) => weight > 0)) return given;
  const message = `${place}: expected weights to be one number for each of ${lists} lists, not all 0, received ${given.length}`;
  throw new GuiyanError("invalid-option", message, { path: ["weights"] });
}
