import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  buildTalentMap,
  criticalNodes,
  defaultChains,
  diffMaps,
  fieldRelations,
  gaps,
  hubs,
  LINK_FLOOR,
  linkSegments,
  mapAll,
  recruitmentTargets,
  referralPaths,
  substitutes,
} from "../../src/chain/index.js";
import type { Chain, Demand, Talent } from "../../src/model/index.js";
import { createTalentIndex } from "../../src/ranking/index.js";
import { score } from "../../src/scoring/index.js";
import { synthesiseCounty } from "../../src/synth/index.js";
import { canonicalField, fieldSimilarity, industrySimilarity } from "../../src/taxonomy/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { faultOf } from "../fault.js";

const chain = defaultChains[0] as Chain;
const countyArbitrary = fc
  .record({ seed: fc.nat(1000), talents: fc.integer({ min: 0, max: 60 }), demands: fc.integer({ min: 0, max: 30 }) })
  .map((options) => synthesiseCounty({ ...options, dirt: false, chains: defaultChains.slice(0, 3) }));
const oneCounty = synthesiseCounty({ seed: 4, talents: 400, demands: 200, dirt: false });

describe("linkSegments", () => {
  test("a link's weight is its formula over every pair of codes, and its reasons give it", () => {
    fc.assert(
      fc.property(countyArbitrary, ({ talents }) => {
        const links = new Map(linkSegments(chain, deepFreeze(talents)).map((link) => [`${link.talent.id} ${link.segment}`, link]));
        for (const talent of talents) {
          for (const { id, fields, industries } of chain.segments) {
            const best = (held: readonly string[], codes: Record<string, number>, near: (a: string, b: string) => number) =>
              Math.max(0, ...held.flatMap((a) => Object.entries(codes).map(([b, weight]) => Math.floor((near(a, b) * weight) / 1000))));
            const field = best(talent.fields ?? [], fields, fieldSimilarity);
            const industry = best(talent.industries ?? [], industries, industrySimilarity);
            const weight = field + industry - Math.floor((field * industry) / 1000);
            const link = links.get(`${talent.id} ${id}`);
            expect(link?.weight ?? 0).toBe(weight >= LINK_FLOOR ? weight : 0);
            const [a = 0, b = 0] = (link?.reasons ?? []).map(({ part }) => part);
            if (link) expect(a + b - Math.floor((a * b) / 1000)).toBe(weight);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("buildTalentMap", () => {
  test("nodes and edges are those of the facts", () => {
    const { talents, demands } = oneCounty;
    const map = buildTalentMap(chain, {
      talents,
      demands,
      stations: [{ id: "w", name: "站", region: "310000", staff: [talents[0]?.id ?? ""] }],
    });
    const count = (kind: string) => map.graph.filterNodes((_, node) => node.kind === kind).length;
    const edges = (kind: string) => map.graph.filterEdges((_, edge) => edge.kind === kind);
    const drawn = new Set([...map.talents.map(({ id }) => id), talents[0]?.id]);
    expect(count("talent")).toBe(drawn.size);
    expect(count("segment")).toBe(chain.segments.length);
    expect(count("demand")).toBe(demands.filter((demand) => demand.chain === chain.id).length);
    expect(edges("serves").map((key) => [map.graph.source(key), map.graph.target(key), map.graph.getEdgeAttribute(key, "weight")])).toEqual(
      map.links.map(({ talent, segment, weight }) => [`t:${talent.id}`, `s:${segment}`, weight]),
    );
    expect(edges("feeds").length).toBe(chain.segments.reduce((sum, { feeds }) => sum + feeds.length, 0));
    expect(edges("employed").length).toBe(talents.filter(({ id, organization }) => drawn.has(id) && organization).length);
    expect(edges("staffed").map((key) => map.graph.target(key))).toEqual([`t:${talents[0]?.id}`]);
    // Every region but the country lies under another; nothing joins a talent and a demand.
    for (const node of map.graph.filterNodes((_, { kind }) => kind === "region")) {
      const above = map.graph.outEdges(node).filter((key) => map.graph.getEdgeAttribute(key, "kind") === "under");
      expect(above.length).toBe(/^r:[A-Z]{3}$/.test(node) ? 0 : 1);
    }
    const ends = map.graph.mapEdges((key) => [map.graph.source(key).slice(0, 2), map.graph.target(key).slice(0, 2)].sort().join());
    expect(ends.filter((pair) => pair === "d:,t:")).toEqual([]);
    // Drawn again, byte for byte the same.
    expect(JSON.stringify(buildTalentMap(chain, { talents, demands }).graph.export())).toBe(
      JSON.stringify(buildTalentMap(chain, { talents, demands }).graph.export()),
    );
  });

  test("closed demands, those of other chains and unknown options are left out or refused", () => {
    const demand = (id: string, more: Partial<Demand>): Demand => ({ id, chain: chain.id, requirements: [], ...more });
    const map = buildTalentMap(chain, {
      talents: [],
      demands: [demand("a", {}), demand("b", { status: "filled" }), demand("c", { chain: "other" }), demand("d", { status: "open" })],
    });
    expect(map.demands.map(({ id }) => id)).toEqual(["a", "d"]);
    expect(faultOf(() => buildTalentMap(chain, { talents: [], people: [] } as never)).code).toBe("unknown-option");
    expect(faultOf(() => buildTalentMap({ ...chain, segments: [] }, { talents: [] })).code).toBe("invalid-chain");
    for (const headcount of [0, -1, 1.5, Number.NaN, "2"]) {
      const error = faultOf(() => buildTalentMap(chain, { talents: [], demands: [demand("a", { headcount: headcount as number })] }));
      expect([error.code, error.path]).toEqual(["invalid-demand", ["demands", 0, "headcount"]]);
    }
    const station = { id: "w", name: "站", region: "310000" } as never;
    expect(faultOf(() => buildTalentMap(chain, { talents: [], stations: [station] })).code).toBe("invalid-argument");
    expect(faultOf(() => gaps(buildTalentMap(chain, { talents: [{ id: "a" }, { id: "a" }], demands: [demand("a", {})] }))).code).toBe(
      "duplicate-id",
    );
  });
});

describe("gaps", () => {
  test("asked, filled and missing are those of the demands, and nobody able is missing where posts are few", () => {
    fc.assert(
      fc.property(countyArbitrary, ({ talents, demands }) => {
        const map = buildTalentMap(chain, { talents, demands });
        const found = gaps(map);
        const posts = map.demands.reduce((sum, { headcount }) => sum + (headcount ?? 1), 0);
        expect(found.reduce((sum, { asked }) => sum + asked, 0)).toBe(posts);
        expect(found.flatMap(({ demands: ids }) => ids).sort()).toEqual(map.demands.map(({ id }) => id).sort());
        for (const { asked, filled, missing, able } of found) {
          expect([missing, filled <= able]).toEqual([asked - filled, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("somebody is able who fails no hard requirement, surely, with a field of the discipline", () => {
    fc.assert(
      fc.property(countyArbitrary, ({ talents, demands }) => {
        for (const demand of demands.filter((one) => one.chain === chain.id)) {
          const map = buildTalentMap(chain, { talents, demands: [demand] });
          const [gap] = gaps(map);
          const able = talents.filter((talent) => {
            const told = score(talent, { ...demand, unknownHard: "reject" });
            const asked = demand.requirements.filter(({ dimension, kind }) => dimension === "field" && kind === "soft");
            const near = asked.every(({ values }) =>
              (talent.fields ?? []).some((held) => values.some((code) => fieldSimilarity(held, code) >= 700)),
            );
            return told.candidate && near;
          });
          expect(gap?.filled).toBe(Math.min(demand.headcount ?? 1, able.length));
        }
      }),
      { numRuns: 60 },
    );
  });

  test("people are judged by the criteria of the index that is given, dimensions of one's own included", () => {
    const criteria = { dimensions: { language: {} }, fieldRelations: [{ a: "0822", b: "0817", similarity: 690 }] };
    const talents: Talent[] = [
      { id: "a", fields: ["0822"], facts: { language: ["de"] } },
      { id: "b", fields: ["0822"], facts: { language: [] } },
    ];
    const demands: Demand[] = [
      {
        id: "d",
        chain: chain.id,
        headcount: 2,
        requirements: [
          { dimension: "field", kind: "soft", values: ["0817"] },
          { dimension: "language", kind: "hard", values: ["de"] },
        ],
      },
    ];
    const map = buildTalentMap(chain, { talents, demands, index: createTalentIndex(talents, { criteria }) });
    expect(gaps(map, { leastField: 690 }).map(({ filled, missing }) => [filled, missing])).toEqual([[1, 1]]);
    expect(substitutes(map, "0817")[0]).toEqual({ field: "0822", nearness: 690, people: 2 });
  });

  test("who may not be asked fills nothing", () => {
    const demands: Demand[] = [{ id: "d", chain: chain.id, requirements: [{ dimension: "field", kind: "soft", values: ["0817"] }] }];
    const talents: Talent[] = [{ id: "a", fields: ["0817"], doNotContact: true }];
    expect(gaps(buildTalentMap(chain, { talents, demands }))[0]?.missing).toBe(1);
    expect(gaps(buildTalentMap(chain, { talents, demands, reachable: () => true }))[0]?.missing).toBe(0);
  });
});

describe("names that every object has, and names that mean something to a format", () => {
  test("are ordinary employers, people and posts", () => {
    const names = ["constructor", "__proto__", "toString", "<img src=x onerror=alert(1)>", "=cmd|'/c calc'!A1", "甲\u0000乙公司"];
    const talents: Talent[] = names.map((name, i) => ({ id: name, name, organization: name, fields: [i % 2 ? "0805" : "0817"] }));
    const demands: Demand[] = names.map((id) => ({
      id,
      post: id,
      enterprise: id,
      chain: chain.id,
      segment: id,
      requirements: [{ dimension: "field", kind: "soft", values: ["0805"] }],
    }));
    const map = buildTalentMap(chain, {
      talents,
      demands,
      stations: [{ id: "__proto__", name: "站", region: "310000", staff: ["constructor"] }],
    });
    expect(gaps(map).reduce((sum, { asked }) => sum + asked, 0)).toBe(names.length);
    expect(map.graph.filterNodes((_, { kind }) => kind === "talent").length).toBe(names.length);
    expect(referralPaths(map, "__proto__").status).toBe("none");
    expect(hubs(map, { least: 1 }).every(({ shrunken }) => Number.isFinite(shrunken))).toBe(true);
    expect([criticalNodes(map).length > 0, recruitmentTargets(map).every(({ value }) => value > 0)]).toEqual([true, true]);
  });
});

describe("substitutes", () => {
  test("are the fields that reachable people hold, nearest first, none of the discipline itself", () => {
    const map = buildTalentMap(chain, { talents: oneCounty.talents });
    const told = substitutes(map, "0805", { limit: 1000 });
    expect(told.length).toBeGreaterThan(5);
    for (const { field, nearness, people } of told) {
      expect(field.startsWith("0805")).toBe(false);
      expect(nearness).toBe(fieldSimilarity(field, "0805"));
      expect(people).toBe(oneCounty.talents.filter(({ fields }) => fields?.map(canonicalField).includes(field)).length);
    }
    expect(told.map(({ nearness }) => nearness)).toEqual(told.map(({ nearness }) => nearness).sort((a, b) => b - a));
    const doctors = substitutes(map, "0805", { limit: 1000, level: "doctor" });
    expect(doctors.reduce((sum, { people }) => sum + people, 0)).toBeLessThan(told.reduce((sum, { people }) => sum + people, 0));
  });
});

describe("diffMaps", () => {
  test("parts sum to the whole: people, links, demands and every number of posts", () => {
    fc.assert(
      fc.property(countyArbitrary, countyArbitrary, (a, b) => {
        const [before, after] = [a, b].map(({ talents, demands }) => buildTalentMap(chain, { talents, demands })) as [never, never];
        const diff = diffMaps(before, after);
        const whole = (map: typeof before) => {
          const { talents, links, demands } = map as ReturnType<typeof buildTalentMap>;
          return { talents: talents.length, links: links.length, demands: demands.length };
        };
        for (const part of ["talents", "links", "demands"] as const) {
          const { kept, added, removed } = diff[part];
          expect([kept.length + removed.length, kept.length + added.length]).toEqual([whole(before)[part], whole(after)[part]]);
        }
        for (const number of ["asked", "filled", "missing"] as const) {
          const sum = (map: typeof before) => gaps(map).reduce((total, gap) => total + gap[number], 0);
          expect([diff.total.before[number], diff.total.after[number]]).toEqual([sum(before), sum(after)]);
          expect(diff.gaps.reduce((total, cell) => total + cell.change[number], 0)).toBe(sum(after) - sum(before));
        }
        expect(diffMaps(before, before).gaps.every(({ change }) => change.missing === 0 && change.asked === 0)).toBe(true);
      }),
      { numRuns: 40 },
    );
    const [one, two] = defaultChains.map((each) => buildTalentMap(each, { talents: [] }));
    expect(faultOf(() => diffMaps(one as never, two as never)).code).toBe("invalid-argument");
  });
});

describe("mapAll", () => {
  test("each map is the chain's own, and the shared are those of two maps", () => {
    const { talents, demands } = oneCounty;
    const all = mapAll(defaultChains, { talents, demands });
    for (const [i, map] of all.maps.entries()) {
      const own = buildTalentMap(defaultChains[i] as Chain, { talents, demands });
      expect(map.links).toEqual(own.links);
      expect(gaps(map)).toEqual(gaps(own));
      expect(all.overlap[i]?.[i]).toBe(own.talents.length);
    }
    for (const { id, chains } of all.shared) {
      expect(chains).toEqual(all.maps.filter((map) => map.talents.some((talent) => talent.id === id)).map((map) => map.chain.id));
    }
    expect(all.shared.length + all.outside).toBeLessThanOrEqual(talents.length);
    expect(faultOf(() => mapAll([chain, chain], { talents: [] })).code).toBe("duplicate-id");
  });

  test("editing one chain changes only the maps and scores that touch it", () => {
    const { talents, demands } = oneCounty;
    fc.assert(
      fc.property(fc.nat(14), fc.nat(), fc.integer({ min: 1, max: 1000 }), (c, s, weight) => {
        const edited = defaultChains.map((one, i) => {
          if (i !== c) return one;
          const at = s % one.segments.length;
          return {
            ...one,
            segments: one.segments.map((segment, j) =>
              j === at ? { ...segment, fields: { ...segment.fields, "0832": weight } } : segment,
            ),
          };
        });
        const [before, after] = [defaultChains, edited].map((chains) => mapAll(chains, { talents, demands }));
        for (const [i, map] of (after?.maps ?? []).entries()) {
          if (i !== c) expect(map.links).toEqual(before?.maps[i]?.links);
        }
        // A score moves only where a relation that came, went or changed joins a held and an asked field.
        const relations = [defaultChains, edited].map((chains) => fieldRelations(chains));
        const [old, now] = relations.map((list) => new Map(list.map((relation) => [JSON.stringify(relation), relation])));
        const changed = [...(old ?? []), ...(now ?? [])].filter(([key]) => !(old?.has(key) && now?.has(key)));
        const moved = [...new Set(changed.flatMap(([, { a, b }]) => [a, b]))];
        const touches = (codes: readonly string[]) => codes.some((code) => moved.some((field) => canonicalField(code).startsWith(field)));
        const [one, two] = relations.map((fields) => createTalentIndex(talents, { criteria: { fieldRelations: fields ?? [] } }));
        for (const demand of demands.slice(0, 40)) {
          const asked = demand.requirements.flatMap(({ dimension, values }) => (dimension === "field" ? values : []));
          if (!touches(asked)) expect(two?.rank(demand)).toEqual(one?.rank(demand));
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe("recruitmentTargets", () => {
  test("values fall, add up from their reasons, and the first is the best by itself", () => {
    const { talents, demands } = oneCounty;
    const { maps } = mapAll(defaultChains, { talents, demands });
    const targets = recruitmentTargets(maps, { limit: 8 });
    for (const kinds of [["talent"], ["institution", "enterprise"], ["city"]]) {
      const own = targets.filter(({ kind }) => kinds.includes(kind));
      expect(own.length).toBe(8);
      for (const { value, reasons } of own) {
        expect(reasons.reduce((sum, reason) => sum + reason.value, 0)).toBeCloseTo(value, 9);
        expect(reasons.every(({ people }) => people > 0)).toBe(true);
      }
      expect(own.map(({ value }) => value)).toEqual(own.map(({ value }) => value).sort((a, b) => b - a));
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    }
    const missing = maps.flatMap((map) => gaps(map)).reduce((sum, gap) => sum + gap.missing, 0);
    for (const kinds of [["talent"], ["city"]]) {
      const people = targets.filter(({ kind }) => kinds.includes(kind)).flatMap(({ reasons }) => reasons);
      expect(people.reduce((sum, reason) => sum + reason.people, 0)).toBeLessThanOrEqual(missing);
    }
    expect(targets).toEqual(recruitmentTargets(maps, { limit: 8 }));
  });
});

describe("TalentMap.segmentOf", () => {
  test("a demand that names no segment is put where its post, fields and industry say, and nowhere where they say several", () => {
    const map = buildTalentMap(chain, { talents: [] });
    const { demands } = synthesiseCounty({ seed: 9, talents: 0, demands: 400, dirt: false, chains: [chain] });
    let told = 0;
    for (const demand of demands) {
      expect(map.segmentOf(demand)).toBe(demand.segment);
      const { segment, ...unnamed } = demand;
      const found = map.segmentOf(unnamed);
      if (found !== undefined) told++;
      const advertised = chain.segments.filter(({ occupations }) => occupations?.includes(demand.post ?? ""));
      if (advertised.length === 1) expect(found).toBe(segment);
    }
    expect(told / demands.length).toBeGreaterThan(0.95);
    expect(map.segmentOf({ id: "d", requirements: [] })).toBeUndefined();
    expect(map.segmentOf({ id: "d", requirements: [{ dimension: "field", kind: "soft", values: ["0821"] }] })).toBeUndefined();
  });
});
