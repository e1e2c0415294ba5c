import { checkArray } from "../errors/index.js";
import type { Chain } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { FieldRelation } from "../scoring/index.js";
import { canonicalField, fieldInside } from "../taxonomy/index.js";

/** Highest nearness that a chain may declare: below the tree's own 700 for two programmes of one discipline. */
export const RELATION_CEILING = 690;

/**
 * Nearness of fields that work side by side in a segment (领域关联), over all segments of all chains.
 *
 *   similarity(a, b) = max over segments with both of floor(690 × min(weight_a, weight_b) / 1000)
 *
 * Two fields that both make the segment are nearly as near as programmes of one discipline, and never nearer; a side field counts by its own
 * weight. A field and one inside it are left to the tree.
 * @returns canonical codes with a < b, each pair once, ascending by a, then b
 * @complexity O(segments × fields²)
 */
export function fieldRelations(chains: readonly Chain[]): FieldRelation[] {
  const declared = new Map<string, FieldRelation>();
  for (const chain of checkArray("fieldRelations", "chains", chains)) {
    for (const segment of chain.segments) {
      const held = Object.entries(segment.fields).map(([code, weight]) => ({ code: canonicalField(code), weight }));
      for (const [i, first] of held.entries()) {
        for (const second of held.slice(i + 1)) {
          if (fieldInside(first.code, second.code) || fieldInside(second.code, first.code)) continue;
          const [a, b] = first.code < second.code ? [first.code, second.code] : [second.code, first.code];
          const similarity = Math.floor((RELATION_CEILING * Math.min(first.weight, second.weight)) / 1000);
          const key = `${a} ${b}`;
          if (similarity > (declared.get(key)?.similarity ?? -1)) declared.set(key, { a, b, similarity });
        }
      }
    }
  }
  return [...declared.entries()].sort(([x], [y]) => compareCodePoints(x, y)).map(([, relation]) => relation);
}
