import type { Talent } from "../model/index.js";
import { type Score, type ScorePlan, type SettledCriteria, scorePlanned } from "../scoring/index.js";
import type { DegreeLevel, TitleGrade } from "../taxonomy/index.js";
import { dimensionOf, type FactChange, factOptions } from "./fact-options.js";
import { limitFault } from "./limit-fault.js";

/** What {@link leastFactChange} is to find. */
export interface FactSearch {
  readonly talent: Talent;
  readonly plan: ScorePlan;
  readonly criteria: SettledCriteria;
  readonly fixed: ReadonlySet<string>;
  /** Whether a score is what is wanted. */
  readonly enters: (score: Score) => boolean;
  /** Changed records scored at most. */
  readonly limit: number;
}

/** Why no allowed change does it (无法达到的原因). */
export type FactImpossibility =
  /** Hard or excluding requirements, by index, that fail whatever is changed. */
  | { readonly kind: "rules"; readonly requirements: readonly number[] }
  /** Each of them can be met, but never all at once: those that fail where the fewest do. */
  | { readonly kind: "rules-together"; readonly requirements: readonly number[] }
  /** The most points that a candidate can reach do not suffice. */
  | { readonly kind: "points"; readonly reachable: number };

/** What {@link leastFactChange} found. */
export type FactFinding =
  | { readonly changes: readonly FactChange[]; readonly talent: Talent; readonly score: Score }
  | { readonly changes: undefined; readonly reason: FactImpossibility };

/** A talent with changes made, as a record of its own; a title that rises keeps its series and loses its old name. */
function withChanges(talent: Talent, changes: readonly FactChange[]): Talent {
  const made: { -readonly [member in keyof Talent]: Talent[member] } = { ...talent };
  for (const { fact, to } of changes) {
    const [code] = to;
    if (fact === "fields") made.fields = to;
    else if (fact === "degree") made.degree = code as DegreeLevel;
    else if (fact === "title") {
      const series = talent.title?.series;
      made.title = { grade: code as TitleGrade, ...(series === undefined ? {} : { series }) };
    } else if (fact === "residence" || fact === "hometown") made[fact] = code;
    else made.facts = { ...made.facts, [dimensionOf(fact)]: to };
  }
  return made;
}

/**
 * The least change of facts that brings about a score (最小事实变动), by uniform-cost search over all allowed changes, each really scored.
 *
 * Least: fewest touched, then fewest levels risen, then fewest known facts changed, then most points; of those still equal the one whose changes come
 * first, facts in the order degree, title, fields, residence, hometown, own dimensions.
 * @throws GuiyanError `limit-exceeded`, `invalid-talent`
 * @complexity O(changes of the facts multiplied), by number touched
 */
export function leastFactChange(search: FactSearch): FactFinding {
  const { talent, plan, criteria, enters, limit } = search;
  const facts = factOptions(search);
  /** Most that facts from one on can touch. */
  const most = [0];
  for (const { options } of facts.toReversed()) most.unshift((most[0] as number) + Math.max(0, ...options.map(({ touches }) => touches)));
  const told = new Impossibility(scorePlanned(talent, plan, criteria));
  let scored = 0;
  let best: { readonly cost: Cost; readonly changes: readonly FactChange[]; readonly talent: Talent; readonly score: Score } | undefined;
  const look = (changes: readonly FactChange[]): void => {
    const [steps, changed] = [total(changes, "steps"), changes.filter(({ kind }) => kind === "change").length];
    if (best !== undefined && (steps - best.cost.steps || changed - best.cost.changed) > 0) return;
    if (++scored > limit) throw limitFault("changed records to score", limit);
    const other = withChanges(talent, changes);
    const score = scorePlanned(other, plan, criteria);
    if (!enters(score)) {
      told.add(score);
      return;
    }
    const closer = best === undefined || (steps - best.cost.steps || changed - best.cost.changed || best.score.points - score.points) < 0;
    if (closer) best = { cost: { steps, changed }, changes, talent: other, score };
  };
  const choose = (at: number, left: number, changes: readonly FactChange[]): void => {
    if (left > (most[at] as number)) return;
    const fact = facts[at];
    if (fact === undefined) {
      look(changes);
      return;
    }
    for (const option of fact.options) if (option.touches <= left) choose(at + 1, left - option.touches, [...changes, option]);
    choose(at + 1, left, changes);
  };
  for (let touches = 1; touches <= (most[0] as number) && best === undefined; touches++) choose(0, touches, []);
  return best ?? { changes: undefined, reason: told.reason() };
}

interface Cost {
  readonly steps: number;
  readonly changed: number;
}

function total(changes: readonly FactChange[], pick: "steps" | "touches"): number {
  return changes.reduce((sum, change) => sum + change[pick], 0);
}

/** What all changes that do not do it have in common. */
class Impossibility {
  #always: readonly number[];
  #fewest: readonly number[];
  #reachable: number | undefined;

  constructor(score: Score) {
    this.#always = score.failed;
    this.#fewest = score.failed;
    this.add(score);
  }

  add({ failed, candidate, points }: Score): void {
    this.#always = this.#always.filter((requirement) => failed.includes(requirement));
    if (failed.length < this.#fewest.length) this.#fewest = failed;
    if (candidate) this.#reachable = Math.max(this.#reachable ?? 0, points);
  }

  reason(): FactImpossibility {
    if (this.#always.length > 0) return { kind: "rules", requirements: this.#always };
    if (this.#reachable === undefined) return { kind: "rules-together", requirements: this.#fewest };
    return { kind: "points", reachable: this.#reachable };
  }
}
