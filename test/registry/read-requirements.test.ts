import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRequirements, readRequirements } from "../../src/registry/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import { fields, resolveField, undergraduateMajors } from "../../src/taxonomy/index.js";

/** `kind dimension first-value` of each requirement, fields by their discipline. */
const told = (text: string) =>
  parseRequirements(text).map(
    ({ kind, dimension, values, basis }) =>
      `${kind} ${dimension} ${dimension === "field" ? values[0]?.slice(0, 4) : values[0]}${basis ? ` ${basis}` : ""}`,
  );

describe("parseRequirements", () => {
  test.each<[string, string[]]>([
    [
      "硕士及以上，高分子优先，副高优先，限45岁以下",
      ["hard degree master", "soft field 0805", "soft title associate-senior", "ignore age <=45"],
    ],
    ["硕士及以上,高分子优先", ["hard degree master", "soft field 0805"]],
    ["大专及以上学历硕士优先", ["hard degree associate", "soft degree master"]],
    ["硕士或博士", ["hard degree master"]],
    ["研究生", ["hard degree master"]],
    ["学历不限", []],
    ["专业不限", []],
    ["须化工专业", ["hard field 0817"]],
    ["南乐籍优先", ["soft region 410923 hometown"]],
    ["限河南户籍", ["hard region 410000 hometown"]],
    ["现居上海优先", ["soft region 310000 residence"]],
    ["高级工程师及以上", ["hard title associate-senior"]],
    ["正高优先", ["soft title senior"]],
    ["中级及以上职称", ["hard title intermediate"]],
    ["男性", ["ignore sex male"]],
    ["35-45周岁", ["ignore age >=35"]],
    ["性别不限", []],
    ["不要食品科学专业", ["exclude field 0832"]],
    ["１、硕士及以上；２、副高优先", ["hard degree master", "soft title associate-senior"]],
    ["", []],
    // A bracket may relax, alternatives may carry brackets, a licence is no field, a post no title.
    ["专科以上（条件优秀者可适当放宽）", ["soft degree associate"]],
    ["博士学历可放宽至硕士", ["soft degree doctor"]],
    ["硕士（年龄35岁以下）、博士（年龄45岁以下）", ["ignore age <=35", "hard degree master"]],
    ["持会计证", []],
    ["电气自动化技术员", []],
    ["高级工程师或同等职称", ["hard title associate-senior"]],
    ["硕士及以上或具有副高级及以上职称", ["soft degree master", "soft title associate-senior"]],
    ["非化工专业勿扰", ["hard field 0817"]],
    ["不接受本科以下学历", ["hard degree bachelor"]],
    ["未取得硕士学位者勿扰", ["hard degree master"]],
    ["不要求本科学历", []],
    ["大专及以下学历", []],
    ["非南乐籍", []],
    ["能指导硕士生", []],
    ["本科-硕士", ["hard degree bachelor"]],
    ["具有副高及以上职称，或博士学位", ["soft title associate-senior", "soft degree doctor"]],
    [
      "学历：本科 专业：食品科学 职称：中级以上 年龄：35以下",
      ["hard degree bachelor", "soft field 0832", "hard title intermediate", "ignore age <=35"],
    ],
    ["籍贯：南乐优先", ["soft region 410923 hometown"]],
    ["职称：高级", ["hard title associate-senior"]],
    ["学历不低于本科（特别优秀的大专也可）", ["soft degree bachelor"]],
    ["户籍限豫鲁冀三省", ["hard region 410000 hometown"]],
    ["現居上海者優先", ["soft region 310000 residence"]],
    ["优先考虑：①正高；②南乐籍", ["soft title senior", "soft region 410923 hometown"]],
  ])("%s", (text, requirements) => {
    expect(told(text)).toEqual(requirements);
  });

  test("a discipline is written out with all below it, so that any of its branches is the same", () => {
    expect(parseRequirements("食品科学与工程类优先")[0]?.values).toEqual(["0832", "083201", "083202", "083203", "083204"]);
  });

  test("every requirement keeps the words that it was read from", () => {
    for (const { sourceText } of parseRequirements("硕士及以上，高分子优先；限45岁以下"))
      expect(["硕士及以上", "高分子优先", "限45岁以下"]).toContain(sourceText);
  });

  test("an exclusion that would shut out a whole discipline by an alias is not read", () => {
    expect(readRequirements("不要营销专业")).toMatchObject({ requirements: [], notes: [{ kind: "unread" }] });
  });
});

