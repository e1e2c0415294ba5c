import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Demand, Talent } from "../../src/model/index.js";
import { type ContactPlan, type ContactProposal, contactWaves } from "../../src/outreach/index.js";
import { deepFreeze } from "../arbitraries/records.js";
import { breaksCap, type Caps, type Dated } from "../oracle/naive-waves.js";

const ENTERPRISES = ["南乐县甲食品有限公司", "南乐县乙机械厂", "南乐县丙物流公司"];

const talentArbitrary = (i: number): fc.Arbitrary<Talent> =>
  fc
    .record({
      doNotContact: fc.constantFrom(undefined, undefined, undefined, false, true),
      organization: fc.constantFrom(undefined, undefined, "上海丁技术有限公司", "南乐甲食品有限责任公司", "南乐县乙机械厂"),
    })
    .map(({ doNotContact, organization }) => ({
      id: `t${i}`,
      ...(doNotContact === undefined ? {} : { doNotContact }),
      ...(organization === undefined ? {} : { organization }),
    }));

const demandArbitrary = (i: number): fc.Arbitrary<Demand> =>
  fc
    .record({
      enterprise: fc.constantFrom(undefined, ...ENTERPRISES),
      urgency: fc.constantFrom(undefined, 1 as const, 3 as const, 5 as const),
      status: fc.constantFrom(undefined, undefined, undefined, "open" as const, "filled" as const, "withdrawn" as const),
    })
    .map((members) => ({
      id: `d${i}`,
      requirements: [],
      ...Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)),
    }));

const cap = (max: number) => fc.integer({ min: 1, max });

const caseArbitrary = fc.record({
  talents: fc.tuple(...[0, 1, 2, 3, 4].map(talentArbitrary)),
  demands: fc.tuple(...[0, 1, 2, 3, 4, 5].map(demandArbitrary)),
  proposals: fc
    .uniqueArray(fc.tuple(fc.nat(4), fc.nat(5), fc.constantFrom(0, 400_000, 700_000)), { selector: ([t, d]) => t * 6 + d, maxLength: 30 })
    .map((pairs) => pairs.map(([t, d, points]) => ({ talent: `t${t}`, demand: `d${d}`, points }))),
  caps: fc.record({ talentWeek: cap(2), talent: cap(4), enterpriseWeek: cap(3), week: cap(5) }),
  weeks: fc.option(cap(4), { nil: undefined }),
  countyMoves: fc.constantFrom("bar" as const, "allow" as const),
});

type Case = typeof caseArbitrary extends fc.Arbitrary<infer T> ? T : never;

function plan({ talents, demands, caps, weeks, countyMoves }: Case, proposals: readonly ContactProposal[]): ContactPlan {
  return contactWaves(proposals, {
    talents,
    demands,
    contactsPerTalentPerWeek: caps.talentWeek,
    contactsPerTalent: caps.talent,
    contactsPerEnterprisePerWeek: caps.enterpriseWeek,
    contactsPerWeek: caps.week,
    countyMoves,
    ...(weeks === undefined ? {} : { weeks }),
  });
}

const dated = ({ waves }: ContactPlan): Dated[] =>
  waves.flatMap(({ week, contacts }) => contacts.map(({ talent, demand }) => ({ talent, demand, week })));
const without = (placed: readonly Dated[], i: number) => placed.filter((_, j) => j !== i);

/** The precedence that the doc states. */
function inPrecedence(given: Case): ContactProposal[] {
  const urgency = new Map(given.demands.map((demand) => [demand.id, demand.urgency ?? 3]));
  const urgencyOf = ({ demand }: ContactProposal) => urgency.get(demand) ?? 0;
  const key = ({ talent, demand }: ContactProposal) => `${talent} ${demand}`;
  return [...given.proposals].sort((a, b) => urgencyOf(b) - urgencyOf(a) || b.points - a.points || (key(a) < key(b) ? -1 : 1));
}

/** What is told of a pair before any cap is looked at. */
function refusalOf({ talents, demands, countyMoves }: Case, { talent, demand }: ContactProposal): string | undefined {
  const { doNotContact, organization } = talents.find(({ id }) => id === talent) as Talent;
  const { status = "open", enterprise } = demands.find(({ id }) => id === demand) as Demand;
  if (doNotContact) return "do-not-contact";
  if (status !== "open") return "demand-closed";
  const held = organization === "南乐甲食品有限责任公司" ? ENTERPRISES[0] : organization;
  if (!demands.some((other) => other.enterprise !== undefined && other.enterprise === held)) return undefined;
  if (held === enterprise) return "own-employer";
  return countyMoves === "bar" ? "county-enterprise" : undefined;
}

