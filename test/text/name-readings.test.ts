import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { readingsOf, soundOf, soundsAlike, soundsNear } from "../../src/text/index.js";

/** Characters of GB 2312, levels 1 and 2. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder("gb18030");
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4e00-\u9fff]$/.test(character)) characters.push(character);
    }
  }
  return characters;
}

const surname = fc.constantFrom(..."张章单山区欧丘仇曾增解谢乐岳王黄陈程宁林飞辉");
const given = fc.string({ unit: fc.constantFrom(..."伟炜玮为明名敏民丽莉芳方昇升喆哲", "𠮷", "X", "\ud842"), maxLength: 3 });
const name = fc.tuple(surname, given).map(([family, own]) => family + own);

describe("readingsOf", () => {
  test.each([
    ["伟", ["wei"]],
    ["偉", ["wei"]],
    ["吕", ["lü"]],
    ["喆", ["zhe"]],
    ["犇", ["ben"]],
    ["𠮷", []],
    ["", []],
    ["张伟", []],
    ["a", []],
    ["·", []],
    ["\ud842", []],
    ["__proto__", []],
  ])("of %s are %j", (character, readings) => {
    expect(readingsOf(character)).toEqual(readings);
  });

  test.each([
    "乐le yue",
    "单dan shan",
    "区qu ou",
    "曾ceng zeng",
    "解jie xie",
    "朴pu piao",
    "尉wei yu",
    "仇chou qiu",
    "查cha zha",
    "盖gai ge",
    "缪miao mou",
    "召zhao shao",
    "翟zhai di",
    "覃qin tan",
    "晟sheng cheng",
    "俟si qi",
    "万wan mo",
    "茜qian xi",
    "娜na nuo",
    "费fei bi",
  ])("hold those of surnames and of given names: %s", (line) => {
    const [, character = "", listed = ""] = /^(.)(.*)$/u.exec(line) ?? [];
    expect(readingsOf(character)).toEqual(expect.arrayContaining(listed.split(" ")));
  });

  test("every character of GB 2312 has those of the dictionary, the usual one first", () => {
    const characters = commonCharacters();
    expect(characters).toHaveLength(6763);
    for (const character of characters) {
      // Sounds of speech that no name has: 嗯 ng, 这 zhei, 谁 shei.
      const dictionary = pinyin(character, { multiple: true, toneType: "none", type: "array" });
      const listed = dictionary.filter((it) => /[aeiouü]/.test(it) && !/^(?:sh|zh|t|k)ei$/.test(it));
      const readings = readingsOf(character);
      expect([character, readings]).toEqual([character, expect.arrayContaining(listed)]);
      if (listed.length > 0) expect([character, readings[0]]).toEqual([character, listed[0]]);
    }
  });

  test("characters that names use beyond GB 2312 are known", () => {
    expect([..."喆玥珺翀昇堃犇淼祎彧㛃䶮垚璟龑赟頔芃湉姵"].filter((character) => readingsOf(character).length === 0)).toEqual([]);
  });

  test("characters of the same readings share one object", () => {
    expect(soundOf("伟".charCodeAt(0))).toBe(soundOf("玮".charCodeAt(0)));
    expect(soundOf(0x10ffff).readings).toEqual([]);
  });
});

describe("soundsAlike and soundsNear", () => {
  test.each([
    ["张伟", "章炜", true, true],
    ["张伟", "張瑋", true, true],
    ["单雄", "山熊", true, true],
    ["单雄", "丹熊", true, true],
    ["昇", "升", true, true],
    ["𠮷田", "𠮷甜", true, true],
    ["𠮷田", "吉田", false, false],
    ["陈宁", "程林", false, true],
    ["王飞", "黄辉", false, false],
    ["范飞", "黄辉", false, true],
    ["扶苏", "胡术", false, true],
    ["石峰", "四风", false, true],
    ["张伟", "张为民", false, false],
    ["张伟", "李伟", false, false],
    ["", "", true, true],
    ["", "张", false, false],
  ])("%s and %s: %s, %s", (a, b, alike, near) => {
    expect([soundsAlike(a, b), soundsNear(a, b)]).toEqual([alike, near]);
    expect([soundsAlike(b, a), soundsNear(b, a)]).toEqual([alike, near]);
  });

  test("are symmetric, true of a name and itself, and alike is near", () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.string({ unit: "binary" })), fc.oneof(name, fc.string({ unit: "binary" })), (a, b) => {
        expect(soundsAlike(a, a) && soundsNear(a, a)).toBe(true);
        expect(soundsAlike(b, a)).toBe(soundsAlike(a, b));
        expect(soundsNear(b, a)).toBe(soundsNear(a, b));
        if (soundsAlike(a, b)) expect(soundsNear(a, b)).toBe(true);
      }),
    );
  });

  test("alike is what the readings of each pair say", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [left, right] = [[...a], [...b]];
        const meets = left.map(
          (character, i) => character === right[i] || readingsOf(character).some((it) => readingsOf(right[i] ?? "").includes(it)),
        );
        expect(soundsAlike(a, b)).toBe(left.length === right.length && meets.every(Boolean));
      }),
    );
  });
});
