/**
 * Talent maps of all fifteen chains (全部产业链图谱): time to find who serves what and to draw every graph, over sizes of the registry, with the slope and the
 * memory at the end; then what the maps tell.
 */
import { createTalentIndex } from "guiyan";
import { buildTalentMap, defaultChains, fieldRelations, gaps, hubs, mapAll, recruitmentTargets } from "guiyan/chain";
import { streamTalents, synthesiseCounty } from "guiyan/synth";
import { logLogSlope, time } from "./harness.js";

const { demands } = synthesiseCounty({ seed: 7, talents: 10, demands: 900, dirt: false });
const criteria = { fieldRelations: fieldRelations(defaultChains) };
const sizes = [2700, 10_000, 30_000, 100_000];

const drawn: { size: number; ms: number }[] = [];
const table = sizes.map((size) => {
  const talents = [...streamTalents({ seed: 7, count: size })];
  const index = createTalentIndex(talents, { criteria });
  let nodes = 0;
  let edges = 0;
  let most = 0;
  const ms = time(() => {
    // One after the other: a map that has been written out is let go.
    for (const chain of defaultChains) {
      const { graph } = buildTalentMap(chain, { talents, demands, index, criteria });
      nodes += graph.order;
      edges += graph.size;
      most = Math.max(most, process.memoryUsage().rss);
    }
    return edges;
  });
  drawn.push({ size, ms });
  const { maps } = mapAll(defaultChains, { talents, demands, index, criteria });
  const lacking = time(() => maps.map((map) => gaps(map)));
  const rich = time(() => maps.map((map) => hubs(map)));
  const targets = time(() => recruitmentTargets(maps));
  return {
    talents: size,
    "15 maps, s": Number((ms / 1000).toPrecision(3)),
    nodes,
    edges,
    "resident, GB": Number((most / 2 ** 30).toFixed(2)),
    "gaps, s": Number((lacking / 1000).toPrecision(3)),
    "hubs, s": Number((rich / 1000).toPrecision(3)),
    "targets, s": Number((targets / 1000).toPrecision(3)),
  };
});
console.table(table);
console.log(JSON.stringify({ bench: "maps", node: process.version, slope: Number(logLogSlope(drawn).toFixed(2)), table }));
