import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalField, fieldAndBelow, fields, resolveField, resolveFields, undergraduateMajors } from "../../src/taxonomy/index.js";

const readAs = (raw: string) => {
  const read = resolveField(raw);
  return read.status === "resolved" ? read.value : read.status;
};

describe("resolveField", () => {
  test.each(["的", "的的的的的", "与", "以及", "和及与", "·", "—", "&"])("%s names no field", (text) => {
    expect(resolveField(text).status).toBe("unresolved");
  });

  test.each([
    ["食品科学与工程", "0832"],
    ["食品科学与工程类", "0832"],
    ["食品科学与工程类专业", "0832"],
    ["发酵工程", "082203"],
    ["工学", "08"],
    ["会计学专业", "120201"],
    ["会计", "120201"],
    ["机械", "0802"],
    ["机械工程", "0802"],
    ["法律", "0301"],
    ["计算机科学与技术及相关专业", "0812"],
    ["管理学（会计学）", "120201"],
    ["动力工程系热能工程专业", "080702"],
    ["工业电气自动化", "0811"],
    ["聚乳酸改性", "0805"],
    ["MBA", "1202"],
    ["０８３２食品科学与工程", "0832"],
    ["高分子材料与工程", "0805"],
    ["粮食、油脂及植物蛋白工程", "083202"],
    ["孤独症儿童教育", "040109"],
    // professional degrees by name are the academic field, unless the trade is new
    ["工商管理", "1202"],
    ["工商管理硕士", "1202"],
    ["食品工程", "0832"],
    ["食品科学", "083201"],
    ["机器人工程", "085510"],
    ["材料与化工", "0856"],
    // with 专业 behind it a category is the major of that name
    ["农学", "09"],
    ["农学专业", "0901"],
    ["经济学", "02"],
    ["经济学专业", "0201"],
    // words around the name, schools before it, directions behind it
    ["主修：计算机应用", "0812"],
    ["2019级软件工程", "0835"],
    ["某某大学经济管理学院会计学专业", "120201"],
    ["工商管理专业会计方向", "120201"],
    ["国际关系学院", "030207"],
    ["计算机系统结构", "081201"],
    ["会计学（注册会计师专门化）", "120201"],
    // other joints, other tails
    ["计算机科学和技术", "0812"],
    ["机械设计制造及自动化", "0802"],
    ["通讯工程", "0810"],
    ["食品工程技术", "0832"],
    ["应用日语", "0502"],
    // majors of earlier catalogues
    ["硅酸盐工程", "0805"],
    ["计划统计", "020201"],
    ["无线电技术", "0810"],
    ["工业与民用建筑", "0814"],
    ["商业经济", "020205"],
    ["政治经济学", "020101"],
    // topic words: the head of the phrase decides, Latin words stand by themselves
    ["化工自动化", "0811"],
    ["汽车营销", "120202"],
    ["玉米深加工", "0832"],
    ["Java 开发", "0812"],
    ["google", "unresolved"],
    // two fields at once
    ["地质与环境科学", "0709"],
    ["食品、会计", "ambiguous"],
    ["理工科", "ambiguous"],
    // one wrong sign
    ["食品科学与工成", "0832"],
    ["计算机科学与技木", "0812"],
    // no field
    ["南乐县某某食品有限公司", "unresolved"],
    ["某市物价局", "unresolved"],
    ["𠮷𠮷", "unresolved"],
    ["constructor", "unresolved"],
    ["__proto__", "unresolved"],
  ])("reads %s as %s", (raw, code) => {
    expect(readAs(raw)).toBe(code);
  });

  test("a code of two meanings is ambiguous, and told by its catalogue, its marks or its name", () => {
    expect(resolveField("0827")).toMatchObject({ status: "ambiguous" });
    expect(resolveField("0827", { system: "graduate" })).toMatchObject({ status: "resolved", value: "0827", via: "code" });
    expect(resolveField("0827", { system: "undergraduate" })).toMatchObject({
      value: "0832",
      source: { system: "undergraduate", code: "0827" },
    });
    expect(resolveField("080703T")).toMatchObject({ source: { system: "undergraduate", code: "080703" } });
    expect(resolveField("0972")).toMatchObject({ status: "resolved", value: "0832", source: { system: "graduate", code: "0972" } });
    expect(resolveField("0827食品科学与工程类")).toMatchObject({ value: "0832" });
  });

  test("0832 alone is food to graduates and cross engineering to undergraduates", () => {
    const read = resolveField("0832");
    expect(read.status).toBe("ambiguous");
    expect(read.status === "ambiguous" && read.candidates.map(({ value }) => value)).toEqual(["0832", "14"]);
  });

  test("a name beside a code tells the catalogue, and the code stays as written", () => {
    expect(resolveField("0832食品科学与工程")).toMatchObject({ value: "0832", via: "code", source: { system: "graduate" } });
    expect(resolveField("0832交叉工程类")).toMatchObject({ value: "14", via: "code", source: { system: "undergraduate" } });
    expect(resolveField("会计学（120203K）")).toMatchObject({ value: "120201", source: { system: "undergraduate", code: "120203" } });
    expect(resolveField("1253会计")).toMatchObject({ value: "1253", source: { system: "graduate", code: "1253" } });
    expect(resolveField("0832会计学")).toMatchObject({ value: "120201", via: "name" });
  });

  test("codes filled up with zeros, of GB/T 13745 and of retired catalogues are read", () => {
    expect(resolveField("125300")).toMatchObject({ value: "1253" });
    expect(resolveField("550.20")).toMatchObject({ value: "0832", source: { system: "gbt13745", code: "55020" } });
    expect(resolveField("430", { system: "gbt13745" })).toMatchObject({ value: "0805" });
    expect(resolveField("0834")).toMatchObject({ value: "0862" });
    expect(resolveField("085231")).toMatchObject({ value: "086003" });
    expect(resolveField("081303", { system: "graduate" })).toMatchObject({ value: "0833" });
    expect(resolveField("081303")).toMatchObject({ value: "0817", source: { system: "undergraduate" } });
  });

  test("the source names the pair that the text named", () => {
    expect(resolveField("会计")).toMatchObject({ value: "120201", source: { system: "graduate", code: "1253" } });
    expect(resolveField("食品质量与安全")).toMatchObject({ value: "0832", source: { system: "undergraduate", code: "082702" } });
    expect(resolveField("食品加工技术")).toMatchObject({ value: "0832", source: { system: "gbt13745", code: "55020" } });
    expect(resolveField("聚乳酸")).toMatchObject({ value: "0805", via: "pattern", source: { system: "keyword" } });
  });

  test("what no rule reads stays unresolved, with spellings as guesses at most", () => {
    for (const raw of ["", "　", "某某某某", "123456789", "！！"]) expect(resolveField(raw).status).toBe("unresolved");
  });

  test("every official name is resolved to its own field, or to a namesake of higher rank", () => {
    for (const code of fields.codes()) {
      const name = fields.get(code)?.name ?? "";
      const read = resolveField(name);
      const answers = read.status === "resolved" ? [read.value] : read.candidates.map(({ value }) => value);
      const namesakes = fields.codes().filter((other) => fields.get(other)?.name === name);
      const professional = namesakes.every((other) => other.length >= 4 && Number(other.slice(2, 4)) >= 51);
      // 会计, 法律 … are professional degrees by name and academic disciplines by use.
      if (!professional)
        expect(
          answers.some((answer) => namesakes.map(canonicalField).includes(answer)),
          name,
        ).toBe(true);
      else expect(answers.length, name).toBeGreaterThan(0);
    }
  });

  test("every undergraduate major is read, and blanks or full width change nothing", () => {
    for (const code of undergraduateMajors.codes().filter((c) => c.length === 6)) {
      const name = undergraduateMajors.get(code)?.name ?? "";
      const plain = resolveField(name);
      expect(plain.status, name).not.toBe("unresolved");
      expect(resolveField(` ${[...name].join("\u3000")}\u00a0`)).toEqual(plain);
    }
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (raw) => {
        expect(["resolved", "ambiguous", "unresolved"]).toContain(resolveField(raw).status);
      }),
      { numRuns: 300 },
    );
  });
});

