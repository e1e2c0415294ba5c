import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.js";
import type { Cell, Talent } from "../../src/model/index.js";
import { encodeWorkbook } from "../../src/node/index.js";
import type { CountyTruth } from "../../src/synth/index.js";
import { scratchFolder } from "../node/scratch.js";
import { countyLists, LISTS, sheetsOf } from "./county-lists.js";
import { say } from "./terminal.js";

const peopleOf = (folder: string) => JSON.parse(readFileSync(join(folder, "people.json"), "utf8")) as Talent[];

interface LinkJson {
  readonly inputs: readonly { file: string; sha256: string; rows: number; records: number; rejected: number }[];
  readonly config: { readonly clean: readonly string[] };
  readonly records: number;
  readonly people: number;
  readonly merged: number;
  readonly review: Readonly<Record<string, number>>;
  readonly expectedPrecision: number | null;
  readonly converged: boolean;
  readonly files: readonly string[];
}

/** Persons of the truth with several rows, by list and row of the written files. */
function truthPlaces(rows: CountyTruth["rows"]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const list of LISTS) {
    const name = { officials: "officials.xlsx#党政", experts: "experts.csv", business: "business.xlsx#经商" }[list];
    for (const [row, truth] of rows[list].entries())
      if (truth.kind === "record") places.set(truth.person, [...(places.get(truth.person) ?? []), `${name} ${row + 2}`]);
  }
  return places;
}

