import { describe, expect, test } from "vitest";
import { type Cell, parseDemand, type Table } from "../../src/model/index.js";
import { createDemandReader, type ReadDemandsOptions, readDemands } from "../../src/registry/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import { deepFreeze } from "../arbitraries/records.js";

const tableOf = (header: string[], ...rows: Cell[][]): Table => ({ name: "需求.xlsx#2026年上半年", header, rows });
const readOne = (header: string[], row: Cell[], options: ReadDemandsOptions = {}) => {
  const reading = readDemands(deepFreeze(tableOf(header, row)), options);
  return { demand: reading.records[0], codes: reading.issues.map(({ code }) => code), issues: reading.issues };
};
const told = (header: string[], row: Cell[]) =>
  readOne(header, row).demand?.requirements.map(({ kind, dimension, values }) => `${kind} ${dimension} ${values[0]}`);

describe("readDemands", () => {
  test("reads a demand with its particulars", () => {
    const { demand, codes } = readOne(
      [
        "企业名称",
        "岗位名称",
        "岗位代码",
        "需求人数",
        "产业链",
        "环节",
        "薪资",
        "工作地点",
        "紧急程度",
        "所属行业",
        "学历要求",
        "专业要求",
        "职称要求",
        "其他要求",
      ],
      [
        "南乐某公司",
        "研发工程师",
        "G-7",
        "3名",
        "生物基材料产业链",
        "聚合",
        "15-20K·14薪",
        "河南南乐",
        "非常紧急",
        "食品制造业",
        "硕士及以上",
        "高分子材料、化工",
        "副高优先",
        "限45岁以下",
      ],
      { chains: [{ id: "bio", name: "生物基材料" }] },
    );
    expect(demand).toMatchObject({
      id: "G-7",
      enterprise: "南乐某公司",
      post: "研发工程师",
      headcount: 3,
      chain: "bio",
      segment: "聚合",
      round: "2026H1",
      urgency: 5,
      workplace: "410923",
      industry: "14",
      payPerMonthYuan: { min: 15_000, max: 20_000 },
    });
    expect(demand?.requirements.map(({ kind, dimension }) => `${kind} ${dimension}`)).toEqual([
      "hard degree",
      "soft title",
      "soft field",
      "ignore age",
      "soft degree",
    ]);
    expect(codes).toEqual(["protected-attribute"]);
    expect(parseDemand(demand)).toEqual(demand);
    expect(() => compileDemand(demand ?? { id: "", requirements: [] })).not.toThrow();
  });

  test("a column of its own makes a bare level the minimum, which weighs too", () => {
    expect(told(["岗位名称", "学历要求"], ["会计", "本科"])).toEqual(["hard degree bachelor", "soft field 120201", "soft degree bachelor"]);
    expect(told(["岗位名称", "职称要求", "专业要求"], ["甲", "高级工程师", "不限"])).toEqual([
      "hard title associate-senior",
      "soft title associate-senior",
    ]);
    expect(told(["岗位名称", "学历要求"], ["甲", "不限"])).toEqual([]);
    expect(told(["岗位名称", "学历要求"], ["甲", "高中"])).toEqual([]);
  });

  test("a dedicated column goes before the same question in a free text", () => {
    expect(told(["岗位名称", "专业要求", "任职要求"], ["甲", "食品科学", "本科以上，化工专业优先"])).toEqual([
      "soft field 083201",
      "hard degree bachelor",
      "soft degree bachelor",
    ]);
  });

  test("the post's name tells the field only where no field is asked", () => {
    expect(told(["岗位名称", "学历要求"], ["食品研发工程师", "不限"])?.[0]).toMatch(/^soft field 0832/);
    expect(told(["岗位名称", "专业要求"], ["食品研发工程师", "会计"])).toEqual(["soft field 120201"]);
  });

  test("slipped cells are read where they belong, and told", () => {
    const { demand, codes } = readOne(["岗位名称", "学历要求", "经验要求"], ["甲", "3-5年", "本科"]);
    expect(demand?.requirements[0]).toMatchObject({ kind: "hard", dimension: "degree", values: ["bachelor"] });
    expect(codes.filter((code) => code === "cell-shifted")).toHaveLength(2);
  });

  test("words that are no number, pay or level are told and stay unknown", () => {
    const { demand, codes } = readOne(
      ["岗位名称", "招聘人数", "薪资", "学历要求", "紧急程度", "工作地点"],
      ["甲", "若干", "看着给", "有文化", "随便", "某地"],
    );
    expect([demand?.headcount, demand?.payPerMonthYuan, demand?.urgency, demand?.workplace]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(codes.filter((code) => code === "cell-unresolved")).toHaveLength(4);
    expect(codes).toContain("requirement-unread");
    expect(readOne(["岗位名称", "薪资"], ["甲", "面议"]).codes).toEqual([]);
  });

  test("two pay columns make one range; the city and district columns one place", () => {
    expect(readOne(["岗位名称", "最低薪资", "最高薪资"], ["甲", "8000", "1万"]).demand?.payPerMonthYuan).toEqual({
      min: 8000,
      max: 10_000,
    });
    expect(readOne(["position", "location", "location"], ["java", "上海", "静安区"]).demand?.workplace).toBe("310106");
  });

  test("rows = records + rejected, and a row without post or enterprise is no demand", () => {
    const reading = readDemands(
      tableOf(["岗位名称", "企业名称", "学历要求"], ["甲", "乙", "本科"], [null, null, "本科"], [null, "乙", "本科"], ["总计", "3", null]),
    );
    expect(reading.counts).toMatchObject({ rows: 4, records: 2, rejected: 2 });
    expect(reading.issues.filter(({ code }) => code.startsWith("row-")).map(({ code }) => code)).toEqual(["row-no-identity", "row-total"]);
  });

  test("the round comes from a column, the sheet's name or the option, in this order", () => {
    const header = ["岗位名称", "学历要求"];
    expect(readOne(header, ["甲", "本科"]).demand?.round).toBe("2026H1");
    expect(readOne([...header, "调研轮次"], ["甲", "本科", "2025年下半年"]).demand?.round).toBe("2025H2");
    expect(readDemands({ name: "x.csv", header, rows: [["甲", "本科"]] }, { round: "2024H2" }).records[0]?.round).toBe("2024H2");
  });

  test("read in batches it gives the records of the whole", () => {
    const header = ["岗位名称", "学历要求"];
    const rows: Cell[][] = Array.from({ length: 25 }, (_, i) => [`岗位${i}`, i % 2 ? "硕士" : "乱写"]);
    const whole = readDemands({ name: "t", header, rows });
    const reader = createDemandReader();
    const records = [0, 10, 20].flatMap((at) =>
      reader.read({ name: "t", header, rows: rows.slice(at, at + 10), rowNumbers: rows.slice(at, at + 10).map((_, i) => at + i + 2) }),
    );
    expect(records).toEqual(whole.records);
    expect(reader.reading().counts).toEqual(whole.counts);
  });
});

describe("whether a demand is still asked", () => {
  test("a column of states says open, filled or withdrawn; other words leave it open to the reader", () => {
    const rows = ["招聘中", "已招满", "未招满", "已取消", "暂停", ""].map((state, i) => [`岗位${i}`, "甲公司", state]);
    const { records } = readDemands({ name: "d", header: ["岗位名称", "企业名称", "招聘状态"], rows });
    expect(records.map(({ status }) => status)).toEqual(["open", "filled", "open", "withdrawn", "withdrawn", undefined]);
  });
});
