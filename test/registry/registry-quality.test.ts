import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Talent } from "../../src/model/index.js";
import { seededRandom } from "../../src/numeric/index.js";
import { QUALITY_MEASURES, type QualityCell, registryQuality, suspectedDuplicates } from "../../src/registry/index.js";
import { deepFreeze, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const NOW = "2026-06-30";
const from = (source: string, channel: "village-visit" | "hotline", observedAt?: string) => ({
  name: { source, channel, ...(observedAt === undefined ? {} : { observedAt }) },
});
const people = (count: number, make: (i: number) => Omit<Talent, "id">, prefix = "p"): Talent[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i}`, ...make(i) }));

describe("registryQuality", () => {
  test("cells of one category each sum to the total, in every count", () => {
    const source = fc.constantFrom("统战部", "商务局", "团县委", undefined);
    fc.assert(
      fc.property(talentsArbitrary(30), fc.array(source, { minLength: 30, maxLength: 30 }), (talents, sources) => {
        const records = talents.map((talent, i): Talent => {
          const category = (["official", "expert", "business"] as const)[i % 4];
          const provenance =
            sources[i] === undefined ? {} : { provenance: from(sources[i], "hotline", i % 2 ? "2026-01-01" : "2020-01-01") };
          return { ...talent, name: `人${i}`, ...(category ? { categories: [category] } : {}), ...provenance };
        });
        const { total, cells, departments, channels, categories } = registryQuality(deepFreeze(records), { now: NOW });
        const counts = (cell: QualityCell) => [cell.records, cell.undated, ...QUALITY_MEASURES.flatMap((m) => [cell[m].count, cell[m].of])];
        for (const part of [cells, departments, channels, categories]) {
          const sums = part.map(counts).reduce((a, b) => a.map((v, i) => v + (b[i] ?? 0)), new Array(10).fill(0));
          expect(sums).toEqual(counts(total));
          for (const cell of part) {
            for (const measure of QUALITY_MEASURES) {
              const { share, low, high } = cell[measure];
              if (share !== undefined) expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("names the cell that is surely worse, not the one with a single bad record", () => {
    const whole = { phone: "13800000000" };
    const records = [
      ...people(60, (i) => ({ name: `甲${i}`, phone: `138000000${10 + i}`, provenance: from("统战部", "hotline") }), "a"),
      ...people(40, (i) => ({ name: `乙${i}`, provenance: from("商务局", "village-visit") }), "b"),
      { id: "c", name: "丙", provenance: from("团县委", "hotline") },
    ];
    const { worst, worstBy } = registryQuality(records, { members: ["name", "phone"] });
    expect(worst?.measure).toBe("complete");
    expect(worst?.cell.department).toBe("商务局");
    expect(worst?.cell.channel).toBe("village-visit");
    expect(worstBy.valid).toBeUndefined();
    expect(registryQuality([{ id: "1", ...whole }]).worst).toBeUndefined();
  });

  test("finds no culprit where all offices are alike", () => {
    let accused = 0;
    for (let seed = 0; seed < 40; seed++) {
      const random = seededRandom(seed);
      const records = people(600, (i) => ({
        name: `人${i}`,
        ...(random() < 0.5 ? { phone: `13${String(i).padStart(9, "0")}` } : {}),
        provenance: from(`办公室${i % 20}`, "hotline"),
      }));
      if (registryQuality(records, { members: ["name", "phone"] }).worst !== undefined) accused++;
    }
    expect(accused).toBeLessThanOrEqual(4);
  });

  test("a code outside its system, a malformed phone and a date to come are invalid; freshness counts dated records only", () => {
    const good: Talent = { id: "1", residence: "410923", phone: "13800000000", provenance: from("x", "hotline", "2026-06-30") };
    const bad: Talent[] = [
      { id: "2", residence: "999999" },
      { id: "3", fields: ["9999"] },
      { id: "4", phone: "12345678" },
      { id: "5", email: "a@b" },
      { id: "6", provenance: from("x", "hotline", "2027-01-01") },
    ];
    const { total } = registryQuality([good, ...bad], { now: NOW, staleAfterDays: 0 });
    expect([total.valid.count, total.valid.of]).toEqual([1, 6]);
    expect([total.fresh.count, total.fresh.of, total.undated]).toEqual([2, 2, 4]);
    expect(registryQuality([good]).total.fresh).toMatchObject({ count: 0, of: 0, share: undefined });
  });

  test("knows completeness by member, and of nothing says nothing", () => {
    const { total } = registryQuality([{ id: "1", degree: "master" }, { id: "2" }], { members: ["degree", "title"] });
    expect(total.members["degree"]).toMatchObject({ count: 1, of: 2, share: 0.5 });
    expect(total.complete.share).toBe(0);
    expect(registryQuality([]).total.complete).toEqual({ count: 0, of: 0, share: undefined, low: 0, high: 1 });
  });

  test("refuses unknown members, dates that are none and unknown options", () => {
    expect(faultOf(() => registryQuality([], { members: ["age" as never] })).code).toBe("invalid-option");
    expect(faultOf(() => registryQuality([], { now: "today" })).code).toBe("invalid-option");
    expect(faultOf(() => registryQuality([], { date: NOW } as never)).code).toBe("unknown-option");
  });
});

describe("suspectedDuplicates", () => {
  test("the same phone, or name with employer or native place; never a name alone", () => {
    const records: Talent[] = [
      { id: "0", name: "张伟", organization: "上海大学" },
      { id: "1", name: "张 伟", organization: "上海大学" },
      { id: "2", name: "张伟", organization: "天津大学" },
      { id: "3", name: "李娜", phone: "13800000001" },
      { id: "4", name: "李娜(小)", phone: "13800000001" },
      { id: "5", name: "王芳", hometown: "410923", degree: "master", fields: ["083201", "0822"] },
      { id: "6", name: "王芳", hometown: "410923", degree: "master", fields: ["0822", "083201"] },
      { id: "7", phone: "03936220000" },
      { id: "8", phone: "03936220000" },
      { id: "9", name: "刘洋", hometown: "410923" },
      { id: "10", name: "刘洋", hometown: "410923" },
    ];
    expect(suspectedDuplicates(records)).toEqual([0, 1, 3, 4, 5, 6]);
  });
});
