import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Talent } from "../../src/model/index.js";
import { type CodeColumn, type CodeListColumn, createTalentIndex, type TalentColumns } from "../../src/ranking/index.js";
import { talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };

/** Talents as a caller would lay them out: codes numbered by first sight, plain arrays. */
function columnsOf(talents: readonly Talent[]): TalentColumns {
  const single = (read: (talent: Talent) => string | undefined): CodeColumn => {
    const codes: string[] = [];
    const values = talents.map((talent) => {
      const code = read(talent);
      if (code === undefined) return 0;
      if (!codes.includes(code)) codes.push(code);
      return codes.indexOf(code) + 1;
    });
    return { codes, values };
  };
  const list = (read: (talent: Talent) => readonly string[] | undefined): CodeListColumn => {
    const codes: string[] = [];
    const values: number[] = [];
    const offsets = [0];
    for (const talent of talents) {
      const held = read(talent);
      if (held === undefined) values.push(0);
      for (const code of held ?? []) {
        if (!codes.includes(code)) codes.push(code);
        values.push(codes.indexOf(code) + 1);
      }
      offsets.push(values.length);
    }
    return { codes, values, offsets };
  };
  return {
    ids: talents.map(({ id }) => id),
    residence: single((talent) => talent.residence),
    hometown: single((talent) => talent.hometown),
    degree: single((talent) => talent.degree),
    title: single((talent) => talent.title?.grade),
    fields: list((talent) => talent.fields),
    custom: { language: list((talent) => talent.facts?.["language"]) },
  };
}

describe("createTalentIndex from columns", () => {
  test("is the index of the same talents, to the byte", () => {
    fc.assert(
      fc.property(talentsArbitrary(), (talents) => {
        expect(createTalentIndex(columnsOf(talents), { criteria }).toSnapshot()).toEqual(
          createTalentIndex(talents, { criteria }).toSnapshot(),
        );
      }),
      { numRuns: 800 },
    );
  });

  test("an absent column is unknown for everybody", () => {
    const index = createTalentIndex({ ids: ["b", "a"] });
    expect(index.toSnapshot()).toEqual(createTalentIndex([{ id: "a" }, { id: "b" }]).toSnapshot());
  });

  test.each<[string, object, readonly (string | number)[]]>([
    ["a number past the codes", { degree: { codes: ["master"], values: [2] } }, ["degree", "values", 0]],
    ["a number that is none", { degree: { codes: ["master"], values: [0.5] } }, ["degree", "values", 0]],
    ["a number that is a text", { degree: { codes: ["master"], values: ["length"] } }, ["degree", "values", 0]],
    ["a code of another system", { residence: { codes: ["0832"], values: [1] } }, ["residence", "codes", 0]],
    ["a code that is no text", { residence: { codes: [410923], values: [1] } }, ["residence", "codes", 0]],
    ["too few values", { title: { codes: [], values: [] } }, ["title", "values"]],
    ["no values", { title: { codes: [] } }, ["title", "values"]],
    ["offsets that fall", { fields: { codes: ["08"], values: [1], offsets: [1, 0] } }, ["fields", "offsets"]],
    ["offsets that end early", { fields: { codes: ["08"], values: [1, 1], offsets: [0, 1] } }, ["fields", "offsets"]],
    ["an unknown fact beside a known one", { fields: { codes: ["08"], values: [1, 0], offsets: [0, 2] } }, ["fields", "values", 1]],
  ])("%s is refused with its place", (_, column, path) => {
    const error = faultOf(() => createTalentIndex({ ids: ["a"], ...column } as TalentColumns));
    expect([error.code, error.path]).toEqual(["invalid-talent", path]);
  });

  test("columns that the index does not know are refused, not dropped", () => {
    expect(faultOf(() => createTalentIndex({ ids: ["a"], degrees: { codes: [], values: [0] } } as TalentColumns)).code).toBe(
      "unknown-option",
    );
    expect(faultOf(() => createTalentIndex({ ids: ["a"], custom: { x: { codes: [], values: [0], offsets: [0, 1] } } })).code).toBe(
      "unknown-option",
    );
    expect(faultOf(() => createTalentIndex({ ids: ["a"], degree: null } as unknown as TalentColumns)).code).toBe("invalid-argument");
  });

  test("codes that are no array, ids that are none, and an id twice are refused", () => {
    expect(
      faultOf(() => createTalentIndex({ ids: ["a"], degree: { codes: "master", values: [1] } } as unknown as TalentColumns)).code,
    ).toBe("invalid-argument");
    expect(faultOf(() => createTalentIndex({ ids: "a" } as unknown as TalentColumns)).code).toBe("invalid-argument");
    expect(faultOf(() => createTalentIndex({ ids: ["a", "b", "a"] })).details).toEqual({ first: 0, second: 2 });
    expect(faultOf(() => createTalentIndex(null as unknown as TalentColumns)).code).toBe("invalid-argument");
  });
});
