import type { Demand } from "../model/index.js";
import type { Match, PointsTable } from "../ranking/index.js";
import type { CandidateList } from "./candidate-source.js";
import { type DemandCandidateOptions, type DemandCandidates, placesOf } from "./demand-candidates.js";

/** Candidates of each demand with everybody's points at hand (全体候选), for registries hardly larger than the posts: talents are columns in order of id. */
export class WholeCandidates implements DemandCandidates {
  readonly places: Int32Array;
  /** Points by demand and talent; -1 where the pair cannot be. */
  readonly table: PointsTable;
  readonly #demands: readonly Demand[];
  readonly #options: DemandCandidateOptions;
  readonly #lists: (CandidateList | undefined)[];

  constructor(demands: readonly Demand[], options: DemandCandidateOptions) {
    const { index, criteriaOf, isBarred } = options;
    this.#demands = demands;
    this.#options = options;
    this.places = placesOf(demands);
    this.table = index.pointsTable(demands, { criteria: criteriaOf });
    this.#lists = demands.map(() => undefined);
    const { ids, points } = this.table;
    for (const [row, own] of points.entries()) {
      const demand = demands[row] as Demand;
      for (let column = 0; column < ids.length; column++)
        if ((own[column] as number) >= 0 && isBarred(ids[column] as string, demand)) own[column] = -1;
    }
  }

  get listed(): number {
    return this.table.points.reduce((sum, own) => sum + own.reduce((count, points) => count + (points >= 0 ? 1 : 0), 0), 0);
  }

  list(row: number): CandidateList {
    const known = this.#lists[row];
    if (known !== undefined) return known;
    const points = this.table.points[row] as Int32Array;
    // Points and column in one number that sorts as the list does: points descending, then id.
    const keys = Float64Array.from(points, (own, column) => (own < 0 ? Number.POSITIVE_INFINITY : column - own * COLUMNS)).sort();
    const columns: number[] = [];
    const weights: number[] = [];
    for (const key of keys) {
      if (key === Number.POSITIVE_INFINITY) break;
      const column = ((key % COLUMNS) + COLUMNS) % COLUMNS;
      columns.push(column);
      weights.push((points[column] as number) + this.#options.bonus);
    }
    const list = { columns, weights, bound: Number.NEGATIVE_INFINITY };
    this.#lists[row] = list;
    return list;
  }

  grow(): void {}

  idOf(column: number): string {
    return this.table.ids[column] as string;
  }

  capacity(column: number): number {
    return this.#options.capacityOf(this.idOf(column));
  }

  matchOf(row: number, edge: number): Pick<Match, "points" | "low" | "high" | "toVerify"> {
    const { index, criteriaOf } = this.#options;
    const talent = this.idOf(this.list(row).columns[edge] as number);
    const demand = this.#demands[row] as Demand;
    const criteria = criteriaOf(demand);
    const [match] = index.rankDemandsFor(talent, [demand], criteria === undefined ? {} : { criteria });
    return match as Pick<Match, "points" | "low" | "high" | "toVerify">;
  }
}

/** More columns than there are; points × this stays exact. */
const COLUMNS = 2 ** 32;
