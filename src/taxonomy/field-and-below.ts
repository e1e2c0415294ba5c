import { canonicalField } from "./field-tree.js";
import { fields } from "./fields.js";

/**
 * A field with everything below it (学科及其下设): what "食品科学与工程类" means when a demand asks for it.
 * @returns canonical codes, the given one first, then ascending; an unknown code alone
 * @complexity O(codes below)
 */
export function fieldAndBelow(code: string): string[] {
  const home = canonicalField(code);
  const below = (parent: string): string[] =>
    fields
      .children(parent)
      .filter((child) => canonicalField(child) === child)
      .flatMap((child) => [child, ...below(child)]);
  return [home, ...below(home)];
}
