import { describe, expect, test } from "vitest";
import { FUSION_RULES } from "../../src/linkage/choose-value.js";
import { type FusedFact, type FusionOptions, fuseRecords } from "../../src/linkage/fuse-records.js";
import type { EvidenceLevel, Provenance, Talent } from "../../src/model/index.js";
import { faultOf } from "../fault.js";

const heard = (member: keyof Talent, observedAt: string | undefined, evidence: EvidenceLevel = "claimed", source?: string) => ({
  provenance: { [member]: { ...(observedAt === undefined ? {} : { observedAt }), evidence, ...(source === undefined ? {} : { source }) } },
});

/** The one fact of records that tell of one member. */
function factOf(records: readonly Talent[], options: FusionOptions<Talent> = {}): FusedFact {
  const { facts, record } = fuseRecords<Talent>(records, options);
  expect(facts).toHaveLength(1);
  const [fact] = facts as [FusedFact];
  expect((record as unknown as Record<string, unknown>)[fact.member]).toEqual(fact.value);
  return fact;
}

describe("which value stands", () => {
  test("a value that one record tells is the only one, one that all tell is agreed", () => {
    expect(factOf([{ id: "a", name: "陈一" }, { id: "b" }])).toEqual({
      member: "name",
      value: "陈一",
      rule: "only",
      from: ["a"],
      losers: [],
    });
    expect(
      factOf([
        { id: "b", name: "陈一" },
        { id: "a", name: "陈一" },
      ]),
    ).toMatchObject({ rule: "agreed", from: ["a", "b"], losers: [] });
  });

  test("a stale proof of where somebody works gives way to a fresh claim", () => {
    const fact = factOf([
      { id: "a", organization: "甲厂", ...heard("organization", "2019-01-01", "verified") },
      { id: "b", organization: "乙厂", ...heard("organization", "2026-01-01") },
    ]);
    expect(fact).toEqual({
      member: "organization",
      value: "乙厂",
      rule: "observed",
      from: ["b"],
      losers: [{ value: "甲厂", from: ["a"], rule: "observed" }],
    });
  });

  test("a title that was checked stands against a fresh claim, which is the first among the losers", () => {
    const fact = factOf([
      { id: "a", title: { grade: "associate-senior" }, ...heard("title", "2019-01-01", "verified") },
      { id: "b", title: { grade: "intermediate" } },
      { id: "c", title: { grade: "senior" }, ...heard("title", "2026-01-01") },
    ]);
    expect(fact.value).toEqual({ grade: "associate-senior" });
    expect(fact.rule).toBe("evidence");
    expect(fact.losers.map(({ from }) => from)).toEqual([["b"], ["c"]]);
  });

  test("of two degrees as well attested the higher stands, whichever was looked at last", () => {
    const fact = factOf([
      { id: "a", degree: "master", ...heard("degree", "2019-01-01", "verified") },
      { id: "b", degree: "bachelor", ...heard("degree", "2026-01-01", "verified") },
      { id: "c", degree: "doctor", ...heard("degree", "2026-01-01", "documented") },
    ]);
    expect(fact).toMatchObject({ value: "master", rule: "highest", from: ["a"] });
    expect(fact.losers).toEqual([
      { value: "bachelor", from: ["b"], rule: "highest" },
      { value: "doctor", from: ["c"], rule: "evidence" },
    ]);
  });

  test("a name goes by how many write it so, not by who wrote last", () => {
    const fact = factOf([
      { id: "a", name: "陈玮" },
      { id: "b", name: "陈玮" },
      { id: "c", name: "陈伟", ...heard("name", "2026-01-01") },
    ]);
    expect(fact).toMatchObject({ value: "陈玮", rule: "majority", from: ["a", "b"] });
  });

  test("an unknown date is the oldest, and a date that does not exist is unknown", () => {
    for (const date of [undefined, "2026-02-30", "soon"]) {
      expect(
        factOf([
          { id: "a", phone: "16000000001", ...heard("phone", date) },
          { id: "b", phone: "16000000002", ...heard("phone", "1999-01-01") },
        ]),
      ).toMatchObject({ value: "16000000002", rule: "observed" });
    }
  });

  test("a wider region never wins over one inside it, it backs it", () => {
    const fact = factOf([
      { id: "a", residence: "410900", ...heard("residence", "2026-01-01", "verified") },
      { id: "b", residence: "410922", ...heard("residence", "2019-01-01") },
      { id: "c", residence: "310115", ...heard("residence", "2025-01-01") },
    ]);
    expect(fact).toEqual({
      member: "residence",
      value: "410922",
      rule: "observed",
      from: ["b"],
      losers: [
        { value: "310115", from: ["c"], rule: "observed" },
        { value: "410900", from: ["a"], rule: "detail" },
      ],
    });
  });

  test.each([
    ["title", { grade: "senior" }, { grade: "senior", series: "高等学校教师", name: "教授" }],
    ["organization", "教育局", "南乐县教育局招生办公室"],
    ["organization", "南乐甲食品", "南乐县甲食品有限公司"],
    ["organization", "Ford", "Ford Motor (China)"],
    ["organization", "ＩＢＭ", "IBM中国"],
    ["hometown", "CHN", "410000"],
    ["birth", "1980", "1980-05"],
    ["birth", "1980-05", "1980-05-01"],
  ])("the more exact %s stands: %j gives way to %j", (member, coarse, fine) => {
    const fact = factOf([{ id: "a", [member]: coarse } as Talent, { id: "b", [member]: fine } as Talent]);
    expect(fact).toMatchObject({ value: fine, rule: "detail", losers: [{ value: coarse, from: ["a"] }] });
  });

  test.each([
    ["title", { grade: "associate-senior" }, { grade: "senior", name: "教授" }, "highest"],
    ["organization", "Ford", "Stanford University", "code-point"],
    ["organization", "第3医院", "第13医院", "code-point"],
    ["organization", "北京大学", "南京大学", "code-point"],
    ["post", "经理", "副经理", "code-point"],
    ["hometown", "410922", "410923", "code-point"],
    ["staff", "410900", "410922", "code-point"],
    ["birth", "1980-05", "1981-05-01", "code-point"],
  ])("neither %s is the more exact: %j and %j", (member, one, other, rule) => {
    expect(factOf([{ id: "a", [member]: one } as Talent, { id: "b", [member]: other } as Talent]).rule).toBe(rule);
  });

  test("a caller says what a text names", () => {
    const records = [
      { id: "a", company: "Acme", city: "410000" },
      { id: "b", company: "Acme Tools", city: "410100" },
    ];
    const { record } = fuseRecords(records, { detail: { company: "employer", city: "region" } });
    expect(record).toEqual({ id: "a", company: "Acme Tools", city: "410100" });
  });

  test("a trust that is stated comes before a count, which comes before the smallest text", () => {
    const records = ["web", "hr", "web"].map((source, i) => ({ id: `r${i}`, city: source === "hr" ? "York" : "Leeds", source }));
    const source = (record: { source: string }) => record.source;
    const cityOf = (options: FusionOptions<(typeof records)[number]>) =>
      fuseRecords(records, options).facts.find(({ member }) => member === "city");
    expect(cityOf({ source, sources: ["hr", "web"] })).toMatchObject({ value: "York", rule: "source-order" });
    expect(cityOf({ source, sources: ["hr"] })).toMatchObject({ value: "York", rule: "source-order" });
    expect(cityOf({ source, sources: ["web", "hr"] })).toMatchObject({ value: "Leeds", rule: "source-order" });
    expect(cityOf({})).toMatchObject({ value: "Leeds", rule: "majority" });
    expect(fuseRecords(records.slice(1), {}).facts[0]).toMatchObject({ value: "Leeds", rule: "code-point" });
  });

  test("rules in another order decide otherwise", () => {
    const records: Talent[] = [
      { id: "a", phone: "16000000001", ...heard("phone", "2020-01-01", "verified") },
      { id: "b", phone: "16000000002", ...heard("phone", "2026-01-01") },
      { id: "c", phone: "16000000003" },
      { id: "d", phone: "16000000003" },
    ];
    const phone = (rules: FusionOptions<Talent>["rules"]) => {
      const { value, rule } = factOf(records, rules === undefined ? {} : { rules });
      return [value, rule];
    };
    expect(phone(undefined)).toEqual(["16000000002", "observed"]);
    expect(phone({ phone: ["evidence"] })).toEqual(["16000000001", "evidence"]);
    expect(phone({ phone: ["majority", "observed"] })).toEqual(["16000000003", "majority"]);
    expect(phone({ phone: [] })).toEqual(["16000000001", "code-point"]);
  });

  test("a wish not to be called wins, whoever says otherwise", () => {
    const fact = factOf([
      { id: "a", doNotContact: false, ...heard("doNotContact", "2026-01-01", "verified") },
      { id: "b", doNotContact: true },
      { id: "c" },
    ]);
    expect(fact).toEqual({
      member: "doNotContact",
      value: true,
      rule: "cautious",
      from: ["b"],
      losers: [{ value: false, from: ["a"], rule: "cautious" }],
    });
    expect(factOf([{ id: "a", doNotContact: false }, { id: "b" }])).toMatchObject({ value: false, rule: "only" });
    const optOut = [
      { id: "a", optOut: false },
      { id: "b", optOut: true },
      { id: "c", optOut: false },
    ];
    expect(fuseRecords(optOut).record.optOut).toBe(false);
    expect(fuseRecords(optOut, { rules: { optOut: "cautious" } }).record.optOut).toBe(true);
  });
});

