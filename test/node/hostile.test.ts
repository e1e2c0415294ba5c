import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import type { Table } from "../../src/model/index.js";
import { encodeWorkbook, readTable, streamTable } from "../../src/node/index.js";
import { readTalents } from "../../src/registry/index.js";
import { makeArchive, textRow, workbookParts } from "./archive.js";
import { faultOf, scratchFile } from "./scratch.js";

const HEADER = textRow(1, ["姓名", "学历", "职称"]);
const plain = workbookParts(HEADER + textRow(2, ["张三", "硕士", "高级工程师"]));
const workbook = (bytes: Uint8Array) => scratchFile("talents.xlsx", bytes);
const csv = (bytes: string | Uint8Array) => scratchFile("talents.csv", bytes);
const told = ({ issues }: { readonly issues: readonly { code: string; source: { row?: number; column?: string } }[] }) =>
  issues.map(({ code, source: { row, column } }) => [code, row, column]);

async function streamRows(path: string, batchRows = 100): Promise<[number | undefined, unknown][]> {
  const rows: [number | undefined, unknown][] = [];
  for await (const batch of streamTable(path, { batchRows }))
    rows.push(...batch.rows.map((row, i): [number | undefined, unknown] => [batch.rowNumbers?.[i], row]));
  return rows;
}

describe("archives", () => {
  test("a directory that hides behind a ZIP64 mark is refused, not followed", async () => {
    const bytes = makeArchive(plain);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    view.setUint32(bytes.length - 22 + 12, 0xffffffff, true);
    expect((await faultOf(readTable(workbook(bytes)))).code).toBe("adapter-unsupported-format");
  });

  test("a part whose size the directory leaves out is refused, not sought elsewhere", async () => {
    const bytes = makeArchive(plain.map((part, i) => (i === 4 ? { ...part, flags: 8, stored: true } : part)));
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // The last directory entry: no checksum, no sizes; its local header keeps them.
    const entry = bytes.length - 22 - (46 + "xl/worksheets/sheet1.xml".length);
    for (const at of [16, 20, 24]) view.setUint32(entry + at, 0, true);
    expect((await faultOf(readTable(workbook(bytes)))).code).toBe("adapter-damaged-file");
  });

  test("a part that declares a hundred bytes and unpacks to millions is stopped by what comes out", async () => {
    const bomb = { name: "xl/worksheets/sheet2.xml", data: new Uint8Array(30_000_000), declaredSize: 100 };
    const { code, message } = await faultOf(readTable(workbook(makeArchive([...plain, bomb]))));
    expect([code, message]).toEqual(["limit-exceeded", expect.stringContaining("limits.ratio")]);
  });

  test.each([0.3, 0.6, 0.9])("a sheet that breaks off after %f of its text gives no rows at all", async (share) => {
    const long = workbookParts(HEADER + Array.from({ length: 50 }, (_, i) => textRow(i + 2, ["张三", "硕士", "高工"])).join(""));
    const path = workbook(
      makeArchive(
        long.map((part, i) => (i === 4 ? { ...part, data: String(part.data).slice(0, String(part.data).length * share) } : part)),
      ),
    );
    expect((await faultOf(readTable(path))).code).toBe("adapter-damaged-file");
    expect((await faultOf(streamRows(path))).code).toBe("adapter-damaged-file");
  });

  test("a chart sheet is passed over with an issue, in whole and in stream; a missing sheet is a fault", async () => {
    const chart = plain.map((part) =>
      part.name === "xl/workbook.xml"
        ? { ...part, data: String(part.data).replace("<sheets>", '<sheets><sheet name="图 &amp; 表" sheetId="2" r:id="r2"/>') }
        : part.name === "xl/_rels/workbook.xml.rels"
          ? {
              ...part,
              data: String(part.data).replace(
                "</Relationships>",
                '<Relationship Id="r2" Type="http://x/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
              ),
            }
          : part,
    );
    const path = workbook(makeArchive([...chart, { name: "xl/chartsheets/sheet1.xml", data: "<chartsheet/>" }]));
    const table = await readTable(path);
    expect(table.rows).toEqual([["张三", "硕士", "高级工程师"]]);
    expect(table.issues).toMatchObject([{ code: "sheet-skipped", severity: "info", source: { table: "talents.xlsx#图 & 表" } }]);
    expect(await streamRows(path)).toEqual([[2, ["张三", "硕士", "高级工程师"]]]);
    const missing = chart.map((part) => ({
      ...part,
      data: String(part.data).replace("relationships/chartsheet", "relationships/worksheet"),
    }));
    expect((await faultOf(readTable(workbook(makeArchive(missing))))).code).toBe("adapter-damaged-file");
  });

  test("twenty million cells from corner to corner are a limit, not damage", async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect((await faultOf(readTable(workbook(makeArchive(workbookParts(HEADER + far)))))).code).toBe("limit-exceeded");
  });

  test("a format that runs to the last column is no content", async () => {
    const path = workbook(
      makeArchive(workbookParts(`${HEADER}<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="XFD2" s="0"/></row>`)),
    );
    expect((await readTable(path)).rows).toEqual([["张三"]]);
    expect(await streamRows(path)).toEqual([[2, ["张三"]]]);
  });

  test("a header without rows is a table without rows; the record reader tells it", async () => {
    const table = await readTable(workbook(makeArchive(workbookParts(HEADER))));
    expect([table.header, table.rows]).toEqual([["姓名", "学历", "职称"], []]);
    expect(() => readTalents(table)).toThrow(expect.objectContaining({ code: "empty-table" }));
  });
});

