import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERSION } from "../../src/cli/version.js";
import type { Cell } from "../../src/model/index.js";
import { encodeWorkbook, readTable } from "../../src/node/index.js";
import { scratchFile, scratchFolder } from "../node/scratch.js";
import { say } from "./terminal.js";

const TALENTS: readonly (readonly Cell[])[] = [
  ["甲一", "博士", "教授", "河南省南乐县", "高分子化学与物理", "13800001001"],
  ["乙二", "硕士", "工程师", "河南省濮阳市", "食品科学", "13800001002"],
  ["丙𠮷", "本科", "", "南乐县", "机械设计", "13800001003"],
];
const TALENT_HEADER = ["姓名", "学历", "职称", "籍贯", "专业", "手机"];
const DEMAND_HEADER = ["岗位编号", "岗位名称", "企业名称", "需求人数", "学历要求", "专业要求", "其他要求"];
const DEMANDS: readonly (readonly Cell[])[] = [
  ["J1", "研发工程师", "甲公司", "2名", "硕士及以上", "高分子材料", "限35岁以下，男性优先"],
  ["J2", "食品检验员", "乙公司", 1, "大专及以上", "食品科学与工程", ""],
];

async function workbook(name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Promise<string> {
  return scratchFile(name, await encodeWorkbook({ sheets: [{ name: "名单", header, rows }] }));
}
const talents = (rows = TALENTS) => workbook("talents.xlsx", TALENT_HEADER, rows);
const demands = (rows = DEMANDS) => workbook("demands.xlsx", DEMAND_HEADER, rows);

const COMMANDS = ["match", "link", "map", "demo", "synth", "check"];

/** Files under a folder and beside it that a failed run may have left. */
const left = (folder: string) => readdirSync(folder).sort();

describe("help and usage", () => {
  test("help exits 0 and shows every command, in either language", async () => {
    for (const lang of ["zh", "en"] as const) {
      const { code, out } = await say(["--help"], lang);
      expect(code).toBe(0);
      for (const name of COMMANDS) {
        expect(out).toContain(`guiyan ${name}`);
        const own = await say([name, "--help"], lang);
        expect(own.code).toBe(0);
        expect(own.out).toContain("--lang");
      }
    }
    expect((await say([])).code).toBe(2);
  });

  test("the version is the one of package.json", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(VERSION).toBe(version);
    expect((await say(["--version"])).out).toBe(`${version}\n`);
  });

  const faulty: readonly (readonly [readonly string[], RegExp, RegExp])[] = [
    [["frobnicate"], /unknown command/, /没有这个命令/],
    [["match"], /two files/, /两个文件/],
    [["match", "a.xlsx"], /two files/, /两个文件/],
    [["match", "a.xlsx", "b.xlsx", "c.xlsx"], /two files/, /两个文件/],
    [["match", "a.xlsx", "b.xlsx"], /--out DIR/, /--out 目录/],
    [["match", "a.xlsx", "b.xlsx", "--out", ""], /--out DIR/, /--out 目录/],
    [["match", "a.xlsx", "b.xlsx", "--out"], /--out: expected a value/, /--out：缺少取值/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--topp", "3"], /unknown option --topp; known options: --out --top/, /没有选项 --topp/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "-x"], /unknown option -x/, /没有选项 -x/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--top", "0"], /--top: expected an integer >= 1/, /--top：应为不小于 1 的整数/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--top", "ten"], /--top: expected an integer >= 1/, /--top：应为/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--top", "-3"], /--top: expected a value/, /--top：缺少取值/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--top=-3"], /--top: expected an integer >= 1/, /--top：应为/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--json=1"], /--json: expected no value/, /--json：不需要取值/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--weights", "field=x"], /--weights: expected a list/, /--weights：应写成/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--weights", "age=1000"], /--weights: expected a list/, /--weights：应写成/],
    [["match", "a.xlsx", "b.xlsx", "-o", "d", "--tier", "secret"], /--tier: expected one of internal/, /--tier：应为 internal/],
    [["match", "a.xlsx", "b.xlsx", "--output"], /--output: expected a value/, /--output：缺少取值/],
    [["link"], /at least one talent file/, /至少一个人才文件/],
    [["link", "a.xlsx", "--out", ""], /--out DIR/, /--out 目录/],
    [["link", "a.xlsx", "./a.xlsx"], /each file once/, /只能给出一次/],
    [["link", "a.xlsx", "--clean"], /--clean: expected a value/, /--clean：缺少取值/],
    [["link", "a.xlsx", "--tier", "public"], /unknown option --tier/, /没有选项 --tier/],
    [["check"], /one file/, /一个文件/],
    [["check", "a.xlsx", "b.xlsx"], /one file/, /一个文件/],
    [["synth"], /--out DIR/, /--out 目录/],
    [["synth", "--out", "d", "--talents", "0"], /--talents: expected an integer >= 1/, /--talents：应为/],
    [["synth", "--out", "d", "--seed", "x"], /--seed: expected an integer >= 0/, /--seed：应为/],
    [["demo", "extra"], /options only/, /只接受选项/],
  ];

  test.each(faulty)("%j is refused in the user's language, exit 2, one message and where to look", async (words, en, zh) => {
    const english = await say(words);
    expect(english.code).toBe(2);
    expect(english.out).toBe("");
    expect(english.err).toMatch(en);
    expect(english.err.trimEnd().split("\n")).toHaveLength(2);
    const chinese = await say(words, "zh");
    expect(chinese.code).toBe(2);
    expect(chinese.err).toMatch(zh);
    expect(chinese.err).toContain(`guiyan ${COMMANDS.includes(words[0] ?? "") ? `${words[0]} ` : ""}--help`);
  });

  test("--lang is obeyed even by the fault of the same line, and refused when it is no language", async () => {
    expect((await say(["match", "--lang", "zh"])).err).toContain("两个文件");
    expect((await say(["match", "--lang=en"], "zh")).err).toContain("two files");
    expect((await say(["check", "x.csv", "--lang", "fr"])).code).toBe(2);
  });

  test("a usage fault under --json is one JSON object on standard output", async () => {
    const { code, out } = await say(["match", "--json"]);
    expect(code).toBe(2);
    expect((JSON.parse(out) as { error: { code: string } }).error.code).toBe("usage");
  });
});

