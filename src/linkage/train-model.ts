import { fnv1a64, seededRandom } from "../numeric/index.js";
import { CandidateFinder } from "./candidate-finder.js";
import { type BlockChoice, chooseBlocks } from "./choose-blocks.js";
import { estimateParameters } from "./estimate-parameters.js";
import type { FactColumn } from "./fact-column.js";
import { bitsOf, exactBits, type LinkModel, levelBits, type ModelComparison, type TermCount } from "./link-model.js";
import { PatternCounter } from "./pattern-counter.js";
import type { LinkableRecord, RecordBase } from "./record-base.js";

/** What {@link trainModel} is told. */
export interface Training {
  readonly seed: number;
  /** Rules that the caller has chosen, by index into `blockColumns`; otherwise they are chosen here. */
  readonly blocks: readonly BlockChoice[] | undefined;
  /** Pairs a record that the choice of blocks may cost. */
  readonly pairsPerRecord: number;
  readonly reviewBits: number;
  readonly maxIterations: number;
}

/** Further records that somebody of the registry has, before it is looked at. Own choice. */
const BELIEVED_COPIES = 0.2;
/**
 * So many times the matches that believed agreements find, learnt ones may find. Where hardly anybody stands twice, the two kinds of pairs that tell most apart are not matches
 * and others but, say, colleagues and others; they are told by their number. Own choice.
 */
const MOST_LEARNT = 3;
/** Candidate pairs that patterns are counted from; of more, those of a random share of the records. */
const TRAINING_PAIRS = 1_500_000;
/** Random pairs compared for `u`: so many records, each with so many others. */
const RANDOM_RECORDS = 3000;
const RANDOM_PARTNERS = 150;

/** Counts how candidate pairs compare, each pair once, or those of a random share of the records. */
function* countCandidates<T extends LinkableRecord>(
  base: RecordBase<T>,
  finder: CandidateFinder<T>,
  slots: readonly number[],
  share: number,
  random: () => number,
): Generator<number, PatternCounter<T>, void> {
  const counter = new PatternCounter(base.columns);
  let done = 0;
  for (const slot of slots) {
    if (share >= 1 || random() < share) {
      const count = (partner: number) => counter.add(slot, partner);
      if (share < 1) finder.partners(slot, count);
      else finder.laterPartners(slot, count);
    }
    if (++done % 256 === 0) yield done / slots.length;
  }
  return counter;
}

/** Counts how random pairs compare that share no block. */
function* countOthers<T extends LinkableRecord>(
  base: RecordBase<T>,
  finder: CandidateFinder<T>,
  slots: readonly number[],
  random: () => number,
): Generator<number, PatternCounter<T>, void> {
  const counter = new PatternCounter(base.columns);
  const everybody = slots.length * (slots.length - 1) <= 2 * RANDOM_RECORDS * RANDOM_PARTNERS;
  const pick = () => slots[Math.floor(random() * slots.length)] as number;
  const rounds = everybody ? slots.length : RANDOM_RECORDS;
  for (let round = 0; round < rounds; round++) {
    const slot = everybody ? (slots[round] as number) : pick();
    finder.look(slot);
    const others = everybody ? round : RANDOM_PARTNERS;
    for (let i = 0; i < others; i++) {
      const other = everybody ? (slots[i] as number) : pick();
      if (other !== slot && !finder.wasSeen(other) && base.comparable(slot, other)) counter.add(slot, other);
    }
    if (round % 64 === 0) yield round / rounds;
  }
  return counter;
}

