import * as z from "zod/mini";
import { CHAIN_STAGES } from "./chain.js";

const filled = z.string().check(z.minLength(1));
const weights = z.record(z.string(), z.int().check(z.gte(1), z.lte(1000)));
const preset = z.optional(z.int().check(z.gte(0), z.lte(1000)));

/** zod schema of a chain for foreign JSON (产业链定义校验); unknown members are refused. */
export const chainSchema = /* @__PURE__ */ z.strictObject({
  id: filled,
  name: filled,
  version: filled,
  provenance: filled,
  source: z.optional(z.string()),
  weights: z.optional(z.strictObject({ region: preset, field: preset, degree: preset, title: preset })),
  segments: z
    .array(
      z.strictObject({
        id: filled,
        name: filled,
        stage: z.enum(CHAIN_STAGES),
        feeds: z.array(filled),
        fields: weights,
        industries: weights,
        occupations: z.optional(z.array(z.string())),
      }),
    )
    .check(z.minLength(1)),
});
