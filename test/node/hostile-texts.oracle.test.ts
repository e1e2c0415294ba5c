import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { encodeWorkbook, readTable, writeFolder } from "../../src/node/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { recommend } from "../../src/recommend/index.js";
import {
  mapHeaders,
  parseProfile,
  parseRequirements,
  readDemands,
  readHeadcount,
  readSalary,
  readTalents,
} from "../../src/registry/index.js";
import { buildRankedWorkbook, rankedRows } from "../../src/report/index.js";
import {
  regionOfOrganization,
  resolveDegree,
  resolveField,
  resolveIndustry,
  resolveRegion,
  resolveTitle,
} from "../../src/taxonomy/index.js";
import { cleanText, loadRomaniser, matchKey, nameKey, readDate, readPhone } from "../../src/text/index.js";
import { hostileCases, hostileFiles, ownKeys, underCeilings } from "../hostile-data.js";
import { hasSharedData } from "../shared-data.js";
import { partTexts } from "./archive.js";
import { scratchFile, scratchFolder } from "./scratch.js";

const TALENT_HEADER = [
  "人才编号",
  "姓名",
  "籍贯",
  "单位",
  "职务",
  "学历",
  "职称",
  "专业",
  "研究方向",
  "电话",
  "邮箱",
  "简历",
  "行业",
  "渠道",
  "身份证号",
];
const DEMAND_HEADER = [
  "岗位编号",
  "岗位",
  "企业名称",
  "人数",
  "学历要求",
  "职称要求",
  "专业要求",
  "其他要求",
  "薪资",
  "工作地点",
  "经验要求",
  "产业链",
];

const linesOf = (path: string) => readFileSync(path, "utf8").split("\n");

/** Every naughty string and payload; of the thousands of scripts five hundred, the same in every run. */
function payloads(): string[] {
  const random = seededRandom(20_260_101);
  const scripts = hostileFiles("script payloads")
    .flatMap(linesOf)
    .filter((line) => line !== "");
  const sample = Array.from({ length: 500 }, () => scripts[Math.floor(random() * scripts.length)] ?? "");
  const naughty = hostileFiles("naughty strings").flatMap((path) => JSON.parse(readFileSync(path, "utf8")) as string[]);
  const formulas = hostileCases<{ payloads: string[]; benign: { raw: string }[] }>("formula cases");
  return [
    ...naughty,
    ...hostileFiles("formula payloads").flatMap(linesOf),
    ...formulas.payloads,
    ...formulas.benign.map(({ raw }) => raw),
    ...hostileCases<{ payloads: string[] }>("script cases").payloads,
    ...hostileCases<{ payloads: string[] }>("pollution").payloads,
    "__proto__",
    "constructor",
    "toString",
    ...sample,
  ];
}

/** What a file can hold of a text: no control characters, no halves of characters. */
const storable = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, "").replace(/\r\n?/g, "\n");

