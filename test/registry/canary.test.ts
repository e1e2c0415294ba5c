import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { GuiyanError, type Issue, type IssueCode } from "../../src/errors/index.js";
import { type Cell, parseChain, parseDemand, parseTalent, type Table, type Talent } from "../../src/model/index.js";
import { readTable, streamTable } from "../../src/node/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { readDemands, readTalents } from "../../src/registry/index.js";
import { compileDemand, score } from "../../src/scoring/index.js";
import { resolveRegion } from "../../src/taxonomy/index.js";
import { say } from "../cli/terminal.js";
import { makeArchive, textRow, workbookParts } from "../node/archive.js";
import { scratchFile } from "../node/scratch.js";

/** Every code of an issue; the compiler keeps the list whole. */
const CODES: Readonly<Record<IssueCode, true>> = {
  "cell-ambiguous": true,
  "cell-unresolved": true,
  "cell-shifted": true,
  "cell-two-facts": true,
  "cell-error-value": true,
  "cell-formula": true,
  "cell-damaged-text": true,
  "cell-number-damaged": true,
  "cell-date-invalid": true,
  "cell-too-long": true,
  "column-unmapped": true,
  "column-guessed": true,
  "row-empty": true,
  "row-ragged": true,
  "row-damaged": true,
  "row-repeated-header": true,
  "row-above-header": true,
  "row-total": true,
  "row-no-identity": true,
  "id-duplicate": true,
  "requirement-unread": true,
  "requirement-unused": true,
  "protected-attribute": true,
  "encoding-replaced": true,
  "sheet-hidden": true,
  "sheet-skipped": true,
  "limit-reached": true,
};

let next = 0;
/** A text that stands nowhere else: no message can hold it by chance. */
const canary = (word = "") => `朱鹮${word}Q${String(next++).padStart(3, "0")}Z`;

const HEADER = ["人才编号", "姓名", "学历", "职称", "籍贯", "电话", "邮箱", "单位", "专业", "入库时间", "身份证号", "说不清", ""];
const person = (cells: Readonly<Record<string, Cell>>): Cell[] => HEADER.map((label) => cells[label] ?? "");

/** Sheets that raise every issue which a table in memory can raise. */
function dirtyTables(): { talents: Table; demands: Table } {
  const id = canary();
  const talents: Cell[][] = [
    person({
      人才编号: id,
      姓名: canary(),
      籍贯: "鼓楼区",
      电话: canary(),
      邮箱: canary(),
      专业: canary(),
      说不清: canary(),
      "": "河南省濮阳市",
    }),
    person({ 人才编号: id, 姓名: `\u202e${canary()}`, 学历: "博士研究生，教授", 入库时间: `2025-02-30${canary()}`, "": "河南省南乐县" }),
    person({ 姓名: canary(), 学历: `=CONCAT(${canary()})`, 职称: "#N/A", 电话: "1.38E+10", 身份证号: "110101189101010000", "": "上海市" }),
    person({ 姓名: canary(), 学历: "研究生", 职称: canary(), 籍贯: canary(), 身份证号: "110101189101010031" }),
    person({}),
    ["合计", canary()],
    [...HEADER],
    person({ 学历: "硕士" }),
    [...person({ 姓名: canary(), 单位: `${canary()}？委` }), canary(), canary()],
  ];
  const demandHeader = [
    "岗位编号",
    "岗位名称",
    "招聘人数",
    "学历要求",
    "经验要求",
    "专业要求",
    "职称要求",
    "其他要求",
    "薪资",
    "工作地点",
    "紧急程度",
    "行业",
    "统一社会信用代码",
  ];
  const demand = (...cells: Cell[]) => cells;
  const demands: Cell[][] = [
    demand(
      canary(),
      canary(),
      canary(),
      "3-5年",
      "本科",
      canary(),
      canary(),
      `限35岁以下，${canary()}，男性优先`,
      canary(),
      canary(),
      canary(),
      canary(),
      "91110000MA0000000J",
    ),
    demand(
      canary(),
      canary(),
      "2名",
      canary(),
      canary(),
      `${canary()}、${canary()}`,
      "",
      `负责${canary()}；熟练掌握${canary()}`,
      "20000-8000",
      "鼓楼区",
      "",
      "",
      "",
    ),
  ];
  return {
    talents: {
      name: "talents.xlsx#名单",
      header: HEADER,
      rows: talents,
      sheets: [
        { name: "talents.xlsx#名单", header: HEADER, rows: talents },
        { name: "talents.xlsx#附表", header: [canary(), canary()], rows: [[canary(), canary()]] },
      ],
    },
    demands: { name: "demands.xlsx#需求", header: demandHeader, rows: demands },
  };
}

