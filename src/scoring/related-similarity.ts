import { canonicalField, fieldParent } from "../taxonomy/index.js";

/** A field and the nodes above it. */
function fieldChain(code: string): string[] {
  const chain = [canonicalField(code)];
  for (let up = fieldParent(chain[0] ?? ""); up !== undefined; up = fieldParent(up)) chain.push(up);
  return chain;
}

/**
 * Highest nearness that the chain catalogue declares for two fields or for nodes above them (产业链领域关联); 0 where it declares none.
 * @param relations nearness by two canonical codes joined with a blank, as `settleCriteria` keeps them
 * @complexity O(depth²) look-ups
 */
export function relatedSimilarity(a: string, b: string, relations: ReadonlyMap<string, number>): number {
  if (relations.size === 0) return 0;
  let best = 0;
  const chain = fieldChain(b);
  for (const x of fieldChain(a)) {
    for (const y of chain) best = Math.max(best, relations.get(`${x} ${y}`) ?? 0);
  }
  return best;
}
