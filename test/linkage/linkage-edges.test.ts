import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseThreshold } from "../../src/linkage/choose-threshold.js";
import {
  type Comparison,
  estimateParameters,
  type Linkage,
  type LinkModel,
  type LinkOptions,
  linkRecords,
  probabilityOf,
  type Verdict,
} from "../../src/linkage/index.js";
import { type ReviewPair, reviewQueue } from "../../src/linkage/review-queue.js";
import { fnv1a64 } from "../../src/numeric/index.js";
import { faultOf } from "../fault.js";

/** A record of few facts; `keys` are the blocks that it stands in, all of them where it tells none. */
interface Row {
  readonly id: string;
  readonly list?: string;
  readonly seen?: string;
  readonly noted?: string;
  readonly keys?: string;
}

/** Bits of the levels of {@link world}. */
const LEVELS = [20, 10, 6, 3, 1, 0, -1, -3, -6, -10, -20];
/** Levels of the facts that agree or not. */
const TWO = ["same", "other"];
const LINE = 1;
const REVIEW = -6;

/** A registry in which every two records weigh what a table says, `other` bits where it says nothing. */
function world(table: Readonly<Record<string, number>>, { other = -10, limit = 1000 } = {}): LinkOptions<Row> {
  const bits = new Map(Object.entries(table));
  const comparisons: Comparison<Row>[] = [
    {
      name: "told",
      levels: LEVELS.map(String),
      read: ({ id, seen, keys }) => JSON.stringify([seen ?? id, keys ?? "all"]),
      parse: (text): unknown => JSON.parse(text),
      compare: (a, b) => LEVELS.indexOf(bits.get([first(a), first(b)].sort().join()) ?? other),
      keys: (value) => second(value).split("+"),
    },
  ];
  return { comparisons, model: modelOf([["told", LEVELS]], limit), source: "list", cleanSources: ["clean"] };
}
const first = (value: unknown) => (value as readonly [string, string])[0];
const second = (value: unknown) => (value as readonly [string, string])[1];

function modelOf(facts: readonly (readonly [name: string, bits: readonly number[]])[], limit = 1000): LinkModel {
  return {
    version: 1,
    seed: 1,
    lambda: 0.5,
    priorBits: 0,
    comparisons: facts.map(([name, bits]) => ({
      name,
      levels: bits.map((weightBits, level) => ({
        name: bits.length > 2 ? String(weightBits) : (TWO[level] ?? ""),
        m: 0.5,
        u: 0.5,
        weightBits,
      })),
      told: 1,
    })),
    blocking: [{ facts: [facts[0]?.[0] ?? ""], limit }],
    linkBits: LINE,
    reviewBits: REVIEW,
    expected: {},
    estimation: {
      records: 10,
      comparablePairs: 45,
      candidatePairs: 45,
      sampledShare: 1,
      randomPairs: 0,
      expectedMatches: 1,
      iterations: 1,
      agreement: "learnt",
      converged: true,
      change: 0,
    },
  };
}

const rows = (ids: string): Row[] => ids.split(" ").map((id) => ({ id }));
const people = (linkage: Linkage<Row>) => linkage.entities.map(({ members }) => members.join("+")).join(" ");
const state = (linkage: Linkage<Row>) =>
  JSON.stringify([linkage.entities, linkage.pairs, linkage.review, linkage.ledger.length, linkage.size]);

/** Runs what must be refused. @returns the fault; the linkage must be as before */
function refused(linkage: Linkage<Row>, run: () => unknown): ReturnType<typeof faultOf> {
  const before = state(linkage);
  const fault = faultOf(run);
  expect(state(linkage)).toBe(before);
  return fault;
}

