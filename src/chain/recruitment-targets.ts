import { checkInteger, checkOptions } from "../errors/index.js";
import type { Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { fieldCloseness, settleCriteria } from "../scoring/index.js";
import { canonicalField, degrees } from "../taxonomy/index.js";
import { cityOf } from "./city-of.js";
import { employerKind } from "./employer-kind.js";
import { type Gap, gaps, UNNAMED } from "./gaps.js";
import type { TalentMap } from "./talent-map.js";

/** What a target could meet of one gap. */
export interface TargetReason {
  readonly chain: string;
  readonly segment: string;
  readonly field: string;
  readonly level: Gap["level"];
  /** Urgency-weighted posts that it meets, after all targets before it have taken theirs. */
  readonly value: number;
  /** People of the target counted here. */
  readonly people: number;
}

/** A person, employer or city to recruit at (引才目标). */
export interface RecruitmentTarget {
  readonly kind: "talent" | "institution" | "enterprise" | "city";
  /** Id of the talent, name of the employer, or code of the city. */
  readonly id: string;
  /** Sum over the reasons; what it adds to the targets of its kind before it. */
  readonly value: number;
  readonly reasons: readonly TargetReason[];
}

/** Options of {@link recruitmentTargets}. */
export interface RecruitmentTargetOptions {
  /** How many are told of each kind. Default 10. */
  readonly limit?: number;
  /** Nearness in field from which a person counts, 1..1000. Default 400, the category. */
  readonly nearness?: number;
}

/** One cell of unmet demand. */
interface Need {
  readonly chain: string;
  readonly gap: Gap;
  /** Mean urgency of its demands. */
  readonly urgency: number;
}

/** A person with how well they suit each need, 0..1; none where not at all. */
interface Prospect {
  readonly talent: Talent;
  readonly suits: readonly { readonly need: number; readonly fit: number }[];
}

function needsOf(maps: readonly TalentMap[]): Need[] {
  return maps.flatMap((map) => {
    const urgency = new Map(map.demands.map((demand) => [demand.id, demand.urgency ?? 3]));
    return gaps(map)
      .filter(({ missing, field }) => missing > 0 && field !== UNNAMED)
      .map((gap) => ({
        chain: map.chain.id,
        gap,
        urgency: gap.demands.reduce((sum, id) => sum + (urgency.get(id) ?? 3), 0) / gap.demands.length,
      }));
  });
}

/** People who are not needed elsewhere, with what they could meet: field nearness, halved where the degree is unknown, nothing where it is known too low. */
function prospectsOf(maps: readonly TalentMap[], needs: readonly Need[], nearness: number): Prospect[] {
  const map = maps[0];
  if (map === undefined || needs.length === 0) return [];
  const criteria = settleCriteria(map.criteria);
  const known = new Map<string, readonly number[]>();
  const nearTo = (code: string): readonly number[] => {
    const made = known.get(code) ?? needs.map(({ gap }) => fieldCloseness(code, gap.field, criteria));
    known.set(code, made);
    return made;
  };
  return map.registry.flatMap((talent) => {
    if (!talent.fields?.length || !map.isReachable(talent)) return [];
    const near = talent.fields.map((code) => nearTo(canonicalField(code)));
    const suits = needs.flatMap(({ gap }, need) => {
      const best = Math.max(...near.map((list) => list[need] as number));
      if (best < nearness) return [];
      const { level } = gap;
      if (level !== UNNAMED && level !== "none") {
        if (talent.degree === undefined) return [{ need, fit: best / 2000 }];
        if (!degrees.atLeast(talent.degree, level)) return [];
      }
      return [{ need, fit: best / 1000 }];
    });
    return suits.length > 0 ? [{ talent, suits }] : [];
  });
}

/** A person of a group who could meet a need, with what that is worth. */
interface Pair {
  readonly person: number;
  readonly need: number;
  readonly worth: number;
}

/** All pairs of a group, the worthiest first. */
function pairsOf(people: readonly Prospect[], needs: readonly Need[]): Pair[] {
  const pairs = people.flatMap(({ suits }, person) =>
    suits.map(({ need, fit }) => ({ person, need, worth: fit * (needs[need] as Need).urgency })),
  );
  return pairs.sort((a, b) => b.worth - a.worth || a.need - b.need || a.person - b.person);
}

/** What a group would meet of what is left, each person one post. @param tell told of each pair that is taken, with the part of a post that was open */
function meet(pairs: readonly Pair[], left: Float64Array, tell?: (pair: Pair, open: number) => void): number {
  const taken = new Map<number, number>();
  const busy = new Set<number>();
  let value = 0;
  for (const pair of pairs) {
    const { person, need, worth } = pair;
    const open = Math.min(1, (left[need] as number) - (taken.get(need) ?? 0));
    if (open <= 0 || busy.has(person)) continue;
    busy.add(person);
    taken.set(need, (taken.get(need) ?? 0) + open);
    value += worth * open;
    tell?.(pair, open);
  }
  return value;
}

/** Takes the group that adds most to those before it, again and again. */
function pickGreedily(
  kind: (id: string) => RecruitmentTarget["kind"],
  groups: ReadonlyMap<string, readonly Prospect[]>,
  needs: readonly Need[],
  limit: number,
): RecruitmentTarget[] {
  const left = Float64Array.from(needs, ({ gap }) => gap.missing);
  const open = new Map(Array.from(groups, ([id, people]) => [id, pairsOf(people, needs)]));
  const picked: RecruitmentTarget[] = [];
  while (picked.length < limit) {
    let best: { readonly id: string; readonly value: number } | undefined;
    for (const [id, pairs] of open) {
      const value = meet(pairs, left);
      if (value > (best?.value ?? 0) || (best !== undefined && value === best.value && compareCodePoints(id, best.id) < 0))
        best = { id, value };
    }
    if (best === undefined) break;
    const byNeed = new Map<number, { value: number; people: number; part: number }>();
    meet(open.get(best.id) ?? [], left, ({ need, worth }, part) => {
      const sum = byNeed.get(need) ?? { value: 0, people: 0, part: 0 };
      byNeed.set(need, { value: sum.value + worth * part, people: sum.people + 1, part: sum.part + part });
    });
    for (const [need, { part }] of byNeed) left[need] = (left[need] as number) - part;
    open.delete(best.id);
    picked.push({ kind: kind(best.id), id: best.id, value: best.value, reasons: reasonsOf(byNeed, needs) });
  }
  return picked;
}

function reasonsOf(
  byNeed: ReadonlyMap<number, { readonly value: number; readonly people: number }>,
  needs: readonly Need[],
): TargetReason[] {
  const reasons = Array.from(byNeed, ([need, { value, people }]): TargetReason => {
    const { chain, gap } = needs[need] as Need;
    return { chain, segment: gap.segment, field: gap.field, level: gap.level, value, people };
  });
  return reasons.sort((a, b) => b.value - a.value || compareCodePoints(a.field, b.field));
}

/**
 * Whom and where to recruit for what the maps lack (引才目标): people, employers and cities, each by how much of the unmet, urgency-weighted demand it could meet.
 *
 *   value = Σ over its people of fit × urgency of a post still open          fit = nearness / 1000, half where the degree is unknown
 *
 * Values are marginal: a target is worth what it adds after those of its kind before it, so that the second like the first counts for less, and nobody fills
 * two posts. Able people who fill posts already leave nothing missing; those told here are the next best.
 * @param maps maps over one registry
 * @returns people, employers and cities, each by value descending
 * @throws GuiyanError `invalid-option`, `unknown-option`
 * @complexity that of {@link gaps}, then O(limit × people × needs)
 * @source Nemhauser, Wolsey and Fisher 1978 for the greedy choice
 */
export function recruitmentTargets(maps: TalentMap | readonly TalentMap[], options: RecruitmentTargetOptions = {}): RecruitmentTarget[] {
  checkOptions("recruitmentTargets", options, ["limit", "nearness"]);
  const limit = checkInteger("recruitmentTargets", "limit", options.limit ?? 10, { min: 0 });
  const nearness = checkInteger("recruitmentTargets", "nearness", options.nearness ?? 400, { min: 1, max: 1000 });
  const all = Array.isArray(maps) ? (maps as readonly TalentMap[]) : [maps as TalentMap];
  const needs = needsOf(all);
  const prospects = prospectsOf(all, needs, nearness);
  const groupBy = (keyOf: (talent: Talent) => string | undefined) => {
    const groups = new Map<string, Prospect[]>();
    for (const prospect of prospects) {
      const key = keyOf(prospect.talent);
      if (!key) continue;
      const group = groups.get(key);
      if (group) group.push(prospect);
      else groups.set(key, [prospect]);
    }
    return groups;
  };
  return [
    ...pickGreedily(
      () => "talent",
      groupBy(({ id }) => id),
      needs,
      limit,
    ),
    ...pickGreedily(
      employerKind,
      groupBy(({ organization }) => organization),
      needs,
      limit,
    ),
    ...pickGreedily(
      () => "city",
      groupBy(({ residence }) => residence && cityOf(residence)),
      needs,
      limit,
    ),
  ];
}
