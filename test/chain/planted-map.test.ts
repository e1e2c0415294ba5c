import { describe, expect, test } from "vitest";
import { fillPosts } from "../../src/chain/fill-posts.js";
import { buildTalentMap, criticalNodes, defaultChains, gaps, hubs, recruitmentTargets, type TalentMap } from "../../src/chain/index.js";
import type { Demand, Talent } from "../../src/model/index.js";
import { rank } from "../../src/ranking/index.js";
import { type PlantedCounty, type PlantedCountyOptions, plantedCounty } from "../../src/synth/index.js";
import { faultOf } from "../fault.js";

const mapOf = ({ chain, talents, demands, stations }: PlantedCounty): TalentMap => buildTalentMap(chain, { talents, demands, stations });

/** Forty counties over all chains. */
const counties: readonly PlantedCountyOptions[] = Array.from({ length: 40 }, (_, seed) => {
  const chain = defaultChains[seed % 15];
  return { seed, ...(chain ? { chain } : {}), gaps: 1 + (seed % 3), hubs: seed % 3, bridges: seed % 4 };
});

describe("a county with planted gaps, hubs and bridges", () => {
  test("every gap is found with its size, and no other is told", () => {
    for (const options of counties) {
      const county = plantedCounty(options);
      const found = gaps(mapOf(county))
        .filter(({ missing }) => missing > 0)
        .map(({ segment, field, level, missing }) => ({ segment, field, level, missing }));
      const order = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
      expect(found.sort(order)).toEqual([...county.truth.gaps].sort(order));
    }
  });

  test("every hub is found, as an institution and by its city", () => {
    for (const options of counties) {
      const county = plantedCounty(options);
      const found = hubs(mapOf(county), { limit: 1000 });
      for (const { institution, city } of county.truth.hubs) {
        expect(found.some(({ kind, id }) => kind === "institution" && id === institution)).toBe(true);
        expect(found.some(({ kind, id }) => kind === "city" && id === city)).toBe(true);
      }
      const institutions = found.filter(({ kind }) => kind === "institution").map(({ id }) => id);
      expect(institutions.sort()).toEqual(county.truth.hubs.map(({ institution }) => institution).sort());
    }
  });

  test("every bridge is found as somebody without whom a post stays empty, and nobody else is", () => {
    for (const options of counties) {
      const county = plantedCounty(options);
      const lost = criticalNodes(mapOf(county)).filter(({ postsLost }) => postsLost > 0);
      expect(lost.map(({ id }) => id).sort()).toEqual([...county.truth.bridges].sort());
    }
  });

  test("the hubs are where to recruit", () => {
    for (const options of counties.filter(({ hubs: planted }) => planted === 1)) {
      const county = plantedCounty(options);
      const targets = recruitmentTargets(mapOf(county));
      expect(targets.find(({ kind }) => kind === "institution")?.id).toBe(county.truth.hubs[0]?.institution);
    }
  });
});

describe("a county where supply meets demand", () => {
  test("no gap, no hub, nobody critical and nothing to recruit is told", () => {
    for (const options of counties) {
      const map = mapOf(plantedCounty({ ...options, gaps: 0, bridges: 0 }));
      expect(map.demands.length).toBeGreaterThan(5);
      expect(gaps(map).filter(({ missing }) => missing !== 0)).toEqual([]);
      expect([hubs(map), criticalNodes(map), recruitmentTargets(map)]).toEqual([[], [], []]);
    }
  });
});

describe("staffing over short lists", () => {
  /** Posts that could be filled were every able person listed, group by group in order of precedence. */
  function filledOverEverybody(talents: readonly Talent[], demands: readonly Demand[]): number[] {
    const numbers = new Map(talents.map(({ id }, i) => [id, i]));
    const groups = demands.map((demand) => ({
      posts: demand.headcount ?? 1,
      able: rank(talents, { ...demand, unknownHard: "reject" }, { k: Number.POSITIVE_INFINITY, criteria: { atLeast: { field: 700 } } }).map(
        ({ id }) => numbers.get(id) as number,
      ),
    }));
    return fillPosts(groups).map(({ length }) => length);
  }

  /** A small county in which people are short: few people, many posts, some of one employer. */
  const tight = (seed: number) => {
    const { chain, talents, demands } = plantedCounty({ seed, background: 0, bridges: seed % 3, gaps: 1, hubs: 1 });
    const people = talents.filter((_, i) => (i * 7 + seed) % 3 !== 0).map((talent, i) => ({ ...talent, organization: `单位${i % 5}` }));
    return { chain, talents: people, demands };
  };

  test("fills as much as over everybody, demand by demand", () => {
    for (let seed = 0; seed < 25; seed++) {
      const { chain, talents, demands } = tight(seed);
      const order = [...demands].sort((a, b) => (b.urgency ?? 3) - (a.urgency ?? 3) || (a.id < b.id ? -1 : 1));
      const map = buildTalentMap(chain, { talents, demands });
      const filled = new Map(
        gaps(map).flatMap(({ demands: ids, filled: count }) => (ids.length === 1 ? [[ids[0] as string, count] as const] : [])),
      );
      const want = filledOverEverybody(talents, order);
      for (const [i, { id }] of order.entries()) if (filled.has(id)) expect(filled.get(id)).toBe(want[i]);
      expect(gaps(map).reduce((sum, gap) => sum + gap.filled, 0)).toBe(want.reduce((a, b) => a + b, 0));
    }
  });

  test("the critical are those whose going leaves a post empty, people and employers", () => {
    for (let seed = 0; seed < 12; seed++) {
      const { chain, talents, demands } = tight(seed);
      const filled = (people: readonly Talent[]) =>
        gaps(buildTalentMap(chain, { talents: people, demands })).reduce((sum, gap) => sum + gap.filled, 0);
      const whole = filled(talents);
      const told = new Map(criticalNodes(buildTalentMap(chain, { talents, demands })).map(({ id, postsLost }) => [id, postsLost]));
      for (const { id } of talents)
        expect([id, told.get(id) ?? 0]).toEqual([id, whole - filled(talents.filter((other) => other.id !== id))]);
      for (const employer of new Set(talents.map(({ organization }) => organization))) {
        const lost = whole - filled(talents.filter(({ organization }) => organization !== employer));
        const busy = told.get(employer) ?? 0;
        // An employer is told from two of its people on; one alone is told as a person.
        if (busy > 0 || lost > 1) expect([employer, busy]).toEqual([employer, lost]);
      }
    }
  });
});

describe("plantedCounty", () => {
  test("the same seed plants the same county, another another", () => {
    expect(plantedCounty({ seed: 5 })).toEqual(plantedCounty({ seed: 5 }));
    expect(plantedCounty({ seed: 5 })).not.toEqual(plantedCounty({ seed: 6 }));
  });

  test("more than the chain has disciplines for, and faulty options, are refused", () => {
    expect(faultOf(() => plantedCounty({ seed: 1, gaps: 900 })).code).toBe("invalid-option");
    expect(faultOf(() => plantedCounty({ seed: -1 })).code).toBe("invalid-option");
    expect(faultOf(() => plantedCounty({ seed: 1, hub: 2 } as never)).code).toBe("unknown-option");
  });
});
