import { describe, expect, test } from "vitest";
import type { Cell, Table } from "../../src/model/index.js";
import { mapHeaders, readTalents } from "../../src/registry/index.js";
import { realignRow } from "../../src/registry/realign-row.js";
import { synthesiseCounty } from "../../src/synth/index.js";

const { experts } = synthesiseCounty({ seed: 5, talents: 1200, demands: 0, dirt: false }).tables;
const columns = mapHeaders(experts.header, { entity: "talent", rows: experts.rows }).columns;
const textsOf = (row: readonly Cell[]) => row.map((cell) => String(cell ?? ""));

describe("realignRow", () => {
  test("sound rows stay as they are", () => {
    for (const row of experts.rows) expect(realignRow(textsOf(row), columns)).toBeUndefined();
  });

  test("an odd cell among look-alike columns moves nothing", () => {
    const header = ["姓名", "籍贯", "现居住地", "单位地址", "职务", "职称", "职称等级", "联系电话"];
    const row = ["张三", "", "北京市", "北京市海淀区中关村", "总经理", "", "高级", "保密"];
    expect(realignRow(row, mapHeaders(header, { entity: "talent" }).columns)).toBeUndefined();
  });

  test("a row pushed to the right from any column on comes back, its telling cells all in place", () => {
    let moved = 0;
    let back = 0;
    for (const [i, row] of experts.rows.entries()) {
      const from = 3 + (i % 8);
      const original = textsOf(row);
      const found = realignRow([...original.slice(0, from), "", ...original.slice(from)], columns);
      moved++;
      if (found === undefined) continue;
      back++;
      // Blanks next to the stray one are alike: whichever is taken out, the texts are the same.
      const filled = (texts: readonly string[]) =>
        columns.filter(({ field }) => ["email", "phone", "observed_date"].includes(field ?? "")).map(({ index }) => texts[index]);
      expect(filled(found.texts)).toEqual(filled(original));
    }
    expect(moved).toBeGreaterThan(300);
    expect(back / moved).toBeGreaterThan(0.8);
  });

  test("the reader tells the row, uses the cells where they belong, and lets no number name an office", () => {
    const header = ["姓名", "学历", "职称", "电子邮箱", "手机号码", "推荐单位", "登记时间"];
    const sheet = (rows: Cell[][]): Table => ({ name: "s", header, rows });
    const { records, issues } = readTalents(
      sheet([
        ["张三", "", "硕士", "高级工程师", "a@example.com", "16100000000", "统战部", "2026-01-02"],
        ["李四", "本科", "工程师", "b@example.com", "16100000001", "16100000002", "2026-01-02"],
      ]),
    );
    expect(issues.filter(({ code }) => code === "cell-shifted").map(({ source }) => [source.row, source.column])).toEqual([
      [2, "学历"],
      [3, "推荐单位"],
    ]);
    expect(records[0]).toMatchObject({
      degree: "master",
      title: { grade: "associate-senior" },
      email: "a@example.com",
      phone: "16100000000",
    });
    expect(records[0]?.provenance?.["name"]).toMatchObject({ source: "统战部", observedAt: "2026-01-02" });
    expect(records[1]?.provenance?.["name"]?.source).toBeUndefined();
  });
});
