import { createTaxonomy } from "./create-taxonomy.js";
import { UNDERGRADUATE_MAJORS } from "./packs/undergraduate-major-pack.js";
import type { Taxonomy, TaxonomyNode } from "./taxonomy.js";

function* decode(): Generator<TaxonomyNode> {
  for (const line of UNDERGRADUATE_MAJORS.split("\n")) {
    const [head = "", ...majors] = line.split("|");
    const code = /^\d+/.exec(head)?.[0] ?? "";
    yield { code, name: head.slice(code.length), level: code.length === 2 ? "category" : "class" };
    for (const major of majors) yield { code: code + major.slice(0, 2), name: major.slice(2).replace(/^[TK]+/, ""), level: "major" };
  }
}

let marks: ReadonlyMap<string, string> | undefined;

/** Marks of a major in the catalogue: `T` special (特设), `K` controlled (国家控制布点), `TK` both, empty for none or an unknown code. */
export function majorMarks(code: string): string {
  marks ??= new Map(
    UNDERGRADUATE_MAJORS.split("\n").flatMap((line) => {
      const [head = "", ...majors] = line.split("|");
      return majors.map((major): [string, string] => [head.slice(0, 4) + major.slice(0, 2), /^[TK]*/.exec(major.slice(2))?.[0] ?? ""]);
    }),
  );
  return marks.get(code) ?? "";
}

/**
 * Undergraduate majors (本科专业): category (门类) → class (专业类) → major (专业). Codes carry no T/K marks; see {@link majorMarks}.
 *
 * Nearness: same 1000, same class 700, same category 400, else 0.
 * @source Ministry of Education, undergraduate catalogue 2025
 */
export const undergraduateMajors: Taxonomy = /* @__PURE__ */ createTaxonomy({
  standard: { name: "MOE undergraduate catalogue (普通高等学校本科专业目录)", edition: "2025", source: "own table of codes and names" },
  load: decode,
  parent: (code) => (code.length <= 2 ? undefined : code.slice(0, -2)),
  similarity: (a, b) => (a === b ? 1000 : a.slice(0, 4) === b.slice(0, 4) ? 700 : a.slice(0, 2) === b.slice(0, 2) ? 400 : 0),
});
