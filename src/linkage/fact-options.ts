/** Options of a comparison of one fact (单项比较选项). */
export interface FactOptions<T> {
  /** The fact as written; undefined where the record does not tell it. */
  readonly read: (record: T) => string | undefined;
  /** Name of the comparison, distinct in a model. */
  readonly name?: string;
}