describe("cells of a workbook", () => {
  test("lost digits, impossible dates and control characters are told with row and column", async () => {
    const styles = {
      name: "xl/styles.xml",
      data: '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    };
    const cells =
      '<row r="2"><c r="A2"><v>110101189003070000</v></c><c r="B2" s="1"><v>3000000</v></c><c r="C2" t="inlineStr"><is><t>高_x0001_工</t></is></c><c r="D2" s="1"><v>45000</v></c></row>';
    const parts = workbookParts(HEADER + cells).map((part) =>
      part.name === "xl/_rels/workbook.xml.rels"
        ? {
            ...part,
            data: String(part.data).replace(
              "</Relationships>",
              '<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
            ),
          }
        : part,
    );
    const table = await readTable(workbook(makeArchive([...parts, styles])));
    expect(table.rows).toEqual([[110101189003070000, null, "高工", "2023-03-15"]]);
    expect(told(table)).toEqual([
      ["cell-number-damaged", 2, "A"],
      ["cell-date-invalid", 2, "B"],
      ["cell-damaged-text", 2, "C"],
    ]);
  });
});

describe("text files", () => {
  test("a quote that never closes costs its own line only", async () => {
    const path = csv('姓名,学历,职称\n张三,硕士,高工\n李四,"本科,工程师\n王五,博士,教授\n"赵,六",硕士,副教授\n'.replace('"赵,六"', "赵六"));
    const table = await readTable(path);
    expect(table.rows).toEqual([
      ["张三", "硕士", "高工"],
      ["李四", "本科", "工程师"],
      ["王五", "博士", "教授"],
      ["赵六", "硕士", "副教授"],
    ]);
    expect(told(table)).toEqual([["cell-damaged-text", 3, undefined]]);
    expect(await streamRows(path)).toEqual(table.rows.map((row, i) => [i + 2, row]));
  });

  test("after many open quotes the rest is read without quotes; no line is lost", async () => {
    const names = Array.from({ length: 41 }, (_, i) => `甲${i}`);
    const path = csv(`姓名,学历\n${names.map((name) => `${name},"硕士`).join('"x\n"y\n')}\n`);
    const text = (await readTable(path)).rows.flat().join(" ");
    for (const name of names) expect(text).toContain(name);
  });

  test("lines that stray quotes have drawn into one cell are told", async () => {
    const table = await readTable(csv('姓名,学历,职称\n张三,"硕士,高工\n李四,本科,工程师\n王五,"博士",教授\n'));
    expect(table.issues.map(({ code }) => code)).toContain("cell-damaged-text");
  });

  test("rows shorter or longer than the header are told, blank lines and trailing separators are not", async () => {
    const table = await readTable(csv("姓名,学历,职称\n张三,硕士\n\n李四,本科,中级,多,余\n王五,博士,教授,,\n赵六,硕士,高工\n"));
    expect(told(table)).toEqual([
      ["row-ragged", 2, undefined],
      ["row-ragged", 4, undefined],
    ]);
  });

  test("a lone NUL is dirt and told; a file of controls is no text", async () => {
    const table = await readTable(csv("姓名,学历\n张\0三,硕士\n"));
    expect([table.rows, told(table)]).toEqual([[["张三", "硕士"]], [["cell-damaged-text", 2, "A"]]]);
    expect((await faultOf(readTable(csv("\u0001\u0002\0\u0003ab\n\0\0")))).code).toBe("adapter-unsupported-format");
  });

  test("byte-order marks inside the text vanish; a number that Excel has spoilt and a cut cell are told", async () => {
    const table = await readTable(csv(`姓名,证件号,备注\n\ufeff张三,1.10101E+17,${"长".repeat(30)}\n`), { limits: { cellLength: 20 } });
    expect(table.rows).toEqual([["张三", "1.10101E+17", "长".repeat(20)]]);
    expect(told(table)).toEqual([
      ["cell-number-damaged", 2, "B"],
      ["cell-too-long", 2, "C"],
    ]);
  });

  test("a web page or an XML sheet under the name .xls is refused as such", async () => {
    for (const text of ["<html><table><tr><td>姓名</td></tr></table></html>", '\ufeff\n<?xml version="1.0"?><Workbook/>']) {
      const { code, message } = await faultOf(readTable(scratchFile("名单.xls", text)));
      expect([code, message]).toEqual(["adapter-unsupported-format", expect.stringContaining("HTML")]);
    }
  });

  test("bytes of no encoding are told in a stream too", async () => {
    const issues: string[] = [];
    for await (const batch of streamTable(csv(Uint8Array.from([...Buffer.from("姓名,学历\n张三,"), 0xff, 0xff, 0x0a]))))
      issues.push(...batch.issues.map(({ code }) => code));
    expect(issues).toContain("encoding-replaced");
  });

  test("issues of one table are capped, and the cap is told", async () => {
    const { issues } = await readTable(csv(`姓名,学历\n${"a\n".repeat(10_050)}`));
    expect([issues.length, issues.at(-1)?.code]).toEqual([10_001, "limit-reached"]);
  });

  test("a sheet of a thousand unknown columns is refused, none of them being guessed at length", async () => {
    const sign = (n: number) => String.fromCodePoint(0x4e00 + (n % 20_000));
    const rows = Array.from({ length: 60 }, (_, r) =>
      Array.from({ length: 1000 }, (_, c) => `${sign(r * 1000 + c * 37)}乙${sign(c * 91 + r)}${r * 1000 + c}`),
    );
    const table = await readTable(csv([Array.from({ length: 1000 }, (_, c) => `q${c}`), ...rows].map((row) => row.join(",")).join("\n")));
    expect(() => readTalents(table)).toThrow(expect.objectContaining({ code: "no-recognisable-header" }));
  });
});

describe("laws", () => {
  const HARD = fc.constantFrom("𠮷", "６", "　", '"', ",", "\n", "\r\n", "\t", "=1+1", "'", ";", "\ufeff", "\0", "中", "é");
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.array(HARD, { maxLength: 6 }).map((signs) => signs.join("")),
  );
  const sheet = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  const quoted = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
  const HEAD = ["姓名", "学历", "职称"];

  const codeOf = (error: unknown): string => {
    if (error instanceof GuiyanError) return error.code;
    throw error;
  };

  test("the batches of a stream are the rows of the whole, in numbers and cells", async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.boolean(), async (rows, asCsv) => {
        const many = Array.from({ length: 60 }, () => rows).flat();
        const path = asCsv
          ? scratchFile("t.csv", quoted([HEAD, ...many]))
          : scratchFile("t.xlsx", await encodeWorkbook({ sheets: [{ name: "名单", header: HEAD, rows: many }] }));
        // A sheet of little but control characters is taken for a binary file: then both must say so.
        const whole: Table | string = await readTable(path).catch(codeOf);
        const rowsOfStream = await streamRows(path).catch(codeOf);
        if (typeof whole === "string" || typeof rowsOfStream === "string") {
          expect([rowsOfStream, asCsv]).toEqual([whole, true]);
          return;
        }
        const filled = ([, row]: [unknown, unknown]) => (row as unknown[]).length > 0;
        const expected = whole.rows.map((row, i): [number | undefined, unknown] => [whole.rowNumbers?.[i], row]).filter(filled);
        expect(rowsOfStream.filter(filled)).toEqual(expected);
      }),
      { numRuns: 30, examples: [[[["", "\u0000", "\u0000"]], true]] },
    );
  });

  test("whatever the bytes, only GuiyanError escapes, and no cell stands in it", async () => {
    const archive = makeArchive(plain);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .tuple(fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), fc.nat(40))
        .map(([changes, cut]) => {
          const copy = Uint8Array.from(archive);
          for (const [at, byte] of changes) copy[at] = byte;
          return copy.subarray(0, copy.length - cut);
        }),
      sheet.map((rows) => new TextEncoder().encode(`姓名,学历\n${rows.flat().join(",")}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const path = scratchFile("t.xlsx", content);
        try {
          await readTable(path);
        } catch {
          const error = await faultOf(readTable(path));
          expect(error.message).toMatch(/^t\.xlsx: expected/);
          expect(inspect(error, { depth: 6 })).not.toContain("张三");
        }
      }),
      { numRuns: 300 },
    );
  });
});