describe("lists", () => {
  test("are united, sorted, and say who told which item", () => {
    const fact = factOf([
      { id: "b", fields: ["0812", "0301"] },
      { id: "a", fields: ["0812", "0812"] },
      { id: "c", fields: [] },
      { id: "d", fields: [] },
    ]);
    expect(fact).toEqual({
      member: "fields",
      value: ["0301", "0812"],
      rule: "union",
      from: ["a", "b"],
      parts: [
        { value: "0301", from: ["b"] },
        { value: "0812", from: ["a", "b"] },
      ],
      losers: [{ value: [], from: ["c", "d"], rule: "union" }],
    });
  });

  test("known to have none stays so where nobody knows any", () => {
    expect(factOf([{ id: "a", fields: [] }, { id: "b", fields: [] }, { id: "c" }])).toMatchObject({ value: [], rule: "agreed" });
  });

  test("are chosen whole where a caller says so, and then [] gives way as the less exact", () => {
    const records: Talent[] = [
      { id: "a", industries: ["1392"] },
      { id: "b", industries: [], ...heard("industries", "2026-01-01", "verified") },
    ];
    expect(factOf(records, { rules: { industries: ["detail", "evidence"] } })).toMatchObject({ value: ["1392"], rule: "detail" });
    expect(factOf(records, { rules: { industries: ["evidence"] } })).toMatchObject({ value: [], rule: "evidence" });
  });

  test("dimensions of a caller are united key by key", () => {
    const { record, facts } = fuseRecords<Talent>([
      { id: "a", facts: { language: ["英语"], skill: [] } },
      { id: "b", facts: { language: ["德语", "英语"] } },
    ]);
    expect(record.facts).toEqual({ language: ["德语", "英语"], skill: [] });
    expect(facts.map(({ member, key, rule }) => [member, key, rule])).toEqual([
      ["facts", "language", "union"],
      ["facts", "skill", "only"],
    ]);
  });

  test("items that are no texts stand in order too, each once", () => {
    const { record } = fuseRecords([
      { id: "a", past: [{ to: 2, from: 1 }, "x", 10] },
      { id: "b", past: [9, { from: 1, to: 2 }, "a b", "a"] },
    ]);
    expect(record.past).toEqual(["a", "a b", "x", 10, 9, { from: 1, to: 2 }]);
  });
});

