import { GuiyanError } from "../errors/index.js";
import type { Demand } from "../model/index.js";
import type { Match } from "../ranking/index.js";
import { type Criteria, FULL_POINTS } from "../scoring/index.js";
import {
  type AssignmentPlan,
  type AssignOptions,
  type DeficientSet,
  needsOf,
  type PlanProof,
  type ReadPlan,
  readPlan,
  type Shortfall,
} from "./assign.js";

/** One thing that is wrong with a plan (方案问题). */
export interface PlanFault {
  /**
   * `method`: not made the way that was asked; `pair`: unknown, barred, kept out, made twice or of other points; `capacity`: a demand or talent has too many; `total`: the points are not the sum;
   * `price`: the proof allows a better plan; `blocking`: both would rather have each other; `shortfall`: posts left empty that are not told, or told wrongly.
   */
  readonly kind: "method" | "pair" | "capacity" | "total" | "price" | "blocking" | "shortfall";
  readonly demand?: string;
  readonly talent?: string;
}

/** What a check of a plan found (方案核验). */
export interface PlanVerification {
  /** Only pairs that may be made, within headcounts and capacities, rightly summed, with every empty post told. */
  readonly feasible: boolean;
  /** Feasible, and proven the best, or stable, whichever was asked. */
  readonly proven: boolean;
  /** A hundred at most. */
  readonly faults: readonly PlanFault[];
}

/** Faults that are listed. */
const MOST_FAULTS = 100;

/**
 * Checks a plan against what it was made from (方案核验): that it may be carried out, and that it is what it says.
 *
 * An optimal plan is proven by its prices u of demands and v of talents over **all** pairs: u + v >= points + bonus for each pair that is not made, <= for each that
 * is; u > 0 only without an empty post, v > 0 only at capacity. A stable one has no pair of which both would rather have each other. A deficient set may
 * take nobody whom it does not have. It shares no step with {@link assign} but the reading of the options.
 * @param options what `assign` was given
 * @throws GuiyanError as {@link assign}; `invalid-argument` for a plan that is none
 * @complexity O(demands × rankings as long as the prices, or the plan, leave open)
 * @source complementary slackness and Hall's theorem, as {@link verifyAssignment}
 * @example
 * const options = { talents: [{ id: "t1" }], demands: [{ id: "d1", requirements: [] }, { id: "d2", requirements: [] }] };
 * console.log(verifyPlan(options, assign(options)).proven); // → true
 */
export function verifyPlan(options: AssignOptions, plan: AssignmentPlan): PlanVerification {
  const read = readPlan("verifyPlan", options);
  for (const name of ["pairs", "shortfalls", "deficient"] as const) {
    const list: unknown = plan?.[name];
    if (!(Array.isArray(list) && list.every((one) => typeof one === "object" && one !== null)))
      throw new GuiyanError("invalid-argument", `verifyPlan: expected a plan with ${name}`, { path: ["plan", name] });
  }
  const check = new PlanCheck(read, options, plan);
  if (plan.method !== read.method) check.faults.push({ kind: "method" });
  check.pairs();
  check.shortfalls();
  const feasible = check.faults.length === 0;
  if (plan.method === "stable") check.stability();
  else check.prices();
  return { feasible, proven: check.faults.length === 0, faults: check.faults.slice(0, MOST_FAULTS) };
}

class PlanCheck {
  readonly faults: PlanFault[] = [];
  readonly #read: ReadPlan;
  readonly #options: AssignOptions;
  readonly #plan: AssignmentPlan;
  readonly #demands: ReadonlyMap<string, Demand>;
  /** Points of the pairs made, by demand and talent, and demands by talent. */
  readonly #ofDemand = new Map<string, Map<string, number>>();
  readonly #ofTalent = new Map<string, string[]>();

  constructor(read: ReadPlan, options: AssignOptions, plan: AssignmentPlan) {
    this.#read = read;
    this.#options = options;
    this.#plan = plan;
    this.#demands = new Map(read.demands.map((demand) => [demand.id, demand]));
    for (const { id } of read.demands) this.#ofDemand.set(id, new Map());
  }

