import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseChain, parseDemand, parseTalent } from "../../src/model/index.js";
import { demandArbitrary, talentArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

describe("parseTalent", () => {
  test("accepts every talent of the contract unchanged, also through JSON", () => {
    fc.assert(
      fc.property(talentArbitrary, (talent) => {
        expect(parseTalent(JSON.parse(JSON.stringify(talent)))).toEqual(talent);
      }),
    );
  });

  test("names the path of a fault and hides its value", () => {
    const error = faultOf(() => parseTalent({ id: "t", degree: "机密" }));
    expect([error.code, error.path]).toEqual(["invalid-talent", ["degree"]]);
    expect(JSON.stringify([error.message, error.details])).not.toContain("机密");
  });

  test("has no place for sex, age, ethnicity, religion or politics", () => {
    for (const member of ["sex", "gender", "age", "ethnicity", "religion", "politics"]) {
      expect(faultOf(() => parseTalent({ id: "t", [member]: "x" })).message).toContain(member);
    }
  });

  test.each([[null], [undefined], ["t"], [[]], [{}], [{ id: "" }], [{ id: 3 }]])("refuses %j", (value) => {
    expect(faultOf(() => parseTalent(value)).code).toBe("invalid-talent");
  });
});

describe("parseDemand", () => {
  test("accepts every demand of the contract unchanged", () => {
    fc.assert(
      fc.property(demandArbitrary, (demand) => {
        expect(parseDemand(demand)).toEqual(demand);
      }),
    );
  });

  test("tells where a nested value is wrong", () => {
    const error = faultOf(() => parseDemand({ id: "d", requirements: [{ dimension: "field", kind: "must", values: ["08"] }] }));
    expect([error.code, error.path]).toEqual(["invalid-demand", ["requirements", 0, "kind"]]);
    expect(faultOf(() => parseDemand({ id: "d", requirements: [], headcount: 0 })).path).toEqual(["headcount"]);
    expect(faultOf(() => parseDemand({ id: "d", requirements: [], unknown: 1001 })).path).toEqual(["unknown"]);
  });
});

describe("parseChain", () => {
  test("refuses a chain without segments", () => {
    const error = faultOf(() => parseChain({ id: "c", name: "c", version: "1", provenance: "published", segments: [] }));
    expect([error.code, error.path]).toEqual(["invalid-chain", ["segments"]]);
  });
});
