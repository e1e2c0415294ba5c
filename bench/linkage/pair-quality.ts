/** How well records were grouped, over all pairs of records (成对评测): a pair that no way looked at counts as missed. */
export interface PairQuality {
  /** Pairs of records of one person. */
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly rightPairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs within the groups that a list numbers. */
function pairsWithin(numbers: Iterable<number>): number {
  const sizes = new Map<number, number>();
  let pairs = 0;
  for (const number of numbers) {
    const size = sizes.get(number) ?? 0;
    pairs += size;
    sizes.set(number, size + 1);
  }
  return pairs;
}

/** Compares groups with persons, record by record, both numbered from 0; pairs are those of the closure (传递闭包后成对计). */
export function pairQuality(groups: Int32Array, person: Int32Array): PairQuality {
  const truePairs = pairsWithin(person);
  const foundPairs = pairsWithin(groups);
  const rightPairs = pairsWithin(Float64Array.from(groups, (group, i) => group * person.length + (person[i] ?? 0)));
  return {
    truePairs,
    foundPairs,
    rightPairs,
    precision: foundPairs === 0 ? 0 : rightPairs / foundPairs,
    recall: truePairs === 0 ? 0 : rightPairs / truePairs,
    f1: truePairs + foundPairs === 0 ? 0 : (2 * rightPairs) / (truePairs + foundPairs),
  };
}

/** Groups of records from lists of their ids (分组编号). @throws where a record is in no list or in two */
export function groupsOf(
  records: readonly { readonly id: string }[],
  people: Iterable<{ readonly members: readonly string[] }>,
): Int32Array {
  const places = new Map(records.map(({ id }, i) => [id, i] as const));
  const groups = new Int32Array(records.length).fill(-1);
  let number = 0;
  for (const { members } of people) {
    for (const id of members) {
      const place = places.get(id);
      if (place === undefined || groups[place] !== -1) throw new Error("a record is in two groups, or is none that was given");
      groups[place] = number;
    }
    number++;
  }
  if (groups.includes(-1)) throw new Error("a record is in no group");
  return groups;
}

/** Whether two groupings put the same records together (分组是否相同), whatever the numbers of the groups. */
export function sameGroups(a: Int32Array, b: Int32Array): boolean {
  const [forth, back] = [new Map<number, number>(), new Map<number, number>()];
  return (
    a.length === b.length &&
    a.every((group, i) => {
      const other = b[i] as number;
      if (!forth.has(group)) forth.set(group, other);
      if (!back.has(other)) back.set(other, group);
      return forth.get(group) === other && back.get(other) === group;
    })
  );
}
