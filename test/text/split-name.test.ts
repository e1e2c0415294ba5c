import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCompoundSurname, loadRomaniser, splitName } from "../../src/text/index.js";

describe("splitName", () => {
  test.each([
    ["张伟", "张", "伟"],
    ["张王明", "张", "王明"],
    ["欧阳修", "欧阳", "修"],
    ["歐陽修", "歐陽", "修"],
    ["欧阳小明", "欧阳", "小明"],
    ["欧阳", "欧", "阳"],
    ["司马", "司", "马"],
    ["张", "张", ""],
    ["𠮷田明", "𠮷", "田明"],
    ["买买提·热合曼", "热合曼", "买买提"],
    ["n·巴特尔", "巴特尔", "n"],
    ["·", "", ""],
    ["zhang wei", "", "zhang wei"],
    ["\ud842张", "", "\ud842张"],
    ["", "", ""],
  ])("%s is surname «%s» and given name «%s»", (name, surname, given) => {
    expect(splitName(name)).toEqual({ surname, given });
  });

  test("no character of a name without a dot is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom(..."欧阳司马张明", "𠮷", "\udfb7"), fc.string({ maxLength: 1 })) }), (raw) => {
        const name = raw.replaceAll("·", "");
        const { surname, given } = splitName(name);
        expect(surname + given).toBe(name);
      }),
    );
  });

  test("both scripts of a compound surname are known, and the romaniser reads them as one", async () => {
    const romanise = await loadRomaniser();
    expect(["诸葛", "諸葛", "尉迟", "尉遲", "鍾離", "張王", "constructor"].map(isCompoundSurname)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(["诸葛亮", "歐陽修", "欧阳", "张王明"].map(romanise)).toEqual(["Zhuge Liang", "Ouyang Xiu", "Ou Yang", "Zhang Wangming"]);
  });
});
