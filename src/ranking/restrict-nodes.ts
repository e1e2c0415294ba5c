import type { PlanRule } from "../scoring/index.js";
import type { VerdictNodes } from "../taxonomy/index.js";
import { type Axis, type NodeEntry, sortEntries } from "./node-list.js";
import { UNKNOWN_NODE } from "./tree-axis.js";

/** Nodes in which each asked code of a rule holds, is too coarse to tell, or is unknown; undefined where no tree tells. */
function verdictsOf(rule: PlanRule): readonly VerdictNodes[] | undefined {
  const verdicts = rule.asked.map((_, i) => rule.nodes?.(i));
  return verdicts.includes(undefined) ? undefined : (verdicts as VerdictNodes[]);
}

const numbersOf = (keys: readonly string[], { tree }: Axis): number[] => keys.flatMap((key) => tree.find(key) ?? []);

/** Nodes of a set by each node that holds them. */
function underEach(nodes: ReadonlySet<number>, { tree }: Axis): ReadonlyMap<number, readonly number[]> {
  const under = new Map<number, number[]>();
  for (const node of nodes) {
    for (let above = node; above >= 0; above = tree.parentOf(above)) {
      const list = under.get(above);
      if (list) list.push(node);
      else under.set(above, [node]);
    }
  }
  return under;
}

/**
 * Keeps of a list what lies in any of the `open` nodes (求交): entries inside one stay, of wider ones the open nodes under them do.
 *
 * Every row that may pass keeps its best value among the entries left, or is checked. Where rows hold several codes, a row may lie in an entry by one code and be
 * let in by another: such an entry stays whole, to be checked row by row, unless every open node is already worth as much.
 * @complexity O((entries + open nodes) × depth)
 */
function intersect(entries: readonly NodeEntry[], open: ReadonlySet<number>, axis: Axis): NodeEntry[] {
  const { tree, several } = axis;
  const kept = new Map<number, NodeEntry>();
  const keep = (node: number, { value, check }: NodeEntry) => {
    const known = kept.get(node);
    if (known === undefined || known.value < value) kept.set(node, { node, value, check });
  };
  const under = underEach(open, axis);
  const crossing: NodeEntry[] = [];
  for (const entry of entries) {
    if (tree.isUnder(entry.node, open)) {
      keep(entry.node, entry);
      continue;
    }
    for (const node of under.get(entry.node) ?? []) keep(node, entry);
    if (several) crossing.push(entry);
  }
  let least = Number.POSITIVE_INFINITY;
  for (const node of open) {
    let worth = -1;
    for (let above = node; above >= 0; above = tree.parentOf(above)) worth = Math.max(worth, kept.get(above)?.value ?? -1);
    least = Math.min(least, worth);
  }
  const checked = crossing.filter(({ value }) => value > least).map((entry) => ({ ...entry, check: true }));
  return sortEntries([...kept.values(), ...checked]);
}

/**
 * Narrows a list to where a rule of its axis may hold (硬性条件收窄).
 * @returns the entries, and whether the rule must still be looked at row by row under all of them
 */
export function restrictNodes(
  entries: readonly NodeEntry[],
  rule: PlanRule,
  axis: Axis,
  reject: boolean,
): { readonly entries: readonly NodeEntry[]; readonly check: boolean } {
  const verdicts = verdictsOf(rule);
  if (verdicts === undefined) return { entries, check: true };
  const each = verdicts.map(({ inside, coarse }) =>
    reject ? numbersOf(inside, axis) : [...numbersOf([...inside, ...coarse], axis), UNKNOWN_NODE],
  );
  if (rule.kind === "hard") {
    const sets = rule.mode === "any" ? [new Set(each.flat())] : each.map((nodes) => new Set(nodes));
    return { entries: sets.reduce((left, open) => intersect(left, open, axis), entries), check: false };
  }
  if (axis.several || reject || (rule.mode === "all" && each.length > 1)) return { entries, check: true };
  // Shut out: what lies inside an asked code; wider nodes hold rows of both kinds.
  const shut = new Set(verdicts.flatMap(({ inside }) => numbersOf(inside, axis)));
  const holding = underEach(shut, axis);
  const left = entries
    .filter(({ node }) => !axis.tree.isUnder(node, shut))
    .map((entry) => (holding.has(entry.node) ? { ...entry, check: true } : entry));
  return { entries: left, check: false };
}

/** Leaves out the nodes in which a hard rule holds for every row, for those who fail it; the others are to be checked row by row. */
export function withoutHolders(
  entries: readonly NodeEntry[],
  rule: PlanRule,
  axis: Axis,
): { readonly entries: readonly NodeEntry[]; readonly check: true } {
  const verdicts = verdictsOf(rule);
  if (verdicts === undefined || rule.kind !== "hard" || (rule.mode === "all" && rule.asked.length > 1)) return { entries, check: true };
  const holding = new Set(verdicts.flatMap(({ inside }) => numbersOf(inside, axis)));
  return { entries: entries.filter(({ node }) => !axis.tree.isUnder(node, holding)), check: true };
}