describe("a pair just at a line", () => {
  test("is a link at the line of links, whether it came at first or later", () => {
    const options = world({ "a,b": 1, "b,c": 1, "a,c": 1 });
    expect(people(linkRecords(rows("a b c"), options))).toBe("a+b+c");
    const linkage = linkRecords(rows("a"), options);
    linkage.upsert(rows("b"));
    expect(people(linkage)).toBe("a+b");
    linkage.upsert([{ id: "b", seen: "z" }]);
    expect(people(linkage)).toBe("a b");
    linkage.upsert(rows("b"));
    expect(people(linkage)).toBe("a+b");
  });

  test("is told at the line of review", () => {
    expect(linkRecords(rows("a b"), world({ "a,b": -6 })).pairs).toEqual([
      { a: "a", b: "b", weightBits: -6, probability: probabilityOf(-6), linked: false },
    ]);
    expect(linkRecords(rows("a b"), world({ "a,b": -10 })).pairs).toEqual([]);
  });
});

describe("records that go", () => {
  const crowd = (ids: string) => ids.split(" ").map((id): Row => ({ id, keys: "full" }));

  test("make room: a pair just at the line is found once its block has shrunk", () => {
    const linkage = linkRecords(crowd("a b c"), world({ "a,b": 1 }, { limit: 2 }));
    expect(people(linkage)).toBe("a b c");
    linkage.remove(["c"]);
    expect(people(linkage)).toBe("a+b");
  });

  test("leave no pairs behind, however many go at once", () => {
    const linkage = linkRecords(crowd("a b c"), world({ "a,b": 6, "a,c": 6, "b,c": 6 }, { limit: 2 }));
    linkage.remove(["c", "a"]);
    expect([linkage.pairs, people(linkage)]).toEqual([[], "b"]);
    linkage.remove(["b"]);
    expect([linkage.pairs, linkage.entities, linkage.review]).toEqual([[], [], []]);
    linkage.upsert(crowd("b"));
    expect(people(linkage)).toBe("b");
  });

  test("stand with nobody, though they were ruled to", () => {
    const linkage = linkRecords(rows("a b c"), world({}));
    linkage.decide("a", "b", "same");
    linkage.decide("b", "c", "same");
    linkage.remove(["b"]);
    expect(people(linkage)).toBe("a c");
    linkage.upsert(rows("a"));
    expect(people(linkage)).toBe("a c");
  });
});

