import { checkInteger, checkOneOf, checkOptions } from "../errors/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { fieldCloseness, settleCriteria } from "../scoring/index.js";
import { canonicalField, DEGREE_LEVELS, type DegreeLevel, degrees } from "../taxonomy/index.js";
import type { TalentMap } from "./talent-map.js";

/** A field that could stand in for another (替代领域). */
export interface Substitute {
  /** Canonical code. */
  readonly field: string;
  /** Integer 1..1000: the tree's, or what the chains declare if higher. */
  readonly nearness: number;
  /** Reachable people of the registry who hold it at the level. */
  readonly people: number;
}

/** Options of {@link substitutes}. */
export interface SubstituteOptions {
  /** Degree that they must hold at least; unknown degrees do not count. Default `none`, everybody. */
  readonly level?: DegreeLevel;
  /** How many fields are told. Default 10. */
  readonly limit?: number;
}

/**
 * Fields near one that is short, which reachable people of the registry hold (替代领域): the nearest first, then the more people, then by code.
 * The field itself and those inside its discipline are no substitutes: people of these count as able.
 * @throws GuiyanError `invalid-option`, `unknown-option`
 * @complexity O(people × fields held)
 */
export function substitutes(map: TalentMap, field: string, options: SubstituteOptions = {}): Substitute[] {
  checkOptions("substitutes", options, ["level", "limit"]);
  const level = checkOneOf("substitutes", "level", options.level ?? "none", DEGREE_LEVELS);
  const limit = checkInteger("substitutes", "limit", options.limit ?? 10, { min: 0 });
  const asked = canonicalField(field);
  const criteria = settleCriteria(map.criteria);
  const nearness = new Map<string, number>();
  const nearnessOf = (code: string): number => {
    const known = nearness.get(code);
    if (known !== undefined) return known;
    const made = code.startsWith(asked) ? 0 : fieldCloseness(code, asked, criteria);
    nearness.set(code, made);
    return made;
  };
  const people = new Map<string, number>();
  for (const talent of map.registry) {
    if (talent.fields === undefined || !map.isReachable(talent)) continue;
    if (level !== "none" && !(talent.degree !== undefined && degrees.atLeast(talent.degree, level))) continue;
    for (const code of new Set(talent.fields.map(canonicalField))) if (nearnessOf(code) > 0) people.set(code, (people.get(code) ?? 0) + 1);
  }
  return Array.from(people, ([code, count]) => ({ field: code, nearness: nearnessOf(code), people: count }))
    .sort((a, b) => b.nearness - a.nearness || b.people - a.people || compareCodePoints(a.field, b.field))
    .slice(0, limit);
}
