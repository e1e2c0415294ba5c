import { createTaxonomy } from "./create-taxonomy.js";
import { industryLevel, industryParent, industrySimilarity } from "./industry-tree.js";
import { decodeIndustries } from "./packs/industry-pack.js";
import type { Taxonomy } from "./taxonomy.js";

/**
 * Industries (国民经济行业分类): section, division, group, class.
 * Codes of the 2011 edition, padded codes and names are read by `resolveIndustry`.
 * @source GB/T 4754-2017, without Amendment 1 of 2019
 * @example
 * console.log(industries.get("2832")?.name, industries.ancestors("2832")); // 生物基、淀粉基新材料制造 [ '283', '28', 'C' ]
 */
export const industries: Taxonomy = /* @__PURE__ */ createTaxonomy({
  standard: { name: "GB/T 4754", edition: "2017", source: "code and name of the standard" },
  load: () => decodeIndustries().map(([code, name]) => ({ code, name, level: industryLevel(code) })),
  parent: industryParent,
  similarity: industrySimilarity,
});
