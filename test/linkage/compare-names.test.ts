import { describe, expect, test } from "vitest";
import { nameComparison } from "../../src/linkage/compare-names.js";

interface Person {
  readonly name?: string | undefined;
  readonly formerNames?: string | readonly string[] | undefined;
}

const names = nameComparison<Person>({ read: ({ name }) => name, formerNames: ({ formerNames }) => formerNames });
const parsed = (person: string | Person) => {
  const text = names.read(typeof person === "string" ? { name: person } : person);
  return text === undefined ? undefined : names.parse(text);
};

/** Level of two people, the same from either side; undefined where the names tell nothing. */
function levelOf(a: string | Person, b: string | Person): string | undefined {
  const [left, right] = [parsed(a), parsed(b)];
  if (left === undefined || right === undefined) return undefined;
  const level = names.compare(left, right);
  expect(names.compare(right, left)).toBe(level);
  return names.levels[level];
}

const keysOf = (person: string | Person) => {
  const value = parsed(person);
  return value === undefined ? [] : [...(names.keys?.(value) ?? [])];
};
const termOf = (name: string) => {
  const value = parsed(name);
  return value === undefined ? undefined : names.term?.(value);
};
const meet = (a: string | Person, b: string | Person) => keysOf(a).some((key) => keysOf(b).includes(key));

