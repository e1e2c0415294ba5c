import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { type Linkage, linkRecords, nameComparison, type PairExplanation } from "../../src/linkage/index.js";
import type { Talent } from "../../src/model/index.js";
import { encodeWorkbook, readTable } from "../../src/node/index.js";
import { readTalents } from "../../src/registry/index.js";
import { buildLinkageWorkbook, evidenceText, type LinkageWorkbookOptions, type RecordOrigin } from "../../src/report/index.js";
import { toldRecords } from "../../src/report/told-records.js";
import { talentsArbitrary } from "../arbitraries/records.js";
import { scratchFile } from "../node/scratch.js";

const seen = (observedAt: string) => ({ source: "某办", observedAt, evidence: "claimed" }) as const;

/** 张晓明 in three lists, differently; 李娜 twice in one list; others alone. All invented. */
const RECORDS: readonly Talent[] = [
  {
    id: "a1",
    name: "张晓明",
    phone: "16000000001",
    organization: "郑州云岚研究院",
    post: "所长",
    degree: "master",
    fields: ["083201"],
    categories: ["official"],
    provenance: { phone: seen("2024-01-01"), degree: seen("2024-01-01") },
  },
  {
    id: "b1",
    name: "張曉明",
    phone: "16000000001",
    organization: "郑州云岚研究院",
    degree: "doctor",
    title: { grade: "senior", name: "教授" },
    fields: ["083202"],
    categories: ["expert"],
    provenance: { phone: seen("2025-01-01"), degree: seen("2025-01-01") },
  },
  { id: "c1", name: "张小明", phone: "16000000002", organization: "郑州云岚研究院", doNotContact: true, categories: ["business"] },
  { id: "a2", name: "李娜", phone: "16000000003", organization: "濮阳第五中学", residence: "410900" },
  { id: "a3", name: "李娜", phone: "16000000003", organization: "濮阳市第五中学", residence: "410923" },
  ...Array.from(
    { length: 12 },
    (_, i): Talent => ({
      id: `d${i}`,
      name: `${"赵钱孙周吴郑王冯陈褚卫蒋"[i]}${"安邦成达恩方刚海江开林明"[i]}`,
      phone: `160500000${10 + i}`,
      organization: `洛阳第${i + 1}机械厂`,
      fields: ["080200"],
    }),
  ),
];
const ORIGINS: ReadonlyMap<string, RecordOrigin> = new Map(
  RECORDS.map(({ id }, i) => [id, { list: `${{ a: "党政", b: "专家", c: "经商", d: "其他" }[id[0] ?? ""]}.xlsx`, row: i + 2 }] as const),
);

/** Rulings make the groups certain, whatever the evidence of so few records. */
function linked(options: Parameters<typeof linkRecords<Talent>>[1] = {}): Linkage<Talent> {
  const linkage = linkRecords<Talent>(RECORDS, { threshold: { bits: 0 }, ...options });
  for (const [a, b] of [
    ["a1", "b1"],
    ["b1", "c1"],
    ["a2", "a3"],
  ] as const)
    if (linkage.entityOf(a)?.id !== linkage.entityOf(b)?.id) linkage.decide(a, b, "same");
  return linkage;
}

function sheetOf(name: string, linkage: Linkage<Talent>, options: LinkageWorkbookOptions = {}) {
  const sheet = buildLinkageWorkbook(linkage, { originOf: (id) => ORIGINS.get(id), ...options }).sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  for (const row of sheet.rows) expect(row).toHaveLength(sheet.header.length);
  expect(sheet.columnWidths).toHaveLength(sheet.header.length);
  return { ...sheet, column: (label: string) => sheet.rows.map((row) => row[sheet.header.indexOf(label)] ?? null) };
}

