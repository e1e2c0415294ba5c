import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assign } from "../../src/assignment/index.js";
import { GuiyanError } from "../../src/errors/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { contactWaves } from "../../src/outreach/index.js";
import { recommend } from "../../src/recommend/index.js";
import { readDemands, readTalents } from "../../src/registry/index.js";
import { suppress } from "../../src/report/chain-totals.js";
import { buildRankedWorkbook, rankedRows } from "../../src/report/index.js";
import { demandArbitrary, talentsArbitrary } from "../arbitraries/records.js";

const talents: Talent[] = [
  {
    id: "T1",
    name: "张三",
    organization: "郑州云岚研究院",
    fields: ["080502"],
    degree: "doctor",
    title: { grade: "senior" },
    residence: "410105",
    phone: "16100000000",
  },
  { id: "T2", name: "李四", fields: ["081701"], degree: "master" },
  { id: "T3", name: "王五", fields: ["0805"], degree: "bachelor" },
];
const demands: Demand[] = [
  {
    id: "D1",
    enterprise: "南乐某科技",
    post: "改性工程师",
    chain: "bio-based-materials",
    headcount: 2,
    urgency: 4,
    requirements: [
      { dimension: "degree", kind: "hard", values: ["master"], sourceText: "硕士及以上" },
      { dimension: "field", kind: "soft", values: ["080502"] },
      { dimension: "title", kind: "hard", values: ["associate-senior"] },
      { dimension: "title", kind: "soft", values: ["associate-senior"] },
      { dimension: "region", kind: "exclude", values: ["810000"] },
      { dimension: "age", kind: "ignore", values: ["<=45"], sourceText: "45岁以下" },
    ],
  },
  {
    id: "D2",
    requirements: [
      { dimension: "degree", kind: "hard", values: ["doctor"] },
      { dimension: "field", kind: "hard", values: ["12"] },
    ],
  },
];
const result = recommend({ talents, demands, k: 5 });
const sheetOf = (name: string, model = buildRankedWorkbook(result)) => {
  const sheet = model.sheets.find((s) => s.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return { ...sheet, column: (label: string) => sheet.rows.map((row) => row[sheet.header.indexOf(label)] ?? null) };
};

describe("buildRankedWorkbook", () => {
  test("lists each demand's talents with mark, parts, interval, ticks and reason; parts sum to the mark", () => {
    const sheet = sheetOf("推荐清单");
    expect(sheet.column("需求编号")).toEqual(["D1", "D1", "D2"]);
    expect(sheet.column("姓名").slice(0, 2)).toEqual(["张三", "李四"]);
    expect(sheet.column("得分")[0]).toBe(100);
    for (const row of sheet.rows.slice(0, 2)) {
      const parts = ["领域", "职称", "地域", "学历", "其他"].map((label) => row[sheet.header.indexOf(label)]);
      expect(parts.reduce<number>((sum, part) => sum + (typeof part === "number" ? part : 0), 0)).toBeCloseTo(
        row[sheet.header.indexOf("得分")] as number,
        10,
      );
    }
    expect(sheet.column("待核实").slice(0, 2)).toEqual([null, "是"]);
    expect(sheet.column("硬性条件")[1]).toContain("✓学历 硕士");
    expect(sheet.column("硬性条件")[1]).toContain("?职称 副高级");
    expect(sheet.column("推荐理由")[0]).toMatch(/^得分100：/);
  });

  test("a demand that nobody may fill keeps a line that says so", () => {
    const sheet = sheetOf("推荐清单");
    expect(sheet.rows[2]?.join()).toContain("无符合硬性条件的人选");
    expect(sheetOf("需求汇总").column("符合硬性条件人数")).toEqual([2, 0]);
  });

  test("requirements are told with their kind, unused limits as unused", () => {
    const text = String(sheetOf("需求汇总").column("条件")[0]);
    expect(text).toContain("硕士及以上");
    expect(text).toContain("45岁以下");
    expect(text).toMatch(/未采用/);
    expect(String(sheetOf("需求汇总").column("产业链")[0])).not.toBe("");
  });

  test("English lists carry names in both scripts", () => {
    const model = buildRankedWorkbook(result, { lang: "en", romanise: () => "Zhang San" });
    expect(sheetOf("Ranked lists", model).column("name")[0]).toBe("张三 (Zhang San)");
  });

  test("the enterprise tier shows numbers in place of persons, and no issue places", () => {
    const model = buildRankedWorkbook(result, { tier: "enterprise", accounts: [] });
    const bytes = JSON.stringify(model);
    for (const secret of ["张三", "李四", "郑州云岚", "16100000000", '"T1"', '"T2"']) expect(bytes).not.toContain(secret);
    expect(sheetOf("推荐清单", model).column("人才编号").slice(0, 2)).toEqual(["T0001", "T0002"]);
  });

  test("the public tier holds totals by chain and nothing of persons or enterprises", () => {
    const bytes = JSON.stringify(buildRankedWorkbook(result, { tier: "public" }));
    for (const secret of ["张三", "南乐某科技", "改性工程师", "T1"]) expect(bytes).not.toContain(secret);
    expect(bytes).toContain("产业链汇总");
  });

  test("the plan and its shortfalls name who goes where and what lacks; enterprises see numbers, the public nothing", () => {
    const plan = assign({ talents, demands });
    const sheet = sheetOf("整体分配", buildRankedWorkbook(result, { plan }));
    expect(sheet.rows.map((row) => row.slice(0, 7))).toEqual([
      ["D1", "南乐某科技", "改性工程师", "T1", "张三", "郑州云岚研究院", 100],
      ["D1", "南乐某科技", "改性工程师", "T2", "李四", "", expect.any(Number)],
    ]);
    expect(sheet.column("待核实")).toEqual([null, "是"]);
    const short = sheetOf("缺额", buildRankedWorkbook(result, { plan }));
    expect(short.rows).toEqual([["D2", null, null, 1, 0, 1, "符合条件的人不够", 1, "学历：博士；领域：管理学"]]);
    const english = sheetOf("Shortfalls", buildRankedWorkbook(result, { plan, lang: "en" }));
    expect(english.column("needs")).toEqual(["degree: doctor; field: 管理学"]);
    const enterprise = buildRankedWorkbook(result, { plan, tier: "enterprise" });
    expect(sheetOf("整体分配", enterprise).column("人才编号")).toEqual(sheetOf("推荐清单", enterprise).column("人才编号").slice(0, 2));
    for (const secret of ["张三", "郑州云岚", '"T1"']) expect(JSON.stringify(enterprise)).not.toContain(secret);
    expect(JSON.stringify(buildRankedWorkbook(result, { plan, tier: "public" }))).not.toContain("改性工程师");
  });

  test("a demand that only another plan could fill says so", () => {
    const asks: Demand = { id: "D3", requirements: [{ dimension: "field", kind: "soft", values: ["080502"] }] };
    const two = recommend({ talents: talents.slice(0, 1), demands: [asks, { ...asks, id: "D4" }] });
    const plan = assign({ talents: two.talents, demands: two.demands });
    const outweighed = { ...plan, shortfalls: plan.shortfalls.map((one) => ({ ...one, reason: "outweighed" as const })), deficient: [] };
    expect(sheetOf("缺额", buildRankedWorkbook(two, { plan: outweighed })).rows).toEqual([
      ["D4", null, null, 1, 0, 1, "合适的人去别处得分更高", null, ""],
    ]);
  });

  test("contacts stand by week with the telephone, those not made with the reason, for internal readers only", () => {
    const plan = assign({ talents, demands });
    const refusing = talents.map((talent) => (talent.id === "T2" ? { ...talent, doNotContact: true } : talent));
    const contacts = contactWaves(plan.pairs, { talents: refusing, demands, from: "2026-03-02" });
    const sheet = sheetOf("联络批次", buildRankedWorkbook(result, { contacts }));
    expect(sheet.rows).toEqual([
      [1, "2026-03-02", "T1", "张三", "郑州云岚研究院", "16100000000", "D1", "南乐某科技", "改性工程师", 100, null],
      [null, null, "T2", "李四", null, null, "D1", "南乐某科技", "改性工程师", expect.any(Number), "本人要求勿扰"],
    ]);
    const undated = contactWaves(plan.pairs, { talents, demands });
    expect(sheetOf("Contacts", buildRankedWorkbook(result, { contacts: undated, lang: "en" })).column("from")).toEqual([null, null]);
    for (const tier of ["enterprise", "public"] as const)
      expect(JSON.stringify(buildRankedWorkbook(result, { contacts, tier }))).not.toContain("16100000000");
  });

  test("the quality and issue sheets account for the inputs", () => {
    const read = readTalents({
      name: "t.xlsx#党政",
      header: ["姓名", "学历", "血型", "性别"],
      rows: [
        ["张三", "研究生", "A", "男"],
        ["合计", null, null, null],
        ["李四", "博士", "B", "女"],
      ],
    });
    const asked = readDemands({ name: "d.csv", header: ["岗位名称", "招聘人数"], rows: [["会计", "若干"]] });
    const model = buildRankedWorkbook(result, {
      accounts: [
        { file: "t.xlsx", reading: read },
        { file: "d.csv", reading: asked },
      ],
    });
    const quality = JSON.stringify(sheetOf("数据质量", model).rows);
    expect(quality).toContain('"行数"');
    expect(quality).toContain("受保护");
    const issues = sheetOf("问题清单", model);
    expect(issues.column("代码")).toEqual(expect.arrayContaining(["cell-ambiguous", "row-total", "cell-unresolved"]));
    expect(issues.rows.find((row) => row[5] === "cell-ambiguous")?.slice(0, 3)).toEqual(["t.xlsx#党政", 2, "学历"]);
  });

  test("unknown options, tiers and languages are refused", () => {
    for (const options of [{ tire: "public" }, { tier: "secret" }, { lang: "fr" }])
      expect(() => buildRankedWorkbook(result, options as object)).toThrow(GuiyanError);
  });
});

describe("rankedRows", () => {
  test("gives a line a place, in both languages, for the demands asked", () => {
    const rows = rankedRows(result, { demands: ["D1"] });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ 需求: "改性工程师", 名次: 1, 人才: "张三", 得分: 100, 区间: "" });
    expect(rankedRows(result, { lang: "en" })[1]).toMatchObject({ talent: "李四", interval: expect.stringMatching(/^\d.*–\d/) });
    expect(rankedRows(result, { tier: "enterprise" })[0]).toMatchObject({ 人才: "T0001" });
    expect(() => rankedRows(result, { tier: "public" })).toThrow(GuiyanError);
  });
});

