import type { Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { matchKey, nameKey } from "../text/index.js";

/** Keys under which two records are likely one person. */
function keysOf({ name, phone, organization, hometown, degree, fields }: Talent): string[] {
  const keys: string[] = [];
  // A switchboard rings for a whole office: only a mobile is somebody's own.
  if (phone !== undefined && /^1\d{10}$/.test(phone)) keys.push(`phone ${phone}`);
  if (name === undefined) return keys;
  const key = nameKey(name);
  // A name alone is no evidence: 张伟 is many.
  if (organization !== undefined) keys.push(`work ${key} ${matchKey(organization)}`);
  // Everybody in a county's registry is from the county; what was studied must agree too.
  if (hometown !== undefined && degree !== undefined && fields !== undefined && fields.length > 0)
    keys.push(`home ${key} ${hometown} ${degree} ${[...fields].sort(compareCodePoints).join()}`);
  return keys;
}

/**
 * Records that look like somebody listed elsewhere in the registry (疑似重复): the same mobile number, or the same name with the same employer, or
 * with the same native place, degree and fields. A suspicion for counting; linking records is another matter.
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