describe.skipIf(!hasSharedData)("hostile texts", () => {
  test("written into a cell or a record they are read back, and are text: no formula, no number, no boolean", async () => {
    const written = payloads();
    expect(written.length).toBeGreaterThan(1000);
    const bytes = await encodeWorkbook({ sheets: [{ name: "名单", header: ["姓名", "学历"], rows: written.map((text) => [text, "x"]) }] });
    const { rows } = await readTable(scratchFile("t.xlsx", bytes));
    expect(rows.map(([text]) => String(text ?? "").replace(/\r\n?/g, "\n"))).toEqual(written.map(storable));
    const sheet = partTexts(bytes).get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).not.toMatch(/<f[ >/]/);
    const kinds = new Set([...sheet.matchAll(/<c [^>]*?(?:t="(\w+)")?[^>]*?>/g)].map(([cell]) => /t="(\w+)"/.exec(cell)?.[1]));
    expect([...kinds].filter((kind) => kind !== "s" && kind !== "inlineStr")).toEqual([]);
    const lines = await readTable(scratchFile("t.ndjson", written.map((姓名) => JSON.stringify({ 姓名, 学历: "x" })).join("\n")));
    const kept = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\ufeff/gu, "");
    expect(lines.rows.map(([text]) => text)).toEqual(written.map(kept));
  });

  test("every reader of a text answers, and no prototype changes", () => {
    const before = ownKeys();
    const plain = { guesses: false };
    for (const text of payloads()) {
      for (const key of [cleanText, matchKey, nameKey]) expect(key(key(text))).toBe(key(text));
      resolveRegion(text, plain);
      resolveField(text, plain);
      resolveIndustry(text, plain);
      resolveTitle(text, plain);
      resolveDegree(text);
      regionOfOrganization(text);
      parseProfile(text);
      parseRequirements(text);
      for (const read of [readSalary, readHeadcount, readDate, readPhone]) read(text);
    }
    expect(ownKeys()).toBe(before);
  });

  test("as labels of columns they name no field by accident and hide none", () => {
    const texts = payloads();
    for (let at = 0; at < texts.length; at += 40) {
      const header = ["姓名", ...texts.slice(at, at + 40), "学历"];
      const { columns } = mapHeaders(header, { entity: "talent", rows: [header.map(() => "x")] });
      expect([columns[0]?.member, columns.at(-1)?.member, columns.length]).toEqual(["name", "degree", header.length]);
      const { records } = readTalents({
        name: "t",
        header,
        rows: [header.map((_, i) => (i === 0 ? "张三" : i === header.length - 1 ? "硕士" : ""))],
      });
      expect([records[0]?.name, records[0]?.degree]).toEqual(["张三", "master"]);
    }
  });

  test("as ids, names and every other cell they go from sheet to ranked workbook", async () => {
    const before = ownKeys();
    const texts = payloads();
    const talents = readTalents({ name: "t", header: TALENT_HEADER, rows: texts.map((text) => TALENT_HEADER.map(() => text)) });
    expect(talents.counts.rows).toBe(talents.counts.records + talents.counts.rejected);
    const filler = ["本科及以上", "高分子材料"];
    const rows = texts.map((text, i) =>
      DEMAND_HEADER.map((label) => (i < 40 && /学历|专业/.test(label) ? (filler[label === "学历要求" ? 0 : 1] ?? "") : text)),
    );
    const demands = readDemands({ name: "d", header: DEMAND_HEADER, rows });
    expect(demands.counts.rows).toBe(demands.counts.records + demands.counts.rejected);
    const people = [...talents.records, { id: "__proto__2", name: "甲", degree: "master" as const, fields: ["080502"] }];
    const asked = demands.records.slice(0, 40);
    for (const demand of asked.slice(0, 3))
      expect(createTalentIndex(people).rank(demand, { k: 5 })).toEqual(rank(people, demand, { k: 5 }));
    const recommendation = await underCeilings("recommend", async () => recommend({ talents: people, demands: asked, k: 3 }));
    const romanise = await loadRomaniser();
    for (const tier of ["internal", "enterprise", "public"] as const) {
      for (const lang of ["zh", "en"] as const) {
        const accounts = [
          { file: "t.xlsx", reading: talents },
          { file: "d.xlsx", reading: demands },
        ];
        const bytes = await encodeWorkbook(
          buildRankedWorkbook(recommendation, { lang, tier, accounts, ...(lang === "en" ? { romanise } : {}) }),
        );
        for (const [name, text] of partTexts(bytes)) if (name.startsWith("xl/worksheets/")) expect(text).not.toMatch(/<f[ >/]/);
        const { sheets } = await readTable(scratchFile("ranked.xlsx", bytes));
        expect(sheets.length).toBeGreaterThan(1);
      }
    }
    expect(rankedRows(recommendation).length).toBeGreaterThan(0);
    expect(ownKeys()).toBe(before);
  });

  test("text of any shape costs linear time in every column of a talent and of a demand", () => {
    const { cases } = hostileCases<{ cases: { piece: string; count: number; tail: string }[] }>("slow inputs");
    for (const { piece, count, tail } of cases) {
      const text = `${piece.repeat(count)}${tail}`.slice(0, 100_000);
      for (const [header, reader] of [
        [TALENT_HEADER, readTalents],
        [DEMAND_HEADER, readDemands],
      ] as const) {
        for (const [column, name] of header.entries()) {
          const row = header.map((_, i) => (i === column ? text : i === 1 ? "张三" : ""));
          // A tenth of a megabyte a cell: work that grows with its square would outlast the test's own limit.
          expect([name, reader({ name: "slow", header, rows: [row] }).counts.rows]).toEqual([name, 1]);
        }
      }
    }
  });

  test("no output name leads out of its folder", async () => {
    const { payloads: names } = hostileCases<{ payloads: string[] }>("paths");
    for (const name of names) {
      const parent = scratchFolder();
      mkdirSync(join(parent, "in"));
      writeFileSync(join(parent, "in", "keep"), "");
      try {
        await writeFolder(join(parent, "in", "out"), [{ name, bytes: Uint8Array.of(1) }]);
      } catch (error) {
        if (!(error instanceof GuiyanError)) throw error;
        expect([name, existsSync(join(parent, "in", "out"))]).toEqual([name, false]);
      }
      expect([name, readdirSync(parent), readdirSync(join(parent, "in")).filter((entry) => entry !== "out")]).toEqual([
        name,
        ["in"],
        ["keep"],
      ]);
    }
  });
});
