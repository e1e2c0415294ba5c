import type { Talent } from "../model/index.js";
import { talentFault } from "./check-talent.js";
import type { SettledCriteria } from "./criteria.js";
import type { PlanTerm } from "./score-plan.js";

/** What a talent is known to hold in one dimension (已知事实). */
export interface Fact {
  /** Codes held; empty and complete means known to have none. */
  readonly codes: readonly string[];
  /** False where the fact, or one of the two places of `either`, is unknown. */
  readonly complete: boolean;
}

const UNKNOWN: Fact = { codes: [], complete: false };

function single(code: string | undefined): Fact {
  return code === undefined ? UNKNOWN : { codes: [code], complete: true };
}

/** Reads the fact that a term or rule looks at; a missing member is an unknown fact. @throws GuiyanError `invalid-talent` for facts of one's own that are no list of texts */
export function readFact(talent: Talent, { dimension, basis }: Pick<PlanTerm, "dimension" | "basis">, criteria: SettledCriteria): Fact {
  switch (dimension) {
    case "region": {
      if (basis !== "either") return single(talent[basis]);
      const known = [talent.residence, talent.hometown].filter((code) => code !== undefined);
      return { codes: known, complete: known.length === 2 };
    }
    case "field":
      return talent.fields === undefined ? UNKNOWN : { codes: talent.fields, complete: true };
    case "degree":
      return single(talent.degree);
    case "title":
      return single(talent.title?.grade);
    default: {
      const custom = criteria.dimensions.get(dimension);
      const facts = talent.facts;
      const declared = facts !== undefined && Object.hasOwn(facts, dimension) ? facts[dimension] : undefined;
      const codes = custom?.values ? custom.values(talent) : declared;
      if (codes === undefined) return UNKNOWN;
      if (!(Array.isArray(codes) && codes.every((code) => typeof code === "string")))
        throw talentFault("talent", ["facts", dimension], "a list of texts");
      return { codes, complete: true };
    }
  }
}
