import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import type { Chain, Demand, Station, Talent } from "../model/index.js";
import { checkDistinctIds, createTalentIndex, type TalentIndex } from "../ranking/index.js";
import type { Criteria } from "../scoring/index.js";
import type { DirectedGraph } from "./graph.js";
import { type MapEdge, type MapNode, mapGraph } from "./map-graph.js";
import { linkSegments, type SegmentLink } from "./segment-links.js";
import { segmentOfDemand } from "./segment-of-demand.js";
import { validateChain } from "./validate-chain.js";

/** Input of {@link buildTalentMap}. */
export interface TalentMapOptions {
  readonly talents: readonly Talent[];
  /** Demands of any chain; those of this one are taken. */
  readonly demands?: readonly Demand[];
  /** Index over the same talents, to be shared between maps; built when first needed if absent. */
  readonly index?: TalentIndex;
  readonly stations?: readonly Station[];
  /** Criteria by which people are judged able; those of the index by default. */
  readonly criteria?: Criteria;
  /** Whether somebody may be asked at all. Default: who has not said no (`doNotContact`). */
  readonly reachable?: (talent: Talent) => boolean;
}

/**
 * The talent map of one chain (产业链人才图谱): who serves which segment, who works where, who asks for whom. Made by {@link buildTalentMap}.
 */
export class TalentMap {
  readonly chain: Chain;
  /** Demands of the chain that are still open, in the order given. */
  readonly demands: readonly Demand[];
  readonly stations: readonly Station[];
  /** Who serves which segment, and why. */
  readonly links: readonly SegmentLink[];
  /** Talents that serve a segment, in the order given. */
  readonly talents: readonly Talent[];
  /** The whole registry that the map was drawn from. */
  readonly registry: readonly Talent[];
  /** Of the registry: of whom neither field nor industry is known, so that nobody can say whether they belong here. */
  readonly unplaced: number;
  readonly #options: TalentMapOptions;
  readonly #segments = new Map<Demand, string | undefined>();
  #index: TalentIndex | undefined;
  #graph: DirectedGraph<MapNode, MapEdge> | undefined;

  /** @internal Use {@link buildTalentMap}. */
  constructor(chain: Chain, options: TalentMapOptions) {
    this.chain = chain;
    this.#options = options;
    this.registry = options.talents;
    this.demands = (options.demands ?? []).filter(({ chain: of, status }) => of === chain.id && (status ?? "open") === "open");
    this.stations = options.stations ?? [];
    this.links = linkSegments(chain, options.talents);
    this.talents = [...new Set(this.links.map(({ talent }) => talent))];
    this.unplaced = options.talents.filter(({ fields, industries }) => !(fields?.length || industries?.length)).length;
    this.#index = options.index;
  }

  /** Criteria by which people are judged. */
  get criteria(): Criteria {
    return this.#options.criteria ?? this.#options.index?.criteria ?? {};
  }

  /** The index over the registry. */
  get index(): TalentIndex {
    this.#index ??= createTalentIndex(this.registry, { criteria: this.criteria });
    return this.#index;
  }

  /** Segment that a demand belongs to, as far as it can be told; see {@link segmentOfDemand}. */
  segmentOf(demand: Demand): string | undefined {
    if (!this.#segments.has(demand)) this.#segments.set(demand, segmentOfDemand(this.chain, demand));
    return this.#segments.get(demand);
  }

  /** Whether somebody may be asked at all. */
  isReachable(talent: Talent): boolean {
    return this.#options.reachable ? this.#options.reachable(talent) : talent.doNotContact !== true;
  }

  /** The map as a typed graph, drawn when first asked for; see {@link mapGraph} for its nodes and edges. */
  get graph(): DirectedGraph<MapNode, MapEdge> {
    this.#graph ??= mapGraph(this);
    return this.#graph;
  }
}

/**
 * Draws the talent map of a chain (绘制产业链人才图谱).
 * @throws GuiyanError `invalid-chain` with the place of the first fault; `invalid-demand` for a headcount that is none; `duplicate-id`,
 *   `invalid-talent`, `invalid-argument`, `unknown-option`
 * @complexity O(talents × codes held × segments); the graph O(its nodes and edges) when first asked for
 * @example
 * const chain = defaultChains[0]!;
 * const talents = [{ id: "t1", fields: ["080502"], organization: "某某大学" }];
 * const map = buildTalentMap(chain, { talents });
 * console.log(map.links[0]?.segment, map.links[0]?.weight); // → resin 1000
 */
export function buildTalentMap(chain: Chain, options: TalentMapOptions): TalentMap {
  const place = "buildTalentMap";
  checkOptions(place, options, ["talents", "demands", "index", "stations", "criteria", "reachable"]);
  checkDistinctIds(place, checkArray(place, "talents", options.talents));
  for (const [i, { id, headcount }] of checkArray(place, "demands", options.demands ?? []).entries()) {
    if (headcount === undefined || (Number.isSafeInteger(headcount) && headcount >= 1)) continue;
    throw new GuiyanError("invalid-demand", `${place}: demands.${i}.headcount: expected an integer >= 1`, {
      path: ["demands", i, "headcount"],
      details: { demand: id },
    });
  }
  for (const [i, { staff }] of checkArray(place, "stations", options.stations ?? []).entries())
    checkArray(place, `stations.${i}.staff`, staff);
  checkDistinctIds(place, options.demands ?? [], "invalid-demand");
  checkDistinctIds(place, options.stations ?? [], "invalid-argument");
  const [fault] = validateChain(chain);
  if (fault !== undefined) throw new GuiyanError("invalid-chain", `${place}: ${fault.message}`, { path: fault.path });
  return new TalentMap(chain, options);
}
