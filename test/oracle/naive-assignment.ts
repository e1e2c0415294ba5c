/** Slow, literal twins of the solvers of assignments and matchings: they try everything. */

/** A problem as plain tables: `undefined` where a pair is forbidden. */
export interface NaiveProblem {
  readonly cost: readonly (readonly (number | undefined)[])[];
  readonly rowCapacity: readonly number[];
  readonly columnCapacity: readonly number[];
  readonly maximize: boolean;
  readonly pairing: "most" | "paying";
}

/** Number of pairs and total of a best assignment, by trying every set of columns for every row. */
export function naiveAssignment({ cost, rowCapacity, columnCapacity, maximize, pairing }: NaiveProblem): { pairs: number; total: number } {
  const better = (a: { pairs: number; total: number }, b: { pairs: number; total: number }) => {
    if (pairing === "most" && a.pairs !== b.pairs) return a.pairs > b.pairs;
    return maximize ? a.total > b.total : a.total < b.total;
  };
  const known = new Map<string, { pairs: number; total: number }>();
  const from = (row: number, room: readonly number[]): { pairs: number; total: number } => {
    if (row === cost.length) return { pairs: 0, total: 0 };
    const key = `${row} ${room.join()}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    let best: { pairs: number; total: number } | undefined;
    const columns = [...room.keys()].filter((column) => cost[row]?.[column] !== undefined && room[column]! > 0);
    for (let set = 0; set < 2 ** columns.length; set++) {
      const chosen = columns.filter((_, i) => (set >> i) & 1);
      if (chosen.length > rowCapacity[row]!) continue;
      const rest = from(
        row + 1,
        room.map((left, column) => left - (chosen.includes(column) ? 1 : 0)),
      );
      const own = chosen.reduce((sum, column) => sum + cost[row]![column]!, 0);
      const all = { pairs: rest.pairs + chosen.length, total: rest.total + own };
      if (best === undefined || better(all, best)) best = all;
    }
    known.set(key, best!);
    return best!;
  };
  return from(0, columnCapacity);
}

/** A two-sided problem in numbers: lists of acceptable partners, best first, and capacities. */
export interface NaiveMarket {
  readonly proposers: readonly (readonly number[])[];
  readonly reviewers: readonly (readonly number[])[];
  readonly proposerCapacity: readonly number[];
  readonly reviewerCapacity: readonly number[];
}

/** Every pairwise stable matching, as sets of `proposer reviewer`, by trying every set of mutually acceptable pairs. */
export function naiveStableMatchings(market: NaiveMarket): string[][] {
  const { proposers, reviewers, proposerCapacity, reviewerCapacity } = market;
  const pairs = proposers.flatMap((list, p) => list.filter((r) => reviewers[r]!.includes(p)).map((r) => [p, r] as const));
  const found: string[][] = [];
  for (let set = 0; set < 2 ** pairs.length; set++) {
    const made = pairs.filter((_, i) => (set >> i) & 1);
    const ofProposer = (p: number) => made.filter(([x]) => x === p).map(([, r]) => r);
    const ofReviewer = (r: number) => made.filter(([, y]) => y === r).map(([p]) => p);
    if (proposers.some((_, p) => ofProposer(p).length > proposerCapacity[p]!)) continue;
    if (reviewers.some((_, r) => ofReviewer(r).length > reviewerCapacity[r]!)) continue;
    const wants = (own: readonly number[], capacity: number, list: readonly number[], other: number) =>
      own.length < capacity || own.some((held) => list.indexOf(held) > list.indexOf(other));
    const blocked = pairs.some(
      ([p, r]) =>
        !made.some(([x, y]) => x === p && y === r) &&
        wants(ofProposer(p), proposerCapacity[p]!, proposers[p]!, r) &&
        wants(ofReviewer(r), reviewerCapacity[r]!, reviewers[r]!, p),
    );
    if (!blocked) found.push(made.map(([p, r]) => `${p} ${r}`));
  }
  return found;
}

/** Every stable pairing of one group, as sorted lists of `a b` with a < b. */
export function naiveStablePairings(lists: readonly (readonly number[])[]): string[][] {
  const pairs = lists.flatMap((list, a) => list.filter((b) => a < b && lists[b]!.includes(a)).map((b) => [a, b] as const));
  const found: string[][] = [];
  for (let set = 0; set < 2 ** pairs.length; set++) {
    const made = pairs.filter((_, i) => (set >> i) & 1);
    const partner = new Map(made.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
    if (partner.size < 2 * made.length) continue;
    const wants = (a: number, b: number) => !partner.has(a) || lists[a]!.indexOf(partner.get(a)!) > lists[a]!.indexOf(b);
    if (pairs.some(([a, b]) => partner.get(a) !== b && wants(a, b) && wants(b, a))) continue;
    found.push(made.map(([a, b]) => `${a} ${b}`).sort());
  }
  return found;
}
