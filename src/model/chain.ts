import type { CoreDimension } from "./demand.js";

/** Stages of a chain (上游, 中游, 下游). */
export const CHAIN_STAGES = ["upstream", "midstream", "downstream"] as const;
/** Where along a chain a segment stands (产业链阶段). */
export type ChainStage = (typeof CHAIN_STAGES)[number];

/** One link of an industry chain (产业链环节). */
export interface ChainSegment {
  readonly id: string;
  readonly name: string;
  readonly stage: ChainStage;
  /** Ids of the segments that this one supplies. */
  readonly feeds: readonly string[];
  /** Graduate field codes with their weight in the segment, 1..1000. */
  readonly fields: Readonly<Record<string, number>>;
  /** GB/T 4754-2017 codes with their weight in the segment, 1..1000. */
  readonly industries: Readonly<Record<string, number>>;
  /** Post names that enterprises of the segment advertise. */
  readonly occupations?: readonly string[] | undefined;
}

/** An industry chain (产业链) as data; users replace, add or edit chains with plain JSON. */
export interface Chain {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** `published`: named by the county; `illustrative`: an example, named after public plans where there are such. */
  readonly provenance: "published" | "illustrative" | (string & {});
  /** Where the name and the segments come from, in words (来源说明). */
  readonly source?: string | undefined;
  /**
   * Weights that suit the chain's demands (预设权重), integers >= 0 that sum to 1000; a dimension that is not named counts 0. Used on request only, and a
   * demand's own weights win.
   */
  readonly weights?: Readonly<Partial<Record<CoreDimension, number | undefined>>> | undefined;
  readonly segments: readonly ChainSegment[];
}
