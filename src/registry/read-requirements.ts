import type { Requirement } from "../model/index.js";
import { type ClauseReader, type RequirementNote, type RequirementStyle, readClause } from "./requirement-clauses.js";
import { requirementClauses } from "./requirement-text.js";

/** A requirement text, read (需求条件解析结果). */
export interface RequirementReading {
  readonly requirements: readonly Requirement[];
  readonly notes: readonly RequirementNote[];
}

/** Options of {@link readRequirements}. */
export interface ReadRequirementsOptions {
  /**
   * What a bare level or field means: in a requirement text (`text`, default) a bare 本科 is the minimum and a bare field a preference; in a
   * free description (`duty`) only clauses with a telling word count, since 负责高分子材料研发 asks for no degree.
   */
  readonly style?: RequirementStyle;
}

/** Same dimension, kind and values: said twice. */
function sameRequirement(a: Requirement, b: Requirement): boolean {
  return a.dimension === b.dimension && a.kind === b.kind && a.basis === b.basis && a.values.join() === b.values.join();
}

/**
 * Reads a requirement text clause by clause (解析需求条件), with a note for every clause that asks nothing scorable.
 *
 * 优先 is soft; 须, 必须, 及以上, 不低于, 限 and a bare minimum are hard; 不要, 除…外 exclude. Limits on sex, age, ethnicity, politics, religion
 * and marriage become `ignore` requirements and a `protected` note.
 * @complexity O(length)
 */
export function readRequirements(raw: string, options: ReadRequirementsOptions = {}): RequirementReading {
  const reader: ClauseReader = { requirements: [], notes: [], style: options.style ?? "text" };
  for (const clause of requirementClauses(raw)) readClause(clause, reader);
  const requirements: Requirement[] = [];
  for (const requirement of reader.requirements) {
    if (!requirements.some((known) => sameRequirement(known, requirement))) requirements.push(requirement);
  }
  return { requirements, notes: reader.notes };
}
