import { describe, expect, test } from "vitest";
import { linkRecords } from "../../src/linkage/index.js";
import type { Talent } from "../../src/model/index.js";
import { readTalents } from "../../src/registry/index.js";
import { synthesiseCounty } from "../../src/synth/index.js";
import { nameKey } from "../../src/text/index.js";

const LISTS = ["officials", "experts", "business"] as const;

type Listed = Talent & { readonly list: string };

/** The three lists of a dirty county as they are read, and who every record is. */
function listsOf(seed: number): { records: Listed[]; person: Map<string, string> } {
  const county = synthesiseCounty({ seed, demands: 0 });
  const person = new Map<string, string>();
  const records = LISTS.flatMap((list) => {
    const rows = county.truth.rows[list].flatMap((row) => (row.kind === "record" ? [row] : []));
    const read = readTalents(county.tables[list]).records;
    expect(read).toHaveLength(rows.length);
    return read.map((record, i): Listed => {
      person.set(record.id, rows[i]?.person ?? "");
      return { ...record, list };
    });
  });
  return { records, person };
}

const pairsOf = (ids: readonly string[]): [string, string][] =>
  ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b]));

/** Ids by what they share. */
function groupsOf(ids: Iterable<string>, key: (id: string) => string | undefined): string[][] {
  const groups = new Map<string, string[]>();
  for (const id of ids) {
    const shared = key(id);
    if (shared !== undefined) groups.set(shared, [...(groups.get(shared) ?? []), id]);
  }
  return [...groups.values()];
}

describe("the three lists of a dirty county", () => {
  const tallies = [1, 2, 3].map((seed) => {
    const { records, person } = listsOf(seed);
    const linkage = linkRecords(records, { source: "list" });
    const byId = new Map(records.map((record) => [record.id, record]));
    const same = (pair: readonly [string, string]) => person.get(pair[0]) === person.get(pair[1]);
    const merged = linkage.entities.flatMap(({ members }) => pairsOf(members));
    const truth = groupsOf(person.keys(), (id) => person.get(id)).flatMap(pairsOf);
    const namesakes = groupsOf(byId.keys(), (id) => {
      const name = byId.get(id)?.name;
      return name === undefined ? undefined : nameKey(name);
    })
      .flatMap(pairsOf)
      .filter((pair) => !same(pair));
    const together = new Set(merged.map((pair) => pair.toSorted().join("|")));
    return {
      records: records.length,
      people: linkage.entities.reduce((sum, { members }) => sum + members.length, 0),
      hits: merged.filter(same).length,
      merged: merged.length,
      truth: truth.length,
      namesakes: namesakes.length,
      namesakesMerged: namesakes.filter((pair) => together.has(pair.toSorted().join("|"))).length,
      converged: linkage.model.estimation.converged,
      faults: linkage.verify(),
      expected: linkage.model.expected.precision ?? 0,
    };
  });
  const sum = (of: (tally: (typeof tallies)[number]) => number) => tallies.reduce((total, tally) => total + of(tally), 0);

  test("become people with F1 of at least .98 in every county, no truth shown", () => {
    for (const { hits, merged, truth } of tallies) {
      expect(truth).toBeGreaterThan(150);
      expect((2 * hits) / (merged + truth)).toBeGreaterThanOrEqual(0.98);
    }
  });

  test("different people of one name are hardly ever one: at most three pairs in a thousand", () => {
    expect(sum((tally) => tally.namesakes)).toBeGreaterThan(400);
    expect(sum((tally) => tally.namesakesMerged) / sum((tally) => tally.namesakes)).toBeLessThanOrEqual(0.003);
  });

  test("lose no record, pass the check, and expect of themselves what holds", () => {
    for (const { records, people, faults, converged, hits, merged, expected } of tallies) {
      expect(people).toBe(records);
      expect(faults).toEqual([]);
      expect(converged).toBe(true);
      expect(Math.abs(hits / merged - expected)).toBeLessThan(0.02);
    }
  });
});
