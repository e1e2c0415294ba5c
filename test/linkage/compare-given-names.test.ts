import { describe, expect, test } from "vitest";
import { givenNameComparison } from "../../src/linkage/compare-given-names.js";
import { surnameComparison } from "../../src/linkage/compare-surnames.js";
import { faultOf } from "../fault.js";
import { levelOf, meet } from "./level-of.js";

type Person = readonly [given: string | undefined, surname?: string];
const parts = { given: (p: Person) => p[0], surname: (p: Person) => p[1] };
const given = givenNameComparison(parts);
const surname = surnameComparison(parts);

describe("givenNameComparison", () => {
  test.each<[string, string, string]>([
    ["Ann-Marie", "ann marie", "same"],
    ["José", "JOSE", "same"],
    ["emily", "emiily", "near"],
    ["william", "wililam", "near"],
    ["harrison", "harison", "near"],
    ["ann", "ian", "different"],
    ["ann", "anne", "near"],
    ["tom", "tim", "similar"],
    ["isabella", "isablel", "similar"],
    ["alex", "alexander", "similar"],
    ["bill", "William", "similar"],
    ["bill", "Liam", "similar"],
    ["peggy", "margaret", "similar"],
    ["bert", "herbert", "similar"],
    ["bert", "john", "different"],
    ["J.", "john", "initial"],
    ["J.", "J", "initial"],
    ["J.", "mary", "different"],
    ["jo", "li", "different"],
    ["伟", "伟", "same"],
    ["伟", "伟明", "different"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(given, [a], [b])).toBe(level);
  });

  test("a missing given name is no evidence, whatever the surname", () => {
    for (const none of [undefined, "", "-", "N/A", "unknown"]) expect(levelOf(given, [none, "smith"], ["john", "smith"])).toBe("nothing");
  });
});

describe("surnameComparison", () => {
  test.each<[string, string, string]>([
    ["O'Brien", "obrien", "same"],
    ["de la Cruz", "delacruz", "same"],
    ["thorpe", "thropr", "similar"],
    ["thorpe", "throp", "similar"],
    ["clarke", "clark", "near"],
    ["wilson-wheeler", "wheeler", "similar"],
    ["wilson-wheeler", "wilson", "similar"],
    ["s", "smith", "initial"],
    ["a", "garcia", "different"],
    ["smith", "jones", "different"],
  ])("%s and %s: %s", (a, b, level) => {
    expect(levelOf(surname, ["x", a], ["y", b])).toBe(level);
  });
});

describe("given name and surname exchanged", () => {
  test("are told once, by the given names", () => {
    expect(levelOf(given, ["adam", "vaszocz"], ["vaszocz", "adam"])).toBe("swapped");
    expect(levelOf(surname, ["adam", "vaszocz"], ["vaszocz", "adam"])).toBe("nothing");
  });

  test("also with a typing error in one of them", () => {
    expect(levelOf(given, ["hannah", "mihal"], ["mihal", "hannsh"])).toBe("swapped");
    expect(levelOf(surname, ["hannah", "mihal"], ["mihal", "hannsh"])).toBe("nothing");
  });

  test("or half, where the other name is another's", () => {
    expect(levelOf(given, ["hannah", "mihal"], ["mihal", "smith"])).toBe("crossed");
    expect(levelOf(surname, ["hannah", "mihal"], ["mihal", "smith"])).toBe("nothing");
    expect(levelOf(given, ["li", "wu"], ["wu", "smith"])).toBe("different");
  });

  test("are not where a name agrees in its own place", () => {
    expect(levelOf(given, ["james", "james"], ["james", "smith"])).toBe("same");
    expect(levelOf(surname, ["james", "james"], ["james", "smith"])).toBe("different");
  });

  test("meet under a key", () => {
    expect(meet(given, ["adam", "vaszocz"], ["vaszocz", "adam"])).toBe(true);
    expect(meet(given, ["hannah", "mihal"], ["mihal", "hannsh"])).toBe(true);
  });
});

describe("blocking keys of names", () => {
  test("survive one typing error in a name of six letters and more", () => {
    for (const wrong of ["jarrison", "hbrrison", "harrisan", "harriso", "harrrison", "harirson", "arrison"]) {
      expect([wrong, meet(given, ["harrison"], [wrong])]).toEqual([wrong, true]);
      expect([wrong, meet(surname, ["x", "harrison"], ["y", wrong])]).toEqual([wrong, true]);
    }
  });

  test("hold for spellings of one sound", () => {
    for (const [a, b] of [
      ["smith", "smyth"],
      ["philips", "fillips"],
      ["katz", "cats"],
    ] as const)
      expect([a, meet(surname, ["x", a], ["y", b])]).toEqual([a, true]);
  });
});

test("unknown options are refused", () => {
  expect(faultOf(() => givenNameComparison({ ...parts, nick: true } as never)).code).toBe("unknown-option");
  expect(faultOf(() => surnameComparison({ ...parts, nick: true } as never)).code).toBe("unknown-option");
});
