import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTable } from "../../src/node/index.js";
import { readTalents } from "../../src/registry/index.js";
import { type MadePart, makeArchive, textRow, workbookParts } from "./archive.js";
import { faultOf, scratchFile, scratchFolder } from "./scratch.js";

const HEADER = textRow(1, ["姓名", "学历", "职称"]);
const plain = workbookParts(HEADER + textRow(2, ["张三", "硕士", "高级工程师"]));
const workbook = (parts: readonly MadePart[], count?: number) => scratchFile("talents.xlsx", makeArchive(parts, count));
const csv = (bytes: string | Uint8Array) => scratchFile("talents.csv", bytes);

/** GB18030 bytes of 姓名,学历\n张三,硕士\n. */
const GB = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xc0, 0xfa, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xcb, 0xb6, 0xca, 0xbf, 0x0a,
]);

describe("readTable on .xlsx", () => {
  test("reads cells under the header that it finds, and names sheet and rows", async () => {
    const table = await readTable(workbook(plain));
    expect(table).toMatchObject({
      name: "talents.xlsx#名单",
      header: ["姓名", "学历", "职称"],
      rows: [["张三", "硕士", "高级工程师"]],
      rowNumbers: [2],
    });
    expect(table.sheets).toHaveLength(1);
  });

  test("finds the header below a title, joins two merged header rows, keeps row numbers", async () => {
    const rows = [
      textRow(1, ["南乐县在外人才信息表"]),
      textRow(2, ["姓名", "联系方式", "", "籍贯"]),
      textRow(3, ["", "手机", "邮箱", ""]),
      textRow(4, ["张三", "13800000000", "a@example.com", "河南南乐"]),
    ].join("");
    const merges = '<mergeCells count="3"><mergeCell ref="A1:D1"/><mergeCell ref="B2:C2"/><mergeCell ref="A2:A3"/></mergeCells>';
    const table = await readTable(workbook(workbookParts(rows, merges)));
    expect(table.header).toEqual(["姓名", "联系方式/手机", "联系方式/邮箱", "籍贯"]);
    expect(table.rowNumbers).toEqual([4]);
    expect(table.issues.map(({ code }) => code)).toContain("row-above-header");
    expect(readTalents(table).records[0]).toMatchObject({ name: "张三", phone: "13800000000", email: "a@example.com", hometown: "410923" });
  });

  test("dates become ISO text in both date systems, errors stay visible, formulas give their stored value", async () => {
    const cells =
      '<row r="2"><c r="A2" t="inlineStr"><is><t>张三</t></is></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2"><f>1+1</f><v>2</v></c></row>';
    const table = await readTable(workbook(workbookParts(HEADER + cells)));
    expect(table.rows[0]).toEqual(["张三", "#N/A", 2]);
    const reading = readTalents(table);
    expect(reading.issues.filter(({ code }) => code === "cell-error-value")).toMatchObject([{ source: { row: 2, column: "学历" } }]);
  });

  test("one sheet may be asked for; another name is refused", async () => {
    const path = workbook(plain);
    expect((await readTable(path, { sheet: "名单" })).rows).toHaveLength(1);
    expect((await readTable(path, { sheet: 0 })).rows).toHaveLength(1);
    expect((await faultOf(readTable(path, { sheet: "别的" }))).code).toBe("invalid-option");
  });

  test.each<[string, () => Uint8Array, string]>([
    ["a cut archive", () => makeArchive(plain).subarray(0, 400), "adapter-damaged-file"],
    ["a wrong checksum", () => makeArchive(plain.map((part, i) => (i === 4 ? { ...part, declaredCrc: 1 } : part))), "adapter-damaged-file"],
    [
      "a part larger than declared",
      () => makeArchive(plain.map((part, i) => (i === 4 ? { ...part, declaredSize: 10 } : part))),
      "adapter-damaged-file",
    ],
    ["a doubled part", () => makeArchive([...plain, plain[4] as MadePart]), "adapter-damaged-file"],
    ["overlapping parts", () => makeArchive([...plain, { name: "xl/other.xml", data: "", sameAs: 4 }]), "adapter-damaged-file"],
    ["a locked part", () => makeArchive(plain.map((part) => ({ ...part, flags: 1 }))), "adapter-unsupported-format"],
    ["an odd packing method", () => makeArchive(plain.map((part) => ({ ...part, method: 12 }))), "adapter-unsupported-format"],
    [
      "a UTF-16 part",
      () =>
        makeArchive(plain.map((part, i) => (i === 4 ? { ...part, data: Buffer.from(`\ufeff${part.data as string}`, "utf16le") } : part))),
      "adapter-unsupported-format",
    ],
    [
      "an entity declaration",
      () =>
        makeArchive(plain.map((part, i) => (i === 4 ? { ...part, data: `<!DOCTYPE x [<!ENTITY a "b">]>${part.data as string}` } : part))),
      "adapter-damaged-file",
    ],
    ["a zip bomb", () => makeArchive([...plain, { name: "xl/worksheets/sheet2.xml", data: new Uint8Array(12_000_000) }]), "limit-exceeded"],
    ["no workbook inside", () => makeArchive([{ name: "readme.txt", data: "hello" }]), "adapter-unsupported-format"],
    ["a .docx", () => makeArchive([...plain.slice(0, 2), { name: "word/document.xml", data: "<x/>" }]), "adapter-unsupported-format"],
    [
      "an .ods",
      () =>
        makeArchive([
          { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
          { name: "content.xml", data: "<x/>" },
        ]),
      "adapter-unsupported-format",
    ],
    ["an .xlsb", () => makeArchive([...plain.slice(0, 2), { name: "xl/workbook.bin", data: "x" }]), "adapter-unsupported-format"],
    ["an old .xls", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "adapter-unsupported-format"],
    ["a PDF", () => Buffer.from("%PDF-1.7 ..."), "adapter-unsupported-format"],
    ["a binary file", () => Uint8Array.from([1, 2, 0, 4, 0, 9, 9, 9, 200, 201]), "adapter-unsupported-format"],
    ["an empty file", () => new Uint8Array(0), "empty-table"],
    ["an empty sheet", () => makeArchive(workbookParts("")), "empty-table"],
    [
      "broken sheet XML",
      () => makeArchive(plain.map((part, i) => (i === 2 ? { ...part, data: "<workbook><sheets>" } : part))),
      "adapter-damaged-file",
    ],
  ])("%s is refused by name, without the file's folders", async (_, bytes, code) => {
    const path = scratchFile("name.xlsx", bytes());
    const error = await faultOf(readTable(path));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^name\.xlsx: expected/);
    expect(error.message).not.toContain("guiyan-test-");
  });

  test.each<[string, MadePart]>([
    ["a name that climbs out", { name: "../../evil.xml", data: "x" }],
    ["a name from the root", { name: "/etc/evil.xml", data: "x" }],
    ["a picture past the packing ratio", { name: "xl/media/image1.png", data: new Uint8Array(12_000_000) }],
    ["a picture with a wrong checksum", { name: "xl/media/image1.png", data: "x", declaredCrc: 1 }],
    ["macros", { name: "xl/vbaProject.bin", data: "x" }],
    ["foreign XML in UTF-16", { name: "customXml/item1.xml", data: Buffer.from("\ufeff<x/>", "utf16le") }],
  ])("%s holds no cells: the part is left alone and the sheet is read", async (_, part) => {
    const path = workbook([part, ...plain]);
    expect((await readTable(path)).rows).toEqual([["张三", "硕士", "高级工程师"]]);
    expect(readdirSync(dirname(path))).toEqual(["talents.xlsx"]);
  });

  test.each([
    ["bytes", 10],
    ["inflatedBytes", 10],
    ["entries", 2],
    ["rows", 1],
    ["columns", 2],
  ] as const)("a limit on %s is named when it is passed", async (name, value) => {
    const error = await faultOf(readTable(workbook(plain), { limits: { [name]: value } }));
    expect([error.code, error.message]).toEqual(["limit-exceeded", expect.stringContaining(`limits.${name}`)]);
  });
});