describe("link", () => {
  test("an ugly county: every row accounted for, every record in one person, and the planted doubles found", async () => {
    const { folder, paths, county } = await countyLists();
    const out = join(folder, "out");
    const told = await say(["link", ...paths, "--output", out, "--json"], "zh");
    expect([told.code, told.err]).toEqual([0, ""]);
    const json = JSON.parse(told.out) as LinkJson;
    expect(json.inputs.map(({ file }) => file)).toEqual(["officials.xlsx", "experts.csv", "business.xlsx"]);
    for (const { rows, records, rejected, sha256 } of json.inputs) expect([rows, sha256.length]).toEqual([records + rejected, 64]);
    expect(json.inputs.reduce((sum, { records }) => sum + records, 0)).toBe(json.records);
    expect(readdirSync(out).sort()).toEqual(["linked.xlsx", "people.json"]);

    const sheet = await sheetsOf(join(out, "linked.xlsx"));
    const people = sheet("人员");
    expect(people.rows).toHaveLength(json.people);
    const counts = people.column("记录数").map(Number);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(json.records);
    expect(counts.filter((count) => count > 1)).toHaveLength(json.merged);
    const merged = sheet("合并");
    expect(merged.rows).toHaveLength(counts.filter((count) => count > 1).reduce((a, b) => a + b, 0));
    expect(sheet("待核").rows).toHaveLength(Object.values(json.review).reduce((a, b) => a + b, 0));
    expect(peopleOf(out).map(({ id }) => id)).toEqual(people.column("人员编号"));

    // Each place is told once, and the people at the places are those of the truth.
    const places = merged.column("名单").map((list, i) => `${list} ${merged.column("行")[i]}`);
    expect(new Set(places).size).toBe(places.length);
    const personAt = new Map(places.map((place, i) => [place, merged.column("人员编号")[i]]));
    const doubles = [...truthPlaces(county.truth.rows).values()].filter((rows) => rows.length > 1);
    const found = doubles.filter((rows) => personAt.has(rows[0] ?? "") && new Set(rows.map((row) => personAt.get(row))).size === 1);
    expect(doubles.length).toBeGreaterThan(50);
    expect(found.length / doubles.length).toBeGreaterThan(0.9);
    const personOf = new Map([...truthPlaces(county.truth.rows)].flatMap(([person, rows]) => rows.map((row) => [row, person] as const)));
    const truths = new Map<Cell | undefined, Set<string | undefined>>();
    for (const [place, person] of personAt) truths.set(person, (truths.get(person) ?? new Set()).add(personOf.get(place)));
    const wrong = [...truths.values()].filter((persons) => persons.size > 1);
    expect(wrong.length / truths.size).toBeLessThan(0.03);

    // The sheet of notes is told and holds up nothing.
    const { header, rows } = sheet("问题清单");
    const notes = [header, ...rows].find((row) => row.includes("sheet-skipped"));
    expect(notes).toContain("business.xlsx#填表说明");
  });

  test("the same person in three lists comes out once, with what each list alone knows", async () => {
    const { folder, paths } = await countyLists();
    const out = join(folder, "out");
    expect((await say(["link", ...paths, "--out", out, "-q"])).out).toBe("");
    const found = peopleOf(out).filter(({ phone }) => phone === "16100000001");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      name: expect.stringMatching(/^(?:欧阳|歐陽)𠮷安$/),
      degree: "doctor",
      title: { grade: "senior" },
      hometown: "410923",
      organization: expect.stringContaining("归雁生物"),
    });
    const sheet = await sheetsOf(join(out, "linked.xlsx"));
    const people = sheet("People");
    const at = people.column("person").indexOf(found[0]?.id ?? "");
    expect(people.column("records")[at]).toBe(3);
    expect(people.column("lists")[at]).toBe("business.xlsx#经商, experts.csv, officials.xlsx#党政");
  });

  test("both languages: the screen tells counts, precision and the least certain, and nothing of anybody", async () => {
    const { folder, paths, county } = await countyLists();
    for (const lang of ["zh", "en"] as const) {
      const told = await say(["link", ...paths, "--out", join(folder, lang)], lang);
      expect([told.code, told.err]).toEqual([0, ""]);
      expect(told.out).toMatch(
        lang === "zh" ? /份名单的 \d+ 条记录归为 \d+ 人，其中 \d+ 人由多条记录合成；\d+ 对待人工核对/ : /\d+ records of 3 lists became/,
      );
      expect(told.out).toMatch(lang === "zh" ? /预计合并准确率 \d+\.\d\d %/ : /expected precision of the merges \d+\.\d\d %/);
      expect(told.out).toMatch(lang === "zh" ? /EM 估计(?:已|未)收敛/ : /EM (?:converged|had not converged) after \d+ rounds/);
      expect(told.out).toMatch(lang === "zh" ? /officials\.xlsx：\d+ 行 = / : /officials\.xlsx: \d+ rows = /);
      for (const { name, phone, email, organization } of county.talents)
        for (const secret of [name, phone, email, organization]) if (secret !== undefined) expect(told.out).not.toContain(secret);
    }
    const named = (lang: "zh" | "en") => peopleOf(join(folder, lang));
    expect(named("en")).toEqual(named("zh"));
  });

  test("the least certain pairs are told by list and row", async () => {
    const { folder, paths } = await countyLists({ talents: 600 });
    const told = await say(["link", ...paths, "--out", join(folder, "out"), "--clean", "党政", "--clean", "experts.csv"], "zh");
    expect(told.code).toBe(0);
    const lines = told.out.split("\n");
    const at = lines.indexOf("最拿不准的：");
    expect(at).toBeGreaterThan(0);
    expect(lines.slice(at + 1, at + 4)).toEqual(
      Array(3).fill(
        expect.stringMatching(/^ {2}\S+ 第\d+行 与 \S+ 第\d+行：(?:可能是同一人|可能误合并|相符而未合并)，概率 [\d.]+ %。相符：/),
      ),
    );
  });

  test("the order of the files changes nothing of who is whom, and the same run gives the same bytes", async () => {
    const { folder, paths } = await countyLists();
    const outs = ["a", "b", "c"].map((name) => join(folder, name));
    for (const [i, out] of outs.entries()) await say(["link", ...(i === 2 ? paths.toReversed() : paths), "--out", out, "-q"], "zh");
    const [a, b, c] = outs as [string, string, string];
    for (const name of ["linked.xlsx", "people.json"]) expect(readFileSync(join(a, name)).equals(readFileSync(join(b, name)))).toBe(true);
    expect(readFileSync(join(c, "people.json"), "utf8")).toBe(readFileSync(join(a, "people.json"), "utf8"));
  });

  test("people.json is read by match, check and link as it was written, titles, fields and provenance included", async () => {
    const { folder, paths, county } = await countyLists();
    const out = join(folder, "out");
    await say(["link", ...paths, "--out", out, "-q"]);
    const people = peopleOf(out);
    const json = join(out, "people.json");
    const checked = JSON.parse((await say(["check", json, "--json"])).out) as {
      counts: unknown;
      issues: unknown[];
      quality: { members: { member: string; known: number }[] };
    };
    expect(checked.counts).toEqual({ rows: people.length, records: people.length, rejected: 0, issues: 0 });
    for (const member of ["title", "fields", "categories", "industries"] as const)
      expect(checked.quality.members.find((one) => one.member === member)?.known).toBe(
        people.filter((talent) => talent[member] !== undefined).length,
      );
    const demands = join(folder, "demands.xlsx");
    writeFileSync(
      demands,
      await encodeWorkbook({ sheets: county.tables.demands.map(({ header, rows }, i) => ({ name: `${i}`, header, rows })) }),
    );
    const matched = await say(["match", json, demands, "--out", join(folder, "result"), "--json"]);
    expect(matched.code).toBe(0);
    expect((JSON.parse(matched.out) as { summary: { talents: number } }).summary.talents).toBe(people.length);
    const again = JSON.parse(
      (await say(["link", json, "--out", join(folder, "again"), "--clean", "people.json", "--json"])).out,
    ) as LinkJson;
    expect([again.people, again.merged]).toEqual([people.length, 0]);
    expect(peopleOf(join(folder, "again"))).toEqual(people);
  });

  test("JSON that a person wrote is read row by row, whatever its keys", async () => {
    const folder = scratchFolder();
    const file = join(folder, "people.json");
    const cases: readonly (readonly [unknown, string])[] = [
      [[{ id: "1", name: "甲一", degree: "硕士", title: "高工" }], "master"],
      [[{ id: "1", name: "甲一", degree: "硕士", provenance: {} }], "master"],
      [
        [
          { id: "1", name: "甲一", degree: "doctor", provenance: {} },
          { id: "1", name: "乙二", provenance: {} },
        ],
        "doctor",
      ],
    ];
    for (const [value, degree] of cases) {
      writeFileSync(file, JSON.stringify(value));
      expect((await say(["link", file, "--out", join(folder, "out"), "--force", "-q"])).code).toBe(0);
      expect(peopleOf(join(folder, "out")).map((talent) => talent.degree)).toContain(degree);
    }
  });

  test("hostile names are text in the workbook and whole in people.json", async () => {
    const folder = scratchFolder();
    const names = ["@SUM(A1)", "+8613800000000", "-2+3", "__proto__", "<b>甲</b>", "constructor"];
    const file = join(folder, "list.csv");
    writeFileSync(
      file,
      ["姓名,联系电话,工作单位", ...names.flatMap((name, i) => Array(2).fill(`${name},1605000010${i},某厂${i}`))].join("\r\n"),
    );
    const out = join(folder, "out");
    expect((await say(["link", file, "--out", out, "-q"], "zh")).code).toBe(0);
    const sheet = await sheetsOf(join(out, "linked.xlsx"));
    expect(new Set(sheet("人员").column("姓名"))).toEqual(new Set(names));
    expect(new Set(peopleOf(out).map(({ name }) => name))).toEqual(new Set(names));
  });

  test("files of one name are told apart by their folders, and ids that two files share are kept apart", async () => {
    const folder = scratchFolder();
    const rows = ["姓名,联系电话,人才编号", "甲一,16050000101,A1", "乙二,16050000102,A2"];
    const paths = ["one", "two"].map((name, i) => {
      mkdirSync(join(folder, name));
      const path = join(folder, name, "list.csv");
      writeFileSync(path, (i === 0 ? rows : [rows[0], "丙三,16050000103,A1", "丁四,,B1"]).join("\r\n"));
      return path;
    });
    const out = join(folder, "out");
    const told = JSON.parse((await say(["link", ...paths, "--out", out, "--clean", "one/list.csv", "--json"])).out) as LinkJson;
    expect(told.inputs.map(({ file }) => file)).toEqual(["one/list.csv", "two/list.csv"]);
    expect(told.config.clean).toEqual(["one/list.csv"]);
    expect(peopleOf(out).map(({ id, name }) => `${id} ${name}`)).toEqual([
      "A2 乙二",
      "B1 丁四",
      "one/list.csv#A1 甲一",
      "two/list.csv#A1 丙三",
    ]);
    const sheet = await sheetsOf(join(out, "linked.xlsx"));
    expect(new Set(sheet("People").column("lists"))).toEqual(new Set(["one/list.csv", "two/list.csv"]));
  });

  test("no two records of a clean list are merged, and a list that is none is refused with those that are", async () => {
    const { folder, paths } = await countyLists();
    const out = join(folder, "out");
    const words = ["link", ...paths, "--out", out, "--force"];
    const withinList = async (): Promise<number> => {
      const merged = (await sheetsOf(join(out, "linked.xlsx")))("合并");
      const seen = merged.column("人员编号").map((id, i) => `${id} ${merged.column("名单")[i]}`);
      return seen.length - new Set(seen).size;
    };
    expect((await say([...words, "-q"], "zh")).code).toBe(0);
    expect(await withinList()).toBeGreaterThan(0);
    const clean = ["officials.xlsx", "experts.csv", "经商"].flatMap((name) => ["--clean", name]);
    expect((await say([...words, ...clean, "-q"], "zh")).code).toBe(0);
    expect(await withinList()).toBe(0);
    const unknown = await say([...words, "--clean", "nothing"]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining("officials.xlsx#党政, experts.csv, business.xlsx#经商")]);
  });

  test("one record is one person", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "list.csv"), "姓名,联系电话\r\n甲一,16050000101\r\n");
    const told = await say(["link", join(folder, "list.csv"), "--out", join(folder, "out")]);
    expect([told.code, told.out.includes("1 records of 1 lists became 1 people")]).toEqual([0, true]);
    expect(told.out).toContain("no pair is sure enough to be merged");
  });

  test("faulty input: a message with the file and a hint, exit 1, nothing written", async () => {
    const folder = scratchFolder();
    const good = join(folder, "good.csv");
    writeFileSync(good, "姓名,联系电话\r\n甲一,16050000101\r\n");
    const bad = [
      ["zero.csv", "", "empty-table"],
      ["headless.csv", "1,2,3\r\n4,5,6\r\n7,8,9\r\n", "no-recognisable-header"],
      ["nobody.csv", "姓名,学历,职称\r\n,本科,\r\n合计,,\r\n", "no-usable-record"],
    ] as const;
    for (const [name, text, code] of bad) {
      writeFileSync(join(folder, name), text);
      const told = await say(["link", good, join(folder, name), "--out", join(folder, "out")]);
      expect([told.code, told.out]).toEqual([1, ""]);
      expect(told.err).toContain(name);
      expect(told.err).toContain(`[${code}]`);
    }
    const missing = await say(["link", good, join(folder, "nowhere.xlsx"), "--json", "--out", join(folder, "out")]);
    expect((JSON.parse(missing.out) as { error: { code: string } }).error.code).toBe("adapter-missing-file");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  test("earlier output is replaced only with --force", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "list.csv"), "姓名,联系电话\r\n甲一,16050000101\r\n乙二,16050000102\r\n");
    const words = ["link", join(folder, "list.csv"), "--out", join(folder, "out"), "-q"];
    expect((await say(words)).code).toBe(0);
    const again = await say(words);
    expect([again.code, again.err.includes("[adapter-output-exists]")]).toEqual([1, true]);
    expect((await say([...words, "--force"])).code).toBe(0);
  });

  test("a Ctrl-C ends the work in good order: exit 1, nothing written, and the next one is the system's again", async () => {
    const { folder, paths } = await countyLists();
    let told = "";
    let listening = 0;
    const code = await run(["link", ...paths, "--out", join(folder, "out")], {
      out: () => undefined,
      err: (text) => {
        told += text;
      },
      interactive: false,
      lang: "en",
      onInterrupt: (stop) => {
        listening++;
        stop();
        return () => {
          listening--;
        };
      },
    });
    expect([code, listening, existsSync(join(folder, "out"))]).toEqual([1, 0, false]);
    expect(told).toContain("[aborted]");
  });

  test("a progress line is drawn on a screen only, and wiped", async () => {
    const { folder, paths } = await countyLists();
    const told = await say(["link", ...paths, "--out", join(folder, "out")], "en", true);
    expect(told.err).toMatch(/linking █+ 100%/);
    expect(told.err.endsWith("\r")).toBe(true);
  });
});
