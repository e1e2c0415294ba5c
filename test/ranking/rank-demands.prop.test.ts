import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCodePoints } from "../../src/numeric/index.js";
import { createTalentIndex } from "../../src/ranking/index.js";
import { languageDemandArbitrary, talentsArbitrary } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const criteria = { dimensions: { language: {} } };
const demandsArbitrary = fc
  .array(languageDemandArbitrary, { maxLength: 6 })
  .map((demands) => demands.map((demand, i) => ({ ...demand, id: `d${(i * 7) % 5}${i}` })));

describe("TalentIndex.rankDemandsFor", () => {
  test("a talent has the points in each demand's list that the demand has in the talent's list", () => {
    fc.assert(
      fc.property(talentsArbitrary(8), demandsArbitrary, fc.boolean(), (talents, demands, edited) => {
        const index = createTalentIndex(talents.slice(edited ? 3 : 0), { criteria });
        if (edited) index.upsert(talents.slice(0, 3));
        for (const talent of talents) {
          const want = demands
            .flatMap((demand) => {
              const match = index.rank(demand, { k: Number.POSITIVE_INFINITY }).find(({ id }) => id === talent.id);
              return match ? [{ ...match, id: demand.id }] : [];
            })
            .sort((a, b) => b.points - a.points || compareCodePoints(a.id, b.id))
            .map((match, i, all) => ({ ...match, rank: i + 1, tied: all.filter(({ points }) => points === match.points).length > 1 }));
          for (const asked of [talent, talent.id]) {
            expect(index.rankDemandsFor(asked, demands, { k: Number.POSITIVE_INFINITY })).toEqual(want);
            const [best] = index.rankDemandsFor(asked, demands, { k: 1 });
            expect(best).toEqual(want[0]);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("ten demands are returned unless k says otherwise, and the criteria may be the question's", () => {
    const demands = Array.from({ length: 12 }, (_, i) => ({
      id: `d${i}`,
      requirements: [{ dimension: "degree", kind: "soft" as const, values: ["master"] }],
    }));
    const index = createTalentIndex([{ id: "t" }]);
    expect(index.rankDemandsFor("t", demands)).toHaveLength(10);
    expect(index.rankDemandsFor("t", demands, { criteria: { unknown: 0 } })[0]?.points).toBe(0);
  });

  test("an id that is not in the index, two demands of one id and unknown options are refused", () => {
    const index = createTalentIndex([{ id: "t" }]);
    const demand = { id: "d", requirements: [] };
    expect(faultOf(() => index.rankDemandsFor("nobody", [demand])).code).toBe("invalid-argument");
    expect(faultOf(() => index.rankDemandsFor("t", [demand, demand])).code).toBe("duplicate-id");
    expect(faultOf(() => index.rankDemandsFor({ id: "x", degree: "phd" as "doctor" }, [demand])).code).toBe("invalid-talent");
    expect(faultOf(() => index.rankDemandsFor("t", [demand], { engine: "scan" } as object)).code).toBe("unknown-option");
  });
});
