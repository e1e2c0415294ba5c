/** One talent in a ranked list (匹配结果). */
export interface Match {
  readonly id: string;
  /** Integer 0..1 000 000. */
  readonly points: number;
  /** Points were every unknown fact the worst, and the best. */
  readonly low: number;
  readonly high: number;
  /** Place in the whole order, from 1: points descending, then id ascending by code point. */
  readonly rank: number;
  /** Whether another candidate of the whole registry has the same points. */
  readonly tied: boolean;
  /** Present where a hard or excluding requirement could not be told. */
  readonly toVerify?: true;
}

/** What one ranking cost (检索统计). */
export interface RankStats {
  /** The engine that answered. */
  readonly engine: "scan";
  /** Rows or postings looked at. */
  readonly touched: number;
  /** Rows that passed every hard rule. */
  readonly candidates: number;
}
