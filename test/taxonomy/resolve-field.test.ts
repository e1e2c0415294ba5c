import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalField, fieldAndBelow, fields, resolveField, resolveFields, undergraduateMajors } from "../../src/taxonomy/index.js";

const readAs = (raw: string) => {
  const read = resolveField(raw);
  return read.status === "resolved" ? read.value : read.status;
};

describe("resolveField", () => {
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
