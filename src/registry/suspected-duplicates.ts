import type { Talent } from "../model/index.js";
import { matchKey, nameKey } from "../text/index.js";

/** Keys under which two records are likely one person. */
function keysOf({ name, phone, organization, hometown, residence }: Talent): string[] {
  const keys: string[] = [];
  if (phone !== undefined && phone.length >= 10) keys.push(`phone ${phone}`);
  if (name === undefined) return keys;
  const key = nameKey(name);
  // A name alone is no evidence: 张伟 is many.
  if (organization !== undefined) keys.push(`work ${key} ${matchKey(organization)}`);
  if (hometown !== undefined && hometown !== residence) keys.push(`home ${key} ${hometown}`);
  return keys;
}

/**
 * Records that look like somebody listed elsewhere in the registry (疑似重复): the same phone, or the same name with the same employer or the
 * same native place. A suspicion for counting; linking records is another matter.
 * @returns indexes of such records, ascending
 * @complexity O(records)
 */
export function suspectedDuplicates(records: readonly Talent[]): number[] {
  const holders = new Map<string, number[]>();
  for (const [i, record] of records.entries()) {
    for (const key of keysOf(record)) {
      const list = holders.get(key);
      if (list === undefined) holders.set(key, [i]);
      else list.push(i);
    }
  }
  const suspected = new Set<number>();
  for (const list of holders.values()) if (list.length > 1) for (const i of list) suspected.add(i);
  return [...suspected].sort((a, b) => a - b);
}
