import { describe, expect, it } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { resolveDegree } from "../../src/taxonomy/index.js";

const levelOf = (raw: string): string => {
  const read = resolveDegree(raw);
  return read.status === "resolved" ? `${read.value}${read.inProgress ? " in progress" : ""}` : read.status;
};
const reasonOf = (raw: string): string | undefined => {
  const read = resolveDegree(raw);
  return read.status === "unresolved" ? read.reason : `not unresolved: ${levelOf(raw)}`;
};

describe("resolveDegree", () => {
  it.each([
    ["博士", "doctor"],
    ["博士研究生学历", "doctor"],
    ["Ph.D.", "doctor"],
    ["Doctor of Philosophy", "doctor"],
    ["硕士研究生", "master"],
    ["工程硕士学位", "master"],
    ["学硕", "master"],
    ["MPAcc", "master"],
    ["MF", "master"],
    ["Master's degree", "master"],
    ["MBA硕士", "master"],
    ["在职硕士", "master"],
    ["双学士", "bachelor"],
    ["大学", "bachelor"],
    ["党校大学学历", "bachelor"],
    ["大本学历", "bachelor"],
    ["ＢＡ", "bachelor"],
    ["大专文化程度", "associate"],
    ["大学专科", "associate"],
    ["高职高专", "associate"],
    ["中专", "none"],
    ["高中毕业", "none"],
    ["初中及以下", "none"],
    ["无学历", "none"],
  ])("reads the spelling %s as %s", (raw, level) => {
    expect(levelOf(raw)).toBe(level);
  });

  it.each(["研究生", "研究生学历", "在职研究生", "中央党校研究生", "副博士"])("leaves %s open between master and doctor", (raw) => {
    const read = resolveDegree(raw);
    expect(read.status).toBe("ambiguous");
    expect(read.status === "ambiguous" && read.candidates.map((c) => c.value)).toEqual(["master", "doctor"]);
  });

  it.each([
    ["研究生学历，硕士学位", "master"],
    ["研究生毕业、工学博士", "doctor"],
    ["大专、本科", "bachelor"],
    ["大学/工学、理学双学士", "bachelor"],
    ["本科肄业，大专毕业", "associate"],
  ])("takes the highest completed level of %s", (raw, level) => {
    expect(levelOf(raw)).toBe(level);
  });

  it.each([
    ["硕士在读", "master in progress"],
    ["在读硕士", "master in progress"],
    ["博士（在读）", "doctor in progress"],
    ["MPAcc学员", "master in progress"],
    ["正在攻读博士学位", "doctor in progress"],
    ["PhD candidate", "doctor in progress"],
    ["2004年至2007年攻读硕士学位", "master"],
    ["2019年至今攻读硕士学位", "master in progress"],
  ])("tells studying from having studied: %s", (raw, answer) => {
    expect(levelOf(raw)).toBe(answer);
  });

  it("keeps the completed level beside the one in progress", () => {
    expect(resolveDegree("大学本科、在读硕士")).toMatchObject({ status: "resolved", value: "bachelor", pursuing: "master" });
  });

  it.each([
    ["硕士研究生结业", "not-completed"],
    ["本科（肄业）", "not-completed"],
    ["未取得学士学位", "not-completed"],
    ["研究生班", "non-degree-course"],
    ["硕士研究生课程进修班", "non-degree-course"],
    ["EMBA总裁班", "non-degree-course"],
    ["硕士同等学力", "equivalent"],
    ["相当于大专学历", "equivalent"],
    ["管理学博士后", "position"],
    ["名誉博士", "honorary"],
    ["硕士生导师", "role"],
    ["硕士、博士生导师", "role"],
    ["MBA中心", "role"],
    ["研究生处", "role"],
    ["博士伦", "role"],
  ])("claims no level for %s and says why: %s", (raw, reason) => {
    expect(reasonOf(raw)).toBe(reason);
  });

  it.each(["清华大学", "清华大学毕业", "南乐县第一高中", "实验小学", "ACCA", "53岁", "", "𠮷", "14", "346"])(
    "reads no level out of %j",
    (raw) => {
      expect(resolveDegree(raw).status).toBe("unresolved");
    },
  );

  it("tells 学历 and 学位 apart, each only where stated", () => {
    expect(resolveDegree("硕士研究生学历")).toMatchObject({ education: "14" });
    expect(resolveDegree("硕士研究生学历")).not.toHaveProperty("degree");
    expect(resolveDegree("硕士学位")).toMatchObject({ degree: "master" });
    expect(resolveDegree("硕士学位")).not.toHaveProperty("education");
    expect(resolveDegree("在职研究生学历，管理学硕士学位")).toMatchObject({ education: "14", degree: "master", studyMode: "part-time" });
    expect(resolveDegree("研究生学历未获得学位")).toMatchObject({ status: "ambiguous", education: "10" });
    expect(resolveDegree("同等学力硕士")).not.toHaveProperty("education");
  });

  it("states mode and completion where the text does", () => {
    expect(resolveDegree("全日制本科毕业")).toMatchObject({ studyMode: "full-time", completion: "graduated", education: "21" });
    expect(resolveDegree("函授大专")).toMatchObject({ studyMode: "correspondence" });
    expect(resolveDegree("自考本科")).toMatchObject({ studyMode: "self-taught" });
    expect(resolveDegree("硕士研究生结业")).toMatchObject({ completion: "concluded" });
    expect(resolveDegree("本科肄业")).toMatchObject({ completion: "withdrew" });
  });

  it("reads codes only when told which system they are of", () => {
    expect(resolveDegree("14", { system: "gbt4658" })).toMatchObject({ value: "master", via: "code", education: "14" });
    expect(resolveDegree("15", { system: "gbt4658" })).toMatchObject({
      status: "unresolved",
      reason: "not-completed",
      completion: "concluded",
    });
    expect(resolveDegree("17", { system: "gbt4658" })).toMatchObject({ status: "unresolved", reason: "non-degree-course" });
    expect(resolveDegree("10", { system: "gbt4658" }).status).toBe("ambiguous");
    expect(resolveDegree("346", { system: "gbt6864" })).toMatchObject({ value: "master", via: "code", degree: "master" });
    expect(resolveDegree("1", { system: "gbt6864" })).toMatchObject({ status: "unresolved", reason: "honorary" });
    expect(resolveDegree("硕士", { system: "gbt6864" })).toMatchObject({ value: "master" });
    expect(resolveDegree("99", { system: "gbt4658" }).status).toBe("unresolved");
  });

  it("offers the nearest words of a misspelling and never uses them", () => {
    const read = resolveDegree("大学本料");
    expect(read.status === "unresolved" && read.candidates.map((c) => c.label)).toContain("大学本科");
  });

  it("refuses unknown options and systems", () => {
    expect(() => resolveDegree("本科", { kind: "x" } as never)).toThrow(GuiyanError);
    expect(() => resolveDegree("本科", { system: "iso" } as never)).toThrow(/system/);
  });
});
