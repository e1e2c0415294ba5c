import { describe, expect, test } from "vitest";
import { comparisonsOf } from "../../src/linkage/infer-comparisons.js";
import type { Talent } from "../../src/model/index.js";
import { faultOf } from "../fault.js";
import { levelOf } from "./level-of.js";

const namesOf = (records: readonly object[]) => comparisonsOf(records).comparisons.map(({ name }) => name);

/** The level of the comparison of a name, of the first two records. */
function levelBy<T extends object>(records: readonly [T, T], name: string): string {
  const comparison = comparisonsOf(records).comparisons.find((it) => it.name === name);
  if (comparison === undefined) throw new Error(`no comparison ${name}`);
  return levelOf(comparison, ...records);
}

describe("comparisonsOf", () => {
  test("reads the members of a talent, never its id, its provenance or where it was told", () => {
    const talent: Talent = {
      id: "a",
      name: "欧阳甲一",
      phone: "16100001234",
      email: "zhangsan@qq.com",
      residence: "110108",
      hometown: "410923",
      organization: "甲食品",
      title: { grade: "senior" },
      degree: "doctor",
      fields: ["0817"],
      industries: ["1310"],
      post: "总工程师",
      provenance: { phone: { source: "甲表" } },
    };
    const { comparisons, unused } = comparisonsOf([talent, { ...talent, id: "b" }]);
    expect(comparisons.map(({ name }) => name)).toEqual([
      "name",
      "phone",
      "email",
      "hometown",
      "residence",
      "organization",
      "degree",
      "title",
      "fields",
      "industries",
    ]);
    expect(unused).toEqual(["id", "post", "provenance"]);
    for (const comparison of comparisons)
      expect([comparison.name, levelOf(comparison, talent, talent)]).toEqual([comparison.name, comparison.levels[0]]);
  });

  test("reads Chinese headings and what offices write under them", () => {
    const [a, b] = [
      {
        姓名: "张卫",
        手机号码: "161 0000 1234",
        出生年月: "1985.3",
        籍贯: "河南省濮阳市南乐县",
        工作单位: "中科院过程所",
        毕业院校: "郑大",
        最高学历: "硕士研究生",
        职称: "高级工程师",
        所学专业: "化学工程",
      },
      {
        姓名: "张威",
        曾用名: "张卫",
        手机号码: "16100001234",
        出生年月: "1985年3月12日",
        籍贯: "南乐",
        工作单位: "中国科学院过程工程研究所",
        毕业院校: "郑州大学",
        最高学历: "博士",
        职称: "教授级高工",
        所学专业: "应用化学",
      },
    ];
    expect(comparisonsOf([a, b]).comparisons.map((it) => [it.name, levelOf(it, a, b)])).toEqual([
      ["姓名", "former"],
      ["出生年月", "compatible"],
      ["手机号码", "same"],
      ["籍贯", "same"],
      ["工作单位", "short-form"],
      ["毕业院校", "short-form"],
      ["最高学历", "one-apart"],
      ["职称", "one-apart"],
      ["所学专业", "related"],
    ]);
  });

  test("English headings count whatever their case and separators, and in whatever order", () => {
    const record = { "Zip Code": "2114", DOB: "1985-03-12", "Last-Name": "Lee", givenName: "Ann", address_1: "may street", rec_id: "7" };
    expect(namesOf([record, record])).toEqual(["givenName", "Last-Name", "DOB", "address_1", "Zip Code"]);
    const backwards = Object.fromEntries(Object.entries(record).reverse());
    expect(namesOf([backwards, record])).toEqual(namesOf([record, backwards]));
    expect(comparisonsOf([record, record]).unused).toEqual(["rec_id"]);
  });

  test("a number is its digits", () => {
    expect(levelBy([{ zip: 2114 }, { zip: "02114" }], "zip")).toBe("near");
    expect(levelBy([{ 手机: 16100001234 }, { 手机: "161-0000-1234" }], "手机")).toBe("same");
    expect(levelBy([{ dob: 19850312 }, { dob: "1985-03-12" }], "dob")).toBe("same");
  });

  test("all phones of a record are read; of other facts the usual heading before the rare one", () => {
    expect(
      levelBy(
        [
          { phone: "16100001234", tel: "0393-6221234" },
          { phone: "", tel: "16100001234" },
        ],
        "phone",
      ),
    ).toBe("same");
    expect(
      levelBy(
        [
          { suburb: "eaton", city: "perth" },
          { suburb: "", city: "eaton" },
        ],
        "suburb",
      ),
    ).toBe("same");
  });

  test("given name and surname, and the lines of an address, know of each other", () => {
    const [a, b] = [
      { given_name: "adam", surname: "vaszocz", address_1: "may street", address_2: "northwood" },
      { given_name: "vaszocz", surname: "adam", address_1: "northwood", address_2: "may street" },
    ];
    expect(comparisonsOf([a, b]).comparisons.map((it) => [it.name, levelOf(it, a, b)])).toEqual([
      ["given_name", "swapped"],
      ["surname", "nothing"],
      ["address_1", "swapped"],
      ["address_2", "nothing"],
    ]);
  });

  test("a full name beside its parts is not counted twice", () => {
    const record = { name: "Ann Lee", surname: "Lee" };
    expect(namesOf([record, record])).toEqual(["surname"]);
    expect(comparisonsOf([record, record]).unused).toEqual(["name"]);
  });

  test("a member that fewer than two records tell is not compared", () => {
    const { comparisons, unused } = comparisonsOf([
      { surname: "lee", email: "lee@qq.com" },
      { surname: "li", email: "不详" },
    ]);
    expect(comparisons.map(({ name }) => name)).toEqual(["surname"]);
    expect(unused).toEqual(["email"]);
  });

  test("records without a known member are refused, and the message says which are known", () => {
    for (const records of [[], [{}], [{ surname: "lee" }], [{ id: 1 }, { id: 2 }]]) {
      const fault = faultOf(() => comparisonsOf(records));
      expect(fault.code).toBe("invalid-argument");
      expect(fault.message).toContain("birthdate");
    }
    expect(faultOf(() => comparisonsOf([null as unknown as object])).code).toBe("invalid-argument");
    expect(faultOf(() => comparisonsOf("surname" as never)).code).toBe("invalid-argument");
  });

  test("inherited members and prototypes are none", () => {
    const records = [{ surname: "lee" }, { surname: "li" }].map(
      (it) => Object.assign(Object.create({ email: "a1234@qq.com" }), it) as object,
    );
    expect(namesOf(records)).toEqual(["surname"]);
    const polluted = JSON.parse(
      '[{"__proto__":{"email":"a1234@qq.com"},"surname":"x"},{"__proto__":{"email":"a1234@qq.com"},"surname":"x"}]',
    );
    expect(namesOf(polluted)).toEqual(["surname"]);
    expect(comparisonsOf(polluted).unused).toEqual(["__proto__"]);
  });

  test("odd values tell nothing and harm nobody", () => {
    const odd = {
      surname: "lee",
      title: null,
      degree: { grade: 1 },
      fields: [1, null],
      phone: Number.NaN,
      hometown: ["410923"],
      email: true,
    };
    expect(namesOf([odd, odd])).toEqual(["surname"]);
  });
});
