import { describe, expect, test } from "vitest";
import { readTalents } from "../../src/registry/index.js";
import { cleanText, hasBidiControl, loadRomaniser, loadSimplifier, matchKey, nameKey } from "../../src/text/index.js";
import { hostileCases, ownKeys } from "../hostile-data.js";
import { hasSharedData } from "../shared-data.js";

interface NameCase {
  readonly raw: string;
  readonly cp?: number;
  readonly utf16?: number;
  readonly key?: string;
  readonly keyEquals?: string;
  readonly keyEqualsT2S?: string;
  readonly flag?: string;
  readonly surname?: string;
  readonly pinyin?: string;
  readonly reject?: string;
}

/** Signs that a name does not keep when it is read: selectors of a drawing, invisible ones, halves of characters. */
const LEFT_OUT = /[\ufe00-\ufe0f\u200b-\u200f\u202a-\u202e\ufeff]|\p{Cs}/u;

/** Codes of the issues that one name raises, and the name of the record. */
function readName(raw: string): { name: string | undefined; codes: string[]; records: number } {
  const { records, issues } = readTalents({ name: "t", header: ["姓名", "单位", "学历"], rows: [[raw, "濮阳市第一中学", "硕士"]] });
  return { name: records[0]?.name, codes: issues.map(({ code }) => code), records: records.length };
}

describe.skipIf(!hasSharedData)("hostile names", () => {
  const cases = hasSharedData ? hostileCases<{ cases: NameCase[] }>("names").cases : [];

  test("spellings of one name meet under one key, the merely recommended ones too", () => {
    expect(cases.length).toBeGreaterThan(45);
    const apart = cases.filter(({ raw, key, keyEquals }) => {
      const other = keyEquals ?? key;
      return other !== undefined && nameKey(raw) !== nameKey(other);
    });
    expect(apart.map(({ raw }) => raw)).toEqual([]);
  });

  test("every key is stable, within bounds and free of what no one sees", () => {
    const before = ownKeys();
    for (const { raw } of cases) {
      for (const key of [nameKey, matchKey, cleanText]) {
        const made = key(raw);
        expect(key(made)).toBe(made);
        expect([...made].length).toBeLessThanOrEqual([...raw].length);
        expect(made).not.toMatch(/\p{Cs}|[\u200b\u202e\ufeff]/u);
      }
      expect(nameKey(raw)).not.toMatch(/[\u{e0100}-\u{e01ef}\ufe00-\ufe0f]/u);
    }
    expect(ownKeys()).toBe(before);
  });

  test("a name is kept as written, in code points and UTF-16 units", () => {
    for (const { raw, cp, utf16 } of cases) {
      if (cp !== undefined) expect([raw, [...raw].length]).toEqual([raw, cp]);
      if (utf16 !== undefined) expect(raw.length).toBe(utf16);
      if (cp !== undefined && !LEFT_OUT.test(raw)) expect(readName(raw).name).toBe(raw.normalize("NFC"));
    }
    // Graphemes are counted nowhere: a cut falls between code points at worst. Names of any length are names.
    const long = cases.reduce((longest, { raw }) => (raw.length > longest.length ? raw : longest), "");
    expect(long.length).toBeGreaterThan(200);
    expect(readName(long).name).toBe(long);
  });

  test("remarks are no part of a key, figures that tell two persons apart are", () => {
    expect(nameKey("张三（女）")).toBe(nameKey("张三"));
    expect(nameKey("张三2")).not.toBe(nameKey("张三"));
  });

  test("halves of characters and signs that turn the order round are told; nothing is no name", () => {
    for (const { raw, reject, flag } of cases) {
      const { name, codes } = readName(raw);
      if (flag === "BIDI") expect([hasBidiControl(raw), codes]).toEqual([true, ["cell-damaged-text"]]);
      if (reject === "LONE_SURROGATE") expect([raw, codes]).toEqual([raw, ["cell-damaged-text"]]);
      if (reject === "EMPTY") expect([raw, name]).toEqual([raw, undefined]);
    }
  });

  test("words for nothing are a missing name, other literals are names", () => {
    // A person may be called Null; in a county's sheet the word is what an export writes for an empty cell.
    expect(["null", "undefined", "无"].map((raw) => readName(raw).name)).toEqual([undefined, undefined, undefined]);
    expect(readName("NaN").name).toBe("NaN");
    for (const raw of ["null", "undefined", "NaN", "无"]) expect(cases.some((it) => it.raw === raw)).toBe(true);
  });

  test("surnames and readings are those of the cases", async () => {
    const romanise = await loadRomaniser();
    for (const { raw, pinyin } of cases) {
      if (pinyin !== undefined) expect([raw, romanise(raw).toLowerCase().replaceAll(" ", "")]).toEqual([raw, pinyin.replaceAll(" ", "")]);
    }
    expect(cases.filter(({ surname }) => surname !== undefined).map(({ raw }) => romanise(raw))).toEqual(["Zhuge Liang"]);
  });

  test("traditional script meets simplified where it is asked for, which a name is not", async () => {
    const simplify = await loadSimplifier();
    for (const { raw, keyEqualsT2S } of cases) if (keyEqualsT2S !== undefined) expect(nameKey(simplify(raw))).toBe(nameKey(keyEqualsT2S));
  });
});