describe("rulings", () => {
  const verdicts = fc.constantFrom<Verdict | undefined>("same", "apart", undefined);
  const row = fc.record(
    {
      id: fc.constantFrom(..."abcdefgh"),
      list: fc.constantFrom("clean", "other"),
      seen: fc.constantFrom("1", "2", "3", "4"),
      keys: fc.constantFrom("x", "y", "x+y", "z"),
    },
    { requiredKeys: ["id", "seen"] },
  ) as fc.Arbitrary<Row>;
  const batch = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 8 });
  const options = world({ "1,1": 10, "2,2": 6, "3,3": 3, "1,2": 3, "2,3": 1, "3,4": 1, "1,3": -3, "1,4": -1 }, { limit: 4 });

  test("after any changes and rulings the linkage is as a fresh run with the same rulings, and asOf has every day", () => {
    let ruled = 0;
    fc.assert(
      fc.property(batch, fc.array(fc.tuple(fc.nat(), fc.nat(), verdicts, batch), { maxLength: 8 }), (start, script) => {
        const linkage = linkRecords(start, { ...options, at: "2026-01-01" });
        const present = new Map(start.map((it) => [it.id, it]));
        const rulings = new Map<string, Verdict | undefined>();
        const days = new Map([["2026-01-01", JSON.stringify(linkage.entities)]]);
        for (const [step, [x, y, verdict, put]] of script.entries()) {
          // Two changes a day, the second of which names no date.
          const day = `2026-02-0${1 + (step >> 1)}`;
          const at = step % 2 === 0 ? { at: day } : {};
          const ids = [...present.keys()];
          const [a = "", b = ""] = [ids[x % Math.max(1, ids.length)], ids[y % Math.max(1, ids.length)]];
          if (x % 3 === 0 || a === b) {
            // Who is ruled the same as somebody stays in their list, so that no ruling becomes impossible.
            const free = put.filter(({ id }) => ![...rulings].some(([pair, told]) => told === "same" && pair.split(",").includes(id)));
            linkage.upsert(free, at);
            for (const it of free) present.set(it.id, it);
          } else if (x % 3 === 1 && ![...rulings.keys()].some((pair) => pair.split(",").includes(a))) {
            linkage.remove([a], at);
            present.delete(a);
          } else {
            const before = state(linkage);
            try {
              linkage.decide(a, b, verdict, at);
              rulings.set([a, b].sort().join(), verdict);
              ruled++;
            } catch {
              expect(state(linkage)).toBe(before);
              linkage.upsert([], at);
            }
          }
          days.set(day, JSON.stringify(linkage.entities));
          expect(linkage.verify()).toEqual([]);
        }
        const fresh = linkRecords([...present.values()], options);
        for (const [pair, verdict] of rulings) {
          const [a = "", b = ""] = pair.split(",");
          if (verdict !== undefined) fresh.decide(a, b, verdict);
        }
        expect(people(linkage).split(" ").sort()).toEqual(people(fresh).split(" ").sort());
        expect(linkage.pairs).toEqual(fresh.pairs);
        for (const [day, then] of days) expect(JSON.stringify(linkage.asOf(day))).toBe(then);
      }),
      { numRuns: 300 },
    );
    expect(ruled).toBeGreaterThan(200);
  });

  test("contradicting rulings are refused and change nothing", () => {
    const linkage = linkRecords([...rows("a b c"), { id: "k", list: "clean" }, { id: "l", list: "clean" }], world({}));
    linkage.decide("a", "b", "same");
    linkage.decide("b", "c", "apart");
    expect(refused(linkage, () => linkage.decide("a", "c", "same"))).toMatchObject({ code: "conflicting-ruling" });
    expect(linkage.explain("a", "c").verdict).toBeUndefined();
    linkage.decide("k", "a", "same");
    expect(refused(linkage, () => linkage.decide("b", "l", "same"))).toMatchObject({ code: "conflicting-ruling" });
    expect(refused(linkage, () => linkage.decide("b", "k", "apart"))).toMatchObject({ code: "conflicting-ruling" });
    expect(refused(linkage, () => linkage.decide("k", "l", "same"))).toMatchObject({ code: "invalid-argument" });
    linkage.decide("b", "c", undefined);
    linkage.decide("a", "c", "same");
    expect(people(linkage)).toBe("a+b+c+k l");
  });

  test("a pair ruled apart is no link, however much speaks for it, and what is ruled waits for nobody's eye", () => {
    const linkage = linkRecords(rows("a b c"), world({ "a,b": 20, "b,c": -1 }));
    expect(linkage.review.map(({ a, b, kind }) => [a, b, kind])).toEqual([["b", "c", "maybe-same"]]);
    linkage.decide("a", "b", "apart");
    linkage.decide("b", "c", "same");
    expect(people(linkage)).toBe("a b+c");
    expect(linkage.review).toEqual([]);
  });
});

describe("changes that are refused change nothing", () => {
  const linkage = linkRecords(rows("a b"), { ...world({ "a,b": 6 }), at: "2026-03-01" });
  test.each<[string, string, () => unknown]>([
    ["an id twice in remove", "duplicate-id", () => linkage.remove(["a", "a"])],
    ["an id twice in upsert", "duplicate-id", () => linkage.upsert(rows("c c"))],
    ["an unknown id", "invalid-argument", () => linkage.remove(["a", "z"])],
    ["a record without an id", "invalid-argument", () => linkage.upsert([...rows("c"), { id: "" }])],
    ["a date before the last", "invalid-option", () => linkage.upsert(rows("c"), { at: "2026-02-28" })],
    ["an unknown merge", "invalid-argument", () => linkage.undo("7:a")],
    ["one record ruled against itself", "invalid-argument", () => linkage.decide("a", "a", "apart")],
  ])("%s", (_, code, run) => {
    expect(refused(linkage, run)).toMatchObject({ code });
  });

  test("the date of the change before is as good as a later one", () => {
    expect(linkage.upsert([], { at: "2026-03-01" }).sequence).toBe(1);
  });
});