describe("bad input", () => {
  const bare = "姓名,学历,职称\r\n";
  const files: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["zero.csv", "", "empty-table"],
    ["zero.xlsx", "", "empty-table"],
    ["header-only.csv", bare, "empty-table"],
    ["old.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), "adapter-unsupported-format"],
    ["scan.xlsx", "%PDF-1.7\n", "adapter-unsupported-format"],
    ["cut.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, ...new Array<number>(64).fill(0)]), "adapter-damaged-file"],
    ["headless.csv", "1,2,3\r\n4,5,6\r\n7,8,9\r\n", "no-recognisable-header"],
    ["nobody.csv", "姓名,学历,职称\r\n,本科,\r\n,硕士,\r\n合计,,\r\n", "no-usable-record"],
  ];

  test.each(files)("%s: a message with place and hint, exit 1, nothing written", async (name, bytes, code) => {
    const folder = scratchFolder();
    const file = scratchFile(name, bytes);
    const told = await say(["match", file, await demands(), "--out", join(folder, "result")]);
    expect(told.code).toBe(1);
    expect(told.err).toContain(name);
    expect(told.err).toContain(`[${code}]`);
    expect(told.err).not.toMatch(/\n\s+at /);
    expect(told.err).not.toContain(folder);
    expect(left(folder)).toEqual([]);
  });

  test("a missing file and a folder in its place are named, whichever of the two files it is", async () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, "folder.xlsx"));
    for (const name of ["nowhere.xlsx", "folder.xlsx"]) {
      const bad = join(folder, name);
      for (const pair of [
        [bad, await demands()],
        [await talents(), bad],
      ]) {
        const { code, err } = await say(["match", ...pair, "--out", join(folder, "result")]);
        expect(code).toBe(1);
        expect(err).toContain(`${name}: `);
        expect(err).toContain("[adapter-missing-file]");
      }
    }
    expect(left(folder)).toEqual(["folder.xlsx"]);
  });

  test("swapped files are refused, with a hint at the order", async () => {
    const folder = scratchFolder();
    const { code, err } = await say(["match", await demands(), await talents(), "--out", join(folder, "result")], "zh");
    expect(code).toBe(1);
    expect(err).toContain("人才表在前");
    expect(left(folder)).toEqual([]);
  });

  test("no message and no JSON holds a cell's text, unless --show-values asks", async () => {
    const secret = "张不可泄露";
    const file = scratchFile("talents.csv", `姓名,联系电话,籍贯\r\n甲一,${secret},${secret}\r\n`);
    for (const words of [
      ["check", file],
      ["check", file, "--json"],
    ]) {
      const { code, out, err } = await say(words, "zh");
      expect(code).toBe(0);
      expect(out + err).not.toContain(secret);
    }
    expect((await say(["check", file, "--show-values"])).out).toContain(secret);
  });

  test("duplicate ids are refused with the place of the first; asked to, each is kept under an id of its own", async () => {
    const twice = await workbook(
      "talents.xlsx",
      ["人才编号", ...TALENT_HEADER],
      [
        ["A1", ...(TALENTS[0] ?? [])],
        ["A1", ...(TALENTS[1] ?? [])],
      ],
    );
    const folder = scratchFolder();
    const words = ["match", twice, await demands(), "--out", join(folder, "out")];
    const refused = await say(words);
    expect([refused.code, left(folder)]).toEqual([1, []]);
    expect(refused.err).toMatch(/talents\.xlsx#名单, row 3, column 人才编号: expected each record to have its own id/);
    expect((await say([...words, "--keep-duplicate-ids", "--quiet"])).code).toBe(0);
    const { code, out } = await say(["check", twice, "--json"]);
    expect(code).toBe(0);
    const { counts, issues } = JSON.parse(out) as { counts: { records: number }; issues: { code: string; source: { row: number } }[] };
    expect(counts.records).toBe(2);
    expect(issues.filter((issue) => issue.code === "id-duplicate").map((issue) => issue.source.row)).toEqual([3]);
  });
});

