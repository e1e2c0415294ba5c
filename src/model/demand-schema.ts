import * as z from "zod/mini";
import { DEMAND_STATUSES, REGION_BASES, REQUIREMENT_KINDS } from "./demand.js";

const text = z.optional(z.string());
const filled = z.string().check(z.minLength(1));
const notNegative = z.optional(z.number().check(z.gte(0)));

const requirementSchema = z.strictObject({
  dimension: filled,
  kind: z.enum(REQUIREMENT_KINDS),
  values: z.array(filled).check(z.minLength(1)),
  weight: notNegative,
  mode: z.optional(z.enum(["any", "all"])),
  basis: z.optional(z.enum(REGION_BASES)),
  sourceText: text,
});

/** zod schema of a demand for foreign JSON (需求记录校验); unknown members are refused. */
export const demandSchema = /* @__PURE__ */ z.strictObject({
  id: filled,
  enterprise: text,
  post: text,
  chain: text,
  segment: text,
  headcount: z.optional(z.int().check(z.gte(1))),
  round: text,
  status: z.optional(z.enum(DEMAND_STATUSES)),
  urgency: z.optional(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])),
  unknown: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  unknownHard: z.optional(z.enum(["keep", "reject"])),
  workplace: text,
  industry: text,
  payPerMonthYuan: z.optional(z.strictObject({ min: notNegative, max: notNegative })),
  requirements: z.array(requirementSchema),
});
