import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type LetterOptions, letterTo } from "../../src/explain/index.js";
import type { Demand } from "../../src/model/index.js";
import { type Explanation, explain, markText } from "../../src/scoring/index.js";
import { codeLabel } from "../../src/taxonomy/index.js";
import { deepFreeze, languageDemandArbitrary, talentArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };
const explanations = fc.tuple(talentArbitrary, languageDemandArbitrary).map(([talent, demand]) => explain(talent, demand, criteria));
const lang = fc.constantFrom("zh" as const, "en" as const);

const figures = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];

/** Every figure that an explanation and some options hold, as a letter would write it. */
function figuresOf(
  { id, demandId, points, low, high, contributions, rules }: Explanation,
  options: Partial<LetterOptions> = {},
): Set<string> {
  const marks = [points, low, high, contributions.reduce((sum, { weight }) => sum + weight * 1000, 0)];
  for (const contribution of contributions)
    marks.push(contribution.points, contribution.low, contribution.high, contribution.weight * 1000);
  const { addressee, enterprise, post, office, date, place } = options;
  const texts = [id, demandId, addressee, enterprise, post, office, date, place?.rank, place?.of].map(String);
  for (const { dimension, asked, held } of [...contributions, ...rules]) texts.push(dimension, ...asked, ...(held ?? []));
  return new Set([...marks.map(markText), ...texts.flatMap(figures)]);
}

const demand: Demand = {
  id: "d7",
  requirements: [
    { dimension: "field", kind: "soft", values: ["083201", "082203"], weight: 500 },
    { dimension: "title", kind: "soft", values: ["senior"], weight: 300 },
    { dimension: "region", kind: "soft", values: ["410923"], basis: "hometown", weight: 200 },
    { dimension: "degree", kind: "hard", values: ["master"] },
    { dimension: "region", kind: "exclude", values: ["USA"] },
  ],
};
const labels = (dimension: string, code: string) => codeLabel(dimension, code);

