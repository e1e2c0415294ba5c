import { describe, expect, test } from "vitest";
import type { Cell } from "../../src/model/index.js";
import { parseProfile, readTalents } from "../../src/registry/index.js";

const read = (header: readonly string[], ...rows: Cell[][]) => readTalents({ name: "t", header, rows });
const nameOf = (name: string) => {
  const { records, issues } = read(["姓名", "单位", "学历"], [name, "濮阳市第一中学", "硕士"]);
  return [records[0]?.name, issues.map(({ code }) => code)];
};

describe("names in a sheet", () => {
  test.each([
    ["张　三", "张三", []],
    ["买买提 ‧ 热合曼", "买买提·热合曼", []],
    ["John  Smith", "John Smith", []],
    ["无", undefined, []],
    ["王\u202e五", "王五", ["cell-damaged-text"]],
    ["张\udfb7", "张\ufffd", ["cell-damaged-text"]],
  ])("%j", (raw, name, codes) => {
    expect(nameOf(raw)).toEqual([name, codes]);
  });
});

describe("a long text", () => {
  test("of many Latin words costs no more than its length", () => {
    const cost = (words: number) => {
      const text = "8k-".repeat(words);
      const start = performance.now();
      parseProfile(text);
      return performance.now() - start;
    };
    cost(1000);
    expect(cost(333_000)).toBeLessThan(1500);
  });
});

describe("rows under odd labels", () => {
  test("blank cells below labels of signs alone do not make a row the header again", () => {
    const { records, counts } = read(
      ["姓名", "***", "()", "【】", "学历"],
      ["张三", "", "", "", "硕士"],
      ["姓名", "***", "()", "", "学历"],
    );
    expect([records.map(({ name }) => name), counts]).toEqual([["张三"], { rows: 2, records: 1, rejected: 1, issues: expect.any(Number) }]);
  });

  test("labels and ids that name members of every object are labels and ids", () => {
    const { records, columns } = read(
      ["人才编号", "姓名", "__proto__", "constructor"],
      ["__proto__", "甲", "x", "y"],
      ["constructor", "乙", "", ""],
    );
    expect(records.map(({ id, name }) => [id, name])).toEqual([
      ["__proto__", "甲"],
      ["constructor", "乙"],
    ]);
    expect(columns.slice(2).map(({ via }) => via)).toEqual(["none", "none"]);
    expect(Object.hasOwn(Object.prototype, "x")).toBe(false);
  });
});
