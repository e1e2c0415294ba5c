/** DetConstSort read literally from its algorithm: parallel columns, one place k after another, floors in whole numbers of any size. */

interface Item {
  readonly id: string;
  readonly score: number;
  readonly group: string;
}

function byCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

const better = (a: Item, b: Item): boolean => a.score > b.score || (a.score === b.score && byCodePoints(a.id, b.id) < 0);

/** ⌊k · count / total⌋. */
export function naiveFloor(k: number, count: number, total: number): number {
  return Number((BigInt(k) * BigInt(count)) / BigInt(total));
}

/** Ids of the re-ranked list; `counts` desires each group in whole numbers. */
export function naiveDetConstSort(items: readonly Item[], counts: Readonly<Record<string, number>>, length: number): string[] {
  const groups = Object.keys(counts);
  const total = groups.reduce((sum, group) => sum + (counts[group] as number), 0);
  const waiting = new Map(
    groups.map((group) => [group, items.filter((item) => item.group === group).sort((a, b) => (better(a, b) ? -1 : 1))]),
  );
  // Columns indexed from 1, as places are.
  const ranked: (Item | undefined)[] = [undefined];
  const latest: number[] = [0];
  const append = (item: Item, k: number): void => {
    ranked.push(item);
    latest.push(k);
    let place = ranked.length - 1;
    while (place > 1 && (latest[place - 1] as number) >= place && better(item, ranked[place - 1] as Item)) {
      [ranked[place - 1], ranked[place]] = [ranked[place], ranked[place - 1]];
      [latest[place - 1], latest[place]] = [latest[place] as number, latest[place - 1] as number];
      place--;
    }
  };
  const placed = (): number => ranked.length - 1;
  const left = (wanted: boolean): Item[] => groups.filter((g) => (counts[g] as number) > 0 === wanted).flatMap((g) => waiting.get(g) ?? []);
  for (let k = 1; placed() < length && left(true).length > 0; k++) {
    const heads = groups
      .filter((g) => naiveFloor(k, counts[g] as number, total) > naiveFloor(k - 1, counts[g] as number, total))
      .flatMap((g) => waiting.get(g)?.splice(0, 1) ?? []);
    for (const head of heads.sort((a, b) => (better(a, b) ? -1 : 1))) append(head, k);
  }
  if (placed() < length) for (const item of left(false).sort((a, b) => (better(a, b) ? -1 : 1))) append(item, Number.POSITIVE_INFINITY);
  return ranked.slice(1, length + 1).map((item) => (item as Item).id);
}
