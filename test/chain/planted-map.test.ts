import { describe, expect, test } from "vitest";
import { buildTalentMap, criticalNodes, defaultChains, gaps, hubs, recruitmentTargets, type TalentMap } from "../../src/chain/index.js";
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
