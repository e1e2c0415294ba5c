import { GuiyanError } from "../errors/index.js";
import type { Explanation } from "../scoring/index.js";

const TOTALS = ["points", "low", "high"] as const;

/**
 * Refuses a trace that does not add up (核对得分解释): what is told from it would not be what was scored.
 *
 *   Σ contributions.points = points, the same for low and high; integers throughout
 *
 * @throws GuiyanError `invalid-argument`
 * @complexity O(contributions)
 */
export function checkExplanation(place: string, name: string, explanation: Explanation): void {
  const fault = (expectation: string, path: string): GuiyanError =>
    new GuiyanError("invalid-argument", `${place}: expected ${name} to ${expectation}`, { path: [name, path] });
  if (!(typeof explanation === "object" && explanation !== null && Array.isArray(explanation.contributions)))
    throw fault("be an explanation", "contributions");
  if (!Array.isArray(explanation.rules)) throw fault("be an explanation with its rules", "rules");
  for (const total of TOTALS) {
    const sum = explanation.contributions.reduce((before, contribution) => before + contribution[total], 0);
    if (!(Number.isSafeInteger(sum) && sum === explanation[total])) throw fault(`have contributions that sum to its ${total}`, total);
  }
}
