import type { Requirement } from "../model/index.js";
import { cleanText, foldWidth } from "../text/index.js";
import { type ClauseReader, type RequirementNote, type RequirementStyle, readClause } from "./requirement-clauses.js";

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

/** Numbering that opens a clause: `1、`, `(2)`, `①`, `一、`, a dash. */
const NUMBERING = /^\s*(?:[（(]?\d{1,2}[)）.、．：:]|[①-⑳]|[一二三四五六七八九十]{1,2}[、.]|[-—•·*]+)\s*/;
/** Headings before the clauses. */
const HEADING = /^(?:任职|岗位|职位|招聘|应聘)?(?:要求|条件|资格|职责)[:：]\s*/;

function clausesOf(text: string): string[] {
  return text
    .split(/[；;。！!\n\r]+|(?<=[^\d])(?=\d{1,2}[、.．](?!\d))/)
    .flatMap((sentence) => sentence.split(/[，,]+/))
    .map((clause) => clause.replace(NUMBERING, "").replace(HEADING, "").trim())
    .filter((clause) => clause !== "");
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
  for (const clause of clausesOf(
    foldWidth(raw.replace(/[\r\n]+/g, "\n"))
      .split("\n")
      .map(cleanText)
      .join("\n"),
  ))
    readClause(clause, reader);
  const requirements: Requirement[] = [];
  for (const requirement of reader.requirements) {
    if (!requirements.some((known) => sameRequirement(known, requirement))) requirements.push(requirement);
  }
  return { requirements, notes: reader.notes };
}
