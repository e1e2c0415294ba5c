import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { type HeaderField, mapHeaders, recogniseEntity, tableFromGrid } from "../../src/registry/index.js";
import { hasSharedData, sharedData } from "../shared-data.js";

const fieldsOf = (header: string[], entity: "talent" | "demand") => mapHeaders(header, { entity }).columns.map((column) => column.field);

describe("mapHeaders", () => {
  test("marks, blanks and bracketed codes around a label change nothing", () => {
    expect(fieldsOf(["*姓  名", "姓名(XM)", "姓名：", "【姓名】", "姓　名※"], "talent")).toEqual(Array(5).fill("name"));
  });

  test("职称 is a title, 职务 a post, 专业技术职务 a title again", () => {
    expect(fieldsOf(["职称", "职务", "现任专业技术职务", "职称等级", "技能等级"], "talent")).toEqual([
      "title",
      "post",
      "title",
      "title_grade",
      "certificate",
    ]);
  });

  test("学历 tells in a talent sheet and asks in a demand sheet", () => {
    expect(fieldsOf(["学历", "专业", "职称"], "talent")).toEqual(["education", "major", "title"]);
    expect(fieldsOf(["学历", "专业", "职称"], "demand")).toEqual(["education_req", "major_req", "title_req"]);
  });

  test("the finer label of a two-row header decides", () => {
    expect(fieldsOf(["联系方式/手机", "教育/毕业院校", "处/室"], "talent")).toEqual(["phone", "school", "department"]);
  });

  test("protected columns are named as such and feed nothing", () => {
    const { columns } = mapHeaders(["姓名", "性别", "民族", "年龄", "政治面貌", "出生年月"], { entity: "talent" });
    for (const column of columns.slice(1)) {
      expect(column.member).toBeUndefined();
      expect(column.reasonZh).toContain("受保护");
    }
  });

  test("every column says why, and one that nothing names is told", () => {
    const { columns, issues } = mapHeaders(["姓名", "血红蛋白", "学校"], { entity: "talent", table: "t" });
    expect(columns.every(({ reason, reasonZh }) => reason !== "" && reasonZh !== "")).toBe(true);
    expect(issues).toMatchObject([{ code: "column-unmapped", source: { table: "t", column: "血红蛋白" } }]);
  });

  test("a column without a telling label is recognised by its contents, with a warning", () => {
    const rows = Array.from({ length: 6 }, (_, i) => [`工程师${i}`, "10-15K", "3-5年", "本科", "100-499人"]);
    const { columns, issues } = mapHeaders(["字段1", "字段2", "字段3", "字段4", "字段5"], { entity: "demand", rows });
    expect(columns.map(({ field }) => field)).toEqual(["job_name", "salary", "experience_req", "education_req", "company_size"]);
    expect(issues.every(({ code }) => code === "column-guessed")).toBe(true);
    expect(issues).toHaveLength(5);
  });

  test("the caller's word wins, by label or place", () => {
    const { columns } = mapHeaders(["甲", "姓名"], { entity: "talent", columns: { 甲: "employer", 1: "post" } });
    expect(columns.map(({ field, via }) => [field, via])).toEqual([
      ["employer", "override"],
      ["post", "override"],
    ]);
  });

  test("faulty arguments are refused", () => {
    expect(() => mapHeaders("姓名" as unknown as string[])).toThrow(GuiyanError);
    expect(() => mapHeaders([], { kind: "talent" } as object)).toThrow("unknown option");
    expect(() => mapHeaders([], { entity: "person" as "talent" })).toThrow(GuiyanError);
  });

  test("labels that are names of object members are only labels", () => {
    expect(fieldsOf(["constructor", "__proto__", "toString"], "talent")).toEqual([undefined, undefined, undefined]);
  });
});

describe("tableFromGrid", () => {
  test("titles above the header are told; rows keep their numbers", () => {
    const { table, issues } = tableFromGrid({ name: "g", rows: [["南乐县在外人才信息表"], [], ["姓名", "学历"], ["张三", "硕士"]] });
    expect(table).toMatchObject({ header: ["姓名", "学历"], rows: [["张三", "硕士"]], rowNumbers: [4] });
    expect(issues).toMatchObject([{ code: "row-above-header", source: { row: 1 } }]);
  });

  test("a merged upper row is joined with the row below it", () => {
    const { table } = tableFromGrid({
      name: "g",
      rows: [
        ["姓名", "教育背景", null, "电话"],
        [null, "学历", "专业", null],
        ["张三", "硕士", "食品工程", "16100000000"],
      ],
      merges: [{ row: 0, column: 1, rows: 1, columns: 2 }],
    });
    expect(table.header).toEqual(["姓名", "教育背景/学历", "教育背景/专业", "电话"]);
    expect(table.rowNumbers).toEqual([3]);
  });

  test("a grid without recognisable labels keeps its rows, with a warning; an empty one has none", () => {
    const lost = tableFromGrid({
      name: "g",
      rows: [
        ["甲乙", "丙丁"],
        ["1", "2"],
      ],
    });
    expect(lost.table.rows).toEqual([["1", "2"]]);
    expect(lost.issues).toMatchObject([{ code: "sheet-skipped" }]);
    expect(tableFromGrid({ name: "g", rows: [] })).toMatchObject({ table: { header: [], rows: [] }, issues: [] });
  });
});

describe.skipIf(!hasSharedData)("headers of public sheets", () => {
  test("labels, traps and entities are told apart as people did", () => {
    let right = 0;
    let labels = 0;
    let wrong = 0;
    let entities = 0;
    let sheets = 0;
    for (const line of readFileSync(sharedData("bench", "headers", "sheets.jsonl"), "utf8")
      .trim()
      .split("\n")) {
      const sheet = JSON.parse(line) as { entity: string; headers: string[]; gold: (HeaderField | "other")[] };
      const entity = sheet.entity === "demand" ? "demand" : "talent";
      const told = fieldsOf(sheet.headers, entity);
      for (const [i, gold] of sheet.gold.entries()) {
        const field = told[i] ?? "other";
        if (gold !== "other") {
          labels++;
          if (field === gold) right++;
        } else if (field !== "other") wrong++;
      }
      if (sheet.entity === "neither") continue;
      sheets++;
      if (recogniseEntity(sheet.headers) === sheet.entity) entities++;
    }
    expect(labels).toBeGreaterThan(300);
    expect(right / labels).toBeGreaterThanOrEqual(0.98);
    expect(wrong).toBeLessThanOrEqual(2);
    expect(entities).toBe(sheets);
  });
});
