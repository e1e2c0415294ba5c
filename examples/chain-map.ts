// The talent map of one chain: in words, what lacks, whom to ask, and the files that other programs open.
import { buildTalentMap, criticalNodes, defaultChains, gaps, hubs, recruitmentTargets, referralPaths, toGexf } from "guiyan/chain";
import { mapText } from "guiyan/report";
import { synthesiseCounty } from "guiyan/synth";

// %% a synthetic county and its first chain, bio-based materials
const { talents, demands } = synthesiseCounty({ seed: 7, talents: 1200, demands: 400, dirt: false });
const staff = talents.filter(({ residence }) => residence?.startsWith("31")).slice(0, 2);
const map = buildTalentMap(defaultChains[0]!, {
  talents,
  demands,
  stations: [{ id: "sh", name: "上海工作站", region: "310000", staff: staff.map(({ id }) => id) }],
});

// %% as an officer reads it: segment by segment, who is there, what lacks, whom to call
console.log(mapText(map));

// %% as one computes on it
console.table(
  gaps(map)
    .slice(0, 5)
    .map(({ segment, field, level, asked, missing }) => ({ segment, field, level, asked, missing })),
);
console.table(
  hubs(map)
    .slice(0, 5)
    .map(({ kind, id, relevant, people, shrunken }) => ({ kind, id, relevant, people, shrunken })),
);
console.table(
  criticalNodes(map)
    .slice(0, 5)
    .map(({ kind, id, postsLost }) => ({ kind, id, postsLost })),
);

// %% how the workstation could reach the best target
const [target] = recruitmentTargets(map, { limit: 1 });
if (target) console.log(target.id, referralPaths(map, target.id));

// %% for Gephi
console.log(toGexf(map.graph).length);
