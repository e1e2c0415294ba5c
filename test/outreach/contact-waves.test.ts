import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/index.js";
import { type ContactWavesOptions, contactWaves } from "../../src/outreach/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const talents = deepFreeze([{ id: "t1" }, { id: "t2" }, { id: "t3" }]);
const demands: readonly Demand[] = deepFreeze([
  { id: "d1", enterprise: "甲食品有限公司", requirements: [] },
  { id: "d2", enterprise: "甲食品公司", urgency: 5, requirements: [] },
  { id: "d3", requirements: [] },
]);
const proposal = (talent: string, demand: string, points = 500_000) => ({ talent, demand, points });
const of = (plan: ReturnType<typeof contactWaves>) =>
  plan.waves.map(({ contacts }) => contacts.map(({ talent, demand }) => `${talent} ${demand}`).join(", "));

describe("contactWaves", () => {
  test("urgency goes before points, points before ids", () => {
    const plan = contactWaves(
      [proposal("t1", "d3", 900_000), proposal("t2", "d2", 100_000), proposal("t3", "d1", 800_000), proposal("t2", "d3", 800_000)],
      { talents, demands, contactsPerWeek: 1 },
    );
    expect(of(plan)).toEqual(["t2 d2", "t1 d3", "t2 d3", "t3 d1"]);
  });

  test("a person is asked once a week and three times in all by default", () => {
    const many: readonly Demand[] = ["a", "b", "c", "d"].map((id) => ({ id, requirements: [] }));
    const plan = contactWaves(
      many.map(({ id }) => proposal("t1", id)),
      { talents, demands: many },
    );
    expect(of(plan)).toEqual(["t1 a", "t1 b", "t1 c"]);
    expect(plan.left).toEqual([{ ...proposal("t1", "d"), reason: "talent-cap" }]);
  });

  test("an enterprise has five contacts a week and the office fifty by default, whatever the spelling of the one", () => {
    const crowd = Array.from({ length: 60 }, (_, i) => ({ id: `t${String(i).padStart(2, "0")}` }));
    const toOne = contactWaves(
      crowd.map(({ id }, i) => proposal(id, i % 2 ? "d1" : "d2")),
      { talents: crowd, demands },
    );
    expect(toOne.waves.map(({ contacts }) => contacts.length)).toEqual(Array(12).fill(5));
    const toNone = contactWaves(
      crowd.map(({ id }) => proposal(id, "d3")),
      { talents: crowd, demands },
    );
    expect(toNone.waves.map(({ contacts }) => contacts.length)).toEqual([50, 10]);
  });

  test("what shuts every week by itself is told, else the limit of weeks", () => {
    const reasons = (given: readonly ReturnType<typeof proposal>[], options: Partial<ContactWavesOptions>) =>
      contactWaves(given, { talents, demands, weeks: 1, ...options }).left.map(({ reason }) => reason);
    expect(reasons([proposal("t1", "d1"), proposal("t1", "d3")], {})).toEqual(["talent-cap"]);
    expect(reasons([proposal("t1", "d1"), proposal("t2", "d1")], { contactsPerEnterprisePerWeek: 1 })).toEqual(["enterprise-cap"]);
    expect(reasons([proposal("t1", "d1"), proposal("t2", "d3")], { contactsPerWeek: 1 })).toEqual(["week-limit"]);
    // Week 1 is full for the enterprise, week 2 for the person: neither shuts both.
    const crossed = [proposal("t1", "d2"), proposal("t3", "d3", 9), proposal("t2", "d3", 8), proposal("t2", "d1", 1)];
    const tight = { weeks: 2, contactsPerEnterprisePerWeek: 1, contactsPerWeek: 2 };
    expect(reasons(crossed, tight)).toEqual(["week-limit"]);
    expect(reasons(crossed, { ...tight, weeks: 3 })).toEqual([]);
    expect(reasons(crossed, { ...tight, contactsPerTalent: 1 })).toEqual(["talent-cap"]);
  });

  test("weeks are dated from the given day, over the ends of months and years", () => {
    const plan = contactWaves([proposal("t1", "d1"), proposal("t1", "d2"), proposal("t1", "d3")], { talents, demands, from: "2027-12-20" });
    expect(plan.waves.map(({ from }) => from)).toEqual(["2027-12-20", "2027-12-27", "2028-01-03"]);
    const undated = contactWaves([proposal("t1", "d1")], { talents, demands });
    expect(undated.waves).toEqual([{ week: 1, contacts: [proposal("t1", "d1")] }]);
  });

  test("what a proposal holds besides stays with it, and the given objects stand in the waves", () => {
    const listed = deepFreeze([{ ...proposal("t1", "d1"), rank: 4 }]);
    expect(contactWaves(listed, { talents, demands }).waves[0]?.contacts[0]).toBe(listed[0]);
    expect(contactWaves(listed, { talents: [{ id: "t1", doNotContact: true }], demands }).left[0]?.rank).toBe(4);
    expect(contactWaves([], { talents, demands })).toEqual({ waves: [], left: [] });
  });

  test.each([
    ["an unknown talent", [proposal("t9", "d1")], "invalid-argument", "proposals.0.talent"],
    ["an unknown demand", [proposal("t1", "d1"), proposal("t1", "d9")], "invalid-argument", "proposals.1.demand"],
    ["a pair twice", [proposal("t1", "d1", 1), proposal("t1", "d1", 2)], "invalid-argument", "proposals.1"],
    ["points of NaN", [proposal("t1", "d1", Number.NaN)], "invalid-argument", "proposals.0.points"],
    ["no points", [{ talent: "t1", demand: "d1" }], "invalid-argument", "proposals.0.points"],
    ["no proposal", [null], "invalid-argument", "proposals.0.talent"],
    ["no list", "t1", "invalid-argument", "proposals"],
  ])("proposals that are none are refused: %s", (_, proposals, code, path) => {
    const error = faultOf(() => contactWaves(proposals as never, { talents, demands }));
    expect([error.code, error.path.join(".")]).toEqual([code, path]);
    expect(error.message).not.toMatch(/t9|d9/);
  });

  test.each([
    ["no options", undefined, "invalid-argument", "talents"],
    ["no demands", { demands: undefined }, "invalid-argument", "demands"],
    ["a talent twice", { talents: [{ id: "t1" }, { id: "t1" }] }, "duplicate-id", "1.id"],
    ["a demand without an id", { demands: [{ requirements: [] }] }, "invalid-demand", "0.id"],
    ["a cap of zero", { contactsPerWeek: 0 }, "invalid-option", "contactsPerWeek"],
    ["half a contact", { contactsPerTalent: 0.5 }, "invalid-option", "contactsPerTalent"],
    ["a cap of NaN", { contactsPerTalentPerWeek: Number.NaN }, "invalid-option", "contactsPerTalentPerWeek"],
    ["a cap as text", { contactsPerEnterprisePerWeek: "5" }, "invalid-option", "contactsPerEnterprisePerWeek"],
    ["no weeks", { weeks: 0 }, "invalid-option", "weeks"],
    ["a day that is none", { from: "2026-02-30" }, "invalid-option", "from"],
    ["a day at the end of all dates", { from: "9999-12-27" }, "invalid-option", "from"],
    ["another way with moves", { countyMoves: "forbid" }, "invalid-option", "countyMoves"],
    ["an unknown option", { perWeek: 3 }, "unknown-option", "perWeek"],
  ])("options that are none are refused: %s", (_, options, code, path) => {
    const given = options === undefined ? undefined : { talents, demands, ...options };
    const error = faultOf(() => contactWaves([proposal("t1", "d1"), proposal("t1", "d3")], given as never));
    expect([error.code, error.path.join(".")]).toEqual([code, path]);
  });
});
