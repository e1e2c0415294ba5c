import assert from "node:assert/strict";
import type { Talent } from "guiyan";
import { createTalentIndex, type TalentIndex } from "guiyan/ranking";
import { quantile, time } from "../harness.js";
import { type Asked, makeColumns, talentAt } from "./work.js";

/** Microseconds of many single calls (延迟). */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

/** Rankings on a quiet registry and between changes of it (边改边排). */
export interface Churn {
  readonly talents: number;
  readonly upserts: number;
  readonly quiet: Latency;
  readonly busy: Latency;
  /** p99 between changes over p99 of the quiet registry. */
  readonly p99Ratio: number;
  /** The changes themselves, which pay for the merges. */
  readonly upsert: Latency;
  readonly upsertTotalMs: number;
}

const K = 10;
const CHANGED_SHARE = 0.01;
/** Rankings of one registry before the other's turn. */
const BLOCK = 100;
/** A step through the registry that meets every talent once. */
const STEP = 7919;

const latencyOf = (micros: readonly number[]): Latency => ({
  p50: quantile(micros, 0.5),
  p99: quantile(micros, 0.99),
  most: micros.reduce((most, value) => Math.max(most, value), 0),
});

/**
 * Ranks while one talent in a hundred is changed, one at a time, a ranking after each; blocks of rankings on a quiet index of the same registry take
 * turns with them. The index is another one afterwards.
 */
export function measureChurn(index: TalentIndex, talents: readonly Talent[], asked: readonly Asked[], seed: number): Churn {
  const count = Math.round(CHANGED_SHARE * talents.length);
  const demandAt = (i: number) => (asked[i % asked.length] as Asked).demand;
  const fresh = makeColumns(count, seed);
  const present = [...talents];
  const changes = Array.from({ length: count }, (_, i) => {
    const at = (i * STEP) % talents.length;
    const changed: Talent = { ...talentAt(fresh, i), id: (talents[at] as Talent).id };
    present[at] = changed;
    return changed;
  });
  const still = createTalentIndex(talents);
  const quiet: number[] = [];
  const busy: number[] = [];
  const upsert: number[] = [];
  const microsOf = (run: () => unknown) => 1000 * time(run);
  const rankAt = (of: TalentIndex, i: number) => microsOf(() => of.rank(demandAt(i), { k: K }));
  for (let i = 0; i < asked.length; i++) {
    rankAt(still, i);
    rankAt(index, i);
  }
  for (let from = 0; from < count; from += BLOCK) {
    const block = changes.slice(from, from + BLOCK);
    for (const i of block.keys()) quiet.push(rankAt(still, from + i));
    for (const [i, changed] of block.entries()) {
      upsert.push(microsOf(() => index.upsert([changed])));
      busy.push(rankAt(index, from + i));
    }
  }
  const rebuilt = createTalentIndex(present);
  for (let i = 0; i < 30; i++) assert.deepEqual(index.rank(demandAt(i), { k: K }), rebuilt.rank(demandAt(i), { k: K }));
  const [calm, moving] = [latencyOf(quiet), latencyOf(busy)];
  return {
    talents: talents.length,
    upserts: count,
    quiet: calm,
    busy: moving,
    p99Ratio: moving.p99 / calm.p99,
    upsert: latencyOf(upsert),
    upsertTotalMs: upsert.reduce((sum, micros) => sum + micros, 0) / 1000,
  };
}
