import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { parseDemand, parseTalent, type Talent } from "../../src/model/index.js";
import { DIRT_RATES, PHONE_PREFIXES, streamTalents, synthesiseCounty, type TalentRowTruth } from "../../src/synth/index.js";
import { degrees, fields, industries, regions, resolveTitle, titles } from "../../src/taxonomy/index.js";

const county = synthesiseCounty({ seed: 1 });
const lists = ["officials", "experts", "business"] as const;
const isRecord = (row: { kind: string }): row is TalentRowTruth => row.kind === "record";

/** Every talent row by person and copy, without its serial number. */
function rowsByPerson({ tables, truth }: typeof county): Map<string, string> {
  const found = new Map<string, string>();
  for (const list of lists) {
    for (const [i, row] of truth.rows[list].entries()) {
      if (isRecord(row)) found.set(`${row.person}/${row.copy}`, JSON.stringify([list, tables[list].rows[i]?.slice(1), row]));
    }
  }
  return found;
}

describe("determinism", () => {
  test("the same seed gives the same bytes, another seed does not", () => {
    expect(JSON.stringify(synthesiseCounty({ seed: 1 }))).toBe(JSON.stringify(county));
    expect(JSON.stringify(synthesiseCounty({ seed: 2 }))).not.toBe(JSON.stringify(county));
    expect(synthesiseCounty({ seed: 2 ** 32, talents: 20 }).talents).not.toEqual(synthesiseCounty({ seed: 0, talents: 20 }).talents);
  });

  test("person i, demand i and their rows do not depend on how many there are", () => {
    const small = synthesiseCounty({ seed: 1, talents: 137, demands: 29 });
    expect(small.talents).toEqual(county.talents.slice(0, 137));
    expect(small.demands).toEqual(county.demands.slice(0, 29));
    const large = rowsByPerson(county);
    for (const [key, row] of rowsByPerson(small)) expect(large.get(key)).toBe(row);
  });

  test("the stream gives the same persons, and its count costs nothing until it is walked", () => {
    expect([...streamTalents({ seed: 1, count: 300 })]).toEqual(county.talents.slice(0, 300));
    expect(streamTalents({ seed: 1, count: Number.MAX_SAFE_INTEGER }).next().value).toEqual(county.talents[0]);
    expect([...streamTalents({ seed: 1, count: 0 })]).toEqual([]);
  });

  test("clean and dirty sheets tell of the same people in the same order", () => {
    const clean = synthesiseCounty({ seed: 1, dirt: false });
    expect(clean.talents).toEqual(county.talents);
    expect(clean.demands).toEqual(county.demands);
    const people = (rows: (typeof county)["truth"]["rows"]["experts"]) =>
      rows.filter(isRecord).map(({ person, copy }) => `${person}/${copy}`);
    for (const list of lists) expect(people(clean.truth.rows[list])).toEqual(people(county.truth.rows[list]));
    expect(lists.flatMap((list) => clean.truth.rows[list]).every((row) => isRecord(row) && row.dirt.length === 0)).toBe(true);
  });
});