describe("undo", () => {
  test("makes those whole again whom the same change parted, though nothing links them any more", () => {
    const linkage = linkRecords<Row>(
      [
        { id: "x", keys: "p+q" },
        { id: "y", keys: "p" },
      ],
      world({ "x,y": 3, "x,z": 10, "y,z": -1 }, { limit: 2 }),
    );
    const before = linkage.entityOf("x");
    // The third record fills their only common block.
    const { merges } = linkage.upsert([{ id: "z", keys: "p+q" }]);
    expect(people(linkage)).toBe("x+z y");
    linkage.undo(merges[0]?.mergeId ?? "");
    expect(people(linkage)).toBe("x+y z");
    expect(linkage.entityOf("x")).toEqual(before);
    linkage.upsert([{ id: "z", keys: "q" }]);
    expect(people(linkage)).toBe("x+y z");
  });

  test("rules no two records the same that hold together by themselves", () => {
    const linkage = linkRecords(rows("a b"), world({ "a,b": 3, "a,c": 10, "b,c": -20 }));
    const { merges } = linkage.upsert(rows("c"));
    expect(people(linkage)).toBe("a+c b");
    linkage.undo(merges[0]?.mergeId ?? "");
    expect(people(linkage)).toBe("a+b c");
    expect(linkage.explain("a", "b").verdict).toBeUndefined();
    expect(linkage.explain("a", "c").verdict).toBe("apart");
  });

  test("sends nobody to a third person who would take them", () => {
    // Without a, b would rather be with d.
    const linkage = linkRecords(rows("a d"), world({ "a,b": 10, "b,d": 3, "a,d": -20 }));
    const { merges } = linkage.upsert(rows("b"));
    expect(people(linkage)).toBe("a+b d");
    linkage.undo(merges[0]?.mergeId ?? "");
    expect(people(linkage)).toBe("a b d");
  });

  test("of one of two merges that parted somebody takes back both, and everybody new is alone again", () => {
    const linkage = linkRecords(rows("a b"), world({ "a,b": 3, "a,m": 10, "b,n": 10, "a,n": -20, "b,m": -20, "m,n": -20 }));
    const { merges } = linkage.upsert(rows("m n"));
    expect(people(linkage)).toBe("a+m b+n");
    linkage.undo(merges[0]?.mergeId ?? "");
    expect(people(linkage)).toBe("a+b m n");
    expect(linkage.explain("m", "n").verdict).toBe("apart");
  });

  test("is refused once what was merged has changed, and names the merge that came between", () => {
    const linkage = linkRecords(rows("a b"), world({ "a,b": 6, "b,c": 6, "a,c": 6, "x,y": 6 }));
    const [old] = linkage.merges;
    const [later] = linkage.upsert(rows("c")).merges;
    linkage.upsert(rows("x"));
    linkage.upsert(rows("y"));
    expect(refused(linkage, () => linkage.undo(old?.mergeId ?? ""))).toMatchObject({
      code: "merge-superseded",
      details: { laterMerges: [later?.mergeId] },
    });
    linkage.remove(["c"]);
    // As it was merged: taken back as if nothing had been.
    linkage.undo(old?.mergeId ?? "");
    expect(people(linkage)).toBe("a b x+y");
    expect(refused(linkage, () => linkage.undo(old?.mergeId ?? ""))).toMatchObject({ code: "merge-superseded" });
  });
});

