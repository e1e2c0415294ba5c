import { type Proportion, seededRandom, wilsonInterval } from "../numeric/index.js";
import type { CandidateFinder } from "./candidate-finder.js";
import type { LinkGraph } from "./link-graph.js";
import type { LinkModel } from "./link-model.js";
import type { PairScorer } from "./pair-scorer.js";
import type { LinkableRecord, RecordBase } from "./record-base.js";

/** What one blocking rule brings (分块规则明细). */
export interface BlockingRuleAccount {
  readonly facts: readonly string[];
  readonly limit: number;
  /** Pairs in its blocks, one of several blocks counted in each. */
  readonly pairs: number;
  /** Blocks above the limit, and the pairs in them that it therefore does not bring. */
  readonly largeBlocks: number;
  readonly pairsLeft: number;
  /** Links that it brings, and those that no other rule brings: without it they would be missed. */
  readonly links: number;
  readonly linksAlone: number;
}

/** What blocking brings and what it misses (分块漏检账). */
export interface BlockingAccount {
  readonly rules: readonly BlockingRuleAccount[];
  /** Links that the rules bring together. */
  readonly links: number;
  /** Links that no rule brings, estimated from those that one or two bring; a lower bound where rules tend to bring the same pairs. */
  readonly estimatedMissed: number;
  /** Links of sampled records with everybody, block or no block: how many blocking missed. Absent where none was sampled. */
  readonly sampled?: { readonly records: number; readonly missed: Proportion };
}

/**
 * Counts what the blocking rules bring and what they miss (分块漏检统计), without knowing who is whom.
 *
 *   estimatedMissed = f1 (f1 − 1) / (2 (f2 + 1))        f1, f2: links that one rule alone brings, that exactly two bring
 *
 * @param sample records that are compared with everybody, to see what is missed
 * @complexity O(links × rules × block size + sample × records)
 * @source A. Chao, Biometrics 43 (1987) 783–791 (bias-corrected); rules stand for the occasions of capture
 */
export function blockingAccount<T extends LinkableRecord>(
  {
    base,
    finder,
    scorer,
    graph,
    model,
  }: {
    readonly base: RecordBase<T>;
    readonly finder: CandidateFinder<T>;
    readonly scorer: PairScorer<T>;
    readonly graph: LinkGraph<T>;
    readonly model: LinkModel;
  },
  sample: number,
  seed: number,
): BlockingAccount {
  const links = model.blocking.map(() => 0);
  const alone = model.blocking.map(() => 0);
  let [all, once, twice] = [0, 0, 0];
  for (const [a, b, bits] of graph.pairs()) {
    if (bits < model.linkBits) continue;
    const rules = finder.rulesOf(a, b);
    for (const rule of rules) links[rule] = (links[rule] ?? 0) + 1;
    all++;
    const [first = 0] = rules;
    if (rules.length === 1) {
      once++;
      alone[first] = (alone[first] ?? 0) + 1;
    }
    if (rules.length === 2) twice++;
  }
  const tallies = finder.tallies();
  return {
    rules: model.blocking.map(({ facts, limit }, rule) => ({
      facts,
      limit,
      pairs: tallies[rule]?.pairs ?? 0,
      largeBlocks: tallies[rule]?.largeBlocks ?? 0,
      pairsLeft: tallies[rule]?.pairsLeft ?? 0,
      links: links[rule] ?? 0,
      linksAlone: alone[rule] ?? 0,
    })),
    links: all,
    estimatedMissed: (once * (once - 1)) / (2 * (twice + 1)),
    ...(sample === 0 ? {} : { sampled: compareSample(base, finder, scorer, model, sample, seed) }),
  };
}

/** Compares some records with everybody. */
function compareSample<T extends LinkableRecord>(
  base: RecordBase<T>,
  finder: CandidateFinder<T>,
  scorer: PairScorer<T>,
  { linkBits }: LinkModel,
  sample: number,
  seed: number,
): { records: number; missed: Proportion } {
  const random = seededRandom(seed);
  const slots = base.present();
  const left = [...slots];
  const records = Math.min(sample, left.length);
  let [links, missed] = [0, 0];
  for (let i = 0; i < records; i++) {
    // Drawn without replacement.
    const at = i + Math.floor(random() * (left.length - i));
    const slot = left[at] as number;
    left[at] = left[i] as number;
    finder.look(slot);
    for (const other of slots) {
      if (other === slot || !base.comparable(slot, other) || scorer.bits(slot, other, linkBits) < linkBits) continue;
      links++;
      if (!finder.wasSeen(other)) missed++;
    }
  }
  return { records, missed: wilsonInterval(missed, links) };
}
