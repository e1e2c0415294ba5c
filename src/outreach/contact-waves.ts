import { checkArray, checkInteger, checkOneOf, checkOptions, GuiyanError } from "../errors/index.js";
import { type CountyMove, countyMoves, type Demand, type Talent } from "../model/index.js";
import { compareCodePoints, isIsoDate } from "../numeric/index.js";
import { checkDistinctIds } from "../ranking/index.js";
import { employerKey } from "../taxonomy/index.js";
import { ContactCalendar, type ContactCaps, type FullCap } from "./contact-calendar.js";

/** One person to be asked about one post (拟联络): a pair of an assignment, or a place in a list. */
export interface ContactProposal {
  /** Id of the talent. */
  readonly talent: string;
  /** Id of the demand. */
  readonly demand: string;
  /** What the talent scores there; the higher is contacted first among demands of one urgency. */
  readonly points: number;
}

/** The contacts of one week (一个联络批次). */
export interface ContactWave<P extends ContactProposal = ContactProposal> {
  /** From 1. */
  readonly week: number;
  /** First day of the week, YYYY-MM-DD; present where {@link ContactWavesOptions.from} is. */
  readonly from?: string;
  /** As they were given, in order of precedence. */
  readonly contacts: readonly P[];
}

/**
 * Why a proposal stands in no wave (未排入原因): the person asked not to be contacted; the demand is filled or withdrawn; the person would only
 * move within the county; the person, or the enterprise, has as many contacts as are allowed; no week within the limit has room.
 */
export type ContactRefusal = "do-not-contact" | "demand-closed" | CountyMove | FullCap;

/** Contacts by week, and what stays undone (联络安排): each proposal is in one of the two. */
export interface ContactPlan<P extends ContactProposal = ContactProposal> {
  readonly waves: readonly ContactWave<P>[];
  /** In order of precedence. */
  readonly left: readonly (P & { readonly reason: ContactRefusal })[];
}

/** Options of {@link contactWaves}. The default caps are own choices: what one person bears and a small office can do. */
export interface ContactWavesOptions {
  /** The talents that the proposals name; others may be among them. */
  readonly talents: readonly Talent[];
  /** All demands of the county: those that name an employer say which are county enterprises. */
  readonly demands: readonly Demand[];
  /** How often one person is contacted in a week, >= 1. Default 1. */
  readonly contactsPerTalentPerWeek?: number;
  /** How often in all, >= 1. Default 3. */
  readonly contactsPerTalent?: number;
  /** How many people are contacted for one enterprise in a week, >= 1. Default 5; a demand that names no enterprise has no such cap. */
  readonly contactsPerEnterprisePerWeek?: number;
  /** How many contacts the office makes in a week, >= 1. Default 50. */
  readonly contactsPerWeek?: number;
  /** First day of the first week, YYYY-MM-DD, usually a Monday. Default: the waves have numbers and no dates. */
  readonly from?: string;
  /** Weeks at most, >= 1. Default: as many as it takes. */
  readonly weeks?: number;
  /**
   * Whether people of one county enterprise may be proposed to another (县内流动). Default `bar`: a county gains nobody by it and its
   * enterprises would poach from each other. Nobody is ever proposed to the employer whom they have.
   */
  readonly countyMoves?: "bar" | "allow";
}

const DAY_MS = 86_400_000;

/**
 * Spreads proposals over weeks (联络批次), so that nobody is asked too often and no enterprise is flooded.
 *
 * In order of precedence (urgency of the demand, 3 where it says none; then points; then ids) each proposal goes to the earliest week that
 * breaks no cap. So the waves have no gap, no contact could be made in an earlier week, and what is left for want of room finds none in any
 * week. Who must not be contacted, whose demand is closed and who would only move within the county is left with the reason.
 * @param proposals pairs of talent and demand, each once, in any order
 * @returns waves 1, 2, … without empty ones, and the rest: together all proposals
 * @throws GuiyanError `invalid-argument` for a pair that repeats, an id that is not among the records, points that are no number;
 *   `duplicate-id`, `invalid-talent`, `invalid-demand` for the records; `invalid-option`, `unknown-option`
 * @complexity O(n log n + n × weeks) for n proposals, where a week that is full for the person, the enterprise or the office is stepped over at once
 * @example
 * const talents = [{ id: "t1" }, { id: "t2", doNotContact: true }];
 * const demands = [{ id: "d1", requirements: [] }, { id: "d2", urgency: 5 as const, requirements: [] }];
 * const proposals = [
 *   { talent: "t1", demand: "d1", points: 900000 },
 *   { talent: "t1", demand: "d2", points: 700000 },
 *   { talent: "t2", demand: "d2", points: 800000 },
 * ];
 * const { waves, left } = contactWaves(proposals, { talents, demands, from: "2026-03-02" });
 * console.log(waves.map(({ from, contacts }) => `${from} ${contacts[0]?.demand}`)); // → [ '2026-03-02 d2', '2026-03-09 d1' ]
 * console.log(left[0]?.talent, left[0]?.reason); // → t2 do-not-contact
 */
