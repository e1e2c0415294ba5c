import { describe, expect, test } from "vitest";
import { GuiyanError } from "../../src/errors/index.js";
import { resolveRegion } from "../../src/taxonomy/index.js";

const value = (raw: string, within?: string) => {
  const found = resolveRegion(raw, within === undefined ? undefined : { within });
  return found.status === "resolved" ? found.value : found.status;
};
const open = (raw: string) => {
  const found = resolveRegion(raw);
  return found.status === "ambiguous" ? found.candidates.map((candidate) => candidate.value) : found.status;
};

describe("resolveRegion", () => {
  test.each([
    ["410923", "410923"],
    ["41", "410000"],
    ["4109", "410900"],
    ["410923.0", "410923"],
    ["410923108", "410923"],
    ["410923108201", "410923"],
    ["４１０９２３", "410923"],
    ["412433", "410923"],
    ["410971", "410900"],
    ["usa", "USA"],
    ["HKG", "810000"],
  ])("code %s is %s", (raw, code) => {
    expect(value(raw)).toBe(code);
    expect(resolveRegion(raw)).toMatchObject({ via: "code" });
  });

  test.each([
    ["豫", "410000"],
    ["沪", "310000"],
    ["河南", "410000"],
    ["濮阳南乐", "410923"],
    ["凉山州", "513400"],
    ["恩施", "422800"],
    ["湘西", "433100"],
    ["内蒙古", "150000"],
    ["广西省", "450000"],
    ["台北", "710000"],
    ["南乐", "410923"],
    ["绍兴县", "330603"],
    ["襄樊", "420600"],
    ["四川万县", "500101"],
    ["安阳地区南乐县", "410923"],
    ["新疆石河子", "659001"],
    ["济南市中区", "370103"],
    ["台州-黄岩", "331003"],
  ])("short or former name %s is %s", (raw, code) => {
    expect(value(raw)).toBe(code);
    expect(resolveRegion(raw)).toMatchObject({ via: "alias" });
  });

  test("official names alone are certain; the confidence falls with short names, former names, more text", () => {
    expect(resolveRegion("河南省濮阳市南乐县")).toEqual({ status: "resolved", value: "410923", via: "name", confidence: 1 });
    expect(resolveRegion("河南濮阳南乐")).toMatchObject({ confidence: 0.95 });
    expect(resolveRegion("上海市闸北区")).toMatchObject({ value: "310106", confidence: 0.9 });
    expect(resolveRegion("河南省濮阳市南乐县谷金楼乡")).toMatchObject({ via: "pattern", confidence: 0.9 });
  });

  test.each([
    ["上海-浦东新区", "310115"],
    ["北京 海淀区 西北旺", "110108"],
    ["深圳南山区西丽塘朗大学城", "440305"],
    ["浙江杭州西湖区文三路1号", "330106"],
    ["广州-珠江新城", "440100"],
    ["上海浦东新区\u3000张江", "310115"],
    ["南乐县（河南濮阳）", "410923"],
    ["中国/河南/濮阳", "410900"],
    ["深圳市 南山区 南山区", "440305"],
    ["海淀区，北京", "110108"],
  ])("an address %s is read to its deepest unit in order, %s", (raw, code) => {
    expect(value(raw)).toBe(code);
  });

  test.each([
    ["河南南乐人", "410923"],
    ["籍贯：河南省，濮阳市", "410900"],
    ["现居河南濮阳", "410900"],
    ["户籍所在地 河南省南乐县", "410923"],
    ["中国台湾居民", "710000"],
    ["澳洲国籍", "AUS"],
    ["国籍：日本", "JPN"],
    ["印度尼西亚人", "IDN"],
    ["美国", "USA"],
    ["加拿大温哥华", "CAN"],
  ])("words around a place change nothing: %s is %s", (raw, code) => {
    expect(value(raw)).toBe(code);
  });

  test("a bare name goes to the province, to the unit that holds its namesake, to the city before the district", () => {
    expect(value("海南")).toBe("460000");
    expect(value("海南区")).toBe("150303");
    expect(value("濮阳")).toBe("410900");
    expect(value("濮阳县")).toBe("410928");
    expect(value("海城")).toBe("210381");
  });

  test("what stays open is ambiguous, every reading a candidate", () => {
    expect(open("吉林")).toEqual(["220000", "220200"]);
    expect(open("朝阳")).toEqual(["110105", "211300"]);
    expect(open("鼓楼区")).toEqual(["320106", "320302", "350102", "410204"]);
    expect(open("江干区")).toEqual(["330102", "330114"]);
    expect(open("330104")).toEqual(["330102", "330114"]);
    expect(open("北京/上海")).toEqual(["110000", "310000"]);
    expect(open("河南、山东")).toEqual(["370000", "410000"]);
  });

  test("a wider unit before or after, or within, settles namesakes", () => {
    expect(value("吉林长春")).toBe("220100");
    expect(value("河南 鼓楼区")).toBe("410204");
    expect(value("鼓楼区（南京）")).toBe("320106");
    expect(value("鼓楼区", "410000")).toBe("410204");
    expect(value("南乐", "410900")).toBe("410923");
    expect(value("河南省濮阳市南乐县", "410900")).toBe("410923");
  });

  test("nothing outside within is an answer", () => {
    expect(value("广东", "410900")).toBe("unresolved");
    expect(value("河南省", "410900")).toBe("unresolved");
    expect(value("440305", "410000")).toBe("unresolved");
  });

  test("one character, a road, a namesake with other text behind it are no place", () => {
    for (const raw of ["范", "平安大街", "中山路100号", "南京西路", "豫A", "东方证券"]) expect(value(raw), raw).toBe("unresolved");
    expect(value("范县")).toBe("410926");
  });

  test("a code and a name that disagree are both candidates", () => {
    expect(value("410923 南乐县")).toBe("410923");
    expect(value("南乐县(410923)")).toBe("410923");
    expect(open("410923 深圳市")).toEqual(["410923", "440300"]);
  });

  test("the guesses of an unresolved text are near in spelling and carry full names", () => {
    const found = resolveRegion("南乐先");
    expect(found).toMatchObject({ status: "unresolved", candidates: [{ value: "410923", label: "河南省濮阳市南乐县" }] });
    expect(resolveRegion("410999")).toMatchObject({ status: "unresolved", candidates: [{ value: "410900" }] });
    for (const raw of ["", "  ", "\u3000", "\u200b"]) expect(resolveRegion(raw)).toEqual({ status: "unresolved", candidates: [] });
  });

  test("an unknown option or region is the caller's error", () => {
    expect(() => resolveRegion("河南", { inside: "410000" } as object)).toThrow(GuiyanError);
    expect(() => resolveRegion("河南", { within: "419999" })).toThrow(/current region code/);
  });
});