describe("records that tell different facts", () => {
  const fact = (name: "seen" | "noted"): Comparison<Row> => ({
    name,
    levels: TWO,
    read: (it) => it[name],
    parse: (text) => text,
    compare: (a, b) => (a === b ? 0 : 1),
    keys: () => ["all"],
  });
  const options = (
    bits: readonly number[],
    noted: readonly number[],
  ): LinkOptions<Row> & { readonly comparisons: readonly Comparison<Row>[]; readonly model: LinkModel } => ({
    comparisons: [fact("seen"), fact("noted")],
    model: {
      ...modelOf([
        ["seen", bits],
        ["noted", noted],
      ]),
      priorBits: -4,
    },
  });

  test("do not contradict each other: one who shares a fact with each brings them together", () => {
    const { comparisons, model } = options([6, -6], [6, -6]);
    const blocking = ["seen", "noted"].map((name) => ({ facts: [name], limit: 9 }));
    const linkage = linkRecords(
      [
        { id: "a", seen: "1" },
        { id: "b", seen: "1", noted: "2" },
        { id: "c", noted: "2" },
      ],
      { comparisons, model: { ...model, blocking } },
    );
    expect(linkage.explain("a", "c").weightBits).toBe(-4);
    expect(Math.abs(linkage.explain("a", "c").clusterBits)).toBe(0);
    expect(people(linkage)).toBe("a+b+c");
  });

  test("every pair of a block whose bits reach the line of review is told, whatever fact brings them", () => {
    const facts = fc.constantFrom("1", "2", undefined);
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, facts), { maxLength: 12 }), (told) => {
        const records = told.map(
          ([seen, noted], i): Row => ({ id: `r${i}`, ...(seen === undefined ? {} : { seen }), ...(noted === undefined ? {} : { noted }) }),
        );
        const linkage = linkRecords(records, options([2, -9], [12, -1]));
        const expected = records.flatMap(({ id, seen }, i) =>
          records
            .slice(0, i)
            .filter((it) => seen !== undefined && it.seen !== undefined && linkage.explain(id, it.id).weightBits >= REVIEW),
        );
        expect(linkage.pairs).toHaveLength(expected.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("the frequency of a term", () => {
  test("a pair's own two records are no sign that others bear the name", () => {
    const name: Comparison<Row> = {
      name: "seen",
      levels: TWO,
      read: ({ seen }) => seen,
      parse: (text) => text,
      compare: (a, b) => (a === b ? 0 : 1),
      termLevels: [0],
      term: (value) => value as string,
      keys: () => ["all"],
    };
    const model = modelOf([["seen", [6, -6]]]);
    const bitsOf = (count: number, one: string, other: string) => {
      const terms = [[fnv1a64("z"), count]] as const;
      const linkage = linkRecords(
        [
          { id: "a", seen: one },
          { id: "b", seen: other },
        ],
        { comparisons: [name], model: { ...model, comparisons: model.comparisons.map((it) => ({ ...it, terms })) } },
      );
      return linkage.explain("a", "b").steps[0]?.termBits ?? Number.NaN;
    };
    expect(bitsOf(4, "z", "z")).toBeLessThan(bitsOf(3, "z", "z"));
    expect(bitsOf(2, "z", "z")).toBe(bitsOf(2, "y", "y"));
    expect(bitsOf(9, "y", "z")).toBe(0);
  });
});

describe("lists", () => {
  const name: Comparison<Row> = {
    name: "seen",
    levels: TWO,
    read: ({ seen }) => seen,
    parse: (text) => text,
    compare: (a, b) => (a === b ? 0 : 1),
    keys: (value) => [value as string],
  };
  const records = Array.from({ length: 60 }, (_, i): Row => ({ id: `r${i}`, list: i % 2 === 0 ? "one" : "two", seen: `${i >> 2}` }));

  test("compared across only, no pair within a list is told", () => {
    const linkage = linkRecords(records, { comparisons: [name], source: "list", withinSources: false, threshold: { bits: -5 } });
    expect(linkage.pairs).toHaveLength(60);
    for (const { a, b } of linkage.pairs) expect(Number(a.slice(1)) % 2).not.toBe(Number(b.slice(1)) % 2);
    expect(linkage.model.estimation.comparablePairs).toBe(900);
  });

  test("a line in bits is the line", () => {
    const low = linkRecords(records, { comparisons: [name], threshold: { bits: -5 } });
    const high = linkRecords(records, { comparisons: [name], threshold: { bits: 500 } });
    expect([low.model.linkBits, high.model.linkBits]).toEqual([-5, 500]);
    expect(people(low).split(" ")).toHaveLength(15);
    expect(people(high).split(" ")).toHaveLength(60);
  });
});

describe("blocks and terms", () => {
  const fact = (name: "seen" | "noted"): Comparison<Row> => ({
    name,
    levels: TWO,
    read: (it) => it[name],
    parse: (text) => text,
    compare: (a, b) => (a === b ? 0 : 1),
    termLevels: [0],
    term: (value) => value as string,
    keys: (value) => [value as string],
  });
  const comparisons = [fact("seen"), fact("noted")];

  test("who does not tell one of a rule's facts meets nobody by it", () => {
    const records: Row[] = [
      { id: "a", seen: "1" },
      { id: "b", seen: "1" },
      { id: "c", noted: "1" },
      { id: "d", noted: "1" },
      { id: "e", seen: "1", noted: "1" },
      { id: "f", seen: "1", noted: "1" },
    ];
    const { pairs } = linkRecords(records, {
      comparisons,
      blocking: [{ facts: ["seen", "noted"] }],
      threshold: { bits: -5 },
      reviewProbability: 1e-6,
    });
    expect(pairs.map(({ a, b }) => a + b)).toEqual(["ef"]);
  });

  test("a model keeps the terms of three records and more, as fingerprints", () => {
    const records = [..."xxxxyyyzz"].map((seen, i): Row => ({ id: `r${i}`, seen, noted: String(i) }));
    const { model } = linkRecords(records, { comparisons });
    expect(new Map(model.comparisons[0]?.terms)).toEqual(
      new Map([
        [fnv1a64("x"), 4],
        [fnv1a64("y"), 3],
      ]),
    );
    expect(model.comparisons[1]?.terms).toEqual([]);
  });
});

describe("chooseThreshold", () => {
  const share = (bits: readonly number[], line: number) => {
    const taken = bits.filter((it) => it >= line);
    return taken.reduce((sum, it) => sum + probabilityOf(it), 0) / taken.length;
  };
  test("the links keep what is asked of them, and no lower line would", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -8, max: 12 }), { maxLength: 30 }), fc.integer({ min: 50, max: 99 }), (bits, percent) => {
        const line = chooseThreshold(Float64Array.from(bits), percent / 100, 0.5);
        expect(line).toBeGreaterThanOrEqual(0);
        if (bits.some((it) => it >= line)) expect(share(bits, line)).toBeGreaterThanOrEqual(percent / 100);
        for (const it of bits) if (it >= 0 && it < line) expect(share(bits, it)).toBeLessThan(percent / 100);
      }),
    );
  });
});

