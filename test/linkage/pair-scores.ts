/** How good pairs of records are against the truth (成对评价). */
export interface PairScores {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 over all pairs of records of one person, given groups of ids and who everybody is. */
export function pairScores(groups: readonly (readonly string[])[], personOf: (id: string) => unknown, ids: readonly string[]): PairScores {
  const sizes = new Map<unknown, number>();
  for (const id of ids) sizes.set(personOf(id), (sizes.get(personOf(id)) ?? 0) + 1);
  const pairs = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  let [hits, found] = [0, 0];
  for (const group of groups)
    for (const [i, a] of group.entries())
      for (const b of group.slice(0, i)) {
        found++;
        if (personOf(a) === personOf(b)) hits++;
      }
  return { pairs, precision: found === 0 ? 1 : hits / found, recall: pairs === 0 ? 1 : hits / pairs, f1: (2 * hits) / (found + pairs) };
}
