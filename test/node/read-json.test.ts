import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable, streamTable, type TableBatch } from "../../src/node/index.js";
import { readTalents } from "../../src/registry/index.js";
import { faultOf, scratchFile } from "./scratch.js";

const json = (text: string | Uint8Array) => scratchFile("talents.json", text);
const lines = (text: string) => scratchFile("talents.ndjson", text);
const told = ({ issues }: { readonly issues: readonly { code: string; source: { row?: number; column?: string } }[] }) =>
  issues.map(({ code, source: { row, column } }) => [code, row, column]);

describe("records in JSON", () => {
  test("a list of objects is a table whose header is every key in order of first sight", async () => {
    const table = await readTable(json('[{"姓名":"张三","学历":"硕士"},{"职称":"高工","姓名":"李四"}]'));
    expect([table.header, table.rows, table.rowNumbers]).toEqual([
      ["姓名", "学历", "职称"],
      [
        ["张三", "硕士"],
        ["李四", null, "高工"],
      ],
      [1, 2],
    ]);
    expect(readTalents(table).records.map(({ name, degree }) => [name, degree])).toEqual([
      ["张三", "master"],
      ["李四", undefined],
    ]);
  });

  test("an object may hold the one list; a mark and other encodings are read as in text files", async () => {
    const rows = [["张三"]];
    expect((await readTable(json('\ufeff{"total":1,"data":[{"姓名":"张三"}]}'))).rows).toEqual(rows);
    const bytes = Buffer.from('[{"', "latin1");
    const gb18030 = Uint8Array.from([...bytes, 0xd0, 0xd5, 0xc3, 0xfb, 0x22, 0x3a, 0x22, 0xd5, 0xc5, 0xc8, 0xfd, 0x22, 0x7d, 0x5d]);
    expect((await readTable(json(gb18030))).rows).toEqual(rows);
  });

  test("of a key that stands twice the last value counts", async () => {
    expect((await readTable(json('[{"编号":"1","编号":"2","姓名":"甲"}]'))).rows).toEqual([["2", "甲"]]);
  });

  test("numbers that lost their digits, values within values and entries that are no record are told", async () => {
    const table = await readTable(
      json('[{"a":9007199254740993,"b":1e400,"c":-0},{"d":["x",1,true,null],"e":[["x"]],"f":{}},7,{"a":"\\u0001x"}]'),
    );
    expect(table.rows).toEqual([[9007199254740992, null, 0], [null, null, null, "x、1、true", null, null], ["x"]]);
    expect(table.rowNumbers).toEqual([1, 2, 4]);
    expect(told(table)).toEqual([
      ["cell-number-damaged", 1, "a"],
      ["cell-number-damaged", 1, "b"],
      ["cell-unresolved", 2, "e"],
      ["cell-unresolved", 2, "f"],
      ["row-damaged", 3, undefined],
      ["cell-damaged-text", 4, "a"],
    ]);
  });

  test.each([
    ["adapter-damaged-file", '[{"id":"1"}]]'],
    ["adapter-damaged-file", "[{'id':1}]"],
    ["adapter-damaged-file", "\ufeff"],
    ["adapter-unsupported-format", "[1,2]"],
    ["adapter-unsupported-format", '"text"'],
    ["adapter-unsupported-format", "{}"],
    ["adapter-unsupported-format", '{"a":[],"b":[]}'],
    ["empty-table", "[]"],
    ["empty-table", ""],
  ])("%s: %s is refused", async (code, text) => {
    expect((await faultOf(readTable(json(text)))).code).toBe(code);
  });

  test("lists within lists are a limit, however many", async () => {
    const deep = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect((await faultOf(readTable(json(deep(200_000))))).code).toBe("limit-exceeded");
    const bracketed = `${"[".repeat(100)}"\\`;
    expect((await readTable(json(JSON.stringify([{ a: bracketed }])))).rows).toEqual([[bracketed]]);
  });

  test("nothing of a broken text stands in the error", async () => {
    expect(inspect(await faultOf(readTable(json('[{"姓名":张三丰}]'))), { depth: 6 })).not.toContain("张三丰");
  });

  test("limits name themselves", async () => {
    const path = json('[{"a":"长长长"},{"b":1}]');
    expect((await faultOf(readTable(path, { limits: { columns: 1 } }))).message).toContain("limits.columns");
    expect((await faultOf(readTable(path, { limits: { rows: 1 } }))).message).toContain("limits.rows");
    const cut = await readTable(path, { limits: { cellLength: 2 } });
    expect([cut.rows[0], told(cut)]).toEqual([["长长"], [["cell-too-long", 1, "a"]]]);
  });
});

describe("records a line", () => {
  test("a line that is no object is told and set aside, the others are kept under their line numbers", async () => {
    const table = await readTable(lines('{"姓名":"张三"}\r\n{"姓名":\n\n[1]\n{"姓名":"李四","学历":"博士"}'));
    expect([table.header, table.rows, table.rowNumbers]).toEqual([
      ["姓名", "学历"],
      [["张三"], ["李四", "博士"]],
      [1, 5],
    ]);
    expect(told(table)).toEqual([
      ["row-damaged", 2, undefined],
      ["row-damaged", 4, undefined],
    ]);
  });

  test("a file without one object is damaged, a blank one empty", async () => {
    expect((await faultOf(readTable(lines('{\n"a": 1\n}')))).code).toBe("adapter-damaged-file");
    expect((await faultOf(readTable(lines(" \n\n")))).code).toBe("empty-table");
  });

  test("the stream gives the rows of the whole; later batches have more columns; faults behind the last row are told", async () => {
    const records = Array.from({ length: 200 }, (_, i) => JSON.stringify({ 姓名: `甲${i}`, ...(i > 150 ? { 学历: "博士" } : {}) }));
    for (const path of [lines(`${records.join("\n")}\nnot json\n`), json(`[${records.join(",")},7]`)]) {
      const whole = await readTable(path);
      const batches: TableBatch[] = [];
      for await (const batch of streamTable(path, { batchRows: 100 })) batches.push(batch);
      expect(batches.map(({ rows }) => rows.length)).toEqual([100, 100]);
      expect(batches.flatMap(({ rows }) => rows)).toEqual(whole.rows);
      expect(batches.at(-1)?.header).toEqual(["姓名", "学历"]);
      expect(batches.flatMap(({ issues }) => issues.map(({ code }) => code))).toEqual(["row-damaged"]);
    }
  });

  test("whatever the members are called and hold, a written record is read back", async () => {
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null));
    const key = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("__proto__", "constructor", "toString", ""));
    const clean = (text: string) => text.replace(/\ufeff|[^\P{Cc}\t\n\r]/gu, "");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 6 }), async (members) => {
        const source = `{${members.map(([name, held]) => `${JSON.stringify(name)}:${JSON.stringify(held)}`).join(",")}}`;
        const { header, rows } = await readTable(lines(source));
        const last = new Map(members);
        expect(header).toHaveLength(last.size);
        expect(header.map((label, i) => [label, rows[0]?.[i] ?? null])).toEqual(
          expect.arrayContaining([...last].map(([name, held]) => [clean(name), typeof held === "string" ? clean(held) : held])),
        );
        expect(Object.hasOwn({}, "polluted")).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
