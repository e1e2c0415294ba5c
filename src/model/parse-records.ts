import type * as z from "zod/mini";
import { type ErrorCode, GuiyanError } from "../errors/index.js";
import type { Chain } from "./chain.js";
import { chainSchema } from "./chain-schema.js";
import type { Demand } from "./demand.js";
import { demandSchema } from "./demand-schema.js";
import type { Talent } from "./talent.js";
import { talentSchema } from "./talent-schema.js";

/** Says what a schema found, by path and expectation, without the values themselves. */
function parseWith<T>(schema: z.ZodMiniType<T>, value: unknown, code: ErrorCode, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  const path = (first?.path ?? []).map((p) => (typeof p === "number" ? p : String(p)));
  const where = path.length > 0 ? path.join(".") : "the value itself";
  const keys = first?.code === "unrecognized_keys" ? ` (${first.keys.join(", ")})` : "";
  throw new GuiyanError(code, `${place}: ${where}: ${first?.code.replaceAll("_", " ") ?? "invalid value"}${keys}`, {
    path,
    details: { faults: result.error.issues.map((issue) => ({ path: issue.path.map(String), code: issue.code })) },
  });
}

/**
 * Checks a foreign value against the talent schema (校验人才记录).
 * @throws GuiyanError `invalid-talent` with the path of the first fault and all faults in `details.faults`
 */
export function parseTalent(value: unknown): Talent {
  return parseWith(talentSchema, value, "invalid-talent", "parseTalent");
}

/**
 * Checks a foreign value against the demand schema (校验需求记录).
 * @throws GuiyanError `invalid-demand`
 */
export function parseDemand(value: unknown): Demand {
  return parseWith<Demand>(demandSchema, value, "invalid-demand", "parseDemand");
}

/**
 * Checks the shape of a foreign chain definition (校验产业链定义).
 * @throws GuiyanError `invalid-chain`
 */
export function parseChain(value: unknown): Chain {
  return parseWith(chainSchema, value, "invalid-chain", "parseChain");
}
