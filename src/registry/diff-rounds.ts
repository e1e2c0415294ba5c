import { checkOptions } from "../errors/index.js";
import type { Demand, Requirement } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { employerKey } from "../taxonomy/index.js";
import { matchKey } from "../text/index.js";

/** A member of a demand that two rounds state differently. */
export interface DemandChange {
  readonly member: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A demand that stands in both rounds. */
export interface DemandPair {
  readonly before: Demand;
  readonly after: Demand;
  /** Empty for a continued demand. */
  readonly changes: readonly DemandChange[];
}

/** What became of the demands between two surveys (两轮需求对比). */
export interface RoundDiff {
  /** Only in the later round (新增). */
  readonly added: readonly Demand[];
  /** In both, alike (延续). */
  readonly continued: readonly DemandPair[];
  /** In both, with changes (变更). */
  readonly changed: readonly DemandPair[];
  /** Known to be filled (已满足). */
  readonly filled: readonly Demand[];
  /** Gone without being known as filled (失效). */
  readonly expired: readonly Demand[];
  /** Demands of the later round that stood in the two rounds before as well (连续三轮), those asked again included; needs `earlier`. */
  readonly threeRounds: readonly Demand[];
}

/** Options of {@link diffRounds}. */
export interface DiffRoundsOptions {
  /** Ids of the earlier round's demands that are known to be filled, beside those whose `status` says so. */
  readonly filled?: Iterable<string>;
  /** The round before both, for demands asked three rounds running. */
  readonly earlier?: readonly Demand[];
}

const COMPARED = [
  "headcount",
  "chain",
  "segment",
  "urgency",
  "workplace",
  "industry",
  "payPerMonthYuan",
  "unknown",
  "unknownHard",
] as const;

const enterpriseKey = (text: string | undefined) => (text === undefined ? "" : (employerKey(text) ?? ""));
const postKey = (text: string | undefined) => (text === undefined ? "" : matchKey(text).replace(/[()、,，]|岗位?$|人员$/g, ""));

/** Requirements as one text that neither order nor wording changes. */
function requirementsKey(requirements: readonly Requirement[]): string {
  return requirements
    .map(({ dimension, kind, values, mode, basis, weight }) =>
      JSON.stringify([dimension, kind, [...values].sort(compareCodePoints), mode ?? "any", basis ?? null, weight ?? null]),
    )
    .sort(compareCodePoints)
    .join();
}

function changesOf(before: Demand, after: Demand): DemandChange[] {
  const changes: DemandChange[] = [];
  if (postKey(before.post) !== postKey(after.post)) changes.push({ member: "post", before: before.post, after: after.post });
  for (const member of COMPARED) {
    if (JSON.stringify(before[member]) !== JSON.stringify(after[member]))
      changes.push({ member, before: before[member], after: after[member] });
  }
  if (requirementsKey(before.requirements) !== requirementsKey(after.requirements))
    changes.push({ member: "requirements", before: before.requirements, after: after.requirements });
  return changes;
}

/** Ways to tell that two demands are one, the surest first; an empty key pairs nothing. */
const IDENTITIES: readonly ((demand: Demand) => string)[] = [
  (demand) => named(demand, [requirementsKey(demand.requirements), demand.headcount ?? null]),
  (demand) => named(demand, [demand.id]),
  (demand) => named(demand, [requirementsKey(demand.requirements)]),
  (demand) => named(demand, []),
  // A renamed post of one enterprise that asks the same of everybody.
  ({ enterprise, requirements, segment, chain }) =>
    enterpriseKey(enterprise) === "" || requirements.length === 0
      ? ""
      : JSON.stringify([enterpriseKey(enterprise), chain ?? null, segment ?? null, requirementsKey(requirements)]),
  // Bare records: their numbers are all there is. Elsewhere a number tells nothing, since rounds are numbered anew.
  ({ id, enterprise, post }) => (enterpriseKey(enterprise) === "" && postKey(post) === "" ? JSON.stringify([id]) : ""),
];

/** Enterprise and post with more that must agree; empty where neither is told. */
function named({ enterprise, post }: Demand, more: readonly unknown[]): string {
  const [firm, role] = [enterpriseKey(enterprise), postKey(post)];
  return firm === "" && role === "" ? "" : JSON.stringify([firm, role, ...more]);
}

/** Pairs demands one to one, identity by identity, equals in order of id. */
function pair(before: readonly Demand[], after: readonly Demand[]): Map<Demand, Demand> {
  // Open ones first, then by id; what else differs settles equal ids, so that the order given does not.
  const rankOf = (demand: Demand) =>
    `${isOpen(demand) ? 0 : 1} ${demand.id} ${JSON.stringify([requirementsKey(demand.requirements), demand.headcount ?? null])}`;
  const byId = (a: Demand, b: Demand) => compareCodePoints(rankOf(a), rankOf(b));
  let left = [...before].sort(byId);
  let right = [...after].sort(byId);
  const pairs = new Map<Demand, Demand>();
  for (const identity of IDENTITIES) {
    const waiting = new Map<string, Demand[]>();
    for (const demand of right) {
      const key = identity(demand);
      if (key === "") continue;
      const list = waiting.get(key);
      if (list === undefined) waiting.set(key, [demand]);
      else list.push(demand);
    }
    const taken = new Set<Demand>();
    left = left.filter((demand) => {
      const found = waiting.get(identity(demand))?.shift();
      if (found === undefined) return true;
      pairs.set(demand, found);
      taken.add(found);
      return false;
    });
    right = right.filter((demand) => !taken.has(demand));
  }
  return pairs;
}

/** A demand that is still asked; what was noted as filled and is asked again counts as asked. */
const isOpen = ({ status }: Demand) => status === undefined || status === "open";

/**
 * Compares two survey rounds of demands (需求轮次对比).
 *
 *   earlier round = continued + changed + filled + expired
 *   later round   = added + continued + changed + those it calls filled or withdrawn
 *
 * Demands meet by enterprise and post, numbers only supporting: rounds are numbered anew, and 有限公司 comes and goes. One demand meets one at most.
 * @throws GuiyanError `unknown-option`
 * @complexity O((a + b) log(a + b) + requirements)
 * @example
 * const a = [{ id: "1", enterprise: "南乐食品", post: "质检员", headcount: 2, requirements: [] }];
 * const b = [{ id: "7", enterprise: "南乐食品有限公司", post: "质检员", headcount: 3, requirements: [] }];
 * console.log(diffRounds(a, b).changed[0]?.changes.map(({ member }) => member)); // → [ 'headcount' ]
 */
export function diffRounds(a: readonly Demand[], b: readonly Demand[], options: DiffRoundsOptions = {}): RoundDiff {
  checkOptions("diffRounds", options, ["filled", "earlier"]);
  const told = new Set(options.filled ?? []);
  const pairs = pair(a, b);
  const [continued, changed]: [DemandPair[], DemandPair[]] = [[], []];
  const [filled, expired]: [Demand[], Demand[]] = [[], []];
  for (const before of a) {
    const after = pairs.get(before);
    const stands = after !== undefined && isOpen(after);
    if (!stands) (after?.status === "filled" || before.status === "filled" || told.has(before.id) ? filled : expired).push(before);
    else {
      const changes = changesOf(before, after);
      (changes.length === 0 ? continued : changed).push({ before, after, changes });
    }
  }
  const met = new Set(pairs.values());
  return {
    added: b.filter((demand) => !met.has(demand) && isOpen(demand)),
    continued,
    changed,
    filled,
    expired,
    threeRounds: options.earlier === undefined ? [] : standing(options.earlier, a, pairs),
  };
}

function standing(earlier: readonly Demand[], a: readonly Demand[], pairs: ReadonlyMap<Demand, Demand>): Demand[] {
  const before = new Set(pair(earlier, a).values());
  return a.flatMap((demand) => {
    const after = pairs.get(demand);
    return before.has(demand) && after !== undefined && isOpen(after) ? [after] : [];
  });
}
