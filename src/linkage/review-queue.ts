import { compareCodePoints } from "../numeric/index.js";
import { probabilityOf } from "./link-model.js";

/**
 * Why a pair waits for somebody's eye (待核原因): `maybe-same` below the line and apart, `maybe-apart` together though not certain, `held-apart` above the line and
 * yet apart, since other records speak against it.
 */
export type ReviewKind = "maybe-same" | "maybe-apart" | "held-apart";

/** A pair that somebody should look at (待人工核对). */
export interface ReviewItem {
  /** Ids of two records, the smaller by code point first. */
  readonly a: string;
  readonly b: string;
  /** The people in whom they stand. */
  readonly entities: readonly [string, string];
  readonly kind: ReviewKind;
  readonly weightBits: number;
  readonly probability: number;
  /** Entropy of the answer in bits, 0..1; 1 where the evidence contradicts itself. */
  readonly uncertainty: number;
  /** What rides on the answer: the stakes of all records of both people summed. */
  readonly stake: number;
  /** uncertainty × stake. */
  readonly priority: number;
}

/** A kept pair as the queue looks at it. */
export interface ReviewPair {
  readonly a: string;
  readonly b: string;
  readonly weightBits: number;
  readonly entities: readonly [string, string];
  /** Whether somebody has ruled on the pair. */
  readonly ruled: boolean;
}

/** Entropy of a yes or no, in bits (二元熵). */
function entropyBits(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0;
  return -(probability * Math.log2(probability) + (1 - probability) * Math.log2(1 - probability));
}

function kindOf({ entities: [one, other], weightBits }: ReviewPair, linkBits: number, certainBits: number): ReviewKind | undefined {
  if (one === other) return weightBits < certainBits ? "maybe-apart" : undefined;
  return weightBits >= linkBits ? "held-apart" : "maybe-same";
}

/**
 * What to look at first (人工核对队列): pairs by uncertainty × what rides on them. Of several pairs between the same two people the strongest stands for them;
 * of several within one person the weakest.
 * @param stake what a record's right place is worth, >= 0
 * @param certainBits from here on a pair within one person needs no look
 * @complexity O(pairs log pairs)
 */
export function reviewQueue(
  pairs: Iterable<ReviewPair>,
  bounds: { readonly linkBits: number; readonly certainBits: number },
  stakeOf: (entity: string) => number,
): ReviewItem[] {
  const chosen = new Map<string, ReviewItem>();
  for (const pair of pairs) {
    const kind = pair.ruled ? undefined : kindOf(pair, bounds.linkBits, bounds.certainBits);
    if (kind === undefined) continue;
    const [one, other] = pair.entities;
    const probability = probabilityOf(pair.weightBits);
    const uncertainty = kind === "held-apart" ? 1 : entropyBits(probability);
    const stake = stakeOf(one) + (one === other ? 0 : stakeOf(other));
    const entities = compareCodePoints(one, other) <= 0 ? ([one, other] as const) : ([other, one] as const);
    const item = {
      a: pair.a,
      b: pair.b,
      entities,
      kind,
      weightBits: pair.weightBits,
      probability,
      uncertainty,
      stake,
      priority: uncertainty * stake,
    };
    const key = JSON.stringify(entities);
    const rival = chosen.get(key);
    if (rival === undefined || (one === other ? compareItems(item, rival) < 0 : item.weightBits > rival.weightBits)) chosen.set(key, item);
    else if (one !== other && item.weightBits === rival.weightBits && compareIds(item, rival) < 0) chosen.set(key, item);
  }
  return [...chosen.values()].sort(compareItems);
}

function compareIds(a: ReviewItem, b: ReviewItem): number {
  return compareCodePoints(a.a, b.a) || compareCodePoints(a.b, b.b);
}

function compareItems(a: ReviewItem, b: ReviewItem): number {
  return b.priority - a.priority || a.weightBits - b.weightBits || compareIds(a, b);
}
