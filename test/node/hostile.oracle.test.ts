import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { GuiyanError, type Issue } from "../../src/errors/index.js";
import type { Cell, Table } from "../../src/model/index.js";
import { encodeWorkbook, readTable, streamTable, writeFolder } from "../../src/node/index.js";
import { readDemands, readTalents } from "../../src/registry/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";
import { faultOf, scratchFile, scratchFolder } from "./scratch.js";

/** What a case file asks of one input. */
interface Expectation {
  readonly class: "ok" | "reject" | "quarantine" | "limit";
  readonly rows?: number | readonly (readonly Cell[])[];
  readonly rowsCount?: number;
  readonly rowsBad?: number;
  readonly value?: string;
  readonly alt?: string;
}

/** What came of an input: a table with all issues met on the way to records, or the error. */
interface Outcome {
  readonly table?: Table;
  readonly issues: readonly Issue[];
  readonly error?: GuiyanError;
}

/** Files below a folder of the shared data whose names end so. */
function filesBelow(ending: RegExp, ...folder: string[]): string[] {
  return readdirSync(sharedData(...folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const label = (path: string) => relative(sharedData("hostile"), path);
const filled = (row: readonly Cell[]) => row.some((cell) => cell !== null && cell !== "");
const issueOf = (work: () => { readonly issues: readonly Issue[] }): readonly Issue[] => {
  try {
    return work().issues;
  } catch (error) {
    if (error instanceof GuiyanError) return error.issues;
    throw error;
  }
};

/** Reads a file as the program does: the table, then both kinds of records. Anything but a GuiyanError escapes. */
async function read(path: string): Promise<Outcome> {
  try {
    const table = await readTable(path);
    const told = [...issueOf(() => readTalents(table)), ...issueOf(() => readDemands(table))];
    return { table, issues: [...table.issues, ...told] };
  } catch (error) {
    if (!(error instanceof GuiyanError)) throw error;
    return { error, issues: [] };
  }
}

/** Filled rows that the stream gives, with their numbers, or the code of its error. */
async function streamed(path: string): Promise<string[] | string> {
  const lines: string[] = [];
  try {
    for await (const batch of streamTable(path, { batchRows: 100 })) lines.push(...numbered(batch));
    return lines;
  } catch (error) {
    if (!(error instanceof GuiyanError)) throw error;
    return error.code;
  }
}

function numbered({ name, rows, rowNumbers }: Table): string[] {
  return rows.flatMap((row, i) => (filled(row) ? [`${name} ${rowNumbers?.[i]} ${JSON.stringify(row)}`] : []));
}

/** Cells as text, header line included, blank lines and cells aside: what an expectation of `rows` compares. */
const texts = ({ header, rows }: Table) => [header, ...rows].filter(filled).map((row) => row.map((cell) => String(cell ?? "")));

/** Why an outcome does not meet its expectation; nothing when it does. */
function deviation(expected: Expectation, { table, issues, error }: Outcome): string | undefined {
  const alternatives = expected.alt ?? "";
  if (error?.code === "limit-exceeded") return expected.class === "limit" || /limit/.test(alternatives) ? undefined : "stopped by a limit";
  if (table === undefined) return expected.class === "reject" ? undefined : `refused: ${error?.code}`;
  if (expected.class === "reject") return /^ok/.test(alternatives) ? undefined : "accepted";
  if (expected.class === "limit") return undefined;
  const doubted = new Set(issues.filter(({ severity }) => severity !== "info").map(({ source }) => source.row));
  if (expected.class === "quarantine") {
    if (doubted.size === 0) return "no issue";
    return expected.rowsBad === undefined || doubted.size >= expected.rowsBad ? undefined : "fewer issues than bad rows";
  }
  if (typeof expected.rows === "number" && table.rows.filter(filled).length !== expected.rows) return "other number of rows";
  if (expected.rowsCount !== undefined && texts(table).length !== expected.rowsCount) return "other number of rows";
  if (expected.value !== undefined && !texts(table).flat().includes(expected.value)) return "other value";
  if (Array.isArray(expected.rows)) {
    const wanted = expected.rows.map((row: readonly Cell[]) => row.map((cell) => (cell === true ? "是" : String(cell ?? ""))));
    if (JSON.stringify(texts(table)) !== JSON.stringify(wanted)) return "other cells";
  }
  return undefined;
}

/** Cases of a folder as [file, expectation], packed ones unpacked, names with * once for each file. */
function casesOf(folder: "csv" | "xlsx"): [string, Expectation][] {
  const cases: Record<string, Expectation> = JSON.parse(readFileSync(sharedData("hostile", "gen", folder, "cases.json"), "utf8"));
  return Object.entries(cases).flatMap(([name, expected]) => {
    const pattern = new RegExp(`^${name.replace(/[.]/g, "\\.").replaceAll("*", ".*")}$`);
    const found = readdirSync(sharedData("hostile", "gen", folder)).filter((file) => pattern.test(file));
    return found.map((file): [string, Expectation] => [sharedData("hostile", "gen", folder, file), expected]);
  });
}

function unpacked(path: string): string {
  return path.endsWith(".gz") ? scratchFile(basename(path, ".gz"), gunzipSync(readFileSync(path))) : path;
}

/**
 * Where the reader keeps another rule than the case file proposes; each entry must still be true.
 * A file of text named .xlsx is read by its content; an error value stays visible in the table and becomes a missing fact, with an issue, in the record.
 */
const OTHER_RULES: Readonly<Record<string, string>> = {
  "gen/xlsx/csv-renamed.xlsx": "accepted",
  "gen/xlsx/formula-cells.xlsx": "other cells",
};

const ownKeys = () =>
  JSON.stringify([Object.prototype, Array.prototype, Map.prototype].map((prototype) => Reflect.ownKeys(prototype).map(String)));

describe.skipIf(!hasSharedData)("hostile files", () => {
  test.each(["xlsx", "csv"] as const)("gen/%s: every case as specified, but for the rules that are kept on purpose", async (folder) => {
    const before = ownKeys();
    const cases = casesOf(folder);
    expect(cases.length).toBeGreaterThan(14);
    const deviating = new Map<string, string>();
    for (const [path, expected] of cases) {
      const why = deviation(expected, await read(unpacked(path)));
      if (why !== undefined) deviating.set(label(path), why);
      expect(ownKeys(), label(path)).toBe(before);
    }
    const kept = Object.entries(OTHER_RULES).filter(([name]) => name.startsWith(`gen/${folder}/`));
    expect(Object.fromEntries(deviating)).toEqual(Object.fromEntries(kept));
  });

  test("five encodings of one table give one table", async () => {
    const { header, rows } = JSON.parse(readFileSync(sharedData("hostile", "gen", "csv", "expected-encodings.json"), "utf8"));
    for (const name of ["utf8-bom", "gb18030-nobom", "utf16le-bom", "utf16be-bom", "utf16le-nobom"]) {
      const table = await readTable(sharedData("hostile", "gen", "csv", `${name}.csv`));
      expect([name, table.header, table.rows]).toEqual([name, header, rows]);
    }
  });

  test("GB18030 sequences decode as the standard says, broken ones with an issue", async () => {
    const { vectors, raw } = JSON.parse(readFileSync(sharedData("hostile", "gen", "gb18030.json"), "utf8"));
    // 姓名, a comma, 学历: so that the text is no UTF-8 before the sequence begins.
    const start = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xc0, 0xfa, 0x0a]);
    const table = (hex: string) => readTable(scratchFile("gb.csv", Buffer.concat([start, Buffer.from(hex, "hex"), Buffer.from(",x\n")])));
    expect(vectors.length).toBeGreaterThan(20);
    for (const { hex, expect: expected } of vectors) {
      const { rows, issues } = await table(hex);
      expect([hex, rows[0]?.[0], issues.length]).toEqual([hex, expected.value, 0]);
    }
    expect(raw.length).toBeGreaterThan(10);
    for (const { hex, expect: expected } of raw) {
      const { rows, issues } = await table(hex);
      const lossy = issues.some(({ code }) => code === "encoding-replaced");
      expect([hex, lossy]).toEqual([hex, expected.fatalThrows]);
      // U+0080 is a control character, which no cell keeps.
      if (!lossy) expect([hex, rows[0]?.[0]]).toEqual([hex, expected.value.replace(/\p{Cc}/gu, "")]);
    }
  });

  test("files of other people: only GuiyanError escapes, whole and stream agree", async () => {
    const before = ownKeys();
    const paths = filesBelow(/\.(?:xlsx|xlsm|xls|xlsb|ods|csv|tsv)$/, "hostile", "ext");
    expect(paths.length).toBeGreaterThan(350);
    const refused = new Map<string, number>();
    for (const path of paths) {
      const { table, error } = await read(path);
      if (error !== undefined) refused.set(error.code, (refused.get(error.code) ?? 0) + 1);
      if (error !== undefined) expect(error.message.startsWith(`${basename(path)}: expected`), error.message).toBe(true);
      // Cells that name no row are refused by the reader of whole sheets and placed in order by the stream.
      if (path.endsWith("poc-shared-strings.xlsx")) continue;
      const whole = table === undefined ? error?.code : (table.sheets ?? [table]).flatMap(numbered).sort();
      const stream = await streamed(path);
      expect([label(path), typeof stream === "string" ? stream : stream.sort()]).toEqual([label(path), whole]);
    }
    expect(ownKeys()).toBe(before);
    expect([...refused.keys()].sort()).toEqual(["adapter-damaged-file", "adapter-unsupported-format", "empty-table"]);
  });

  test("workbooks of other formats are refused by name", async () => {
    const paths = filesBelow(/\.(?:xls|xlsb|ods)$/, "hostile", "ext", "calamine", "other");
    expect(paths).toHaveLength(8);
    for (const path of paths) {
      const { code, message } = await faultOf(readTable(path));
      // A line of plain text under the name .xls is no table.
      if (path.endsWith("too_small.xls")) {
        expect(code).toBe("empty-table");
        continue;
      }
      const kind = path.endsWith(".ods") ? /OpenDocument/ : path.endsWith(".xlsb") ? /\.xlsb|password/ : /\.xls workbook/;
      expect([label(path), code, kind.test(message)]).toEqual([label(path), "adapter-unsupported-format", true]);
    }
  });

  test("csv-spectrum: rows equal their JSON", async () => {
    const names = readdirSync(sharedData("hostile", "ext", "csv-spectrum", "csvs")).filter((name) => name !== "location_coordinates.csv");
    expect(names).toHaveLength(11);
    for (const name of names) {
      const { header, rows } = await readTable(sharedData("hostile", "ext", "csv-spectrum", "csvs", name));
      const json = JSON.parse(readFileSync(sharedData("hostile", "ext", "csv-spectrum", "json", name.replace(".csv", ".json")), "utf8"));
      const records = rows.filter(filled).map((row) => Object.fromEntries(header.map((key, i) => [key, row[i] ?? ""])));
      expect([name, records]).toEqual([name, json]);
    }
  });

  test("dirty benches: every sheet is read, rows = records + rejected", async () => {
    const paths = filesBelow(/\.csv$/, "bench", "demand-strings", "sheets");
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const { counts } = readDemands(await readTable(path));
      expect([basename(path), counts.records + counts.rejected, counts.records > 0]).toEqual([basename(path), counts.rows, true]);
    }
  });
});

