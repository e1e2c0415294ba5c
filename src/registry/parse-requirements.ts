import type { Requirement } from "../model/index.js";
import { readRequirements } from "./read-requirements.js";

/**
 * Requirements that a text states (解析需求条件): 硕士及以上，高分子优先，副高优先，限45岁以下.
 *
 * The last clause becomes an `ignore` requirement: age is read, told and never scored. {@link readRequirements} also tells what was not read.
 * @complexity O(length)
 * @example
 * const requirements = parseRequirements("硕士及以上，高分子优先，副高优先，限45岁以下");
 * console.log(requirements.map(({ dimension, kind }) => `${kind} ${dimension}`)); // → [ 'hard degree', 'soft field', 'soft title', 'ignore age' ]
 */
export function parseRequirements(text: string): Requirement[] {
  return [...readRequirements(text).requirements];
}
