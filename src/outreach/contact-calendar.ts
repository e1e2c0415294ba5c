/** Caps of a calendar of contacts, integers >= 1 (联络上限). */
export interface ContactCaps {
  readonly perTalentPerWeek: number;
  readonly perTalent: number;
  readonly perEnterprisePerWeek: number;
  readonly perWeek: number;
  readonly weeks: number;
}

/** The cap that leaves a contact without a week. */
export type FullCap = "talent-cap" | "enterprise-cap" | "week-limit";

/** How often each of some parties was contacted in each week, with a cap a week. */
class WeeklyCap {
  readonly #most: number;
  /** Contacts by week, from 1. */
  readonly #counts = new Map<string, number[]>();
  readonly #firstOpen = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  isOpen(party: string, week: number): boolean {
    return (this.#counts.get(party)?.[week] ?? 0) < this.#most;
  }

  /** The earliest week in which the party is not full. */
  firstOpen(party: string): number {
    return this.#firstOpen.get(party) ?? 1;
  }

  take(party: string, week: number): void {
    const counts = this.#counts.get(party) ?? [];
    this.#counts.set(party, counts);
    counts[week] = (counts[week] ?? 0) + 1;
    let open = this.firstOpen(party);
    while (!this.isOpen(party, open)) open++;
    this.#firstOpen.set(party, open);
  }
}

/** Weeks with room for contacts under caps (联络日程): each contact takes the earliest week that is open to all whom it concerns. */
export class ContactCalendar {
  readonly #caps: ContactCaps;
  readonly #talents: WeeklyCap;
  readonly #enterprises: WeeklyCap;
  readonly #office: WeeklyCap;
  readonly #asked = new Map<string, number>();

  constructor(caps: ContactCaps) {
    this.#caps = caps;
    this.#talents = new WeeklyCap(caps.perTalentPerWeek);
    this.#enterprises = new WeeklyCap(caps.perEnterprisePerWeek);
    this.#office = new WeeklyCap(caps.perWeek);
  }

  /**
   * Takes the earliest open week for a contact of a person on behalf of an enterprise.
   * @returns the week, from 1; else the cap that shuts every week by itself, `week-limit` where they do so only together
   * @complexity O(weeks), those before the first that is open to each party stepped over
   */
  book(talent: string, enterprise: string | undefined): number | FullCap {
    const asked = this.#asked.get(talent) ?? 0;
    if (asked >= this.#caps.perTalent) return "talent-cap";
    const concerned: readonly (readonly [WeeklyCap, string, FullCap])[] = [
      [this.#talents, talent, "talent-cap"],
      ...(enterprise === undefined ? [] : [[this.#enterprises, enterprise, "enterprise-cap"] as const]),
      [this.#office, "", "week-limit"],
    ];
    const { weeks } = this.#caps;
    const full = concerned.find(([cap, party]) => cap.firstOpen(party) > weeks);
    if (full !== undefined) return full[2];
    let week = Math.max(...concerned.map(([cap, party]) => cap.firstOpen(party)));
    while (week <= weeks && !concerned.every(([cap, party]) => cap.isOpen(party, week))) week++;
    if (week > weeks) return "week-limit";
    for (const [cap, party] of concerned) cap.take(party, week);
    this.#asked.set(talent, asked + 1);
    return week;
  }
}
