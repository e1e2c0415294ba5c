import { createTaxonomy } from "./create-taxonomy.js";
import { decodeCountries } from "./packs/country-pack.js";
import { decodeRegions } from "./packs/region-pack.js";
import { regionSimilarity } from "./proximity.js";
import { CHINA, regionParent } from "./region-tree.js";
import type { Taxonomy, TaxonomyNode } from "./taxonomy.js";

/**
 * Administrative rank of a code (行政级别), which for an undivided prefecture (东莞) is wider than its level in the tree:
 * the tree says what can be told apart, the rank what the unit is.
 */
function rank(code: string): string {
  if (code.length === 3) return "country";
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
}

function* nodes(): Iterable<TaxonomyNode> {
  yield { code: CHINA, name: "中国", level: "country" };
  for (const { code, name } of decodeCountries()) yield { code, name, level: "country" };
  for (const [code, name] of decodeRegions()) yield { code, name, level: rank(code) };
}

/**
 * Regions (行政区划): China with its 34 province-level units, 333 prefectures and 2,847 counties, and the other countries as further roots.
 *
 * Codes of development zones, towns and merged units are not in the tree: `resolveRegion` and `currentRegion` read them.
 * `level` is the unit's administrative rank; 东莞 and 香港 are a prefecture and a province that nothing divides further.
 * @source GB/T 2260 as of April 2026: npm `@vant/area-data` 2.1.0 without what is no unit of the standard, with the later changes; countries GB/T 2659.1
 * @example
 * console.log(regions.get("410923")?.name, regions.ancestors("410923")); // 南乐县 [ '410900', '410000', 'CHN' ]
 */
export const regions: Taxonomy = /* @__PURE__ */ createTaxonomy({
  standard: { name: "GB/T 2260 + GB/T 2659", edition: "2026-04", source: "@vant/area-data 2.1.0, corrected" },
  load: nodes,
  parent: regionParent,
  similarity: regionSimilarity,
});
