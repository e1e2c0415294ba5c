import { checkInteger, checkOptions, GuiyanError } from "../errors/index.js";
import type { Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import type { TalentMap } from "./talent-map.js";

/** What two people share (关系纽带). */
export type Tie = "employer" | "hometown" | "city";

/** One step of a path: from one person to the next, by what they share (引荐一步). */
export interface ReferralStep {
  readonly from: string;
  readonly to: string;
  readonly tie: Tie;
  /** What is shared: an employer's name or a region's code. */
  readonly shared: string;
  /** People of the registry who share it. */
  readonly people: number;
  /** In 0..1. */
  readonly trust: number;
}

/** A way of introductions from a station to a person (引荐路径). */
export interface ReferralPath {
  readonly station: string;
  /** Product of the steps' trust, in 0..1; 1 for a person of the station itself. */
  readonly trust: number;
  readonly steps: readonly ReferralStep[];
}

/** Whether and how a person can be reached; `none` says plainly that no way was found (引荐结论). */
export type Referral =
  | { readonly status: "found"; readonly paths: readonly ReferralPath[] }
  | { readonly status: "none"; readonly reason: ReferralRefusal };

/** Why there is no way: no station has staff in the registry; nothing is known that the person could share; nobody leads there in so few steps. */
export type ReferralRefusal = "no-staff" | "nothing-shared" | "too-far";

/** Options of {@link referralPaths}. */
export interface ReferralOptions {
  /** Steps at most, 1..6. Default 3. */
  readonly maxHops?: number;
  /** Trust that a tie carries between two who alone share it, 0..1. Default employer 0.8, hometown 0.5, city 0.2. */
  readonly trust?: Readonly<Partial<Record<Tie, number>>>;
}

/** Own choice: colleagues know one another, people of one county may, people who live in one city seldom do. */
const TRUST: Readonly<Record<Tie, number>> = { employer: 0.8, hometown: 0.5, city: 0.2 };

/** People who share one thing. */
interface Circle {
  readonly tie: Tie;
  readonly shared: string;
  readonly members: number[];
}

interface Ties {
  readonly circles: readonly Circle[];
  /** Circles of each person. */
  readonly of: readonly (readonly number[])[];
  readonly numbers: ReadonlyMap<string, number>;
}

const cache = new WeakMap<TalentMap, Ties>();

function tiesOf(map: TalentMap): Ties {
  const known = cache.get(map);
  if (known) return known;
  const circles: Circle[] = [];
  const byKey = new Map<string, number>();
  const of = map.registry.map((talent: Talent, person) => {
    const shared: readonly (readonly [Tie, string | undefined])[] = [
      ["employer", talent.organization],
      ["hometown", talent.hometown],
      ["city", talent.residence],
    ];
    return shared.flatMap(([tie, what]) => {
      if (!what) return [];
      const key = `${tie}|${what}`;
      const circle = byKey.get(key) ?? circles.push({ tie, shared: what, members: [] }) - 1;
      byKey.set(key, circle);
      circles[circle]?.members.push(person);
      return [circle];
    });
  });
  const made = { circles, of, numbers: new Map(map.registry.map(({ id }, i) => [id, i])) };
  cache.set(map, made);
  return made;
}

/** Best trust with which each person is reached in so many steps, and by which step. */
interface Layer {
  readonly trust: Float64Array;
  readonly from: Int32Array;
  readonly by: Int32Array;
}

/**
 * How stations could reach a person by introductions (引荐路径): at most `maxHops` steps from a head or officer, each to somebody who shares an employer, a
 * hometown or a city.
 *
 *   trust of a step = tie's trust / (1 + log2(people who share it − 1))          of a path: the product
 *
 * A tie that thousands share says little. Who may not be asked is no step of a path, though they may be its end.
 * @returns the best path of each station that has one, best first, then by station; `none` with the reason where no station has
 * @throws GuiyanError `invalid-argument` for a person who is not in the registry, `invalid-option`, `unknown-option`
 * @complexity O(maxHops × (people + ties)) a station
 */
export function referralPaths(map: TalentMap, target: string, options: ReferralOptions = {}): Referral {
  const place = "referralPaths";
  checkOptions(place, options, ["maxHops", "trust"]);
  const maxHops = checkInteger(place, "maxHops", options.maxHops ?? 3, { min: 1, max: 6 });
  checkOptions(`${place}: trust`, options.trust, Object.keys(TRUST));
  const trust = { ...TRUST, ...options.trust };
  for (const [tie, value] of Object.entries(trust)) {
    if (!(value >= 0 && value <= 1))
      throw new GuiyanError("invalid-option", `${place}: expected trust.${tie} to be in 0..1`, { path: ["trust", tie] });
  }
  const ties = tiesOf(map);
  const end = ties.numbers.get(target);
  if (end === undefined)
    throw new GuiyanError("invalid-argument", `${place}: expected the id of a talent of the registry`, { path: ["target"] });
  const staffed = map.stations.map(({ id, staff }) => ({ id, staff: staff.flatMap((member) => ties.numbers.get(member) ?? []) }));
  if (staffed.every(({ staff }) => staff.length === 0)) return { status: "none", reason: "no-staff" };
  const paths = staffed.flatMap(({ id, staff }) => bestPath(map, ties, id, staff, end, maxHops, trust) ?? []);
  if (paths.length === 0) return { status: "none", reason: (ties.of[end] ?? []).length === 0 ? "nothing-shared" : "too-far" };
  return { status: "found", paths: paths.sort((a, b) => b.trust - a.trust || compareCodePoints(a.station, b.station)) };
}

function bestPath(
  map: TalentMap,
  ties: Ties,
  station: string,
  staff: readonly number[],
  end: number,
  maxHops: number,
  trust: Readonly<Record<Tie, number>>,
): ReferralPath | undefined {
  const n = map.registry.length;
  const layers: Layer[] = [{ trust: new Float64Array(n), from: new Int32Array(n), by: new Int32Array(n) }];
  for (const member of staff) (layers[0] as Layer).trust[member] = 1;
  // The staff themselves may always be asked.
  for (let hop = 1; hop <= maxHops; hop++) layers.push(nextLayer(map, ties, layers[hop - 1] as Layer, trust, hop === 1));
  let best = -1;
  for (let hop = 0; hop <= maxHops; hop++) {
    const reached = (layers[hop] as Layer).trust[end] as number;
    if (reached > (best < 0 ? 0 : ((layers[best] as Layer).trust[end] as number))) best = hop;
  }
  if (best < 0) return undefined;
  const steps: ReferralStep[] = [];
  let person = end;
  for (let hop = best; hop > 0; hop--) {
    const layer = layers[hop] as Layer;
    const from = layer.from[person] as number;
    const { tie, shared, members } = ties.circles[layer.by[person] as number] as Circle;
    const idOf = (number: number) => map.registry[number]?.id ?? "";
    steps.unshift({
      from: idOf(from),
      to: idOf(person),
      tie,
      shared,
      people: members.length,
      trust: stepTrust(tie, members.length, trust),
    });
    person = from;
  }
  return { station, trust: (layers[best] as Layer).trust[end] as number, steps };
}

const stepTrust = (tie: Tie, people: number, trust: Readonly<Record<Tie, number>>): number =>
  trust[tie] / (1 + Math.log2(Math.max(1, people - 1)));

/** One step on: through each circle from its best member to all. */
function nextLayer(map: TalentMap, { circles }: Ties, last: Layer, trust: Readonly<Record<Tie, number>>, ofStaff: boolean): Layer {
  const n = last.trust.length;
  const next: Layer = { trust: new Float64Array(n), from: new Int32Array(n), by: new Int32Array(n) };
  for (const [c, { tie, members }] of circles.entries()) {
    // The best two, so that the best one is reached from another.
    let [first, second] = [-1, -1];
    for (const member of members) {
      const reached = last.trust[member] as number;
      if (reached <= 0) continue;
      if (!ofStaff && !map.isReachable(map.registry[member] as Talent)) continue;
      if (first < 0 || reached > (last.trust[first] as number)) [first, second] = [member, first];
      else if (second < 0 || reached > (last.trust[second] as number)) second = member;
    }
    if (first < 0) continue;
    const step = stepTrust(tie, members.length, trust);
    for (const member of members) {
      const from = member === first ? second : first;
      if (from < 0) continue;
      const reached = (last.trust[from] as number) * step;
      if (reached > (next.trust[member] as number)) {
        next.trust[member] = reached;
        next.from[member] = from;
        next.by[member] = c;
      }
    }
  }
  return next;
}
