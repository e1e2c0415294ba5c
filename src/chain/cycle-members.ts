/**
 * Ids that lie on a way back to themselves (成环节点): the members of strongly connected components of two or more, and those that feed themselves.
 * Targets that are no id of the graph are passed over.
 * @complexity O(ids + targets); no recursion, so that a ring of any length is walked
 * @source R. Tarjan, SIAM J. Comput. 1 (1972) 146–160
 */
export function cycleMembers(targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const members = new Set<string>();
  const order = new Map<string, number>();
  /** Lowest order that is reached from an id by way of the open ones. */
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const enter = (id: string): { id: string; next: number } => {
    order.set(id, order.size);
    lowest.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, next: 0 };
  };
  const lower = (id: string, seen: number | undefined): void => {
    lowest.set(id, Math.min(lowest.get(id) ?? 0, seen ?? Number.POSITIVE_INFINITY));
  };
  const close = (id: string): void => {
    const start = open.lastIndexOf(id);
    const component = open.splice(start);
    for (const member of component) isOpen.delete(member);
    if (component.length > 1 || targets.get(id)?.includes(id)) for (const member of component) members.add(member);
  };
  for (const root of targets.keys()) {
    if (order.has(root)) continue;
    const path = [enter(root)];
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const target = targets.get(step.id)?.[step.next++];
      if (target === undefined) {
        path.pop();
        if (lowest.get(step.id) === order.get(step.id)) close(step.id);
        const before = path.at(-1);
        if (before !== undefined) lower(before.id, lowest.get(step.id));
      } else if (!order.has(target) && targets.has(target)) path.push(enter(target));
      else if (isOpen.has(target)) lower(step.id, order.get(target));
    }
  }
  return members;
}