describe("buildLinkageWorkbook", () => {
  test("everybody stands once, with the lists that they stand in and how many records they are", () => {
    const linkage = linked();
    const people = sheetOf("人员", linkage);
    expect(people.column("人员编号")).toEqual(linkage.entities.map(({ id }) => id));
    const counts = people.column("记录数").map(Number);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(RECORDS.length);
    const at = people.column("人员编号").indexOf("a1");
    const row = Object.fromEntries(people.header.map((label, i) => [label, people.rows[at]?.[i]]));
    expect(row).toMatchObject({
      电话: "16000000001",
      职务: "所长",
      学历: "博士",
      职称: "教授（正高级）",
      学科专业: "食品科学、粮食、油脂及植物蛋白工程",
      人才类别: "经商、高层次、党政",
      勿扰: "是",
      记录数: 3,
      所在名单: "专家.xlsx、党政.xlsx、经商.xlsx",
    });
  });

  test("merged records stand side by side as their lists have them, each bound to one above it", () => {
    const linkage = linked();
    const merged = sheetOf("合并", linkage);
    expect(merged.column("记录编号").length).toBe(5);
    expect(merged.column("人员编号")).toEqual(["a1", "a1", "a1", "a2", "a2"]);
    const names = new Map(merged.column("记录编号").map((id, i) => [id, merged.column("姓名")[i]]));
    for (const { id, name } of RECORDS) if (names.has(id)) expect(names.get(id)).toBe(name);
    const above = new Set<unknown>();
    for (const [i, row] of merged.rows.entries()) {
      const id = merged.column("记录编号")[i];
      const to = merged.column("对照记录")[i];
      if (merged.column("人员编号")[i] === id) expect([to, merged.column("概率")[i]]).toEqual([null, null]);
      else {
        expect(above.has(to)).toBe(true);
        const { weightBits, probability } = linkage.explain(String(id), String(to));
        expect([merged.column("证据（位）")[i], merged.column("概率")[i]]).toEqual([weightBits, probability]);
      }
      expect(ORIGINS.get(String(id))).toEqual({ list: row[2], row: row[3] });
      above.add(id);
    }
    const told = merged.column("依据")[merged.column("记录编号").indexOf("b1")];
    expect(told).toMatch(/电话相同（\+[\d.]+）/);
    expect(told).toContain("姓名仅繁简或写法不同");
  });

  test("the strongest bonds come first: no record further down agrees more with one above than the record listed next does", () => {
    const kin: readonly Talent[] = [
      { id: "k1", name: "张晓明", phone: "16000000001", organization: "郑州云岚研究院" },
      { id: "k2", name: "张小明", phone: "16000000008", organization: "云岚研究院" },
      { id: "k3", name: "张小明", phone: "16000000001", organization: "云岚研究院" },
      { id: "k4", name: "张晓明", phone: "16000000001", organization: "云岚研究院" },
      { id: "k5", name: "张小明", phone: "16000000008", organization: "洛阳第九机械厂" },
    ];
    const linkage = linkRecords<Talent>([...kin, ...RECORDS.slice(5)], { threshold: { bits: -1000 }, reviewProbability: 1e-12 });
    const { id: person, members } = linkage.entityOf("k1") ?? { id: "", members: [] };
    const merged = sheetOf("合并", linkage);
    const ids = merged.column("记录编号").filter((_, i) => merged.column("人员编号")[i] === person) as string[];
    expect(ids.toSorted()).toEqual([...members].sort());
    expect(members).toEqual(expect.arrayContaining(kin.map(({ id }) => id)));
    expect(ids).not.toEqual(ids.toSorted());
    const kept = new Set(linkage.pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
    for (let i = 1; i < ids.length; i++) {
      const bits = merged.column("证据（位）")[merged.column("记录编号").indexOf(ids[i] ?? "")];
      for (const later of ids.slice(i))
        for (const above of ids.slice(0, i))
          if (kept.has(`${above} ${later}`)) expect(linkage.explain(above, later).weightBits).toBeLessThanOrEqual(Number(bits));
    }
  });

  test("a record that hangs on a ruling alone says so", () => {
    const linkage = linkRecords<Talent>(RECORDS, { threshold: { bits: 0 } });
    linkage.decide("d0", "d1", "same");
    const merged = sheetOf("合并", linkage);
    expect(merged.column("依据")[merged.column("记录编号").indexOf("d1")]).toMatch(/^人工认定为同一人；/);
    const english = sheetOf("Merged", linkage, { lang: "en" });
    expect(english.column("evidence")[english.column("record").indexOf("d1")]).toMatch(/^ruled one person; .*not told: /);
  });

  test("conflicts name what was taken and why, what was not, and who says which; those come first", () => {
    const conflicts = sheetOf("取舍", linked());
    const of = (fact: string) => conflicts.rows.filter((row) => row[0] === "a1" && row[2] === fact);
    expect(of("电话")).toEqual([
      [
        "a1",
        expect.any(String),
        "电话",
        "16000000001",
        "党政.xlsx 第2行、专家.xlsx 第3行",
        "取最近采集的",
        "16000000002",
        "经商.xlsx 第4行",
        "取最近采集的",
      ],
    ]);
    expect(of("学历")).toEqual([
      ["a1", expect.any(String), "学历", "博士", "专家.xlsx 第3行", "取较高的", "硕士", "党政.xlsx 第2行", "取较高的"],
    ]);
    expect(conflicts.rows.filter((row) => row[0] === "a2" && row[2] === "现居地").map((row) => row.slice(3, 7))).toEqual([
      ["河南省濮阳市南乐县", "党政.xlsx 第6行", "取更具体的", "河南省濮阳市"],
    ]);
    const lost = conflicts.column("未采用").map((text) => text !== null);
    expect(lost).toEqual(lost.toSorted((a, b) => Number(b) - Number(a)));
    expect(of("人才类别")[0]?.slice(3, 6)).toEqual([
      "经商、高层次、党政",
      "经商：经商.xlsx 第4行；高层次：专家.xlsx 第3行；党政：党政.xlsx 第2行",
      "合并各记录所列",
    ]);
    // Only one record has a post: nobody differs on it.
    expect(of("职务")).toEqual([]);
  });

  test("the review lists every pair of the queue in its order, with both records' facts side by side and the reason", () => {
    const linkage = linkRecords<Talent>(RECORDS, { threshold: { bits: 40 } });
    const { review } = linkage;
    expect(review.length).toBeGreaterThan(0);
    const sheet = sheetOf("待核", linkage);
    expect(sheet.column("记录甲")).toEqual(review.map(({ a }) => a));
    expect(sheet.column("记录乙")).toEqual(review.map(({ b }) => b));
    expect(sheet.column("概率")).toEqual(review.map(({ probability }) => probability));
    expect(sheet.column("不确定度")).toEqual(review.map(({ uncertainty }) => uncertainty));
    const at = review.findIndex(({ a, b }) => a === "a1" && b === "b1");
    expect([sheet.column("姓名甲")[at], sheet.column("姓名乙")[at]]).toEqual(["张晓明", "張曉明"]);
    expect(sheet.header.indexOf("姓名乙") - sheet.header.indexOf("姓名甲")).toBe(1);
    expect(sheet.column("类别")[at]).toBe("可能是同一人");
    expect(sheet.column("位置甲")[at]).toBe("党政.xlsx 第2行");
    expect(sheet.column("为何待核")[at]).toMatch(/^证据低于合并线，暂作两人。相符：/);
  });

  test("each kind of doubt has its words in both languages", () => {
    const clean = linkRecords<Talent>(RECORDS, { threshold: { bits: 0 }, source: ({ id }) => id[0], cleanSources: ["a"] });
    // 甲 agrees with both, who cannot be one: whichever it joins, the other is held apart.
    clean.upsert([{ id: "e1", name: "李娜", phone: "16000000003", organization: "濮阳第五中学", residence: "410900" }]);
    const kinds = clean.review.map(({ kind }) => kind);
    expect(kinds).toContain("held-apart");
    const at = kinds.indexOf("held-apart");
    expect(sheetOf("待核", clean).column("类别")[at]).toBe("相符而未合并");
    expect(sheetOf("Review", clean, { lang: "en" }).column("why")[at]).toMatch(/^above the line, but .*\. for: /);
    const loose = linkRecords<Talent>(RECORDS, { threshold: { bits: -4 } });
    expect(loose.review.map(({ kind }) => kind)).toContain("maybe-apart");
    expect(sheetOf("Review", loose, { lang: "en" }).column("kind")).toContain("may be two people");
  });

  test("the model sheet tells every level, every blocking rule, the line and whether the estimation converged", () => {
    const { model } = linked();
    const sheet = sheetOf("模型", linked());
    const levels = sheet.rows.filter((row) => row[0] === "比较" && row[3] !== null);
    expect(levels.map((row) => row.slice(3, 6))).toEqual(
      model.comparisons.flatMap((one) => one.levels.map(({ m, u, weightBits }) => [m, u, weightBits])),
    );
    expect(sheet.rows.filter((row) => row[0] === "分块规则")).toHaveLength(model.blocking.length);
    const value = (item: string) => sheet.rows.find((row) => row[1] === item)?.[6];
    expect([value("记录数"), value("合并线（位）")]).toEqual([RECORDS.length, model.linkBits]);
    expect(value("EM 估计")).toMatch(model.estimation.converged ? /^已收敛/ : /^未收敛/);
    expect(value("预计合并准确率")).toMatch(/^\d+\.\d\d %$/);
    // No level is left in the machine's words.
    for (const row of levels) expect(row[2]).toMatch(/\p{Script=Han}/u);
  });

  test("an English workbook has no Chinese but the people's own facts and names of codes", () => {
    const { sheets } = buildLinkageWorkbook(linked(), { lang: "en", romanise: (name) => (name === "李娜" ? "Li Na" : name) });
    expect(sheets.map(({ name }) => name)).toEqual(["People", "Merged", "Review", "Conflicts", "Model", "Guide"]);
    for (const { header } of sheets) for (const label of header) expect(label).toMatch(/^[ -~]+$/);
    const [people, , , , model, guide] = sheets;
    for (const sheet of [model, guide])
      for (const cell of sheet?.rows.flat() ?? []) if (typeof cell === "string") expect(cell).not.toMatch(/\p{Script=Han}/u);
    expect(people?.rows.flat()).toContain("李娜 (Li Na)");
  });

  test("names that look like formulas, markup or members of objects are text in the file", async () => {
    const hostile = ["=1+1", "@SUM(A1)", "+86", '=HYPERLINK("x")', "<b>&\"'", "__proto__", "constructor", "𠮷", "\ud800x"];
    const records = hostile.flatMap((name, i): Talent[] => [
      { id: `${name}/1`, name, phone: `1605000010${i}`, organization: name },
      { id: `${name}/2`, name, phone: `1605000010${i}`, organization: `${name}${name}` },
    ]);
    const linkage = linkRecords(records, { threshold: { bits: 0 } });
    for (const name of hostile)
      if (linkage.entityOf(`${name}/1`)?.id !== linkage.entityOf(`${name}/2`)?.id) linkage.decide(`${name}/1`, `${name}/2`, "same");
    const workbook = buildLinkageWorkbook(linkage, { originOf: () => ({ list: "=list", row: 1 }) });
    const { sheets } = await readTable(scratchFile("linked.xlsx", await encodeWorkbook(workbook)));
    const merged = sheets.find(({ name }) => name.endsWith("#合并"));
    expect(merged?.rows).toHaveLength(hostile.length * 2);
    const column = merged?.header.indexOf("姓名") ?? -1;
    // A formula would come back as its value, of which there is none; half a character cannot be written.
    const written = new Set(merged?.rows.map((row) => row[column]));
    for (const name of hostile) expect(written).toContain(name.replace("\ud800", ""));
  });

  test("what was read stands beside it: rows, columns, issues", () => {
    const table = {
      name: "t.xlsx#党政",
      header: ["姓名", "学历"],
      rows: [
        ["张三", "研究生"],
        ["合计", null],
      ],
    };
    const reading = readTalents(table);
    const linkage = linkRecords(reading.records, { comparisons: [nameComparison<Talent>({ read: ({ name }) => name })] });
    const issues = sheetOf("问题清单", linkage, { accounts: [{ file: "t.xlsx", reading }] });
    expect(issues.column("代码")).toEqual(expect.arrayContaining(["row-total", "cell-ambiguous"]));
    expect(sheetOf("人员", linkage).rows).toHaveLength(1);
  });

  test("nobody at all makes empty sheets, not an error", () => {
    const none = linkRecords<Talent>([], { comparisons: [nameComparison<Talent>({ read: ({ name }) => name })] });
    for (const name of ["人员", "合并", "待核", "取舍"]) expect(sheetOf(name, none).rows).toEqual([]);
    expect(sheetOf("模型", none).rows.find((row) => row[1] === "预计合并准确率")?.[6]).toBeNull();
  });

  test("no other tier is written, and unknown options are refused", () => {
    const linkage = linked();
    for (const tier of ["enterprise", "public"])
      expect(() => buildLinkageWorkbook(linkage, { tier } as never)).toThrow(/internal.*names persons/);
    for (const options of [{ tier: "secret" }, { lang: "fr" }, { origin: 1 }, { originOf: "list" }])
      expect(() => buildLinkageWorkbook(linkage, options as never)).toThrow(GuiyanError);
    expect(() => evidenceText(linkage.explain("a1", "b1"), { lang: "fr" as never })).toThrow(GuiyanError);
  });

  test("the linkage is looked at and not changed, and the same one gives the same sheets", () => {
    const linkage = linked();
    const before = JSON.stringify(linkage.ledger);
    expect(buildLinkageWorkbook(linkage)).toEqual(buildLinkageWorkbook(linkage));
    expect(JSON.stringify(linkage.ledger)).toBe(before);
  });
});

describe("evidenceText", () => {
  const step = (comparison: string, level: string | undefined, weightBits: number, termBits = 0) => ({
    comparison,
    ...(level === undefined ? {} : { level }),
    weightBits,
    termBits,
  });
  const explanation: PairExplanation = {
    priorBits: -10,
    weightBits: 0,
    probability: 0.5,
    clusterBits: 0,
    steps: [
      step("residence", "same", 0.1, -0.3),
      step("phone", "near", 9),
      step("name", "homophone", 8, 2),
      step("title", "one-apart", -2),
      step("degree", "different", 0),
      step("blood", "type-0", 1),
      step("email", undefined, 0),
    ],
  };

  test("what speaks for one person comes first, then what against, then what is not told, each the strongest first", () => {
    expect(evidenceText(explanation)).toBe(
      "相符：姓名同音不同字（+10.0）、电话差一位或缺区号（+9.0）、bloodtype-0（+1.0）、现居地相同（−0.2）；不符：职称差一级（−2.0）、学历不同（+0.0）；缺：邮箱",
    );
    expect(evidenceText({ ...explanation, verdict: "apart" }, { lang: "en", bits: false })).toBe(
      "ruled two people; for: name sounds the same but is written otherwise, phone one digit off or without the area code, blood type-0, residence the same; " +
        "against: title one step apart, degree different; not told: email",
    );
    expect(evidenceText({ ...explanation, steps: [] })).toBe("");
  });
});

describe("toldRecords", () => {
  test("gives back what each record tells, lists in whatever order", () => {
    const plain = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...new Set(value)].sort() : value);
    fc.assert(
      fc.property(talentsArbitrary(8), fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 5 }), (talents, rulings) => {
        const linkage = linkRecords(talents, { comparisons: [nameComparison<Talent>({ read: ({ name }) => name })] });
        for (const [i, j] of rulings) {
          const [a, b] = [talents[i], talents[j]];
          if (a !== undefined && b !== undefined && a !== b) linkage.decide(a.id, b.id, "same");
        }
        for (const entity of linkage.entities) {
          const told = toldRecords(entity);
          expect([...told.keys()].sort()).toEqual([...entity.members].sort());
          for (const [id, facts] of told) {
            const record = talents.find((talent) => talent.id === id);
            for (const [member, value] of Object.entries(record ?? {})) {
              if (member === "id" || member === "facts" || member === "provenance" || value === undefined || value === "") continue;
              expect(plain(facts.get(member))).toBe(plain(value));
            }
            for (const member of facts.keys()) expect(Object.hasOwn(record ?? {}, member)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
