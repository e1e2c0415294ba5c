import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { inspect } from "node:util";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chainGraph, validateChain } from "../../src/chain/index.js";
import { GuiyanError } from "../../src/errors/index.js";
import { type Chain, type Demand, parseChain, parseDemand, parseTalent, type Talent } from "../../src/model/index.js";
import { readTable, type TableFile } from "../../src/node/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { mapHeaders, readDemands, readTalents } from "../../src/registry/index.js";
import { explain, settleCriteria } from "../../src/scoring/index.js";
import { say } from "../cli/terminal.js";
import { hostileCases, hostileFiles, hostileLabel, ownKeys, underCeilings } from "../hostile-data.js";
import { hasSharedData } from "../shared-data.js";
import { scratchFile, scratchFolder } from "./scratch.js";

/** The table of a file, or the GuiyanError that refuses it; anything else escapes. */
async function outcomeOf(path: string): Promise<TableFile | GuiyanError> {
  try {
    return await underCeilings(hostileLabel(path), () => readTable(path));
  } catch (error) {
    if (error instanceof GuiyanError) return error;
    throw error;
  }
}

/** What a call gives, or the GuiyanError that it throws; anything else escapes. */
function attempt<T>(call: () => T): T | GuiyanError {
  try {
    return call();
  } catch (error) {
    if (error instanceof GuiyanError) return error;
    throw error;
  }
}

/** What JSONTestSuite happens to hold of lists with an object in them. */
const TABLES = ["y_array_heterogeneous.json", "y_object_long_strings.json"];

describe.skipIf(!hasSharedData)("JSON files", () => {
  test("JSONTestSuite: what is no JSON is refused, what is JSON is a table or refused as no records; nothing of it stands in the error", async () => {
    const before = ownKeys();
    const paths = hostileFiles("json files");
    expect(paths.length).toBeGreaterThan(190);
    const tables: string[] = [];
    const codes = new Map<string, Set<string>>();
    for (const path of paths) {
      const outcome = await outcomeOf(path);
      const kind = basename(path).slice(0, 1);
      if (!(outcome instanceof GuiyanError)) {
        tables.push(basename(path));
        continue;
      }
      expect(outcome.cause).toBeUndefined();
      codes.set(kind, (codes.get(kind) ?? new Set()).add(outcome.code));
    }
    expect(ownKeys()).toBe(before);
    expect(tables).toEqual(TABLES);
    expect([...(codes.get("y") ?? [])].sort()).toEqual(["adapter-unsupported-format", "empty-table"]);
    // Of what must be rejected an empty file has nothing in it, and bytes of controls are no text.
    expect([...(codes.get("n") ?? [])].sort()).toEqual(["adapter-damaged-file", "adapter-unsupported-format", "empty-table"]);
  });

  test("JSONTestSuite as lines: the same texts behind a good line cost no other row", async () => {
    for (const path of hostileFiles("json files")) {
      const text = readFileSync(path);
      const lines = scratchFile("t.ndjson", Buffer.concat([Buffer.from('{"姓名":"张三"}\n'), text, Buffer.from('\n{"姓名":"李四"}\n')]));
      const outcome = await outcomeOf(lines);
      // Bytes that break UTF-8 make a file of another encoding of it.
      if (outcome instanceof GuiyanError || !isUtf8(text)) continue;
      const names = outcome.rows.map((row) => row[0]).filter((name) => name === "张三" || name === "李四");
      expect([hostileLabel(path), names]).toEqual([hostileLabel(path), ["张三", "李四"]]);
    }
  });

  test("gen/json: every case as specified", async () => {
    const paths = hostileFiles("json cases");
    const source = paths.find((path) => path.endsWith("cases.json")) ?? "";
    const cases = JSON.parse(readFileSync(source, "utf8")) as Record<string, { class: string; rowsOk?: number; rowsBad?: number }>;
    expect(Object.keys(cases).sort()).toEqual(paths.filter((path) => path !== source).map((path) => basename(path)));
    for (const [name, expected] of Object.entries(cases)) {
      const path = paths.find((it) => basename(it) === name) ?? "";
      const file = name.endsWith(".gz") ? scratchFile(basename(name, ".gz"), gunzipSync(readFileSync(path))) : path;
      const outcome = await outcomeOf(file);
      const refused = outcome instanceof GuiyanError;
      expect([name, refused]).toEqual([name, expected.class === "reject"]);
      if (refused) continue;
      expect([name, outcome.issues.length > 0]).toEqual([name, expected.class === "quarantine"]);
      if (expected.rowsOk !== undefined) expect(outcome.rows).toHaveLength(expected.rowsOk);
      if (expected.rowsBad !== undefined)
        expect(outcome.issues.filter(({ code }) => code === "row-damaged")).toHaveLength(expected.rowsBad);
    }
    const table = async (name: string) => readTable(paths.find((path) => path.endsWith(name)) ?? "");
    expect((await table("dup-keys.json")).rows).toEqual([["2", "甲"]]);
    expect((await table("bom.json")).rows).toEqual([["1"]]);
    expect((await table("big-int.json")).issues.map(({ code, source }) => [code, source.column])).toEqual([
      ["cell-number-damaged", "id"],
      ["cell-number-damaged", "salary"],
    ]);
  });
});

