import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { inspect } from "node:util";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Cell, Table } from "../../src/model/index.js";
import { readTable } from "../../src/node/index.js";
import { readDemands } from "../../src/registry/index.js";
import { hostileFiles, hostileLabel, ownKeys, underCeilings } from "../hostile-data.js";
import { hasSharedData, sharedData } from "../shared-data.js";
import { filled, numberedRows, type Outcome, readOutcome, streamedRows } from "./read-outcome.js";
import { faultOf, scratchFile } from "./scratch.js";

/** What a case file asks of one input. */
interface Expectation {
  readonly class: "ok" | "reject" | "quarantine" | "limit";
  readonly rows?: number | readonly (readonly Cell[])[];
  readonly rowsCount?: number;
  readonly rowsBad?: number;
  readonly value?: string;
  readonly alt?: string;
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

/** Files of a case folder that no case names: the cases themselves, and what five encodings must give. */
const NO_CASE = ["cases.json", "expected-encodings.json", "utf8-bom.csv", "gb18030-nobom.csv", "utf16be-bom.csv", "utf16le-bom.csv"].concat(
  "utf16le-nobom.csv",
);

/** Cases of a folder as [file, expectation]; a name with * stands for each file that fits. */
function casesOf(paths: readonly string[]): [string, Expectation][] {
  const source = paths.find((path) => path.endsWith("cases.json")) ?? "";
  const cases = Object.entries(JSON.parse(readFileSync(source, "utf8")) as Record<string, Expectation>);
  const found = cases.flatMap(([name, expected]) => {
    const pattern = new RegExp(`^${name.replace(/[.]/g, "\\.").replaceAll("*", ".*")}$`);
    return paths.filter((path) => pattern.test(basename(path))).map((path): [string, Expectation] => [path, expected]);
  });
  const named = new Set(found.map(([path]) => path));
  expect(paths.filter((path) => !named.has(path) && !NO_CASE.includes(basename(path))).map(hostileLabel)).toEqual([]);
  return found;
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

/** Words of eight and more letters or digits that stand in a refused file of text; none may stand in its error. */
function wordsOf(path: string): string[] {
  const head = path.endsWith(".csv") ? readFileSync(path).subarray(0, 20_000).toString("utf8") : "";
  return head.match(/[\p{L}\p{N}]{8,}/gu)?.slice(0, 200) ?? [];
}

describe.skipIf(!hasSharedData)("hostile files", () => {
  test.each([
    ["workbook cases", () => hostileFiles("workbook cases")],
    ["csv cases", () => hostileFiles("csv cases")],
  ])("%s: each as specified, but for the rules kept on purpose", async (_, paths) => {
    const before = ownKeys();
    const cases = casesOf(paths());
    expect(cases.length).toBeGreaterThan(14);
    const deviating = new Map<string, string>();
    for (const [path, expected] of cases) {
      const why = deviation(expected, await underCeilings(hostileLabel(path), () => readOutcome(unpacked(path))));
      if (why !== undefined) deviating.set(hostileLabel(path), why);
      expect(ownKeys(), hostileLabel(path)).toBe(before);
    }
    const kept = Object.entries(OTHER_RULES).filter(([name]) => cases.some(([path]) => hostileLabel(path) === name));
    expect(Object.fromEntries(deviating)).toEqual(Object.fromEntries(kept));
  });

  test("remarks of the csv cases hold: zeros stay, marks go, the open quote's line and a table without separators are told", async () => {
    const outcome = (name: string) => readOutcome(hostileFiles("csv cases").find((file) => basename(file) === name) ?? "");
    const rowsOf = async (name: string) => (await outcome(name)).table?.rows;
    expect(await rowsOf("excel-text-guard.csv")).toEqual([["00123", "13800000000"]]);
    expect(await rowsOf("inner-bom.csv")).toEqual([
      ["1", "甲"],
      ["2", "乙"],
    ]);
    expect((await rowsOf("unterminated-quote.csv"))?.map(([id]) => id)).toEqual(["1", "2", "3", "4"]);
    const { issues } = await outcome("unterminated-quote.csv");
    expect(issues.find(({ code }) => code === "cell-damaged-text")?.source.row).toBe(3);
    expect((await outcome("fullwidth-delims.csv")).issues.map(({ code }) => code)).toEqual(["sheet-skipped"]);
    expect((await outcome("dup-empty-headers.csv")).table?.rows).toEqual([["1", "甲", "乙", "丙", "丁"]]);
  });

  test("escapes of a workbook are decoded, entities are not, no part is written to the disk", async () => {
    const path = (name: string) => hostileFiles("workbook cases").find((file) => basename(file) === name) ?? "";
    // The one row is the header, whose labels are cleaned: a line feed is a blank.
    expect(texts(await readTable(path("ctrl-escapes.xlsx"))).flat()).toEqual(["甲 乙_x000D_", "a b𠮷"]);
    for (const name of ["xxe-file.xlsx", "billion-laughs.xlsx"])
      expect((await faultOf(readTable(path(name)))).code).toBe("adapter-damaged-file");
    const before = readdirSync(dirname(path("traversal-parts.xlsx")));
    await readTable(path("traversal-parts.xlsx"));
    expect([readdirSync(dirname(path("traversal-parts.xlsx"))), existsSync(join(tmpdir(), "evil"))]).toEqual([before, false]);
  });

  test("files of other people: only GuiyanError escapes, whole and stream agree, no file's words stand in its error", async () => {
    const before = ownKeys();
    const paths = [...hostileFiles("workbooks"), ...hostileFiles("foreign workbooks"), ...hostileFiles("csv files")];
    expect(paths.length).toBeGreaterThan(350);
    const refused = new Map<string, string[]>();
    for (const path of paths) {
      const { table, error, issues } = await underCeilings(hostileLabel(path), () => readOutcome(path));
      if (error !== undefined) {
        refused.set(error.code, [...(refused.get(error.code) ?? []), hostileLabel(path)]);
        expect(error.message.startsWith(`${basename(path)}: expected`), error.message).toBe(true);
        const told = inspect({ message: error.message, details: error.details, cause: String(error.cause) });
        expect(wordsOf(path).filter((word) => told.includes(word) && !path.includes(word))).toEqual([]);
      }
      // No entity is expanded into a file of the machine.
      expect(JSON.stringify(table?.sheets ?? [])).not.toMatch(/root:[x*]:0/);
      for (const { source } of issues) expect(source.table.startsWith(basename(path))).toBe(true);
      // Cells that name no row are refused by the reader of whole sheets and placed in order by the stream.
      if (path.endsWith("poc-shared-strings.xlsx")) continue;
      const whole = table === undefined ? error?.code : (table.sheets ?? [table]).flatMap(numberedRows).sort();
      const stream = await underCeilings(hostileLabel(path), () => streamedRows(path));
      expect([hostileLabel(path), typeof stream === "string" ? stream : stream.sort()]).toEqual([hostileLabel(path), whole]);
    }
    expect(ownKeys()).toBe(before);
    expect([...refused.keys()].sort()).toEqual(["adapter-damaged-file", "adapter-unsupported-format", "empty-table"]);
  });

  test("workbooks of other formats and locked ones are refused by name", async () => {
    const paths = hostileFiles("foreign workbooks");
    expect(paths).toHaveLength(8);
    for (const path of paths) {
      const { code, message } = await faultOf(readTable(path));
      // A line of plain text under the name .xls is no table.
      if (path.endsWith("too_small.xls")) {
        expect(code).toBe("empty-table");
        continue;
      }
      const kind = path.endsWith(".ods") ? /OpenDocument/ : path.endsWith(".xlsb") ? /\.xlsb|password/ : /\.xls workbook/;
      expect([hostileLabel(path), code, kind.test(message)]).toEqual([hostileLabel(path), "adapter-unsupported-format", true]);
    }
    const locked = hostileFiles("workbooks").filter((path) => /(?:extenxls_pwd123|protected_sha512|protected_passtika)\.xlsx$/.test(path));
    expect(locked).toHaveLength(3);
    for (const path of locked) {
      const { code, message } = await faultOf(readTable(path));
      expect([hostileLabel(path), code, /password/.test(message)]).toEqual([hostileLabel(path), "adapter-unsupported-format", true]);
    }
  });

  test("csv-spectrum: rows equal their JSON", async () => {
    const paths = hostileFiles("csv-spectrum").filter((path) => path.endsWith(".csv") && !path.endsWith("location_coordinates.csv"));
    expect(paths).toHaveLength(11);
    for (const path of paths) {
      const { header, rows } = await readTable(path);
      const json = JSON.parse(readFileSync(path.replace("/csvs/", "/json/").replace(".csv", ".json"), "utf8"));
      const records = rows.filter(filled).map((row) => Object.fromEntries(header.map((key, i) => [key, row[i] ?? ""])));
      expect([hostileLabel(path), records]).toEqual([hostileLabel(path), json]);
    }
    // Its JSON is another row upstream: one object, another number.
    expect((await readTable(sharedData("hostile", "ext", "csv-spectrum", "csvs", "location_coordinates.csv"))).rows).toHaveLength(1);
  });

  test("dirty benches: every sheet is read, rows = records + rejected", async () => {
    const paths = readdirSync(sharedData("bench", "demand-strings", "sheets"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".csv"))
      .map((path) => sharedData("bench", "demand-strings", "sheets", path));
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const { counts } = readDemands(await readTable(path));
      expect([basename(path), counts.records + counts.rejected, counts.records > 0]).toEqual([basename(path), counts.rows, true]);
    }
  });
});
