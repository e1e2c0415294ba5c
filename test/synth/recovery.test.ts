import { describe, expect, test } from "vitest";
import { defaultChains } from "../../src/chain/index.js";
import type { Demand, Requirement, Talent } from "../../src/model/index.js";
import { readDemands, readTalents } from "../../src/registry/index.js";
import { type SyntheticCounty, synthesiseCounty } from "../../src/synth/index.js";

const LISTS = ["officials", "experts", "business"] as const;
const MEMBERS = [
  "name",
  "residence",
  "hometown",
  "fields",
  "degree",
  "title",
  "organization",
  "post",
  "industries",
  "phone",
  "email",
] as const;
type Member = (typeof MEMBERS)[number];

/** A fact as text, so that two readings compare; of a title the grade, which is what counts. */
function factText(talent: Talent, member: Member): string | undefined {
  if (member === "title") return talent.title?.grade;
  const value = talent[member];
  return value === undefined || typeof value === "string" ? value : [...value].sort().join();
}

interface Recovery {
  told: number;
  recovered: number;
  /** Read as something else than it is: worse than not read. */
  wrong: number;
}

/** Reads the three lists back and compares every fact that a row still tells with the truth. */
function recover({ talents, tables, truth }: SyntheticCounty): Map<Member, Recovery> {
  const byId = new Map(talents.map((talent) => [talent.id, talent]));
  const found = new Map<Member, Recovery>(MEMBERS.map((member) => [member, { told: 0, recovered: 0, wrong: 0 }]));
  for (const list of LISTS) {
    const { records, counts } = readTalents(tables[list]);
    expect(counts.rows).toBe(tables[list].rows.length);
    const rows = truth.rows[list].filter((row) => row.kind === "record");
    expect(records).toHaveLength(rows.length);
    for (const [i, row] of rows.entries()) {
      const person = byId.get(row.person) as Talent;
      for (const member of MEMBERS) {
        const fact = factText(person, member);
        if (fact === undefined || row.lost.includes(member) || row.altered.includes(member)) continue;
        const tally = found.get(member) as Recovery;
        const read = factText(records[i] as Talent, member);
        tally.told++;
        if (read === fact) tally.recovered++;
        else if (read !== undefined) tally.wrong++;
      }
    }
  }
  return found;
}

function total(tallies: Iterable<Recovery>, of: keyof Recovery): number {
  let sum = 0;
  for (const tally of tallies) sum += tally[of];
  return sum;
}

describe("facts that survive the dirt", () => {
  test("clean lists are read back to 99.9 %", () => {
    const found = [...recover(synthesiseCounty({ seed: 1, demands: 0, dirt: false })).values()];
    expect(total(found, "recovered") / total(found, "told")).toBeGreaterThanOrEqual(0.999);
  });

  test("of the facts that dirty lists still tell, at least 99 % are read back, and at most one in a thousand as something else", () => {
    const found = recover(synthesiseCounty({ seed: 1, demands: 0 }));
    for (const [member, { told, recovered }] of found) {
      expect(told, member).toBeGreaterThan(500);
      expect(recovered / told, member).toBeGreaterThanOrEqual(0.98);
    }
    expect(total(found.values(), "recovered") / total(found.values(), "told")).toBeGreaterThanOrEqual(0.99);
    expect(total(found.values(), "wrong") / total(found.values(), "told")).toBeLessThanOrEqual(0.001);
  });

  test("a dirtier office loses facts to its cells, not to the reader", () => {
    const rates = {
      "missing-mark": 0.1,
      "phone-format": 0.6,
      "stray-blank": 0.2,
      "trailing-note": 0.1,
      "blank-in-name": 0.5,
      "date-serial": 0.5,
    };
    const found = [...recover(synthesiseCounty({ seed: 8, talents: 800, demands: 0, dirt: rates })).values()];
    expect(total(found, "recovered") / total(found, "told")).toBeGreaterThanOrEqual(0.985);
  });
});

describe("what firms asked", () => {
  const county = synthesiseCounty({ seed: 1 });
  const byId = new Map(county.demands.map((demand) => [demand.id, demand]));
  const key = ({ dimension, kind, values, basis }: Requirement) => [dimension, kind, [...values].sort().join(), basis ?? ""].join(":");
  const pairs: { asked: Demand; read: Demand }[] = [];
  for (const [i, table] of county.tables.demands.entries()) {
    const { records } = readDemands(table, { chains: defaultChains });
    const rows = (county.truth.rows.demands[i] ?? []).filter((row) => row.kind === "record");
    expect(records).toHaveLength(rows.length);
    for (const [j, row] of rows.entries()) {
      if (row.lost.length === 0) pairs.push({ asked: byId.get(row.demand) as Demand, read: records[j] as Demand });
    }
  }

  test("enterprise, post, chain, headcount, urgency, round and workplace come back", () => {
    expect(pairs.length).toBeGreaterThan(600);
    for (const { asked, read } of pairs) {
      for (const member of ["enterprise", "post", "chain", "headcount", "urgency", "round", "workplace"] as const)
        expect(read[member], member).toBe(asked[member]);
    }
  });

  test("the requirements come back, hard as hard and soft as soft, for at least 97 % of the posts that name a field", () => {
    const naming = pairs.filter(({ asked }) => asked.requirements.some(({ dimension }) => dimension === "field"));
    const same = naming.filter(
      ({ asked, read }) => asked.requirements.map(key).sort().join(" ") === read.requirements.map(key).sort().join(" "),
    );
    expect(same.length / naming.length).toBeGreaterThanOrEqual(0.97);
  });

  test("pay comes back from the sheet that calls it 月薪", () => {
    const later = pairs.filter(({ asked }) => asked.round === "2026H1");
    for (const { asked, read } of later) expect(read.payPerMonthYuan).toEqual(asked.payPerMonthYuan);
  });
});
