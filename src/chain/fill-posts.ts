/** Posts of one kind with those who could fill them (岗位及可胜任者). */
export interface PostGroup {
  /** Posts to fill, an integer >= 0. */
  readonly posts: number;
  /** Numbers of the people who could fill one, each once. */
  readonly able: readonly number[];
}

/**
 * Fills as many posts as possible, nobody two (最大匹配): groups listed first have precedence where not all can be filled.
 *
 * Posts that can be filled together form a transversal matroid; taking groups in order and keeping every post that an augmenting path can still fill
 * gives a maximum matching, and among these the one that fills the earlier groups best.
 * @returns the people of each group
 * @complexity O(posts × Σ able)
 * @source Kuhn, "The Hungarian method for the assignment problem", 1955, unweighted; Edmonds and Fulkerson 1965 for the matroid
 */
export function fillPosts(groups: readonly PostGroup[]): number[][] {
  /** Group that each person fills a post of. */
  const holder = new Map<number, number>();
  for (const [g, { posts }] of groups.entries()) {
    for (let post = 0; post < posts; post++) if (!augment(groups, g, holder)) break;
  }
  const people = groups.map((): number[] => []);
  for (const [person, group] of holder) (people[group] as number[]).push(person);
  for (const list of people) list.sort((a, b) => a - b);
  return people;
}

/** Finds a shortest chain of moves that gives one more person to a group, and makes them. */
function augment(groups: readonly PostGroup[], start: number, holder: Map<number, number>): boolean {
  // From which group each person was reached, and by which person each group; breadth first, without recursion.
  const reachedFrom = new Map<number, number>();
  const freedBy = new Map<number, number>();
  const queue = [start];
  for (let i = 0; i < queue.length; i++) {
    const group = queue[i] as number;
    for (const person of groups[group]?.able ?? []) {
      if (reachedFrom.has(person)) continue;
      reachedFrom.set(person, group);
      const held = holder.get(person);
      if (held === undefined) {
        moveAlong(person, start, reachedFrom, freedBy, holder);
        return true;
      }
      if (held !== start && !freedBy.has(held)) {
        freedBy.set(held, person);
        queue.push(held);
      }
    }
  }
  return false;
}

function moveAlong(
  free: number,
  start: number,
  reachedFrom: ReadonlyMap<number, number>,
  freedBy: ReadonlyMap<number, number>,
  holder: Map<number, number>,
): void {
  let person = free;
  for (;;) {
    const group = reachedFrom.get(person) as number;
    holder.set(person, group);
    if (group === start) return;
    // The person who leaves this group for the one before.
    person = freedBy.get(group) as number;
  }
}
