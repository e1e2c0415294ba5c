import { checkArray, checkOptions, GuiyanError } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import { type Criteria, compileDemand, type SettledCriteria, settleCriteria } from "../scoring/index.js";
import { buildColumns, type Columns } from "./columns.js";
import type { Match, RankStats } from "./match.js";
import { checkListLength } from "./rank.js";
import { scan, type TableCache } from "./scan-engine.js";

/** Options of one ranking on an index. */
export interface IndexRankOptions {
  /** How many to return, >= 1; `Infinity` for all. Default 10. */
  readonly k?: number;
  /** Criteria for this ranking instead of the index's own; dimensions of the caller's own must be those of the index. */
  readonly criteria?: Criteria;
  /** Told what the ranking cost. */
  readonly onStats?: (stats: RankStats) => void;
}

/** Options of {@link createTalentIndex}. */
export interface TalentIndexOptions {
  readonly criteria?: Criteria;
}

/** A registry made ready for many rankings (人才索引). Immutable; strings stay outside but the ids. */
export class TalentIndex {
  readonly #columns: Columns;
  readonly #criteria: Criteria | undefined;
  readonly #dimensions: SettledCriteria["dimensions"];
  readonly #caches = new WeakMap<SettledCriteria, TableCache>();

  constructor(talents: readonly Talent[], criteria: Criteria | undefined) {
    const settled = settleCriteria(criteria);
    this.#columns = buildColumns(talents, settled);
    this.#criteria = criteria;
    this.#dimensions = settled.dimensions;
  }

  /** Talents in the index. */
  get size(): number {
    return this.#columns.ids.length;
  }

  /**
   * The best `k` talents for a demand (排序); equal to {@link rank} over the same talents.
   * @throws GuiyanError `invalid-demand`, `invalid-option`, `unknown-option`
   * @complexity O(rows × requirements)
   */
  rank(demand: Demand, options: IndexRankOptions = {}): Match[] {
    checkOptions("TalentIndex.rank", options, ["k", "criteria", "onStats"]);
    const k = checkListLength("TalentIndex.rank", options.k);
    const criteria = options.criteria ?? this.#criteria;
    const settled = settleCriteria(criteria);
    for (const dimension of settled.dimensions.keys()) {
      if (!this.#dimensions.has(dimension)) {
        throw new GuiyanError(
          "invalid-option",
          `TalentIndex.rank: expected dimension "${dimension}" to be declared when the index was built`,
          {
            path: ["criteria", "dimensions", dimension],
          },
        );
      }
    }
    const { matches, stats } = scan(this.#columns, compileDemand(demand, criteria), k, this.#cacheOf(settled));
    options.onStats?.(stats);
    return matches;
  }

  /** {@link rank} for each demand in turn (批量排序). */
  rankAll(demands: readonly Demand[], options: IndexRankOptions = {}): Match[][] {
    checkArray("TalentIndex.rankAll", "demands", demands);
    return demands.map((demand) => this.rank(demand, options));
  }

  #cacheOf(criteria: SettledCriteria): TableCache {
    const known = this.#caches.get(criteria);
    if (known) return known;
    const made: TableCache = new Map();
    this.#caches.set(criteria, made);
    return made;
  }
}

/**
 * Builds an index over a registry (建立人才索引).
 * @throws GuiyanError `duplicate-id`, `invalid-talent`, `unknown-option`
 * @complexity O(n log n)
 * @example
 * const index = createTalentIndex([{ id: "a", fields: ["083201"] }, { id: "b", fields: ["080502"] }]);
 * const demand = { id: "d", requirements: [{ dimension: "field", kind: "soft" as const, values: ["083202"] }] };
 * console.log(index.rank(demand, { k: 1 })[0]?.id); // → a
 */
export function createTalentIndex(talents: readonly Talent[], options: TalentIndexOptions = {}): TalentIndex {
  checkOptions("createTalentIndex", options, ["criteria"]);
  checkArray("createTalentIndex", "talents", talents);
  return new TalentIndex(talents, options.criteria);
}