describe("provenance", () => {
  const from = (source: string, evidence: EvidenceLevel, observedAt: string): Provenance => ({ source, evidence, observedAt });

  test("is the winner's own, of the best record among those that tell the value", () => {
    const { record } = fuseRecords<Talent>([
      { id: "a", degree: "master", phone: "16000000001", provenance: { degree: from("甲", "claimed", "2026-01-01") } },
      {
        id: "b",
        degree: "master",
        phone: "16000000001",
        provenance: { degree: from("乙", "verified", "2020-01-01"), phone: from("乙", "verified", "2020-01-01") },
      },
      {
        id: "c",
        degree: "doctor",
        phone: "16000000001",
        provenance: { degree: from("丙", "claimed", "2026-06-01"), phone: from("丙", "claimed", "2021-01-01") },
      },
    ]);
    // A phone goes by its date, a degree by its proof.
    expect(record.provenance).toEqual({ degree: from("乙", "verified", "2020-01-01"), phone: from("丙", "claimed", "2021-01-01") });
  });

  test("of a united list is that of the worst attested item; none where an item has none", () => {
    const a: Talent = { id: "a", fields: ["0812"], provenance: { fields: from("甲", "verified", "2020-01-01") } };
    const b: Talent = { id: "b", fields: ["0301", "0812"], provenance: { fields: from("乙", "claimed", "2026-01-01") } };
    expect(fuseRecords<Talent>([a, b]).record.provenance).toEqual({ fields: b.provenance?.["fields"] });
    expect(fuseRecords<Talent>([a, { ...b, provenance: {} }]).record.provenance).toEqual({});
  });

  test("of what no record tells any more is kept", () => {
    const records: Talent[] = [
      { id: "a", provenance: { id: from("甲", "claimed", "2020-01-01") } },
      { id: "b", provenance: { id: from("乙", "documented", "2019-01-01") } },
    ];
    expect(fuseRecords<Talent>(records).record.provenance).toEqual({ id: from("乙", "documented", "2019-01-01") });
  });

  test("may be told by the caller; what the record says itself comes first", () => {
    const records = [
      { id: "a", phone: "1", seen: "2026-01-01", provenance: { phone: { observedAt: "2001-01-01" } } },
      { id: "b", phone: "2", seen: "2025-01-01", provenance: {} },
    ];
    const { facts } = fuseRecords(records, { observedAt: ({ seen }, member) => (member === "phone" ? seen : undefined) });
    expect(facts.find(({ member }) => member === "phone")).toMatchObject({ value: "2", rule: "observed" });
    const levels = fuseRecords(records, { rules: { phone: ["evidence"] }, evidence: ({ id }) => (id === "a" ? "documented" : undefined) });
    expect(levels.record.phone).toBe("1");
  });
});

