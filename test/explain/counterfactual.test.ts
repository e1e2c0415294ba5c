import { describe, expect, test } from "vitest";
import { counterfactual } from "../../src/explain/index.js";
import { nearestWeights } from "../../src/explain/nearest-weights.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import type { Criteria } from "../../src/scoring/index.js";
import { codeLabel } from "../../src/taxonomy/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const ask = (requirements: Demand["requirements"], rest: Partial<Demand> = {}): Demand => ({ id: "d", requirements, ...rest });
const facts = (
  talent: Talent,
  demand: Demand,
  talents: readonly Talent[],
  rest: { k?: number; criteria?: Criteria; fixed?: readonly never[]; limit?: number } = {},
) => counterfactual(deepFreeze(talent), deepFreeze(demand), { talents: deepFreeze(talents), k: 1, change: "facts", ...rest });
const weights = (
  talent: Talent,
  demand: Demand,
  talents: readonly Talent[],
  rest: { k?: number; criteria?: Criteria; limit?: number } = {},
) => counterfactual(deepFreeze(talent), deepFreeze(demand), { talents: deepFreeze(talents), k: 1, change: "weights", ...rest });

const degree = (level: string, rest: object = {}) => ({ dimension: "degree", kind: "soft" as const, values: [level], ...rest });
const title = (grade: string, rest: object = {}) => ({ dimension: "title", kind: "soft" as const, values: [grade], ...rest });
const place = (kind: "soft" | "hard" | "exclude", values: string[], rest: object = {}) => ({ dimension: "region", kind, values, ...rest });