describe.skipIf(!hasSharedData)("hostile texts", () => {
  const payloads = (): string[] => [
    ...JSON.parse(readFileSync(sharedData("hostile", "ext", "blns", "blns.json"), "utf8")),
    ...readFileSync(sharedData("hostile", "ext", "csv-injection", "csv-payload.txt"), "utf8").split("\n"),
    ...JSON.parse(readFileSync(sharedData("hostile", "gen", "formula-injection.json"), "utf8")).payloads,
    ...JSON.parse(readFileSync(sharedData("hostile", "gen", "xss.json"), "utf8")).payloads,
  ];

  test("any string written into a cell is read back, control characters and lone surrogates aside", async () => {
    const written = payloads();
    expect(written.length).toBeGreaterThan(500);
    const path = scratchFile(
      "t.xlsx",
      await encodeWorkbook({ sheets: [{ name: "名单", header: ["姓名", "学历"], rows: written.map((text) => [text, "x"]) }] }),
    );
    const { rows } = await readTable(path);
    const storable = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, "").replace(/\r\n?/g, "\n");
    expect(rows.map(([text]) => String(text ?? "").replace(/\r\n?/g, "\n"))).toEqual(written.map(storable));
    expect(readTalents(await readTable(path)).counts.rows).toBe(written.length);
  });

  test("text of any shape costs linear time in every column of a talent and of a demand", () => {
    const { cases } = JSON.parse(readFileSync(sharedData("hostile", "gen", "slow-inputs.json"), "utf8"));
    const talentHeader = [
      "姓名",
      "性别",
      "籍贯",
      "单位",
      "职务",
      "学历",
      "学位",
      "职称",
      "专业",
      "研究方向",
      "电话",
      "邮箱",
      "简历",
      "行业",
      "渠道",
    ];
    const demandHeader = [
      "企业名称",
      "岗位",
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
    for (const { piece, count, tail } of cases) {
      const text = `${piece.repeat(count)}${tail}`.slice(0, 100_000);
      for (const [header, reader] of [
        [talentHeader, readTalents],
        [demandHeader, readDemands],
      ] as const) {
        for (const [column, name] of header.entries()) {
          const row = header.map((_, i) => (i === column ? text : i === 0 ? "张三" : ""));
          // A tenth of a megabyte a cell: work that grows with its square would outlast the test's own limit.
          expect([name, reader({ name: "slow", header, rows: [row] }).counts.rows]).toEqual([name, 1]);
        }
      }
    }
  });

  test("no output name leads out of its folder", async () => {
    const { payloads: names } = JSON.parse(readFileSync(sharedData("hostile", "gen", "paths.json"), "utf8"));
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