describe("contactWaves", () => {
  test("each proposal is in exactly one wave or left with a reason, waves are numbered without a gap", () => {
    fc.assert(
      fc.property(caseArbitrary, (given) => {
        const { waves, left } = plan(deepFreeze(given), given.proposals);
        const told = [...waves.flatMap(({ contacts }) => contacts), ...left.map(({ reason, ...proposal }) => proposal)];
        const key = ({ talent, demand, points }: ContactProposal) => `${talent} ${demand} ${points}`;
        expect(told.map(key).sort()).toEqual(given.proposals.map(key).sort());
        expect(waves.map(({ week }) => week)).toEqual(waves.map((_, i) => i + 1));
        expect(waves.every(({ contacts }) => contacts.length > 0)).toBe(true);
        expect(waves.length).toBeLessThanOrEqual(given.weeks ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 500 },
    );
  });

  test("no cap is broken, nobody could be contacted in an earlier week, and what is left for want of room finds none", () => {
    fc.assert(
      fc.property(caseArbitrary, (given) => {
        const demands = new Map<string, Demand>(given.demands.map((demand) => [demand.id, demand]));
        const made = plan(given, given.proposals);
        const placed = dated(made);
        for (const [i, contact] of placed.entries()) {
          const others = without(placed, i);
          expect(breaksCap(others, contact, demands, given.caps)).toBe(false);
          for (let week = 1; week < contact.week; week++) expect(breaksCap(others, { ...contact, week }, demands, given.caps)).toBe(true);
        }
        for (const { talent, demand, reason } of made.left) {
          const refusal = refusalOf(given, { talent, demand, points: 0 });
          expect(reason === refusal || (refusal === undefined && /-cap$|-limit$/.test(reason))).toBe(true);
          if (refusal !== undefined) continue;
          const last = given.weeks ?? given.proposals.length;
          for (let week = 1; week <= last; week++) expect(breaksCap(placed, { talent, demand, week }, demands, given.caps)).toBe(true);
        }
        for (const contact of placed) expect(refusalOf(given, { ...contact, points: 0 })).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  test("equals the literal reading: one by one in order of precedence, each to the first week that breaks no cap", () => {
    fc.assert(
      fc.property(caseArbitrary, (given) => {
        const demands = new Map<string, Demand>(given.demands.map((demand) => [demand.id, demand]));
        const placed: Dated[] = [];
        const left: (ContactProposal & { reason: string })[] = [];
        const open = (caps: Caps, contact: Omit<Dated, "week">) => {
          const weeks = Array.from({ length: given.weeks ?? given.proposals.length }, (_, i) => i + 1);
          return weeks.find((week) => !breaksCap(placed, { ...contact, week }, demands, caps));
        };
        const none: Caps = { talentWeek: 99, talent: 99, enterpriseWeek: 99, week: 99 };
        for (const proposal of inPrecedence(given)) {
          const refusal = refusalOf(given, proposal);
          const week = refusal === undefined ? open(given.caps, proposal) : undefined;
          if (week !== undefined) placed.push({ talent: proposal.talent, demand: proposal.demand, week });
          else {
            // The reason is the one cap that shuts every week by itself, in this order.
            const { talentWeek, talent, enterpriseWeek } = given.caps;
            const alone = { "talent-cap": { ...none, talentWeek, talent }, "enterprise-cap": { ...none, enterpriseWeek } };
            const shuts = Object.entries(alone).find(([, caps]) => open(caps, proposal) === undefined);
            left.push({ ...proposal, reason: refusal ?? shuts?.[0] ?? "week-limit" });
          }
        }
        const made = plan(given, given.proposals);
        const byWeek = [...placed].sort((a, b) => a.week - b.week);
        expect(dated(made)).toEqual(byWeek);
        expect(made.left).toEqual(left);
      }),
      { numRuns: 500 },
    );
  });

  test("the order of proposals and of records changes nothing", () => {
    fc.assert(
      fc.property(caseArbitrary, (given) => {
        const turned = { ...given, talents: [...given.talents].reverse(), demands: [...given.demands].reverse() } as Case;
        expect(plan(turned, [...given.proposals].reverse())).toEqual(plan(given, given.proposals));
      }),
      { numRuns: 300 },
    );
  });

  test("without a limit of weeks only the cap of a person's contacts in all leaves an open proposal", () => {
    fc.assert(
      fc.property(caseArbitrary, (given) => {
        const { left } = plan({ ...given, weeks: undefined }, given.proposals);
        for (const { reason, ...proposal } of left) expect(reason).toBe(refusalOf(given, proposal) ?? "talent-cap");
      }),
      { numRuns: 300 },
    );
  });
});