describe("letterTo", () => {
  test("no figure is in the letter that is not in the explanation or the options", () => {
    fc.assert(
      fc.property(explanations, lang, fc.boolean(), (told, language, full) => {
        const options = full
          ? {
              addressee: "李工 1",
              enterprise: "第2食品厂",
              post: "研发 3",
              office: "人才办 4",
              date: "2026-03-05",
              ...(told.candidate ? { place: { rank: 6, of: 77 } } : {}),
            }
          : {};
        const letter = letterTo(deepFreeze(told), deepFreeze({ lang: language, ...options }));
        const allowed = figuresOf(told, options);
        expect(figures(letter).filter((figure) => !allowed.has(figure))).toEqual([]);
        expect(letter).not.toMatch(/undefined|NaN|null|\[object/);
      }),
      { numRuns: 1500 },
    );
  });

  test("everything that the explanation holds is in the letter: asked and held codes, points, verdicts", () => {
    fc.assert(
      fc.property(explanations, lang, (told, language) => {
        const letter = letterTo(told, { lang: language });
        expect(letter).toContain(markText(told.points));
        for (const { requirement, dimension, asked, held, points } of told.contributions) {
          if (requirement === undefined) continue;
          expect(letter).toContain(markText(points));
          if (dimension === "degree" || dimension === "title") continue;
          for (const code of [...asked, ...(held ?? [])]) expect(letter).toContain(code);
        }
        const verdicts =
          language === "zh"
            ? { holds: "符合", fails: "不符合", unknown: "待核实" }
            : { holds: "met", fails: "not met", unknown: "to be verified" };
        for (const { verdict } of told.rules) expect(letter).toContain(verdicts[verdict]);
        if (told.low !== told.high) expect(figures(letter)).toEqual(expect.arrayContaining([markText(told.low), markText(told.high)]));
      }),
      { numRuns: 500 },
    );
  });

  test("reads as a letter in Chinese", () => {
    const told = explain({ id: "t9", fields: ["083202"], hometown: "410923", degree: "doctor" }, demand);
    expect(
      letterTo(told, {
        lang: "zh",
        addressee: "王老师",
        enterprise: "甲食品公司",
        post: "研发主管",
        office: "县人才工作办公室",
        date: "三月五日",
        place: { rank: 2, of: 31 },
        labels,
      }),
    ).toBe(`关于人才需求匹配结果的说明

王老师：

您登记的信息与甲食品公司“研发主管”人才需求（需求编号：d7）作了自动比对。下面说明比对的结果和由来，内容都取自这次比对的记录。

结果
有硬性条件待核实，您暂列候选。
得分70分，满分100分。
有的信息尚未掌握，视实际情况，得分应在55分至85分之间。
在31名候选人中排第2位。

需求提出的条件
- 领域：食品科学、发酵工程（软性条件，满分50分）
- 职称：正高级及以上（软性条件，满分30分）
- 籍贯：河南省濮阳市南乐县（软性条件，满分20分）
- 学历：硕士及以上（硬性条件）
- 常住地：不属于美国（排除条件）

已掌握的您的信息
- 领域：粮食、油脂及植物蛋白工程
- 籍贯：河南省濮阳市南乐县
- 学历：博士

尚未掌握的信息
- 职称
- 常住地

得分的由来
- 领域：您的“粮食、油脂及植物蛋白工程”与要求的“食品科学”相比，同一级学科，得35分，满分50分
- 职称：信息缺失，按未知信息计15分，满分30分，视实际情况应在0分至30分之间
- 籍贯：您的“河南省濮阳市南乐县”与要求的“河南省濮阳市南乐县”相比，同县区，得20分，满分20分

硬性条件的结论
- 学历：硕士及以上（硬性条件）——符合
- 常住地：不属于美国（排除条件）——待核实

没有使用的信息
性别、年龄、民族、宗教信仰、政治面貌一律不得用于评分，这次也没有使用。上面没有列出的其他信息都没有计分。

由谁决定
这一结果只供工作人员参考。是否与您联系、是否录用，由工作人员研究决定，不由程序自动作出。根据《中华人民共和国个人信息保护法》关于自动化决策的规定，对您的权益有重大影响的决定，您有权要求说明，也有权拒绝仅由程序作出决定。

如何更正
信息有误或者缺少的，请告知县人才工作办公室，并注明您的编号t9和需求编号d7。更正或者补充后将重新比对。

县人才工作办公室
三月五日
`);
  });

  test("reads as a letter in English, also to somebody who is no candidate", () => {
    const told = explain(
      { id: "t9", fields: [], hometown: "310115", degree: "bachelor", title: { grade: "senior" }, residence: "410000" },
      { ...demand, unknownHard: "reject" },
    );
    const letter = letterTo(told, { lang: "en" });
    for (const line of [
      "Hello,",
      'You are not a candidate; see "Hard requirements" for the reason.',
      "You have 34 of 100 points.",
      "- degree: master or above (hard requirement)",
      "- field: none",
      "- field: no match; 0 of 50 points",
      '- title: yours is "senior", asked is "senior"; reached; 30 of 30 points',
      '- hometown: yours is "310115", asked is "410923"; same country; 4 of 20 points',
      "- degree: master or above (hard requirement): not met",
      "- residence: none of USA (exclusion): met",
    ])
      expect(letter.split("\n")).toContain(line);
    expect(letter).toContain("please tell the office that registered you, naming your number t9 and the demand number d7.");
    expect(letter).not.toContain("What we do not know");
    expect(letter).not.toContain("lie between");
    expect(letter.endsWith("anew.\n")).toBe(true);
  });

  test("a fact known in part, or too coarsely, is told as not known fully", () => {
    const asked: Demand = {
      id: "d",
      requirements: [
        { dimension: "region", kind: "soft", values: ["410923"], basis: "either" },
        { dimension: "region", kind: "hard", values: ["410923"] },
      ],
    };
    const told = explain({ id: "t", residence: "410900" }, { ...asked, unknownHard: "reject" });
    const letter = letterTo(told, { lang: "zh" });
    expect(letter).toContain("尚未掌握的信息\n- 常住地或籍贯（掌握得不全或者不够具体）\n- 常住地（掌握得不全或者不够具体）");
    expect(letter).toContain("- 常住地：410923（硬性条件）——待核实；按该需求的规定，未能核实的不列入候选");
    expect(letterTo(told, { lang: "en" })).toContain("to be verified; this demand does not admit what could not be verified");
  });

  test("a demand without requirements says so", () => {
    const told = explain({ id: "t" }, { id: "d", requirements: [] });
    const letter = letterTo(told, { lang: "zh" });
    expect(letter).toContain("该需求没有硬性条件，您列入候选。\n得分100分，满分100分。");
    expect(letter).toContain("需求提出的条件\n- 该需求未设软性条件，所有候选人得满分\n");
    expect(letter).toContain("硬性条件的结论\n该需求没有硬性条件。");
    expect(letter).not.toContain("已掌握的您的信息");
    expect(letterTo(told, { lang: "en", post: "engineer" })).toContain('a demand for talent, "engineer" (demand number: d).');
  });

  test("nothing is told of rules that hold but for being a candidate", () => {
    const told = explain({ id: "t", degree: "master", residence: "CHN" }, demand);
    expect(letterTo(told, { lang: "zh" })).toContain("您符合全部硬性条件，列入候选。");
    expect(letterTo(told, { lang: "en", enterprise: "Co" })).toContain("You meet every hard requirement and are a candidate.");
  });

  test("no name, label or id breaks a line, turns its letters round or hides", () => {
    const hostile = "甲\n\n结果\r\n得分99分\u202e\u200b\u0007\u2028";
    const told = explain(
      { id: `t${hostile}`, facts: { "a\nb": [hostile] } },
      { id: hostile, requirements: [{ dimension: "a\nb", kind: "soft", values: [hostile] }] },
      { dimensions: { "a\nb": {} } },
    );
    const plain = explain(
      { id: "t", facts: { ab: ["x"] } },
      { id: "d", requirements: [{ dimension: "ab", kind: "soft", values: ["x"] }] },
      { dimensions: { ab: {} } },
    );
    const options = { addressee: hostile, enterprise: hostile, post: hostile, office: hostile, date: hostile, labels: () => hostile };
    const letter = letterTo(told, { lang: "zh", ...options });
    const usual = letterTo(plain, { lang: "zh", addressee: "x", enterprise: "x", post: "x", office: "x", date: "x" });
    expect(letter.split("\n")).toHaveLength(usual.split("\n").length);
    expect(letter.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(letterTo(plain, { lang: "zh", addressee: "\u200b \n" })).toContain("\n您好：\n");
  });

  test("faulty options are refused", () => {
    const told = explain({ id: "t", degree: "none" }, demand);
    const call = (options: unknown, one: unknown = told) => faultOf(() => letterTo(one as Explanation, options as LetterOptions)).code;
    expect(call(undefined)).toBe("invalid-option");
    expect(call({ lang: "de" })).toBe("invalid-option");
    expect(call({ lang: "zh", addressee: 5 })).toBe("invalid-option");
    expect(call({ lang: "zh", name: "x" })).toBe("unknown-option");
    expect(call({ lang: "zh", place: { rank: 1, of: 2 } })).toBe("invalid-option");
    const fit = explain({ id: "t", degree: "doctor", residence: "CHN" }, demand);
    expect(call({ lang: "zh", place: { rank: 3, of: 2 } }, fit)).toBe("invalid-option");
    expect(call({ lang: "zh", place: { rank: 1, of: 0 } }, fit)).toBe("invalid-option");
    expect(call({ lang: "zh", place: { rank: 1, of: 2, from: 1 } }, fit)).toBe("unknown-option");
    expect(call({ lang: "zh" }, { ...told, points: 1 })).toBe("invalid-argument");
  });
});