describe("foreign records", () => {
  test("numbers, booleans, nested values and two forms of one member are facts like any other", () => {
    const records = [
      { id: "a", age: 3, tall: true, address: { city: "York", zip: { code: 1 } }, odd: "x" as unknown },
      { id: "b", age: 4, tall: false, address: { zip: { code: 1 }, city: "York" }, odd: ["x"] as unknown },
      { id: "c", age: 4, tall: false, address: { city: "York", zip: { code: 1 } }, odd: undefined },
    ];
    const { record, facts } = fuseRecords(records);
    expect(record).toEqual({ id: "a", age: 4, tall: false, address: records[0]?.address, odd: "x" });
    expect(facts.map(({ member, rule }) => [member, rule])).toEqual([
      ["address", "agreed"],
      ["age", "majority"],
      ["odd", "code-point"],
      ["tall", "majority"],
    ]);
  });

  test("members called facts and provenance that have another form are ordinary", () => {
    const records = [
      { id: "a", facts: "tall", provenance: "hr" },
      { id: "b", facts: "tall", provenance: "web" },
    ];
    expect(fuseRecords(records).record).toEqual({ id: "a", facts: "tall", provenance: "hr" });
    expect(fuseRecords(records).facts.map(({ member, rule }) => [member, rule])).toEqual([
      ["facts", "agreed"],
      ["provenance", "code-point"],
    ]);
  });

  test("null, undefined and the empty text are no values", () => {
    const records = [
      { id: "a", x: null, y: undefined, z: "", t: 0 },
      { id: "b", x: null, y: undefined, z: "z", t: 0 },
    ];
    expect(fuseRecords(records).record).toEqual({ id: "a", z: "z", t: 0 });
  });

  test("hostile names and texts are data", () => {
    const long = "长".repeat(50_000);
    const a = JSON.parse(
      '{"id":"a","__proto__":"x","constructor":1,"𠮷":"\\ud800","facts":{"__proto__":["p"]},"provenance":{"__proto__":{"evidence":"verified"}}}',
    );
    const b = JSON.parse(`{"id":"b","__proto__":"y","toString":2,"𠮷":"\\udfff","ﬀ":1,"organization":"${long}"}`);
    const c = { id: "c", organization: `${long}厂` };
    const { record, facts } = fuseRecords<{ id: string }>([a, b, c]);
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect(JSON.stringify(Object.getOwnPropertyDescriptor(record, "__proto__")?.value)).toBe('"x"');
    expect(facts.map(({ member }) => member)).toEqual(["__proto__", "constructor", "facts", "organization", "toString", "ﬀ", "𠮷"]);
    expect(facts[0]).toMatchObject({ value: "x", rule: "evidence" });
    expect(facts.find(({ member }) => member === "organization")?.value).toBe(c.organization);
    expect(({} as Record<string, unknown>)["p"]).toBeUndefined();
  });
});

