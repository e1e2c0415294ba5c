import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Comparison,
  type Linkage,
  type LinkModel,
  type LinkOptions,
  linkRecords,
  probabilityOf,
  verifyClusters,
} from "../../src/linkage/index.js";
import { seededRandom } from "../../src/numeric/index.js";

/** A row of few facts of few values, so that people are hard to tell apart and blocks overflow. */
interface Row {
  readonly id: string;
  readonly list?: string;
  readonly name?: string;
  readonly place?: string;
  readonly number?: string;
}

function fact(name: "name" | "place" | "number"): Comparison<Row, string> {
  return {
    name,
    levels: ["same", "near", "other"],
    read: (row) => row[name],
    parse: (text) => text,
    compare: (a, b) => (a === b ? 0 : a[0] === b[0] ? 1 : 2),
    termLevels: [0],
    term: (value) => value,
    keys: (value) => [value, `~${value[0]}`],
  };
}

const comparisons = [fact("name"), fact("place"), fact("number")];
const blocking = [
  { facts: ["name"], limit: 4 },
  { facts: ["number"], limit: 5 },
  { facts: ["place", "name"], limit: 6 },
];

/** A model from a registry where people stand twice with one fact changed now and then. */
function learn(): LinkModel {
  const random = seededRandom(11);
  const pick = (letters: string, digits: number) => `${letters[Math.floor(random() * letters.length)]}${Math.floor(random() * digits)}`;
  const rows: Row[] = [];
  for (let person = 0; person < 150; person++) {
    const facts = { name: pick("abcdef", 8), place: pick("xyz", 4), number: pick("pqrst", 20) };
    rows.push({ id: `m${person}`, ...facts });
    if (person % 3 === 0) rows.push({ id: `n${person}`, ...facts, ...(random() < 0.4 ? { place: pick("xyz", 4) } : {}) });
  }
  return linkRecords(rows, { comparisons, blocking }).model;
}
// Drawn towards merging, so that small registries have much to merge and to dispute.
const model: LinkModel = { ...learn(), priorBits: -3, reviewBits: -4 };
const options: LinkOptions<Row> = { comparisons, blocking, model, source: "list", cleanSources: ["clean"] };

const value = (letters: string, digits: number) =>
  fc.tuple(fc.constantFrom(...letters), fc.nat({ max: digits - 1 })).map(([letter, digit]) => `${letter}${digit}`);
const row = (ids: number) =>
  fc.record(
    {
      id: fc.nat({ max: ids - 1 }).map((number) => `r${number}`),
      list: fc.constantFrom("clean", "other"),
      name: value("ab", 2),
      place: value("xy", 2),
      number: value("pq", 3),
    },
    { requiredKeys: ["id"] },
  ) as fc.Arbitrary<Row>;
const rows = (ids: number, max: number) => fc.uniqueArray(row(ids), { selector: ({ id }) => id, maxLength: max });

/** What a linkage says, with nothing of how it came about. */
const told = (linkage: Linkage<Row>) => ({
  people: linkage.entities.map(({ members, record, facts }) => ({ members, facts, record: { ...record, id: "" } })).sort(byMembers),
  pairs: linkage.pairs,
});
const byMembers = (a: { members: readonly string[] }, b: { members: readonly string[] }) =>
  (a.members[0] ?? "") < (b.members[0] ?? "") ? -1 : 1;
const bytes = (linkage: { readonly entities: unknown }) => JSON.stringify(linkage.entities);

type Step = { readonly put: readonly Row[] } | { readonly drop: number };
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: rows(40, 12).map((put): Step => ({ put })) },
    { weight: 1, arbitrary: fc.nat({ max: 100 }).map((drop): Step => ({ drop })) },
  ),
  { minLength: 1, maxLength: 6 },
);

function play(
  linkage: Linkage<Row>,
  present: Map<string, Row>,
  script: readonly Step[],
  look: (change: ReturnType<Linkage<Row>["upsert"]>) => void,
): void {
  for (const step of script) {
    if ("put" in step) {
      for (const record of step.put) present.set(record.id, record);
      look(linkage.upsert(step.put));
    } else if (present.size > 0) {
      const id = [...present.keys()][step.drop % present.size] as string;
      present.delete(id);
      look(linkage.remove([id]));
    }
  }
}