describe.skipIf(!hasSharedData)("poisoned keys", () => {
  const payloads = () => hostileCases<{ payloads: string[] }>("pollution").payloads;
  const clean = (before: string) => {
    expect(ownKeys()).toBe(before);
    expect("polluted" in {}).toBe(false);
  };

  test("in records, chains, criteria, columns and nearness change no prototype and no other error escapes", async () => {
    const before = ownKeys();
    for (const text of payloads()) {
      const value = JSON.parse(text) as never;
      for (const parse of [parseTalent, parseDemand, parseChain]) attempt(() => parse(value));
      const chain = {
        id: "c",
        name: "c",
        version: "1",
        provenance: "p",
        segments: [{ id: "__proto__", name: "x", stage: "upstream", feeds: ["constructor"], fields: value, industries: value }],
      };
      attempt(() => parseChain(chain));
      attempt(() => validateChain(chain as Chain));
      attempt(() => chainGraph(chain as Chain));
      const requirements = [{ dimension: "__proto__", kind: "soft" as const, values: ["toString"] }];
      for (const criteria of [value, { weights: value }, { dimensions: value }, { regionNearness: value }, { fieldRelations: value }]) {
        attempt(() => settleCriteria(criteria));
        attempt(() => rank([{ id: "a", facts: value }], { id: "d", requirements }, { criteria }));
      }
      attempt(() => mapHeaders(["__proto__", "constructor", "姓名"], { columns: value }));
      attempt(() => readTalents({ name: "t", header: ["姓名", "学历"], rows: [["甲", "硕士"]] }, value));
      clean(before);
    }
  });

  test("in a file of records are names of columns like any other", async () => {
    const before = ownKeys();
    for (const text of payloads()) {
      for (const [name, content] of [
        ["t.json", text],
        ["t.json", `[${text},{"姓名":"张三","学历":"硕士","constructor":"x"}]`],
        ["t.ndjson", `${text}\n{"姓名":"张三","学历":"硕士"}`],
      ] as const) {
        const outcome = await outcomeOf(scratchFile(name, content));
        if (outcome instanceof GuiyanError) continue;
        for (const read of [readTalents, readDemands]) attempt(() => read(outcome));
        clean(before);
      }
    }
  });

  test("are ids like any other, from the file to the list", async () => {
    const before = ownKeys();
    const ids = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "__defineGetter__"];
    const records = ids.map((编号) => ({ 编号, 姓名: `甲${编号}`, 学历: "硕士", 专业: "食品科学与工程" }));
    const { records: talents } = readTalents(await readTable(scratchFile("t.json", JSON.stringify(records))), {
      columns: { 编号: "person_no" },
    });
    expect(talents.map(({ id }) => id)).toEqual(ids);
    const demand: Demand = { id: "__proto__", requirements: [{ dimension: "degree", kind: "hard", values: ["master"] }] };
    expect(rank(talents, demand).map(({ id }) => id)).toEqual([...ids].sort());
    expect(createTalentIndex(talents).rank(demand)).toEqual(rank(talents, demand));
    expect(explain(talents[0] as Talent, demand).id).toBe("__proto__");
    clean(before);
  });

  test("in both files of a match reach its workbook", async () => {
    const before = ownKeys();
    const talents = scratchFile(
      "talents.json",
      JSON.stringify(["__proto__", "constructor"].map((人才编号) => ({ 人才编号, 姓名: 人才编号, 学历: "硕士" }))),
    );
    const demands = scratchFile(
      "demands.ndjson",
      '{"岗位编号":"__proto__","岗位名称":"constructor","招聘人数":1,"学历要求":"本科及以上"}\n',
    );
    const out = join(scratchFolder(), "result");
    expect(await say(["match", talents, demands, "--out", out, "--quiet"])).toMatchObject({ code: 0 });
    const { rows } = await readTable(join(out, "ranked.xlsx"), { sheet: 0 });
    expect(rows.map((row) => [row[0], row[5]])).toEqual([
      ["__proto__", "__proto__"],
      ["__proto__", "constructor"],
    ]);
    for (const text of payloads()) {
      const told = await say(["check", scratchFile("t.json", text), "--json"]);
      expect([0, 1]).toContain(told.code);
      expect(inspect(told)).not.toContain("    at ");
    }
    clean(before);
  });
});