describe("counterfactual over facts", () => {
  test("who is in already is told so, with the place and the one to stay ahead of", () => {
    const told = facts({ id: "b", degree: "doctor" }, ask([degree("doctor")]), [
      { id: "c", degree: "doctor" },
      { id: "e", degree: "none" },
    ]);
    expect(told).toEqual({
      status: "in",
      before: { points: 1_000_000, low: 1_000_000, high: 1_000_000, candidate: true, rank: 1 },
      bar: { id: "c", points: 1_000_000 },
      sentence: { zh: "已在前1名之内：100分，第1名。", en: "Already in the top 1: 100 points, place 1." },
    });
  });

  test("with fewer than k others, being a candidate is enough", () => {
    const demand = ask([{ dimension: "degree", kind: "hard", values: ["master"] }]);
    const told = facts({ id: "b", degree: "none" }, demand, [], { k: 3 });
    expect(told).toMatchObject({
      status: "change",
      changes: [{ fact: "degree", kind: "change", from: ["none"], to: ["master"], steps: 3 }],
    });
    expect(told.bar).toBeUndefined();
  });

  test("an equal with the earlier id is passed by a tie, one with a later id is not", () => {
    const demand = ask([degree("doctor")]);
    const rival = { id: "m", degree: "master" as const };
    expect(facts({ id: "a", degree: "associate" }, demand, [rival])).toMatchObject({ status: "change", changes: [{ to: ["master"] }] });
    expect(facts({ id: "z", degree: "associate" }, demand, [rival])).toMatchObject({ status: "change", changes: [{ to: ["doctor"] }] });
  });

  test("learning comes before changing, and few facts before few levels", () => {
    const demand = ask([degree("doctor", { weight: 500 }), title("senior", { weight: 500 })]);
    const rival: Talent = { id: "a", degree: "master", title: { grade: "senior" } };
    const unknown = facts({ id: "t", degree: "doctor" }, demand, [rival]);
    expect(unknown).toMatchObject({ changes: [{ fact: "title", kind: "learn", to: ["senior"], from: undefined }], after: { rank: 1 } });
    // One fact by three levels rather than two facts by one each.
    const middling: Talent = { id: "a", degree: "master", title: { grade: "associate-senior" } };
    const known = facts({ id: "t", degree: "master", title: { grade: "elementary" } }, demand, [middling]);
    expect(known).toMatchObject({ changes: [{ fact: "title", kind: "change", steps: 3, touches: 1 }] });
  });

  test("a title that rises keeps its series and loses its old name; the talent given is not touched", () => {
    const talent: Talent = { id: "t", title: { grade: "intermediate", series: "engineering", name: "工程师" }, organization: "某厂" };
    const told = facts(talent, ask([title("senior")]), [{ id: "a", title: { grade: "associate-senior" } }]);
    expect(told).toMatchObject({ talent: { id: "t", title: { grade: "senior", series: "engineering" }, organization: "某厂" } });
    expect(talent.title?.name).toBe("工程师");
    expect(told.sentence).toEqual({
      zh: "要进入前1名：职称由中级升至正高级。届时100分，第1名。",
      en: "To enter the top 1: raise title from intermediate to senior. Then 100 points, place 1.",
    });
  });

  test("a known hometown never changes, an unknown one may turn out to be an asked place", () => {
    const demand = ask([place("hard", ["410923"], { basis: "hometown" })]);
    const known = facts({ id: "t", hometown: "310115" }, demand, []);
    expect(known).toMatchObject({ status: "impossible", reason: { kind: "rules", requirements: [0] } });
    expect(known.sentence.zh).toBe("无法进入前1名：允许的变动都不能满足硬性条件（地域 410923）。");
    expect(facts({ id: "t" }, { ...demand, unknownHard: "reject" }, [])).toMatchObject({
      status: "change",
      changes: [{ fact: "hometown", kind: "learn", to: ["410923"] }],
    });
  });

  test("either place may do", () => {
    const demand = ask([place("hard", ["410923"], { basis: "either" })]);
    const told = facts({ id: "t", hometown: "310115", residence: "110101" }, demand, []);
    expect(told).toMatchObject({ changes: [{ fact: "residence", kind: "change", from: ["110101"], to: ["410923"] }] });
    expect(told.sentence.en).toBe("To enter the top 1: change residence to 410923. Then 100 points, place 1.");
  });

  test("an unknown place may turn out to be one that nobody named", () => {
    const demand = ask([place("soft", ["410900"], { weight: 1 }), place("exclude", ["410923"])], { unknownHard: "reject" });
    const told = facts({ id: "t" }, demand, [], { criteria: { labels: (dimension, code) => codeLabel(dimension, code) } });
    expect(told).toMatchObject({
      changes: [{ fact: "residence", kind: "learn", to: ["410902"], others: [{ code: "410902", within: "410900" }] }],
    });
    expect(told.sentence.zh).toBe("要进入前1名：查明常住地为河南省濮阳市内其他。届时80分，第1名。");
    const nowhere = facts({ id: "t" }, ask([place("exclude", ["CHN"])], { unknownHard: "reject" }), []);
    expect(nowhere).toMatchObject({ changes: [{ to: ["USA"], others: [{ code: "USA" }] }] });
    expect(nowhere.sentence.en).toContain("find out that residence is another.");
  });

  test("a list counts each code that it gains, and an unknown one may turn out to be empty", () => {
    const all = { dimension: "field", kind: "hard" as const, values: ["083201", "0502", "1202"], mode: "all" as const };
    const told = facts({ id: "t", fields: ["083201"] }, ask([all]), []);
    expect(told).toMatchObject({ changes: [{ fact: "fields", kind: "change", to: ["083201", "0502", "1202"], touches: 2, steps: 0 }] });
    expect(told.sentence.zh).toBe("要进入前1名：领域增加0502、1202。届时100分，第1名。");
    const none = facts({ id: "t" }, ask([{ dimension: "field", kind: "exclude", values: ["08"] }], { unknownHard: "reject" }), []);
    expect(none).toMatchObject({ changes: [{ fact: "fields", kind: "learn", to: [], touches: 1 }], talent: { fields: [] } });
    expect(none.sentence).toEqual({
      zh: "要进入前1名：查明领域为无。届时100分，第1名。",
      en: "To enter the top 1: find out that field is none. Then 100 points, place 1.",
    });
  });

  test("who is still to be verified afterwards is told so", () => {
    const demand = ask([degree("doctor"), { dimension: "title", kind: "hard", values: ["senior"] }]);
    const told = facts(
      { id: "t", degree: "master" },
      demand,
      [
        { id: "a", degree: "doctor", title: { grade: "senior" } },
        { id: "x", degree: "master", title: { grade: "senior" } },
      ],
      { k: 2 },
    );
    expect(told).toMatchObject({ status: "in", before: { toVerify: true } });
    const changed = facts({ id: "t", degree: "bachelor" }, demand, [{ id: "x", degree: "master", title: { grade: "senior" } }]);
    expect(changed).toMatchObject({ status: "change", after: { toVerify: true } });
    expect(changed.sentence.zh).toMatch(/，仍有硬性条件待核实。$/);
    expect(changed.sentence.en).toMatch(/, with hard requirements still to be verified\.$/);
  });

  test("frozen facts stay, and the reason says what then stands in the way", () => {
    const demand = ask([degree("doctor"), { dimension: "title", kind: "hard", values: ["senior"] }]);
    const talent: Talent = { id: "t", degree: "master", title: { grade: "none" } };
    const told = facts(talent, demand, [], { fixed: ["title"] as never });
    expect(told).toMatchObject({ status: "impossible", reason: { kind: "rules", requirements: [1] } });
    const points = facts({ ...talent, title: { grade: "senior" } }, demand, [{ id: "a", degree: "doctor", title: { grade: "senior" } }], {
      fixed: ["degree"] as never,
    });
    expect(points).toMatchObject({
      status: "impossible",
      reason: { kind: "points", reachable: 650_000 },
      bar: { id: "a", points: 1_000_000 },
    });
    expect(points.sentence).toEqual({
      zh: "无法进入前1名：允许的变动最多达到65分，仍排不进。",
      en: "The top 1 cannot be entered: the most that allowed changes reach, 65 points, is not enough.",
    });
  });

  test("rules that can each be met but not together are told so", () => {
    const demand = ask([place("hard", ["410923"]), place("hard", ["310115"])]);
    const told = facts({ id: "t", residence: "110101" }, demand, []);
    expect(told).toMatchObject({ status: "impossible", reason: { kind: "rules-together" } });
    expect(told.sentence.en).toMatch(/the requirements cannot be met together; missing at least: hard requirement on region/);
    expect(told.sentence.zh).toContain("各硬性条件不能同时满足");
  });

  test("where nothing weighs only candidates and ids count", () => {
    const nobody = facts({ id: "t" }, ask([]), [{ id: "a" }]);
    expect(nobody).toMatchObject({ status: "impossible", reason: { kind: "points", reachable: 1_000_000 } });
    const rule = ask([{ dimension: "degree", kind: "hard", values: ["master"] }]);
    expect(facts({ id: "t", degree: "none" }, rule, [{ id: "z", degree: "doctor" }])).toMatchObject({
      status: "change",
      after: { rank: 1 },
    });
  });

  test("the least similarity of the criteria is a rule like others", () => {
    const demand = ask([{ dimension: "field", kind: "soft", values: ["083201"], weight: 0 }, degree("master")]);
    const criteria = { atLeast: { field: 700 } };
    const told = facts({ id: "t", fields: ["1202"], degree: "master" }, demand, [], { criteria });
    expect(told).toMatchObject({ status: "change", changes: [{ fact: "fields", to: ["1202", "083201"] }] });
    expect(facts({ id: "t", fields: ["1202"], degree: "master" }, demand, [], { criteria, fixed: ["fields"] as never })).toMatchObject({
      reason: { kind: "rules", requirements: [0] },
    });
  });

  test("own dimensions change through talent.facts, not where criteria compute them", () => {
    const demand = ask([{ dimension: "language", kind: "soft", values: ["en", "de"], mode: "all" }]);
    const rival = { id: "a", facts: { language: ["en"] } };
    const told = facts({ id: "t", facts: { language: ["ja"], sport: ["go"] } }, demand, [rival], {
      criteria: { dimensions: { language: {} } },
    });
    expect(told).toMatchObject({
      changes: [{ fact: "facts.language", kind: "change", from: ["ja"], to: ["ja", "en", "de"], touches: 2 }],
      talent: { facts: { language: ["ja", "en", "de"], sport: ["go"] } },
    });
    expect(told.sentence.en).toBe("To enter the top 1: add en, de to language. Then 100 points, place 1.");
    expect(facts({ id: "t" }, demand, [rival], { criteria: { dimensions: { language: {} } } })).toMatchObject({
      changes: [{ fact: "facts.language", kind: "learn", from: undefined, to: ["en", "de"] }],
    });
    const computed: Criteria = { dimensions: { language: { values: (talent) => talent.facts?.["language"] } } };
    expect(facts({ id: "t", facts: { language: [] } }, demand, [rival], { criteria: computed })).toMatchObject({
      status: "impossible",
      reason: { kind: "points", reachable: 0 },
    });
  });

  test("what criteria compute from another fact changes with it", () => {
    const criteria: Criteria = {
      dimensions: { schooling: { values: ({ degree: level }) => (level === "doctor" ? ["long"] : ["short"]) } },
    };
    const demand = ask([degree("bachelor", { weight: 10 }), { dimension: "schooling", kind: "soft", values: ["long"], weight: 990 }]);
    const told = facts({ id: "t", degree: "associate" }, demand, [{ id: "a", degree: "master" }], { criteria });
    // Any level from bachelor up does the same to the degree, but not to the schooling.
    expect(told).toMatchObject({ changes: [{ fact: "degree", to: ["doctor"], steps: 3 }], after: { points: 1_000_000 } });
  });

  test("an index alone lends its criteria", () => {
    const criteria: Criteria = { degreeStep: 0 };
    const index = createTalentIndex([{ id: "a", degree: "doctor" }], { criteria });
    const ground = { index, k: 1, change: "facts" as const };
    expect(counterfactual({ id: "0", degree: "none" }, ask([degree("doctor")]), ground)).toMatchObject({
      status: "in",
      before: { points: 1_000_000 },
    });
    expect(counterfactual({ id: "0", degree: "none" }, ask([degree("doctor")]), { ...ground, criteria: {} }).status).toBe("change");
  });

  test("a search past the limit is an error that names the option, not an answer", () => {
    const values = ["0101", "0201", "0301", "0401", "0501", "0601", "0701", "0801"];
    const demand = ask([{ dimension: "field", kind: "soft", values, mode: "all" }, degree("doctor")]);
    const rival: Talent = { id: "a", fields: values, degree: "doctor" };
    for (const limit of [3, 300]) {
      const fault = faultOf(() => facts({ id: "t", fields: [], degree: "none" }, demand, [rival], { limit }));
      expect([fault.code, fault.path, fault.details]).toEqual(["limit-exceeded", ["limit"], { limit }]);
    }
    expect(facts({ id: "t", fields: [], degree: "none" }, demand, [rival])).toMatchObject({
      status: "impossible",
      reason: { kind: "points", reachable: 1_000_000 },
    });
  });

  test("faulty options are refused", () => {
    const demand = ask([degree("doctor")]);
    const call = (options: unknown) => faultOf(() => counterfactual({ id: "t" }, demand, options as never)).code;
    expect(call(undefined)).toBe("invalid-option");
    expect(call({ talents: [] })).toBe("invalid-option");
    expect(call({ talents: [], change: "names" })).toBe("invalid-option");
    expect(call({ change: "facts" })).toBe("invalid-option");
    expect(call({ change: "facts", talents: {} })).toBe("invalid-argument");
    expect(call({ change: "facts", index: [] })).toBe("invalid-option");
    expect(call({ change: "facts", talents: [], k: 0 })).toBe("invalid-option");
    expect(call({ change: "facts", talents: [], k: Number.NaN })).toBe("invalid-option");
    expect(call({ change: "facts", talents: [], limit: 0 })).toBe("invalid-option");
    expect(call({ change: "facts", talents: [], fixed: ["name"] })).toBe("invalid-option");
    expect(call({ change: "facts", talents: [], fixed: "degree" })).toBe("invalid-argument");
    expect(call({ change: "weights", talents: [], fixed: ["degree"] })).toBe("unknown-option");
    expect(call({ change: "facts", talents: [], seed: 1 })).toBe("unknown-option");
    expect(call({ change: "facts", talents: [{ id: "a" }, { id: "a" }] })).toBe("duplicate-id");
    expect(faultOf(() => counterfactual({ id: "t", degree: "phd" as never }, demand, { talents: [], change: "facts" })).code).toBe(
      "invalid-talent",
    );
  });
});

