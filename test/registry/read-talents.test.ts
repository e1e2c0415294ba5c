import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GuiyanError } from "../../src/errors/index.js";
import { type Cell, parseTalent, type Table } from "../../src/model/index.js";
import { createTalentReader, type ReadTalentsOptions, readTalents, summariseQuality } from "../../src/registry/index.js";
import { loadSimplifier } from "../../src/text/index.js";
import { deepFreeze } from "../arbitraries/records.js";

const tableOf = (header: string[], ...rows: Cell[][]): Table => ({ name: "名单.xlsx#高层次人才", header, rows });
const readOne = (header: string[], row: Cell[], options: ReadTalentsOptions = {}) => {
  const reading = readTalents(deepFreeze(tableOf(header, row)), options);
  return { talent: reading.records[0], codes: reading.issues.map(({ code }) => code), issues: reading.issues };
};

describe("readTalents", () => {
  test("reads each fact into its code, with provenance", () => {
    const { talent, codes } = readOne(
      [
        "姓名",
        "籍贯",
        "现居住地",
        "学历",
        "学位",
        "专业",
        "职称",
        "单位",
        "职务",
        "手机",
        "邮箱",
        "所属行业",
        "入库渠道",
        "登记时间",
        "来源单位",
      ],
      [
        "张　三",
        "河南南乐",
        "上海-浦东新区",
        "研究生",
        "工学硕士",
        "食品科学与工程",
        "教授级高工",
        "上海某研究院",
        "所长",
        "+86 161 0000 0000",
        "A@Example.com",
        "食品制造业",
        "走访乡贤",
        45717,
        "县委组织部",
      ],
    );
    expect(talent).toMatchObject({
      name: "张三",
      hometown: "410923",
      residence: "310115",
      degree: "master",
      fields: ["0832"],
      title: { grade: "senior" },
      organization: "上海某研究院",
      post: "所长",
      phone: "16100000000",
      email: "a@example.com",
      industries: ["14"],
      categories: ["expert"],
    });
    expect(talent?.provenance?.["degree"]).toEqual({
      source: "县委组织部",
      channel: "elder-visit",
      observedAt: "2025-03-01",
      evidence: "claimed",
    });
    expect(codes).toEqual([]);
    expect(parseTalent(talent)).toEqual(talent);
  });

  test("what is ambiguous stays unknown and is told with sheet, row and column", () => {
    const { talent, issues } = readOne(["姓名", "学历", "籍贯", "职称"], ["张三", "研究生", "吉林", "高级职称"]);
    expect([talent?.degree, talent?.hometown, talent?.title]).toEqual([undefined, undefined, undefined]);
    expect(issues.map(({ code, source }) => [code, source.row, source.column])).toEqual([
      ["cell-ambiguous", 2, "籍贯"],
      ["cell-ambiguous", 2, "学历"],
      ["cell-ambiguous", 2, "职称"],
    ]);
  });

  test("known to have none is told apart from not known", () => {
    expect(readOne(["姓名", "职称", "专业"], ["张三", "无", "无"]).talent).toMatchObject({ title: { grade: "none" }, fields: [] });
    const { talent } = readOne(["姓名", "职称", "专业"], ["张三", "不详", "—"]);
    expect([talent?.title, talent?.fields]).toEqual([undefined, undefined]);
  });

  test("study in progress is not held", () => {
    const { talent, codes } = readOne(["姓名", "学历"], ["张三", "硕士在读"]);
    expect(talent?.degree).toBeUndefined();
    expect(codes).toEqual(["cell-ambiguous"]);
  });

  test("a residence is taken from the employer's name only where no column states one, and says so", () => {
    const { talent } = readOne(["姓名", "单位"], ["张三", "濮阳市人民医院"]);
    expect(talent?.residence).toBe("410900");
    expect(talent?.provenance?.["residence"]?.source).toBe("employer's name");
    expect(readOne(["姓名", "单位", "现居住地"], ["张三", "濮阳市人民医院", "天津"]).talent?.residence).toBe("120000");
  });

  test("a résumé fills what no column states, and overrules nothing", () => {
    const { talent } = readOne(["姓名", "学历", "个人简历"], ["张三", "本科", "1970年生，河南南乐人，经济学博士，教授。"]);
    expect(talent).toMatchObject({ degree: "bachelor", hometown: "410923", title: { grade: "senior" } });
    expect(talent?.provenance?.["title"]?.source).toBe("résumé");
  });

  test("a title beside the degree in one cell is read, and told", () => {
    const { talent, codes } = readOne(["姓名", "学历"], ["张三", "博士研究生，教授"]);
    expect(talent).toMatchObject({ degree: "doctor", title: { grade: "senior" } });
    expect(codes).toEqual(["cell-two-facts"]);
  });

  test("protected columns never reach a record, a message or the id", () => {
    const { talent, issues } = readOne(["姓名", "性别", "民族", "年龄", "政治面貌"], ["张三", "女", "满族", "34", "民盟盟员"]);
    expect(JSON.stringify([talent, issues])).not.toMatch(/女|满族|34|民盟/);
  });

  test("cell contents never stand in messages unless asked", () => {
    const row: Cell[] = ["张三", "秘密学历", "1.6E+10", "秘密邮箱"];
    const header = ["姓名", "学历", "手机", "邮箱"];
    expect(JSON.stringify(readOne(header, row).issues)).not.toMatch(/秘密|1\.6E/);
    expect(JSON.stringify(readOne(header, row, { showValues: true }).issues)).toContain("秘密学历");
  });

  test("damaged numbers, error values, formulas and impossible dates are told", () => {
    const { codes } = readOne(["姓名", "手机", "学历", "职称", "登记时间"], ["张三", "1.61E+10", "#N/A", '=IFERROR(A1,"")', "2025-02-30"]);
    expect(codes.sort()).toEqual(["cell-date-invalid", "cell-error-value", "cell-formula", "cell-number-damaged"]);
  });

  test("rows = records + rejected: blanks, totals, repeated headers and nobodies are told each", () => {
    const header = ["姓名", "学历", "职称"];
    const reading = readTalents(
      tableOf(
        header,
        ["张三", "硕士", null],
        [],
        ["姓名", "学历", "职称"],
        ["合计", "1人", null],
        [null, "本科", null],
        ["李四"],
        ["王五", null, null, "多余"],
      ),
    );
    expect(reading.counts).toMatchObject({ rows: 7, records: 3, rejected: 4 });
    expect(reading.issues.map(({ code, source }) => [code, source.row])).toEqual([
      ["row-empty", 3],
      ["row-repeated-header", 4],
      ["row-total", 5],
      ["row-no-identity", 6],
      ["row-ragged", 8],
    ]);
  });

  test("ids are the sheet's own where unique, else sheet and row; a doubled number keeps its record", () => {
    const header = ["人才编号", "姓名"];
    const reading = readTalents(tableOf(header, ["A1", "张三"], ["A1", "李四"], [null, "王五"]));
    expect(reading.records.map(({ id }) => id)).toEqual(["A1", "高层次人才:00003", "高层次人才:00004"]);
    expect(reading.issues.map(({ code }) => code)).toEqual(["id-duplicate"]);
  });

  test("all sheets of a file are read; one without usable columns is told and counted", () => {
    const first = tableOf(["姓名", "学历"], ["张三", "硕士"]);
    const second: Table = { name: "名单.xlsx#经商人才", header: ["姓名", "电话"], rows: [["李四", "16100000000"]] };
    const third: Table = { name: "名单.xlsx#说明", header: ["甲", "乙"], rows: [["x", "y"]] };
    const reading = readTalents({ ...first, sheets: [first, second, third] });
    expect(reading.records.map(({ categories }) => categories)).toEqual([["expert"], ["business"]]);
    expect(reading.counts).toMatchObject({ rows: 3, records: 2, rejected: 1 });
    expect(reading.issues.some(({ code }) => code === "sheet-skipped")).toBe(true);
  });

  test("traditional characters are read when a converter is given, names stay as written", async () => {
    const simplify = await loadSimplifier();
    const { talent } = readOne(["姓名", "學歷", "籍貫"], ["張學良", "碩士", "河南濮陽"], { simplify });
    expect(talent).toMatchObject({ name: "張學良", degree: "master", hometown: "410900" });
  });

  test("names come through whole: rare Han, middle dots, foreign letters", () => {
    for (const [raw, name] of [
      ["𠮷 田", "𠮷田"],
      ["买买提•热合曼", "买买提·热合曼"],
      ["John  Smith", "John Smith"],
    ] as const) {
      expect(readOne(["姓名", "学历"], [raw, "本科"]).talent?.name).toBe(name);
    }
  });

  test("issues beyond the limit are counted, not listed", () => {
    const rows = Array.from({ length: 50 }, () => ["某人", "乱写"]);
    const reading = readTalents({ name: "t", header: ["姓名", "学历"], rows }, { maxIssues: 10 });
    expect(reading.issues).toHaveLength(11);
    expect(reading.issues.at(-1)?.code).toBe("limit-reached");
    expect(reading.counts.issues).toBe(50);
  });

  test("an empty table, a table without usable columns and unknown options are refused", () => {
    const fault = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return (error as GuiyanError).code;
      }
      return undefined;
    };
    expect(fault(() => readTalents(tableOf(["姓名", "学历"])))).toBe("empty-table");
    expect(fault(() => readTalents(tableOf(["甲", "乙"], ["1", "2"])))).toBe("no-recognisable-header");
    expect(fault(() => readTalents(tableOf(["姓名", "学历"], ["a", "b"]), { sheet: 1 } as object))).toBe("unknown-option");
    expect(fault(() => readTalents(tableOf(["姓名", "学历"], ["a", "b"]), { maxIssues: -1 }))).toBe("invalid-option");
  });

  test("read in batches it gives the records and counts of the whole", () => {
    const header = ["姓名", "学历", "籍贯"];
    const rows: Cell[][] = Array.from({ length: 37 }, (_, i) => (i % 9 === 4 ? [] : [`人${i}`, i % 2 ? "硕士" : "研究生", "河南南乐"]));
    const whole = readTalents({ name: "t", header, rows });
    const reader = createTalentReader();
    const records = [0, 10, 20, 30].flatMap((at) =>
      reader.read({ name: "t", header, rows: rows.slice(at, at + 10), rowNumbers: rows.slice(at, at + 10).map((_, i) => at + i + 2) }),
    );
    expect(records).toEqual(whole.records);
    expect(reader.reading().counts).toEqual(whole.counts);
    expect(reader.reading().issues).toEqual(whole.issues);
  });

  test("whatever the cells hold, every row is accounted for and every record fits the schema", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom<Cell>(
        null,
        "",
        "　",
        "张三",
        "无",
        "不详",
        "硕士",
        "研究生",
        "吉林",
        "教授",
        "161000",
        45717,
        true,
        "#N/A",
        "=SUM(A1)",
        "合计",
        "姓名",
        "𠮷",
        "０８３２",
        "__proto__",
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
      fc.double(),
    );
    const header = ["姓名", "学历", "职称", "专业", "籍贯", "手机", "邮箱", "简历"];
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const { records, counts } = readTalents({ name: "t", header, rows });
        expect(counts.rows).toBe(rows.length);
        expect(counts.records + counts.rejected).toBe(rows.length);
        expect(records).toHaveLength(counts.records);
        for (const record of records) expect(parseTalent(record)).toEqual(record);
      }),
      { numRuns: 150 },
    );
  });
});