describe("readRequirements", () => {
  test("what asks nothing scorable is noted by topic", () => {
    const { requirements, notes } = readRequirements("3年以上工作经验；统招；英语六级；有责任心；汉族；党员");
    expect(requirements.every(({ kind }) => kind === "ignore")).toBe(true);
    expect(notes.map(({ kind, topic }) => `${kind} ${topic}`)).toEqual(
      expect.arrayContaining([
        "unused experience",
        "unused study-mode",
        "unused language",
        "unused character",
        "protected ethnicity",
        "protected politics",
      ]),
    );
  });

  test("a duty names fields without asking for them, and asks only with telling words", () => {
    expect(readRequirements("负责高分子材料研发；与博士团队合作", { style: "duty" }).requirements).toEqual([]);
    expect(readRequirements("本科及以上学历，计算机相关专业", { style: "duty" }).requirements.map(({ dimension }) => dimension)).toEqual([
      "degree",
      "field",
    ]);
  });

  test("a clause of signs that repeat costs linear time", () => {
    const asked = (text: string) => readRequirements(text).requirements.map(({ dimension, kind, values }) => [dimension, kind, values]);
    // Said twenty thousand times it asks for what it asks said fifty times; a cost that grew faster would not come back.
    for (const piece of ["以外", "非的", "的", "不要", "除外", "硕士或", "南乐籍"])
      expect([piece, asked(piece.repeat(20_000))]).toEqual([piece, asked(piece.repeat(50))]);
  });

  test("whatever it reads can be scored, and no text makes it throw", () => {
    const words = fc.constantFrom(
      "硕士",
      "及以上",
      "优先",
      "，",
      "；",
      "食品",
      "专业",
      "不限",
      "35岁",
      "男",
      "副高",
      "南乐籍",
      "或",
      "不要",
      "除",
      "外",
      "经验",
      "３年",
      "博士",
      "\n",
      "、",
      "1、",
      "𠮷",
      " ",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const { requirements } = readRequirements(parts.join(""));
        expect(() => compileDemand({ id: "d", requirements })).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });

  test("every major and programme is read in a phrase as it is by itself, whatever word it begins or ends with", () => {
    const names = [undergraduateMajors, fields].flatMap((tree) =>
      tree.codes().flatMap((code) => {
        const name = code.length >= 6 ? (tree.get(code)?.name ?? "") : "";
        const read = resolveField(name, { guesses: false });
        // 经济学 and 农学 name a category by themselves and the major with 专业 behind them.
        return name === "" || /[（(]/.test(name) || read.status !== "resolved" || read.value.length === 2
          ? []
          : [{ name, code: read.value }];
      }),
    );
    expect(names.length).toBeGreaterThan(1300);
    for (const frame of ["X专业优先", "本科及以上学历，X专业", "硕士X专业", "须为X专业"]) {
      const lost = names.filter(({ name, code }) => {
        const asked = parseRequirements(frame.replace("X", name)).filter(({ dimension }) => dimension === "field");
        return !(asked.length === 1 && asked[0]?.values.includes(code));
      });
      // A programme 翻译 behind 为 reads like the verb.
      expect([frame, lost.map(({ name }) => name).filter((name) => !/翻译$/.test(name))]).toEqual([frame, []]);
    }
  });

  test("a bare field beside a level leaves the level a minimum", () => {
    expect(told("本科生物工程")).toEqual(["hard degree bachelor", "soft field 0836"]);
    expect(told("硕士食品科学专业")).toEqual(["hard degree master", "soft field 0832"]);
  });
});
