/** `hard` must hold, `soft` weighs, `exclude` must not hold, `ignore` is read but unused. */
export const REQUIREMENT_KINDS = ["hard", "soft", "exclude", "ignore"] as const;
/** How a requirement counts (条件性质). */
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** Which place of the talent a region requirement looks at; `either` takes the nearer. */
export const REGION_BASES = ["residence", "hometown", "either"] as const;
/** Which place of the talent counts (地域口径). */
export type RegionBasis = (typeof REGION_BASES)[number];

/** The dimensions that every talent has; a caller may add others in the criteria. */
export const CORE_DIMENSIONS = ["region", "field", "degree", "title"] as const;
/** One of the four dimensions that every talent has (核心维度). */
export type CoreDimension = (typeof CORE_DIMENSIONS)[number];
/** Name of a dimension (维度): one of the four, or the caller's own. */
export type Dimension = CoreDimension | (string & {});

/** One thing that a demand asks (需求条件). */
export interface Requirement {
  readonly dimension: Dimension;
  readonly kind: RequirementKind;
  /** Codes; for a ladder the one level that is the minimum; a hard region holds inside any of these. */
  readonly values: readonly string[];
  /** Share of a soft requirement, >= 0; scaled with the others to integers that sum to 1000. */
  readonly weight?: number | undefined;
  /** Over several values: the best (`any`, default) or the mean (`all`; a hard `all` must hold for each). */
  readonly mode?: "any" | "all" | undefined;
  /** For `region` only. */
  readonly basis?: RegionBasis | undefined;
  /** The words that this was read from. */
  readonly sourceText?: string | undefined;
}

/** `filled`: somebody was found; `withdrawn`: no longer asked. */
export const DEMAND_STATUSES = ["open", "filled", "withdrawn"] as const;
/** Whether a demand is still asked (需求状态). */
export type DemandStatus = (typeof DEMAND_STATUSES)[number];

/** A post that an enterprise wants to fill (人才需求). */
export interface Demand {
  readonly id: string;
  readonly enterprise?: string | undefined;
  readonly post?: string | undefined;
  /** Id of an industry chain. */
  readonly chain?: string | undefined;
  readonly segment?: string | undefined;
  /** Persons wanted, >= 1. */
  readonly headcount?: number | undefined;
  /** Survey round, e.g. `2026H1`. */
  readonly round?: string | undefined;
  /** Whether it is still asked (需求状态); absent means open. */
  readonly status?: DemandStatus | undefined;
  readonly urgency?: 1 | 2 | 3 | 4 | 5 | undefined;
  /** Similarity of an unknown fact, 0..1000. */
  readonly unknown?: number | undefined;
  /** What a hard requirement does with a missing fact. */
  readonly unknownHard?: "keep" | "reject" | undefined;
  /** Where the post is (工作地点), GB/T 2260; told, not scored. */
  readonly workplace?: string | undefined;
  /** GB/T 4754-2017 code of the enterprise. */
  readonly industry?: string | undefined;
  /** Pay before tax, yuan a month. */
  readonly payPerMonthYuan?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  readonly requirements: readonly Requirement[];
}
