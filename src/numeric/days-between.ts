import { GuiyanError } from "../errors/index.js";

const DAY_MS = 86_400_000;

/** Whether a text is an ISO date YYYY-MM-DD that exists. */
export function isIsoDate(text: unknown): text is string {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(text);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

/**
 * Whole days from one ISO date to another (相隔天数), negative where the second is earlier.
 * @throws GuiyanError `invalid-argument` on a text that is no date YYYY-MM-DD
 * @complexity O(1)
 */
export function daysBetween(from: string, to: string): number {
  if (!isIsoDate(from) || !isIsoDate(to)) throw new GuiyanError("invalid-argument", "daysBetween: expected two dates YYYY-MM-DD");
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
