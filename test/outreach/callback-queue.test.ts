import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Demand, Talent } from "../../src/model/index.js";
import { callbackQueue } from "../../src/outreach/index.js";
import { compileDemand } from "../../src/scoring/index.js";
import { deepFreeze, demandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";
import { naiveScore } from "../oracle/naive-score.js";

const NOW = "2026-06-30";
const soft = (dimension: string, ...values: string[]) => ({ dimension, kind: "soft" as const, values });
const master: Demand = { id: "d1", requirements: [soft("degree", "master"), soft("region", "410923")] };

describe("callbackQueue", () => {
  test("orders by high − low over the open demands, as scoring says it", () => {
    fc.assert(
      fc.property(talentsArbitrary(8), fc.array(demandArbitrary, { maxLength: 4 }), (talents, demands) => {
        const queue = callbackQueue(deepFreeze(talents), deepFreeze(demands), { now: NOW });
        const widths = new Map(queue.map(({ id, width }) => [id, width]));
        for (const talent of talents) {
          let width = 0;
          for (const demand of demands) {
            const weights = compileDemand(demand).terms.map((term) => term.weight);
            const { low, high, candidate } = naiveScore(talent, { ...demand, unknownHard: "keep" }, weights);
            if (candidate) width += high - low;
          }
          expect(widths.get(talent.id) ?? 0).toBe(width);
        }
        for (const [i, entry] of queue.entries()) {
          expect(entry.asks.reduce((sum, ask) => sum + ask.width, 0)).toBe(entry.width);
          expect(entry.width).toBeLessThanOrEqual(queue[i - 1]?.width ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("does not depend on the order of records and demands; limit is a prefix", () => {
    fc.assert(
      fc.property(talentsArbitrary(8), fc.array(demandArbitrary, { maxLength: 3 }), fc.nat(8), (talents, demands, limit) => {
        const whole = callbackQueue(talents, demands, { now: NOW });
        expect(callbackQueue([...talents].reverse(), [...demands].reverse(), { now: NOW })).toEqual(whole);
        expect(callbackQueue(talents, demands, { now: NOW, limit })).toEqual(whole.slice(0, limit));
      }),
      { numRuns: 200 },
    );
  });

  test("never lists whom nobody may contact, by record or by list", () => {
    const talents: Talent[] = [{ id: "a", doNotContact: true }, { id: "b" }, { id: "c" }];
    expect(callbackQueue(talents, [master], { now: NOW, doNotContact: ["b"] }).map(({ id }) => id)).toEqual(["c"]);
  });

  test("asks for a stale fact, with its date, and not for a native place or an undated fact", () => {
    const observed = (observedAt: string) => ({ observedAt });
    const talent: Talent = {
      id: "t",
      residence: "310115",
      hometown: "410923",
      degree: "bachelor",
      title: { grade: "senior" },
      provenance: { residence: observed("2023-01-01"), hometown: observed("1999-01-01"), degree: observed("2026-01-01") },
    };
    const demand: Demand = {
      id: "d",
      requirements: [{ ...soft("region", "310115"), basis: "either" }, soft("degree", "master"), soft("title", "senior")],
    };
    const [entry] = callbackQueue([talent], [demand], { now: NOW });
    expect(entry?.asks.map(({ member, reason, observedAt }) => [member, reason, observedAt])).toEqual([
      ["residence", "stale", "2023-01-01"],
    ]);
    expect(entry?.asks[0]?.question.zh).toContain("变动");
    expect(callbackQueue([talent], [demand], { now: NOW, staleAfterDays: 5000 })).toEqual([]);
  });

  test("asks nothing that a failed hard requirement makes idle, and tells what a hard requirement waits for", () => {
    const hard: Demand = { id: "d", requirements: [{ dimension: "title", kind: "hard", values: ["senior"] }, soft("degree", "master")] };
    const queue = callbackQueue(
      [
        { id: "low", title: { grade: "elementary" } },
        { id: "open", degree: "doctor" },
      ],
      [hard],
      { now: NOW },
    );
    expect(queue.map(({ id, width, asks }) => [id, width, asks.map(({ member, toVerify }) => [member, toVerify])])).toEqual([
      ["open", 0, [["title", 1]]],
    ]);
  });

  test("a place known too roughly for a hard requirement is asked for more exactly", () => {
    const hard: Demand = { id: "d", requirements: [{ dimension: "region", kind: "hard", values: ["410923"] }] };
    const [entry] = callbackQueue([{ id: "t", residence: "410000" }], [hard], { now: NOW });
    expect(entry?.asks.map(({ member, reason, question }) => [member, reason, question.zh])).toEqual([
      ["residence", "coarse", "常住地请具体到县（区）。"],
    ]);
  });

  test("counts open demands only", () => {
    const demands: Demand[] = [master, { ...master, id: "d2", status: "filled" }, { ...master, id: "d3", status: "open" }];
    expect(callbackQueue([{ id: "t" }], demands, { now: NOW })[0]?.demands).toBe(2);
  });

  test("refuses what is no date and options that it does not know", () => {
    expect(faultOf(() => callbackQueue([], [], { now: "2026-02-30" })).code).toBe("invalid-option");
    expect(faultOf(() => callbackQueue([], [], undefined as never)).code).toBe("invalid-option");
    expect(faultOf(() => callbackQueue([], [], { now: NOW, days: 3 } as never)).code).toBe("unknown-option");
  });

  test("a stale level counts from what was held: it can only have risen", () => {
    const demand: Demand = {
      id: "d",
      requirements: [{ dimension: "degree", kind: "hard", values: ["bachelor"] }, soft("degree", "doctor")],
    };
    const held = (degree: "bachelor" | "doctor"): Talent => ({ id: degree, degree, provenance: { degree: { observedAt: "2020-01-01" } } });
    const queue = callbackQueue([held("doctor"), held("bachelor")], [demand], { now: NOW });
    expect(queue.map(({ id, width, asks }) => [id, width, asks[0]?.toVerify])).toEqual([["bachelor", 700_000, 0]]);
  });

  test("of two places the rough one is asked for, and a list of ids must be a list", () => {
    const either: Demand = { id: "d", requirements: [{ dimension: "region", kind: "hard", values: ["410923"], basis: "either" }] };
    const [entry] = callbackQueue([{ id: "t", residence: "410000", hometown: "320102" }], [either], { now: NOW });
    expect(entry?.asks.map(({ member }) => member)).toEqual(["residence"]);
    expect(faultOf(() => callbackQueue([], [], { now: NOW, doNotContact: "t1" })).code).toBe("invalid-option");
  });
});
