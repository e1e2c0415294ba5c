import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveDegree, resolveTitle, titleSeries } from "../../src/taxonomy/index.js";

const PIECES = [
  ..."高级工程师教授研究员博导硕士生在读本科学历位注册会计总主任副正中初助理大专毕结肄业班、，（）()和兼𠮷 　",
  "MBA",
  "Ph.D.",
  "１２３",
  "专业技术四级",
];
const officeText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((p) => p.join("")),
);
/** Everyday words count only in their series; their law is in resolve-title.test.ts. */
const OCCUPATIONS = new Set(["管理员", "教员", "技师", "律师助理", "船长", "大副", "轮机长"]);
const official = titleSeries().flatMap((s) =>
  s.titles.filter((t) => !OCCUPATIONS.has(t.name) && !/(?<!正高级)人力资源管理师$/.test(t.name)),
);
const toFullWidth = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const spaced = (text: string): string => [...text].join("　 ");
const LATIN = /[a-z]/i;

describe("resolveTitle and resolveDegree", () => {
  it("answer any string with a status, and never throw", () => {
    fc.assert(
      fc.property(officeText, (text) => {
        for (const read of [resolveTitle(text), resolveDegree(text)]) {
          expect(["resolved", "ambiguous", "unresolved"]).toContain(read.status);
          if (read.status === "resolved") expect(read.confidence > 0 && read.confidence <= 1).toBe(true);
          if (read.status === "ambiguous") expect(read.candidates.length).toBeGreaterThan(1);
        }
      }),
    );
  });

  it("answer the same with blanks between Chinese characters and with full-width signs", () => {
    fc.assert(
      fc.property(officeText, (text) => {
        const plain = text.normalize("NFKC");
        expect(resolveTitle(toFullWidth(plain))).toEqual(resolveTitle(plain));
        expect(resolveDegree(toFullWidth(plain))).toEqual(resolveDegree(plain));
        fc.pre(!LATIN.test(plain) && !/[\p{M}\p{Cc}]/u.test(plain));
        expect(resolveTitle(spaced(plain))).toEqual(resolveTitle(plain));
        expect(resolveDegree(spaced(plain))).toEqual(resolveDegree(plain));
      }),
    );
  });

  it("keep the grade of every official title under a subject, a department or 职称", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...official),
        fc.constantFrom("", "机械", "食品科学", "二车间", "信息中心", "市人民医院"),
        fc.constantFrom("", "职称", "任职资格"),
        (title, before, after) => {
          const read = resolveTitle(before + title.name + after);
          expect(read.status === "resolved" && read.value.grade, before + title.name + after).toBe(title.grade);
        },
      ),
    );
  });

  it("never grade a plain title that 总 or 注册 stands before", () => {
    const plain = official.filter((t) => t.grade === "intermediate" && /^.{2,5}师$/.test(t.name) && !/^(?:主|高|[一二三四])/.test(t.name));
    fc.assert(
      fc.property(fc.constantFrom(...plain), fc.constantFrom("总", "副总", "主任", "主办", "注册", "国家注册", "执业"), (title, before) => {
        // 主任舞台技师 is a title of its own.
        fc.pre(!official.some((t) => t.name === before + title.name));
        expect(resolveTitle(before + title.name).status).not.toBe("resolved");
      }),
    );
  });

  it("take time in proportion to the length", () => {
    for (const piece of ["高级", "研究生", "大学毕业", "总工程师", "教授（", "（高级）", "本科、", "注册", "在读硕士", "兼", "mba"]) {
      const read = (text: string): number => {
        const start = performance.now();
        resolveTitle(text);
        resolveDegree(text);
        return performance.now() - start;
      };
      read(piece.repeat(1000));
      // 64 times the text in well under the time that a quadratic reading would take.
      expect(read(piece.repeat(64_000)), piece).toBeLessThan(4000);
    }
  });
});
