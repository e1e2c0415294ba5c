import { LinkMatrix, linkForest } from "./link-forest.js";

/** Sum of the weights between two sets of records. */
export function weightBetween(a: readonly number[], b: readonly number[], weight: (a: number, b: number) => number): number {
  let sum = 0;
  for (const i of a) for (const j of b) sum += weight(i, j);
  return sum;
}

/** The two sides of a cluster that no pair above 0 joins, or one alone though the sides speak against each other; undefined for a cluster that holds. */
function weakSides(members: readonly number[], weight: (a: number, b: number) => number): [number[], number[]] | undefined {
  const links = new LinkMatrix(members.length);
  for (let i = 1; i < members.length; i++)
    for (let j = 0; j < i; j++) if (weight(members[i] as number, members[j] as number) > 0) links.join(i, j);
  const { sequence, order, end, parent, bridge } = linkForest(links);
  for (let record = 1; record < members.length; record++) {
    const apart = parent[record] === -1;
    if (!apart && bridge[record] !== 1) continue;
    const from = order[record] as number;
    const inside = [...sequence.subarray(from, end[record])].map((i) => members[i] as number);
    const outside = [...sequence.subarray(0, from), ...sequence.subarray(end[record])].map((i) => members[i] as number);
    if (apart || weightBetween(inside, outside, weight) < 0) return [inside, outside];
  }
  return undefined;
}

/**
 * Parts a cluster where it hangs together by one weak link (拆开弱桥): into its parts where no pair above 0 joins them; and where one such pair alone joins two
 * sides that on the whole speak against each other.
 * @returns the cluster itself in a list where nothing is weak
 * @complexity O(members²) for each split
 */
export function splitWeakBridges(group: readonly number[], weight: (a: number, b: number) => number): number[][] {
  const done: number[][] = [];
  const open: number[][] = [[...group]];
  for (let members = open.pop(); members !== undefined; members = open.pop()) {
    const sides = members.length < 2 ? undefined : weakSides(members, weight);
    if (sides === undefined) done.push(members);
    else open.push(...sides);
  }
  return done;
}