describe("output", () => {
  test("the result is whole: a workbook and a record of the run, and nothing beside", async () => {
    const folder = scratchFolder();
    const out = join(folder, "deep", "result");
    const told = await say(["match", await talents(), await demands(), "--out", out]);
    expect(told.code).toBe(0);
    expect(left(out)).toEqual(["ranked.xlsx", "run.json"]);
    expect(left(join(folder, "deep"))).toEqual(["result"]);
    expect(told.out).toContain("talents.xlsx: 3 rows = 3 records + 0 not used");
    expect(told.err).toBe("");
    const ranked = await readTable(join(out, "ranked.xlsx"), { sheet: 0 });
    const [first] = ranked.rows;
    expect(first?.slice(0, 2)).toEqual(["J1", "甲公司"]);
    expect(first?.[6]).toMatch(/^甲一/);
  });

  test("the same input gives the same bytes", async () => {
    const files = [await talents(), await demands()];
    const [a, b] = [join(scratchFolder(), "a"), join(scratchFolder(), "b")];
    for (const out of [a, b]) expect((await say(["match", ...files, "--out", out, "--quiet"])).out).toBe("");
    for (const name of ["ranked.xlsx", "run.json"]) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true);
  });

  test("earlier output is replaced only with --force, a stranger's file never", async () => {
    const out = join(scratchFolder(), "result");
    const words = ["match", await talents(), await demands(), "--out", out];
    expect((await say(words)).code).toBe(0);
    const again = await say(words);
    expect(again.code).toBe(1);
    expect(again.err).toContain("[adapter-output-exists]");
    expect((await say([...words, "--force"])).code).toBe(0);
    writeFileSync(join(out, "mine.txt"), "keep");
    expect((await say([...words, "--force"])).code).toBe(1);
    expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("keep");
  });

  test("tiers: no name leaves in enterprise or public output, on the screen or in the files", async () => {
    for (const tier of ["enterprise", "public"]) {
      const out = join(scratchFolder(), "result");
      const told = await say(["match", await talents(), await demands(), "--out", out, "--tier", tier], "zh");
      expect(told.code).toBe(0);
      const { sheets } = await readTable(join(out, "ranked.xlsx"));
      const texts = `${told.out}${JSON.stringify(sheets)}${readFileSync(join(out, "run.json"), "utf8")}`;
      for (const [name, , , , , phone] of TALENTS) {
        expect(texts).not.toContain(name);
        expect(texts).not.toContain(phone);
      }
    }
  });

  test("--json prints one object that names the inputs' hashes, the settings and the files", async () => {
    const out = join(scratchFolder(), "result");
    const told = await say(["match", await talents(), await demands(), "--out", out, "--json", "--top", "1", "--weights", "field=500"]);
    const record = JSON.parse(told.out) as { inputs: { sha256: string }[]; config: unknown; files: string[] };
    expect(record.inputs.map(({ sha256 }) => sha256.length)).toEqual([64, 64]);
    expect(record.config).toEqual({ k: 1, tier: "internal", lang: "en", weights: { field: 500 }, now: null });
    expect(record.files.every((file) => existsSync(file))).toBe(true);
  });

  test("--now adds the lists of calls and contacts for internal readers only, and a day that is none is refused", async () => {
    const out = join(scratchFolder(), "r");
    const sheets = async (more: string[]) => {
      const told = await say(["match", await talents(), await demands(), "--out", out, "--force", ...more], "zh");
      expect(told.code).toBe(0);
      const { sheets: list } = await readTable(join(out, "ranked.xlsx"));
      return (list ?? []).map(({ name }) => name.split("#").at(-1));
    };
    expect(await sheets(["--now", "2026-06-30"])).toEqual(
      expect.arrayContaining(["整体分配", "缺额", "联络批次", "回访名单", "人才库质量"]),
    );
    const undated = await sheets([]);
    expect(undated).toEqual(expect.arrayContaining(["整体分配", "缺额"]));
    for (const name of ["回访名单", "联络批次"]) expect(undated).not.toContain(name);
    const enterprise = await sheets(["--now", "2026-06-30", "--tier", "enterprise"]);
    expect(enterprise.filter((name) => ["回访名单", "联络批次", "人才库质量"].includes(name ?? ""))).toEqual([]);
    const wrong = await say(["match", await talents(), await demands(), "--out", out, "--now", "2026-02-30"]);
    expect([wrong.code, /--now/.test(wrong.err)]).toEqual([2, true]);
  });

  test("demands that ask nothing of the four dimensions are counted on the screen", async () => {
    const open = await demands([["J3", "普工", "丙公司", 30, "不限", "不限", ""]]);
    const told = await say(["match", await talents(), open, "--out", join(scratchFolder(), "r")], "zh");
    expect(told.out).toContain("1 项需求没有可计分的条件");
  });

  test("a hard level that also weighs is told once among a demand's requirements, limits on persons by their Chinese names", async () => {
    const out = join(scratchFolder(), "r");
    await say(["match", await talents(), await demands(), "--out", out], "zh");
    const { rows } = await readTable(join(out, "ranked.xlsx"), { sheet: "需求汇总" });
    const asked = String(rows[0]?.at(-1));
    expect(asked.match(/学历：/g)).toHaveLength(1);
    expect(asked).toContain("【未采用】年龄");
    expect(asked).toContain("【未采用】性别");
  });

  test("a progress line is drawn on a screen only, and wiped", async () => {
    const told = await say(["match", await talents(), await demands(), "--out", join(scratchFolder(), "r")], "en", true);
    expect(told.err).toContain("100%");
    expect(told.err.endsWith("\r")).toBe(true);
  });
});

