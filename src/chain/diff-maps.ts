import { GuiyanError } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { type Gap, gaps } from "./gaps.js";
import type { TalentMap } from "./talent-map.js";

/** Members of two sets, each in one part (增减留存): kept + removed = before, kept + added = after. */
export interface Parts {
  readonly kept: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** How one cell of what is asked changed (缺口变化): missing = asked − filled, before, after and in their change. */
export interface GapChange {
  readonly segment: string;
  readonly field: string;
  readonly level: Gap["level"];
  readonly before: GapCount;
  readonly after: GapCount;
  /** after − before. */
  readonly change: GapCount;
}

/** Posts of a cell. */
export interface GapCount {
  readonly asked: number;
  readonly filled: number;
  readonly missing: number;
}

/** What changed on a chain's map between two rounds (图谱对比). */
export interface MapDiff {
  readonly talents: Parts;
  /** `talent|segment` of each link. */
  readonly links: Parts;
  readonly demands: Parts;
  /** Every cell of either map; the largest change in missing first, then by segment, field, level. */
  readonly gaps: readonly GapChange[];
  /** Sums over the cells: those of the whole maps. */
  readonly total: Pick<GapChange, "before" | "after" | "change">;
}

function partsOf(before: Iterable<string>, after: Iterable<string>): Parts {
  const [old, now] = [new Set(before), new Set(after)];
  const sorted = (list: string[]) => list.sort(compareCodePoints);
  return {
    kept: sorted([...old].filter((id) => now.has(id))),
    added: sorted([...now].filter((id) => !old.has(id))),
    removed: sorted([...old].filter((id) => !now.has(id))),
  };
}

const NONE: GapCount = { asked: 0, filled: 0, missing: 0 };
const minus = (a: GapCount, b: GapCount): GapCount => ({
  asked: a.asked - b.asked,
  filled: a.filled - b.filled,
  missing: a.missing - b.missing,
});
const plus = (a: GapCount, b: GapCount): GapCount => ({
  asked: a.asked + b.asked,
  filled: a.filled + b.filled,
  missing: a.missing + b.missing,
});

/**
 * What changed between two maps of one chain (图谱对比): who and what came, stayed and went, and how each gap moved. The parts sum to the whole.
 * @throws GuiyanError `invalid-argument` for maps of two chains
 * @complexity that of {@link gaps} on both maps
 */
export function diffMaps(before: TalentMap, after: TalentMap): MapDiff {
  if (before.chain.id !== after.chain.id) throw new GuiyanError("invalid-argument", "diffMaps: expected two maps of one chain");
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const links = ({ links: all }: TalentMap) => all.map(({ talent, segment }) => `${talent.id}|${segment}`);
  const keyOf = ({ segment, field, level }: Gap) => JSON.stringify([segment, field, level]);
  const [old, now] = [before, after].map((map) => new Map(gaps(map).map((gap) => [keyOf(gap), gap]))) as [
    Map<string, Gap>,
    Map<string, Gap>,
  ];
  const count = (gap: Gap | undefined): GapCount => (gap ? { asked: gap.asked, filled: gap.filled, missing: gap.missing } : NONE);
  const cells = Array.from(new Set([...old.keys(), ...now.keys()]), (key): GapChange => {
    const { segment, field, level } = (now.get(key) ?? old.get(key)) as Gap;
    const [was, is] = [count(old.get(key)), count(now.get(key))];
    return { segment, field, level, before: was, after: is, change: minus(is, was) };
  });
  cells.sort(
    (a, b) =>
      Math.abs(b.change.missing) - Math.abs(a.change.missing) ||
      compareCodePoints(a.segment, b.segment) ||
      compareCodePoints(a.field, b.field) ||
      compareCodePoints(a.level, b.level),
  );
  const [was, is] = [cells.reduce((sum, cell) => plus(sum, cell.before), NONE), cells.reduce((sum, cell) => plus(sum, cell.after), NONE)];
  return {
    talents: partsOf(ids(before.talents), ids(after.talents)),
    links: partsOf(links(before), links(after)),
    demands: partsOf(ids(before.demands), ids(after.demands)),
    gaps: cells,
    total: { before: was, after: is, change: minus(is, was) },
  };
}
