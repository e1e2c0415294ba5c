import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encodeWorkbook, hashFile, readTable, streamTable, writeBeside, writeFolder, writeWorkbook } from "../../src/node/index.js";
import { sheetNames } from "../../src/node/spreadsheet.js";
import { faultOf, scratchFile, scratchFolder } from "./scratch.js";

const bytes = (text: string) => new TextEncoder().encode(text);

const cell = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !/\p{Cc}|[\ufffe\uffff]|^\s|\s$/u.test(text) && text !== ""),
  fc.constantFrom("=1+1", "+86", "-5", "@x", "𠮷田", "００１", "1e5", "2024-01-01", "TRUE", "a\nb", "<b>&\"'"),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.boolean(),
);

describe("writeWorkbook", () => {
  test("what is written is read back: texts as texts, whatever they look like", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const path = join(scratchFolder(), "out.xlsx");
        await writeWorkbook(path, { sheets: [{ name: "名单", header: ["姓名", "学历"], rows }] });
        const table = await readTable(path);
        expect(table.header).toEqual(["姓名", "学历"]);
        expect(table.rows.map((row) => [row[0], row[1]])).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  test("no formula is ever written", async () => {
    const path = join(scratchFolder(), "out.xlsx");
    await writeWorkbook(path, { sheets: [{ name: "s", header: ["姓名", "学历"], rows: [["=cmd|' /C calc'!A0", '=HYPERLINK("x")']] }] });
    // A formula cell would be read back as its stored value, of which there is none.
    expect((await readTable(path)).rows).toEqual([["=cmd|' /C calc'!A0", '=HYPERLINK("x")']]);
  });

  test("the same model gives the same bytes", async () => {
    const model = {
      sheets: [
        {
          name: "a",
          header: ["x", "y"],
          rows: [
            ["1", 2],
            [null, true],
          ] as const,
          columnWidths: [10],
          freezeHeader: true,
          numberFormats: { 1: "0.00" },
        },
      ],
    };
    expect(await encodeWorkbook(model)).toEqual(await encodeWorkbook(model));
  });

  test("signs that XML cannot hold are left out, long texts are cut, numbers that are none become blank", async () => {
    const path = join(scratchFolder(), "out.xlsx");
    await writeWorkbook(path, {
      sheets: [
        {
          name: "s",
          header: ["姓名", "学历"],
          rows: [
            ["a\u0000b\ufffe\ud800c", "长".repeat(40_000)],
            ["x", Number.NaN],
          ],
        },
      ],
    });
    const { rows } = await readTable(path);
    expect(rows[0]?.[0]).toBe("abc");
    expect(rows[0]?.[1]).toHaveLength(32_767);
    expect(rows[1]?.[1] ?? null).toBeNull();
  });

  test("sheet names are made fit for Excel, each once", () => {
    expect(sheetNames(["a/b:c", "", "'q'", "长".repeat(40), "长".repeat(40), "A", "a"])).toEqual([
      "a_b_c",
      "Sheet",
      "q",
      "长".repeat(31),
      `${"长".repeat(29)}~2`,
      "A",
      "a~2",
    ]);
  });
});

describe("writeFolder", () => {
  test("writes all files or none, and leaves nothing beside", async () => {
    const parent = scratchFolder();
    const out = join(parent, "deep", "out");
    const paths = await writeFolder(out, [
      { name: "a.txt", bytes: bytes("1") },
      { name: "b.txt", bytes: bytes("2") },
    ]);
    expect(paths.map((path) => readFileSync(path, "utf8"))).toEqual(["1", "2"]);
    expect(readdirSync(join(parent, "deep"))).toEqual(["out"]);
    const error = await faultOf(writeFolder(out, [{ name: "a.txt", bytes: bytes("3") }]));
    expect(error.code).toBe("adapter-output-exists");
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("1");
  });

  test("overwrites its own earlier files only", async () => {
    const out = join(scratchFolder(), "out");
    const files = [{ name: "a.txt", bytes: bytes("1") }];
    await writeFolder(out, files);
    await writeFolder(out, [{ name: "a.txt", bytes: bytes("2") }], { overwrite: true });
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("2");
    writeFileSync(join(out, "precious.doc"), "mine");
    expect((await faultOf(writeFolder(out, files, { overwrite: true }))).code).toBe("adapter-output-exists");
    expect(readFileSync(join(out, "precious.doc"), "utf8")).toBe("mine");
  });

  test("refuses names with folders, files and links in place of the folder", async () => {
    const parent = scratchFolder();
    for (const name of ["../a", "a/b", "", ".."])
      expect((await faultOf(writeFolder(join(parent, "o"), [{ name, bytes: bytes("") }]))).code).toBe("invalid-argument");
    writeFileSync(join(parent, "file"), "x");
    symlinkSync(parent, join(parent, "link"));
    for (const name of ["file", "link"])
      expect((await faultOf(writeFolder(join(parent, name), [{ name: "a", bytes: bytes("") }]))).code).toBe("adapter-write-failed");
    expect(existsSync(join(parent, "a"))).toBe(false);
  });

  test("a write that fails midway leaves the old output whole and no rest", async () => {
    const parent = scratchFolder();
    const out = join(parent, "out");
    await writeFolder(out, [{ name: "a.txt", bytes: bytes("old") }]);
    const broken = {
      name: "a.txt",
      get bytes(): Uint8Array {
        throw Object.assign(new Error("disk full"), { code: "ENOSPC" });
      },
    };
    const error = await faultOf(writeFolder(out, [broken], { overwrite: true }));
    expect([error.code, error.details]).toEqual(["adapter-write-failed", { system: "ENOSPC" }]);
    expect(readdirSync(parent)).toEqual(["out"]);
    expect(readFileSync(join(out, "a.txt"), "utf8")).toBe("old");
  });

  test("a folder where nothing may be written is told", async () => {
    const parent = scratchFolder();
    writeFileSync(join(parent, "notafolder"), "x");
    expect((await faultOf(writeFolder(join(parent, "notafolder", "out"), [{ name: "a", bytes: bytes("") }]))).code).toBe(
      "adapter-write-failed",
    );
  });
});

describe("writeBeside", () => {
  test("replaces a file only when told to, and never a link or a folder", async () => {
    const folder = scratchFolder();
    const path = join(folder, "a.txt");
    await writeBeside(path, bytes("1"));
    expect((await faultOf(writeBeside(path, bytes("2")))).code).toBe("adapter-output-exists");
    await writeBeside(path, bytes("2"), { overwrite: true });
    expect(readFileSync(path, "utf8")).toBe("2");
    symlinkSync(path, join(folder, "link"));
    expect((await faultOf(writeBeside(join(folder, "link"), bytes("3"), { overwrite: true }))).code).toBe("adapter-write-failed");
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "link"]);
    expect((await faultOf(writeBeside(path, bytes(""), { force: true } as object))).code).toBe("unknown-option");
  });
});

