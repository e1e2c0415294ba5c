import { GuiyanError } from "../errors/index.js";

/** The error of a search that would have to look at more than it may: no answer rather than one that might not be the least. */
export function limitFault(what: string, limit: number): GuiyanError {
  return new GuiyanError("limit-exceeded", `counterfactual: expected at most ${limit} ${what}; raise the option limit or ask less`, {
    path: ["limit"],
    details: { limit },
  });
}
