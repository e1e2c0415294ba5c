import type { Demand } from "../model/index.js";
import type { Match, TalentIndex } from "../ranking/index.js";
import type { Criteria } from "../scoring/index.js";
import type { CandidateList, CandidateSource } from "./candidate-source.js";

/** Candidates of demands, with what a plan tells of them (需求候选人): demands are rows, talents columns. */
export interface DemandCandidates extends CandidateSource {
  /** Pairs listed so far. */
  readonly listed: number;
  /** The talent of a column. */
  idOf(column: number): string;
  /** What a listed candidate scores. */
  matchOf(row: number, edge: number): Pick<Match, "points" | "low" | "high" | "toVerify">;
}

/** What the candidates of demands are listed from. */
export interface DemandCandidateOptions {
  readonly index: TalentIndex;
  readonly criteriaOf: (demand: Demand) => Criteria | undefined;
  /** Demands a talent may take. */
  readonly capacityOf: (talent: string) => number;
  /** Whether a talent may not be given to a demand at all. */
  readonly isBarred: (talent: string, demand: Demand) => boolean;
  /** Added to the points of every pair. */
  readonly bonus: number;
}

/** Places of demands. */
export function placesOf(demands: readonly Demand[]): Int32Array {
  return Int32Array.from(demands, ({ headcount }) => headcount ?? 1);
}

/** Length of a list when it is first made, and by what it grows. */
const FIRST_LENGTH = 16;
const GROWTH = 4;

/** Candidates of each demand, listed from an index as far as they are asked for (按需列出): talents are columns in the order in which they were first listed. */
export class ListedCandidates implements DemandCandidates {
  readonly places: Int32Array;
  readonly #demands: readonly Demand[];
  readonly #options: DemandCandidateOptions;
  readonly #lists: CandidateList[];
  readonly #matches: Match[][];
  /** How many an index was asked for at last; 0 before the first time. */
  readonly #asked: Float64Array;
  readonly #columns = new Map<string, number>();
  readonly #ids: string[] = [];

  constructor(demands: readonly Demand[], options: DemandCandidateOptions) {
    this.#demands = demands;
    this.#options = options;
    this.places = placesOf(demands);
    this.#lists = demands.map(() => ({ columns: [], weights: [], bound: Number.POSITIVE_INFINITY }));
    this.#matches = demands.map(() => []);
    this.#asked = new Float64Array(demands.length);
    for (const row of demands.keys()) this.grow(row);
  }

  get listed(): number {
    return this.#lists.reduce((sum, { columns }) => sum + columns.length, 0);
  }

  list(row: number): CandidateList {
    return this.#lists[row] as CandidateList;
  }

  idOf(column: number): string {
    return this.#ids[column] as string;
  }

  capacity(column: number): number {
    return this.#options.capacityOf(this.idOf(column));
  }

  matchOf(row: number, edge: number): Match {
    return this.#matches[row]?.[edge] as Match;
  }

  grow(row: number): void {
    const { index, criteriaOf, isBarred, bonus } = this.#options;
    const demand = this.#demands[row] as Demand;
    const criteria = criteriaOf(demand);
    const list = this.#lists[row] as CandidateList;
    const before = this.#asked[row] as number;
    const k = before === 0 ? Math.max(FIRST_LENGTH, 2 * (this.places[row] as number)) : before * GROWTH;
    const found = index.rank(demand, { k, ...(criteria === undefined ? {} : { criteria }) });
    this.#asked[row] = k;
    for (let i = before; i < found.length; i++) {
      const match = found[i] as Match;
      if (isBarred(match.id, demand)) continue;
      let column = this.#columns.get(match.id);
      if (column === undefined) {
        column = this.#ids.push(match.id) - 1;
        this.#columns.set(match.id, column);
      }
      list.columns.push(column);
      list.weights.push(match.points + bonus);
      this.#matches[row]?.push(match);
    }
    list.bound = found.length < k ? Number.NEGATIVE_INFINITY : (found.at(-1) as Match).points + bonus;
  }
}