describe("what is asked", () => {
  const one = [{ id: "a", x: 1 as unknown }];

  test("no records, a record without an id and ids told twice are refused", () => {
    expect(faultOf(() => fuseRecords([])).code).toBe("invalid-argument");
    expect(faultOf(() => fuseRecords("ab" as unknown as { id: string }[])).code).toBe("invalid-argument");
    for (const bad of [null, {}, { id: 3 }])
      expect(faultOf(() => fuseRecords([...one, bad] as { id: string }[]))).toMatchObject({
        code: "invalid-argument",
        path: ["records", 1],
      });
    expect(faultOf(() => fuseRecords([{ id: "a" }, { id: "b" }, { id: "a" }])).code).toBe("duplicate-id");
  });

  test("what JSON cannot hold is refused by member, without its value", () => {
    const circle: unknown[] = [];
    circle.push(circle);
    for (const x of [Number.NaN, 1n, () => 1, new Date(0), new Map(), [undefined], circle]) {
      expect(faultOf(() => fuseRecords([{ id: "a", x }]))).toMatchObject({ code: "invalid-argument", path: ["x"] });
    }
  });

  test("unknown and senseless options are refused by name", () => {
    const fault = (options: unknown) => faultOf(() => fuseRecords(one, options as FusionOptions<{ id: string }>));
    expect(fault({ rule: {} }).code).toBe("unknown-option");
    for (const [options, path] of [
      [{ id: "" }, "id"],
      [{ sources: "hr" }, "sources"],
      [{ rules: [] }, "rules"],
      [{ rules: { x: "best" } }, "rules.x"],
      [{ rules: { x: ["only"] } }, "rules.x"],
      [{ rules: { doNotContact: ["observed"] } }, "rules.doNotContact"],
      [{ detail: { x: "name" } }, "detail.x"],
      [{ detail: null }, "detail"],
      [{ evidence: "verified" }, "evidence"],
    ] as const)
      expect(fault(options)).toMatchObject({ code: "invalid-option", path: [path] });
  });

  test("the id is the caller's, else the smallest by code point; it is no fact", () => {
    const records = [{ id: "😀" }, { id: "\uff5e" }];
    expect(fuseRecords(records)).toEqual({ record: { id: "\uff5e" }, facts: [] });
    expect(fuseRecords(records, { id: "p1" }).record.id).toBe("p1");
  });

  test("what is made shares nothing: a changed record changes no fact", () => {
    const { record, facts } = fuseRecords<Talent>([
      { id: "a", fields: ["0301"], provenance: { fields: { source: "甲" } } },
      { id: "b", fields: ["0812"], provenance: { fields: { source: "乙" } } },
    ]);
    const before = JSON.stringify(facts);
    (record.fields as string[]).push("x");
    expect(JSON.stringify(facts)).toBe(before);
  });

  test("every rule has a name of its own", () => {
    expect(new Set(FUSION_RULES).size).toBe(FUSION_RULES.length);
  });
});
