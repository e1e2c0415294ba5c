// %% A demand in a firm's own words, a small synthetic registry, a ranked list
import { parseRequirements, rankedRows, recommend } from "guiyan";
import { synthesiseCounty } from "guiyan/synth";

const { talents } = synthesiseCounty({ seed: 2026, talents: 400, demands: 15 });
const demands = [
  { id: "D1", post: "聚乳酸改性工程师", requirements: parseRequirements("硕士及以上，高分子优先，副高优先") },
  { id: "D2", post: "食品研发主管", requirements: parseRequirements("本科及以上，食品科学与工程优先") },
];

// %% Rank the whole registry for every demand
const result = recommend({ talents, demands, k: 5 });
console.table(rankedRows(result, { lang: "en" }));

// %% Why the first stands first
console.log(result.lists[0]?.matches[0]?.explanation.sentence.en);