describe("levels of names in characters", () => {
  test.each([
    ["张伟", "张伟", "exact"],
    ["张 伟", "张伟（女）", "exact"],
    ["张伟先生", "张伟", "exact"],
    ["欧阳修", "欧阳修", "exact"],
    ["張偉", "张伟", "script"],
    ["錢鍾書", "钱锺书", "script"],
    ["買買提·熱合曼", "买买提热合曼", "script"],
    ["於明", "于明", "homophone"],
    ["张小明", "章晓鸣", "homophone"],
    ["单雄", "山熊", "homophone"],
    ["候伟明", "侯伟明", "homophone"],
    ["张小明", "张大明", "one-off"],
    ["张小明", "张小朋", "one-off"],
    ["张小明", "张明", "one-off"],
    ["张小明", "张小", "one-off"],
    ["欧阳小明", "欧阳大明", "one-off"],
    ["买买提·热合曼", "买买提·热合木", "one-off"],
    ["张三1", "张三2", "one-off"],
    ["张三", "张三2", "one-off"],
    ["张小明", "张明小", "transposed"],
    ["张伟", "伟张", "transposed"],
    ["陈宁", "程林", "near-homophone"],
    ["刘建国", "牛建国", "near-homophone"],
    ["买买提·热合曼", "买买提", "compatible"],
    ["欧阳修", "欧阳", "compatible"],
    ["张伟", "张强", "surname"],
    ["张小明", "张大力", "surname"],
    ["欧阳明", "欧阳强", "surname"],
    ["吐尔逊·热合曼", "买买提·热合曼", "surname"],
    ["李小明", "张小明", "different"],
    ["欧明", "欧阳明强", "different"],
    ["𠮷田明", "吉田明", "different"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
  });

  test("of a given name of one character nothing is left where it differs", () => {
    expect(["张伟", "欧阳伟"].map((name) => levelOf(name, name.replace("伟", "强")))).toEqual(["surname", "surname"]);
    expect(levelOf("欧阳小伟", "欧阳小强")).toBe("one-off");
  });

  test("a surname is not one of the characters that may be wrong", () => {
    expect(levelOf("李小明", "张小明")).toBe("different");
  });
});

describe("names that tell a part", () => {
  test.each([
    ["张先生", "张伟", "compatible"],
    ["章女士", "张伟", "compatible"],
    ["欧阳老师", "欧阳修", "compatible"],
    ["小张", "张伟", "compatible"],
    ["张总", "张伟", "compatible"],
    ["张", "张伟", "compatible"],
    ["张某某", "张伟", "compatible"],
    ["张**", "张伟", "compatible"],
    ["张*明", "张小明", "compatible"],
    ["张x明", "张小明", "compatible"],
    ["张?明", "张小明", "compatible"],
    ["*明", "张明", "compatible"],
    ["张先生", "张女士", "compatible"],
    ["张*明", "Zhang Xiaoming", "compatible"],
    ["张先生", "Zhang Wei", "compatible"],
    ["张先生", "李伟", "different"],
    ["欧先生", "欧阳修", "different"],
    ["张*明", "张小强", "surname"],
    ["张*明", "李小明", "different"],
    ["*明", "张先生", undefined],
    ["**", "张伟", undefined],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
  });

  test.each([
    "",
    " ",
    "先生",
    "女士",
    "未知",
    "不详",
    "无",
    "/",
    "—",
    "匿名",
    "某某",
    "张三父亲",
    "张三之子",
    "联系人",
    "null",
    "N/A",
    "***",
    "\u200b",
  ])("«%s» is no name", (name) => {
    expect(names.read({ name })).toBeUndefined();
  });

  test("a partial name is no term, a full one is counted by its simplified form", () => {
    expect(["张先生", "张*明", "Zhang", "張偉", "张三2", "Wei Zhang", "Zhang, Wei"].map(termOf)).toEqual([
      undefined,
      undefined,
      undefined,
      "张伟",
      "张三",
      "wei zhang",
      "wei zhang",
    ]);
  });
});

describe("names in letters", () => {
  test.each(["Zhang Wei", "Wei Zhang", "ZHANG Wei", "zhang, wei", "ZhangWei", "Zhāng Wěi", "ＺＨＡＮＧ　ＷＥＩ", "Dr. Wei ZHANG"])(
    "%s spells 张伟",
    (letters) => {
      expect(levelOf("张伟", letters)).toBe("romanised");
      expect(levelOf("張瑋", letters)).toBe("romanised");
      expect(meet("张伟", letters)).toBe(true);
    },
  );

  test.each([
    ["张晓明", "Zhang Xiao-Ming"],
    ["张晓明", "Xiaoming Zhang"],
    ["张晓明", "Xiao Ming Zhang"],
    ["单丹", "Shan Dan"],
    ["区乐", "Ou Yue"],
    ["区乐", "Ou Le"],
    ["吕伟", "Lü Wei"],
    ["吕伟", "Lyu Wei"],
    ["吕伟", "LV WEI"],
    ["吕伟", "Lu Wei"],
    ["李西安", "Li Xi'an"],
    ["陈瑜", "Chen Yu"],
    ["欧阳修", "Ouyang Xiu"],
    ["买买提·热合曼", "Maimaiti Reheman"],
  ])("%s is %s", (characters, letters) => {
    expect(levelOf(characters, letters)).toBe("romanised");
    expect(meet(characters, letters)).toBe(true);
  });

  test.each([
    ["张伟", "Li Wei", "different"],
    ["张伟", "Zhang Qiang", "surname"],
    ["张伟", "Zhang", "compatible"],
    ["张伟", "Zhang W.", "compatible"],
    ["张小明", "X.M. Zhang", "compatible"],
    ["张小明", "Zhang W.", "surname"],
    ["张伟", "Mr. Zhang", "compatible"],
    ["张伟", "John Smith", "different"],
    ["约翰·史密斯", "John Smith", undefined],
    ["约翰·史密斯", "Zhang Wei", "different"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
  });

  test.each([
    ["John Smith", "JOHN SMITH", "exact"],
    ["John Smith", "Smith, John", "script"],
    ["Zhang Xiaoming", "Xiao Ming Zhang", "script"],
    ["Jan Müller", "Muller Jan", "script"],
    ["Lü Wei", "Lyu Wei", "romanised"],
    ["John Smith", "Jon Smith", "one-off"],
    ["John Smith", "Smiht John", "one-off"],
    ["Zhang Wei", "Zheng Li", "different"],
    ["Zhang Xiaoming", "Zhang Xiaomin", "surname"],
    ["Ann Smith", "Ian Smith", "surname"],
    ["John Smith", "J. Smith", "compatible"],
    ["John Smith", "John Q. Smith", "compatible"],
    ["John Smith Jr.", "John Smith", "exact"],
    ["J. S.", "John Smith", undefined],
    ["Zhang", "Zhang", "compatible"],
    ["Mary Smith", "John Smith", "surname"],
    ["Mary Brown", "John Smith", "different"],
    ["Иван Петров", "Петров Иван", "script"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(a, b)).toBe(level);
  });
});

describe("other names of a person", () => {
  test.each([
    "张伟（曾用名：张卫国）",
    "张伟(原名张卫国)",
    "张伟（曾用名：张维、張衛國）",
    "张伟 曾用名 张卫国",
    "张伟（女，又名张卫国）",
    "Zhang Wei (formerly 张卫国)",
  ])("%s was 张卫国", (name) => {
    expect(levelOf(name, "张卫国")).toBe("former");
    expect(meet(name, "张卫国")).toBe(true);
    expect(levelOf(name, "李四")).toBe("different");
  });

  test("a former name may stand in a column of its own", () => {
    for (const formerNames of ["张卫国", "曾用名：张卫国", "张维、张卫国", ["张维", "张卫国"]]) {
      expect(levelOf({ name: "张伟", formerNames }, "張衛國")).toBe("former");
      expect(meet({ name: "张伟", formerNames }, "張衛國")).toBe(true);
    }
    expect(levelOf({ name: "张伟", formerNames: "无" }, "张卫国")).toBe("surname");
    expect(levelOf({ name: "张伟", formerNames: "张卫国" }, { name: "张强", formerNames: "张卫国" })).toBe("former");
    expect(levelOf({ name: undefined, formerNames: "张卫国" }, "张卫国")).toBe("former");
    expect(levelOf({ name: undefined, formerNames: "张卫国" }, "李四")).toBeUndefined();
  });

  test("the order in which other names are told decides nothing", () => {
    expect(names.read({ name: "张伟", formerNames: "张维、张卫国" })).toBe(
      names.read({ name: "张伟（原名张卫国）", formerNames: ["张维"] }),
    );
  });

  test("words that end like a marker are parts of a name", () => {
    expect(levelOf("Renee Smith", "Smith")).toBe("compatible");
    expect(levelOf("Tanaka Ken", "Ken Tanaka")).toBe("script");
    expect(levelOf("李又名", "李又名")).toBe("exact");
  });

  test("a name told in both scripts is read in characters", () => {
    for (const name of ["Zhang Wei 张伟", "Wei Zhang（张伟）", "张伟(Zhang Wei)", "张伟/ZHANG WEI"])
      expect(levelOf(name, "张伟")).toBe("exact");
    expect(levelOf("John Smith（外教）", "Mary Brown（外教）")).toBe("different");
  });
});

describe("keys of names", () => {
  test.each([
    ["张小明", "章晓鸣"],
    ["张小明", "张大明"],
    ["张小明", "张小朋"],
    ["张小明", "张明"],
    ["张小明", "张小"],
    ["张小明", "张明小"],
    ["张*明", "张小明"],
    ["欧阳小明", "歐陽大明"],
    ["单丹", "Shan Dan"],
    ["John Smith", "Smith Jon"],
    ["买买提·热合曼", "买买提·热合木"],
  ])("%s and %s meet", (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  test("are few, and a surname alone has none", () => {
    expect(keysOf("张伟")).toEqual(["pzhangwei", "c张伟"]);
    expect(keysOf("张小明")).toEqual(["pzhangxiaoming", "c张小", "c张明"]);
    for (const name of ["单乐乐", "缪翟乐", "欧阳乐乐"]) expect(keysOf(name).length).toBeLessThanOrEqual(6);
    for (const name of ["张先生", "张", "Mr. Zhang", "**"]) expect(keysOf(name)).toEqual([]);
    expect(meet("张伟", "张强")).toBe(false);
  });

  test("known words of pinyin give no key of their own", () => {
    expect(keysOf("Zhang Wei")).toEqual(["pzhangwei", "pweizhang"]);
    expect(keysOf("John Smith")).toEqual(["pjohnsmith", "psmithjohn", "wjohn", "wsmith"]);
  });
});

test("an option that is not known is refused", () => {
  const options = { read: () => undefined, former: () => undefined };
  expect(() => nameComparison(options)).toThrow(/unknown option "former"/);
});