describe("estimateParameters", () => {
  test("a run that ends with its last iteration has converged", () => {
    const patterns = [
      { levels: [0, 0], pairs: 90 },
      { levels: [1, 1], pairs: 9910 },
    ];
    const { iterations } = estimateParameters(patterns, { levels: [2, 2] });
    expect(estimateParameters(patterns, { levels: [2, 2], maxIterations: iterations })).toMatchObject({ converged: true, iterations });
    expect(estimateParameters(patterns, { levels: [2, 2], maxIterations: iterations - 1 }).converged).toBe(false);
  });
});

describe("reviewQueue", () => {
  const pair = (a: string, b: string, weightBits: number, entities: readonly [string, string], ruled = false): ReviewPair => ({
    a,
    b,
    weightBits,
    entities,
    ruled,
  });
  const queue = (...pairs: ReviewPair[]) => reviewQueue(pairs, { linkBits: 3, certainBits: 6 }, (id) => (id === "dear" ? 10 : 1));

  test("between two people the strongest pair stands for them, within one the weakest, and rulings are settled", () => {
    const found = queue(
      pair("a", "b", -2, ["a", "b"]),
      pair("a2", "b", -1, ["a", "b"]),
      pair("a3", "b", -3, ["b", "a"]),
      pair("c", "d", 5, ["c", "c"]),
      pair("c", "e", 4, ["c", "c"]),
      pair("c", "f", 6, ["c", "c"]),
      pair("g", "h", 0, ["g", "h"], true),
    );
    expect(found.map(({ a, b, kind }) => [a, b, kind])).toEqual([
      ["a2", "b", "maybe-same"],
      ["c", "e", "maybe-apart"],
    ]);
  });

  test("at the line and apart is held apart, and what contradicts itself is as open as can be", () => {
    const [held] = queue(pair("a", "b", 3, ["a", "b"]));
    expect(held).toMatchObject({ kind: "held-apart", uncertainty: 1, stake: 2, priority: 2 });
    expect(queue(pair("a", "b", 3 - 2 ** -30, ["a", "b"]))[0]?.kind).toBe("maybe-same");
  });

  test("what more rides on comes first; a person's stake counts once", () => {
    const found = queue(pair("a", "b", 0, ["a", "b"]), pair("c", "d", 5, ["dear", "dear"]), pair("e", "f", 0, ["dear", "e"]));
    expect(found.map(({ a, stake }) => [a, stake])).toEqual(
      [
        ["e", 11],
        ["c", 10],
        ["a", 2],
      ].sort((x, y) => priorityOf(found, y[0]) - priorityOf(found, x[0])),
    );
    for (const [i, { priority }] of found.entries()) expect(priority).toBeLessThanOrEqual(found[i - 1]?.priority ?? 99);
  });
});

