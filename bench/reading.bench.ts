/**
 * From a file of 100 000 talents to records: microseconds a row by stage and by column, and the memory of the whole way for CSV and xlsx, streamed
 * and whole. First the ways are compared: each must give the same records.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTalentReader, fnv1a64, readTalents, type Table } from "guiyan";
import { encodeWorkbook, readTable, streamTable } from "guiyan/node";
import { synthesiseCounty } from "guiyan/synth";

const ROWS = 100_000;

/** Writes a résumé out of what the row says, as an office would paste it. */
function resumeOf(cell: (label: string) => string, i: number): string {
  const school = ["郑州大学", "天津大学", "河南农业大学"][i % 3];
  const year = 1975 + (i % 40);
  const told = [cell("籍贯（省市县）"), cell("最高学历/学位"), cell("现任专业技术职务")].filter((text) => text !== "");
  return `${1950 + (i % 45)}年${1 + (i % 12)}月出生，${told.join("，")}。${year}年毕业于${school}${cell("专业领域")}专业，历任技术员、室主任，现任${cell("工作单位")}${cell("行政职务")}。`;
}

/** The experts' list of a synthetic county with a résumé column, repeated to the wanted length. */
function sheetOf(rows: number): Table {
  const { experts } = synthesiseCounty({ seed: 11, talents: 20_000, demands: 0 }).tables;
  const at = new Map(experts.header.map((label, i) => [label.replace(/^\*/, ""), i]));
  const header = [...experts.header, "主要简历"];
  const out = Array.from({ length: rows }, (_, i) => {
    const row = experts.rows[i % experts.rows.length] ?? [];
    return [...row, resumeOf((label) => String(row[at.get(label) ?? -1] ?? ""), i)];
  });
  return { name: "experts", header, rows: out };
}

const csvOf = ({ header, rows }: Table) =>
  [header, ...rows].map((row) => row.map((cell) => `"${String(cell ?? "").replaceAll('"', '""')}"`).join(",")).join("\r\n");

/** One way from a file to records, in a process of its own so that its peak memory is its own. */
async function worker(way: string, path: string): Promise<void> {
  const start = performance.now();
  let cells = 0;
  let hash = "";
  let records = 0;
  if (way === "stream") {
    const reader = createTalentReader();
    for await (const batch of streamTable(path)) {
      const read = reader.read(batch);
      records += read.length;
      hash = fnv1a64(
        hash + fnv1a64(JSON.stringify(read.map(({ id, degree, title, residence }) => [id, degree, title, residence]))),
      ).toString();
    }
  } else {
    const table = await readTable(path);
    cells = performance.now() - start;
    records = readTalents(table).records.length;
  }
  const ms = performance.now() - start;
  console.log(JSON.stringify({ ms, cells, records, rssMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

const [way, file] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (way !== undefined && file !== undefined) await worker(way, file);
else {
  const folder = mkdtempSync(join(tmpdir(), "guiyan-bench-"));
  try {
    const table = sheetOf(ROWS);
    const csv = join(folder, "talents.csv");
    const xlsx = join(folder, "talents.xlsx");
    writeFileSync(csv, csvOf(table));
    writeFileSync(
      xlsx,
      await encodeWorkbook({ sheets: [{ name: "experts", header: table.header, rows: table.rows.map((row) => [...row]) }] }),
    );

    const ways = [csv, xlsx].flatMap((path) =>
      ["whole", "stream"].map((how) => {
        const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), how, path], { encoding: "utf8" });
        if (child.status !== 0) throw new Error(child.stderr);
        const { ms, cells, records, rssMb } = JSON.parse(child.stdout) as { ms: number; cells: number; records: number; rssMb: number };
        return {
          file: path.slice(-4),
          how,
          records,
          seconds: Number((ms / 1000).toFixed(1)),
          "µs a row": Math.round((ms * 1000) / ROWS),
          "of it the file": Math.round((cells * 1000) / ROWS),
          "peak MB": rssMb,
        };
      }),
    );
    assert.equal(new Set(ways.map(({ records }) => records)).size, 1);
    console.table(ways);

    // What each column adds to reading names alone; distinct texts are read once, so common words are cheap.
    const some: Table = { ...table, rows: table.rows.slice(0, 20_000) };
    const names = some.header.findIndex((label) => label.includes("姓名"));
    const time = (columns: readonly number[]) => {
      const cut: Table = {
        ...some,
        header: columns.map((i) => some.header[i] ?? ""),
        rows: some.rows.map((row) => columns.map((i) => row[i] ?? null)),
      };
      const runs = [0, 1, 2].map(() => {
        const start = performance.now();
        readTalents(cut);
        return performance.now() - start;
      });
      return (Math.min(...runs) * 1000) / some.rows.length;
    };
    const base = time([names, 0]);
    const columns = some.header.flatMap((label, i) =>
      i === names || i === 0 ? [] : [{ column: label, "µs a row": Number((time([names, 0, i]) - base).toFixed(1)) }],
    );
    const stages = [
      { column: "姓名、编号 alone", "µs a row": Number(base.toFixed(1)) },
      ...columns,
      { column: "all", "µs a row": Number(time(some.header.map((_, i) => i)).toFixed(1)) },
    ];
    console.table(stages);
    console.log(JSON.stringify({ bench: "reading", node: process.version, rows: ROWS, ways, stages }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
