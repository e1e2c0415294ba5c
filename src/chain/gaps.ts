import { checkInteger, checkOptions } from "../errors/index.js";
import type { Demand } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { canonicalField, type DegreeLevel } from "../taxonomy/index.js";
import { ABLE_FIELD, type StaffedDemand, staffing } from "./staffing.js";
import { type Substitute, substitutes } from "./substitutes.js";
import type { TalentMap } from "./talent-map.js";

/** Field or level of a gap that no demand names. */
export const UNNAMED = "any";

/** What one segment asks for of one field at one level, against who is there (人才缺口). */
export interface Gap {
  /** Id of the segment; {@link UNNAMED} for demands of which it cannot be told. */
  readonly segment: string;
  /** Discipline or category that the demands name first, canonical; {@link UNNAMED} where they name none. */
  readonly field: string;
  /** Degree that must be held at least; {@link UNNAMED} where none must. */
  readonly level: DegreeLevel | typeof UNNAMED;
  /** Posts. */
  readonly asked: number;
  /** Posts that reachable people fill, nobody two over the whole chain. */
  readonly filled: number;
  /** asked − filled. */
  readonly missing: number;
  /** Reachable people who could fill a post of it, were there no other; counted no further than could matter. */
  readonly able: number;
  /** People who might fill a post of one of the demands, were an unknown fact known; the most of any demand. */
  readonly toVerify: number;
  /** Ids of the demands. */
  readonly demands: readonly string[];
  /** Fields next to what is missing, with how many reachable people hold them at the level; the nearest first. Empty where nothing is missing. */
  readonly substitutes: readonly Substitute[];
}

/** Options of {@link gaps}. */
export interface GapOptions {
  /** Similarity in field from which somebody is able, 0..1000. Default 700, the discipline. */
  readonly leastField?: number;
  /** Substitutes told for each gap. Default 5. */
  readonly substitutes?: number;
}

/** Discipline of the first field that a demand names; a category stands for itself. */
function fieldOf({ requirements }: Demand): string {
  const named = requirements.find(({ dimension, kind }) => dimension === "field" && (kind === "hard" || kind === "soft"));
  return named?.values[0] === undefined ? UNNAMED : canonicalField(named.values[0]).slice(0, 4);
}

function levelOf({ requirements }: Demand): Gap["level"] {
  const hard = requirements.find(({ dimension, kind }) => dimension === "degree" && kind === "hard");
  return (hard?.values[0] as DegreeLevel | undefined) ?? UNNAMED;
}

const cache = new WeakMap<TalentMap, Map<string, readonly Gap[]>>();

/**
 * What each segment lacks, field by field and level by level (人才缺口).
 *
 *   missing = asked − filled          filled over a maximum matching of the chain's posts with reachable people
 *
 * Somebody is able who fails no hard requirement, nothing about it being unknown, and whose nearest field is at least `leastField` near. Where not all posts
 * can be filled, urgent demands go first, then those of lower id. A person fills one post, so three firms that all could take the same professor
 * miss two.
 * @returns by missing descending, then segment in the chain's order, field and level
 * @throws GuiyanError `invalid-option`, `unknown-option`, `invalid-demand`
 * @complexity O(demands × ranking + posts × able); worked out once for a map and its options
 */
export function gaps(map: TalentMap, options: GapOptions = {}): readonly Gap[] {
  checkOptions("gaps", options, ["leastField", "substitutes"]);
  const leastField = checkInteger("gaps", "leastField", options.leastField ?? ABLE_FIELD, { min: 0, max: 1000 });
  const told = checkInteger("gaps", "substitutes", options.substitutes ?? 5, { min: 0 });
  const known = cache.get(map) ?? new Map<string, readonly Gap[]>();
  cache.set(map, known);
  const key = `${leastField} ${told}`;
  const made = known.get(key) ?? findGaps(map, leastField, told);
  known.set(key, made);
  return made;
}

function findGaps(map: TalentMap, leastField: number, told: number): Gap[] {
  const asked = staffing(map, leastField);
  const segments = new Map(map.chain.segments.map(({ id }, i) => [id, i]));
  const groups = new Map<
    string,
    { readonly parts: StaffedDemand[]; filled: number; readonly segment: string; readonly field: string; readonly level: Gap["level"] }
  >();
  for (const one of asked) {
    const { demand } = one;
    const segment = map.segmentOf(demand) ?? UNNAMED;
    const [field, level] = [fieldOf(demand), levelOf(demand)];
    const key = JSON.stringify([segment, field, level]);
    const group = groups.get(key) ?? { parts: [], filled: 0, segment, field, level };
    groups.set(key, group);
    group.parts.push(one);
    group.filled += one.filledBy.length;
  }
  const found = [...groups.values()].map(({ parts, filled: full, segment, field, level }): Gap => {
    const posts = parts.reduce((sum, part) => sum + part.posts, 0);
    return {
      segment,
      field,
      level,
      asked: posts,
      filled: full,
      missing: posts - full,
      able: new Set(parts.flatMap(({ able }) => able)).size,
      toVerify: Math.max(...parts.map(({ toVerify }) => toVerify)),
      demands: parts.map(({ demand }) => demand.id).sort(compareCodePoints),
      substitutes:
        posts > full && field !== UNNAMED ? substitutes(map, field, { level: level === UNNAMED ? "none" : level, limit: told }) : [],
    };
  });
  const place = ({ segment }: Gap) => segments.get(segment) ?? segments.size;
  return found.sort(
    (a, b) => b.missing - a.missing || place(a) - place(b) || compareCodePoints(a.field, b.field) || compareCodePoints(a.level, b.level),
  );
}
