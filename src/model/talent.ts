import type { DegreeLevel, TitleGrade } from "../taxonomy/index.js";

/** 党政 officials, 高层次 experts, 经商 business people. */
export const TALENT_CATEGORIES = ["official", "expert", "business"] as const;
/** One of the registry's three lists (人才类别). */
export type TalentCategory = (typeof TALENT_CATEGORIES)[number];

/** 入户 village visit, 走访 elders visited, 联名 joint referral, 自荐 self-application, 邮箱 mailbox, 热线 hotline, 部门 another office's list. */
export const INTAKE_CHANNELS = [
  "village-visit",
  "elder-visit",
  "joint-referral",
  "self-application",
  "mailbox",
  "hotline",
  "department",
] as const;
/** How a fact reached the registry (入库渠道). */
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

/** How well a fact is attested (佐证程度): said, on paper, checked. */
export const EVIDENCE_LEVELS = ["claimed", "documented", "verified"] as const;
/** How well one fact is attested (佐证程度). */
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** Where a fact comes from (信息来源). */
export interface Provenance {
  /** Office or list that supplied the fact. */
  readonly source?: string | undefined;
  readonly channel?: IntakeChannel | undefined;
  /** ISO date YYYY-MM-DD. */
  readonly observedAt?: string | undefined;
  readonly evidence?: EvidenceLevel | undefined;
}

/** A professional title (职称): its grade, and series and name where stated. */
export interface TalentTitle {
  readonly grade: TitleGrade;
  readonly series?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * A native who works elsewhere (在外人才). A missing member means that the fact is unknown.
 * Sex, age, ethnicity, religion and politics have no member here, so that they can never be scored.
 */
export interface Talent {
  readonly id: string;
  readonly name?: string | undefined;
  readonly categories?: readonly TalentCategory[] | undefined;
  /** Where the talent lives or works now (常住地), GB/T 2260 or a GB/T 2659 country. */
  readonly residence?: string | undefined;
  /** 籍贯, GB/T 2260. */
  readonly hometown?: string | undefined;
  /** Graduate field codes; `[]` says that the talent is known to have none. */
  readonly fields?: readonly string[] | undefined;
  readonly degree?: DegreeLevel | undefined;
  readonly title?: TalentTitle | undefined;
  readonly organization?: string | undefined;
  /** Post held (职务); told, never scored. */
  readonly post?: string | undefined;
  /** GB/T 4754-2017 codes. */
  readonly industries?: readonly string[] | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** Asked not to be contacted (勿扰); the record still counts and ranks, no list of calls names it. */
  readonly doNotContact?: boolean | undefined;
  /** Provenance by member name, e.g. `degree`. */
  readonly provenance?: Readonly<Record<string, Provenance>> | undefined;
  /** Facts of the caller's own dimensions, by dimension. */
  readonly facts?: Readonly<Record<string, readonly string[]>> | undefined;
}
