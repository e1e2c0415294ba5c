import type { Reading } from "./sheet-rows.js";

/** How often one member of the records is known (信息完整度). */
export interface MemberQuality {
  readonly member: string;
  readonly known: number;
  readonly unknown: number;
  /** known / records in 0..1; undefined without records. */
  readonly share: number | undefined;
}

/** Quality of one reading (数据质量). */
export interface DataQuality {
  readonly members: readonly MemberQuality[];
  /** Listed issues by code, the most frequent first. */
  readonly issues: readonly { readonly code: string; readonly count: number }[];
}

/** Members that tell nothing of the data's quality. */
const LEFT_OUT = new Set(["id", "provenance", "facts"]);

/**
 * Says how complete the records of a reading are (数据质量汇总): per member how many know it, and issues by code.
 * An empty list of requirements counts as unknown.
 * @complexity O(records × members + issues)
 */
export function summariseQuality({ records, issues }: Pick<Reading<object>, "records" | "issues">): DataQuality {
  const known = new Map<string, number>();
  for (const record of records) {
    for (const [member, value] of Object.entries(record)) {
      if (LEFT_OUT.has(member) || value === undefined || (member === "requirements" && Array.isArray(value) && value.length === 0))
        continue;
      known.set(member, (known.get(member) ?? 0) + 1);
    }
  }
  const counts = new Map<string, number>();
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
  const byName = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    members: [...known]
      .sort(([a], [b]) => byName(a, b))
      .map(([member, count]) => ({
        member,
        known: count,
        unknown: records.length - count,
        share: records.length === 0 ? undefined : count / records.length,
      })),
    issues: [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || byName(a.code, b.code)),
  };
}