describe("counterfactual over weights", () => {
  const demand = ask([degree("doctor", { weight: 700 }), title("senior", { weight: 300 })]);
  const scholar: Talent = { id: "a", degree: "doctor", title: { grade: "none" } };
  const engineer: Talent = { id: "t", degree: "none", title: { grade: "senior" } };

  test("the fewest points of weight are moved, and the new demand puts the talent there", () => {
    const told = weights(engineer, demand, [scholar]);
    expect(told).toMatchObject({
      status: "change",
      changes: [
        { requirement: 0, dimension: "degree", from: 700, to: 499 },
        { requirement: 1, dimension: "title", from: 300, to: 501 },
      ],
      moved: 201,
      after: { rank: 1, points: 501_000 },
    });
    if (told.status === "change") expect(rank([scholar, engineer], told.demand, { k: 1 })[0]?.id).toBe("t");
    expect(told.sentence).toEqual({
      zh: "要进入前1名：学历权重由700改为499；职称权重由300改为501。届时50.1分，第1名。",
      en: "To enter the top 1: weight of degree from 700 to 499; weight of title from 300 to 501. Then 50.1 points, place 1.",
    });
  });

  test("a rule that keeps the talent out is no matter of weights", () => {
    const told = weights(engineer, ask([...demand.requirements, { dimension: "degree", kind: "hard", values: ["master"] }]), [scholar]);
    expect(told).toMatchObject({ status: "impossible", reason: { kind: "rules", requirements: [2] } });
    expect(told.sentence.zh).toBe("无法进入前1名：未通过硬性条件（学历 硕士），与权重无关。");
    expect(told.sentence.en).toBe(
      "The top 1 cannot be entered: kept out by the hard requirement on degree (master), whatever the weights.",
    );
  });

  test("who is nowhere better than k others cannot enter", () => {
    const better = { id: "b", degree: "doctor" as const, title: { grade: "senior" as const } };
    const told = weights(engineer, demand, [better, scholar]);
    expect(told).toMatchObject({ status: "impossible", reason: { kind: "dominated", by: 1 } });
    expect(told.sentence).toEqual({
      zh: "无法进入前1名：无论权重如何，都有1人在前。",
      en: "The top 1 cannot be entered: whatever the weights, others ahead: 1.",
    });
    // With a later id an equal title is a tie, which the talent wins.
    expect(weights(engineer, demand, [{ ...better, id: "z" }])).toMatchObject({ status: "change", after: { points: 1_000_000 } });
  });

  test("who is outdone by one or the other under all weights is told so", () => {
    const middling: Talent = { id: "m", degree: "bachelor", title: { grade: "intermediate" } };
    const told = weights(middling, demand, [scholar, { ...engineer, id: "b" }]);
    expect(told).toMatchObject({ status: "impossible", reason: { kind: "outranked" } });
    expect(told.sentence).toEqual({
      zh: "无法进入前1名：任何权重下都有至少1人在前。",
      en: "The top 1 cannot be entered: under any weights, others ahead: at least 1.",
    });
  });

  test("where nothing weighs there is no weight to move", () => {
    for (const empty of [ask([]), ask([degree("doctor", { weight: 0 })])]) {
      const told = weights(engineer, empty, [scholar]);
      expect(told).toMatchObject({ status: "impossible", reason: { kind: "nothing-weighs" } });
      expect(told.sentence.zh).toBe("无法进入前1名：该需求没有计分的软性条件。");
      expect(told.sentence.en).toBe("The top 1 cannot be entered: no soft requirement of the demand weighs.");
    }
    expect(weights(engineer, ask([]), [{ id: "z" }]).status).toBe("in");
  });

  test("places are named by what they look at", () => {
    const region = ask([degree("doctor", { weight: 900 }), place("soft", ["410923"], { basis: "hometown", weight: 100 })]);
    const told = weights({ id: "t", degree: "none", hometown: "410923" }, region, [{ id: "a", degree: "doctor", hometown: "USA" }]);
    expect(told.sentence.zh).toContain("籍贯权重由100改为");
  });

  test("a search past the limit is an error that names the option, not an answer", () => {
    const rivals = [
      { difference: [300, -500, 200], count: 1, winsTies: true },
      { difference: [-300, 500, -150], count: 1, winsTies: true },
      { difference: [0, 100, -200], count: 1, winsTies: false },
    ];
    expect(faultOf(() => nearestWeights({ present: [300, 300, 400], rivals, k: 1, limit: 1 })).code).toBe("limit-exceeded");
    expect(nearestWeights({ present: [300, 300, 400], rivals: [], k: 1, limit: 1 })).toEqual([300, 300, 400]);
  });
});
