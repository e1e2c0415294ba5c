import * as z from "zod/mini";
import { DEGREE_LEVELS, TITLE_GRADES } from "../taxonomy/index.js";
import { EVIDENCE_LEVELS, INTAKE_CHANNELS, TALENT_CATEGORIES } from "./talent.js";

const text = z.optional(z.string());
const filled = z.string().check(z.minLength(1));
const code = z.optional(filled);

const provenanceSchema = z.strictObject({
  source: text,
  channel: z.optional(z.enum(INTAKE_CHANNELS)),
  observedAt: z.optional(z.iso.date()),
  evidence: z.optional(z.enum(EVIDENCE_LEVELS)),
});

/** zod schema of a talent for foreign JSON (人才记录校验); unknown members are refused. */
export const talentSchema = /* @__PURE__ */ z.strictObject({
  id: filled,
  name: text,
  categories: z.optional(z.array(z.enum(TALENT_CATEGORIES))),
  residence: code,
  hometown: code,
  fields: z.optional(z.array(filled)),
  degree: z.optional(z.enum(DEGREE_LEVELS)),
  title: z.optional(z.strictObject({ grade: z.enum(TITLE_GRADES), series: text, name: text })),
  organization: text,
  post: text,
  industries: z.optional(z.array(filled)),
  phone: text,
  email: text,
  doNotContact: z.optional(z.boolean()),
  provenance: z.optional(z.record(z.string(), provenanceSchema)),
  facts: z.optional(z.record(z.string(), z.array(z.string()))),
});
