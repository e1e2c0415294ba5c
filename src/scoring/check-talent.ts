import { GuiyanError } from "../errors/index.js";
import type { Talent } from "../model/index.js";
import { degrees, isFieldCode, isRegionCode, titles } from "../taxonomy/index.js";

/** Members of a talent that scoring reads, with the form that each code must have. */
export const SCORED_FACTS = {
  residence: { accepts: isRegionCode, expectation: "a GB/T 2260 code of six digits or a GB/T 2659 country" },
  hometown: { accepts: isRegionCode, expectation: "a GB/T 2260 code of six digits or a GB/T 2659 country" },
  fields: { accepts: isFieldCode, expectation: "a graduate field code of 2, 4 or 6 digits" },
  degree: { accepts: (code: string) => degrees.has(code), expectation: `one of ${degrees.levels.join(", ")}` },
  title: { accepts: (code: string) => titles.has(code), expectation: `a grade of ${titles.levels.join(", ")}` },
} as const;

/** Makes the error for a talent's faulty code; the code itself is not shown. */
export function talentFault(place: string, path: readonly (string | number)[], expectation: string): GuiyanError {
  return new GuiyanError("invalid-talent", `${place}: ${path.join(".")}: expected ${expectation}`, { path });
}

/**
 * Checks the facts of a talent that scoring reads (校验评分事实).
 * @throws GuiyanError `invalid-talent` with the member's name in `path`
 * @complexity O(fields)
 */
export function checkTalent(place: string, talent: Talent): void {
  if (!(typeof talent === "object" && talent !== null && typeof talent.id === "string")) {
    throw talentFault(place, ["id"], "a talent with an id");
  }
  const single: readonly (readonly [keyof typeof SCORED_FACTS, string | undefined])[] = [
    ["residence", talent.residence],
    ["hometown", talent.hometown],
    ["degree", talent.degree],
    ["title", talent.title?.grade],
  ];
  for (const [member, code] of single) {
    if (code !== undefined && !(typeof code === "string" && SCORED_FACTS[member].accepts(code))) {
      throw talentFault(place, [member], SCORED_FACTS[member].expectation);
    }
  }
  if (talent.fields === undefined) return;
  if (!Array.isArray(talent.fields)) throw talentFault(place, ["fields"], "a list of codes");
  for (const [i, code] of talent.fields.entries()) {
    if (!(typeof code === "string" && isFieldCode(code))) throw talentFault(place, ["fields", i], SCORED_FACTS.fields.expectation);
  }
}
