import { checkArray, checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import type { Demand, Requirement, Talent } from "../model/index.js";
import { compareCodePoints } from "../numeric/index.js";
import { checkDistinctIds, createTalentIndex, TalentIndex } from "../ranking/index.js";
import { type Criteria, FULL_POINTS, settleCriteria } from "../scoring/index.js";
import { assignWhole } from "./assign-whole.js";
import { augmentAssignment } from "./augment-assignment.js";
import { barredPairs } from "./barred-pairs.js";
import { deferPlan } from "./defer-plan.js";
import { deficientSets } from "./deficient-sets.js";
import { type DemandCandidates, ListedCandidates } from "./demand-candidates.js";
import { WholeCandidates } from "./whole-candidates.js";

/** How talents are given to demands (分配方式): the highest sum, or so that nobody would rather change. */
export const ASSIGN_METHODS = ["optimal", "stable"] as const;
/** One of the two ways of giving talents to demands. */
export type AssignMethod = (typeof ASSIGN_METHODS)[number];

/** Input of {@link assign}. */
export interface AssignOptions {
  /** The registry; or `index`, or both, when the index has been built from these talents already. */
  readonly talents?: readonly Talent[];
  readonly index?: TalentIndex;
  /** Demands with their headcounts; those that are filled or withdrawn take no part. */
  readonly demands: readonly Demand[];
  /** Default `optimal`. */
  readonly method?: AssignMethod;
  /** Demands that one talent may be given: one number for all, or by id and 1 for the others. Default 1. */
  readonly capacity?: number | Readonly<Record<string, number>> | ReadonlyMap<string, number>;
  /** For `optimal`: the highest sum of points (`paying`, default), or first as many posts filled as can be (`most`) and then the highest sum. */
  readonly pairing?: "paying" | "most";
  /** For `stable`: whose best of all stable plans (稳定方案取向). Default `demands`. */
  readonly proposing?: "demands" | "talents";
  /** For `stable`: what a talent makes of a demand, the higher the better; equal ones by id of the demand. Default: the points. */
  readonly preference?: (talent: string, demand: Demand, points: number) => number;
  /** Whether somebody employed at one enterprise of these demands may be given to another (县内企业互挖). Needs `talents`. Default `bar`. */
  readonly countyMoves?: "bar" | "allow";
  /** Who may be asked at all. Needs `talents`. Default: who has not said no (`doNotContact`). */
  readonly reachable?: (talent: Talent) => boolean;
  /** Pairs that must not be made. */
  readonly forbid?: (talent: string, demand: Demand) => boolean;
  /** For all demands, or for each. Default: the index's own. */
  readonly criteria?: Criteria | ((demand: Demand) => Criteria | undefined);
}

/** One talent given to one demand (分配结果). */
export interface PlannedPair {
  readonly demand: string;
  readonly talent: string;
  /** Integer 0..1 000 000. */
  readonly points: number;
  readonly low: number;
  readonly high: number;
  /** Present where a hard requirement could not be told. */
  readonly toVerify?: true;
}

/** A demand with posts left empty (未满需求). */
export interface Shortfall {
  readonly demand: string;
  readonly posts: number;
  readonly filled: number;
  /**
   * `too-few`: it lies in a deficient set, no plan could fill more of the set; `outweighed`: another plan could fill it, at the cost of points or
   * against what somebody would rather have.
   */
  readonly reason: "too-few" | "outweighed";
}

/** Demands that want more people together than there are for them (缺额需求组). */
export interface DeficientSet {
  readonly demands: readonly string[];
  /** Everybody whom any of them could take; whoever may take anything is with them in full, or has each of them that wants the person already. */
  readonly talents: readonly string[];
  readonly posts: number;
  /** Posts that stay empty, whatever the plan. */
  readonly missing: number;
  /** Whom it takes to fill them all: so many people for each demand, who have what it cannot do without. */
  readonly repair: readonly { readonly demand: string; readonly people: number; readonly needs: readonly Requirement[] }[];
}

/** Prices that prove a plan optimal (最优性证明). See {@link verifyPlan}. */
export interface PlanProof {
  /** The most that one more post of a demand could add to the points, by id of the demand. */
  readonly demands: ReadonlyMap<string, number>;
  /** The most that one more use of a talent could add, by id; 0 for who is not named. */
  readonly talents: ReadonlyMap<string, number>;
  /** What each pair counts for beside its points: 0, or with `pairing: "most"` more than any points. */
  readonly bonus: number;
}

/** Who goes where over all demands at once (整体分配方案). */
export interface AssignmentPlan {
  readonly method: AssignMethod;
  /** By id of the demand, then points descending, then id of the talent. */
  readonly pairs: readonly PlannedPair[];
  /** Sum of points. */
  readonly points: number;
  /** Posts of the demands that take part. */
  readonly posts: number;
  /** Demands with posts left, by id. */
  readonly shortfalls: readonly Shortfall[];
  readonly deficient: readonly DeficientSet[];
  /** Of an optimal plan. */
  readonly proof?: PlanProof;
  /** Pairs that were looked at; the others could not matter. */
  readonly listed: number;
}

/** Keys of {@link AssignOptions}. */
const ASSIGN_OPTIONS = [
  "talents",
  "index",
  "demands",
  "method",
  "capacity",
  "pairing",
  "proposing",
  "preference",
  "countyMoves",
  "reachable",
  "forbid",
  "criteria",
] as const;

/** Options of a plan, read and checked. */
export interface ReadPlan {
  readonly index: TalentIndex;
  /** Those that take part, by id. */
  readonly demands: readonly Demand[];
  readonly capacityOf: (talent: string) => number;
  readonly isBarred: (talent: string, demand: Demand) => boolean;
  readonly criteriaOf: (demand: Demand) => Criteria | undefined;
  readonly method: AssignMethod;
  readonly pairing: "paying" | "most";
  readonly proposing: "demands" | "talents";
  /** No plan has more pairs. */
  readonly mostPairs: number;
}

/** Reads what {@link assign} and {@link verifyPlan} are given. @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`, `duplicate-id` */
export function readPlan(place: string, options: AssignOptions): ReadPlan {
  checkOptions(place, options, ASSIGN_OPTIONS);
  const { talents, index, criteria } = options ?? {};
  if (talents === undefined && index === undefined)
    throw new GuiyanError("invalid-argument", `${place}: expected talents or an index`, { path: ["talents"] });
  if (talents !== undefined) checkArray(place, "talents", talents);
  if (index !== undefined && !(index instanceof TalentIndex))
    throw new GuiyanError("invalid-argument", `${place}: expected index to be a TalentIndex`, { path: ["index"] });
  checkArray(place, "demands", options.demands);
  checkDistinctIds(place, options.demands, "invalid-demand");
  const open = options.demands.filter(({ status }) => status === undefined || status === "open");
  for (const [i, { headcount }] of options.demands.entries()) {
    if (headcount !== undefined) checkInteger(place, `demands.${i}.headcount`, headcount, { min: 1, max: 2 ** 31 - 1 });
  }
  const method = checkOneOf(place, "method", options.method ?? "optimal", ASSIGN_METHODS);
  const pairing = checkOneOf(place, "pairing", options.pairing ?? "paying", ["paying", "most"]);
  const proposing = checkOneOf(place, "proposing", options.proposing ?? "demands", ["demands", "talents"]);
  for (const [name, allowed] of [
    ["pairing", "optimal"],
    ["proposing", "stable"],
    ["preference", "stable"],
  ] as const) {
    if (options[name] !== undefined && method !== allowed)
      throw new GuiyanError("invalid-option", `${place}: expected ${name} with method "${allowed}" only`, { path: [name] });
  }
  const forAll = typeof criteria === "function" ? undefined : criteria;
  const built = index ?? createTalentIndex(talents ?? [], forAll === undefined ? {} : { criteria: forAll });
  if (talents !== undefined && index !== undefined) checkSamePeople(place, talents, index);
  return {
    index: built,
    demands: open.sort((a, b) => compareCodePoints(a.id, b.id)),
    method,
    pairing,
    proposing,
    mostPairs: open.reduce((sum, { headcount }) => sum + Math.min(headcount ?? 1, built.size), 0),
    capacityOf: readCapacity(place, options.capacity),
    isBarred: barredPairs(place, options),
    criteriaOf: typeof criteria === "function" ? criteria : () => criteria,
  };
}

/** People looked up to tell whether an index holds a registry. */
const LOOKED_UP = 1000;

/** Refuses an index of other people: by their number, and by some of them. @complexity O(log n) */
function checkSamePeople(place: string, talents: readonly Talent[], index: TalentIndex): void {
  const step = Math.max(1, Math.floor(talents.length / LOOKED_UP));
  let same = index.size === talents.length;
  for (let i = 0; same && i < talents.length; i += step) same = index.has((talents[i] as Talent).id);
  if (same) return;
  throw new GuiyanError("invalid-argument", `${place}: expected an index of the ${talents.length} talents given`, { path: ["index"] });
}

function readCapacity(place: string, capacity: AssignOptions["capacity"]): (talent: string) => number {
  if (capacity === undefined) return () => 1;
  if (typeof capacity === "number") {
    const all = checkInteger(place, "capacity", capacity, { min: 0 });
    return () => all;
  }
  if (typeof capacity !== "object" || capacity === null || Array.isArray(capacity))
    throw new GuiyanError("invalid-option", `${place}: expected capacity to be a number, a record or a map`, { path: ["capacity"] });
  const own = new Map(capacity instanceof Map ? capacity : Object.entries(capacity));
  for (const one of own.values()) checkInteger(place, "capacity", one, { min: 0 });
  return (talent) => own.get(talent) ?? 1;
}

/** Up to so many talents a post, everybody's points are read at once: lists would run to the end. */
const WHOLE_SHARE = 1.25;
/** Posts × talents up to which that is done. */
const WHOLE_PAIRS = 2 ** 24;

/**
 * Gives talents to demands over all demands at once (整体分配), so that ten lists need not name the same professor.
 *
 * `optimal` finds the highest sum of points over **all** talents under the headcounts and each talent's capacity, and proves it by prices: lists are fetched
 * from the index as far as a person not yet listed could matter. `stable` makes a plan in which no demand and no talent would both rather
 * have each other, the best of them for the demands or for the talents. Whom a hard requirement keeps out is never given; pairs that are barred are absent.
 * The plan does not depend on the order of the input.
 * @throws GuiyanError `invalid-argument`, `invalid-option`, `unknown-option`, `invalid-demand`, `invalid-talent`, `duplicate-id`
 * @complexity optimal: near O(posts × a list) where demands seldom compete for the same people, O(posts × candidates of the demands that compete) otherwise;
 *   stable: O(proposals × capacity)
 * @source see {@link solveAssignment} and {@link solveStableMatching}
 * @example
 * const field = (code: string) => [{ dimension: "field", kind: "soft" as const, values: [code] }];
 * const talents = [{ id: "t1", fields: ["083201"] }, { id: "t2", fields: ["083203"] }];
 * const demands = [{ id: "d1", requirements: field("083201") }, { id: "d2", requirements: field("083201") }];
 * const { pairs, points } = assign({ talents, demands });
 * console.log(points, pairs.map(({ demand, talent }) => demand + talent)); // → 1700000 [ 'd1t1', 'd2t2' ]
 */
export function assign(options: AssignOptions): AssignmentPlan {
  const place = "assign";
  const { index, demands, capacityOf, isBarred, criteriaOf, method, pairing, proposing, mostPairs } = readPlan(place, options);
  const posts = demands.reduce((sum, { headcount }) => sum + (headcount ?? 1), 0);
  // One pair more outweighs whatever it does to the points of all others.
  const bonus = pairing === "most" ? FULL_POINTS * mostPairs + 1 : 0;
  const whole = index.size <= WHOLE_SHARE * posts && index.size * posts <= WHOLE_PAIRS;
  const from = { index, criteriaOf, capacityOf, isBarred, bonus };
  const source = whole ? new WholeCandidates(demands, from) : new ListedCandidates(demands, from);
  if (method === "stable") {
    const columns = deferPlan(source, demands, { proposing, preference: options.preference });
    return planOf(method, demands, source, columns, posts, (demand) => criteriaOf(demand) ?? index.criteria);
  }
  const once = source instanceof WholeCandidates && source.table.ids.every((id) => capacityOf(id) <= 1);
  const { columns, rowPrices, columnPrices } = once ? assignWhole(source, bonus) : augmentAssignment(source);
  const priced = columnPrices.flatMap((price, column): [string, number][] => (price > 0 ? [[source.idOf(column), price]] : []));
  const proof = {
    demands: new Map(demands.map(({ id }, row) => [id, rowPrices[row] as number])),
    talents: new Map(priced.sort(([a], [b]) => compareCodePoints(a, b))),
    bonus,
  };
  return { ...planOf(method, demands, source, columns, posts, (demand) => criteriaOf(demand) ?? index.criteria), proof };
}

/** A plan with its shortfalls, from the columns that each demand has. */
function planOf(
  method: AssignMethod,
  demands: readonly Demand[],
  source: DemandCandidates,
  columnsOf: readonly (readonly number[])[],
  posts: number,
  criteriaOf: (demand: Demand) => Criteria | undefined,
): AssignmentPlan {
  const { listed } = source;
  const pairs = demands.flatMap(({ id }, row) => {
    const own = new Set(columnsOf[row]);
    // In the order of the list: points descending, then id.
    return source.list(row).columns.flatMap((column, edge): PlannedPair[] => {
      if (!own.has(column)) return [];
      const { points, low, high, toVerify } = source.matchOf(row, edge);
      return [{ demand: id, talent: source.idOf(column), points, low, high, ...(toVerify ? { toVerify } : {}) }];
    });
  });
  const { deficient, outweighed } = deficientSets(source, columnsOf);
  const idOf = (row: number) => (demands[row] as Demand).id;
  const filled = (row: number) => (columnsOf[row] as readonly number[]).length;
  const missing = (row: number) => (source.places[row] as number) - filled(row);
  const short = (row: number, reason: Shortfall["reason"]): [number, Shortfall] => [
    row,
    { demand: idOf(row), posts: source.places[row] as number, filled: filled(row), reason },
  ];
  const shortfalls = [
    ...outweighed.map((row) => short(row, "outweighed")),
    ...deficient.flatMap(({ rows }) => rows.filter((row) => missing(row) > 0).map((row) => short(row, "too-few"))),
  ].sort(([a], [b]) => a - b);
  return {
    method,
    pairs,
    points: pairs.reduce((sum, { points }) => sum + points, 0),
    posts,
    shortfalls: shortfalls.map(([, shortfall]) => shortfall),
    deficient: deficient.map(({ rows, columns }): DeficientSet => {
      const lacking = rows.filter((row) => missing(row) > 0);
      return {
        demands: rows.map(idOf),
        talents: columns.map((column) => source.idOf(column)).sort(compareCodePoints),
        posts: rows.reduce((sum, row) => sum + (source.places[row] as number), 0),
        missing: lacking.reduce((sum, row) => sum + missing(row), 0),
        repair: lacking.map((row) => ({
          demand: idOf(row),
          people: missing(row),
          needs: needsOf(demands[row] as Demand, criteriaOf(demands[row] as Demand)),
        })),
      };
    }),
    listed,
  };
}

/** What somebody must have to be taken by a demand: its hard and excluding requirements, and soft ones that the criteria set a least similarity for. */
export function needsOf({ requirements }: Demand, criteria: Criteria | undefined): Requirement[] {
  const { atLeast } = settleCriteria(criteria);
  return requirements.filter(
    ({ kind, dimension }) => kind === "hard" || kind === "exclude" || (kind === "soft" && (atLeast.get(dimension) ?? 0) > 0),
  );
}