describe("check", () => {
  test("issues are grouped so that one message fits the whole group", async () => {
    const file = scratchFile(
      "talents.csv",
      "姓名,联系电话,籍贯\r\n甲一,没有号码,不存在的地方\r\n乙二,没有号码,不存在的地方\r\n丙三,13800001003,不存在的地方\r\n",
    );
    const { out } = await say(["check", file, "--lang", "en"]);
    expect(out).toContain("cell-unresolved × 3  no place recognised");
    expect(out).toContain("cell-unresolved × 2  expected a telephone number");
  });

  test("--as overrules what the labels say, and nothing else is taken", async () => {
    const file = await talents();
    const asDemand = JSON.parse((await say(["check", file, "--as", "demand", "--json"])).out) as { entity: string };
    expect(asDemand.entity).toBe("demand");
    expect((await say(["check", file, "--as", "person"])).code).toBe(2);
  });

  test("members of the record are named in the reader's language", async () => {
    const file = await talents();
    expect((await say(["check", file], "zh")).out).toContain("专业 → 学科专业");
    expect((await say(["check", file], "en")).out).toContain("专业 → fields");
  });
});

describe("map", () => {
  test("draws every chain in five forms, whole or not at all, and says what lacks", async () => {
    const county = join(scratchFolder(), "county");
    expect((await say(["synth", "--out", county, "--talents", "80", "--demands", "60", "--seed", "7", "--clean"])).code).toBe(0);
    const files = [join(county, "talents.xlsx"), join(county, "demands.xlsx")];
    const out = join(scratchFolder(), "maps");
    const told = await say(["map", ...files, "--out", out, "--keep-duplicate-ids"], "zh");
    expect([told.code, told.out.includes("生物基材料：在外人才")]).toEqual([0, true]);
    expect(left(out)).toHaveLength(15 * 5 + 1);
    expect(readFileSync(join(out, "food-processing.txt"), "utf8")).toContain("食品加工产业链人才图谱");
    const graph = JSON.parse(readFileSync(join(out, "food-processing.json"), "utf8")) as { nodes: { kind: string }[] };
    expect(graph.nodes.filter(({ kind }) => kind === "segment")).toHaveLength(15);
    expect((await say(["map", ...files, "--out", out, "--keep-duplicate-ids"])).code).toBe(1);
    const one = join(scratchFolder(), "one");
    const json = await say(["map", ...files, "--out", one, "--keep-duplicate-ids", "--chain", "bio-based-materials", "--json"]);
    expect((JSON.parse(json.out) as { chains: unknown[] }).chains).toHaveLength(1);
    expect(left(one)).toHaveLength(6);
    expect((await say(["map", ...files, "--out", one, "--chain", "nothing"])).code).toBe(2);
    expect((await say(["map", files[0] ?? "", "--out", one])).code).toBe(2);
  });
});

describe("synth and demo", () => {
  test("synth writes the files that match takes, the same bytes for the same seed", async () => {
    const [a, b] = [join(scratchFolder(), "a"), join(scratchFolder(), "b")];
    for (const out of [a, b]) {
      const told = await say(["synth", "--out", out, "--talents", "40", "--demands", "6", "--seed", "7"]);
      expect(told.code).toBe(0);
    }
    expect(left(a)).toEqual(["demands.xlsx", "talents.xlsx", "truth.json"]);
    for (const name of left(a)) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true);
    const result = join(scratchFolder(), "r");
    expect((await say(["match", join(a, "talents.xlsx"), join(a, "demands.xlsx"), "--out", result])).code).toBe(0);
  });

  test("demo runs the whole way through files, and again only with --force", async () => {
    const out = join(scratchFolder(), "demo");
    const words = ["demo", "--out", out, "--talents", "60", "--demands", "8"];
    const told = await say(words);
    expect(told.code).toBe(0);
    expect(left(out)).toEqual(["county", "result"]);
    expect(told.out).toContain("sheet Issues");
    expect((await say(words)).code).toBe(1);
    expect((await say([...words, "--force"])).code).toBe(0);
  });
});