describe("summariseQuality", () => {
  test("shares are undefined without records, and known + unknown is everybody", () => {
    const header = ["姓名", "学历"];
    const { members, issues } = summariseQuality(
      readTalents({
        name: "t",
        header,
        rows: [
          ["张三", "硕士"],
          ["李四", "乱写"],
        ],
      }),
    );
    expect(members.find(({ member }) => member === "degree")).toEqual({ member: "degree", known: 1, unknown: 1, share: 0.5 });
    expect(issues).toEqual([{ code: "cell-unresolved", count: 1 }]);
    expect(summariseQuality({ records: [], issues: [] }).members).toEqual([]);
  });
});

describe("who asks not to be called", () => {
  const flags = (header: string[], rows: string[][]) =>
    readTalents({ name: "s", header, rows }).records.map(({ doNotContact }) => doNotContact ?? false);

  test("a column of consent counts by its label's sense, a remark by its words", () => {
    expect(
      flags(
        ["姓名", "电话", "是否愿意联系"],
        [
          ["甲", "16100000000", "是"],
          ["乙", "16100000001", "否"],
          ["丙", "16100000002", ""],
        ],
      ),
    ).toEqual([false, true, false]);
    expect(
      flags(
        ["姓名", "电话", "勿扰"],
        [
          ["甲", "16100000000", "是"],
          ["乙", "16100000001", "否"],
        ],
      ),
    ).toEqual([true, false]);
    expect(
      flags(
        ["姓名", "电话", "备注"],
        [
          ["甲", "16100000000", "请勿打扰"],
          ["乙", "16100000001", "周末联系"],
        ],
      ),
    ).toEqual([true, false]);
  });

  test.each(["勿扰", "免打扰", "请勿电话联系", "不接受电话回访", "请不要打电话", "不方便接电话", "暂不联系", "不允许联系"])(
    "%s is a refusal",
    (words) => {
      expect(flags(["姓名", "电话", "备注"], [["甲", "16100000000", words]])).toEqual([true]);
      expect(flags(["姓名", "电话", "是否愿意接受回访"], [["甲", "16100000000", words]])).toEqual([true]);
    },
  );
});