describe("suppress", () => {
  test("hides every count under five, and never exactly one of several", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 8 }), (counts) => {
        const hidden = suppress(counts);
        for (const [i, count] of counts.entries()) if (count > 0 && count < 5) expect(hidden[i]).toBe(true);
        const positive = counts.filter((count) => count > 0).length;
        if (positive > 1) expect(hidden.filter(Boolean).length).not.toBe(1);
        for (const [i, count] of counts.entries()) if (count === 0) expect(hidden[i]).toBe(false);
      }),
    );
  });
});

describe("recommend", () => {
  test("each list equals rank under the same criteria, with sums and totals that hold", () => {
    fc.assert(
      fc.property(talentsArbitrary(12), fc.array(demandArbitrary, { maxLength: 3 }), (people, asked) => {
        const named = asked.map((demand, i) => ({ ...demand, id: `d${i}` }));
        const { lists, summary } = recommend({ talents: people, demands: named, k: 4 });
        expect(summary.demands).toBe(named.length);
        expect(summary.demandsWithoutCandidate).toBe(lists.filter((list) => list.candidates === 0).length);
        for (const { matches, candidates } of lists) {
          expect(matches.length).toBe(Math.min(4, candidates));
          for (const match of matches) {
            expect(match.explanation).toMatchObject({ points: match.points, low: match.low, high: match.high, candidate: true });
            expect(match.talent.id).toBe(match.id);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("progress rises to one, and options are checked", () => {
    const told: number[] = [];
    recommend({ talents, demands, onProgress: (done) => told.push(done) });
    expect(told).toEqual([0.5, 1]);
    expect(() => recommend({ talents, demands, top: 3 } as never)).toThrow("unknown option");
    expect(() => recommend({ talents, demands, k: 0 })).toThrow("k to be an integer >= 1");
    expect(() => recommend({ talents: "t" as never, demands })).toThrow("an array");
  });
});