  #criteria(demand: Demand): { readonly criteria?: Criteria } {
    const criteria = this.#read.criteriaOf(demand);
    return criteria === undefined ? {} : { criteria };
  }

  #taken(demand: string): ReadonlyMap<string, number> {
    return this.#ofDemand.get(demand) as ReadonlyMap<string, number>;
  }

  #isFull(talent: string): boolean {
    return (this.#ofTalent.get(talent)?.length ?? 0) >= this.#read.capacityOf(talent);
  }

  pairs(): void {
    const { index, isBarred, capacityOf } = this.#read;
    let sum = 0;
    for (const { demand: id, talent, points, low, high, toVerify } of this.#plan.pairs) {
      sum += points;
      const demand = this.#demands.get(id);
      const taken = this.#ofDemand.get(id);
      const fault = () => this.faults.push({ kind: "pair", demand: id, talent });
      if (demand === undefined || taken === undefined || !index.has(talent) || taken.has(talent)) {
        fault();
        continue;
      }
      const [match] = index.rankDemandsFor(talent, [demand], this.#criteria(demand));
      if (
        match === undefined ||
        match.points !== points ||
        match.low !== low ||
        match.high !== high ||
        match.toVerify !== toVerify ||
        isBarred(talent, demand)
      )
        fault();
      taken.set(talent, points);
      const own = this.#ofTalent.get(talent);
      if (own === undefined) this.#ofTalent.set(talent, [id]);
      else own.push(id);
    }
    for (const [id, { size }] of this.#ofDemand)
      if (size > postsOf(this.#demands.get(id))) this.faults.push({ kind: "capacity", demand: id });
    for (const [talent, { length }] of this.#ofTalent) if (length > capacityOf(talent)) this.faults.push({ kind: "capacity", talent });
    const posts = this.#read.demands.reduce((all, demand) => all + postsOf(demand), 0);
    if (sum !== this.#plan.points || posts !== this.#plan.posts) this.faults.push({ kind: "total" });
  }

  /** Every demand with room is told; whoever a deficient set could take and does not have is wholly with others of the set. */
  shortfalls(): void {
    const { shortfalls, deficient } = this.#plan;
    const inSet = new Map(deficient.flatMap((set) => set.demands.map((id) => [id, set] as const)));
    if (inSet.size !== deficient.reduce((sum, set) => sum + set.demands.length, 0)) this.faults.push({ kind: "shortfall" });
    const told = new Map(shortfalls.map((one) => [one.demand, one]));
    if (told.size !== shortfalls.length || ![...told.keys()].every((id) => this.#demands.has(id))) this.faults.push({ kind: "shortfall" });
    for (const [id, demand] of this.#demands) {
      const one = told.get(id);
      const filled = this.#taken(id).size;
      const short = filled < postsOf(demand);
      const right =
        one === undefined ? !short : short && one.filled === filled && one.posts === postsOf(demand) && this.#isRightReason(one, inSet);
      if (!right) this.faults.push({ kind: "shortfall", demand: id });
    }
    for (const set of deficient) {
      const own = new Set(set.demands);
      const missing = set.demands.reduce((sum, id) => sum + postsOf(this.#demands.get(id)) - (this.#ofDemand.get(id)?.size ?? 0), 0);
      const posts = set.demands.reduce((sum, id) => sum + postsOf(this.#demands.get(id)), 0);
      if (missing !== set.missing || posts !== set.posts || missing === 0 || !this.#isRightRepair(set))
        this.faults.push({ kind: "shortfall" });
      const wanted = new Set<string>();
      for (const id of set.demands) {
        const demand = this.#demands.get(id);
        const taken = this.#ofDemand.get(id);
        if (demand === undefined || taken === undefined) {
          this.faults.push({ kind: "shortfall", demand: id });
          continue;
        }
        for (const match of this.#candidates(demand, () => false)) {
          wanted.add(match.id);
          if (taken.has(match.id)) continue;
          const within = this.#isFull(match.id) && (this.#ofTalent.get(match.id) ?? []).every((other) => own.has(other));
          if (!within) this.faults.push({ kind: "shortfall", demand: id, talent: match.id });
        }
      }
      const listed = new Set(set.talents);
      if (listed.size !== set.talents.length || listed.size !== wanted.size || ![...wanted].every((id) => listed.has(id)))
        this.faults.push({ kind: "shortfall" });
    }
  }

  /** Too few where it lies in a deficient set; outweighed where a chain of moves would give it one person more. */
  #isRightReason({ demand, reason }: Shortfall, inSet: ReadonlyMap<string, unknown>): boolean {
    return reason === "too-few" ? inSet.has(demand) : reason === "outweighed" && !inSet.has(demand) && this.#isFillable(demand);
  }

  #isFillable(start: string): boolean {
    const reached = new Set([start]);
    const seen = new Set<string>();
    for (const id of reached) {
      for (const { id: talent } of this.#candidates(this.#demands.get(id) as Demand, () => false)) {
        if (seen.has(talent) || this.#taken(id).has(talent)) continue;
        if (!this.#isFull(talent)) return true;
        seen.add(talent);
        for (const other of this.#ofTalent.get(talent) ?? []) reached.add(other);
      }
    }
    return false;
  }

  /** For each demand of the set that lacks somebody how many, and what they must have. */
  #isRightRepair({ demands, repair }: DeficientSet): boolean {
    const lacking = demands.filter((id) => postsOf(this.#demands.get(id)) > (this.#ofDemand.get(id)?.size ?? 0));
    return (
      repair.length === lacking.length &&
      repair.every(({ demand: id, people, needs }, i) => {
        const demand = this.#demands.get(id);
        if (demand === undefined || id !== lacking[i] || people !== postsOf(demand) - this.#taken(id).size) return false;
        const own = needsOf(demand, this.#read.criteriaOf(demand) ?? this.#read.index.criteria);
        return needs.length === own.length && needs.every((need, n) => need === own[n] || JSON.stringify(need) === JSON.stringify(own[n]));
      })
    );
  }

  prices(): void {
    const { proof } = this.#plan;
    const most = this.#read.pairing === "most";
    // One pair more must outweigh all points, or nothing; prices are whole, so that nothing is lost in a sum.
    const whole = proof !== undefined && [proof.bonus, ...proof.demands.values(), ...proof.talents.values()].every(Number.isSafeInteger);
    if (!whole || (most ? !(proof.bonus > FULL_POINTS * this.#read.mostPairs) : proof.bonus !== 0)) {
      this.faults.push({ kind: "price" });
      return;
    }
    for (const [talent, price] of proof.talents) {
      if (!(price >= 0 && (price === 0 || this.#isFull(talent)))) this.faults.push({ kind: "price", talent });
    }
    for (const demand of this.#demands.values()) this.#priceOf(demand, proof);
  }

  #priceOf(demand: Demand, { demands, talents, bonus }: PlanProof): void {
    const price = demands.get(demand.id) ?? Number.NaN;
    const taken = this.#taken(demand.id);
    if (!(price >= 0 && (price === 0 || taken.size >= postsOf(demand)))) this.faults.push({ kind: "price", demand: demand.id });
    for (const [talent, points] of taken) {
      if (!(points + bonus >= price + (talents.get(talent) ?? 0))) this.faults.push({ kind: "price", demand: demand.id, talent });
    }
    // From where the demand's own price covers the points, no talent's price can matter.
    for (const { id, points } of this.#candidates(demand, (match) => match.points + bonus <= price)) {
      if (!(taken.has(id) || price + (talents.get(id) ?? 0) >= points + bonus))
        this.faults.push({ kind: "price", demand: demand.id, talent: id });
    }
  }

  stability(): void {
    const { preference } = this.#options;
    const worth = (talent: string, demand: Demand, points: number) =>
      preference === undefined ? points : preference(talent, demand, points);
    for (const demand of this.#demands.values()) {
      const taken = this.#taken(demand.id);
      const full = taken.size >= postsOf(demand);
      let left = taken.size;
      const wanted = this.#candidates(demand, ({ id }) => {
        // Past the last one that a full demand has, it wants nobody.
        if (full && left === 0) return true;
        if (taken.has(id)) left--;
        return false;
      });
      for (const { id, points } of wanted) {
        if (taken.has(id)) continue;
        const offered = worth(id, demand, points);
        const rather = (other: string) => {
          const held = this.#demands.get(other) as Demand;
          const value = worth(id, held, this.#taken(other).get(id) as number);
          return offered > value || (offered === value && this.#read.demands.indexOf(demand) < this.#read.demands.indexOf(held));
        };
        const capacity = this.#read.capacityOf(id);
        if (capacity > 0 && (!this.#isFull(id) || (this.#ofTalent.get(id) ?? []).some(rather)))
          this.faults.push({ kind: "blocking", demand: demand.id, talent: id });
      }
    }
  }

  /** Those who may be given to a demand, best first, up to where `stop` says that the rest cannot matter. */
  #candidates(demand: Demand, stop: (match: Match) => boolean): Match[] {
    const found: Match[] = [];
    for (let k = FIRST_LENGTH, seen = 0; ; k *= 8) {
      const list = this.#read.index.rank(demand, { k, ...this.#criteria(demand) });
      for (; seen < list.length; seen++) {
        const match = list[seen] as Match;
        if (stop(match)) return found;
        if (!this.#read.isBarred(match.id, demand)) found.push(match);
      }
      if (list.length < k) return found;
    }
  }
}

/** Length of a list when it is first fetched. */
const FIRST_LENGTH = 64;

function postsOf(demand: Demand | undefined): number {
  return demand?.headcount ?? 1;
}
