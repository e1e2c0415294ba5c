/**
 * One fact of every talent by number (单值列): `values[i]` is 0 where the fact is unknown, else the place of its code in `codes` counted from 1.
 */
export interface CodeColumn {
  readonly codes: readonly string[];
  readonly values: ArrayLike<number>;
}

/** Several codes a talent (多值列): those of talent `i` are `values[offsets[i] .. offsets[i + 1])`; a lone 0 where the fact is unknown, nothing where there is known to be none. */
export interface CodeListColumn extends CodeColumn {
  /** One more than there are talents, ascending from 0. */
  readonly offsets: ArrayLike<number>;
}

/**
 * A registry as columns (列式名册), for registries that already lie in arrays or come from a database; an absent column is unknown for everybody.
 *
 * The codes are those of {@link Talent}: GB/T 2260, graduate fields, levels of the two ladders. Ids stand in any order.
 */
export interface TalentColumns {
  readonly ids: readonly string[];
  readonly residence?: CodeColumn | undefined;
  readonly hometown?: CodeColumn | undefined;
  readonly degree?: CodeColumn | undefined;
  /** Grades of professional titles. */
  readonly title?: CodeColumn | undefined;
  readonly fields?: CodeListColumn | undefined;
  /** Dimensions of the caller's own, by name. */
  readonly custom?: Readonly<Record<string, CodeListColumn>> | undefined;
}
