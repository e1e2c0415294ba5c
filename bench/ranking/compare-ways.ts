import assert from "node:assert/strict";
import { score, type Talent } from "guiyan";
import { median, raceAsync } from "../harness.js";
import type { Placed, Way } from "./ways.js";
import type { Asked } from "./work.js";

/** How one way did on one registry (比较结果). */
export interface Comparison {
  readonly talents: number;
  readonly way: string;
  /** Median over rounds, microseconds a demand. */
  readonly micros: number;
  /** Of the first way's time, median over rounds. */
  readonly ratio: number;
  /** Its lists for the first demands were compared with the library's and equal in ids and points, or the bench would have stopped. */
  readonly exact: boolean;
  /** Share of the true ten best that stand in this way's ten (重合率), mean over demands; 1 of an exact way. */
  readonly overlap: number;
  /** Share of this way's ten with at least the points of the true tenth: ties at the cut count as found. */
  readonly asGood: number;
}

const K = 10;
/** A way ranks as many demands a round as fit in this time, at least one. */
const ROUND_MS = 200;
const MOST_A_ROUND = 900;
/** Demands from the beginning of one round to that of the next. */
const STRIDE = 61;

/** Demands whose lists are compared before anything is timed (对照需求数). */
export const comparedDemands = (size: number): number => (size > 100_000 ? 12 : 30);

/** Share of the true list that was found, and share of the found that is as good as its last. */
function agreement(truth: readonly Placed[], found: readonly Placed[], asked: Asked, talentOf: (id: string) => Talent) {
  const ids = new Set(found.map(({ id }) => id));
  const last = truth.at(-1)?.points ?? 0;
  const good = found.filter(({ id }) => {
    const told = score(talentOf(id), asked.demand);
    return told.candidate && told.points >= last;
  });
  return { overlap: truth.filter(({ id }) => ids.has(id)).length / truth.length, asGood: good.length / truth.length };
}

/** What of a list is compared. */
const placed = (list: readonly Placed[]) => list.map(({ id, points }): Placed => (points === undefined ? { id } : { id, points }));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far a way's lists agree with the library's, and how many demands it does in a round. */
interface Judged {
  readonly pieces: number;
  readonly overlap: number;
  readonly asGood: number;
}

/** Compares the lists of one way with the first one's. @throws AssertionError where an exact way differs */
async function judge(way: Way, first: Way, demands: readonly Asked[], talentOf: (id: string) => Talent): Promise<Judged> {
  const agreements: ReturnType<typeof agreement>[] = [];
  const times: number[] = [];
  for (const asked of demands) {
    const truth = placed(await first.rank(asked, K));
    const start = performance.now();
    const answer = await way.rank(asked, K);
    times.push(performance.now() - start);
    if (way.exact) assert.deepEqual(placed(answer), truth, `${way.name}: ${asked.demand.id}`);
    agreements.push(way.exact ? { overlap: 1, asGood: 1 } : agreement(truth, answer, asked, talentOf));
  }
  return {
    pieces: Math.max(1, Math.min(MOST_A_ROUND, Math.floor(ROUND_MS / median(times)))),
    overlap: mean(agreements.map(({ overlap }) => overlap)),
    asGood: mean(agreements.map(({ asGood }) => asGood)),
  };
}

/** Compares the answers of all ways with the first one's, then times them in interleaved rounds. */
export async function compareWays(
  ways: readonly Way[],
  demands: readonly Asked[],
  size: number,
  talentOf: (id: string) => Talent,
): Promise<Comparison[]> {
  const [first] = ways;
  if (first === undefined) return [];
  const compared = demands.slice(0, comparedDemands(size));
  const judged: Judged[] = [];
  for (const way of ways) judged.push(await judge(way, first, compared, talentOf));
  const contenders = ways.map(({ name, rank }, i) => {
    const pieces = judged[i]?.pieces ?? 1;
    const run = async (round: number) => {
      // Every way begins at the same demand of the round; the slow ones do fewer.
      const from = (round + demands.length) * STRIDE;
      let last: unknown;
      for (let piece = 0; piece < pieces; piece++) {
        const answer = rank(demands[(from + piece) % demands.length] as Asked, K);
        last = answer instanceof Promise ? await answer : answer;
      }
      return last;
    };
    return { name, run, pieces };
  });
  const rounds = size > 100_000 ? 9 : 15;
  const exact = contenders.filter((_, i) => ways[i]?.exact);
  // Text search runs against the first way alone: the heaps that it fills would slow the others.
  const others = contenders.filter((_, i) => i === 0 || !ways[i]?.exact);
  const timings = [...(await raceAsync(exact, rounds)), ...(await raceAsync(others, rounds)).slice(1)];
  return timings.map(({ name, median: ms, ratioToFirst }, i) => ({
    talents: size,
    way: name,
    micros: 1000 * ms,
    ratio: ratioToFirst,
    exact: ways[i]?.exact ?? false,
    overlap: judged[i]?.overlap ?? 0,
    asGood: judged[i]?.asGood ?? 0,
  }));
}
