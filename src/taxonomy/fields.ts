import { createTaxonomy } from "./create-taxonomy.js";
import { fieldLevel, fieldParent } from "./field-tree.js";
import { CROSS_CATEGORY_FIELDS, GRADUATE_FIELDS } from "./packs/graduate-field-pack.js";
import { fieldSimilarity } from "./proximity.js";
import type { Taxonomy, TaxonomyNode } from "./taxonomy.js";

function* decode(pack: string): Generator<TaxonomyNode> {
  for (const line of pack.split("\n")) {
    const [head = "", ...programmes] = line.split("|");
    const code = /^\d+/.exec(head)?.[0] ?? "";
    // The directory leaves three disciplines without a name; each goes by that of its one programme.
    const name = head.slice(code.length) || (programmes[0]?.slice(2) ?? "");
    yield { code, name, level: fieldLevel(code) };
    for (const programme of programmes) {
      yield { code: code + programme.slice(0, 2), name: programme.slice(2), level: "programme" };
    }
  }
}

/**
 * Fields of study (学科专业): the graduate catalogue, category (门类) → discipline (一级学科, professional degree) → programme (二级学科).
 *
 * Codes opened in a second category (0972) stand beside their home code (0832) as listed; nearness folds them, and `resolveField` answers
 * with the home code.
 * @source Ministry of Education, graduate discipline directory 2022; programmes open for admission in 2026
 */
export const fields: Taxonomy = /* @__PURE__ */ createTaxonomy({
  standard: { name: "MOE graduate discipline directory (研究生教育学科专业目录)", edition: "2022", source: "own table of codes and names" },
  *load() {
    yield* decode(GRADUATE_FIELDS);
    yield* decode(CROSS_CATEGORY_FIELDS);
  },
  parent: fieldParent,
  similarity: (a, b) => fieldSimilarity(a, b),
});
