import { describe, expect, test } from "vitest";
import { chainGraph, fieldRelations, validateChain } from "../../src/chain/index.js";
import { GuiyanError } from "../../src/errors/index.js";
import { type Chain, type Demand, parseChain, type Talent } from "../../src/model/index.js";
import * as numeric from "../../src/numeric/index.js";
import { createTalentIndex, rank } from "../../src/ranking/index.js";
import { explain, score } from "../../src/scoring/index.js";
import { hostileCases, ownKeys, underCeilings } from "../hostile-data.js";
import { hasSharedData } from "../shared-data.js";

interface Edges {
  readonly arrays: readonly (readonly (number | string | null)[])[];
  readonly weights: readonly Readonly<Record<string, number | string>>[];
  readonly graphs: readonly {
    readonly nodes?: readonly string[];
    readonly edges?: readonly (readonly [string, string])[];
    readonly chain?: number;
    readonly star?: number;
    readonly clique?: number;
    readonly cycle?: number;
  }[];
}

/** The numbers that JSON cannot write. */
const LITERALS: ReadonlyMap<unknown, number> = new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
]);

/** Every number within a value. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (ArrayBuffer.isView(value)) yield* value as unknown as Iterable<number>;
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) yield* numbersIn(item);
}

/** What a call gives, every number in it finite and none a negative zero, or the GuiyanError that it throws. */
function sound<T>(label: unknown, call: () => T): T | GuiyanError {
  try {
    const given = call();
    for (const number of numbersIn(given))
      if (!Number.isFinite(number) || Object.is(number, -0))
        throw new Error(`${JSON.stringify(label)}: ${Object.is(number, -0) ? "-0" : number}`);
    return given;
  } catch (error) {
    if (error instanceof GuiyanError) return error;
    throw error;
  }
}

/** How each function of the room is asked with a list of numbers; none may be left out. */
const CALLS: Readonly<Record<Exclude<keyof typeof numeric, "Z_95">, (list: readonly number[]) => unknown>> = {
  BoundedHeap: (list) => {
    const heap = new numeric.BoundedHeap(Math.max(1, list.length - 1));
    for (const [order, points] of list.entries()) heap.offer(points, order);
    return [heap.worstPoints, heap.drain()];
  },
  compareCodePoints: (list) => numeric.compareCodePoints(list.join(), list.slice(1).join()),
  daysBetween: (list) => numeric.daysBetween(String(list[0]), `${list[1]}`),
  fnv1a64: (list) => numeric.fnv1a64(list.join()),
  isIsoDate: (list) => numeric.isIsoDate(list[0]),
  largestRemainder: (list) => [numeric.largestRemainder(list, 1000), numeric.largestRemainder([1, 2], list[0] ?? 0)],
  quantiles: (list) => [numeric.quantiles(list, [0, 0.25, 0.5, 0.9, 1]), numeric.quantiles([1, 2], list)],
  seededRandom: (list) => list.map((seed) => numeric.seededRandom(seed)()),
  simultaneousBound: (list) => numeric.simultaneousBound(list[0] ?? 0),
  wilsonInterval: (list) => numeric.wilsonInterval(list[0] ?? 0, list[1] ?? list[0] ?? 0),
};

