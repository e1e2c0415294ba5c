import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Cell, Table } from "../../src/model/index.js";
import { encodeWorkbook } from "../../src/node/index.js";
import { scratchFolder } from "../node/scratch.js";
import { countyLists, sheetsOf } from "./county-lists.js";
import { say } from "./terminal.js";

describe("match --link", () => {
  async function registry() {
    const { folder, county } = await countyLists({ talents: 120, share: 0.4 });
    const [talents, demands] = ["talents.xlsx", "demands.xlsx"].map((name) => join(folder, name)) as [string, string];
    const sheets = (tables: readonly Table[]) => tables.map(({ header, rows }, i) => ({ name: `表${i}`, header, rows }));
    writeFileSync(
      talents,
      await encodeWorkbook({ sheets: sheets([county.tables.officials, county.tables.experts, county.tables.business]) }),
    );
    writeFileSync(demands, await encodeWorkbook({ sheets: sheets(county.tables.demands) }));
    return { folder, words: ["match", talents, demands, "--top", "100", "--force"] };
  }

  interface MatchJson {
    readonly summary: { readonly talents: number };
    readonly config: Readonly<Record<string, unknown>>;
    readonly linked?: { readonly records: number; readonly people: number; readonly review: number };
  }

  test("nobody stands twice in a list, and the summary says how many records became how many people", async () => {
    const { folder, words } = await registry();
    /** Numbers that stand more than once in one demand's list. */
    const twice = async (more: readonly string[]): Promise<{ count: number; json: MatchJson }> => {
      const told = await say([...words, "--out", join(folder, "out"), "--json", "--now", "2026-06-30", ...more], "zh");
      expect(told.code).toBe(0);
      const ranked = (await sheetsOf(join(folder, "out", "ranked.xlsx")))("推荐清单");
      const [demands, names, employers] = ["需求编号", "姓名", "工作单位"].map((label) => ranked.column(label)) as [Cell[], Cell[], Cell[]];
      const keys = demands.flatMap((demand, i) => (employers[i] ? [`${demand} ${names[i]} ${employers[i]}`] : []));
      return { count: keys.length - new Set(keys).size, json: JSON.parse(told.out) as MatchJson };
    };
    const apart = await twice([]);
    expect(apart.count).toBeGreaterThan(0);
    expect([apart.json.linked, Object.hasOwn(apart.json.config, "link")]).toEqual([undefined, false]);
    const linked = await twice(["--link"]);
    expect(linked.count).toBe(0);
    expect(linked.json.config["link"]).toBe(true);
    expect(linked.json.linked).toMatchObject({ records: apart.json.summary.talents, people: linked.json.summary.talents });
    expect(linked.json.summary.talents).toBeLessThan(apart.json.summary.talents);
    const { records, people } = linked.json.linked ?? {};
    for (const [lang, words_] of [
      ["zh", `关联：${records} 条记录归为 ${people} 人`],
      ["en", `linked: ${records} records became ${people} people`],
    ] as const)
      expect((await say([...words, "--out", join(folder, "out"), "--link"], lang)).out).toContain(words_);
  });

  test("the demo takes it too", async () => {
    const out = join(scratchFolder(), "demo");
    const told = await say(["demo", "--out", out, "--talents", "80", "--demands", "8", "--link"]);
    expect([told.code, /linked: \d+ records became 8\d people/.test(told.out)]).toEqual([0, true]);
  });
});
