import { checkArray, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import type { Demand, Talent } from "../model/index.js";
import {
  type Criteria,
  compileDemand,
  type ScorePlan,
  type SettledCriteria,
  scoreFacts,
  scorePlanned,
  settleCriteria,
} from "../scoring/index.js";
import { buildParts, type IndexParts, type PlanCaches } from "./index-parts.js";
import { type Match, type NearMiss, RANK_ENGINES, type RankEngine, type RankedWithNearMisses, type RankStats } from "./match.js";
import { type PointsTable, readPointsTable } from "./points-table.js";
import { checkListLength } from "./rank.js";
import { type DemandMatch, rankDemands } from "./rank-demands.js";
import { readColumns } from "./read-columns.js";
import { compileRowReader, factOfRow } from "./row-reader.js";
import { columnsOfSegments, Segment } from "./segment.js";
import { settleSegments } from "./settle-segments.js";
import { readSnapshot, writeSnapshot } from "./snapshot.js";
import { isDead } from "./tombstones.js";
import { compareRows, describeRows, type TopRow, topRows } from "./top-rows.js";

/** Options of one ranking on an index. */
export interface IndexRankOptions {
  /** How many to return, >= 1; `Infinity` for all. Default 10. */
  readonly k?: number;
  /** Criteria for this ranking instead of the index's own; dimensions of the caller's own must be those of the index. */
  readonly criteria?: Criteria;
  /** Insists on an engine instead of leaving the choice to the planner; the answer is the same. Rows without cells are scanned whatever is asked. */
  readonly engine?: RankEngine;
  /** Told what the ranking cost. */
  readonly onStats?: (stats: RankStats) => void;
}

/**
 * A registry made ready for many rankings (人才索引): exact lists in microseconds, whatever its size.
 *
 * Talents come and go by {@link upsert} and {@link remove}; rankings always see the present registry. Segments are kept in sizes that grow by a
 * factor, and merged as they fill, so that a change costs O(log n) rebuilt rows on average; now and then one call pays for a large merge.
 */
export class TalentIndex {
  #parts: IndexParts;
  /** Whether it differs from a fresh build of its registry in numbering or segments. */
  #edited = false;
  readonly #criteria: Criteria | undefined;
  readonly #dimensions: SettledCriteria["dimensions"];

  /** @internal Use {@link createTalentIndex}. */
  constructor(parts: IndexParts, criteria: Criteria | undefined) {
    this.#parts = parts;
    this.#criteria = criteria;
    this.#dimensions = settleCriteria(criteria).dimensions;
  }

  /** Criteria that the index was built with; undefined for the defaults. */
  get criteria(): Criteria | undefined {
    return this.#criteria;
  }

  /** Talents in the index. */
  get size(): number {
    return this.#parts.segments.reduce((sum, { live }) => sum + live, 0);
  }

  /** Whether a talent of this id stands in the index. @complexity O(log n) */
  has(id: string): boolean {
    checkId("TalentIndex.has", id, ["id"]);
    return this.#parts.segments.some((segment) => segment.find(id) >= 0);
  }

  /**
   * The best `k` talents for a demand (排序); equal to {@link rank} over the same talents.
   *
   * With `nearMisses`, also the best `k` among those whom one hard or excluding requirement alone keeps out, each with that requirement.
   * @throws GuiyanError `invalid-demand`, `invalid-option`, `unknown-option`
   * @complexity independent of the number of talents on `cells`, while few tie at the cut and few rows wait to be swept away after a removal;
   *   O(rows × requirements) by scan
   */
  rank(demand: Demand, options?: IndexRankOptions & { readonly nearMisses?: false }): Match[];
  rank(demand: Demand, options: IndexRankOptions & { readonly nearMisses: true }): RankedWithNearMisses;
  rank(demand: Demand, options: IndexRankOptions & { readonly nearMisses?: boolean } = {}): Match[] | RankedWithNearMisses {
    checkOptions("TalentIndex.rank", options, ["k", "criteria", "engine", "onStats", "nearMisses"]);
    const k = checkListLength("TalentIndex.rank", options.k);
    if (options.engine !== undefined) checkOneOf("TalentIndex.rank", "engine", options.engine, RANK_ENGINES);
    const { plan, caches } = this.#compile("TalentIndex.rank", demand, options.criteria);
    // One more than asked, so that a tie across the cut is seen.
    const found = topRows(this.#parts, { plan, want: k + 1, ...caches, engine: options.engine });
    const { engine, reason, touched, cells } = found;
    options.onStats?.({ engine, ...(reason ? { reason } : {}), touched, cells });
    const matches = describeRows(plan, found.rows, k);
    return options.nearMisses ? { matches, nearMisses: this.#nearMisses(demand, plan, caches, k, options.engine) } : matches;
  }

  #nearMisses(demand: Demand, plan: ScorePlan, caches: PlanCaches, k: number, engine: RankEngine | undefined): NearMiss[] {
    const failed = new Map<TopRow, number>();
    for (const rule of plan.rules) {
      const { rows } = topRows(this.#parts, { plan, want: k + 1, ...caches, engine, failing: rule });
      for (const row of rows) failed.set(row, rule.requirement);
    }
    const rows = [...failed.keys()].sort(compareRows);
    return describeRows(plan, rows, k).map((match, i) => {
      const index = failed.get(rows[i] as TopRow) as number;
      return { ...match, failed: index, requirement: demand.requirements[index] as Demand["requirements"][number] };
    });
  }

  /** {@link rank} for each demand in turn (批量排序). */
  rankAll(demands: readonly Demand[], options: IndexRankOptions = {}): Match[][] {
    checkArray("TalentIndex.rankAll", "demands", demands);
    checkOptions("TalentIndex.rankAll", options, ["k", "criteria", "engine", "onStats"]);
    return demands.map((demand) => this.rank(demand, options));
  }

  /**
   * The best `k` demands for one talent (为人才找岗位), with the points that the talent has in each demand's own list.
   * @param talent a talent, or the id of one in the index
   * @throws GuiyanError `invalid-demand`, `duplicate-id` for demands, `invalid-talent`, `invalid-argument` for an id that the index does not hold
   * @complexity O(demands × requirements)
   */
  rankDemandsFor(
    talent: string | Talent,
    demands: readonly Demand[],
    options: { readonly k?: number; readonly criteria?: Criteria } = {},
  ): DemandMatch[] {
    const place = "TalentIndex.rankDemandsFor";
    checkOptions(place, options, ["k", "criteria"]);
    checkArray(place, "demands", demands);
    const k = checkListLength(place, options.k);
    const planOf = (demand: Demand) => this.#compile(place, demand, options.criteria).plan;
    if (typeof talent !== "string") {
      const criteria = settleCriteria(options.criteria ?? this.#criteria);
      return rankDemands(place, demands, k, (demand) => scorePlanned(talent, planOf(demand), criteria));
    }
    const segment = this.#parts.segments.find((holder) => holder.find(talent) >= 0);
    if (segment === undefined)
      throw new GuiyanError("invalid-argument", `${place}: expected the id of a talent in the index`, { path: ["talent"] });
    const { columns } = segment;
    const row = segment.find(talent);
    return rankDemands(place, demands, k, (demand) => scoreFacts(talent, planOf(demand), (part) => factOfRow(columns, part, row)));
  }

  /**
   * Talents whom no hard or excluding requirement keeps out (合格人数), those to verify included.
   * @throws GuiyanError `invalid-demand`, `invalid-option`, `unknown-option`
   * @complexity O(rows × rules), O(1) without rules
   */
  countCandidates(demand: Demand, options: { readonly criteria?: Criteria } = {}): number {
    checkOptions("TalentIndex.countCandidates", options, ["criteria"]);
    const { plan, caches } = this.#compile("TalentIndex.countCandidates", demand, options.criteria);
    if (plan.rules.length === 0) return this.size;
    const rulesAlone: ScorePlan = { ...plan, terms: [], weighs: false };
    let count = 0;
    for (const { columns, dead, size } of this.#parts.segments) {
      const read = compileRowReader(columns, rulesAlone, caches.cache);
      for (let row = 0; row < size; row++) if (read(row, 0) >= 0 && !isDead(dead, row)) count++;
    }
    return count;
  }

  /**
   * The points of every talent for every demand (得分矩阵), for work that needs all pairs; lists of a few come from {@link rank}.
   * @param options `criteria` for all demands, or for each
   * @throws GuiyanError `invalid-demand`, `invalid-option`, `unknown-option`
   * @complexity O(demands × rows × requirements); 4 bytes a pair
   */
  pointsTable(
    demands: readonly Demand[],
    options: { readonly criteria?: Criteria | ((demand: Demand) => Criteria | undefined) } = {},
  ): PointsTable {
    const place = "TalentIndex.pointsTable";
    checkArray(place, "demands", demands);
    checkOptions(place, options, ["criteria"]);
    const { criteria } = options;
    const plans = demands.map((demand) => {
      const { plan, caches } = this.#compile(place, demand, typeof criteria === "function" ? criteria(demand) : criteria);
      return { plan, cache: caches.cache };
    });
    return readPointsTable(this.#parts.segments, plans);
  }

  /**
   * Adds talents, each in place of the one of its id if there is one (增改).
   * @throws GuiyanError `duplicate-id`, `invalid-talent`; the index is then as before
   * @complexity O(talents × log n) on average, and the rows that wait are written anew; a call that fills a segment pays for its merge
   */
  upsert(talents: readonly Talent[]): void {
    checkArray("TalentIndex.upsert", "talents", talents);
    const columns = readColumns("TalentIndex.upsert", talents, this.#parts.vocabulary, settleCriteria(this.#criteria));
    if (talents.length === 0) return;
    for (const { id } of talents) this.#bury(id);
    this.#settle([...this.#parts.segments, new Segment(columns, new Map())]);
  }

  /**
   * Removes talents by id (删除).
   * @returns how many there were; ids that are not in the index count nothing
   * @complexity O(ids × log n)
   */
  remove(ids: readonly string[]): number {
    for (const [i, id] of checkArray("TalentIndex.remove", "ids", ids).entries()) checkId("TalentIndex.remove", id, ["ids", i]);
    const gone = ids.filter((id) => this.#bury(id)).length;
    if (gone > 0) this.#settle(this.#parts.segments);
    return gone;
  }

  /**
   * The index as bytes (快照), to be kept or handed to workers; the same registry gives the same bytes, whatever edits led to it.
   * An index that has been edited is put in order first.
   * @param options `shared` lays the bytes on a SharedArrayBuffer, so that several workers read one copy
   * @complexity O(bytes), O(n log n) after edits
   */
  toSnapshot(options: { readonly shared?: boolean } = {}): Uint8Array {
    checkOptions("TalentIndex.toSnapshot", options, ["shared"]);
    if (this.#edited) {
      const criteria = settleCriteria(this.#criteria);
      const { bases, segments } = this.#parts;
      this.#parts = buildParts(columnsOfSegments(segments), criteria, bases);
      this.#edited = false;
    }
    return writeSnapshot(this.#parts, options.shared ?? false);
  }

  /**
   * The index of a snapshot (载入快照). It reads the bytes in place: they must not change, and may lie on a SharedArrayBuffer.
   * @param options the criteria that the index was built with; they are no part of a snapshot, because they may hold functions
   * @throws GuiyanError `invalid-snapshot` for damaged or foreign bytes, or another version's; `unknown-option`, `invalid-option`
   * @complexity O(bytes) for the checksum; nothing is rebuilt
   */
  static fromSnapshot(bytes: Uint8Array, options: { readonly criteria?: Criteria } = {}): TalentIndex {
    checkOptions("TalentIndex.fromSnapshot", options, ["criteria"]);
    const dimensions = [...settleCriteria(options.criteria).dimensions.keys()];
    return new TalentIndex(readSnapshot(bytes, dimensions), options.criteria);
  }

  /** Removes one id from the segment that holds it. */
  #bury(id: string): boolean {
    for (const segment of this.#parts.segments) {
      const row = segment.find(id);
      if (row < 0) continue;
      segment.remove(row);
      return true;
    }
    return false;
  }

  #settle(segments: readonly Segment[]): void {
    const { trees, bases } = this.#parts;
    this.#edited = true;
    trees.region.grow();
    trees.field.grow();
    this.#parts = { ...this.#parts, segments: settleSegments(segments, trees, bases) };
  }

  #compile(place: string, demand: Demand, asked: Criteria | undefined): { readonly plan: ScorePlan; readonly caches: PlanCaches } {
    const criteria = asked ?? this.#criteria;
    const settled = settleCriteria(criteria);
    for (const [dimension, { values }] of settled.dimensions) {
      const built = this.#dimensions.get(dimension);
      if (built !== undefined && built.values === values) continue;
      throw new GuiyanError(
        "invalid-option",
        `${place}: expected dimension "${dimension}" to be declared, with the same values, when the index was built`,
        {
          path: ["criteria", "dimensions", dimension],
        },
      );
    }
    let caches = this.#parts.caches.get(settled);
    if (caches === undefined) {
      caches = { cache: new Map(), near: new Map() };
      this.#parts.caches.set(settled, caches);
    }
    return { plan: compileDemand(demand, criteria), caches };
  }
}

function checkId(place: string, id: unknown, path: readonly (string | number)[]): void {
  if (typeof id !== "string") throw new GuiyanError("invalid-argument", `${place}: expected ids to be text`, { path });
}