export function contactWaves<P extends ContactProposal>(proposals: readonly P[], options: ContactWavesOptions): ContactPlan<P> {
  const place = "contactWaves";
  const { from, barsMoves, caps } = settle(place, checkArray(place, "proposals", proposals), options);
  const pairs = inPrecedence(place, proposals, options);
  const calendar = new ContactCalendar(caps);
  const moveOf = countyMoves(options.demands);
  const waves: P[][] = [];
  const left: (P & { readonly reason: ContactRefusal })[] = [];
  for (const { proposal, talent, demand } of pairs) {
    const { enterprise } = demand;
    const move = moveOf(talent, demand);
    const booked =
      refusalOf(talent, demand) ??
      (move === "own-employer" || barsMoves ? move : undefined) ??
      calendar.book(talent.id, enterprise === undefined ? undefined : employerKey(enterprise));
    if (typeof booked === "string") left.push({ ...proposal, reason: booked });
    else {
      const wave = waves[booked - 1] ?? [];
      waves[booked - 1] = wave;
      wave.push(proposal);
    }
  }
  return {
    waves: waves.map((contacts, i) => ({ week: i + 1, ...(from === undefined ? {} : { from: daysAfter(place, from, 7 * i) }), contacts })),
    left,
  };
}

function refusalOf({ doNotContact }: Talent, { status }: Demand): ContactRefusal | undefined {
  if (doNotContact === true) return "do-not-contact";
  return status === undefined || status === "open" ? undefined : "demand-closed";
}

/** Options checked, with their defaults. */
function settle(
  place: string,
  proposals: readonly unknown[],
  options: ContactWavesOptions,
): { readonly from: string | undefined; readonly barsMoves: boolean; readonly caps: ContactCaps } {
  const capNames = ["contactsPerTalentPerWeek", "contactsPerTalent", "contactsPerEnterprisePerWeek", "contactsPerWeek", "weeks"] as const;
  checkOptions(place, options, ["talents", "demands", "from", "countyMoves", ...capNames]);
  checkDistinctIds(`${place}: talents`, checkArray(place, "talents", options?.talents));
  checkDistinctIds(`${place}: demands`, checkArray(place, "demands", options.demands), "invalid-demand");
  const cap = (name: (typeof capNames)[number], most: number) => checkInteger(place, name, options[name] ?? most, { min: 1 });
  const { from } = options;
  if (from !== undefined && !isIsoDate(from))
    throw new GuiyanError("invalid-option", `${place}: expected from to be a date YYYY-MM-DD`, { path: ["from"] });
  return {
    from,
    barsMoves: checkOneOf(place, "countyMoves", options.countyMoves ?? "bar", ["bar", "allow"]) === "bar",
    caps: {
      perTalentPerWeek: cap("contactsPerTalentPerWeek", 1),
      perTalent: cap("contactsPerTalent", 3),
      perEnterprisePerWeek: cap("contactsPerEnterprisePerWeek", 5),
      perWeek: cap("contactsPerWeek", 50),
      // A contact is kept out of a week by one that stands there: no more weeks than contacts can be needed.
      weeks: cap("weeks", Math.max(1, proposals.length)),
    },
  };
}

/** A proposal with its records. */
interface Pair<P> {
  readonly proposal: P;
  readonly talent: Talent;
  readonly demand: Demand;
}

/** Proposals with their records, checked, the most urgent first. */
function inPrecedence<P extends ContactProposal>(
  place: string,
  proposals: readonly P[],
  { talents, demands }: ContactWavesOptions,
): Pair<P>[] {
  const talentOf = new Map(talents.map((talent) => [talent.id, talent]));
  const demandOf = new Map(demands.map((demand) => [demand.id, demand]));
  const seen = new Set<string>();
  const pairs = proposals.map((proposal, i): Pair<P> => {
    const refuse = (expectation: string, ...member: string[]) =>
      new GuiyanError("invalid-argument", `${place}: expected ${expectation}`, { path: ["proposals", i, ...member] });
    const talent = talentOf.get(proposal?.talent);
    if (talent === undefined) throw refuse(`proposal ${i} to name a talent among the talents`, "talent");
    const demand = demandOf.get(proposal.demand);
    if (demand === undefined) throw refuse(`proposal ${i} to name a demand among the demands`, "demand");
    if (!Number.isFinite(proposal.points)) throw refuse(`points of proposal ${i} to be a finite number`, "points");
    const key = JSON.stringify([talent.id, demand.id]);
    if (seen.has(key)) throw refuse(`each talent once for a demand, proposal ${i} repeats a pair`);
    seen.add(key);
    return { proposal, talent, demand };
  });
  return pairs.sort(
    (a, b) =>
      (b.demand.urgency ?? 3) - (a.demand.urgency ?? 3) ||
      b.proposal.points - a.proposal.points ||
      compareCodePoints(a.talent.id, b.talent.id) ||
      compareCodePoints(a.demand.id, b.demand.id),
  );
}

/** The day some days after a date. */
function daysAfter(place: string, from: string, days: number): string {
  const day = new Date(Date.parse(from) + days * DAY_MS).toISOString().slice(0, 10);
  if (!isIsoDate(day)) throw new GuiyanError("invalid-option", `${place}: expected from to leave room for the weeks`, { path: ["from"] });
  return day;
}
