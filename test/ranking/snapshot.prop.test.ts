import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../src/numeric/index.js";
import { createTalentIndex, TalentIndex } from "../../src/ranking/index.js";
import { languageDemandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };
const bases = ["residence", "either"] as const;

describe("TalentIndex.toSnapshot and fromSnapshot", () => {
  test("a snapshot ranks as the index does and writes the same bytes again", () => {
    fc.assert(
      fc.property(
        talentsArbitrary(),
        fc.array(languageDemandArbitrary, { maxLength: 3 }),
        fc.boolean(),
        fc.nat(9),
        (talents, demands, shared, shift) => {
          const index = createTalentIndex(talents, { criteria, bases });
          const bytes = index.toSnapshot({ shared });
          // Wherever the bytes lie in their buffer.
          const moved = new Uint8Array(bytes.length + shift).subarray(shift);
          moved.set(bytes);
          for (const given of [bytes, moved]) {
            const read = TalentIndex.fromSnapshot(given, { criteria });
            for (const demand of demands) expect(read.rank(demand, { nearMisses: true })).toEqual(index.rank(demand, { nearMisses: true }));
            expect(read.toSnapshot()).toEqual(new Uint8Array(bytes));
            expect(read.size).toBe(talents.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("the caller's order of talents leaves no trace in the bytes", () => {
    fc.assert(
      fc.property(talentsArbitrary(), fc.integer(), (talents, seed) => {
        const random = seededRandom(seed);
        const shuffled = talents.map((talent) => ({ talent, at: random() })).sort((a, b) => a.at - b.at);
        const again = shuffled.map(({ talent }) => talent);
        expect(createTalentIndex(again, { criteria }).toSnapshot()).toEqual(createTalentIndex(talents, { criteria }).toSnapshot());
      }),
      { numRuns: 300 },
    );
  });

  test("a Node buffer is read wherever it lies, and the order of own dimensions leaves no trace", () => {
    const bytes = createTalentIndex([{ id: "a", residence: "410923" }]).toSnapshot();
    const pooled = Buffer.alloc(bytes.length + 3).subarray(3);
    pooled.set(bytes);
    expect(TalentIndex.fromSnapshot(pooled).has("a")).toBe(true);
    const [xy, yx] = [
      { x: {}, y: {} },
      { y: {}, x: {} },
    ].map((dimensions) => createTalentIndex([{ id: "a", facts: { x: ["1"], y: ["2"] } }], { criteria: { dimensions } }));
    expect(xy?.toSnapshot()).toEqual(yx?.toSnapshot());
  });

  test("a read snapshot takes edits and leaves the bytes alone", () => {
    const bytes = createTalentIndex([{ id: "a" }, { id: "b", degree: "master" }]).toSnapshot();
    const copy = bytes.slice();
    const index = TalentIndex.fromSnapshot(bytes);
    index.remove(["a"]);
    index.upsert([{ id: "c", residence: "410923" }]);
    expect([index.size, index.has("a"), index.has("c")]).toEqual([2, false, true]);
    expect(bytes).toEqual(copy);
  });

  test("any changed, lost or added byte is noticed", () => {
    const talents = fc.sample(talentsArbitrary(), { seed: 1, numRuns: 1 })[0] ?? [];
    const bytes = createTalentIndex(talents, { criteria }).toSnapshot();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] as number) ^ change;
        expect(faultOf(() => TalentIndex.fromSnapshot(damaged, { criteria })).code).toBe("invalid-snapshot");
        expect(faultOf(() => TalentIndex.fromSnapshot(bytes.subarray(0, at), { criteria })).code).toBe("invalid-snapshot");
      }),
      { numRuns: 2000 },
    );
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    expect(faultOf(() => TalentIndex.fromSnapshot(longer, { criteria })).code).toBe("invalid-snapshot");
  });

  test.each<[string, unknown]>([
    ["nothing", new Uint8Array()],
    ["a text", new TextEncoder().encode("id,name\n1,张三\n".repeat(10))],
    ["no bytes", "guiyanIx"],
    ["zeros", new Uint8Array(4096)],
  ])("%s is refused as no snapshot", (_, bytes) => {
    expect(faultOf(() => TalentIndex.fromSnapshot(bytes as Uint8Array)).code).toBe("invalid-snapshot");
  });

  test("criteria with other dimensions of the caller's own are refused by name", () => {
    const bytes = createTalentIndex([], { criteria }).toSnapshot();
    const error = faultOf(() => TalentIndex.fromSnapshot(bytes));
    expect([error.code, error.message.includes("language")]).toEqual(["invalid-snapshot", true]);
    expect(faultOf(() => TalentIndex.fromSnapshot(bytes, { top: 1 } as object)).code).toBe("unknown-option");
  });
});
