/** How a text was read: by its code, its official name, a listed alias, a named pattern, or a typo-tolerant look-up. */
export type ResolutionVia = "code" | "name" | "alias" | "pattern" | "fuzzy";

/** One reading that a text may have. */
export interface Candidate<V> {
  readonly value: V;
  /** Official name of the value. */
  readonly label: string;
  /** 0..1; how well the text fits, by its own scale within one answer. */
  readonly confidence: number;
}

/** A text read as exactly one value. */
export interface Resolved<V> {
  readonly status: "resolved";
  readonly value: V;
  readonly via: ResolutionVia;
  /** 0..1; 1 for codes and official names. */
  readonly confidence: number;
}

/** A text with several standing readings; never silently the first one. */
export interface Ambiguous<V> {
  readonly status: "ambiguous";
  readonly candidates: readonly Candidate<V>[];
}

/** A text with no standing reading; the guesses are never used by themselves. */
export interface Unresolved<V> {
  readonly status: "unresolved";
  readonly candidates: readonly Candidate<V>[];
}

/** What every `resolve*` returns (解析结果). `Extra` adds facts that only some resolvers state. */
export type Resolution<V, Extra = unknown> = (Resolved<V> & Extra) | Ambiguous<V> | Unresolved<V>;
