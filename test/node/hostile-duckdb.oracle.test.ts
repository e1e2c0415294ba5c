import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { CellFaults } from "../../src/node/cell-faults.js";
import { decodeText, detectEncoding } from "../../src/node/decode-text.js";
import { readTable, type TableFile } from "../../src/node/index.js";
import { readChunks } from "../../src/node/open-file.js";
import { settleLimits } from "../../src/node/read-limits.js";
import { streamCsv } from "../../src/node/stream-csv.js";
import { hostileFiles, hostileLabel } from "../hostile-data.js";
import { hasSharedData, sharedData } from "../shared-data.js";
import { filled } from "./read-outcome.js";

/** What DuckDB 1.5.6 made of a file: rows and columns with a hash of the cells, or an error. */
type Answer = { readonly rows: number; readonly cols: number; readonly sha: string } | { readonly error: string };

/** One file as both see it. */
interface Comparison {
  readonly path: string;
  /** All rows with a filled cell, titles and header included; nothing where the file is refused. */
  readonly rows: readonly (readonly string[])[] | undefined;
  readonly refused: string | undefined;
  /** Whether an issue names a row or the file. */
  readonly told: boolean;
}

/** Letters and digits of a text in order, the line that states the separator aside. */
const lettersOf = (text: string) => text.replace(/^sep=.\r?\n/i, "").replace(/[^\p{L}\p{N}]+/gu, "");

async function readText(path: string): Promise<{ rows: string[][]; text: string }> {
  const encoding = await detectEncoding(() => readChunks(path));
  let text = "";
  for await (const chunk of decodeText(path, () => readChunks(path), encoding)) text += chunk;
  const rows: string[][] = [];
  for await (const batch of streamCsv(path, encoding, settleLimits(), new CellFaults("t")))
    for (const row of batch) rows.push(row.map(String));
  return { rows, text };
}

/** Hash of cells as the reference was made: compact JSON, null for an empty cell. */
const hashOf = (rows: readonly (readonly string[])[], columns: number) =>
  createHash("sha256")
    .update(
      JSON.stringify(rows.map((row) => Array.from({ length: columns }, (_, i) => (row[i] === undefined || row[i] === "" ? null : row[i])))),
    )
    .digest("hex")
    .slice(0, 16);

/**
 * How the two readings of one file differ. The reader takes every line for a row under the widest separator and tells ragged ones; DuckDB in strict
 * mode refuses such files, skips lines, or takes the whole line for one column.
 */
function classOf({ rows, refused, told }: Comparison, strict: Answer): string {
  if (rows === undefined) {
    if ("error" in strict) return `both refuse (${refused})`;
    return strict.rows === 0 ? `nothing in it (${refused})` : `refused here (${refused})`;
  }
  if ("error" in strict) return told ? "refused there, read here with issues" : "refused there, read here";
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const skipped = [0, 1, 2, 3].find((count) => hashOf(rows.slice(count), strict.cols) === strict.sha);
  if (skipped !== undefined && width === strict.cols) return skipped <= 1 ? "same cells" : "same cells below lines skipped there";
  if (strict.cols === 1 && width > 1) return "one column there";
  if (rows.length - strict.rows > 1) return "rows left out there";
  return width > strict.cols ? "cells left out there" : "other cells";
}

/** Files of each class, with what makes them differ; a change of either reader's rules shows here. */
const BY_CLASS = {
  "same cells": 60,
  // Titles and remarks above the header are rows here; the finder of the header leaves them out, with an issue each.
  "same cells below lines skipped there": 4,
  // DuckDB takes single quotes for quotes and keeps control characters and the quotes of broken quoting; here only " quotes, controls go.
  "other cells": 12,
  // Lines with # stay whole: a remark sign inside a registry's cell is text.
  "cells left out there": 3,
  // Ragged rows: DuckDB falls back to one column, or starts below them; here every line is a row and the ragged ones are told.
  "one column there": 36,
  "rows left out there": 15,
  "refused there, read here with issues": 119,
  // UTF-16 without the caller naming it; and a Shift_JIS text whose bytes are GB18030 too.
  "refused there, read here": 3,
  // Control characters past a tenth of the text: fuzzed bytes, no registry.
  "refused here (adapter-unsupported-format)": 9,
  "nothing in it (adapter-unsupported-format)": 2,
  "both refuse (adapter-unsupported-format)": 21,
  // A lone line without a second label is no table.
  "refused here (empty-table)": 3,
  "nothing in it (empty-table)": 19,
  "both refuse (empty-table)": 1,
};

/** shift_jis.csv is a known miss: nothing tells a short Shift_JIS text from GB18030. */
const READ_WITHOUT_A_WORD = ["only_utf16.csv", "utf16.csv", "shift_jis.csv"].map((name) => `ext/duckdb-csv/encodings/${name}`).sort();

describe.skipIf(!hasSharedData)("CSV files against DuckDB", () => {
  const comparisons: Comparison[] = [];

  test("no letter and no digit of a text file is lost: those of its cells are those of its text, in order", async () => {
    const paths = [...hostileFiles("csv files"), ...hostileFiles("csv-spectrum")].filter((path) => /\.[ct]sv$/.test(path));
    const lost: string[] = [];
    for (const path of paths) {
      const table = await readTable(path).catch((error: unknown) => error);
      if (table instanceof GuiyanError) {
        comparisons.push({ path, rows: undefined, refused: table.code, told: true });
        continue;
      }
      const { issues } = table as TableFile;
      const { rows, text } = await readText(path);
      if (lettersOf(rows.flat().join("")) !== lettersOf(text)) lost.push(hostileLabel(path));
      const told = issues.some(({ code }) => /^(?:row-ragged|cell-damaged-text|cell-number-damaged|encoding-replaced)$/.test(code));
      comparisons.push({ path, rows: rows.filter(filled), refused: undefined, told });
    }
    expect(comparisons.length).toBeGreaterThan(300);
    expect(lost).toEqual([]);
  });

  test("differences from DuckDB, by class", () => {
    const { results } = JSON.parse(readFileSync(sharedData("hostile", "ext", "duckdb-read_csv-1.5.6.json"), "utf8")) as {
      results: Record<string, { readonly strict: Answer }>;
    };
    const counts = new Map<string, number>();
    const quiet: string[] = [];
    for (const comparison of comparisons) {
      const answer = results[hostileLabel(comparison.path)];
      if (answer === undefined) continue;
      const found = classOf(comparison, answer.strict);
      counts.set(found, (counts.get(found) ?? 0) + 1);
      if (found === "refused there, read here") quiet.push(hostileLabel(comparison.path));
    }
    expect(Object.fromEntries([...counts].sort())).toEqual(BY_CLASS);
    expect(quiet).toEqual(READ_WITHOUT_A_WORD);
  });
});