describe("a linkage that changes", () => {
  test("is as a fresh run over the same records with the same model would have it", () => {
    let merged = 0;
    fc.assert(
      fc.property(rows(40, 25), steps, (start, script) => {
        const linkage = linkRecords(start, options);
        const present = new Map(start.map((record) => [record.id, record]));
        play(linkage, present, script, () => {});
        const fresh = linkRecords([...present.values()], options);
        expect(told(linkage)).toEqual(told(fresh));
        merged += fresh.entities.filter(({ members }) => members.length > 1).length;
      }),
      { numRuns: 400 },
    );
    expect(merged).toBeGreaterThan(400);
  });

  test("tells the changed people and nobody else", () => {
    fc.assert(
      fc.property(rows(40, 25), steps, (start, script) => {
        const linkage = linkRecords(start, options);
        const present = new Map(start.map((record) => [record.id, record]));
        let before = new Map(linkage.entities.map((person) => [person.id, JSON.stringify(person)]));
        play(linkage, present, script, (change) => {
          const after = new Map(linkage.entities.map((person) => [person.id, JSON.stringify(person)]));
          const told = new Set(change.entities.map(({ id }) => id));
          for (const [id, text] of after) if (before.get(id) !== text) expect(told).toContain(id);
          for (const person of change.entities) expect(after.get(person.id)).toBe(JSON.stringify(person));
          expect(change.removed).toEqual([...before.keys()].filter((id) => !after.has(id)).sort());
          before = after;
        });
      }),
      { numRuns: 200 },
    );
  });

  test("passes the check of clusters at every step: no clean list twice, no weak bridge", () => {
    fc.assert(
      fc.property(rows(60, 50), steps, (start, script) => {
        const linkage = linkRecords(start, options);
        const present = new Map(start.map((record) => [record.id, record]));
        const look = () => {
          expect(linkage.verify()).toEqual([]);
          const ids = [...present.keys()];
          const number = new Map(ids.map((id, i) => [id, i]));
          const clean = (i: number) => (present.get(ids[i] ?? "")?.list === "clean" ? 0 : -1);
          const weights = (i: number, j: number) => linkage.explain(ids[i] ?? "", ids[j] ?? "").clusterBits;
          for (const i of ids.keys())
            for (let j = 0; j < i; j++) {
              const { weightBits } = linkage.explain(ids[i] ?? "", ids[j] ?? "");
              const lists = clean(i) === 0 && clean(j) === 0;
              expect(weights(i, j) > 0).toBe(!lists && weightBits >= model.linkBits);
              expect(weights(i, j) === Number.NEGATIVE_INFINITY).toBe(lists);
            }
          const clusters = linkage.entities.map(({ members }) => members.map((id) => number.get(id) ?? -1));
          expect(verifyClusters({ records: ids.length, weights, sourceOf: clean }, clusters)).toEqual([]);
        };
        look();
        play(linkage, present, script, look);
      }),
      { numRuns: 120 },
    );
  });

  test("a person's id stays while their oldest record stays with them", () => {
    fc.assert(
      fc.property(rows(40, 25), steps, (start, script) => {
        const linkage = linkRecords(start, options);
        const since = new Map(start.map(({ id }) => [id, 0]));
        const present = new Map(start.map((record) => [record.id, record]));
        let batch = 0;
        play(linkage, present, script, () => {
          batch++;
          for (const id of present.keys()) if (!since.has(id)) since.set(id, batch);
          for (const id of since.keys()) if (!present.has(id)) since.delete(id);
          for (const { id, members } of linkage.entities) {
            const oldest = Math.min(...members.map((member) => since.get(member) ?? -1));
            expect(id).toBe(members.filter((member) => since.get(member) === oldest).sort()[0]);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  test("asOf gives back the bytes of every earlier day", () => {
    fc.assert(
      fc.property(rows(40, 20), steps, (start, script) => {
        const linkage = linkRecords(start, { ...options, at: "2026-01-01" });
        const present = new Map(start.map((record) => [record.id, record]));
        const days: [string, string][] = [["2026-01-01", bytes(linkage)]];
        for (const [i, step] of script.entries()) {
          const at = `2026-02-${String(i + 1).padStart(2, "0")}`;
          if ("put" in step) {
            for (const record of step.put) present.set(record.id, record);
            linkage.upsert(step.put, { at });
          } else if (present.size > 0) {
            const id = [...present.keys()][step.drop % present.size] as string;
            present.delete(id);
            linkage.remove([id], { at });
          }
          days.push([at, bytes(linkage)]);
        }
        for (const [day, then] of days) expect(JSON.stringify(linkage.asOf(day))).toBe(then);
        expect(JSON.stringify(linkage.asOf("2026-01-15"))).toBe(days[0]?.[1]);
        expect(linkage.asOf("2025-12-31")).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("undo", () => {
  test("gives back the bytes from before, merge by merge, the latest first", () => {
    let undone = 0;
    fc.assert(
      fc.property(rows(40, 25), rows(60, 10), (start, late) => {
        const fresh = late.filter(({ id }) => !start.some((record) => record.id === id));
        const linkage = linkRecords(start, options);
        const before = new Map(linkage.entities.map((person) => [person.id, JSON.stringify(person)]));
        const change = linkage.upsert(fresh);
        for (const { mergeId, entity, parts } of change.merges.toReversed()) {
          // Undone already, together with another of the same change.
          if (linkage.entityOf(entity.id)?.members.join() !== entity.members.join()) continue;
          linkage.undo(mergeId);
          for (const { id } of parts) {
            const alone = fresh.find((record) => record.id === id);
            const then = before.get(id) ?? JSON.stringify({ id, members: [id], record: alone, facts: [] });
            expect(JSON.stringify(linkage.entityOf(id))).toBe(then);
          }
          undone++;
        }
        // A change that only split somebody is no merge; where there was none, everybody is back.
        const touched = new Set(change.merges.flatMap(({ parts }) => parts.map(({ id }) => id)));
        if (
          change.removed.some((id) => !touched.has(id)) ||
          change.entities.some(({ id, members }) => members.some((member) => before.has(member)) && !touched.has(id))
        )
          return;
        for (const [id, then] of before) expect(JSON.stringify(linkage.entityOf(id))).toBe(then);
        expect(linkage.entities).toHaveLength(before.size + fresh.length);
      }),
      { numRuns: 200 },
    );
    expect(undone).toBeGreaterThan(40);
  });

  test("of a merge of the first run gives single records, of which nothing is merged again by a later change", () => {
    fc.assert(
      fc.property(rows(40, 25), (start) => {
        const linkage = linkRecords(start, options);
        const [merge] = linkage.merges;
        if (merge === undefined) return;
        linkage.undo(merge.mergeId);
        for (const id of merge.entity.members)
          expect(linkage.entityOf(id)).toEqual({ id, members: [id], record: start.find((record) => record.id === id), facts: [] });
        linkage.upsert(start.filter(({ id }) => merge.entity.members.includes(id)));
        for (const id of merge.entity.members)
          for (const other of merge.entity.members) if (id !== other) expect(linkage.entityOf(id)?.members).not.toContain(other);
      }),
      { numRuns: 100 },
    );
  });

  test("of a ruling that two are one gives back the bytes of everybody", () => {
    fc.assert(
      fc.property(rows(40, 25), fc.nat(), fc.nat(), (start, x, y) => {
        const linkage = linkRecords(start, options);
        const [a, b] = [start[x % Math.max(1, start.length)], start[y % Math.max(1, start.length)]];
        if (
          a === undefined ||
          b === undefined ||
          a === b ||
          linkage.entityOf(a.id) === linkage.entityOf(b.id) ||
          (a.list === "clean" && b.list === "clean")
        )
          return;
        const before = bytes(linkage);
        const { merges } = linkage.decide(a.id, b.id, "same");
        expect(linkage.entityOf(a.id)).toBe(linkage.entityOf(b.id));
        const merge = merges.find(({ entity }) => entity.members.includes(a.id));
        if (merge === undefined || merges.length > 1) return;
        linkage.undo(merge.mergeId);
        expect(bytes(linkage)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe("linkRecords", () => {
  test("any order of the records gives the same bytes", () => {
    fc.assert(
      fc.property(rows(60, 40), fc.nat(), (start, seed) => {
        const random = seededRandom(seed);
        const shuffled = start
          .map((record) => ({ record, at: random() }))
          .sort((a, b) => a.at - b.at)
          .map(({ record }) => record);
        const [one, other] = [linkRecords(start, options), linkRecords(shuffled, options)];
        expect(bytes(other)).toBe(bytes(one));
        expect(JSON.stringify(other.pairs)).toBe(JSON.stringify(one.pairs));
        expect(JSON.stringify(other.review)).toBe(JSON.stringify(one.review));
      }),
      { numRuns: 150 },
    );
  });

  test("what is learnt does not depend on the order of the records either", () => {
    const random = seededRandom(3);
    const start = Array.from({ length: 400 }, (_, i) => ({
      id: `r${i}`,
      name: `${"abcdefgh"[Math.floor(random() * 8)]}${Math.floor(random() * 30)}`,
      place: `${"xyz"[Math.floor(random() * 3)]}${Math.floor(random() * 9)}`,
      number: `${"pqrst"[Math.floor(random() * 5)]}${Math.floor(random() * 60)}`,
    }));
    const [one, other] = [linkRecords(start, { comparisons }), linkRecords(start.toReversed(), { comparisons })];
    expect(JSON.stringify(other.model)).toBe(JSON.stringify(one.model));
    expect(bytes(other)).toBe(bytes(one));
  });

  test("prior and steps sum to the weight of every pair exactly", () => {
    fc.assert(
      fc.property(rows(40, 20), (start) => {
        const linkage = linkRecords(start, options);
        for (const { a, b, weightBits, probability } of linkage.pairs) {
          const { priorBits, steps } = linkage.explain(b, a);
          expect(steps.reduce((sum, step) => sum + step.weightBits + step.termBits, priorBits)).toBe(weightBits);
          expect(probability).toBe(probabilityOf(weightBits));
        }
      }),
      { numRuns: 60 },
    );
  });
});
