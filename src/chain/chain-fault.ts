/** What can be wrong with a chain whose shape is right (产业链定义问题). */
export type ChainFaultCode =
  | "segment-missing"
  | "segment-duplicate"
  | "feed-unknown"
  | "feed-duplicate"
  | "feed-upstream"
  | "feed-cycle"
  | "field-missing"
  | "field-unknown"
  | "field-duplicate"
  | "industry-unknown"
  | "weight-invalid"
  | "preset-invalid";

/** One fault of a chain, with its place. */
export interface ChainFault {
  readonly code: ChainFaultCode;
  /** Members and indexes from the chain down: `["segments", 2, "feeds", 0]`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly messageZh: string;
}
