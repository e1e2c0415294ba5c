import { describe, expect, it } from "vitest";
import { resolveTitle } from "../../src/taxonomy/index.js";

const gradeOf = (raw: string): string => {
  const read = resolveTitle(raw);
  return read.status === "resolved" ? read.value.grade : read.status;
};
const reasonOf = (raw: string): string | undefined => {
  const read = resolveTitle(raw);
  return read.status === "unresolved" ? read.reason : `not unresolved: ${gradeOf(raw)}`;
};

describe("resolveTitle", () => {
  it.each([
    ["教授", "senior"],
    ["二级教授", "senior"],
    ["主任医师", "senior"],
    ["高级记者", "senior"],
    ["主任记者", "associate-senior"],
    ["高级教师", "associate-senior"],
    ["一级律师", "senior"],
    ["一级飞行员", "associate-senior"],
    ["助理研究员", "intermediate"],
    ["实习研究员", "elementary"],
    ["技术员", "elementary"],
    ["国家二级演奏员", "associate-senior"],
    ["文学创作一级", "senior"],
  ])("grades %s by its own series: %s", (raw, grade) => {
    expect(gradeOf(raw)).toBe(grade);
  });

  it.each([
    ["教授级高工", "senior"],
    ["研究员级高级工程师", "senior"],
    ["教授研究员级高级工程师", "senior"],
    ["高级工程师（教授级）", "senior"],
    ["正高职高级工程师", "senior"],
    ["副教授级高工", "associate-senior"],
    ["高级会计师（正高级）、经济师", "senior"],
    ["工程师（中级）、高级经济师", "associate-senior"],
    ["中级工程师", "intermediate"],
    ["初级会计师", "elementary"],
  ])("raises or keeps the grade that the words before or after say: %s is %s", (raw, grade) => {
    expect(gradeOf(raw)).toBe(grade);
  });

  it.each([
    ["建筑工程高级工程师", "associate-senior"],
    ["化工工程师", "intermediate"],
    ["高级化工工程师", "associate-senior"],
    ["高级水处理工程师", "associate-senior"],
    ["高级化学工程师", "associate-senior"],
    ["高级技工学校工程师", "intermediate"],
    ["主任中药师", "senior"],
    ["副主任中医师", "associate-senior"],
    ["主管检验技师", "intermediate"],
    ["心内科主任医师", "senior"],
    ["软件高级工程师", "associate-senior"],
    ["农业经济师", "intermediate"],
  ])("looks past subject and department: %s is %s", (raw, grade) => {
    expect(gradeOf(raw)).toBe(grade);
  });

  it.each([
    ["高级工程师、注册会计师", "associate-senior"],
    ["高级工程师注册会计师", "associate-senior"],
    ["教授/研究员", "senior"],
    ["教授博导", "senior"],
    ["工程师兼车间主任", "intermediate"],
    ["技术职称（高级工程师）", "associate-senior"],
    ["高级会计师任职资格", "associate-senior"],
  ])("takes the highest title of a cell: %s is %s", (raw, grade) => {
    expect(gradeOf(raw)).toBe(grade);
  });

  it.each([
    ["正高", "senior"],
    ["副高级职称", "associate-senior"],
    ["会计中级", "intermediate"],
    ["专业技术四级", "senior"],
    ["专业技术十三级", "elementary"],
    ["无", "none"],
    ["高级职称", "ambiguous"],
    ["英语中级", "unresolved"],
  ])("reads a bare grade only where it is one: %s is %s", (raw, grade) => {
    expect(gradeOf(raw)).toBe(grade);
  });

  it("reads 小学高级教师 as GB/T 8561 ranks it, unless a remark tells", () => {
    expect(gradeOf("小学高级教师")).toBe("intermediate");
    expect(gradeOf("小学一级教师")).toBe("elementary");
    expect(gradeOf("一级教师")).toBe("intermediate");
    expect(gradeOf("小学高级教师（副高级）")).toBe("associate-senior");
    expect(gradeOf("中学高级教师")).toBe("associate-senior");
  });

  it.each([
    ["总工程师", "post"],
    ["副总会计师", "post"],
    ["主任工程师", "post"],
    ["主管会计师", "post"],
    ["主管电气工程师", "post"],
    ["总编辑", "post"],
    ["高级经理", "post"],
    ["软件工程师", "job"],
    ["高级软件工程师", "job"],
    ["注册会计师", "qualification"],
    ["香港执业资深会计师", "qualification"],
    ["国家一级结构注册工程师", "qualification"],
    ["监理工程师", "qualification"],
    ["执业药师", "qualification"],
    ["律师", "qualification"],
    ["资产评估师", "qualification"],
    ["理财规划师", "qualification"],
    ["研究员助理", "post"],
    ["会计师事务所注册会计师", "qualification"],
    ["博导", "role"],
    ["博士后", "role"],
    ["高级技师", "skill-grade"],
    ["高级工", "skill-grade"],
    ["客座教授", "appointment"],
    ["兼职研究员", "appointment"],
    ["院士", "honour"],
    ["特级教师", "honour"],
    ["资深会员", "membership"],
    ["助理教授", "unranked"],
    ["青年研究员", "unranked"],
    ["仓库管理员", "occupation"],
  ])("takes %s for no title and says why: %s", (raw, reason) => {
    expect(reasonOf(raw)).toBe(reason);
  });

  it("tells 技师 of health from the skill grade by its subject, and 管理员 of libraries from a keeper", () => {
    expect(gradeOf("放射技师")).toBe("elementary");
    expect(reasonOf("技师")).toBe("skill-grade");
    expect(gradeOf("图书管理员")).toBe("elementary");
  });

  it("names title and series where one series alone has the name", () => {
    expect(resolveTitle("会计学副教授")).toMatchObject({ value: { name: "副教授", series: "高等学校教师" }, via: "pattern" });
    expect(resolveTitle("高级工程师")).toMatchObject({ via: "name", confidence: 1 });
    const editor = resolveTitle("编辑");
    expect(editor.status === "resolved" && editor.value).toEqual({ grade: "intermediate", name: "编辑" });
  });

  it("offers near spellings of an unexplained text, unless they are not wanted", () => {
    const read = resolveTitle("高级工程帅");
    expect(read.status === "unresolved" && read.candidates.map((c) => c.label)).toContain("高级工程师");
    expect(resolveTitle("高级工程帅", { guesses: false })).toEqual({ status: "unresolved", candidates: [] });
    expect(() => resolveTitle("教授", { fuzzy: true } as never)).toThrow(/unknown option/);
  });

  it.each(["", " ", "𠮷", "（）", "（（（", "、、", "会计师事务所", "教授委员会", "工程师协会"])("reads no title out of %j", (raw) => {
    expect(resolveTitle(raw).status).toBe("unresolved");
  });
});
