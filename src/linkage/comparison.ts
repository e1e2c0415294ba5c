/**
 * How one fact of two records is compared (比较器): levels from the strongest agreement down to disagreement, each of which is evidence of its own strength.
 *
 * A record's fact is read to one canonical text; equal texts are one value, parsed once. A missing fact is no evidence either way.
 * @typeParam T record
 * @typeParam V parsed value
 */
export interface Comparison<T, V = unknown> {
  /** Distinct among the comparisons of a model: `name`, `phone`. */
  readonly name: string;
  /** Names of the levels, the strongest agreement first, disagreement last; at least two. */
  readonly levels: readonly string[];
  /** Canonical text of the fact, or undefined where the record does not tell it. What decides nothing (width, case, blanks) must be folded away. */
  read(record: T): string | undefined;
  /** The parsed form of a canonical text. */
  parse(text: string): V;
  /** Level of two values: an index into `levels`, or -1 where the two tell nothing. Symmetric; two equal values may well not be at level 0. */
  compare(a: V, b: V): number;
  /** Levels at which a frequent value is weaker evidence than a rare one (词频校正): two called 张伟 are seldom one. Needs `term`. */
  readonly termLevels?: readonly number[];
  /** What is counted for `termLevels`: the name without its remarks. Undefined where the value has none. */
  term?(value: V): string | undefined;
  /** Keys under which records that may agree meet (分块键); none keeps the fact out of the choice of blocks. */
  keys?(value: V): readonly string[];
}
