import { checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import type { Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { fieldCloseness, settleCriteria } from "../scoring/index.js";
import { canonicalField } from "../taxonomy/index.js";
import { cityOf } from "./city-of.js";
import { employerKind } from "./employer-kind.js";
import { gaps, UNNAMED } from "./gaps.js";
import type { TalentMap } from "./talent-map.js";

/** A place or an employer that is rich in what a chain lacks (人才富集地). */
export interface Hub {
  readonly kind: "institution" | "enterprise" | "city";
  /** Name of the employer, or code of the city. */
  readonly id: string;
  /** People of the registry there, of whom a field is known. */
  readonly people: number;
  /** Those whose field is near something that the chain lacks. */
  readonly relevant: number;
  /** Share of the relevant here over their share in the registry (区位商). */
  readonly quotient: number;
  /** The same, drawn towards 1 by {@link HubOptions.prior} imagined people of the registry's own share. */
  readonly shrunken: number;
  /** Lacking fields that people here are near, the most people first. */
  readonly fields: readonly { readonly field: string; readonly people: number }[];
}

/** Options of {@link hubs}. */
export interface HubOptions {
  /** How many are told of each kind. Default 10. */
  readonly limit?: number;
  /** Nearness in field from which a person counts, 1..1000. Default 400, the category. */
  readonly nearness?: number;
  /** Imagined people that each place has besides its own. Default 20. */
  readonly prior?: number;
  /** Relevant people below which a place is no hub. Default 3. */
  readonly least?: number;
}

interface Tally {
  people: number;
  relevant: number;
  readonly fields: Map<string, number>;
}

/**
 * Institutions, enterprises and cities rich in what the chain lacks (人才富集地).
 *
 *   quotient = (relevant / people) / (relevant in all / people in all)
 *   shrunken = ((relevant + prior × share) / (people + prior)) / share          share: of the relevant in all
 *
 * One lone expert in an office of one has a quotient as high as can be and a shrunken one near 1: places are ordered by the shrunken, and those with fewer than
 * `least` relevant people are not told. Empty where nothing is lacking.
 * @returns institutions, enterprises and cities together, by shrunken descending, then relevant, then id
 * @throws GuiyanError `invalid-option`, `unknown-option`
 * @complexity that of {@link gaps} once, then O(people × fields held × lacking fields)
 * @source location quotient: Florence 1939; shrinkage towards the whole: Efron and Morris 1975
 */
export function hubs(map: TalentMap, options: HubOptions = {}): Hub[] {
  checkOptions("hubs", options, ["limit", "nearness", "prior", "least"]);
  const limit = checkInteger("hubs", "limit", options.limit ?? 10, { min: 0 });
  const least = checkInteger("hubs", "least", options.least ?? 3, { min: 1 });
  const nearness = checkInteger("hubs", "nearness", options.nearness ?? 400, { min: 1, max: 1000 });
  const prior = options.prior ?? 20;
  if (!(prior >= 0 && Number.isFinite(prior)))
    throw new GuiyanError("invalid-option", "hubs: expected prior to be a finite number >= 0", { path: ["prior"] });
  const lacking = [...new Set(gaps(map).flatMap(({ missing, field }) => (missing > 0 && field !== UNNAMED ? [field] : [])))].sort(
    compareCodePoints,
  );
  const criteria = settleCriteria(map.criteria);
  const near = new Map<string, readonly string[]>();
  const nearFields = (code: string): readonly string[] => {
    const known = near.get(code);
    if (known) return known;
    const made = lacking.filter((field) => fieldCloseness(code, field, criteria) >= nearness);
    near.set(code, made);
    return made;
  };
  const tallies = new Map<string, Tally>();
  const whole: Tally = { people: 0, relevant: 0, fields: new Map() };
  const count = (key: string, fields: ReadonlySet<string>) => {
    const tally = tallies.get(key) ?? { people: 0, relevant: 0, fields: new Map<string, number>() };
    tallies.set(key, tally);
    add(tally, fields);
  };
  for (const talent of map.registry) {
    if (!talent.fields?.length || !map.isReachable(talent)) continue;
    const fields = new Set(talent.fields.flatMap((code) => nearFields(canonicalField(code))));
    add(whole, fields);
    for (const key of placesOf(talent)) count(key, fields);
  }
  const share = whole.relevant / whole.people;
  if (!(share > 0)) return [];
  const found = Array.from(tallies, ([key, { people, relevant, fields }]): Hub => {
    const [kind, id] = JSON.parse(key) as [Hub["kind"], string];
    const listed = Array.from(fields, ([field, held]) => ({ field, people: held }));
    return {
      kind,
      id,
      people,
      relevant,
      quotient: relevant / people / share,
      shrunken: (relevant + prior * share) / (people + prior) / share,
      fields: listed.sort((a, b) => b.people - a.people || compareCodePoints(a.field, b.field)),
    };
  }).filter(({ relevant, shrunken }) => relevant >= least && shrunken > 1);
  found.sort((a, b) => b.shrunken - a.shrunken || b.relevant - a.relevant || compareCodePoints(a.id, b.id));
  const told = { institution: 0, enterprise: 0, city: 0 };
  return found.filter(({ kind }) => told[kind]++ < limit);
}

function add(tally: Tally, fields: ReadonlySet<string>): void {
  tally.people++;
  if (fields.size > 0) tally.relevant++;
  for (const field of fields) tally.fields.set(field, (tally.fields.get(field) ?? 0) + 1);
}

/** Keys of the places that a talent counts for. */
function placesOf({ organization, residence }: Talent): string[] {
  return [
    ...(organization ? [JSON.stringify([employerKind(organization), organization])] : []),
    ...(residence ? [JSON.stringify(["city", cityOf(residence)])] : []),
  ];
}
