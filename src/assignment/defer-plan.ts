import { GuiyanError } from "../errors/index.js";
import type { Demand } from "../model/index.js";
import type { DemandCandidates } from "./demand-candidates.js";

/** Whose best plan, and what talents make of demands. */
export interface DeferPlanOptions {
  readonly proposing: "demands" | "talents";
  readonly preference: ((talent: string, demand: Demand, points: number) => number) | undefined;
}

/** A demand in a talent's eyes. */
interface Offer {
  readonly row: number;
  /** Its place in the demand's list. */
  readonly edge: number;
  readonly worth: number;
}

/** Whether a talent would rather have the one offer than the other: by worth, then by the demand's place in order of id. */
function prefers(a: Offer, b: Offer): boolean {
  return a.worth > b.worth || (a.worth === b.worth && a.row < b.row);
}

/**
 * A stable plan (稳定方案): demands go by their lists, points descending and then id; talents by worth and then id of the demand.
 *
 * Demands propose down their lists, which are fetched as far as they get. For the talents' best plan the talents propose, and only those need to whom the demands'
 * best plan gave a post: the same people have posts in every stable plan, so that nobody below the best of the others in a
 * demand's list can ever be with it.
 * @returns the columns of each demand
 * @complexity O(proposals × capacity)
 * @source A. E. Roth, Econometrica 54 (1986) 425–427, for who has a post in every stable plan (rural hospitals theorem)
 */
export function deferPlan(source: DemandCandidates, demands: readonly Demand[], options: DeferPlanOptions): number[][] {
  const ofDemands = demandsPropose(source, demands, options);
  return options.proposing === "demands" ? ofDemands : talentsPropose(source, demands, options, new Set(ofDemands.flat()));
}

function offerOf(source: DemandCandidates, demands: readonly Demand[], { preference }: DeferPlanOptions, row: number, edge: number): Offer {
  const list = source.list(row);
  const points = list.weights[edge] as number;
  if (preference === undefined) return { row, edge, worth: points };
  const worth: unknown = preference(source.idOf(list.columns[edge] as number), demands[row] as Demand, points);
  if (typeof worth === "number" && !Number.isNaN(worth)) return { row, edge, worth };
  throw new GuiyanError("invalid-option", "assign: expected preference to answer with a number", { path: ["preference"] });
}

function demandsPropose(source: DemandCandidates, demands: readonly Demand[], options: DeferPlanOptions): number[][] {
  const held = demands.map((): number[] => []);
  const next = new Int32Array(demands.length);
  const kept = new Map<number, Offer[]>();
  const waiting = Array.from(demands.keys()).reverse();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    const own = held[row] as number[];
    while (own.length < (source.places[row] as number)) {
      const column = nextCandidate(source, row, next);
      if (column === undefined) break;
      const capacity = source.capacity(column);
      if (capacity === 0) continue;
      const offers = kept.get(column) ?? [];
      kept.set(column, offers);
      offers.push(offerOf(source, demands, options, row, (next[row] as number) - 1));
      own.push(column);
      if (offers.length <= capacity) continue;
      const worst = offers.reduce((a, b) => (prefers(a, b) ? b : a));
      offers.splice(offers.indexOf(worst), 1);
      const refused = held[worst.row] as number[];
      refused.splice(refused.indexOf(column), 1);
      if (worst.row !== row) waiting.push(worst.row);
    }
  }
  return held;
}

/** The next column of a row's list, which grows where it ends; undefined at the end of all. */
function nextCandidate(source: DemandCandidates, row: number, next: Int32Array): number | undefined {
  const list = source.list(row);
  const at = next[row] as number;
  while (at >= list.columns.length) {
    if (list.bound === Number.NEGATIVE_INFINITY) return undefined;
    source.grow(row);
  }
  next[row] = at + 1;
  return list.columns[at];
}

function talentsPropose(
  source: DemandCandidates,
  demands: readonly Demand[],
  options: DeferPlanOptions,
  placed: ReadonlySet<number>,
): number[][] {
  const offers = new Map<number, Offer[]>();
  const cursor = new Int32Array(demands.length);
  for (const row of demands.keys()) {
    for (let column = nextCandidate(source, row, cursor); column !== undefined; column = nextCandidate(source, row, cursor)) {
      if (source.capacity(column) === 0) continue;
      if (!placed.has(column)) break;
      const own = offers.get(column);
      const offer = offerOf(source, demands, options, row, (cursor[row] as number) - 1);
      if (own === undefined) offers.set(column, [offer]);
      else own.push(offer);
    }
  }
  for (const own of offers.values()) own.sort((a, b) => (prefers(a, b) ? -1 : 1));
  // Offers that each demand holds, and how far each talent has gone.
  const kept = demands.map((): { readonly column: number; readonly edge: number }[] => []);
  const taken = new Map<number, number>();
  const next = new Map<number, number>();
  const waiting = [...placed].sort((a, b) => b - a);
  for (let column = waiting.pop(); column !== undefined; column = waiting.pop()) {
    const own = offers.get(column) as Offer[];
    const capacity = source.capacity(column);
    while ((taken.get(column) ?? 0) < capacity && (next.get(column) ?? 0) < own.length) {
      const { row, edge } = own[next.get(column) ?? 0] as Offer;
      next.set(column, (next.get(column) ?? 0) + 1);
      const holds = kept[row] as { readonly column: number; readonly edge: number }[];
      holds.push({ column, edge });
      taken.set(column, (taken.get(column) ?? 0) + 1);
      if (holds.length <= (source.places[row] as number)) continue;
      const worst = holds.reduce((a, b) => (b.edge > a.edge ? b : a));
      holds.splice(holds.indexOf(worst), 1);
      taken.set(worst.column, (taken.get(worst.column) as number) - 1);
      if (worst.column !== column) waiting.push(worst.column);
    }
  }
  return kept.map((holds) => holds.map(({ column }) => column));
}
