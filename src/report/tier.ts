import { GuiyanError } from "../errors/index.js";
import type { Talent } from "../model/index.js";

/** Who may read an export (密级): `internal` all facts, `enterprise` pseudonyms until consent, `public` aggregates only. */
export const TIERS = ["internal", "enterprise", "public"] as const;
/** Readers of an export (密级). */
export type Tier = (typeof TIERS)[number];

/** Counts below this are not shown in public aggregates. */
export const SMALLEST_PUBLIC_COUNT = 5;

/** How talents are called in one export. */
export interface Naming {
  /** Heading of the talent for this tier. */
  readonly id: (talent: Talent) => string;
  readonly name: (talent: Talent) => string;
  readonly organization: (talent: Talent) => string;
}

/**
 * Names talents for a tier (脱敏).
 *
 * `enterprise` numbers them in order of first use in this export (T0001, T0002, …): nothing about the person can be computed back, and the
 * same person keeps the number within one export only.
 * @throws GuiyanError `invalid-option` for `public`, which has no persons
 */
export function namingFor(tier: Tier): Naming {
  if (tier === "internal") {
    return { id: (talent) => talent.id, name: (talent) => talent.name ?? "", organization: (talent) => talent.organization ?? "" };
  }
  if (tier === "public") {
    throw new GuiyanError("invalid-option", "report: the public tier holds no persons, only aggregates", { path: ["tier"] });
  }
  const numbers = new Map<string, string>();
  const id = (talent: Talent): string => {
    const known = numbers.get(talent.id);
    if (known !== undefined) return known;
    const made = `T${String(numbers.size + 1).padStart(4, "0")}`;
    numbers.set(talent.id, made);
    return made;
  };
  return { id, name: () => "", organization: () => "" };
}