function priorityOf(items: readonly { readonly a: string; readonly priority: number }[], id: unknown): number {
  return items.find(({ a }) => a === id)?.priority ?? 0;
}

describe("degenerate registries", () => {
  const told: Comparison<Row> = {
    name: "seen",
    levels: TWO,
    read: ({ seen }) => seen,
    parse: (text) => text,
    compare: (a, b) => (a === b ? 0 : 1),
    keys: (value) => [value as string],
  };
  test.each<[string, readonly Row[], Comparison<Row>]>([
    ["nobody", [], told],
    ["one record", [{ id: "a", seen: "1" }], told],
    ["no fact", rows("a b c __proto__ constructor"), told],
    ["one fact of all", Array.from({ length: 300 }, (_, i) => ({ id: `r${i}`, seen: "1" })), told],
    ["a comparison that tells nothing", [...rows("a b")].map((it) => ({ ...it, seen: "1" })), { ...told, compare: () => -1 }],
    [
      "ids and texts with lone surrogates",
      [
        { id: "\ud800", seen: "\udc00" },
        { id: "\udc00", seen: "\udc00" },
      ],
      told,
    ],
  ])("%s: no NaN, everybody stands once, and the registry can grow", (_, records, comparison) => {
    const linkage = linkRecords(Object.freeze(records.map((it) => Object.freeze({ ...it }))), { comparisons: [comparison] });
    expect(linkage.entities.flatMap(({ members }) => members).sort()).toEqual(records.map(({ id }) => id).sort());
    const numbers = JSON.stringify([linkage.model, linkage.pairs, linkage.review]);
    // JSON writes NaN and infinities as null.
    expect(numbers).not.toContain("null");
    for (const { probability } of linkage.pairs) expect(probability >= 0 && probability <= 1).toBe(true);
    linkage.upsert([{ id: "new", seen: "2" }]);
    expect(linkage.entityOf("new")?.members).toEqual(["new"]);
    expect(linkage.verify()).toEqual([]);
  });
});