function termsOf<T>(column: FactColumn<T>, slots: readonly number[]): readonly TermCount[] {
  const counts = column.countTerms(slots);
  const terms: TermCount[] = [];
  for (const [term, count] of counts.entries()) if (count > 2) terms.push([fnv1a64(column.termText(term)), count]);
  return terms.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * Learns a model from the records themselves, without knowing who is whom (训练关联模型): blocks are chosen, pairs that share one and random pairs compared,
 * probabilities estimated by EM. Yields the share of the work that is done.
 */
export function* trainModel<T extends LinkableRecord>(
  base: RecordBase<T>,
  blockColumns: readonly FactColumn<T>[],
  training: Training,
): Generator<number, { model: LinkModel; finder: CandidateFinder<T> }, void> {
  const random = seededRandom(training.seed);
  const slots = base.present();
  const choices = training.blocks ?? chooseBlocks(blockColumns, slots, training.pairsPerRecord);
  yield 0.1;
  const finder = new CandidateFinder(
    base,
    choices.map(({ facts, limit }) => ({ columns: facts.map((c) => blockColumns[c] as FactColumn<T>), limit })),
  );
  for (const [at, slot] of slots.entries()) {
    finder.add(slot);
    if (at % 4096 === 0) yield 0.1 + (0.2 * at) / slots.length;
  }
  const expected = finder.tallies().reduce((sum, { pairs }) => sum + pairs, 0);
  const share = Math.min(1, TRAINING_PAIRS / Math.max(1, expected));
  const candidates = yield* within(countCandidates(base, finder, slots, share, random), 0.3, 0.8);
  const others = yield* within(countOthers(base, finder, slots, random), 0.8, 0.95);
  const comparablePairs = base.comparablePairs();
  const candidatePairs = share < 1 ? candidates.pairs / (2 * share) : candidates.pairs;
  const levels = base.columns.map(({ comparison }) => comparison.levels.length);
  const patterns = [
    ...candidates.patterns(share < 1 ? 1 / (2 * share) : 1, false),
    ...others.patterns(others.pairs === 0 ? 0 : Math.max(0, comparablePairs - candidatePairs) / others.pairs, true),
  ];
  const start = { lambda: BELIEVED_COPIES / Math.max(2, slots.length) };
  const believed = estimateParameters(patterns, { levels, start, maxIterations: training.maxIterations, holdM: true });
  const learnt = estimateParameters(patterns, { levels, start, maxIterations: training.maxIterations });
  const strayed = learnt.matches > MOST_LEARNT * (believed.matches + 1);
  const estimated = strayed ? believed : learnt;
  const comparisons = base.columns.map((column, c): ModelComparison => {
    const shares = estimated.comparisons[c] ?? { m: [], u: [] };
    const bits = levelBits(shares);
    const told = slots.reduce((sum, slot) => sum + (column.valueAt(slot) >= 0 ? 1 : 0), 0) / Math.max(1, slots.length);
    return {
      name: column.comparison.name,
      levels: column.comparison.levels.map((name, l) => ({ name, m: shares.m[l] ?? 0, u: shares.u[l] ?? 0, weightBits: bits[l] ?? 0 })),
      told,
      ...(column.comparison.termLevels === undefined ? {} : { terms: termsOf(column, slots) }),
    };
  });
  const model: LinkModel = {
    version: 1,
    seed: training.seed,
    lambda: estimated.lambda,
    priorBits: exactBits(bitsOf(estimated.lambda)),
    comparisons,
    blocking: choices.map(({ facts, limit }) => ({ facts: facts.map((c) => blockColumns[c]?.comparison.name ?? ""), limit })),
    linkBits: 0,
    expected: {},
    reviewBits: training.reviewBits,
    estimation: {
      records: slots.length,
      comparablePairs,
      candidatePairs,
      sampledShare: share,
      randomPairs: others.pairs,
      expectedMatches: estimated.matches,
      agreement: strayed ? "believed" : "learnt",
      iterations: estimated.iterations,
      converged: estimated.converged,
      change: estimated.change,
    },
  };
  return { model, finder };
}

/** Passes on a part's progress as a share of the whole's. */
function* within<R>(part: Generator<number, R, void>, from: number, to: number): Generator<number, R, void> {
  for (;;) {
    const step = part.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}