describe.skipIf(!hasSharedData)("numbers at the edge", () => {
  const edges = hasSharedData ? hostileCases<Edges>("edges") : { arrays: [], weights: [], graphs: [] };

  test("every public numeric function gives finite numbers or a GuiyanError", () => {
    expect(Object.keys(CALLS).sort()).toEqual(
      Object.entries(numeric)
        .filter(([, one]) => typeof one === "function")
        .map(([name]) => name)
        .sort(),
    );
    expect(edges.arrays.length).toBeGreaterThan(12);
    const answered = new Set<string>();
    for (const array of [...edges.arrays, [-0], [-0, 1]]) {
      const list = array.map((value) => LITERALS.get(value) ?? value) as number[];
      for (const [name, call] of Object.entries(CALLS)) {
        if (!(sound([name, array.slice(0, 4)], () => call(Object.freeze(list) as number[])) instanceof GuiyanError)) answered.add(name);
      }
    }
    // Dates are asked for in words, so that no list of numbers is one.
    expect([...answered].sort()).toEqual(
      Object.keys(CALLS)
        .filter((name) => name !== "daysBetween")
        .sort(),
    );
  });

  test("weights of any size give whole points from 0 to 1 000 000, or are refused", () => {
    const talents: Talent[] = [
      { id: "a", fields: ["083201"], residence: "410923", degree: "master" },
      { id: "b", fields: ["080502"], residence: "410105" },
    ];
    const outcomes: string[] = [];
    for (const given of edges.weights) {
      const weight = (name: string) => {
        const value = given[name];
        return (LITERALS.get(value) ?? value) as number | undefined;
      };
      const weights = {
        ...(weight("skill") === undefined ? {} : { field: weight("skill") }),
        ...(weight("city") === undefined ? {} : { region: weight("city") }),
      };
      const soft = (dimension: "field" | "region", values: string[], own: number | undefined) => ({
        dimension,
        kind: "soft" as const,
        values,
        ...(own === undefined ? {} : { weight: own }),
      });
      const asked = (own: boolean): Demand => ({
        id: "d",
        requirements: [
          soft("field", ["083202"], own ? weight("skill") : undefined),
          soft("region", ["410900"], own ? weight("city") : undefined),
        ],
      });
      for (const [demand, criteria] of [
        [asked(true), undefined],
        [asked(false), { weights: weights as Record<string, number> }],
      ] as const) {
        const options = criteria === undefined ? {} : { criteria };
        const ranked = sound(given, () => [
          rank(talents, demand, options),
          createTalentIndex(talents).rank(demand, options),
          score(talents[0] as Talent, demand, criteria),
          explain(talents[0] as Talent, demand, criteria),
        ]);
        outcomes.push(ranked instanceof GuiyanError ? ranked.code : "ranked");
        if (ranked instanceof GuiyanError) continue;
        expect(ranked[0]).toEqual(ranked[1]);
        for (const { points } of ranked[0] as { points: number }[])
          expect(Number.isInteger(points) && points >= 0 && points <= 1_000_000).toBe(true);
      }
    }
    expect([...new Set(outcomes)].sort()).toEqual(["invalid-demand", "invalid-option", "ranked"]);
  });

  test("graphs of any shape are walked within the ceilings, their faults told by place", async () => {
    const before = ownKeys();
    const chainOf = ({ nodes, edges: pairs = [], chain, star, clique, cycle }: Edges["graphs"][number]): Chain => {
      const count = chain ?? cycle ?? clique ?? (star === undefined ? 0 : star + 1);
      const ids = nodes ?? Array.from({ length: count }, (_, i) => `n${i}`);
      const feedsOf = (id: string, i: number): string[] => {
        if (nodes !== undefined) return pairs.filter(([from]) => from === id).map(([, to]) => to);
        if (clique !== undefined) return ids.filter((_, j) => j > i);
        if (star !== undefined) return i === 0 ? ids.slice(1) : [];
        return i + 1 < ids.length ? [ids[i + 1] ?? ""] : cycle === undefined ? [] : [ids[0] ?? ""];
      };
      const segment = (id: string, i: number) => ({
        id,
        name: id,
        stage: "midstream" as const,
        feeds: feedsOf(id, i),
        fields: { "0805": 1000 },
        industries: {},
      });
      return { id: "c", name: "链", version: "1", provenance: "test", segments: ids.map(segment) };
    };
    const faults: number[] = [];
    for (const graph of edges.graphs) {
      const chain = chainOf(graph);
      await underCeilings(JSON.stringify(graph).slice(0, 60), async () => {
        sound(graph, () => parseChain(chain));
        const found = sound(graph, () => validateChain(chain));
        faults.push(found instanceof GuiyanError ? -1 : found.length);
        const built = sound("graph", () => chainGraph(chain).order);
        expect(built === chain.segments.length || built instanceof GuiyanError).toBe(true);
        sound(graph, () => fieldRelations([chain]));
      });
    }
    // Nothing; a loop; a ring of two with a repeated feed; a feed to nowhere; a way, a star, a clique without a ring; a ring; names of blanks.
    expect(faults).toEqual([1, 1, 3, 1, 0, 0, 0, 100_000, 0]);
    expect(ownKeys()).toBe(before);
  });
});
