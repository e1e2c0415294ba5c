import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { LinkGraph } from "./link-graph.js";
import { type LinkModel, probabilityOf } from "./link-model.js";
import type { LinkableRecord, RecordBase } from "./record-base.js";
import { type ReviewItem, type ReviewPair, reviewQueue } from "./review-queue.js";

/** A pair of records that may be one person (记录对). */
export interface LinkedPair {
  /** Ids, the smaller by code point first. */
  readonly a: string;
  readonly b: string;
  /** log2 of the odds that they are one person; a multiple of 2^-30. */
  readonly weightBits: number;
  readonly probability: number;
  /** Whether they are one person in the end. */
  readonly linked: boolean;
}

/** What pairs are listed from. */
interface ListedParts<T extends LinkableRecord> {
  readonly base: RecordBase<T>;
  readonly graph: LinkGraph<T>;
  readonly model: LinkModel;
}

/** Kept pairs with their slots, the smaller id first. */
function* orderedPairs<T extends LinkableRecord>({
  base,
  graph,
}: ListedParts<T>): Generator<readonly [number, number, number], void, void> {
  for (const [one, other, bits] of graph.pairs())
    yield compareCodePoints(base.idAt(one), base.idAt(other)) <= 0 ? [one, other, bits] : [other, one, bits];
}

/** Kept pairs, the surest first (记录对清单). @complexity O(pairs log pairs) */
export function listPairs<T extends LinkableRecord>(parts: ListedParts<T>): LinkedPair[] {
  const { base, graph } = parts;
  const pairs: LinkedPair[] = [];
  for (const [one, other, weightBits] of orderedPairs(parts)) {
    const linked = graph.nameOf(one) === graph.nameOf(other);
    pairs.push({ a: base.idAt(one), b: base.idAt(other), weightBits, probability: probabilityOf(weightBits), linked });
  }
  return pairs.sort((x, y) => y.weightBits - x.weightBits || compareCodePoints(x.a, y.a) || compareCodePoints(x.b, y.b));
}

/**
 * What of the kept pairs somebody should look at (待核清单).
 * @throws GuiyanError `invalid-option` where `stake` answers no number >= 0
 */
export function listReview<T extends LinkableRecord>(parts: ListedParts<T>, stake: (record: T) => number): ReviewItem[] {
  const { base, graph, model } = parts;
  const idOf = (slot: number) => base.idAt(graph.nameOf(slot));
  function* pairs(): Generator<ReviewPair, void, void> {
    for (const [a, b, weightBits] of orderedPairs(parts)) {
      const ruled = graph.rulingOf(a, b) !== undefined;
      yield { a: base.idAt(a), b: base.idAt(b), weightBits, entities: [idOf(a), idOf(b)], ruled };
    }
  }
  const stakeOf = (id: string) => {
    let sum = 0;
    for (const member of graph.membersOf(base.slotOf(id) ?? 0)) {
      const record = base.recordAt(member);
      const worth = record === undefined ? 0 : stake(record);
      if (!(worth >= 0 && worth < Number.POSITIVE_INFINITY))
        throw new GuiyanError("invalid-option", "linkRecords: expected stake to answer a number >= 0", { path: ["stake"] });
      sum += worth;
    }
    return sum;
  };
  return reviewQueue(pairs(), { linkBits: model.linkBits, certainBits: Math.max(model.linkBits, -model.reviewBits) }, stakeOf);
}