describe("streamTable", () => {
  const gather = async (path: string, batchRows: number) => {
    const rows: unknown[] = [];
    const numbers: number[] = [];
    const headers = new Set<string>();
    for await (const table of streamTable(path, { batchRows })) {
      rows.push(...table.rows.map((row) => [...row]));
      numbers.push(...(table.rowNumbers ?? []));
      headers.add(table.header.join());
    }
    return { rows, numbers, headers: [...headers] };
  };

  test("batches joined hold the rows, numbers and header of the whole, for both formats", async () => {
    const rows = Array.from({ length: 731 }, (_, i) => (i % 97 === 5 ? [] : [`人${i}`, i % 3 === 0 ? "硕士" : "本科"]));
    const csv = scratchFile("t.csv", `人才表\n姓名,学历\n${rows.map((row) => row.join(",")).join("\n")}\n`);
    const xlsx = join(scratchFolder(), "t.xlsx");
    await writeWorkbook(xlsx, {
      sheets: [
        { name: "甲", header: ["姓名", "学历"], rows },
        { name: "乙", header: ["姓名", "学历"], rows: rows.slice(0, 150) },
      ],
    });
    for (const path of [csv, xlsx]) {
      const whole = await readTable(path);
      const streamed = await gather(path, 100);
      const expected = whole.sheets.flatMap((sheet) => sheet.rows.map((row) => [...row]));
      const trim = (list: unknown[]) => list.map((row) => (row as unknown[]).filter((c) => c !== null));
      expect(trim(streamed.rows)).toEqual(trim(expected));
      expect(streamed.numbers).toEqual(whole.sheets.flatMap((sheet) => sheet.rowNumbers ?? []));
      expect(streamed.headers).toEqual(["姓名,学历"]);
    }
  });

  test("an empty file and a cancelled stream are told", async () => {
    expect((await faultOf(gather(scratchFile("e.csv", ""), 100))).code).toBe("empty-table");
    const stopped = async () => {
      for await (const _ of streamTable(scratchFile("c.csv", "姓名,学历\na,b\n"), { signal: AbortSignal.abort() }));
    };
    expect((await faultOf(stopped())).code).toBe("aborted");
    expect((await faultOf(gather(scratchFile("e.csv", "a"), 1))).code).toBe("invalid-option");
  });
});

describe("hashFile", () => {
  test("is SHA-256", async () => {
    expect(await hashFile(scratchFile("a", "abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect((await faultOf(hashFile(join(scratchFolder(), "none")))).code).toBe("adapter-missing-file");
  });
});
