import { describe, expect, test } from "vitest";
import { readPhone } from "../../src/text/index.js";

describe("readPhone", () => {
  test.each<[string, unknown]>([
    ["+86 161-0000-0000", { number: "16100000000", wellFormed: true }],
    ["１６１００００００００", { number: "16100000000", wellFormed: true }],
    ["0393-6220000", { number: "03936220000", wellFormed: true }],
    ["1610000000", { number: "1610000000", wellFormed: false }],
    ["16100000000；16200000000", { number: "16100000000", wellFormed: true }],
    ["1.61E+10", undefined],
    ["无", undefined],
  ])("%s", (raw, phone) => {
    expect(readPhone(raw)).toEqual(phone);
  });
});
