import type { EvidenceLevel, IntakeChannel, Provenance, Talent, TalentCategory } from "../model/index.js";
import { Draw, weightTable } from "./draw.js";
import { STREAMS, subStream } from "./sub-stream.js";
import { syntheticCareer } from "./synthetic-career.js";
import { syntheticName } from "./synthetic-name.js";
import { syntheticHometown, syntheticResidence } from "./synthetic-place.js";

const categories = /* @__PURE__ */ weightTable<TalentCategory>([
  ["official", 27],
  ["expert", 38],
  ["business", 35],
]);
const channels = /* @__PURE__ */ weightTable<IntakeChannel>([
  ["village-visit", 30],
  ["elder-visit", 14],
  ["joint-referral", 12],
  ["self-application", 10],
  ["mailbox", 6],
  ["hotline", 6],
  ["department", 22],
]);
const offices = ["县委统战部", "县商务局", "团县委", "县委组织部", "县专家人才服务中心"];

/**
 * Share of persons of whom a fact was never told (信息缺失率), by member.
 * Own choice: contact and degree are asked first, industries and titles of officials last.
 */
export const UNTOLD = {
  residence: 0.04,
  hometown: 0.03,
  fields: 0.12,
  degree: 0.07,
  title: 0.15,
  organization: 0.05,
  post: 0.15,
  industries: 0.3,
  phone: 0.1,
  email: 0.55,
} as const;

/**
 * Prefixes of the synthetic mobile numbers (合成手机号段). Mobile numbers of China begin with 1 and a digit from 3 to 9; these six prefixes had not been
 * allotted to any operator's subscribers when this was written, so that no number reaches a person.
 */
export const PHONE_PREFIXES = ["160", "161", "163", "164", "168", "169"] as const;

/** A number of the unallotted range; two persons of one county never share it, since 48 271 057 has no factor in common with 10^8. */
function phoneOf(seed: number, index: number, draw: Draw): string {
  const number = ((index % 100_000_000) * 48_271_057 + ((seed % 999_983) + 1) * 94_906_267) % 100_000_000;
  return draw.pick(PHONE_PREFIXES) + String(number).padStart(8, "0");
}

/** Days of the survey that a fact may be observed on, 2024-01-01 to 2026-06-28. */
export const SURVEY_DAYS: readonly string[] = /* @__PURE__ */ Array.from({ length: 910 }, (_, n) =>
  new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10),
);

/**
 * Synthetic person `index` of a county (合成人才), the same however many others there are.
 *
 * All members that a registry may hold, each left out at its own rate ({@link UNTOLD}). Phones are from an unallotted range ({@link PHONE_PREFIXES}),
 * e-mails at example.com, employers' names invented.
 * @complexity O(1)
 */
export function syntheticTalent(seed: number, index: number): Talent {
  const draw = new Draw(subStream(seed, STREAMS.talent, index));
  const category = draw.weighted(categories);
  const residence = syntheticResidence(category, draw);
  const hometown = syntheticHometown(draw);
  const career = syntheticCareer(category, residence, draw);
  const phone = phoneOf(seed, index, draw);
  const id = `t${String(index + 1).padStart(7, "0")}`;
  const observedAt = draw.pick(SURVEY_DAYS);
  const heard: Provenance = {
    source: draw.pick(offices),
    channel: draw.weighted(channels),
    observedAt,
    evidence: "claimed",
  };
  const proven: EvidenceLevel | undefined = draw.chance(0.15) ? (draw.chance(0.4) ? "verified" : "documented") : undefined;
  // Every fate is drawn, told or not, so that a change of one rate moves nothing else.
  const told = (member: keyof typeof UNTOLD) => !draw.chance(UNTOLD[member]);
  const facts = {
    ...(told("residence") ? { residence } : {}),
    ...(told("hometown") ? { hometown } : {}),
    ...(told("fields") ? { fields: career.fields } : {}),
    ...(told("degree") ? { degree: career.degree } : {}),
    ...(told("title") ? { title: career.title } : {}),
  };
  const provenance: Record<string, Provenance> = {};
  for (const member of Object.keys(facts)) provenance[member] = heard;
  if (proven !== undefined && facts.degree !== undefined) provenance["degree"] = { ...heard, evidence: proven };
  return {
    id,
    name: syntheticName(seed, index),
    categories: [category],
    ...facts,
    ...(told("organization") ? { organization: career.organization } : {}),
    ...(told("post") ? { post: career.post } : {}),
    ...(told("industries") ? { industries: [career.industry] } : {}),
    ...(told("phone") ? { phone } : {}),
    ...(told("email") ? { email: `${id}@example.com` } : {}),
    provenance,
  };
}
