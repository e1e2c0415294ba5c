import { canonicalField, type FieldNearness, fieldParent, fieldSimilarity, type NodeNearness } from "../taxonomy/index.js";

/** Declared nearness of fields (领域关联): by canonical code, the codes related to it. */
export type FieldRelations = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A field and the nodes above it. */
function fieldChain(code: string): string[] {
  const chain = [canonicalField(code)];
  for (let up = fieldParent(chain[0] ?? ""); up !== undefined; up = fieldParent(up)) chain.push(up);
  return chain;
}

/**
 * Highest nearness that the chain catalogue declares for two fields or for nodes above them (产业链领域关联); 0 where it declares none.
 * @param relations as `settleCriteria` keeps them, both ways round
 * @complexity O(depth²) look-ups
 */
export function relatedSimilarity(a: string, b: string, relations: FieldRelations): number {
  if (relations.size === 0) return 0;
  let best = 0;
  const held = fieldChain(a);
  for (const y of fieldChain(b)) {
    const related = relations.get(y);
    if (related) for (const x of held) best = Math.max(best, related.get(x) ?? 0);
  }
  return best;
}

/** Closeness of two fields under some criteria (学科相近度): the tree's nearness, or what the chains declare where that is higher. @complexity O(depth²) look-ups */
export function fieldCloseness(held: string, asked: string, { fieldNearness, fieldRelations }: FieldCriteria): number {
  return Math.max(fieldSimilarity(held, asked, fieldNearness), relatedSimilarity(held, asked, fieldRelations));
}

/** What the closeness of fields depends on. */
interface FieldCriteria {
  readonly fieldNearness: FieldNearness;
  readonly fieldRelations: FieldRelations;
}

/** The same for every field at once: the nodes that the catalogue relates to an asked field (关联学科节点). @complexity O(relations of the field) */
export function relatedNodes(asked: string, relations: FieldRelations): NodeNearness[] {
  if (relations.size === 0) return [];
  return fieldChain(asked).flatMap((code) => Array.from(relations.get(code) ?? [], ([node, nearness]) => ({ node, nearness })));
}
