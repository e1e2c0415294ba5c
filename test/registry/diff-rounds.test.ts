import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Demand } from "../../src/model/index.js";
import { diffRounds } from "../../src/registry/index.js";
import { deepFreeze, requirementArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const demand = (id: string, enterprise: string, post: string, more: Partial<Demand> = {}): Demand => ({
  id,
  enterprise,
  post,
  requirements: [],
  ...more,
});
const ids = (demands: readonly Demand[]) => demands.map(({ id }) => id);

const roundArbitrary = (prefix: string): fc.Arbitrary<Demand[]> =>
  fc
    .array(
      fc.record({
        enterprise: fc.constantFrom("甲食品有限公司", "甲食品", "乙机械", ""),
        post: fc.constantFrom("质检员", "工程师", "质检员岗", ""),
        headcount: fc.integer({ min: 1, max: 2 }),
        status: fc.constantFrom("open" as const, "filled" as const, "withdrawn" as const),
        requirements: fc.array(requirementArbitrary, { maxLength: 2 }),
      }),
      { maxLength: 12 },
    )
    .map((list) => list.map((fields, i) => ({ id: `${prefix}${i % 7}-${i}`, ...fields })));

describe("diffRounds", () => {
  test("every demand of either round falls into one part, and one part only", () => {
    fc.assert(
      fc.property(roundArbitrary("a"), roundArbitrary("b"), roundArbitrary("c"), (a, b, earlier) => {
        const { added, continued, changed, filled, expired, threeRounds } = diffRounds(deepFreeze(a), deepFreeze(b), { earlier });
        const pairs = [...continued, ...changed];
        const left = [...pairs.map(({ before }) => before), ...filled, ...expired];
        expect(left.length).toBe(a.length);
        expect(new Set(left)).toEqual(new Set(a));
        const right = [...added, ...pairs.map(({ after }) => after)];
        expect(new Set(right).size).toBe(right.length);
        expect(b.filter((one) => !right.includes(one)).every(({ status }) => status !== "open")).toBe(true);
        expect(threeRounds.every((one) => pairs.some(({ after }) => after === one))).toBe(true);
        expect(continued.every(({ changes }) => changes.length === 0) && changed.every(({ changes }) => changes.length > 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("a round compared with itself is continued, whatever its order", () => {
    fc.assert(
      fc.property(roundArbitrary("a"), (a) => {
        const open = a.map((one): Demand => ({ ...one, status: "open" }));
        const { added, continued, changed, expired } = diffRounds(open, [...open].reverse());
        expect([continued.length, added, changed, expired]).toEqual([open.length, [], [], []]);
      }),
    );
  });

  test("rounds that are numbered anew still meet by enterprise and post", () => {
    const a = [demand("1", "南乐县甲食品有限公司", "质检员"), demand("2", "乙机械", "电工")];
    const b = [
      demand("1", "乙机械公司", "电工岗"),
      demand("2", "丙生物", "研发员"),
      demand("3", "南乐县甲食品", "质检员", { headcount: 3 }),
    ];
    const { added, continued, changed } = diffRounds(a, b);
    expect(continued.map(({ before, after }) => [before.id, after.id])).toEqual([["2", "1"]]);
    expect(changed.map(({ before, after, changes }) => [before.id, after.id, changes.map(({ member }) => member)])).toEqual([
      ["1", "3", ["headcount"]],
    ]);
    expect(ids(added)).toEqual(["2"]);
  });

  test("order and wording of requirements is no change, another level is", () => {
    const degree = (level: string, sourceText: string) => ({ dimension: "degree", kind: "hard" as const, values: [level], sourceText });
    const field = { dimension: "field", kind: "soft" as const, values: ["0832", "0817"] };
    const a = [demand("1", "甲", "工程师", { requirements: [degree("master", "硕士以上"), field] })];
    const same = [demand("1", "甲", "工程师", { requirements: [{ ...field, values: ["0817", "0832"] }, degree("master", "硕士及以上")] })];
    const other = [demand("1", "甲", "工程师", { requirements: [degree("bachelor", "本科"), field] })];
    expect(diffRounds(a, same).continued).toHaveLength(1);
    expect(diffRounds(a, other).changed[0]?.changes.map(({ member }) => member)).toEqual(["requirements"]);
  });

  test("filled is what is known to be filled; the rest that is gone has expired", () => {
    const a = [
      demand("1", "甲", "a岗"),
      demand("2", "甲", "b岗", { status: "filled" }),
      demand("3", "甲", "c岗"),
      demand("4", "甲", "d岗"),
    ];
    const b = [demand("4", "甲", "d岗", { status: "withdrawn" })];
    const { filled, expired } = diffRounds(a, b, { filled: ["1"] });
    expect([ids(filled), ids(expired)]).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    // Asked again: whoever was found did not suffice.
    expect(diffRounds(a, [demand("9", "甲", "a岗")], { filled: ["1"] }).continued).toHaveLength(1);
  });

  test("names what was asked three rounds running", () => {
    const round = (...posts: string[]) => posts.map((post, i) => demand(String(i), "甲", post));
    const { threeRounds } = diffRounds(round("b", "c"), round("c", "b", "d"), { earlier: round("a", "b") });
    expect(threeRounds.map(({ post }) => post)).toEqual(["b"]);
    expect(diffRounds(round("b"), round("b")).threeRounds).toEqual([]);
  });

  test("bare records meet by their numbers", () => {
    const bare = (id: string): Demand => ({ id, requirements: [] });
    expect(diffRounds([bare("x"), bare("y")], [bare("y"), bare("z")])).toMatchObject({ added: [bare("z")], expired: [bare("x")] });
    expect(faultOf(() => diffRounds([], [], { before: [] } as never)).code).toBe("unknown-option");
  });

  test("a number alone pairs no two different posts, and what agrees in full is paired first", () => {
    const level = (value: string) => [{ dimension: "degree", kind: "hard" as const, values: [value] }];
    const swapped = diffRounds(
      [demand("1", "甲", "质检员", { requirements: level("bachelor") })],
      [demand("1", "甲", "电工", { requirements: level("associate") })],
    );
    expect([swapped.added.length, swapped.expired.length, swapped.changed.length]).toEqual([1, 1, 0]);
    const a = [
      demand("1", "甲", "工程师", { requirements: level("bachelor") }),
      demand("2", "甲", "工程师", { requirements: level("master") }),
    ];
    const b = [
      demand("1", "甲", "工程师", { requirements: level("master") }),
      demand("2", "甲", "工程师", { requirements: level("bachelor") }),
    ];
    expect(diffRounds(a, b).continued).toHaveLength(2);
    const open = [demand("1", "甲", "电工", { status: "filled" }), demand("2", "甲", "电工", { status: "open" })];
    expect(diffRounds([demand("1", "甲", "电工")], open)).toMatchObject({ filled: [], expired: [], added: [] });
  });
});
