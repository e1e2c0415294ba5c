import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseProfile } from "../../src/registry/parse-profile.js";

describe("parseProfile", () => {
  it("reads degree, title, native place, fields, employer and post of one sentence", () => {
    expect(
      parseProfile(
        "某某：男，1968年9月生，河南省南乐县人，毕业于江南大学发酵工程专业，工学硕士，高级工程师，现任某某生物科技有限公司总工程师。",
      ),
    ).toEqual({
      degree: "master",
      title: { grade: "associate-senior", series: "工程技术人员", name: "高级工程师" },
      hometown: "410923",
      fields: ["082203", "08"],
      organization: "某某生物科技有限公司",
      post: "总工程师",
    });
  });

  it.each([
    ["理学学士、工学硕士、博士学位", "doctor"],
    ["大专学历，后取得本科学历。", "bachelor"],
    ["1969年生，研究生学历，副教授。", undefined],
    ["大专学历，在职研究生。", undefined],
    ["在职研究生班学习，硕士学历", "master"],
    ["博士后，教授，博士生导师。", undefined],
    ["毕业于清华大学。", undefined],
    ["2007年9月至2010年7月就读在职MBA", "master"],
  ])("takes the highest completed degree, and none where the highest is not clear: %s", (text, degree) => {
    expect(parseProfile(text).degree).toBe(degree);
  });

  it("keeps what is studied for apart from what is held", () => {
    expect(parseProfile("大学本科、在读硕士，会计师。")).toMatchObject({ degree: "bachelor", inProgressDegree: "master" });
    expect(parseProfile("博士在读")).toEqual({ inProgressDegree: "doctor" });
  });

  it.each([
    ["历任讲师、副教授、教授、系主任", "senior"],
    ["教授级高工，注册会计师", "senior"],
    ["曾任厂技术员、助理工程师、工程师", "intermediate"],
    ["1990至今某大学法律系讲师、教授2003年至今某公司独立董事", "senior"],
    ["高级工程师，某某大学兼职教授、博士生导师", "associate-senior"],
    ["高级工程师（教授级），会计师", "senior"],
    ["副总工程师兼研究所所长，注册会计师，律师", undefined],
    ["会计师事务所合伙人，教授委员会主任", undefined],
  ])("takes the highest title and no post, licence or guest appointment: %s", (text, grade) => {
    expect(parseProfile(text).title?.grade).toBe(grade);
  });

  it.each([
    ["籍贯：河南周口，中共党员", "411600"],
    ["祖籍浙江宁波", "330200"],
    ["1968年生于辽宁省鞍山市。", "210300"],
    ["湖北谷城县人", "420625"],
    ["中国香港，硕士学历", "810000"],
    ["出生于1953年11月，中国国籍", undefined],
    ["公司法定代表人，负责人", undefined],
    ["毕业于河南大学", undefined],
  ])("reads a native place only where one is stated: %s", (text, code) => {
    expect(parseProfile(text).hometown).toBe(code);
  });

  it("reads the subjects of courses after the school's name", () => {
    expect(parseProfile("毕业于郑州大学食品科学与工程专业").fields).toEqual(["0832"]);
    expect(parseProfile("化学工程硕士").fields).toEqual(["081701"]);
    expect(parseProfile("某大学系统工程专业").fields).toEqual(["081103"]);
    expect(parseProfile("某某大学机械工程系毕业").fields).toEqual(["0802"]);
    expect(parseProfile("具有专业技术资格，专业委员会委员")).not.toHaveProperty("fields");
  });

  it("says nothing of an empty text, and never throws", () => {
    expect(parseProfile("")).toEqual({});
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[籍贯生于人任现专业硕士教授，。（）0-9]{0,30}$/)), (text) => {
        expect(parseProfile(text)).toBeTypeOf("object");
      }),
    );
  });
});