describe("readTable on .csv", () => {
  test.each<[string, Uint8Array | string]>([
    ["UTF-8", "姓名,学历\n张三,硕士\n"],
    ["UTF-8 with mark", "\ufeff姓名,学历\r\n张三,硕士\r\n"],
    ["GB18030", GB],
    ["UTF-16 LE with mark", Buffer.from("\ufeff姓名,学历\r\n张三,硕士\r\n", "utf16le")],
    ["UTF-16 BE with mark", Buffer.from("\ufeff姓名,学历\r\n张三,硕士\r\n", "utf16le").swap16()],
    ["old Mac line ends", "姓名,学历\r张三,硕士\r"],
    ["tabs", "姓名\t学历\n张三\t硕士\n"],
    ["semicolons and a sep line", "sep=;\n姓名;学历\n张三;硕士\n"],
    ["quotes", '"姓名","学历"\n"张三","硕士"\n'],
  ])("%s is read alike", async (_, bytes) => {
    const table = await readTable(csv(bytes));
    expect(table).toMatchObject({ name: "talents.csv", header: ["姓名", "学历"], rows: [["张三", "硕士"]] });
    expect(table.issues.filter(({ code }) => code === "encoding-replaced")).toEqual([]);
  });

  test("a file that breaks UTF-8 in its last line is read as GB18030 from its first", async () => {
    const long = new Uint8Array([...GB, ...new Uint8Array(400_000).fill(0x61), 0x2c, 0xcb, 0xb6, 0xca, 0xbf, 0x0a]);
    expect((await readTable(csv(long))).header).toEqual(["姓名", "学历"]);
  });

  test("bytes of no encoding are replaced, counted as an issue", async () => {
    const table = await readTable(csv(Uint8Array.from([...Buffer.from("姓名,学历\n张三,"), 0xff, 0xff, 0x0a])));
    expect(table.issues.map(({ code }) => code)).toContain("encoding-replaced");
    expect(table.rows[0]?.[0]).toBe("张三");
  });

  test("line feeds and separators inside quotes belong to the cell, blank lines keep row numbers", async () => {
    const table = await readTable(csv('姓名,备注\n张三,"一,\n二"\n\n李四,"说""好"""\n'));
    expect(table.rows).toEqual([["张三", "一,\n二"], [], ["李四", '说"好"']]);
    expect(table.rowNumbers).toEqual([2, 3, 4]);
  });

  test('Excel\'s ="00123" keeps its zeros; stray quotes and ragged rows do not stop it', async () => {
    const table = await readTable(csv('姓名,编号\n张三,="00123"\n李"四,7,多余\n王五\n'));
    expect(table.rows).toEqual([["张三", "00123"], ['李"四', "7", "多余"], ["王五"]]);
  });

  test("limits hold for rows and columns, and long cells are cut", async () => {
    expect((await faultOf(readTable(csv("姓名,学历\na,b\na,b\na,b\n"), { limits: { rows: 2 } }))).message).toContain("limits.rows");
    expect((await faultOf(readTable(csv("姓名,学历,电话\na,b,c\n"), { limits: { columns: 2 } }))).message).toContain("limits.columns");
    expect((await readTable(csv(`姓名,学历\n${"长".repeat(50)},b\n`), { limits: { cellLength: 10 } })).rows[0]?.[0]).toHaveLength(10);
  });
});

describe("readTable and the outside world", () => {
  test("a missing file, a folder and an unknown option are told", async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "inner.xlsx"));
    expect(await faultOf(readTable(join(folder, "none.xlsx")))).toMatchObject({
      code: "adapter-missing-file",
      details: { system: "ENOENT" },
    });
    expect((await faultOf(readTable(join(folder, "inner.xlsx")))).code).toBe("adapter-missing-file");
    expect((await faultOf(readTable(csv("a"), { sheets: 1 } as object))).code).toBe("unknown-option");
    expect((await faultOf(readTable(csv("a"), { limits: { row: 1 } as object }))).code).toBe("unknown-option");
    expect((await faultOf(readTable(csv("a"), { limits: { rows: 0 } }))).code).toBe("invalid-option");
  });

  test("a cancelled read stops with aborted", async () => {
    expect((await faultOf(readTable(csv("姓名,学历\na,b\n"), { signal: AbortSignal.abort() }))).code).toBe("aborted");
  });

  test("progress rises to one", async () => {
    const told: number[] = [];
    await readTable(workbook(plain), { onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(1);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });
});