/** Cells of three and more characters; shorter ones (硕士) may stand in a message as words of its own. */
const textsOf = ({ sheets, rows, header }: Table): string[] =>
  (sheets ?? [{ rows, header }])
    .flatMap((sheet) => sheet.rows.flat())
    .map(String)
    .filter((text) => [...text].length > 2 && !HEADER.includes(text));

function expectSilent(issues: readonly Issue[], texts: readonly string[]): void {
  for (const { message, messageZh, details } of issues) {
    const told = `${message}\n${messageZh}\n${JSON.stringify(details ?? {})}`;
    expect(texts.filter((text) => told.includes(text))).toEqual([]);
    expect(told).not.toContain("朱鹮");
  }
}

/** The GuiyanError that work ends in; nothing where a reader mends what it is given. */
async function faultOf(work: () => unknown): Promise<GuiyanError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof GuiyanError) return error;
    throw error;
  }
}

async function streamed(path: string): Promise<void> {
  for await (const batch of streamTable(path)) expect(batch.rows.length).toBeGreaterThan(0);
}

describe("no cell's text leaves the table", () => {
  test("in an issue of any code", async () => {
    const { talents, demands } = dirtyTables();
    const seen = new Set<IssueCode>();
    const look = (issues: readonly Issue[], texts: readonly string[]) => {
      expectSilent(issues, texts);
      for (const { code } of issues) seen.add(code);
    };
    look(readTalents(talents).issues, textsOf(talents));
    look(readTalents(talents, { maxIssues: 1 }).issues, textsOf(talents));
    look(readDemands(demands).issues, textsOf(demands));
    const files: [string, string | Uint8Array][] = [
      [
        "t.csv",
        `${canary()}\n姓名,学历,单位\n朱\u0001鹮${canary()},硕士,${canary()}${"长".repeat(200)}\n${canary()}\n1.10101E+17,${canary()}\n`,
      ],
      ["g.csv", Buffer.concat([Buffer.from(`姓名,学历\n${canary()},`), Uint8Array.of(0xff, 0xff, 0x0a)])],
      ["t.ndjson", `{"姓名":"${canary()}","学历":{"x":"${canary()}"},"编号":9007199254740993}\n{"姓名":"${canary()}"`],
      [
        "h.xlsx",
        makeArchive(
          workbookParts(textRow(1, ["姓名", "学历"]) + textRow(2, [canary(), "硕士"])).map((part) => ({
            ...part,
            data: String(part.data).replace("<sheet ", '<sheet state="hidden" '),
          })),
        ),
      ],
    ];
    for (const [name, content] of files) {
      const table = await readTable(scratchFile(name, content), { limits: { cellLength: 100 } });
      look(table.issues, textsOf(table));
    }
    expect(Object.keys(CODES).filter((code) => !seen.has(code as IssueCode))).toEqual([]);
  });

  test("in an error, its details or its cause", async () => {
    const bird = canary();
    const talent = (more: Partial<Talent> | Record<string, unknown>): Talent => ({ id: bird, name: bird, ...more }) as Talent;
    const demand = { id: "d1", requirements: [{ dimension: "degree", kind: "hard" as const, values: ["master"] }] };
    const sheet = (data: string) => makeArchive(workbookParts(data));
    const file = (name: string, content: string | Uint8Array) => () => readTable(scratchFile(name, content));
    const runs: readonly (() => unknown)[] = [
      file("t.json", `[{"姓名":"${bird}"`),
      file("t.json", `"${bird}"`),
      file("t.ndjson", bird),
      file("t.csv", bird),
      file("t.csv", `姓名,学历\n${`"${bird}",`.repeat(1200)}`),
      file("t.xlsx", sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${bird}</t></is></c></row><row r="x${bird}"><c r="${bird}">`)),
      file("t.xlsx", sheet(`<row r="1"><c r="A1" t="s"><v>${bird}</v></c><${bird}></row>`)),
      () => streamed(scratchFile("t.xlsx", sheet(`<row r="1"><c r="${bird}1"><v>${bird}</v></c><b></row>`))),
      () => streamed(scratchFile("t.ndjson", bird)),
      () => readTalents({ name: "t", header: [bird, canary()], rows: [[bird, bird]] }),
      () => readDemands({ name: "t", header: ["姓名"], rows: [[bird]] }),
      () => readTalents({ name: "t", header: ["姓名"], rows: [] }),
      () => parseTalent(talent({ fields: [bird, 1] })),
      () => parseTalent(talent({ degree: bird })),
      () => parseDemand({ id: bird, requirements: [{ dimension: bird, kind: bird, values: [] }] }),
      () => parseChain({ id: bird, name: bird, version: "1", provenance: bird, segments: [{ id: bird }] }),
      () => rank([talent({ fields: [bird] })], demand),
      () => rank([talent({}), talent({})], demand),
      () => rank([talent({ residence: bird })], demand),
      () =>
        rank(
          [talent({ facts: { x: bird } })],
          { id: "d1", requirements: [{ dimension: "x", kind: "soft", values: ["y"] }] },
          { criteria: { dimensions: { x: {} } } },
        ),
      () => createTalentIndex([talent({ degree: bird })]),
      () => createTalentIndex([talent({}), talent({})]),
      () => score(talent({ title: { grade: bird } }), demand),
      () => compileDemand({ ...demand, requirements: [{ dimension: "field", kind: "soft", values: [bird] }] }),
      () => compileDemand({ ...demand, requirements: [{ dimension: bird, kind: "soft", values: [bird] }] }),
      () => compileDemand({ ...demand, unknown: bird as never }),
    ];
    const codes = new Set<string>();
    let mended = 0;
    for (const run of runs) {
      const error = await faultOf(run);
      if (error === undefined) {
        mended++;
        continue;
      }
      codes.add(error.code);
      const { stack: _, ...rest } = error;
      const told = inspect({ ...rest, message: error.message, cause: inspect(error.cause, { depth: 8 }) }, { depth: 8 });
      expect(told).not.toContain(bird);
    }
    // A stray element within a row is passed over by the reader of workbooks.
    expect([mended, codes.size > 7]).toEqual([1, true]);
  });

  test("in what the program prints of a faulty file, unless it is asked to", async () => {
    const bird = canary();
    const file = scratchFile("t.csv", `姓名,学历,电话,身份证号\n${bird},${bird},${bird},110101189101010031\n`);
    for (const words of [
      ["check", file],
      ["check", file, "--json"],
      ["match", file, file, "--out", "unused"],
    ]) {
      const { out, err } = await say(words);
      expect(out + err).not.toContain(bird);
      expect(out + err).not.toContain("110101189101010031");
    }
    const shown = await say(["check", file, "--show-values"]);
    expect(shown.out).toContain(bird);
    expect(shown.out).not.toContain("110101189101010031");
    expect(resolveRegion(bird).status).toBe("unresolved");
  });
});
