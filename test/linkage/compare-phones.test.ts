import { describe, expect, test } from "vitest";
import { phoneComparison } from "../../src/linkage/compare-phones.js";
import { levelOf, meet, read } from "./level-of.js";

const phone = phoneComparison({ read });

describe("phoneComparison", () => {
  test.each<[string, string, string]>([
    ["+86 161-0000-1234", "１６１００００１２３４", "same"],
    ["0393-6221234", "03936221234", "same"],
    ["0393-6221234-801", "03936221234转8", "same"],
    ["0393-6221234", "6221234", "near"],
    ["16100001234", "16100001324", "near"],
    ["16100001234", "1610000123", "near"],
    ["16100001234", "161000012345", "near"],
    ["16100001234", "16299991234", "same-last-four"],
    ["161****1234", "16100001234", "same-last-four"],
    ["161****1234", "161xxxx1234", "same-last-four"],
    ["161****1234", "16200001234", "different"],
    ["161****1234", "162****1234", "different"],
    ["161****1234", "16100005678", "different"],
    ["16100001234", "16200005678", "different"],
    ["00000000000", "00000000000", "nothing"],
    ["1.61E+10", "16100001234", "nothing"],
    ["无", "16100001234", "nothing"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(phone, a, b)).toBe(level);
  });

  test("of several numbers the two that agree best count, in any order", () => {
    expect(levelOf(phone, "16100001234；0393-6221234", "16277778888、16100001234")).toBe("same");
    expect(levelOf(phone, "16100001234/16277778888", "16277778888,16100001234")).toBe("same");
    expect(phone.read("16100001234/16277778888")).toBe(phone.read("16277778888 或 16100001234"));
  });

  test("a masked number never agrees fully, not even with itself", () => {
    expect(levelOf(phone, "161****1234", "161****1234")).toBe("same-last-four");
  });

  test("numbers meet that agree but for a digit, an area code, or one of several", () => {
    for (const [a, b] of [
      ["16100001234", "16100001239"],
      ["16100001234", "26100001234"],
      ["0393-6221234", "6221234"],
      ["161****1234", "16100001234"],
      ["16100001234；0393-6221234", "16100001234"],
    ] as const)
      expect([a, meet(phone, a, b)]).toEqual([a, true]);
  });

  test("the term of a cell with several numbers is none: which of them agrees is not known", () => {
    const term = (text: string) => phone.term?.(phone.parse(phone.read(text) ?? ""));
    expect(term("16100001234")).toBe("16100001234");
    expect(term("16100001234；16277778888")).toBeUndefined();
    expect(term("161****1234")).toBeUndefined();
  });
});
