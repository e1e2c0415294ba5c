import { jaroWinkler } from "guiyan/text";
import { DisjointSets } from "./disjoint-sets.js";
import type { ListedTalent } from "./registry.js";

/** The lists in the order in which an office has them. */
export const LISTS: readonly ListedTalent["source"][] = ["official", "expert", "business"];

/** A name as a careful script has it: without blanks. */
export const bareName = ({ name }: ListedTalent): string => (name ?? "").replace(/\s/g, "");

/** What a spreadsheet does (按姓名 VLOOKUP): each record takes the first of exactly its name in each list before its own. */
export function lookUpNames(records: readonly ListedTalent[]): Int32Array {
  const sets = new DisjointSets(records.length);
  const firsts = LISTS.map(() => new Map<string, number>());
  for (const [i, { source, name }] of records.entries()) {
    const first = firsts[LISTS.indexOf(source)];
    if (name !== undefined && first?.has(name) === false) first.set(name, i);
  }
  for (const [i, { source, name }] of records.entries()) {
    for (const first of firsts.slice(0, LISTS.indexOf(source))) {
      const hit = first.get(name ?? "");
      if (hit !== undefined) sets.join(i, hit);
    }
  }
  return sets.groups();
}

/** A join on two columns (姓名加手机): records of exactly one name and one phone are one person. */
export function joinNameAndPhone(records: readonly ListedTalent[]): Int32Array {
  const sets = new DisjointSets(records.length);
  const first = new Map<string, number>();
  for (const [i, { name, phone }] of records.entries()) {
    if (phone === undefined) continue;
    const key = `${name} ${phone}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, i);
    else sets.join(i, known);
  }
  return sets.groups();
}

/** Names alike enough for a pair that shares a phone or an employer; the best of 0.6, 0.7, 0.75, 0.8, 0.85, 0.9 and 0.95 on other records of this kind. */
const ALIKE = 0.6;

/** The loop that every script begins with (双重循环): all pairs of two lists, names alike and one phone or one employer. */
export function loopOverPairs(records: readonly ListedTalent[]): Int32Array {
  const sets = new DisjointSets(records.length);
  const names = records.map(bareName);
  for (const [i, a] of records.entries()) {
    for (let j = 0; j < i; j++) {
      const b = records[j] as ListedTalent;
      if (a.source === b.source) continue;
      // The cheap question first: a kinder loop than most.
      const shared = (a.phone !== undefined && a.phone === b.phone) || (a.organization !== undefined && a.organization === b.organization);
      if (shared && jaroWinkler(names[i] as string, names[j] as string) >= ALIKE) sets.join(i, j);
    }
  }
  return sets.groups();
}
