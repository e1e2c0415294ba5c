/**
 * Top ten of a registry for one demand: the index's scan against what a user would write, objects scored and sorted.
 * The answers are compared first; then ratios measured in the same run, and the slope over sizes.
 */
import assert from "node:assert/strict";
import { createTalentIndex, type Demand, rank } from "guiyan";
import { streamTalents, synthesiseCounty } from "guiyan/synth";
import { logLogSlope, race } from "./harness.js";

const demands: readonly Demand[] = synthesiseCounty({ seed: 7, talents: 10, demands: 60, dirt: false }).demands;
const at = (round: number): Demand => demands[(round + demands.length) % demands.length] as Demand;

const scans: { size: number; ms: number }[] = [];
const table = [1000, 10_000, 50_000].flatMap((size) => {
  const talents = [...streamTalents({ seed: 7, count: size })];
  const index = createTalentIndex(talents);
  for (const demand of demands.slice(0, 5)) assert.deepEqual(index.rank(demand, { k: 10 }), rank(talents, demand, { k: 10 }));
  const timings = race(
    [
      { name: "TalentIndex.rank (scan)", run: (round) => index.rank(at(round), { k: 10 }) },
      { name: "rank over objects, sorted", run: (round) => rank(talents, at(round), { k: 10 }) },
    ],
    size > 10_000 ? 9 : 25,
    3,
  );
  scans.push({ size, ms: timings[0]?.median ?? 0 });
  return timings.map(({ name, min, median, ratioToFirst }) => ({
    talents: size,
    way: name,
    "min ms": Number(min.toPrecision(3)),
    "median ms": Number(median.toPrecision(3)),
    "times the scan": Number(ratioToFirst.toPrecision(3)),
  }));
});
console.table(table);
console.log(JSON.stringify({ bench: "ranking", node: process.version, slopeOfScan: Number(logLogSlope(scans).toFixed(2)), table }));