describe("people", () => {
  test("every record is a talent of the schema with codes that exist", () => {
    expect(county.talents).toHaveLength(2700);
    expect(new Set(county.talents.map(({ id }) => id)).size).toBe(2700);
    for (const talent of county.talents) {
      expect(parseTalent(talent)).toEqual(talent);
      for (const code of talent.fields ?? []) expect(fields.has(code), code).toBe(true);
      for (const code of talent.industries ?? []) expect(industries.has(code), code).toBe(true);
      for (const code of [talent.residence, talent.hometown]) {
        if (code !== undefined && code.length === 6) expect(regions.has(code), code).toBe(true);
      }
      const title = talent.title?.name;
      if (title !== undefined) {
        const read = resolveTitle(title);
        expect(read.status === "resolved" ? read.value.grade : read.status, title).toBe(talent.title?.grade);
      }
    }
  });

  test("no phone is of an allotted range or shared, no e-mail leaves example.com", () => {
    const phones = [...streamTalents({ seed: 9, count: 20_000 })].flatMap(({ phone }) => (phone === undefined ? [] : [phone]));
    expect(phones.length).toBeGreaterThan(17_000);
    expect(phones.every((phone) => /^\d{11}$/.test(phone) && PHONE_PREFIXES.some((prefix) => phone.startsWith(prefix)))).toBe(true);
    expect(new Set(phones.map((phone) => phone.slice(3))).size).toBe(phones.length);
    expect(county.talents.every(({ email }) => email === undefined || email.endsWith("@example.com"))).toBe(true);
  });

  test("every member is missing for some and known for most, e-mails aside", () => {
    for (const member of ["residence", "hometown", "fields", "degree", "title", "organization", "post", "phone", "industries"] as const) {
      const known = county.talents.filter((talent) => talent[member] !== undefined).length / county.talents.length;
      expect(known, member).toBeGreaterThan(0.6);
      expect(known, member).toBeLessThan(1);
    }
  });

  test("names hold what breaks programs: rare Han, dots, compound surnames, and one name on different people", () => {
    const names = [...streamTalents({ seed: 3, count: 20_000 })].map(({ name }) => name ?? "");
    expect(names.some((name) => name.includes("𠮷"))).toBe(true);
    expect(names.some((name) => name.includes("·"))).toBe(true);
    expect(names.some((name) => name.startsWith("欧阳"))).toBe(true);
    const shared = county.talents.length - new Set(county.talents.map(({ name }) => name)).size;
    expect(shared).toBeGreaterThan(county.talents.length / 100);
  });

  test("where people live and come from is as the county tells it", () => {
    const share = (is: (talent: Talent) => boolean | undefined) => county.talents.filter(is).length / county.talents.length;
    expect(share(({ hometown }) => hometown === "410923")).toBeGreaterThan(0.85);
    const cities = ["31", "12", "11", "4101", "4109"];
    for (const city of cities)
      expect(
        share(({ residence }) => residence?.startsWith(city)),
        city,
      ).toBeGreaterThan(0.07);
    expect(share(({ residence }) => cities.some((city) => residence?.startsWith(city)))).toBeGreaterThan(0.55);
  });

  test("titles rise with degrees, and experts hold higher degrees than business people", () => {
    const mean = (people: readonly Talent[], level: (talent: Talent) => number | undefined) => {
      const known = people.map(level).filter((value) => value !== undefined);
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    const grade = ({ title }: Talent) => (title === undefined ? undefined : titles.rank(title.grade));
    const experts = county.talents.filter(({ categories }) => categories?.includes("expert"));
    const of = (degree: Talent["degree"]) => experts.filter((talent) => talent.degree === degree);
    expect(mean(of("master"), grade)).toBeGreaterThan(mean(of("bachelor"), grade));
    expect(mean(of("doctor"), grade)).toBeGreaterThan(mean(of("master"), grade));
    const level = ({ degree }: Talent) => (degree === undefined ? undefined : degrees.rank(degree));
    const business = county.talents.filter(({ categories }) => categories?.includes("business"));
    expect(mean(experts, level)).toBeGreaterThan(mean(business, level) + 0.5);
  });
});

describe("sheets and their truth", () => {
  test("the three lists have layouts of their own, and every row is accounted for", () => {
    expect(new Set(lists.map((list) => county.tables[list].header.join())).size).toBe(3);
    for (const list of lists) expect(county.truth.rows[list]).toHaveLength(county.tables[list].rows.length);
    expect(county.truth.rows.demands.map((rows) => rows.length)).toEqual(county.tables.demands.map(({ rows }) => rows.length));
    expect(JSON.parse(JSON.stringify(county.truth))).toEqual(county.truth);
  });

  test("everybody stands in the lists, first in the one of his category, and every demand in the sheet of its round", () => {
    const originals = lists.flatMap((list) => county.truth.rows[list].filter(isRecord).filter(({ copy }) => copy === 0));
    expect(originals.map(({ person }) => person).sort()).toEqual(county.talents.map(({ id }) => id));
    const list = { official: "officials", expert: "experts", business: "business" } as const;
    for (const talent of county.talents.slice(0, 200)) {
      const home = county.truth.rows[list[talent.categories?.[0] ?? "expert"]];
      expect(home.some((row) => isRecord(row) && row.person === talent.id && row.copy === 0)).toBe(true);
    }
    expect(county.tables.demands.map(({ name }) => name)).toEqual(["demands#2025H2", "demands#2026H1"]);
    const told = county.truth.rows.demands.flatMap((rows) => rows.flatMap((row) => (row.kind === "record" ? [row.demand] : [])));
    expect(told.sort()).toEqual(county.demands.map(({ id }) => id));
  });

  test.each([
    [2700, 0.06],
    [1000, 0.06],
    [500, 0.25],
    [50, 1],
    [300, 0],
  ])("of %i persons a share of %f stands twice, to within one", (talents, duplicateShare) => {
    const { truth } = synthesiseCounty({ seed: 5, talents, demands: 0, duplicateShare });
    expect(Math.abs(truth.duplicates.length - talents * duplicateShare)).toBeLessThanOrEqual(1);
  });

  test("duplicates name the rows of their person, mostly in another list, and are written differently", () => {
    let elsewhere = 0;
    for (const { person, rows } of county.truth.duplicates) {
      expect(rows.length).toBeGreaterThan(1);
      for (const { table, row } of rows) expect(county.truth.rows[table][row]).toMatchObject({ kind: "record", person });
      if (new Set(rows.map(({ table }) => table)).size > 1) elsewhere++;
      expect(new Set(rows.map(({ table, row }) => county.tables[table].rows[row]?.slice(1).join())).size).toBe(rows.length);
    }
    expect(elsewhere / county.truth.duplicates.length).toBeGreaterThan(0.6);
  });

  test("every kind of dirt falls somewhere in the county, and none where its rate is 0", () => {
    const seen = new Set<string>();
    for (const row of [...lists.flatMap((list) => county.truth.rows[list]), ...county.truth.rows.demands.flat()]) {
      if (row.kind === "record") for (const name of row.dirt) seen.add(name);
      else seen.add({ total: "total-row", "repeated-header": "repeated-header", blank: "blank-row" }[row.kind]);
    }
    expect([...seen].sort()).toEqual(Object.keys(DIRT_RATES).sort());
    const spared = synthesiseCounty({ seed: 1, talents: 500, demands: 100, dirt: { "missing-mark": 0, "total-row": 0 } });
    const kinds = lists.flatMap((list) => spared.truth.rows[list]).flatMap((row): string[] => (isRecord(row) ? [...row.dirt] : [row.kind]));
    expect(kinds).not.toContain("missing-mark");
    expect(kinds).not.toContain("total");
    expect(kinds).toContain("region-spelling");
  });

  test("a fact counts as lost where no cell of the row says it", () => {
    const drowned = synthesiseCounty({ seed: 4, talents: 60, demands: 10, dirt: { "missing-mark": 1 } });
    const byId = new Map(drowned.talents.map((talent) => [talent.id, talent]));
    for (const list of lists) {
      for (const row of drowned.truth.rows[list].filter(isRecord)) {
        const talent = byId.get(row.person);
        const known = ["hometown", "residence", "degree", "title", "organization", "phone"].filter(
          (m) => talent?.[m as keyof Talent] !== undefined,
        );
        expect(row.lost).toEqual(expect.arrayContaining(known));
        expect(row.lost).not.toContain("name");
      }
    }
  });
});

describe("demands", () => {
  test("every demand is of the schema, over fifteen chains and two rounds", () => {
    expect(county.demands).toHaveLength(900);
    for (const demand of county.demands) expect(parseDemand(demand)).toEqual(demand);
    expect(new Set(county.demands.map(({ chain }) => chain)).size).toBe(15);
    expect(new Set(county.demands.map(({ round }) => round))).toEqual(new Set(["2025H2", "2026H1"]));
  });

  test("protected limits are only ever ignored", () => {
    const asked = county.demands.flatMap(({ requirements }) => requirements);
    const limits = asked.filter(({ dimension }) => dimension === "age" || dimension === "sex");
    expect(limits.length).toBeGreaterThan(50);
    expect(limits.every(({ kind }) => kind === "ignore")).toBe(true);
    expect(asked.every(({ sourceText }) => sourceText !== undefined)).toBe(true);
  });

  test("the caller's rounds and chains are used", () => {
    const chain = {
      id: "c",
      name: "链",
      version: "1",
      provenance: "test",
      segments: [{ id: "s", name: "环节", stage: "midstream" as const, feeds: [], fields: { "0805": 1000 }, industries: {} }],
    };
    const own = synthesiseCounty({ seed: 1, talents: 5, demands: 40, rounds: ["2027H1", "2027H2", "2028H1"], chains: [chain] });
    expect(own.tables.demands).toHaveLength(3);
    expect(new Set(own.demands.map(({ chain: id, segment }) => `${id}/${segment}`))).toEqual(new Set(["c/s"]));
  });
});

describe("arguments", () => {
  test.each([
    [{ seed: -1 }, "invalid-option"],
    [{ seed: 0.5 }, "invalid-option"],
    [{ seed: 1, talents: -1 }, "invalid-option"],
    [{ seed: 1, duplicateShare: Number.NaN }, "invalid-option"],
    [{ seed: 1, duplicateShare: 1.5 }, "invalid-option"],
    [{ seed: 1, dirt: { "missing-mark": 2 } }, "invalid-option"],
    [{ seed: 1, dirt: { mud: 0.1 } }, "unknown-option"],
    [{ seed: 1, rounds: [] }, "invalid-option"],
    [{ seed: 1, rounds: ["a", "a"] }, "invalid-option"],
    [{ seed: 1, chains: [] }, "invalid-option"],
    [{ seed: 1, chains: [{ id: "c", name: "c", version: "1", provenance: "x", segments: [] }] }, "invalid-chain"],
    [{ seed: 1, people: 3 }, "unknown-option"],
    [{}, "invalid-option"],
  ])("%j is refused as %s", (options, code) => {
    try {
      synthesiseCounty(options as never);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(GuiyanError);
      expect((error as GuiyanError).code).toBe(code);
    }
  });

  test("a stream refuses bad options on the call, not on the first step", () => {
    expect(() => streamTalents({ seed: 1, count: -1 })).toThrow(GuiyanError);
    expect(() => streamTalents({ seed: 1, count: 1, n: 2 } as never)).toThrow(GuiyanError);
  });

  test("an empty county has its sheets", () => {
    const empty = synthesiseCounty({ seed: 1, talents: 0, demands: 0 });
    expect(lists.map((list) => empty.tables[list].rows.length)).toEqual([0, 0, 0]);
    expect(empty.tables.demands.map(({ rows }) => rows.length)).toEqual([0, 0]);
    expect(empty.truth.duplicates).toEqual([]);
  });
});