describe("resolveFields", () => {
  test("splits a cell, keeps names that hold a separator, and reads 不限", () => {
    const values = (raw: string) =>
      resolveFields(raw).parts.map(({ resolution }) => (resolution.status === "resolved" ? resolution.value : resolution.status));
    expect(values("高分子材料、化工或食品等相关专业")).toEqual(["0805", "0817", "0832"]);
    expect(values("粮食、油脂及植物蛋白工程")).toEqual(["083202"]);
    expect(resolveFields("专业不限")).toEqual({ parts: [], unlimited: true });
    expect(resolveFields("")).toEqual({ parts: [], unlimited: false });
    expect(values("粮食、油脂及植物蛋白工程、食品科学")).toEqual(["083202", "083201"]);
    expect(values("工商管理学专业、公共管理学专业")).toEqual(["1202", "1204"]);
    expect(values("会计学（国际会计方向）、法学")).toEqual(["120201", "0301"]);
  });

  test("和, 及, 与 and blanks part names only where each piece is a name", () => {
    const values = (raw: string) =>
      resolveFields(raw).parts.map(({ resolution }) => (resolution.status === "resolved" ? resolution.value : resolution.status));
    expect(values("食品科学与工程和生物工程专业")).toEqual(["0832", "0836"]);
    expect(values("机械和电气自动化")).toEqual(["0802", "0808"]);
    expect(values("法学 会计学")).toEqual(["0301", "120201"]);
    expect(values("材料与化工")).toEqual(["0856"]);
    expect(values("机械设计制造及其自动化或机电一体化")).toEqual(["0802", "0802"]);
    expect(values("土木、水利与海洋工程")).toEqual(["0814"]);
  });

  test("a word for several categories counts as those, and 相关专业 as nothing", () => {
    const values = (raw: string) =>
      resolveFields(raw).parts.map(({ resolution }) => (resolution.status === "resolved" ? resolution.value : resolution.status));
    expect(values("计算机及理工类专业")).toEqual(["0812", "07", "08"]);
    expect(values("经管类")).toEqual(["02", "12"]);
    expect(values("计算机或相关专业")).toEqual(["0812"]);
    expect(values("、；或相关专业")).toEqual([]);
    expect(resolveFields("专业不限，食品优先")).toMatchObject({
      parts: [{ text: "食品优先", resolution: { value: "0832" } }],
      unlimited: true,
    });
  });
});

describe("fieldAndBelow", () => {
  test("lists a discipline with its programmes and a category with everything", () => {
    expect(fieldAndBelow("0832")).toEqual(["0832", "083201", "083202", "083203", "083204"]);
    expect(fieldAndBelow("0972")).toEqual(fieldAndBelow("0832"));
    expect(fieldAndBelow("083201")).toEqual(["083201"]);
    expect(fieldAndBelow("08")).toEqual(expect.arrayContaining(["08", "0832", "083201", "0812"]));
    expect(fieldAndBelow("9999")).toEqual(["9999"]);
  });
});
