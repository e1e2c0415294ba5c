/** Columns that a row may take, best first, as far as they have been listed (候选清单). */
export interface CandidateList {
  /** Column numbers; no column twice. */
  readonly columns: number[];
  /** What each is worth, never rising. */
  readonly weights: number[];
  /** No column that is not listed is worth more; -Infinity of a complete list. */
  bound: number;
}

/** A problem whose candidates are listed as far as they are looked at (按需列出的候选). */
export interface CandidateSource {
  /** Places of each row, >= 0 (名额). */
  readonly places: ArrayLike<number>;
  /** What has been listed of a row. */
  list(row: number): CandidateList;
  /** Lists more of a row whose `bound` is not -Infinity: the list grows, the bound falls, or both. */
  grow(row: number): void;
  /** How many rows a column may serve, >= 0. */
  capacity(column: number): number;
}
